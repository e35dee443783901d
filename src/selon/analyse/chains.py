"""Nesting: which statement reports which, by place and by the words that say so."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from selon.analyse.drafts import Draft
from selon.model.span import Span, hull
from selon.model.statement import CONFIRMS


def parents(drafts: Sequence[Draft]) -> list[int | None]:
    """Return for each draft the number of the draft inside which it is reported, or None."""
    named = {d.cue: at for at, d in reversed(list(enumerate(drafts))) if d.cue}
    citing = {d.content: at for at, d in reversed(list(enumerate(drafts))) if d.rule == "cited by"}
    posts = {d.content: at for at, d in reversed(list(enumerate(drafts))) if d.rule.startswith("signed post")}
    around = _Around(drafts)
    out: list[int | None] = []
    for at, draft in enumerate(drafts):
        up = named.get(draft.above) if draft.above else None
        up = posts.get(draft.content) if draft.rule == "via" else up
        if up is None and draft.rule != "cited by" and not draft.rule.endswith(CONFIRMS):
            up = citing.get(draft.content)
        out.append(up if up is not None and up != at else around.holder(at))
    return [None if _loops(out, at) else up for at, up in enumerate(out)]


class _Around:
    """Finds the draft with the shortest content that holds another's cue (or content) and more."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.drafts = drafts
        self.hulls = [hull(d.content) for d in drafts]
        self.order = sorted(range(len(drafts)), key=lambda at: self.hulls[at].start)
        self.starts = [self.hulls[at].start for at in self.order]
        self.longest = max((len(h) for h in self.hulls), default=0)

    def holder(self, at: int) -> int | None:
        draft = self.drafts[at]
        anchor = draft.cue[0] if draft.cue else draft.content[0]
        if draft.rule.endswith("pointing back") and draft.source:
            anchor = draft.source[0]  # "les propos de X selon qui …"
        first = bisect_left(self.starts, anchor.start - self.longest)
        last = bisect_right(self.starts, anchor.start)
        fits = (up for up in self.order[first:last] if self._holds(up, at, anchor))
        return min(fits, key=lambda up: (_size(self.drafts[up]), up), default=None)

    def _holds(self, up: int, at: int, anchor: Span) -> bool:
        upper, draft = self.drafts[up], self.drafts[at]
        if (
            up == at
            or upper.rule == "via"
            or upper.rule.endswith(CONFIRMS)
            or (draft.cue and upper.cue == draft.cue)
            or not self.hulls[up].holds(anchor)
        ):
            return False
        if not draft.cue and _size(upper) <= _size(draft):
            return False
        return any(s.holds(anchor) for s in upper.content)


def _size(draft: Draft) -> int:
    return sum(len(s) for s in draft.content)


def _loops(ups: Sequence[int | None], at: int) -> bool:
    seen = {at}
    up = ups[at]
    while up is not None:
        if up in seen:
            return up == at
        seen.add(up)
        up = ups[up]
    return False
