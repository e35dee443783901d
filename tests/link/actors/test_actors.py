"""Actors: who is one, who stays two, and why."""

from __future__ import annotations

from selon.link.actors.actors import Cast, find_actors
from selon.model.actor import Actor, ActorKind
from selon.model.statement import SourceKind
from tests.link.story import Story


def cast(story: Story) -> Cast:
    return find_actors(list(story.docs.values()), story.statements)


def actor(found: Cast, words: str) -> Actor:
    return next(a for a in found.actors if any(m.words == words for m in a.mentions))


def speech(*lines: tuple[str, str, SourceKind], lang: str = "fr") -> Story:
    """One document for each line: "X dit que …", with X the source."""
    story = Story()
    for n, (source, text, kind) in enumerate(lines):
        story.doc(f"d{n}", text, f"Outlet {n}", lang=lang)
        story.said(f"d{n}", text.rsplit(", ", 1)[-1].rstrip("."), source, kind)
    return story


def test_a_person_is_one_by_last_name() -> None:
    """ "Tancrède Villaudin" and "M. Villaudin" are one actor, and the reason says so."""
    story = speech(
        ("Tancrède Villaudin", "Tancrède Villaudin dit, le pont tient bon.", SourceKind.named_person),
        ("M. Villaudin", "Selon M. Villaudin, le pont tient bon.", SourceKind.named_person),
    )
    found = cast(story)
    assert actor(found, "M. Villaudin") == actor(found, "Tancrède Villaudin")
    assert actor(found, "M. Villaudin").why == ("same last name “villaudin”",)


def test_a_particle_is_no_first_name() -> None:
    """ "Mme von der Aar" is "Aline von der Aar": what stands before the last name there is no first name."""
    story = speech(
        ("Aline von der Aar", "Aline von der Aar dit, le pont tient bon.", SourceKind.named_person),
        ("Mme von der Aar", "Selon Mme von der Aar, le pont tient bon.", SourceKind.named_person),
    )
    found = cast(story)
    assert actor(found, "Mme von der Aar") == actor(found, "Aline von der Aar")


def test_two_first_names_are_two_persons_and_only_proposed() -> None:
    """Two people of one last name stay two; the doubt is listed for the user."""
    story = speech(
        ("Tancrède Villaudin", "Tancrède Villaudin dit, le pont tient bon.", SourceKind.named_person),
        ("Josiane Villaudin", "Selon Josiane Villaudin, le pont tient bon.", SourceKind.named_person),
    )
    found = cast(story)
    assert actor(found, "Josiane Villaudin") != actor(found, "Tancrède Villaudin")
    assert len(found.proposals) == 1


def test_a_body_and_its_office_holder_are_one_actor() -> None:
    """The prefect named in one text and the prefecture of another are one actor of kind office (rule 3)."""
    story = speech(
        (
            "la préfète de Brindelle, Aline Corbaz",
            "Selon la préfète de Brindelle, Aline Corbaz, le pont tient bon.",
            SourceKind.named_person,
        ),
        (
            "la préfecture de Brindelle",
            "Selon la préfecture de Brindelle, le pont tient bon.",
            SourceKind.office,
        ),
        ("Aline Corbaz", "D'après Aline Corbaz, le pont tient bon.", SourceKind.named_person),
    )
    found = cast(story)
    assert actor(found, "la préfecture de Brindelle") == actor(found, "Aline Corbaz")
    assert actor(found, "Aline Corbaz").kind is ActorKind.office


def test_an_office_in_another_language_is_the_same_body() -> None:
    """ "le parquet de Brindelle" and "the Brindelle prosecutor" meet by concept and place."""
    story = speech(
        ("le parquet de Brindelle", "Selon le parquet de Brindelle, rien ne presse.", SourceKind.office)
    )
    story.doc("e1", "Nothing is urgent, the Brindelle prosecutor said.", "The Beacon", lang="en")
    story.said("e1", "Nothing is urgent", "the Brindelle prosecutor", SourceKind.office)
    found = cast(story)
    assert actor(found, "the Brindelle prosecutor") == actor(found, "le parquet de Brindelle")


def test_two_bodies_are_two() -> None:
    """The ministries of two fields, and the prefectures of two towns, stay apart."""
    story = speech(
        ("le ministère de l'Intérieur", "Selon le ministère de l'Intérieur, tout va.", SourceKind.office),
        ("le ministère de la Défense", "Selon le ministère de la Défense, tout va.", SourceKind.office),
        ("la préfecture de Brindelle", "Selon la préfecture de Brindelle, tout va.", SourceKind.office),
        ("la préfecture de Morvagne", "Selon la préfecture de Morvagne, tout va.", SourceKind.office),
    )
    assert len({a.id for a in cast(story).by_statement.values()}) == 4


