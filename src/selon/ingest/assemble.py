"""A text and what its page states -> documents: parts, credits, byline, date, language; annexes apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import msgspec

from selon.errors import RecordError
from selon.ingest import annex, people, publication
from selon.ingest.credits import find_credits
from selon.ingest.marks import Mark
from selon.ingest.parts import Layout, lay_out, part_words
from selon.ingest.pieces import signs_off
from selon.ingest.shapes import same_words
from selon.model.document import Capture, Credit, CreditKind, Document, Part, PartKind, Published
from selon.model.span import Span
from selon.nlp.language import detect

ARTICLE = frozenset({PartKind.lead, PartKind.body, PartKind.quotation})
_TRUSTED_WORDS = 20


@dataclass(frozen=True)
class Stated:
    """What a page, a row or front matter states of a text; None where it states nothing."""

    title: str | None = None
    byline: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    lang: str | None = None
    published: Published | None = None
    credits: tuple[Credit, ...] = ()
    hints: dict[str, Mark] = field(default_factory=dict)


def documents(
    ident: str, text: str, stated: Stated, capture: Capture | None, *, in_capture: bool = True
) -> tuple[Document, ...]:
    """Return the document of `text`, and the annex republished in it as a second one, `ident#2`.

    The host's text ends where the annex's heading begins; the annex's text holds its heading (a credit), its
    article, its credits, and whatever boilerplate of the host's page comes after. `in_capture` says that the
    text is a slice of the decoded capture, so that the annex has an offset there. Raises RecordError when
    nothing but furniture is there.
    """
    layout = lay_out_for(ident, text, stated)
    refuse_furniture(ident, layout)
    if layout.annex is None:
        return (_document(ident, layout, stated, capture),)
    host = _document(ident, _without(layout, layout.annex, _closing(layout, layout.annex)), stated, capture)
    return (
        _slice(host, 0, layout.annex_start or 0, capture),
        _annex(ident, layout, host, capture, in_capture),
    )


def one_document(
    ident: str, text: str, stated: Stated, capture: Capture | None, *, refuse: bool = False
) -> Document:
    """Return `text` as one document, annex or not; offsets count in `text`.

    With `refuse`, raises RecordError when nothing but furniture is there.
    """
    layout = lay_out_for(ident, text, stated)
    if refuse:
        refuse_furniture(ident, layout)
    return _document(ident, layout, stated, capture)


def lay_out_for(ident: str, text: str, stated: Stated) -> Layout:
    """Return the layout of `text`; raises RecordError under the record's own name."""
    try:
        return lay_out(text, stated.title, stated.hints)
    except RecordError as error:
        raise RecordError(ident, error.reason) from error


def refuse_furniture(ident: str, layout: Layout) -> None:
    """Raise RecordError when the text has no article: only a consent wall, or only other furniture."""
    words = sum(p.size for p, m in zip(layout.pieces, layout.marks, strict=True) if m.kind in ARTICLE)
    consent = [p for p, m in zip(layout.pieces, layout.marks, strict=True) if m.why.startswith("consent:")]
    walled = sum(p.size for p in consent)
    if consent and (words < 8 or words < 0.15 * walled):
        raise RecordError(ident, f"only a cookie wall, no article text: “{_begin(consent[0].words)}”")
    if not any(m.kind in ARTICLE or m.kind is PartKind.headline for m in layout.marks):
        raise RecordError(ident, f"no article text, only page furniture: “{_begin(layout.text.strip())}”")


def _begin(words: str) -> str:
    return words if len(words) <= 80 else words[:79].rstrip() + "…"


def _cut(layout: Layout, start: int, end: int) -> Layout:
    """Return the layout of pieces `start:end`, on the same text."""
    front = layout.front if start == 0 else None
    return Layout(layout.text, layout.pieces[start:end], layout.marks[start:end], front, None)


def _without(layout: Layout, start: int, end: int) -> Layout:
    """Return the layout without pieces `start:end` (the annex), the page's tail kept."""
    pieces = (*layout.pieces[:start], *layout.pieces[end:])
    return Layout(layout.text, pieces, (*layout.marks[:start], *layout.marks[end:]), layout.front, None)


