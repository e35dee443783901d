"""Chains from the outlet down to the last source, across documents: copies, nested sources, outlets cited.

A copy takes the chain of its original, so that what it cut off comes back (rule 1); a chain goes to its last
source (rule 2); one that comes back to itself has no end (rule 8).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from selon.link.chains.ends import named_end, outlet_end, voice_end
from selon.link.chains.images import images
from selon.link.chains.inner import inner
from selon.link.chains.paths import AGENCY
from selon.link.chains.scene import End, Scene, Trace
from selon.link.propositions.propositions import Proposition
from selon.link.quantities.magnitudes import Figures, relation
from selon.model.actor import ActorKind
from selon.model.claim import ChainLink, LinkHow
from selon.model.document import Document
from selon.model.lineage import Edge
from selon.model.passage import ReuseKind
from selon.model.span import Span, hull, words_of
from selon.model.statement import Statement

_BACKS = 0.85
"""Least likeness of a citing sentence and the one that backs it in the text of the outlet that it cites."""
_NAMED = frozenset({ActorKind.person, ActorKind.office, ActorKind.organisation})
_SAME_WORDS = 0.875
"""Least likeness of a sentence and the one in the original that it was copied from."""


def trace(scene: Scene, claim: Sequence[int], at: int, seen: frozenset[int] = frozenset()) -> Trace:
    """Follow proposition number `at` to its end, inside the claim that holds the numbers `claim`."""
    one = scene.found[at]
    prints = _prints(scene.paths.docs[one.doc], one)
    if at in seen:
        return Trace((prints,), None)
    if (known := _known(scene, at, seen)) is not None:
        return known
    inner = seen | {at}
    copied = _by_copy(scene, claim, at, inner)
    if copied is not None:
        return replace(copied, links=(prints, *copied.links), copied=True)
    own = _own(scene, claim, at, inner)
    agency = scene.paths.agency(one.doc)
    extra = (_agency_link(agency),) if agency is not None and from_agency(scene, at, agency) else ()
    return replace(own, links=(prints, *extra, *own.links))


def _known(scene: Scene, at: int, seen: frozenset[int]) -> Trace | None:
    """The chain found before, when it has an end and none of the places passed on the way here lies on it."""
    found = scene.known.get(at)
    if found is None or found.end is None:
        return None
    on_it = {(link.doc, link.span) for link in found.links}
    return found if on_it.isdisjoint(scene.found[k].key for k in seen) else None


def _prints(doc: Document, one: Proposition) -> ChainLink:
    return ChainLink(
        doc.outlet or doc.id, ActorKind.media, LinkHow.prints, doc.id, one.span, one.span.of(doc.text)
    )


def _by_copy(scene: Scene, claim: Sequence[int], at: int, seen: frozenset[int]) -> Trace | None:
    """The chain of the original when this place was copied from it; an own source is kept if it has none."""
    one = scene.found[at]
    for edge in scene.paths.originals(one.doc):
        match = original(scene, claim, at, edge.source)
        if match is None or match in seen:
            continue
        if scene.found[match].voice and not one.voice:
            continue
        if _names_another(scene, one.statement, scene.found[match].statement):
            continue
        rest = trace(scene, claim, match, seen)
        how = LinkHow.translates if edge.kind is ReuseKind.translated else LinkHow.copies
        head = rest.links[0]
        link = ChainLink(head.name, head.kind, how, head.doc, head.span, head.words, int(edge.level))
        return replace(rest, links=(link, *rest.links[1:]))
    return None


def _names_another(scene: Scene, copy: Statement, source: Statement) -> bool:
    """Whether a copy names somebody whom its original's chain lacks: then its own words count (rule 6)."""
    rungs = ladder(scene, copy)
    if not rungs or not _solid(scene, rungs[-1]):
        return False
    named = [scene.cast.by_statement[s.id] for s in ladder(scene, source)]
    own = scene.cast.by_statement[rungs[-1].id]
    return own not in named and own.id not in scene.cast.outlets


def _solid(scene: Scene, statement: Statement) -> bool:
    actor = scene.cast.by_statement[statement.id]
    return actor.id not in scene.cast.vague and actor.kind in _NAMED


def original(scene: Scene, candidates: Sequence[int], at: int, doc: str) -> int | None:
    """Return the place of `doc` among `candidates` that `at` was copied from: aligned, else alike."""
    one = scene.found[at]
    place = scene.paths.aligned(one.doc, one.span, doc)
    inside = [k for k in candidates if scene.found[k].doc == doc]
    if place is not None:
        near = [k for k in inside if scene.found[k].span.overlap(place)]
        if near:
            return near[scene.raw.most_alike(at, near)]
    best = inside[scene.raw.most_alike(at, inside)] if inside else None
    return best if best is not None and scene.raw[at, best] >= _SAME_WORDS else None


def _own(scene: Scene, claim: Sequence[int], at: int, seen: frozenset[int]) -> Trace:
    """The chain inside the document: outer sources first, the innermost last; then on to a cited outlet."""
    one = scene.found[at]
    rungs = ladder(scene, one.statement)
    rungs = rungs[:-1] if one.disowned else rungs
    if rungs and (last := inner(scene, one)) is not None:
        rungs.append(last)
    links = tuple(_says(scene, s) for s in rungs)
    if not rungs:
        return _own_words(scene, claim, at, seen)
    last = _last(scene, rungs)
    actor = scene.cast.by_statement[last.id]
    outlet = scene.cast.outlets.get(actor.id)
    if outlet is not None and outlet != scene.paths.docs[one.doc].outlet:
        return _cited(scene, claim, at, seen, links, outlet)
    if outlet is not None:
        return Trace(links, voice_end(scene, one.doc))
    return Trace(links, named_end(scene, last, actor), beside=_beside(scene, last, links[-1]))


