"""The addresses of a served dossier: each thing has a page of its own, and keeps it."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from selon.report.questions.case import Listed, anchor


class Addresses:
    """What the shared templates write into `href` (report.links.Links)."""

    def doc(self, ident: str) -> str:
        """Return the address of a document."""
        return "/documents/" + _safe(ident)

    def claim(self, item: Listed) -> str:
        """Return the address of a claim: its stable id, never its siglum."""
        return "/claims/" + _safe(item.claim.id)

    def passage(self, item: Listed) -> str:
        """Return the address of the words that a claim is quoted in."""
        first = item.claim.canonical
        return self.statement(first.doc, first.statement)

    def statement(self, doc: str, ident: str) -> str:
        """Return the address of a statement: its place in its document."""
        return f"{self.doc(doc)}#{anchor('s', ident)}"

    def compare(self, one: str, other: str) -> str | None:
        """Return the address of two documents side by side."""
        return "/compare?" + urlencode({"a": one, "b": other})

    def actor(self, ident: str) -> str | None:
        """Return the address of an actor."""
        return "/actors/" + _safe(ident)

    def table(self, item: Listed, name: str) -> str | None:
        """Return the address of the texts or figures of a claim as CSV."""
        return f"/api{self.claim(item)}/{name}.csv"

    def capture(self, doc: str) -> str:
        """Return the address of the bytes that a document was read from."""
        return "/captures/" + _safe(doc)


def _safe(ident: str) -> str:
    return quote(ident, safe="")
