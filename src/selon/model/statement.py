"""Statements: source, cue and content, as PARC and PolNeAR define attribution."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from selon.model.document import PartKind
from selon.model.identity import Made
from selon.model.span import Spans, check_spans


class Form(StrEnum):
    """How the content is given. `voice` is what the document asserts with no attribution."""

    direct = "direct"
    indirect = "indirect"
    mixed = "mixed"
    voice = "voice"


class Stance(StrEnum):
    """What the cue does with the content."""

    asserts = "asserts"
    denies = "denies"
    doubts = "doubts"
    asks = "asks"
    accuses = "accuses"
    believes = "believes"
    intends = "intends"


class Polarity(StrEnum):
    """Whether a content is negated (FactBank's + and -)."""

    positive = "positive"
    negative = "negative"


class Modality(StrEnum):
    """How a content stands to the facts by its own words.

    `asserted`, `probable` and `possible` are the degrees of certainty of FactBank (Saurí & Pustejovsky 2009);
    `future` is what is to come or intended, `obligation` what is due (deontic, Palmer 2001), `conditional`
    what hangs on a condition.
    """

    asserted = "asserted"
    probable = "probable"
    possible = "possible"
    future = "future"
    obligation = "obligation"
    conditional = "conditional"


class SourceKind(StrEnum):
    """The kind of the entity meant by a source mention (annotation guide)."""

    named_person = "named_person"
    office = "office"
    organisation = "organisation"
    media = "media"
    anonymous = "anonymous"
    unattributed = "unattributed"


REPUBLISHED = "republished text"
"""The rule behind a statement whose content is a whole text that the page reprints."""

CARRIED = "quotation carried on"
"""How the rule ends behind a quotation without a word of saying, given to who spoke before."""

CONFIRMS = "of what was said before"
"""How the rule ends behind a statement that takes up words that stand before it ("ce qu'a confirmé X")."""


class Statement(msgspec.Struct, frozen=True):
    """One attribution in one document, or one sentence in the outlet's own voice (`form` voice).

    `source`, `cue` and `content` are tuples of spans of the document's text; `source` and `cue` may be
    empty. `holder` is the fullest name that the document gives the source ("Maëlle Tardivon" for a block
    quotation or a pronoun), or None. `parent` is the id of the statement inside which this one is reported.
    `polarity` and `modality` are those of the content's own words, with the words that show them.
    """

    id: str
    doc: str
    content: Spans
    source: Spans
    cue: Spans
    form: Form
    stance: Stance
    source_kind: SourceKind
    made: Made
    hedges: Spans = ()
    holder: str | None = None
    parent: str | None = None
    part: PartKind = PartKind.body
    polarity: Polarity = Polarity.positive
    polarity_words: Spans = ()
    modality: Modality = Modality.asserted
    modality_words: Spans = ()

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("a statement has content")
        for spans in (
            self.content,
            self.source,
            self.cue,
            self.hedges,
            self.polarity_words,
            self.modality_words,
        ):
            check_spans(spans)

    @property
    def hedged(self) -> bool:
        """Whether the author marks distance to the content."""
        return bool(self.hedges)

    @property
    def republished(self) -> bool:
        """Whether the content is a whole text that the page reprints: it stands over what that text says."""
        return self.made.why.endswith(REPUBLISHED)

    @property
    def confirms(self) -> bool:
        """Whether the content stands before, as somebody else's words: the source only takes it up."""
        return self.made.why.endswith(CONFIRMS)
