"""Who a source mention means inside its document: pronouns, "le militaire", last names, offices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from selon.analyse.kinds import kind_of, person_name, words_in
from selon.languages.pack import table
from selon.model.statement import SourceKind


@dataclass(slots=True)
class Holders:
    """The sources named so far, in order; `resolve` gives the fullest name and kind of a mention."""

    lang: str
    mentions: list[tuple[str, str | None, SourceKind]] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)

    def learn(self, mention: str) -> None:
        """Note the person that a mention names, by last name."""
        name = person_name(mention, self.lang)
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
        if name := self._by_name(mention):
            return name, SourceKind.named_person
        if kind in {SourceKind.office, SourceKind.anonymous} and low.startswith(tuple(sources["definite"])):
            return self._by_office(mention, kind)
        return (mention if kind not in {SourceKind.anonymous, SourceKind.unattributed} else None), kind

    def _by_name(self, mention: str) -> str | None:
        if kind_of(mention, self.lang) in {SourceKind.media, SourceKind.organisation} and not person_name(
            mention, self.lang
        ):
            words = words_in(mention)
            return self.names.get(words[-1].lower()) if len(words) == 1 else None
        for word in reversed(words_in(mention)):
            if word[:1].isupper() and word.lower() in self.names:
                return self.names[word.lower()]
        return person_name(mention, self.lang)

    def _latest(self, low: str) -> tuple[str | None, SourceKind]:
        """Return who spoke last; a plural pronoun wants no single person."""
        plural = low in table(self.lang, "sources")["plural_pronouns"]
        for mention, holder, kind in reversed(self.mentions):
            if kind is SourceKind.unattributed or (plural and kind is SourceKind.named_person):
                continue
            return holder or mention, kind
        return None, SourceKind.anonymous if plural else SourceKind.named_person

    def _by_office(self, mention: str, kind: SourceKind) -> tuple[str | None, SourceKind]:
        """Return the named person whom an earlier mention gives this office, or who spoke last."""
        heads = {w.lower() for w in words_in(mention)}
        lists = set(table(self.lang, "sources")["office"]) | set(table(self.lang, "sources")["anonymous"])
        office = heads & lists
        for earlier, holder, known in reversed(self.mentions):
            shared = office & {w.lower() for w in words_in(earlier)}
            if shared and known is SourceKind.named_person:
                return holder, known
        return (None if kind is SourceKind.anonymous else mention), kind


def learn_all(holders: Holders, mentions: Sequence[str]) -> None:
    """Let the holders know every name of the document before any mention is resolved."""
    for mention in mentions:
        holders.learn(mention)
