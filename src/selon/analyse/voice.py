"""The outlet's own voice: what a document asserts with no attribution."""

from __future__ import annotations

from collections.abc import Sequence

from selon.analyse.modality import commitment_of
from selon.languages import pack
from selon.model.document import Document, PartKind
from selon.model.identity import Made, make_id
from selon.model.span import Span
from selon.model.statement import Form, SourceKind, Stance, Statement
from selon.text.normalise import fold
from selon.text.segment import sentences

STAGE = "voice"
VERSION = 7
FEWEST_WORDS = 5
"""Shorter pieces (labels, datelines) assert nothing."""

_VOICED = {PartKind.body, PartKind.lead, PartKind.headline}


def outlet_voice(doc: Document, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the declarative sentences of body, lead and headline that no statement covers, and what stands
    before a part that somebody else counted."""
    taken = [span for s in statements if not (s.republished or s.confirms) for span in (*s.content, *s.cue)]
    again = [s for s in statements if s.confirms]
    out = []
    for kind, region in _regions(doc):
        for sentence in sentences(doc.text, doc.lang, region):
            inside = [span for span in taken if span.overlap(sentence)]
            own = _before_part(doc, sentence, inside) if inside else _before_second(sentence, again)
            if own is not None and _declares(own.of(doc.text)):
                out.append(_voice(doc, own, kind))
    return tuple(out)


def _before_part(doc: Document, sentence: Span, taken: Sequence[Span]) -> Span | None:
    """The words of a sentence before the first of which somebody else is the source, where these are a part
    of a count ("700 marched, including 90 in the port according to the police")."""
    first = min(taken)
    opening = fold(first.of(doc.text)).split(" ")[0]
    if first.start <= sentence.start or opening not in pack.table(doc.lang, "sources").get("part", ()):
        return None
    words = doc.text[sentence.start : first.start].rstrip(" ,")
    return Span(sentence.start, sentence.start + len(words))


def _before_second(sentence: Span, again: Sequence[Statement]) -> Span | None:
    """The sentence, or what of it somebody else confirms ("The mill will close, which the owner confirmed");
    None where it only takes up what was said before."""
    here = next((s for s in again if s.cue and s.cue[0].overlap(sentence)), None)
    if here is None:
        return sentence
    said = here.content[0]
    return Span(sentence.start, said.end) if said.overlap(sentence) else None


def _regions(doc: Document) -> list[tuple[PartKind, Span]]:
    if doc.parts:
        return [(p.kind, p.span) for p in doc.parts if p.kind in _VOICED]
    return [(PartKind.body, Span(0, len(doc.text)))] if doc.text.strip() else []


def _declares(words: str) -> bool:
    return len(words.split()) >= FEWEST_WORDS and not words.rstrip('»"” ').endswith(("?", ":"))


def _voice(doc: Document, sentence: Span, kind: PartKind) -> Statement:
    said = commitment_of(doc, (sentence,))
    return Statement(
        id=make_id("v", doc.id, [sentence.start, sentence.end]),
        doc=doc.id,
        content=(sentence,),
        source=(),
        cue=(),
        form=Form.voice,
        stance=Stance.asserts,
        source_kind=SourceKind.unattributed,
        made=Made(STAGE, VERSION, "no attribution"),
        part=kind,
        polarity=said.polarity,
        polarity_words=said.polarity_words,
        modality=said.modality,
        modality_words=said.modality_words,
    )
