"""What other texts tell of the same figure: what it counts, of which numbered event, on which day.

A figure that is hardly met twice by chance is one figure wherever it stands: where one text leaves out what
all others tell that say anything, it is of the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from selon.link.quantities.circumstances import days_of
from selon.link.quantities.magnitudes import people, telling
from selon.link.quantities.reading import Reading
from selon.link.quantities.tallies import PERSON

_MANY, _FEWEST = 1e4, 3
"""From the first on even a round figure is of one thing where so many texts tell it."""

Told = Mapping[tuple[str, float], str]
"""What all texts that say anything say of a figure, by its kind and value."""


def retold(found: Sequence[Reading]) -> list[Reading]:
    """Return the figures with what other texts tell of them where their own says nothing."""
    kinds = _kinds(found)
    named = [_named(r, kinds) if _lent(r) else r for r in found]
    events, days = _agreed(named, lambda r: [r.event]), _agreed(named, _days)
    return [_placed(r, events, days) for r in named]


def _lent(one: Reading) -> bool:
    """Whether a figure has no kind of its own: of people of any kind, or with no noun behind it."""
    return one.tally.kind in {"", PERSON} or not one.quantity.what


def _named(one: Reading, kinds: Mapping[float, str]) -> Reading:
    kind = kinds.get(one.quantity.value, one.tally.kind)
    return replace(one, tally=replace(one.tally, kind=kind)) if kind != one.tally.kind else one


def _kinds(found: Sequence[Reading]) -> dict[float, str]:
    """What befell the people of a figure that is hardly met twice by chance, or what they do, as most texts
    that tell it say ("51,400 demonstrators" here, "51,400 people" there)."""
    told: dict[float, Counter[str]] = defaultdict(Counter)
    heads = {r.tally.kind for r in found if r.tally.kind in people(r.lang)} - {PERSON}
    for value, kind, _ in {
        (r.quantity.value, r.tally.kind, r.quantity.doc) for r in found if r.tally.kind in heads
    }:
        told[value][kind] += 1
    told = {v: kinds for v, kinds in told.items() if _of_one_thing(v, kinds.total())}
    most = {value: max(sorted(many), key=many.__getitem__) for value, many in told.items()}
    return {value: kind for value, kind in most.items() if 2 * told[value][kind] > told[value].total()}


def _of_one_thing(value: float, texts: int) -> bool:
    return telling(value) or (value >= _MANY and texts >= _FEWEST)


def _days(one: Reading) -> list[str]:
    """The days that the words beside a figure name."""
    return sorted(m for m in one.moments if "/" in m)


def _agreed(found: Sequence[Reading], what: Callable[[Reading], Iterable[str]]) -> Told:
    """What is said of each figure, where all that say anything say the same."""
    said: dict[tuple[str, float], set[str]] = defaultdict(set)
    texts: dict[tuple[str, float], set[str]] = defaultdict(set)
    for one in found:
        if told := [word for word in what(one) if word]:
            said[one.tally.kind, one.quantity.value].update(told)
            texts[one.tally.kind, one.quantity.value].add(one.quantity.doc)
    return {
        key: next(iter(words))
        for key, words in said.items()
        if len(words) == 1 and _of_one_thing(key[1], len(texts[key]))
    }


def _placed(one: Reading, events: Told, days: Told) -> Reading:
    """A figure with the event and the day that others give it; of a text that points elsewhere, without."""
    key = one.tally.kind, one.quantity.value
    if not one.event and not one.compared and (event := events.get(key)):
        one = replace(one, event=event)
    if not one.moments and (day := days.get(key)):
        moments = frozenset([day])
        one = replace(one, moments=moments, days=days_of(moments, one.date))
    return one
