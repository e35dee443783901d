"""What changed between two aligned runs of words, each difference typed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from selon.link.reuse.figures import digit_value, lexicon, values
from selon.link.reuse.view import View
from selon.model.passage import Change, ChangeKind
from selon.model.span import Span

LIMIT = 6_000_000
"""Cells of one comparison; beyond it the two runs are one change of wording."""
STRETCH = 600
"""Words that are compared at one go, where there is a place to cut."""
STRAY = 2
"""Words: a match no longer than this, alone between long differences, is chance."""


@dataclass(frozen=True, slots=True)
class Block:
    """Words `[a0, a1)` of one view against `[b0, b1)` of the other: equal, or a difference."""

    equal: bool
    a0: int
    a1: int
    b0: int
    b1: int

    @property
    def size(self) -> int:
        """Words on the longer side."""
        return max(self.a1 - self.a0, self.b1 - self.b0)


Blocks = tuple[Block, ...]
Range = tuple[int, int]


def compare(a: View, b: View, ours: Range, theirs: Range, cuts: Sequence[Range] = ()) -> Blocks:
    """Return the blocks of the longest common run of words in order (LCS), equal and different in turn.

    `cuts` are places (word of `a`, word of `b`) that are known to answer each other, in order: long runs are
    compared between them, so that time and memory stay linear in the length of the texts.
    """
    out: list[Block] = []
    start = (ours[0], theirs[0])
    for cut in (*cuts, (ours[1], theirs[1])):
        last = cut == (ours[1], theirs[1])
        if last or (cut[0] - start[0] >= STRETCH and cut[1] > start[1]):
            out.extend(_compare(a, b, (start[0], cut[0]), (start[1], cut[1])))
            start = cut
    return _merge(_without_strays(_merge(out)))


def _compare(a: View, b: View, ours: Range, theirs: Range) -> Iterator[Block]:
    left, right = a.ids[slice(*ours)], b.ids[slice(*theirs)]
    if left == right:
        yield Block(True, *ours, *theirs)
    elif len(left) * len(right) > LIMIT:
        yield Block(False, *ours, *theirs)
    else:
        for o in LCSseq.opcodes(left, right):
            from_a, from_b = (
                (ours[0] + o.src_start, ours[0] + o.src_end),
                (theirs[0] + o.dest_start, theirs[0] + o.dest_end),
            )
            yield Block(o.tag == "equal", *from_a, *from_b)


def _merge(blocks: Sequence[Block]) -> Blocks:
    """Join neighbours of one sort."""
    out: list[Block] = []
    for block in blocks:
        if out and out[-1].equal == block.equal:
            out[-1] = Block(block.equal, out[-1].a0, block.a1, out[-1].b0, block.b1)
        else:
            out.append(block)
    return tuple(out)


def _without_strays(blocks: Blocks) -> list[Block]:
    """Turn short matches that stand alone between long differences into differences."""
    out = list(blocks)
    for at in range(1, len(out) - 1):
        block = out[at]
        around = out[at - 1].size + out[at + 1].size
        if block.equal and block.size <= STRAY and around > 6 * block.size:
            out[at] = Block(False, block.a0, block.a1, block.b0, block.b1)
    return out


def matched(blocks: Blocks) -> int:
    """Return how many words are equal."""
    return sum(b.size for b in blocks if b.equal)


def changes(blocks: Blocks, a: View, b: View) -> tuple[Change, ...]:
    """Return the differences as typed changes, in order of place."""
    joined = _join_polarity(blocks, a, b)
    return tuple(_change(part, a, b) for block in joined if not block.equal for part in _split(block, a, b))


def _split(block: Block, a: View, b: View) -> Iterator[Block]:
    """Cut a difference that runs over the end of one sentence on both sides: that is two changes."""
    cut_a, cut_b = _inner(a.starts, block.a0, block.a1), _inner(b.starts, block.b0, block.b1)
    if cut_a is None or cut_b is None:
        yield block
    else:
        yield Block(False, block.a0, cut_a, block.b0, cut_b)
        yield Block(False, cut_a, block.a1, cut_b, block.b1)


def _inner(starts: Sequence[int], first: int, last: int) -> int | None:
    """Return the one sentence start strictly between two words, or None when there is none or more."""
    low, high = bisect_right(starts, first), bisect_left(starts, last)
    return starts[low] if high - low == 1 else None


def _join_polarity(blocks: Blocks, a: View, b: View) -> Blocks:
    """Make one difference of the two halves of a negation ('ne … pas')."""
    out: list[Block] = []
    for block in blocks:
        halves = len(out) >= 2 and not block.equal and out[-1].size <= STRAY
        if halves and _turns(out[-2], a, b) and _turns(block, a, b):
            first = out[-2]
            out[-2:] = [Block(False, first.a0, block.a1, first.b0, block.b1)]
        else:
            out.append(block)
    return tuple(out)


def _change(block: Block, a: View, b: View) -> Change:
    left, right = _span(a, block.a0, block.a1), _span(b, block.b0, block.b1)
    return Change(
        kind=_kind(block, a, b),
        a=left,
        b=right,
        a_words=left.of(a.doc.text) if left else "",
        b_words=right.of(b.doc.text) if right else "",
    )


def _span(view: View, first: int, last: int) -> Span | None:
    return view.hull(first, last) if last > first else None


SHORT = 6
"""Words: a longer difference is a rewording, whatever figures it holds."""


def _kind(block: Block, a: View, b: View) -> ChangeKind:
    if block.size <= SHORT:
        for kind, test in _TESTS:
            if test(block, a, b):
                return kind
    if block.a0 == block.a1:
        return ChangeKind.insertion
    if block.b0 == block.b1:
        return ChangeKind.omission
    if block.size <= SHORT and _names(a, block.a0, block.a1) and _names(b, block.b0, block.b1):
        return ChangeKind.name
    return ChangeKind.wording


def _sides(block: Block, a: View, b: View) -> Iterator[tuple[Sequence[str], str]]:
    yield a.forms[block.a0 : block.a1], a.doc.lang
    yield b.forms[block.b0 : block.b1], b.doc.lang


def _turns(block: Block, a: View, b: View) -> bool:
    """Tell whether one side has a negation more than the other."""
    counts = [any(f in lexicon(lang).negations for f in forms) for forms, lang in _sides(block, a, b)]
    return counts[0] != counts[1]


def _figures(block: Block, a: View, b: View) -> bool:
    """Tell whether both sides have figures and these differ."""
    left, right = (values(forms, lang) for forms, lang in _sides(block, a, b))
    return bool(left and right) and sorted(left) != sorted(right)


def _dates(block: Block, a: View, b: View) -> bool:
    """Tell whether both sides give a day, a month or an hour and these differ."""
    left, right = ([f for f in forms if _dated(f, lang)] for forms, lang in _sides(block, a, b))
    named = any(f in lexicon(lang).calendar for forms, lang in _sides(block, a, b) for f in forms)
    return bool(left and right) and named and left != right


def _days(block: Block, a: View, b: View) -> bool:
    """Tell whether both sides give one number and a month stands next to it: another day of the month."""
    if block.a1 - block.a0 != 1 or block.b1 - block.b0 != 1:
        return False
    known = lexicon(a.doc.lang).calendar
    near = {a.forms[k] for k in (block.a0 - 1, block.a1) if 0 <= k < len(a.forms)}
    day = all(
        _DAYS[0] <= (digit_value(v.forms[k]) or 0) <= _DAYS[1] for v, k in ((a, block.a0), (b, block.b0))
    )
    return day and bool(near & known)


_DAYS = (1, 31)


def _dated(form: str, lang: str) -> bool:
    return form in lexicon(lang).calendar or digit_value(form) is not None


def _names(view: View, first: int, last: int) -> bool:
    """Tell whether these words hold a capital that no sentence start explains."""
    return any(view.capital(k) and k not in view.begins for k in range(first, last))


_TESTS = (
    (ChangeKind.date, _days),
    (ChangeKind.date, _dates),
    (ChangeKind.figure, _figures),
    (ChangeKind.polarity, _turns),
)
