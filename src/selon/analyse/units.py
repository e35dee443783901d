"""Units of reporting: sentences, joined where a quotation runs over their border, with their words.

A long quotation is read apart: in the parse of its unit a pronoun stands for it, and its own sentences are
units of their own, one level down. Only units that hold a word worth looking at are parsed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from selon.analyse.lexicon import forms
from selon.analyse.quotes import Quote, find_quotes
from selon.analyse.repairs import repaired
from selon.analyse.signals import opens_view, signalled
from selon.languages.pack import table
from selon.model.document import Document, PartKind
from selon.model.span import Span
from selon.nlp.parser import Word, has_parser, parse
from selon.text.segment import paragraphs, sentences

LONG_QUOTE = 7
"""A quotation of at least this many words is parsed apart."""

_WORDS = re.compile(r"[^\W\d_]+(?:['’])?")
_GLUED = re.compile(
    r"(?:(?<=[»”)])|(?<=[A-Z]{2})|(?<=\d{4}))\.(?=[A-ZÀ-ÖØ-Þ«“][\w ’'])|(?<=[^\W\d_]\.[»”])(?=[A-ZÀ-ÖØ-Þ])"
    r"|(?<=[^\W\d_])\.(?=#\w|\([A-Z]|\"[A-Z])"
    r"|(?<=\s)(?:https?://|pic\.twitter\.com/)[\w./%-]+(?: (?=[A-ZÀ-ÖØ-Þ«“\"])|(?=[«“]))"
)
"""Sentence ends with no space after them, and the address that ends a message printed in the text."""
_ASKED = re.compile(r"[?!][”\"»’']{1,2}$")
_COLON = re.compile(r":\s*$")
_ONWARD = re.compile(r"[\s,]*[a-zà-öø-ÿ]")
"""A clause goes on after a quotation."""
_ELIDED = re.compile(r"(?<!\w)(?:\w|qu|jusqu|lorsqu|puisqu)['’]$", re.IGNORECASE)
ASIDE_REACH = 5
"""The verb of an aside stands among its first words."""
_RUNNING = {PartKind.lead, PartKind.body}
"""Parts that read on from one to the next: a quotation may run over their border."""
_SILENT = {PartKind.boilerplate, PartKind.caption, PartKind.credit}


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text that reports as one piece.

    `words` have document offsets (empty when nothing here is worth a parse); `holes` are the quotations that
    one word stands for; `level` counts the quotations around the unit.
    """

    span: Span
    paragraph: int
    part: PartKind
    quotes: tuple[Quote, ...]
    holes: tuple[Quote, ...]
    words: tuple[Word, ...] = ()
    level: int = 0
    block: bool = False


def regions(doc: Document) -> Iterator[tuple[PartKind, Span]]:
    """Yield the stretches of a document that may report, with their kind (of furniture only promos)."""
    if not doc.parts:
        yield PartKind.body, Span(0, max(1, len(doc.text)))
        return
    at = 0
    held: Span | None = None
    for part in [*doc.parts, None]:
        gap = part is not None and doc.text[at : part.span.start].strip() != ""
        running = part is not None and part.kind in _RUNNING and not gap
        if held and not running:
            yield PartKind.body, held
            held = None
        stop = part.span.start if part else len(doc.text)
        if doc.text[at:stop].strip():
            yield PartKind.body, Span(at, stop)
        if part is None:
            return
        if part.kind in _RUNNING:
            held = Span(held.start, part.span.end) if held else part.span
        elif part.kind not in _SILENT:
            yield part.kind, part.span
        at = part.span.end


def find_units(doc: Document, beliefs: bool = False) -> tuple[Unit, ...]:
    """Return the units of a document in order, parsed where the language has a parser and a cue may stand.

    `beliefs` counts the cues of beliefs and intentions too.
    """
    bare = [unit for kind, span in regions(doc) for unit in _region(doc, kind, span)]
    if not has_parser(doc.lang):
        return tuple(bare)
    wanted = [at for at, unit in enumerate(bare) if _worth(doc, unit, beliefs)]
    elided = str(table(doc.lang, "quotes").get("elided", ""))
    views = [_view(doc.text, bare[at], _stand_in(doc.lang), elided) for at in wanted]
    for at, view, words in zip(wanted, views, parse(doc.lang, [v.text for v in views]), strict=True):
        bare[at] = replace(bare[at], words=tuple(map(view.back, repaired(words, doc.lang, view.text))))
    return tuple(bare)


