"""Slips that a parser makes on the prose of the press, mended before the frames are read.

Each rule looks at the words around: a participle behind preposition and article is a noun ("selon
l'exploitant"); a form that is both present and participle is a finite verb where it stands inverted after a
quotation ("« … », écrit la Compagnie").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from selon.languages.pack import table
from selon.nlp.parser import Word

_CLOSING = frozenset({"»", "”", '"', "’"})


def repaired(words: Sequence[Word], lang: str) -> tuple[Word, ...]:
    """Return `words` with the slips that the pack of `lang` knows mended; number and places stay."""
    known = table(lang, "grammar").get("repairs")
    if not known:
        return tuple(words)
    return tuple(_mended(words, at, known) for at in range(len(words)))


def _mended(words: Sequence[Word], at: int, known: dict[str, list[str]]) -> Word:
    word = words[at]
    if word.pos not in {"VERB", "ADJ"} or at == 0:
        return word
    if word.pos == "VERB" and _after_article(words, at, known):
        return replace(word, pos="NOUN", tag="NOUN", morph="")
    if word.low in known["present_or_participle"] and _inverted(words, at):
        return replace(word, pos="VERB", tag="VERB", morph="Mood=Ind|Number=Sing|Person=3|VerbForm=Fin")
    return word


def _after_article(words: Sequence[Word], at: int, known: dict[str, list[str]]) -> bool:
    """Tell whether a participle stands behind preposition and article, where no clitic pronoun can."""
    if "VerbForm=Inf" in words[at].morph or at < 2:
        return False
    governs = words[at - 2].pos == "ADP" and words[at - 2].low not in known["gerund"]
    return governs and words[at - 1].low in known["articles"]


def _inverted(words: Sequence[Word], at: int) -> bool:
    """Tell whether the word stands between a closed quotation and a subject."""
    if at + 1 >= len(words) or words[at + 1].pos not in {"DET", "PROPN", "NOUN"}:
        return False
    before = words[at - 1].low
    quoted = before in _CLOSING or (before == "," and at > 1 and words[at - 2].low in _CLOSING)
    return quoted and words[at - 1].pos == "PUNCT"
