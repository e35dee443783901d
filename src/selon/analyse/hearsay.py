"""The conditional of hearsay: "aurait été tué" in an assertion that names nobody."""

from __future__ import annotations

from collections.abc import Iterator

from selon.analyse.drafts import Draft
from selon.analyse.edges import clause_end
from selon.analyse.grammar.clause import VERBAL, Clause
from selon.model.span import Span
from selon.model.statement import Stance


def hearsay_verbs(clause: Clause) -> list[int]:
    """Return the conditionals that report ("aurait" or "serait" with a participle, no condition near)."""
    if any(clause.low(i) in clause.g["condition"] for i in range(len(clause.words))):
        return []
    return [
        i for i in range(len(clause.words)) if clause.low(i) in clause.g["hearsay"] and _participle(clause, i)
    ]


def _participle(clause: Clause, at: int) -> bool:
    for place in range(at + 1, min(len(clause.words), at + 6)):
        word = clause.words[place]
        if word.low in clause.g["no_hearsay"]:
            return False
        if "VerbForm=Part" in word.morph and word.pos in VERBAL and word.low not in clause.g["be"]:
            return True
        if word.pos not in {"ADV", "AUX", "PRON"}:
            return False
    return False


def hearsay_drafts(clause: Clause, told: tuple[Span, ...]) -> Iterator[Draft]:
    """Yield one draft for every sentence or relative clause with such a verb outside what is already told."""
    done = -1
    if clause.unit.level:
        return
    for verb in hearsay_verbs(clause):
        if verb < done or clause.quoted[verb]:
            continue
        place = clause.exact(verb, verb + 1)
        if place is None or any(span.holds(place) for span in told):
            continue
        start, end = _extent(clause, verb)
        span = clause.span(start, end)
        done = end
        if span and "?" not in clause.text[span.start : span.end + 2]:
            yield Draft(
                (span,), (), (), Stance.asserts, "hearsay conditional", clause.unit.part, hearsay=(place,)
            )


def _extent(clause: Clause, verb: int) -> tuple[int, int]:
    """Return the relative clause that the verb stands in, or its part of the sentence."""
    start = clause.sentence_start(verb)
    for at in range(verb - 1, start - 1, -1):
        if clause.low(at) in clause.g["relative"] - clause.g["complementizer"]:
            if not any(clause.low(i) in clause.g["be_participle"] for i in range(verb, verb + 4)):
                return verb, verb
            stop = next((i for i in range(verb, len(clause.words)) if clause.low(i) == ","), None)
            return at, stop if stop is not None else clause_end(clause, verb, verb)
        if clause.low(at) in clause.g["hearsay"]:
            start = _border(clause, at, verb)
            break
        if clause.finite(at):
            break
    colon = next((i for i in range(verb, start, -1) if clause.low(i) == ":" and not clause.quoted[i]), None)
    start = start if colon is None else colon + 1
    end = clause_end(clause, verb, verb)
    following = next((i for i in range(verb + 1, end) if clause.low(i) in clause.g["hearsay"]), None)
    return start, end if following is None else _border(clause, verb, following)


def _border(clause: Clause, first: int, second: int) -> int:
    """Return where the clause of the second conditional begins: after the last comma or conjunction."""
    breaks = clause.g["coordinators"] | clause.g["subordinators"] | {","}
    return next((at for at in range(second - 1, first, -1) if clause.low(at) in breaks), second)
