"""Sentences as tokens with part of speech and head: spaCy behind one function.

Only the pieces that a caller asks for are read; a language without a model has no parser.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from selon.languages.pack import table

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Token

BATCH = 64


@dataclass(slots=True, frozen=True)
class Word:
    """One token of a parsed text: place, words in lower case, and its grammar.

    `head` is the index of the governing token (its own index for a root); `morph` is the model's feature
    string, `tag` the fine part of speech.
    """

    start: int
    end: int
    low: str
    pos: str
    tag: str
    dep: str
    head: int
    morph: str


def has_parser(lang: str) -> bool:
    """Tell whether the pack of `lang` names a model."""
    return bool(table(lang, "pack").get("model"))


@cache
def _model(name: str) -> Language:
    import spacy

    return spacy.load(name, exclude=["ner", "lemmatizer"])


def parse(lang: str, texts: Sequence[str]) -> Iterator[tuple[Word, ...]]:
    """Yield the words of each text, offsets counted in that text, white space left out.

    Raises ValueError when the language has no parser.
    """
    name = table(lang, "pack").get("model")
    if not name:
        raise ValueError(f"no parser for {lang}")
    for doc in _model(name).pipe(texts, batch_size=BATCH):
        yield _words(list(doc))


def _words(tokens: list[Token]) -> tuple[Word, ...]:
    solid = [t for t in tokens if not t.is_space]
    place = {t.i: at for at, t in enumerate(solid)}
    return tuple(_word(t, place) for t in solid)


def _word(token: Token, place: dict[int, int]) -> Word:
    head = place.get(token.head.i, place[token.i])
    low = token.text.lower().replace("’", "'")
    return Word(
        start=token.idx,
        end=token.idx + len(token.text),
        low=low,
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        head=head,
        morph=str(token.morph),
    )
