"""Names from the Cyrillic alphabet as each language spells them, by rules and not by lists of spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from selon.languages import pack
from selon.model.span import Span

_NAME = re.compile(r"(?<![\w.@/-])[^\W\d_]{4,}(?![\w-])(?!\.\w)")
_FEMININE = {"в": "а", "н": "а"}
_ADJECTIVE = "ий"


def foreign_names(text: str, lang: str) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Yield the names that other languages than `lang` spell so, with these languages.

    A name is a capitalised word that the letter rules of a language make of a common Cyrillic name; one that
    the rules of `lang` itself give, or that no rule gives, is no trace.
    """
    own = _spelled(lang)
    if own is None:
        return
    for found in _NAME.finditer(text):
        word = found.group().lower()
        if found.group()[0].isupper() and not own.fullmatch(word):
            suggests = tuple(code for code in _languages() if code != lang and _gives(code, word))
            if suggests:
                yield Span(*found.span()), suggests


def _gives(lang: str, word: str) -> bool:
    pattern = _spelled(lang)
    return pattern is not None and pattern.fullmatch(word) is not None


@cache
def _languages() -> tuple[str, ...]:
    return tuple(code for code, table in pack.everywhere("artefacts").items() if table.get("letters"))


@cache
def _spelled(lang: str) -> re.Pattern[str] | None:
    """Return a pattern of all spellings of the known names in a language, None where it has no rules."""
    letters = pack.table(lang, "artefacts").get("letters")
    if not letters:
        return None
    return re.compile("|".join(_form(name, letters) for name in _cyrillic()))


def _form(name: str, letters: Mapping[str, list[str]]) -> str:
    """Return the pattern of one name in lower case; a final -ий may be one letter, as in all usages."""
    ending = "(?:i|y|iy|ij|ii|yi|yj)" if name.endswith(_ADJECTIVE) else ""
    stem = name.removesuffix(_ADJECTIVE) if ending else name
    return "".join(_either(letters[c]) for c in stem) + ending


def _either(spellings: list[str]) -> str:
    return spellings[0] if len(spellings) == 1 else f"(?:{'|'.join(map(re.escape, spellings))})"


@cache
def _cyrillic() -> tuple[str, ...]:
    tables = pack.everywhere("artefacts").values()
    names = [name.lower() for table in tables for name in table.get("names", ())]
    return tuple(sorted({*names, *(n + _FEMININE[n[-1]] for n in names if n[-1] in _FEMININE)}))
