"""The texts of a provenance drawing: ticks, and one row of words each."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from selon.report.drawing import svg
from selon.report.drawing.face import Face, middle
from selon.report.drawing.frame import date_phrase, y
from selon.report.questions.looks import TEN, Look
from selon.report.questions.phrases import how_phrase
from selon.report.questions.pilewords import pile_how, row_name
from selon.report.questions.rows import Row


def draw(face: Face, row: Row) -> Iterator[Markup]:
    """Yield the row of a text or a stack: tick, siglum, name, language, date, how, level of evidence."""
    at, words = face.at, face.words
    level, tick = y(row.slot), at.tick(row)
    yield svg.line("lead", tick + 14, level, at.turns - 8, level)
    yield from _ticks(row, tick, level)
    yield _words_link(face, row)
    yield from _turn(face, row)
    if lang := _foreign(face, row):
        yield svg.text(lang, _end(face) - 20, level + 4, "s")
    if at.strip is None:
        yield svg.text(date_phrase(face.case, row.doc, words), at.dates, level + 4, "s nn")
    said = pile_how(face.case, row, words) if row.stack else how_phrase(face.case, row, words)
    css = "s falt" if row.derivation.via == "edits" else "s"
    yield from middle(said, at.levels - at.hows - 22, at.hows, level, css, 12)
    if row.derivation.level:
        yield svg.text(str(row.derivation.level), at.levels, level + 4, "s nn b", end=True)


def _end(face: Face) -> float:
    """Return where the column of names ends."""
    return face.at.dates if face.at.strip is None else face.at.hows


def _foreign(face: Face, row: Row) -> str:
    """Return the language of a text, empty where it is the reader's own or not known."""
    lang = face.case.lang(row.doc)
    return "" if row.stack or lang == face.words.lang else lang


def _words_link(face: Face, row: Row) -> Markup:
    """Return the siglum and name of a text, or the name of a stack, as a link to the exact words."""
    at, level, words = face.at, y(row.slot), face.words
    name = row_name(face.case, row, words)
    siglum = "" if row.stack or row.doc == name else row.doc
    room = _end(face) - at.names - (26 if _foreign(face, row) else 6)
    css = ("" if row.stack else "i") + ("" if row.asserts else " f2")
    wide = _end(face) - at.sigla
    pieces = [
        svg.tag("rect", class_="hit", x=at.sigla - 4, y=level - 13, width=wide, height=26),
        svg.text(svg.fit(siglum, at.names - at.sigla - 4, 12), at.sigla, level + 4, "s nn flink"),
        *middle(name, room, at.names, level, css.strip(), lang=_foreign(face, row)),
    ]
    tip = words.plain("tree.stack", docs=_listed(row)) if row.stack else None
    label = words.plain("tree.row", doc=row.doc, outlet=name)
    open_now = face.look.words == row.key if face.look.words else row.doc == face.look.path
    chosen = "on" if open_now else None
    return svg.link(
        face.to(row.key),
        name if row.stack else label,
        *pieces,
        tip=tip,
        class_=chosen,
        id=f"{face.prefix}-r-{row.key}" if row.key == row.pile else None,
        data_key=row.key,
        data_parent=face.tree.above(row),
        data_doc=row.doc,
        data_pile=row.pile or None,
    )


def _listed(row: Row, most: int = 40) -> str:
    docs = (row.doc, *row.stack)
    return ", ".join(docs[:most]) + (" …" if len(docs) > most else "")


def _turn(face: Face, row: Row) -> Iterator[Markup]:
    """Yield what opens ten more texts of a stack in place, or closes one from its first row."""
    if face.address is None or not row.pile:
        return
    if row.stack:
        left, words = 1 + len(row.stack), face.words
        label = words.plain("tree.open", n=min(TEN, left), left=left)
        look = face.look.opened(row.pile, row.shown + TEN)
        yield _turner(face, row, look, label, "M-4 -5L4 0L-4 5z", "open")
    elif row.key == row.pile:
        look = face.look.opened(row.pile, 0)
        yield _turner(face, row, look, face.words.plain("tree.close"), "M-5 -4H5L0 4z", "close")


def _turner(face: Face, row: Row, look: Look, label: str, shape: str, what: str) -> Markup:
    x, level = face.at.turns + 4, y(row.slot)
    assert face.address is not None
    return svg.link(
        f"{face.address(look)}#{face.prefix}-r-{row.pile}",
        label,
        svg.tag("rect", class_="hit", x=x - 12, y=level - 12, width=24, height=24),
        svg.tag("path", class_="turn", d=shape, transform=f"translate({x:.0f} {level:.0f})"),
        data_turn=row.pile,
        data_what=what,
    )


def _ticks(row: Row, x: float, level: float) -> Iterator[Markup]:
    css = "tick" if row.asserts else "tick o" if row.other else "tick v"
    for shift in (6, 3) if row.stack else ():
        yield svg.tag("rect", class_=css + " stk", x=x + shift, y=level - 8, width=6, height=16)
    yield svg.tag("rect", class_=css + (" stk" if row.stack else ""), x=x, y=level - 8, width=6, height=16)
