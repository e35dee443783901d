"""Dialogue of prose: paragraphs that a dash opens, and the narrator's words inside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selon.analyse.drafts import Draft
from selon.analyse.units import Unit
from selon.model.document import Document


def dialogue_drafts(doc: Document, units: Sequence[Unit]) -> Iterator[Draft]:
    """Yield one draft for every stretch of speech in paragraphs of dialogue."""
    return iter(())
