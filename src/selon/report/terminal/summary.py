"""The result of a run: counts, claims, disputes, what was set aside."""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from selon.model.claim import Claim
from selon.report.questions import overview
from selon.report.questions.case import Case, Listed
from selon.report.terminal.disputes import dispute_lines
from selon.report.terminal.marks import MARKS, flat, named
from selon.report.view import View
from selon.report.wording import Words, words

_SHOWN = 8
"""Disputed claims quoted in a summary; the rest are counted."""


def summary(view: View, lang: str = "fr", most: int = 30) -> RenderableType:
    """Return the result of a run: the counts, the claims with articles against origins, what was set aside.

    At most `most` claims are listed; those with one article and one origin are counted only.
    """
    case, say = Case(view), words(lang)
    shared = [item for item in case.claims if item.full]
    pieces: list[RenderableType] = [_counts(case, say), Text()]
    pieces.append(_claims(case, shared[:most], say) if shared else Text(say.plain("overview.no_shared")))
    rest = len(shared) - most
    if rest > 0:
        pieces.append(Text(say.plain("series.rest", n=rest), style="dim"))
    if singles := len(case.claims) - len(shared):
        line = say.plain("overview.singles", claims=say.count("claims", singles))
        pieces.append(Text(line, style="dim"))
    return Group(*pieces, *_disputes(case, say), *_rejects(case, say))


def _counts(case: Case, say: Words) -> Text:
    found = overview.facts(case)
    shown = [("documents", found.documents), ("claims", found.claims), ("origins", found.origins)]
    shown += [("contested", found.disputed)] if found.disputed else []
    shown += [("rejects", found.rejects)] if found.rejects else []
    return Text(" · ".join(say.count(what, n) for what, n in shown), style="bold")


def _claims(case: Case, items: Iterable[Listed], say: Words) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("")
    table.add_column(say.plain("table.claim"), ratio=1, overflow="fold")
    table.add_column(say.plain("table.articles"), justify="right")
    table.add_column(say.plain("table.origins"), justify="right")
    table.add_column("")
    table.add_column(say.plain("table.dispute"))
    for item in items:
        claim = item.claim
        rivals = " ".join(other.siglum for other in overview.against(case, item))
        dispute = rivals or ", ".join(say.plain(f"dispute.{level}") for level in overview.levels(claim))
        table.add_row(
            item.siglum,
            Text(flat(claim.text)),
            str(len(claim.articles)),
            str(claim.origin_count),
            _who(claim, say),
            dispute,
        )
    return table


def _who(claim: Claim, say: Words) -> Text:
    out = Text()
    for place, origin in enumerate(claim.origins):
        out.append("\n" if place else "").append_text(named(origin))
    if claim.circular:
        out.append("\n" if claim.origins else "")
        out.append(f"{MARKS['k-loop']} {say.plain('kind.loop')}", style="dim")
    return out


def _disputes(case: Case, say: Words) -> list[RenderableType]:
    items = overview.disputed(case, len(case.claims))
    if not items:
        return []
    out: list[RenderableType] = [Text(), Text(say.plain("overview.disputes"), style="bold")]
    for item in items[:_SHOWN]:
        out.extend(dispute_lines(case, item, say, 2))
    if len(items) > _SHOWN:
        out.append(Text(say.plain("series.rest", n=len(items) - _SHOWN), style="dim"))
    return out


def _rejects(case: Case, say: Words) -> list[RenderableType]:
    if not case.rejects:
        return []
    out: list[RenderableType] = [Text(), Text(say.plain("rejects.title"), style="bold")]
    for reject in case.rejects:
        line = Text(flat(reject.where or reject.record)).append(f": {flat(reject.reason)}", style="dim")
        out.append(Padding(line, (0, 0, 0, 2), expand=False))
    return out
