"""Quotations: which marks open, which close, and what stands between them.

Works on marks alone (typographic and straight), paragraph by paragraph; an apostrophe is never a mark. A
quotation that a paragraph leaves open ends at the next closing mark, if no other one opens before, or goes on
where the next paragraph repeats the opening mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from selon.languages.pack import table
from selon.model.span import Span
from selon.text.segment import paragraphs

_NEXT_SPEAKER = re.compile(r"\s*\n\s*[—–―-]{1,2}[ \u00a0]?\S")
"""A paragraph that a dash opens: in dialogue another one speaks, the quotation before it is over."""
_WORD = re.compile(r"\w+")
DEEPEST = 6
"""Quotations inside quotations are followed to this depth; stray opening marks go no deeper."""
_ANY = frozenset('"«»“”„')
"""Marks of which another one tells that a text mixes them, so that none stands for one that is left out."""
_SINGLE = re.compile(
    r"(?:(?<=\s)|^)'(?=[A-Z])(?:[^'\n]|(?<=\w)'(?=\w))*?(?:(?P<close>[.,!?]'(?!\w))|$)", re.M
)
_ONWARD = re.compile(r"\s*\n\s*'[A-Z]")
FEWEST_IN_SINGLE = 6
"""Between single marks so many words are speech; fewer are a title or a term."""
_AHEAD = 6000
"""How far on, in code points, the end of a quotation over several paragraphs is looked for."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: `span` with its marks, `inner` without; `depth` 0 is outermost, `block` has no marks."""

    span: Span
    inner: Span
    depth: int = 0
    block: bool = False

    def words(self, text: str) -> int:
        """Return the number of words between the marks."""
        return len(_WORD.findall(text, self.inner.start, self.inner.end))


@dataclass(frozen=True, slots=True)
class _Marks:
    pairs: Mapping[str, str]
    closers: frozenset[str]
    straight: frozenset[str]
    inner_only: frozenset[str]
    doubled: frozenset[str]
    any: re.Pattern[str]
    single: bool


@cache
def _marks(lang: str) -> _Marks:
    found = table(lang, "quotes") or table("en", "quotes")
    pairs = dict(found["pairs"])
    straight, inner = frozenset(found["straight"]), frozenset(found["inner_only"])
    marks = [*found["doubled"], *pairs, *pairs.values(), *straight]
    anyone = re.compile("|".join(map(re.escape, marks)))
    closers, doubled = frozenset(pairs.values()), frozenset(found["doubled"])
    return _Marks(pairs, closers, straight, inner, doubled, anyone, bool(found.get("single")))


@dataclass(slots=True)
class _Scan:
    """State of one pass over a paragraph: open marks with their places, and quotations found."""

    text: str
    marks: _Marks
    start: int
    end: int
    stack: list[tuple[str, int]] = field(default_factory=list)
    found: list[Quote] = field(default_factory=list)

    def run(self) -> None:
        for match in self.marks.any.finditer(self.text, self.start, self.end):
            mark, at = match.group(), match.start()
            if mark in self.marks.doubled or mark in self.marks.straight:
                self._straight(at, len(mark))
            else:
                self._directed(mark, at)

    def _directed(self, char: str, at: int) -> None:
        if self._apostrophe(at):
            return
        opened = self._innermost(char)
        if opened is not None:
            self._close(opened, at)
        elif char in self.marks.pairs and (self.stack or char not in self.marks.inner_only):
            self._push(char, at)

    def _innermost(self, closer: str) -> int | None:
        held = range(len(self.stack) - 1, -1, -1)
        return next((i for i in held if self.marks.pairs.get(self.stack[i][0]) == closer), None)

    def _close(self, opened: int, at: int, width: int = 1) -> None:
        start = self.stack[opened][1]
        del self.stack[opened:]
        if at > start + width:
            self.found.append(Quote(Span(start, at + width), Span(start + width, at), len(self.stack)))

    def _straight(self, at: int, width: int = 1) -> None:
        """A straight mark closes the one that is open; alone, it opens unless it leans on a word."""
        mark = self.text[at : at + width]
        held = range(len(self.stack) - 1, -1, -1)
        opened = next((i for i in held if self.stack[i][0] == mark), None)
        if opened is not None:
            self._close(opened, at, width)
        elif self._may_open(at, width):
            self._push(mark, at)

    def _push(self, mark: str, at: int) -> None:
        if len(self.stack) < DEEPEST:
            self.stack.append((mark, at))

    def _may_open(self, at: int, width: int) -> bool:
        before = self.text[at - 1] if at > self.start else " "
        after = self.text[at + width] if at + width < self.end else " "
        return not before.isalnum() and not (after.isspace() and not before.isspace() and before not in "([")

    def _apostrophe(self, at: int) -> bool:
        if self.text[at] not in "’‘'":
            return False
        near = self.text[max(0, at - 1) : at] + self.text[at + 1 : at + 2]
        return len(near) == 2 and near.isalnum()


