"""Reuse in one language: aligned passages of two documents, and what changed between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from selon.link.kept import Kept
from selon.link.reuse.aligning import align_all
from selon.link.reuse.boilerplate import without_boilerplate
from selon.link.reuse.candidates import candidates
from selon.link.reuse.changes import compare
from selon.link.reuse.comparisons import NOTHING, Comparisons, Known, Tell
from selon.link.reuse.copies import between, earliest, inside
from selon.link.reuse.cuts import cuts
from selon.link.reuse.passages import SMALL, passage_of
from selon.link.reuse.translation import find_translations
from selon.link.reuse.view import View, Views, view_of
from selon.link.reuse.weights import Weigh, described, total, weigher
from selon.model.document import Document
from selon.model.passage import Compared, Passage, in_order
from selon.model.span import Spans

TOLD = 64
"""Comparisons between two words on how far a run is."""


def find_reuse(docs: Sequence[Document], quoted: Mapping[str, Spans]) -> tuple[Passage, ...]:
    """Return the passages that two documents share, by id and place; the order of `docs` changes nothing.

    `quoted[doc_id]` are the spans of quoted statements. Words that both texts quote, headings, notices,
    furniture and the boilerplate of one outlet never make a passage on their own. Of more than SAME_TEXT
    identical texts each is aligned with the earliest only: `pairs.make_pairs` names the siblings.
    """
    return compare_all(docs, quoted)[0]


def compare_all(
    docs: Sequence[Document],
    quoted: Mapping[str, Spans],
    before: Known = NOTHING,
    tell: Tell | None = None,
    kept: Kept | None = None,
) -> tuple[tuple[Passage, ...], tuple[Compared, ...]]:
    """Return what `find_reuse` returns, and what was compared, for the next run.

    What an earlier run compared and what has not changed since is taken from `before` and `kept`; `tell`
    hears how many comparisons of how many are done.
    """
    ordered = sorted(docs, key=lambda d: d.id)
    made = zip(ordered, cuts(ordered, kept or Kept()), strict=True)
    views = without_boilerplate([view_of(d, quoted.get(d.id, ()), cut) for d, cut in made])
    filled = [v for v in views if v.ids]
    comparisons = Comparisons(described(filled), before)
    found = [*_same_language(filled, comparisons, tell), *find_translations(views, kept=kept)]
    return tuple(sorted(found, key=in_order)), comparisons.made()


def _same_language(views: Sequence[View], comparisons: Comparisons, tell: Tell | None) -> Iterator[Passage]:
    weigh = weigher(views)
    groups: dict[str, list[View]] = defaultdict(list)
    for view in sorted(views, key=lambda v: earliest(v.doc)):
        groups[view.key].append(view)
    known, new = comparisons.parted(p for group in groups.values() for p in _ordered(inside(group)))
    yield from known
    for a, b in new:
        yield from identical(a, b, weigh)
    heads = [group[0] for group in groups.values()]
    pairs = candidates(heads, weigh, [len(group) for group in groups.values()])
    others = (between(groups[heads[x].key], groups[heads[y].key]) for x, y in pairs)
    known, new = comparisons.parted(p for many in others for p in _ordered(many))
    yield from known
    for done, found in enumerate(align_all(new, weigh), 1):
        yield from found
        if tell and (done % TOLD == 0 or done == len(new)):
            tell(done, len(new))


def _ordered(pairs: Iterable[Views]) -> Iterator[Views]:
    """Yield pairs of views with their ids in order."""
    for one, other in pairs:
        yield (one, other) if one.doc.id < other.doc.id else (other, one)


def identical(a: View, b: View, weigh: Weigh) -> Iterator[Passage]:
    """Yield the passage that two copies of one text are, unless all of it is quoted or a notice."""
    free = [s for s, x, y in zip(a.stems, a.mute, b.mute, strict=True) if not (x and y)]
    if total(free, weigh) >= SMALL:
        ours, theirs = (0, len(a.ids)), (0, len(b.ids))
        yield passage_of(a, b, (ours, theirs), compare(a, b, ours, theirs))
