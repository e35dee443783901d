"""What reuse, chains and the merging of actors bring to the origin count: the same figures without each.

Nothing in selon is switched off: the stages are put together here, one of them left out, and the outcome is
scored as that of `selon origins` is.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from page import EVAL, Table, figure, run
from selon.ingest.rows import read_rows
from selon.link.actors.actors import Cast, find_actors
from selon.link.claims.claim_rows import origins_row
from selon.link.claims.claims import find_claims
from selon.link.disputes.figures import with_figures
from selon.link.quantities.conflicts import find_conflicts
from selon.model.actor import Actor
from selon.model.document import Document
from selon.model.identity import make_id
from selon.model.lineage import Edge
from selon.model.passage import Passage
from selon.model.quantity import Quantity
from selon.model.statement import Statement
from selon.pipeline.examine import Findings, examine
from selon.pipeline.linking import reuse
from selon.pipeline.progress import silent
from selon.text.normalise import fold


class Parts(msgspec.Struct, frozen=True):
    """What claims are found from."""

    docs: tuple[Document, ...]
    statements: Mapping[str, tuple[Statement, ...]]
    quantities: Mapping[str, tuple[Quantity, ...]]
    passages: tuple[Passage, ...]
    edges: tuple[Edge, ...]
    cast: Any


def read(rows: Path) -> Parts:
    """Return the findings and links of the documents in `rows`, as `selon origins` has them."""
    docs = tuple(sorted((d for d in read_rows(str(rows)) if isinstance(d, Document)), key=lambda d: d.id))
    made = (examine(d) for d in docs)
    found = {f.doc: f for f in made if isinstance(f, Findings)}
    passages, edges = reuse(docs, found, silent)
    statements = {i: f.all_statements for i, f in found.items()}
    quantities = {i: f.quantities for i, f in found.items()}
    return Parts(docs, statements, quantities, passages, edges, find_actors(docs, statements))


def without_reuse(parts: Parts) -> Parts:
    """No copy, translation or lineage is known: every text stands for itself."""
    return msgspec.structs.replace(parts, passages=(), edges=())


def without_chains(parts: Parts) -> Parts:
    """A claim ends at the source that the text names first: nobody inside it, no text of a cited outlet."""
    every = {s.id: s for many in parts.statements.values() for s in many}
    first = {i: _outermost(s, every) for i, s in every.items()}
    cast: Cast = parts.cast
    named = {i: cast.by_statement.get(first.get(i, i), actor) for i, actor in cast.by_statement.items()}
    namings = {i: cast.namings.get(first.get(i, i), naming) for i, naming in cast.namings.items()}
    alone = {
        i: tuple(msgspec.structs.replace(s, parent=None) for s in many)
        for i, many in parts.statements.items()
    }
    docs = tuple(msgspec.structs.replace(d, outlet=None) for d in parts.docs)
    cast = replace(cast, by_statement=named, namings=namings, outlets={})
    return msgspec.structs.replace(parts, docs=docs, statements=alone, cast=cast)


def _outermost(one: Statement, every: Mapping[str, Statement]) -> str:
    passed: set[str] = set()
    while one.parent in every and one.id not in passed:
        passed.add(one.id)
        one = every[one.parent]
    return one.id


def without_actors(parts: Parts) -> Parts:
    """Two sources are one only when they are named in the same words."""
    return msgspec.structs.replace(parts, cast=_unmerged(parts.cast))


def _unmerged(cast: Cast) -> Cast:
    outlets = {i for i, actor in cast.by_statement.items() if actor.id in cast.outlets}
    named = {i: a if i in outlets else _printed(cast, i, a) for i, a in cast.by_statement.items()}
    actors = tuple(sorted({a.id: a for a in named.values()}.values(), key=lambda a: a.id))
    return replace(cast, by_statement=named, actors=actors, proposals=(), docs={}, vague=frozenset())


def _printed(cast: Cast, statement: str, actor: Actor) -> Actor:
    """The source as printed; a pronoun or a word that names nobody is a source of its own."""
    naming = cast.namings[statement]
    key = fold(naming.words) if naming.names or naming.stems else statement
    return Actor(make_id("a", key), naming.words, actor.kind)


VARIANTS: dict[str, Callable[[Parts], Parts]] = {
    "all of it": lambda parts: parts,
    "without reuse": without_reuse,
    "without chains": without_chains,
    "without actor merging": without_actors,
}
MEASURES = (
    ("exact, all", "origins", "matched", "system", "exact"),
    ("exact, 2+ articles", "origins", "matched_2plus_articles", "system", "exact"),
    ("exact, 2+ origins", "origins", "matched_2plus_origins", "system", "exact"),
    ("mean error", "origins", "matched", "system", "mae"),
    ("same origin", "origins", "same_origin_pair_accuracy"),
    ("B³ F1", "claims", "b3_f1"),
)


def ablations(work: Path) -> list[Table]:
    """Measure the open dossiers with everything, and with one stage left out."""
    rows: list[tuple[str, ...]] = []
    for where in ("dev/d1", "seeds"):
        folder = EVAL / "dossiers" / where
        parts = read(folder / "docs.jsonl")
        for name, change in VARIANTS.items():
            score = _scored(work, folder, change(parts))
            rows.append((folder.name, name, *(figure(_dig(score, path)) for _, *path in MEASURES)))
    columns = ("dossier", "stages", *(m[0] for m in MEASURES))
    note = "The figures of `score.py` with one stage left out (`benchmarks/ablations.py`)."
    return [Table("Origin counts without one stage", columns, tuple(rows), note=note, deeper=True)]


def _scored(work: Path, folder: Path, parts: Parts) -> Any:
    claims = find_claims(
        parts.docs, parts.statements, parts.quantities, parts.passages, parts.edges, parts.cast
    )
    conflicts = find_conflicts(parts.docs, claims, parts.quantities)
    pred = work / "ablated.json"
    claims = with_figures(claims, conflicts)
    pred.write_bytes(msgspec.json.encode(origins_row(claims, parts.edges, conflicts)))
    return json.loads(run(sys.executable, EVAL / "dossiers/score.py", folder, pred))


def _dig(value: Any, path: list[str]) -> Any:
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value
