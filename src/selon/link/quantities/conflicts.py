"""Figures of one quantity that differ, and why: conflict, revision, period or scope.

Two figures are held against each other when they count the same heads or things and stand in wordings that
are alike once the figures are left out; `selon.link.quantities.reasons` says why they differ.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, combinations, groupby, pairwise, product

import numpy as np
import numpy.typing as npt
from msgspec.structs import replace

from selon.link.bags import weights
from selon.link.quantities.magnitudes import agree
from selon.link.quantities.readings import AGE, Reading, readings
from selon.link.quantities.reasons import CLOSE, attributed_apart, gap, other_place, told_apart, why
from selon.link.quantities.tallies import GENERAL, MONEY, comparable, grave, running
from selon.model.claim import Claim, DisputeLevel
from selon.model.document import Document
from selon.model.quantity import ConflictReason, Quantity, QuantityConflict
from selon.model.span import Span
from selon.nlp.embedder import embed

VERSION = 4

_WORDS = 0.1
"""What all common words, weighted by rarity, add to the cosine."""
_ALIKE = 0.9
"""Least likeness of two wordings, their figures masked, that may speak of one quantity."""
_NEAR = 0.93
"""The same inside one document, for figures of two sources."""
_TOLL = 0.895
"""The same for tolls, which tell themselves what befell whom they count."""
_BESIDE = 0.7
"""The same for figures of two sources that one text sets close to each other."""
_RARE, _FEW = 0.84, 8
"""The same for figures of a thing so seldom counted (readings) that its name tells what is meant."""
_APART = 2.5
"""Figures that differ by more count something else: a part, another place, another day's total."""
_RIVALS = 20.0
"""The same for two sources that one text sets side by side: police and marchers count far apart."""
_FEWEST = 2
"""Content words that two sums of money must share."""
_ELSE = 0.85
"""Least likeness, figures masked, of two places that give one figure for one thing."""
_ELSEWHERE = 0.06
"""What two wordings that name different places must be more alike."""

_Pair = tuple[float, Reading, Reading]
"""How alike two readings are, and both."""
_Values = tuple[str, float, float]
"""A kind of things with two figures, the lower one first."""
_Contested = frozenset[tuple[str, str]]
"""Claims of which one contests the other's figure."""


def find_conflicts(
    docs: Sequence[Document], claims: Sequence[Claim], quantities: Mapping[str, Sequence[Quantity]]
) -> tuple[QuantityConflict, ...]:
    """Return the pairs of figures for one thing that differ, sorted by place.

    `quantities` is by document id. Two figures are told once, where most articles tell them, with all other
    places of both; of figures that differ in steps ("60, 85, 104 injured") each step is told.
    """
    found = readings(sorted(docs, key=lambda d: d.id), claims, quantities)
    told = {c.id: len(c.articles) for c in claims}
    pairs: dict[_Values, list[_Pair]] = defaultdict(list)
    for pair in _pairs(found):
        pairs[_key(*pair[1:])].append(pair)
    contested = _contested(claims)
    steps = _steps(pairs, contested)
    return tuple(sorted((_told_once(pairs[key], found, told, contested) for key in steps), key=_place))


def _contested(claims: Sequence[Claim]) -> _Contested:
    """The claims of which one contests the other's figure, both ways."""
    figures = ((c.id, d.claim) for c in claims for d in c.disputed_by if d.level is DisputeLevel.figure)
    found = {(one, other) for one, other in figures if other is not None}
    return frozenset(found | {(other, one) for one, other in found})


def _steps(pairs: Mapping[_Values, Sequence[_Pair]], contested: _Contested) -> frozenset[_Values]:
    """The pairs of figures with no third one between them that differs from both.

    Of two claims of which one contests the other's figure, as a changed copy does, nothing lies between.
    """
    kinds: dict[str, set[tuple[float, float]]] = defaultdict(set)
    for kind, low, high in pairs:
        kinds[kind].add((low, high))
    return frozenset(
        (kind, low, high)
        for (kind, low, high), many in pairs.items()
        if not _between(low, high, kinds[kind]) or _contest(many, contested)
    )


def _contest(many: Sequence[_Pair], contested: _Contested) -> bool:
    return any(pair in contested for _, one, other in many for pair in product(one.claims, other.claims))


def _between(low: float, high: float, found: Collection[tuple[float, float]]) -> bool:
    """Whether some figure between two others differs from both."""
    return any((low, top) in found and (top, high) in found for _, top in found if low < top < high)


def _told_once(
    many: Sequence[_Pair], found: Sequence[Reading], told: Mapping[str, int], contested: _Contested
) -> QuantityConflict:
    """The conflict of two figures, with the reason that weighs most among the pairs of their places.

    What one claim contests of the other is a conflict, whatever else lies between them.
    """
    made = [(alike, one, other, _conflict(one, other, found)) for alike, one, other in many]
    if _contest(many, contested):
        reason = ConflictReason.conflict
    else:
        reason = _reason([(one, other, conflict.why) for _, one, other, conflict in made])
    ranked = [
        (c.why is not reason, -_told(one, told) - _told(other, told), -alike, _place(c), c, one, other)
        for alike, one, other, c in made
    ]
    *_, first, one, other = min(ranked, key=lambda r: r[:4])
    places = _elsewhere(one, other, found)
    own = {first.a, first.b}
    return replace(
        first,
        why=reason,
        others=tuple(sorted({r.quantity for r in places} - own, key=lambda q: (q.doc, q.span))),
        claims=tuple(sorted({*first.claims, *(c for r in places for c in r.claims)})),
    )


