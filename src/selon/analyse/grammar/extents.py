"""How far a noun phrase goes, word by word, nothing apposed to it.

The parser's labels are weak on names: own rules go by the parts of speech.
"""

from __future__ import annotations

from selon.analyse.grammar.clause import NOMINAL, OPENING, VERBAL, Clause
from selon.analyse.grammar.dates import dated
from selon.analyse.grammar.names import article_inside, capital, glued, name_ends, particle
from selon.analyse.grammar.source_words import source_words


def extent(clause: Clause, start: int, limit: int) -> int:
    """Return the index after the noun phrase that begins at `start`, what is apposed left out; `start` if
    there is none."""
    at = start
    while at < limit:
        step = _step(clause, start, at, limit)
        if step <= at:
            return _closed(clause, start, at)
        at = step
    return _closed(clause, start, at)


def _closed(clause: Clause, start: int, end: int) -> int:
    """Leave out an elided article and the preposition before it, after which the phrase has broken off."""
    if end - 1 > start and clause.low(end - 1) in {"l'", "d'"}:
        end -= 1
        while end - 1 > start and clause.low(end - 1) in clause.g["linking"]:
            end -= 1
    return end


def _step(clause: Clause, start: int, at: int, limit: int) -> int:
    """Return the index after the next piece of the phrase, or `at` when the phrase ends."""
    word = clause.words[at]
    if at == start and particle(clause, at):
        return at + 1
    if word.low in OPENING and clause.quoted[at]:
        return _over_quote(clause, start, at, limit)
    if word.low == "(" and clause.low(at + 1) in source_words(clause, "notes"):
        return at
    if word.low == "(":
        close = next((i for i in range(at + 1, min(limit, at + 9)) if clause.low(i) == ")"), None)
        return close + 1 if close and at > start else at
    if dated(clause, at) and clause.low(at - 1) not in clause.g["linking"]:
        return at
    if word.low in clause.g["linking"] and at > start:
        return at + 1 if _goes_on(clause, at, limit) else at
    if at > start and (glued(clause, at) or glued(clause, at - 1) or glued(clause, at + 1)):
        return at + 1
    if word.pos == "DET" and at > start and article_inside(clause, at):
        return at + 1
    if at > start and (number := _ratio(clause, start, at)):
        return number
    comparing = source_words(clause, "comparing")
    if word.low in comparing and at > start and clause.pos(at + 1) in {"NUM", "DET"}:
        return at + 1
    if (
        word.pos == "DET"
        and at > start
        and clause.low(at - 1) not in clause.g["linking"] | clause.g["all"] | comparing
    ):
        return at
    if at > start and capital(clause, at) and capital(clause, at - 1) and word.pos != "PUNCT":
        return at + 1
    if word.pos in NOMINAL and word.low not in {"-", "–", "—", "--"}:
        return at + 1
    if at > start and word.low.isdigit() and capital(clause, at - 1) and clause.pos(at - 1) == "PROPN":
        return at + 1  # "Rive 2"
    if (word.pos == "PRON" and at == start) or _participle_noun(clause, start, at):
        return at + 1
    if word.pos == "ADV" and clause.pos(at + 1) in {"ADJ", "NUM"}:
        return at + 1
    if word.pos == "PRON" and at == start + 1 and clause.low(at) in clause.g["a_an"]:
        return at + 1
    if word.pos == "PART" or (
        word.low in {"/", "&", "'s", "’s"} and clause.pos(at + 1) in NOMINAL and at > start
    ):
        return at + 1
    return at


def _ratio(clause: Clause, start: int, at: int) -> int | None:
    """Return where the number begins of which the phrase is a share ("un habitant sur dix", "nine out of
    ten"), or None."""
    after = clause.phrase_at(at, source_words(clause, "of_many"))
    share = clause.pos(start) == "NUM" or clause.low(start) in clause.g["a_an"]
    return after if share and after is not None and clause.pos(after) == "NUM" else None


def _over_quote(clause: Clause, start: int, at: int, limit: int) -> int:
    """Step over a short quotation inside a noun phrase (les « élus »); a long one ends it."""
    number = clause.quoted[at]
    quote = clause.unit.quotes[number - 1]
    if clause.pos(at + 1) in {"ADP", "SCONJ"} and at > start:
        return at  # "les autorités «en raison d'une erreur»": a circumstance, no part of the name
    if quote in clause.unit.holes or (
        at > start and clause.pos(at - 1) not in {"DET", "ADJ", "NOUN", "NUM", "ADP"}
    ):
        return at
    end = at
    while end < limit and clause.quoted[end] == number:
        end += 1
    return end


def _participle_noun(clause: Clause, start: int, at: int) -> bool:
    """A participle behind an article is a noun that the parser mistook ("l'exploitant", "les blessés")."""
    after_article = at > start and clause.pos(at - 1) == "DET"
    return after_article and clause.pos(at) == "VERB" and "VerbForm=Part" in clause.words[at].morph


def _goes_on(clause: Clause, at: int, limit: int) -> bool:
    """Tell whether a linking word is followed by more of the phrase, not by a verb or a date."""
    after = at + 1
    if clause.low(at) in clause.g["to"] and name_ends(clause, at):
        return False  # "Ana Sol à la tribune": to whom or where, not who
    if after >= limit or dated(clause, after) or clause.phrase_at(at, source_words(clause, "ends_before")):
        return False
    if clause.low(at) in clause.g["coordinators"]:
        if clause.low(after) in clause.g["linking"]:
            after += 1
        return clause.pos(after) in {"DET", "PROPN", "NOUN", "NUM"} and not _verb_follows(
            clause, after, limit
        )
    return (
        clause.pos(after) in NOMINAL
        or clause.low(after) in clause.g["linking"]
        or clause.low(after) in OPENING
    )


def _verb_follows(clause: Clause, at: int, limit: int) -> bool:
    end = at
    while end < limit and (clause.pos(end) in NOMINAL or clause.low(end) in clause.g["linking"]):
        end += 1
    return end < limit and clause.pos(end) in VERBAL and clause.finite(end)
