"""Short phrases about stacks of texts and about the lines of a tree."""

from __future__ import annotations

from collections import Counter

from selon.report.questions.case import Case
from selon.report.questions.phrases import how_phrase, node_name
from selon.report.questions.rows import Node, Row, Tree
from selon.report.wording import Words

_MOST_LANGUAGES = 4


def row_name(case: Case, row: Row, words: Words) -> str:
    """Return what a row is called: the outlet of its text, or how many texts of which sort it stands for."""
    if not row.stack or len(_outlets(case, row)) == 1:
        return case.outlet(row.doc)
    return words.count(_sort(row), len(row.stack) + 1)


def pile_how(case: Case, row: Row, words: Words) -> str:
    """Return what a stack holds: outlets or languages, and whether its texts are credited."""
    outlets = _outlets(case, row)
    undated = sum(not _dated(case, doc) for doc in (row.doc, *row.stack))
    said = [words.count(_rough(row), len(row.stack) + 1)] if len(outlets) == 1 else []
    if row.derivation.via == "translates":
        said.append(_languages(case, row))
    elif len(outlets) > 1:
        said.append(words.count("outlets", len(outlets)))
    if row.derivation.edge is not None and len(outlets) > 1:
        said.append(words.plain("pile.credited" if row.derivation.edge.credited else "pile.uncredited"))
    if undated:
        said.append(words.count("undated", undated))
    return words.plain("semicolon").join(said)


def _sort(row: Row) -> str:
    how = row.derivation
    if how.via == "copies" and how.edge is not None:
        return "pile_trimmed" if how.edge.trimmed else "pile_full"
    return _rough(row)


def _rough(row: Row) -> str:
    if row.derivation.via == "cites":
        return "pile_folded" if row.path is not None and row.path.named is None else "pile_cites"
    return "translations" if row.derivation.via == "translates" else "copies"


def _outlets(case: Case, row: Row) -> set[str]:
    return {case.outlet(doc) for doc in (row.doc, *row.stack)}


def _dated(case: Case, doc: str) -> bool:
    found = case.docs.get(doc)
    return found is not None and found.date is not None


def _languages(case: Case, row: Row) -> str:
    found = Counter(case.lang(doc) for doc in (row.doc, *row.stack))
    ordered = sorted(found.items(), key=lambda kv: (-kv[1], kv[0]))
    return ", ".join(f"{lang} {n}" for lang, n in ordered[:_MOST_LANGUAGES])


def edge_name(case: Case, tree: Tree, thing: Node | Row, words: Words) -> str:
    """Return the name of the line that ends at a node or row: from what, to what, how, on what evidence."""
    start = _start(case, tree, thing, words)
    if isinstance(thing, Node):
        return words.plain("tree.edge_said", source=start, by=node_name(case, thing, words))
    how = how_phrase(case, thing, words)
    if thing.derivation.level:
        how = f"{how}, {words.plain('tree.level', n=thing.derivation.level)}"
    return words.plain("tree.edge", source=start, doc=_short(thing), how=how)


def _start(case: Case, tree: Tree, thing: Node | Row, words: Words) -> str:
    """Return the name of what a node or row hangs on, its own for one that hangs on nothing."""
    if isinstance(thing, Row) and thing.parent is not None:
        return tree.rows[thing.parent].doc
    at = thing.parent if isinstance(thing, Node) else thing.node
    if at is not None:
        return node_name(case, tree.nodes[at], words)
    return node_name(case, thing, words) if isinstance(thing, Node) else thing.doc


def _short(row: Row) -> str:
    return f"{row.doc} (+{len(row.stack)})" if row.stack else row.doc


def undecided_name(one: Row, other: Row, words: Words) -> str:
    """Return the name of the dotted line between two texts."""
    how = words.plain("how.undecided")
    return words.plain("tree.edge", source=_short(one), doc=_short(other), how=how)
