"""How names are printed: with capitals, an article or a hyphen inside, a number in front."""

from __future__ import annotations

from selon.analyse.grammar.clause import Clause
from selon.analyse.grammar.source_words import source_words


def glued(clause: Clause, at: int) -> bool:
    """Tell whether this is a hyphen inside a word (analyse/repairs.py marks it so)."""
    return clause.pos(at) == "SYM" and clause.low(at) == clause.g["repairs"].get("hyphen")


def article_inside(clause: Clause, at: int) -> bool:
    """Tell whether an article belongs to a name ("le quotidien Le Rivage", "le parti Debout la Rive")."""
    if at + 1 >= len(clause.words) or not capital(clause, at + 1):
        return False
    return capital(clause, at) or (
        capital(clause, at - 1) and clause.pos(at - 1) not in {"PUNCT", "ADP", "DET"}
    )


def particle(clause: Clause, at: int) -> bool:
    """Tell whether a last name begins here with a little word in capitals ("a ajouté De Morlaix")."""
    if not 0 <= at < len(clause.words) - 1 or at == clause.sentence_start(at):
        return False
    known = clause.low(at) in source_words(clause, "particles")
    return known and capital(clause, at) and capital(clause, at + 1)


def capital(clause: Clause, at: int) -> bool:
    """Tell whether the word begins with a capital."""
    return clause.text[clause.words[at].start].isupper()


def name_ends(clause: Clause, end: int) -> bool:
    """Tell whether a first and a last name end here, or a first name alone."""
    words = range(end - 2, end)
    alone = clause.low(end - 1) in source_words(clause, "first_names") and capital(clause, end - 1)
    return alone or (
        end >= 2 and all(clause.pos(i) in {"PROPN", "NOUN", "X"} and capital(clause, i) for i in words)
    )


def paper_at(clause: Clause, at: int) -> bool:
    """Tell whether a paper named for a time stands here ("24 Heures")."""
    if clause.pos(at) not in {"NUM", "DET"} or at + 1 >= len(clause.words) or not capital(clause, at + 1):
        return False
    return clause.phrase_at(at, source_words(clause, "media_names")) is not None
