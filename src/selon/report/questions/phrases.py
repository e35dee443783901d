"""Short phrases about a row or a node of the tree, in the words of the interface."""

from __future__ import annotations

from selon.model.artefact import Artefact
from selon.model.claim import LinkHow
from selon.model.lineage import Direction, Edge
from selon.model.passage import ChangeKind
from selon.model.span import Span
from selon.report.drawing.signs import Sign
from selon.report.questions.case import Case
from selon.report.questions.derivation import Derivation, Turned, derivation
from selon.report.questions.roles import of_links
from selon.report.questions.rows import Node, Row
from selon.report.wording import Words


def node_name(case: Case, node: Node, words: Words) -> str:
    """Return the name of an actor; anonymous ones stand in the quotation marks of the language."""
    if node.circular:
        return words.plain("tree.nobody")
    if node.kind == "anonymous":
        return words.plain("quote", words=node.name.strip('«»“”" \u00a0\u202f'))
    return node.name


def kind_phrase(node: Node, sign: Sign, words: Words) -> str:
    """Return what an actor is: 'fonction : la préfète de l'Orvanche', 'anonyme ; dit autre chose'."""
    kind = words.plain(sign.label)
    if node.copied:
        return words.plain("tree.absent", kind=kind)
    if node.circular:
        return words.plain("tree.circle")
    if node.foreign:
        return words.plain("tree.foreign", kind=kind)
    return with_role(kind, of_links(node.name, node.links), words)


def with_role(kind: str, role: str, words: Words) -> str:
    """Return a kind of source with what its source is, where a text says so."""
    return words.plain("kind.role", kind=kind, role=role) if role else kind


def how_phrase(case: Case, row: Row, words: Words) -> str:
    """Return how a text has what it says: 'cite la préfète', 'copie abrégée, créditée'."""
    if row.parent is None and row.derivation.edge is None:
        return _root_phrase(row, words)
    return derived_phrase(row.derivation, words, row.other.changes if row.other else ())


def derived_phrase(how: Derivation, words: Words, about: tuple[Turned, ...] = ()) -> str:
    """Return how a text comes from another; `about` are the changes that matter most here."""
    if how.edge is None:
        return words.plain(f"how.{how.via}")
    credit = words.plain("how.credited" if how.edge.credited else "how.uncredited")
    if how.via == "edits":
        return words.plain("how.edited", change=change_phrase(_best(about or how.changes), words))
    if how.via == "translates":
        return words.plain("how.translation", credit=credit)
    extent = "how.trimmed" if how.edge.trimmed else "how.full"
    return words.plain("how.copy", extent=words.plain(extent), credit=credit)


def _best(changes: tuple[Turned, ...]) -> Turned:
    return min(changes, key=lambda c: (_WEIGHT.get(c.kind, 9), c.here or c.there or Span(0, 1)))


_WEIGHT = {ChangeKind.polarity: 0, ChangeKind.figure: 1, ChangeKind.name: 2, ChangeKind.date: 3}


def _root_phrase(row: Row, words: Words) -> str:
    path = row.path
    if path is None:
        return words.plain("how.cites")
    named = path.named
    if named is None:
        return words.plain("how.folded" if row.folded else "how.voice")
    return words.plain("how.copies_who" if named.how is LinkHow.copies else "how.cites_who", who=named.name)


def change_phrase(change: Turned, words: Words) -> str:
    """Return a change in a few words: '12 → 21', 'négation'."""
    if change.kind is ChangeKind.polarity:
        return words.plain("change.polarity")
    before, after = _short(change.there_words), _short(change.here_words)
    return words.plain("change.pair", before=before or "∅", after=after or "∅")


def _short(text: str, most: int = 24) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= most else plain[: most - 1] + "…"


def edge_phrase(case: Case, edge: Edge, words: Words) -> str:
    """Return how one document derives from another: 'copie abrégée, créditée'."""
    if edge.direction is Direction.undecided:
        return words.plain("how.undecided")
    how = derivation(case, edge.derived, edge.source)
    return derived_phrase(how, words)


def suggests_phrase(found: Artefact, say: Words) -> str:
    """Return which languages would explain a trace of translation, in words; empty for none."""
    names = [say.language(code) for code in found.suggests]
    return say.plain("artefact.suggests", languages=", ".join(names)) if names else ""
