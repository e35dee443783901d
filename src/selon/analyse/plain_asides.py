"""Asides of languages that leave the conjunction out: ", she said", ", said Ana Lowe", ", the report shows".

The parse names the subject on either side; an object or a clause on the right makes the verb no aside.
"""

from __future__ import annotations

from selon.analyse.edges import clause_end, opens_quote
from selon.analyse.grammar.clause import VERBAL, Clause
from selon.analyse.grammar.dates import dated
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.grammar.ranges import Range
from selon.analyse.grammar.subjects import subject
from selon.analyse.grammar.verbs import group_start
from selon.analyse.lexicon import Form

Found = tuple[int | None, Range | None, int | None]
NONE: Found = (None, None, None)
_REACH = 40
"""How many words an aside may hold after its verb ("told reporters after the meeting that …")."""
_ENDS = frozenset({",", ".", ";", "!", "?", "—", "–", "--"})


def plain_aside(clause: Clause, at: int, after: int, form: Form, breaks: frozenset[str]) -> Found:
    """Return `(begin, source, end)` of the aside whose verb is `at`; all None when it is none."""
    if _takes_more(clause, at, form):
        return NONE
    source = subject(clause, at)
    if source is not None and _broken(clause, source[0], breaks) and not _far(clause, source, at):
        end = _end(clause, at, after)
        return (source[0], source, end) if end is not None else NONE
    begin = group_start(clause, at)
    if not _broken(clause, begin, breaks):
        return NONE
    found = _inverted(clause, at, after)
    if found is None or (clause.pos(after) == "PRON" and not clause.quoted[begin - 1]):
        return NONE
    return begin, found, found[1]


def _inverted(clause: Clause, at: int, after: int) -> Range | None:
    """Return the subject after the verb, unless that phrase is the subject of what is said."""
    found = noun_phrase(clause, after)
    if found is None or clause.low(found[1]) in clause.g["auxiliaries"]:
        return None
    if clause.pos(found[1]) in VERBAL and clause.words[found[1]].tag != "VBG":
        return None
    return found


def _led(clause: Clause, at: int) -> bool:
    """Tell whether the verb has its subject on its left, outside what is quoted."""
    own = (i for i in clause.children[at] if clause.words[i].dep in clause.g["subject"] and i < at)
    return any(clause.quoted[i] in {0, clause.quoted[at]} for i in own)


def _takes_more(clause: Clause, at: int, form: Form) -> bool:
    """Tell whether the verb has a clause or an object of its own on its right."""
    for child in clause.children[at]:
        if child < at:
            continue
        dep = clause.words[child].dep
        beside = clause.words[child].tag == "VBG"  # "X said urging all to leave", "said X following it"
        if dep in clause.g["clausal"] and not beside and not _cut_off(clause, at, child):
            return True
        if dep in clause.g["objects"] and _led(clause, at) and not _told(clause, child, form):
            return True
    return False


def _cut_off(clause: Clause, at: int, child: int) -> bool:
    """A clause behind a comma right after the verb is the rest of what the aside cuts."""
    return any(clause.low(i) == "," for i in (at + 1, at + 2)) and child > at + 1


def _told(clause: Clause, child: int, form: Form) -> bool:
    """Tell whether an object is the person told, or a date that the parse took for one."""
    start = clause.subtree_start(child)
    return form.word.lemma in clause.g["addressed"] or dated(clause, start) or dated(clause, child)


def _broken(clause: Clause, at: int, breaks: frozenset[str]) -> bool:
    return at > 0 and clause.low(at - 1) in breaks


def _far(clause: Clause, source: Range, verb: int) -> bool:
    return any(clause.finite(i) for i in range(source[1], group_start(clause, verb)))


def _end(clause: Clause, at: int, after: int) -> int | None:
    """Return where the aside ends: at a mark, a quotation or the end; None when it holds a clause."""
    for place in range(after, min(len(clause.words), after + _REACH)):
        low = clause.low(place)
        if low == ":" or (low in clause.g["complementizer"] and clause.words[place].dep == "mark"):
            return None
        if low in _ENDS or opens_quote(clause, place) or clause.stops(place):
            return place
        if clause.finite(place) and clause.pos(place) == "VERB" and clause.words[place].dep == "ccomp":
            return None
    return len(clause.words)


def whole(clause: Clause, left: Range, verb: int) -> bool:
    """Tell whether what stands before the aside is a clause that needs nothing after it."""
    if clause.low(left[0]) in clause.g["subordinators"] and not any(
        clause.low(i) == "," for i in range(*left)
    ):
        return False
    return any(clause.finite(i) and not _hangs_right(clause, i, left) for i in range(*left))


def _hangs_right(clause: Clause, at: int, left: Range) -> bool:
    """Tell whether the clause of this verb is adverbial to one that comes after the aside."""
    seen = at
    while clause.words[seen].head != seen and left[0] <= seen < left[1]:
        if clause.words[seen].dep in clause.g["adverbial"] and clause.words[seen].head >= left[1]:
            return True
        seen = clause.words[seen].head
    return False


def goes_on(clause: Clause, comma: int, left: Range, verb: int) -> Range | None:
    """Return the rest that a coordinator joins to what stands before the aside ("A, she said, and B")."""
    joint = comma + 1
    if clause.low(joint) not in clause.g["coordinators"] or joint + 2 >= len(clause.words):
        return None
    if clause.words[joint].head == verb and not opens_quote(clause, joint + 1):
        return None
    return joint, clause_end(clause, joint, comma)
