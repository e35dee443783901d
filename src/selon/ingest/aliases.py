"""Names of actors given by the user: TOML or CSV by hand, FollowTheMoney or Wikidata rows as a gazetteer.

Formats: TOML with `[[actor]]` tables (`name`, `also`, `kind`); CSV with the columns `name`, `also` (names
between `|`) and `kind`; JSON lines of FollowTheMoney entities (`schema`, `properties.name`, …)
or of Wikidata entities (`labels`, `aliases`), also as the array that a Wikidata dump is.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from selon.errors import RecordError, UsageError
from selon.model.actor import ActorKind
from selon.model.alias import Alias
from selon.model.document import Reject
from selon.text.normalise import fold

STAGE = "aliases"
_FIELDS = ("name", "also", "kind", "id")
_MORE = "more"
"""What a row holds beyond its columns."""
_FTM_NAMES = ("name", "alias", "weakAlias", "previousName", "abbreviation")
_FTM_KINDS = {
    "Person": ActorKind.person,
    "Organization": ActorKind.organisation,
    "Company": ActorKind.organisation,
    "PublicBody": ActorKind.office,
    "LegalEntity": ActorKind.organisation,
}


def read_aliases(path: str) -> tuple[tuple[Alias, ...], tuple[Reject, ...]]:
    """Return the aliases of a file and what was set aside, each with the entry and the reason.

    An entry without a name is set aside, and so are all entries that give one name to two actors: neither is
    believed until the file is clear. Raises UsageError when the file cannot be read at all.
    """
    good: list[Alias] = []
    bad: list[Reject] = []
    by_hand = Path(path).suffix.lower() in (".toml", ".csv")
    for where, entry in _entries(Path(path)):
        try:
            good.append(_alias(where, entry, by_hand))
        except RecordError as error:
            bad.append(Reject(error.record, error.reason, STAGE, path))
    clashes = _clashes(good) if by_hand else {}
    bad.extend(Reject(a.where, clashes[a.where], STAGE, path) for a in good if a.where in clashes)
    return tuple(a for a in good if a.where not in clashes), tuple(bad)


def _entries(path: Path) -> Iterator[tuple[str, Any]]:
    """Yield (file and entry, its fields) of every entry, in order."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8 text") from error
    read = {".toml": _toml, ".csv": _csv, ".jsonl": _lines, ".json": _lines, ".ftm": _lines}
    if path.suffix.lower() not in read:
        raise UsageError(f"{path}: names are read from .toml, .csv, .jsonl, .json or .ftm files")
    for n, entry in read[path.suffix.lower()](path, text):
        yield f"{path.name}:{n}", entry


def _toml(path: Path, text: str) -> Iterator[tuple[int, Any]]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: {error}") from error
    many = table.get("actor")
    if not isinstance(many, list) or set(table) != {"actor"}:
        raise UsageError(f"{path}: write one [[actor]] table for each actor, with name and also")
    yield from enumerate(many, 1)


def _csv(path: Path, text: str) -> Iterator[tuple[int, Any]]:
    rows = csv.DictReader(io.StringIO(text), restkey=_MORE)
    unknown = [c for c in rows.fieldnames or () if c not in _FIELDS]
    if "name" not in (rows.fieldnames or ()) or unknown:
        told = f", not {', '.join(unknown)}" if unknown else ""
        raise UsageError(
            f"{path}: the first line names the columns: name, also, kind{told}; commas part them"
        )
    for n, row in enumerate(rows, 1):
        yield n, {**row, "also": (row.get("also") or "").split("|")}


def _lines(path: Path, text: str) -> Iterator[tuple[int, Any]]:
    for n, line in enumerate(text.split("\n"), 1):
        bare = line.strip().rstrip(",")
        if bare in ("", "[", "]"):
            continue
        try:
            yield n, _entity(msgspec.json.decode(bare))
        except msgspec.DecodeError as error:
            yield n, RecordError(f"{path.name}:{n}", f"no JSON: {error}")


def _entity(row: Any) -> Any:
    """Return the fields of an entity of FollowTheMoney or Wikidata; any other row as it is."""
    if not isinstance(row, dict):
        return row
    if isinstance(row.get("properties"), dict):
        names = [n for key in _FTM_NAMES for n in _listed(row["properties"].get(key))]
        kind = _FTM_KINDS.get(str(row.get("schema")))
        return {"name": next(iter(names), ""), "also": names[1:], "kind": kind, "id": row.get("id")}
    if isinstance(row.get("labels"), dict):
        names = [*_values(row["labels"]), *_values(row.get("aliases"))]
        return {"name": next(iter(names), ""), "also": names[1:], "id": row.get("id")}
    return row


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _values(table: Any) -> list[Any]:
    """The values of Wikidata's `{language: {"value": …}}` or `{language: [{"value": …}]}`, by language."""
    table = table if isinstance(table, dict) else {}
    many = [v for lang in sorted(table) for v in _listed(table[lang])]
    return [v.get("value") if isinstance(v, dict) else v for v in many]


def _alias(where: str, entry: Any, by_hand: bool) -> Alias:
    if isinstance(entry, RecordError):
        raise entry
    if not isinstance(entry, dict):
        raise RecordError(where, "an entry is a table with name and also")
    if entry.get(_MORE):
        raise RecordError(where, "more cells than columns: other names go into also, with | between them")
    if by_hand and (unknown := sorted(set(entry) - {*_FIELDS, _MORE})):
        raise RecordError(where, f"unknown field {', '.join(unknown)}: an actor has name, also, kind, id")
    names = [entry.get("name"), *_listed(entry.get("also"))]
    if any(n is not None and not isinstance(n, str) for n in names):
        raise RecordError(where, "a name is a text")
    printed = tuple(dict.fromkeys(" ".join(n.split()) for n in names if n and n.strip()))
    if not printed or not (entry.get("name") or "").strip():
        raise RecordError(where, "no name")
    ident = entry.get("id")
    return Alias(printed, where, _kind(where, entry.get("kind")), str(ident) if ident else None)


def _kind(where: str, value: Any) -> ActorKind | None:
    if not value:
        return None
    try:
        return ActorKind(value)
    except ValueError as error:
        kinds = ", ".join(k.value for k in ActorKind)
        raise RecordError(where, f"kind “{value}”: the kinds are {kinds}") from error


def _clashes(found: Sequence[Alias]) -> dict[str, str]:
    """Return {entry: reason} for entries that give one name to two actors."""
    said: dict[str, list[Alias]] = defaultdict(list)
    for alias in found:
        for name in dict.fromkeys(fold(n) for n in alias.names):
            said[name].append(alias)
    out: dict[str, str] = {}
    for name, many in sorted(said.items()):
        for alias in many if len(many) > 1 else ():
            others = _told(a for a in many if a is not alias)
            out.setdefault(alias.where, f"“{name}” is also a name of {others}: one name, one actor")
    return out


def _told(aliases: Iterable[Alias]) -> str:
    return " and ".join(f"“{a.names[0]}” ({a.where})" for a in aliases)
