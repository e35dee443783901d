"""Answers for the terminal: rich renderables that read as well without colour and in a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree as Branches

from selon.errors import UsageError
from selon.model.claim import Claim, Origin
from selon.model.document import Document
from selon.model.span import hull, words_of
from selon.model.statement import Statement
from selon.report.drawing import signs
from selon.report.drawing.provenance import node_sign
from selon.report.lookup import OriginFound
from selon.report.questions import overview
from selon.report.questions.case import Case, Listed
from selon.report.questions.counting import alternative_phrase, step_phrase
from selon.report.questions.exact import Quote, panels
from selon.report.questions.phrases import how_phrase, node_name
from selon.report.questions.sides import contests
from selon.report.questions.tree import Node, Row, Tree, tree
from selon.report.view import View
from selon.report.wording import Words, words

_MARKS = {
    "k-person": "●",
    "k-office": "■",
    "k-org": "⬢",
    "k-media": "▬",
    "k-doc": "▤",
    "k-anon": "◌",
    "k-none": "×",
    "k-loop": "↺",
    "k-alt": "≠",
}
_SHOWN = 8
"""Disputed claims quoted in a summary; the rest are counted."""
_STYLES = {"anon": "dark_orange3", "alt": "magenta", "none": "dim", "": "blue"}
_SEGMENTS = (
    ("chg", "magenta"),
    ("w-src", "underline"),
    ("w-cue", "italic"),
    ("w-con", "bold"),
    ("om", "dim"),
)


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
            Text(_flat(claim.text)),
            str(len(claim.articles)),
            str(claim.origin_count),
            _who(claim, say),
            dispute,
        )
    return table


def _who(claim: Claim, say: Words) -> Text:
    out = Text()
    for place, origin in enumerate(claim.origins):
        out.append("\n" if place else "").append_text(_named(origin))
    if claim.circular:
        out.append("\n" if claim.origins else "")
        out.append(f"{_MARKS['k-loop']} {say.plain('kind.loop')}", style="dim")
    return out


def _named(origin: Origin) -> Text:
    sign = signs.of_origin(origin)
    return Text(f"{_MARKS[sign.symbol]} {_flat(origin.name)}", style=_STYLES[sign.css])


def _disputes(case: Case, say: Words) -> list[RenderableType]:
    items = overview.disputed(case, len(case.claims))
    if not items:
        return []
    out: list[RenderableType] = [Text(), Text(say.plain("overview.disputes"), style="bold")]
    for item in items[:_SHOWN]:
        out.extend(_dispute_lines(case, item, say, 2))
    if len(items) > _SHOWN:
        out.append(Text(say.plain("series.rest", n=len(items) - _SHOWN), style="dim"))
    return out


def _dispute_lines(case: Case, item: Listed, say: Words, most: int = 12) -> list[RenderableType]:
    out: list[RenderableType] = []
    found_all = contests(case, item)
    for found in found_all[:most]:
        who = say.series([_flat(a) for a in found.actors], 3).unescape()
        how = say.plain("overview.dispute", how=say.plain(f"dispute.{found.level}"), who=who)
        rival = f"{found.against.siglum}: " if found.against else ""
        where = f" ({rival}{' '.join(found.docs[:6])}{' …' if found.docs[6:] else ''})"
        line = Text(f"{item.siglum} ").append(how).append(where, style="dim")
        out.append(Padding(line, (0, 0, 0, 2), expand=False))
        if found.quote:
            out.append(Padding(quoted(found.quote), (0, 0, 0, 6), expand=False))
    if left := len(found_all) - most:
        more = Text(say.plain("series.rest", n=left), style="dim")
        out.extend([Padding(more, (0, 0, 0, 6), expand=False)] if left > 0 else [])
    return out


def _rejects(case: Case, say: Words) -> list[RenderableType]:
    if not case.rejects:
        return []
    out: list[RenderableType] = [Text(), Text(say.plain("rejects.title"), style="bold")]
    for reject in case.rejects:
        line = Text(_flat(reject.where or reject.record)).append(f": {_flat(reject.reason)}", style="dim")
        out.append(Padding(line, (0, 0, 0, 2), expand=False))
    return out


def claim_tree(view: View, claim: Claim, lang: str = "fr") -> RenderableType:
    """Return the provenance tree of one claim, from its origins to the articles, with the exact words."""
    case, say = Case(view), words(lang)
    item = case.by_claim[claim.id]
    shape = tree(case, item)
    spoken = {p.key: p.quotes for p in panels(case, item, shape)}
    pair = f"{say.count('articles', len(claim.articles))}, {say.count('independent', claim.origin_count)}"
    head = Text(f"{item.siglum}  ", style="dim").append(_flat(claim.text), style="bold")
    branches = [_branch(case, shape, n, spoken, say) for n in shape.nodes if n.column == 0]
    lines: list[RenderableType] = [head, Text(pair), Text(), *branches]
    if claim.disputed_by:
        lines += [Text(), Text(say.plain("sides.contest"), style="bold"), *_dispute_lines(case, item, say)]
    return Group(*lines)


def _branch(
    case: Case, shape: Tree, node: Node, spoken: dict[str, tuple[Quote, ...]], say: Words
) -> Branches:
    sign = node_sign(node)
    label = Text(f"{_MARKS[sign.symbol]} {_flat(node_name(case, node, say))}", style=_STYLES[sign.css])
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
    line = Text(f"{row.doc} ", style="blue").append(_flat(case.outlet(row.doc)), style="italic")
    if row.stack:
        line.append(f" {say.plain('tree.and_more', n=len(row.stack))}")
    date = say.date(doc.published if doc else None, case.several_years)
    line.append(f"  {date}  {how_phrase(case, row, say)}", style="dim")
    if row.derivation.level:
        line.append(f", {say.plain('tree.level', n=row.derivation.level)}", style="dim")
    if not row.asserts and row.other:
        line.append(f"  {say.plain('table.other')}", style="magenta")
    return line


def quoted(quote: Quote) -> Text:
    """Return exact words in the quotation marks of the terminal: source underlined, verb italic."""
    out = Text("“")
    for segment in quote.segments:
        style = " ".join(look for kind, look in _SEGMENTS if kind in segment.kinds)
        out.append(_printable(" ".join(segment.text.splitlines())), style=style or None)
    return out.append("”")


def document(view: View, doc: Document, lang: str = "fr") -> RenderableType:
    """Return a document: who published it and when, what it derives from, and its statements."""
    case, say = Case(view), words(lang)
    head = Text(f"{doc.id}  ", style="dim").append(_flat(doc.title or case.outlet(doc.id)), style="bold")
    facts = [doc.outlet, doc.byline or doc.author, say.date(doc.published, True), doc.lang]
    lines: list[RenderableType] = [head, Text(" · ".join(_flat(f) for f in facts if f))]
    for edge in case.parents.get(doc.id, ()):
        lines.append(
            Text(f"{say.plain('card.from')} {edge.source} ({say.plain('tree.level', n=int(edge.level))})")
        )
    for part in doc.parts:
        where = f"[{part.span.start}, {part.span.end})"
        lines.append(Text(f"{say.plain(f'part.{part.kind}')} {where}: {part.why}", style="dim"))
    lines.append(Text())
    lines += [statement(view, found, lang=lang, case=case) for found in case.by_doc.get(doc.id, ())]
    return Group(*lines)


def statement(
    view: View, found: Statement, why: bool = False, lang: str = "fr", case: Case | None = None
) -> RenderableType:
    """Return one statement: whose words, which verb, what is said; with `why`, the rule that found it."""
    case, say = case or Case(view), words(lang)
    text = case.docs[found.doc].text
    sign = signs.VOICE if found.form == "voice" else signs.of_source(found.source_kind)
    who = found.holder or words_of(text, found.source) or say.plain(sign.label)
    line = Text(f"{_MARKS[sign.symbol]} {_flat(who)}", style=_STYLES[sign.css])
    if found.cue:
        line.append(f" {_flat(words_of(text, found.cue))}", style="italic")
    if found.stance != "asserts":
        line.append(f" ({say.plain(f'stance.{found.stance}')})", style="dim")
    line.append(": ").append(f"“{_flat(words_of(text, found.content))}”")
    sigla = " ".join(item.siglum for item in case.claims_of_statement.get(found.id, ()))
    span = hull(found.content)
    line.append(f"  {found.doc} [{span.start}, {span.end}) {sigla}".rstrip(), style="dim")
    if not why:
        return line
    made = found.made
    reason = Text(f"{found.id}: {made.stage} {made.version}: {made.why}", style="dim")
    return Group(line, Padding(reason, (0, 0, 0, 2), expand=False))


def origin(view: View, found: Origin, lang: str = "fr") -> RenderableType:
    """Return an origin of the dossier and the claims that end there, with their counts."""
    case, say = Case(view), words(lang)
    sign = signs.of_origin(found)
    head = _named(found).append(f"  {say.plain(sign.label)}", style="dim")
    if not found.on_record:
        head.append(f", {say.plain('words.off_record')}", style="dim")
    lines: list[RenderableType] = [head]
    for item in case.claims:
        for other in item.claim.origins:
            if other.id == found.id:
                docs = sorted({item.claim.assertions[i].doc for i in other.assertions})
                line = Text(f"{item.siglum} ", style="dim").append(_flat(item.claim.text))
                lines.append(
                    Padding(line.append(f"  {' '.join(docs)}", style="dim"), (0, 0, 0, 2), expand=False)
                )
    return Group(*lines)


def who(view: View, found: Sequence[Claim], lang: str = "fr") -> RenderableType:
    """Return the tree of the nearest claim, and the others that were found with their counts."""
    case, say = Case(view), words(lang)
    lines: list[RenderableType] = [claim_tree(view, found[0], lang)]
    if others := found[1:]:
        lines += [Text(), Text(say.plain("terminal.others"), style="bold")]
        lines += [_short(case.by_claim[c.id], say) for c in others if c.id in case.by_claim]
    return Group(*lines)


def _short(item: Listed, say: Words) -> RenderableType:
    claim = item.claim
    pair = f"{say.count('articles', len(claim.articles))}, {say.count('origins', claim.origin_count)}"
    line = Text(f"{item.siglum} ", style="dim").append(_flat(claim.text)).append(f"  {pair}", style="dim")
    return Padding(line, (0, 0, 0, 2), expand=False)


def nothing(text: str, lang: str = "fr") -> RenderableType:
    """Return the answer to a question that no claim of the dossier meets, with what was searched."""
    return Text(words(lang).plain("terminal.nothing", text=_flat(text)))


def show(view: View, found: object, lang: str = "fr", why: bool = False) -> RenderableType:
    """Return one record of a dossier: a document, a statement, a claim or an origin."""
    if isinstance(found, Document):
        return document(view, found, lang)
    if isinstance(found, Statement):
        return statement(view, found, why, lang)
    if isinstance(found, Claim):
        tree_ = claim_tree(view, found, lang)
        return Group(tree_, *_reasons(found, words(lang))) if why else tree_
    if isinstance(found, OriginFound):
        return origin(view, found.origin, lang)
    raise UsageError(f"a {type(found).__name__} cannot be shown")


def _reasons(claim: Claim, say: Words) -> list[RenderableType]:
    """The steps of the count, then what would change it, then the rule that made the claim."""
    out: list[RenderableType] = [Text(), Text(say.plain("count_why.title"), style="bold")]
    for step in claim.steps:
        change = f"{step.change:+d}" if step.change else str(step.left)
        line = f"{change:>4}  {step_phrase(step, say).unescape()}"
        out.append(Text(line).append(f"  {' '.join(step.docs)}", style="dim"))
    if claim.alternatives:
        out += [Text(), Text(say.plain("count_why.change"), style="bold")]
    for step in claim.alternatives:
        line = f"{alternative_phrase(step, say).unescape()} → {say.count('origins', step.left)}"
        out.append(Padding(Text(line), (0, 0, 0, 2), expand=False))
    made = claim.made
    return [*out, Text(), Text(f"{claim.id}: {made.stage} {made.version}: {made.why}", style="dim")]


def _flat(text: str) -> str:
    """Return text on one line: control characters would move the cursor of a terminal."""
    return " ".join(_printable(text).split())


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() or c.isspace() else "�" for c in text)
