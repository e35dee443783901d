"""Sentences as tokens with part of speech and head: spaCy behind one function.

A language without a model has no parser. The parses of the last sentences are kept: copies of a text hold the
same ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import islice
from sys import intern
from typing import TYPE_CHECKING

import msgspec

from selon.languages.pack import table
from selon.nlp.pipelines import load

if TYPE_CHECKING:
    from spacy.tokens import Token

BATCH = 64
ROOM = 1024
"""Sentences of a language whose parses are kept, some 5 MB."""


class Word(msgspec.Struct, frozen=True, gc=False):
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


Words = tuple[Word, ...]


def has_parser(lang: str) -> bool:
    """Tell whether the pack of `lang` names a model."""
    return bool(table(lang, "pack").get("model"))


_model = cache(load)


@cache
def _kept(name: str) -> dict[str, Words]:
    return {}


def forget() -> None:
    """Let go of the parses that are kept, so that what a parse costs can be measured."""
    _kept.cache_clear()


def parse(lang: str, texts: Sequence[str]) -> list[Words]:
    """Return the words of each text, offsets counted in that text, white space left out.

    A text has the same parse whatever stands beside it, so one that was parsed lately is not parsed again.
    Raises ValueError when the language has no parser.
    """
    name = table(lang, "pack").get("model")
    if not name:
        raise ValueError(f"no parser for {lang}")
    kept = _kept(name)
    found = {text: kept.pop(text) for text in dict.fromkeys(texts) if text in kept}
    fresh = [text for text in dict.fromkeys(texts) if text not in found]
    found |= zip(fresh, (_words(list(d)) for d in _model(name).pipe(fresh, batch_size=BATCH)), strict=True)
    kept |= found
    for oldest in list(islice(kept, max(0, len(kept) - ROOM))):
        del kept[oldest]
    return [found[text] for text in texts]


def _words(tokens: list[Token]) -> Words:
    solid = [t for t in tokens if not t.is_space]
    place = {t.i: at for at, t in enumerate(solid)}
    return tuple(_word(t, place) for t in solid)


def _word(token: Token, place: dict[int, int]) -> Word:
    """Strings are shared: a text has few forms and fewer labels."""
    text = token.text
    return Word(
        start=token.idx,
        end=token.idx + len(text),
        low=intern(text.lower().replace("’", "'")),
        pos=intern(token.pos_),
        tag=intern(token.tag_),
        dep=intern(token.dep_),
        head=place.get(token.head.i, place[token.i]),
        morph=intern(str(token.morph)),
    )
