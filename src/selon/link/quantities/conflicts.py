"""Figures of one quantity that differ, and why: conflict, revision, period or scope.

Two figures are held against each other when they count the same heads or things and stand in wordings that
are alike once the figures are left out; `selon.link.quantities.reasons` says why they differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt
from msgspec.structs import replace

from selon.link import wording
from selon.link.bags import weights
from selon.link.quantities.magnitudes import agree, people
from selon.link.quantities.readings import AGE, Reading, readings
from selon.link.quantities.reasons import why
from selon.link.quantities.tallies import GENERAL, MONEY, comparable, grave, running
from selon.model.claim import Claim
from selon.model.document import Document
from selon.model.quantity import ConflictReason, Quantity, QuantityConflict
from selon.model.span import Span
from selon.nlp.embedder import embed

VERSION = 2

_WORDS = 0.1
"""What all common words, weighted by rarity, add to the cosine."""
_ALIKE = 0.9
"""Least likeness of two wordings, their figures masked, that may speak of one quantity."""
_NEAR = 0.93
"""The same inside one document, for figures of two sources."""
_TOLL = 0.895
"""The same for tolls, which tell themselves what befell whom they count."""
_BESIDE, _CLOSE = 0.7, 400
"""The same for figures of two sources that one text sets so close to each other (in code points)."""
_RARE, _FEW = 0.84, 8
"""The same for figures of a thing so seldom counted (readings) that its name tells what is meant."""
_OTHER_UNIT, _ROUND = 0.82, 1000.0
"""The same for one figure, of this size at least, that two texts give to different things."""
_APART = 2.5
"""Figures that differ by more count something else: a part, another place, another day's total."""
_DIGITS = 2
_ELSEWHERE = 0.06
"""What two wordings that name different places must be more alike."""

_Rank = tuple[int, float, tuple[str, Span, str, Span]]
_Pair = tuple[float, Reading, Reading]
"""How alike two readings are, and both; pairs are ranked by how many articles tell them, then by that."""
_Key = tuple[str, float, float, ConflictReason]


def find_conflicts(
    docs: Sequence[Document], claims: Sequence[Claim], quantities: Mapping[str, Sequence[Quantity]]
) -> tuple[QuantityConflict, ...]:
    """Return the pairs of figures for one thing that differ, sorted by place.

    `quantities` is by document id. Pairs of one kind and both values are told once for each reason, where
    most articles tell them.
    """
    found = readings(sorted(docs, key=lambda d: d.id), claims, quantities)
    told = {c.id: len(c.articles) for c in claims}
    out: dict[_Key, list[tuple[_Rank, QuantityConflict]]] = defaultdict(list)
    for alike, one, other in [*_pairs(found), *_units(found)]:
        made = _conflict(one, other, found)
        if made.why is ConflictReason.period and not _worth_telling(one, other, told):
            continue
        rank = -_told(one, told) - _told(other, told), -alike, _place(made)
        out[*_key(one, other), made.why].append((rank, made))
    return tuple(sorted((_merged(many) for many in out.values()), key=_place))


def _merged(many: Sequence[tuple[_Rank, QuantityConflict]]) -> QuantityConflict:
    """The pair of places that comes first by rank, with all other places of both figures."""
    _, first = min(many, key=lambda pair: pair[0])
    places = {q for _, made in many for q in (made.a, made.b)} - {first.a, first.b}
    return replace(first, others=tuple(sorted(places, key=lambda q: (q.doc, q.span))))


def _pairs(found: Sequence[Reading]) -> Iterator[_Pair]:
    """Yield the pairs of one kind that differ and stand in wordings alike."""
    kinds: dict[str, list[Reading]] = defaultdict(list)
    for one in found:
        kinds[one.tally.kind].append(one)
    rarity, wholes = weights([r.stems for r in found]), _wholes(found)
    for kind in sorted(kinds):
        many = kinds[kind]
        if len({r.quantity.value for r in many}) < 2:
            continue
        cosine, rare = _cosine(many), len(many) <= _FEW and kind not in GENERAL
        texts = np.array([r.quantity.doc for r in many])
        lowest = (0.0 if kind.startswith(AGE) else _RARE) - _WORDS
        for n, one in enumerate(many):
            near = np.flatnonzero((cosine[n] >= lowest) | (texts == one.quantity.doc))
            for m in near[near > n].tolist():
                least = _least(one, many[m], rare)
                if (
                    cosine[n, m] >= least - _WORDS
                    and _may_differ(one, many[m])
                    and _key(one, many[m]) not in wholes
                ):
                    alike = float(cosine[n, m]) + _WORDS * _common(one, many[m], rarity)
                    if alike >= least:
                        yield alike, one, many[m]


def _key(one: Reading, other: Reading) -> tuple[str, float, float]:
    low, high = sorted((one.quantity.value, other.quantity.value))
    return one.tally.kind, low, high


def _wholes(found: Sequence[Reading]) -> set[tuple[str, float, float]]:
    """The kinds and values of a whole and its part, as texts give them ("32, of which 18"): no two counts."""
    pairs = zip(found, found[1:], strict=False)
    return {
        _key(part, whole)
        for whole, part in pairs
        if part.tally.part and whole.quantity.doc == part.quantity.doc and whole.tally.kind == part.tally.kind
    }


