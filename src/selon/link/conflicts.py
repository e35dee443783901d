"""Figures of one quantity that differ, and why: conflict, revision, period, scope or unknown.

Two figures are held against each other when they count the same unit and stand in wordings that are alike
once the figures are left out; the reason is read from the moments, places and sources on both sides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from selon.link import wording
from selon.link.bags import weights
from selon.link.magnitudes import agree, concept
from selon.model.claim import Claim
from selon.model.document import FURNITURE, Document
from selon.model.quantity import ConflictReason, Quantity, QuantityConflict
from selon.model.span import Span
from selon.nlp.embedder import embed
from selon.text import segment

VERSION = 1

_WORDS = 0.1
"""What all common words, weighted by rarity, add to the cosine."""
_ALIKE = 0.9
"""Least likeness of two wordings, their figures masked, that may speak of one quantity."""
_EDGE = re.compile(r"[,;():—–]|\d{3}")
_NEAR = 0.93
"""The same inside one document, for figures of two sources."""
_TELLING = 3.0
_NO_COUNT = frozenset({"year", "month", "week", "day", "metre", "degree", "%"})
"""Ages, durations and lengths tell of many things: they are held against each other in claims only."""
_APART = 2.5
"""Figures that differ by more count something else: a part, another place, another day's total."""
_ELSEWHERE = 0.06
"""What two wordings that name different places must be more alike."""
_WINDOW = 90
"""Code points around a figure that say where and when it holds."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure with the wording around it."""

    quantity: Quantity
    lang: str
    date: str | None
    sentence: Span
    text: str
    stems: frozenset[str]
    names: frozenset[str]
    moments: frozenset[str]
    revised: bool
    claims: tuple[str, ...]
    origins: frozenset[str]


def find_conflicts(
    docs: Sequence[Document], claims: Sequence[Claim], quantities: Mapping[str, Sequence[Quantity]]
) -> tuple[QuantityConflict, ...]:
    """Return the pairs of figures for one thing that differ, each pair of values once, sorted by place.

    `quantities` is by document id. Pairs of one unit and both values are told once, with the places that
    come first.
    """
    readings = _rivals(list(_readings(sorted(docs, key=lambda d: d.id), claims, quantities)))
    vectors = embed([r.text for r in readings])
    rarity = weights([r.stems for r in readings])
    out: dict[tuple[str, float, float], QuantityConflict] = {}
    for n, one in enumerate(readings):
        for m in range(n + 1, len(readings)):
            other = readings[m]
            alike = float(vectors[n] @ vectors[m]) + _WORDS * _common(one, other, rarity)
            if _may_differ(one, other) and alike >= _least(one, other):
                made = _conflict(one, other)
                key = _key(one, other)
                if key not in out or _rank(made) < _rank(out[key]):
                    out[key] = made
    return tuple(sorted(out.values(), key=lambda c: (c.a.doc, c.a.span, c.b.doc, c.b.span)))


def _moments(doc: Document, quantity: Quantity, sentence: Span, around: str) -> frozenset[str]:
    """When a figure holds: the days of its clause, and the hours printed near it ("communiqués à 17h00")."""
    hours = {m for m in wording.moments(around, doc.lang) if m.endswith("h")}
    return wording.moments(_clause(doc, quantity, sentence), doc.lang) | hours


def _clause(doc: Document, quantity: Quantity, sentence: Span) -> str:
    """The words that date a figure: between commas and other figures around it."""
    before = doc.text[sentence.start : quantity.span.start]
    after = doc.text[quantity.span.end : sentence.end]
    return _EDGE.split(before)[-1] + doc.text[quantity.span.start : quantity.span.end] + _EDGE.split(after)[0]


def _rivals(readings: Sequence[Reading]) -> list[Reading]:
    """Keep the readings of units that have two values or more."""
    values: dict[str, set[float]] = defaultdict(set)
    for r in readings:
        values[concept(r.quantity.unit, r.lang)].add(r.quantity.value)
    return [r for r in readings if len(values[concept(r.quantity.unit, r.lang)]) > 1]


def _common(one: Reading, other: Reading, rarity: Mapping[str, float]) -> float:
    shared = sum(rarity[s] for s in sorted(one.stems & other.stems))
    union = sum(rarity[s] for s in sorted(one.stems | other.stems))
    return shared / union if union else 0.0


def _key(one: Reading, other: Reading) -> tuple[str, float, float]:
    low, high = sorted((one.quantity.value, other.quantity.value))
    return concept(one.quantity.unit, one.lang), low, high


