"""One record of a dossier: document, statement, origin."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from selon.model.actor import Actor
from selon.model.artefact import Artefact
from selon.model.claim import Origin
from selon.model.document import Document
from selon.model.span import hull, words_of
from selon.model.statement import Statement
from selon.report.drawing import signs
from selon.report.questions.case import Case
from selon.report.questions.phrases import suggests_phrase
from selon.report.questions.reasons import spoken
from selon.report.terminal.clusters import cluster_lines
from selon.report.terminal.marks import MARKS, STYLES, flat, named
from selon.report.terminal.passages import passage_lines
from selon.report.view import View
from selon.report.wording import Words, words


def document(view: View, doc: Document, lang: str = "fr") -> RenderableType:
    """Return a document: who published it and when, what it derives from, and its statements."""
    case, say = Case(view), words(lang)
    head = Text(f"{flat(doc.id)}  ", style="dim").append(flat(doc.title or case.outlet(doc.id)), style="bold")
    facts = [
        doc.outlet,
        doc.byline or doc.author,
        say.date(doc.published, True),
        doc.lang,
        say.reading(doc.lang),
    ]
    lines: list[RenderableType] = [head, Text(" · ".join(flat(f) for f in facts if f))]
    for edge in case.parents.get(doc.id, ()):
        lines.append(
            Text(
                f"{say.plain('card.from')} {flat(edge.source)} ({say.plain('tree.level', n=int(edge.level))})"
            )
        )
    for part in doc.parts:
        where = f"[{part.span.start}, {part.span.end})"
        lines.append(Text(f"{say.plain(f'part.{part.kind}')} {where}: {part.why}", style="dim"))
    if group := case.clusters.get(doc.id):
        lines += cluster_lines(group, say, case.outlet)
    lines += [_artefact(found, say) for found in case.artefacts.get(doc.id, ())]
    lines += list(passage_lines(case, doc.id, say))
    lines.append(Text())
    lines += [statement(view, found, lang=lang, case=case) for found in case.statements(doc.id)]
    return Group(*lines)


def _artefact(found: Artefact, say: Words) -> Text:
    """One trace of translation: what it is, its words, and the languages that would explain it."""
    line = Text(f"{say.plain('artefact.title')}: {say.plain(f'artefact.{found.kind}')} ", style="dim")
    line.append(f"“{flat(found.words)}”").append(f" [{found.span.start}, {found.span.end})", style="dim")
    why = suggests_phrase(found, say)
    return line.append(f" {why}", style="dim") if why else line


def statement(
    view: View, found: Statement, why: bool = False, lang: str = "fr", case: Case | None = None
) -> RenderableType:
    """Return one statement: whose words, which verb, what is said; with `why`, the rule that found it."""
    case, say = case or Case(view), words(lang)
    text = case.docs[found.doc].text
    sign = signs.VOICE if found.form == "voice" else signs.of_source(found.source_kind)
    who = found.holder or words_of(text, found.source) or say.plain(sign.label)
    line = Text(f"{MARKS[sign.symbol]} {flat(who)}", style=STYLES[sign.css])
    if found.cue:
        line.append(f" {flat(words_of(text, found.cue))}", style="italic")
    if found.stance != "asserts":
        line.append(f" ({say.plain(f'stance.{found.stance}')})", style="dim")
    line.append(": ").append(f"“{flat(words_of(text, found.content))}”")
    sigla = " ".join(item.siglum for item in case.claims_of_statement.get(found.id, ()))
    span = hull(found.content)
    line.append(f"  {flat(found.doc)} [{span.start}, {span.end}) {sigla}".rstrip(), style="dim")
    if not why:
        return line
    made = found.made
    reason = Text(f"{found.id}: {made.stage} {made.version}: {made.why}", style="dim")
    return Group(line, _indented(reason), _indented(_commitment(found, text, lang)))


def _commitment(found: Statement, text: str, lang: str) -> Text:
    """Return how the content stands to the facts by its own words, and which words those are."""
    say = words(lang)
    parts = [
        (say.plain(f"polarity.{found.polarity}"), found.polarity_words),
        (say.plain(f"modality.{found.modality}"), found.modality_words),
    ]
    shown = [f"{name} (“{flat(words_of(text, spans))}”)" if spans else name for name, spans in parts]
    return Text(" · ".join(shown), style="dim")


def origin(view: View, found: Origin, lang: str = "fr") -> RenderableType:
    """Return an origin of the dossier and the claims that end there, with their counts."""
    case, say = Case(view), words(lang)
    sign = signs.of_origin(found)
    head = named(found).append(f"  {say.plain(sign.label)}", style="dim")
    if not found.on_record:
        head.append(f", {say.plain('words.off_record')}", style="dim")
    lines: list[RenderableType] = [head]
    for item in case.claims:
        for other in item.claim.origins:
            if other.id == found.id:
                docs = sorted({item.claim.assertions[i].doc for i in other.assertions})
                line = Text(f"{item.siglum} ", style="dim").append(flat(item.claim.text))
                lines.append(
                    Padding(line.append(f"  {flat(' '.join(docs))}", style="dim"), (0, 0, 0, 2), expand=False)
                )
    return Group(*lines)


def actor(view: View, found: Actor, why: bool = False, lang: str = "fr") -> RenderableType:
    """Return an actor: every mention with its place; with `why`, the reason of each merge and the doubts."""
    say = words(lang)
    sign = signs.of_kind(found.kind)
    head = Text(f"{MARKS[sign.symbol]} {flat(found.name)}", style=STYLES[sign.css])
    lines: list[RenderableType] = [head.append(f"  {say.plain(sign.label)}  {found.id}", style="dim")]
    for mention in found.mentions:
        where = f"{flat(mention.doc)} [{mention.span.start}, {mention.span.end})"
        lines.append(_indented(Text(f"“{flat(mention.words)}”").append(f"  {where}", style="dim")))
    if why:
        lines += [_indented(Text(flat(spoken("merge", reason, say)), style="dim")) for reason in found.why]
        lines += [_indented(line) for line in _doubts(view, found)]
    return Group(*lines)


def _doubts(view: View, found: Actor) -> Iterator[Text]:
    """The merges that were not made, with the command that makes or forbids them."""
    names = {a.id: a.name for a in view.actors()}
    for one in view.proposals():
        if found.id in (one.a, one.b):
            other = one.b if one.a == found.id else one.a
            line = Text(f"? {flat(names.get(other, other))} ({other}): {flat(one.why)}")
            yield line.append(f"  selon judge actors {found.id} {other} same|different", style="dim")


def _indented(line: Text) -> Padding:
    return Padding(line, (0, 0, 0, 2), expand=False)
