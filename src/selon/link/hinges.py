"""What the count of a claim hangs on: a copy whose direction is open, and the one copy that keeps it low."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from selon.link.chains import original
from selon.link.origins import Settled
from selon.link.scene import End, Scene, Trace
from selon.model.claim import CountStep
from selon.model.lineage import Edge

MOST = 16
"""Articles of a claim above which no single copy is looked at: the count of so many hangs on none."""

Count = Callable[[Scene], int]
"""The origin count that a claim has in another scene."""


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
    open_ = [e for e in scene.paths.undecided() if e.derived in docs and e.source in docs]
    found = [*_decided(scene, claim, settled.ends, open_), *_undone(scene, claim, traces, count)]
    return tuple(CountStep(rule, n - now, n, pair) for rule, n, pair in found if n != now)


def _decided(
    scene: Scene, claim: Sequence[int], ends: Sequence[End | None], edges: Sequence[Edge]
) -> Iterator[tuple[str, int, tuple[str, str]]]:
    for edge in edges:
        both = ((edge.derived, edge.source), (edge.source, edge.derived))
        pairs = [(_as_copy(scene, claim, ends, *pair), pair) for pair in both]
        count, pair = min(pairs)
        yield "undecided", count, pair


def _as_copy(
    scene: Scene, claim: Sequence[int], ends: Sequence[End | None], derived: str, source: str
) -> int:
    """The count if one text were a copy of the other: its places end where those of its original do."""
    at = {k: n for n, k in enumerate(claim)}
    keys = []
    for k, end in zip(claim, ends, strict=True):
        match = original(scene, claim, k, source) if scene.found[k].doc == derived else None
        own = match is None or (scene.found[match].voice and not scene.found[k].voice)
        keys.append(end if own or match is None else ends[at[match]])
    return len({e.key for e in keys if e is not None})


def _undone(
    scene: Scene, claim: Sequence[int], traces: Sequence[Trace], count: Count
) -> Iterator[tuple[str, int, tuple[str, str]]]:
    """The count without each of the copies that the chains of the claim go through, one at a time."""
    copied = {scene.found[k].doc for k, t in zip(claim, traces, strict=True) if t.copied}
    for doc in sorted(copied):
        for edge in scene.paths.originals(doc):
            other = replace(scene, paths=scene.paths.without(edge))
            yield "copy", count(other), (edge.derived, edge.source)
