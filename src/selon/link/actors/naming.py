"""What the words of a source name: a person, a body and its office, an organisation, a document, nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from anyascii import anyascii

from selon.languages import pack
from selon.link import wording
from selon.link.actors.body_names import Body, body_in, office_words
from selon.link.actors.lexicon import generic, table
from selon.link.actors.makers import authors_of, document_of
from selon.link.actors.mouthpieces import abroad, speaks_for
from selon.link.actors.persons import chosen, holds_post, makes_a_thing, speakers
from selon.link.actors.runs import runs
from selon.model.actor import OF_SOURCE, ActorKind
from selon.model.span import Span
from selon.model.statement import SourceKind
from selon.text.normalise import fold

_PERSONAL = frozenset({SourceKind.named_person, SourceKind.office})
_FURNITURE = re.compile(r"https?://\S+|pic\.twitter\.com/\S+|\(@\w+\)|@\w+(?=\s+\w)")
"""Addresses and handles printed inside a mention ("@Ledger La préfecture"): nobody's name."""
_ELISION = re.compile(r"^[LD]['’](?=[a-zà-ÿ])")
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ]")
_SERVICES = frozenset({"fireservice", "police", "army"})
"""Bodies that are no office of state but organisations."""


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
    adjectival: bool = False
    """Its names only say which thing is meant ("the French authorities")."""
    role: tuple[str, str] | None = None
    """A relation ("avocat") and the folded last name it belongs to ("" for "son avocat")."""
    pronoun: bool = False
    thing: bool = False
    """A pronoun that stands for no person ("it")."""
    same: bool = False
    """Points back to a hidden source named before ("ces mêmes sources")."""
    mouthpiece: bool = False
    """Somebody speaks through it ("le communiqué", "les autorités"): it is not a source of its own."""
    several: bool = False
    """Several unnamed ("les enquêteurs", "des internautes"): nobody else's words, so a source of its own."""

    study: bool = False
    """A study, or who made one ("the researchers", "lead author X")."""
    authors: frozenset[str] = frozenset()
    """The stems of the first words after a genitive, which say whom a document is by."""

    @property
    def vague(self) -> bool:
        """Whether the words give no name, no body of a place or field, no document, no hidden source."""
        if self.person or (self.body and self.body.qualifiers) or self.kind is ActorKind.anonymous:
            return False
        if self.mouthpiece:
            return not self.names
        if self.several and self.body is None and self.kind not in (ActorKind.unknown, ActorKind.media):
            return False
        return not self.names and self.document is None


@cache
def naming(words: str, kind: SourceKind, lang: str, common: bool = False) -> Naming:
    """Return what `words` name, with the kind of source that the statement found as a guide.

    `common`: the first word has its capital only because it opens a sentence ("Researchers").
    """
    words = " ".join(_FURNITURE.sub(" ", words).split()) or words
    if common:
        return replace(naming(words[:1].lower() + words[1:], kind, lang), words=words)
    if (own := _without_listener(words, lang)) != words:
        return replace(naming(own, kind, lang), words=words)
    if kind is SourceKind.organisation and (own := _without_apposition(words, lang)) != words:
        return naming(own, kind, lang)
    plain = anyascii(fold(words)) if not words.isascii() else fold(words)
    person, shown, role = _person(words, kind, lang)
    rest = plain
    for part in person:
        rest = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", " ", rest)
    spoken = speaks_for(plain, lang)
    document = None if person or spoken else document_of(plain, lang)
    body = None if document or _dateline(words) else body_in(rest, lang)
    printed = _ELISION.sub(lambda m: m.group().lower(), words)
    named = wording.names(". x " + printed, Span(4, 4 + len(words))) if words else frozenset()
    if not person and plain.startswith(tuple(pack.table(lang, "antecedents").get("pointing", ())) or "\0"):
        named = frozenset()
    return Naming(
        words=words,
        kind=_kind(_thing(kind, person, words, lang), person, body, document),
        person=person,
        shown=shown,
        body=body,
        names=named - generic(lang) - wording.stopwords(lang) - office_words(lang),
        stems=frozenset(wording.stems(plain, lang)) - frozenset(map(wording.stem, generic(lang))),
        document=document,
        study=not set(table(lang).get("study", ())).isdisjoint(re.findall(r"[\w-]+", plain)),
        authors=authors_of(plain, lang) if document else frozenset(),
        adjectival=makes_a_thing(words, lang),
        role=role,
        mouthpiece=spoken and not abroad(plain, lang),
        several=plain.startswith(tuple(pack.table(lang, "antecedents").get("plural_starts", ())) or "\0"),
        same=_again(plain, lang),
        pronoun=plain.strip(" -'\"").removeprefix("t-") in table(lang).get("holders", ()),
        thing=plain.strip(" -'\"") in pack.table(lang, "antecedents").get("things", ()),
    )


