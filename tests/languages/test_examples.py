"""Every pack reads its own gold examples, to the character."""

from __future__ import annotations

import msgspec
import pytest

from selon.errors import RecordError
from selon.languages import pack
from selon.testing.examples import Example, Expected, check_example, examples


def cases() -> list[object]:
    """One case an example; one that fails must fail, and says why."""
    out = []
    for code in pack.codes():
        for number, example in enumerate(examples(code), 1):
            marks = [pytest.mark.xfail(reason=example.fails, strict=True)] if example.fails else []
            out.append(pytest.param(code, example, id=f"{code}-{number:02} {example.shows}", marks=marks))
    return out


@pytest.mark.parametrize(("code", "example"), cases())
def test_a_pack_reads_its_own_examples(code: str, example: Example) -> None:
    """The text of each example has the statements that stand beside it, and no others."""
    check_example(code, example)


def test_a_wrong_word_in_an_example_is_found() -> None:
    """The suite can fail: another source, a missing statement and one too many are all noticed."""
    right = next(e for e in examples("fr") if len(e.statements) == 1 and e.statements[0].source)
    said = right.statements[0]
    wrong = [
        (msgspec.structs.replace(said, source="quelqu'un d'autre"),),
        (said, Expected(content="rien")),
        (),
    ]
    for statements in wrong:
        with pytest.raises(AssertionError):
            check_example("fr", msgspec.structs.replace(right, statements=statements))


def test_an_unknown_field_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A misspelt field of an example is not passed over."""
    monkeypatch.setattr(pack, "table", lambda code, concept: {"example": [{"shows": "x", "txt": "y"}]})
    with pytest.raises(RecordError):
        examples("fr")
