"""Asides: the reporting clause stands after or inside what it reports (", a déclaré X", ", she said")."""

from __future__ import annotations

from selon.analyse.drafts import Draft
from selon.analyse.edges import clause_end, opens_quote, skip
from selon.analyse.grammar.clause import VERBAL, Clause
from selon.analyse.grammar.dates import dated
from selon.analyse.grammar.names import capital, particle
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.grammar.ranges import Range
from selon.analyse.grammar.source_words import source_words
from selon.analyse.grammar.speakers import may_speak
from selon.analyse.grammar.subjects import subject
from selon.analyse.grammar.verbs import group_start, mistaken_participle
from selon.analyse.learned import learned_from, told_to_medium
from selon.analyse.lexicon import Form
from selon.analyse.plain_asides import goes_on, plain_aside, whole
from selon.model.span import Span, Spans, tidy

BREAKS = frozenset({",", "»", "”", '"', "–", "—", "-", "--", "?", "!", "…", "...", "(", "’", "'", "''"})


_STARTS = frozenset({"DET", "PROPN", "NOUN", "NUM", "ADJ", "PRON"})
"""What a subject behind its verb begins with."""
_NAME = 4
"""Most words of a name that stands in marks."""
FEWEST_QUOTED = 4
"""After a quotation of at least this many words any verb before its speaker reports."""


def aside(clause: Clause, at: int, after: int, form: Form, last: int) -> tuple[Draft, int] | None:
    """Return the draft of an aside and the index after it, or None when the verb is none."""
    if form.shape not in {"fin", "pp"} or not ({"aside", "quoted_aside"} & form.word.frames):
        return None
    begin, source, end = (
        plain_aside(clause, at, after, form, BREAKS)
        if clause.g["bare_clause"]
        else _inverted(clause, at, after, form)
    )
    if begin is None or end is None:
        return None
    if "object" in form.word.frames and source and not may_speak(clause, source):
        return None
    left = left_of(clause, begin, last)
    spoken = clause.unit.level > 0 and not clause.g["bare_clause"]
    if left is None or not ("aside" in form.word.frames or spoken or _has_quote(clause, left)):
        return None
    right = _right(clause, end, left, at)
    if clause.g["bare_clause"] and not _says_something(clause, left, right):
        return None
    content = tidy(span for span in (clause.span(*left), clause.span(*right) if right else None) if span)
    cue = clause.exact(at, after)
    if not content or cue is None:
        return None
    spans: Spans = tuple(s for s in [clause.span(*source)] if s) if source else ()
    where = "aside inside" if right else "aside after"
    return Draft(
        content, spans, (cue,), form.word.stance, f"verb {form.word.lemma}: {where}", clause.unit.part
    ), end


def opens_aside(clause: Clause, at: int) -> bool:
    """Tell whether a verb stands between a quotation of some words and its inverted subject."""
    if clause.quoted[at] or not (clause.pos(at) == "VERB" or mistaken_participle(clause, at)):
        return False
    begin = group_start(clause, at)
    if not (clause.finite(at) or any(clause.low(i) in clause.g["auxiliaries"] for i in range(begin, at))):
        return False
    close = begin - 2 if clause.low(begin - 1) == "," else begin - 1
    number = clause.quoted[close] if close >= 0 else 0
    if not number or clause.unit.quotes[number - 1].words(clause.text) < FEWEST_QUOTED:
        return False
    if any(_clitic(clause, i) for i in range(begin, min(len(clause.words), at + 2))):
        return True
    source = inverted_subject(clause, at + 1)
    return source is not None and may_speak(clause, source) and not dated(clause, source[0])


