"""Reuse in one language: aligned passages of two documents, and what changed between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import combinations

from selon.link.alignment import Chain, Range, chains, overlap, seeds
from selon.link.boilerplate import without_boilerplate
from selon.link.candidates import candidates
from selon.link.changes import Block, Blocks, changes, compare, matched
from selon.link.evidence import when
from selon.link.rewording import reworded
from selon.link.translation import find_translations
from selon.link.view import View, view_of
from selon.link.weights import Weigh, total, weigher
from selon.model.document import Document
from selon.model.identity import Made
from selon.model.passage import Change, ChangeKind, Passage, ReuseKind
from selon.model.span import Spans

STAGE = "reuse"
VERSION = 1
STRENGTH = 25.0
"""Shared weight (times closeness) outside quotations and headings that makes a passage: some six rare words.
"""
SMALL = 6.0
"""What is enough when the passage is most of the shorter text: then no more can be asked."""
MOST = 0.6
EDITED = 0.6
"""Share of words kept in order: above, a passage is edited; below, it is reworded."""
SAME_TEXT = 12
"""Copies of one text that are all compared with each other; beyond, each is compared with the first only."""
CLAUSE = 8
"""Words: a longer stretch that one side leaves out says nothing about how the rest was copied."""
ORDERED = 0.4
"""Share of words in order below which one or two sentences only speak of the same thing."""
LOOSE = 0.3
SEVERAL = 4
"""Sentences in the same order that may be reworded more freely."""
ALIKE = 0.8
PHRASE = 8
"""Words: fewer are a turn of phrase that anyone may use."""
TRIM = 12
"""Words at the end of a passage that nothing answers: longer ends are cut off."""


def find_reuse(docs: Sequence[Document], quoted: Mapping[str, Spans]) -> tuple[Passage, ...]:
    """Return the passages that two documents share, by id and place; the order of `docs` changes nothing.

    `quoted[doc_id]` are the spans of quoted statements. These, headings, furniture and the boilerplate of one
    outlet never make a passage on their own. Of more than SAME_TEXT identical texts each is aligned with the
    earliest only: `selon.link.pairs.make_pairs` names the siblings.
    """
    ordered = sorted(docs, key=lambda d: d.id)
    views = without_boilerplate([view_of(d, quoted.get(d.id, ())) for d in ordered])
    found = [*_same_language([v for v in views if v.ids]), *find_translations(views)]
    return tuple(sorted(found, key=lambda p: (p.a, p.b, p.a_span, p.b_span)))


def _same_language(views: Sequence[View]) -> Iterator[Passage]:
    weigh = weigher(views)
    groups: dict[str, list[View]] = defaultdict(list)
    for view in sorted(views, key=_first):
        groups[view.key].append(view)
    for group in groups.values():
        for first, second in _inside_group(group):
            yield from _identical(first, second, weigh)
    heads = [group[0] for group in groups.values()]
    sizes = [len(group) for group in groups.values()]
    for x, y in candidates(heads, weigh, sizes):
        yield from _between(groups[heads[x].key], groups[heads[y].key], weigh)


def _first(view: View) -> tuple[bool, datetime, str]:
    """Order copies by the start of their bar in UTC, those without a date last, then by id."""
    known = when(view.doc.published)
    return known is None, known.first if known else datetime.max.replace(tzinfo=UTC), view.doc.id


def _inside_group(group: Sequence[View]) -> Iterator[tuple[View, View]]:
    pairs: Iterable[tuple[View, View]]
    if len(group) <= SAME_TEXT:
        pairs = combinations(group, 2)
    else:
        pairs = ((group[0], other) for other in group[1:])
    for one, other in pairs:
        yield (one, other) if one.doc.id < other.doc.id else (other, one)


def _between(ours: Sequence[View], theirs: Sequence[View], weigh: Weigh) -> Iterator[Passage]:
    """Align every copy of one text with every copy of another, or only the first where there are many."""
    few = len(ours) * len(theirs) <= SAME_TEXT
    for first in ours if few else ours[:1]:
        for second in theirs if few else theirs[:1]:
            a, b = sorted((first, second), key=lambda v: v.doc.id)
            yield from align(a, b, weigh)


def _identical(a: View, b: View, weigh: Weigh) -> Iterator[Passage]:
    free = [s for s, x, y in zip(a.stems, a.mute, b.mute, strict=True) if not (x and y)]
    if total(free, weigh) >= SMALL:
        yield _passage(
            a, b, ((0, len(a.ids)), (0, len(b.ids))), compare(a, b, (0, len(a.ids)), (0, len(b.ids)))
        )


def align(a: View, b: View, weigh: Weigh) -> Iterator[Passage]:
    """Yield the passages that `a` and `b` share (ids in order: a < b), strongest first."""
    taken = []
    for chain in chains(seeds(a, b, weigh), a, b):
        if passage := _of_chain(chain, a, b, weigh):
            yield passage
            taken.append(((chain[0].i, chain[-1].i), (chain[0].j, chain[-1].j)))
    for chain in reworded(a, b, weigh, taken):
        yield _in_other_words(chain, a, b)


def _in_other_words(chain: Chain, a: View, b: View) -> Passage:
    ours, theirs = _hulls(chain, a, b)
    cuts = [(a.pieces[s.i][0], b.pieces[s.j][0]) for s in chain[1:]]
    return _passage(a, b, (ours, theirs), compare(a, b, ours, theirs, cuts))


def _hulls(chain: Chain, a: View, b: View) -> tuple[Range, Range]:
    return (a.pieces[chain[0].i][0], a.pieces[chain[-1].i][1]), (
        b.pieces[chain[0].j][0],
        b.pieces[chain[-1].j][1],
    )


def _of_chain(found: Chain, a: View, b: View, weigh: Weigh) -> Passage | None:
    chain = _solid(found)
    ours, theirs = _hulls(chain, a, b)
    if sum(s.free * s.dice for s in chain) < _needed(a, b, ours, theirs):
        return None
    if _is_phrase(a, b, ours, theirs):
        return None
    cuts = [(a.pieces[s.i][0], b.pieces[s.j][0]) for s in chain[1:]]
    cut_ours, cut_theirs, blocks = _trimmed(compare(a, b, ours, theirs, cuts), ours, theirs)
    if (cut_ours, cut_theirs) != (ours, theirs):
        dice, _, free = overlap(a, b, cut_ours, cut_theirs, weigh)
        if dice * free < _needed(a, b, cut_ours, cut_theirs):
            return None
    if _in_order(blocks) < (LOOSE if _sentences(chain) >= SEVERAL else ORDERED):
        return None
    return _passage(a, b, (cut_ours, cut_theirs), blocks)


def _sentences(chain: Chain) -> int:
    """Return how many sentences of the shorter side say something outside quotations and headings."""
    said = [s for s in chain if s.free > 0]
    return min(len({s.i for s in said}), len({s.j for s in said}))


def _solid(chain: Chain) -> Chain:
    """Cut headings and datelines that only resemble each other off the ends of a run."""
    solid = [n for n, s in enumerate(chain) if s.free > 0 or s.dice >= ALIKE]
    return chain[solid[0] : solid[-1] + 1] if solid else chain


def _in_order(blocks: Blocks) -> float:
    """Return the share of words kept in order; whole stretches that one side leaves out do not count."""
    rest = sum(b.size for b in blocks if not b.equal and not _left_out(b))
    kept = matched(blocks)
    return kept / max(1, kept + rest)


def _left_out(block: Block) -> bool:
    return not block.equal and min(block.a1 - block.a0, block.b1 - block.b0) == 0 and block.size >= CLAUSE


def _is_phrase(a: View, b: View, ours: Range, theirs: Range) -> bool:
    """Tell whether this is only a turn of phrase: a few words that are not most of either text."""
    words = min(ours[1] - ours[0], theirs[1] - theirs[0])
    return words < PHRASE and _needed(a, b, ours, theirs) > SMALL


def _needed(a: View, b: View, ours: Range, theirs: Range) -> float:
    """Return the strength that a passage of this extent needs."""
    share = max((ours[1] - ours[0]) / len(a.ids), (theirs[1] - theirs[0]) / len(b.ids))
    return SMALL if share >= MOST else STRENGTH


def _trimmed(blocks: Blocks, ours: Range, theirs: Range) -> tuple[Range, Range, Blocks]:
    """Cut long unanswered ends off both sides."""
    kept = list(blocks)
    if len(kept) > 1 and not kept[0].equal and kept[0].size > TRIM:
        gone = kept.pop(0)
        ours, theirs = (gone.a1, ours[1]), (gone.b1, theirs[1])
    if len(kept) > 1 and not kept[-1].equal and kept[-1].size > TRIM:
        gone = kept.pop()
        ours, theirs = (ours[0], gone.a0), (theirs[0], gone.b0)
    return ours, theirs, tuple(kept)


def _passage(a: View, b: View, ranges: tuple[Range, Range], blocks: Blocks) -> Passage:
    kept = _in_order(blocks)
    kind = _kind(blocks, kept)
    longer = max(ranges[0][1] - ranges[0][0], ranges[1][1] - ranges[1][0])
    return Passage(
        a=a.doc.id,
        a_span=a.hull(*ranges[0]),
        b=b.doc.id,
        b_span=b.hull(*ranges[1]),
        kind=kind,
        score=round(kept, 4),
        made=Made(STAGE, VERSION, f"{matched(blocks)} of {longer} words in order"),
        changes=_shown(kind, changes(blocks, a, b)),
    )


def _kind(blocks: Blocks, kept: float) -> ReuseKind:
    if all(b.equal or _left_out(b) for b in blocks):
        return ReuseKind.verbatim
    return ReuseKind.edited if kept >= EDITED else ReuseKind.reworded


def _shown(kind: ReuseKind, found: tuple[Change, ...]) -> tuple[Change, ...]:
    """Of a reworded passage what may change its sense is shown, and what is left out."""
    if kind is not ReuseKind.reworded:
        return found
    return tuple(c for c in found if c.kind is not ChangeKind.wording)
