"""A quotation after a colon that no verb of saying brings: whom its sentence is about, speaks.

"Le couple se serre la ceinture : « … »", "Ivo Sarre demeure critique : « … »". A line that ends in a colon
brings the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from selon.analyse.drafts import Draft
from selon.analyse.grammar.clause import OPENING, VERBAL, Clause
from selon.analyse.grammar.names import capital
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.grammar.ranges import Range, spans_of
from selon.analyse.grammar.source_words import source_words
from selon.analyse.grammar.speakers import names_thing
from selon.analyse.grammar.subjects import subject
from selon.analyse.grammar.verbs import in_relative
from selon.analyse.kinds import kind_of
from selon.analyse.units import Unit
from selon.model.document import Document
from selon.model.span import Spans, words_of
from selon.model.statement import SourceKind, Stance

RULE = "quotation after a colon"
_PERSONS = {SourceKind.named_person, SourceKind.office, SourceKind.anonymous}


def introduced_drafts(clause: Clause, held: Sequence[Draft]) -> Iterator[Draft]:
    """Yield one draft for every long quotation after a colon that no statement of `held` has."""
    for hole in clause.unit.holes:
        if any(s.overlap(hole.span) for d in held for s in d.content):
            continue
        at = next((i for i, w in enumerate(clause.words) if w.start >= hole.span.start), 0)
        source = about(clause, clause.sentence_start(at - 1), at - 1) if clause.low(at - 1) == ":" else None
        if source:
            part = clause.unit.part
            yield Draft((hole.span,), spans_of(clause, source), (), Stance.asserts, RULE, part, carried=True)


def about(clause: Clause, start: int, end: int) -> Range | None:
    """Return the person whom the words `[start, end)` of a clause are about: the subject of the first finite
    verb, or where the parse finds none, the one whose name opens them ("Ivo Sarre, lui, jubile : …")."""
    for at in range(start, end):
        main = clause.finite(at) and not clause.quoted[at] and not in_relative(clause, at)
        if main and clause.words[at].dep != "advcl":
            verb = clause.words[at].head if clause.pos(at) == "AUX" and clause.words[at].head < end else at
            found = subject(clause, verb)
            if found and _person(clause, found, _PERSONS):
                return found
            return _opening(clause, start, at) or _named_last(clause, start, end)
    return _opening(clause, start, end) or _named_last(clause, start, end) or _unnamed(clause, start, end)


def _named_last(clause: Clause, start: int, end: int) -> Range | None:
    """Return the person whose name, behind "of", ends the words ("L'annonce déclenche l'ire de Jo Sarre")."""
    first = end
    while first > start and capital(clause, first - 1) and clause.pos(first - 1) in {"PROPN", "NOUN", "X"}:
        first -= 1
    owned = first < end and clause.low(first - 1) in clause.g["of"] | clause.g["contracted"]
    found = (first, end) if owned and not clause.quoted[first] else None
    return found if found and _person(clause, found, {SourceKind.named_person}) else None


def _unnamed(clause: Clause, start: int, end: int) -> Range | None:
    """Return one of some people, told with an indefinite article, whom words with no verb are about ("Un
    jeune docker, à l'entrée : …")."""
    article = clause.low(start) in source_words(clause, "one_of_some")
    found = noun_phrase(clause, start, end, apposed=False) if article and start < end else None
    return found if found and _person(clause, found, {SourceKind.anonymous}) else None


def _opening(clause: Clause, start: int, end: int) -> Range | None:
    """Return the person whose full name opens the words `[start, end)` ("Et Ivo Sarre la « honte » …")."""
    while start < end and (clause.pos(start) == "CCONJ" or clause.low(start) in OPENING):
        start += 1
    found = noun_phrase(clause, start, end)
    named = found and capital(clause, found[0]) and not clause.quoted[found[0]]
    return found if found and named and _person(clause, found, {SourceKind.named_person}) else None


def _person(clause: Clause, found: Range, kinds: Set[SourceKind]) -> bool:
    mention = words_of(clause.text, spans_of(clause, found))
    return (
        not mention[:1].isdigit()
        and not names_thing(clause, found)
        and kind_of(mention, clause.lang) in kinds
    )


def announced_by(doc: Document, unit: Unit) -> Spans:
    """The subject of a line that ends in a colon ("Nora Keane, chief vet, said:"), whose the next line is."""
    if unit.quotes or not unit.words or doc.text[unit.span.end - 1] != ":":
        return ()
    clause = Clause(unit, doc.text, doc.lang)
    verbs = (i for i in range(len(clause.words)) if clause.low(i) in clause.forms and clause.pos(i) in VERBAL)
    last = max(verbs, default=None)
    return spans_of(clause, subject(clause, last)) if last is not None else ()