def _units(found: Sequence[Reading]) -> Iterator[_Pair]:
    """Yield the pairs of one large figure that two texts give to different things (women, implants)."""
    values: dict[float, list[Reading]] = defaultdict(list)
    for one in found:
        if one.quantity.value >= _ROUND:
            values[one.quantity.value].append(one)
    for value in sorted(values):
        many = values[value]
        if len({r.tally.kind for r in many}) < 2:
            continue
        cosine = _cosine(many)
        for n, one in enumerate(many):
            for m in np.flatnonzero(cosine[n] >= _OTHER_UNIT):
                other = many[int(m)]
                if m > n and _two_things(one, other):
                    yield float(cosine[n, m]), one, other


def _told(one: Reading, told: Mapping[str, int]) -> int:
    """How many articles tell a figure, by the claim that most of them share."""
    return max((told[c] for c in one.claims), default=1)


def _two_things(one: Reading, other: Reading) -> bool:
    """Whether two texts give one figure to two things, of which one at least speaks of both."""
    if one.quantity.doc == other.quantity.doc or one.tally.kind == other.tally.kind:
        return False
    kinds = {one.tally.kind, other.tally.kind}
    plain = not kinds & (GENERAL | people(one.lang)) and one.plural and other.plural
    names = wording.stem(one.quantity.unit), wording.stem(other.quantity.unit)
    return plain and (names[0] in other.stems or names[1] in one.stems)


def _worth_telling(one: Reading, other: Reading, told: Mapping[str, int]) -> bool:
    """Whether two figures of two periods may be taken for rivals: of two years, of totals that add up, or
    both told by several texts (figures of no claim are told)."""
    years = bool(one.date and other.date and one.date[:4] != other.date[:4])
    totals = one.tally.since or other.tally.since
    return years or totals or all(not r.claims or _told(r, told) > 1 for r in (one, other))


def _cosine(many: Sequence[Reading]) -> npt.NDArray[np.float32]:
    vectors = embed([r.text for r in many])
    product: npt.NDArray[np.float32] = np.round(vectors @ vectors.T, 4)
    return product


def _common(one: Reading, other: Reading, rarity: Mapping[str, float]) -> float:
    shared = sum(rarity[s] for s in sorted(one.stems & other.stems))
    union = sum(rarity[s] for s in sorted(one.stems | other.stems))
    return shared / union if union else 0.0


def _place(conflict: QuantityConflict) -> tuple[str, Span, str, Span]:
    return conflict.a.doc, conflict.a.span, conflict.b.doc, conflict.b.span


def _may_differ(one: Reading, other: Reading) -> bool:
    """Two figures of one kind that do not agree, not parts of one count and not one claim."""
    a, b = one.quantity, other.quantity
    if (
        agree(a, b)
        or _rounded(a, b)
        or set(one.claims) & set(other.claims)
        or not comparable(one.tally, other.tally)
    ):
        return False
    if max(a.value, b.value) > _APART * min(a.value, b.value) or _other_event(one, other):
        return False
    if a.doc != b.doc:
        return True
    if one.places and other.places and one.places.isdisjoint(other.places):
        return False
    sources = bool(one.origins and other.origins and one.origins.isdisjoint(other.origins))
    return one.sentence != other.sentence and (sources or running(one.tally, other.tally, one.lang))


def _other_event(one: Reading, other: Reading) -> bool:
    """Whether two tolls are of different events, by year or place; arrests must name one place."""
    places = bool(one.places and other.places) and one.places.isdisjoint(other.places)
    local = not grave(one.tally, one.lang) and (one.names or other.names) and not one.names & other.names
    years = one.years != other.years and (one.years | other.years) - {
        (one.date or "")[:4],
        (other.date or "")[:4],
    }
    return running(one.tally, other.tally, one.lang) and (places or bool(local) or bool(years))


def _rounded(a: Quantity, b: Quantity) -> bool:
    """Whether the rounder figure is the other one rounded (14,000 for 13,900), two digits at least kept."""
    fine, rough = sorted((a.value, b.value), key=lambda v: -len(f"{v:.0f}".rstrip("0")))
    digits = f"{rough:.0f}"
    zeros = len(digits) - len(digits.rstrip("0"))
    return len(digits) - zeros >= _DIGITS and zeros > 1 and round(fine, -zeros) == rough


def _least(one: Reading, other: Reading, rare: bool) -> float:
    if one.tally.kind.startswith(AGE):
        return 0.0
    toll = running(one.tally, other.tally, one.lang)
    apart = bool(one.places and other.places and one.places.isdisjoint(other.places))
    if one.quantity.doc == other.quantity.doc:
        beside = not apart and _gap(one, other) <= _CLOSE and one.tally.kind not in MONEY
        return _BESIDE if beside else _NEAR
    return (_TOLL if toll else _RARE if rare else _ALIKE) + _ELSEWHERE * apart


def _gap(one: Reading, other: Reading) -> int:
    a, b = one.quantity.span, other.quantity.span
    return max(a.start - b.end, b.start - a.end)


def _conflict(one: Reading, other: Reading, found: Sequence[Reading]) -> QuantityConflict:
    reason, words = why(one, other, found)
    claims = tuple(sorted({*one.claims, *other.claims}))
    return QuantityConflict(one.quantity, other.quantity, reason, words, claims)
