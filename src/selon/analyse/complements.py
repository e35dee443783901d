"""What a reporting verb takes on its right, and where that ends."""

from __future__ import annotations

from selon.analyse.clause import NOMINAL, OPENING, VERBAL, Clause
from selon.analyse.lexicon import Form
from selon.analyse.nouns import dated, noun_phrase, source_words

Found = tuple[int, int, str]
REACH = 26
"""How many words may stand between a verb and its complement (dates, places, the person told)."""


def opens_quote(clause: Clause, at: int) -> bool:
    """Tell whether a quotation begins at this word."""
    return clause.low(at) in OPENING - {"(", "["} and bool(clause.quoted[at])


def complement(clause: Clause, at: int, after: int, form: Form) -> Found | None:
    """Return `(start, end, frame)` of the complement of the verb `at`, or None."""
    frames = form.word.frames
    if "as" in frames and (found := _as(clause, at, after)):
        return found
    if "clause" in frames and (start := _clause(clause, at, after)) is not None:
        return start, clause_end(clause, start, at), "clause"
    if "quote" in frames and (start := _quotation(clause, after)) is not None:
        return start, quote_end(clause, start, at), "quote"
    if ("de" in frames or "of" in frames or "for" in frames) and (
        start := _of(clause, at, after, frames)
    ) is not None:
        return start, clause_end(clause, start, at), "of"
    if "a" in frames and (start := _to(clause, at, after)) is not None:
        return start, clause_end(clause, start, at), "to"
    if "inf" in frames and (start := _infinitive(clause, at, after)) is not None:
        return start, clause_end(clause, start, at), "infinitive"
    if "gerund" in frames and clause.words[after : after + 1] and clause.words[after].tag == "VBG":
        return after, clause_end(clause, after, at), "gerund"
    if {"object", "quoted"} & frames and (start := _object(clause, at, after)) is not None:
        end = object_end(clause, start, at)
        if "object" in frames or any(clause.quoted[start : min(end, start + 6)]):
            return start, end, "object"
    for preposition in ("pour", "sur"):
        if preposition in frames and (start := _after_preposition(clause, after, preposition)) is not None:
            return start, clause_end(clause, start, at), preposition
    return None


def _after_preposition(clause: Clause, after: int, preposition: str) -> int | None:
    stop = min(len(clause.words), after + 12)
    for place in range(after, stop):
        if clause.low(place) == preposition:
            return place
        if clause.stops(place) or (clause.pos(place) in VERBAL and clause.finite(place)):
            return None
    return None


def skip(clause: Clause, at: int, limit: int) -> int:
    """Return the first index from `at` that is no adverb, clitic or date."""
    while at < limit and (
        clause.pos(at) in {"ADV", "PART"}
        or clause.low(at) in clause.g["clitic_subjects"]
        or dated(clause, at)
        or (clause.pos(at) in {"NUM", "NOUN", "PROPN"} and dated(clause, at - 1))
    ):
        if clause.low(at) in {"que", "qu'", "comme"} or opens_quote(clause, at):
            break
        at += 1
    return at


def _clause(clause: Clause, at: int, after: int) -> int | None:
    """Return where the that-clause begins; English may leave "that" out."""
    if clause.g["bare_clause"] and (start := _bare(clause, at, after)) is not None:
        return start
    stop = min(len(clause.words), after + REACH)
    for place in range(after, stop):
        low = clause.low(place)
        if low in clause.g["complementizer"] and not _relative(clause, place, after):
            return place
        if place == after and low in clause.g["question"] and clause.finite_ahead(place + 1):
            return place
        if low in {".", ";", ":", "?"} or opens_quote(clause, place):
            return None
        ago = clause.low(place - 1) == "y" and clause.low(place) == "a"
        if clause.pos(place) in VERBAL and clause.finite(place) and not ago:
            return None
    return None


def _relative(clause: Clause, place: int, after: int) -> bool:
    word = clause.words[place]
    if clause.low(place - 1) in clause.g["no_clause_before"]:
        return True
    if place == after:
        return False
    if clause.low(place - 1) == ",":
        return word.pos == "PRON"
    return word.pos == "PRON" and word.dep not in {"mark"}


