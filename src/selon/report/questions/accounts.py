"""Two accounts of one source: the outlet that an article names, and the text that its words come from.

"According to A" is what an article says of its source; reuse and the texts of A in the dossier say where the
words really stood before. Where the two differ, both are shown and neither is preferred.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

from selon.model.actor import ActorKind
from selon.model.claim import Assertion, Chain, Claim
from selon.model.span import Span
from selon.model.statement import SourceKind
from selon.report.questions.case import Case
from selon.report.questions.derivation import other_side, side
from selon.report.wording import Words
from selon.text.normalise import fold


class Difference(StrEnum):
    """How the text differs from the source that is named."""

    elsewhere = "elsewhere"
    """The words come from the text of another outlet."""
    otherwise = "otherwise"
    """The texts of the outlet give another figure or the contrary."""
    silent = "silent"
    """No text of the outlet in the dossier says so."""


@dataclass(frozen=True)
class Account:
    """An article that names an outlet as its source, where that is named, and what the texts show instead.

    `text` is the document that the words come from, for `elsewhere` alone, with its place in `there`.
    """

    doc: str
    named: str
    where: Span
    difference: Difference
    text: str | None = None
    there: Span | None = None


def accounts(case: Case, claim: Claim) -> tuple[Account, ...]:
    """Return the differences between named and textual source in a claim, in the order of publication."""
    chains: dict[Assertion, list[Chain]] = defaultdict(list)
    for chain in claim.chains:
        chains[claim.assertions[chain.assertion]].append(chain)
    names = _Outlets(case)
    found = [a for one in claim.assertions for a in _of_assertion(case, claim, one, names, chains[one])]
    first: dict[tuple[str, str], Account] = {}
    for account in sorted(found, key=lambda a: (case.order(a.doc), a.where)):
        first.setdefault((account.doc, account.named), account)
    return tuple(first.values())


class _Outlets:
    """The outlets of a case, read once: a claim can have hundreds of articles."""

    def __init__(self, case: Case) -> None:
        self.texts: dict[str, set[str]] = defaultdict(set)
        for doc in case.docs.values():
            if doc.outlet:
                self.texts[doc.outlet].add(doc.id)
        self._folded = {outlet: fold(outlet) for outlet in sorted(self.texts)}

    def meant(self, words: str, media: Callable[[], bool]) -> list[str]:
        """Return the outlets that the words of a source name: in what is read as `media`, or as all of it."""
        printed = fold(" ".join(words.split()))
        near = [(o, name) for o, name in self._folded.items() if name in printed]
        return [o for o, name in near if name == printed or (_apart(name, printed) and media())]


def _of_assertion(
    case: Case, claim: Claim, one: Assertion, names: _Outlets, chains: list[Chain]
) -> Iterator[Account]:
    for outlet, where in _named(case, one, names, chains):
        texts = names.texts[outlet]
        if one.doc in texts:
            continue
        origin = _textual(case, one)
        if origin is not None and origin[0] not in texts:
            yield Account(one.doc, outlet, where, Difference.elsewhere, *origin)
        elif origin is None and texts.isdisjoint(claim.articles):
            altered = any(o.altered and claim.assertions.index(one) in o.assertions for o in claim.origins)
            how = Difference.otherwise if altered else Difference.silent
            yield Account(one.doc, outlet, where, how)


def _named(case: Case, one: Assertion, names: _Outlets, chains: list[Chain]) -> Iterator[tuple[str, Span]]:
    """The outlets of the dossier that an article names for its words: as their source, or in the sentence."""
    if one.source is not None:
        words = one.source.of(case.docs[one.doc].text)
        yield from ((outlet, one.source) for outlet in names.meant(words, lambda: _media(case, one)))
    for link in (link for chain in chains for link in chain.links):
        cited = link.how == "cites" and link.kind is ActorKind.media and link.doc == one.doc
        if cited and link.span is not None and link.name in names.texts:
            yield link.name, link.span


def _media(case: Case, one: Assertion) -> bool:
    """Tell whether the source of an assertion is read as an outlet."""
    said = case.statement(one.doc, one.statement)
    return said is not None and said.source_kind is SourceKind.media


def _textual(case: Case, one: Assertion) -> tuple[str, Span] | None:
    """The text that half of an assertion or more is copied or translated from, and the place there."""
    for edge in case.parents.get(one.doc, ()):
        for passage in case.between(one.doc, edge.source) if edge.source in case.docs else ():
            if side(passage, one.doc).overlap(one.content) * 2 >= len(one.content):
                return edge.source, other_side(passage, one.doc)
    return None


def _apart(name: str, printed: str) -> bool:
    """Whether a name stands in words as words of its own."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", printed) is not None


def account_phrase(case: Case, one: Account, words: Words) -> Markup:
    """Return a difference in one sentence: who names whom, and where the words come from."""
    text = f"{case.outlet(one.text)} ({one.text})" if one.text is not None else ""
    doc = f"{case.outlet(one.doc)} ({one.doc})"
    return words(f"account.{one.difference}", doc=doc, named=one.named, text=text)
