"""Who a source mention means inside its document: pronouns, "le militaire", last names, offices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from selon.analyse.kinds import kind_of
from selon.analyse.mentions import words_in
from selon.analyse.outlets import bare, outlets_named
from selon.analyse.persons import person_name
from selon.languages.pack import table
from selon.model.statement import SourceKind
from selon.text.letters import LOWER, UPPER

_FIRST_NAME = rf"[{UPPER}][{LOWER}’-]+"
_FULL_NAME = rf"[{UPPER}][\w’'-]+ (?:(?:de|da|van|von|al|el|ben|bin) )?[{UPPER}][\w’'-]+"

_NAME = rf"[{UPPER}][\w’'-]+"
_PLACE = rf"(?:de|du|des|of) {_NAME}(?: {_NAME})*, "
_FIELD = rf"(?:{_PLACE}|(?:[ld]['’]|(?:de la|du|des|of) ){_NAME},? (?={_NAME} [{UPPER}]))"
"""What of an office stands before a name: "ministre de la Santé Ana Sol" names no Santé Ana."""
_ELIDED = re.compile(r"^[ld]['’]")

SHORTEST_SHOUTED = 4
"""A last name set in capitals has at least this many letters; less is an acronym."""
MEMORY = 80
"""How many mentions back a pronoun or an office is looked for."""
JUST_NOW = 2
"""How many mentions back somebody stands whom "the soldier" may mean although the text never calls him so."""


@dataclass(slots=True)
class Holders:
    """The sources named so far, in order; `resolve` gives the fullest name and kind of a mention."""

    lang: str
    text: str = ""
    mentions: list[tuple[str, str | None, SourceKind]] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    beside: dict[str, str | None] = field(default_factory=dict)
    own: str | None = None
    """The outlet of the document."""
    outlets: set[str] | None = None

    def learn(self, mention: str) -> None:
        """Note the person that a mention names, by last name."""
        name = person_name(mention, self.lang)
        if kind_of(mention, self.lang) is not SourceKind.named_person:
            return
        if name and len(name.split()) > 1:
            last = words_in(name)[-1].lower()
            if len(name) > len(self.names.get(last, "")):
                self.names[last] = name

    def resolve(self, mention: str) -> tuple[str | None, SourceKind]:
        """Return the fullest name that the document gives for `mention`, and the kind of who is meant."""
        found = self._resolve(mention)
        self.mentions.append((mention, *found))
        return found

    def _resolve(self, mention: str) -> tuple[str | None, SourceKind]:
        low = mention.lower().replace("’", "'").strip()
        sources = table(self.lang, "sources")
        if low in sources["nobody"]:
            return None, SourceKind.unattributed
        if low in sources["pronouns"]:
            return self._latest(low)
        kind = kind_of(mention, self.lang)
        if kind is SourceKind.media or self._outlet(mention):
            return mention, SourceKind.media
        if name := self._by_name(mention):
            return name, SourceKind.named_person
        if kind in {SourceKind.office, SourceKind.anonymous} and low.startswith(tuple(sources["definite"])):
            return self._by_office(mention, kind)
        return (mention if kind not in {SourceKind.anonymous, SourceKind.unattributed} else None), kind

    def _outlet(self, mention: str) -> bool:
        """Tell whether the document itself calls the name an outlet ("le quotidien L'Ancre")."""
        if self.outlets is None:
            self.outlets = outlets_named(self.text, self.lang) | ({bare(self.own)} if self.own else set())
        return bare(mention) in self.outlets

    def _by_name(self, mention: str) -> str | None:
        words = words_in(mention)
        bodies = {SourceKind.media, SourceKind.organisation}
        if kind_of(mention, self.lang) in bodies:
            return self._full(words[0]) if len(words) == 1 else None
        for word in reversed(words):
            if word[:1].isupper() and word.lower() in self.names:
                return self.names[word.lower()]
        name = person_name(mention, self.lang)
        return (self._full(name) if name and name.isupper() and " " not in name else None) or name

    def _full(self, last: str) -> str | None:
        """Return the full name that the text gives for a last name standing alone."""
        if not last[:1].isupper() or (last.isupper() and len(last) < SHORTEST_SHOUTED):
            return None
        last = last.title() if last.isupper() else last
        if last.lower() not in self.names:
            found = re.search(
                rf"(?<![\w’'-])({_FIRST_NAME} (?:[{UPPER}]\. )?{re.escape(last)})(?!\w)", self.text
            )
            known = person_name(found.group(1), self.lang) if found else None
            if known is None or kind_of(known, self.lang) is not SourceKind.named_person:
                return None
            self.names[last.lower()] = known
        return self.names[last.lower()]

    def _latest(self, low: str) -> tuple[str | None, SourceKind]:
        """Return who spoke last; a plural pronoun wants no single person."""
        plural = low in table(self.lang, "sources")["plural_pronouns"]
        recent = [m for m in reversed(self.mentions[-MEMORY:]) if m[2] is not SourceKind.unattributed]
        single = {SourceKind.named_person, SourceKind.office}
        fitting = [m for m in recent if (m[2] in single) is not plural][:1]
        near = recent[0] if recent and self._answers(low, recent[0]) and not plural else None
        for mention, holder, kind in ([near] if near else []) or fitting or recent[:1]:
            return (holder or mention) if kind is not SourceKind.anonymous else holder, kind
        return None, SourceKind.anonymous if plural else SourceKind.named_person

    def _answers(self, low: str, latest: tuple[str, str | None, SourceKind]) -> bool:
        """Tell whether a pronoun takes up the latest speaker: one unnamed, or a body of its gender."""
        mention, _, kind = latest
        if kind is SourceKind.anonymous:
            return True
        articles = table(self.lang, "sources").get("articles_of", {}).get(low.lstrip("-t"), ())
        bodies = {SourceKind.organisation, SourceKind.media}
        return kind in bodies and mention.lower().replace("’", "'").startswith(tuple(articles) or ("\0",))

    def _by_office(self, mention: str, kind: SourceKind) -> tuple[str | None, SourceKind]:
        """Return the person whom the document gives this function, else who spoke last, else the mention.

        "le militaire", "la procureure", "son avocat": one definite person; plural mentions stay as they are.
        """
        if self._plural(mention):
            return (None if kind is SourceKind.anonymous else mention), kind
        heads = {w.lower() for w in words_in(mention)}
        office = heads & set(table(self.lang, "sources")["office"])
        asked = {w for w in heads if len(w) > 2} - set(table(self.lang, "sources")["determiners"])
        for earlier, holder, known in reversed(self.mentions[-MEMORY:]):
            words = {w.lower() for w in words_in(earlier)}
            if office & words and asked <= words and known is SourceKind.named_person and holder:
                return holder, known
        if office and (found := self._beside(" ".join(mention.split()[1:]) or mention)):
            return found, SourceKind.named_person
        if kind is SourceKind.office:
            return mention, SourceKind.named_person if self.names else kind
        last = next((m for m in reversed(self.mentions[-JUST_NOW:]) if m[2] is SourceKind.named_person), None)
        other = _is_source(mention, self.lang) or self._of_another(mention)
        return (last[1], last[2]) if last and not other else (None, kind)

    def _of_another(self, mention: str) -> bool:
        """Tell whether the words name somebody by another ("son père"): that one is not meant."""
        return mention.lower().split()[0] in table(self.lang, "sources").get("possessives", ())

    def _plural(self, mention: str) -> bool:
        return mention.lower().split()[0] in set(table(self.lang, "sources")["plural_determiners"])

    def _beside(self, head: str) -> str | None:
        """Return the name that stands beside a function somewhere in the text."""
        if head not in self.beside:
            core = re.sub(r"['’]", "['’]", re.escape(_ELIDED.sub("", head)))
            pattern = rf"(?<!\w){core}(?!\w)[^.\n«\"]{{0,50}}?(?<!\w)({_FIELD})?({_FULL_NAME})"
            found = re.search(pattern, self.text)
            self.beside[head] = found.group(2) if found else None
        return self.beside[head]


def _is_source(mention: str, lang: str) -> bool:
    return any(w.lower() in table(lang, "sources")["of_source"] for w in words_in(mention))


def learn_all(holders: Holders, mentions: Sequence[str]) -> None:
    """Let the holders know every name of the document before any mention is resolved."""
    for mention in mentions:
        holders.learn(mention)
