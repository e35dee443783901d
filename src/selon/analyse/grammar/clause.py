"""The words of one unit, and where they stand: in the parse, in sentences, in quotations, in fixed phrases.

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
OPENING = frozenset('«“"„‘([') | {"''", "'"}
_ELIDED = ("d'", "l'")


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
