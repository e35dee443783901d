"""Noun phrases: where they begin and end, and who the subject of a verb is.

The parser's labels are weak on names and inverted subjects, so the extent is found by own rules over the parts
of speech; its subject links are used where they point left.
"""

from __future__ import annotations

from selon.analyse.clause import NOMINAL, OPENING, VERBAL, Clause
from selon.languages.pack import table

Range = tuple[int, int]


def source_words(clause: Clause, concept: str) -> frozenset[str]:
    """Return one word list of the pack's sources table."""
    return frozenset(table(clause.lang, "sources").get(concept, ()))


def noun_phrase(clause: Clause, start: int, limit: int | None = None, apposed: bool = True) -> Range | None:
    """Return the noun phrase that begins at `start`, with what is apposed to it, or None."""
    limit = len(clause.words) if limit is None else limit
    if start >= limit:
        return None
    if clause.low(start) in source_words(clause, "pronouns") and clause.pos(start) in {
        "PRON",
        "DET",
        "NOUN",
        "PROPN",
    }:
        return start, start + 1
    end = _plain(clause, start, limit)
    if end <= start or not any(
        clause.pos(i) in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "X"} for i in range(start, end)
    ):
        return None
    while apposed and (more := _apposition(clause, end, limit)):
        end = more
    return start, end


def _plain(clause: Clause, start: int, limit: int) -> int:
    at = start
    while at < limit:
        step = _step(clause, start, at, limit)
        if step <= at:
            return at
        at = step
    return at


def _step(clause: Clause, start: int, at: int, limit: int) -> int:
    """Return the index after the next piece of the phrase, or `at` when the phrase ends."""
    word = clause.words[at]
    if word.low in OPENING and clause.quoted[at]:
        return _over_quote(clause, start, at, limit)
    if word.low == "(":
        close = next((i for i in range(at + 1, min(limit, at + 9)) if clause.low(i) == ")"), None)
        return close + 1 if close and at > start else at
    if _dated(clause, at) and clause.low(at - 1) not in clause.g["linking"]:
        return at
    if word.low in clause.g["linking"] and at > start:
        return at + 1 if _goes_on(clause, at, limit) else at
    if (
        word.pos == "DET"
        and at > start
        and clause.low(at - 1) not in clause.g["linking"] | {"tous", "toutes", "all"}
    ):
        return at
    if at > start and _capital(clause, at) and _capital(clause, at - 1) and word.pos != "PUNCT":
        return at + 1
    if word.pos in NOMINAL and word.low not in {"-", "–", "—", "--"}:
        return at + 1
    if word.pos == "PRON" and at == start:
        return at + 1
    if word.pos == "ADV" and clause.pos(at + 1) in {"ADJ", "NUM"}:
        return at + 1
    if word.pos == "PART" or (
        word.low in {"-", "/", "&", "'s", "’s"} and clause.pos(at + 1) in NOMINAL and at > start
    ):
        return at + 1
    return at


def _capital(clause: Clause, at: int) -> bool:
    return clause.text[clause.words[at].start].isupper()


def _over_quote(clause: Clause, start: int, at: int, limit: int) -> int:
    """Step over a short quotation inside a noun phrase (les « élus »); a long one ends it."""
    number = clause.quoted[at]
    quote = clause.unit.quotes[number - 1]
    if quote in clause.unit.holes or (
        at > start and clause.pos(at - 1) not in {"DET", "ADJ", "NOUN", "NUM", "ADP"}
    ):
        return at
    end = at
    while end < limit and clause.quoted[end] == number:
        end += 1
    return end


def _goes_on(clause: Clause, at: int, limit: int) -> bool:
    """Tell whether a linking word is followed by more of the phrase, not by a verb or a date."""
    after = at + 1
    if after >= limit or _dated(clause, after):
        return False
    if clause.low(at) in clause.g["coordinators"]:
        if clause.low(after) in clause.g["linking"]:
            after += 1
        return clause.pos(after) in {"DET", "PROPN", "NOUN", "NUM"} and not _verb_follows(
            clause, after, limit
        )
    return (
        clause.pos(after) in NOMINAL
        or clause.low(after) in clause.g["linking"]
        or clause.low(after) in OPENING
    )


def _verb_follows(clause: Clause, at: int, limit: int) -> bool:
    end = at
    while end < limit and (clause.pos(end) in NOMINAL or clause.low(end) in clause.g["linking"]):
        end += 1
    return end < limit and clause.pos(end) in VERBAL and clause.finite(end)


def _dated(clause: Clause, at: int) -> bool:
    days = source_words(clause, "days")
    if (
        clause.low(at) in days
        and clause.pos(at) in {"NOUN", "PROPN", "ADV", "NUM", "DET", "ADJ"}
        and clause.pos(at) != "DET"
    ):
        return True
    ahead = [clause.low(at + i) for i in (1, 2)]
    return clause.pos(at) in {"DET", "NUM"} and (
        ahead[0] in days or (ahead[0].isdigit() and ahead[1] in days)
    )


def dated(clause: Clause, at: int) -> bool:
    """Tell whether a date or hour begins here ("mardi", "le 3 mai", "ce matin")."""
    return _dated(clause, at)


