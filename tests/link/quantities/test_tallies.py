"""What a figure counts, read from the words around it."""

from __future__ import annotations

import pytest

from selon.analyse.quantities import find_quantities
from selon.link.quantities.tallies import Tally, comparable, tally
from selon.model.document import Document
from selon.model.span import Span


def tallies(text: str, lang: str = "fr") -> list[Tally]:
    """The tallies of the figures of one sentence."""
    doc = Document("x1", text, lang, outlet="Le Fanal")
    return [tally(q, text, Span(0, len(text)), lang) for q in find_quantities(doc)]


@pytest.mark.parametrize(
    ("text", "lang", "kinds"),
    [
        ("Le bac a chaviré, tuant quatre personnes et en blessant onze autres.", "fr", ["dead", "injured"]),
        ("Le naufrage a coûté la vie à cinq personnes.", "fr", ["dead"]),
        ("Douze personnes ont été interpellées près du bac.", "fr", ["arrest"]),
        ("Twelve people were wounded on the ferry.", "en", ["injured"]),
        ("Sixty people sat on the ferry.", "en", ["person"]),
        ("Quelque 600 membres des forces de l'ordre étaient mobilisés.", "fr", ["officer"]),
        ("Some 600 members of the security forces were deployed.", "en", ["officer"]),
        ("Le port parle de 32.000 mobilisés.", "fr", ["demonstrator"]),
    ],
)
def test_what_befell_the_counted_is_read_from_the_clause(text: str, lang: str, kinds: list[str]) -> None:
    """The words behind a figure, then those before it, tell what befell whom it counts."""
    assert [t.kind for t in tallies(text, lang)] == kinds


def test_a_part_and_another_degree_are_not_comparable() -> None:
    """ "Of whom five" is no rival of a whole, nor are the seriously injured of the injured."""
    whole, part = tallies("Le bilan est de treize blessés, dont cinq blessés à l'épaule.")
    (grave,) = tallies("Le bac a fait sept blessés graves.")
    assert part.part and not comparable(whole, part)
    assert grave.degree == "serious" and not comparable(whole, grave)
    assert comparable(whole, tallies("Onze blessés ont quitté le quai.")[0])


def test_a_figure_out_of_another_is_a_part_of_it() -> None:
    """ "Three hundred out of a total of 4,100" names the part first."""
    part, whole = tallies("Three hundred people were hurt, out of a total of 4,100 who were there.", "en")
    assert part.part and not whole.part
