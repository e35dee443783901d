"""Answers to `who` and `show`."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from selon.errors import UsageError
from selon.model.actor import Actor
from selon.model.claim import Claim
from selon.model.document import Document
from selon.model.judgement import Judgement
from selon.model.passage import Passage
from selon.model.statement import Statement
from selon.report.lookup import OriginFound
from selon.report.questions.case import Case, Listed
from selon.report.questions.counting import alternative_phrase, step_phrase
from selon.report.questions.rests import rests_on
from selon.report.terminal.marks import flat
from selon.report.terminal.passages import passage
from selon.report.terminal.provenance import claim_tree
from selon.report.terminal.records import actor, document, origin, statement
from selon.report.view import View
from selon.report.wording import Words, words


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
    line = Text(f"{item.siglum} ", style="dim").append(flat(claim.text)).append(f"  {pair}", style="dim")
    return Padding(line, (0, 0, 0, 2), expand=False)


def nothing(text: str, lang: str = "fr") -> RenderableType:
    """Return the answer to a question that no claim of the dossier meets, with what was searched."""
    return Text(words(lang).plain("terminal.nothing", text=flat(text)))


def show(
    view: View,
    found: object,
    lang: str = "fr",
    why: bool = False,
    judgements: Sequence[Judgement] = (),
) -> RenderableType:
    """Return one record of a dossier: a document, a statement, a claim, an origin, an actor or a passage.

    `judgements` are those in force: with `why`, a claim names the ones that it rests on.
    """
    if isinstance(found, Document):
        return document(view, found, lang)
    if isinstance(found, Statement):
        return statement(view, found, why, lang)
    if isinstance(found, Claim):
        tree_ = claim_tree(view, found, lang)
        rests = rests_on(found, judgements, view.actors()) if why else ()
        return Group(tree_, *_reasons(found, words(lang), rests)) if why else tree_
    if isinstance(found, OriginFound):
        return origin(view, found.origin, lang)
    if isinstance(found, Actor):
        return actor(view, found, why, lang)
    if isinstance(found, Passage):
        return passage(view, found, why, lang)
    raise UsageError(f"a {type(found).__name__} cannot be shown")


def _reasons(claim: Claim, say: Words, rests: Sequence[Judgement]) -> list[RenderableType]:
    """The steps of the count, what would change it, the decisions behind it, the rule that made the claim."""
    out: list[RenderableType] = [Text(), Text(say.plain("count_why.title"), style="bold")]
    for step in claim.steps:
        change = f"{step.change:+d}" if step.change else str(step.left)
        line = f"{change:>4}  {step_phrase(step, say).unescape()}"
        out.append(Text(line).append(f"  {flat(' '.join(step.docs))}", style="dim"))
    if claim.alternatives:
        out += [Text(), Text(say.plain("count_why.change"), style="bold")]
    for step in claim.alternatives:
        counts = f"{claim.origin_count} → {say.count('origins', step.left)}"
        other = Text(f"{alternative_phrase(step, say).unescape()}  {counts}")
        other.append(f"  {flat(' '.join(step.docs))}", style="dim")
        out.append(Padding(other, (0, 0, 0, 2), expand=False))
    if rests:
        out += [Text(), Text(say.plain("count_why.judged"), style="bold")]
    for one in rests:
        line = f"{one.about} {one.verdict}: {one.a} | {one.b}  {one.by}, {one.time}"
        undo = Text(f"  selon judgements --withdraw {one.id}", style="dim")
        out.append(Padding(Text(flat(line)).append(undo), (0, 0, 0, 2), expand=False))
    made = claim.made
    return [*out, Text(), Text(f"{claim.id}: {made.stage} {made.version}: {made.why}", style="dim")]
