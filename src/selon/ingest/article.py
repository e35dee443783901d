"""An HTML page -> documents: main text, what the page states, credits that the extractor leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selon.errors import RecordError
from selon.ingest import credits as text_credits
from selon.ingest import dates, maintext, page, people, publication
from selon.ingest.assemble import ARTICLE, Stated, documents, lay_out_for, one_document
from selon.ingest.families import weigh
from selon.ingest.limits import MAX_HTML
from selon.ingest.maintext import MainText
from selon.ingest.page import Page
from selon.ingest.pieces import Piece
from selon.ingest.rules import judge
from selon.ingest.shapes import count_words
from selon.ingest.signed import credit, dateline
from selon.model.document import Capture, Credit, Document, PartKind, Precision, Published
from selon.model.span import Span
from selon.text.normalise import fold

_LEAST_WORDS = 4


def html_documents(ident: str, text: str, given: Stated, capture: Capture | None) -> tuple[Document, ...]:
    """Return the documents of a page; what `given` states goes before what the page states.

    Raises RecordError when the page has no article text.
    """
    main, stated = read_page(ident, text, given)
    return documents(ident, main.text, stated, capture, in_capture=False)


def html_document(ident: str, text: str, given: Stated, capture: Capture | None) -> Document:
    """Return a page as one document, annex or not."""
    main, stated = read_page(ident, text, given)
    return one_document(ident, main.text, stated, capture, refuse=True)


def read_page(ident: str, text: str, given: Stated) -> tuple[MainText, Stated]:
    """Return the main text of a page and what is stated of it. Raises RecordError when there is none."""
    if len(text) > MAX_HTML:
        raise RecordError(ident, f"an HTML page of {len(text)} characters (limit {MAX_HTML})")
    parsed = page.parse(text)
    if parsed is None:
        raise RecordError(ident, "no HTML tree can be built from it")
    main = maintext.extract(text, given.url or page.url(parsed))
    if main is None or count_words(main.text) < _LEAST_WORDS:
        raise RecordError(ident, _why_empty(parsed))
    stated = _stated(text, parsed, main, given)
    return MainText(without_furniture(ident, main.text, stated), main.hints), stated


_LEFT_OUT = ("consent:", "legal:", "subscription:", "navigation:", "contact:", "furniture:")


def without_furniture(ident: str, text: str, stated: Stated) -> str:
    """Return the main text without lines of the page's furniture that the extractor let through.

    Promos, captions, credits and date lines stay, marked as such. A text that has nothing else is returned
    whole, so that the reason of its reject can name it.
    """
    layout = lay_out_for(ident, text, stated)
    kept: list[str] = []
    at = 0
    for piece, mark in zip(layout.pieces, layout.marks, strict=True):
        if mark.kind is PartKind.boilerplate and mark.why.startswith(_LEFT_OUT):
            kept.append(text[at : piece.span.start])
            at = piece.span.end
    rest = re.sub(r"\s*\n\s*", "\n", "".join([*kept, text[at:]])).strip()
    return rest if at and any(m.kind in ARTICLE for m in layout.marks) else text


def _why_empty(parsed: Page) -> str:
    words = " ".join(str(parsed.tree.text_content()).split())
    if words and weigh(fold(words), "consent").likely:
        return f"only a cookie wall, no article text: “{words[:80]}”"
    return f"no article text in the page: “{words[:80]}”" if words else "no article text: the page is blank"


def _stated(text: str, parsed: Page, main: MainText, given: Stated) -> Stated:
    code = given.lang or page.lang(parsed)
    small = [Piece(line, Span(0, len(line)), True) for line in page.lines(parsed)]
    byline = given.byline or _byline(small)
    authors = (
        ", ".join(page.authors(parsed))
        or (_author(byline) if byline else None)
        or maintext.author(parsed.tree)
    )
    return Stated(
        title=given.title or page.title(parsed),
        byline=byline,
        author=given.author or authors or None,
        outlet=given.outlet or page.outlet(parsed),
        url=given.url or page.url(parsed),
        lang=code,
        published=given.published or _published(text, parsed, small, code, given.url or page.url(parsed)),
        credits=(*page.stated_sources(parsed), *_foot_credits(small, main.text)),
        hints=main.hints,
    )


def _byline(small: list[Piece]) -> str | None:
    marked = (p for p in small if p.size <= 15)
    return next((p.words for p in marked if (m := judge(p)) and m.why.startswith("byline: begins")), None)


def _author(byline: str) -> str:
    return people.author_in(Piece(byline, Span(0, len(byline)), True))


def _foot_credits(small: list[Piece], text: str) -> Iterator[Credit]:
    """Yield the credits of short lines that the main text lost ('avec APV' in the page's foot)."""
    for piece in small:
        mark = credit(piece) if piece.size <= 14 and piece.words not in text else None
        if mark and mark.sure and mark.kind is PartKind.credit:
            for found in text_credits.of_line(piece):
                yield Credit(found.kind, found.name, None, found.title, found.url)


def _published(
    text: str, parsed: Page, small: list[Piece], code: str | None, url: str | None = None
) -> Published | None:
    """Return what the page's markup states, else a day of htmldate's that the page or its address prints.

    A day that nothing on the page bears out is left out: on 21 such pages of the dev set 7 were right.
    """
    lang = (code or "en")[:2].lower()
    lines = [p for p in small if p.size <= 20]
    marked = [(p, m) for p in lines if (m := dateline(p))]
    stated = page.published(parsed, lang)
    in_text = publication.find([p for p, _ in marked], [m for _, m in marked], lang)
    if stated:
        return publication.finer(stated, in_text)
    guessed = found_by_htmldate(text, url)
    day = guessed.day if guessed else None
    near = [p for p in lines if p.size <= 12]
    printed = publication.printed_on([p for p, _ in marked], lang, day) or publication.printed_on(
        near, lang, day
    )
    return printed or _in_address(day, url) or in_text


def _in_address(day: str | None, url: str | None) -> Published | None:
    """Return a day that the page's address spells out (…/2024/05/06/…)."""
    found = re.search(r"(\d{4})[/_-]?(\d{2})[/_-]?(\d{2})", url or "")
    if found and "-".join(found.groups()) == day:
        return Published(day, Precision.day, None, "url", found.group())
    return None


def found_by_htmldate(text: str, url: str | None = None) -> Published | None:
    """Return the day that htmldate finds, the last resort: it looks at addresses and free text too."""
    from htmldate import find_date

    try:
        found = find_date(text, original_date=True, extensive_search=True, url=url)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    made = dates.parse_iso(found) if found else None
    return Published(*made, "htmldate", found) if made and found else None
