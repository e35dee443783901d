"""A figure with the wording around it, as it is held against others."""

from __future__ import annotations

from dataclasses import dataclass

from selon.link.quantities.tallies import Tally
from selon.model.quantity import Quantity
from selon.model.span import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure with the wording around it; `places` are those of its `names` that may set it apart."""

    quantity: Quantity
    tally: Tally
    lang: str
    date: str | None
    sentence: Span
    text: str
    stems: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]
    site: str
    """The place that a preposition ties to the figure (sites), "" if none."""
    around: str
    """The folded words that may name the place of a figure that has none of its own."""
    extent: str
    moments: frozenset[str]
    days: frozenset[int]
    """The days of the year on which it holds, where the words or else the date of the text say so."""
    years: frozenset[str]
    plural: bool
    """Whether the noun is printed otherwise than its lemma, as no participle or adjective is."""
    revised: bool
    compared: bool
    """Whether words of comparison lead to it ("against 50,000 last week")."""
    share: bool
    """Whether it is told as the part of a place ("of whom 900 in the capital")."""
    whole: bool
    """Whether the part of a place is told of it, so that it is of no one place (wholes)."""
    entry: str
    """The year under which a chronicle tells it ("2009: A quake ..."), "" elsewhere."""
    event: str
    """The numbered event that it is of ("acte 8"), "" if none (events)."""
    former: bool
    """Whether its sentence tells of an earlier event ("earlier this year")."""
    claims: tuple[str, ...]
    origins: frozenset[str]

    @property
    def backdrop(self) -> bool:
        """Whether it is told of an earlier time for comparison only."""
        return self.compared and "before" in self.moments
