"""Passages that are only what a page says of itself: notices that both pages carry, whole or in part."""

from __future__ import annotations

from selon.link.reuse.alignment import Range
from selon.link.reuse.notices import is_notice
from selon.link.reuse.view import View

HALF = 0.5
"""Share of a passage's words that stand in notices from which the rest belongs to the same notice."""
LINE = 40
"""Words: what is no longer and reads as a notice is one, also inside a sentence that runs on."""


def is_aside(a: View, b: View, ours: Range, theirs: Range) -> bool:
    """Tell whether two runs of words are a notice, on one side at least: the other may be cut otherwise."""
    short = max(ours[1] - ours[0], theirs[1] - theirs[0]) <= LINE
    return any(_in_notices(v, at) or (short and _reads_as_one(v, at)) for v, at in ((a, ours), (b, theirs)))


def _in_notices(view: View, at: Range) -> bool:
    return sum(view.notice[at[0] : at[1]]) >= HALF * (at[1] - at[0])


def _reads_as_one(view: View, at: Range) -> bool:
    return is_notice(view.hull(*at).of(view.doc.text))
