"""The result of a run as one JSON object, for another program."""

from __future__ import annotations

import msgspec

from selon.languages.coverage import partly_read
from selon.model.artefact import Artefact
from selon.report.questions.case import Case, Listed
from selon.report.view import View


class ClaimLine(msgspec.Struct, frozen=True):
    """One claim: articles and origins are always given as a pair."""

    siglum: str
    id: str
    text: str
    articles: list[str]
    origin_count: int
    origins: list[dict[str, object]]
    circular: bool
    disputed_by: list[dict[str, object]]


class Summary(msgspec.Struct, frozen=True):
    """Documents read, claims in the order of the page, and what was set aside with the reasons.

    `partly_read` counts the documents of languages that no parser read: a light pack, or none.
    """

    dossier: str
    documents: int
    partly_read: list[dict[str, object]]
    claims: list[ClaimLine]
    rejects: list[dict[str, object]]
    info: dict[str, str]
    artefacts: list[Artefact]


def summary_row(view: View) -> str:
    """Return the summary of a dossier as indented JSON."""
    case = Case(view)
    rejects: list[dict[str, object]] = [{"record": r.record, "reason": r.reason} for r in case.rejects]
    partly = [p._asdict() for p in partly_read(doc.lang for doc in case.docs.values())]
    claims = [_line(item) for item in case.claims]
    made = Summary(case.name, len(case.docs), partly, claims, rejects, case.info, _artefacts(case))
    return msgspec.json.format(msgspec.json.encode(made), indent=1).decode()


def _artefacts(case: Case) -> list[Artefact]:
    return [found for doc in sorted(case.artefacts) for found in case.artefacts[doc]]


def _line(item: Listed) -> ClaimLine:
    claim = item.claim
    return ClaimLine(
        siglum=item.siglum,
        id=claim.id,
        text=claim.text,
        articles=list(claim.articles),
        origin_count=claim.origin_count,
        origins=[{"name": o.name, "kind": o.kind, "on_record": o.on_record} for o in claim.origins],
        circular=claim.circular,
        disputed_by=[{"doc": d.doc, "actor": d.actor, "level": d.level} for d in claim.disputed_by],
    )
