"""Every stage of a run: its name, version and shape, what it reads and what it writes."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from selon.analyse import artefacts, quantities, statements, voice
from selon.link.actors import actors
from selon.link.claims import claims
from selon.link.lineage import clusters, lineage
from selon.link.quantities import conflicts
from selon.link.reuse import passages, translation
from selon.nlp import embedder


class Shape(StrEnum):
    """How a stage goes over the data."""

    each = "each"
    """One document at a time; may run in any process."""
    pairs = "pairs"
    """Rows brought together by a key, and compared inside it."""
    whole = "whole"
    """The full table at once."""


class Stage(msgspec.Struct, frozen=True):
    """One entry. `versions` are those of the modules at work: a change makes dossiers do it again."""

    name: str
    versions: tuple[int, ...]
    shape: Shape
    reads: tuple[str, ...]
    writes: tuple[str, ...]


EXAMINE = Stage(
    "examine",
    (statements.VERSION, voice.VERSION, quantities.VERSION, artefacts.VERSION),
    Shape.each,
    ("documents",),
    ("statements", "quantities", "artefacts"),
)
REUSE = Stage(
    "reuse",
    (passages.VERSION, translation.VERSION, embedder.VERSION),
    Shape.whole,
    ("documents", "statements", "judgements"),
    ("passages",),
)
LINEAGE = Stage(
    "lineage",
    (lineage.VERSION, clusters.VERSION),
    Shape.whole,
    ("documents", "passages", "artefacts"),
    ("edges", "clusters"),
)
ACTORS = Stage(
    "actors",
    (actors.VERSION,),
    Shape.whole,
    ("documents", "statements", "judgements", "aliases"),
    ("actors", "proposals"),
)
CLAIMS = Stage(
    "claims",
    (claims.VERSION, embedder.VERSION),
    Shape.whole,
    ("documents", "statements", "quantities", "passages", "edges", "actors", "judgements"),
    ("claims",),
)
CONFLICTS = Stage(
    "conflicts",
    (conflicts.VERSION, embedder.VERSION),
    Shape.whole,
    ("documents", "claims", "quantities"),
    ("conflicts",),
)

STAGES = (EXAMINE, REUSE, LINEAGE, ACTORS, CLAIMS, CONFLICTS)
"""In the order in which they run: a stage reads only what those before it wrote."""

READ = Stage("read", (1,), Shape.each, (), ("documents", "rejects"))
SURVEY = Stage("survey", (1,), Shape.each, ("documents",), ("texts", "stems", "pages", "samples"))
COLLECTION = Stage(
    "collection",
    (passages.VERSION,),
    Shape.pairs,
    ("stems", "pages", "samples"),
    ("known", "carried", "weights"),
)
REFERENCE = Stage("reference", (embedder.VERSION,), Shape.each, ("weights",), ("vectors",))
FINGERPRINTS = Stage(
    "fingerprints",
    (passages.VERSION, translation.VERSION),
    Shape.each,
    ("documents", "texts", "known", "weights"),
    ("features", "anchors"),
)
TIES = Stage("ties", (passages.VERSION,), Shape.pairs, ("features", "anchors"), ("ties",))
CANDIDATES = Stage("candidates", (passages.VERSION,), Shape.pairs, ("ties",), ("candidates",))
PASSAGES = Stage(
    "passages",
    REUSE.versions,
    Shape.pairs,
    ("documents", "statements", "candidates", "carried", "weights", "vectors"),
    ("passages", "pairs"),
)
COMPONENTS = Stage(
    "lineage",
    (lineage.VERSION, clusters.VERSION),
    Shape.pairs,
    ("documents", "passages", "artefacts"),
    ("edges", "clusters", "families"),
)

CORPUS = (READ, SURVEY, EXAMINE, COLLECTION, REFERENCE, FINGERPRINTS, TIES, CANDIDATES, PASSAGES, COMPONENTS)
"""Of a corpus, in their order: between them stand shards. Claims and their origins come after the cut."""


def version_of(*stages: Stage) -> str:
    """Return one word for the versions of `stages`, as the ledger keeps it."""
    return " ".join(".".join([s.name, *map(str, s.versions)]) for s in stages)
