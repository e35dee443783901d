"""A sentence that opens with whose view it gives: "Pour la préfète, le pont peut attendre"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selon.analyse.according_sources import without_subject
from selon.analyse.drafts import Draft
from selon.analyse.edges import clause_end
from selon.analyse.grammar.clause import Clause
from selon.analyse.grammar.dates import dated
from selon.analyse.grammar.heads import phrase_of
from selon.analyse.grammar.names import capital
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.grammar.ranges import Range
from selon.analyse.grammar.source_words import source_words
from selon.analyse.grammar.speakers import names_thing
from selon.analyse.kinds import kind_of
from selon.analyse.mentions import words_in
from selon.model.statement import SourceKind, Stance

_LONGEST = 8
"""Words that may hang on the noun phrase of one whose view is given."""
_SINGLE = frozenset({SourceKind.named_person, SourceKind.office, SourceKind.media})


def viewpoint_drafts(clause: Clause, held: Sequence[Draft]) -> Iterator[Draft]:
    """Yield one draft for every sentence that opens so, unless another frame gives it to its speaker."""
    for at in range(len(clause.words)):
        if clause.low(at) not in source_words(clause, "viewpoint"):
            continue
        found = _one_for_whom(clause, at) or (_viewer(clause, at) if _opens(clause, at) else None)
        if found is None:
            continue
        ahead = found[1] > at
        start = found[1] + 1 if ahead else at + 2
        content = clause.span(start, clause_end(clause, start, at) if ahead else _relative_end(clause, start))
        source, cue = clause.span(*found), clause.exact(at, at + 1)
        told = (
            any(s.overlap(content) > len(content) // 2 for d in held for s in d.content) if content else True
        )
        if content and source and cue and not told:
            yield Draft((content,), (source,), (cue,), Stance.asserts, "viewpoint", clause.unit.part)


def _opens(clause: Clause, at: int) -> bool:
    """Tell whether a sentence begins here, or goes on behind where or when ("A gauche, pour X, « … »")."""
    start = clause.sentence_start(at)
    lead = range(start, at - 1)
    return at == start or (
        clause.low(at - 1) == "," and not any(clause.finite(i) for i in lead) and at - start < 5
    )


def _one_for_whom(clause: Clause, at: int) -> Range | None:
    """Return whom a relative opens with whose view it gives ("Ana Sol, pour qui la digue tiendra, …")."""
    if clause.low(at + 1) not in source_words(clause, "for_whom") or clause.low(at - 1) != "," or at < 2:
        return None
    found = phrase_of(clause, at - 2, at - 1)
    words = clause.text[clause.words[found[0]].start : clause.words[found[1] - 1].end]
    return found if _speaks(clause, words) and not names_thing(clause, found) else None


def _relative_end(clause: Clause, start: int) -> int:
    """Return where a relative ends: at the comma before the verb of its sentence, or with the sentence."""
    end = clause.sentence_end(start)
    commas = (i for i in range(start, end) if clause.low(i) == "," and not clause.quoted[i])
    return next((i for i in commas if i + 1 < end and clause.finite(i + 1)), end)


def _viewer(clause: Clause, at: int) -> Range | None:
    """Return the phrase after the opener when it names a speaker, and a comma and a clause follow."""
    if dated(clause, at + 1):
        return None
    found = noun_phrase(clause, at + 1)
    found = _to_comma(clause, without_subject(clause, found)) if found else None
    if found is None or clause.low(found[1] + 1) in clause.g["relative"] or not _says(clause, found[1] + 1):
        return None
    words = clause.text[clause.words[found[0]].start : clause.words[found[1] - 1].end]
    return found if _speaks(clause, words) and not names_thing(clause, found) else None


def _to_comma(clause: Clause, found: Range) -> Range | None:
    """Return a phrase to the comma behind it, over what hangs on it ("le ministre chargé des relations avec
    le port Ivo Sarre,"); None where no comma closes it."""
    near = range(found[1], min(len(clause.words), found[1] + _LONGEST))
    end = next((i for i in near if clause.low(i) == ","), None)
    if end is None or any(clause.finite(i) or clause.quoted[i] for i in range(found[1], end)):
        return None
    return found[0], _past_name(clause, found[0], end)


def _past_name(clause: Clause, start: int, comma: int) -> int:
    """Return the comma behind the name of whom an office tells ("Pour la préfète du port, Ana Sol, …")."""
    found = noun_phrase(clause, comma + 1, apposed=False) if comma + 1 < len(clause.words) else None
    if found is None or any(capital(clause, i) for i in range(start + 1, comma)):
        return comma
    named = all(capital(clause, i) for i in range(*found)) and found[1] - found[0] > 1
    subject = clause.low(found[1]) != "," or clause.finite(found[1] + 1)
    return comma if subject or not named else found[1]


def _says(clause: Clause, start: int) -> bool:
    """Tell whether a clause follows, or a quotation that is one."""
    number = clause.quoted[start] if start < len(clause.words) else 0
    opened = bool(number) and clause.unit.quotes[number - 1] in clause.unit.holes
    return opened or any(clause.finite(i) for i in range(start, clause.sentence_end(start)))


def _speaks(clause: Clause, words: str) -> bool:
    """Tell whether the words mean one who may hold a view: a pronoun, a person, an office, a listed body."""
    if words.lower() in source_words(clause, "pronouns"):
        return True
    kind = kind_of(words, clause.lang)
    bodies = source_words(clause, "organisation")
    return kind in _SINGLE or any(word.lower() in bodies for word in words_in(words)[:2])
