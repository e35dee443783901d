"""Figures of one quantity that differ, and why: conflict, revision, period, scope or unknown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from selon.model.claim import Claim
from selon.model.document import Document
from selon.model.quantity import Quantity, QuantityConflict


def find_conflicts(
    docs: Sequence[Document], claims: Sequence[Claim], quantities: Mapping[str, Sequence[Quantity]]
) -> tuple[QuantityConflict, ...]:
    """Return pairs."""
    return ()