def _bare(clause: Clause, at: int, after: int) -> int | None:
    """English: the clausal object by the parse, when it begins on the right of the verb."""
    for child in clause.children[at]:
        if clause.words[child].dep == "ccomp" and child > at:
            start = max(clause.subtree_start(child), after)
            while clause.low(start) in {",", ":"}:
                start += 1
            return start
    return None


def _quotation(clause: Clause, after: int) -> int | None:
    """Return where a quotation begins: after a colon within reach, or at once after the verb."""
    stop = min(len(clause.words), after + REACH)
    at = skip(clause, after, stop)
    if clause.low(at) == "," and clause.g["bare_clause"]:
        at += 1
    if opens_quote(clause, at) and clause.unit.quotes[clause.quoted[at] - 1].words(clause.text) >= 2:
        return at
    for place in range(after, stop):
        if clause.low(place) == ":" and not clause.quoted[place]:
            near = place - after < 5 or opens_quote(clause, place + 1)
            return place + 1 if place + 1 < len(clause.words) and near else None
        if clause.stops(place) or (clause.pos(place) in VERBAL and clause.finite(place)):
            return None
    return None


def quote_end(clause: Clause, start: int, verb: int) -> int:
    """Return the end of a quotation or of what a colon introduces."""
    if opens_quote(clause, start):
        number = clause.quoted[start]
        end = start
        while end < len(clause.words) and clause.quoted[end] == number:
            end += 1
        rest = clause_end(clause, end, verb) if end < len(clause.words) else end
        tail = rest - end
        return rest if 0 < tail and clause.low(end) not in {",", ".", "(", ";"} and tail > 1 else end
    return clause_end(clause, start, verb)


def _infinitive(clause: Clause, at: int, after: int) -> int | None:
    stop = min(len(clause.words), after + REACH)
    place = skip_told(clause, after, stop)
    start = place
    while (
        clause.low(place)
        in {
            "ne",
            "n'",
            "pas",
            "plus",
            "s'",
            "se",
            "y",
            "en",
            "l'",
            "le",
            "la",
            "les",
            "lui",
            "to",
            "not",
            "me",
            "m'",
            "jamais",
            "moins",
        }
        and place < stop
    ):
        place += 1
    word = clause.words[place] if place < stop else None
    if word is None:
        return None
    while start > after and clause.low(start - 1) in {"ne", "n'", "pas", "plus", "jamais", "moins"}:
        start -= 1
    if clause.g["bare_clause"]:
        return (
            start
            if clause.low(start) in {"to", "not"} and word.tag == "VB"
            else _told_to(clause, after, stop)
        )
    return start if "VerbForm=Inf" in word.morph else None


def _told_to(clause: Clause, after: int, stop: int) -> int | None:
    """English: "told X to …", "urged X to …": the content is X with the infinitive when X is its subject."""
    found = noun_phrase(clause, after, stop, apposed=False)
    if (
        found
        and clause.low(found[1]) == "to"
        and clause.words[min(found[1] + 1, len(clause.words) - 1)].tag == "VB"
    ):
        return found[0]
    return None


def skip_told(clause: Clause, at: int, stop: int) -> int:
    """Skip adverbs, dates and short prepositional phrases (à l'agence X, sur France Y, to the paper)."""
    place = skip(clause, at, stop)
    while place < stop and clause.low(place) in clause.g["told"]:
        found = noun_phrase(clause, place + 1, stop, apposed=False)
        if found is None:
            break
        place = skip(clause, found[1], stop)
    if clause.low(place) == "," and place > at:
        close = next((i for i in range(place + 1, min(stop, place + 12)) if clause.low(i) == ","), None)
        if close is not None:
            return close + 1
    return place