def test_a_short_form_that_the_text_explains_is_the_long_one() -> None:
    """ "Régie des eaux de Brindelle (REB)" makes "la REB" the same actor."""
    story = speech(
        (
            "la Régie des eaux de Brindelle",
            "Selon la Régie des eaux de Brindelle (REB), tout va.",
            SourceKind.organisation,
        ),
        ("la REB", "Selon la REB, tout va.", SourceKind.organisation),
    )
    found = cast(story)
    assert actor(found, "la REB") == actor(found, "la Régie des eaux de Brindelle")


def test_a_role_is_its_only_holder() -> None:
    """ "Son avocat" is the lawyer whom a text names in that role; never the client."""
    story = speech(
        ("son avocat", "Selon son avocat, le pêcheur est libre.", SourceKind.named_person),
        (
            "son avocat Paulin Destrée",
            "Selon son avocat Paulin Destrée, le pêcheur est libre.",
            SourceKind.named_person,
        ),
        (
            "l'avocat de Rémi Aubray",
            "Selon l'avocat de Rémi Aubray, le pêcheur est libre.",
            SourceKind.named_person,
        ),
        ("Rémi Aubray", "Selon Rémi Aubray, le pêcheur est libre.", SourceKind.named_person),
    )
    found = cast(story)
    lawyer = actor(found, "son avocat Paulin Destrée")
    assert actor(found, "son avocat") == actor(found, "l'avocat de Rémi Aubray") == lawyer
    assert actor(found, "Rémi Aubray") != lawyer


def test_hidden_sources_of_two_texts_stay_apart() -> None:
    """Two anonymous mentions are not one actor by their words alone (rule 5 decides inside a claim)."""
    story = speech(
        ("une source portuaire", "Selon une source portuaire, tout va.", SourceKind.anonymous),
        ("une source portuaire", "Selon une source portuaire, tout va bien.", SourceKind.anonymous),
    )
    assert len({a.id for a in cast(story).by_statement.values()}) == 2


def test_the_same_hidden_source_named_again_is_one() -> None:
    """ "Ces mêmes sources" are the hidden sources that the text named before."""
    story = Story().doc(
        "d0",
        "Le pont a cédé, selon des sources portuaires. Ces mêmes sources parlent d'un sabotage.",
        "Le Quai",
    )
    first = story.said("d0", "Le pont a cédé", "des sources portuaires", SourceKind.anonymous)
    again = story.said("d0", "un sabotage", "Ces mêmes sources", SourceKind.anonymous)
    found = cast(story)
    assert found.by_statement[first.id] == found.by_statement[again.id]


def test_an_outlet_of_the_dossier_is_known_as_a_source() -> None:
    """ "Le Fanal" as a source is the outlet that publishes another document."""
    story = speech(("le Fanal de Brindelle", "Selon le Fanal de Brindelle, tout va.", SourceKind.media))
    story.doc("f1", "Tout va.", "Le Fanal de Brindelle")
    found = cast(story)
    assert found.outlets[actor(found, "le Fanal de Brindelle").id] == "Le Fanal de Brindelle"


def test_one_mention_of_somebody_without_a_name_is_one_actor() -> None:
    """Two statements that hang on one "une voisine" have one speaker, also when nothing names her."""
    text = "Le pont tremble, la digue cède, dit une voisine. Selon une batelière, le bac attend."
    story = Story()
    story.doc("d", text, "Outlet", lang="fr")
    for content in ("Le pont tremble", "la digue cède"):
        story.said("d", content, "une voisine", SourceKind.anonymous)
    story.said("d", "le bac attend", "une batelière", SourceKind.anonymous)
    assert sorted(a.name for a in cast(story).actors) == ["une batelière", "une voisine"]


def test_a_title_tells_who_bears_a_role() -> None:
    """ "Son avocat" is the only one called "Me"; a council is no counsel, and of two lawyers none is."""
    lawyer, council = ("son avocat", "Me Ana Sarre"), "Le Conseil représentatif des ports (CRP)"
    lines = (
        (lawyer[0], "Selon son avocat, le bac est sûr.", SourceKind.named_person),
        (lawyer[1], "Me Ana Sarre assure, le quai est vide.", SourceKind.named_person),
        (council, f"{council} dit, le port est ouvert.", SourceKind.organisation),
    )
    found = cast(speech(*lines))
    assert actor(found, lawyer[0]) == actor(found, lawyer[1]) != actor(found, council)
    two = cast(
        speech(*lines, ("Me Ivo Corbaz", "Me Ivo Corbaz dit, la mer est haute.", SourceKind.named_person))
    )
    assert actor(two, lawyer[0]) not in (actor(two, lawyer[1]), actor(two, "Me Ivo Corbaz"))


def test_as_far_as_a_head_of_state_is_the_head_of_state() -> None:
    """ "Jusqu'au chef de l'Etat": a word of reach is no part of an office."""
    found = cast(
        speech(
            ("Jusqu'au chef de l'Etat", "Jusqu'au chef de l'Etat dit, le bac est sûr.", SourceKind.office),
            ("Le chef de l'Etat", "Le chef de l'Etat dit, le quai est vide.", SourceKind.office),
        )
    )
    assert actor(found, "Jusqu'au chef de l'Etat") == actor(found, "Le chef de l'Etat")
