"""Changed copies: places whose figure or polarity is not that of the text they were copied from (rule 6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from selon.link.chains import End, Scene, Trace, original
from selon.link.likeness import CONTAINED
from selon.link.magnitudes import Figures, relation
from selon.link.propositions import Proposition
from selon.model.actor import ActorKind

_ALIKE = 0.86
"""Least likeness, checks left out, of a place and the place that it changes."""


def contrary(one: Proposition, other: Proposition) -> bool:
    """Tell whether two propositions differ in polarity or in the figure for the same thing."""
    if one.positive is not other.positive:
        return True
    return relation(one.figures, other.figures, (one.lang, other.lang)) is Figures.differ


def alterations(scene: Scene, claim_of: Sequence[int]) -> dict[int, int]:
    """Return {place: the place of its original that it changes}, by the rows of `scene.found`."""
    by_doc: dict[str, list[int]] = {}
    for k, one in enumerate(scene.found):
        by_doc.setdefault(one.doc, []).append(k)
    out: dict[int, int] = {}
    for k, one in enumerate(scene.found):
        for edge in scene.paths.originals(one.doc):
            others = [j for j in by_doc.get(edge.source, []) if claim_of[j] != claim_of[k] or claim_of[j] < 0]
            match = original(scene, others, k, edge.source)
            if match is not None and _changes(scene, k, match):
                out.setdefault(k, match)
    return out


def _changes(scene: Scene, at: int, match: int) -> bool:
    one, other = scene.found[at], scene.found[match]
    aligned = scene.paths.aligned(one.doc, one.span, other.doc) is not None
    return contrary(one, other) and (aligned or float(scene.raw[at, match]) >= _ALIKE + CONTAINED)


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
