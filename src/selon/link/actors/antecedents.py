"""Whom a pronoun or a description without a name means: the last one named before who fits.

Candidates are the sources named before in the same text, and the persons of the dossier whose full name the
text prints on the way (centring as of Grosz, Joshi & Weinstein 1995, reduced to what a source mention shows).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from selon.languages import pack
from selon.link import wording
from selon.link.actors.appositions import flat
from selon.link.actors.fitting import (
    Fits,
    agreement,
    anybody,
    heads,
    hidden,
    introduces,
    means_nobody,
    one_of,
    reporter,
    suits,
    wants,
)
from selon.link.actors.lexicon import table
from selon.link.actors.naming import Naming
from selon.model.document import Document
from selon.model.span import Span
from selon.text.normalise import fold

_NEAR = 400
"""Code points back to a name that a pronoun may take up before the last source."""
_BODY = 1000
"""Code points back to a source without a name of a person that a pronoun may take up."""
_BESIDE = 60
"""Code points between a name and the noun that the text calls its bearer by."""
_LEAD = 1500
"""Code points after a lead in which the one that it only describes is named."""
_AHEAD = 80
"""Code points before a name in which its sentence begins."""
_OWNED = re.compile(r"(?:\b(?:de|du|des|of|to)\s|\bd['’])\s*(?:[A-Z][\w-]*\s)*$")
"""A noun before a genitive is somebody else's: "this friend of X" is not X."""
_OPENS = re.compile(r"(?:^|[.!?:»”\"\n]\s*)(?:[\w'’,éèêà-]+ ){0,3}$")
_POST = re.compile(r"(?:^|[.!?:»”\"\n]\s*)(?:[\w'’éèêà-]+ ){0,6}[\w'’éèêà-]+, $")
"""What may stand between the start of a sentence and a name that is its subject: a few words, or a post."""

Heard = tuple[int, Naming, str]
"""The place, the naming and the statement of a source."""
Meant = tuple[Naming, str]
"""Who is meant, and the statement whose source it repeats ("" if none)."""


@dataclass(frozen=True, slots=True)
class Known:
    """The persons of a dossier by last name, and the bodies of those who hold an office."""

    persons: Mapping[str, Naming]
    held: Mapping[str, frozenset[str]]
    women: Mapping[str, bool]
    """By last name whether a woman is meant, where the sources say so."""

    def within(self, shared: Container[str], here: Mapping[str, Naming]) -> Known:
        """Return what is known inside one text: of the last names `shared` by several only those it means."""
        if not shared:
            return self
        alone = {last: one for last, one in self.persons.items() if last not in shared}
        return Known(dict(sorted({**alone, **here}.items())), self.held, self.women)


def known_persons(namings: Sequence[Naming], women: Mapping[str, bool]) -> Known:
    """Return the persons among `namings`, each by the longest name printed, who holds an office, and which of
    them are `women`, by last name, where that is known."""
    persons: dict[str, Naming] = {}
    held: dict[str, set[str]] = {}
    for found in (n for n in namings if n.person):
        last = found.person[-1]
        kept = persons.get(last)
        if kept is None or (len(found.person), found.shown) > (len(kept.person), kept.shown):
            persons[last] = found
        if found.body is not None:
            held.setdefault(last, set()).add(found.body.concept)
    bodies = {last: frozenset(many) for last, many in held.items()}
    return Known(dict(sorted(persons.items())), bodies, women)


