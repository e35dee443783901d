"""Rewording in one language: other words, the same sentences, in order."""

from __future__ import annotations

import pytest

from selon.link.reuse.aligning import align_all
from selon.link.reuse.alignment import Seed
from selon.link.reuse.reuse import find_reuse
from selon.link.reuse.rewording import Suspects
from selon.link.reuse.view import view_of
from selon.model.passage import ReuseKind
from tests.link.texts import OTHER, doc

TOLD = {
    "fr": (
        "Le conseil de Brindelle a refusé mardi de vendre l'ancien lavoir à la société Ormeval. "
        "Douze élus sur quinze ont voté contre, malgré l'offre de 340.000 euros. "
        "Le maire craignait que le bâtiment ne soit rasé pour agrandir le parc de stationnement."
    ),
    "en": (
        "The council of Brindelle refused on Tuesday to sell the old wash house to the Ormeval company. "
        "Twelve of the fifteen members voted against it, despite the offer of 340,000 euros. "
        "The mayor feared that the building would be torn down to make the car park larger."
    ),
}
RETOLD = {
    "fr": (
        "Mardi, les élus de Brindelle ont dit non à la vente du vieux lavoir que voulait la société Ormeval. "
        "Malgré les 340.000 euros proposés, ils ont été douze sur quinze à se prononcer contre. "
        "Aux yeux du maire, le bâtiment risquait d'être rasé au profit d'un parc de stationnement plus grand."
    ),
    "en": (
        "On Tuesday the council members of Brindelle said no to the Ormeval company, which wanted the old "
        "wash house. Although 340,000 euros had been offered, twelve out of fifteen voted against. "
        "In the mayor's eyes the building was likely to be torn down in favour of a larger car park."
    ),
}
MERGED = (
    "Mardi, les élus de Brindelle ont dit non, par douze voix sur quinze, à la vente du vieux lavoir à la "
    "société Ormeval, malgré l'offre de 340.000 euros. "
    "Le maire, lui, craignait de voir le bâtiment rasé pour un parc de stationnement agrandi."
)
REPORTED = {
    "fr": (
        "À Brindelle, l'avenir du lavoir divise toujours les habitants du bas quartier. "
        "Une pétition circule chez les commerçants, qui voudraient une halle couverte. "
        "Ormeval n'a pas répondu à nos appels, et la mairie promet une réunion publique en mars."
    ),
    "en": (
        "In Brindelle the future of the wash house still divides the people of the lower town. "
        "A petition goes round among the shopkeepers, who would like a covered market. "
        "Ormeval did not return our calls, and the town hall promises a public meeting in March."
    ),
}
ENGLISH = (
    "The wool fair closed early for want of buyers from abroad. Farmers took most of their fleeces home. "
    "The cooperative speaks of a second sale before the spring."
)
MORE = (
    "The wash house was built by the nuns of Corvelle in the year of the great flood.",
    "Its slate roof has leaked since the storm of last winter.",
)
SHUFFLED = (
    "Since last winter's storm, say neighbours who put out buckets every night, the slate roof of "
    "this place has been leaking into their street, and nobody comes to mend it.",
    "The mayor feared, as he told anyone who asked for bread at the bakery that week, that somebody "
    "would tear the building down one morning for cars to stand on.",
    "It was after the great flood that nuns from Corvelle, short of stone, money and hands, began to"
    " build here, and the older families still bring flowers to thank them.",
    "An offer of 340,000 euros lay on the table, yet twelve voted no that night, some of them with "
    "tears, others with a shrug and a look at the clock on the wall.",
    "So Ormeval, which already owns half of this street and most of the next one, will not have the "
    "old wash house this year, whatever its lawyers wrote to the council.",
)


def inside(text, lang):
    """The text in the middle of an article of its own."""
    frame = OTHER if lang == "fr" else ENGLISH
    half = frame.index(". ") + 2
    return f"{frame[:half]}\n{text}\n{frame[half:]}"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_reworded_paragraph_inside_a_page_is_found(lang):
    """A paragraph told in other words inside another article is one reworded passage with its place."""
    page = doc("b", inside(RETOLD[lang], lang), lang=lang)
    (found,) = find_reuse([doc("a", TOLD[lang], lang=lang), page], {})
    assert found.kind is ReuseKind.reworded
    assert abs(found.b_span.start - page.text.index(RETOLD[lang][:20])) <= 1
    assert len(found.b_span) > 0.9 * len(RETOLD[lang])


