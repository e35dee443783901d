"""Edges of contents: where a quotation opens, what may be skipped after a cue, where a content ends."""

from __future__ import annotations

from selon.analyse.grammar.clause import OPENING, VERBAL, Clause
from selon.analyse.grammar.dates import dated
from selon.analyse.grammar.names import capital
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.grammar.ranges import Range
from selon.analyse.grammar.source_words import source_words
from selon.analyse.grammar.verbs import (
    aside_at,
    aside_participle,
    bare_participle,
    group_start,
    has_own_auxiliary,
    in_relative,
)
from selon.analyse.plain_edges import steps_back


def opens_quote(clause: Clause, at: int) -> bool:
    """Tell whether a quotation begins at this word."""
    return clause.low(at) in OPENING - {"(", "["} and bool(clause.quoted[at])


def skip(clause: Clause, at: int, limit: int) -> int:
    """Return the first index from `at` that is no adverb, clitic or date."""
    while at < limit:
        if (after := clause.phrase_at(at, clause.g["inner_adverbials"])) is not None:
            at = after
            continue
        if not _passing(clause, at) or opens_quote(clause, at):
            break
        if clause.low(at) in clause.g["complementizer"] | clause.g["as"]:
            break
        at += 1
    return at


def _passing(clause: Clause, at: int) -> bool:
    """Tell whether the word is an adverb, a clitic or part of a date."""
    if clause.pos(at) in {"ADV", "PART"} and clause.low(at) not in clause.g["to"]:
        return True
    if clause.low(at) in clause.g["clitic_subjects"] or dated(clause, at):
        return True
    if clause.pos(at) in {"CCONJ", "ADP"} and dated(clause, at + 1) and clause.pos(at + 1) != "ADJ":
        return True
    named = capital(clause, at) and clause.pos(at) == "PROPN"
    number = clause.pos(at) == "NUM" and not clause.low(at)[:1].isdigit()
    return clause.pos(at) in {"NUM", "NOUN", "PROPN"} and not (named or number) and dated(clause, at - 1)


def skip_told(clause: Clause, at: int, stop: int) -> int:
    """Skip adverbs, dates and short prepositional phrases (à l'agence X, sur France Y, to the paper)."""
    place = skip(clause, at, stop)
    while place < stop and clause.low(place) in clause.g["told"]:
        opened = next((i for i in range(place + 2, stop) if opens_quote(clause, i)), stop)
        found = noun_phrase(clause, place + 1, opened, apposed=False)
        if found is None:
            break
        place = skip(clause, found[1], stop)
    if clause.low(place) == ",":
        close = next((i for i in range(place + 1, min(stop, place + 12)) if clause.low(i) == ","), None)
        if close is not None:
            return close + 1
    return place


def quote_end(clause: Clause, start: int, verb: int) -> int:
    """Return the end of a quotation or of what a colon introduces."""
    if opens_quote(clause, start):
        number = clause.quoted[start]
        end = start
        while end < len(clause.words) and clause.quoted[end] == number:
            end += 1
        rest = clause_end(clause, end, verb) if end < len(clause.words) else end
        tail = rest - end
        return rest if tail > 0 and clause.low(end) not in {",", ".", "(", ";"} and tail > 1 else end
    return clause_end(clause, start, verb)


def object_end(clause: Clause, start: int, verb: int) -> int:
    """Return the end of a nominal content: the clause end, or a comma outside quotations before it."""
    end = clause_end(clause, start, verb)
    participle = not clause.g["bare_clause"] and "Tense=Pres|VerbForm=Part" in clause.words[verb].morph
    for at in range(start + 1, end):
        if participle and clause.finite(at) and not _opened(clause, start, at):
            return group_start(clause, at)  # "des dockers exigeant une hausse ont bloqué le quai"
        if (
            clause.words[at].pos == "SCONJ"
            and clause.low(at) in clause.g["subordinators"]
            and not clause.quoted[at]
        ):
            return at
        if clause.low(at) in {",", ":"} and not clause.quoted[at] and not _listed(clause, at, end):
            return at
    return end


def _opened(clause: Clause, start: int, at: int) -> bool:
    """Tell whether a clause of its own opens between two places."""
    opens = clause.g["relative"] | clause.g["complementizer"] | clause.g["subordinators"]
    return any(clause.low(i) in opens for i in range(start, at))


