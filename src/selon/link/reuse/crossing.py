"""What a translation changed: figures that differ and names that are spelled otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from selon.link.reuse.alignment import Chain
from selon.link.reuse.anchors import latin, names
from selon.link.reuse.figures import places
from selon.link.reuse.view import View
from selon.model.passage import Change, ChangeKind

Range = tuple[int, int]
NEARLY = 2
"""Letters in which two spellings of one name differ at most."""
LONG_NAME = 5
"""Shorter names are too often others."""


def crossing_changes(a: View, b: View, chain: Chain) -> tuple[Change, ...]:
    """Return what two translated runs of sentences give differently, in order of place.

    Figures, names in another spelling, and sentences inside the run that the other side does not answer.
    """
    sentences = [(a.pieces[s.i], b.pieces[s.j]) for s in chain]
    known = [{v for side in sentences for _, _, v in _places(view, side[n])} for n, view in enumerate((a, b))]
    out = [c for ours, theirs in sentences for c in _figures(a, b, ours, theirs, known)]
    out.extend(_names(a, b, sentences))
    out.extend(_left_out(a, b, chain))
    return tuple(sorted(set(out), key=lambda c: (c.a or c.b, c.b or c.a)))


def _left_out(a: View, b: View, chain: Chain) -> Iterator[Change]:
    ours, theirs = {s.i for s in chain}, {s.j for s in chain}
    for i in sorted(set(range(min(ours), max(ours))) - ours):
        span = a.hull(*a.pieces[i])
        yield Change(ChangeKind.omission, span, None, span.of(a.doc.text), "")
    for j in sorted(set(range(min(theirs), max(theirs))) - theirs):
        span = b.hull(*b.pieces[j])
        yield Change(ChangeKind.insertion, None, span, "", span.of(b.doc.text))


def _figures(a: View, b: View, ours: Range, theirs: Range, known: Sequence[set[float]]) -> list[Change]:
    """Return the figures of two sentences that the other text gives nowhere, if as many on each side."""
    left = [p for p in _places(a, ours) if p[2] not in known[1]]
    right = [p for p in _places(b, theirs) if p[2] not in known[0]]
    if len(left) != len(right):
        return []
    made = [_change(ChangeKind.figure, a, b, p[:2], q[:2]) for p, q in zip(left, right, strict=True)]
    return [c for c in made if not _same_digits(c.a_words, c.b_words)]


def _same_digits(one: str, other: str) -> bool:
    """Tell whether one figure is the end of the other: an hour in two manners ('2 h 40', '2.40')."""
    left, right = (re.sub(r"\D", "", w) for w in (one, other))
    return bool(left and right) and (left.endswith(right) or right.endswith(left))


def _places(view: View, piece: Range) -> list[tuple[int, int, float]]:
    first, last = piece
    return [(first + x, first + y, v) for x, y, v in places(view.forms[first:last], view.doc.lang)]


def _names(a: View, b: View, sentences: Sequence[tuple[Range, Range]]) -> list[Change]:
    left = {latin(a.forms[k]): k for ours, _ in reversed(sentences) for k in reversed(names(a, *ours))}
    right = {latin(b.forms[k]): k for _, theirs in reversed(sentences) for k in reversed(names(b, *theirs))}
    out = []
    for mine in sorted(left.keys() - right.keys()):
        near = [n for n in sorted(right.keys() - left.keys()) if _respelled(mine, n)]
        if len(near) == 1:
            x, y = left[mine], right[near[0]]
            out.append(_change(ChangeKind.name, a, b, (x, x + 1), (y, y + 1)))
    return out


def _respelled(one: str, other: str) -> bool:
    """Tell whether two words are the same letters in another order or nearly so, and equally long."""
    if len(one) != len(other) or len(one) < LONG_NAME:
        return False
    return Levenshtein.distance(one, other) <= NEARLY


def _change(kind: ChangeKind, a: View, b: View, ours: Range, theirs: Range) -> Change:
    left, right = a.hull(*ours), b.hull(*theirs)
    return Change(kind, left, right, left.of(a.doc.text), right.of(b.doc.text))
