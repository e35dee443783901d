"""One claim: where the chains of its places end, the origins that these are, and what the count hangs on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from selon.link.chains.alterations import altered_end
from selon.link.chains.following import traces
from selon.link.chains.scene import End, Scene, Trace
from selon.link.claims.texts import most_telling, shown
from selon.link.origins.counting import alternatives, steps
from selon.link.origins.hinges import hinges
from selon.link.origins.origins import Settled, origin_id, settle
from selon.link.propositions.propositions import Proposition
from selon.model.claim import Assertion, Chain, Claim, CountStep, Origin
from selon.model.identity import Made
from selon.model.span import Span


def assembled(
    scene: Scene,
    group: Sequence[int],
    changed: Mapping[int, int],
    mates: Mapping[int, Sequence[int]],
    ident: str,
    first: int,
    made: Made,
) -> Claim:
    """Return the claim of the places `group`, named after `first` of them, but for what disputes it.

    `changed` gives the original of each place that a copy altered, `mates` the claim of each original.
    """
    found = dict(zip(group, traces(scene, group), strict=True))
    rows, followed, settled = _settled(scene, found, changed, mates)

    def count(other: Scene, doc: str) -> int:
        """Count again; chains that do not come through the document stay what they are."""
        same = {k: t for k, t in found.items() if t.end and all(link.doc != doc for link in t.links)}
        again = dict(zip(group, traces(replace(other, known=same), group), strict=True))
        ends = _settled(other, again, changed, mates)[-1].ends
        return len({e.key for e in ends if e is not None})

    hung = hinges(scene, rows, followed, settled, count)
    return _claim(scene, group, rows, followed, settled, ident, group.index(first), hung, made)


def _settled(
    scene: Scene, found: Mapping[int, Trace], changed: Mapping[int, int], mates: Mapping[int, Sequence[int]]
) -> tuple[tuple[int, ...], tuple[Trace, ...], Settled]:
    """The places of a claim, their chains, changed copies counted in, and where these end.

    A place with sources side by side stands again after the others, once for each further source.
    """
    altered = [replace(t, end=altered_end(scene, k, t, changed, mates)) for k, t in found.items()]
    for chain in found.values():
        altered.extend(replace(chain, links=(*chain.links[:-1], ln), end=e) for ln, e in chain.beside)
    rows = (*found, *(k for k, chain in found.items() for _ in chain.beside))
    return rows, tuple(altered), settle(scene, rows, altered)


def _claim(
    scene: Scene,
    group: Sequence[int],
    rows: Sequence[int],
    followed: Sequence[Trace],
    settled: Settled,
    ident: str,
    named_after: int,
    hung: tuple[CountStep, ...],
    made: Made,
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
        made=made,
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