@dataclass
class Reader:
    """Reads the mentions of one document in order; `ahead` are all its sources with words of their own."""

    doc: Document
    known: Known
    ahead: Sequence[Heard] = ()
    heard: list[Heard] = field(default_factory=list)
    called: dict[str, frozenset[str]] = field(default_factory=dict)
    """Statement → stems of the words by which its source was called there."""
    inside: dict[str, str] = field(default_factory=dict)
    """Statement → the one in whose direct speech its source stands."""
    direct: Sequence[Span] = ()
    """Where direct speech stands."""
    _silent: Sequence[Span] = ()
    """Where a name that is printed is passed over."""
    _places: list[tuple[int, int, str]] | None = None

    def hear(self, at: int, found: Naming, statement: str, own: Naming | None = None) -> None:
        """Note who was named at a place, and by which words of its own."""
        self.called[statement] = found.stems | (own.stems if own is not None else frozenset())
        if not one_of(found.words, self.doc.lang, "nobody"):
            self.heard.append((at, found, statement))

    def again(self, at: int, found: Naming, statement: str) -> None:
        """Note that a source heard before is named again at a place, by words that point back."""
        self.heard.append((at, found, statement))

    def pronoun(
        self,
        words: str,
        at: int,
        spoken: bool,
        given: Naming | None,
        within: str = "",
        said: Sequence[Span] = (),
    ) -> Meant | None:
        """Return whom a pronoun at `at` means.

        `given` is the proposal of the document's own reading: kept where it agrees with the pronoun, was
        heard not long ago, and no person's full name opens a sentence since. `spoken`: direct speech.
        Nobody is meant whom direct speech alone names, unless the pronoun is told `within` that, nor whom
        only what is `said` by the pronoun itself names as a source.
        """
        fits = agreement(words, self.doc.lang, spoken, self.known.women)
        if means_nobody(words, self.doc.lang):
            return (given, "") if given is not None else None
        own = [h for h in self.heard if any(s.start <= h[0] < s.end for s in said)]
        if given is not None and (not fits(given) or self._named_only(given, own)):
            given = None
        told = [h for h in reversed(self.heard) if self.inside.get(h[2], "") in ("", within) and h not in own]
        last = next((h for h in told if h[0] < at and fits(h[1])), None)
        if last is not None and not last[1].person and last[0] < at - _BODY:
            last = None  # a body that far back is hardly meant
        heard = last[0] if last else -1
        since = max((p for p, n, _ in self.heard if p < at and given and _same(n, given)), default=-1)
        tonic = one_of(words, self.doc.lang, "tonic")
        self._silent = () if within else self.direct
        if (person := self._between(max(since, -1 if given else heard), at, fits, tonic)) is not None:
            return person, ""
        if given is not None and (since >= at - _NEAR or heard < at - _NEAR):
            return given, ""
        printed = self._printed(at, fits) if heard < max(0, at - _NEAR) else None
        if printed is not None:
            return printed, ""
        return last[1:] if last else None

    def _named_only(self, given: Naming, own: Sequence[Heard]) -> bool:
        """Whether somebody was heard in some places and in no other."""
        heard = [h for h in self.heard if _same(h[1], given)]
        return bool(heard) and all(h in own for h in heard)

    def description(self, found: Naming, at: int, given: Naming | None) -> Meant | None:
        """Return whom "l'ancien plombier" or "the firm" means: who is called so, else the last who suits."""
        self._silent = ()
        stems = (found.stems - anybody(self.doc.lang)) or reporter(found.words, self.doc.lang)
        for p, earlier, statement in reversed(self.heard):
            said = self.called[statement]
            if p < at and stems & said and (stems <= said or self._suits(found, earlier)):
                return earlier, statement
        called = self._called(stems)
        if len(called) == 1:
            return self.known.persons[called[0]], ""
        if given is not None and not given.vague and not called and self._suits(found, given):
            return given, ""
        return self._lately(found, at)

    def beside(self, found: Naming, at: int) -> Meant | None:
        """Return whom a definite description of somebody means by whose name alone the text puts its nouns
        ("le poète" where it has "au poète Ivo Sarre"), None where they are anybody's."""
        stems = found.stems - anybody(self.doc.lang)
        if not stems or not one_of(found.words, self.doc.lang, "definite"):
            return None
        if one_of(found.words, self.doc.lang, "plural_starts") or hidden(found, self.doc.lang):
            return None
        called = self._called(stems)
        return (self.known.persons[called[0]], "") if len(called) == 1 else None

    def same(self, found: Naming, at: int, hidden: Meant | None) -> Meant | None:
        """Return whom "these same sources" means: the last hidden source; one alone ("the same source") is
        the last that was heard, whoever it is."""
        nouns = frozenset(pack.table(self.doc.lang, "sources").get("of_source", ()))
        alone = not nouns.isdisjoint(re.findall(r"\w+", fold(found.words)))
        again = table(self.doc.lang).get("again", ())
        named = any(w in again for w in re.findall(r"\w+", fold(found.words)))
        if not alone or one_of(found.words, self.doc.lang, "plural_starts") or (hidden and not named):
            return hidden
        last = next((h for h in reversed(self.heard) if h[0] < at and h[1].document is None), None)
        return last[1:] if last is not None else hidden

    def introduced(self, found: Naming, at: int) -> Meant | None:
        """Return whom a lead that begins with "a private clinic" names further down: the first body, or who
        heads one; nobody may be named before."""
        before = (n for p, n, _ in self.heard if p < at and not n.words.isupper())
        if any(not n.vague for n in before) or not introduces(found, self.doc.lang):
            return None
        later = [(p, s, n) for p, n, s in self.ahead if at < p < at + _LEAD and heads(n, self.doc.lang)]
        first = min(later, key=lambda r: r[:2], default=None)
        return (first[2], "") if first else None

    def _lately(self, found: Naming, at: int) -> Meant | None:
        """The last source who suits a description, else the last person printed; both a short way back."""
        wanted = wants(found, self.doc.lang)
        recent = (h for h in reversed(self.heard) if at - _NEAR < h[0] < at)
        for _, earlier, statement in recent:
            if wanted(earlier) and self._suits(found, earlier):
                return earlier, statement
        printed = self._printed(at, lambda other: wanted(other) and self._suits(found, other))
        return (printed, "") if printed is not None else None

    def _suits(self, found: Naming, other: Naming) -> bool:
        held = self.known.held.get(other.person[-1], frozenset()) if other.person else frozenset()
        return suits(found, other, held, self.doc.lang)

    def _between(self, since: int, at: int, fits: Fits, anywhere: bool) -> Naming | None:
        """The last known person whose name opens a sentence (or stands `anywhere`) between two places."""
        places = self._printed_names()
        start = max(since + 1, at - _NEAR)
        for begin, _, last in reversed(places[: bisect_left(places, (at, 0, ""))]):
            if begin < start:
                return None
            if self._passed(begin):
                continue
            person = self.known.persons[last]
            before = self.doc.text[max(0, begin - _AHEAD) : begin]
            if fits(person) and (anywhere or _OPENS.search(before) or _POST.search(before)):
                return person
        return None

    def _printed(self, at: int, fits: Fits) -> Naming | None:
        """The last known person whose full name stands shortly before a place."""
        near = (n for n in self._printed_names() if at - _NEAR < n[0] < at)
        names = [last for begin, _, last in near if not self._passed(begin)]
        return next((p for p in map(self.known.persons.__getitem__, reversed(names)) if fits(p)), None)

    def _passed(self, at: int) -> bool:
        return any(s.start <= at < s.end for s in self._silent)

    def _called(self, stems: frozenset[str]) -> list[str]:
        """The last names of those beside whose name the text puts the nouns of a description."""
        found: set[str] = set()
        for start, end, last in self._printed_names() if stems else ():
            before = self.doc.text[max(0, start - _BESIDE) : start].rsplit(".", 1)[-1]
            before = "" if _OWNED.search(before) else before
            after = self.doc.text[end : end + _BESIDE].split(".", 1)[0]
            if stems <= frozenset(wording.stems(f"{before} {after}", self.doc.lang)):
                found.add(last)
        return sorted(found)

    def _printed_names(self) -> list[tuple[int, int, str]]:
        """Where the text prints a known person's full or titled name: (start, end, last name), in order."""
        if self._places is None:
            plain = flat(self.doc.text)
            self._places = sorted(
                (m.start(), m.end(), last)
                for last, person in self.known.persons.items()
                if last in plain
                for m in _full(person.person, self.doc.lang).finditer(plain)
            )
        return self._places


def _same(one: Naming, other: Naming) -> bool:
    return one.person[-1:] == other.person[-1:] if one.person or other.person else one.words == other.words


@cache
def _full(parts: tuple[str, ...], lang: str) -> re.Pattern[str]:
    """A person's first and last name, or a title and the last name."""
    titles = "|".join(sorted(map(re.escape, table(lang).get("titles", ())), key=len, reverse=True))
    first = re.escape(" ".join(parts)) + "|" if len(parts) > 1 else ""
    return re.compile(rf"(?<!\w)(?:{first}(?:{titles or chr(0)})\.? {re.escape(parts[-1])})(?!\w)")
