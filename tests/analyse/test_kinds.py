"""The kind of a source is read off its own words."""

import pytest

from selon.analyse.kinds import kind_of
from selon.analyse.statements import find_statements
from selon.model.document import Document
from selon.model.span import words_of


@pytest.mark.parametrize(
    ("mention", "lang", "kind"),
    [
        ("la préfète de l'Orvanche", "fr", "office"),
        ("Baptiste Ormelin, délégué du syndicat", "fr", "named_person"),
        ("l'exploitant", "fr", "organisation"),
        ("des sources proches de l'enquête", "fr", "anonymous"),
        ("Le Républicain de Castelmire", "fr", "media"),
        ("le quotidien", "fr", "media"),
        ("on", "fr", "unattributed"),
        ("le chanteur", "fr", "anonymous"),
        ("une enquête", "fr", "organisation"),
        ("l'enquête", "fr", "unattributed"),
        ("le tract commun", "fr", "organisation"),
        ("l'un de ces courriels", "fr", "organisation"),
        ("la co-présidente", "fr", "office"),
        ("Nadia, employée du port", "fr", "named_person"),
        ("the fire service", "en", "organisation"),
        ("The Dunmarrow Ledger", "en", "media"),
        ("Harbour & Grain Weekly", "en", "media"),
        ("two traders", "en", "anonymous"),
        ("Odile", "fr", "named_person"),
        ("Odile von der Aar", "fr", "named_person"),
        ("Odile Van den Aar", "en", "named_person"),
        ("Rachid*", "fr", "named_person"),
        ("ODILE", "fr", "organisation"),
        ("Castelmire", "fr", "organisation"),
        ("l'électricien", "fr", "anonymous"),
        ("the machinist", "en", "anonymous"),
        ("The driver", "en", "anonymous"),
        ("ce lycéen", "fr", "anonymous"),
        ("35 %", "fr", "anonymous"),
        ("tout le monde", "fr", "anonymous"),
        ("Northgate Airlines", "en", "organisation"),
        ("the estimates from the United Quays", "en", "organisation"),
        ("une mesure phare d'Ana Sol", "fr", "anonymous"),
        ("le numéro deux du Front Odile Marchais", "fr", "named_person"),
        ("Guardian arts correspondent Ida Voss", "en", "named_person"),
        ("Les uns", "fr", "anonymous"),
        ("La Gaceta de Solvera", "es", "media"),
        ("vecinos del puerto", "es", "anonymous"),
    ],
)
def test_a_mention_tells_its_kind(mention, lang, kind):
    """Offices, persons, bodies, papers, people without a name, and nobody."""
    assert kind_of(mention, lang) == kind


def test_a_speaker_who_cites_another_gives_two_levels():
    """ "…, citing the fire service" is the lower level of the chain, not a statement about the service."""
    text = "Twelve people were hurt, the prefecture said on Tuesday, citing the fire service."
    found = find_statements(Document(id="d", text=text, lang="en"))
    lower = next(s for s in found if words_of(text, s.source) == "the fire service")
    upper = next(s for s in found if words_of(text, s.source) == "the prefecture")
    assert lower.parent == upper.id
    assert lower.content == upper.content
    assert len(found) == 2


def test_a_name_that_the_document_calls_an_outlet_is_one_throughout():
    """ "le quotidien Cap Sereine" makes "Cap Sereine" a medium wherever it speaks."""
    text = "Le quotidien Cap Sereine a ouvert le dossier. Cap Sereine affirme que le barrage fuit."
    (found,) = find_statements(Document(id="d", text=text, lang="fr"))
    assert found.source_kind == "media"


def test_a_role_means_the_person_named_before():
    """ "le chanteur" is who spoke last; "elle" takes up a body of its gender that has just spoken."""
    text = "Ivan Sorel a nié les faits. Le chanteur assure qu'il dormait. La capitainerie dit que non. "
    text += "Elle ajoute que le quai était fermé."
    found = find_statements(Document(id="d", text=text, lang="fr"))
    kinds = {words_of(text, s.source): s.source_kind.value for s in found}
    assert kinds["Le chanteur"] == "named_person"
    assert kinds["Elle"] == "organisation"


def test_a_first_name_that_also_means_a_body_is_a_person():
    """ "Marine Tévenot" is somebody, "la marine" a navy; a title behind a description tells a person too."""
    assert kind_of("Marine Tévenot", "fr") == "named_person"
    assert kind_of("La Marine nationale", "fr") == "organisation"
    assert kind_of("study author Dr. Ana Sol, head of the Quay Clinic", "en") == "named_person"
    assert kind_of("Tomasek, a harbour specialist at Brindle University", "en") == "named_person"
