"""The apparatus of a claim: what the texts that share its sentence make of it, reading by reading."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from selon.model.passage import ChangeKind
from selon.model.span import Span
from selon.report.questions.case import Case, Listed
from selon.report.questions.derivation import WEIGHTY, side, turned
from selon.report.questions.rows import Row, Tree
from selon.report.questions.sentences import context


@dataclass(frozen=True)
class Reading:
    """What stands in some documents instead of the lemma; no words means that they omit it."""

    words: str
    docs: tuple[str, ...]
    weighty: bool


@dataclass(frozen=True)
class Entry:
    """A lemma of the base text and its readings."""

    span: Span
    lemma: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class Apparatus:
    """`base` is the document, `number` its sentence, `witnesses` the documents compared with it."""

    base: str
    number: int | None
    witnesses: tuple[str, ...]
    entries: tuple[Entry, ...]


def apparatus(case: Case, item: Listed, tree: Tree) -> Apparatus | None:
    """Return the apparatus on the text that most others go back to, or None when no reading differs."""
    base = _base(tree)
    found = next((a for a in item.claim.assertions if base and a.doc == base.doc), None)
    if base is None or found is None or base.doc not in case.docs:
        return None
    span, number = context(case.docs[base.doc], found.content)
    docs = [d for r in tree.rows if r.doc != base.doc for d in (r.doc, *r.stack)]
    witnesses = tuple(d for d in dict.fromkeys(docs) if _shares(case, base.doc, d, span))
    entries = _entries(case, base.doc, span, witnesses)
    return Apparatus(base.doc, number, witnesses, entries) if entries else None


def _base(tree: Tree) -> Row | None:
    below = Counter(tree.tops)
    best = max(below, key=lambda i: (below[i], -i), default=None)
    return tree.rows[best] if best is not None and below[best] > 1 else None


def _shares(case: Case, base: str, doc: str, span: Span) -> bool:
    return any(side(p, base).overlap(span) for p in case.between(base, doc))


def _entries(case: Case, base: str, span: Span, witnesses: tuple[str, ...]) -> tuple[Entry, ...]:
    found: dict[Span, dict[tuple[str, bool], list[str]]] = defaultdict(lambda: defaultdict(list))
    for doc in witnesses:
        for passage in case.between(base, doc):
            for change in turned(passage, base):
                if change.here and change.here.overlap(span) and change.kind is not ChangeKind.insertion:
                    at = change.here if change.there_words else _within(change.here, span)
                    found[at][change.there_words, change.kind in WEIGHTY].append(doc)
    text = case.docs[base].text
    return tuple(Entry(at, at.of(text), _readings(found[at])) for at in sorted(found))


def _within(here: Span, sentence: Span) -> Span:
    """Cut what is omitted down to the sentence."""
    return Span(max(here.start, sentence.start), min(here.end, sentence.end))


def _readings(found: dict[tuple[str, bool], list[str]]) -> tuple[Reading, ...]:
    ordered = sorted(found.items(), key=lambda kv: (not kv[0][0], kv[0][1], kv[1]))
    return tuple(Reading(words, tuple(dict.fromkeys(docs)), weighty) for (words, weighty), docs in ordered)
