"""Direction from the texts alone: what one text shows that only the other explains."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.analyse.artefacts import find_artefacts
from selon.link.lineage.lineage import find_lineage
from selon.link.reuse.reuse import find_reuse
from selon.model.lineage import Direction, Level
from tests.link.reuse.test_translation import ENGLISH
from tests.link.texts import DISPATCH, OTHER, SENTENCES, doc

PORTRAIT = (
    "L'ingénieure Solveig Karanec dirige depuis dix ans le bureau des ouvrages avec Ildo Brasque. "
    "Formée à Pontarec, elle a dessiné trois passerelles sur la rivière Ostelle et un quai à Lurmond. "
)
STRETCH = (
    "En avril déjà, selon le registre, Karanec avait demandé une visite complète des câbles porteurs, "
    "après la rupture d'un hauban du quai voisin. "
    "De son côté, Brasque avait promis des crédits pour l'automne, puis renvoyé la décision au conseil. "
    "Aucun des deux courriers n'avait reçu de réponse quand ils ont lâché sous un convoi exceptionnel. "
)
MARKET = (
    "Le marché aux laines de Brindelle a fermé plus tôt que prévu, faute d'acheteurs de Corvane et Halleth. "
    "Les éleveurs du plateau de Sormes ont remporté leurs toisons, a constaté la coopérative de Vireuil. "
    "Une seconde vente aura lieu à Tamerine avant la tonte, avec un prix fixé par le comptoir de Quessoy. "
)


def edges(*docs):
    return find_lineage(docs, find_reuse(docs, {}), {d.id: find_artefacts(d) for d in docs})


def decided(*docs):
    return [(e.derived, e.source, e.level) for e in edges(*docs) if e.direction is Direction.certain]


def test_a_name_that_only_the_other_text_introduces_decides():
    """A text that says 'Karanec' as if she were known took the stretch from the text that introduces her."""
    (edge,) = edges(doc("b", PORTRAIT + STRETCH), doc("a", MARKET + STRETCH))
    assert (edge.derived, edge.source, edge.level) == ("a", "b", Level.idiosyncratic)
    assert any(e.words == "Karanec" and "introduced in b" in e.why for e in edge.evidence)


def test_a_text_that_introduces_its_persons_itself_is_left_open():
    """When both texts introduce her, nothing decides."""
    own = "Solveig Karanec et Ildo Brasque ont répondu au conseil. "
    assert decided(doc("b", PORTRAIT + STRETCH), doc("a", own + MARKET + STRETCH)) == []


def test_a_mark_of_a_cut_decides():
    """'[…]' where the other text has a sentence says which one was cut."""
    cut = " ".join([*SENTENCES[:2], "[…]", *SENTENCES[4:]])
    assert decided(doc("a", cut), doc("b", DISPATCH)) == [("a", "b", Level.idiosyncratic)]


def test_letters_that_only_look_alike_decide():
    """A copy with Cyrillic letters among Latin ones is the altered one."""
    altered = DISPATCH.replace("rupture", "ruptur\u0435").replace("gymnase", "gymn\u0430se")
    assert decided(doc("a", altered), doc("b", DISPATCH)) == [("a", "b", Level.idiosyncratic)]


def test_a_trace_that_one_language_explains_decides_for_a_source_in_it():
    """'Sacharow' in a French text tied to a German one came from there; to an English one it says nothing."""
    named = DISPATCH.replace("a indiqué la maire", "a indiqué la maire Vera Sacharowa")
    english = ENGLISH.replace("the mayor said", "mayor Vera Zakharova said")
    assert decided(doc("a", named), doc("b", english, lang="en")) == []
    calque = ENGLISH.replace("Two empty lorries", "These same sources evoke two empty lorries")
    assert decided(doc("b", calque, lang="en"), doc("c", DISPATCH)) == [("b", "c", Level.idiosyncratic)]


def test_dates_stand_above_what_the_texts_show():
    """The text that is surely older never derives from the newer one, whatever its marks."""
    cut = doc("a", " ".join([*SENTENCES[:2], "[…]", *SENTENCES[4:]]), at="2031-05-01T06:00")
    assert ("a", "b") not in [d[:2] for d in decided(cut, doc("b", DISPATCH, at="2031-05-02T06:00"))]


@settings(max_examples=8, deadline=None)
@given(st.permutations(["a", "b", "c"]), st.permutations([0, 1, 2]))
def test_ids_and_order_change_nothing(names, order):
    """With other ids, in another order, the same texts derive from the same texts."""
    texts = [PORTRAIT + STRETCH, MARKET + STRETCH, OTHER]
    docs = [doc(names[n], texts[n]) for n in order]
    assert decided(*docs) == [(names[1], names[0], Level.idiosyncratic)]


@pytest.mark.parametrize("text", ["Lire la suite sur notre site", "(suite)"])
def test_words_that_a_copy_leaves_at_its_end_decide(text):
    """A beginning that ends with 'lire la suite' was cut from the text that goes on."""
    start = " ".join(SENTENCES[:3])
    assert decided(doc("a", f"{start} {text}"), doc("b", DISPATCH)) == [("a", "b", Level.idiosyncratic)]


def test_a_link_to_the_other_text_is_a_statement():
    """A copy that gives the address of the text it has in common states where it comes from."""
    original = doc("b", DISPATCH, url="https://www.courrier.test/pont-morvagne")
    copy = doc("a", f"{DISPATCH}\nhttps://courrier.test/pont-morvagne?utm_source=lettre")
    assert decided(copy, original) == [("a", "b", Level.stated)]
