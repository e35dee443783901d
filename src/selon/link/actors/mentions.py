"""Who each source mention names: the words themselves, the fuller name, or who was named before."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from anyascii import anyascii

from selon.link.actors.acronyms import full_form
from selon.link.actors.antecedents import Known, Reader, known_persons
from selon.link.actors.fitting import definite, women_among
from selon.link.actors.lexicon import generic
from selon.link.actors.makers import made_by
from selon.link.actors.namesakes import full, namesakes
from selon.link.actors.naming import Naming, naming
from selon.link.actors.persons import speakers
from selon.link.kept import Kept
from selon.link.wording import stopwords
from selon.model.actor import ActorKind
from selon.model.document import Document
from selon.model.identity import digest
from selon.model.span import Spans, hull, words_of
from selon.model.statement import Form, SourceKind, Statement
from selon.text.normalise import fold

Read = tuple[Naming | None, Naming | None]
"""What the words of a source name, and what the fuller name does that its document gives it."""


def namings(
    docs: Sequence[Document], statements: Mapping[str, Sequence[Statement]], kept: Kept
) -> tuple[dict[str, Naming], dict[str, str], frozenset[str]]:
    """The naming of every statement with a source, the earlier one whose source it repeats, and the
    last names that several bear.

    A pronoun means the speaker around it, else who was named before and agrees with it; a definite
    description who is called so; "ces mêmes sources" the last hidden source.
    """
    read = _read(docs, statements, kept)
    spoken = [(n, doc.lang) for doc in docs for _, both in read[doc.id] for n in both if n is not None]
    every = [n for n, _ in spoken]
    known, shared = known_persons(every, women_among(spoken)), namesakes(docs, every)
    out: dict[str, Naming] = {}
    back: dict[str, str] = {}
    for doc in docs:
        here = shared.within(doc)
        reader = Reader(doc, known.within(shared.persons, here), ahead=_ahead(read[doc.id]))
        reader.inside = _inside([s for s, _ in read[doc.id]])
        reader.direct = [hull(s.content) for s, _ in read[doc.id] if s.form is Form.direct]
        hidden: tuple[Naming, str] | None = None
        first: dict[Spans, str] = {}
        loose: tuple[str, str] | None = None
        for statement, both in read[doc.id]:
            own, given = (full(one, here) for one in both)
            own = _known_by_name(own, reader.known, shared.persons, doc.lang)
            found, of = _meant(reader, statement, own, given, out)
            if found is not None and found.same and not found.names:
                found, of = reader.same(found, hull(statement.source).start, hidden) or (found, of)
            if found is None:
                continue
            said = first.setdefault(statement.source or (hull(statement.content),), statement.id)
            if said != statement.id:
                back[statement.id] = back.get(said, said)  # one mention in print is one who speaks
            elif of:
                back[statement.id] = back.get(of, of)
                if own is not None and not own.pronoun:  # called so again: the last who was named
                    reader.again(hull(statement.source).start, found, back[statement.id])
            elif found is own and found.pronoun and loose and loose[0] == fold(found.words):
                back[statement.id] = loose[1]  # "poursuit-il … conclut-il": one who is named nowhere
            elif not found.vague:
                at = hull(statement.source or statement.content).start
                reader.hear(at, found, statement.id, own)
            loose = (fold(found.words), back.get(statement.id, statement.id)) if found.pronoun else None
            if found.kind is ActorKind.anonymous:
                hidden = found, back.get(statement.id, statement.id)
            out[statement.id] = found
    return out, back, frozenset(shared.persons)


def _read(
    docs: Sequence[Document], statements: Mapping[str, Sequence[Statement]], kept: Kept
) -> dict[str, list[tuple[Statement, Read]]]:
    said = [_in_order(statements.get(d.id, ())) for d in docs]
    keys = [digest((d.text, d.lang, many)) for d, many in zip(docs, said, strict=True)]
    made = kept.each("namings", list[Read], keys, lambda n: [_readings(docs[n], s) for s in said[n]])
    both = zip(docs, said, made, strict=True)
    return {d.id: list(zip(many, found, strict=True)) for d, many, found in both}


def _inside(statements: Sequence[Statement]) -> dict[str, str]:
    """By statement the one in whose direct speech its source stands."""
    direct = {s.id: s for s in statements if s.form is Form.direct}
    out = {}
    for one in (s for s in statements if s.source and s.parent in direct):
        parent = direct[one.parent or ""]
        if any(span.holds(one.source[0]) for span in parent.content):
            out[one.id] = parent.id
    return out


def _ahead(
    read: Sequence[tuple[Statement, Read]],
) -> tuple[tuple[int, Naming, str], ...]:
    return tuple(
        (hull(s.source).start, own, s.id)
        for s, (own, _) in read
        if s.source and own is not None and not own.vague and not own.pronoun
    )


def _in_order(statements: Sequence[Statement]) -> list[Statement]:
    """Statements in the order in which the text names their sources."""
    return sorted(statements, key=lambda s: (hull(s.source or s.content), hull(s.content), s.id))


def _meant(
    reader: Reader,
    statement: Statement,
    own: Naming | None,
    given: Naming | None,
    out: Mapping[str, Naming],
) -> tuple[Naming | None, str]:
    """Who is meant by one mention, and the statement whose source it repeats ("" if none)."""
    if own is None or not statement.source:
        return own or given, ""
    at = hull(statement.source).start
    if own.pronoun:
        if given is None and (parent := statement.parent or "") in out:
            return out[parent], parent
        spoken, within = statement.form is Form.direct, reader.inside.get(statement.id, "")
        return reader.pronoun(own.words, at, spoken, given, within, statement.content) or (own, "")
    if (found := reader.introduced(own, at)) is not None:
        return found
    if definite(reader.doc, own, at):
        return reader.description(own, at, given) or (own, "")
    if own.kind is ActorKind.anonymous and (found := reader.beside(own, at)) is not None:
        return found
    if given is not None and own.vague and not own.role and (given.person or not given.vague):
        return given, ""
    return own, ""


def _known_by_name(own: Naming | None, known: Known, shared: Container[str], lang: str) -> Naming | None:
    """A name that is the last or full name of a person of the dossier is that person ("Villaudin added"); a
    last name that several bear (`shared`) is somebody's."""
    if own is None or own.person or own.kind is not ActorKind.organisation or not own.names:
        return own
    found = speakers(own.words, lang)
    parts = found[0].parts if found else ()
    person = known.persons.get(parts[-1]) if parts else None
    if person is None and len(parts) == 1 and parts[0] in shared and fold(own.words) == parts[0]:
        return replace(own, person=parts, shown=own.words, kind=ActorKind.person)
    if person is None or (len(parts) > 1 and parts != person.person):
        return own
    alone = fold(own.words) in (parts[0], " ".join(person.person[1:]))
    return person if len(parts) > 1 or alone else own


