"""Why a claim has the count it has: each line of the subtraction, and what would change the result."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from selon.model.claim import CountStep
from selon.report.questions.case import Case, Listed
from selon.report.questions.reasons import matched
from selon.report.questions.rows import Node, Tree
from selon.report.wording import Words

_QUOTED = re.compile(r"[“«]\s*([^”»]+?)\s*[”»]")
_WORDS = 3
"""Ways in which one source is named that a note quotes."""

_LONGEST = 80
"""Characters of words that a note quotes; longer ones are a whole sentence and say less."""


@dataclass(frozen=True)
class Note:
    """Documents behind a line, and the claims that they assert instead or the source that they share."""

    docs: tuple[str, ...]
    claims: tuple[Listed, ...] = ()
    source: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """A line of the subtraction: a number that is left, or with `change` what is taken off or added.

    `rule` is that of a step, `left` for what is left in between, `origins` for the result.
    """

    rule: str
    number: int
    change: bool
    phrase: Markup
    docs: tuple[str, ...]
    notes: tuple[Note, ...] = ()


def lines(case: Case, item: Listed, tree: Tree, words: Words) -> tuple[Line, ...]:
    """Return the subtraction from articles to origins; `tree` is the whole tree of the claim."""
    return tuple(_lines(case, item, tree, words))


def _lines(case: Case, item: Listed, tree: Tree, words: Words) -> Iterator[Line]:
    steps = [s for s in item.claim.steps if s.rule != "origins"]
    left = list(item.claim.articles)
    for place, step in enumerate(steps):
        first = step.rule == "articles"
        number = step.left if first else step.change
        phrase = _copies_of(case, tree, step, words) or step_phrase(step, words)
        yield Line(step.rule, number, not first, phrase, step.docs, tuple(_notes(tree, step)))
        left = left if first else [doc for doc in left if doc not in step.docs]
        if step.rule == "copies" and steps[place + 1 :]:
            yield Line("left", step.left, False, words("step.left"), tuple(left))
    count = item.claim.origin_count
    yield Line("origins", count, False, words("step.result", unit=words.unit("independent", count)), ())


def _notes(tree: Tree, step: CountStep) -> Iterator[Note]:
    if step.rule == "articles":
        yield from _elsewhere(tree)
    if step.rule == "same source":
        yield from _shared(tree, frozenset(step.docs))


def _elsewhere(tree: Tree) -> Iterator[Note]:
    """The texts of the tree that assert another claim, by that claim."""
    found: dict[str, list[str]] = defaultdict(list)
    claims: dict[str, Listed] = {}
    for row in tree.rows:
        if row.other is not None and row.other.claim is not None:
            claims[row.other.claim.siglum] = row.other.claim
            found[row.other.claim.siglum] += [row.doc, *row.stack]
    for siglum, docs in found.items():
        yield Note(tuple(docs), (claims[siglum],))


def _shared(tree: Tree, counted: frozenset[str]) -> Iterator[Note]:
    """The origins at which several of the chains counted end, with the words that name each."""
    roots: dict[int, list[str]] = defaultdict(list)
    for row in tree.rows:
        if row.parent is None and row.node is not None and row.asserts:
            roots[_top(tree, row.node)] += [doc for doc in (row.doc, *row.stack) if doc in counted]
    for at, docs in roots.items():
        node = tree.nodes[at]
        if len(docs) > 1 and node.origin is not None:
            yield Note(tuple(docs), source=node.name, words=_named(node))


def _top(tree: Tree, at: int) -> int:
    above = tree.nodes[at].parent
    return at if above is None else _top(tree, above)


def _named(node: Node) -> tuple[str, ...]:
    said = dict.fromkeys(link.words for link in node.links if link.words and link.words != node.name)
    return tuple(words for words in said if len(words) <= _LONGEST)[:_WORDS]


def _copies_of(case: Case, tree: Tree, step: CountStep, words: Words) -> Markup | None:
    """Return the words for copies that all go back to one text, None where there are several."""
    if step.rule != "copies":
        return None
    tops = {
        tree.rows[top].doc for row, top in zip(tree.rows, tree.tops, strict=True) if row.parent is not None
    }
    if len(tops) != 1 or not tops.issubset(case.docs):
        return None
    (doc,) = tops
    return words("step.copies_of", doc=doc, outlet=case.outlet(doc))


def step_phrase(step: CountStep, words: Words) -> Markup:
    """Return a step of the count in words; a rule that the interface has no words for is shown as it is."""
    key = f"step.{step.rule.replace(' ', '_')}"
    if words.has(key):
        return words(key, n=abs(step.change), left=step.left)
    return Markup.escape(step.words or step.rule)


Name = Callable[[str], str]
"""What a document is called where the words are read; markup where it is a link."""


def alternative_phrase(step: CountStep, words: Words, name: Name = str) -> Markup:
    """Return what would change the count, in words."""
    key = f"change_count.{step.rule}"
    if step.rule in ("copy", "undecided") and len(step.docs) == 2:
        return words(key, copy=name(step.docs[0]), source=name(step.docs[1]))
    if found := matched("doubt", step.words):
        return words(found[0], **found[1])
    if quoted := [words.plain("quote", words=q) for q in _QUOTED.findall(step.words)]:
        apart = "change_count.apart" if step.change > 0 else "change_count.quoted"
        return words(apart, list=words.series(quoted))
    return words(key, words=step.words) if words.has(key) else Markup.escape(step.words or step.rule)


def names_its_texts(step: CountStep) -> bool:
    """Tell whether the words for what would change the count name the texts already."""
    return step.rule in ("copy", "undecided") and len(step.docs) == 2
