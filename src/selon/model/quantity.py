"""A figure with everything that makes it comparable."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from selon.model.span import Span


class Bound(StrEnum):
    """How the words limit a figure."""

    exact = "exact"
    about = "about"
    at_least = "at_least"
    at_most = "at_most"
    more_than = "more_than"
    less_than = "less_than"
    between = "between"


class Quantity(msgspec.Struct, frozen=True):
    """`value` (or `value` to `upper` for between), `unit` (lemma: euro, tonne, personne), and what is
    counted; `bound_words` are the printed words of the bound."""

    doc: str
    span: Span
    value: float
    bound: Bound
    unit: str
    what: str
    upper: float | None = None
    bound_words: str | None = None


class ConflictReason(StrEnum):
    """Why two figures differ; period and scope are only apparent conflicts."""

    conflict = "conflict"
    revision = "revision"
    period = "period"
    scope = "scope"
    unknown = "unknown"


class QuantityConflict(msgspec.Struct, frozen=True):
    """Two quantities of the same thing that differ, and why."""

    a: Quantity
    b: Quantity
    why: ConflictReason
    words: str
    claims: tuple[str, ...] = ()
    others: tuple[Quantity, ...] = ()
    """The other places where either figure is given for the same thing."""
