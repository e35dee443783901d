"""Why two figures of one quantity differ: revision over time, period, scope, or a conflict.

The reason is read from the words of a new count, the moments and places beside both figures, the kind that is
counted (a toll grows) and the dates of the texts.
"""

from __future__ import annotations

from collections.abc import Sequence

from selon.link import wording
from selon.link.quantities.contrasts import contrasted
from selon.link.quantities.events import of_two_events
from selon.link.quantities.magnitudes import agree
from selon.link.quantities.rates import RATE
from selon.link.quantities.reading import Reading
from selon.link.quantities.relations import (
    apart,
    attributed_apart,
    gap,
    in_one_sentence,
    other_place,
    set_against,
)
from selon.link.quantities.tallies import POLL, running
from selon.model.quantity import ConflictReason


def why(one: Reading, other: Reading, readings: Sequence[Reading]) -> tuple[ConflictReason, str]:
    """Return the reason and the words or dates that show it; `readings` are all figures of the dossier."""
    if (told := told_apart(one, other)) is not None:
        return told
    days = f"{one.date} / {other.date}"
    if _grown(one, other, readings):
        return ConflictReason.revision, days
    counted = not running(one.tally, other.tally, one.lang) and not one.tally.kind.startswith(RATE)
    if counted and one.date and other.date and one.date != other.date:
        return ConflictReason.period, days
    return ConflictReason.conflict, ""


def told_apart(one: Reading, other: Reading) -> tuple[ConflictReason, str] | None:
    """Return the reason that the words beside two figures, or their years, give themselves."""
    days = f"{one.date} / {other.date}"
    moments = f"{_listed(one.moments)} / {_listed(other.moments)}"
    if replaces(one, other):
        return ConflictReason.revision, days
    if contrasted(one, other):
        return ConflictReason.period, moments
    if of_two_events(one.event, other.event):
        return ConflictReason.period, f"{one.event} / {other.event}"
    if one.tally.kind != other.tally.kind:
        return ConflictReason.scope, f"{one.quantity.unit} / {other.quantity.unit}"
    if one.tally.kind == POLL and not one.origins & other.origins:  # who is asked what differs between polls
        return ConflictReason.scope, f"{_listed(one.names)} / {_listed(other.names)}"
    if _reach(one, other):
        return ConflictReason.scope, f"{one.extent} / {other.extent}"
    if one.revised != other.revised and (apart(one, other) or bool(one.origins & other.origins)):
        return ConflictReason.revision, days
    hours = {m[-1] for m in one.moments ^ other.moments} == {"h"}
    if hours and set_against(one, other):
        return None
    if hours and not _years(one.date, other.date):
        grows = running(one.tally, other.tally, one.lang)
        return (ConflictReason.revision if grows else ConflictReason.period), moments
    if _other_moments(one, other):
        return ConflictReason.period, moments
    if _years(one.date, other.date) or _adding_up(one, other):
        return ConflictReason.period, days
    if other_place(one, other):
        return ConflictReason.scope, f"{_listed(one.places)} / {_listed(other.places)}"
    return None


def returns(one: Sequence[Reading], other: Sequence[Reading]) -> bool:
    """Tell whether texts give one figure before and after one that gives the other: neither replaced it."""
    ours, theirs = ([r.date for r in many if r.date is not None] for many in (one, other))
    return any(min(a) < b < max(a) for a, c in ((ours, theirs), (theirs, ours)) if a for b in c)


def replaces(one: Reading, other: Reading) -> bool:
    """Tell whether a sentence says between two figures that one of them is a new count ("166,000, revised
    upwards from 106,000")."""
    last = max(one, other, key=lambda r: r.quantity.span)
    between = last.text.split("…")[0][-gap(one, other) :] if gap(one, other) else ""
    return in_one_sentence(one, other) and wording.revised(between, one.lang)


def opposed(one: Reading, other: Reading) -> bool:
    """Tell whether one text sets two figures against each other, and nothing else tells them apart."""
    return set_against(one, other) and told_apart(one, other) is None


def _reach(one: Reading, other: Reading) -> bool:
    """Whether one figure is said to reach farther than the other, or the later of one text to reach less."""
    first, last = sorted((one, other), key=lambda r: r.quantity.span)
    if one.quantity.doc == other.quantity.doc and not first.extent:
        return bool(last.extent)
    return bool(one.extent and other.extent) and one.extent != other.extent


def _other_moments(one: Reading, other: Reading) -> bool:
    """Whether the words beside the figures say that they hold at different times; never of a toll, which is
    dated by its event."""
    if running(one.tally, other.tally, one.lang):
        return False
    words = one.moments | other.moments
    told = {m for m in one.moments ^ other.moments if not m.startswith("day")}
    both = bool(one.moments and other.moments) and one.moments.isdisjoint(other.moments)
    shifted = bool(words & {"before", "after"}) and (apart(one, other) or bool(told & {"before", "after"}))
    return (bool(told) and both) or shifted or _of_another_day(one, other)


def _adding_up(one: Reading, other: Reading) -> bool:
    """Whether one figure adds up from a start on, in texts that may be of two days ("depuis le début")."""
    total = one.tally.since or other.tally.since
    return total and apart(one, other) and not running(one.tally, other.tally, one.lang)


def _of_another_day(one: Reading, other: Reading) -> bool:
    """Whether one figure is dated in words and the other stands in a text of another day, not dated."""
    for dated, bare in ((one, other), (other, one)):
        days = {m for m in dated.moments if "/" in m}
        if days and not any("/" in m for m in bare.moments):
            _, month, day = (
                (bare.date or "").split("-") if (bare.date or "").count("-") == 2 else ("", "0", "0")
            )
            return f"{int(day)}/{int(month)}" not in days
    return False


def _grown(one: Reading, other: Reading, readings: Sequence[Reading]) -> bool:
    """Whether the later figure took the place of the earlier one: neither is given on the other's side."""
    if one.quantity.doc == other.quantity.doc or not apart(one, other):
        return False
    if running(one.tally, other.tally, one.lang):
        return not attributed_apart(one, other)
    if one.date is None or other.date is None or not (one.origins & other.origins):
        return False
    first, last = sorted((one, other), key=lambda r: r.date or "")
    return not any(
        (_given(r, first) and (r.date or "") >= (last.date or ""))
        or (_given(r, last) and (r.date or "") <= (first.date or ""))
        for r in readings
        if r.date is not None
    )


def _given(reading: Reading, figure: Reading) -> bool:
    return reading.tally.kind == figure.tally.kind and agree(reading.quantity, figure.quantity)


def _years(one: str | None, other: str | None) -> bool:
    return bool(one and other and one[:4] != other[:4])


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))
