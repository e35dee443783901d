"""A text cut into words and sentences, packed small enough to be kept with the dossier.

Cutting is what a view costs; of a text that has not changed the cut is taken over.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import msgspec
import numpy as np
import numpy.typing as npt

from selon.link.kept import Kept
from selon.link.reuse.enumerations import enumerated
from selon.link.reuse.notices import is_notice
from selon.model.document import FURNITURE, Document
from selon.model.identity import digest
from selon.model.span import Span, Spans, tidy
from selon.text.segment import sentences
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
_APART = "\n"
"""Stands in no word."""
_NUMBER, _WIDTH = "<u4", 8
"""How numbers are packed, and the bytes of the place of a word."""

Marks = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]


class Cut(msgspec.Struct, frozen=True):
    """The words of a text but for its furniture, in arrays.

    `words` are the folded forms, `places` the gap before each and its length; `pieces` are of each sentence
    the number of words, the stretch between furniture (block), and whether it is a heading, and a notice;
    `proper` has one bit a word.
    """

    words: str
    places: bytes
    pieces: bytes
    proper: bytes

    @property
    def forms(self) -> tuple[str, ...]:
        """The folded forms, in order."""
        return tuple(self.words.split(_APART)) if self.places else ()

    def spans(self) -> tuple[Numbers, Numbers]:
        """Return the starts and the ends of the words."""
        gaps = np.frombuffer(self.places, _NUMBER).astype(np.int64).reshape(2, -1)
        ends = np.cumsum(gaps[0] + gaps[1])
        return ends - gaps[1], ends

    def sentences(self) -> tuple[Numbers, Numbers, Marks, Marks]:
        """Return of each sentence how many words it has, its block, whether it is a heading, and a notice."""
        rows = np.frombuffer(self.pieces, _NUMBER).astype(np.int64).reshape(4, -1)
        return rows[0], rows[1], rows[2] > 0, rows[3] > 0

    def names(self) -> list[bool]:
        """Return which words are figures, items of an enumeration or have a capital that no sentence start
        explains."""
        bits = np.unpackbits(np.frombuffer(self.proper, np.uint8), count=len(self.places) // _WIDTH)
        return list(map(bool, bits.tolist()))


def cuts(docs: Sequence[Document], kept: Kept) -> list[Cut]:
    """Return the cut of each text; `kept` is what an earlier run found out."""
    keys = [digest((d.text, d.lang, d.parts)) for d in docs]
    return kept.each("cuts", Cut, keys, lambda n: cut(docs[n]))


def cut(doc: Document) -> Cut:
    """Return the cut of one text."""
    furniture = tidy(p.span for p in doc.parts if p.kind in FURNITURE)
    made = _Growing()
    for block, room in enumerate(_open(furniture, len(doc.text))):
        for sentence in sentences(doc.text, doc.lang, room):
            said = sentence.of(doc.text)
            made.add(words(doc.text, sentence), _is_heading(said), is_notice(said), block)
    return made.packed(doc.text)


@dataclass(frozen=True, slots=True)
class _Growing:
    """The lists that grow while a text is cut."""

    words: list[Token] = field(default_factory=list)
    pieces: list[tuple[int, int, int, int]] = field(default_factory=list)

    def add(self, found: Sequence[Token], heading: bool, notice: bool, block: int) -> None:
        for at in range(0, len(found), MAX_PIECE):
            chunk = found[at : at + MAX_PIECE]
            self.pieces.append((len(chunk), block, heading, notice and len(found) <= NOTICE))
            self.words.extend(chunk)

    def packed(self, text: str) -> Cut:
        edges = np.array([0, *(x for w in self.words for x in (w.span.start, w.span.end))], dtype=np.int64)
        places = np.diff(edges).reshape(-1, 2).T
        pieces = np.array(self.pieces, dtype=np.int64).reshape(-1, 4).T
        return Cut(
            words=_APART.join(w.form for w in self.words),
            places=places.astype(_NUMBER).tobytes(),
            pieces=pieces.astype(_NUMBER).tobytes(),
            proper=np.packbits(_proper(text, [w.span for w in self.words], pieces[0])).tobytes(),
        )


def _proper(text: str, spans: Spans | list[Span], sizes: Numbers) -> Marks:
    ends = np.cumsum(sizes).tolist()
    starts = dict.fromkeys((np.cumsum(sizes) - sizes).tolist())
    listed = {
        k for first, last in zip(starts, ends, strict=True) for k in enumerated(text, spans, first, last)
    }
    return np.array([_is_proper(text[s.start], k, starts, listed) for k, s in enumerate(spans)], dtype=bool)


def _is_proper(mark: str, word: int, starts: Collection[int], listed: Collection[int]) -> bool:
    return mark.isdigit() or word in listed or (mark.isupper() and word not in starts)


def _is_heading(sentence: str) -> bool:
    """Tell a heading by its shape: short, and no mark at its end."""
    return sentence[-1:] not in STOPS and len(forms(sentence)) <= HEADING


def _open(furniture: Spans, length: int) -> list[Span]:
    """Return the stretches between the pieces of furniture."""
    edges = [0, *(x for s in furniture for x in (s.start, s.end)), length]
    return [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]
