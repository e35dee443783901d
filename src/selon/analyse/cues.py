"""Which words of a clause are cues: entries of the lexicon that fit the word and those around it."""

from __future__ import annotations

from selon.analyse.asides import opens_aside
from selon.analyse.grammar.clause import OPENING, VERBAL, Clause
from selon.analyse.grammar.names import glued
from selon.analyse.grammar.subjects import share
from selon.analyse.grammar.verbs import group_start
from selon.analyse.lexicon import CueWord, Form
from selon.model.statement import Stance

_PRIVATE = frozenset({Stance.believes, Stance.intends})
"""What somebody thinks or means to do: told as said only beside his own words."""
_ASIDES = frozenset({"aside", "quoted_aside"})


def cue_entries(clause: Clause, at: int, beliefs: bool) -> list[Form]:
    """Return the cue entries that fit the word's part of speech and the words after it, phrases first."""
    word = clause.words[at]
    out = [f for f in clause.forms.get(word.low, ()) if _fits(clause, at, f)]
    shapes = {f.shape for f in out}
    if clause.low(at + 1) in clause.g["clitic_subjects"]:
        return [f for f in out if f.shape != "pp"]
    if {"fin", "pp"} <= shapes and (
        "VerbForm=Part" in word.morph or clause.low(at - 1) in clause.g["auxiliaries"]
    ):
        out = [f for f in out if f.shape != "fin"]
    elif {"fin", "pp"} <= shapes and "VerbForm=Fin" in word.morph:
        out = [f for f in out if f.shape != "pp"]
    if (
        not any(_ASIDES & f.word.frames and (beliefs or f.word.stance not in _PRIVATE) for f in out)
        and not clause.g["bare_clause"]
        and opens_aside(clause, at)
    ):
        out = [_open_form(clause, at, out[0].word.stance if out else Stance.asserts)]
    if not beliefs:
        out = [f for f in out if f.word.stance not in _PRIVATE]
    return sorted(out, key=lambda f: -len(f.word.tail))


def _open_form(clause: Clause, at: int, stance: Stance) -> Form:
    """Return a form for a verb of no list, or of one for other uses: between a quotation and its speaker any
    verb reports."""
    stance = Stance.asserts if stance in _PRIVATE else stance
    word = CueWord(clause.low(at), stance, frozenset({"quoted_aside", "object"}))
    return Form(word, "fin" if clause.finite(at) else "pp")


def _fits(clause: Clause, at: int, form: Form) -> bool:
    if form.word.tail and tail_end(clause, at, form.word) is None:
        return False
    start = clause.words[at].start
    if clause.text[start - 1 : start] == "-" and not clause.text[start - 2 : start - 1].isspace():
        return False  # "so-called"
    if glued(clause, at + 1) and form.shape == "fin":
        return False  # "rappelons-le"
    if form.shape == "noun":
        return clause.pos(at) in {"NOUN", "PROPN"}
    if form.shape == "adj":
        return clause.pos(at) in {"ADJ", "VERB"}
    if form.shape == "inf" and not _reporting_infinitive(clause, at, form):
        return False
    if "Mood=Cnd" in clause.words[at].morph:
        return False
    if clause.pos(at) in VERBAL:
        return not (clause.pos(at) == "AUX" and clause.low(at) in clause.g["auxiliaries"])
    if form.shape == "fin":
        near = (
            clause.low(at + 1) in clause.g["clitic_subjects"]
            or clause.low(at - 1) in clause.g["pronoun_subjects"]
        )
        return near or (not clause.g["bare_clause"] and _headline_verb(clause, at))
    if clause.g["bare_clause"] and form.shape != "pp":
        return False
    if clause.pos(at - 1) == "DET":
        return False
    helped = clause.g["have"] | clause.g["be"] | clause.g["clitic_subjects"] | {","}
    return clause.low(at + 1) in clause.g["complementizer"] or clause.low(at - 1) in helped


def _headline_verb(clause: Clause, at: int) -> bool:
    """A verb that the parser took for something else: between two noun phrases, with no other verb near."""
    if clause.pos(at - 1) not in {"PROPN", "NOUN", "ADJ"} or clause.pos(at + 1) not in {"DET", "PROPN"}:
        return False
    around = range(clause.sentence_start(at), clause.sentence_end(at))
    return clause.pos(at - 1) == "PROPN" or not any(clause.finite(i) for i in around)


def _reporting_infinitive(clause: Clause, at: int, form: Form) -> bool:
    """An infinitive reports after "pour" or where its governor only shades it ("n'a pas hésité à dire")."""
    if clause.g["bare_clause"]:
        return True
    start = _before_mark(clause, at)
    return (
        historic_infinitive(clause, at)
        or (of_purpose(clause, at) and form.word.stance is not Stance.asserts)
        or (clause.low(start - 1) in clause.g["to"] and share(clause, start - 2))
        or any(clause.low(i) in clause.g["infinitive_verbs"] for i in range(max(0, start - 3), start))
    )


def historic_infinitive(clause: Clause, at: int) -> bool:
    """Tell whether the infinitive tells a further saying ("Et de conclure : …")."""
    start = group_start(clause, at)
    return (
        clause.low(start - 1) in clause.g["of"]
        and clause.low(start - 2) in clause.g["coordinators"]
        and start - 2 == clause.sentence_start(at)
        and not clause.g["bare_clause"]
    )


def _before_mark(clause: Clause, at: int) -> int:
    start = group_start(clause, at)
    return start - 1 if clause.low(start - 1) in OPENING else start


def of_purpose(clause: Clause, at: int) -> bool:
    """Tell whether "pour" stands before the infinitive."""
    return clause.low(_before_mark(clause, at) - 1) in clause.g.get("infinitive_after", ())


def tail_end(clause: Clause, at: int, word: CueWord) -> int | None:
    """Return the index after the fixed words of a phrase, an adverb between them allowed, or None."""
    place = at + 1
    while clause.pos(place) in {"ADV", "PRON"} and clause.low(place) != word.tail[0]:
        place += 1
    for expected in word.tail:
        if clause.low(place) != expected:
            return None
        place += 1
    return place


def cue_end(clause: Clause, at: int, form: Form) -> int:
    """Return the index after a cue, the fixed words of its phrase included."""
    return (tail_end(clause, at, form.word) if form.word.tail else None) or at + 1
