# ruff: noqa: E501 (sentences and pages are kept on their lines)
"""Every paragraph has a kind and a reason; furniture is told from the article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.ingest.parts import find_parts
from selon.model.document import PartKind
from selon.model.span import check_spans
from tests.ingest.pages import ANNEX, DUMP, MARKDOWN


def kinds(text, title=None):
    return [(p.kind.value, p.span.of(text)) for p in find_parts(text, title)]


def kind_of(text, words, title=None):
    found = {k for k, w in kinds(text, title) if words in w}
    assert len(found) == 1, (words, found)
    return found.pop()


@given(
    st.lists(
        st.sampled_from([*DUMP.splitlines(), *ANNEX.splitlines(), "", "\t", "x", "…", "(APV)"]), max_size=25
    )
)
def test_parts_are_disjoint_and_hold_every_word(lines):
    """Law: parts are sorted, disjoint, and leave out nothing but white space."""
    text = "\n".join(lines)
    spans = tuple(p.span for p in find_parts(text))
    check_spans(spans, len(text))
    rest = list(text)
    for span in spans:
        rest[span.start : span.end] = " " * len(span)
    assert not "".join(rest).strip()


@given(st.text(max_size=300))
def test_any_text_can_be_laid_out(text):
    """Law: no text breaks the rules, and parts stay inside it."""
    check_spans(tuple(p.span for p in find_parts(text)), len(text))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("© Mairie de Brévane Source: Lumo", "caption"),
        ("Un camion devant la caserne", "caption"),
        ("Ces reproches avaient été publiés", "lead"),
        ("«Les équipes sont parties", "body"),
        ("le maire promet un rapport", "promo"),
        ("Le maire appelle chacun au calme", "headline"),
        ("Un chien retrouve seul", "promo"),
        ("Le direct de la région", "boilerplate"),
        ("seuls les cookies techniques", "boilerplate"),
        ("OK", "boilerplate"),
        ("utilise des cookies pour améliorer", "boilerplate"),
        ("Tout AccepterTout refuser", "boilerplate"),
    ],
)
def test_a_dump_with_a_cookie_wall(words, kind):
    """In a text dump the headline printed again, captions, promos and the consent wall are kept apart."""
    assert kind_of(DUMP, words) == kind


def test_the_headline_printed_again_is_cut_from_the_photo_credit():
    """'HEADLINE© Agency' is two parts."""
    title = DUMP.splitlines()[0]
    assert [k for k, w in kinds(DUMP) if w == title] == ["headline", "headline"]


def test_a_headline_behind_a_photo_credit_is_a_promo():
    """The headline of another article glued to a photo credit is no part of the credit."""
    line = "© Lumo Photo / Coastal Rescue Blue Jackets Mairie de Brévane: des canots saisis par la douane"
    text = f"Le port a rouvert lundi matin.\n\n{line}\n\nLes bateaux sont sortis."
    assert ("promo", "Mairie de Brévane: des canots saisis par la douane") in kinds(text)
    assert kind_of(text, "© Lumo Photo") == "caption"


def test_a_dump_stamp_is_cut_from_the_first_sentence():
    """'date 2018-07 Le maire…' is a stamp and the article."""
    text = " date 2018-07 Le maire a dit non.\n\nLe conseil a voté."
    assert kinds(text)[0] == ("boilerplate", "date 2018-07")
    assert kinds(text)[1][1] == "Le maire a dit non."


def test_markdown_parts():
    """Front matter is boilerplate but its title and summary; > is a quotation, # a headline, {{<>}} boilerplate."""
    found = kinds(MARKDOWN)
    assert ("headline", "La digue tient, dit le ministère") in found
    assert ("lead", "Le ministère expose ce que la presse locale écrit depuis un an.") in found
    assert kind_of(MARKDOWN, "draft: false") == "boilerplate"
    assert kind_of(MARKDOWN, "#### La digue") == "headline"
    assert [k for k, w in found if w.startswith(">")] == ["quotation", "quotation"]
    assert kind_of(MARKDOWN, "{{< tweet") == "boilerplate"
    assert kind_of(MARKDOWN, "[Irina Dolvane]") == "lead"


NEWS = [
    "La commission a condamné lundi la société Lumo, qui dépose des cookies sans le consentement des internautes.",
    "« Nous utilisons des cookies pour mesurer l'audience », a reconnu la société, qui promet de revoir sa politique "
    "de confidentialité avant l'été et de former ses équipes aux règles en vigueur dans toute l'Union.",
    "The court held that the publisher's copyright had been infringed when the article was reproduced in full.",
    "À lire le rapport, on comprend que la digue n'a jamais été réparée.",
    "Voir aussi loin que possible reste le but des astronomes de la station.",
    "Par ailleurs, le maire a démenti toute pression.",
    "By contrast, the mayor denied any pressure on the engineers.",
    "Source of all the trouble, the old bridge will be closed on Monday.",
    "Suivre la rivière à pied reste possible, a précisé le garde.",
    "Les abonnés au gaz paieront plus cher dès janvier, selon la régie.",
]


