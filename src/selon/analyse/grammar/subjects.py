"""Who the subject of a verb is.

The parser's subject links are used where they point left; coordination, gerunds, participles and asides are
followed to the verb whose subject they share.
"""

from __future__ import annotations

from selon.analyse.grammar.clause import NOMINAL, VERBAL, Clause
from selon.analyse.grammar.coordinated import above_content
from selon.analyse.grammar.dates import dated
from selon.analyse.grammar.heads import phrase_of, same_level
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.grammar.ranges import Range
from selon.analyse.grammar.relatives import stood_for
from selon.analyse.grammar.source_words import source_words
from selon.analyse.grammar.verbs import aside_participle, group_start

_DASHES = frozenset({"--", "—", "–", "―"})


def subject(clause: Clause, verb: int, seen: frozenset[int] = frozenset()) -> Range | None:
    """Return the subject of a verb that stands before it, through relatives, coordination and participles; of
    "Quant à X, elle dit" X."""
    found = _subject(clause, verb, seen)
    return (_as_for(clause, found[0]) if found and found[1] - found[0] == 1 else None) or found


def _as_for(clause: Clause, pronoun: int) -> Range | None:
    """Return the phrase that a sentence opens with, "as for" before it and a pronoun behind its comma."""
    if clause.low(pronoun) not in clause.g["pronoun_subjects"] or clause.low(pronoun - 1) != ",":
        return None
    after = clause.phrase_at(clause.sentence_start(pronoun), clause.g["as_for"])
    found = noun_phrase(clause, after, pronoun - 1) if after is not None else None
    return found if found and found[1] == pronoun - 1 else None


def _subject(clause: Clause, verb: int, seen: frozenset[int]) -> Range | None:
    if verb in seen:
        return None
    word, limit = clause.words[verb], group_start(clause, verb)
    if word.pos not in VERBAL and clause.pos(verb - 1) in {"NOUN", "PROPN"}:
        return phrase_of(clause, verb - 1, verb)
    own = [i for i in clause.children[verb] if clause.words[i].dep in clause.g["subject"] and i < limit]
    own = [i for i in own if clause.low(i) not in clause.g["clitic_subjects"] and same_level(clause, i, verb)]
    nearer = _beside(clause, verb, limit)
    if nearer and (not own or own[-1] < nearer[0]):
        return nearer  # "ils étaient 300, alors qu'un comptage indique …": the parse looked past it
    if own:
        return stood_for(clause, own[-1], verb, limit)
    near = _pronoun_before(clause, limit)
    if near is not None:
        return near, near + 1
    if word.head == verb:
        return _leading(clause, limit) if clause.finite(verb) or limit < verb else None
    beside = limit == verb and not clause.g["bare_clause"] and _after_noun(clause, verb)
    if beside and "Tense=Pres|VerbForm=Part" in word.morph:
        return _beside_participle(clause, verb)
    if limit < word.head < verb and clause.pos(limit) in VERBAL:
        return subject(clause, limit, seen | {verb})  # an adverbial inside the group ("a de son côté dit")
    nominal = clause.pos(word.head) in {"NOUN", "PROPN", "PRON"} and word.head < verb
    if (main := _of_gerund(clause, verb, limit)) is not None or (main := _of_aside(clause, verb)) is not None:
        return subject(clause, main, seen | {verb})
    if aside_participle(clause, verb) and clause.pos(verb - 2) in {"NOUN", "PROPN"}:
        return phrase_of(clause, verb - 2, verb - 1)  # "Le maire, estimant …, a quitté la salle"
    if nominal and word.dep.startswith(("acl", "relcl")):
        above = _above_place(clause, word.head) if word.tag == "VBG" else None
        return phrase_of(clause, word.head, limit) if above is None else subject(clause, above, seen | {verb})
    if word.dep != "conj" and (near_by := _beside(clause, verb, limit)):
        return near_by
    if clause.g["bare_clause"] and (before := _before(clause, verb, limit)):
        return before
    up = _governor(clause, word.head)
    joined = (clause.low(i) in clause.g["copulas"] and i < up for i in clause.children[up])
    ready = (clause.pos(up) == "ADJ" or share(clause, up)) and any(joined)  # "ils étaient nombreux à dire"
    found = subject(clause, up, seen | {verb}) if clause.pos(up) in VERBAL or ready else None
    if (main := above_content(clause, verb, found)) is not None:
        return subject(clause, main, seen | {verb})
    return found or (_leading(clause, limit) if clause.finite(verb) or limit < verb else None)


def share(clause: Clause, at: int) -> bool:
    """Tell whether a number or a share ends here ("ils sont 60 % à dire")."""
    return clause.pos(at) == "NUM" or clause.low(at) in source_words(clause, "shares")


def _above_place(clause: Clause, noun: int) -> int | None:
    """Return the verb whose subject speaks in a participle behind a place ("sued in Ort alleging …")."""
    over = clause.words[noun].head
    up = _governor(clause, over)
    placed = over < noun and clause.low(over) in clause.g["places"] and clause.pos(over) == "ADP"
    return up if placed and clause.pos(up) in VERBAL and up < noun else None


def _after_noun(clause: Clause, verb: int) -> bool:
    return clause.pos(verb - 1) in {"NOUN", "PROPN"}


