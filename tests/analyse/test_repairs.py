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
