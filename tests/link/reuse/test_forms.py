"""Lists and forms: who fills in the same fields copies nobody, who copies a list does."""

from __future__ import annotations

from selon.link.reuse.reuse import find_reuse
from selon.model.passage import ReuseKind
from tests.link.texts import DISPATCH, OTHER, doc

FORM = (
    "{intro}\n"
    "Population urbaine :\n{a} habitants ({b} femmes ; {c} hommes)\n"
    "Taux de croissance annuel :\n{d} % (estimation)\n"
    "Réseau de voies ferrées :\n{e} km, dont {f} km à écartement étroit (2029)\n"
    "Ressources du sous-sol :\n{g}\n"
    "Part des terres irriguées dans la surface cultivée :\n{h} %\n"
)
FIELDS = (
    {"intro": OTHER, "a": "41 200", "b": "21 300", "c": "19 900", "d": "1,2", "e": "312", "f": "40"},
    {"a": "903 411", "b": "460 120", "c": "443 291", "d": "0,4", "e": "1 775", "f": "601"},
)
LIST = (
    "Bains publics et lavoirs\n\nLavoir de la Treille\nBains d'Ormeval\n\nFontaines à débit continu\n"
    "Fontaine aux Merles\nFontaine du Grand Séchoir\n\nPuits couverts\nPuits de Corvelle\n"
    "Puits des Tanneurs\nPuits à roue de Brindelle"
)
SENTENCE = (
    "dont la passerelle relie depuis la crue de 2019 les vergers de la rive haute aux anciens moulins à tan, "
    "rachetés un par un par une société d'Ormeval"
)


def test_two_texts_that_fill_in_the_same_form_share_the_form():
    """Two country sheets with the same field names and other values are no copies."""
    one = FORM.format(**FIELDS[0], g="tourbe ; grès ; sel gemme", h="14")
    other = FORM.format(**FIELDS[1], intro=DISPATCH, g="fer ; houille", h="3,5")
    assert find_reuse([doc("a", one), doc("b", other)], {}) == ()


def test_a_copied_list_is_a_copy():
    """A text that is nothing but short lines says what its lines say."""
    other = LIST.replace("Puits des Tanneurs", "Puits des Teinturiers")
    (found,) = find_reuse([doc("a", LIST), doc("b", other)], {})
    assert found.kind is ReuseKind.edited
    assert len(found.a_span) == len(LIST)


def test_what_is_taken_over_inside_sentences_that_go_on_otherwise_is_found():
    """A long clause copied word for word is a passage, with its exact place, though its sentence is new."""
    one = f"{OTHER} Le hameau de Talvène, {SENTENCE}, a voté contre le péage proposé par le conseil cantonal."
    other = (
        "Pour le randonneur pressé qui descend du col avec la pluie et cherche une auberge encore ouverte en "
        f"fin de saison, mieux vaut viser Talvène, {SENTENCE}, que la station du lac, trop chère, trop "
        "bruyante et mal desservie par des cars qui ne partent qu'une fois remplis de skieurs."
    )
    (found,) = find_reuse([doc("a", one), doc("b", other)], {})
    assert found.a_span.of(one).endswith(SENTENCE)
    assert found.kind is not ReuseKind.reworded


def test_a_pair_of_years_is_no_telephone_number():
    """A sentence with the years of a life or a war is a report, and its copy a copy."""
    told = "Ondin Marchelet (1867-1953), tonnelier à Corvelle, a tenu le registre pendant quarante ans."
    (found,) = find_reuse([doc("a", told), doc("b", told.replace("quarante", "trente"))], {})
    assert found.kind is ReuseKind.edited


def test_the_same_enumeration_is_no_copy():
    """Two reporters who list the same villages, each in a sentence of their own, copied nobody."""
    names = "Morvagne, Talvène, Corvelle, Brindelle, Ormeval, Ostelle, Port-Lanvic, Sarlune et Vaudreil"
    one = f"{OTHER} La fibre arrivera avant l'été dans ces communes : {names}. Le préfet s'en est félicité."
    other = f"{DISPATCH} Les écoles fermées lundi pour cause de neige sont celles de {names}. Un car manque."
    assert find_reuse([doc("a", one), doc("b", other)], {}) == ()
    arabic = "مجدي، دينا فؤاد، محمد عز، أشرف زكي، محمود حجازي، رندة بحيري، هاجر أحمد، إيهاب فهمي، محسن منصور"
    pages = [f"{arabic} في المسرح الكبير مساء الجمعة القادم", f"يشارك في الفيلم الجديد الممثلون {arabic}"]
    filler = ["افتتح سوق الصوف في القرية صباح اليوم. ", "أغلقت المدارس بسبب الثلوج والرياح. "]
    texts = [f"{f * 3}{p}. {f * 3}" for p, f in zip(pages, filler, strict=True)]
    docs = [doc(str(n), text, lang="ar") for n, text in enumerate(texts)]
    assert find_reuse(docs, {}) == ()


def test_a_formula_that_fits_any_case_is_no_copy():
    """One short sentence in common that names somebody on one side only says nothing of the texts."""
    one = f"{OTHER} L'enquête judiciaire sur l'affaire Ondin Marchelet est toujours en cours."
    other = f"{DISPATCH} L'enquête judiciaire sur cette affaire est encore en cours."
    assert find_reuse([doc("a", one), doc("b", other)], {}) == ()
