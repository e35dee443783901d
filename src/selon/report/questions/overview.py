"""What a dossier holds, in figures and short lists."""

from __future__ import annotations

from dataclasses import dataclass

from selon.languages.coverage import Partly, partly_read
from selon.model.claim import Claim, DisputeLevel
from selon.report.questions.case import Case, Listed
from selon.report.questions.derivation import derivation


@dataclass(frozen=True)
class Facts:
    """The counts of a dossier. Origins are those that assert, told apart by their ids."""

    documents: int
    outlets: int
    languages: tuple[str, ...]
    partly: tuple[Partly, ...]
    claims: int
    origins: int
    copies: int
    disputed: int
    rejects: int
    first: str | None
    last: str | None


def facts(case: Case) -> Facts:
    """Return the counts of a dossier."""
    docs = case.docs.values()
    days = sorted(d.date for d in docs if d.date)
    return Facts(
        documents=len(case.docs),
        outlets=len({d.outlet for d in docs if d.outlet}),
        languages=tuple(sorted({d.lang for d in docs if d.lang})),
        partly=partly_read(d.lang for d in docs),
        claims=len(case.claims),
        origins=len({o.id for i in case.claims for o in i.claim.origins}),
        copies=len(case.parents),
        disputed=sum(bool(i.claim.disputed_by) for i in case.claims),
        rejects=len(case.rejects),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


@dataclass(frozen=True)
class Copied:
    """A text that others derive from: how many directly, and in how many ways."""

    doc: str
    direct: int
    edited: int
    translated: int


def most_copied(case: Case, most: int = 8) -> tuple[Copied, ...]:
    """Return the texts that most others derive from."""
    found = []
    for source, edges in case.children.items():
        ways = [derivation(case, e.derived, e.source).via for e in edges]
        found.append(Copied(source, len(ways), ways.count("edits"), ways.count("translates")))
    return tuple(sorted(found, key=lambda c: (-c.direct, case.order(c.doc)))[:most])


def disputed(case: Case, most: int = 12) -> tuple[Listed, ...]:
    """Return the claims that somebody contests, those with most articles first."""
    found = [i for i in case.claims if i.claim.disputed_by]
    return tuple(sorted(found, key=lambda i: (-len(i.claim.articles), i.siglum))[:most])


def levels(claim: Claim) -> tuple[DisputeLevel, ...]:
    """Return what the disputes of a claim are about, each once."""
    return tuple(sorted({d.level for d in claim.disputed_by}))


def against(case: Case, item: Listed) -> tuple[Listed, ...]:
    """Return the claims that stand against one, in the order of the page."""
    ids = {d.claim for d in item.claim.disputed_by if d.claim}
    return tuple(other for other in case.claims if other.claim.id in ids)
