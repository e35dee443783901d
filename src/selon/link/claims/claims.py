"""Claims: what statements assert, grouped across documents and languages, with their origins counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from selon.link.actors.actors import Cast, find_actors
from selon.link.bags import weights
from selon.link.chains.alterations import alterations, altered_end
from selon.link.chains.following import traces
from selon.link.chains.paths import Paths
from selon.link.chains.scene import End, Scene, Trace
from selon.link.claims.judged import joined_places, judged_places, parted_places
from selon.link.claims.strays import divided
from selon.link.claims.texts import most_telling, shown
from selon.link.disputes.disputes import find_disputes
from selon.link.origins.counting import alternatives, steps
from selon.link.origins.hinges import hinges
from selon.link.origins.origins import Settled, origin_id, settle
from selon.link.propositions.alike import Alike
from selon.link.propositions.checks import SAME_CONCEPT, Aligned, Checks
from selon.link.propositions.fusion import fuse
from selon.link.propositions.grouping import THRESHOLD, groups, united
from selon.link.propositions.likeness import Likeness, forbidden
from selon.link.propositions.propositions import Proposition, propositions
from selon.link.propositions.repeats import Repeats, repeats
from selon.link.propositions.selection import worth_comparing, worth_showing
from selon.link.rulings import NONE, Rulings
from selon.model.claim import Assertion, Chain, Claim, CountStep, Dispute, Origin
from selon.model.document import Document
from selon.model.identity import Made, make_id
from selon.model.lineage import Edge
from selon.model.passage import Passage
from selon.model.quantity import Quantity
from selon.model.span import Span
from selon.model.statement import Statement

STAGE = "claims"
VERSION = 11


def find_claims(
    docs: Sequence[Document],
    statements: Mapping[str, Sequence[Statement]],
    quantities: Mapping[str, Sequence[Quantity]],
    passages: Sequence[Passage],
    edges: Sequence[Edge],
    cast: Cast | None = None,
    rulings: Rulings = NONE,
    made: Sequence[Proposition] | None = None,
) -> tuple[Claim, ...]:
    """Return the claims of a dossier, most documents first; the order of the input changes nothing.

    `statements` and `quantities` are by document id; statements hold attributions and sentences in the
    outlet's own voice (form `voice`). Single statements are claims too; a voice sentence is one only with
    another statement or with a figure. `cast` are the actors, `made` what is compared (found here when not
    given); places that people judged the same or different end in one claim or in two, whatever the machine
    would say.
    """
    ordered = sorted(docs, key=lambda d: d.id)
    cast = cast or find_actors(ordered, statements, rulings)
    made = comparable(ordered, statements, quantities) if made is None else made
    found = [replace(p, source=_source(cast, p)) for p in made]
    paths = Paths(ordered, passages, edges)
    same = repeats(found, judged_places(found, rulings))
    alike = Likeness([found[k] for k in same.firsts], weights([p.stems for p in found]))
    fused = fuse(found, _groups(found, same, alike, paths.aligned, rulings))
    scene = Scene(
        paths,
        cast,
        {s.id: s for many in statements.values() for s in many},
        fused.found,
        Alike(alike, [same.of[k] for k in fused.rows]),
        by_doc={d: sorted(many, key=lambda s: s.id) for d, many in statements.items()},
    )
    parts = [part for group in fused.groups for part in _without_strays(scene, group)]
    bound = united(parts, joined_places(fused.found, rulings))  # last: what people join draws nothing else in
    return _claims(scene, sorted(g for g in bound if worth_showing(fused.found, g)))


def comparable(
    docs: Sequence[Document],
    statements: Mapping[str, Sequence[Statement]],
    quantities: Mapping[str, Sequence[Quantity]],
) -> tuple[Proposition, ...]:
    """Return what claims are made of; this and all that it depends on is known before any link."""
    return worth_comparing(propositions(docs, statements, quantities))


def _source(cast: Cast, one: Proposition) -> str:
    """Who is named as saying it."""
    actor = cast.by_statement.get(one.statement.id)
    return actor.id if actor is not None and actor.id not in cast.vague else ""


def _without_strays(scene: Scene, group: Sequence[int]) -> list[tuple[int, ...]]:
    if len(group) < 2:
        return [tuple(group)]
    settled = settle(scene, group, traces(scene, group))
    return divided(scene, group, settled.ends)


def _groups(
    found: Sequence[Proposition], same: Repeats, alike: Likeness, aligned: Aligned, rulings: Rulings
) -> tuple[tuple[int, ...], ...]:
    """The rows of `found` by claim: wordings in groups, then all places of each."""
    checks = Checks(found, same, aligned, THRESHOLD - SAME_CONCEPT)
    near = checks.checked(
        alike.near(THRESHOLD, THRESHOLD - SAME_CONCEPT)
    )  # one concept adds across languages
    joined = joined_places(found, rulings)
    apart = {(same.of[i], same.of[j]) for i, j in parted_places(found, rulings, joined)}
    grouped = groups(
        [len(many) for many in same.rows], forbidden(near, apart), partial(checks.scores, alike.scores)
    )
    return tuple(sorted(tuple(sorted(k for w in group for k in same.rows[w])) for group in grouped))


def _claims(scene: Scene, kept: Sequence[Sequence[int]]) -> tuple[Claim, ...]:
    claim_of = [-1] * len(scene.found)
    for n, group in enumerate(kept):
        for k in group:
            claim_of[k] = n
    changed = alterations(scene, claim_of)
    mates = {k: kept[claim_of[k]] for k in changed.values() if claim_of[k] >= 0}
    firsts = [_first(scene, group) for group in kept]
    ids = [make_id("c", scene.found[k].doc, scene.found[k].span) for k in firsts]
    disputes = find_disputes(scene, kept, ids, changed)
    made = []
    for n, group in enumerate(kept):
        rows, followed, settled = _settled(scene, group, changed, mates)

        def count(other: Scene, group: Sequence[int] = group) -> int:
            ends = _settled(other, group, changed, mates)[-1].ends
            return len({e.key for e in ends if e is not None})

        hung = hinges(scene, rows, followed, settled, count)
        first = group.index(firsts[n])
        made.append(_claim(scene, group, rows, followed, settled, ids[n], first, disputes[n], hung))
    return tuple(
        sorted(made, key=lambda c: (-len(c.articles), -len(c.assertions), c.text_doc, c.text_span, c.id))
    )


def _settled(
    scene: Scene, group: Sequence[int], changed: Mapping[int, int], mates: Mapping[int, Sequence[int]]
) -> tuple[tuple[int, ...], tuple[Trace, ...], Settled]:
    """The places of a claim, their chains, changed copies counted in, and where these end.

    A place with sources side by side stands again after the others, once for each further source.
    """
    found = tuple(zip(group, traces(scene, group), strict=True))
    altered = [replace(t, end=altered_end(scene, k, t, changed, mates)) for k, t in found]
    for _, chain in found:
        altered.extend(replace(chain, links=(*chain.links[:-1], ln), end=e) for ln, e in chain.beside)
    rows = (*group, *(k for k, chain in found for _ in chain.beside))
    return rows, tuple(altered), settle(scene, rows, altered)


def _first(scene: Scene, group: Sequence[int]) -> int:
    """A claim is named after its canonical assertion: the first by date, then by place."""
    return min(group, key=lambda k: (scene.paths.docs[scene.found[k].doc].date or "9999", scene.found[k].key))


def _claim(
    scene: Scene,
    group: Sequence[int],
    rows: Sequence[int],
    followed: Sequence[Trace],
    settled: Settled,
    ident: str,
    named_after: int,
    disputes: tuple[Dispute, ...],
    hung: tuple[CountStep, ...],
) -> Claim:
    best = most_telling(scene, group)
    at = [group.index(k) for k in rows]
    origins = _origins(settled, at)
    span = shown(scene.paths.docs[scene.found[best].doc], scene.found[best])
    return Claim(
        id=ident,
        text=" ".join(span.of(scene.paths.docs[scene.found[best].doc].text).split()),
        text_doc=scene.found[best].doc,
        text_span=span,
        assertions=tuple(_assertion(scene.found[k]) for k in group),
        origins=origins,
        origin_count=len(origins),
        circular=not origins,
        chains=tuple(
            Chain(n, t.links, origin_id(e) if e is not None else None)
            for n, t, e in sorted(zip(at, followed, settled.ends, strict=True), key=lambda row: row[0])
        ),
        made=Made(STAGE, VERSION, f"average link, {len(group)} assertions"),
        disputed_by=disputes,
        quantities=tuple(
            sorted({q for k in group for q in scene.found[k].figures}, key=lambda q: (q.doc, q.span))
        ),
        steps=steps(scene, rows, followed, settled),
        alternatives=(*alternatives(settled), *hung),
        named_after=named_after,
    )


def _assertion(one: Proposition) -> Assertion:
    sources = one.statement.source
    source = Span(sources[0].start, sources[-1].end) if sources else None
    return Assertion(one.doc, one.span, source, one.statement.stance, one.statement.id)


def _origins(settled: Settled, at: Sequence[int]) -> tuple[Origin, ...]:
    """One origin a distinct end, with its assertions (`at` of each end), in the order of the first one."""
    members: dict[str, list[int]] = {}
    for n, end in zip(at, settled.ends, strict=True):
        if end is not None and n not in members.setdefault(end.key, []):
            members[end.key].append(n)
    ends = {e.key: e for e in reversed(settled.ends) if e is not None}
    return tuple(_origin(ends[k], sorted(m)) for k, m in members.items())


def _origin(end: End, members: Sequence[int]) -> Origin:
    return Origin(origin_id(end), end.name, end.kind, end.on_record, tuple(members), end.altered)