def _inverted(clause: Clause, at: int, after: int, form: Form) -> tuple[int | None, Range | None, int | None]:
    """French order: break, verb, subject. Return `(begin, source, end)`."""
    begin = group_start(clause, at)
    while (
        begin > 1
        and clause.low(begin - 2) in BREAKS
        and (clause.pos(begin - 1) == "ADV" or clause.low(begin - 1) in clause.g["object_pronouns"])
    ):
        begin -= 1
    clitic = next((i for i in range(begin, min(len(clause.words), after + 2)) if _clitic(clause, i)), None)
    if begin == 0 or (clause.low(begin - 1) not in BREAKS and clitic is None):
        return None, None, None
    if clitic is None and _part_of_phrase(clause, begin - 1):
        return None, None, None
    if clitic is not None:
        clitic += 1 if clause.low(clitic) == "-t" and _clitic(clause, clitic + 1) else 0
        end = max(after, clitic + 1)
        if clause.low(clitic) in source_words(clause, "nobody"):
            told = learned_from(clause, end)
            return (begin, told, told[1]) if told else (begin, (clitic, clitic + 1), end)
        return begin, (clitic, clitic + 1), end
    reports = "aside" in form.word.frames or (after < len(clause.words) and capital(clause, after))
    if _own_subject(clause, at, begin, reports) and not _speaker_after(clause, at, after, form):
        return None, None, None
    source = inverted_subject(clause, after)
    if source and (told := told_to_medium(clause, form, source)):
        source = told
    return (begin, source, source[1]) if source else (None, None, None)


def _part_of_phrase(clause: Clause, at: int) -> bool:
    """Tell whether a mark before the verb closes a quotation inside its subject (Les « élus » nient)."""
    number = clause.quoted[at]
    if not number or clause.unit.quotes[number - 1] in clause.unit.holes or _completes(clause, number):
        return False
    if clause.unit.quotes[number - 1].words(clause.text) < 2:
        return True  # « on » chante …: the quoted word is the subject
    first = clause.quoted.index(number)
    return clause.pos(first - 1) in {"DET", "NOUN", "ADJ", "NUM", "ADP"} if first else False


def _completes(clause: Clause, number: int) -> bool:
    """Tell whether a quotation belongs to a verb before it (C'est un "leurre" a dit X)."""
    first = clause.quoted.index(number)
    verb = next((i for i in range(first - 1, clause.sentence_start(first) - 1, -1) if clause.finite(i)), None)
    opened = clause.g["complementizer"] | clause.g["relative"]
    return verb is not None and not any(clause.low(i) in opened for i in range(verb + 1, first))


def _clitic(clause: Clause, at: int) -> bool:
    return clause.low(at) in clause.g["clitic_subjects"]


def _own_subject(clause: Clause, verb: int, begin: int, reports: bool) -> bool:
    """Tell whether the verb has its subject before it: then it is no aside.

    Behind a quotation a verb that `reports` (it mostly does, or a name follows) has it not; another may,
    where the quotation only completes the subject ("Le maire, choqué par ce « … », a lancé une collecte").
    """
    subjects = [i for i in clause.children[verb] if clause.words[i].dep in clause.g["subject"] and i < begin]
    before = begin - 1
    while before > 0 and clause.low(before) in {",", "-", "–", "—"}:
        before -= 1
    if not subjects or clause.low(before) in {"?", "!", "…", "..."}:
        return False
    number, within = clause.quoted[before], clause.quoted[subjects[-1]]
    if (number and (reports or within)) or (reports and within and not clause.quoted[verb]):
        return False
    start = max(subjects[-1], clause.sentence_start(begin))
    return not any(
        clause.finite(i)
        and not (number and clause.quoted[i] == number)
        and clause.words[i].pos in VERBAL
        and clause.words[i].dep not in clause.g["relative_clause"]
        and clause.words[clause.words[i].head].dep not in clause.g["relative_clause"]
        for i in range(start, begin)
    )


def _speaker_after(clause: Clause, at: int, after: int, form: Form) -> bool:
    """Tell whether a speaker stands right after a verb and ends the clause; where the verb takes an object,
    only with a comma and no speaker before it ("…, théâtre de heurts, a rapporté l'AFP")."""
    found = noun_phrase(clause, after)
    if not found or not may_speak(clause, found):
        return False
    ends = found[1] >= len(clause.words) or clause.stops(found[1])
    if "object" not in form.word.frames and "inf" in form.word.frames:  # "saluer" takes things all the same
        return ends or clause.low(found[1]) == ","
    own = subject(clause, at)
    return ends and clause.low(group_start(clause, at) - 1) == "," and not (own and may_speak(clause, own))


