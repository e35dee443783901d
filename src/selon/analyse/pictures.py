"""What pictures show: "les images montrent que …", "sur la vidéo, on voit …", "In the footage, …"."""

from __future__ import annotations

from collections.abc import Iterator

from selon.analyse.drafts import Draft
from selon.analyse.edges import clause_end, skip
from selon.analyse.grammar.clause import VERBAL, Clause
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.grammar.ranges import Range, spans_of
from selon.analyse.grammar.source_words import source_words
from selon.analyse.grammar.subjects import subject
from selon.analyse.grammar.verbs import group_start, negated, passive
from selon.analyse.lexicon import Listed, listed
from selon.model.statement import Stance

RULE = "picture"
SEEN = 12
"""The picture is named within this many words of "on voit", before or after it."""
_SPOKEN = frozenset({"clause", "aside", "quoted_aside", "quote", "inf"})


def picture_drafts(clause: Clause) -> Iterator[Draft]:
    """Yield one draft for every clause that says what pictures show; the pictures are its source."""
    found = [*_shown(clause), *_seen(clause)]
    yield from found
    taken = {clause.sentence_start(at) for at, word in enumerate(clause.words) if _has_cue(found, word.start)}
    for start in sorted({clause.sentence_start(at) for at in range(len(clause.words))} - taken):
        if draft := _opening(clause, start):
            yield draft


def _has_cue(found: list[Draft], start: int) -> bool:
    return any(cue.start == start for d in found for cue in d.cue)


def _verbs(clause: Clause, name: str) -> Iterator[tuple[int, Listed]]:
    forms = listed(clause.lang, "showing")
    for at in range(len(clause.words)):
        if clause.pos(at) in VERBAL:
            yield from ((at, e) for e in forms.get(clause.low(at), ())[:1] if e.name == name)


def _shown(clause: Clause) -> Iterator[Draft]:
    """Pictures as the subject: "une vidéo montre un agent frapper …", "les images semblent montrer que …"."""
    for at, entry in _verbs(clause, "shows"):
        if entry.shape == "ger" or passive(clause, at, entry.shape):
            continue
        source = subject(clause, clause.words[at].head if entry.shape == "inf" else at)
        if source and pictured(clause, source):
            start = skip(clause, at + 1, len(clause.words))
            yield from _told(clause, at, source, start, entry.lemma)


def _seen(clause: Clause) -> Iterator[Draft]:
    """Anybody as the one who sees: "sur les images, on voit …", "on aperçoit sur la vidéo …"."""
    for at, entry in _verbs(clause, "sees"):
        verb = group_start(clause, at)
        while clause.low(verb - 1) in clause.g["helpers"] or clause.pos(verb - 1) in {"AUX", "VERB"}:
            verb -= 1
        anybody = {clause.low(i) for i in range(max(0, verb - 2), verb)} & source_words(clause, "nobody")
        picture = _beside(clause, verb, at) if anybody and not negated(clause, at) else None
        if picture:
            start = picture[1] if picture[0] > at else at + 1
            yield from _told(clause, at, picture, start, entry.lemma)


def _beside(clause: Clause, verb: int, at: int) -> Range | None:
    """Return the pictures that stand before "on voit" in its sentence, or right after it."""
    first = max(clause.sentence_start(at), verb - SEEN)
    for place in (at + 1, *range(verb - 1, first - 1, -1)):
        if clause.low(place) in source_words(clause, "shown_on"):
            found = noun_phrase(clause, place + 1, apposed=False)
            if found and pictured(clause, found):
                return found
    return None


def _opening(clause: Clause, start: int) -> Draft | None:
    """ "Sur les images, le docker ne porte …": what the rest tells is what the pictures show."""
    while clause.pos(start) in {"ADV", "PUNCT", "CCONJ"}:
        start += 1
    if clause.low(start) not in source_words(clause, "shown_on") or clause.quoted[start]:
        return None
    found = noun_phrase(clause, start + 1, apposed=False)
    comma = _comma(clause, found[1]) if found and pictured(clause, found) else None
    if not found or comma is None:
        return None
    content = (comma + 1, clause_end(clause, comma + 1, start))
    if any(_spoken(clause, i) for i in range(*content)):
        return None  # "dans une vidéo, le maire affirme …": there he speaks
    happens = any(clause.finite(i) for i in range(*content))
    return next(_made(clause, start, found, content, clause.low(start)), None) if happens else None


def _comma(clause: Clause, at: int) -> int | None:
    """Return the comma that closes an opening phrase, past a participle ("filmée au même moment")."""
    for place in range(at, min(len(clause.words), at + SEEN)):
        if clause.low(place) == ",":
            return place
        if clause.finite(place) or clause.stops(place):
            return None
    return None


def _spoken(clause: Clause, at: int) -> bool:
    says = any(
        _SPOKEN & f.word.frames and f.shape in {"fin", "pp"} for f in clause.forms.get(clause.low(at), ())
    )
    return says or bool(clause.quoted[at]) or clause.low(at) in clause.g["first_person"]


def pictured(clause: Clause, found: Range) -> bool:
    """Tell whether the head of a phrase is of pictures: its first common noun, in English the last."""
    nouns = [i for i in range(*found) if clause.pos(i) in {"NOUN", "PROPN"}]
    head = nouns[:1]
    if clause.g["bare_clause"]:
        before = next((i for i in range(*found) if clause.pos(i) == "ADP"), found[1])
        head = [i for i in nouns if i < before][-1:]
    return any(clause.low(i) in source_words(clause, "pictures") for i in head)


def _made(clause: Clause, at: int, source: Range, content: Range, lemma: str) -> Iterator[Draft]:
    said, cue = clause.span(*content), clause.exact(at, at + 1)
    if said and cue:
        rule = f"verb {lemma}: {RULE}"
        yield Draft((said,), spans_of(clause, source), (cue,), Stance.asserts, rule, clause.unit.part)


def _told(clause: Clause, at: int, source: Range, start: int, lemma: str) -> Iterator[Draft]:
    """Yield the draft where the verb tells what happens: a clause, a noun with an infinitive or participle.

    A noun alone only names what is to be seen; one in quotation marks is what others call it.
    """
    content = start, clause_end(clause, start, at)
    found = noun_phrase(clause, *content, apposed=False)
    place = found[1] if found else start
    while clause.pos(place) == "ADV":
        place += 1
    acts = place < content[1] and clause.pos(place) in VERBAL
    named = any(clause.quoted[i] for i in range(start, place))
    if clause.low(start) in clause.g["complementizer"] or (acts and not named):
        yield from _made(clause, at, source, content, lemma)
