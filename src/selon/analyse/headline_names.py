"""Headlines that name their speaker by a mark alone: "Lowe: Bridge to stay shut", "Bridge shut – Lowe".

Without quotation marks a name before a colon may as well be a topic; it speaks where the text below has that
person say something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selon.analyse.drafts import Draft
from selon.analyse.kinds import kind_of
from selon.analyse.mentions import words_in
from selon.analyse.persons import person_name
from selon.analyse.units import Unit
from selon.languages.pack import table
from selon.model.document import Document, PartKind
from selon.model.span import Span
from selon.model.statement import SourceKind, Stance
from selon.text.letters import UPPER
from selon.text.segment import trim

_NAME = rf"(?:[\w.]+ ){{0,3}}?[{UPPER}][\w’'-]+(?: [{UPPER}][\w’'-]+)*"
_BEFORE = re.compile(rf"(?P<name>{_NAME})[ \u00a0\u202f]*(?P<mark>:)[ \u00a0\u202f]+(?P<said>\S.*)$")
_AFTER = re.compile(rf"(?P<said>\S.*?\S)[ \u00a0]+(?P<mark>[-–—])[ \u00a0]+(?P<name>{_NAME})$")
FEWEST_SAID = 3
"""What a headline reports has at least this many words."""


def headline_names(doc: Document, units: Sequence[Unit], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield a draft for each headline whose mark sets off a person who speaks in the text."""
    heads = [unit for unit in units if _is_headline(doc, unit)]
    known = _speakers(doc, drafts) if heads else frozenset()
    for unit in heads if known else ():
        if not any(unit.span.overlap(span) for d in drafts for span in d.content):
            yield from _named(doc, unit, known)


def _is_headline(doc: Document, unit: Unit) -> bool:
    if unit.level or doc.text[unit.span.end - 1] in ".;":
        return False
    return unit.part is PartKind.headline or (not doc.parts and unit.paragraph == 0)


def _speakers(doc: Document, drafts: Sequence[Draft]) -> frozenset[str]:
    """Return the last names of the persons who are sources, in lower case."""
    sources = {span.of(doc.text) for d in drafts for span in d.source}
    persons = (s for s in sources if kind_of(s, doc.lang) is SourceKind.named_person)
    names = (person_name(s, doc.lang) for s in persons)
    return frozenset(words_in(name)[-1].lower() for name in names if name and words_in(name))


def _named(doc: Document, unit: Unit, known: frozenset[str]) -> Iterator[Draft]:
    for pattern in (_BEFORE, _AFTER):
        found = pattern.match(doc.text, unit.span.start, unit.span.end)
        if found is None or not _speaks(doc, found.group("name"), known):
            continue
        name, said = (trim(doc.text, *found.span(group)) for group in ("name", "said"))
        if name and said and len(said.of(doc.text).split()) >= FEWEST_SAID:
            mark = Span(*found.span("mark"))
            yield Draft((said,), (name,), (mark,), Stance.asserts, "headline name", unit.part)
            return


def _speaks(doc: Document, name: str, known: frozenset[str]) -> bool:
    words = words_in(name)
    small = {
        *table(doc.lang, "sources").get("office", ()),
        *table(doc.lang, "sources").get("determiners", ()),
    }
    return words[-1].lower() in known and all(w[0].isupper() or w.lower() in small for w in words)
