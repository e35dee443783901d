"""A sentence is parsed once, and alike in any company."""

from __future__ import annotations

import pytest

from selon.nlp import parser

SENTENCES = [f"Le maire de Brindelle a dit à {n} dockers que le quai {n} fermerait." for n in range(2, 9)]


@pytest.fixture(autouse=True)
def forgotten():
    """No parse is known before or after a test."""
    parser.forget()
    yield
    parser.forget()


def test_a_sentence_is_parsed_alike_alone_and_among_others():
    """Words of each are those that it has by itself: a copy in another text may take them."""
    together = parser.parse("fr", SENTENCES)
    for sentence, words in zip(SENTENCES, together, strict=True):
        parser.forget()
        assert parser.parse("fr", [sentence]) == [words]


def test_what_was_parsed_lately_is_not_parsed_again(monkeypatch):
    """Only sentences not seen are given to the model, each once; answers come in the order of the texts."""
    seen: list[str] = []
    model = parser._model

    class Spy:
        def pipe(self, texts, batch_size):
            seen.extend(texts)
            return model("fr_core_news_md").pipe(texts, batch_size=batch_size)

    monkeypatch.setattr(parser, "_model", lambda name: Spy())
    a, b, c = SENTENCES[:3]
    first = parser.parse("fr", [a, b, a])
    again = parser.parse("fr", [c, b, a])
    assert seen == [a, b, c]
    assert first == [again[2], again[1], again[2]]


def test_no_more_is_kept_than_there_is_room_for(monkeypatch):
    """The sentences that were asked for last stay."""
    monkeypatch.setattr(parser, "ROOM", 2)
    parser.parse("fr", SENTENCES[:3])
    parser.parse("fr", SENTENCES[1:2])
    parser.parse("fr", SENTENCES[3:4])
    assert list(parser._kept("fr_core_news_md")) == [SENTENCES[1], SENTENCES[3]]


def test_a_language_without_a_model_has_no_parser():
    """Asking for one is an error of the caller."""
    assert not parser.has_parser("de")
    with pytest.raises(ValueError, match="no parser for de"):
        parser.parse("de", ["Ja."])
