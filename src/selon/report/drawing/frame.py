"""Where the columns of a provenance drawing stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selon.report.drawing import signs, svg
from selon.report.drawing.signs import Sign
from selon.report.questions.case import Case
from selon.report.questions.phrases import how_phrase, kind_phrase, node_name
from selon.report.questions.pilewords import pile_how, row_name
from selon.report.questions.rows import Node, Row, Tree
from selon.report.wording import Words

ROW = 30
TOP = 64
INDENT = 30
NARROW = 1000.0
"""Width that leaves room for the words beside the drawing."""
WIDE = 1312.0
"""Width of a whole page."""

_STRIP = 200.0
"""Least width of the strip of dates."""


@dataclass(frozen=True)
class Frame:
    """Where the columns of one drawing stand, in pixels.

    A drawing with stacks has a strip of dates from `strip` to `width` at its right in place of a column.
    """

    actors: tuple[float, ...]
    texts: float
    turns: float
    sigla: float
    names: float
    dates: float
    hows: float
    levels: float
    strip: float | None
    width: float

    def tick(self, row: Row) -> float:
        """Return the left end of the tick of a text."""
        return self.texts + 3 + INDENT * row.depth


def y(slot: int) -> float:
    """Return the middle line of a row."""
    return float(TOP + ROW * slot)


def node_sign(node: Node) -> Sign:
    """Return the sign of a node; a circle has its own."""
    if node.origin is not None:
        return signs.of_origin(node.origin)
    return signs.LOOP if node.circular else signs.of_kind(node.kind)


def date_phrase(case: Case, doc: str, words: Words) -> str:
    """Return when a document came out: hours within one year, years beyond."""
    found = case.docs.get(doc)
    return words.date(found.published if found else None, case.several_years, not case.several_years)


def frame(case: Case, tree: Tree, words: Words) -> Frame:
    """Measure the columns; a drawing that is somewhat too wide for the words beside it has its columns cut.

    Labels longer than their column are cut when they are drawn.
    """
    strip = any(row.pile for row in tree.rows)
    wanted = [*_actors(case, tree, words), *_columns(case, tree, words, strip)]
    least = [150.0] * tree.columns + [0.0, 0.0, 190.0, 0.0, 156.0, 0.0]
    fixed = INDENT * max((r.depth for r in tree.rows), default=0) + (76 if tree.loop else 36)
    room = NARROW - fixed - (_STRIP if strip else 0)
    sizes = _cut(wanted, least, room)
    return _placed(sizes, tree.columns, fixed, strip)


def _actors(case: Case, tree: Tree, words: Words) -> list[float]:
    """Return the wished widths of the columns of actors."""
    most = {1: 280.0, 2: 194.0, 3: 176.0}.get(tree.columns, 160.0)
    out = []
    for column in range(tree.columns):
        labels = [_wide(case, n, words) for n in tree.nodes if n.column == column]
        circular = any(n.circular for n in tree.nodes if n.column == column)
        least = 250.0 if circular else 112.0
        out.append(min(max(most, least), max([least, *(wide + 44 for wide in labels)])))
    return out


def _wide(case: Case, node: Node, words: Words) -> float:
    kind = kind_phrase(node, node_sign(node), words)
    return max(svg.width(node_name(case, node, words)), svg.width(kind, 12))


def _columns(case: Case, tree: Tree, words: Words, strip: bool) -> list[float]:
    """Return the wished widths of: turns, sigla, names, dates, how, evidence."""
    rows = tree.rows
    sigla = min(96.0, max((svg.width(r.doc, 12) for r in rows if not r.stack), default=20.0) + 10)
    names = [svg.width(row_name(case, r, words)) + 34 for r in rows]
    dates = [] if strip else [svg.width(date_phrase(case, r.doc, words), 12) + 12 for r in rows]
    hows = [svg.width(_how(case, r, words), 12) + 14 for r in rows]
    return [
        18.0 if strip else 0.0,
        sigla,
        min(230.0, max([110.0, *names])),
        max([0.0, *dates]),
        min(260.0, max([100.0, *hows])),
        44.0,
    ]


def _how(case: Case, row: Row, words: Words) -> str:
    return pile_how(case, row, words) if row.stack else how_phrase(case, row, words)


def _cut(wanted: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Shrink columns to their least widths, the last first, when that makes them fit; else leave them."""
    spare = [max(0.0, w - m) if m else 0.0 for w, m in zip(wanted, least, strict=True)]
    over = sum(wanted) - room
    if over <= 0 or over > sum(spare):
        return list(wanted)
    sizes = list(wanted)
    for place in reversed(range(len(sizes))):
        cut = min(over, spare[place])
        sizes[place] -= cut
        over -= cut
    return sizes


def _placed(sizes: Sequence[float], columns: int, fixed: float, strip: bool) -> Frame:
    actors = [0.0]
    for size in sizes[:columns]:
        actors.append(actors[-1] + size)
    turns, sigla, names, dates, hows, levels = sizes[columns:]
    at = [actors[-1] + fixed]
    for size in (turns, sigla, names, dates, hows, levels):
        at.append(at[-1] + size)
    end = at[-1]
    width = max(NARROW, end + (_STRIP if strip else 0))
    if strip and width > NARROW:
        width = max(WIDE, width)
    levels_at = end if strip else width
    return Frame(
        tuple(actors[:-1]),
        actors[-1],
        at[0],
        at[1],
        at[2],
        at[3],
        at[4],
        levels_at,
        end + 24 if strip else None,
        width,
    )
