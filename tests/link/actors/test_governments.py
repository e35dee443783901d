"""Governments: which ministry "the government" may be."""

from __future__ import annotations

import pytest

from selon.link.actors.body_names import Body
from selon.link.actors.governments import may_mean
from selon.link.actors.naming import naming
from selon.model.statement import SourceKind


def body(words: str, lang: str = "en") -> Body:
    found = naming(words, SourceKind.office, lang).body
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("said", "other", "same"),
    [
        ("the government", "the Department of Health", True),
        ("the British government", "the Department of Health", True),
        ("the Welsh government", "the Department of Health", False),
        ("the Welsh government", "the Welsh health minister", True),
        ("Moscow", "the Department of Health", False),
        ("Moscow", "the Russian foreign ministry", True),
        ("the government", "the Quayside city hall", False),
    ],
)
def test_a_government_speaks_through_the_ministries_of_its_country(said, other, same) -> None:
    """The home country need not be said, a foreign one must."""
    assert may_mean(body(said), [body(other)]) is same


def test_another_bare_body_means_one_of_its_kind() -> None:
    """ "La préfecture" may be that of Brindelle, never the ministry."""
    bare = body("la préfecture", "fr")
    assert may_mean(bare, [body("la préfecture de Brindelle", "fr")])
    assert not may_mean(bare, [body("le ministère de l'Intérieur", "fr")])


def test_the_head_of_a_government_has_an_office_beside_it() -> None:
    """Who speaks for the government is not its head, and the bare word may still mean the head."""
    assert body("le Premier ministre", "fr").concept != body("le gouvernement", "fr").concept
    assert may_mean(body("le gouvernement", "fr"), [body("le Premier ministre", "fr")])