def _listed(clause: Clause, comma: int, end: int) -> bool:
    """Tell whether a comma stands inside a list that a coordinator closes."""
    following = clause.low(comma + 1)
    if clause.low(comma) != "," or following in clause.g["relative"]:
        return False
    for at in range(comma + 1, end):
        if clause.low(at) in clause.g["coordinators"] and clause.words[at].pos == "CCONJ":
            return not any(clause.finite(i) for i in range(comma + 1, at))
        if clause.pos(at) in VERBAL:
            return False
    return False


def clause_end(clause: Clause, start: int, verb: int) -> int:
    """Return where a content that begins at `start` ends: with its sentence, or where reporting goes on."""
    limit = _bound(clause, start, verb)
    for at in range(start, limit):
        if clause.stops(at) and at > start:
            return at
        if clause.quoted[at]:
            continue
        if clause.low(at) == "," and (
            _breaks_off(clause, at, verb)
            or _main_goes_on(clause, at, start, verb)
            or _main_begins(clause, at, start, verb)
        ):
            return at
        if clause.words[at].pos == "CCONJ" and (_shared_subject(clause, at, verb) or _withholds(clause, at)):
            return at
    return limit


def _withholds(clause: Clause, at: int) -> bool:
    """Tell whether the outlet goes on with what the speaker leaves out ("but he did not explain why")."""
    if (
        clause.low(at) not in clause.g["against_that"]
        or clause.low(at + 1) not in clause.g["pronoun_subjects"]
    ):
        return False
    near = [clause.low(i) for i in range(at + 2, at + 7)]
    told = next((n for n, low in enumerate(near) if low in clause.g["withheld"]), None)
    return told is not None and any(low in clause.g["negation"] for low in near[:told])


def _bound(clause: Clause, start: int, verb: int) -> int:
    """Limit a content to the brackets, dashes or relative clause that its cue stands in."""
    size = len(clause.words) if (fronted := _fronted(clause, start, verb)) is None else fronted
    for at in range(start, size):
        if (
            clause.low(at) == ")"
            and not clause.quoted[at]
            and not any(clause.low(i) == "(" for i in range(verb, at))
        ):
            return at
    if in_relative(clause, verb) or clause.words[verb].dep in clause.g["bounded"]:
        end = clause.subtree_end(verb)
        if start < end < size and clause.low(end) in {",", "-", "–", "—"}:
            return end
        if start < end < size and clause.finite(end):
            return end
    for at in range(start, size):
        if (
            clause.low(at) in {"–", "—", "-"}
            and clause.low(verb - 1) != "-"
            and any(
                clause.low(i) in {"–", "—", "-"} and clause.words[i].pos == "PUNCT"
                for i in range(max(0, verb - 6), verb)
            )
            and clause.words[at].pos == "PUNCT"
        ):
            return at
    return size


def _fronted(clause: Clause, start: int, verb: int) -> int | None:
    """Return the comma before the main clause when the cue stands in one set in front of it ("Alors que X a
    dit que P, Y a assuré que Q")."""
    opening = clause.sentence_start(verb)
    if clause.g["bare_clause"] or clause.low(opening) not in clause.g["subordinators"]:
        return None
    commas = (i for i in range(start + 1, clause.sentence_end(start)) if clause.low(i) == ",")
    return next((i for i in commas if not clause.quoted[i] and _reports(clause, i + 1)), None)


def _reports(clause: Clause, start: int) -> bool:
    """Tell whether somebody else says something from here on: a subject, its verb of saying, "que"."""
    source = noun_phrase(clause, start, apposed=False)
    at = source[1] if source else start
    while clause.low(at) in clause.g["helpers"] or clause.pos(at) == "ADV":
        at += 1
    says = (
        f
        for f in clause.forms.get(clause.low(at), ())
        if f.shape in {"fin", "pp"} and "clause" in f.word.frames
    )
    return source is not None and any(says) and clause.low(at + 1) in clause.g["complementizer"]