def _document(ident: str, layout: Layout, stated: Stated, capture: Capture | None) -> Document:
    found = people.byline(layout.pieces, layout.marks)
    byline = stated.byline or (found[0] if found else None)
    lang = language(layout, stated.lang)
    in_text = publication.finer(stated.published, publication.find(layout.pieces, layout.marks, lang))
    return Document(
        id=ident,
        text=layout.text,
        lang=lang,
        title=stated.title or _title(layout),
        byline=byline,
        author=stated.author or (found[1] if found else None),
        outlet=stated.outlet or _stamped_outlet(layout),
        url=stated.url,
        published=in_text,
        parts=layout.parts,
        credits=_joined(find_credits(layout), stated.credits),
        capture=capture,
    )


def _stamped_outlet(layout: Layout) -> str | None:
    """Return the agency that stands before the date on the first line ('APV - 4 March …')."""
    first = layout.pieces[0] if layout.pieces and layout.marks[0].why.startswith("date:") else None
    name = re.split(r"\s+[-–—|]\s+", first.words, maxsplit=1)[0].strip() if first else ""
    return name if first and name != first.words and signs_off(name) else None


def _joined(printed: tuple[Credit, ...], stated: tuple[Credit, ...]) -> tuple[Credit, ...]:
    known = {(c.kind, c.name.casefold()) for c in printed}
    return (*printed, *(c for c in stated if (c.kind, c.name.casefold()) not in known))


def _title(layout: Layout) -> str | None:
    """Return the first headline, when it stands before the article's first paragraph."""
    if layout.front and (title := layout.front.get("title")):
        return title
    for piece, mark in zip(layout.pieces, layout.marks, strict=True):
        if mark.kind is PartKind.headline:
            return piece.words.lstrip("# \t")
        if mark.kind in ARTICLE:
            return None
    return None


def language(layout: Layout, stated: str | None) -> str:
    """Return the language of the article's words; a stated one holds for short texts and where it agrees."""
    code = stated.strip().lower().replace("_", "-").split("-")[0][:3] if stated and stated.strip() else None
    words = part_words(layout, ARTICLE) or layout.text
    if code and len(words.split()) < _TRUSTED_WORDS:
        return code
    return detect(words)


def _slice(doc: Document, start: int, end: int, capture: Capture | None) -> Document:
    """Return `doc` with the text `[start, end)` of its own and every place moved with it."""
    inside = Span(start, end)
    return msgspec.structs.replace(
        doc,
        text=doc.text[start:end],
        parts=tuple(Part(p.kind, p.span.shift(-start), p.why) for p in doc.parts if inside.holds(p.span)),
        credits=tuple(_moved(c, -start) for c in doc.credits if c.span is None or inside.holds(c.span)),
        capture=capture,
    )


def _moved(credit: Credit, by: int) -> Credit:
    return msgspec.structs.replace(credit, span=credit.span.shift(by)) if credit.span else credit


def _annex(ident: str, layout: Layout, host: Document, capture: Capture | None, in_capture: bool) -> Document:
    start, at = layout.annex_start or 0, layout.annex or 0
    end = _closing(layout, at)
    heading = find_credits(
        Layout(layout.text, layout.pieces[at : at + 1], layout.marks[at : at + 1], None, 0)
    )
    issuer = next((c.name for c in heading if c.kind is CreditKind.republished), None)
    headed = annex.heading_title(layout.pieces[at])
    stated = Stated(outlet=issuer if issuer and not headed else host.outlet)
    own = _document(f"{ident}#2", _cut(layout, at + 1, end), stated, capture)
    if headed and (own.title is None or (issuer and same_words(own.title, issuer))):
        own = msgspec.structs.replace(own, title=headed)
    whole = msgspec.structs.replace(own, parts=layout.parts, credits=(*heading, *own.credits), host=ident)
    moved = capture
    if capture is not None and in_capture:
        moved = msgspec.structs.replace(capture, offset=capture.offset + start)
    return _slice(whole, start, len(layout.text), moved)


def _closing(layout: Layout, at: int) -> int:
    """Return the index behind the annex's closing credits: a byline further down is the host page's."""
    article = [i for i in range(at + 1, len(layout.marks)) if layout.marks[i].kind in ARTICLE]
    last = article[-1] if article else at
    credited = [
        i
        for i in range(last + 1, len(layout.marks))
        if layout.marks[i].kind is PartKind.credit and layout.marks[i].why.startswith("credit:")
    ]
    return (credited[-1] if credited else last) + 1
