"""Questions put to the tables of a corpus in SQL, by DuckDB."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selon.errors import UsageError
from selon.store.shards.files import SUFFIX, Table, arrow, write_bytes
from selon.store.shards.records import COLUMNS

PLACES = {
    "documents": ("read/documents",),
    "statements": ("examine/statements",),
    "quantities": ("examine/quantities",),
    "artefacts": ("examine/artefacts",),
    "rejects": ("read/rejects", "survey/rejects", "examine/rejects"),
    "passages": ("passages/passages",),
    "pairs": ("passages/pairs",),
    "edges": ("lineage/edges",),
    "clusters": ("lineage/clusters",),
    "families": ("lineage/families",),
}
"""The folders that hold each table."""
TAKEN = "survey/taken"
"""Rows of documents whose id an earlier one has."""
SCRIPT = "views.sql"
BATCH = 1000
"""Rows that are held at once."""
_TYPES = {"string": "VARCHAR", "int64": "BIGINT", "float64": "DOUBLE", "binary": "BLOB"}


def write_views(home: Path) -> None:
    """Write the script that makes the tables of a corpus in any DuckDB that is started in its folder."""
    words = "-- The tables of this corpus: cd here, then: duckdb -init views.sql\n"
    write_bytes(home / SCRIPT, (words + "".join(f"{v};\n" for v in _views(home, ""))).encode())


def _views(home: Path, start: str) -> Iterator[str]:
    for name in COLUMNS:
        held = [p for p in PLACES[name] if any((home / p).glob(f"*{SUFFIX}"))]
        yield f"CREATE OR REPLACE VIEW {name} AS {_select(home, name, held, start)}"


def _select(home: Path, name: str, held: list[str], start: str) -> str:
    if not held:
        empty = ", ".join(f"NULL::{_TYPES[kind]} AS {column}" for column, kind in COLUMNS[name].items())
        return f"SELECT {empty} WHERE false"
    paths = ", ".join(_quoted(f"{start}{place}/*{SUFFIX}") for place in held)
    columns = ", ".join(f'd."{column}"' for column in COLUMNS[name])
    if name != "documents" or not any((home / TAKEN).glob(f"*{SUFFIX}")):
        return f"SELECT {columns} FROM read_parquet([{paths}]) d"
    return (
        f"SELECT {columns} FROM read_parquet([{paths}], filename = true, file_row_number = true) d"
        f" ANTI JOIN read_parquet({_quoted(f'{start}{TAKEN}/*{SUFFIX}')}) t"
        " ON parse_filename(d.filename) = t.file AND d.file_row_number = t.row"
    )


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


class Asking:
    """The tables of one corpus, and a choice of its documents."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def choose(self, where: str | None, query: str | None) -> int:
        """Choose the documents for which `where` holds, or whose `id` is in `query`; return how many.

        Raises UsageError with DuckDB's words when it is no such condition or query.
        """
        asked = query if query is not None else f"SELECT id FROM documents WHERE {where or 'true'}"
        try:
            self._connection.execute(
                "CREATE OR REPLACE TEMP TABLE chosen AS SELECT DISTINCT d.id FROM documents d"
                f" SEMI JOIN ({asked.strip().rstrip(';')}) asked ON d.id = asked.id"
            )
        except self._error() as error:
            raise UsageError(f"the choice cannot be asked: {str(error).splitlines()[0]}") from error
        return int(self._connection.execute("SELECT count(*) FROM chosen").fetchall()[0][0])

    def documents(self) -> Iterator[Table]:
        """Yield the chosen documents by id, some rows at a time."""
        asked = "SELECT d.id, d.text, d.record FROM documents d SEMI JOIN chosen c ON d.id = c.id"
        yield from self._rows(f"{asked} ORDER BY d.id")

    def found(self, name: str) -> Iterator[Table]:
        """Yield what was found in the chosen documents, table `name`, in their order."""
        order = "d.doc, d.n" if "n" in COLUMNS[name] else "d.doc, d.id"
        asked = f"SELECT d.doc, d.record FROM {name} d SEMI JOIN chosen c ON d.doc = c.id"
        yield from self._rows(f"{asked} ORDER BY {order}")

    def passages(self) -> Iterator[Table]:
        """Yield the passages that two chosen documents share."""
        asked = "SELECT p.record FROM passages p SEMI JOIN chosen c ON p.a = c.id"
        yield from self._rows(f"{asked} SEMI JOIN chosen o ON p.b = o.id")

    def _rows(self, asked: str) -> Iterator[Table]:
        for batch in self._connection.sql(asked).to_arrow_reader(BATCH):
            yield arrow().Table.from_batches([batch])

    @staticmethod
    def _error() -> Any:
        import duckdb

        return duckdb.Error


@contextmanager
def asking(home: Path) -> Iterator[Asking]:
    """Open the tables of the corpus in `home`; nothing is fetched from anywhere."""
    try:
        import duckdb
    except ImportError as error:
        raise UsageError("a cut needs DuckDB: pip install 'selon[corpus]'") from error
    settings: Any = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
    with duckdb.connect(":memory:", config=settings) as connection:
        for view in _views(home, f"{home}/"):
            connection.execute(view)
        yield Asking(connection)
