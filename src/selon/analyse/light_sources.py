"""Who speaks, without a parser: the run of words beside a cue, cut where a source ends.

Texts here are masked units (`light_view`), places are counted in them.
"""

from __future__ import annotations

import re

from selon.analyse.light_pack import LightPack
from selon.model.span import Span
from selon.text.letters import UPPER
from selon.text.segment import trim

LONGEST_SOURCE = 14
"""A source of more words than this is taken for a clause."""
_BORDER = re.compile(rf",(?!\d)|[;:!?…()\n«»“”„\"\x02]|\.(?=\s|$)(?<![\s.][{UPPER}]\.)|\s[—–-]\s")
_NAME = re.compile(
    rf"(?<![\w])[{UPPER}][\w’'-]*[^\W\d_](?:\s+(?:de|del|la|von|van|zu)\b)*(?:\s+[{UPPER}][\w’'-]+)+"
)
_APPOSED = 7
"""An apposition between commas has at most this many words."""
_WORD = re.compile(r"\S+")


def source_after(text: str, pack: LightPack, start: int) -> Span | None:
    """Return the source that begins at `start`, with an apposition between commas."""
    start = past_adverbs(text, pack, start, len(text))
    stop = _border(text, start, len(text))
    found = cut(text, pack, start, stop)
    if found and found.end == stop and stop < len(text) and text[stop] == ",":
        return _with_apposition(text, pack, found, stop)
    return found


def source_before(text: str, pack: LightPack, start: int, end: int) -> Span | None:
    """Return the source that ends before a cue at `end`: its last segment, or both sides of an apposition."""
    piece = trim(text, start, end)
    if piece is None:
        return None
    closed = text[piece.end - 1] == ","
    pieces = _segments(text, start, piece.end - 1 if closed else piece.end)
    if not pieces:
        return None
    last = pieces[-1]
    if (closed or text[last.start : last.end].lower() in pack.relative) and len(pieces) > 1:
        whole = not closed or _adverbial(text, pack, last)
        last = Span(pieces[-2].start, pieces[-2].end if whole else last.end)
    elif closed:
        return None
    start = _past_clause(text, pack, last)
    if start >= last.end:
        return None
    last = Span(start, last.end)
    if found := pack.auxiliaries.search(text, last.start, last.end):
        last = Span(last.start, max(found.start(), last.start + 1))
    return cut(text, pack, past_adverbs(text, pack, last.start, last.end), last.end, whole=True)


def _past_clause(text: str, pack: LightPack, span: Span) -> int:
    """Return where the subject may begin: after a coordinator, when another cue stands before it."""
    cues = list(pack.cue.finditer(text, span.start, span.end))
    if not cues:
        return span.start
    links = list(pack.coordinator.finditer(text, cues[-1].end(), span.end))
    return links[-1].end() if links else span.end


def _adverbial(text: str, pack: LightPack, span: Span) -> bool:
    """Tell whether words between commas are no apposition: an adverb, a relative clause, too many words."""
    words = text[span.start : span.end].split()
    first = words[0].lower()
    rest = past_adverbs(text, pack, span.start, span.end)
    cites = pack.citing.match(text, span.start, span.end)
    return bool(
        cites or first in pack.relative | pack.not_source or len(words) > _APPOSED or rest >= span.end
    )


def _border(text: str, start: int, end: int) -> int:
    found = _BORDER.search(text, start, end)
    return found.start() if found else end


def _segments(text: str, start: int, end: int) -> list[Span]:
    cuts = [m.span() for m in _BORDER.finditer(text, start, end)]
    starts, ends = [start, *(e for _, e in cuts)], [*(s for s, _ in cuts), end]
    return [s for a, b in zip(starts, ends, strict=True) if a < b and (s := trim(text, a, b))]


def past_adverbs(text: str, pack: LightPack, start: int, end: int) -> int:
    """Return the index after the adverbs, dates and small words that begin here."""
    while True:
        while start < end and text[start].isspace():
            start += 1
        found = pack.leading.match(text, start, end)
        if found is None or found.end() == start:
            return start
        start = found.end()


def _with_apposition(text: str, pack: LightPack, head: Span, comma: int) -> Span:
    """Take in "X, alcaldesa de Sol," where a further comma or the end closes it."""
    stop = _border(text, comma + 1, len(text))
    more = trim(text, comma + 1, stop)
    if more is None or (stop < len(text) and text[stop] not in ",."):
        return head
    if _adverbial(text, pack, more) or len(text[more.start : more.end].split()) < 2:
        return head
    named = bool(_NAME.search(text, head.start, head.end)), bool(_NAME.match(text, more.start, more.end))
    verb = pack.cue.search(text, more.start, more.end)
    return Span(head.start, more.end) if named[0] != named[1] and not verb else head


def cut(text: str, pack: LightPack, start: int, end: int, whole: bool = False) -> Span | None:
    """Cut a run of words to a source, or None when nothing fit is left; `whole` keeps places after names."""
    found = trim(text, start, end) if start < end else None
    if found and not whole:
        end = _end(text, pack, found)
        found = trim(text, found.start, end) if end > found.start else None
    words = [m.span() for m in _WORD.finditer(text, found.start, found.end)] if found else []
    while words and _small(text, pack, *words[-1]):
        words.pop()
    if not words or len(words) > LONGEST_SOURCE or _first(text, words) in pack.not_source:
        return None
    if _first(text, words) in pack.pronouns and not whole:
        words = words[:1]
    return Span(words[0][0], words[-1][1])


def _small(text: str, pack: LightPack, start: int, end: int) -> bool:
    word = text[start:end].lower()
    return word in pack.helpers or bool(pack.leading.fullmatch(text, start, end)) or word.isdigit()


def _first(text: str, words: list[tuple[int, int]]) -> str:
    return text[slice(*words[0])].lower()


def _end(text: str, pack: LightPack, found: Span) -> int:
    """Return where a source that begins here ends: at a listed word, after a full name, or at a verb."""
    end = found.end
    if stop := pack.ends.search(text, found.start + 1, end):
        end = stop.start()
    if name := _NAME.search(text, found.start, end):
        tail = pack.after_name.search(text, name.end(), end)
        end = tail.start() if tail else end
    return _noun_end(text, pack, found.start, end) if pack.capital_nouns else end


def _noun_end(text: str, pack: LightPack, start: int, end: int) -> int:
    """Where nouns have capitals a small word after one ends the phrase, links like "der", "für" apart."""
    capital = False
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        if word[0].isupper() or word[0].isdigit() or word[0] == "\x01":
            capital = True
        elif word.lower() in pack.links:
            capital = False
        elif capital:
            return match.start()
    return end


def segment_start(text: str, at: int) -> int:
    """Return where the run of words before `at` begins, after the last border."""
    return max((m.end() for m in _BORDER.finditer(text, 0, at)), default=0)
