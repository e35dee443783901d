"""Frames of reporting verbs and nouns: what they report, and who does.

Right of the cue: a that-clause, an infinitive, a quotation after a colon, a noun phrase, a predicate. Left of
it: an aside (", a déclaré X", ", she said") whose content is the rest of the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from selon.analyse.actives import active_draft
from selon.analyse.adjectives import adjective_draft
from selon.analyse.asides import aside
from selon.analyse.cues import cue_end, cue_entries
from selon.analyse.drafts import Draft
from selon.analyse.grammar.clause import VERBAL, Clause
from selon.analyse.grammar.ranges import words_inside
from selon.analyse.grammar.speakers import may_speak, names_thing
from selon.analyse.grammar.verbs import group_start, passive
from selon.analyse.lexicon import Form
from selon.analyse.nominal import noun_draft
from selon.analyse.passives import passive_draft
from selon.model.statement import Stance

_OF_THINGS = (": object", ": clause", ": naming", ": finding")


def verb_drafts(clause: Clause, beliefs: bool) -> Iterator[Draft]:
    """Yield the drafts that verbs and nouns of the clause give, from left to right."""
    yield from _nearest(list(_verb_drafts(clause, beliefs)))


def _nearest(drafts: list[Draft]) -> Iterator[Draft]:
    """Of several cues that lead to one quotation keep the nearest ("a poursuivi en précisant : …")."""
    for number, draft in enumerate(drafts):
        later = (d for d in drafts[number + 1 :] if d.content == draft.content and d.rule.endswith(": quote"))
        if not (draft.rule.endswith(": quote") and any(later)):
            yield draft


def _verb_drafts(clause: Clause, beliefs: bool) -> Iterator[Draft]:
    last = told = 0
    before: Draft | None = None
    for at in range(len(clause.words)):
        for form in cue_entries(clause, at, beliefs) if at >= told else ():
            found = _unsaid(clause, _draft(clause, at, form, last, before))
            if found is None or not _may_be(clause, form, found[0]):
                continue
            before, end = found
            yield before
            last, told = max(last, end), cue_end(clause, at, form)
            break


def _may_be(clause: Clause, form: Form, draft: Draft) -> bool:
    """Tell whether the source may be one: no part of the cue ("rappelons-le"), and one that speaks."""
    apart = not any(c.holds(s) for s in draft.source for c in draft.cue)
    return apart and _may_speak(clause, draft) and _may_hold(clause, form, draft)


def _unsaid(clause: Clause, found: tuple[Draft, int] | None) -> tuple[Draft, int] | None:
    """Leave out a thing as the source, and with it the draft of a frame that things take as well ("la grève
    exige …", "l'arrestation démontre que …")."""
    inside = words_inside(clause, found[0].source[0]) if found and found[0].source else None
    if found is None or inside is None or not names_thing(clause, inside):
        return found
    draft, end = found
    things = draft.rule.endswith(_OF_THINGS) or "aside" in draft.rule  # ", a expliqué les causes" is no aside
    return None if things else (replace(draft, source=()), end)


def _may_speak(clause: Clause, draft: Draft) -> bool:
    """Tell whether the source may be one: no "cela", and no first person inside a quotation of its own."""
    if not draft.source:
        return True
    words = draft.source[0].of(clause.text).lower().replace("’", "'").strip()
    if words in clause.g["mute_subjects"]:
        return False
    return not (
        (clause.unit.level or clause.unit.block)
        and words in clause.g["first_person"]
        and draft.stance is not Stance.denies
    )


def _may_hold(clause: Clause, form: Form, draft: Draft) -> bool:
    """Tell whether the source may hold a belief about a thing: a name or one of the listed nouns."""
    if form.word.stance not in {Stance.believes, Stance.intends} or not draft.rule.endswith(": object"):
        return True
    inside = words_inside(clause, draft.source[0]) if draft.source else None
    return inside is not None and may_speak(clause, inside)


def _draft(clause: Clause, at: int, form: Form, last: int, before: Draft | None) -> tuple[Draft, int] | None:
    after = cue_end(clause, at, form)
    if form.shape == "noun":
        return noun_draft(clause, at, form)
    if form.shape == "adj":
        return adjective_draft(clause, at, form)
    if form.word.pronominal and not any(
        clause.low(i) in clause.g["reflexive"] for i in range(max(0, at - 4), at)
    ):
        return None
    if passive(clause, at, form.shape) and not _participle_of_have(clause, at):
        return passive_draft(clause, at, after, form)
    if found := aside(clause, at, after, form, last):
        return found
    return active_draft(clause, at, after, form, before)


def _participle_of_have(clause: Clause, at: int) -> bool:
    """Tell whether the participle shares the auxiliary of one before it ("a nié et dénoncé")."""
    word = clause.words[at]
    if word.dep != "conj" or clause.pos(word.head) not in VERBAL or clause.low(at - 1) in clause.g["be"]:
        return False
    group = [clause.low(i) for i in range(group_start(clause, word.head), word.head)]
    return any(w in clause.g["have"] for w in group) and not any(w in clause.g["be"] for w in group)
