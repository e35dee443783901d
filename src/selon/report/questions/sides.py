"""Who says a claim and who contests it, with a quotation for each."""

from __future__ import annotations

from dataclasses import dataclass

from selon.model.claim import Dispute, Origin
from selon.report.questions.case import Case, Listed
from selon.report.questions.exact import Quote, below, quote, related_marks
from selon.report.questions.marks import Mark
from selon.report.questions.tree import Tree


@dataclass(frozen=True)
class Says:
    """An origin, how many articles rest on it and through whom, and its words in the first of them."""

    origin: Origin
    docs: tuple[str, ...]
    through: tuple[tuple[str, int], ...]
    quote: Quote | None


@dataclass(frozen=True)
class Contests:
    """A dispute with its words; `against` is the claim that stands against this one."""

    dispute: Dispute
    quote: Quote | None
    against: Listed | None


def says(case: Case, item: Listed, tree: Tree) -> tuple[Says, ...]:
    """Return one entry for each origin, in the order of the drawing."""
    out = []
    for place, node in enumerate(tree.nodes):
        if node.origin is None:
            continue
        docs = below(tree, node)
        through = tuple((n.name, len(below(tree, n))) for n in tree.nodes if n.parent == place)
        out.append(Says(node.origin, docs, through, _first_words(case, item, node.origin, docs)))
    return tuple(out)


def _first_words(case: Case, item: Listed, origin: Origin, docs: tuple[str, ...]) -> Quote | None:
    own = [item.claim.assertions[i] for i in origin.assertions if i < len(item.claim.assertions)]
    rank = {doc: place for place, doc in enumerate(docs)}
    found = min(
        own, key=lambda a: (a.source is None, rank.get(a.doc, len(rank)), a.content.start), default=None
    )
    if found is None or found.doc not in case.docs:
        return None
    marks = related_marks(case, found.doc, case.statements.get(found.statement))
    return quote(case, found.doc, found.content, marks)


def contests(case: Case, item: Listed) -> tuple[Contests, ...]:
    """Return the disputes of a claim in the order of publication; one sentence of one actor is shown once."""
    ordered = sorted(item.claim.disputed_by, key=lambda d: (case.order(d.doc), d.span.start, d.actor))
    found: dict[tuple[str, str, str], Contests] = {}
    for dispute in ordered:
        contest = _contest(case, dispute)
        words = "".join(s.text for s in contest.quote.segments) if contest.quote else ""
        found.setdefault((dispute.doc, dispute.actor, words), contest)
    return tuple(found.values())


def _contest(case: Case, dispute: Dispute) -> Contests:
    against = case.by_claim.get(dispute.claim) if dispute.claim else None
    if dispute.doc not in case.docs:
        return Contests(dispute, None, against)
    statement = case.statements.get(dispute.statement or "")
    marks = related_marks(case, dispute.doc, statement) or [Mark(dispute.span, "w-con")]
    return Contests(dispute, quote(case, dispute.doc, dispute.span, marks), against)
