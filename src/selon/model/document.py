"""Captures, documents and their parts."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from selon.model.span import Span, check_spans


class PartKind(StrEnum):
    """What a stretch of a document is."""

    headline = "headline"
    lead = "lead"
    body = "body"
    quotation = "quotation"
    caption = "caption"
    credit = "credit"
    promo = "promo"
    boilerplate = "boilerplate"


FURNITURE = frozenset({PartKind.boilerplate, PartKind.promo, PartKind.caption, PartKind.credit})
"""Parts that support no claim and are no reuse."""


ANNEX_HEADING = "annex: heading of a republished text"
"""Why a part is the heading of a text that the page reprints."""


class Part(msgspec.Struct, frozen=True):
    """A typed span of a document, with the reason it was given that kind."""

    kind: PartKind
    span: Span
    why: str


class Precision(StrEnum):
    """How finely a date is known."""

    none = "none"
    year = "year"
    month = "month"
    day = "day"
    minute = "minute"
    second = "second"


class Published(msgspec.Struct, frozen=True):
    """A publication date as found.

    `value` is ISO 8601 cut to `precision` in the local time of the page; `zone` is the printed offset
    (`+02:00`, `Z`) or None; `basis` says where it was read (row, front matter, meta, json-ld, text, url);
    `words` are the characters that it comes from.
    """

    value: str | None
    precision: Precision
    zone: str | None
    basis: str
    words: str

    @property
    def day(self) -> str | None:
        """The date without the hour: YYYY-MM-DD, YYYY-MM, YYYY or None."""
        return self.value[:10] if self.value else None


class CreditKind(StrEnum):
    """How a document itself names the text that it comes from."""

    agency = "agency"
    source = "source"
    translator = "translator"
    republished = "republished"


class Credit(msgspec.Struct, frozen=True):
    """A printed credit: 'avec APV', 'source: …', 'traduit par …', 'article publié par …'."""

    kind: CreditKind
    name: str
    span: Span | None
    title: str | None = None
    url: str | None = None


class Capture(msgspec.Struct, frozen=True):
    """Bytes as fetched or read. `time` is UTC ISO 8601, kept outside every digest."""

    sha256: str
    size: int
    where: str
    media_type: str
    encoding: str | None
    offset: int = 0
    """Code points of the decoded capture that come before the document's text (plain text, Markdown)."""
    time: str | None = None


class Document(msgspec.Struct, frozen=True):
    """One publication of a text. `text` is never altered after reading."""

    id: str
    text: str
    lang: str
    title: str | None = None
    byline: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: Published | None = None
    parts: tuple[Part, ...] = ()
    credits: tuple[Credit, ...] = ()
    host: str | None = None
    """Id of the document whose page republished this one (an annex), or None."""
    capture: Capture | None = None
    carried: dict[str, msgspec.Raw] | None = None
    """Fields of the input row that selon does not know: carried, never read."""

    def __post_init__(self) -> None:
        check_spans(tuple(p.span for p in self.parts), len(self.text))

    @property
    def date(self) -> str | None:
        """The publication day: YYYY-MM-DD, YYYY-MM, YYYY or None."""
        return self.published.day if self.published else None

    def part_at(self, span: Span) -> Part | None:
        """Return the part that holds most of `span`, or None."""
        best, most = None, 0
        for part in self.parts:
            if part.span.start >= span.end:
                break
            if (shared := part.span.overlap(span)) > most:
                best, most = part, shared
        return best


class Reject(msgspec.Struct, frozen=True):
    """A record set aside: what it was, why, and where it came from."""

    record: str
    reason: str
    stage: str
    where: str | None = None
    capture: Capture | None = None
