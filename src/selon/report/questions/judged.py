"""Decisions of people in words: what the keys of a judgement stand for in the dossier as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from selon.model.actor import Actor
from selon.model.document import Document
from selon.model.judgement import LISTS, Judgement, Subject, Verdict, place_of
from selon.model.span import Span
from selon.report.questions.case import Listed, listed
from selon.store.snapshot import Snapshot


class Fate(StrEnum):
    """What has become of a judgement."""

    standing = "standing"
    superseded = "superseded"
    withdrawn = "withdrawn"
    withdrawal = "withdrawal"
    """The record that takes another back."""


@dataclass(frozen=True)
class Side:
    """One of the two things judged. `words` are empty when it has left the dossier."""

    key: str
    words: str = ""
    lang: str = ""
    doc: str | None = None
    claim: Listed | None = None
    actor: Actor | None = None


@dataclass(frozen=True)
class Judged:
    """A judgement with both sides in words."""

    record: Judgement
    a: Side
    b: Side
    fate: Fate

    @property
    def sides(self) -> tuple[Side, ...]:
        """What is judged: two things, or one and the lists."""
        return tuple(side for side in (self.a, self.b) if side.key != LISTS)


def fates(every: Iterable[Judgement]) -> Mapping[str, Fate]:
    """Return what has become of each judgement, by id."""
    records = tuple(every)
    later = {j.supersedes: j for j in records if j.supersedes}
    return {j.id: _fate(j, later.get(j.id)) for j in records}


def _fate(one: Judgement, later: Judgement | None) -> Fate:
    if one.verdict is Verdict.withdrawn:
        return Fate.withdrawal
    if later is None:
        return Fate.standing
    return Fate.withdrawn if later.verdict is Verdict.withdrawn else Fate.superseded


def judged(view: Snapshot, records: Sequence[Judgement], fate: Mapping[str, Fate]) -> tuple[Judged, ...]:
    """Return judgements in words, in their order; `fate` is that of every judgement of the dossier."""
    sides = {**_actors(view, records), **_places(view, records), **_documents(view, records)}

    def side(about: Subject, key: str) -> Side:
        return sides.get((about, key)) or Side(key)

    return tuple(Judged(j, side(j.about, j.a), side(j.about, j.b), fate[j.id]) for j in records)


Sides = dict[tuple[Subject, str], Side]


def _keys(records: Iterable[Judgement], about: Subject) -> list[str]:
    return sorted({key for j in records if j.about is about for key in (j.a, j.b)})


def _actors(view: Snapshot, records: Iterable[Judgement]) -> Sides:
    found = view.actors_keyed(_keys(records, Subject.actors))
    return {(Subject.actors, key): Side(key, actor.name, actor=actor) for key, actor in found.items()}


def _documents(view: Snapshot, records: Iterable[Judgement]) -> Sides:
    found = {key: view.document(key) for key in _keys(records, Subject.reuse)}
    return {
        (Subject.reuse, key): Side(key, title_of(doc), doc.lang, key)
        for key, doc in found.items()
        if doc is not None
    }


def _places(view: Snapshot, records: Iterable[Judgement]) -> Sides:
    subjects = {j.about for j in records} & {Subject.claims, Subject.lists}
    keys = {(about, key) for about in subjects for key in _keys(records, about) if key != LISTS}
    places = {key: place_of(key) for _, key in keys}
    docs = {doc: view.document(doc) for doc, _ in places.values()}
    near = view.around_documents(*(doc for doc, found in docs.items() if found))
    claims = listed(near.claims(), near.numbers(), near.total())
    found: Sides = {}
    for about, key in keys:
        doc, span = places[key]
        if (text := docs[doc]) is not None and span.end <= len(text.text):
            words = " ".join(span.of(text.text).split())
            found[about, key] = Side(key, words, text.lang, doc, claim_at(claims, doc, span))
    return found


def claim_at(claims: Iterable[Listed], doc: str, span: Span) -> Listed | None:
    """Return the claim that is asserted at a place of a document: the one that shares most with it."""
    near = [
        (a.content.overlap(span), item.claim.id, item)
        for item in claims
        for a in item.claim.assertions
        if a.doc == doc
    ]
    shared, _, item = max(near, key=lambda n: n[:2], default=(0, "", None))
    return item if shared else None


def title_of(doc: Document) -> str:
    """Return what a document is called in a list: its title, else its outlet, else its id."""
    return doc.title or doc.outlet or doc.id
