"""Contents cut into what can be compared: sentences, clauses, figures set against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from selon.languages import pack
from selon.link import wording
from selon.link.quantities.magnitudes import concept
from selon.link.quantities.tallies import MEASURES
from selon.model.document import Document
from selon.model.quantity import Quantity
from selon.model.span import Span, hull
from selon.model.statement import Form, Statement
from selon.text import polarity, segment
from selon.text.normalise import fold, folded

_LONGEST = 480
_WORD = re.compile(r"\w")
_LONG_CONTENT = 90
"""Code points: shorter contents are never cut into clauses."""
_CLAUSE = 4
"""Content words that a clause needs to be compared on its own."""
_COMMA = re.compile(r"[,;] ")
_TELLING = 3.0
"""Counts up to this are cut off from no other."""
_BETWEEN = 4
"""Words between "and" and the count that it brings."""


def pieces(doc: Document, statement: Statement, quantities: Sequence[Quantity] = ()) -> tuple[Span, ...]:
    """Return the contents of a statement one by one: sentences, cut before "contre 84.000" and between two
    counts ("412 arrested | and 378 held")."""
    whole = hull(statement.content)
    voiced = statement.form is Form.voice
    out: list[Span] = []
    for sentence in segment.sentences(doc.text, doc.lang, whole):
        for cut in (
            c
            for part in _cut_figures(doc, sentence, quantities)
            for c in ((part,) if voiced else _clauses(doc, part))
        ):
            tidy = _bare(doc.text, cut)
            if tidy is not None and any(tidy.overlap(c) for c in statement.content):
                out.append(tidy)
    return tuple(out)


def figures_left(
    doc: Document,
    statements: Sequence[Statement],
    sentences: Sequence[Span],
    quantities: tuple[Quantity, ...],
) -> Iterator[tuple[Statement, Span]]:
    """Clauses with a figure that no content covers, beside a source: "selon X, qui a compté 69.000 …"."""
    taken = [c for s in statements for c in s.content]
    for quantity in quantities:
        if not quantity.unit or any(c.overlap(quantity.span) for c in taken):
            continue
        inside = next((s for s in sentences if s.holds(quantity.span)), None)
        beside = [s for s in statements if inside and s.source and inside.holds(hull(s.source))]
        if inside is not None and beside:
            nearest = min(beside, key=lambda s: (abs(s.source[0].start - quantity.span.start), s.id))
            if not (quantity.span.end <= hull(nearest.content).start and _part(doc, nearest)):
                yield nearest, _clause_of(doc, inside, quantity.span)


def _part(doc: Document, statement: Statement) -> bool:
    """Whether the content is a part of the count before it ("including 90 in the port, the police said")."""
    opening = fold(hull(statement.content).of(doc.text)).split(" ")[0]
    return opening in pack.table(doc.lang, "tallies").get("parts", ())


def _clause_of(doc: Document, sentence: Span, span: Span) -> Span:
    """The stretch between commas around a figure."""
    start = max(
        (m.end() for m in _COMMA.finditer(doc.text, sentence.start, span.start)), default=sentence.start
    )
    after = _COMMA.search(doc.text, span.end, sentence.end)
    return _bare(doc.text, Span(start, after.start() if after else sentence.end)) or span


@cache
def _splits(lang: str) -> re.Pattern[str]:
    forms = pack.table(lang, "bounds").get("splits", ())
    return re.compile(r"[,;(-] ?(?=(?:" + "|".join(map(re.escape, forms or ["\x00"])) + r") (?:\w+ )?\d)")


def _cut_figures(doc: Document, sentence: Span, quantities: Sequence[Quantity]) -> Iterator[Span]:
    at = sentence.start
    for cut in sorted({*_against(doc, sentence), *_counts(doc, sentence, quantities)}):
        if re.search(r"\d", doc.text[at:cut]) and at < cut < sentence.end:
            yield Span(at, cut)
            at = cut
    yield Span(at, sentence.end)


def _against(doc: Document, sentence: Span) -> Iterator[int]:
    """Where a figure is set against another."""
    plain = folded(sentence.of(doc.text))
    for match in _splits(doc.lang).finditer(plain.text):
        yield sentence.start + plain.starts[match.end() - 1] + 1


def _counts(doc: Document, sentence: Span, quantities: Sequence[Quantity]) -> Iterator[int]:
    """Where a count ends and the next one begins: each may be said without the other."""
    inside = [q for q in quantities if sentence.holds(q.span) and q.unit]
    counts = [q for q in inside if concept(q.unit, doc.lang) not in MEASURES and q.value > _TELLING]
    for one, other in pairwise(counts):
        plain = folded(doc.text[one.span.end : other.span.start])
        if joint := _joints(doc.lang).search(plain.text):
            at = joint.start("cut") if joint.group("cut") else joint.start("comma") - 1
            yield one.span.end + plain.starts[at]


@cache
def _joints(lang: str) -> re.Pattern[str]:
    """A word that joins two counts, with the few words that may stand before the second one."""
    forms = pack.table(lang, "bounds").get("joints", ())
    words = "|".join(map(re.escape, sorted(forms, key=lambda f: (-len(f), f)) or ["\x00"]))
    return re.compile(rf"(?:(?<!\w)(?P<cut>{words})\s(?:[\w'-]+\s){{0,{_BETWEEN}}}|, (?P<comma>))$")


def _clauses(doc: Document, sentence: Span) -> Iterator[Span]:
    """Cut a long content at commas that have enough to say on both sides; never one that denies, whose
    negative word may rule all of it."""
    text = sentence.of(doc.text)
    at = 0
    whole = len(text) < _LONG_CONTENT or polarity.negated(text, doc.lang)
    for match in () if whole else _COMMA.finditer(text):
        ahead = wording.stems(text[match.end() :], doc.lang)
        if (
            len(set(wording.stems(text[at : match.start()], doc.lang))) >= _CLAUSE
            and len(set(ahead)) >= _CLAUSE
        ):
            yield Span(sentence.start + at, sentence.start + match.end())
            at = match.end()
    yield Span(sentence.start + at, sentence.end)


def _bare(text: str, span: Span) -> Span | None:
    """Cut quotation marks, brackets and blanks off both ends, and what is longer than a long sentence."""
    start, end = span.start, min(span.end, span.start + _LONGEST)
    while start < end and not (text[start].isalnum() or text[start] in "€$£#@"):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in "%€$£"):
        end -= 1
    return Span(start, end) if end - start > 2 and _WORD.search(text, start, end) else None
