"""What a text shows by itself of having come from another one: level 4, with no date and no credit.

The rule is that of textual criticism: a reading of one text that only the other explains is derived.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from anyascii import anyascii

from selon.link.lineage.case import Case
from selon.link.lineage.introductions import foreign_body, hanging
from selon.link.lineage.tracking import taken_from
from selon.model.artefact import Artefact
from selon.model.lineage import Evidence, Level
from selon.model.passage import ChangeKind
from selon.model.span import Span
from selon.text.normalise import fold

MOST = 3
"""Readings of one kind that are listed for an edge."""

Artefacts = Mapping[str, Sequence[Artefact]]


def internal(doc: str, parent: str, case: Case, artefacts: Artefacts) -> tuple[Evidence, ...]:
    """Return what in `doc` only `parent` explains; empty when `parent` shows as much of `doc`."""
    found = tuple(_readings(doc, parent, case, artefacts))
    return found if found and not any(_readings(parent, doc, case, artefacts)) else ()


def _readings(doc: str, parent: str, case: Case, artefacts: Artefacts) -> Iterator[Evidence]:
    yield from _traces(doc, parent, case, artefacts)
    yield from _lookalikes(doc, parent, case)
    yield from _cuts(doc, parent, case)
    yield from _left_hanging(doc, parent, case)
    yield from _out_of_place(doc, parent, case)
    yield from taken_from(case.docs[doc], case.docs[parent])


def _evidence(doc: str, span: Span, why: str, case: Case) -> Evidence:
    return Evidence(Level.idiosyncratic, why, span.of(case.docs[doc].text), doc, span)


def _traces(doc: str, parent: str, case: Case, artefacts: Artefacts) -> Iterator[Evidence]:
    """Traces of translation that the language of `parent` alone explains, inside what the two share."""
    lang, spans = case.docs[parent].lang, case.ties[doc][parent].spans
    if lang == case.docs[doc].lang:
        return
    inside = [a for a in artefacts.get(doc, ()) if a.source == lang and any(s.overlap(a.span) for s in spans)]
    for trace in inside[:MOST]:
        yield _evidence(doc, trace.span, f"trace of translation ({trace.kind.value}) from {lang}", case)


_WORD = re.compile(r"[^\W\d_]+")


def _lookalikes(doc: str, parent: str, case: Case) -> Iterator[Evidence]:
    """Words of `parent` with letters of another alphabet that look alike."""
    found = [
        span
        for span, change, side in case.ties[doc][parent].changes
        if change.kind is not ChangeKind.insertion
        and _disguised(change.b_words if side else change.a_words, change.a_words if side else change.b_words)
    ]
    for span in found[:MOST]:
        yield _evidence(doc, span, f"letters that only look like those of {parent}", case)


def _disguised(ours: str, theirs: str) -> bool:
    """Tell whether one wording is the other with letters of a second alphabet mixed in."""
    mixed = any(_mixed(word) for word in _WORD.findall(ours)) and not any(map(_mixed, _WORD.findall(theirs)))
    return mixed and fold(anyascii(ours)) == fold(anyascii(theirs))


def _mixed(word: str) -> bool:
    latin = any("a" <= c <= "ÿ" for c in word.lower())
    return latin and any("\u0370" <= c <= "\u058f" for c in word)


def _cuts(doc: str, parent: str, case: Case) -> Iterator[Evidence]:
    """Marks of a cut where `parent` goes on: "[…]" inside, "lire la suite" at the end."""
    tie, back = case.ties[doc][parent], case.ties[parent][doc]
    if not tie.spans or sum(map(len, back.spans)) >= WHOLE * len(case.docs[parent].text.strip()):
        return
    for span in case.cuts[doc]:
        near = any(s.start - NEAR <= span.start <= s.end + NEAR for s in tie.spans)
        if near and not case.cuts[parent]:
            yield _evidence(doc, span, f"a mark of a cut where {parent} goes on", case)
            return


WHOLE = 0.9
"""Share of the supposed original above which nothing was cut from it."""
NEAR = 40
"""Characters between a shared stretch and the mark of a cut that belongs to it."""


def _left_hanging(doc: str, parent: str, case: Case) -> Iterator[Evidence]:
    """Persons called by last name alone whom only `parent` introduces, outside of what the two share."""
    there = case.docs[parent]
    places = hanging(case.docs[doc], case.ties[doc][parent].spans, there, case.ties[parent][doc].spans)
    for here, intro in places[:MOST]:
        words = there.text[max(0, intro.start - INTRODUCED) : intro.end].split("\n")[-1]
        yield _evidence(doc, here, f"named here as if known; introduced in {parent} alone ({words!r})", case)


INTRODUCED = 24
"""Characters before a last name that are shown of its introduction."""


def _out_of_place(doc: str, parent: str, case: Case) -> Iterator[Evidence]:
    """Names of a shared stretch that run all through `parent` and stand nowhere else in `doc`.

    Within one language only: names are spelled and declined otherwise in another.
    """
    if case.docs[doc].lang != case.docs[parent].lang or not case.long(doc, parent):
        return
    body = foreign_body(
        case.docs[doc], case.ties[doc][parent].spans, case.docs[parent], case.ties[parent][doc].spans
    )
    for span in body[:MOST]:
        yield _evidence(doc, span, f"in the shared stretch only; all through {parent}", case)
