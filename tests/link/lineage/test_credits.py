"""Whose copy a text says it carries."""

from __future__ import annotations

import pytest

from selon.link.lineage.credits import signs
from tests.link.texts import DISPATCH, doc


@pytest.mark.parametrize(
    "foot",
    [
        "(AFP)",
        "avec AFP",
        "© 2031 AFP",
        "Source : AFP",
        "(AFP/Reuters)",
        "AFP",
        "Paris (AFP) -",
        "Avec l’AFP",
    ],
)
def test_a_sign_off_names_the_agency(foot):
    """The usual sign-offs of the press are read at the foot of a text."""
    found = signs(doc("a", f"{DISPATCH}\n{foot}"), [])
    assert found[0].name == "AFP" and found[0].agency


def test_an_outlet_of_the_set_may_be_credited():
    """A sign-off may name any outlet of the set, known as an agency or not."""
    found = signs(doc("a", f"{DISPATCH}\n(Le Phare de Tremel)"), ["Le Phare de Tremel"])
    assert [s.name for s in found] == ["Le Phare de Tremel"]


def test_an_outlet_does_not_credit_itself():
    """An agency's own foot says nothing about another source."""
    assert signs(doc("a", f"{DISPATCH}\n(AFP)", outlet="AFP"), ["AFP"]) == ()


@pytest.mark.parametrize(
    "words", ["a déclaré le maire à l'AFP mardi.", "La police (que cite l'AFP souvent) se tait."]
)
def test_a_mention_inside_a_sentence_is_no_sign_off(words):
    """A text that says what was told to an agency does not thereby carry its copy."""
    assert signs(doc("a", f"{DISPATCH} {words}"), []) == ()


def test_a_translator_is_no_source():
    """'Traduit par' names who translated, not whose text it is."""
    from msgspec.structs import replace

    from selon.model.document import Credit, CreditKind

    page = replace(doc("a", DISPATCH), credits=(Credit(CreditKind.translator, "Le Phare de Tremel", None),))
    assert signs(page, ["Le Phare de Tremel"]) == ()
