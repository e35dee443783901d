"""Slips that a parser makes on the prose of the press, mended before the frames are read.

Each rule looks at the words around: a participle behind preposition and article is a noun ("selon
l'exploitant"); a form that is both present and participle is a finite verb where it stands inverted after a
quotation ("« … », écrit la Compagnie"); a name between a comma and the last verb of a sentence, left without
a verb of its own, is the subject of that one ("…, La Gaceta reports."); a hyphen inside a word is no dash; a
verb that the parser never takes for one ("la mairie dément avoir …") heads its subject and what it governs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from msgspec.structs import replace

from selon.analyse.lexicon import forms
from selon.languages.pack import table
from selon.nlp.parser import Word

_ASIDE = frozenset({"aside", "quoted_aside"})
_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_NEAR = 6
"""Words between a relative pronoun and the head of the subject behind it."""
_SUBJECT = frozenset({"DET", "PROPN", "NOUN"})
_PRESENT = "Mood=Ind|Number=Sing|Person=3|VerbForm=Fin"
_Forms = Mapping[str, Sequence[str]]
_CLOSING = frozenset({"»", "”", '"', "’"})
_OPENING = frozenset({"«", "“", '"', "‘"})


def repaired(words: Sequence[Word], lang: str, text: str = "") -> tuple[Word, ...]:
    """Return `words` with the slips that the pack of `lang` knows mended; number and places stay.

    `text` is what they are the words of: it shows their capitals.
    """
    known = table(lang, "grammar").get("repairs")
    if not known:
        return tuple(words)
    words = [_first_name(words, at, lang, text) for at in range(len(words))] if text else words
    if glued := known.get("hyphen"):
        words = [_glued(_genitive(words, at, known), words, at, glued) for at in range(len(words))]
    mended = [_mended(words, at, known, lang) for at in range(len(words))]
    for at in range(len(mended)):
        _give_back(mended, at)
        _give_subject(mended, at, known)
        if mended[at].pos not in _VERBAL and _misread(mended, at, known, lang):
            _restore(mended, at, known["misread"])
    return tuple(mended)


def _first_name(words: Sequence[Word], at: int, lang: str, text: str) -> Word:
    """A first name before another word in capitals is no verb and no adjective ("Marine Le Bihan")."""
    word = words[at]
    if word.pos in {"PROPN", "PUNCT"} or word.low not in _first_names(lang) or at + 1 == len(words):
        return word
    if not (text[word.start].isupper() and text[words[at + 1].start].isupper()):
        return word
    return replace(word, pos="PROPN", tag="PROPN", morph="")


@cache
def _first_names(lang: str) -> frozenset[str]:
    """The first names that the pack of a language knows."""
    return frozenset(table(lang, "sources").get("first_names", ()))


def _misread(words: Sequence[Word], at: int, known: dict[str, Any], lang: str) -> bool:
    """Tell whether a verb stands here that the parser never takes for one, one that announces a quotation
    ("X commente : « … »"), or one that leads to a clause ("le gouvernement juge que …")."""
    if "misread" not in known:
        return False
    if words[at].low in known["misread"]["verbs"]:
        return True
    leads = _announces(words, at) or _leads(words, at, known["misread"])
    return leads and any(f.shape == "fin" for f in forms(lang).get(words[at].low, ()))


def _leads(words: Sequence[Word], at: int, known: _Forms) -> bool:
    """Whether a noun or a name stands right before a word, and the conjunction of a clause behind it."""
    behind = at + 1 < len(words) and words[at + 1].low in known["that"]
    return behind and at > 0 and (words[at - 1].pos in {"NOUN", "PROPN"} or _as_noun(words[at - 1]))


def _as_noun(word: Word) -> bool:
    """Whether an adjective is the head of a subject ("l'exécutif juge")."""
    return word.pos == "ADJ" and word.dep == "nsubj"


def _announces(words: Sequence[Word], at: int) -> bool:
    return at + 2 < len(words) and words[at + 1].low == ":" and words[at + 2].low in _OPENING


def _restore(words: list[Word], verb: int, known: _Forms) -> None:
    """Make a verb that is tagged as something else the head of its subject, its negation and what it governs;
    without anything to govern it may be an adjective ("un scénario dément")."""
    after = verb + 1
    while after < len(words) and words[after].pos == "ADV":
        after += 1
    subject = _subject(words, verb, known)
    ready = _announces(words, verb) or _governed(words, after, known)
    if subject is None or not (ready or _relative(words, subject, known)):
        return
    words[verb] = replace(words[verb], pos="VERB", tag="VERB", morph=_PRESENT, head=verb, dep="ROOT")
    words[subject] = replace(words[subject], head=verb, dep="nsubj")
    for at in (*range(subject + 1, verb), *range(verb + 1, after)):
        if words[at].pos == "ADV":
            words[at] = replace(words[at], head=verb, dep="advmod")
    if _governed(words, after, known):
        _govern(words, verb, after, known)


def _subject(words: Sequence[Word], verb: int, known: _Forms) -> int | None:
    """The head of the words in front of a verb that may be its subject, asides left out."""
    before = verb - 1
    while before >= 0 and words[before].low in known["negation"]:
        before -= 1
    aside = before >= 0 and words[before].pos == "PUNCT"
    while before >= 0 and words[before].pos in {"PUNCT", "ADV"}:
        before -= 1
    nominal = before >= 0 and (words[before].pos in _NOMINAL or _as_noun(words[before]))
    if not nominal or words[before].low in known["reflexive"]:
        return None
    opened = 0 if aside else max((n for n in range(before) if words[n].pos == "PUNCT"), default=-1) + 1
    return _top(words, before, range(opened, verb))


def _governed(words: Sequence[Word], at: int, known: _Forms) -> bool:
    """Whether a clause, an infinitive or an object begins here."""
    if at >= len(words):
        return False
    first = words[at]
    return first.low in known["that"] or "VerbForm=Inf" in first.morph or first.pos in {"DET", *_NOMINAL}


def _relative(words: Sequence[Word], subject: int, known: _Forms) -> bool:
    """Whether a subject stands in a relative clause, whose pronoun is the object ("ce que X dément")."""
    near = range(max(0, subject - _NEAR), subject)
    return any(words[at].low in known["that"] and words[at].pos == "PRON" for at in near)


def _govern(words: list[Word], verb: int, after: int, known: _Forms) -> None:
    """Hang what a verb governs on it: a clause, an infinitive or an object, which begins at `after`."""
    first = words[after]
    behind = range(after, len(words))
    if first.low in known["that"]:
        head, dep = first.head, "ccomp"
    elif "VerbForm=Inf" in first.morph:
        head, dep = (after if first.pos == "VERB" else first.head), "xcomp"
    else:
        head, dep = _top(words, after, behind), "obj"
    if head in behind:
        words[head] = replace(words[head], head=verb, dep=dep)


def _top(words: Sequence[Word], at: int, inside: range) -> int:
    """The highest word above one that stands inside a stretch, and is a noun, name or pronoun."""
    while words[at].head != at and words[at].head in inside and words[words[at].head].pos in _NOMINAL:
        at = words[at].head
    return at


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
    if start == verb or start < 2 or words[start - 1].low not in {",", *_CLOSING}:
        return
    words[verb - 1] = replace(words[verb - 1], head=verb, dep=known["subject_label"][0])
    words[verb] = replace(words[verb], head=verb, dep="ROOT")


def _give_back(words: list[Word], noun: int) -> None:
    """A noun behind a preposition is no subject, but the name behind its comma ("Dans un tweet, X a …")."""
    if "subj" not in words[noun].dep or not any(w.head == noun and w.dep == "case" for w in words[:noun]):
        return
    verb, apposed = words[noun].head, (n for n, w in enumerate(words) if w.head == noun and w.dep == "appos")
    name = next((n for n in apposed if noun < n < verb and words[n].pos == "PROPN"), None)
    if name is not None and words[name - 1].low == ",":
        words[name] = replace(words[name], head=verb, dep=words[noun].dep)
        words[noun] = replace(words[noun], dep="obl")


def _closes(words: Sequence[Word], at: int) -> bool:
    return at + 1 >= len(words) or words[at + 1].low in {".", "!", "?", "…"}


def _mended(words: Sequence[Word], at: int, known: dict[str, Any], lang: str) -> Word:
    word = words[at]
    if _one_preposition(words, at, known):
        return replace(word, pos="ADP", tag="ADP", morph="")
    if at and word.pos != "AUX" and _spoken(words, at, lang):
        return replace(word, pos="VERB", tag=known.get("finite_tags", ["VERB"])[0], morph=_PRESENT)
    if at and word.low in known.get("causative", []) and _before_infinitive(words, at):
        return replace(word, pos="VERB", tag="VERB", morph=_PRESENT)
    if word.pos not in {"VERB", "ADJ"} or at == 0:
        return word
    if word.pos == "VERB" and _after_article(words, at, known):
        return replace(word, pos="NOUN", tag="NOUN", morph="")
    if _imperfect(words, at, known):
        return replace(word, tag="VERB", morph=_PRESENT)
    either = word.low in known.get("present_or_participle", [])
    if either and (_inverted(words, at) or _says_that(words, at, known)):
        return replace(word, pos="VERB", tag="VERB", morph=_PRESENT)
    return word


def _before_infinitive(words: Sequence[Word], at: int) -> bool:
    """Tell whether a form of both kinds with no auxiliary stands before an infinitive ("fait savoir")."""
    infinitive = at + 1 < len(words) and "VerbForm=Inf" in words[at + 1].morph
    return infinitive and words[at - 1].pos not in {"AUX", "DET"} and "VerbForm=Part" in words[at].morph


def _imperfect(words: Sequence[Word], at: int, known: dict[str, Any]) -> bool:
    """Tell whether a word that no auxiliary leads to is tagged as a participle or infinitive and ends
    like an imperfect."""
    word, forms_of = words[at], known.get("imperfect", {})
    ends = word.low.endswith(tuple(forms_of.get("endings", ())) or "\0")
    tagged = "VerbForm=Part" in word.morph or "VerbForm=Inf" in word.morph
    part = word.pos == "VERB" and tagged and words[at - 1].pos != "AUX"
    return part and ends and not word.low.endswith(tuple(forms_of["participles"]))


def _one_preposition(words: Sequence[Word], at: int, known: dict[str, Any]) -> bool:
    """Tell whether the word is a half of two that are one preposition ("compte tenu")."""
    pairs = known.get("prepositions", ())
    return any([w.low for w in words[n : n + 2]] in pairs for n in (at - 1, at) if n >= 0)


def _after_article(words: Sequence[Word], at: int, known: dict[str, Any]) -> bool:
    """Tell whether a participle stands behind preposition and article, where no clitic pronoun can."""
    if "articles" not in known or "VerbForm=Inf" in words[at].morph or at < 2:
        return False
    governs = words[at - 2].pos == "ADP" and words[at - 2].low not in known["gerund"]
    return governs and words[at - 1].low in known["articles"]


def _spoken(words: Sequence[Word], at: int, lang: str) -> bool:
    """Tell whether a reporting form that is tagged as no verb stands inverted after a quotation."""
    if words[at].pos == "VERB":
        return False
    spoken = (f for f in forms(lang).get(words[at].low, ()) if f.shape == "fin")
    if not any(_ASIDE & f.word.frames for f in spoken):
        return False
    inverts = "articles" in table(lang, "grammar")["repairs"]
    return _after_quotation(words, at, lang) if inverts else _after_named(words, at)


def _after_named(words: Sequence[Word], at: int) -> bool:
    """Tell whether a name behind a quotation stands before a word that ends its sentence (“…,” Lowe says)."""
    before = at - 1
    while before > 0 and words[before].pos == "PROPN":
        before -= 1
    closed = before < at - 1 and words[before].low in _CLOSING
    return closed and at + 1 < len(words) and words[at + 1].low in {".", ","}


def _after_quotation(words: Sequence[Word], at: int, lang: str) -> bool:
    """Tell whether a mark closes before the word, and a name, an article or a pronoun follows it."""
    end = at - 1 - (words[at - 1].low in table(lang, "grammar")["reflexive"])
    closed = words[end].low in _CLOSING or (words[end].low == "," and end and words[end - 1].low in _CLOSING)
    if not closed or at + 1 >= len(words):
        return False
    return words[at + 1].pos in {"DET", "PROPN", "NOUN"} or words[at + 1].low.startswith("-")


def _says_that(words: Sequence[Word], at: int, known: dict[str, Any]) -> bool:
    """Tell whether a subject stands before the word, no auxiliary, and "that" behind it."""
    if at + 1 >= len(words) or words[at + 1].low not in known["misread"]["that"]:
        return False
    own = [w.dep for w in words[:at] if w.head == at]
    helped = words[at - 1].pos == "AUX" or any(dep.startswith("aux") for dep in own)
    return not helped and (words[at - 1].pos in {"NOUN", "PROPN"} or "nsubj" in own)


def _inverted(words: Sequence[Word], at: int) -> bool:
    """Tell whether the word stands between a closed quotation and a subject, a word between commas apart
    ("…", dit, ému, un marin)."""
    before = words[at - 1].low
    quoted = before in _CLOSING or (before == "," and at > 1 and words[at - 2].low in _CLOSING)
    if quoted and [w.low for w in words[at + 1 : at + 4 : 2]] == [",", ","]:
        return words[at - 1].pos == "PUNCT" and at + 4 < len(words) and words[at + 4].pos in _SUBJECT
    if at + 1 >= len(words) or words[at + 1].pos not in _SUBJECT:
        return False
    subject = words[at + 1].head == at and words[at + 1].dep.startswith("nsubj")
    if before == "," and words[at + 1].pos == "PROPN" and any(w.low in _CLOSING for w in words[:at]):
        return True  # "« … » en Europe, écrit Tom Sarre"
    alias = at > 1 and words[at - 2].pos == "PROPN"
    return words[at - 1].pos == "PUNCT" and (quoted or (before == "," and subject and not alias))