def _rank(conflict: QuantityConflict) -> tuple[int, str, Span, str, Span]:
    order = list(ConflictReason)
    return order.index(conflict.why), conflict.a.doc, conflict.a.span, conflict.b.doc, conflict.b.span


def _readings(
    docs: Sequence[Document], claims: Sequence[Claim], quantities: Mapping[str, Sequence[Quantity]]
) -> Iterator[Reading]:
    held: dict[Quantity, list[Claim]] = defaultdict(list)
    for claim in claims:
        for quantity in claim.quantities:
            held[quantity].append(claim)
    for doc in docs:
        sentences = segment.sentences(doc.text, doc.lang)
        for quantity in quantities.get(doc.id, ()):
            if not _counts(doc, quantity):
                continue
            yield _reading(doc, quantity, sentences, held.get(quantity, []))


def _counts(doc: Document, quantity: Quantity) -> bool:
    part = doc.part_at(quantity.span) if doc.parts else None
    telling = quantity.value > _TELLING and bool(quantity.unit)
    return (
        telling
        and concept(quantity.unit, doc.lang) not in _NO_COUNT
        and (part is None or part.kind not in FURNITURE)
    )


def _reading(doc: Document, quantity: Quantity, sentences: Sequence[Span], held: Sequence[Claim]) -> Reading:
    inside = next((s for s in sentences if s.holds(quantity.span)), quantity.span)
    near = Span(
        max(inside.start, quantity.span.start - _WINDOW), min(inside.end, quantity.span.end + _WINDOW)
    )
    words = near.of(doc.text)
    return Reading(
        quantity=quantity,
        lang=doc.lang,
        date=doc.date,
        sentence=inside,
        text=" ".join(
            f"{doc.text[near.start : quantity.span.start]} … {doc.text[quantity.span.end : near.end]}".split()
        ),
        stems=frozenset(wording.stems(words, doc.lang)),
        names=wording.names(doc.text, near),
        moments=_moments(doc, quantity, inside, words),
        revised=wording.revised(words, doc.lang),
        claims=tuple(sorted(c.id for c in held)),
        origins=frozenset(o.id for c in held for o in c.origins),
    )


def _may_differ(one: Reading, other: Reading) -> bool:
    """Two figures of one unit that do not agree, not parts of one count and not one claim."""
    a, b = one.quantity, other.quantity
    if agree(a, b) or set(one.claims) & set(other.claims):
        return False
    if concept(a.unit, one.lang) != concept(b.unit, other.lang):
        return False
    if max(a.value, b.value) > _APART * min(a.value, b.value):
        return False
    if a.doc == b.doc and one.sentence == other.sentence:
        return False
    return a.doc != b.doc or bool(one.origins and other.origins and one.origins.isdisjoint(other.origins))


def _least(one: Reading, other: Reading) -> float:
    least = _ALIKE if one.quantity.doc != other.quantity.doc else _NEAR
    apart = bool(one.names and other.names and one.names.isdisjoint(other.names))
    return least + _ELSEWHERE * apart


def _conflict(one: Reading, other: Reading) -> QuantityConflict:
    why, words = _why(one, other)
    claims = tuple(sorted({*one.claims, *other.claims}))
    return QuantityConflict(one.quantity, other.quantity, why, words, claims)


def _why(one: Reading, other: Reading) -> tuple[ConflictReason, str]:
    """Return the reason: words of a new count, other moments or years, other places, one source at two dates,
    else conflict."""
    if one.revised != other.revised and one.date != other.date:
        return ConflictReason.revision, f"{one.date} / {other.date}"
    if {m[-1] for m in one.moments ^ other.moments} == {"h"} and not _years(one.date, other.date):
        return ConflictReason.revision, f"{_listed(one.moments)} / {_listed(other.moments)}"
    told = {m for m in one.moments ^ other.moments if not m.startswith("day")}
    if told and (one.moments.isdisjoint(other.moments) or told & {"before", "after"}):
        return ConflictReason.period, f"{_listed(one.moments)} / {_listed(other.moments)}"
    if _years(one.date, other.date):
        return ConflictReason.period, f"{one.date} / {other.date}"
    if one.names and other.names and one.names.isdisjoint(other.names):
        return ConflictReason.scope, f"{_listed(one.names)} / {_listed(other.names)}"
    one_source = bool(one.origins & other.origins) or not (one.origins and other.origins)
    if one.date and other.date and one.date != other.date and one_source:
        return ConflictReason.revision, f"{one.date} / {other.date}"
    if not one.moments and not other.moments and not one.names and not other.names:
        return ConflictReason.unknown, ""
    return ConflictReason.conflict, ""


def _years(one: str | None, other: str | None) -> bool:
    return bool(one and other and one[:4] != other[:4])


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))