def _apposition(clause: Clause, end: int, limit: int) -> int | None:
    """Return the end of what is apposed after a comma at `end`, when it is one and closes at a boundary."""
    if clause.low(end) != "," or end + 1 >= limit or clause.quoted[end]:
        return None
    start = end + 1
    if clause.pos(start) not in {"NOUN", "PROPN", "DET", "NUM", "ADJ"} or dated(clause, start):
        return None
    if clause.low(start) in source_words(clause, "no_apposition") | source_words(clause, "cited"):
        return None
    stop = _plain(clause, start, limit)
    if stop <= start or (clause.pos(start) == "DET" and not _titled(clause, start, stop)):
        return None
    boundary = stop >= len(clause.words) or clause.low(stop) in {
        ",",
        ".",
        ":",
        ")",
        "»",
        "”",
        '"',
        ";",
        "–",
        "—",
        "!",
        "?",
        "(",
    }
    boundary = (
        boundary
        or clause.low(stop) in clause.g["closing_prepositions"]
        or stop == limit
        or (clause.low(stop) in clause.g["relative"])
        or clause.low(stop) in clause.g["coordinators"]
        or dated(clause, stop)
    )
    return stop if boundary else None


def _titled(clause: Clause, start: int, stop: int) -> bool:
    """Tell whether a phrase with an article names a function or a person: then it may be apposed."""
    heads = (
        source_words(clause, "office")
        | source_words(clause, "anonymous")
        | source_words(clause, "organisation")
    )
    return (
        any(clause.low(i) in heads for i in range(start, min(stop, start + 4)))
        or clause.pos(start + 1) == "PROPN"
    )


def subject(clause: Clause, verb: int, seen: frozenset[int] = frozenset()) -> Range | None:
    """Return the subject of a verb that stands before it, through relatives, coordination and participles."""
    if verb in seen:
        return None
    word, limit = clause.words[verb], clause.group_start(verb)
    own = [i for i in clause.children[verb] if clause.words[i].dep in clause.g["subject"] and i < limit]
    own = [i for i in own if clause.low(i) not in clause.g["clitic_subjects"] and _outside(clause, i, verb)]
    if own:
        return _resolved(clause, own[-1], verb, limit, seen)
    near = _pronoun_before(clause, limit)
    if near is not None:
        return near, near + 1
    if word.head == verb:
        return _leading(clause, limit) if clause.finite(verb) or limit < verb else None
    if (
        clause.pos(word.head) in {"NOUN", "PROPN", "PRON"}
        and word.head < verb
        and word.dep.startswith(("acl", "relcl"))
    ):
        return phrase_of(clause, word.head, limit)
    found = subject(clause, word.head, seen | {verb}) if clause.pos(word.head) in VERBAL else None
    return found or (_leading(clause, limit) if clause.finite(verb) or limit < verb else None)


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
    """Follow a relative pronoun to its antecedent."""
    if clause.low(head) not in clause.g["subject_relative"]:
        return phrase_of(clause, head, limit)
    governor = _past_cited(clause, clause.words[verb].head, head)
    if clause.pos(governor) in {"NOUN", "PROPN", "PRON", "ADJ"} and governor < head:
        return phrase_of(clause, governor, head)
    before = head - 1
    while before >= 0 and clause.pos(before) not in {"NOUN", "PROPN", "PRON"}:
        before -= 1
    return phrase_of(clause, before, head) if before >= 0 else None


def _past_cited(clause: Clause, governor: int, relative: int) -> int:
    """A relative after "X, cité par Y," belongs to X."""
    cited = source_words(clause, "cited")
    for at in range(relative - 1, max(0, relative - 9), -1):
        if clause.low(at) in cited and clause.low(at + 1) in clause.g["agent"] and at >= 2:
            return at - 2 if clause.low(at - 1) == "," else at - 1
    return governor


def phrase_of(clause: Clause, head: int, limit: int) -> Range:
    """Return the noun phrase around its head word, closed before `limit`."""
    start, low = head, clause.subtree_start(head)
    while start > low and clause.low(start - 1) not in {",", ":", ";", "–", "—", "-", "("}:
        if clause.pos(start - 1) in VERBAL and clause.finite(start - 1):
            break
        if not _outside(clause, start - 1, head):
            break
        start -= 1
    while start < head and (
        clause.pos(start) in {"ADP", "CCONJ", "SCONJ", "ADV", "PUNCT"} and clause.low(start) not in OPENING
    ):
        start += 1
    while (
        start > 0
        and clause.pos(start) in {"NOUN", "PROPN"}
        and clause.pos(start - 1) in {"PROPN", "NOUN", "DET"}
        and (clause.pos(start - 1) != "NOUN" or clause.words[start - 1].low in source_words(clause, "titles"))
    ):
        start -= 1
    found = noun_phrase(clause, start, limit)
    end = max(found[1] if found else head + 1, head + 1)
    return start, min(max(end, start + 1), max(limit, head + 1))


def _leading(clause: Clause, limit: int) -> Range | None:
    """Return the first noun phrase of the clause before `limit` that no preposition introduces."""
    start = limit
    while (
        start > 0 and not clause.stops(start - 1) and clause.low(start - 1) not in {":", "que", "qu'", "that"}
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
