"""What every page of one outlet carries: runs of words that mark the outlet, not the article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from selon.link.reuse.view import View

PAGES = 4
"""Different texts of one outlet that must carry a sentence before it is held for boilerplate."""
SHARE = 0.5
"""Share of the outlet's texts that must carry it."""
MOST = 0.6
"""A text that would lose more of its words than this keeps them: it is a version of one article."""


def without_boilerplate(views: Sequence[View]) -> list[View]:
    """Return `views` with the sentences that the outlet's other pages carry too made mute."""
    by_outlet: dict[str, dict[str, View]] = defaultdict(dict)
    for view in views:
        if view.doc.outlet:
            by_outlet[view.doc.outlet][view.key] = view
    common = {outlet: _common(list(texts.values())) for outlet, texts in by_outlet.items()}
    return [_muted(v, common.get(v.doc.outlet or "", frozenset())) for v in views]


Sentence = tuple[int, ...]


def _common(texts: Sequence[View]) -> frozenset[Sentence]:
    if len(texts) < PAGES:
        return frozenset()
    counts = Counter(s for view in texts for s in {view.ids[a:b] for a, b in view.pieces})
    return frozenset(s for s, n in counts.items() if n >= max(PAGES, SHARE * len(texts)))


def _muted(view: View, common: frozenset[Sentence]) -> View:
    hit = [(a, b) for a, b in view.pieces if view.ids[a:b] in common]
    if not hit or sum(b - a for a, b in hit) > MOST * len(view.ids):
        return view
    mute = list(view.mute)
    for first, last in hit:
        mute[first:last] = [True] * (last - first)
    return replace(view, mute=tuple(mute))
