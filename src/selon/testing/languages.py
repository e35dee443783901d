"""What any language pack must hold."""

from __future__ import annotations

from selon.languages import pack
from selon.testing.examples import examples

ALWAYS = ("abbreviations", "cues", "quotes", "sources", "stopwords")
"""Tables that every pack needs, light or full."""

KINDS = frozenset({pack.FULL, pack.LIGHT})
FEWEST_EXAMPLES = 15
"""A pack proves itself by at least this many gold examples."""


def check_pack(code: str) -> None:
    """Raise AssertionError, with words, unless the pack of `code` can be used.

    It says what it is, has the tables that every language needs and gold examples; a full pack names its
    parser, a light one has its rules. Each example is checked by `selon.testing.examples.check_example`.
    """
    about = pack.table(code, "pack")
    assert about.get("code") == code, f"{code}/pack.toml: code is {about.get('code')!r}"
    assert about.get("kind") in KINDS, f"{code}/pack.toml: kind must be one of {sorted(KINDS)}"
    assert about.get("name"), f"{code}/pack.toml: name is missing"
    for concept in ALWAYS:
        assert pack.table(code, concept), f"{code}/{concept}.toml is missing or empty"
    if about["kind"] == pack.FULL:
        assert about.get("model"), f"{code}/pack.toml: a full pack names its parser in `model`"
    else:
        assert pack.table(code, "light"), f"{code}/light.toml is missing: what the light reader needs"
    held = len(examples(code))
    assert held >= FEWEST_EXAMPLES, f"{code}/examples.toml: {held} examples, {FEWEST_EXAMPLES} are needed"
