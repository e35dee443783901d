"""What comparison needs of a document: its words as numbers, its sentences, what is quoted."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import msgspec
import numpy as np
import numpy.typing as npt

from selon.link.reuse.cuts import HEADING, LISTED, Cut, Marks, Numbers, cut
from selon.link.reuse.postings import Postings
from selon.model.document import Document, PartKind
from selon.model.identity import digest
from selon.model.span import Span, Spans, tidy
from selon.text.shingles import word_hashes

Places = npt.NDArray[np.int32]
STEM = 6
"""Letters of a word that count in reworded text: a crude stem that needs no dictionary."""


@dataclass(frozen=True)
class View:
    """The words of a document that may be reuse: furniture is left out, order kept.

    `mute` words stand in quoted statements, headings or notices: they belong to a passage, and make none
    where both texts mute them.
    """

    doc: Document
    cut: Cut
    mute: tuple[bool, ...]

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The folded forms of the words; one that many texts have is held once."""
        return tuple(map(sys.intern, self.cut.forms))

    @cached_property
    def ids(self) -> tuple[int, ...]:
        """Stable numbers of the forms."""
        return tuple(word_hashes(self.forms))

    @cached_property
    def stems(self) -> tuple[int, ...]:
        """Stable numbers of the first letters of the forms, of figures of all."""
        return tuple(word_hashes(f if f[:1].isdigit() else f[:STEM] for f in self.forms))

    @cached_property
    def _edges(self) -> tuple[Places, Places]:
        """The first character of each word, and the one after its last."""
        starts, ends = self.cut.spans()
        return starts.astype(np.int32), ends.astype(np.int32)

    @cached_property
    def pieces(self) -> tuple[tuple[int, int], ...]:
        """Half-open ranges of words, one a sentence."""
        sizes = self.cut.sentences()[0]
        ends = np.cumsum(sizes)
        return tuple(zip((ends - sizes).tolist(), ends.tolist(), strict=True))

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The characters of the pieces; none where a piece has no word."""
        text = self.doc.text
        return tuple(self.hull(a, b).of(text) if a < b else "" for a, b in self.pieces)

    @cached_property
    def blocks(self) -> tuple[int, ...]:
        """A number for each piece that grows by one where furniture stands before it."""
        return tuple(self.cut.sentences()[1].tolist())

    @cached_property
    def notice(self) -> tuple[bool, ...]:
        """Which words stand in notices of at most NOTICE words (`selon.link.reuse.notices`)."""
        sizes, _, _, notice = self.cut.sentences()
        return tuple(np.repeat(notice, sizes).tolist())

    @cached_property
    def proper(self) -> tuple[bool, ...]:
        """Which words are figures, items of an enumeration or have a capital that no sentence start
        explains."""
        return tuple(self.cut.names())

    @cached_property
    def key(self) -> str:
        """The digest of the words."""
        return digest((self.doc.lang, self.forms))

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

    @cached_property
    def begins(self) -> frozenset[int]:
        """The same, to ask whether a word is one of them."""
        return frozenset(self.starts)

    def muted(self, first: int, last: int) -> list[int]:
        """Return the stems of words `first` to `last` (exclusive) that are mute."""
        return [self.stems[k] for k in range(first, last) if self.mute[k]]

    def plain(self, first: int, last: int) -> Counter[int]:
        """Return the stems of words `first` to `last` (exclusive) but names and figures, counted."""
        return Counter(self.stems[k] for k in range(first, last) if not self.proper[k])

    def hull(self, first: int, last: int) -> Span:
        """Return the characters of words `first` to `last` (exclusive)."""
        starts, ends = self._edges
        return Span(int(starts[first]), int(ends[last - 1]))

    def capital(self, word: int) -> bool:
        """Tell whether a word begins with a capital."""
        return self.doc.text[self._edges[0][word]].isupper()


def weight(bag: Mapping[int, int], weigh: Callable[[int], float]) -> float:
    """Return the summed weight of counted stems."""
    return sum(weigh(s) * n for s, n in bag.items())


Views = tuple[View, View]
"""Two texts, their ids in order."""


def view_of(doc: Document, quoted: Spans = (), made: Cut | None = None) -> View:
    """Return the view of `doc`; `quoted` are the spans of quoted statements, `made` is its cut, if known."""
    made = made or cut(doc)
    sizes, _, heading, notice = made.sentences()
    heads = heading.any() and not _is_list(np.repeat(heading, sizes))
    headlines = [p.span for p in doc.parts if p.kind is PartKind.headline]
    told = _inside(tidy([*quoted, *headlines]), made.spans()[0])
    aside = np.repeat(notice | (heading & heads), sizes)
    return View(doc, made, tuple((told | aside).tolist()))


def _is_list(heading: Marks) -> bool:
    """Tell whether a text is more than one heading and next to nothing else."""
    return bool(heading.sum() > max(HEADING, LISTED * len(heading)))


def _inside(holders: Spans, starts: Numbers) -> Marks:
    """Tell which words begin inside one of some spans."""
    edges = np.array([x for h in holders for x in (h.start, h.end)], dtype=np.int64)
    found: Marks = np.searchsorted(edges, starts, side="right") % 2 == 1
    return found
