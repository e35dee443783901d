"""Further lists as tables: decisions of people, places that name an actor, and places found by words."""

from __future__ import annotations

from selon.model.actor import Mention
from selon.model.judgement import Judgement
from selon.report.exporters.tables import Cells
from selon.store.search import Hit

JUDGEMENT_COLUMNS = ("id", "about", "a", "b", "verdict", "by", "time", "note", "supersedes")


def judgement_cells(one: Judgement) -> Cells:
    """Return a decision as one row of a table."""
    return {column: getattr(one, column) for column in JUDGEMENT_COLUMNS}


MENTION_COLUMNS = ("document", "start", "end", "words")


def mention_cells(mention: Mention) -> Cells:
    """Return a place that names an actor as one row of a table; offsets count code points."""
    span = mention.span
    return {"document": mention.doc, "start": span.start, "end": span.end, "words": mention.words}


HIT_COLUMNS = ("kind", "id", "document", "words")


def hit_cells(hit: Hit, words: str) -> Cells:
    """Return a place found by words as one row of a table."""
    return {"kind": hit.kind, "id": hit.ref, "document": hit.doc, "words": words}
