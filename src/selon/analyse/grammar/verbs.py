"""Verb groups: auxiliaries, clitics and adverbs around a verb, its voice and negation, its participles."""

from __future__ import annotations

from functools import cache

from selon.analyse.grammar.clause import VERBAL, Clause
from selon.languages.pack import table

_NO_VERB = frozenset({"ADJ", "NOUN", "PROPN", "X"})
APART = 9
"""At most this many words stand between an auxiliary and its participle."""


@cache
def _by_last_word(phrases: frozenset[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the words of the phrases by the last, the longest first."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for parts in sorted((tuple(phrase.split()) for phrase in phrases), key=lambda p: (-len(p), p)):
        found[parts[-1]] = (*found.get(parts[-1], ()), parts)
    return found


def group_start(clause: Clause, at: int) -> int:
    """Return where the verb group of the verb `at` begins: auxiliaries, clitics and adverbs before it."""
    start = at
    helpers = clause.g["helpers"]
    while start > 0:
        if (clause.low(start - 1) in helpers and not _named(clause, start - 1)) or (
            clause.pos(start - 1) == "ADV" and start >= 2 and _helped(clause, start - 2)
        ):
            start -= 1
        elif (
            ((before := _quoted_adverb(clause, start)) is not None and clause.low(before - 1) in helpers)
            or ((before := _inner_adverbial(clause, start)) is not None and clause.low(before - 1) in helpers)
            or (before := _own_auxiliary(clause, at, start)) is not None
        ):
            start = before
        else:
            break
    while start < at and clause.pos(start) == "ADV" and clause.low(start) not in helpers:
        start += 1
    return start


def _named(clause: Clause, at: int) -> bool:
    """Tell whether a helper's form is a name ("Theresa May said")."""
    return clause.pos(at) == "PROPN" and clause.text[clause.words[at].start].isupper()


def _own_auxiliary(clause: Clause, at: int, start: int) -> int | None:
    """Return the auxiliary that the parse gives the verb, when only adverbials part the two."""
    own = [i for i in clause.children[at] if clause.words[i].dep.startswith("aux") and i < start]
    own = [i for i in own if clause.low(i) in clause.g["auxiliaries"]]  # "-il" of "a-t-il encore dit" is none
    governor = clause.words[at].head
    if not own and governor < start and clause.low(governor) in clause.g["have"] and not clause.finite(at):
        own = [governor]
    if not own or start - own[-1] > APART:
        return None
    between = range(own[-1] + 1, start)
    parted = any(
        clause.finite(i) or clause.stops(i) or clause.quoted[i] or _links(clause, i) for i in between
    )
    return None if parted else own[-1]


def _links(clause: Clause, at: int) -> bool:
    """Tell whether the word opens a clause or a comparison of its own."""
    return clause.pos(at) == "SCONJ" or clause.low(at) in clause.g["relative"] | clause.g["as"]


def _quoted_adverb(clause: Clause, end: int) -> int | None:
    """Return where a quotation of a word or two that ends before `end` begins (a « fermement » nié)."""
    number = clause.quoted[end - 1] if end else 0
    if not number or end - clause.quoted.index(number) > 4:
        return None
    return clause.quoted.index(number) or None


def _inner_adverbial(clause: Clause, end: int) -> int | None:
    """Return where an adverbial of several words that ends before `end` begins ("pour sa part")."""
    for parts in _by_last_word(clause.g["inner_adverbials"]).get(clause.low(end - 1), ()):
        start = end - len(parts)
        if start > 0 and all(clause.low(start + n) == part for n, part in enumerate(parts)):
            return start
    return None


def _helped(clause: Clause, at: int) -> bool:
    while at >= 0 and clause.pos(at) == "ADV" and clause.low(at) not in clause.g["helpers"]:
        at -= 1
    return clause.low(at) in clause.g["auxiliaries"]


def mistaken_participle(clause: Clause, at: int) -> bool:
    """Tell whether a word that the parse took for no verb is the participle of a helper before it ("a
    sèchement martelé", "a tweeté")."""
    endings = tuple(table(clause.lang, "conjugation").get("er", {}).get("pp", ()))
    before = at - 1
    while before > 0 and (clause.pos(before) == "ADV" or clause.low(before) in clause.g["clitic_subjects"]):
        before -= 1
    helped = before >= 0 and clause.low(before) in clause.g["have"] and clause.pos(before) != "ADP"
    return helped and clause.pos(at) in _NO_VERB and clause.low(at).endswith(endings or ("\0",))


def passive(clause: Clause, at: int, shape: str) -> bool:
    """Tell whether a past participle is used passively (with "to be" or on its own)."""
    if shape != "pp":
        return False
    places = range(group_start(clause, at), at)
    group = [clause.low(i) for i in places]
    if any(w in clause.g["reflexive"] for w in group):
        return False
    if any(w in clause.g["be"] and not _short_have(clause, i) for i, w in zip(places, group, strict=True)):
        return True
    if any(_short_have(clause, i) for i in places):
        return False
    if any(w in clause.g["have"] for w in group):
        return False
    return not clause.finite(at)


def _short_have(clause: Clause, at: int) -> bool:
    """Tell whether a short "'s" stands for "has" ("she's said")."""
    return (
        clause.low(at) in clause.g["short_be_or_have"] and clause.words[at].dep in clause.g["active_helper"]
    )


def negated(clause: Clause, at: int) -> bool:
    """Tell whether the verb group carries a negation."""
    near = range(group_start(clause, at), min(len(clause.words), at + 3))
    return any(clause.low(i) in clause.g["negation"] for i in near if i <= at) or clause.low(at + 1) == "pas"


def in_relative(clause: Clause, verb: int) -> bool:
    """Tell whether the verb belongs to a relative clause or hangs on a noun as a participle."""
    word = clause.words[verb]
    return word.head != verb and (word.dep in clause.g["relative_clause"] or word.dep.startswith("acl"))


def bare_participle(clause: Clause, verb: int) -> bool:
    """Tell whether the word is a past participle with no auxiliary before it."""
    alone = not any(clause.low(i) in clause.g["auxiliaries"] for i in range(group_start(clause, verb), verb))
    return "VerbForm=Part" in clause.words[verb].morph and "Tense=Past" in clause.words[verb].morph and alone


def aside_participle(clause: Clause, verb: int) -> bool:
    """Tell whether the word is a present participle behind a comma ("le maire, estimant …")."""
    present = "Tense=Pres|VerbForm=Part" in clause.words[verb].morph and not clause.g["bare_clause"]
    return present and clause.low(verb - 1) == ","


def aside_at(clause: Clause, at: int) -> bool:
    """Tell whether an inverted aside begins here (", a-t-il dit", ", affirme X")."""
    place = at
    while clause.low(place) in clause.g["helpers"] or (place > at and clause.pos(place) == "ADV"):
        place += 1
    if not any(
        f.shape in {"fin", "pp"} and "aside" in f.word.frames for f in clause.forms.get(clause.low(place), ())
    ):
        return False
    group = range(at, min(len(clause.words), place + 2))
    if (
        clause.low(at) in clause.g["have"]
        and place > at
        and clause.low(place + 1) not in clause.g["complementizer"]
    ):
        return True
    return any(clause.low(i) in clause.g["clitic_subjects"] for i in group) or (
        clause.pos(place) in VERBAL
        and clause.pos(place + 1) in {"DET", "PROPN"}
        and not clause.g["bare_clause"]
    )


def has_own_auxiliary(clause: Clause, verb: int, after: int) -> bool:
    """Tell whether the second verb of a coordination has its own auxiliary or is finite."""
    return (
        clause.finite(verb)
        or any(clause.low(i) in clause.g["have"] for i in range(after, verb))
        or ("VerbForm=Part" in clause.words[verb].morph)
    )
