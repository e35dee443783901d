"""Where a page finds its things: fragments of one file, or addresses of a served dossier."""

from __future__ import annotations

from typing import Protocol

from selon.report.questions.case import Listed, anchor


class Links(Protocol):
    """What a template or drawing writes into `href`."""

    def doc(self, ident: str) -> str:
        """The reader of a document."""

    def claim(self, item: Listed) -> str:
        """The page or section of a claim."""

    def passage(self, item: Listed) -> str:
        """The words of a claim in the document that its text is taken from."""

    def compare(self, one: str, other: str) -> str | None:
        """Two documents side by side, None where there is no such page."""

    def actor(self, ident: str) -> str | None:
        """The page of an actor, None where there is none."""

    def table(self, item: Listed, name: str) -> str | None:
        """A table of a claim's page as a file, None where there is none."""


class Fragments:
    """Everything is in one file: each thing has a fragment."""

    def doc(self, ident: str) -> str:
        """Return the fragment of a document."""
        return "#" + anchor("doc", ident)

    def claim(self, item: Listed) -> str:
        """Return the fragment of a claim."""
        return "#" + item.anchor

    def passage(self, item: Listed) -> str:
        """Return the fragment of the words of a claim without a section of its own."""
        return f"#{item.anchor}-text"

    def compare(self, one: str, other: str) -> str | None:
        """Return None: one file compares nothing."""
        return None

    def actor(self, ident: str) -> str | None:
        """Return None: one file has no page of actors."""
        return None

    def table(self, item: Listed, name: str) -> str | None:
        """Return None: one file has no other files."""
        return None


FRAGMENTS: Links = Fragments()
