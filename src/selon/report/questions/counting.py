"""Why a claim has the count it has: the finding in a few sentences, and each step of the subtraction."""

from __future__ import annotations

import re

from markupsafe import Markup

from selon.model.claim import CountStep
from selon.report.questions.case import Case, Listed
from selon.report.questions.exact import below
from selon.report.questions.phrases import node_name
from selon.report.questions.rows import Tree
from selon.report.questions.sides import contests
from selon.report.wording import Words

_QUOTED = re.compile(r"[“«]\s*([^”»]+?)\s*[”»]")
_MANY = 3
"""Origins named in the finding; the rest are counted."""


def lede(case: Case, item: Listed, tree: Tree, words: Words) -> Markup:
    """Return the finding: who the articles go back to, how many are copies, who contests."""
    sentences = [_articles(item, words), _sources(case, item, tree, words), _copies(tree, words)]
    sentences += [_circle(tree, words), _contested(case, item, words)]
    return Markup(" ").join(s for s in sentences if s)


def _articles(item: Listed, words: Words) -> Markup:
    count = len(item.claim.articles)
    return words("lede.articles.one" if count == 1 else "lede.articles.many", n=words.number(count))


def _sources(case: Case, item: Listed, tree: Tree, words: Words) -> Markup:
    tops = [n for n in tree.nodes if n.column == 0 and n.origin]
    if not tops:
        return Markup("")
    if len(tops) == 1:
        key = "lede.source.only" if len(item.claim.articles) == 1 else "lede.source.all"
        return words(key, who=node_name(case, tops[0], words))
    shown = [
        words.plain("lede.source.some", n=len(below(tree, n)), who=node_name(case, n, words))
        for n in tops[:_MANY]
    ]
    shown += [words.count("other_origins", len(tops) - _MANY)] if len(tops) > _MANY else []
    return words("lede.source.list", list=words.series(shown))


def _copies(tree: Tree, words: Words) -> Markup:
    moved = [r for r in tree.rows if r.asserts and r.parent is not None]
    copies = sum(1 + len(r.stack) for r in moved if r.derivation.via in ("copies", "edits"))
    translated = sum(1 + len(r.stack) for r in moved if r.derivation.via == "translates")
    shown = [words.count(what, n) for what, n in (("copies", copies), ("translations", translated)) if n]
    return words("lede.copies", list=words.series(shown)) if shown else Markup("")


def _circle(tree: Tree, words: Words) -> Markup:
    return words("lede.circle") if tree.loop else Markup("")


def _contested(case: Case, item: Listed, words: Words) -> Markup:
    found = contests(case, item)
    who = list(dict.fromkeys(n for c in found for n in ([o.name for o in c.origins] or c.actors)))
    return words("lede.contested", list=words.series(who, _MANY)) if who else Markup("")


def step_phrase(step: CountStep, words: Words) -> Markup:
    """Return a step of the count in words; a rule that the interface has no words for is shown as it is."""
    key = f"step.{step.rule.replace(' ', '_')}"
    if words.has(key):
        return words(key, n=abs(step.change), left=step.left)
    return Markup.escape(step.words or step.rule)


def alternative_phrase(step: CountStep, words: Words) -> Markup:
    """Return what would change the count, in words."""
    quoted = [words.plain("quote", words=q) for q in _QUOTED.findall(step.words)]
    if quoted:
        key = "change_count.apart" if step.change > 0 else "change_count.quoted"
        return words(key, list=words.series(quoted))
    key = f"change_count.{step.rule}"
    return words(key, words=step.words) if words.has(key) else Markup.escape(step.words or step.rule)
