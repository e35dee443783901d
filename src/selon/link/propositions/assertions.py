"""What documents assert: one proposition for each piece of each content, one for each place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from selon.link import wording
from selon.link.actors import lexicon
from selon.link.actors.acronyms import said_in, short_forms, shortener
from selon.link.kept import Kept
from selon.link.propositions.pieces import figures_left, pieces
from selon.link.propositions.propositions import Proposition, from_piece
from selon.link.propositions.stances import TURNED, leaves_open
from selon.model.document import FURNITURE, Document, PartKind
from selon.model.identity import digest
from selon.model.quantity import Quantity
from selon.model.span import Span, hull, words_of
from selon.model.statement import Stance, Statement
from selon.text import polarity, segment
from selon.text.normalise import fold

_NO_ASSERTION = frozenset({Stance.asks, Stance.intends})
_FEWEST = 2
"""Content words below which a content without a figure asserts nothing that can be compared."""


def propositions(
    docs: Sequence[Document],
    statements: Mapping[str, Sequence[Statement]],
    quantities: Mapping[str, Sequence[Quantity]],
    kept: Kept | None = None,
) -> tuple[Proposition, ...]:
    """Return the propositions of all documents, sorted by document and place, one for each place.

    Requests and intentions assert nothing; furniture (promo, captions, boilerplate, credits) supports no
    claim; where a statement reports another, only the inner one stands for their common words; a text that
    is reprinted whole asserts through its own sentences.
    """
    ordered = sorted(docs, key=lambda d: d.id)
    sure = short_forms(ordered)
    given = [
        (
            replace(d, capture=None),
            tuple(statements.get(d.id, ())),
            tuple(quantities.get(d.id, ())),
            said_in(d.text, sure),
        )
        for d in ordered
    ]
    keys = [digest(one) for one in given]
    found = (kept or Kept()).each("propositions", tuple[Proposition, ...], keys, lambda n: _of_one(*given[n]))
    return tuple(one for many in found for one in many)


def _of_one(
    doc: Document,
    statements: Sequence[Statement],
    quantities: tuple[Quantity, ...],
    short: tuple[tuple[str, str], ...],
) -> tuple[Proposition, ...]:
    return tuple(_without_doubles(list(_of_document(doc, statements, quantities, shortener(short)))))


def _of_document(
    doc: Document,
    statements: Sequence[Statement],
    quantities: tuple[Quantity, ...],
    shorten: Callable[[str], str],
) -> Iterator[Proposition]:
    sentences = segment.sentences(doc.text, doc.lang)
    for statement in sorted(statements, key=lambda s: (s.content, s.id)):
        if statement.stance in _NO_ASSERTION or statement.republished or _furniture(doc, statement):
            continue
        if _nobody(doc, statement) or leaves_open(doc, statement):
            continue
        place = _echoed(doc, statement, statements, sentences)
        for piece in pieces(doc, statement, quantities):
            if _says_nothing(doc, piece, quantities):
                continue
            made = from_piece(doc, statement, piece, sentences, quantities, shorten)
            if place is None:
                yield made
                continue
            yield replace(made, span=place[0], sentence=place[1], echo=True)
            break  # one place has one proposition: the first of what is taken up
    for statement, piece in figures_left(doc, statements, sentences, quantities):
        made = from_piece(doc, statement, piece, sentences, quantities, shorten)
        yield _unturned(doc, made) if statement.stance in TURNED else made


def _echoed(
    doc: Document, statement: Statement, statements: Sequence[Statement], sentences: Sequence[Span]
) -> tuple[Span, Span] | None:
    """The place and the sentence where a content is taken up that another statement has of its own."""
    if not (statement.confirms and statement.cue and statement.source):
        return None
    said = hull(statement.content)
    if not any(not s.confirms and hull(s.content).overlap(said) for s in statements):
        return None
    words = hull(tuple(sorted((*statement.cue, *statement.source))))
    sentence = next((s for s in sentences if s.holds(words)), words)
    start = max(sentence.start, doc.text.rfind(", ", sentence.start, words.start) + 2)
    start = said.end if start < said.end < words.start else start
    while not doc.text[start].isalnum():
        start += 1
    return Span(start, words.end), sentence


def _says_nothing(doc: Document, span: Span, quantities: tuple[Quantity, ...]) -> bool:
    content = span.of(doc.text)
    if polarity.unsettled(content, doc.lang) or (_heads(doc, span) and polarity.promises(content, doc.lang)):
        return True
    few = len(set(wording.stems(content, doc.lang))) < _FEWEST
    return few and not any(span.overlap(q.span) for q in quantities)


def _heads(doc: Document, span: Span) -> bool:
    part = doc.part_at(span) if doc.parts else None
    return part is not None and part.kind is PartKind.headline


def _nobody(doc: Document, statement: Statement) -> bool:
    """Whether the source names nobody ("aucun témoin ne dit"): then nobody asserts the content."""
    words = fold(words_of(doc.text, statement.source)) if statement.source else ""
    return any(
        words == word or words.startswith((f"{word} ", f"{word},")) for word in lexicon.nobody(doc.lang)
    )


def _furniture(doc: Document, statement: Statement) -> bool:
    part = doc.part_at(hull(statement.content)) if doc.parts else None
    return statement.part in FURNITURE or (part is not None and part.kind in FURNITURE)


def _unturned(doc: Document, one: Proposition) -> Proposition:
    """A figure that stands beside the words of one who denies it: the outlet says it, not that one."""
    return replace(one, positive=not polarity.denies(one.span.of(doc.text), doc.lang), disowned=True)


def _without_doubles(found: Sequence[Proposition]) -> list[Proposition]:
    """Keep one proposition for each stretch: the inner of two nested statements, the attributed of two."""
    parents = {p.statement.parent for p in found if p.statement.parent}
    ranked = sorted(
        found, key=lambda p: (p.voice, p.statement.id in parents, len(p.span), p.span, p.statement.id)
    )
    kept: list[Proposition] = []
    for one in ranked:
        if not any(_same_place(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda p: p.span)


def _same_place(one: Proposition, other: Proposition) -> bool:
    shared = one.span.overlap(other.span)
    return shared * 10 >= 6 * len(one.span) or (shared > 0 and one.voice and shared * 2 > len(other.span))