@pytest.mark.parametrize("sentence", NEWS)
def test_news_that_uses_the_words_of_furniture_is_not_furniture(sentence):
    """A story on cookies or copyright, or a sentence that begins like a link, stays the article."""
    text = f"Le conseil s'est réuni lundi soir à la mairie de Brévane.\n\n{sentence}\n\nLa séance a été levée à minuit."
    assert kind_of(text, sentence) in {"body", "lead"}


FURNITURE = [
    (
        "We use cookies and similar technologies on your device. You can manage your preferences at any time.",
        "boilerplate",
    ),
    (
        "Usamos cookies propias y de terceros. Puede aceptar todas o configurar su consentimiento en su dispositivo.",
        "boilerplate",
    ),
    ("Read more: How the valley became a lake", "promo"),
    ("LIRE AUSSI. Le maire promet un rapport", "promo"),
    ("Lea también: El puente cerrado dos semanas", "promo"),
    ("Follow us on Twitter and Facebook", "promo"),
    ("Facebook Twitter WhatsApp", "promo"),
    ("Photo : Jeanne Ravel / APV", "caption"),
    ("© Belga", "caption"),
    ("© 2019 AFP", "credit"),
    ("© 2024 Le Phare. Tous droits réservés.", "boilerplate"),
    ("avec APV", "credit"),
    ("Traducido por Nora Belmar", "credit"),
    ("Source : Agence Lumo", "credit"),
    ("Par Solène Marquier", "credit"),
    ("By Oona Reddick | Published 4 March 2025", "credit"),
    ("Publié le 4 mars 2024 à 06 h 30", "boilerplate"),
    ("All rights reserved. No part of this article may be reproduced without permission.", "boilerplate"),
    (
        "Inscrivez-vous à notre newsletter pour recevoir chaque matin l'essentiel de l'actualité.",
        "boilerplate",
    ),
    ("Contact presse : presse@phare.example", "boilerplate"),
    ("Advertisement", "boilerplate"),
]


@pytest.mark.parametrize(("line", "kind"), FURNITURE)
def test_furniture_of_unseen_sites(line, kind):
    """Lines of furniture in French, English and Spanish, at the foot of an article."""
    text = f"Le pont a rouvert.\n\nLe maire a salué les équipes.\n\n{line}\n\n© 2024 Le Phare"
    assert kind_of(text, line) == kind


def test_a_sign_off_is_cut_from_its_paragraph():
    """'(APV)' behind the last stop is a credit; an abbreviation inside the sentence is not."""
    text = "La Compagnie du port (CDP) a démenti lundi.\n\nLe trafic a repris mardi. (APV)"
    assert kinds(text)[-1] == ("credit", "(APV)")
    assert kind_of(text, "(CDP)") in {"lead", "body", "headline"}


def test_reasons_are_given():
    """Every part says why: a short rule name, a colon, words."""
    assert all(": " in p.why for p in find_parts(DUMP))
    assert {p.kind for p in find_parts(DUMP)} >= {PartKind.headline, PartKind.promo, PartKind.boilerplate}


ONE_LINE = (
    "Le pont de Brévane a rouvert lundi matin après deux semaines de travaux. Le maire a remercié les équipes du "
    "chantier, qui ont remplacé les câbles du tablier. Une fête aura lieu samedi sur les deux rives."
)
WALLS = [
    "En cliquant sur « Tout accepter », vous consentez à ce que des cookies soient gardés sur votre terminal. "
    "Vous pouvez modifier vos choix à tout moment. Consultez notre politique de confidentialité pour en savoir plus sur nos partenaires.",
    "Copyright 2024 Brevane Post. All rights reserved. No part of this article may be published or "
    "redistributed without permission.",
]


@pytest.mark.parametrize("wall", WALLS)
@pytest.mark.parametrize("order", ["before", "after"])
def test_a_wall_glued_to_the_article_in_one_line(wall, order):
    """A consent wall or licence in the same line as the article is cut off at its first or last sentence."""
    text = f"{wall} {ONE_LINE}" if order == "before" else f"{ONE_LINE} {wall}"
    assert kind_of(text, wall) == "boilerplate"
    assert kind_of(text, ONE_LINE) in {"body", "lead"}


def test_a_long_story_on_cookies_is_not_cut():
    """The same words in a long paragraph of news leave it whole."""
    story = (
        "La commission a condamné lundi la société Lumo. Elle déposait des cookies sans attendre le consentement des "
        "internautes, a dit sa présidente. La société affirme avoir changé sa politique de confidentialité en mai. "
        "Le bouton « Tout refuser » était caché dans une troisième page, selon le rapport. Deux associations avaient "
        "porté plainte il y a quatre ans, et l'audience a duré trois jours devant une salle comble."
    )
    assert kinds(story) == [("body", story)]