def _of(clause: Clause, at: int, after: int, frames: frozenset[str]) -> int | None:
    """Return the start of "accuse X de …": the accused and what follows, or "de …" alone when no one is named."""
    stop = min(len(clause.words), after + REACH)
    heads = {"de", "d'"} if "de" in frames else {"of"} if "of" in frames else set()
    heads |= {"for"} if "for" in frames else set()
    place = skip(clause, after, stop)
    if clause.low(place) in heads:
        return (
            place
            if clause.pos(place + 1) in VERBAL | {"ADV", "PRON", "PART"}
            or clause.low(place + 1) in {"ne", "n'"}
            or "passive" in frames
            else None
        )
    found = noun_phrase(clause, place, stop, apposed=False)
    told = skip_told(clause, after, stop)
    if told > place and clause.low(told) in heads and _infinitive_at(clause, told + 1):
        return told
    if found is None:
        return None
    for spot in range(place + 1, min(stop, place + 16)):
        if clause.low(spot) in heads and (
            _infinitive_at(clause, spot + 1)
            or (spot == found[1] and "passive" in frames)
            or clause.words[min(spot + 1, len(clause.words) - 1)].tag == "VBG"
        ):
            return place
        if clause.low(spot) in {".", ";"} or (clause.pos(spot) in VERBAL and clause.finite(spot)):
            return None
    if "passive" in frames and any(clause.low(i) in heads for i in range(place + 1, found[1])):
        return place
    return None


def _infinitive_at(clause: Clause, at: int) -> bool:
    for place in range(at, min(at + 5, len(clause.words))):
        if "VerbForm=Inf" in clause.words[place].morph or clause.words[place].tag == "VBG":
            return True
        if clause.low(place) not in {
            "ne",
            "n'",
            "pas",
            "plus",
            "s'",
            "se",
            "y",
            "en",
            "l'",
            "le",
            "la",
            "les",
            "leur",
            "lui",
            "jamais",
            '"',
            "«",
            "“",
        }:
            return False
    return False


def _to(clause: Clause, at: int, after: int) -> int | None:
    """Return the start of "appelle X à …": "à …" alone."""
    stop = min(len(clause.words), after + REACH)
    for place in range(after, stop):
        if clause.low(place) in {"à", "au", "aux"} and (
            _infinitive_at(clause, place + 1) or (place <= after + 2) or clause.low(place + 1) == "ce"
        ):
            return place
        if clause.stops(place) or (clause.pos(place) in VERBAL and clause.finite(place) and place > after):
            return None
    return None


def _as(clause: Clause, at: int, after: int) -> Found | None:
    """Return "X de « … »", "X comme …" after the verb, or the predicate alone after a relative."""
    stop = min(len(clause.words), after + REACH)
    for place in range(after, stop):
        low = clause.low(place)
        quoted = opens_quote(clause, place + 1) or clause.low(place + 1) in {"un", "une", "l'"}
        if low in {"comme", "as"} or (low in {"de", "d'"} and (quoted or place == after)):
            return after, clause_end(clause, place, at), "as"
        if clause.stops(place) or (clause.pos(place) in VERBAL and clause.finite(place)) or low == ",":
            return None
        if low in clause.g["degrees"] and place > after and clause.pos(place + 1) in {"ADJ", "VERB", "NOUN"}:
            return after, clause_end(clause, place, at), "as"
        if opens_quote(clause, place) and place > after and clause.pos(place - 1) in {"NOUN", "PROPN", "ADJ"}:
            return after, clause_end(clause, place, at), "as"
    return None


def _object(clause: Clause, at: int, after: int) -> int | None:
    """Return the start of the noun phrase that is said, asked for, denied or blamed."""
    stop = min(len(clause.words), after + REACH)
    place = skip_told(clause, after, stop)
    first = skip(clause, after, stop)
    for start in dict.fromkeys((first, place)):
        if start >= stop or (
            clause.pos(start) not in NOMINAL
            and clause.low(start) not in {"de", "des", "du", "d'"}
            and not opens_quote(clause, start)
        ):
            continue
        if clause.low(start) in source_words(clause, "pronouns") and clause.pos(start) == "PRON":
            continue
        if clause.low(start) in {"de", "d'"} and not opens_quote(clause, start + 1):
            continue
        return start
    return None


