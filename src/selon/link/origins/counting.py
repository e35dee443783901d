"""The subtraction from articles to origins, step by step, and what would change the result."""

from __future__ import annotations

from collections.abc import Sequence

from selon.link.chains.scene import Scene, Trace
from selon.link.origins.origins import Settled
from selon.model.claim import CountStep


def steps(
    scene: Scene, claim: Sequence[int], traces: Sequence[Trace], settled: Settled
) -> tuple[CountStep, ...]:
    """Return the lines of the count: articles, copies, citations, circles, own words, one source."""
    docs = sorted({scene.found[k].doc for k in claim})
    origins = {e.key for e in settled.ends if e is not None}
    out = [CountStep("articles", len(docs), len(docs), tuple(docs))]
    left = set(docs)
    for rule, gone in (
        ("copies", _all(scene, claim, [t.copied for t in traces])),
        ("citations", _all(scene, claim, [t.cited and t.end is not None for t in traces])),
        ("circular", _all(scene, claim, [e is None for e in settled.ends])),
        ("voice", _all(scene, claim, [n in settled.folded for n in range(len(claim))])),
    ):
        gone = [d for d in gone if d in left]
        if gone and len(left) - len(gone) >= min(len(origins), 1):
            left -= set(gone)
            out.append(CountStep(rule, -len(gone), len(left), tuple(gone)))
    if len(left) != len(origins):
        rule = "same source" if len(left) > len(origins) else "several sources"
        out.append(CountStep(rule, len(origins) - len(left), len(origins), tuple(sorted(left))))
    out.append(CountStep("origins", 0, len(origins), ()))
    return tuple(out)


def _all(scene: Scene, claim: Sequence[int], held: Sequence[bool]) -> list[str]:
    """The documents of which every assertion has the property."""
    docs: dict[str, bool] = {}
    for k, holds in zip(claim, held, strict=True):
        docs[scene.found[k].doc] = docs.get(scene.found[k].doc, True) and holds
    return sorted(d for d, holds in docs.items() if holds)


def alternatives(settled: Settled) -> tuple[CountStep, ...]:
    """Return the doubts of a claim as counts that it would have."""
    count = len({e.key for e in settled.ends if e is not None})
    found = {(why, change, tuple(sorted(set(docs)))) for why, change, docs in settled.doubts}
    return tuple(CountStep("doubt", c, count + c, docs, why) for why, c, docs in sorted(found))