def _breaks_off(clause: Clause, comma: int, verb: int) -> bool:
    """Tell whether after this comma the reporting goes on: a participle cue, "selon X", an aside."""
    after = comma + 1
    if clause.low(after) in clause.g["coordinators"]:
        after += 1
    if clause.low(after) in clause.g["gerund_prefix"]:
        after += 1
        if clause.low(after) == "en":
            after += 1
    if clause.g["bare_clause"] and steps_back(clause, comma, verb):
        return True
    if clause.phrase_at(after, clause.g["comments"]):
        return True
    if (against := clause.phrase_at(after, clause.g.get("against", frozenset()))) and _reports(
        clause, against
    ):
        return True
    if clause.words[after : after + 1] and any(
        f.shape == "ger" for f in clause.forms.get(clause.low(after), ())
    ):
        return clause.pos(after) in VERBAL
    if clause.phrase_at(comma + 1, source_words(clause, "according")):
        end = next((i for i in range(comma + 1, len(clause.words)) if clause.low(i) in {",", "."}), None)
        return end is None or clause.stops(end)
    return aside_at(clause, comma + 1)


def _main_goes_on(clause: Clause, comma: int, start: int, verb: int) -> bool:
    """A participle hung on a noun ends where the main verb of that noun comes ("…, a été mis en examen")."""
    aside = aside_participle(clause, verb) and _whole(clause, start, comma)
    if not aside and not in_relative(clause, verb) and not bare_participle(clause, verb):
        return False
    after = comma + 1
    while aside and _clitic(clause, after):
        after += 1
    if after >= len(clause.words):
        return False
    word = clause.words[after]
    if word.pos in VERBAL and (clause.finite(after) or word.low in clause.g["auxiliaries"]):
        return True
    governor = clause.words[verb].head
    return word.pos in {"VERB", "ADJ"} and word.head == governor and governor != verb


def _whole(clause: Clause, start: int, end: int) -> bool:
    """Tell whether a clause with a verb of its own stands here, besides its relative clauses."""
    relatives = clause.g["relative"] - clause.g["complementizer"]
    verbs = sum(clause.finite(i) for i in range(start, end))
    return verbs > sum(clause.low(i) in relatives for i in range(start + 1, end))


def _clitic(clause: Clause, at: int) -> bool:
    """Tell whether a negation or an object pronoun stands here, which a verb may follow."""
    pronoun = clause.pos(at) == "PRON" and clause.low(at) not in clause.g["pronoun_subjects"]
    return pronoun or clause.low(at) in clause.g["negators"]


def _main_begins(clause: Clause, comma: int, start: int, verb: int) -> bool:
    """A report in a clause before the main one ends where that begins ("Alors que X dit que P, Y dit …")."""
    opening = clause.low(clause.sentence_start(verb))
    if opening not in clause.g["subordinators"] or not any(clause.finite(i) for i in range(start, comma)):
        return False
    return main_subject(clause, comma) is not None


def main_subject(clause: Clause, comma: int) -> Range | None:
    """Return the subject behind a comma whose finite verb follows at once, or None."""
    subject = noun_phrase(clause, comma + 1, len(clause.words), apposed=False)
    if subject is None:
        return None
    verb = subject[1]
    while clause.low(verb) in clause.g["helpers"] and not clause.finite(verb):
        verb += 1
    return subject if verb < len(clause.words) and clause.finite(verb) else None


def _compound(clause: Clause, verb: int, end: int) -> bool:
    """Tell whether a participle with its auxiliary stands in what the verb reports, up to `end`."""
    inside = range(verb + 1, end)
    return any("VerbForm=Part" in clause.words[i].morph and group_start(clause, i) < i for i in inside)


def _shared_subject(clause: Clause, at: int, verb: int) -> bool:
    """Tell whether a coordinator at `at` leads to a second verb of the reporting subject."""
    for place in range(at + 1, min(len(clause.words), at + 8)):
        word = clause.words[place]
        if word.pos == "PUNCT" or word.low in clause.g["complementizer"]:
            return False
        if word.pos in {"PRON", "NOUN", "PROPN", "DET"} and word.low not in clause.g["helpers"]:
            return False
        if word.pos == "VERB":
            if "Tense=Imp" in word.morph and "Tense=Past" in clause.words[verb].morph:
                return False  # "X a assuré que Y n'est pas venu et ne portait pas …": another tense is Y's
            if clause.finite(verb) and not clause.finite(place) and _compound(clause, verb, at):
                return (
                    False  # "X affirme que Y est venu et lui a dit": the second verb goes on with "est venu"
                )
            return (word.dep == "conj" and word.head == verb) or (
                clause.cue_form(place) is not None and has_own_auxiliary(clause, place, at)
            )
    return False
