"""The finding of a claim in a few sentences: how many say so, whose word it is, who stands against it."""

from __future__ import annotations

from markupsafe import Markup

from selon.report.questions.case import Case, Listed
from selon.report.questions.exact import below
from selon.report.questions.phrases import node_name
from selon.report.questions.rows import Tree
from selon.report.questions.sides import Contests, contests
from selon.report.wording import Words

_MANY = 3
"""Origins named in the finding; the rest are counted."""


def lede(case: Case, item: Listed, tree: Tree, words: Words) -> Markup:
    """Return the finding: who the articles go back to, how many are copies, who contests."""
    against = contests(case, item)
    sentences = [_articles(item, words), _sources(case, item, tree, words), _copies(tree, words)]
    sentences += [_circle(tree, words), _contested(against, words), _rivals(against, words)]
    return Markup(" ").join(s for s in sentences if s)


def _articles(item: Listed, words: Words) -> Markup:
    count = len(item.claim.articles)
    return words("lede.articles.one" if count == 1 else "lede.articles.many", n=words.opening(count))


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
    return words("lede.source.list", n=words.spelled(len(tops)), list=words.series(shown))


def _copies(tree: Tree, words: Words) -> Markup:
    moved = [r for r in tree.rows if r.asserts and r.parent is not None]
    copies = sum(1 + len(r.stack) for r in moved if r.derivation.via in ("copies", "edits"))
    translated = sum(1 + len(r.stack) for r in moved if r.derivation.via == "translates")
    shown = [words.count(what, n) for what, n in (("copies", copies), ("translations", translated)) if n]
    return words("lede.copies", list=words.series(shown)) if shown else Markup("")


def _circle(tree: Tree, words: Words) -> Markup:
    return words("lede.circle") if tree.loop else Markup("")


def _contested(against: tuple[Contests, ...], words: Words) -> Markup:
    named = (n for c in against if not c.rival for n in ([o.name for o in c.origins] or c.actors))
    who = list(dict.fromkeys(named))
    return words("lede.contested", list=words.series(who, _MANY)) if who else Markup("")


def _rivals(against: tuple[Contests, ...], words: Words) -> Markup:
    """Return how many other figures there are: a claim each, or the words of somebody without one."""
    count = sum(c.rival for c in against)
    said = f"{words.opening(count)} {words.unit('rivals', count)}"
    return words("lede.rivals", said=said) if count else Markup("")