def _region(doc: Document, kind: PartKind, span: Span) -> Iterator[Unit]:
    text = doc.text
    if not text[span.start : span.end].strip():
        return
    quotes = find_quotes(text, doc.lang, span)
    spots = paragraphs(text, span)
    pieces = tuple(p for s in sentences(text, doc.lang, span) for p in _unglued(text, s))
    pieces = tuple(_with_asides(text, doc.lang, tuple(_rejoined(text, pieces))))
    for piece in _joined(pieces, [q.span for q in quotes if q.depth == 0]):
        number = bisect_right(spots, piece.start, key=lambda p: p.start) - 1
        block = kind is PartKind.quotation or doc.text[spots[max(0, number)].start] == ">"
        yield from _unit(doc, kind, piece, number, quotes, block)


def _unglued(text: str, sentence: Span) -> Iterator[Span]:
    """Cut where two sentences lost the space between them, after a mark, a bracket or a long acronym."""
    start = sentence.start
    for found in _GLUED.finditer(text, sentence.start, sentence.end):
        if start < found.end() < sentence.end:
            yield Span(start, found.end())
            start = found.end()
    if start < sentence.end:
        yield Span(start, sentence.end)


def _rejoined(text: str, pieces: tuple[Span, ...]) -> Iterator[Span]:
    """Join what a question or a cry parts from its aside ("Est-il venu ? a demandé la juge")."""
    return _merged(pieces, lambda held, piece: text[held.end - 1] in "?!…" and text[piece.start].islower())


def _with_asides(text: str, lang: str, pieces: tuple[Span, ...]) -> Iterator[Span]:
    """Join “…?” with the aside after it where that begins with a capital ("“Why?” Lowe asked.")."""
    if not table(lang, "quotes").get("capital_aside"):
        return iter(pieces)
    return _merged(
        pieces,
        lambda held, piece: (
            _ASKED.search(text, held.start, held.end) is not None and _opens_aside(text, lang, piece)
        ),
    )


def _merged(pieces: tuple[Span, ...], belongs: Callable[[Span, Span], bool]) -> Iterator[Span]:
    """Yield the pieces in order, each joined to the one before where it belongs to it."""
    held: Span | None = None
    for piece in pieces:
        if held is not None and belongs(held, piece):
            held = Span(held.start, piece.end)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def _opens_aside(text: str, lang: str, piece: Span) -> bool:
    near = [m.group().lower() for m in islice(_WORDS.finditer(text, piece.start, piece.end), ASIDE_REACH)]
    spoken = (f for word in near for f in forms(lang).get(word, ()) if f.shape == "fin")
    return text[piece.start].isalpha() and any({"aside", "quote"} & f.word.frames for f in spoken)


def _joined(pieces: tuple[Span, ...], quotes: list[Span]) -> Iterator[Span]:
    """Join sentences where a quotation is open at their border."""
    held: Span | None = None
    at = 0
    for piece in pieces:
        if held is None:
            held = piece
            continue
        while at < len(quotes) and quotes[at].end <= held.end:
            at += 1
        if at < len(quotes) and quotes[at].start < held.end < quotes[at].end:
            held = Span(held.start, piece.end)
        else:
            yield held
            held = piece
    if held is not None:
        yield held


