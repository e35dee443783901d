"""What any language pack must hold."""

from __future__ import annotations

from selon.languages import pack

ALWAYS = ("abbreviations", "cues", "quotes", "sources", "stopwords")
"""Tables that every pack needs, light or full."""

KINDS = frozenset({"full", "light"})


def check_pack(code: str) -> None:
    """Raise AssertionError, with words, unless the pack of `code` can be used.

    It says what it is, has the tables that every language needs, and a full pack names its parser.
    """
    about = pack.table(code, "pack")
    assert about.get("code") == code, f"{code}/pack.toml: code is {about.get('code')!r}"
    assert about.get("kind") in KINDS, f"{code}/pack.toml: kind must be one of {sorted(KINDS)}"
    assert about.get("name"), f"{code}/pack.toml: name is missing"
    for concept in ALWAYS:
        assert pack.table(code, concept), f"{code}/{concept}.toml is missing or empty"
    if about["kind"] == "full":
        assert about.get("model"), f"{code}/pack.toml: a full pack names its parser in `model`"
