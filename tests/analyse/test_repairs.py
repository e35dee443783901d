"""Slips of the parser are mended where the words around leave one reading."""

import pytest

from selon.analyse.repairs import repaired
from selon.nlp.parser import Word, parse


def word(low, pos, morph=""):
    return Word(0, 1, low, pos, pos, "dep", 0, morph)


def test_a_participle_between_preposition_and_article_is_a_noun():
    """ "selon l'exploitant" names somebody; "en l'exploitant" does not."""
    phrase = [word("selon", "ADP"), word("l'", "DET"), word("exploitant", "VERB", "VerbForm=Part")]
    assert repaired(phrase, "fr")[2].pos == "NOUN"
    phrase[0] = word("en", "ADP")
    assert repaired(phrase, "fr")[2].pos == "VERB"


def test_a_present_inverted_after_a_quotation_is_finite():
    """ "« … », écrit la Compagnie" has a verb; "un livre, écrit par X" keeps its participle."""
    after = [
        word("»", "PUNCT"),
        word(",", "PUNCT"),
        word("écrit", "VERB", "VerbForm=Part"),
        word("la", "DET"),
    ]
    assert "VerbForm=Fin" in repaired(after, "fr")[2].morph
    plain = [
        word("livre", "NOUN"),
        word(",", "PUNCT"),
        word("écrit", "VERB", "VerbForm=Part"),
        word("par", "ADP"),
    ]
    assert repaired(plain, "fr")[2] == plain[2]


def test_a_name_before_the_last_verb_is_its_subject():
    """ "…, La Gaceta de Solvera reports." gets a subject, whatever the parse made of the name."""
    (words,) = parse("en", ["The depot was to be sold to Ostrey Holdings, La Gaceta de Solvera reports."])
    made = repaired(words, "en")
    verb = next(n for n, w in enumerate(made) if w.low == "reports")
    assert [w.low for w in made if w.head == verb and w.dep == "nsubj"] == ["solvera"]


@pytest.mark.parametrize("lang", ["es", "xx"])
def test_a_language_without_rules_is_left_alone(lang):
    """No table, no change."""
    phrase = (word("selon", "ADP"), word("l'", "DET"), word("exploitant", "VERB", "VerbForm=Part"))
    assert repaired(phrase, lang) == phrase


def test_places_never_move():
    """Mending changes grammar, never offsets or the number of words."""
    (words,) = parse(
        "fr", ["Le site est vide, selon l'exploitant, et « rien ne brûle », écrit la direction."]
    )
    made = repaired(words, "fr")
    assert [(w.start, w.end, w.low) for w in made] == [(w.start, w.end, w.low) for w in words]


@pytest.mark.parametrize(
    ("text", "subject", "governed"),
    [
        ("Le maire dément avoir vendu le bac.", "maire", ("vendu", "xcomp")),
        ("La ministre dément que le bac ait été vendu.", "ministre", ("vendu", "ccomp")),
        ("Le ministère de la Mer dément formellement ces accusations.", "ministère", ("accusations", "obj")),
        ("La préfecture, elle, dément avoir tiré.", "préfecture", ("tiré", "xcomp")),
        ("Selon Aubin Trellec, Ivo Lind dément avoir vendu le bac.", "ivo", ("vendu", "xcomp")),
    ],
)
def test_a_verb_that_is_never_taken_for_one_heads_its_clause(text, subject, governed):
    """ "Dément" has its subject, in front of an aside too, and what it governs."""
    (words,) = parse("fr", [text])
    made = repaired(words, "fr")
    verb = next(n for n, w in enumerate(made) if w.low == "dément")
    assert made[verb].pos == "VERB"
    assert [w.low for w in made if w.head == verb and w.dep == "nsubj"] == [subject]
    assert governed in [(w.low, w.dep) for w in made if w.head == verb]


@pytest.mark.parametrize("text", ["C'est un scénario dément.", "Son succès ne se dément pas."])
def test_what_is_no_denial_is_left_alone(text):
    """A mad scenario denies nothing, nor does a success that goes on."""
    (words,) = parse("fr", [text])
    assert repaired(words, "fr") == words