def _beside(scene: Scene, last: Statement, link: ChainLink) -> tuple[tuple[ChainLink, End], ...]:
    """The sources that the last statement of a chain names beside its first."""
    out = []
    for ident in scene.cast.beside.get(last.id, ()):
        actor = scene.cast.by_statement[ident]
        other = replace_named(link, actor.name, actor.kind)
        out.append((other, named_end(scene, last, actor, ident)))
    return tuple(out)


def _own_words(scene: Scene, claim: Sequence[int], at: int, seen: frozenset[int]) -> Trace:
    """The chain of an own sentence of the outlet: to images, to another outlet, or no further."""
    one = scene.found[at]
    if one.voice and (shown := images(scene, one)) is not None:
        return Trace((shown[0],), shown[1])
    if (named := _names_outlet(scene, claim, at)) is not None:
        return _cited(scene, claim, at, seen, named[1], named[0])
    return Trace((), voice_end(scene, one.doc))


def _last(scene: Scene, rungs: Sequence[Statement]) -> Statement:
    """The last source of a chain; one that names nobody ("our teams", "it") is who names it."""
    for one in reversed(rungs):
        found = scene.cast.namings[one.id]
        if found.body is not None or scene.cast.by_statement[one.id].id not in scene.cast.vague:
            return one
    return rungs[-1]


def _names_outlet(scene: Scene, claim: Sequence[int], at: int) -> tuple[str, tuple[ChainLink, ...]] | None:
    """The outlet of another text of the claim that a sentence names in full: it leans on that text."""
    one = scene.found[at]
    own = scene.paths.docs[one.doc]
    others = sorted({scene.paths.docs[scene.found[k].doc].outlet or "" for k in claim} - {own.outlet, ""})
    for outlet in others:
        start = own.text.find(outlet, one.sentence.start, one.sentence.end)
        if start >= 0 and " " in outlet:
            span = Span(start, start + len(outlet))
            return outlet, (ChainLink(outlet, ActorKind.media, LinkHow.cites, one.doc, span, outlet),)
    return None


def ladder(scene: Scene, statement: Statement) -> list[Statement]:
    """Return the statements from the outermost parent down to this one, those with a source only."""
    out: list[Statement] = []
    seen: set[str] = set()
    at: Statement | None = statement
    while at is not None and at.id not in seen:
        seen.add(at.id)
        if at.id in scene.cast.by_statement:
            out.append(at)
        at = scene.statements.get(at.parent) if at.parent else None
    return out[::-1]


def _says(scene: Scene, statement: Statement) -> ChainLink:
    actor = scene.cast.by_statement[statement.id]
    spans = tuple(sorted((*statement.source, *statement.cue)))
    text = scene.paths.docs[statement.doc].text
    span = hull(spans) if spans else None
    return ChainLink(actor.name, actor.kind, LinkHow.says, statement.doc, span, words_of(text, spans))


def _cited(
    scene: Scene,
    claim: Sequence[int],
    at: int,
    seen: frozenset[int],
    links: tuple[ChainLink, ...],
    outlet: str,
) -> Trace:
    """Go on in the text of the outlet that is cited, when that text is in the dossier."""
    scene.beyond.add(outlet)
    docs = {d.id for d in scene.paths.docs.values() if d.outlet == outlet}
    own = [k for k in claim if scene.found[k].doc in docs]
    links = (*links[:-1], replace_how(links[-1], LinkHow.cites))
    own = own or [k for k in _backing(scene, at, docs) if k not in seen]
    if not own:
        return Trace(links, outlet_end(outlet, min(docs)))
    target = max(own, key=lambda k: (float(scene.raw[at, k]), -k))
    rest = trace(scene, claim, target, seen)
    return replace(rest, links=(*links, *rest.links), copied=False, cited=True)


def _backing(scene: Scene, at: int, docs: set[str]) -> list[int]:
    """The place of the cited outlet that says the same, if nothing there that is closer says the contrary."""
    inside = [k for k, other in enumerate(scene.found) if other.doc in docs]
    best = max(inside, key=lambda k: (float(scene.raw[at, k]), -k), default=None)
    if best is None or scene.raw[at, best] < _BACKS or contrary(scene.found[at], scene.found[best]):
        return []
    return [best]


def contrary(one: Proposition, other: Proposition) -> bool:
    """Tell whether two propositions differ in polarity or in the figure for the same thing."""
    if one.positive is not other.positive:
        return True
    return relation(one.figures, other.figures, (one.lang, other.lang)) is Figures.differ


def replace_how(link: ChainLink, how: LinkHow) -> ChainLink:
    """Return the link with another verb."""
    return ChainLink(link.name, link.kind, how, link.doc, link.span, link.words, link.level)


def replace_named(link: ChainLink, name: str, kind: ActorKind) -> ChainLink:
    """Return the link with another actor."""
    return ChainLink(name, kind, link.how, link.doc, link.span, link.words, link.level)


def _agency_link(edge: Edge) -> ChainLink:
    words = edge.evidence[0] if edge.evidence else None
    return ChainLink(
        edge.source.removeprefix(AGENCY),
        ActorKind.media,
        LinkHow.copies,
        edge.derived,
        words.span if words else None,
        words.words if words else "",
        int(edge.level),
    )


def from_agency(scene: Scene, at: int, edge: Edge) -> bool:
    """Tell whether a place came with the dispatch: the whole text did, or another of its copies has it."""
    one = scene.found[at]
    if not edge.trimmed and edge.kind is ReuseKind.verbatim:
        return True
    family = scene.paths.family(one.doc)
    return any(
        scene.paths.family(d) == family and scene.paths.aligned(one.doc, one.span, d) is not None
        for d in sorted(scene.paths.partners(one.doc))
    )
