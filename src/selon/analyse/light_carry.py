"""Light packs across sentences: speakers that a verb leaves out, reported speech that its mood carries on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from selon.analyse.drafts import Draft
from selon.analyse.light_cues import PRO_DROP
from selon.analyse.light_pack import LightPack, light_pack
from selon.analyse.light_view import view_of
from selon.analyse.units import Unit
from selon.languages import pack as packs
from selon.model.document import Document
from selon.model.statement import Stance

NEAR = 2
"""How many paragraphs further on a speaker is still meant."""


def light_carry(doc: Document, units: Sequence[Unit], found: Sequence[list[Draft]]) -> None:
    """Give verbs without a subject the speaker before them, and go on with reported speech; in place."""
    if packs.kind(doc.lang) != packs.LIGHT:
        return
    pack = light_pack(doc.lang)
    speaker: Draft | None = None
    place = -9
    for number, unit in enumerate(units):
        near = speaker is not None and unit.paragraph - place <= NEAR and not unit.level
        if near and speaker is not None and not found[number]:
            found[number].extend(_goes_on(doc, unit, pack, speaker, unit.paragraph == place))
        for at, draft in enumerate(found[number]):
            if draft.rule == PRO_DROP and near and speaker is not None and not draft.source:
                found[number][at] = draft = replace(draft, source=speaker.source)
            if draft.source and not unit.level:
                speaker, place, near = draft, unit.paragraph, True


def _goes_on(doc: Document, unit: Unit, pack: LightPack, speaker: Draft, here: bool) -> Iterator[Draft]:
    """A sentence of the same paragraph whose verb is in the mood of reported speech has the same speaker."""
    view = view_of(doc, unit, pack)
    if not here or not pack.reported.search(view.text) or pack.condition.search(view.text):
        return
    made = view.draft((view.cleaned(0, view.end),), None, None, Stance.asserts, "reported mood carried on")
    if made:
        yield replace(made, source=speaker.source, carried=True)