def _unit(
    doc: Document,
    kind: PartKind,
    piece: Span,
    number: int,
    quotes: tuple[Quote, ...],
    block: bool,
    level: int = 0,
) -> Iterator[Unit]:
    inside = _within(quotes, piece)
    top = min((q.depth for q in inside), default=0)
    outer = tuple(q for q in inside if q.depth == top)
    holes = tuple(q for q in outer if q.words(doc.text) >= LONG_QUOTE)
    yield Unit(piece, number, kind, outer, holes, level=level, block=block)
    for hole in holes:
        under = _within(inside, hole.inner)
        pieces = tuple(_rejoined(doc.text, sentences(doc.text, doc.lang, hole.inner)))
        for inner in _joined(pieces, [q.span for q in under]):
            yield from _unit(doc, kind, inner, number, under, block, level + 1)


def _within(quotes: tuple[Quote, ...], span: Span) -> tuple[Quote, ...]:
    """Return the quotations that lie inside `span` (`quotes` are in order of their start)."""
    first = bisect_left(quotes, span.start, key=lambda q: q.span.start)
    last = bisect_left(quotes, span.end, key=lambda q: q.span.start)
    return tuple(q for q in quotes[first:last] if q.span.end <= span.end)


def _worth(doc: Document, unit: Unit, beliefs: bool) -> bool:
    """Tell whether a rule over the parse may find something: a signal, an opening view, an open aside."""
    if signalled(doc.text, doc.lang, unit.span, beliefs) or opens_view(unit.span.of(doc.text), doc.lang):
        return True
    if any(_COLON.search(doc.text, unit.span.start, hole.span.start) for hole in unit.holes):
        return True
    open_verbs = not table(doc.lang, "grammar").get("bare_clause")
    return open_verbs and any(_ONWARD.match(doc.text, hole.span.end, unit.span.end) for hole in unit.holes)


def _stand_in(lang: str) -> str:
    return str(table(lang, "quotes").get("stand_in", "x"))


@dataclass(frozen=True, slots=True)
class _View:
    """The text given to the parser, and where its pieces stand in the document."""

    text: str
    pieces: tuple[tuple[int, int, int, bool], ...]

    def back(self, word: Word) -> Word:
        """Return the word with document offsets; a stand-in covers all that it stands for."""
        start = end = 0
        for at, origin, length, held in self.pieces:
            if at <= word.start:
                start = origin if held else min(origin + (word.start - at), origin + max(0, length - 1))
                end = origin + length if held else min(start + (word.end - word.start), origin + length)
        return Word(start, end, word.low, word.pos, word.tag, word.dep, word.head, word.morph)


def _restored(words: str, elided: str) -> str:
    """Give an elided word before a mark of quotation its vowel back ("qu'«" is read as "que «")."""
    return words[:-1] + elided if elided and _ELIDED.search(words) else words


def _view(text: str, unit: Unit, stand_in: str, elided: str) -> _View:
    """Write the unit for the parser: spaces around marks of quotation, stand-ins for long quotations.

    `elided` is the letter that an apostrophe before such a mark stands for, or nothing.
    """
    out: list[str] = []
    pieces: list[tuple[int, int, int, bool]] = []
    size, at = 0, unit.span.start

    def put(written: str, origin: int, length: int, held: bool) -> None:
        nonlocal size
        pieces.append((size, origin, length, held))
        out.append(written)
        size += len(written)

    for stop, hole in _breaks(unit):
        put(_restored(text[at:stop].replace("\x00", " "), elided), at, stop - at, False)
        if hole:
            put(stand_in, hole.inner.start, len(hole.inner), True)
        put(" ", stop, 1, True)
        at = hole.inner.end if hole else stop
    put(text[at : unit.span.end].replace("\x00", " "), at, unit.span.end - at, False)
    return _View("".join(out), tuple(pieces))


def _breaks(unit: Unit) -> list[tuple[int, Quote | None]]:
    """Return where spaces or stand-ins go, in order."""
    holes = {hole.span.start: hole for hole in unit.holes}
    found: dict[int, Quote | None] = {}
    for quote in unit.quotes:
        hole = holes.get(quote.span.start)
        found.setdefault(quote.span.start, None)
        found[quote.inner.start] = hole
        if hole is None:
            found.setdefault(quote.inner.end, None)
        found.setdefault(quote.span.end, None)
    return sorted(((at, hole) for at, hole in found.items()), key=lambda b: b[0])
