"""The apparatus of a claim: what the texts that go back to one text make of its sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from selon.model.claim import Assertion
from selon.model.passage import ChangeKind
from selon.model.span import Span
from selon.report.questions.case import Case, Listed
from selon.report.questions.collation import Variant, base_words, reading, span_of, stretches, variants
from selon.report.questions.derivation import WEIGHTY, Turned, turned
from selon.report.questions.exact import Quote, change_marks, quote
from selon.report.questions.rows import Row, Tree
from selon.report.questions.sentences import context
from selon.text.tokens import forms


@dataclass(frozen=True)
class Reading:
    """What stands in some documents instead of the lemma; no words means that they omit it."""

    words: str
    docs: tuple[str, ...]
    weighty: bool


@dataclass(frozen=True)
class Entry:
    """A lemma of the base text, the documents that have it too, and the readings of the others."""

    span: Span
    lemma: str
    agree: tuple[str, ...]
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class Apparatus:
    """`base` is the document, `number` its sentence, `witnesses` the documents compared with it word by word;
    those in another language are quoted whole."""

    base: str
    number: int | None
    witnesses: tuple[str, ...]
    entries: tuple[Entry, ...]
    translations: tuple[Quote, ...] = ()


MOST_TRANSLATIONS = 6


def apparatus(case: Case, item: Listed, tree: Tree) -> Apparatus | None:
    """Return the apparatus on the text that most others go back to, or None when no reading differs."""
    base = _base(tree)
    said = item.said_in.get(tree.rows[base].doc, ()) if base is not None else ()
    if base is None or not said or tree.rows[base].doc not in case.docs:
        return None
    doc = tree.rows[base].doc
    first = min(said, key=lambda a: (_headline(case, a), a.content.start))
    sentence, number = context(case.docs[doc], first.content)
    texts = _Witnesses(case, item, sentence.of(case.docs[doc].text), first)
    below = [row for row, top in zip(tree.rows, tree.tops, strict=True) if top == base and row.doc != doc]
    below = [row for row in below if row.other or row.doc in item.said_in]
    compared = {row.doc: texts.of(row) for row in below if case.lang(row.doc) == case.lang(doc)}
    parents = {row.doc: tree.rows[row.parent].doc for row in below if row.parent is not None}
    others = [row for row in below if row.doc not in compared]
    entries = tuple(_entries(case, doc, sentence, compared, parents))
    translated = tuple(texts.quoted(row, doc) for row in others[:MOST_TRANSLATIONS])
    if not entries and not translated:
        return None
    return Apparatus(doc, number, tuple(compared), entries, translated)


def _base(tree: Tree) -> int | None:
    below = Counter(tree.tops)
    best = max(below, key=lambda i: (below[i], -i), default=None)
    return best if best is not None and below[best] > 1 else None


def _headline(case: Case, said: Assertion) -> bool:
    return context(case.docs[said.doc], said.content)[1] is None


class _Witnesses:
    """Where each text has the sentence of the base: of its places, the one that is most like it."""

    def __init__(self, case: Case, item: Listed, base: str, said: Assertion) -> None:
        self.case, self.item = case, item
        self._wanted = frozenset(forms(base))
        self._sourced, self._titled = said.source is not None, _headline(case, said)

    def _span(self, row: Row) -> Span:
        own = self.item.said_in.get(row.doc, ())
        if not own and row.other is not None:
            return self._elsewhere(row)
        return max(own, key=self._likeness).content if len(own) > 1 else own[0].content

    def _likeness(self, one: Assertion) -> tuple[bool, int, bool, int]:
        shared = self._wanted & set(forms(one.content.of(self.case.docs[one.doc].text)))
        alike = _headline(self.case, one) == self._titled
        return alike, len(shared), (one.source is not None) == self._sourced, -one.content.start

    def _elsewhere(self, row: Row) -> Span:
        """Return the place of a text that says something else: its own change, or its place in that claim."""
        other = row.other
        assert other is not None
        if other.doc == row.doc or other.claim is None:
            return other.span
        return next((a.content for a in other.claim.said_in.get(row.doc, ())), other.span)

    def of(self, row: Row) -> str:
        """Return the sentence of a text that answers the base."""
        doc = self.case.docs[row.doc]
        return context(doc, self._span(row))[0].of(doc.text)

    def quoted(self, row: Row, base: str) -> Quote:
        """Return that sentence with what was changed on the way marked."""
        return quote(self.case, row.doc, self._span(row), change_marks(self.case, row.doc, base))


def _entries(
    case: Case, base: str, sentence: Span, compared: Mapping[str, str], parents: Mapping[str, str]
) -> Iterator[Entry]:
    text = sentence.of(case.docs[base].text)
    tokens = base_words(text)
    collated = lru_cache(maxsize=None)(lambda other: variants(tokens, other))
    found = {doc: collated(other) for doc, other in compared.items()}
    changes = {doc: _weighty(case, doc, {base, parents.get(doc, base)}) for doc in compared if found[doc]}
    for start, end in stretches(v for one in set(found.values()) for v in one):
        at = span_of(tokens, start, end)
        agree, readings = _readings(found, start, end, at.of(text), changes)
        yield Entry(at.shift(sentence.start), at.of(text), agree, readings)


def _readings(
    found: Mapping[str, Sequence[Variant]],
    start: int,
    end: int,
    lemma: str,
    changes: Mapping[str, Sequence[Turned]],
) -> tuple[tuple[str, ...], tuple[Reading, ...]]:
    agree: list[str] = []
    said: dict[tuple[str, bool], list[str]] = {}
    for doc, variant in found.items():
        words = reading(variant, start, end)
        if words is None:
            agree.append(doc)
        else:
            said.setdefault((words, _weighs(changes[doc], lemma, words)), []).append(doc)
    ordered = sorted(said.items(), key=lambda kv: not kv[0][0])  # what is omitted comes last
    return tuple(agree), tuple(Reading(words, tuple(docs), weighty) for (words, weighty), docs in ordered)


def _weighty(case: Case, doc: str, sources: Iterable[str]) -> tuple[Turned, ...]:
    """Return the changes of meaning on the way to a text."""
    passages = (p for source in sorted(sources) for p in case.between(source, doc))
    return tuple(c for p in passages for c in turned(p, doc) if c.kind in WEIGHTY)


def _weighs(changes: Sequence[Turned], lemma: str, words: str) -> bool:
    """Tell whether a reading holds a change of meaning: its new words, or words lost with a negation."""
    here, there = set(forms(words)), set(forms(lemma))
    return any(
        here & set(forms(c.here_words)) - there
        or (c.kind is ChangeKind.polarity and there & set(forms(c.there_words)) - here)
        for c in changes
    )
