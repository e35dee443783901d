"""Nesting: which statement reports which, by place and by the words that say so."""

from __future__ import annotations

from collections.abc import Sequence

from selon.analyse.drafts import Draft
from selon.model.span import Span, hull


def parents(drafts: Sequence[Draft]) -> list[int | None]:
    """Return for each draft the number of the draft inside which it is reported, or None."""
    out: list[int | None] = []
    for number, draft in enumerate(drafts):
        out.append(_cited(drafts, number, draft) if draft.above or _same(drafts, number) else None)
        if out[-1] is None:
            out[-1] = _around(drafts, number, draft)
    return [None if _loops(out, at) else up for at, up in enumerate(out)]


def _cited(drafts: Sequence[Draft], number: int, draft: Draft) -> int | None:
    """Return the draft named by the words ("citing", "cited by")."""
    if draft.above:
        return next((i for i, d in enumerate(drafts) if i != number and d.cue == draft.above), None)
    return _same(drafts, number)


def _same(drafts: Sequence[Draft], number: int) -> int | None:
    """A statement that another is "cited by" stands under it: same content, cue after the source."""
    draft = drafts[number]
    if draft.rule == "cited by":
        return None
    uppers = [
        i for i, d in enumerate(drafts) if d.rule == "cited by" and d.content == draft.content and i != number
    ]
    return uppers[0] if uppers else None


def _around(drafts: Sequence[Draft], number: int, draft: Draft) -> int | None:
    """Return the draft with the shortest content that holds this one's cue (or content) and more."""
    anchor = draft.cue[0] if draft.cue else draft.content[0]
    best: tuple[int, int] | None = None
    for other, upper in enumerate(drafts):
        if other == number or not _inside(anchor, upper) or upper.cue == draft.cue and draft.cue:
            continue
        size = sum(len(s) for s in upper.content)
        if not draft.cue and size <= sum(len(s) for s in draft.content):
            continue
        if best is None or size < best[0]:
            best = (size, other)
    return best[1] if best else None


def _inside(anchor: Span, upper: Draft) -> bool:
    around = hull(upper.content)
    return any(s.holds(anchor) for s in upper.content) or (
        around.holds(anchor)
        and not any(anchor.overlap(c) or c == anchor for c in (*upper.cue, *upper.source))
        and len(upper.content) == 1
    )


def _loops(ups: Sequence[int | None], at: int) -> bool:
    seen = {at}
    up = ups[at]
    while up is not None:
        if up in seen:
            return up == at
        seen.add(up)
        up = ups[up]
    return False
