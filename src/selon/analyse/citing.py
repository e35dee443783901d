"""Chains in one sentence: "X, cité par Y", "Y, citant X"."""

from __future__ import annotations

from collections.abc import Iterator

from selon.analyse.clause import Clause
from selon.analyse.drafts import Draft
from selon.analyse.nouns import may_speak, noun_phrase, source_words
from selon.model.statement import Stance


def cited_drafts(clause: Clause, held: tuple[Draft, ...]) -> Iterator[Draft]:
    """Yield the level above: "X, cité par Y", "des sources interrogées par Y" (Y reports what X says)."""
    for at in range(len(clause.words)):
        if clause.low(at) not in source_words(clause, "cited") or clause.low(at + 1) not in source_words(
            clause, "by"
        ):
            continue
        source = noun_phrase(clause, at + 2)
        draft = _near(clause, at, held)
        cue = clause.exact(at, at + 1)
        named = clause.span(*source) if source else None
        if draft and cue and named:
            yield Draft(draft.content, (named,), (cue,), Stance.asserts, "cited by", clause.unit.part)


def _near(clause: Clause, at: int, held: tuple[Draft, ...]) -> Draft | None:
    """Return the draft whose source stands closest before the participle."""
    place = clause.words[at].start
    named = [d for d in held if d.source and d.source[-1].end <= place]
    near = max(named, key=lambda d: d.source[-1].end, default=None)
    return near if near and place - near.source[-1].end < 60 else None


def citing_drafts(clause: Clause, held: tuple[Draft, ...]) -> Iterator[Draft]:
    """Yield those whom a speaker leans on ("citant plusieurs sources"): the lower level of a chain."""
    for at in range(len(clause.words)):
        after = clause.phrase_at(at, source_words(clause, "citing"))
        if after is None or clause.low(after) in {":"}:
            continue
        source = noun_phrase(clause, after)
        place = clause.words[at].start
        upper = max(
            (d for d in held if d.cue and d.cue[-1].end <= place), key=lambda d: d.cue[-1].end, default=None
        )
        cue, named = clause.exact(at, after), clause.span(*source) if source else None
        if (
            upper
            and cue
            and named
            and source
            and may_speak(clause, source)
            and not any(clause.quoted[i] for i in range(*source))
        ):
            yield Draft(
                upper.content, (named,), (cue,), Stance.asserts, "citing", clause.unit.part, above=upper.cue
            )
