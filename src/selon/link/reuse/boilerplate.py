"""What every page of one outlet carries: runs of words that mark the outlet, not the article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

import msgspec

from selon.link.reuse.view import View
from selon.link.reuse.weights import sample
from selon.text.shingles import runs

PAGES = 4
"""Different texts of one outlet that must carry a sentence before it is held for boilerplate."""
SHARE = 0.5
"""Share of the outlet's texts that must carry it."""
SAMPLE = 400
"""Texts of one outlet that are looked at: of more, a sample by their digests."""
MOST = 0.6
"""A text that would lose more of its words than this keeps them: it is a version of one article."""


class Page(msgspec.Struct, frozen=True):
    """A text of one outlet: the digest of its words, and its sentences as numbers."""

    key: str
    sentences: tuple[int, ...]


def page(view: View) -> Page:
    """Return what boilerplate needs of a view."""
    return Page(view.key, tuple(_numbers(view)))


def _numbers(view: View) -> list[int]:
    return list(map(int, runs(view.ids, [last - first for first, last in view.pieces]).tolist()))


def sample_pages(pages: Iterable[Page]) -> list[Page]:
    """Return the texts of one outlet that say what it carries."""
    return sample(pages, SAMPLE)


def common(pages: Iterable[Page]) -> frozenset[int]:
    """Return the sentences that most texts of one outlet carry."""
    texts = sample_pages(pages)
    if len(texts) < PAGES:
        return frozenset()
    counts = Counter(s for text in texts for s in set(text.sentences))
    return frozenset(s for s, n in counts.items() if n >= max(PAGES, SHARE * len(texts)))


def without_boilerplate(views: Sequence[View]) -> list[View]:
    """Return `views` with the sentences that the outlet's other pages carry too made mute."""
    by_outlet: dict[str, list[Page]] = defaultdict(list)
    for view in views:
        if view.doc.outlet:
            by_outlet[view.doc.outlet].append(page(view))
    found = {outlet: common(pages) for outlet, pages in by_outlet.items()}
    return [muted(v, found.get(v.doc.outlet or "", frozenset())) for v in views]


def muted(view: View, carried: Set[int]) -> View:
    """Return the view with the sentences that its outlet carries everywhere made mute."""
    if not carried:
        return view
    hit = [at for at, number in zip(view.pieces, _numbers(view), strict=True) if number in carried]
    if not hit or sum(last - first for first, last in hit) > MOST * len(view.ids):
        return view
    mute = list(view.mute)
    for first, last in hit:
        mute[first:last] = [True] * (last - first)
    return replace(view, mute=tuple(mute))