def _interruption(clause: Clause, comma: int, stop: int) -> int | None:
    """Return the comma that closes a few words between a verb and its subject (", sans les nommer,")."""
    if clause.low(comma + 2) == "," and not (capital(clause, comma + 1) or clause.finite(comma + 1)):
        return comma + 2
    if clause.pos(comma + 1) not in {"ADP", "ADV", "SCONJ"}:
        return None
    close = next((i for i in range(comma + 1, min(stop, comma + 10)) if clause.low(i) == ","), None)
    if close is None or any(clause.finite(i) for i in range(comma + 1, close)):
        return None
    return close


def inverted_subject(clause: Clause, after: int) -> Range | None:
    """Return the noun phrase after an inverted verb, past dates, adverbs, places and the person told."""
    at, stop = after, min(len(clause.words), after + 24)
    while at < stop:
        at = skip(clause, at, stop)
        low = clause.low(at)
        if named := _name_in_marks(clause, at):
            return named
        if particle(clause, at):
            return noun_phrase(clause, at)
        if low in clause.g["complementizer"] or low in {":", "."} or opens_quote(clause, at):
            return None
        if (
            low in clause.g["skip_prepositions"]
            and clause.pos(at) in {"ADP", "ADV", "NOUN", "DET"}
            and (low not in clause.g["contracted"] or low in clause.g["to"])
        ):
            found = noun_phrase(clause, at + 1, stop, apposed=False)
            at = _told_end(clause, found) if found else at + 1
            continue
        if low in source_words(clause, "same") and clause.pos(at + 1) == "DET":
            at += 1  # "raille même l'ancien maire"
            continue
        if low == "," and (close := _interruption(clause, at, stop)) is not None:
            at = close + 1
            continue
        if low in {",", "(", ")"} or (clause.pos(at) == "ADJ" and clause.low(at + 1) == ","):
            at += 1
            continue
        odd = clause.pos(at) == "X" and capital(clause, at)  # a name that the parser does not know
        if odd or low in clause.g["contracted"] or clause.pos(at) in _STARTS:
            return noun_phrase(clause, at) or _partitive(clause, at)
        return None
    return None


def _partitive(clause: Clause, at: int) -> Range | None:
    """Return a noun phrase with an article that the parse took for a preposition ("des pêcheurs")."""
    found = noun_phrase(clause, at + 1) if clause.low(at) in clause.g["contracted"] else None
    return (at, found[1]) if found else None


def _name_in_marks(clause: Clause, at: int) -> Range | None:
    """Return the name in marks before a stop or a comma (", révèle « La Digue »."), or None."""
    number = clause.quoted[at] if at < len(clause.words) else 0
    if not number or clause.unit.quotes[number - 1].words(clause.text) > _NAME:
        return None
    inside = [i for i in range(at, len(clause.words)) if clause.quoted[i] == number]
    start, end = inside[0] + 1, inside[-1]
    closed = end + 1 == len(clause.words) or clause.stops(end + 1) or clause.low(end + 1) == ","
    if at != inside[0] or end <= start or not closed:
        return None
    named = all(capital(clause, i) or clause.pos(i) == "DET" for i in range(start, end))
    return (start, end) if named and capital(clause, end - 1) else None


