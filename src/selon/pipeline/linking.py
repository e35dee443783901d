"""The WHOLE stages, in their order: reuse, lineage, claims, conflicts."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial

import msgspec

from selon.analyse.quotes import find_quotes
from selon.link.actors.actors import find_actors
from selon.link.claims.claims import comparable, find_claims
from selon.link.disputes.figures import with_figures
from selon.link.kept import Kept
from selon.link.lineage.clusters import find_clusters
from selon.link.lineage.lineage import find_lineage
from selon.link.quantities.conflicts import find_conflicts
from selon.link.quantities.readings import bare, readings
from selon.link.reuse.comparisons import known
from selon.link.reuse.reuse import compare_all
from selon.link.rulings import NONE, Rulings, allowed_edges, allowed_passages
from selon.model.actor import Actor, Proposal
from selon.model.claim import Claim
from selon.model.cluster import Cluster
from selon.model.document import Document, PartKind
from selon.model.identity import digest
from selon.model.lineage import Edge
from selon.model.passage import Compared, Passage
from selon.model.quantity import QuantityConflict
from selon.model.span import Spans, tidy
from selon.model.statement import Form, Statement
from selon.nlp.embedder import ahead
from selon.pipeline.catalogue import ACTORS, CLAIMS, CONFLICTS, LINEAGE, REUSE
from selon.pipeline.examine import Findings
from selon.pipeline.memory import give_back
from selon.pipeline.progress import Progress


class Reused(msgspec.Struct, frozen=True):
    """The passages of some documents before anybody's judgement, for the next run: digest of what they were
    found in, passages, what was compared."""

    given: str
    passages: tuple[Passage, ...]
    compared: tuple[Compared, ...]


NEVER = Reused("", (), ())


class Links(msgspec.Struct, frozen=True):
    """What the documents of one run have to do with each other."""

    passages: tuple[Passage, ...]
    edges: tuple[Edge, ...]
    claims: tuple[Claim, ...]
    conflicts: tuple[QuantityConflict, ...]
    actors: tuple[Actor, ...]
    proposals: tuple[Proposal, ...]
    clusters: tuple[Cluster, ...] = ()
    reused: Reused = NEVER


def link(
    docs: Sequence[Document],
    found: Mapping[str, Findings],
    progress: Progress,
    rulings: Rulings = NONE,
    before: Reused = NEVER,
    kept: Kept | None = None,
) -> Links:
    """Return all links between `docs`; the order of `docs` changes nothing, and what people decided holds.

    `before` and `kept` are what an earlier run found for other documents or by other judgements; they save
    work and change nothing. What this one finds out is noted in `kept`.
    """
    with _uncollected():
        return _link(docs, found, progress, rulings, before, kept or Kept())


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let the collector of cycles rest: links are millions of objects and next to no cycle, and it would look
    at all of them again and again (a fifth of what one more article takes)."""
    resting = not gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not resting:
            gc.enable()


def _link(
    docs: Sequence[Document],
    found: Mapping[str, Findings],
    progress: Progress,
    rulings: Rulings,
    before: Reused,
    kept: Kept,
) -> Links:
    ordered = sorted(docs, key=lambda d: d.id)
    statements = {i: f.all_statements for i, f in found.items()}
    quantities = {i: f.quantities for i, f in found.items()}
    figures = bare(ordered, quantities, kept)
    with ahead([r.text for r in readings(figures)]):
        made = comparable(ordered, statements, quantities, kept)
        with ahead([p.text for p in made]):
            reused = compared(ordered, found, progress, before, kept)
            passages, edges = _derived(ordered, reused.passages, found, progress, rulings, kept)
            progress(ACTORS.name, 0, 0)
            cast = find_actors(ordered, statements, rulings, kept)
        give_back()
        progress(CLAIMS.name, 0, 0)
        claims = find_claims(ordered, statements, quantities, passages, edges, cast, rulings, made, kept)
        give_back()
        progress(CONFLICTS.name, 0, 0)
        conflicts = find_conflicts(ordered, claims, quantities, figures)
    claims = with_figures(claims, conflicts)
    clusters = find_clusters(ordered, passages, edges)
    return Links(passages, edges, claims, conflicts, cast.actors, cast.proposals, clusters, reused)


def reuse(
    docs: Sequence[Document], found: Mapping[str, Findings], progress: Progress
) -> tuple[tuple[Passage, ...], tuple[Edge, ...]]:
    """Return the aligned passages of `docs` and the lineage that they show."""
    ordered = sorted(docs, key=lambda d: d.id)
    return _derived(ordered, compared(ordered, found, progress).passages, found, progress, NONE)


def compared(
    docs: Sequence[Document],
    found: Mapping[str, Findings],
    progress: Progress,
    before: Reused = NEVER,
    kept: Kept | None = None,
) -> Reused:
    """Return the passages of `docs`, whatever people decided; what did not change since `before` is kept."""
    progress(REUSE.name, 0, 0)
    statements = {i: f.statements for i, f in found.items()}
    spans = {d.id: quoted(d, statements.get(d.id, ())) for d in docs}
    given = state_of(docs, spans)
    if given == before.given:
        return before
    passages, made = compare_all(
        docs, spans, known(before.passages, before.compared), partial(progress, REUSE.name), kept
    )
    return Reused(given, passages, made)


def state_of(docs: Sequence[Document], spans: Mapping[str, Spans]) -> str:
    """Return a digest of all that the passages of `docs` (by id) depend on."""
    return digest([[msgspec.structs.replace(d, capture=None), spans[d.id]] for d in docs])


def _derived(
    docs: Sequence[Document],
    passages: Sequence[Passage],
    found: Mapping[str, Findings],
    progress: Progress,
    rulings: Rulings,
    kept: Kept | None = None,
) -> tuple[tuple[Passage, ...], tuple[Edge, ...]]:
    """Return the passages and the lineage but for what people judged to be none."""
    progress(LINEAGE.name, 0, 0)
    allowed = allowed_passages(passages, rulings)
    edges = find_lineage(docs, allowed, {i: f.artefacts for i, f in found.items()}, kept)
    return allowed, allowed_edges(edges, rulings)


def quoted(doc: Document, statements: Sequence[Statement]) -> Spans:
    """Return where `doc` gives the words of others: direct contents, quoted pieces, block quotations."""
    direct = [span for s in statements if s.form is Form.direct for span in s.content]
    mixed = [span for s in statements if s.form is Form.mixed for span in s.content]
    pieces = [q.span for q in find_quotes(doc.text, doc.lang) if any(m.overlap(q.span) for m in mixed)]
    blocks = [p.span for p in doc.parts if p.kind is PartKind.quotation]
    return tidy([*direct, *pieces, *blocks])
