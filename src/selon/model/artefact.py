"""Traces that a translation leaves in a text: a hint about the text, never a verdict on who published it."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from selon.model.identity import Made
from selon.model.span import Span


class ArtefactKind(StrEnum):
    """What the trace is."""

    capital = "capital"
    """A capital inside a sentence after or on an elided article ("de l'Attaque", "la ville D'Orvel")."""
    doubled = "doubled"
    """A word beside itself: two synonyms that fell together ("illicites et illicites")."""
    transliteration = "transliteration"
    """A name from another alphabet as another language spells it."""
    untranslated = "untranslated"
    """Words of another language left where nobody is quoted."""
    calque = "calque"
    """A turn of another language in the words of this one."""
    typography = "typography"
    """Marks of quotation or figures as another language writes them."""
    address = "address"
    """An address that asks for another language."""


class Artefact(msgspec.Struct, frozen=True):
    """One trace: its place, its words, and the languages that would explain it (none if all would)."""

    doc: str
    kind: ArtefactKind
    span: Span
    words: str
    suggests: tuple[str, ...]
    made: Made

    @property
    def source(self) -> str | None:
        """The one language that explains the trace, or None."""
        return self.suggests[0] if len(self.suggests) == 1 else None
