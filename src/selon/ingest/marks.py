"""A judgement on one piece of a line: its kind and the reason."""

from __future__ import annotations

from dataclasses import dataclass

from selon.model.document import PartKind


@dataclass(frozen=True)
class Mark:
    """The kind of a piece, the reason (`rule: words`), and whether it stands without neighbours."""

    kind: PartKind
    why: str
    sure: bool = True
