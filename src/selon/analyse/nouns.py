"""Noun phrases: where they begin and end.

The parser's labels are weak on names, so the extent is found by own rules over the parts of speech.
"""

from __future__ import annotations

from functools import cache

from selon.analyse.grammar.clause import NOMINAL, OPENING, VERBAL, Clause
from selon.analyse.senses import role_noun, thing_noun
from selon.languages.pack import table
from selon.model.span import Span, Spans

Range = tuple[int, int]
_HEADS = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM", "X", "VERB"})
_MARKS = frozenset({",", ".", ":", ")", "»", "”", '"', ";", "–", "—", "!", "?", "("})


@cache
def _source_words(lang: str, concept: str) -> frozenset[str]:
    return frozenset(table(lang, "sources").get(concept, ()))


@cache
def _phrases(lang: str, concept: str) -> frozenset[str]:
    return frozenset(entry for entry in _source_words(lang, concept) if " " in entry)


def source_words(clause: Clause, concept: str) -> frozenset[str]:
    """Return one word list of the pack's sources table."""
    return _source_words(clause.lang, concept)


def noun_phrase(clause: Clause, start: int, limit: int | None = None, apposed: bool = True) -> Range | None:
    """Return the noun phrase that begins at `start`, with what is apposed to it, or None."""
    limit = len(clause.words) if limit is None else limit
    if start >= limit:
        return None
    if (after := pronoun_end(clause, start) or _somebody_end(clause, start)) is not None:
        return start, after
    end = _plain(clause, start, limit)
    if end <= start or not any(clause.pos(i) in _HEADS for i in range(start, end)):
        return None
    while apposed and (more := _apposition(clause, end, limit)) and not _other(clause, start, end):
        if _pointed_at(clause, start, end):
            break
        end = more
    return start, end


def _pointed_at(clause: Clause, start: int, comma: int) -> bool:
    """Tell whether "this man" behind a comma is another than an unnamed source: "selon une source, cet homme
    a fui"; a name may be told so what it is."""
    pointing = clause.low(comma + 1) in source_words(clause, "demonstratives")
    return pointing and not any(capital(clause, i) for i in range(start + 1, comma))


def _other(clause: Clause, start: int, comma: int) -> bool:
    """Tell whether the phrase names a paper or what it brought out: no person is apposed to that."""
    if clause.phrase_at(start, source_words(clause, "media_names")) == comma:
        return clause.pos(comma + 1) == "DET"
    head = next((clause.low(i) for i in range(start, comma) if clause.pos(i) == "NOUN"), "")
    things = source_words(clause, "unattributed_nouns") | source_words(clause, "media")
    person = source_words(clause, "anonymous") | source_words(clause, "office")
    return head in things and clause.pos(comma + 1) == "DET" and clause.low(comma + 2) in person


def _somebody_end(clause: Clause, start: int) -> int | None:
    """Return the index after some of a group ("l'un d'eux", "one of them"), or None."""
    after = clause.phrase_at(start, _phrases(clause.lang, "somebody"))
    return after if after is not None and clause.pos(after) not in NOMINAL | {"ADP"} else None


def pronoun_end(clause: Clause, start: int) -> int | None:
    """Return the index after a pronoun of one or two words ("elle", "ce dernier"), or None."""
    pronouns = source_words(clause, "pronouns")
    after = clause.phrase_at(start, pronouns)
    if after is not None and after > start + 1:
        return after if clause.pos(after) not in {"NOUN", "PROPN"} or dated(clause, after) else None
    simple = clause.low(start) in pronouns and clause.pos(start) in {"PRON", "DET", "NOUN", "PROPN"}
    return start + 1 if simple else None


def _plain(clause: Clause, start: int, limit: int) -> int:
    at = start
    while at < limit:
        step = _step(clause, start, at, limit)
        if step <= at:
            return _closed(clause, start, at)
        at = step
    return _closed(clause, start, at)


def _closed(clause: Clause, start: int, end: int) -> int:
    """Leave out an elided article and the preposition before it, after which the phrase has broken off."""
    if end - 1 > start and clause.low(end - 1) in {"l'", "d'"}:
        end -= 1
        while end - 1 > start and clause.low(end - 1) in clause.g["linking"]:
            end -= 1
    return end


