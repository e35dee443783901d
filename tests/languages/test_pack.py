"""Packs as data: words with endings, and what kind of reading a language gets."""

from __future__ import annotations

import pytest

from selon.languages import pack


def test_a_stem_stands_for_its_inflected_forms() -> None:
    """`stem/key` is written out with every ending of that key; what is no stem stays as it is."""
    words = {word for block in pack.table("es", "cues")["forms"] for word in block["words"]}
    assert {"declaró", "declaraban", "dijo"} <= words
    assert not any("/" in word for word in words)


@pytest.mark.parametrize(("lang", "kind"), [("fr", "full"), ("ru", "light"), ("de", "light"), ("pt", "none")])
def test_every_language_has_a_kind(lang: str, kind: str) -> None:
    """Full, light or none: what no pack knows says so."""
    assert pack.kind(lang) == kind


@pytest.mark.parametrize("lang", ["pl", "tr"])
def test_words_of_page_furniture_need_no_pack(lang: str) -> None:
    """A language without a pack is read as before, and its pages' notices are known."""
    assert pack.kind(lang) == "none" and lang not in pack.codes()
    assert pack.everywhere("furniture")[lang]["consent"]["strong"]