def _beside_participle(clause: Clause, verb: int) -> Range:
    """Return the noun phrase that a present participle follows at once ("des riverains estimant …")."""
    head = clause.words[verb].head
    whole = phrase_of(clause, head, verb) if clause.pos(head) in {"NOUN", "PROPN"} and head < verb else None
    found = whole if whole and whole[1] == verb else phrase_of(clause, verb - 1, verb)
    return _shown_there(clause, found) or found


def _shown_there(clause: Clause, place: Range) -> Range | None:
    """Return what stands on a page or a network, or is about a thing, where the parse took these for the
    speaker ("une vidéo sur Quaiti expliquant …"), else None."""
    at = place[0] - 1
    if at < 1 or clause.low(at) not in source_words(clause, "on_or_about"):
        return None
    if clause.pos(at - 1) in {"NOUN", "PROPN"}:
        shown = phrase_of(clause, at - 1, at)
        if clause.pos(shown[0] - 1) != "ADP":
            return shown
    verb = next((i for i in range(at, clause.sentence_start(at) - 1, -1) if clause.finite(i)), None)
    main = clause.words[verb].head if verb is not None and clause.pos(verb) == "AUX" else verb
    return subject(clause, main) if main is not None and main < at else None


def _governor(clause: Clause, at: int) -> int:
    """Return the verb over a preposition ("began by telling them …")."""
    while clause.pos(at) == "ADP" and clause.words[at].head != at and clause.words[at].head < at:
        at = clause.words[at].head
    return at


def _before(clause: Clause, verb: int, limit: int) -> Range | None:
    """Return the noun phrase right before a finite verb, where the parse has hung it elsewhere."""
    if not clause.finite(verb) or clause.pos(limit - 1) not in {"NOUN", "PROPN"} or clause.quoted[limit - 1]:
        return None
    start = limit - 1
    while start > 0 and clause.pos(start - 1) in NOMINAL | {"CCONJ"}:
        start -= 1
    while start < limit and clause.pos(start) == "CCONJ":
        start += 1
    opens = (
        start == 0 or clause.low(start - 1) in {",", ":", ";"} or clause.pos(start - 1) in {"SCONJ", "CCONJ"}
    )
    return noun_phrase(clause, start, limit) if opens and start < limit else None


def _of_gerund(clause: Clause, verb: int, limit: int) -> int | None:
    """Return the verb that a gerund belongs to ("a trompé les clients en affirmant …"), or None."""
    group = {clause.low(i) for i in range(max(0, limit - 1), verb)}
    if not clause.g["gerund_prefix"] & group or "Tense=Pres" not in clause.words[verb].morph:
        return None
    main = clause.words[verb].head
    while clause.words[main].head != main and not (clause.pos(main) in VERBAL and _has_subject(clause, main)):
        main = clause.words[main].head
    return main if main < limit and clause.pos(main) in VERBAL else None


def _of_aside(clause: Clause, verb: int) -> int | None:
    """Return the verb whose subject a participle behind a comma has ("…, estimant que …"), or None.

    "Un homme qui, criant …, a tiré": what the relative stands for speaks.
    """
    if not aside_participle(clause, verb):
        return None
    if clause.low(verb - 2) in clause.g["subject_relative"]:
        return clause.words[verb - 2].head if clause.words[verb - 2].head > verb else None
    behind = range(verb - 2, clause.sentence_start(verb) - 1, -1)
    main = (i for i in behind if clause.words[i].dep not in clause.g["relative_clause"])
    return next((i for i in main if clause.pos(i) == "VERB" and _finite_group(clause, i)), None)


def _finite_group(clause: Clause, verb: int) -> bool:
    return any(clause.finite(i) for i in range(group_start(clause, verb), verb + 1))


def _has_subject(clause: Clause, verb: int) -> bool:
    return any(clause.words[i].dep in clause.g["subject"] for i in clause.children[verb])


def _beside(clause: Clause, verb: int, limit: int) -> Range | None:
    """Return the noun phrase between a conjunction and a verb group that the parse left without one."""
    finite = any(clause.finite(i) for i in range(limit, verb + 1))
    found = _leading(clause, limit) if finite else None
    opened = found and clause.low(found[0] - 1) in clause.g["complementizer"]
    return found if found and opened and found[1] == limit else None


def _pronoun_before(clause: Clause, limit: int) -> int | None:
    at = limit - 1
    return at if clause.low(at) in clause.g["pronoun_subjects"] else None


def _leading(clause: Clause, limit: int) -> Range | None:
    """Return the first noun phrase of the clause before `limit` that no preposition introduces."""
    start = limit
    while (
        start > 0
        and not clause.stops(start - 1)
        and clause.low(start - 1) not in clause.g["complementizer"] | {":"}
        and not (clause.g["bare_clause"] and clause.low(start - 1) in _DASHES)
    ):
        start -= 1
    at = start
    while at < limit:
        if clause.pos(at) == "ADP":
            found = noun_phrase(clause, at + 1, limit, apposed=False)
            at = found[1] if found else at + 1
            continue
        if clause.pos(at) in {"DET", "NOUN", "PROPN", "NUM", "ADJ"} and not dated(clause, at):
            return noun_phrase(clause, at, limit)
        if clause.pos(at) in VERBAL and clause.finite(at):
            return None
        at += 1
    return None
