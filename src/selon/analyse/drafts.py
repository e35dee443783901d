"""What the frames hand on: a statement before its holder, kind, parent and id are known."""

from __future__ import annotations

from dataclasses import dataclass

from selon.model.document import PartKind
from selon.model.span import Spans
from selon.model.statement import Stance


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement as found: `rule` names what found it; `carried` asks for the speaker before it."""

    content: Spans
    source: Spans
    cue: Spans
    stance: Stance
    rule: str
    part: PartKind = PartKind.body
    carried: bool = False
    indirect_past: bool = False
    """The content is a clause after a past cue: its conditional is a tense, no hearsay."""
    above: Spans = ()
    """Cue of the draft under which this one is reported, when the words say so (cited by, citing)."""
    hearsay: Spans = ()
    """Verbs of hearsay that found this draft."""
    goes_on: bool = False
    """The speaker is the one of the statement before ("Et de conclure : …")."""
    purpose: bool = False
    """The cue is an infinitive of purpose ("pour dénoncer …")."""