def _step(clause: Clause, start: int, at: int, limit: int) -> int:
    """Return the index after the next piece of the phrase, or `at` when the phrase ends."""
    word = clause.words[at]
    if word.low in OPENING and clause.quoted[at]:
        return _over_quote(clause, start, at, limit)
    if word.low == "(" and clause.low(at + 1) in source_words(clause, "notes"):
        return at
    if word.low == "(":
        close = next((i for i in range(at + 1, min(limit, at + 9)) if clause.low(i) == ")"), None)
        return close + 1 if close and at > start else at
    if dated(clause, at) and clause.low(at - 1) not in clause.g["linking"]:
        return at
    if word.low in clause.g["linking"] and at > start:
        return at + 1 if _goes_on(clause, at, limit) else at
    if at > start and (glued(clause, at) or glued(clause, at - 1) or glued(clause, at + 1)):
        return at + 1
    if word.pos == "DET" and at > start and _article_inside(clause, at):
        return at + 1
    if at > start and (number := _ratio(clause, start, at)):
        return number
    comparing = source_words(clause, "comparing")
    if word.low in comparing and at > start and clause.pos(at + 1) in {"NUM", "DET"}:
        return at + 1
    if (
        word.pos == "DET"
        and at > start
        and clause.low(at - 1) not in clause.g["linking"] | clause.g["all"] | comparing
    ):
        return at
    if at > start and capital(clause, at) and capital(clause, at - 1) and word.pos != "PUNCT":
        return at + 1
    if word.pos in NOMINAL and word.low not in {"-", "–", "—", "--"}:
        return at + 1
    if at > start and word.low.isdigit() and capital(clause, at - 1) and clause.pos(at - 1) == "PROPN":
        return at + 1  # "Rive 2"
    if (word.pos == "PRON" and at == start) or _participle_noun(clause, start, at):
        return at + 1
    if word.pos == "ADV" and clause.pos(at + 1) in {"ADJ", "NUM"}:
        return at + 1
    if word.pos == "PRON" and at == start + 1 and clause.low(at) in clause.g["a_an"]:
        return at + 1
    if word.pos == "PART" or (
        word.low in {"/", "&", "'s", "’s"} and clause.pos(at + 1) in NOMINAL and at > start
    ):
        return at + 1
    return at


def _ratio(clause: Clause, start: int, at: int) -> int | None:
    """Return where the number begins of which the phrase is a share ("un habitant sur dix", "nine out of
    ten"), or None."""
    after = clause.phrase_at(at, source_words(clause, "of_many"))
    share = clause.pos(start) == "NUM" or clause.low(start) in clause.g["a_an"]
    return after if share and after is not None and clause.pos(after) == "NUM" else None


def glued(clause: Clause, at: int) -> bool:
    """Tell whether this is a hyphen inside a word (analyse/repairs.py marks it so)."""
    return clause.pos(at) == "SYM" and clause.low(at) == clause.g["repairs"].get("hyphen")


def _over_quote(clause: Clause, start: int, at: int, limit: int) -> int:
    """Step over a short quotation inside a noun phrase (les « élus »); a long one ends it."""
    number = clause.quoted[at]
    quote = clause.unit.quotes[number - 1]
    if clause.pos(at + 1) in {"ADP", "SCONJ"} and at > start:
        return at  # "les autorités «en raison d'une erreur»": a circumstance, no part of the name
    if quote in clause.unit.holes or (
        at > start and clause.pos(at - 1) not in {"DET", "ADJ", "NOUN", "NUM", "ADP"}
    ):
        return at
    end = at
    while end < limit and clause.quoted[end] == number:
        end += 1
    return end


def _participle_noun(clause: Clause, start: int, at: int) -> bool:
    """A participle behind an article is a noun that the parser mistook ("l'exploitant", "les blessés")."""
    after_article = at > start and clause.pos(at - 1) == "DET"
    return after_article and clause.pos(at) == "VERB" and "VerbForm=Part" in clause.words[at].morph


