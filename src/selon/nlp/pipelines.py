"""A model of spaCy with the pieces that are used, loaded without what takes longest and is asked for least.

The French model knows its compound words by one pattern of a million characters, in which two classes of all
letters stand some 480 times: to compile it takes twice as long as to load the rest. Here it is compiled with
short classes, and as it stands only for a word whose letters these do not tell apart. spaCy's own class of
the language compiles it on import, so the class for any language is asked to read the model's files.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from spacy.language import Language

UNUSED = ["ner", "lemmatizer"]
_JOINS = "-–—‐‑'’"
"""What joins the parts of a word, as spaCy lists it: first a hyphen, so that it stands for itself."""
_NO_LETTERS = r"0-9_!-&(-,./:-@\[-`{-~«»“”„…"
"""What else stands in words often and is no letter."""


def load(name: str) -> Language:
    """Return a pipeline of tokens, parts of speech and heads; it reads every text as `spacy.load` would."""
    import spacy

    nlp = spacy.load(name, exclude=[*UNUSED, "tokenizer"], config={"nlp": {"lang": "xx"}})
    written = (nlp.path / "tokenizer").read_bytes()
    nlp.tokenizer.from_bytes(written, exclude=["vocab", "token_match"])
    if pattern := msgspec.msgpack.decode(written).get("token_match"):
        nlp.tokenizer.token_match = Compounds(pattern)
    return nlp


class Compounds:
    """Tells whether a word matches a pattern over all letters, whose classes may only say what it holds."""

    def __init__(self, pattern: str) -> None:
        from spacy.lang.char_classes import ALPHA, ALPHA_LOWER

        self._pattern = pattern
        short = pattern
        for letters in (ALPHA, ALPHA_LOWER):
            short = short.replace(f"[{letters}]", f"[^{_JOINS}{_NO_LETTERS}]")
        self._short = re.compile(short.replace(f"[-–—‐‑{ALPHA_LOWER}'’]", f"[^{_NO_LETTERS}]"))
        self._plain = re.compile(f"(?i)[{_JOINS}{ALPHA_LOWER}]+")

    def __call__(self, word: str) -> re.Match[str] | None:
        """Return the match, if any.

        The short pattern matches whatever the whole one does; on words of letters and joins alone they agree.
        """
        found = self._short.match(word)
        return self._whole.match(word) if found and not self._plain.fullmatch(word) else found

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return re.compile(self._pattern)
