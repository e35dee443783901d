"""Everything in a dossier that the clock, the place and the way there must not change, as bytes."""

from __future__ import annotations

from pathlib import Path

import msgspec

from selon.store.dossier import Dossier


def state(path: Path) -> bytes:
    """Return documents, findings and links of the dossier at `path`."""
    with Dossier(path) as dossier, dossier.snapshot() as view:
        docs = view.documents()
        bare = [msgspec.structs.replace(d, capture=None) for d in docs]
        findings = [(view.statements(d.id), view.quantities(d.id), view.artefacts(d.id)) for d in docs]
        links = [view.passages(), view.edges(), view.clusters(), view.actors(), view.proposals()]
        return msgspec.json.encode([bare, findings, links, view.claims(), view.conflicts()])