def _article_inside(clause: Clause, at: int) -> bool:
    """Tell whether an article belongs to a name ("le quotidien Le Rivage", "le parti Debout la Rive")."""
    if at + 1 >= len(clause.words) or not capital(clause, at + 1):
        return False
    return capital(clause, at) or (
        capital(clause, at - 1) and clause.pos(at - 1) not in {"PUNCT", "ADP", "DET"}
    )


def capital(clause: Clause, at: int) -> bool:
    """Tell whether the word begins with a capital."""
    return clause.text[clause.words[at].start].isupper()


def _goes_on(clause: Clause, at: int, limit: int) -> bool:
    """Tell whether a linking word is followed by more of the phrase, not by a verb or a date."""
    after = at + 1
    if clause.low(at) in clause.g["to"] and _full_name(clause, at):
        return False  # "Ana Sol à la tribune": to whom or where, not who
    if after >= limit or dated(clause, after) or clause.phrase_at(at, source_words(clause, "ends_before")):
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


def _full_name(clause: Clause, end: int) -> bool:
    """Tell whether a first and a last name end here, or a first name alone."""
    words = range(end - 2, end)
    alone = clause.low(end - 1) in source_words(clause, "first_names") and capital(clause, end - 1)
    return alone or (
        end >= 2 and all(clause.pos(i) in {"PROPN", "NOUN", "X"} and capital(clause, i) for i in words)
    )


def _verb_follows(clause: Clause, at: int, limit: int) -> bool:
    end = at
    while end < limit and (clause.pos(end) in NOMINAL or clause.low(end) in clause.g["linking"]):
        end += 1
    return end < limit and clause.pos(end) in VERBAL and clause.finite(end)


def dated(clause: Clause, at: int) -> bool:
    """Tell whether a date or hour begins here ("mardi", "le 3 mai", "ce matin")."""
    days = source_words(clause, "days")
    if clause.phrase_at(at, _phrases(clause.lang, "pronouns")) and clause.low(at + 2) not in days:
        return False
    if _paper(clause, at) or _paper(clause, at - 1):
        return False
    if _qualifies(clause, at, days) or _qualifies(clause, at + 1, days):
        return False
    if glued(clause, at + 1) or glued(clause, at - 1):
        return False  # "23-year-old"
    if (
        clause.low(at) in days
        and clause.pos(at) in {"NOUN", "PROPN", "ADV", "NUM", "DET", "ADJ"}
        and clause.pos(at) != "DET"
    ):
        return True
    ahead = [clause.low(at + i) for i in (1, 2)]
    if clause.low(at) in source_words(clause, "before_days") and ahead[0] in days:
        return True
    return clause.pos(at) in {"DET", "NUM"} and (
        ahead[0] in days or (ahead[0].isdigit() and ahead[1] in days)
    )


def _paper(clause: Clause, at: int) -> bool:
    """Tell whether a paper named for a time stands here ("24 Heures")."""
    if clause.pos(at) not in {"NUM", "DET"} or at + 1 >= len(clause.words) or not capital(clause, at + 1):
        return False
    return clause.phrase_at(at, source_words(clause, "media_names")) is not None


def _qualifies(clause: Clause, at: int, days: frozenset[str]) -> bool:
    """Tell whether a word of time stands before a noun that is none: "le dernier bilan"."""
    return clause.pos(at) == "ADJ" and clause.pos(at + 1) == "NOUN" and clause.low(at + 1) not in days


def _apposition(clause: Clause, end: int, limit: int) -> int | None:
    """Return the end of what is apposed after a comma at `end`, when it is one and closes at a boundary."""
    if clause.low(end) != "," or end + 1 >= limit or clause.quoted[end]:
        return None
    start = end + 1
    if clause.pos(start) not in {"NOUN", "PROPN", "DET", "NUM", "ADJ"} or dated(clause, start):
        return None
    if clause.low(start) in source_words(clause, "no_apposition") | source_words(clause, "cited"):
        return None
    if clause.cue_form(start, "ger") and clause.low(start + 1) in clause.g["complementizer"]:
        return None
    stop = _plain(clause, start, limit)
    if stop <= start or (clause.pos(start) == "DET" and not _titled(clause, start, stop)):
        return None
    return stop if _closes(clause, stop, limit) else None


