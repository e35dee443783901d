"""Which documents were read without a parser, so that every output can say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from selon.languages.pack import FULL, kind


class Partly(NamedTuple):
    """Documents of one language that no parser read: `kind` is `light` or `none`."""

    lang: str
    kind: str
    documents: int


def partly_read(langs: Iterable[str]) -> tuple[Partly, ...]:
    """Return the languages of documents without a full pack, by code; `langs` has one entry a document."""
    found = Counter(lang for lang in langs if kind(lang) != FULL)
    return tuple(Partly(lang, kind(lang), found[lang]) for lang in sorted(found))
