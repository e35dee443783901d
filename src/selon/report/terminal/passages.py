"""One aligned passage in the terminal: its words on both sides, and what changed between them."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from selon.model.passage import Change, Passage, passage_id
from selon.model.span import Span
from selon.report.questions.case import Case
from selon.report.terminal.marks import flat
from selon.report.view import View
from selon.report.wording import Words, words


def passage(view: View, found: Passage, why: bool = False, lang: str = "fr") -> RenderableType:
    """Return a passage: how the wordings relate, both of them with their places, and every typed change."""
    case, say = Case(view), words(lang)
    head = Text(say.plain(f"reuse.{found.kind}"), style="bold").append(f"  {passage_id(found)}", style="dim")
    lines: list[RenderableType] = [head]
    for doc, span in ((found.a, found.a_span), (found.b, found.b_span)):
        lines.append(Text(f"{flat(case.outlet(doc))}  ").append(_place(doc, span), style="dim"))
        lines.append(_indented(Text(f"“{flat(span.of(case.docs[doc].text))}”")))
    lines += [_change(found, change, say) for change in found.changes]
    if why:
        made = found.made
        lines.append(Text(f"{made.stage} {made.version}: {made.why}", style="dim"))
    return Group(*lines)


def passage_lines(case: Case, doc: str, say: Words) -> Iterator[Text]:
    """Yield one line for each passage of a document, with the id that `selon show passage` opens."""
    for one in case.passages:
        if doc in (one.a, one.b):
            here, there = _sides(one, doc)
            line = Text(f"{say.plain(f'reuse.{one.kind}')} ").append(_place("", here).lstrip(), style="dim")
            yield line.append(f" ~ {_place(there[0], there[1])}  {passage_id(one)}", style="dim")


def _sides(one: Passage, doc: str) -> tuple[Span, tuple[str, Span]]:
    if one.a == doc:
        return one.a_span, (one.b, one.b_span)
    return one.b_span, (one.a, one.a_span)


def _place(doc: str, span: Span) -> str:
    return f"{flat(doc)} [{span.start}, {span.end})"


def _change(found: Passage, change: Change, say: Words) -> Padding:
    """One change: its kind, both wordings, and where each stands."""
    before, after = (f"“{flat(w)}”" if w else "∅" for w in (change.a_words, change.b_words))
    line = Text(f"{say.plain(f'change.{change.kind}')}: ")
    line.append(say.plain("change.pair", before=before, after=after))
    sides = ((found.a, change.a), (found.b, change.b))
    where = " ".join(_place(doc, span) for doc, span in sides if span is not None)
    return _indented(line.append(f"  {where}", style="dim"))


def _indented(line: Text) -> Padding:
    return Padding(line, (0, 0, 0, 2), expand=False)