def _closes(clause: Clause, stop: int, limit: int) -> bool:
    """Tell whether an apposition may end here: at a mark, a date, a relative or a preposition of place."""
    if stop >= len(clause.words) or stop == limit or clause.low(stop) in _MARKS:
        return True
    words = clause.g["closing_prepositions"] | clause.g["relative"] | clause.g["coordinators"]
    return clause.low(stop) in words or dated(clause, stop)


def _titled(clause: Clause, start: int, stop: int) -> bool:
    """Tell whether a phrase with an article names a function or a person: then it may be apposed."""
    heads = (
        source_words(clause, "office")
        | source_words(clause, "anonymous")
        | source_words(clause, "organisation")
    )
    if clause.g["bare_clause"] and clause.pos(start - 2) == "PROPN" and not capital(clause, start + 1):
        return True
    return (
        any(clause.low(i) in heads for i in range(start, min(stop, start + 4)))
        or clause.pos(start + 1) == "PROPN"
    )


def may_speak(clause: Clause, found: Range) -> bool:
    """Tell whether a noun phrase may name a speaker: a pronoun, a name, a noun that the pack lists, or one
    with an ending of those who do something ("l'automobiliste")."""
    listed = (
        source_words(clause, "office") | source_words(clause, "organisation") | source_words(clause, "media")
    )
    listed |= source_words(clause, "anonymous") | source_words(clause, "pronouns")
    if names_thing(clause, found):
        return False
    if _somebody_end(clause, found[0]) == found[1]:
        return True
    head = _head_noun(clause, found)
    return (head is not None and role_noun(clause.low(head), clause.lang)) or any(
        clause.low(i) in listed or (capital(clause, i) and clause.pos(i) != "DET") for i in range(*found)
    )


def names_thing(clause: Clause, found: Range) -> bool:
    """Tell whether a noun phrase names a thing or an event, which does not speak ("la gravité des faits").

    By its head: a listed noun, or one with an ending of abstract nouns that the pack does not know to speak.
    """
    bare = not any(clause.pos(i) in {"NOUN", "PROPN"} for i in range(*found))
    if bare and clause.low(found[1]) in source_words(clause, "days"):
        return True  # "le huitième samedi"
    at = _head_noun(clause, found)
    if at is None or (capital(clause, at) and at != clause.sentence_start(at)):
        return False
    return thing_noun(clause.low(at), clause.lang)


def _head_noun(clause: Clause, found: Range) -> int | None:
    """Return the head of a phrase: its first common noun; in English its last before a preposition."""
    head = None
    last = bool(clause.g["bare_clause"])
    for at in range(*found):
        before = head is None and (clause.pos(at) == "NUM" or clause.low(at) in OPENING)
        if before or (last and glued(clause, at + 1)):
            continue
        if clause.pos(at) in {"PROPN", "PRON", "ADP", "PUNCT", "NUM", "SCONJ", "VERB"}:
            return head
        if clause.pos(at) == "NOUN":
            head = at
            if not last:
                return head
    return head


def words_inside(clause: Clause, span: Span) -> Range | None:
    """Return the range of the words that a span holds."""
    inside = [i for i, w in enumerate(clause.words) if span.start <= w.start and w.end <= span.end]
    return (inside[0], inside[-1] + 1) if inside else None


def spans_of(clause: Clause, found: Range | None) -> Spans:
    """Return the span of a word range, trimmed, as a tuple; "-ci" takes the first half of its word along."""
    span = clause.span(*_unmarked(clause, found)) if found else None
    if span is None:
        return ()
    if span.of(clause.text).lower() in {"ci", "là", "-ci", "-là"}:
        span = Span(_word_start(clause.text, span.start), span.end)
    return (span,)


def _unmarked(clause: Clause, found: Range) -> Range:
    """Leave out a closing mark whose quotation opened before the phrase, and one that opens at its end."""
    start, end = found
    number = clause.quoted[end - 1]
    if number and end - start > 1 and clause.low(end - 1) in _MARKS | OPENING:
        first = clause.quoted.index(number)
        end -= first < start or first == end - 1
    return start, end


def _word_start(text: str, at: int) -> int:
    while at > 0 and (text[at - 1].isalpha() or text[at - 1] == "-"):
        at -= 1
    return at
