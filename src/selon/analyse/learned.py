"""Who told it: "a-t-on appris de source …", "a appris l'Agence auprès du parquet"."""

from __future__ import annotations

from functools import cache

from selon.analyse.grammar.clause import Clause
from selon.analyse.grammar.dates import dated
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.grammar.ranges import Range, spans_of
from selon.analyse.grammar.source_words import source_words
from selon.analyse.grammar.speakers import may_speak
from selon.analyse.kinds import kind_of
from selon.analyse.lexicon import Form
from selon.languages.pack import table
from selon.model.span import words_of
from selon.model.statement import SourceKind

_NEAR = 8
"""Words behind a verb or a medium among which the one who told it begins."""
_STOPS = frozenset({",", ".", "»", ";"})


def learned_from(clause: Clause, at: int) -> Range | None:
    """Return the source that stands behind "a-t-on appris" at `at`, or None: then it is nobody.

    "A-t-on indiqué à la mairie": the house in which it was said, where it may speak.
    """
    if after := clause.phrase_at(at, _listed(clause.lang, "learned_at")):
        found = noun_phrase(clause, after - (clause.pos(after - 1) == "DET"), apposed=False)
        if found and may_speak(clause, found):
            return found
    for place in _near(clause, at, at):
        after = clause.phrase_at(place, _listed(clause.lang, "learned_by"))
        if after and (found := noun_phrase(clause, after, apposed=False)) and not dated(clause, after):
            return found
    return None


def told_to_medium(clause: Clause, form: Form, medium: Range) -> Range | None:
    """Return who told it where a medium is said to have learned it, or None where the text names nobody.

    A bare "de" may be part of the medium's name: behind it only the word "source" counts.
    """
    if form.word.lemma not in table(clause.lang, "cues").get("learning", ()):
        return None
    for place in _near(clause, medium[0] + 1, medium[1]):
        after = clause.phrase_at(place, _listed(clause.lang, "learned_by"))
        hidden = after is not None and clause.low(after) in source_words(clause, "of_source")
        if after is not None and (hidden or after > place + 1):
            name = words_of(clause.text, spans_of(clause, (medium[0], min(medium[1], place))))
            is_medium = kind_of(name, clause.lang) is SourceKind.media
            return noun_phrase(clause, after, apposed=False) if is_medium else None
    return None


def _near(clause: Clause, start: int, end: int) -> range:
    """The places from `start` to a few words behind `end`, and before any mark."""
    last = min(len(clause.words), end + _NEAR)
    return range(start, next((i for i in range(start, last) if clause.low(i) in _STOPS), last))


@cache
def _listed(lang: str, kind: str) -> frozenset[str]:
    return frozenset(table(lang, "cues").get(kind, ()))
