"""Contents broken by marks of quotation: «X a dit que la mort» de Y «est due à Z»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from selon.analyse.chains import parents
from selon.analyse.drafts import Draft
from selon.model.span import Span

LONGEST = 5
"""A content of more words than this says something by itself."""
_GOES_ON = re.compile(r"[ \u00a0\u202f\u2009]?[»”\"][ \u00a0]+[a-zà-ÿ]")
_WORD = re.compile(r"\w+")


def completed(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, those that a closing mark cuts short led on to the end of what holds them."""
    ups = parents(drafts)
    out = []
    for draft, up in zip(drafts, ups, strict=True):
        end = _end(text, draft, drafts[up]) if up is not None and draft.cue else None
        out.append(replace(draft, content=_led_on(draft, end)) if end else draft)
    return out


def _led_on(draft: Draft, end: int) -> tuple[Span, ...]:
    return (*draft.content[:-1], Span(draft.content[-1].start, end))


def _end(text: str, draft: Draft, upper: Draft) -> int | None:
    last = draft.content[-1]
    if len(_WORD.findall(last.of(text))) > LONGEST or not _GOES_ON.match(text, last.end):
        return None
    return next((s.end for s in upper.content if s.holds(last) and s.end > last.end + 2), None)
