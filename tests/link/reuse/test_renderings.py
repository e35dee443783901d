"""Renderings: a translation stands out from its surroundings, two reports on one event do not."""

from __future__ import annotations

from selon.link.reuse.alignment import Seed
from selon.link.reuse.renderings import SCALE, margin, one_to_one
from selon.link.reuse.reuse import find_reuse
from selon.model.passage import ReuseKind
from selon.model.span import Span
from tests.link.texts import OTHER, doc

SPOKEN = (
    "Le directeur de la coopérative de Talvène, Ondin Marchelet, a pris la parole devant les éleveurs lundi "
    "soir. « Nous avons vendu les deux étables du haut pour payer les dettes de l'hiver », a-t-il expliqué "
    "dans la salle des fêtes. Il promet que la laiterie restera ouverte jusqu'aux vendanges."
)
TRANSLATED = (
    "The head of the Talvène cooperative, Ondin Marchelet, spoke to the livestock farmers on Monday "
    'evening. "We sold the two upper barns to pay the debts of the winter," he explained '
    "in the village hall. He promises that the dairy will stay open until the grape harvest."
)
PAGE = (
    "The swimming pool of Port-Lanvic closes for repairs in October. Its filters date from the year in "
    "which it opened. Bathers are sent to the lake, where a lifeguard will keep watch until dusk. "
)
REPORTS = (
    "Les habitants de Morvagne votent dimanche sur la fusion de leur commune avec Ostelle. Le scrutin doit "
    "clore une querelle vieille de vingt ans entre les deux conseils. Ostelle a toujours refusé de partager "
    "son nom avec sa voisine. Le maire Aubin Terrasse, qui s'oppose à la fusion, n'ira pas voter. Les "
    "partisans du oui y voient le prix à payer pour garder l'école. Le bureau de vote ouvre à huit heures "
    "dans la salle des fêtes. Une seconde consultation aura lieu en mai si la participation est trop faible.",
    "Voters in Morvagne went to the polls on Sunday to decide whether the town should be merged into "
    "Ostelle, its larger neighbour across the river. A yes would end years of lawsuits between the councils "
    "over taxes and schools. In the café opposite the church, pensioners argued all morning about the price "
    "of water. "
    "Turnout was low at noon and mayor Aubin Terrasse had called for a boycott. Ostelle, whose council met "
    "twice this spring, would keep its own name in any case. The merger was first proposed by a prefect who "
    "has since retired to the coast. Supporters argue that without a merger the last school closes.",
)


def _quoted(text: str, opening: str, closing: str) -> tuple[Span, ...]:
    return (Span(text.index(opening), text.index(closing) + 1),)


def test_a_quotation_beside_translated_narration_belongs_to_the_translation():
    """Three sentences of which one is quoted on both sides are one translated passage, to the last word."""
    docs = [doc("a", SPOKEN), doc("b", PAGE + TRANSLATED, lang="en"), doc("c", OTHER)]
    quoted = {"a": _quoted(SPOKEN, "«", "»"), "b": _quoted(PAGE + TRANSLATED, '"', '," he')}
    (found,) = find_reuse(docs, quoted)
    assert found.kind is ReuseKind.translated
    assert (found.a_span.start, found.b_span.start) == (0, len(PAGE))


def test_two_reports_on_one_event_are_no_translation():
    """Two reporters who tell the same vote, four facts in the same order, translate nobody."""
    docs = [doc("a", REPORTS[0]), doc("b", REPORTS[1], lang="en"), doc("c", OTHER), doc("d", SPOKEN)]
    assert find_reuse(docs, {}) == ()


def test_of_crossing_answers_the_heaviest_in_order_are_kept():
    """Each sentence answers one other: a weak second answer of the same sentence does not count."""
    seeds = [Seed(i, j, 1.0, w, w) for i, j, w in ((0, 0, 40.0), (0, 1, 20.0), (1, 1, 30.0), (2, 1, 35.0))]
    assert [(s.i, s.j) for s in one_to_one(tuple(seeds))] == [(0, 0), (2, 1)]
    assert margin(Seed(0, 0, 1.0, SCALE / 10, 0.0)) == 1.1


LONE = (
    "Âgé de 58 ans, Ondin Marchelet a fondé la laiterie de Talvène avec sa sœur Perrine, qui tient encore "
    "les comptes de la maison et signe chaque lettre aux éleveurs de la vallée.",
    "Ondin Marchelet, 58, founded the Talvène dairy with his sister Perrine, who still keeps the books of "
    "the house and signs every letter to the livestock farmers of the valley.",
)
NAMELESS = (
    "Il a fondé la laiterie du village avec sa sœur, qui tient encore les comptes de la maison et signe "
    "chaque lettre aux éleveurs de toute la vallée.",
    "He founded the village dairy with his sister, who still keeps the books of the house and signs every "
    "letter to the livestock farmers of the whole valley.",
)


def _amid(sentence: str, around: str) -> str:
    return f"{around} {sentence} {around.replace('.', ' once more.', 1)}"


def test_one_sentence_is_a_finding_where_its_names_and_figures_vouch_for_it():
    """A long sentence alone, inside two other texts, is found with its names and figures; a hint without."""
    for (ours, theirs), count in ((LONE, 1), (NAMELESS, 0)):
        docs = [doc("a", _amid(ours, OTHER)), doc("b", _amid(theirs, PAGE), lang="en")]
        assert len(find_reuse(docs, {})) == count, ours
