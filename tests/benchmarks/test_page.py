"""The tables of docs/quality.md keep their places when only some are measured again."""

from __future__ import annotations

from page import Table, markdown, renewed


def _table(title: str, value: str, *, deeper: bool = False) -> Table:
    return Table(title, ("set", "F1"), (("one", value),), ("selon reuse",), deeper=deeper)


def test_only_the_tables_measured_again_change() -> None:
    """What was not asked for stands as it stood, in its place."""
    former = markdown([_table("Reuse", ".1"), _table("By kind", ".2", deeper=True), _table("Claims", ".3")])
    made = markdown([_table("By kind", ".9", deeper=True)])
    assert renewed(former, made) == former.replace(".2", ".9")


def test_a_new_table_comes_last() -> None:
    """A table that the page does not have yet is added."""
    former, made = markdown([_table("Reuse", ".1")]), markdown([_table("Same topic", ".2")])
    assert renewed(former, made) == former + "\n" + made


def test_writing_twice_changes_nothing() -> None:
    """The page that was written is found again section by section."""
    page = markdown([_table("Reuse", ".1"), _table("Claims", ".3")])
    assert renewed(f"\n\n{page}\n", page) == page
