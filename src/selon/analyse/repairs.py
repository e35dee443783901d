"""Slips that a parser makes on the prose of the press, mended before the frames are read.

Each rule looks at the words around: a participle behind preposition and article is a noun ("selon
l'exploitant"); a form that is both present and participle is a finite verb where it stands inverted after a
quotation ("« … », écrit la Compagnie"); a name between a comma and the last verb of a sentence, left without
a verb of its own, is the subject of that one ("…, La Gaceta reports."); a hyphen inside a word is no dash.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from selon.analyse.lexicon import forms
from selon.languages.pack import table
from selon.nlp.parser import Word

_ASIDE = frozenset({"aside", "quoted_aside"})
_CLOSING = frozenset({"»", "”", '"', "’"})


def repaired(words: Sequence[Word], lang: str) -> tuple[Word, ...]:
    """Return `words` with the slips that the pack of `lang` knows mended; number and places stay."""
    known = table(lang, "grammar").get("repairs")
    if not known:
        return tuple(words)
    if glued := known.get("hyphen"):
        words = [_glued(_genitive(words, at, known), words, at, glued) for at in range(len(words))]
    mended = [_mended(words, at, known, lang) for at in range(len(words))]
    for verb in range(len(mended)):
        _give_subject(mended, verb, known)
    return tuple(mended)


def _genitive(words: Sequence[Word], at: int, known: dict[str, Any]) -> Word:
    """A genitive ending must not look like a short verb ("Barlow's said …")."""
    word = words[at]
    return replace(word, low=known["genitive"]) if word.tag == known.get("genitive_tag") else word


def _glued(word: Word, words: Sequence[Word], at: int, mark: str) -> Word:
    """A hyphen with no space on either side is a part of its word, no dash ("Holt-Baker")."""
    if word.low != "-" or not 0 < at < len(words) - 1:
        return word
    inside = words[at - 1].end == word.start and word.end == words[at + 1].start
    return replace(word, low=mark, pos="SYM") if inside else word


def _give_subject(words: list[Word], verb: int, known: dict[str, Any]) -> None:
    """Hang the name before a last verb on it, where the parse has left the verb without a subject."""
    if words[verb].tag not in known.get("finite_tags", []) or not _closes(words, verb):
        return
    if any(w.head == verb and "subj" in w.dep for at, w in enumerate(words) if at != verb):
        return
    start = verb
    while start and words[start - 1].pos in {"PROPN", "DET"}:
        start -= 1
    if start == verb or start < 2 or words[start - 1].low != ",":
        return
    words[verb - 1] = replace(words[verb - 1], head=verb, dep=known["subject_label"][0])
    words[verb] = replace(words[verb], head=verb, dep="ROOT")


def _closes(words: Sequence[Word], at: int) -> bool:
    return at + 1 >= len(words) or words[at + 1].low in {".", "!", "?", "…"}


def _mended(words: Sequence[Word], at: int, known: dict[str, Any], lang: str) -> Word:
    word = words[at]
    if at and word.pos != "AUX" and _spoken(words, at, lang):
        return replace(word, pos="VERB", tag="VERB", morph="Mood=Ind|Number=Sing|Person=3|VerbForm=Fin")
    if word.pos not in {"VERB", "ADJ"} or at == 0:
        return word
    if word.pos == "VERB" and _after_article(words, at, known):
        return replace(word, pos="NOUN", tag="NOUN", morph="")
    if word.low in known.get("present_or_participle", []) and _inverted(words, at):
        return replace(word, pos="VERB", tag="VERB", morph="Mood=Ind|Number=Sing|Person=3|VerbForm=Fin")
    return word


def _after_article(words: Sequence[Word], at: int, known: dict[str, Any]) -> bool:
    """Tell whether a participle stands behind preposition and article, where no clitic pronoun can."""
    if "articles" not in known or "VerbForm=Inf" in words[at].morph or at < 2:
        return False
    governs = words[at - 2].pos == "ADP" and words[at - 2].low not in known["gerund"]
    return governs and words[at - 1].low in known["articles"]


def _spoken(words: Sequence[Word], at: int, lang: str) -> bool:
    """Tell whether a reporting form that is tagged as no verb stands inverted after a quotation."""
    if words[at].pos == "VERB" or "articles" not in table(lang, "grammar")["repairs"]:
        return False
    spoken = (f for f in forms(lang).get(words[at].low, ()) if f.shape == "fin")
    return any(_ASIDE & f.word.frames for f in spoken) and _after_quotation(words, at)


def _after_quotation(words: Sequence[Word], at: int) -> bool:
    """Tell whether a mark closes before the word, and a name, an article or a pronoun follows it."""
    before = words[at - 1].low
    closed = before in _CLOSING or (before == "," and at > 1 and words[at - 2].low in _CLOSING)
    if not closed or at + 1 >= len(words):
        return False
    return words[at + 1].pos in {"DET", "PROPN", "NOUN"} or words[at + 1].low.startswith("-")


def _inverted(words: Sequence[Word], at: int) -> bool:
    """Tell whether the word stands between a closed quotation and a subject."""
    if at + 1 >= len(words) or words[at + 1].pos not in {"DET", "PROPN", "NOUN"}:
        return False
    before = words[at - 1].low
    quoted = before in _CLOSING or (before == "," and at > 1 and words[at - 2].low in _CLOSING)
    subject = words[at + 1].head == at and words[at + 1].dep.startswith("nsubj")
    alias = at > 1 and words[at - 2].pos == "PROPN"
    return words[at - 1].pos == "PUNCT" and (quoted or (before == "," and subject and not alias))