def test_merged_sentences_align():
    """Two sentences that became one, in other words, are one passage with the rest."""
    (found,) = find_reuse([doc("a", TOLD["fr"]), doc("b", inside(MERGED, "fr"))], {})
    assert len(found.a_span) > 0.9 * len(TOLD["fr"])


def test_sentences_kept_in_another_order_are_found():
    """Sentences taken over in other words and in another order, with words between, are each a passage."""
    source = " ".join((TOLD["en"], *MORE))
    own = (*ENGLISH.split(". "), *REPORTED["en"].split(". ")[1:])
    page = " ".join(s.rstrip(".") + "." for pair in zip(SHUFFLED, own, strict=True) for s in pair)
    found = find_reuse([doc("a", source, lang="en"), doc("b", page, lang="en")], {})
    assert len(found) >= 3 and {p.kind for p in found} == {ReuseKind.reworded}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_another_report_on_the_subject_is_no_rewording(lang):
    """Two reporters on one subject, with the same names, write no copies."""
    docs = [doc("a", TOLD[lang], lang=lang), doc("b", inside(REPORTED[lang], lang), lang=lang)]
    assert find_reuse(docs, {}) == ()


def test_a_list_of_names_in_common_is_no_copy():
    """A sentence that shares little but names and figures says nothing about copying."""
    one = "Au départ, dimanche : Odile Brassan, Marc Tévenot, Lina Corvel, Paul Estriane, Ida Morvan, 12."
    two = "Lina Corvel, Paul Estriane, Odile Brassan, Marc Tévenot, Ida Morvan ont rendu le 12 au club."
    docs = [doc("a", f"{OTHER} {one}"), doc("b", f"{REPORTED['fr']} {two} La course est reportée.")]
    assert find_reuse(docs, {}) == ()


def test_one_sentence_needs_more_order_where_it_is_little_of_a_text(monkeypatch):
    """The same two sentences are a passage where they are the whole texts, and none inside longer ones."""
    one = (
        "Le plan d'aide aux bergers de Brindelle, géré par la préfecture d'Ostelle, prévoit un prix plancher."
    )
    two = "Un prix plancher attend les bergers : Brindelle suit la préfecture, dont l'aide vient d'Ostelle."
    assert len(_aligned_last(monkeypatch, one, two)) == 1
    assert _aligned_last(monkeypatch, f"{REPORTED['fr']} {one}", f"{OTHER} {two}") == []


def _aligned_last(monkeypatch, one, two):
    """Align two texts whose last sentences alone stand out by their vectors."""
    a, b = view_of(doc("a", one)), view_of(doc("b", two))
    seed = Seed(len(a.pieces) - 1, len(b.pieces) - 1, 0.6, 50.0, 50.0)
    monkeypatch.setattr("selon.link.reuse.passages.seeds", lambda *_: [])
    monkeypatch.setattr("selon.link.reuse.passages.suspects", lambda *_: Suspects((), ()))
    monkeypatch.setattr("selon.link.reuse.passages.reworded", lambda *_: [(seed,)])
    return [p for found in align_all([(a, b)], lambda stem: 3.0) for p in found]


def test_known_copies_ask_for_no_vectors(monkeypatch):
    """Two texts that share most of their sentences word for word are not embedded for the rest."""

    def refuse(texts):
        raise AssertionError("embedded")

    monkeypatch.setattr("selon.link.reuse.surroundings.embedder.embed", refuse)
    docs = [doc("a", f"{OTHER} {TOLD['fr']}"), doc("b", f"{RETOLD['fr']} {OTHER}")]
    assert len(find_reuse(docs, {})) == 1


@pytest.mark.parametrize(
    "notice",
    [
        "Suivez la rédaction sur Facebook, Twitter et Instagram, et partagez vos photos du pays avec nous.",
        "Pour joindre la permanence de nuit, écrivez à veille@brindelle.example, de préférence avant midi.",
        "Inscrivez-vous à notre newsletter quotidienne pour lire chaque matin ce que font les voisins.",
    ],
)
def test_what_a_page_says_of_itself_is_no_copy(notice):
    """Invitations to follow, addresses and newsletters in common make no passage, inside a line too."""
    docs = [doc("a", f"{OTHER} {notice} Fin."), doc("b", f"{REPORTED['fr']} {notice} Voilà.")]
    assert find_reuse(docs, {}) == ()
