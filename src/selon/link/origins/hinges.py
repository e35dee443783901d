"""What the count of a claim hangs on: a copy whose direction is open, and the one copy that keeps it low."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from msgspec.structs import replace

from selon.link.chains.scene import Scene, Trace
from selon.link.origins.origins import Settled
from selon.model.claim import CountStep

MOST = 16
"""Articles of a claim above which no single copy is looked at: the count of so many hangs on none."""

Count = Callable[[Scene, str], int]
"""The origin count that a claim has in another scene, in which only one document came from elsewhere."""


def hinges(
    scene: Scene, claim: Sequence[int], traces: Sequence[Trace], settled: Settled, count: Count
) -> tuple[CountStep, ...]:
    """Return what a decided direction, or a copy that were none, would make of the count; only changes.

    `docs` of a step are the two texts, the one that derives (or may derive) first.
    """
    docs = {scene.found[k].doc for k in claim}
    if not 1 < len(docs) <= MOST:
        return ()
    now = len({e.key for e in settled.ends if e is not None})
    found = [*_decided(scene, docs, count), *_undone(scene, claim, traces, count)]
    return tuple(CountStep(rule, n - now, n, pair) for rule, n, pair in found if n != now)


def _decided(scene: Scene, docs: Collection[str], count: Count) -> Iterator[tuple[str, int, tuple[str, str]]]:
    """The lower of the counts that an open direction between two texts of the claim, decided, would give."""
    for edge in scene.paths.undecided():
        if edge.derived in docs and edge.source in docs:
            both = ((edge.derived, edge.source), (edge.source, edge.derived))
            made = [(count(replace(scene, paths=scene.paths.decided(edge, d)), d), (d, s)) for d, s in both]
            yield "undecided", *min(made)


def _undone(
    scene: Scene, claim: Sequence[int], traces: Sequence[Trace], count: Count
) -> Iterator[tuple[str, int, tuple[str, str]]]:
    """The count without each of the copies that the chains of the claim go through, one at a time."""
    copied = {scene.found[k].doc for k, t in zip(claim, traces, strict=True) if t.copied}
    for doc in sorted(copied):
        for edge in scene.paths.originals(doc):
            other = replace(scene, paths=scene.paths.without(edge))
            yield "copy", count(other, doc), (edge.derived, edge.source)