def _reason(made: Sequence[tuple[Reading, Reading, ConflictReason]]) -> ConflictReason:
    """What the words beside the figures say most often; else a conflict where one text or two sources give
    both, a revision where one source does, and what most of the dates say."""
    said = Counter(why for one, other, why in made if told_apart(one, other) is not None)
    if said:
        return max(said, key=lambda why: (said[why], why.value))
    pairs = [(one, other) for one, other, _ in made]
    beside = any(one.quantity.doc == other.quantity.doc for one, other in pairs)
    if beside or any(attributed_apart(one, other) for one, other in pairs):
        return ConflictReason.conflict
    if any(one.origins & other.origins for one, other in pairs):
        return ConflictReason.revision
    count = Counter(why for *_, why in made)
    return max(count, key=lambda why: (count[why], why.value))


def _elsewhere(one: Reading, other: Reading, found: Sequence[Reading]) -> list[Reading]:
    """All places of both figures in wordings like theirs."""
    out: list[Reading] = []
    for figure in (one, other):
        same = [r for r in found if r.tally.kind == figure.tally.kind and agree(r.quantity, figure.quantity)]
        near = _cosine([figure, *same])[0, 1:] >= _ELSE
        out += [r for r, alike in zip(same, near, strict=True) if alike]
    return out


def _pairs(found: Sequence[Reading]) -> Iterator[_Pair]:
    """Yield the pairs of one kind that differ and stand in wordings alike."""
    kinds: dict[str, list[Reading]] = defaultdict(list)
    for one in found:
        kinds[one.tally.kind].append(one)
    rarity, apart = weights([r.stems for r in found]), _side_by_side(found)
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
                    and _key(one, many[m]) not in apart
                ):
                    alike = float(cosine[n, m]) + _WORDS * _common(one, many[m], rarity)
                    if alike >= least:
                        yield alike, one, many[m]


def _key(one: Reading, other: Reading) -> _Values:
    low, high = sorted((one.quantity.value, other.quantity.value))
    return one.tally.kind, low, high


def _side_by_side(found: Sequence[Reading]) -> set[_Values]:
    """The kinds and values that a sentence itself sets beside each other: no two counts of one thing.

    A whole and its part ("32, of which 18"), but for a part by place, which is a count of its own ("210, of
    which 90 in the capital"); and what is counted at one time in one breath ("300 marchers and 350 others").
    """
    texts = groupby(found, key=lambda r: r.quantity.doc)
    sentences = groupby(found, key=lambda r: (r.quantity.doc, r.sentence))
    pairs = chain(
        (pair for _, many in texts for pair in pairwise(many)),
        (pair for _, many in sentences for pair in combinations(many, 2)),
    )
    return {_key(a, b) for a, b in pairs if a.tally.kind == b.tally.kind and _beside(a, b)}


def _beside(one: Reading, other: Reading) -> bool:
    if other.tally.part:
        return not (other.extent and other.extent != one.extent)
    told = one.sentence == other.sentence and not one.revised and not other.revised
    rivals = attributed_apart(one, other)
    settings = [(r.moments, r.extent) for r in (one, other)]
    return told and not rivals and settings[0] == settings[1]


def _told(one: Reading, told: Mapping[str, int]) -> int:
    """How many articles tell a figure, by the claim that most of them share."""
    return max((told[c] for c in one.claims), default=1)


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
    if agree(a, b) or set(one.claims) & set(other.claims) or not comparable(one.tally, other.tally):
        return False
    beside = a.doc == b.doc and gap(one, other) <= CLOSE and one.extent == other.extent
    beside = beside and attributed_apart(one, other) and told_apart(one, other) is None
    if max(a.value, b.value) > (_RIVALS if beside else _APART) * min(a.value, b.value):
        return False
    if _other_event(one, other):
        return False
    if one.tally.kind in MONEY and len(one.stems & other.stems) < _FEWEST:
        return False
    if a.doc != b.doc:
        return True
    if other_place(one, other):
        return False
    sources = attributed_apart(one, other)
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


def _least(one: Reading, other: Reading, rare: bool) -> float:
    if one.tally.kind.startswith(AGE):
        return 0.0
    toll = running(one.tally, other.tally, one.lang)
    apart = other_place(one, other)
    if one.quantity.doc == other.quantity.doc:
        beside = not apart and gap(one, other) <= CLOSE and one.tally.kind not in MONEY
        return _BESIDE if beside else _NEAR
    return (_TOLL if toll else _RARE if rare else _ALIKE) + _ELSEWHERE * apart


def _conflict(one: Reading, other: Reading, found: Sequence[Reading]) -> QuantityConflict:
    reason, words = why(one, other, found)
    claims = tuple(sorted({*one.claims, *other.claims}))
    return QuantityConflict(one.quantity, other.quantity, reason, words, claims)
