"""What contests a claim, line by line."""

from __future__ import annotations

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from selon.report.questions.case import Case, Listed
from selon.report.questions.sides import contests
from selon.report.terminal.marks import flat, quoted
from selon.report.wording import Words


def dispute_lines(case: Case, item: Listed, say: Words, most: int = 12) -> list[RenderableType]:
    """Return what contests a claim, one entry and its words each; beyond `most` the rest is counted."""
    out: list[RenderableType] = []
    found_all = contests(case, item)
    for found in found_all[:most]:
        who = say.series([flat(a) for a in found.actors], 3).unescape()
        how = say.plain("overview.dispute", how=say.plain(f"dispute.{found.level}"), who=who)
        rival = f"{found.against.siglum}: " if found.against else ""
        where = f" ({rival}{flat(' '.join(found.docs[:6]))}{' …' if found.docs[6:] else ''})"
        line = Text(f"{item.siglum} ").append(how).append(where, style="dim")
        out.append(Padding(line, (0, 0, 0, 2), expand=False))
        if found.quote:
            out.append(Padding(quoted(found.quote), (0, 0, 0, 6), expand=False))
    if left := len(found_all) - most:
        more = Text(say.plain("series.rest", n=left), style="dim")
        out.extend([Padding(more, (0, 0, 0, 6), expand=False)] if left > 0 else [])
    return out
