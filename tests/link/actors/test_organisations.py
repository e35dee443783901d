"""Organisations: which names are one, and which only share a word."""

from __future__ import annotations

from tests.link.actors.test_actors import actor, cast
from tests.link.story import Story


def told(text: str, *sources: str) -> Story:
    """One document; each source says one word of it."""
    story = Story()
    story.doc("d", text, "Outlet", lang="fr")
    for n, source in enumerate(sources):
        story.said("d", f"fait {n}", source)
    return story


def test_a_place_inside_a_longer_name_is_another() -> None:
    """ "Paris" is not the chamber of Paris; "la Ligue" is the league that the text names in full."""
    found = cast(
        told(
            "La Chambre du port Paris Quai dit fait 0. Paris dit fait 1.",
            "La Chambre du port Paris Quai",
            "Paris",
        )
    )
    assert actor(found, "La Chambre du port Paris Quai") != actor(found, "Paris")
    found = cast(
        told("La Ligue Brume-Castel dit fait 0. la Ligue dit fait 1.", "La Ligue Brume-Castel", "la Ligue")
    )
    assert actor(found, "La Ligue Brume-Castel") == actor(found, "la Ligue")


def test_a_word_of_the_long_form_is_not_its_acronym() -> None:
    """ "les Français" are not the "Observatoire français des ports (OFP)"."""
    text = "L'Observatoire français des ports (OFP) dit fait 0. l'OFP dit fait 1. les Français disent fait 2."
    found = cast(told(text, "L'Observatoire français des ports (OFP)", "l'OFP", "les Français"))
    assert actor(found, "l'OFP") == actor(found, "L'Observatoire français des ports (OFP)")
    assert actor(found, "les Français") != actor(found, "l'OFP")


def test_the_next_clause_is_no_office() -> None:
    """ "Selon X, le chef de l'État ne souhaite pas …" does not make X the head of state."""
    text = (
        "Selon Odile Marchais, le chef de l'État ne veut pas de pont. Le chef de l'État dit fait 1. fait 0."
    )
    found = cast(told(text, "Odile Marchais", "Le chef de l'État"))
    assert actor(found, "Odile Marchais") != actor(found, "Le chef de l'État")
