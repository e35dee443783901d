"""Names given by the user join what the texts call otherwise, in any alphabet, and nothing else."""

from __future__ import annotations

from selon.link.actors.actors import Cast, find_actors
from selon.link.rulings import Rulings
from selon.model.actor import ActorKind
from selon.model.alias import Alias
from selon.model.statement import SourceKind
from tests.link.story import Story

RESCUE = Alias(
    ("Casques gris", "Grey Helmets", "Défense civile solvérienne"), "names.toml:1", ActorKind.organisation
)
ZARINA = Alias(("Maria Zarkhova", "Sarchowa", "Зархова"), "names.toml:2", ActorKind.person)


def cast(*said: tuple[str, SourceKind, str], aliases: tuple[Alias, ...] = ()) -> Cast:
    story = Story()
    for n, (source, kind, lang) in enumerate(said):
        story.doc(f"d{n}", f"{source} : le pont tient bon.", f"Outlet {n}", lang=lang)
        story.said(f"d{n}", "le pont tient bon", source, kind)
    return find_actors(list(story.docs.values()), story.statements, Rulings(aliases=aliases))


ORG, PERSON = SourceKind.organisation, SourceKind.named_person


def test_one_body_under_three_names_in_two_languages() -> None:
    """Three names of one alias are one actor, shown by the first name, with the entry as the reason."""
    found = cast(
        ("les Casques gris", ORG, "fr"), ("the Grey Helmets", ORG, "en"),
        ("la Défense civile solvérienne", ORG, "fr"), aliases=(RESCUE,),
    )  # fmt: skip
    (one,) = found.actors
    assert (one.name, one.kind) == ("Casques gris", ActorKind.organisation)
    assert "names.toml:1: “Casques gris”" in one.why


def test_without_the_alias_they_stay_apart() -> None:
    """Nothing in the texts says that these two are one."""
    assert len(cast(("les Casques gris", ORG, "fr"), ("the Grey Helmets", ORG, "en")).actors) == 2


def test_who_speaks_for_a_body_is_that_body() -> None:
    """A spokesman of the body under one of its names is the same actor (rule 3)."""
    found = cast(
        ("un porte-parole des Casques gris", ORG, "fr"), ("Grey Helmets", ORG, "en"), aliases=(RESCUE,)
    )
    assert len(found.actors) == 1


def test_a_last_name_in_three_alphabets_is_one_person() -> None:
    """German, Cyrillic and French spellings of one last name meet through the alias."""
    found = cast(
        ("Maria Zarkhova", PERSON, "fr"), ("M. Sarchowa", PERSON, "fr"), ("Мария Зархова", PERSON, "ru"),
        aliases=(ZARINA,),
    )  # fmt: skip
    assert {a.name for a in found.actors} == {"Maria Zarkhova"}


def test_a_common_word_is_no_name() -> None:
    """An alias of one word never takes a noun in lower case or another person's first name."""
    grey = Alias(("Gris",), "names.csv:1", ActorKind.organisation)
    found = cast(("des casques gris anonymes", ORG, "fr"), aliases=(grey,))
    assert all(a.name != "Gris" for a in found.actors)


def test_a_name_of_two_aliases_is_only_proposed() -> None:
    """A gazetteer with two bearers of one name joins neither; the doubt is listed."""
    one = Alias(("Jean Carpentras", "J. Carpentras"), "gazetteer.jsonl:1", ActorKind.person, "Q1")
    two = Alias(("Jean Carpentras", "Carpentras fils"), "gazetteer.jsonl:2", ActorKind.person, "Q2")
    found = cast(("Jean Carpentras", PERSON, "fr"), aliases=(one, two))
    assert [p.why[:17] for p in found.proposals] == ["gazetteer.jsonl:1", "gazetteer.jsonl:2"]
    assert len(found.by_statement) == 1
