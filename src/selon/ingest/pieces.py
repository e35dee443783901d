"""Lines of a text, and the cuts inside lines where furniture is glued to the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property

from selon.ingest import dates
from selon.ingest.glue import told_in, wall_at_end, wall_at_start
from selon.ingest.lexicon import alternation, anywhere, date_terms, terms
from selon.ingest.shapes import count_words, is_acronym, same_words
from selon.model.document import PartKind
from selon.model.span import Span
from selon.text.normalise import Derived, fold, folded
from selon.text.segment import paragraphs, trim

_LONG = 1500
"""Folding with offsets is kept to this many code points at either end of a line."""


@dataclass(frozen=True)
class Piece:
    """A stretch of one line. `given` is the kind that its cut already decided, with the reason."""

    text: str
    span: Span
    gap: bool
    """A blank line, or the start of the text, stands before it."""
    given: tuple[PartKind, str] | None = None
    inner: bool = False
    """It goes on a line that began in the piece before."""

    @cached_property
    def words(self) -> str:
        """The characters of the piece."""
        return self.span.of(self.text)

    @cached_property
    def derived(self) -> Derived:
        """The folded words with their way back (offsets count from the start of the piece)."""
        return folded(self.words)

    @cached_property
    def folded(self) -> str:
        """The folded words (the way back is made only when a place is asked for)."""
        return fold(self.words)

    @cached_property
    def size(self) -> int:
        """How many words it has."""
        return count_words(self.words)

    def place(self, start: int, end: int) -> Span:
        """Return the span in the text of `folded[start:end]`."""
        return self.derived.back(start, end).shift(self.span.start)


def lines(text: str, within: Span | None = None) -> list[Piece]:
    """Return the lines of `text` that hold something."""
    out: list[Piece] = []
    last = within.start if within else 0
    for span in paragraphs(text, within):
        between = text[last : span.start]
        gap = not out or between.count("\n") > 1 or between.count("\r") > 1
        out.append(Piece(text, span, gap))
        last = span.end
    return out


def pieces(text: str, title: str | None = None, within: Span | None = None) -> list[Piece]:
    """Return the lines of `text`, cut where other matter is glued to them.

    Cuts: a date stamp of a dump before the first word, the headline repeated before a photo credit, a photo
    credit at the end of a paragraph or before the headline of another article, an agency's sign-off.
    """
    whole = lines(text, within)
    headline = title or (whole[0].words if whole else "")
    out: list[Piece] = []
    for at, line in enumerate(whole):
        out.extend(_cut(line, headline, first=at == 0))
    return out


def _cut(line: Piece, headline: str, first: bool) -> Iterator[Piece]:
    if first and (stamp := _dump_stamp(line)):
        yield from _split(line, stamp, (PartKind.boilerplate, "dump stamp: a date put before the text"), None)
        return
    if wall := _glued_wall(line, headline):
        yield from wall
        return
    for rule in (_repeated_headline, _photo_credit, _sign_off):
        made = rule(line, headline)
        if made:
            yield from made
            return
    yield line


def _split(
    line: Piece, at: int, before: tuple[PartKind, str] | None, after: tuple[PartKind, str] | None
) -> list[Piece]:
    """Cut a line at offset `at` of the text; white space at the cut belongs to neither side."""
    left = trim(line.text, line.span.start, at)
    right = trim(line.text, at, line.span.end)
    out = [replace(line, span=left, given=before)] if left else []
    if right:
        out.append(replace(line, span=right, given=after, gap=line.gap and not left, inner=left is not None))
    return out


@cache
def _stamp_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"[^\w]*{alternation(date_terms('dump'))}\s*[:=]?\s*(?P<date>\d{{4}}(?:-\d\d){{0,2}})(?!\d)"
    )


def _dump_stamp(line: Piece) -> int | None:
    found = _stamp_pattern().match(line.folded)
    if not found or dates.parse_iso(found.group("date")) is None:
        return None
    return line.place(found.start("date"), found.end("date")).end


def _glued_wall(line: Piece, headline: str) -> list[Piece] | None:
    """Cut a consent wall or a licence off a long line; what stays is cut further by the other rules."""
    why = "furniture: sentences of a consent wall, licence or offer inside a long line"
    told = told_in(line.text, line.span)
    if told is None:
        return None
    if end := wall_at_start(line.text, line.span, told):
        return _split(line, end, (PartKind.boilerplate, why), None)
    if start := wall_at_end(line.text, line.span, told):
        return _split(line, start, None, (PartKind.boilerplate, why))
    return None


_SIGN = re.compile(r"©|\(c\)|ⓒ|\(photos?\s?[:)]|\(foto\s?:", re.IGNORECASE)


def _repeated_headline(line: Piece, headline: str) -> list[Piece] | None:
    """Cut 'HEADLINE© Agency' when the words before the mark are the page's headline again."""
    mark = _SIGN.search(line.words)
    if not mark or mark.start() == 0 or not same_words(line.words[: mark.start()], headline):
        return None
    at = line.span.start + mark.start()
    return _split(
        line,
        at,
        (PartKind.headline, "headline: the title printed again"),
        (PartKind.caption, "caption: photo credit after the title"),
    )


