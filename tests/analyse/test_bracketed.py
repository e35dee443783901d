"""A source in brackets is a source, in every language of the packs."""

import pytest

from selon.analyse.statements import find_statements
from selon.model.document import Document
from selon.model.span import words_of

BILAN = "Le feu est éteint. Le bilan est de douze blessés (source : secours de l'Orvanche)."
QUAI = "Le quai est fermé ; douze personnes sont blessées (Source : SIO)."
CASES = [
    ("fr", BILAN, "Le bilan est de douze blessés", "secours de l'Orvanche"),
    ("fr", QUAI, "douze personnes sont blessées", "SIO"),
    ("en", "Twelve were hurt (source: the fire service).", "Twelve were hurt", "the fire service"),
    ("es", "Hay doce heridos (fuente: los bomberos).", "Hay doce heridos", "los bomberos"),
]


@pytest.mark.parametrize(("lang", "text", "content", "source"), CASES)
def test_a_bracketed_source_is_read(lang, text, content, source):
    """Content is the sentence or the clause after a semicolon; source is what the bracket names."""
    found = [
        (words_of(text, s.content), words_of(text, s.source))
        for s in find_statements(Document(id="d", text=text, lang=lang))
    ]
    assert (content, source) in found


def test_other_brackets_are_no_sources():
    """A bracket without the label, or a label without a name, attributes nothing."""
    text = "Le Service d'incendie (SIO) a agi. La source (claire) coule (source : )."
    assert find_statements(Document(id="d", text=text, lang="fr")) == ()
