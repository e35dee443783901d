"""Folded text that maps every offset back to the text it was derived from."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from selon.model.span import Span

_PLAIN = {
    **dict.fromkeys("’‘‛ʼ′`´", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u202f\u2007\u2009\u200a\u3000\t\n\r\v\f", " "),
    "…": "...",
    "\u00ad": "",
    "\u200b": "",
    "\u200c": "",
    "\u200d": "",
    "\ufeff": "",
    "œ": "oe",
    "Œ": "oe",
    "æ": "ae",
    "Æ": "ae",
    "ß": "ss",
    "ø": "o",
    "Ø": "o",
    "ł": "l",
    "Ł": "l",
    "đ": "d",
    "Đ": "d",
}


class _Folds(dict[int, str]):
    """What each code point is folded to, in the form of str.translate; made when it is first met."""

    def __missing__(self, point: int) -> str:
        made = self[point] = _fold_char(chr(point))
        if len(made) != 1:
            _uneven.add(chr(point))
        return made


_uneven: set[str] = set()
"""Signs met so far that are folded to none or to several."""


@dataclass(frozen=True, slots=True)
class Derived:
    """A text made from another, one code point at a time.

    `starts[i]` is the offset in the original of the code point that gave `text[i]`.
    """

    text: str
    starts: Sequence[int]

    def back(self, start: int, end: int) -> Span:
        """Return the span of the original that gave `text[start:end]` (not empty)."""
        return Span(self.starts[start], self.starts[end - 1] + 1)


def derive(text: str, rule: Callable[[str], str]) -> Derived:
    """Return `text` with every code point replaced by `rule(code point)`, offsets kept."""
    made = {char: rule(char) for char in set(text)}
    derived = "".join(map(made.__getitem__, text))
    longer = {char: len(given) for char, given in made.items() if len(given) != 1}
    if not longer:
        return Derived(derived, range(len(text)))
    return Derived(derived, [at for at, char in enumerate(text) for _ in range(longer.get(char, 1))])


def fold_char(char: str) -> str:
    """Return one code point in plain lower case without accents; marks and joiners vanish."""
    return _folds[ord(char)]


def _fold_char(char: str) -> str:
    if char in _PLAIN:
        return _PLAIN[char]
    decomposed = unicodedata.normalize("NFKD", char.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def fold(text: str) -> str:
    """Return `text` in lower case, accents off, typographic quotes, dashes and spaces made plain."""
    if text.isascii():
        return text.lower().translate(_ASCII_SPACE)
    return text.translate(_folds)


_folds = _Folds()
_ASCII_SPACE = str.maketrans("\t\n\r\v\f", "     ")


def folded(text: str) -> Derived:
    """Return `fold(text)` with the way back to the original offsets."""
    plain = fold(text)
    if text.isascii() or _uneven.isdisjoint(text):
        return Derived(plain, range(len(text)))
    return derive(text, fold_char)
