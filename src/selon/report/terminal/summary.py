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
from selon.report.questions.reasons import spoken
from selon.report.terminal.disputes import dispute_lines
from selon.report.terminal.marks import MARKS, flat, named
from selon.report.view import View
from selon.report.wording import Words, words

_LENGTH, _ORIGINS = 120, 4
"""Characters of a claim and origins by name shown in its row."""
_SHOWN = 8
"""Disputed claims quoted in a summary; the rest are counted."""


def summary(view: View, lang: str = "fr", most: int = 30) -> RenderableType:
    """Return the result of a run: the counts, the claims with articles against origins, what was set aside.

    At most `most` claims are listed; those with one article and one origin are counted only.
    """
    case, say = Case(view), words(lang)
    shared = [item for item in case.claims if item.full]
    pieces: list[RenderableType] = [_counts(case, say), *_partly(case, say), Text()]
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


def _partly(case: Case, say: Words) -> list[Text]:
    """Say which documents were read without a parser."""
    lines = (say.partly(found) for found in overview.facts(case).partly)
    return [Text(line, style="dim") for line in lines]


def _claims(case: Case, items: Iterable[Listed], say: Words) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1))
    table.add_column("")
    table.add_column(say.plain("table.claim"), ratio=3, overflow="fold")
    table.add_column(say.plain("terminal.pair"), justify="right", no_wrap=True)
    table.add_column(say.plain("table.origins"), ratio=2, overflow="fold")
    for item in items:
        claim = item.claim
        pair = f"{len(claim.articles)} → {claim.origin_count}"
        table.add_row(item.siglum, _what(case, item, say), pair, _who(claim, say))
    return table


def _what(case: Case, item: Listed, say: Words) -> Text:
    """The claim, cut to a few lines, and the sigla of the claims that stand against it."""
    words = flat(item.claim.text)
    out = Text(words if len(words) <= _LENGTH else words[:_LENGTH].rsplit(" ", 1)[0] + " …")
    if rivals := " ".join(other.siglum for other in overview.against(case, item)):
        out.append(f"  {say.plain('terminal.against', claims=rivals)}", style="dim")
    return out


def _who(claim: Claim, say: Words) -> Text:
    lines = [named(origin) for origin in claim.origins[:_ORIGINS]]
    if left := len(claim.origins) - _ORIGINS:
        lines.extend([Text(say.plain("series.rest", n=left), style="dim")] if left > 0 else [])
    if claim.circular:
        lines.append(Text(f"{MARKS['k-loop']} {say.plain('kind.loop')}", style="dim"))
    return Text("\n").join(lines)


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
        why = flat(spoken("reject", reject.reason, say))
        line = Text(flat(reject.where or reject.record)).append(f": {why}", style="dim")
        out.append(Padding(line, (0, 0, 0, 2), expand=False))
    return out
