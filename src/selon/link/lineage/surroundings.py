"""All that the edges of a document depend on, as one digest: the texts that it shares passages with, what
these share with each other, and the outlets of the set that any of them names."""

from __future__ import annotations

import msgspec

from selon.link.lineage.case import Case
from selon.link.lineage.internal import Artefacts
from selon.model.identity import digest
from selon.text.normalise import fold


def surroundings(case: Case, artefacts: Artefacts) -> list[str]:
    """Return a digest for each document of `case`, in order."""
    outlets = sorted({(fold(d.outlet), d.outlet) for d in case.docs.values() if d.outlet})
    alone = {i: _alone(case, i, artefacts, outlets) for i in case.docs}
    tied = {i: {other: digest(tie) for other, tie in ties.items()} for i, ties in case.ties.items()}
    return [_around(doc, alone, tied) for doc in case.docs]


def _alone(case: Case, ident: str, artefacts: Artefacts, outlets: list[tuple[str, str]]) -> str:
    """A document: its content, its traces of translation, and the outlets of the set that it may credit."""
    doc = case.docs[ident]
    words = "\n".join([fold(doc.text), *(fold(c.name) for c in doc.credits)])
    named = [outlet for plain, outlet in outlets if plain in words]
    return digest((msgspec.structs.replace(doc, capture=None), artefacts.get(ident, ()), named))


def _around(doc: str, alone: dict[str, str], tied: dict[str, dict[str, str]]) -> str:
    near = sorted({doc, *tied[doc]})
    ties = [(a, b, tied[a][b]) for a in near for b in sorted(tied[a]) if b in near]
    return digest(([(i, alone[i]) for i in near], doc, ties))
