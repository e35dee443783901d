"""Names are read from what people write and from registers; what is no use is set aside with its reason."""

import pytest

from selon.errors import UsageError
from selon.ingest.aliases import read_aliases
from selon.model.actor import ActorKind

TOML = """
[[actor]]
name = "Casques gris"
also = ["Grey Helmets", "Défense civile solvérienne"]
kind = "organisation"

[[actor]]
name = "Aline Corbaz"
"""
CSV = "name,also,kind\nCasques gris,Grey Helmets|Défense civile solvérienne,organisation\nAline Corbaz,,\n"
FTM = (
    '{"id":"x1","schema":"Person","properties":{"name":["Aline Corbaz"],"alias":["A. Corbaz"]}}\n'
    '{"id":"x2","schema":"PublicBody","properties":{"name":["Préfecture de Brindelle"]}}\n'
)
WIKIDATA = (
    '[\n{"id":"Q1","labels":{"fr":{"value":"Aline Corbaz"},"ru":{"value":"Алин Корбаз"}},'
    '"aliases":{"en":[{"value":"A. Corbaz"}]}},\n{"id":"Q2","labels":{}}\n]\n'
)


def read(tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")
    return read_aliases(str(tmp_path / name))


@pytest.mark.parametrize(("name", "text"), [("n.toml", TOML), ("n.csv", CSV)])
def test_names_by_hand_are_read(tmp_path, name, text):
    """TOML and CSV give the same two actors, each with the file and entry that says so."""
    found, bad = read(tmp_path, name, text)
    assert not bad
    assert [a.names for a in found] == [
        ("Casques gris", "Grey Helmets", "Défense civile solvérienne"),
        ("Aline Corbaz",),
    ]
    assert (found[0].kind, found[1].kind, found[0].where) == (ActorKind.organisation, None, f"{name}:1")


def test_registers_are_read(tmp_path):
    """FollowTheMoney and Wikidata rows give names, kinds and identifiers; one without a label is not used."""
    found, bad = read(tmp_path, "ftm.jsonl", FTM)
    assert [(a.names, a.kind, a.ident) for a in found] == [
        (("Aline Corbaz", "A. Corbaz"), ActorKind.person, "x1"),
        (("Préfecture de Brindelle",), ActorKind.office, "x2"),
    ]
    found, bad = read(tmp_path, "wd.json", WIKIDATA)
    assert [(a.names, a.ident) for a in found] == [(("Aline Corbaz", "Алин Корбаз", "A. Corbaz"), "Q1")]
    assert [(r.record, r.reason) for r in bad] == [("wd.json:3", "no name")]


def test_one_name_for_two_actors_is_believed_of_neither(tmp_path):
    """A contradictory file: both entries are set aside and each says which other one it contradicts."""
    text = "name,also,kind\nCasques gris,Les Gris,\nBrigade grise,les gris,\nAline Corbaz,,\n"
    found, bad = read(tmp_path, "n.csv", text)
    assert [a.names[0] for a in found] == ["Aline Corbaz"]
    assert [r.record for r in bad] == ["n.csv:1", "n.csv:2"]
    assert "“Brigade grise” (n.csv:2)" in bad[0].reason


def test_names_that_point_at_each_other_round_are_believed_of_none(tmp_path):
    """A also B, B also C, C also A: three entries that share names make no actor, and each says with whom."""
    ring = "Aline Corbaz,Lise Aubray\nLise Aubray,Anne Morval\nAnne Morval,Aline Corbaz\n"
    text = f"name,also\n{ring}Odile Brun,\n"
    found, bad = read(tmp_path, "n.csv", text)
    assert [a.names for a in found] == [("Odile Brun",)]
    assert [r.record for r in bad] == ["n.csv:1", "n.csv:2", "n.csv:3"]
    assert all("one name, one actor" in r.reason for r in bad)


def test_a_name_given_twice_to_one_actor_is_no_contradiction(tmp_path):
    """The same name again among the other names of its own entry changes nothing."""
    found, bad = read(tmp_path, "n.csv", "name,also\nAline Corbaz,aline corbaz|A. Corbaz\n")
    assert not bad and found[0].names == ("Aline Corbaz", "aline corbaz", "A. Corbaz")


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("n.toml", '[[actor]]\nalso = ["x"]\n', "no name"),
        ("n.toml", '[[actor]]\nname = "X"\nkind = "army"\n', "the kinds are"),
        ("n.toml", "[[actor]]\nname = 7\n", "a name is a text"),
        ("n.toml", '[[actor]]\nname = "X"\nalias = ["Y"]\n', "unknown field alias"),
        ("n.csv", "name,also,kind\nX,Y,,Z\n", "more cells than columns"),
        ("n.jsonl", "{broken\n", "no JSON"),
        ("n.jsonl", "[1, 2]\n", "an entry is a table"),
    ],
)
def test_an_entry_that_cannot_be_used_is_set_aside(tmp_path, name, text, reason):
    """A broken entry is listed with its reason and its place; nothing else is lost."""
    found, bad = read(tmp_path, name, text)
    assert found == () and reason in bad[0].reason


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("n.toml", "name =", "n.toml"),
        ("n.toml", 'actor = "x"', "actor"),
        ("n.csv", "nom,alias\nx,y\n", "columns"),
        ("n.csv", "name,alias,kind\nx,y,\n", "not alias"),
        ("n.csv", "name;also;kind\nx;y;\n", "commas part them"),
        ("n.txt", "x", "names are read from"),
    ],
)
def test_a_file_of_another_form_is_refused_with_words(tmp_path, name, text, words):
    """The error names the file and says what it should hold."""
    with pytest.raises(UsageError, match=words):
        read(tmp_path, name, text)
    with pytest.raises(UsageError, match=r"none\.toml"):
        read_aliases(str(tmp_path / "none.toml"))
