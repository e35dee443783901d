"""Changed copies: places whose figure or polarity is not that of the text they were copied from (rule 6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from selon.link.chains.chains import contrary, original
from selon.link.chains.scene import End, Scene, Trace
from selon.link.propositions.likeness import CONTAINED
from selon.link.propositions.propositions import Proposition
from selon.model.actor import ActorKind

_ALIKE = 0.94
"""Least likeness, checks left out, of a place and the place that it changes: that of one claim."""
_SHARED = 0.3
"""Least share of the content words of both that a place and the place that it changes have in common."""


def alterations(scene: Scene, claim_of: Sequence[int]) -> dict[int, int]:
    """Return {place: the place of its original that it changes}, by the rows of `scene.found`.

    `claim_of` gives the claim of each row, -1 for none. Where the original says the same, nothing changed.
    """
    by_doc: dict[str, list[int]] = {}
    for k, one in enumerate(scene.found):
        by_doc.setdefault(one.doc, []).append(k)
    out: dict[int, int] = {}
    for k, one in enumerate(scene.found):
        for edge in scene.paths.originals(one.doc):
            match = _changed(scene, claim_of, k, by_doc.get(edge.source, []))
            if match is not None:
                out.setdefault(k, match)
    return out


def _changed(scene: Scene, claim_of: Sequence[int], at: int, others: Sequence[int]) -> int | None:
    same = [j for j in others if claim_of[j] == claim_of[at] >= 0]
    if not others or (same and original(scene, same, at, scene.found[others[0]].doc) is not None):
        return None
    match = _counterpart(scene, at, others)
    return match if match is not None and _changes(scene.found[at], scene.found[match]) else None


def _changes(one: Proposition, other: Proposition) -> bool:
    return contrary(one, other) and _same_wording(one, other)


def _same_wording(one: Proposition, other: Proposition) -> bool:
    """Whether little more was changed than a figure or a negation."""
    common, either = one.stems & other.stems, one.stems | other.stems
    return one.lang != other.lang or len(common) >= _SHARED * len(either)


def _counterpart(scene: Scene, at: int, others: Sequence[int]) -> int | None:
    """The place that reuse aligns with this one, else the most alike if it is nearly the same wording.

    Where none of these is changed at all, likeness is not asked for.
    """
    one = scene.found[at]
    place = scene.paths.aligned(one.doc, one.span, scene.found[others[0]].doc)
    near = [k for k in others if place is not None and scene.found[k].span.overlap(place)]
    if not any(_changes(one, scene.found[k]) for k in near or others):
        return None
    best, alike = scene.raw.nearest(at, near or others)
    return best if alike >= (_ALIKE if near else _ALIKE + CONTAINED) else None


def altered_end(
    scene: Scene, at: int, found: Trace, changed: Mapping[int, int], mates: Mapping[int, Sequence[int]]
) -> End | None:
    """Return the end of a chain with rule 6 applied: the altering document, or the source that it adds.

    `mates` gives the members of the claim that each row belongs to.
    """
    end = found.end
    if end is None:
        return None
    match = changed.get(at)
    if match is not None and (end.voice or _says_otherwise(scene, end, (match, *mates.get(match, ())))):
        return _document(scene, at)
    if end.key.startswith("media:") and not found.copied and _outlet_says_otherwise(scene, at, end):
        return _document(scene, at)
    return end


def _says_otherwise(scene: Scene, end: End, others: Sequence[int]) -> bool:
    """Whether the source named by the copy asserts the contrary in the dossier."""
    said = {
        scene.cast.by_statement[i].id
        for k in others
        if (i := scene.found[k].statement.id) in scene.cast.by_statement
    }
    return end.key in said


def _outlet_says_otherwise(scene: Scene, at: int, end: End) -> bool:
    one = scene.found[at]
    scene.beyond.add(end.name)
    rows = [
        k
        for k, other in enumerate(scene.found)
        if scene.paths.docs[other.doc].outlet == end.name and other.doc != one.doc
    ]
    return any(contrary(one, scene.found[k]) and float(scene.raw[at, k]) >= _ALIKE for k in rows)


def _document(scene: Scene, at: int) -> End:
    doc = scene.paths.docs[scene.found[at].doc]
    name = doc.outlet or doc.id
    return replace(End(f"altered:{doc.id}", name, ActorKind.media, on_record=False, doc=doc.id), altered=True)
