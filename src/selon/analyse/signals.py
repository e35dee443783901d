"""Signals: the words without which no frame can begin, so that only the units that hold one are parsed.

A signal is a word that begins a rule over the parse: an inflected cue, an "according to" word, a source, a
hearsay verb. The test is a superset of the rules: a phrase counts as soon as all of its words stand in the
unit, in whatever order, so that nothing is lost that a parse of every sentence would find.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from selon.analyse.lexicon import forms, listed
from selon.languages.pack import table
from selon.model.span import Span
from selon.model.statement import Stance

_WORDS = re.compile(r"[^\W\d_]+(?:['’])?")
_ASIDE = re.compile(r"[^\W\d_][.!?…]?\s?[»”\"]\s?,\s[^\W\d_A-Z]")
"""Where a verb of no list may stand between a quotation and its speaker (« … », évacue X)."""
OPENINGS = ("according", "of_source", "read_in", "as_did", "visible")
"""Lists of a pack's sources that begin a rule with no reporting word beside them."""
LISTED = ("counting", "showing", "confirming")
"""Tables of the cues whose verbs report in ways of their own."""
NEAR = 4
"""Pictures are named among this many words after the preposition that opens a sentence."""
_PRIVATE = frozenset({Stance.believes, Stance.intends})


@dataclass(frozen=True, slots=True)
class _Signals:
    """Words that are signals alone, and phrases under their longest word."""

    single: frozenset[str]
    phrases: Mapping[str, tuple[frozenset[str], ...]]

    def among(self, words: set[str]) -> bool:
        """Tell whether one of the signals stands among `words`."""
        if not self.single.isdisjoint(words):
            return True
        keys = words & self.phrases.keys()
        return any(phrase <= words for key in keys for phrase in self.phrases[key])


def signalled(text: str, lang: str, span: Span, beliefs: bool) -> bool:
    """Tell whether a rule over the parse may find something in `span`."""
    inverts = not table(lang, "grammar").get("bare_clause")
    if inverts and _ASIDE.search(text, span.start, span.end):
        return True
    return _signals(lang, beliefs).among(_words(text[span.start : span.end]))


def opens_view(words: str, lang: str) -> bool:
    """Tell whether a text begins with a word that may open a view, or with one before pictures, or has a
    relative that gives one."""
    sources = table(lang, "sources")
    openers, pictured = sources.get("viewpoint", ()), sources.get("shown_on", ())
    opening = words.lstrip().lower()
    if opening.startswith(tuple(f"{word} " for word in pictured) or ("\0",)):
        return bool(set(_WORDS.findall(opening)[1 : 1 + NEAR]) & set(sources.get("pictures", ())))
    lead, _, rest = opening.partition(", ")
    behind = rest if len(lead.split()) <= NEAR else ""  # "A gauche, pour le maire, …"
    starts = tuple(f"{opener} " for opener in openers) or ("\0",)
    inside = (f", {opener} {whom} " for opener in openers for whom in sources.get("for_whom", ()))
    return opening.startswith(starts) or behind.startswith(starts) or any(one in opening for one in inside)


def _words(text: str) -> set[str]:
    """Return the words of a text in lower case, elided ones with and without their apostrophe."""
    found = set(_WORDS.findall(text.lower().replace("’", "'")))
    return found | {word[:-1] for word in found if word[-1] == "'"}


@cache
def _signals(lang: str, beliefs: bool) -> _Signals:
    single: set[str] = set()
    phrases: dict[str, list[frozenset[str]]] = defaultdict(list)
    for needed in {*_cues(lang, beliefs), *_listed(lang), *_sources(lang)}:
        if len(needed) == 1:
            single |= needed
        else:
            phrases[max(needed, key=lambda w: (len(w), w))].append(needed)
    return _Signals(frozenset(single), {word: tuple(found) for word, found in phrases.items()})


def _cues(lang: str, beliefs: bool) -> Iterator[frozenset[str]]:
    for form, entries in forms(lang).items():
        for word in {entry.word for entry in entries}:
            if beliefs or word.stance not in _PRIVATE:
                yield _needed([form, *word.tail])


def _listed(lang: str) -> Iterator[frozenset[str]]:
    """Verbs of lists of their own; what anybody sees counts beside "on" alone."""
    nobody = table(lang, "sources").get("nobody", ())
    for concept in LISTED:
        for form, entries in listed(lang, concept).items():
            if any(e.name != "sees" for e in entries):
                yield _needed([form])
            else:
                yield from (_needed([form, word]) for word in nobody if _needed([word]))


def _sources(lang: str) -> Iterator[frozenset[str]]:
    sources = table(lang, "sources")
    openings = (phrase for concept in OPENINGS for phrase in sources.get(concept, ()))
    for phrase in (*openings, *table(lang, "grammar").get("hearsay", ())):
        yield _needed([phrase])


def _needed(words: Iterable[str]) -> frozenset[str]:
    return frozenset(part for word in words for part in _WORDS.findall(word.lower().replace("’", "'")))