def object_end(clause: Clause, start: int, verb: int) -> int:
    """Return the end of a nominal content: the clause end, or the first comma outside quotations before it."""
    end = clause_end(clause, start, verb)
    for at in range(start + 1, end):
        if (
            clause.words[at].pos == "SCONJ"
            and clause.low(at) in clause.g["subordinators"]
            and not clause.quoted[at]
        ):
            return at
        if clause.low(at) in {",", ":"} and not clause.quoted[at] and not _listed(clause, at, end):
            return at
    return end


def _listed(clause: Clause, comma: int, end: int) -> bool:
    """Tell whether a comma stands inside a list that a coordinator closes."""
    following = clause.low(comma + 1)
    if clause.low(comma) != "," or following in clause.g["relative"]:
        return False
    for at in range(comma + 1, end):
        if clause.low(at) in {"et", "ou", "and", "or"} and clause.words[at].pos == "CCONJ":
            return not any(clause.finite(i) for i in range(comma + 1, at))
        if clause.pos(at) in VERBAL:
            return False
    return False


def clause_end(clause: Clause, start: int, verb: int) -> int:
    """Return where a content that begins at `start` ends: the sentence end, or where its cue's clause goes on."""
    limit = _bound(clause, start, verb)
    for at in range(start, limit):
        if clause.stops(at) and at > start:
            return at
        if clause.quoted[at]:
            continue
        if clause.low(at) == "," and (
            _breaks_off(clause, at, verb) or _main_goes_on(clause, at, start, verb)
        ):
            return at
        if clause.words[at].pos == "CCONJ" and _shared_subject(clause, at, verb):
            return at
    return limit


def _bound(clause: Clause, start: int, verb: int) -> int:
    """Limit a content to the brackets, dashes or relative clause that its cue stands in."""
    size = len(clause.words)
    for at in range(start, size):
        if (
            clause.low(at) == ")"
            and not clause.quoted[at]
            and not any(clause.low(i) == "(" for i in range(verb, at))
        ):
            return at
    if clause.in_relative(verb):
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


def _breaks_off(clause: Clause, comma: int, verb: int) -> bool:
    """Tell whether after this comma the reporting goes on: a participle cue, "selon X", an aside."""
    after = comma + 1
    if clause.low(after) in clause.g["coordinators"]:
        after += 1
    if clause.low(after) in clause.g["gerund_prefix"]:
        after += 1
        if clause.low(after) == "en":
            after += 1
    if clause.words[after : after + 1] and any(
        f.shape == "ger" for f in clause.forms.get(clause.low(after), ())
    ):
        return clause.pos(after) in VERBAL
    if clause.phrase_at(comma + 1, source_words(clause, "according")):
        end = next((i for i in range(comma + 1, len(clause.words)) if clause.low(i) in {",", "."}), None)
        return end is None or clause.stops(end)
    return clause.aside_at(comma + 1)


def _main_goes_on(clause: Clause, comma: int, start: int, verb: int) -> bool:
    """A participle hung on a noun ends where the main verb of that noun comes ("…, a été mis en examen")."""
    if not clause.in_relative(verb) and not clause.bare_participle(verb):
        return False
    after = comma + 1
    if after >= len(clause.words):
        return False
    word = clause.words[after]
    if word.pos in VERBAL and (clause.finite(after) or word.low in clause.g["auxiliaries"]):
        return True
    governor = clause.words[verb].head
    return word.pos in {"VERB", "ADJ"} and word.head == governor and governor != verb


def _shared_subject(clause: Clause, at: int, verb: int) -> bool:
    """Tell whether a coordinator at `at` leads to a second verb of the reporting subject."""
    for place in range(at + 1, min(len(clause.words), at + 8)):
        word = clause.words[place]
        if word.pos == "PUNCT" or word.low in {"que", "qu'", "that"}:
            return False
        if word.pos in {"PRON", "NOUN", "PROPN", "DET"} and word.low not in clause.g["helpers"]:
            return False
        if word.pos == "VERB":
            return (
                word.dep == "conj"
                and word.head == verb
                or (clause.cue_form(place) is not None and clause.has_own_auxiliary(place, at))
            )
    return False
