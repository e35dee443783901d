"""Who each source mention names: the words themselves, the fuller name, or who was named before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from anyascii import anyascii

from selon.link.acronyms import full_form
from selon.link.lexicon import generic
from selon.link.naming import Naming, naming
from selon.link.wording import stopwords
from selon.model.actor import ActorKind
from selon.model.document import Document
from selon.model.span import hull, words_of
from selon.model.statement import Statement
from selon.text.normalise import fold


def namings(
    docs: Sequence[Document], statements: Mapping[str, Sequence[Statement]]
) -> tuple[dict[str, Naming], dict[str, str]]:
    """The naming of every statement with a source, and the earlier statement whose source it repeats.

    A pronoun means the speaker around it, else the last one named before; "ces mêmes sources" the last hidden
    source.
    """
    out: dict[str, Naming] = {}
    back: dict[str, str] = {}
    for doc in docs:
        last: tuple[Naming, str] | None = None
        hidden: tuple[Naming, str] | None = None
        for statement in sorted(statements.get(doc.id, ()), key=lambda s: (hull(s.content), s.id)):
            found = _best_naming(doc, statement)
            if found is None:
                continue
            before = last if found.pronoun else hidden if found.same else None
            if found.pronoun and statement.parent in out:
                before = out[statement.parent], back.get(statement.parent, statement.parent)
            if before is not None:
                found, back[statement.id] = before
            elif not found.vague:
                last = found, statement.id
            if found.kind is ActorKind.anonymous:
                hidden = found, back.get(statement.id, statement.id)
            out[statement.id] = found
    return out, back


def _best_naming(doc: Document, statement: Statement) -> Naming | None:
    """The source's own words where they name somebody, else the fuller name that the document gives."""
    named = [
        naming(" ".join(words.split()), statement.source_kind, doc.lang)
        for words in (words_of(doc.text, statement.source), statement.holder)
        if words and words.strip()
    ]
    found = next((n for n in named if n.person or not n.vague), named[-1] if named else None)
    if found is not None and found.vague and (full := full_form(doc, found.words)):
        return naming(full, statement.source_kind, doc.lang)
    return found


@dataclass(frozen=True)
class Outlets:
    """The outlets of a dossier by the words of their names, and the words that name no outlet."""

    names: Mapping[str, frozenset[str]]
    skipped: frozenset[str]


def outlets_of(docs: Sequence[Document]) -> Outlets:
    """Return the outlets of `docs`, to be asked about by `outlet_meant`."""
    langs = sorted({d.lang for d in docs})
    skipped = frozenset().union(*(generic(c) | stopwords(c) for c in langs))
    printed = sorted({d.outlet for d in docs if d.outlet})
    return Outlets({outlet: _name_words(outlet, skipped) for outlet in printed}, skipped)


def outlet_meant(found: Naming, outlets: Outlets) -> str | None:
    """Return the outlet of the dossier that is meant, when the words are its name or two words of it."""
    spoken = _name_words(found.words, outlets.skipped)
    for outlet, own in outlets.names.items():
        if own and spoken and (spoken == own or (len(spoken & own) > 1 and spoken <= own)):
            return outlet
    return None


def _name_words(words: str, skipped: frozenset[str]) -> frozenset[str]:
    """The folded words of a name, generic nouns and stop words left out."""
    plain = anyascii(fold(words)).replace("'s ", " ")
    return frozenset(w for w in re.findall(r"[a-z0-9]+", plain) if len(w) > 1 and w not in skipped)
