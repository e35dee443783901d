"""The chains of a claim, all at once: however long a line of copies is, each text is followed once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from selon.link.chains.chains import trace
from selon.link.chains.scene import Scene, Trace


def traces(scene: Scene, claim: Sequence[int]) -> tuple[Trace, ...]:
    """Follow every proposition of a claim: originals first, whose chains their copies then take up.

    Chains that the scene knows are not followed again.
    """
    known = dict(scene.known)
    scene = replace(scene, known=known)
    for k in _originals_first(scene, claim):
        if k not in known:
            known[k] = trace(scene, claim, k)
    return tuple(known[k] for k in claim)


def _originals_first(scene: Scene, claim: Sequence[int]) -> list[int]:
    """The claim in an order in which originals stand before their copies, however long the line of copies."""
    by_doc: dict[str, list[int]] = defaultdict(list)
    for k in claim:
        by_doc[scene.found[k].doc].append(k)
    ordered: dict[str, None] = {}
    for doc in by_doc:
        line = [doc]
        while line:
            above = [e.source for e in scene.paths.originals(line[-1])]
            above = [d for d in above if d in by_doc and d not in ordered and d not in line]
            if above:
                line.append(above[0])
            else:
                ordered[line.pop()] = None
    return [k for doc in ordered for k in by_doc[doc]]