def _readings(doc: Document, statement: Statement) -> Read:
    """What the source's own words name, and what the fuller name that the document gives it names."""
    if _dateline(doc, statement):
        return None, None
    own, given = (
        naming(" ".join(words.split()), statement.source_kind, doc.lang, _common(doc, words))
        if words and words.strip()
        else None
        for words in (words_of(doc.text, statement.source), statement.holder)
    )
    if own is not None and not own.person and given is not None and given.person and given.shown in own.words:
        given = None  # the name of somebody else in the same words
    if own is not None and own.vague and (full := full_form(doc, own.words)):
        own = naming(full, statement.source_kind, doc.lang)
    return _of_whom(doc, statement, own), given


def _of_whom(doc: Document, statement: Statement, own: Naming | None) -> Naming | None:
    """A paper with no name of its own is the word of those who made it, where the text names them next."""
    if own is None or own.person or own.names or own.pronoun or own.authors:
        return own
    maker = made_by(doc, statement.source[-1].end) if own.document or own.mouthpiece else None
    named = naming(maker, SourceKind.organisation, doc.lang) if maker else None
    return own if named is None or named.vague else named


def _dateline(doc: Document, statement: Statement) -> bool:
    """Whether words in capitals that open a paragraph only say where a text was written ("NEW YORK: …")."""
    words = words_of(doc.text, statement.source)
    if not words.isupper() or " " not in words.strip():
        return False
    start, end = statement.source[0].start, statement.source[-1].end
    opens = (
        not doc.text[:start].rstrip(" \u00a0\u202f") or doc.text[:start].rstrip(" \u00a0\u202f")[-1] == "\n"
    )
    return (opens or start == 0) and doc.text[end : end + 2].strip()[:1] in set(":(-–—,")


def _common(doc: Document, words: str) -> bool:
    """Whether a mention begins with a capital that the text does not give the same word elsewhere."""
    first = re.match(r"\s*([A-ZÀ-ÖØ-Þ][\w-]{2,})", words)
    if first is None or first.group(1).isupper():
        return False
    word = first.group(1).lower()  # mostly not there at all, and then no pattern is made of it
    return word in doc.text and re.search(rf"(?<![\w’'-]){re.escape(word)}(?![\w’'-])", doc.text) is not None


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
