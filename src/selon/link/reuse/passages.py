"""Passages of two documents: which aligned runs of sentences are reuse, of which kind, with which changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selon.link.reuse.alignment import SEED_DICE, Chain, Range, chains, overlap, plain, seeds
from selon.link.reuse.asides import is_aside
from selon.link.reuse.changes import Block, Blocks, changes, compare, matched
from selon.link.reuse.rewording import SHARE, Ranges, Suspects, reworded, suspects
from selon.link.reuse.stretches import best_stretch
from selon.link.reuse.surroundings import asked
from selon.link.reuse.view import View
from selon.link.reuse.weights import Weigh
from selon.model.identity import Made
from selon.model.passage import Change, ChangeKind, Passage, ReuseKind

STAGE = "reuse"
VERSION = 11
STRENGTH = 25.0
"""Shared weight (times closeness) outside quotations and headings that makes a passage: some six rare words.
"""
SMALL = 6.0
"""What is enough when the passage is most of the shorter text: then no more can be asked."""
MOST = 0.6
PLAIN = 20.0
"""Shared weight that names and figures do not count for: two texts name one body, list or address alike."""
PLAIN_SHARE = 0.33
EDITED = 0.6
"""Share of words kept in order: above, a passage is edited; below, it is reworded."""
CLAUSE = 8
"""Words: a longer stretch that one side leaves out says nothing about how the rest was copied."""
ORDERED = 0.4
"""Share of words in order below which a few sentences only speak of the same thing."""
LOOSE = 0.3
LEAST = 0.3
"""Share of the common words that stands in order at least: a list told backwards is only the same list."""
KNOWN = 0.4
"""Share of a text's sentences in passages from which the rest is not looked through: the copy is known."""
LITTLE = 50
"""Words: less in other words, and not most of a text, is what two reports on one thing may come to."""
ALONE_ORDERED = 0.33
LITTLE_ORDERED = 0.25
"""Share of words in order that so little needs, as one sentence alone and as several."""
FEW = 2
"""Sentences: so few in other words need vectors for a second witness, see `selon.link.reuse.rewording`."""
SEVERAL = 4
"""Sentences in the same order that may be reworded more freely."""
ALIKE = 0.8
TAKEN_OVER = 18
"""Words in order that are a passage by themselves, inside sentences that go on otherwise."""
FORMULA = 16
"""Words: so few may be what is said of any case, and need a name or a figure in common if they hold one."""
FAITHFUL = 0.75
"""Share of its words in order that such a stretch needs."""
PHRASE = 8
"""Words: fewer are a turn of phrase that anyone may use."""
TRIM = 12
"""Words at the end of a passage that nothing answers: longer ends are cut off."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What words alone show of two texts (ids in order: a < b): passages, the runs that are none by
    themselves, and sentences that may be the same in other words."""

    a: View
    b: View
    found: Sequence[Passage]
    others: Sequence[Chain]
    suspects: Suspects | None

    def asked(self) -> list[str]:
        """Return the sentences whose vectors `finished` compares."""
        return asked(self.a, self.b, self.suspects.near) if self.suspects else []


def draft(a: View, b: View, weigh: Weigh) -> Draft:
    """Compare `a` and `b` (ids in order: a < b) by words.

    What stays unmatched in texts with little in common is looked through for other words.
    """
    alike = seeds(a, b, weigh, SHARE)
    runs = chains([s for s in alike if s.dice >= SEED_DICE], a, b)
    found = {run: passage for run in runs if (passage := _of_chain(run, a, b, weigh))}
    taken: list[Ranges] = [((run[0].i, run[-1].i), (run[0].j, run[-1].j)) for run in found]
    little = _covered(taken, a, b) < KNOWN
    others = [run for run in runs if run not in found]
    return Draft(a, b, [*found.values()], others, suspects(a, b, weigh, alike, taken) if little else None)


def finished(of: Draft, weigh: Weigh) -> Iterator[Passage]:
    """Yield the passages that two texts share, strongest first."""
    a, b = of.a, of.b
    retold = list(_retold(a, b, reworded(a, b, weigh, of.suspects), weigh)) if of.suspects else []
    yield from (*of.found, *retold)
    for run in of.others:
        passage = _taken_over(run, a, b, weigh)
        if passage and not any(passage.a_span.overlap(p.a_span) for p in retold):
            yield passage


def _retold(a: View, b: View, runs: Sequence[Chain], weigh: Weigh) -> Iterator[Passage]:
    """Yield the runs in other words that keep enough order: a small part of both texts needs more."""
    hulls = [_hulls(run, a, b) for run in runs]
    least = _least(runs, hulls, a, b)
    for run, ranges in zip(runs, hulls, strict=True):
        blocks = compare(a, b, *ranges, _cuts(run, a, b))
        needed = max(least, LEAST * overlap(a, b, *ranges, weigh)[0])
        if _in_order(blocks) >= needed and not is_aside(a, b, *ranges) and not _of_others(blocks, a, b):
            yield passage_of(a, b, ranges, blocks)


