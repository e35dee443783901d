"""Hand-made records as a dossier file."""

from __future__ import annotations

from pathlib import Path

from selon.store.dossier import Dossier
from tests.report.sample import Sample


def stored(view: Sample, path: Path) -> Path:
    """Write what a view holds into a new dossier."""
    with Dossier(path, create=True) as dossier, dossier.writing() as writer:
        for doc in view.docs:
            writer.put_document(doc)
            found = [s for s in view.said if s.doc == doc.id]
            writer.put_findings(doc, found, (), [a for a in view.traces if a.doc == doc.id])
        writer.put_passages(view.aligned)
        writer.put_edges(view.lineage)
        writer.put_claims(view.found)
        writer.put_conflicts(view.differ)
        writer.put_lists()
    return path
