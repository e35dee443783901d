"""Claims: what statements assert, grouped across documents and languages, with their origins counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from msgspec.structs import replace

from selon.link.actors.actors import Cast, find_actors
from selon.link.chains.alterations import alterations
from selon.link.chains.following import traces
from selon.link.chains.paths import Paths
from selon.link.chains.scene import Scene
from selon.link.chains.surroundings import Beyond, Surroundings, speakers
from selon.link.claims.assembling import assembled
from selon.link.claims.judged import joined_places, judged_places, parted_places
from selon.link.claims.strays import divided
from selon.link.disputes.disputes import find_disputes
from selon.link.kept import Kept
from selon.link.origins.origins import settle
from selon.link.propositions.alike import Alike
from selon.link.propositions.assertions import propositions
from selon.link.propositions.centring import chosen
from selon.link.propositions.checks import SAME_CONCEPT, Checks
from selon.link.propositions.fusion import fuse
from selon.link.propositions.grouping import THRESHOLD, united
from selon.link.propositions.likeness import Likeness
from selon.link.propositions.neighbours import near
from selon.link.propositions.propositions import Proposition
from selon.link.propositions.rarity import rarity, sampled
from selon.link.propositions.repeats import Repeats, repeats
from selon.link.propositions.replaying import grouped
from selon.link.propositions.scored import Near, forbidden
from selon.link.propositions.selection import worth_comparing, worth_showing
from selon.link.rulings import NONE, Rulings
from selon.model.claim import Claim
from selon.model.document import Document
from selon.model.identity import Made, digest, make_id
from selon.model.lineage import Edge
from selon.model.passage import Passage
from selon.model.quantity import Quantity
from selon.model.statement import Statement

_LEASTS = THRESHOLD, THRESHOLD - SAME_CONCEPT
"""Least likeness of two wordings, in one language and across: one concept adds there."""

STAGE = "claims"
VERSION = 19


def find_claims(
    docs: Sequence[Document],
    statements: Mapping[str, Sequence[Statement]],
    quantities: Mapping[str, Sequence[Quantity]],
    passages: Sequence[Passage],
    edges: Sequence[Edge],
    cast: Cast | None = None,
    rulings: Rulings = NONE,
    made: Sequence[Proposition] | None = None,
    kept: Kept | None = None,
) -> tuple[Claim, ...]:
    """Return the claims of a dossier, most documents first; the order of the input changes nothing.

    `statements` and `quantities` are by document id; statements hold attributions and sentences in the
    outlet's own voice (form `voice`). Single statements are claims too; a voice sentence is one only with
    another statement or with a figure. `cast` are the actors, `made` what is compared (found here when not
    given); places that people judged the same or different end in one claim or in two, whatever the machine
    would say. `kept` is what an earlier run found out.
    """
    ordered = sorted(docs, key=lambda d: d.id)
    cast = cast or find_actors(ordered, statements, rulings)
    kept = kept or Kept()
    made = comparable(ordered, statements, quantities, kept) if made is None else made
    found = [replace(p, source=who) if (who := _source(cast, p)) else p for p in made]
    paths = Paths(ordered, passages, edges)
    same = repeats(found, judged_places(found, rulings))
    rare = rarity(found, [p.stems for p in found])
    counted = sampled(found)
    among = chosen([p.text for p in found if p.doc in counted])
    alike = Likeness([found[k] for k in same.firsts], rare, among)
    weights = digest((rare.described, among))
    close = near(alike, same.digests, weights, _LEASTS, kept)
    fused = fuse(found, _groups(found, same, alike, close, weights, paths, rulings, kept))
    scene = Scene(
        paths,
        cast,
        {s.id: s for many in statements.values() for s in many},
        fused.found,
        Alike(alike, [same.of[k] for k in fused.rows]),
        by_doc={d: sorted(many, key=lambda s: s.id) for d, many in statements.items()},
    )
    around = Surroundings(scene, same.digests, weights)
    parts = [part for many in _without_strays(scene, fused.groups, around, kept) for part in many]
    bound = united(parts, joined_places(fused.found, rulings))  # last: what people join draws nothing else in
    return _claims(scene, sorted(g for g in bound if worth_showing(fused.found, g)), around, kept)


def comparable(
    docs: Sequence[Document],
    statements: Mapping[str, Sequence[Statement]],
    quantities: Mapping[str, Sequence[Quantity]],
    kept: Kept | None = None,
) -> tuple[Proposition, ...]:
    """Return what claims are made of; this and all that it depends on is known before any link."""
    return worth_comparing(propositions(docs, statements, quantities, kept), kept)


def _source(cast: Cast, one: Proposition) -> str:
    """Who is named as saying it."""
    actor = cast.by_statement.get(one.statement.id)
    return actor.id if actor is not None and actor.id not in cast.vague else ""


def _without_strays(
    scene: Scene, groups: Sequence[Sequence[int]], around: Surroundings, kept: Kept
) -> Iterator[Sequence[tuple[int, ...]]]:
    several, beyond = [g for g in groups if len(g) > 1], Beyond(scene)

    def part(n: int) -> list[list[int]]:
        other, group = beyond.watched(n), several[n]
        settled = settle(other, group, traces(other, group))
        return [[group.index(k) for k in part] for part in divided(other, group, settled.ends)]

    keys = [around.digest(group) for group in several]
    parts = kept.each("parts", list[list[int]], keys, part, beyond.nothing)
    yield from ([(k,)] for g in groups if len(g) == 1 for k in g)
    for group, many in zip(several, parts, strict=True):
        yield [tuple(group[n] for n in one) for one in many]


def _groups(
    found: Sequence[Proposition],
    same: Repeats,
    alike: Likeness,
    close: Near,
    rare: str,
    paths: Paths,
    rulings: Rulings,
    kept: Kept,
) -> tuple[tuple[int, ...], ...]:
    """The rows of `found` by claim: wordings in groups, then all places of each."""
    checks = Checks(found, same, paths.aligned, THRESHOLD - SAME_CONCEPT)
    checked = checks.checked(close)
    joined = joined_places(found, rulings)
    apart = {(same.of[i], same.of[j]) for i, j in parted_places(found, rulings, joined)}
    sizes = [len(many) for many in same.rows]
    told = checks.told(same.digests, apart, paths.shared)
    weights = digest((rare, checks.weights))
    scores = partial(checks.scores, alike.scores)
    made = grouped(sizes, forbidden(checked, apart), scores, told, weights, kept)
    return tuple(sorted(tuple(sorted(k for w in group for k in same.rows[w])) for group in made))


def _claims(
    scene: Scene, groups: Sequence[Sequence[int]], around: Surroundings, kept: Kept
) -> tuple[Claim, ...]:
    claim_of = [-1] * len(scene.found)
    for n, group in enumerate(groups):
        for k in group:
            claim_of[k] = n
    changed = alterations(scene, claim_of)
    mates = {k: groups[claim_of[k]] for k in changed.values() if claim_of[k] >= 0}
    firsts = [_first(scene, group) for group in groups]
    ids = [make_id("c", scene.found[k].doc, scene.found[k].span) for k in firsts]
    beyond = Beyond(scene)

    def make(n: int) -> Claim:
        made = Made(STAGE, VERSION, f"average link, {len(groups[n])} assertions")
        return assembled(beyond.watched(n), groups[n], changed, mates, ids[n], firsts[n], made)

    keys = [around.digest(g, [speakers(scene, changed, mates, k) for k in g]) for g in groups]
    found = kept.each("claims", Claim, keys, make, beyond.nothing)
    disputes = find_disputes(scene, groups, ids, changed, around, kept)
    disputed = (replace(c, disputed_by=disputes[n]) for n, c in enumerate(found))
    return tuple(
        sorted(disputed, key=lambda c: (-len(c.articles), -len(c.assertions), c.text_doc, c.text_span, c.id))
    )


def _first(scene: Scene, group: Sequence[int]) -> int:
    """A claim is named after its canonical assertion: the first by date, then by place."""
    return min(group, key=lambda k: (scene.paths.docs[scene.found[k].doc].date or "9999", scene.found[k].key))
