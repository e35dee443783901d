"""What the cue does to a content: a denial turns it round, a denial that is denied leaves it open."""

from __future__ import annotations

from selon.link.propositions.pieces import pieces
from selon.model.document import Document
from selon.model.span import Span, hull
from selon.model.statement import Form, Stance, Statement
from selon.text import polarity

TURNED = frozenset({Stance.denies, Stance.doubts})
"""Stances that turn a content round."""
_LEAD = 80
"""Code points from a source to its content; further away, a negative word belongs to something else."""
_BESIDE = 12
"""Code points before and after a cue in which the words that deny it stand."""


def leaves_open(doc: Document, statement: Statement) -> bool:
    """Tell whether the cue is a denial that is denied: who "did not deny" it neither says nor denies it."""
    if statement.stance not in TURNED or not statement.cue:
        return False
    cue = hull(statement.cue)
    beside = doc.text[max(0, cue.start - _BESIDE) : cue.end + _BESIDE]
    return polarity.litotes(beside, doc.lang)


def turned(doc: Document, statement: Statement, span: Span) -> bool:
    """Tell whether the stance turns the content round: "dément que P" does; the quoted words of one who
    denies are his own, but for the first sentence, which takes up what he contests ("Douze, c'est leur
    chiffre…")."""
    if statement.stance not in TURNED:
        return polarity.negated(lead(doc, statement, span), doc.lang)
    if statement.form is not Form.direct:
        return True
    return span.start - hull(statement.content).start <= 3 and len(pieces(doc, statement)) > 1


def lead(doc: Document, statement: Statement, span: Span) -> str:
    """Return the words from the source to the content, where the cue stands: "n'attestent en aucun cas que".

    What comes before a comma in front of the cue is another clause ("il nie P, mais affirme Q"), what comes
    before "and" another verb ("nie tout et assure que").
    """
    start = max((s.end for s in statement.source if s.end <= span.start), default=None)
    cue = [c for c in statement.cue if start is not None and start <= c.start < span.start]
    if not cue or start is None or span.start - start >= _LEAD:
        return ""
    start = max(start, doc.text.rfind(", ", start, cue[0].start))
    start += polarity.coordinated(doc.text[start : cue[0].start], doc.lang)
    return doc.text[start : span.start]
