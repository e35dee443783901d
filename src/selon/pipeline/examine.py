"""The EACH stage: everything that is found inside one document."""

from __future__ import annotations

import msgspec

from selon.analyse.artefacts import find_artefacts
from selon.analyse.quantities import find_quantities
from selon.analyse.statements import find_statements
from selon.analyse.voice import outlet_voice
from selon.model.artefact import Artefact
from selon.model.document import Document, Reject
from selon.model.quantity import Quantity
from selon.model.statement import Statement
from selon.pipeline.catalogue import EXAMINE


class Findings(msgspec.Struct, frozen=True):
    """What one document holds: attributions, the outlet's voice, figures, traces of translation."""

    doc: str
    statements: tuple[Statement, ...]
    voices: tuple[Statement, ...]
    quantities: tuple[Quantity, ...]
    artefacts: tuple[Artefact, ...] = ()

    @property
    def all_statements(self) -> tuple[Statement, ...]:
        """Attributions and outlet voice, by place."""
        return tuple(sorted((*self.statements, *self.voices), key=lambda s: (s.content[0], s.id)))


def examine(doc: Document) -> Findings | Reject:
    """Return the findings of one document; one that breaks the analysis is set aside with the reason."""
    try:
        statements = find_statements(doc)
        voices = outlet_voice(doc, statements)
        return Findings(doc.id, statements, voices, find_quantities(doc), find_artefacts(doc))
    except Exception as error:  # one bad document must not end a run of thousands
        return failed(doc, error)


def attributions(doc: Document, beliefs: bool) -> tuple[Statement, ...] | Reject:
    """Return the attributions of one document, with beliefs and intentions if asked."""
    try:
        return find_statements(doc, beliefs=beliefs)
    except Exception as error:  # as above
        return failed(doc, error)


def failed(doc: Document, error: Exception) -> Reject:
    """Return the reject of a document on which the analysis failed."""
    where = doc.capture.where if doc.capture else None
    reason = f"the analysis failed ({type(error).__name__}: {error}); please report it with this document"
    return Reject(doc.id, reason, EXAMINE.name, where, doc.capture)
