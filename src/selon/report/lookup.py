"""Finding one thing in a dossier: by id, by the start of an id, by siglum, or by words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec
import numpy as np

from selon.errors import UsageError
from selon.model.actor import Actor
from selon.model.claim import Claim, Origin
from selon.model.document import Document
from selon.model.judgement import LISTS, Subject, place_key, place_of
from selon.model.passage import Passage, passage_id
from selon.model.span import hull
from selon.model.statement import Statement
from selon.nlp.embedder import embed
from selon.store.lists import ClaimAsk
from selon.store.snapshot import Snapshot
from selon.text.normalise import fold

KINDS = ("document", "statement", "claim", "origin", "actor", "passage")
_FUSION = 60
"""Constant of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009)."""

_HITS = 200
MEANT = 400
"""Claims whose meaning is looked at: a vector takes 25 ms where none is kept."""


class OriginFound(msgspec.Struct, frozen=True):
    """An origin and every claim that ends at it."""

    origin: Origin
    claims: tuple[Claim, ...]


Found = Document | Statement | Claim | OriginFound | Actor | Passage


def find(view: Snapshot, kind: str, ident: str) -> Found:
    """Return the one thing of `kind` that `ident` names (an id or its unambiguous start).

    Raises UsageError that lists what there is when nothing or several things answer.
    """
    if kind not in KINDS:
        raise UsageError(f"show {kind}: the kinds are {', '.join(KINDS)}")
    every = _all_of(view, kind)
    if kind == "claim" and (named := _by_siglum(view, ident)):
        return named
    if ident in every:
        return every[ident]
    if kind == "claim" and (heir := view.claim(ident)):
        return heir
    if kind == "actor" and (called := _by_name(view, ident)):
        return called
    started = sorted(i for i in every if i.startswith(ident))
    if len(started) == 1:
        return every[started[0]]
    if started:
        raise UsageError(f"{kind} {ident} could be {_listed(started)}: give more of the id")
    raise UsageError(f"no {kind} {ident} in this dossier; there are {_listed(sorted(every)) or 'none'}")


def _by_siglum(view: Snapshot, siglum: str) -> Claim | None:
    """Return the claim that the page calls `c07`; ids are longer, so the two never meet."""
    found = re.fullmatch(r"c0*([1-9]\d*)", siglum)
    return view.claim_numbered(int(found[1])) if found else None


def _by_name(view: Snapshot, name: str) -> Actor | None:
    """Return the one actor of that name, accents and case folded."""
    named = [a for a in view.actors() if fold(a.name) == fold(name)]
    return named[0] if len(named) == 1 else None


def judged_key(view: Snapshot, about: Subject, ident: str) -> str:
    """Return the key under which a judgement keeps the actor, claim, statement or document of that id.

    A claim stands for the place that it is named after, a statement for its own; such a key stands
    for itself. Raises UsageError as `find`.
    """
    if about is Subject.lists and ident == LISTS:
        return LISTS
    if key := _exact_key(view, about, ident):
        return key
    if about is Subject.actors:
        actor = find(view, "actor", ident)
        assert isinstance(actor, Actor)
        return actor.keys[0]
    if about is Subject.reuse:
        found = find(view, "document", ident)
        assert isinstance(found, Document)
        return found.id
    statement = view.statement(ident)
    if statement is not None:
        return place_key(statement.doc, hull(statement.content))
    claim = find(view, "claim", ident)
    assert isinstance(claim, Claim)
    return place_key(claim.canonical.doc, claim.canonical.content)


def _exact_key(view: Snapshot, about: Subject, ident: str) -> str | None:
    """Return the key of a whole id, siglum or key without reading everything; None for anything else."""
    if about is Subject.reuse:
        return ident if view.document(ident) else None
    if about is Subject.actors:
        actor = view.actor(ident) or view.actors_keyed((ident,)).get(ident)
        return None if actor is None else ident if ident in actor.keys else actor.keys[0]
    if statement := view.statement(ident):
        return place_key(statement.doc, hull(statement.content))
    if claim := _by_siglum(view, ident) or view.claim(ident):
        return place_key(claim.canonical.doc, claim.canonical.content)
    return ident if _is_place(view, ident) else None


def _is_place(view: Snapshot, ident: str) -> bool:
    try:
        doc, span = place_of(ident)
    except ValueError:
        return False
    found = view.document(doc)
    return found is not None and span.end <= len(found.text)


def _all_of(view: Snapshot, kind: str) -> dict[str, Found]:
    if kind == "document":
        return {d.id: d for d in view.documents()}
    if kind == "statement":
        return {s.id: s for d in view.documents() for s in view.statements(d.id)}
    if kind == "claim":
        return {c.id: c for c in view.claims()}
    if kind == "actor":
        return {a.id: a for a in view.actors()}
    if kind == "passage":
        return {passage_id(p): p for p in view.passages()}
    return dict(_origins(view.claims()))


def _origins(claims: Iterable[Claim]) -> dict[str, OriginFound]:
    out: dict[str, OriginFound] = {}
    for claim in claims:
        for origin in claim.origins:
            former = out.get(origin.id)
            out[origin.id] = OriginFound(
                former.origin if former else origin, (*(former.claims if former else ()), claim)
            )
    return out


def _listed(idents: Sequence[str], most: int = 12) -> str:
    more = f" and {len(idents) - most} more" if len(idents) > most else ""
    return ", ".join(idents[:most]) + more


def nearest_claims(view: Snapshot, text: str, limit: int) -> list[Claim]:
    """Return up to `limit` claims nearest to `text`, by words and by meaning (reciprocal rank fusion).

    Meaning is asked of the first MEANT claims in the order of sigla and of those that share words.
    """
    if not text.strip():
        return []
    claims = _candidates(view, text)
    if not claims:
        return []
    ranks = [_by_words(view, claims, text), _by_meaning(claims, text)]
    score = {c.id: sum(1 / (_FUSION + r[c.id]) for r in ranks if c.id in r) for c in claims}
    return sorted(claims, key=lambda c: (-score[c.id], c.id))[:limit]


def _candidates(view: Snapshot, text: str) -> list[Claim]:
    found = {row.claim.id: row.claim for row in view.claim_page(ClaimAsk(), 0, MEANT).rows}
    for hit in view.search(text, _HITS):
        if hit.kind == "claim" and hit.ref not in found and (claim := view.claim(hit.ref)):
            found[claim.id] = claim
    return list(found.values())


def _by_words(view: Snapshot, claims: Sequence[Claim], text: str) -> dict[str, int]:
    of_statement = {a.statement: c.id for c in claims for a in c.assertions}
    order: dict[str, int] = {}
    for hit in view.search(text, _HITS):
        claim = hit.ref if hit.kind == "claim" else of_statement.get(hit.ref)
        if claim is not None:
            order.setdefault(claim, len(order))
    return order


def _by_meaning(claims: Sequence[Claim], text: str) -> dict[str, int]:
    vectors = embed([text, *(c.text for c in claims)])
    scores = np.round(vectors[1:] @ vectors[0], 4)
    order = sorted(range(len(claims)), key=lambda i: (-scores[i], claims[i].id))
    return {claims[i].id: rank for rank, i in enumerate(order)}


def as_json(found: object) -> str:
    """Return the record(s) as JSON for another program."""
    return msgspec.json.format(msgspec.json.encode(found), indent=1).decode()


def plain(found: object) -> object:
    """Return the record(s) as dicts, lists and strings."""
    return msgspec.to_builtins(found)