def _told_end(clause: Clause, found: Range) -> int:
    """Return where the name of the speaker begins that the parse took for more of whom or where he tells it
    ("au Ledger Ana Sol", "à l'ANP Ana Sol", "à la mairie Mme Sol", "au Ledger le marin"), else the end."""
    start, end = found
    for at in range(start + 1, end):
        titled = clause.low(at).rstrip(".") in source_words(clause, "titles") and capital(clause, at + 1)
        named = _ends_name(clause, at - 1, start)
        common = not capital(clause, at - 1) and clause.pos(at - 1) in {"NOUN", "ADJ"}
        if common and clause.pos(at) == "PROPN" and capital(clause, at):
            return at  # "dans un message Ana Sol"
        if common and clause.pos(at) == "DET" and not clause.quoted[at]:
            return at  # "dans un communiqué la Fédération"
        crowd = clause.low(at) in clause.g["contracted"] and not capital(clause, at + 1)
        if _acronym(clause, at - 1) and crowd and clause.pos(at + 1) == "NOUN":
            return at  # "à l'AFP des pêcheurs"
        if titled or (named and not capital(clause, at) and clause.pos(at) == "DET"):
            return at
        last = at + 1 + (clause.low(at + 1) in source_words(clause, "particles"))
        if named and capital(clause, at) and last < end and capital(clause, last):
            return at
        if named and capital(clause, at) and _acronym(clause, at - 1) and not _acronym(clause, at):
            return at
    return end


def _ends_name(clause: Clause, at: int, start: int) -> bool:
    """Tell whether a name may end here, a number behind it included ("France 3")."""
    numbered = at > start and clause.low(at).isdigit()
    return (capital(clause, at) or (numbered and capital(clause, at - 1))) and clause.pos(at) != "DET"


def _acronym(clause: Clause, at: int) -> bool:
    word = clause.exact(at, at + 1)
    return word is not None and len(word) > 1 and word.of(clause.text).isupper()


def left_of(clause: Clause, begin: int, last: int) -> Range | None:
    """Return what stands before the aside, from its sentence start or the aside before it."""
    stop = begin
    while stop > 0 and clause.low(stop - 1) in {",", "-", "–", "—", "--"}:
        stop -= 1
    start = max(last, _opening(clause, stop))
    while start < stop and clause.low(start) in {",", ".", ":", ";", "-", "–", "—"}:
        start += 1
    return (start, stop) if stop > start else None


def _opening(clause: Clause, stop: int) -> int:
    at = stop - 1
    while at > 0 and not (clause.stops(at - 1) and not clause.quoted[at - 1] and at < stop - 1):
        at -= 1
    return max(0, at)


def _has_quote(clause: Clause, found: Range) -> bool:
    return any(clause.quoted[found[0] : found[1]])


def _says_something(clause: Clause, left: Range, right: Range | None) -> bool:
    """Tell whether the aside has a clause or a quotation around it ("In her book, Lowe noted …" has none)."""
    return _has_quote(clause, left) or any(
        clause.finite(i) for found in (left, right) if found for i in range(*found)
    )


def _right(clause: Clause, end: int, left: Range, verb: int) -> Range | None:
    """Return what goes on after the aside: a further quotation, or the rest of a clause that it cuts."""
    at = end
    if clause.low(at) not in {",", ":", "–", "—", "-"}:
        return (at, clause_end(clause, at, end)) if opens_quote(clause, at) else None
    at += 1
    if clause.low(at) in clause.g["coordinators"] and opens_quote(clause, at + 1):
        at += 1
    if opens_quote(clause, at):
        return None if _describes(clause, at) else (at, clause_end(clause, at, end))
    if clause.g["bare_clause"]:
        if more := goes_on(clause, at - 1, left, verb):
            return more
        complete = whole(clause, left, verb)
    else:
        complete = any(clause.finite(i) for i in range(*left))
    if complete or _has_quote(clause, left):
        return None
    return at, clause_end(clause, at, end)


def _describes(clause: Clause, at: int) -> bool:
    """Tell whether a word or two in marks say what the speaker is ("…", dit Jo, "docker" de 52 ans)."""
    number = clause.quoted[at]
    after = next((i for i in range(at, len(clause.words)) if clause.quoted[i] != number), len(clause.words))
    few = bool(number) and clause.unit.quotes[number - 1].words(clause.text) < FEWEST_QUOTED
    return few and clause.low(after) in clause.g["of"]


def held(span: Span, spans: Spans) -> bool:
    """Tell whether one of `spans` holds `span`."""
    return any(s.holds(span) for s in spans)
