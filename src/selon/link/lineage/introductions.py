"""Who a text introduces by full name and whom it only calls by last name: what a cut leaves hanging."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from selon.languages import pack
from selon.link.reuse.anchors import latin
from selon.link.wording import stopwords
from selon.model.document import Document
from selon.model.span import Span, Spans
from selon.text.normalise import fold

LETTERS = 6
"""First letters of a name, in Latin script, that are compared: endings differ between languages."""
SHORTEST = 4
_WORD = re.compile(r"[^\W\d_][\w-]*")
_BETWEEN = re.compile(r"[ \u00a0]")
_RUNS_ON = re.compile(r"[a-zß-ÿа-яё,;][ \u00a0]|[’'(-]")
"""What stands before a word inside a sentence."""


@dataclass(frozen=True, slots=True)
class Named:
    """One name: its place, whether another name stands right before it, whether a sentence goes on there."""

    span: Span
    full: bool
    inside: bool


def named(doc: Document) -> Mapping[str, Sequence[Named]]:
    """Return the names in `doc` by their first letters in Latin script, in order of place.

    A name has a capital that no sentence start explains, at least once; none are known where all nouns have.
    """
    return {} if pack.table(doc.lang, "pack").get("capital_nouns") else _named(doc.text, doc.lang)


@lru_cache(maxsize=4096)
def _named(text: str, lang: str) -> Mapping[str, Sequence[Named]]:
    out: dict[str, list[Named]] = defaultdict(list)
    before: re.Match[str] | None = None
    common = stopwords(lang)
    for word in _WORD.finditer(text):
        name = len(word.group()) > 1 and word.group()[1:].islower() and word.group()[0].isupper()
        name = name and fold(word.group()) not in common
        if name and len(word.group()) >= SHORTEST:
            full = before is not None and _BETWEEN.fullmatch(text, before.end(), word.start()) is not None
            inside = full or _RUNS_ON.search(text, max(0, word.start() - 2), word.start()) is not None
            out[latin(fold(word.group()))[:LETTERS]].append(Named(Span(*word.span()), full, inside))
        before = word if name else None
    return {key: found for key, found in out.items() if any(n.inside for n in found)}


def hanging(doc: Document, inside: Spans, other: Document, answered: Spans) -> list[tuple[Span, Span]]:
    """Return whom `doc` calls by last name alone inside what it shares, and `other` introduces outside of it.

    Pairs of (place in `doc`, introduction in `other`): the name stands in the shared stretches only and never
    in full in `doc`; `other` gives it in full before its side of the shared stretches.
    """
    mine, yours = named(doc), named(other)
    out = []
    for name in sorted(mine.keys() & yours.keys()):
        here = mine[name]
        if any(n.full or not _within(n.span, inside) for n in here):
            continue
        if intro := _introduction(yours[name], answered):
            out.append((here[0].span, intro))
    return out


def _introduction(found: Sequence[Named], answered: Spans) -> Span | None:
    """Return the first mention if it is in full and stands before every shared stretch that has the name."""
    first = found[0]
    used = [n for n in found if _within(n.span, answered)]
    if not first.full or not used or _within(first.span, answered) or used[0].full:
        return None
    return first.span


def _within(span: Span, spans: Spans) -> bool:
    return any(s.holds(span) for s in spans)


AROUND = 6
"""Names around a shared stretch that must be there before it says anything that none is shared."""
SEVERAL = 2


def foreign_body(doc: Document, inside: Spans, other: Document, answered: Spans) -> tuple[Span, ...]:
    """Return the names of a shared stretch that run all through `other` and stand nowhere else in `doc`.

    Empty unless there are SEVERAL, none of the shared names comes back in the rest of `doc`, and that rest
    has names of its own: then the stretch was taken from where it belongs.
    """
    mine, yours = named(doc), named(other)
    both = mine.keys() & yours.keys()
    shared = {k for k in both if _some(mine[k], inside) and _some(yours[k], answered)}
    outside = {k for k, found in mine.items() if _some_out(found, inside)}
    there = {k for k in shared if _some_out(yours[k], answered)}
    if len(there) < SEVERAL or shared & outside or len(outside) < AROUND:
        return ()
    return tuple(sorted(mine[k][0].span for k in there))


def _some(found: Sequence[Named], spans: Spans) -> bool:
    return any(_within(n.span, spans) for n in found)


def _some_out(found: Sequence[Named], spans: Spans) -> bool:
    return any(not _within(n.span, spans) for n in found)
