"""Grammar helpers over the words of one unit: verb groups, noun phrases, clause ends.

Every index is a position in `unit.words`; the parse is a witness that own rules may overrule.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from selon.analyse.lexicon import Form, forms
from selon.analyse.units import Unit
from selon.languages.pack import table
from selon.model.span import Span
from selon.nlp.parser import Word

NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "DET", "X", "SYM"})
VERBAL = frozenset({"VERB", "AUX"})
_NO_VERB = frozenset({"ADJ", "NOUN", "PROPN", "X"})
OPENING = frozenset('«“"„‘([') | {"''", "'"}


_ELIDED = ("d'", "l'")
APART = 9
"""At most this many words stand between an auxiliary and its participle."""


@cache
def grammar(lang: str) -> dict[str, Any]:
    """Return the grammar table of a pack, word lists as frozen sets."""
    return {k: frozenset(v) if isinstance(v, list) else v for k, v in table(lang, "grammar").items()}


_Parts = tuple[tuple[str, ...], ...]


@cache
def _by_first_word(phrases: frozenset[str]) -> dict[str, _Parts]:
    """Return the words of the phrases by the first, elided articles also alone."""
    found: dict[str, _Parts] = {}
    for parts in sorted(tuple(phrase.split()) for phrase in phrases if phrase):
        elided = {parts[0][:2]} if parts[0].startswith(_ELIDED) else set()
        for first in {parts[0], *elided}:
            found[first] = (*found.get(first, ()), parts)
    return found


@cache
def _by_last_word(phrases: frozenset[str]) -> dict[str, _Parts]:
    """Return the words of the phrases by the last, the longest first."""
    found: dict[str, _Parts] = {}
    for parts in sorted((tuple(phrase.split()) for phrase in phrases), key=lambda p: (-len(p), p)):
        found[parts[-1]] = (*found.get(parts[-1], ()), parts)
    return found


@dataclass
class Clause:
    """The words of a unit with the questions that the frames ask."""

    unit: Unit
    text: str
    lang: str
    words: tuple[Word, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.words = self.unit.words
        self.g = grammar(self.lang)
        self.forms = forms(self.lang)

    @cached_property
    def children(self) -> list[list[int]]:
        """Return for each word the words that it governs, in order."""
        out: list[list[int]] = [[] for _ in self.words]
        for at, word in enumerate(self.words):
            if word.head != at:
                out[word.head].append(at)
        return out

    @cached_property
    def quoted(self) -> list[int]:
        """Return for each word the number of the quotation (1, 2, …) that holds it, marks included, or 0."""
        out = [0] * len(self.words)
        for number, quote in enumerate(self.unit.quotes, 1):
            for at, word in enumerate(self.words):
                if quote.span.start <= word.start and word.end <= quote.span.end:
                    out[at] = number
        return out

    def low(self, at: int) -> str:
        """Return the word at `at` in lower case, or nothing outside the unit."""
        return self.words[at].low if 0 <= at < len(self.words) else ""

    def pos(self, at: int) -> str:
        """Return the part of speech at `at`, or nothing outside the unit."""
        return self.words[at].pos if 0 <= at < len(self.words) else ""

    def finite(self, at: int) -> bool:
        """Tell whether the word is a finite verb."""
        word = self.words[at]
        if word.pos not in VERBAL:
            return False
        return "VerbForm=Fin" in word.morph or word.tag in {"VBD", "VBZ", "VBP", "MD"}

    def subtree_end(self, at: int) -> int:
        """Return the index after the rightmost word below `at`."""
        end, todo = at + 1, [at]
        while todo:
            for child in self.children[todo.pop()]:
                end = max(end, child + 1)
                todo.append(child)
        return end

    def subtree_start(self, at: int) -> int:
        """Return the index of the leftmost word below `at`."""
        start, todo = at, [at]
        while todo:
            for child in self.children[todo.pop()]:
                start = min(start, child)
                todo.append(child)
        return start

    def group_start(self, at: int) -> int:
        """Return where the verb group of the verb `at` begins: auxiliaries, clitics and adverbs before it."""
        start = at
        helpers = self.g["helpers"]
        while start > 0:
            if (self.low(start - 1) in helpers and not self._named(start - 1)) or (
                self.pos(start - 1) == "ADV" and start >= 2 and self._helped(start - 2)
            ):
                start -= 1
            elif (
                ((before := self._quoted_adverb(start)) is not None and self.low(before - 1) in helpers)
                or ((before := self._inner_adverbial(start)) is not None and self.low(before - 1) in helpers)
                or (before := self._own_auxiliary(at, start)) is not None
            ):
                start = before
            else:
                break
        while start < at and self.pos(start) == "ADV" and self.low(start) not in helpers:
            start += 1
        return start

    def _named(self, at: int) -> bool:
        """Tell whether a helper's form is a name ("Theresa May said")."""
        return self.pos(at) == "PROPN" and self.text[self.words[at].start].isupper()

    def _own_auxiliary(self, at: int, start: int) -> int | None:
        """Return the auxiliary that the parse gives the verb, when only adverbials part the two."""
        own = [i for i in self.children[at] if self.words[i].dep.startswith("aux") and i < start]
        own = [i for i in own if self.low(i) in self.g["auxiliaries"]]  # "-il" of "a-t-il encore dit" is none
        governor = self.words[at].head
        if not own and governor < start and self.low(governor) in self.g["have"] and not self.finite(at):
            own = [governor]
        if not own or start - own[-1] > APART:
            return None
        between = range(own[-1] + 1, start)
        parted = any(self.finite(i) or self.stops(i) or self.quoted[i] or self._links(i) for i in between)
        return None if parted else own[-1]

    def _links(self, at: int) -> bool:
        """Tell whether the word opens a clause or a comparison of its own."""
        return self.pos(at) == "SCONJ" or self.low(at) in self.g["relative"] | self.g["as"]

    def _quoted_adverb(self, end: int) -> int | None:
        """Return where a quotation of a word or two that ends before `end` begins (a « fermement » nié)."""
        number = self.quoted[end - 1] if end else 0
        if not number or end - self.quoted.index(number) > 4:
            return None
        return self.quoted.index(number) or None

    def _inner_adverbial(self, end: int) -> int | None:
        """Return where an adverbial of several words that ends before `end` begins ("pour sa part")."""
        for parts in _by_last_word(self.g["inner_adverbials"]).get(self.low(end - 1), ()):
            start = end - len(parts)
            if start > 0 and all(self.low(start + n) == part for n, part in enumerate(parts)):
                return start
        return None

    def _helped(self, at: int) -> bool:
        while at >= 0 and self.pos(at) == "ADV" and self.low(at) not in self.g["helpers"]:
            at -= 1
        return self.low(at) in self.g["auxiliaries"]

    def mistaken_participle(self, at: int) -> bool:
        """Tell whether a word that the parse took for no verb is the participle of a helper before it ("a
        sèchement martelé", "a tweeté")."""
        endings = tuple(table(self.lang, "conjugation").get("er", {}).get("pp", ()))
        before = at - 1
        while before > 0 and (self.pos(before) == "ADV" or self.low(before) in self.g["clitic_subjects"]):
            before -= 1
        helped = before >= 0 and self.low(before) in self.g["have"] and self.pos(before) != "ADP"
        return helped and self.pos(at) in _NO_VERB and self.low(at).endswith(endings or ("\0",))

    def passive(self, at: int, shape: str) -> bool:
        """Tell whether a past participle is used passively (with "to be" or on its own)."""
        if shape != "pp":
            return False
        places = range(self.group_start(at), at)
        group = [self.low(i) for i in places]
        if any(w in self.g["reflexive"] for w in group):
            return False
        if any(w in self.g["be"] and not self._short_have(i) for i, w in zip(places, group, strict=True)):
            return True
        if any(self._short_have(i) for i in places):
            return False
        if any(w in self.g["have"] for w in group):
            return False
        return not self.finite(at)

    def _short_have(self, at: int) -> bool:
        """Tell whether a short "'s" stands for "has" ("she's said")."""
        return self.low(at) in self.g["short_be_or_have"] and self.words[at].dep in self.g["active_helper"]

    def negated(self, at: int) -> bool:
        """Tell whether the verb group carries a negation."""
        near = range(self.group_start(at), min(len(self.words), at + 3))
        return any(self.low(i) in self.g["negation"] for i in near if i <= at) or self.low(at + 1) == "pas"

    def cue_form(self, at: int, shape: str | None = None) -> Form | None:
        """Return the cue entry of the word, if it is one (of that shape)."""
        return next((f for f in self.forms.get(self.low(at), ()) if shape is None or f.shape == shape), None)

    def stops(self, at: int) -> bool:
        """Tell whether the word ends a sentence outside any quotation."""
        return self.low(at) in {".", "!", "?", "…", ";", "...", "©"} and not self.quoted[at]

    @cached_property
    def _stops(self) -> list[int]:
        """Where sentences end, in order."""
        return [at for at in range(len(self.words)) if self.stops(at)]

    def finite_ahead(self, at: int) -> bool:
        """Tell whether a finite verb stands within the next few words."""
        return any(self.finite(i) for i in range(at, min(len(self.words), at + 10)))

    def in_relative(self, verb: int) -> bool:
        """Tell whether the verb belongs to a relative clause or hangs on a noun as a participle."""
        word = self.words[verb]
        return word.head != verb and (word.dep in self.g["relative_clause"] or word.dep.startswith("acl"))

    def bare_participle(self, verb: int) -> bool:
        """Tell whether the word is a past participle with no auxiliary before it."""
        alone = not any(self.low(i) in self.g["auxiliaries"] for i in range(self.group_start(verb), verb))
        return "VerbForm=Part" in self.words[verb].morph and "Tense=Past" in self.words[verb].morph and alone

    def aside_participle(self, verb: int) -> bool:
        """Tell whether the word is a present participle behind a comma ("le maire, estimant …")."""
        present = "Tense=Pres|VerbForm=Part" in self.words[verb].morph and not self.g["bare_clause"]
        return present and self.low(verb - 1) == ","

    def aside_at(self, at: int) -> bool:
        """Tell whether an inverted aside begins here (", a-t-il dit", ", affirme X")."""
        place = at
        while self.low(place) in self.g["helpers"] or (place > at and self.pos(place) == "ADV"):
            place += 1
        if not any(
            f.shape in {"fin", "pp"} and "aside" in f.word.frames for f in self.forms.get(self.low(place), ())
        ):
            return False
        group = range(at, min(len(self.words), place + 2))
        if (
            self.low(at) in self.g["have"]
            and place > at
            and self.low(place + 1) not in self.g["complementizer"]
        ):
            return True
        return any(self.low(i) in self.g["clitic_subjects"] for i in group) or (
            self.pos(place) in VERBAL
            and self.pos(place + 1) in {"DET", "PROPN"}
            and not self.g["bare_clause"]
        )

    def phrase_at(self, at: int, phrases: frozenset[str]) -> int | None:
        """Return the index after the longest of `phrases` that begins at this word, or None."""
        best = None
        for parts in _by_first_word(phrases).get(self.low(at), ()):
            place = at
            for part in parts:
                if self.low(place) == part:
                    place += 1
                elif (
                    part.startswith(_ELIDED)
                    and self.low(place) == part[:2]
                    and self.low(place + 1) == part[2:]
                ):
                    place += 2
                else:
                    break
            else:
                best = max(best or 0, place)
        return best

    def sentence_start(self, at: int) -> int:
        """Return the index after the last stop before `at`."""
        before = bisect_left(self._stops, at)
        return self._stops[before - 1] + 1 if before else min(at, 0)

    def sentence_end(self, at: int) -> int:
        """Return the index of the next stop from `at`, or the end of the unit."""
        ahead = bisect_left(self._stops, at)
        return self._stops[ahead] if ahead < len(self._stops) else max(at, len(self.words))

    def has_own_auxiliary(self, verb: int, after: int) -> bool:
        """Tell whether the second verb of a coordination has its own auxiliary or is finite."""
        return (
            self.finite(verb)
            or any(self.low(i) in self.g["have"] for i in range(after, verb))
            or ("VerbForm=Part" in self.words[verb].morph)
        )

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """Return the range without commas, dashes, colons and stops at its ends (marks of quotation stay)."""
        loose = {",", ".", ";", ":", "-", "–", "—", "...", "…", "(", "--", ")"}
        while start < end and self.low(start) in loose - {")"}:
            start += 1
        while end > start and self.low(end - 1) in loose and not (self._closes(start, end)):
            if self.quoted[end - 1]:
                break
            end -= 1
        return start, end

    def _closes(self, start: int, end: int) -> bool:
        return self.low(end - 1) == ")" and any(self.low(i) == "(" for i in range(start, end - 1))

    def span(self, start: int, end: int) -> Span | None:
        """Return the document span of the words `[start, end)`, trimmed, or None when nothing is left."""
        start, end = self.trim(start, end)
        return self.exact(start, end)

    def exact(self, start: int, end: int) -> Span | None:
        """Return the document span of the words `[start, end)`, or None when there are none."""
        if start >= end:
            return None
        first, last = self.words[start].start, self.words[end - 1].end
        while first < last and self.text[first] == "-":
            first += 2 if self.text[first : first + 3].lower() == "-t-" else 1
        return Span(first, last) if last > first else None
