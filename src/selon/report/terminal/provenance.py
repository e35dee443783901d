"""The provenance tree of a claim, from origins to articles."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text
from rich.tree import Tree as Branches

from selon.model.claim import Claim
from selon.report.drawing.frame import node_sign
from selon.report.questions.case import Case
from selon.report.questions.exact import Quote, panels
from selon.report.questions.phrases import how_phrase, node_name
from selon.report.questions.rows import Node, Row, Tree
from selon.report.questions.tree import tree
from selon.report.terminal.accounts import account_lines
from selon.report.terminal.disputes import dispute_lines
from selon.report.terminal.marks import MARKS, STYLES, flat, quoted
from selon.report.view import View
from selon.report.wording import Words, words


def claim_tree(view: View, claim: Claim, lang: str = "fr") -> RenderableType:
    """Return the provenance tree of one claim, from its origins to the articles, with the exact words."""
    case, say = Case(view), words(lang)
    item = case.by_claim[claim.id]
    shape = tree(case, item)
    spoken = {p.key: p.quotes for p in panels(case, item, shape)}
    pair = f"{say.count('articles', len(claim.articles))}, {say.count('independent', claim.origin_count)}"
    head = Text(f"{item.siglum}  ", style="dim").append(flat(claim.text), style="bold")
    branches = [_branch(case, shape, n, spoken, say) for n in shape.nodes if n.column == 0]
    lines: list[RenderableType] = [head, Text(pair), Text(), *branches]
    lines += account_lines(case, claim, say)
    if claim.disputed_by:
        lines += [Text(), Text(say.plain("sides.contest"), style="bold"), *dispute_lines(case, item, say)]
    return Group(*lines)


def _branch(
    case: Case, shape: Tree, node: Node, spoken: dict[str, tuple[Quote, ...]], say: Words
) -> Branches:
    sign = node_sign(node)
    label = Text(f"{MARKS[sign.symbol]} {flat(node_name(case, node, say))}", style=STYLES[sign.css])
    out = Branches(label.append(f"  {say.plain(sign.label)}", style="dim"), guide_style="dim")
    place = shape.nodes.index(node)
    for number, row in enumerate(shape.rows):
        if row.node == place:
            _leaf(case, shape, number, out, spoken, say)
    for below in shape.nodes:
        if below.parent == place:
            out.children.append(_branch(case, shape, below, spoken, say))
    return out


def _leaf(
    case: Case, shape: Tree, number: int, under: Branches, spoken: dict[str, tuple[Quote, ...]], say: Words
) -> None:
    row = shape.rows[number]
    lines: list[RenderableType] = [_row_line(case, row, say)]
    lines += [quoted(q) for q in spoken.get(row.key, ())[:1]]
    here = under.add(Group(*lines))
    for other, below in enumerate(shape.rows):
        if below.parent == number:
            _leaf(case, shape, other, here, spoken, say)


def _row_line(case: Case, row: Row, say: Words) -> Text:
    doc = case.docs.get(row.doc)
    line = Text(f"{flat(row.doc)} ", style="blue").append(flat(case.outlet(row.doc)), style="italic")
    if row.stack:
        line.append(f" {say.plain('tree.and_more', n=len(row.stack))}")
    date = say.date(doc.published if doc else None, case.several_years)
    line.append(f"  {date}  {how_phrase(case, row, say)}", style="dim")
    if row.derivation.level:
        line.append(f", {say.plain('tree.level', n=row.derivation.level)}", style="dim")
    if not row.asserts and row.other:
        line.append(f"  {say.plain('table.other')}", style="magenta")
    return line