def find_quotes(text: str, lang: str, within: Span | None = None) -> tuple[Quote, ...]:
    """Return the quotations of `text` in order of their start, each before those inside it."""
    out: list[Quote] = []
    done = 0
    for paragraph in paragraphs(text, within):
        if paragraph.end <= done:
            continue
        scan = _Scan(text, _marks(lang), max(done, paragraph.start), paragraph.end)
        scan.run()
        out.extend(scan.found)
        if not scan.found and _marks(lang).single:
            out.extend(_single(text, paragraph))
        if scan.stack and (left := _left_open(scan, within)):
            out.append(left)
            done = left.span.end
    return _nested(out)


def _single(text: str, span: Span) -> Iterator[Quote]:
    """Yield what stands between single straight marks, as British papers quote: told from apostrophes by a
    capital behind the first and a stop before the last. A paragraph may leave it open to the next."""
    for found in _SINGLE.finditer(text, span.start, span.end):
        end = found.end() if found.group("close") else span.end
        onward = found.group("close") or _ONWARD.match(text, span.end)
        if onward and len(_WORD.findall(text, found.start(), end)) >= FEWEST_IN_SINGLE:
            yield Quote(Span(found.start(), end), Span(found.start() + 1, end - bool(found.group("close"))))


def _left_open(scan: _Scan, within: Span | None) -> Quote | None:
    """Return the quotation that its paragraph leaves open, when later paragraphs or its lead-in show it."""
    mark, start = scan.stack[0]
    limit = min(within.end if within else len(scan.text), scan.end + _AHEAD)
    end = _end_ahead(scan.text, mark, scan.marks.pairs.get(mark), scan.end, limit)
    if _NEXT_SPEAKER.match(scan.text, scan.end, limit):
        end = scan.end
    if end is None and _opens_here(scan, start):
        end = scan.end
    return (
        Quote(Span(start, end), Span(start + 1, max(start + 2, end - 1))) if end and end > start + 2 else None
    )


def _opens_here(scan: _Scan, start: int) -> bool:
    """Tell whether a mark that nothing closes opens words all the same: at the head of a paragraph, after a
    colon, or with a capital behind the end of a sentence."""
    lead = scan.text[scan.start : start].strip()
    after = scan.text[start + 1 : scan.end].strip()
    sentence = lead.endswith((".", "!", "?")) and after[:1].isupper() and not _ANY & set(after)
    return not lead or lead.endswith(":") or sentence


def _end_ahead(text: str, mark: str, closer: str | None, at: int, limit: int) -> int | None:
    if closer is None:
        place = next((i for i in range(at, limit) if text[i] in _ANY), 0)
        return place + 1 if place and text[place] == mark and _ends_words(text, place) else None
    for place in range(at, limit):
        if text[place] == closer:
            return place + 1
        if text[place] == mark and not _begins_paragraph(text, place):
            return None
    return None


def _ends_words(text: str, at: int) -> bool:
    """Tell whether a straight mark leans on the words before it and on none behind."""
    return not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()


def _begins_paragraph(text: str, at: int) -> bool:
    while at > 0 and text[at - 1] in " \u00a0\u202f\u2009>":
        at -= 1
    return at == 0 or text[at - 1] in "\n\r\u2028\u2029"


def _nested(quotes: list[Quote]) -> tuple[Quote, ...]:
    """Sort, and count depth anew (a quotation over paragraphs may hold others)."""
    out: list[Quote] = []
    open_ends: list[int] = []
    for quote in sorted(quotes, key=lambda q: (q.span.start, -q.span.end)):
        open_ends = [end for end in open_ends if end > quote.span.start]
        out.append(Quote(quote.span, quote.inner, len(open_ends), quote.block))
        open_ends.append(quote.span.end)
    return tuple(out)
