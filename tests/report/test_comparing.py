"""Two documents side by side: no word is lost, what answers stands together, what hangs on a link is told."""

from __future__ import annotations

import random

import pytest

from selon.model.lineage import Direction, Evidence, Level
from selon.report.questions.case import Case
from selon.report.questions.comparing import compare
from selon.report.questions.ladder import between, hanging, ladder, reason_phrase
from selon.report.questions.pairing import Unit, pair
from selon.report.wording import words
from tests.report.hostile import hostile
from tests.report.sample import build, text_of

_PLACES = [
    "Brévalles",
    "Tournemont",
    "Saudreuil",
    "Lignerolles",
    "Castelmire",
    "Pontauvert",
    "Merlebois",
    "Aubraie",
    "Vaucelles",
]


def _story(count: int) -> list[str]:
    """Sentences of invented news, each with a name or a figure of its own."""
    rng = random.Random(5)
    verbs = ["fermera", "rouvrira", "vendra", "brûlera", "inondera"]
    return [
        f"La mairie de {rng.choice(_PLACES)} {rng.choice(verbs)} la halle numéro {n} avant le mois prochain."
        for n in range(count)
    ]


def _units(texts: list[str]) -> list[Unit]:
    return [Unit(text) for text in texts]


@pytest.mark.parametrize("count", [1, 9, 80])
def test_a_copy_answers_sentence_by_sentence(count):
    """Whatever the length, the same sentences in the same order are joined one to one."""
    story = _units(_story(count))
    assert pair(story, story, False) == [((n,), (n,)) for n in range(count)]


def test_signs_without_words_answer_the_same_signs():
    """A mark of an omission is joined to the same mark, and to nothing else."""
    story = _story(6)
    cut = [*story[:3], "(…)", *story[3:]]
    assert pair(_units(cut), _units(cut), False) == [((n,), (n,)) for n in range(7)]
    assert ((3,), ()) in pair(_units(cut), _units(story), False)


def test_what_a_copy_drops_and_adds_stands_alone():
    """A sentence left out and one put in have no counterpart; their neighbours keep theirs."""
    story = _story(8)
    copy = [*story[:3], "Le vent du nord a soufflé toute la nuit sur les digues.", *story[4:]]
    beads = pair(_units(story), _units(copy), False)
    assert ((3,), ()) in beads and ((), (3,)) in beads
    assert ((2,), (2,)) in beads and ((4,), (4,)) in beads


def test_every_sentence_is_in_one_bead_in_order():
    """The alignment loses and repeats nothing, within a language and across."""
    left, right = _units(_story(30)), _units(_story(60)[30:] + _story(10))
    for crossing in (False, True):
        beads = pair(left, right, crossing)
        assert [i for a, _ in beads for i in a] == list(range(len(left)))
        assert [j for _, b in beads for j in b] == list(range(len(right)))


def test_a_translation_follows_lengths_names_and_figures():
    """Across languages nothing but order, length, names and figures is known; two sentences may be one."""
    french = [
        "Le pont de Brévalles est fermé depuis lundi.",
        "Trois wagons ont déraillé.",
        "Personne n’a été blessé.",
        "La compagnie Aubraie promet de rouvrir la ligne le 14 avril, après avoir refait 200 mètres de voie.",
    ]
    english = [
        "The Brévalles bridge has been closed since Monday.",
        "Three wagons left the rails, but nobody was hurt.",
        "The Aubraie company promises to open the line again on 14 April, once 200 metres of track are new.",
    ]
    assert pair(_units(french), _units(english), True) == [((0,), (0,)), ((1, 2), (1,)), ((3,), (2,))]


def test_a_long_translation_keeps_its_place_after_an_omission():
    """Where the translation drops a long stretch, names and figures that stand once put the rest in place."""
    french = [f"Le wagon {n} de Halle{n} contenait {1000 + n} sacs de blé ce jour-là." for n in range(120)]
    english = [f"The car {n} of Halle{n} held {1000 + n} bags of wheat on that day." for n in range(120)]
    beads = pair(_units(french), _units(english[:30] + english[80:]), True)
    joined = {i: j for a, b in beads for i in a for j in b}
    assert all(joined[n] == (n if n < 30 else n - 50) for n in [*range(28), *range(82, 120)])


def test_what_the_passage_calls_omitted_is_joined_to_nothing():
    """A sentence that the alignment of the passage found in one text only stays alone."""
    left = [
        Unit("Le pont est fermé."),
        Unit("Les riverains sont partis hier soir.", alone=True),
        Unit("Il pleut."),
    ]
    right = [Unit("The bridge is closed."), Unit("It is raining.")]
    assert pair(left, right, True) == [((0,), (0,)), ((1,), ()), ((2,), (1,))]


def test_both_texts_stand_there_whole():
    """The lines of each side joined are its document, furniture too, whichever way round."""
    for view in (build(), hostile()):
        case = Case(view)
        for one in case.docs:
            for other in case.docs:
                if one != other:
                    found = compare(case, one, other)
                    for doc, sides in (
                        (one, [row.left for row in found.rows]),
                        (other, [row.right for row in found.rows]),
                    ):
                        shown = "".join(side.text for side in sides if side)
                        assert "".join(shown.split()) == "".join(text_of(view, doc).split())


def test_a_changed_figure_makes_a_changed_row():
    """The row of the changed figure names the change as the right text stands to the left one."""
    case = Case(build())
    row = next(r for r in compare(case, "d01", "d06").rows if r.kind == "changed")
    assert row.joined and row.differs
    assert ("Douze", "Vingt et une") in [(c.there_words, c.here_words) for c in row.changes]
    back = next(r for r in compare(case, "d06", "d01").rows if r.kind == "changed")
    assert ("Vingt et une", "Douze") in [(c.there_words, c.here_words) for c in back.changes]


def test_nothing_in_common_leaves_every_row_alone():
    """Two texts without a passage have no joined row and no share."""
    found = compare(Case(build()), "d08", "d11")
    assert not found.joined and not found.passages
    assert all(row.share is None for row in found.rows)


def test_the_ladder_has_five_levels_whatever_was_found():
    """Each level is listed, strongest first, with its own evidence."""
    case = Case(build())
    edge = between(case, "d01", "d06")
    assert [int(rung.level) for rung in ladder(edge)] == [5, 4, 3, 2, 1]
    assert [e for rung in ladder(edge) for e in rung.found] == list(edge.evidence)
    assert not any(rung.found for rung in ladder(None))


def test_an_undecided_link_changes_no_count():
    """Claims of both texts are listed; without a decided direction none of them hangs on the link."""
    case = Case(build())
    edge = between(case, "d03", "d05")
    assert edge is not None and edge.direction is Direction.undecided
    assert {h.effect for h in hanging(case, edge, "d03", "d05", {})} == {"apart"}


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("98% of this text in common", "98\u202f% de ce texte en commun"),
        ("both, not in d01", "dans les deux, absent de d01"),
        ("trace of translation (calque) from fr", "trace de traduction, calque (français)"),
        ("credit (agency)", "crédit imprimé, agence"),
        ("a reason of another day", "trait singulier commun"),
    ],
)
def test_reasons_are_said_in_the_words_of_the_reader(why, said):
    """What the lineage writes down is put into words; a reason without words gives its level."""
    level = Level.idiosyncratic
    assert reason_phrase(Evidence(level, why, "x"), words("fr")).replace("98 %", "98\u202f%") == said
