"""Any text is read: no crash, every span inside the text and in order, time and memory in bounds."""

from __future__ import annotations

import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.analyse.quantities import find_quantities
from selon.analyse.quotes import find_quotes
from selon.analyse.statements import find_statements
from selon.model.document import Document
from selon.model.span import check_spans
from selon.nlp.parser import forget

PARSED, LIGHT = ("fr", "en"), ("es", "de", "ru", "sv")
ODD = [
    *("\x00", "\u2028", "\u2029", "\x85", "\x0b", "\u200b", "\ufeff", "\u00ad", "\u202e", "\u2066"),
    *("e\u0301", "\u0301\u0301", "👩‍🚒", "🇫🇷", "😀", "שלום ", "قال المتحدث ", "\ud7ff", "\U0010ffff"),
    *("ß", "İ", "ŉ", "ﬁ", "１２", "½", "3½", "٣", "²"),
]
MARKS = [*"\"«»“”„‘’'‹›()\n", "« ", " »", "''", "\n\n", "\n— ", "\n> "]
WORDS = [
    "La maire Ana Sol ",
    "a déclaré ",
    "dit-il ",
    "selon ",
    "d’après ",
    "que ",
    "qu’",
    "aurait été ",
    "accuse ",
    "de ",
    "l’appel ",
    "citant ",
    "the mayor ",
    "said ",
    "according to ",
    "he ",
    "that ",
    "12 ",
    "3,5 % ",
    "deux cents ",
    "au moins ",
    ", ",
    ". ",
    " : ",
    "! ",
    "? ",
    "… ",
    " – ",
    "el alcalde dijo que ",
    "según ",
    "sagte er ",
    "laut ",
    "сказал он ",
    "по словам ",
]
texts = st.lists(
    st.one_of(st.sampled_from(ODD), st.sampled_from(MARKS), st.sampled_from(WORDS), st.text(max_size=6)),
    max_size=40,
).map("".join)


def check(text: str, lang: str) -> None:
    doc = Document(id="d", text=text, lang=lang)
    found = find_statements(doc, beliefs=True)
    for s in found:
        for spans in (s.content, s.source, s.cue, s.hedges):
            check_spans(spans, len(text))
        assert s.content
    assert [s.content for s in found] == sorted(s.content for s in found)
    assert len({s.id for s in found}) == len(found)
    ids = {s.id for s in found}
    assert all(s.parent is None or (s.parent in ids and s.parent != s.id) for s in found)


@settings(max_examples=120)
@given(texts, st.sampled_from(PARSED))
def test_a_parsed_language_reads_any_text(text, lang):
    """Odd marks, scripts, joiners and controls never crash a pack with a parser, and every span is right."""
    check(text, lang)


@settings(max_examples=200)
@given(texts, st.sampled_from(LIGHT))
def test_a_light_language_reads_any_text(text, lang):
    """The same holds for packs without a parser and for a language without a pack."""
    check(text, lang)


@settings(max_examples=300)
@given(texts, st.sampled_from([*PARSED, *LIGHT]))
def test_quotations_nest_and_figures_are_in_order(text, lang):
    """Quotations lie one inside the other or apart; figures are in order, no two of one place."""
    quotes = find_quotes(text, lang)
    for quote in quotes:
        check_spans((quote.span,), len(text))
        assert quote.span.holds(quote.inner)
    for one, other in zip(quotes, quotes[1:], strict=False):
        assert other.span.start >= one.span.end or one.span.holds(other.span)
    places = [q.span for q in find_quantities(Document(id="d", text=text, lang=lang))]
    assert places == sorted(set(places), key=lambda s: s.start) and all(s.end <= len(text) for s in places)


SENTENCE = "La maire de Tremel a déclaré que le bac {} serait « réparé avant l’été », selon un communiqué. "
ENDLESS = "la maire a dit que le bac est perdu et le passeur répond que {} barques "


TRIES = 3
"""A busy machine may make one try slow, not all."""


def spent(text: str, lang: str) -> float:
    forget()
    start = time.process_time()
    check(text, lang)
    return time.process_time() - start


@pytest.mark.slow
@pytest.mark.parametrize(
    "make",
    [
        lambda n: "".join(SENTENCE.format(k) for k in range(n)),
        lambda n: "".join(ENDLESS.format(k) for k in range(n)),
        lambda n: '"' * (n * 40),
        lambda n: "« " * (n * 20),
        lambda n: "« Un début.\n" * (n * 4),
        lambda n: ("« Oui " + "😀 " * 9) * n,
        lambda n: "(" * (n * 40),
        lambda n: "12 " * (n * 15),
        lambda n: "\u0301" * (n * 60),
        lambda n: "a, " * (n * 15),
        lambda n: "qu’" * (n * 15),
        lambda n: ": " * (n * 20),
        lambda n: "\n— Oui, dit-il.\n" * (n * 4),
        lambda n: "\n> Oui.\n" * (n * 4),
    ],
)  # fmt: skip
def test_time_grows_with_the_text(make):
    """Twice the text costs about twice the time, whatever it is made of."""
    check(make(2), "fr")
    most = 3 * spent(make(80), "fr") + 0.2
    tries = (spent(make(160), "fr") for _ in range(TRIES))
    assert any(taken < most for taken in tries), most


def allocated(text: str) -> int:
    """The most bytes that Python and numpy hold at once while a text is read."""
    forget()
    tracemalloc.start()
    check(text, "fr")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


@pytest.mark.slow
def test_memory_grows_slowly():
    """At the rate at which memory grows with the text, 100,000 words stay under half a gigabyte."""
    short, long = ("".join(SENTENCE.format(k) for k in range(n)) for n in (60, 240))
    check(short, "fr")
    growth = (allocated(long) - allocated(short)) / (len(long.split()) - len(short.split()))
    assert growth * 100_000 < 500 * 1024 * 1024


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The line lost. “Now all that has changed.”End QuoteDr Ada PellworthHarbour Board. She left.", "en"),
        ("Le quai est fermé. « Tout a changé. »Aline Corbaz l'a dit.À la mairie, on se tait.", "fr"),
        ("“Gone.”“Gone.”The pier is shut.”", "en"),
    ],
)
def test_sentences_that_lost_the_space_between_them_are_read(text, lang):
    """A sentence that ends where the next one begins, with a mark between them, breaks nothing."""
    for found in find_statements(Document("d", text, lang)):
        check_spans(found.content)
        assert found.content[-1].end <= len(text)