def _least(runs: Sequence[Chain], hulls: Sequence[Ranges], a: View, b: View) -> float:
    """Return the share of words in order that all that stands in other words needs for its extent."""
    sizes = [sum(r[n][1] - r[n][0] for r in hulls) for n in (0, 1)]
    if min(sizes) >= LITTLE or max(sizes[0] / len(a.ids), sizes[1] / len(b.ids)) >= MOST:
        return 0.0
    return ALONE_ORDERED if sum(map(len, runs)) == 1 else LITTLE_ORDERED


def _covered(taken: list[Ranges], a: View, b: View) -> float:
    """Return the share of sentences that passages hold, of the text that is covered better."""
    ours, theirs = (sum(r[n][1] - r[n][0] + 1 for r in taken) for n in (0, 1))
    return max(ours / max(1, len(a.pieces)), theirs / max(1, len(b.pieces)))


def _hulls(chain: Chain, a: View, b: View) -> Ranges:
    first, last = chain[0], chain[-1]
    return (a.pieces[first.i][0], a.pieces[last.i][1]), (b.pieces[first.j][0], b.pieces[last.j][1])


def _cuts(chain: Chain, a: View, b: View) -> list[Range]:
    return [(a.pieces[s.i][0], b.pieces[s.j][0]) for s in chain[1:]]


def _of_chain(found: Chain, a: View, b: View, weigh: Weigh) -> Passage | None:
    chain = _solid(found)
    ours, theirs = _hulls(chain, a, b)
    if sum(s.free * s.dice for s in chain) < _needed(a, b, ours, theirs):
        return None
    if _is_phrase(a, b, ours, theirs):
        return None
    blocks = _trimmed(compare(a, b, ours, theirs, _cuts(chain, a, b)))
    return _of_blocks(blocks, a, b, weigh, _order_needed(_sentences(chain)))


def _taken_over(run: Chain, a: View, b: View, weigh: Weigh) -> Passage | None:
    """Return the stretch that is taken over word for word inside a run that is no passage as a whole."""
    if sum(s.free * s.dice for s in run) < SMALL:
        return None
    blocks = best_stretch(compare(a, b, *_hulls(run, a, b), _cuts(run, a, b)))
    return _of_blocks(blocks, a, b, weigh, FAITHFUL) if matched(blocks) >= TAKEN_OVER else None


def _of_blocks(blocks: Blocks, a: View, b: View, weigh: Weigh, order: float) -> Passage | None:
    """Return the passage that some aligned blocks are, when they share enough and keep enough order."""
    ours, theirs = (blocks[0].a0, blocks[-1].a1), (blocks[0].b0, blocks[-1].b1)
    dice, common, free = overlap(a, b, ours, theirs, weigh)
    needed = _needed(a, b, ours, theirs)
    if dice * free < needed or _in_order(blocks) < order:
        return None
    if needed > SMALL and plain(a, b, ours, theirs, weigh) < max(PLAIN, PLAIN_SHARE * common):
        return None
    if is_aside(a, b, ours, theirs) or _of_others(blocks, a, b):
        return None
    return passage_of(a, b, (ours, theirs), blocks)


def _of_others(blocks: Blocks, a: View, b: View) -> bool:
    """Tell whether a few words name somebody on one side, and nobody whom the other side names too."""
    words = min(blocks[-1].a1 - blocks[0].a0, blocks[-1].b1 - blocks[0].b0)
    if words > FORMULA or max(words / len(a.ids), words / len(b.ids)) >= MOST:
        return False
    kept = any(a.proper[k] for block in blocks if block.equal for k in range(block.a0, block.a1))
    other = [block for block in blocks if not block.equal]
    ours = any(a.proper[k] for block in other for k in range(block.a0, block.a1))
    theirs = any(b.proper[k] for block in other for k in range(block.b0, block.b1))
    return not kept and (ours or theirs)


def _order_needed(sentences: int) -> float:
    """Return the share of words in order that makes words a sure sign; for the rest see `reworded`."""
    if sentences <= FEW:
        return EDITED
    return LOOSE if sentences >= SEVERAL else ORDERED


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


def _trimmed(blocks: Blocks) -> Blocks:
    """Cut long unanswered ends off both sides."""
    kept = list(blocks)
    if len(kept) > 1 and not kept[0].equal and kept[0].size > TRIM:
        kept.pop(0)
    if len(kept) > 1 and not kept[-1].equal and kept[-1].size > TRIM:
        kept.pop()
    return tuple(kept)


def passage_of(a: View, b: View, ranges: Ranges, blocks: Blocks) -> Passage:
    """Return the passage over two ranges of words, with its kind and its changes."""
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