def _photo_credit(line: Piece, headline: str) -> list[Piece] | None:
    """Cut a photo credit off the end of a paragraph, and a headline off the end of a photo credit."""
    mark = _SIGN.search(line.words)
    if not mark or re.match(r"\W{0,3}\d{4}", line.words[mark.end() :]):
        return None
    start = line.span.start + mark.start()
    tail = line.words[mark.start() :]
    if mark.start() and count_words(tail) <= 25 and count_words(line.words[: mark.start()]) > 40:
        return _split(
            line, start, None, (PartKind.caption, "caption: photo credit at the end of a paragraph")
        )
    if mark.start() == 0 and (glued := glued_headline(line.words)):
        why = "promo: the headline of another article after a photo credit"
        credit = (PartKind.caption, "caption: photo credit")
        return _split(line, line.span.start + glued, credit, (PartKind.promo, why))
    return None


_CREDIT_HEAD = re.compile(r"(?:©|\(c\)|ⓒ)\s*[^/\n]{2,40}/\s*")


def glued_headline(words: str) -> int | None:
    """Return where a headline begins behind a photo credit ('© Agency / Name Name Police: …'), or None.

    The credit is a run of names; the headline is one only with the shape of a headline, a colon after few
    words, and begins at the last capital before that colon (particles tie names together).
    """
    head = _CREDIT_HEAD.match(words)
    tokens = list(re.finditer(r"\S+", words[head.end() :])) if head and len(words) < 400 else []
    colon = next((n for n, t in enumerate(tokens[:12]) if n > 1 and t.group().endswith(":")), None)
    if head is None or colon is None or len(tokens) < colon + 4:
        return None
    first = colon
    while first > 1 and not _begins(tokens[first].group(), tokens[first - 1].group()):
        first -= 1
    return head.end() + tokens[first].start() if first > 1 else None


def _begins(token: str, before: str) -> bool:
    """Tell whether a headline may begin with `token`: a capital, and no particle ties it to a name before."""
    return token[:1].isupper() and before not in terms("particles", "words")


_PAREN = re.compile(r"(?<=[.!?…»”\"'\])])\s*[(\[](?P<in>[^()\[\]\n]{2,80})[)\]][\s.]*$")


def _sign_off(line: Piece, headline: str) -> list[Piece] | None:
    """Cut '(AFP)', '(with agencies)', '(Translation: …)' off the end of a paragraph."""
    start = max(0, len(line.words) - 120)
    found = _PAREN.search(line.words, start)
    if not found or not signs_off(found.group("in")):
        return None
    at = line.span.start + found.start("in") - 1
    return _split(line, at, None, (PartKind.credit, "credit: sign-off at the end of a paragraph"))


@cache
def _known_credit() -> re.Pattern[str]:
    keys = ("source", "translator", "republished")
    labels = alternation(tuple(t for key in keys for t in terms("credit", key)))
    withs = alternation(terms("credit", "with"))
    return re.compile(rf"(?:{labels}\s*:|{alternation(terms('credit', 'translator'))}|{withs}\s)")


def signs_off(words: str) -> bool:
    """Tell whether the words in a closing bracket are a credit: an agency, initials with one, or a label."""
    plain = folded(words).text.strip()
    return (
        is_acronym(words)
        or bool(anywhere("credit", "wires").fullmatch(plain))
        or bool(re.fullmatch(r"[a-z]{2,5}(?:\s?[/,-]\s?[a-z]{2,12})+", plain) and _wire_in(plain))
        or bool(_known_credit().match(plain))
        or plain in terms("credit", "agencies")
    )


def _wire_in(plain: str) -> bool:
    return bool(anywhere("credit", "wires").search(plain))
