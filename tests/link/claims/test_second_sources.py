"""A second source that a text names for what it just said is an origin of the same claim."""

from __future__ import annotations

from selon.analyse.quantities import find_quantities
from selon.analyse.statements import find_statements
from selon.analyse.voice import outlet_voice
from selon.link.claims.claims import find_claims
from selon.model.claim import Claim
from selon.model.document import Document


def claims(*texts: str, lang: str = "fr") -> tuple[Claim, ...]:
    docs = [Document(f"x{n}", text, lang, outlet=f"Journal {n}") for n, text in enumerate(texts)]
    said = {d.id: find_statements(d) for d in docs}
    voiced = {d.id: (*said[d.id], *outlet_voice(d, said[d.id])) for d in docs}
    return find_claims(docs, voiced, {d.id: find_quantities(d) for d in docs}, (), ())


def names(found: tuple[Claim, ...], words: str) -> list[str]:
    claim = next(c for c in found if words in c.text)
    return sorted(o.name for o in claim.origins)


NAMED = "Le docker blessé samedi sur le grand quai s'appelle Hugo Lamy"
COLLEAGUES = f"{NAMED}, selon des collègues, ce qu'a confirmé une avocate du syndicat."


def test_who_confirms_is_an_origin_beside_who_said_it() -> None:
    """Colleagues and a lawyer, though both are unnamed and stand in one text: the text says they are two."""
    found = claims(COLLEAGUES)
    assert names(found, "Hugo Lamy") == ["des collègues", "une avocate du syndicat"]


def test_the_place_of_a_second_source_is_where_it_is_named() -> None:
    """The claim is shown in the words of the first; the second points to "ce qu'a confirmé …"."""
    (claim,) = (c for c in claims(COLLEAGUES) if "Hugo Lamy" in c.text)
    assert claim.text == NAMED
    assert [a.content.of(COLLEAGUES) for a in claim.assertions] == [
        NAMED,
        "ce qu'a confirmé une avocate du syndicat",
    ]


def test_a_confirmed_quotation_keeps_its_speaker_and_gains_a_source() -> None:
    """The same words in the same text, but the office only takes them up: two origins, not one utterance."""
    quoted = "« Le grand pont de Sourdelle restera fermé aux camions jusqu'au printemps », a dit Ana Sol."
    found = claims(f"{quoted} La préfecture de Morvagne l'a confirmé mardi.")
    assert names(found, "pont de Sourdelle") == ["Ana Sol", "La préfecture de Morvagne"]


def test_a_denial_in_the_same_sentence_disputes_the_claim() -> None:
    """ "What the management denies" is no origin of the claim but a dispute of it (rule 7)."""
    said = "Le maire a annoncé que l'usine de Sourdelle fermera ses portes en mai"
    found = claims(f"{said}, ce que dément la direction de l'usine.")
    claim = next(c for c in found if c.text == "l'usine de Sourdelle fermera ses portes en mai")
    assert [o.name for o in claim.origins] == ["Le maire"]
    assert {d.actor for d in claim.disputed_by} == {"la direction de l'usine"}
