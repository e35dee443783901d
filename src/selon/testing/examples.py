"""The gold examples of a language pack: what its statements must be, to the character."""

from __future__ import annotations

import msgspec

from selon.analyse.statements import find_statements
from selon.errors import RecordError
from selon.languages import pack
from selon.model.document import Document
from selon.model.span import words_of
from selon.model.statement import Statement


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A statement in words: spans of one field are joined by a space; `source` may be empty."""

    content: str
    source: str = ""
    cue: str = ""
    form: str = "indirect"
    stance: str = "asserts"
    kind: str = "named_person"
    hedged: bool = False
    holder: str | None = None
    """Looked at only when given."""
    above: str | None = None
    """Source of the statement inside which this one is reported; looked at only when given."""


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text, the form that it shows, and all its statements. `fails` says why it is not read yet."""

    shows: str
    text: str
    statements: tuple[Expected, ...] = ()
    beliefs: bool = False
    fails: str | None = None


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    example: tuple[Example, ...] = ()


def examples(code: str) -> tuple[Example, ...]:
    """Return the gold examples of a pack, in their order; raises RecordError when the table is malformed."""
    try:
        return msgspec.convert(pack.table(code, "examples"), _Table).example
    except msgspec.ValidationError as error:
        raise RecordError(f"{code}/examples.toml", str(error)) from error


def check_example(code: str, example: Example) -> None:
    """Raise AssertionError, with words, unless the text has the expected statements and no others."""
    doc = Document(id="example", text=example.text, lang=code)
    found = find_statements(doc, example.beliefs)
    left = list(example.statements)
    for statement in found:
        match = next((e for e in left if _same(doc, statement, found, e)), None)
        assert match is not None, f"{example.shows}: unexpected {_shown(doc, statement)}, of {left}"
        left.remove(match)
    assert not left, f"{example.shows}: missing {left}"


def _same(doc: Document, made: Statement, found: tuple[Statement, ...], wanted: Expected) -> bool:
    if wanted.holder is not None and made.holder != wanted.holder:
        return False
    if wanted.above is not None:
        up = next((s for s in found if s.id == made.parent), None)
        if up is None or words_of(doc.text, up.source) != wanted.above:
            return False
    return _shown(doc, made) == msgspec.structs.replace(wanted, holder=None, above=None)


def _shown(doc: Document, made: Statement) -> Expected:
    content, source, cue = (words_of(doc.text, spans) for spans in (made.content, made.source, made.cue))
    return Expected(
        content, source, cue, made.form.value, made.stance.value, made.source_kind.value, made.hedged
    )
