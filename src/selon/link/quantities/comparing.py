"""Which two figures may count the same and differ: no parts of one count, not of two places or events."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain, combinations, groupby, pairwise

from selon.languages import pack
from selon.link import wording
from selon.link.quantities.contrasts import contrasted
from selon.link.quantities.magnitudes import agree, people
from selon.link.quantities.rates import RATE
from selon.link.quantities.reading import Reading
from selon.link.quantities.reasons import opposed, replaces
from selon.link.quantities.relations import attributed_apart, in_one_sentence, other_place, set_against
from selon.link.quantities.tallies import MONEY, PERSON, POLL, asked_again, comparable, grave, running
from selon.text.normalise import fold

_APART = 2.5
"""Figures that differ by more count something else: a part, another place, another day's total."""
_GROWN, _SOME = 4.0, 5
"""The same for arrests of one day, from the second figure on: they grow fourfold from hour to hour."""
_RIVALS = 20.0
"""The same for two sources that one text sets side by side: police and marchers count crowds far apart."""
_LARGE = 20.0
"""From here on the figure of a toll is hardly met twice by chance."""
_FEWEST = dict.fromkeys(MONEY, 2) | {POLL: 3}
"""Content words that two sums of money, or two shares of those asked, must share."""
_STEM = 5
"""Letters that a place and its adjective have in common."""
_WIDE = frozenset({"world", "country"})
"""Extents of counts that are of no one place."""

Figure = tuple[str, float]
"""A kind of things and how many."""
Values = tuple[str, float, float]
"""A kind of things with two figures, the lower one first."""


def key_of(one: Reading, other: Reading) -> Values:
    low, high = sorted((one.quantity.value, other.quantity.value))
    return one.tally.kind, low, high


def may_differ(one: Reading, other: Reading) -> bool:
    """Two figures of one kind that do not agree, not parts of one count and not one claim."""
    a, b = one.quantity, other.quantity
    if agree(a, b) or not comparable(one.tally, other.tally):
        return False
    if contrasted(one, other):
        return True
    if max(a.value, b.value) > _farthest(one, other) * min(a.value, b.value):
        return False
    if of_another_event(one, other):
        return False
    if in_one_sentence(one, other):
        return _beside_another(one, other) or replaces(one, other)
    if one.tally.kind == POLL and a.doc == b.doc and not _of_two_polls(one, other):
        return False
    if one.backdrop or other.backdrop or len(_common(one, other)) < _FEWEST.get(one.tally.kind, 0):
        return False
    return a.doc != b.doc or (not set(one.claims) & set(other.claims) and _within(one, other))


def _of_two_polls(one: Reading, other: Reading) -> bool:
    """Whether a text says that the latter of two shares is of a second poll, not of a second question."""
    last = max(one, other, key=lambda r: r.quantity.span)
    return asked_again(last.text, last.lang)


def _common(one: Reading, other: Reading) -> frozenset[str]:
    """The content words of two figures, but for those that any sum of money is written with."""
    return (one.stems & other.stems) - _of_sums(one.lang) - _of_sums(other.lang)


@cache
def _of_sums(lang: str) -> frozenset[str]:
    """The stems of currencies and scales ("billion")."""
    counted, scales = pack.table(lang, "counted"), pack.table(lang, "numbers").get("scales", {})
    return frozenset(map(wording.stem, chain(scales, *(counted.get(unit, ()) for unit in MONEY))))


def _farthest(one: Reading, other: Reading) -> float:
    """How many times one figure may be the other and still count the same."""
    if running(one.tally, other.tally, one.lang):
        grown = _one_day(one, other) and min(one.quantity.value, other.quantity.value) >= _SOME
        return _GROWN if grown and not grave(one.tally, one.lang) else _APART
    crowd = one.tally.kind in people(one.lang)
    return _RIVALS if crowd and _beside_another(one, other) else _APART


def _one_day(one: Reading, other: Reading) -> bool:
    """Whether nothing says that two figures are of two days."""
    return not (one.days and other.days and one.days.isdisjoint(other.days))


def _beside_another(one: Reading, other: Reading) -> bool:
    return opposed(one, other) and one.extent == other.extent


def of_another_event(one: Reading, other: Reading) -> bool:
    """Whether the words beside two figures say that they are of two events, or were made in two places."""
    apart = _other_entry(one, other) or _other_event(one, other) or _other_site(one, other)
    return apart or _of_two_years(one, other)


def _of_two_years(one: Reading, other: Reading) -> bool:
    """Whether two rates are told of two years: nobody disputes that a rate changes."""
    rate, years = one.tally.kind.startswith(RATE), (one.years, other.years)
    return rate and all(years) and years[0].isdisjoint(years[1])


def _other_entry(one: Reading, other: Reading) -> bool:
    """Whether a chronicle tells one of two figures under a year that is not the other's."""
    ours, theirs = (r.entry or (r.date or "")[:4] for r in (one, other))
    return bool(one.entry or other.entry) and ours != theirs


def _within(one: Reading, other: Reading) -> bool:
    """Whether two sentences of one text may give rival figures: of two sources, or of one toll; sums of money
    near each other only."""
    if other_place(one, other) or (one.tally.kind in MONEY and not set_against(one, other)):
        return False
    return attributed_apart(one, other) or running(one.tally, other.tally, one.lang)


def _other_site(one: Reading, other: Reading) -> bool:
    """Whether two counts were made in different places, or one in a place that the text of the other does not
    name: of a toll only where it names others; what holds for a whole country is of no one town."""
    if not (one.site or other.site):
        return False
    if one.whole != other.whole and (one.site or one.whole) and (other.site or other.whole):
        return True
    if _WIDE & {one.extent, other.extent}:
        return any(r.site and not r.extent for r in (one, other))
    if one.site and other.site:
        return one.site != other.site
    placed, bare = (one, other) if one.site else (other, one)
    if running(one.tally, other.tally, one.lang):
        return bool(bare.names) and placed.site[:_STEM] not in fold(bare.text)
    return placed.site[:_STEM] not in bare.around


def _other_event(one: Reading, other: Reading) -> bool:
    """Whether two tolls are of different events, by year or place; arrests must name one place, and small
    ones that name none tell of any small event."""
    places = bool(one.places and other.places) and one.places.isdisjoint(other.places)
    named = one.names or other.names
    told = one.extent or other.extent or min(one.quantity.value, other.quantity.value) >= _LARGE
    local = not grave(one.tally, one.lang) and not one.names & other.names and (named or not told)
    years = one.years != other.years and (one.years | other.years) - {
        (one.date or "")[:4],
        (other.date or "")[:4],
    }
    apart = places or bool(local) or bool(years) or one.former != other.former
    return running(one.tally, other.tally, one.lang) and apart


def side_by_side(found: Sequence[Reading]) -> set[Values]:
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
    alike = ((a, b) for a, b in pairs if _one_kind(a, b) and _beside(a, b))
    return {(r.tally.kind, *key_of(a, b)[1:]) for a, b in alike for r in (a, b)}


def _one_kind(one: Reading, other: Reading) -> bool:
    """Whether two figures may count the same people: of one kind, or one of them of people of any kind."""
    kinds = {one.tally.kind, other.tally.kind}
    return len(kinds) == 1 or PERSON in kinds


def _beside(one: Reading, other: Reading) -> bool:
    if other.tally.part:
        return not (other.extent and other.extent != one.extent)
    told = one.sentence == other.sentence and not one.revised and not other.revised
    rivals = attributed_apart(one, other)
    settings = [(r.moments, r.extent) for r in (one, other)]
    return told and not rivals and settings[0] == settings[1]