def _again(plain: str, lang: str) -> bool:
    """Whether the words point back to a hidden source ("ces mêmes personnes", "cette source")."""
    words, sources = re.findall(r"\w+", plain), pack.table(lang, "sources")
    pointed = words[:1] and words[0] in sources.get("demonstratives", ())
    return any(w in table(lang).get("again", ()) for w in words) or (
        bool(pointed) and any(w in sources.get("of_source", ()) for w in words)
    )


def _without_listener(words: str, lang: str) -> str:
    """The words of a source without those to whom it spoke ("the spokesman, interviewed by the Ledger")."""
    told, bare = _listeners(lang)
    found = told.search(words) or bare.search(words)
    if found is None or not (found.re is told or _CAPITAL.search(words, 1, found.start())):
        return words
    return words[: found.start()].rstrip(" ,") or words


def _without_apposition(words: str, lang: str) -> str:
    """The name of a body without what is said of it behind a comma ("the Quay Guard, the wing of X")."""
    own, _, rest = words.partition(", ")
    known = pack.table(lang, "antecedents")
    starts = (*known.get("definite", ()), *known.get("introducing", ()))
    apposed = rest and fold(rest).replace("’", "'").startswith(tuple(starts) or "\0")
    return own if apposed and runs(own, lang) and not holds_post(words, lang) else words


@cache
def _listeners(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What leads to a listener, and what does so only from a name to an acronym ("l'Elysée à BFMTV")."""
    known = table(lang)
    names = ("told_to", "told_bare")
    told, bare = ("|".join(map(re.escape, known.get(name, ()))) or "(?!)" for name in names)
    return re.compile(rf",? (?:{told})(?!\w)"), re.compile(rf" (?:{bare})[A-Z]{{3,}}\d?$")


def _thing(kind: SourceKind, person: tuple[str, ...], words: str, lang: str) -> SourceKind:
    """A person whose words only hold the name of a thing is an organisation."""
    if kind is SourceKind.named_person and not person and makes_a_thing(words, lang):
        return SourceKind.organisation
    return kind


def _kind(kind: SourceKind, person: tuple[str, ...], body: Body | None, document: str | None) -> ActorKind:
    if document is not None and kind is not SourceKind.media:
        return ActorKind.document
    if kind is SourceKind.anonymous and not person:
        return ActorKind.anonymous
    if body is not None and kind is not SourceKind.media:
        return ActorKind.organisation if body.concept in _SERVICES else ActorKind.office
    return ActorKind.person if person else OF_SOURCE[kind]


def _person(words: str, kind: SourceKind, lang: str) -> tuple[tuple[str, ...], str, tuple[str, str] | None]:
    """Return folded name parts, the printed name, and the role when the mention is "l'avocat de X"."""
    unnamed = fold(words).startswith(tuple(pack.table(lang, "antecedents").get("introducing", ())) or "\0")
    roles = () if unnamed else table(lang).get("roles", ())
    role = next((r for r in roles if re.search(rf"(?<!\w){r}(?!\w)", fold(words))), None)
    free = [r for r in speakers(words, lang) if r.titled or len(r.parts) > 1 or len(r.parts[0]) > 3]
    own = [r for r in free if r.titled or r.parts[-1] not in _body_nouns(lang) | _ends(lang)]
    free = own if len(own) == len(free) else [r for r in own if r.titled or len(r.parts) > 1]
    if role is not None and not free:
        found = runs(words, lang)
        return (), "", (role, found[-1].parts[-1] if found else "")
    if kind is SourceKind.office:
        free = [r for r in free if r.titled or len(r.parts) > 1]
    if kind not in _PERSONAL and not (kind is SourceKind.organisation and holds_post(words, lang)):
        return (), "", None
    if not free:
        return (), "", None
    best = chosen(free, words, lang)
    return best.parts, best.shown, None


@cache
def _body_nouns(lang: str) -> frozenset[str]:
    """Nouns of bodies: a name that ends with one is no person's ("Canadian Medical Association")."""
    return generic(lang) | frozenset(map(fold, pack.table(lang, "sources").get("organisation", ())))


@cache
def _ends(lang: str) -> frozenset[str]:
    """What the name of a body ends with, and no person's: a noun, a country ("Statistics Canada")."""
    countries = {f for f, m in table(lang).get("metonyms", {}).items() if m.startswith("government ")}
    return frozenset(map(fold, pack.table(lang, "sources").get("body_ends", ()))) | countries


def _dateline(words: str) -> bool:
    """Whether a place in capitals only says where the text was written ("BRINDELLE: …")."""
    return len(words) > 3 and words.isupper()
