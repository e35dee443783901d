"""The outlet's own voice: what a document asserts with no attribution."""

from __future__ import annotations

from collections.abc import Sequence

from selon.analyse.modality import commitment_of
from selon.model.document import Document, PartKind
from selon.model.identity import Made, make_id
from selon.model.span import Span
from selon.model.statement import Form, SourceKind, Stance, Statement
from selon.text.segment import sentences

STAGE = "voice"
VERSION = 3
FEWEST_WORDS = 5
"""Shorter pieces (labels, datelines) assert nothing."""

_VOICED = {PartKind.body, PartKind.lead, PartKind.headline}


def outlet_voice(doc: Document, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the declarative sentences of body, lead and headline that no statement covers."""
    taken = [span for s in statements if not s.republished for span in (*s.content, *s.cue)]
    out = []
    for kind, region in _regions(doc):
        for sentence in sentences(doc.text, doc.lang, region):
            if _declares(sentence.of(doc.text)) and not any(span.overlap(sentence) for span in taken):
                out.append(_voice(doc, sentence, kind))
    return tuple(out)


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
