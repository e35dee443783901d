"""Named and textual sources that differ, line by line."""

from __future__ import annotations

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from selon.model.claim import Claim
from selon.report.questions.accounts import account_phrase, accounts
from selon.report.questions.case import Case
from selon.report.terminal.marks import flat
from selon.report.wording import Words


def account_lines(case: Case, claim: Claim, say: Words) -> list[RenderableType]:
    """Return the heading and one line a difference, with the words that name the source; nothing for none."""
    found = accounts(case, claim)
    out: list[RenderableType] = [Text(), Text(say.plain("account.title"), style="bold")] if found else []
    for one in found:
        words = flat(one.where.of(case.docs[one.doc].text))
        line = Text(account_phrase(case, one, say).unescape()).append(f"  “{words}”", style="italic")
        out.append(Padding(line, (0, 0, 0, 2), expand=False))
    return out
