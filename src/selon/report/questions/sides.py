"""Who says a claim and who contests it, with a quotation for each."""

from __future__ import annotations

from dataclasses import dataclass

from selon.model.claim import Dispute, DisputeLevel, Origin
from selon.report.questions.case import Case, Listed
from selon.report.questions.exact import Quote, below, quote, related_marks
from selon.report.questions.marks import Mark
from selon.report.questions.roles import of_links, of_origin
from selon.report.questions.rows import Tree


@dataclass(frozen=True)
class Says:
    """An origin, how many articles rest on it and through whom, and its words in the first of them."""

    origin: Origin
    docs: tuple[str, ...]
    through: tuple[tuple[str, int], ...]
    quote: Quote | None
    role: str = ""
    """What the source is, in the words of a text."""


@dataclass(frozen=True)
class Contests:
    """What stands against a claim in one way: another claim, or the words of one actor.

    `actors` are those who say so, `docs` where; the quotation is from the first of them.
    """

    level: DisputeLevel
    actors: tuple[str, ...]
    docs: tuple[str, ...]
    quote: Quote | None
    against: Listed | None

    @property
    def origins(self) -> tuple[Origin, ...]:
        """The origins of the claim that stands against this one."""
        return self.against.claim.origins if self.against else ()

    @property
    def roles(self) -> tuple[str, ...]:
        """What each of these origins is, in the words of a text; empty for what no text says."""
        return tuple(of_origin(self.against.claim, o) for o in self.origins) if self.against else ()

    @property
    def rival(self) -> bool:
        """Whether it is another figure, and nobody's denial."""
        return self.level is DisputeLevel.figure


QUOTED = 24
"""Origins whose words are quoted; of more the name and the number of articles are given."""


def says(case: Case, item: Listed, tree: Tree) -> tuple[Says, ...]:
    """Return one entry for each origin, in the order of the drawing."""
    out: list[Says] = []
    for place, node in enumerate(tree.nodes):
        if node.origin is not None:
            docs = below(tree, node)
            through = tuple((n.name, len(below(tree, n))) for n in tree.nodes if n.parent == place)
            said = _first_words(case, item, node.origin, docs) if len(out) < QUOTED else None
            out.append(Says(node.origin, docs, through, said, of_links(node.name, node.links)))
    return tuple(out)


def _first_words(case: Case, item: Listed, origin: Origin, docs: tuple[str, ...]) -> Quote | None:
    own = [item.claim.assertions[i] for i in origin.assertions if i < len(item.claim.assertions)]
    rank = {doc: place for place, doc in enumerate(docs)}
    found = min(
        own, key=lambda a: (a.source is None, rank.get(a.doc, len(rank)), a.content.start), default=None
    )
    if found is None or found.doc not in case.docs:
        return None
    marks = related_marks(case, found.doc, case.statement(found.doc, found.statement))
    return quote(case, found.doc, found.content, marks)


def contests(case: Case, item: Listed) -> tuple[Contests, ...]:
    """Return what contests a claim, in the order of publication; one entry for one claim or one actor."""
    found: dict[tuple[str, str], list[Dispute]] = {}
    for dispute in sorted(item.claim.disputed_by, key=lambda d: (case.order(d.doc), d.span.start, d.actor)):
        key = dispute.claim if dispute.claim in case.by_claim else None
        found.setdefault((dispute.level, key or f"actor {dispute.actor}"), []).append(dispute)
    return tuple(_contest(case, group) for group in found.values())


def _contest(case: Case, group: list[Dispute]) -> Contests:
    first = group[0]
    actors = tuple(dict.fromkeys(d.actor or case.outlet(d.doc) for d in group))
    docs = tuple(dict.fromkeys(d.doc for d in group))
    against = case.by_claim.get(first.claim) if first.claim else None
    return Contests(first.level, actors, docs, _words_of(case, first), against)


def _words_of(case: Case, dispute: Dispute) -> Quote | None:
    if dispute.doc not in case.docs:
        return None
    statement = case.statement(dispute.doc, dispute.statement or "")
    marks = related_marks(case, dispute.doc, statement) or [Mark(dispute.span, "w-con")]
    return quote(case, dispute.doc, dispute.span, marks)
