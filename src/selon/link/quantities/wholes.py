"""Which place a figure is of: a whole, the part of a place, and what is compared with either."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from selon.link.quantities.circumstances import placed_behind
from selon.link.quantities.reading import Reading
from selon.link.quantities.tallies import leads_to_whole
from selon.model.document import Document

_AHEAD = 24
"""Code points before a whole that hold the words that lead to it."""


def settled(doc: Document, found: Sequence[Reading]) -> tuple[Reading, ...]:
    """Return the figures of one text, in order, with their places settled.

    A whole of which the part of a place is told is of no one place, and what is told for comparison is of the
    place of the figure that it is compared with.
    """
    out: list[Reading] = []
    for one in found:
        told = [n for n, r in enumerate(out) if r.sentence == one.sentence and _one_kind(r, one)]
        if one.share and told:
            out[told[-1]] = replace(out[told[-1]], whole=True)
        if told and out[told[-1]].site and _out_of(doc, one):
            one = replace(one, whole=True)
        if one.compared and told and not placed_behind(doc, one.quantity, one.sentence):
            beside = _compared_with(one, [out[n] for n in told])
            one = replace(one, extent=beside.extent, site=beside.site, whole=beside.whole)
        out.append(one)
    return tuple(out)


def _out_of(doc: Document, one: Reading) -> bool:
    """Whether a figure is the whole of the one before it ("42 arrests in Brindelle out of 130 arrests")."""
    start = one.quantity.span.start
    return leads_to_whole(doc.text[max(0, start - _AHEAD) : start], doc.lang)


def _one_kind(one: Reading, other: Reading) -> bool:
    return one.tally.kind == other.tally.kind


def _compared_with(one: Reading, told: Sequence[Reading]) -> Reading:
    """The figure right before it, or the whole of which that is a part, if its size is nearer to the whole
    ("4,200, of whom 300 in Brindelle, against 9,100")."""
    last = told[-1]
    if not last.share or len(told) < 2:
        return last
    return min(told[-1], told[-2], key=lambda r: _ratio(one, r))


def _ratio(one: Reading, other: Reading) -> float:
    low, high = sorted((one.quantity.value, other.quantity.value))
    return high / low
