"""Changes: what differs between two wordings, typed by what it does to the sense."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.link.reuse.changes import changes, compare, matched
from selon.link.reuse.view import view_of
from selon.model.passage import ChangeKind
from tests.link.texts import doc


def typed(one, other, lang="fr"):
    a, b = view_of(doc("a", one, lang=lang)), view_of(doc("b", other, lang=lang))
    blocks = compare(a, b, (0, len(a.ids)), (0, len(b.ids)))
    return [(c.kind, c.a_words, c.b_words) for c in changes(blocks, a, b)]


@pytest.mark.parametrize(
    ("one", "other", "lang", "kind"),
    [
        ("Douze wagons ont déraillé", "Vingt et un wagons ont déraillé", "fr", ChangeKind.figure),
        ("Some 1,200 tons were lost", "Some 12,000 tons were lost", "en", ChangeKind.figure),
        (
            "Le bac est parti mardi matin du port",
            "Le bac est parti jeudi matin du port",
            "fr",
            ChangeKind.date,
        ),
        (
            "Le feu a pris vers 2 h 40 au port",
            "Le feu a pris peu avant 3 heures au port",
            "fr",
            ChangeKind.date,
        ),
        ("The dam was not inspected in spring", "The dam was inspected in spring", "en", ChangeKind.polarity),
        ("Les mineurs de Tarbeck sont saufs", "Les mineurs de Tarbekc sont saufs", "fr", ChangeKind.name),
        ("Le convoi lourd roule encore", "Le convoi roule encore", "fr", ChangeKind.omission),
        ("Le convoi roule encore", "Le convoi lourd roule encore", "fr", ChangeKind.insertion),
        ("Le convoi lourd roule encore", "Le convoi blindé roule encore", "fr", ChangeKind.wording),
    ],
)
def test_each_difference_has_its_kind(one, other, lang, kind):
    """A small edit is named by what it changes."""
    assert [k for k, _, _ in typed(one, other, lang)] == [kind]


def test_the_same_figure_in_letters_and_digits_is_no_change_of_figure():
    """'12' for 'douze' is another wording of one figure."""
    assert [k for k, _, _ in typed("Les douze wagons vides", "Les 12 wagons vides")] == [ChangeKind.wording]


words = st.lists(
    st.sampled_from(["un", "deux", "trois", "la", "maison", "brûle", "encore", "vite"]), max_size=25
)


@given(words, words)
def test_blocks_cover_both_sides_once(one, other):
    """Blocks follow each other without hole or overlap on both sides, and equal blocks are equal words."""
    a, b = view_of(doc("a", " ".join(one))), view_of(doc("b", " ".join(other)))
    at = (0, 0)
    for block in compare(a, b, (0, len(a.ids)), (0, len(b.ids))):
        assert (block.a0, block.b0) == at
        at = (block.a1, block.b1)
        if block.equal:
            assert a.ids[block.a0 : block.a1] == b.ids[block.b0 : block.b1]
    assert at == (len(a.ids), len(b.ids))


@given(words)
def test_a_text_equals_itself(one):
    """A text compared with itself has no change."""
    a = view_of(doc("a", " ".join(one)))
    blocks = compare(a, a, (0, len(a.ids)), (0, len(a.ids)))
    assert matched(blocks) == len(a.ids) and changes(blocks, a, a) == ()
