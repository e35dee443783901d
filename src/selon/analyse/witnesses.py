"""Whom a report from the place turns to before it quotes: "Gérard est venu avec son fils. « Je suis … »".

Such a witness says nothing with a verb; his words stand alone behind sentences that are about him.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from selon.analyse.kinds import kind_of
from selon.analyse.persons import first_name
from selon.analyse.units import Unit
from selon.languages.pack import table
from selon.model.document import Document
from selon.model.span import Span, Spans
from selon.model.statement import SourceKind
from selon.text.letters import UPPER

LEAD = 4
"""No more words than these stand before the name of the witness ("Un peu plus loin, Lydie …")."""
FULL_NAME = re.compile(
    rf"[{UPPER}][\w’'-]+(?:[ \u00a0](?:de|da|van|von|del|al|el|ben|bin)?[ \u00a0]?[{UPPER}][\w’'-]+)+"
)
"""Two names or more, particles between them."""
_NAME = re.compile(rf"(?<![\w’'-])[{UPPER}][\w’'-]*")
_NEXT = re.compile(rf"[ \u00a0][{UPPER}]")
_WORD = re.compile(r"[\w’']+")
_ELIDED = re.compile(r"[\w]+['’]|[\w-]+")


def met(doc: Document, unit: Unit) -> Spans:
    """Return the one first name that a sentence without a quotation opens with, behind a few words."""
    return () if unit.quotes else opening_name(doc, unit)


def opening_name(doc: Document, unit: Unit) -> Spans:
    """Return the one first name that a sentence opens with, behind a few words, before any quotation."""
    end = min((quote.span.start for quote in unit.quotes), default=unit.span.end)
    grammar = table(doc.lang, "grammar")
    linking, helpers = grammar.get("linking", ()), grammar.get("helpers", ())
    for found in _NAME.finditer(doc.text, unit.span.start, end):
        before = _word_before(doc, unit, found.start())
        if before is None:
            return ()
        alone = first_name(found.group(), doc.lang) and not _NEXT.match(doc.text, found.end())
        if alone and found.group().lower() not in helpers and before not in linking:
            return (Span(*found.span()),)
    return ()


def first_named(doc: Document, unit: Unit) -> Spans:
    """Return the person whose full name stands first before the quotation of a sentence, behind a few words
    of which none governs it ("Mais samedi, Ivo Sarre est venu …")."""
    found = FULL_NAME.search(doc.text, unit.span.start, min(q.span.start for q in unit.quotes))
    before = _word_before(doc, unit, found.start()) if found else None
    if found is None or before is None or before in table(doc.lang, "grammar").get("linking", ()):
        return ()
    named = kind_of(found.group(), doc.lang) is SourceKind.named_person
    return (Span(*found.span()),) if named else ()


def _word_before(doc: Document, unit: Unit, at: int) -> str | None:
    """Return the word before a name in its sentence, "" where it opens it, or None behind more than a few."""
    lead = _WORD.findall(doc.text[unit.span.start : at].lower())
    return None if len(lead) > LEAD else "".join(lead[-1:])


def own_words(doc: Document, content: Sequence[Span]) -> bool:
    """Tell whether somebody speaks of himself: a first person stands in the words."""
    first = table(doc.lang, "grammar").get("first_person", ())
    said = (word for span in content for word in _ELIDED.findall(span.of(doc.text).lower()))
    return any(word.replace("’", "'") in first for word in said)
