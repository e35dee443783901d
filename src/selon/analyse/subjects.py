"""Who the subject of a verb is, and the noun phrase around a head word.

The parser's subject links are used where they point left; relatives, coordination and participles are
followed.
"""

from __future__ import annotations

from selon.analyse.coordinated import above_content
from selon.analyse.grammar.clause import NOMINAL, OPENING, VERBAL, Clause
from selon.analyse.grammar.dates import dated
from selon.analyse.grammar.names import capital, glued
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.grammar.ranges import Range
from selon.analyse.grammar.source_words import source_words
from selon.analyse.grammar.speakers import may_speak, names_thing
from selon.analyse.grammar.verbs import aside_participle, group_start

_NAMED = frozenset({"PROPN", "NOUN", "ADJ", "X", "NUM", "VERB", "PRON"})
"""What the parser takes the parts of a name for."""


_EDGES = frozenset({",", ":", ";", "–", "—", "-", "("})
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
    own = [i for i in own if clause.low(i) not in clause.g["clitic_subjects"] and _outside(clause, i, verb)]
    nearer = _beside(clause, verb, limit)
    if nearer and (not own or own[-1] < nearer[0]):
        return nearer  # "ils étaient 300, alors qu'un comptage indique …": the parse looked past it
    if own:
        return _resolved(clause, own[-1], verb, limit, seen)
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


def _outside(clause: Clause, noun: int, verb: int) -> bool:
    """A word inside a long quotation is no subject of a verb outside it."""
    number = clause.quoted[noun]
    return (
        not number or number == clause.quoted[verb] or clause.unit.quotes[number - 1] not in clause.unit.holes
    )


def _pronoun_before(clause: Clause, limit: int) -> int | None:
    at = limit - 1
    return at if clause.low(at) in clause.g["pronoun_subjects"] else None


def _resolved(clause: Clause, head: int, verb: int, limit: int, seen: frozenset[int]) -> Range | None:
    """Follow a relative pronoun to its antecedent, and one who is leant on to who leans on him."""
    if clause.low(head) not in clause.g["subject_relative"]:
        found = phrase_of(clause, head, limit)
        comma = _leant_on(clause, found[0])
        return found if comma is None else phrase_of(clause, comma - 1, comma)
    governor = _past_cited(clause, clause.words[verb].head, head)
    before = head - 1
    while before >= 0 and clause.pos(before) not in {"NOUN", "PROPN", "PRON"}:
        before -= 1
    near = phrase_of(clause, before, head) if before >= 0 else None
    if clause.pos(governor) in {"NOUN", "PROPN", "PRON", "ADJ"} and governor < head:
        found = phrase_of(clause, governor, head)
        # "le scénario du batelier qui affirme …": the boatman, not the scenario
        found = near if near and before > governor and names_thing(clause, found) else found
        found = _studied(clause, head, found) or found
        return None if _disagrees(clause, verb, found) else _described(clause, found) or found
    return None if near and _disagrees(clause, verb, near) else near


def _studied(clause: Clause, relative: int, found: Range) -> Range | None:
    """Return the study whose finding a relative behind its people tells ("a study of women that found …")."""
    of = found[0] - 1
    while clause.pos(of) == "ADV":
        of -= 1
    behind = clause.low(relative) in clause.g["of_things"] and clause.low(of) in clause.g["of"]
    studied = behind and clause.low(of - 1) in source_words(clause, "documents")
    return phrase_of(clause, of - 1, relative) if studied else None


def _disagrees(clause: Clause, verb: int, found: Range) -> bool:
    """Tell whether a relative speaks of all before it, not of a plural ("they help us, which shows …")."""
    group = (clause.words[i] for i in range(group_start(clause, verb), verb + 1))
    return clause.words[found[1] - 1].tag in {"NNS", "NNPS"} and any(w.tag == "VBZ" for w in group)


def _described(clause: Clause, found: Range) -> Range | None:
    """Return whom a phrase behind "à" describes ("un homme au lourd passé qui …"), or None."""
    at = found[0] - 1
    nominal = clause.pos(at - 1) == "NOUN" and clause.pos(found[1] - 1) != "PRON"
    if clause.low(at) not in clause.g["to"] or not nominal or may_speak(clause, found):
        return None
    whole = phrase_of(clause, at - 1, at)
    return whole if may_speak(clause, whole) else None


def _leant_on(clause: Clause, start: int) -> int | None:
    """Return the comma before "citant X" where the phrase at `start` is that X: the subject stands before."""
    for at in range(start - 1, max(1, start - 4), -1):
        if clause.low(at - 1) == "," and clause.phrase_at(at, source_words(clause, "citing")) == start:
            return at - 1 if clause.pos(at - 2) in {"NOUN", "PROPN"} else None
    return None


def _past_cited(clause: Clause, governor: int, relative: int) -> int:
    """A relative after "X, cité par Y," belongs to X."""
    cited = source_words(clause, "cited")
    for at in range(relative - 1, max(0, relative - 9), -1):
        if clause.low(at) in cited and clause.low(at + 1) in clause.g["agent"] and at >= 2:
            return at - 2 if clause.low(at - 1) == "," else at - 1
    return governor


