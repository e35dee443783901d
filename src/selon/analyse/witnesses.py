"""Whom a report from the place turns to before it quotes: "Gérard est venu avec son fils. « Je suis … »".

Such a witness says nothing with a verb; his words stand alone behind sentences that are about him.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from selon.analyse.kinds import first_name
from selon.analyse.units import Unit
from selon.languages.pack import table
from selon.model.document import Document
from selon.model.span import Span, Spans
from selon.text.letters import UPPER

FEWEST_WORDS = 4
"""Words that may stand before the name of the witness in a sentence ("Un peu plus loin, Lydie …")."""
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
        lead = _WORD.findall(doc.text[unit.span.start : found.start()].lower())
        if len(lead) > FEWEST_WORDS:
            return ()
        alone = first_name(found.group(), doc.lang) and not _NEXT.match(doc.text, found.end())
        if alone and found.group().lower() not in helpers and not (lead and lead[-1] in linking):
            return (Span(*found.span()),)
    return ()


def own_words(doc: Document, content: Sequence[Span]) -> bool:
    """Tell whether somebody speaks of himself: a first person stands in the words."""
    first = table(doc.lang, "grammar").get("first_person", ())
    said = (word for span in content for word in _ELIDED.findall(span.of(doc.text).lower()))
    return any(word.replace("’", "'") in first for word in said)
