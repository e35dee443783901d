"""A unit as the light reader sees it: its text with quotations masked, places counted from its start."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selon.analyse.drafts import Draft
from selon.analyse.light_pack import LightPack
from selon.analyse.units import Unit
from selon.model.document import Document, PartKind
from selon.model.span import Span, tidy
from selon.model.statement import Stance
from selon.text.segment import sentences, trim

SHORT, LONG = "\x01", "\x02"
"""What masks a short quotation (one opaque word, marks and all) and the inside of a long one."""
_LOOSE = ",;:–—.-"
_INTRODUCED = re.compile(r":\s*$")


@dataclass(frozen=True, slots=True)
class View:
    """`text` is as long as the unit; `base` is the offset of its start in the document."""

    text: str
    base: int
    part: PartKind
    level: int
    stops: tuple[int, ...]
    """Where its sentences end, their stops left out."""

    @property
    def end(self) -> int:
        """The end of the unit."""
        return len(self.text)

    def cleaned(self, start: int, end: int) -> Span | None:
        """Return `[start, end)` without commas, dashes and stops at its ends, or None."""
        found = trim(self.text, start, end) if start < end else None
        while found and self.text[found.start] in _LOOSE:
            found = trim(self.text, found.start + 1, found.end)
        while found and self.text[found.end - 1] in _LOOSE:
            found = trim(self.text, found.start, found.end - 1)
        return found

    def sentence_start(self, at: int) -> int:
        """Return where the sentence of `at` begins (stops inside quotations are masked)."""
        return max((s + 1 for s in self.stops if s < at and self.cleaned(s, at)), default=0)

    def sentence_end(self, at: int) -> int:
        """Return where the sentence of `at` ends."""
        return min((s for s in self.stops if s > at), default=self.end)

    def before(self, at: int) -> Span | None:
        """Return what stands before `at` in its sentence; of what a colon introduces, the quotation alone."""
        start = self.sentence_start(at)
        found = self.cleaned(start, at)
        opened = self.opened(found.end) if found else None
        if found and opened is not None and _INTRODUCED.search(self.text, found.start, opened):
            return Span(opened, found.end)
        return found

    def opened(self, end: int) -> int | None:
        """Return where the masked quotation that ends at `end` begins, or None when none ends there."""
        if self.text[end - 1] not in '»«”“"':
            return None
        at = end - 1
        while at > 0 and self.text[at - 1] == LONG:
            at -= 1
        return at - 1 if 0 < at < end - 1 else None

    def quotation(self, at: int) -> Span | None:
        """Return the masked quotation that begins at `at`, or None."""
        if self.text[at : at + 1] == SHORT:
            return Span(at, next((i for i in range(at, self.end) if self.text[i] != SHORT), self.end))
        stop = at + 1
        while stop < self.end and self.text[stop] == LONG:
            stop += 1
        return Span(at, min(stop + 1, self.end)) if stop > at + 1 else None

    def draft(
        self,
        content: tuple[Span | None, ...],
        source: Span | None,
        cue: Span | None,
        stance: Stance,
        rule: str,
    ) -> Draft | None:
        """Return a draft with document offsets, or None without content."""
        held = tidy(self.place(span) for span in content if span is not None)
        if not held:
            return None
        who = (self.place(source),) if source else ()
        return Draft(held, who, (self.place(cue),) if cue else (), stance, rule, self.part)

    def place(self, span: Span) -> Span:
        """Return a span of the unit as a span of the document."""
        return Span(span.start + self.base, span.end + self.base)


def view_of(doc: Document, unit: Unit, pack: LightPack) -> View:
    """Return the masked view of a unit; an aside inside a long quotation stays in sight."""
    base = unit.span.start
    text = list(unit.span.of(doc.text))
    for quote in unit.quotes:
        if quote not in unit.holes:
            _mask(text, Span(quote.span.start - base, quote.span.end - base), SHORT)
            continue
        at = quote.inner.start
        for start, end in [*_asides(doc.text, quote.inner, pack), (quote.inner.end, quote.inner.end)]:
            _mask(text, Span(at - base, max(at, start) - base) if start > at else None, LONG)
            at = max(at, end)
    masked = "".join(text)
    ends = tuple(s.end - 1 if masked[s.end - 1] in ".!?…" else s.end for s in sentences(masked, doc.lang))
    return View(masked, base, unit.part, unit.level, ends)


def _mask(text: list[str], span: Span | None, sign: str) -> None:
    for at in range(span.start, min(span.end, len(text))) if span else ():
        text[at] = sign


def _asides(text: str, inner: Span, pack: LightPack) -> list[tuple[int, int]]:
    """Return where asides stand inside one pair of marks («Мы готовы, — сказал он. — Всё идёт по плану»)."""
    found = []
    for dash in re.finditer(r"[,!?…]\s*[—–-]\s+", text[inner.start : inner.end]):
        start, at = inner.start + dash.start(), inner.start + dash.end()
        if pack.cue.match(text, at, inner.end):
            end = re.compile(r"[.,]\s*[—–-]\s+|$").search(text, at, inner.end)
            found.append((start, end.end() if end and end.group() else inner.end))
    return found