def phrase_of(clause: Clause, head: int, limit: int) -> Range:
    """Return the noun phrase around its head word, closed before `limit`."""
    head = _whole(clause, head)
    start, low = head, clause.subtree_start(head)
    while start > low and (clause.low(start - 1) not in _EDGES or _closed_later(clause, start, head)):
        if (clause.pos(start - 1) in VERBAL and clause.finite(start - 1)) or not _outside(
            clause, start - 1, head
        ):
            break
        start -= 1
    while start < head and (
        (clause.pos(start) in {"ADP", "CCONJ", "SCONJ", "ADV", "PUNCT"} and clause.low(start) not in OPENING)
        or (clause.low(start) in clause.g["relative"] and clause.pos(start) == "PRON")
    ):
        start += 1
    start = _wider(clause, start)
    found = noun_phrase(clause, start, limit)
    end = max(found[1] if found else head + 1, head + 1)
    if clause.low(end) in clause.g["genitive"] and end + 1 == limit and limit > head + 1:
        end += 1  # a name with a genitive of its own ("Barlow's said …")
    end = min(max(end, start + 1), max(limit, head + 1))
    last_name = clause.low(end - 1) in source_words(clause, "first_names") and end < len(clause.words)
    if last_name and capital(clause, end - 1) and capital(clause, end) and clause.pos(end) in _NAMED:
        end += 1  # a last name that the parser took for a verb
    return start, end


def _closed_later(clause: Clause, start: int, head: int) -> bool:
    """Tell whether a bracket before `start` closes before the head ("a Harbour Union (HU) leader")."""
    return clause.low(start - 1) == "(" and any(clause.low(i) == ")" for i in range(start, head))


def _whole(clause: Clause, head: int) -> int:
    """Return the head of the phrase when the parse gives the hyphen or the last half of a compound
    ("état-major")."""
    if head and glued(clause, head):
        return head - 1
    if head < 2 or clause.pos(head - 1) != "SYM" or clause.low(head - 1) != clause.g["repairs"].get("hyphen"):
        return head
    head -= 2
    while clause.words[head].dep == "nmod" and clause.words[head].head < head:
        head = clause.words[head].head
    return head


def _wider(clause: Clause, start: int) -> int:
    """Take the rest of a name, its title and its article along, which the parse may have cut off."""
    functions = source_words(clause, "office") | source_words(clause, "organisation")
    functions |= source_words(clause, "titles") | source_words(clause, "media")
    while start > 0:
        before = start - 1
        if clause.pos(start) not in {"NOUN", "PROPN", "ADJ", "NUM"} or clause.pos(before) in {"PUNCT", "ADP"}:
            if not (clause.low(before) in clause.g["possessive"] and clause.low(before - 1) in functions):
                break
            start = before - 1
        elif clause.pos(before) == "NUM" and clause.pos(start) == "NUM":
            start = before  # "27 000"
        elif clause.pos(before) == "DET" and clause.low(before) not in clause.g["contracted"]:
            inside = capital(clause, before) and before > 0 and capital(clause, before - 1)
            governed = (
                clause.low(before - 1) in clause.g["possessive"] and clause.low(before - 2) in functions
            )
            if not (inside or governed):
                return before
            start = before if inside else before - 2
        elif capital(clause, start) and _linked(clause, before):
            start = before - 1
        elif (
            capital(clause, start) and capital(clause, before) and clause.pos(before) in _NAMED
        ) or clause.low(before) in functions:
            start = before
        else:
            break
    return _named_before(clause, start)


def _linked(clause: Clause, at: int) -> bool:
    """Tell whether a small word in lower case joins two halves of a name ("Keep the Shore")."""
    return at > 0 and clause.low(at) in source_words(clause, "inside_names") and capital(clause, at - 1)


def _named_before(clause: Clause, start: int) -> int:
    """ "Ana Sol, porte-parole de …": an apposed function belongs to the name before it."""
    one = _one_of(clause, start)
    if clause.low(one - 1) != "," or one < 3:
        return one
    article = clause.pos(start) == "DET" and not clause.g["bare_clause"]
    office = clause.low(start + article) in source_words(clause, "office")
    if one == start and not (office and clause.pos(start + article) in {"NOUN", "PROPN"}):
        return start
    start = one
    at = start - 1
    while at > 0 and (capital(clause, at - 1) or clause.low(at - 1) == "-") and clause.pos(at - 1) != "VERB":
        at -= 1
    named = not article or _opens_with_name(clause, at, start)
    return at if start - 1 - at >= 2 and named else start


def _opens_with_name(clause: Clause, at: int, start: int) -> bool:
    """Tell whether a sentence begins with a name and, between commas, the office at `start` of its bearer."""
    office = noun_phrase(clause, start, apposed=False)
    closed = office is not None and clause.low(office[1]) == ","
    nominal = all(clause.pos(i) in {"PROPN", "NOUN", "X"} for i in range(at, start - 1))
    return closed and nominal and at == clause.sentence_start(at)


def _one_of(clause: Clause, start: int) -> int:
    """Return where "l'un des …" begins before the phrase, or its start."""
    partitive = clause.low(start - 1) in clause.g["possessive"] and clause.low(start - 2) in clause.g["a_an"]
    return max(0, start - 3) if partitive and clause.low(start - 3) in clause.g["a_an"] else start


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
