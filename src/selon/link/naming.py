"""What the words of a source name: a person, a body and its office, an organisation, a document, nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from anyascii import anyascii

from selon.link import wording
from selon.link.lexicon import generic, table, terms
from selon.link.runs import runs
from selon.model.actor import OF_SOURCE, ActorKind
from selon.model.span import Span
from selon.model.statement import SourceKind
from selon.text.normalise import fold

_SERVICES = frozenset({"fireservice", "police", "army"})
"""Bodies that are no office of state but organisations."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body under one concept for all languages, and what tells it from others of its kind."""

    concept: str
    qualifiers: frozenset[str] = frozenset()

    def may_be(self, other: Body) -> bool:
        """Tell whether both can name one body: one concept, and no qualifier on both sides left over."""
        if self.concept != other.concept:
            return False
        ours = [q for q in self.qualifiers if not _in(q, other.qualifiers)]
        theirs = [q for q in other.qualifiers if not _in(q, self.qualifiers)]
        return not ours or not theirs


@dataclass(frozen=True, slots=True)
class Naming:
    """The parts of one source mention; empty parts are not named."""

    words: str
    kind: ActorKind
    person: tuple[str, ...] = ()
    shown: str = ""
    body: Body | None = None
    names: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()
    document: str | None = None
    role: tuple[str, str] | None = None
    """A relation ("avocat") and the folded last name it belongs to ("" for "son avocat")."""
    pronoun: bool = False
    same: bool = False
    """Points back to a hidden source named before ("ces mêmes sources")."""
    mouthpiece: bool = False
    """Somebody speaks through it ("le communiqué", "les autorités"): it is not a source of its own."""

    @property
    def vague(self) -> bool:
        """Whether the words give no name, no body of a place or field, no document, no hidden source."""
        if self.person or (self.body and self.body.qualifiers) or self.kind is ActorKind.anonymous:
            return False
        if self.mouthpiece:
            return not self.names
        return not self.names and self.document is None


def _in(one: str, many: frozenset[str]) -> bool:
    return any(one == other or (min(len(one), len(other)) > 3 and one[:4] == other[:4]) for other in many)


@cache
def naming(words: str, kind: SourceKind, lang: str) -> Naming:
    """Return what `words` name, with the kind of source that the statement found as a guide."""
    plain = anyascii(fold(words)) if not words.isascii() else fold(words)
    person, shown, role = _person(words, kind, lang)
    rest = plain
    for part in person:
        rest = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", " ", rest)
    spoken = _speaks_for(plain, lang)
    document = None if person or spoken else _document(plain, lang)
    body = None if document else _body(rest, lang)
    named = wording.names(". x " + words, Span(4, 4 + len(words))) if words else frozenset()
    return Naming(
        words=words,
        kind=_kind(kind, person, body, document),
        person=person,
        shown=shown,
        body=body,
        names=named - generic(lang) - wording.stopwords(lang),
        stems=frozenset(wording.stems(plain, lang)) - frozenset(map(wording.stem, generic(lang))),
        document=document,
        role=role,
        mouthpiece=spoken,
        same=any(w in table(lang).get("again", ()) for w in re.findall(r"\w+", plain)),
        pronoun=plain.strip(" -'\"t") in table(lang).get("holders", ()),
    )


def _kind(kind: SourceKind, person: tuple[str, ...], body: Body | None, document: str | None) -> ActorKind:
    if kind is SourceKind.anonymous and not person:
        return ActorKind.anonymous
    if document is not None and kind is not SourceKind.media:
        return ActorKind.document
    if body is not None and kind is not SourceKind.media:
        return ActorKind.organisation if body.concept in _SERVICES else ActorKind.office
    return ActorKind.person if person else OF_SOURCE[kind]


def _person(words: str, kind: SourceKind, lang: str) -> tuple[tuple[str, ...], str, tuple[str, str] | None]:
    """Return folded name parts, the printed name, and the role when the mention is "l'avocat de X"."""
    found = runs(words, lang)
    role = next(
        (r for r in table(lang).get("roles", ()) if re.search(rf"(?<!\w){r}(?!\w)", fold(words))), None
    )
    free = [r for r in found if not r.owned and (r.titled or len(r.parts) > 1 or len(r.parts[0]) > 3)]
    if role is not None and not free:
        return (), "", (role, found[-1].parts[-1] if found else "")
    if kind is SourceKind.office:
        free = [r for r in free if r.titled or len(r.parts) > 1]
    if kind not in (SourceKind.named_person, SourceKind.office) or not free:
        return (), "", None
    best = max(free, key=lambda r: (r.titled or len(r.parts) > 1, r.start))
    return best.parts, best.shown, None


def _body(plain: str, lang: str) -> Body | None:
    for spoken in table(lang).get("spokespersons", ()):
        plain = plain.replace(spoken, " ")
    metonyms: dict[str, str] = table(lang).get("metonyms", {})
    found = [(len(f), f, c) for f, c in terms(lang, "bodies") if _holds(plain, f)]
    found += [(len(f), f, meant) for f, meant in metonyms.items() if " " in f and _holds(plain, f)]
    if not found:
        alone = " ".join(w for w in re.findall(r"\w+", plain) if w not in wording.stopwords(lang))
        return _of(metonyms[alone], "", lang) if alone in metonyms else None
    _, form, meaning = max(found)
    return _of(meaning, plain.replace(form, " "), lang)


def _holds(plain: str, form: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(form)}(?!\w)", plain) is not None


def _of(meaning: str, rest: str, lang: str) -> Body:
    concept, *qualifiers = meaning.split()
    for form, portfolio in terms(lang, "portfolios"):
        if concept == "ministry" and _holds(rest, form):
            rest = rest.replace(form, " ")
            qualifiers.append(portfolio)
    skipped = generic(lang) | frozenset((*table(lang).get("titles", ()), *table(lang).get("mouthpieces", ())))
    holders = {w for f, _ in terms(lang, "bodies") for w in re.findall(r"\w+", f)}
    for form in re.findall(r"[^\W\d_]+", rest):
        if form not in wording.stopwords(lang) | skipped | holders and len(form) > 2:
            qualifiers.append(wording.stem(form))
    return Body(concept, frozenset(qualifiers))


def _speaks_for(plain: str, lang: str) -> bool:
    """Whether the first nouns of a mention are a mouthpiece ("un communiqué de la préfecture")."""
    firsts = [w for w in re.findall(r"[\w-]+", plain) if w not in wording.stopwords(lang)][:2]
    return any(w in table(lang).get("mouthpieces", ()) for w in firsts)


def _document(plain: str, lang: str) -> str | None:
    """Return the concept of a document named as a source by its first noun ("une vidéo", "ces images")."""
    firsts = [w for w in re.findall(r"[\w-]+", plain) if w not in wording.stopwords(lang)][:2]
    for form, concept in terms(lang, "documents"):
        if " ".join(firsts).startswith(form) and _holds(" ".join(firsts), form):
            return concept
    return None
