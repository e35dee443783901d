"""Statements without a parser: quotations, cue words and according-to forms of the light packs."""

from __future__ import annotations

from collections.abc import Iterator

from selon.analyse.drafts import Draft
from selon.analyse.units import Unit
from selon.model.document import Document


def light_drafts(doc: Document, unit: Unit) -> Iterator[Draft]:
    """Yield the drafts of a unit by its marks and words alone."""
    return iter(())
