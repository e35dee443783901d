"""A second report behind the content of the first: "X says that the dyke gave way and adds that …".

The parser often ties the second verb to the verb of the content, whose subject then would speak.
"""

from __future__ import annotations

from selon.analyse.grammar.clause import VERBAL, Clause
from selon.analyse.grammar.ranges import Range
from selon.analyse.grammar.speakers import may_speak
from selon.analyse.grammar.verbs import group_start

_GONE = frozenset({"Tense=Past", "Tense=Imp"})
_STEPS = 4
"""Words between the second verb and the verb of the content that the parse may put in its way."""


def above_content(clause: Clause, verb: int, inner: Range | None) -> int | None:
    """Return the first verb of report, where the second goes on with it, or None.

    `inner` is the subject that the parse gives. The second goes with the first when this cannot speak, when
    its verb tells of a further saying, or when it has the tense of the first and not of the content.
    """
    limit = group_start(clause, verb)
    said = _content_verb(clause, verb)
    if said is None or clause.low(limit - 1) not in clause.g["coordinators"]:
        return None
    main = clause.words[said].head
    if not (main < said and clause.pos(main) in VERBAL and clause.low(main) in clause.forms):
        return None
    mute = inner is None or not may_speak(clause, inner)
    return main if mute or _goes_on(clause, verb) or _as_the_first(clause, main, said, verb) else None


def _as_the_first(clause: Clause, main: int, said: int, verb: int) -> bool:
    """Tell whether a verb has the tense of the first verb of report, and the verb of the content another."""
    tenses = [_tense(clause, at) for at in (main, said, verb)]
    past = ["past" in tense for tense in tenses]
    return any(one[0] == one[2] != one[1] for one in (tenses, past))


def _content_verb(clause: Clause, verb: int) -> int | None:
    """Return the verb of the that-clause that the parse puts a verb into by coordination, or None."""
    if clause.words[verb].dep != "conj":
        return None
    at = clause.words[verb].head
    for _ in range(_STEPS):
        if clause.words[at].dep == "ccomp":
            return at
        at = clause.words[at].head
    return None


def _goes_on(clause: Clause, verb: int) -> bool:
    return any(form.word.lemma in clause.g["further"] for form in clause.forms.get(clause.low(verb), ()))


def _tense(clause: Clause, verb: int) -> frozenset[str]:
    """Return the tense of the finite word of a verb group, whether it has an auxiliary, and whether all of it
    tells of the past."""
    group = range(group_start(clause, verb), verb + 1)
    told = [clause.words[i] for i in group if clause.finite(i)]
    found = {part for w in told for part in w.morph.split("|") if part.startswith("Tense=")}
    helped = any(clause.low(i) in clause.g["have"] for i in group)
    gone = helped or bool(found & _GONE) or any(w.low in clause.g["past_modals"] for w in told)
    return frozenset([*found, *["helped"] * helped, *["past"] * gone])
