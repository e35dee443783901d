"""The tables of one claim's page: its texts with where each comes from, and its figures side by side."""

from __future__ import annotations

from collections.abc import Iterator

from selon.report.exporters.tables import Cells
from selon.report.questions.case import Case, Listed
from selon.report.questions.figures import figures
from selon.report.questions.rows import Row, Tree

TEXT_COLUMNS = (
    "document", "outlet", "published", "zone", "lang", "asserts", "comes_from", "how", "level", "changes",
    "last_source", "claim_instead",
)  # fmt: skip


def text_cells(case: Case, tree: Tree) -> Iterator[Cells]:
    """Yield each text of the drawing as a row; of one that asserts something else the id of that claim."""
    for row in tree.rows:
        for doc in (row.doc, *row.stack):
            above = tree.rows[row.parent].doc if row.parent is not None else None
            yield {**_document(case, doc), "comes_from": above, **_derivation(row)}


def _document(case: Case, ident: str) -> Cells:
    doc = case.docs.get(ident)
    when = doc.published if doc else None
    return {
        "document": ident,
        "outlet": doc.outlet if doc else case.outlet(ident),
        "published": when.value if when else None,
        "zone": when.zone if when else None,
        "lang": doc.lang if doc else None,
    }


def _derivation(row: Row) -> Cells:
    other, last = row.other, row.path.last if row.path else None
    return {
        "asserts": row.asserts,
        "how": row.derivation.via,
        "level": row.derivation.level,
        "changes": [f"{c.there_words} → {c.here_words}" for c in row.derivation.changes],
        "last_source": last.name if last else None,
        "claim_instead": other.claim.claim.id if other and other.claim else None,
    }


FIGURE_COLUMNS = (
    "value", "upper", "bound", "unit", "words", "what", "document", "start", "end", "claim", "articles",
    "origins", "why", "why_words", "changed_copy_of",
)  # fmt: skip


def figure_cells(case: Case, item: Listed) -> Iterator[Cells]:
    """Yield the figures that stand against those of a claim, its own first; offsets count code points."""
    for found in figures(case, item):
        quantity = found.quantity
        yield {
            "value": quantity.value,
            "upper": quantity.upper,
            "bound": quantity.bound,
            "unit": quantity.unit,
            "words": found.words,
            "what": found.what,
            "document": quantity.doc,
            "start": quantity.span.start,
            "end": quantity.span.end,
            "claim": found.claim.claim.id if found.claim else None,
            "articles": len(found.docs),
            "origins": [o.name for o in found.origins],
            "why": found.why,
            "why_words": found.why_words,
            "changed_copy_of": found.copied,
        }
