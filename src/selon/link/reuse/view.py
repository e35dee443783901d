"""What comparison needs of a document: its words as numbers, its sentences, what is quoted."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import msgspec

from selon.link.reuse.enumerations import enumerated
from selon.link.reuse.notices import is_notice
from selon.link.reuse.postings import Postings
from selon.model.document import FURNITURE, Document, PartKind
from selon.model.identity import digest
from selon.model.span import Span, Spans, tidy
from selon.text.segment import sentences
from selon.text.shingles import word_hashes
from selon.text.tokens import Token, forms, words

MAX_PIECE = 80
"""Words: a longer sentence is cut, so that one endless line is still compared piece by piece."""
HEADING = 12
"""Words: a line of at most so many, with no stop at its end, is a heading."""
STOPS = ".!?…»”\"'"
"""Marks that end a sentence: a short line without one is a heading, or a field of a form and its value."""
LISTED = 0.8
"""Share of words in short lines from which a text is a list: these lines head nothing."""
NOTICE = 60
"""Words: a longer sentence with an address in it is a report that names one."""
STEM = 6
"""Letters of a word that count in reworded text: a crude stem that needs no dictionary."""


@dataclass(frozen=True)
class View:
    """The words of a document that may be reuse: furniture is left out, order kept.

    `ids` and `stems` are stable numbers of the folded forms; `pieces` are half-open ranges of words, one a
    sentence; `blocks[p]` grows by one where furniture stands before piece `p`; `mute` words stand in quoted
    statements, headings or notices: they belong to a passage, and make none where both texts mute them;
    `notice` words stand in notices of at most NOTICE words (`selon.link.reuse.notices`);
    `proper` ones are figures, items of an enumeration or have a capital that no sentence start explains;
    `key` is the digest of words.
    """

    doc: Document
    forms: tuple[str, ...]
    ids: tuple[int, ...]
    stems: tuple[int, ...]
    spans: Spans
    mute: tuple[bool, ...]
    notice: tuple[bool, ...]
    proper: tuple[bool, ...]
    pieces: tuple[tuple[int, int], ...]
    blocks: tuple[int, ...]
    key: str

    @cached_property
    def bags(self) -> tuple[Counter[int], ...]:
        """The stems of each piece, counted: for texts too long to be compared at once."""
        return tuple(Counter(self.stems[a:b]) for a, b in self.pieces)

    @cached_property
    def mute_bags(self) -> tuple[Counter[int], ...]:
        """The stems of each piece that are mute, counted."""
        return tuple(Counter(self.muted(a, b)) for a, b in self.pieces)

    @cached_property
    def postings(self) -> Postings:
        """The stems of each piece, counted."""
        return Postings(self.stems, self.pieces)

    @cached_property
    def digest(self) -> str:
        """The digest of all that a comparison depends on, the weights of words apart."""
        return digest((msgspec.structs.replace(self.doc, capture=None), self.mute))

    @cached_property
    def starts(self) -> Sequence[int]:
        """The first words of the pieces, in order."""
        return [first for first, _ in self.pieces]

    def muted(self, first: int, last: int) -> list[int]:
        """Return the stems of words `first` to `last` (exclusive) that are mute."""
        return [self.stems[k] for k in range(first, last) if self.mute[k]]

    def plain(self, first: int, last: int) -> Counter[int]:
        """Return the stems of words `first` to `last` (exclusive) but names and figures, counted."""
        return Counter(self.stems[k] for k in range(first, last) if not self.proper[k])

    def hull(self, first: int, last: int) -> Span:
        """Return the characters of words `first` to `last` (exclusive)."""
        return Span(self.spans[first].start, self.spans[last - 1].end)


def weight(bag: Mapping[int, int], weigh: Callable[[int], float]) -> float:
    """Return the summed weight of counted stems."""
    return sum(weigh(s) * n for s, n in bag.items())


def view_of(doc: Document, quoted: Spans = ()) -> View:
    """Return the view of `doc`; `quoted` are the spans of quoted statements."""
    furniture = tidy(p.span for p in doc.parts if p.kind in FURNITURE)
    headlines = tidy(p.span for p in doc.parts if p.kind is PartKind.headline)
    cut = _Cut([], [], [], [], [], [])
    for block, room in enumerate(_open(furniture, len(doc.text))):
        for sentence in sentences(doc.text, doc.lang, room):
            said = sentence.of(doc.text)
            cut.add(words(doc.text, sentence), _is_heading(said), is_notice(said), block)
    heads = not _is_list(cut.heading)
    held = zip(_inside(tidy([*quoted, *headlines]), cut.spans), cut.heading, cut.notice, strict=True)
    return View(
        doc=doc,
        forms=tuple(cut.forms),
        ids=tuple(word_hashes(cut.forms)),
        stems=tuple(word_hashes(f if f[:1].isdigit() else f[:STEM] for f in cut.forms)),
        spans=tuple(cut.spans),
        mute=tuple(told or (head and heads) or aside for told, head, aside in held),
        notice=tuple(cut.notice),
        proper=_proper(doc.text, cut),
        pieces=tuple(cut.pieces),
        blocks=tuple(cut.blocks),
        key=digest((doc.lang, cut.forms)),
    )


@dataclass(frozen=True, slots=True)
class _Cut:
    """The lists that grow while a text is cut."""

    forms: list[str]
    spans: list[Span]
    heading: list[bool]
    notice: list[bool]
    pieces: list[tuple[int, int]]
    blocks: list[int]

    def add(self, found: Sequence[Token], heading: bool, notice: bool, block: int) -> None:
        for at in range(0, len(found), MAX_PIECE):
            chunk = found[at : at + MAX_PIECE]
            self.pieces.append((len(self.forms), len(self.forms) + len(chunk)))
            self.blocks.append(block)
            self.forms.extend(t.form for t in chunk)
            self.spans.extend(t.span for t in chunk)
            self.heading.extend([heading] * len(chunk))
            self.notice.extend([notice and len(found) <= NOTICE] * len(chunk))


def _proper(text: str, cut: _Cut) -> tuple[bool, ...]:
    starts = {first for first, _ in cut.pieces}
    listed = {k for first, last in cut.pieces for k in enumerated(text, cut.spans, first, last)}
    marks = [text[s.start] for s in cut.spans]
    return tuple(m.isdigit() or k in listed or (m.isupper() and k not in starts) for k, m in enumerate(marks))


def _is_heading(sentence: str) -> bool:
    """Tell a heading by its shape: short, and no mark at its end."""
    return sentence[-1:] not in STOPS and len(forms(sentence)) <= HEADING


def _is_list(heading: Sequence[bool]) -> bool:
    """Tell whether a text is more than one heading and next to nothing else."""
    return sum(heading) > max(HEADING, LISTED * len(heading))


def _open(furniture: Spans, length: int) -> list[Span]:
    """Return the stretches between the pieces of furniture."""
    edges = [0, *(x for s in furniture for x in (s.start, s.end)), length]
    return [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]


def _inside(holders: Spans, spans: Sequence[Span]) -> Iterable[bool]:
    if not holders:
        yield from [False] * len(spans)
        return
    starts = [h.start for h in holders]
    for span in spans:
        at = bisect_right(starts, span.start) - 1
        yield at >= 0 and span.start < holders[at].end
