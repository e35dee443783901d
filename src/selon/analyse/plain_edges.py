"""Where the teller steps back in after a clause: ", though she …", ", but he denied …", ", meaning …"."""

from __future__ import annotations

from selon.analyse.grammar.clause import VERBAL, Clause
from selon.analyse.grammar.dates import dated
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.lexicon import Form
from selon.model.statement import Stance

_REACH = 6
"""A second report begins within this many words after its coordinator."""


def steps_back(clause: Clause, comma: int, verb: int) -> bool:
    """Tell whether what follows the comma is the teller's own: a contrast, a participle, a second report."""
    after = comma + 1
    if clause.low(after) in clause.g["contrasts"]:
        return True
    if clause.low(after) in clause.g["coordinators"]:
        return _reports_again(clause, after + 1)
    if _aside(clause, after):
        return True
    return _participle(clause, after, comma, verb)


def _aside(clause: Clause, at: int) -> bool:
    """Tell whether a speaker and a reporting verb close the sentence ("…, a spokesman announced Monday.")."""
    source = noun_phrase(clause, at, apposed=False)
    place = source[1] if source else at
    while clause.low(place) in clause.g["helpers"] or clause.pos(place) == "ADV":
        place += 1
    if source is None or not any(_told(f) for f in clause.forms.get(clause.low(place), ())):
        return False
    end = place + 1
    while end < len(clause.words) and (
        dated(clause, end) or dated(clause, end - 1) or clause.low(end) == "on"
    ):
        end += 1
    return clause.pos(place) in VERBAL and (end >= len(clause.words) or clause.stops(end))


def _told(form: Form) -> bool:
    return form.shape in {"fin", "pp"} and "aside" in form.word.frames


def _reports_again(clause: Clause, at: int) -> bool:
    """Tell whether a pronoun and a reporting verb follow ("…, but she denied that …")."""
    if clause.low(at) not in clause.g["pronoun_subjects"] - clause.g["first_person"]:
        return False
    for place in range(at + 1, min(len(clause.words), at + _REACH)):
        if clause.pos(place) in VERBAL and clause.low(place) not in clause.g["helpers"]:
            spoken = clause.cue_form(place, "fin") or clause.cue_form(place, "pp")
            return spoken is not None and spoken.word.stance not in {Stance.believes, Stance.intends}
    return False


def _participle(clause: Clause, at: int, comma: int, verb: int) -> bool:
    """Tell whether a participle that hangs on the reporting verb, or on none before it, follows."""
    while clause.pos(at) == "ADV":
        at += 1
    if at >= len(clause.words) or clause.words[at].tag != "VBG":
        return False
    return clause.words[at].head <= verb and clause.low(at) not in clause.g["no_participle"]
