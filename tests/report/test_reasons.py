"""Reasons of the stages in the words of the interface."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import selon
from selon.report.questions import reasons
from selon.report.wording import words

INGEST = Path(selon.__file__).parent / "ingest"
OF_FILES = {"aliases.py"}
"""Rooms of ingest whose reasons no page shows."""


def _raised() -> list[str]:
    """Every reason that a reader of files or addresses may give, with 7 in place of what it fills in."""
    found = []
    for path in sorted(INGEST.rglob("*.py")):
        if path.name in OF_FILES:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "RecordError":
                found += [
                    _filled(arg) for arg in node.args[1:2] if isinstance(arg, ast.Constant | ast.JoinedStr)
                ]
    return found


def _filled(arg: ast.expr) -> str:
    if isinstance(arg, ast.Constant):
        return str(arg.value)
    assert isinstance(arg, ast.JoinedStr)
    return "".join(str(v.value) if isinstance(v, ast.Constant) else "7" for v in arg.values)


def test_every_reason_to_set_a_record_aside_has_words():
    """Whatever a reader refuses, a French page says why in French."""
    raised = _raised()
    assert len(raised) > 20
    assert not [why for why in raised if reasons.matched("reject", why) is None]


@pytest.mark.parametrize(
    ("kind", "why", "said"),
    [
        (
            "reject",
            "line 7: not a JSON object but a list",
            "ligne 7\u00a0: ce n’est pas un objet JSON (a list)",
        ),
        ("reject", "something new", "something new"),
        ("merge", "speaks by office: “la préfète”", "parle ès qualités\u00a0: «\u202fla préfète\u202f»"),
        ("part", "promo: begins with “lire aussi”", "renvoi à d’autres pages"),
        ("basis", "meta article:published_time", "l’en-tête de la page"),
    ],
)
def test_a_reason_is_said_in_the_words_of_the_reader(kind, why, said):
    """Known reasons are put into words with what they name; an unknown one stands as it is."""
    assert reasons.spoken(kind, why, words("fr")) == said


def test_a_phrase_takes_what_its_reason_gives():
    """The named groups of a pattern are the values of its phrase, in both languages."""
    for rows in reasons._table().values():
        for key, pattern in rows.items():
            for lang in ("fr", "en"):
                wanted = set(re.findall(r"{(\w+)}", words(lang)._phrases[key]))
                assert wanted <= set(pattern.groupindex), key
