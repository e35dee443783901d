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
        ("the fire service", "en", "organisation"),
        ("The Dunmarrow Ledger", "en", "media"),
        ("Harbour & Grain Weekly", "en", "media"),
        ("two traders", "en", "anonymous"),
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
