"""Origins: the ends of all chains of a claim, joined by the rules of DESIGN.md, "How origins are counted"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from selon.link.actors.governments import may_mean
from selon.link.chains.scene import End, Scene, Trace
from selon.link.origins.studies import Doubt, join_studies
from selon.link.origins.utterances import join_utterances
from selon.model.actor import ActorKind
from selon.model.identity import make_id

_SAME_WORDS = 0.96
"""Likeness of two contents that are the same words: their anonymous sources are one when named alike."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The origin of each assertion (None where the chain is circular), in the order of the claim, and the
    doubts: a merge that was made or not, and by how much the count would change."""

    ends: tuple[End | None, ...]
    folded: tuple[int, ...]
    doubts: tuple[Doubt, ...]


def settle(scene: Scene, claim: Sequence[int], traces: Sequence[Trace]) -> Settled:
    """Return the origin of every assertion of a claim; a place with two sources stands there twice."""
    ends = [t.end for t in traces]
    doubts: list[Doubt] = []
    _follow_inner(scene, claim, ends)
    join_utterances(scene, claim, ends)
    join_studies(ends, doubts)
    _join_loose(scene, claim, ends, doubts)
    _join_vague(scene, claim, ends, doubts)
    folded = _fold_voice(scene, claim, ends)
    _join_reports(ends, doubts)
    doubts.extend(_doubts(scene, ends))
    return Settled(tuple(ends), tuple(folded), tuple(doubts))


def _follow_inner(scene: Scene, claim: Sequence[int], ends: list[End | None]) -> None:
    """Give who reports that somebody says so the end of what that one says in the same claim (rule 2)."""
    at = {scene.found[k].statement.id: n for n, k in enumerate(claim)}
    for n, k in enumerate(claim):
        parent = scene.found[k].statement.parent
        if parent in at and ends[n] is not None and not scene.found[claim[at[parent]]].voice:
            ends[at[parent]] = ends[n]


def origin_id(end: End) -> str:
    """Return the id of an origin."""
    return make_id("o", end.key)


def _join_loose(
    scene: Scene,
    claim: Sequence[int],
    ends: list[End | None],
    doubts: list[Doubt],
) -> None:
    """Join anonymous sources and documents that one chain introduces (rule 5); nothing else is loose. A
    document is the word of whom it is by."""
    named = tuple(ends)
    for i, end in enumerate(named):
        author = next((e for e in named if e is not None and _wrote(e, end)), None) if end else None
        ends[i] = author or end
    for i, end in enumerate(ends):
        if end is None or not end.loose:
            continue
        for j in range(i):
            other = ends[j]
            if other is None or other.key == end.key or other.kind is not end.kind or not other.loose:
                continue
            if _one_chain(scene, claim[i], claim[j], end, other):
                ends[i] = end = replace(other, doc=end.doc)
                break


def _wrote(author: End, paper: End) -> bool:
    """Whether a document is called that of somebody who is a source himself ("a report by an officer")."""
    if (
        paper.kind is not ActorKind.document
        or author.vague
        or author.kind in (ActorKind.document, ActorKind.media)
    ):
        return False
    return author.head in paper.authors and paper.authors <= author.stems


def _one_chain(scene: Scene, a: int, b: int, one: End, other: End) -> bool:
    """Whether two loose ends are one: named alike, in one text, in copies of one, with the same words, or
    both the one who did it."""
    if _two_voices(scene, a, b):
        return False
    if one.kind is ActorKind.document:
        return one.key.split(":")[1] == other.key.split(":")[1]
    alike = bool(one.stems & other.stems) or not one.stems or not other.stems
    if one.doc == other.doc or _one_doer(one, other):
        return True
    if scene.paths.related(one.doc, other.doc):
        return alike
    return bool(one.stems & other.stems) and float(scene.raw[a, b]) >= _SAME_WORDS


def _one_doer(one: End, other: End) -> bool:
    """Whether two who say of themselves the same thing may be one: called alike, by no two names."""
    if not (one.of_self and other.of_self and one.kind is ActorKind.anonymous):
        return False
    parted = one.names and other.names and one.names.isdisjoint(other.names)
    return not parted and bool(one.stems & other.stems or one.callings & other.callings)


def _two_voices(scene: Scene, a: int, b: int) -> bool:
    """Whether a text says that one of two places confirms the other: their sources are two."""
    one, other = scene.found[a], scene.found[b]
    return one.doc == other.doc and one.echo is not other.echo


def _join_vague(
    scene: Scene,
    claim: Sequence[int],
    ends: list[End | None],
    doubts: list[Doubt],
) -> None:
    """Give a mention that names nobody ("ce proche", "les autorités") to the source that it likely means.

    That is a named source of the same claim, first one of its own document or of a text tied to it.
    """
    named = [n for n, e in enumerate(ends) if e is not None and not e.vague and not e.voice]
    for k, end in enumerate(ends):
        if end is None or not end.vague:
            continue
        fitting = [
            n
            for n in named
            if claim[n] != claim[k]
            and _fits(scene, end, ends[n])
            and not _two_voices(scene, claim[k], claim[n])
        ]
        if not fitting:
            named.append(k)
            continue
        best = max(fitting, key=lambda n: _likely(scene, claim, k, n, end, ends[n]))
        chosen = ends[best]
        if chosen is not None:
            ends[k] = chosen
            doubts.append(
                (f"“{end.name}” may be somebody else than “{chosen.name}”", 1, (end.doc, chosen.doc))
            )


def _fits(scene: Scene, end: End, other: End | None) -> bool:
    """A person fits a person or office, anything else what is no person, but for one in its own text
    ("le syndicaliste"); nobody fits a document."""
    if other is None or other.kind is ActorKind.document:
        return False
    if end.body is not None:
        held = scene.cast.bodies.get(other.key, frozenset())
        return may_mean(end.body, held | ({other.body} if other.body else frozenset()))
    if end.kind is ActorKind.media:
        return other.kind is ActorKind.media
    if end.kind is ActorKind.person:
        return other.kind in (ActorKind.person, ActorKind.office)
    return other.kind is not ActorKind.person or _near(scene, end, other)


def _near(scene: Scene, end: End, other: End) -> bool:
    """Whether the other source is named in the same text, or stands in one tied to it by reuse."""
    return end.doc in scene.cast.docs.get(other.key, ()) or scene.paths.related(end.doc, other.doc)


def _likely(
    scene: Scene, claim: Sequence[int], k: int, n: int, end: End, other: End | None
) -> tuple[bool, bool, bool, float, int]:
    assert other is not None
    named = other.kind is not ActorKind.anonymous
    kind = (end.kind is ActorKind.person) == (other.kind is ActorKind.person)
    return named, kind, _near(scene, end, other), float(scene.raw[claim[k], claim[n]]), -n


def _join_reports(ends: list[End | None], doubts: list[Doubt]) -> None:
    """Give the outlets' own reports one end: nobody names a source, and nothing says that two of them saw for
    themselves and did not print what one of them, or an agency, wrote."""
    voiced = [(k, e) for k, e in enumerate(ends) if e is not None and e.voice]
    newsrooms = sorted({e.name for _, e in voiced})
    if len(newsrooms) > 1:
        why = "each of these outlets may have reported for itself: " + ", ".join(newsrooms)
        doubts.append((why, len(newsrooms) - 1, tuple(e.doc for _, e in voiced)))
    for k, _ in voiced:
        ends[k] = voiced[0][1]


def _fold_voice(scene: Scene, claim: Sequence[int], ends: list[End | None]) -> list[int]:
    """Fold the outlets' own words into the attributed origin that they repeat most closely (rule 4).

    "The media", "a newspaper" are such words too: they pass on what somebody said.
    """
    voiced = [k for k, e in enumerate(ends) if e is not None and _passes_on(e)]
    named = [k for k, e in enumerate(ends) if e is not None and not _passes_on(e)]
    if not named:
        return []
    places = [claim[n] for n in named]
    for k in voiced:
        ends[k] = ends[named[scene.raw.most_alike(claim[k], places)]]
    return voiced


def _passes_on(end: End) -> bool:
    return end.voice or (end.vague and end.kind is ActorKind.media)


def _doubts(scene: Scene, ends: Sequence[End | None]) -> list[Doubt]:
    """What would change the count: two loose origins that may be one, and merges that were only proposed."""
    distinct = {e.key: e for e in ends if e is not None}
    if len(distinct) < 2:
        return []
    ordered = [distinct[k] for k in sorted(distinct)]
    out: list[Doubt] = []
    for n, one in enumerate(ordered):
        for other in ordered[n + 1 :]:
            if one.kind is other.kind is ActorKind.anonymous:
                words = f"“{one.name}” and “{other.name}” may be one anonymous source"
                out.append((words, -1, (one.doc, other.doc)))
    pairs = {frozenset((p.a, p.b)): p.why for p in scene.cast.proposals}
    for n, one in enumerate(ordered):
        for other in ordered[n + 1 :]:
            if why := pairs.get(frozenset((one.key, other.key))):
                out.append((why, -1, (one.doc, other.doc)))
    return out
