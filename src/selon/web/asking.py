"""What a list is asked for, read from an address: any value may stand there, only sound ones are taken."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any, TypeVar

import msgspec
from starlette.datastructures import QueryParams

from selon.model.actor import Actor
from selon.store.lists import ActorAsk, ClaimAsk, DocumentAsk
from selon.store.snapshot import Snapshot

Ask = TypeVar("Ask", ClaimAsk, DocumentAsk, ActorAsk)

SIZE = 50
"""Rows of a page."""

_LONGEST = 400
"""Characters of a value; what is longer is no filter that anybody typed."""

_NAMES = {"order": "sort", "lang": "language"}
"""Names of fields in an address; `lang` there is the language of the interface."""

_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def ask(kind: type[Ask], query: QueryParams, orders: Collection[str]) -> Ask:
    """Return what `query` asks for; an unknown order or a date that is none is left out."""
    asked = {f: query.get(_NAMES.get(f, f), "")[:_LONGEST].strip() for f in kind.__struct_fields__}
    given = {field: value for field, value in asked.items() if value}
    given.setdefault("order", "")
    if given["order"] not in orders:
        del given["order"]
    for name in ("since", "until"):
        if name in given and not _DAY.fullmatch(given[name]):
            del given[name]
    return msgspec.convert(given, kind)


_TOLD = {
    "sort": "Order",
    "words": "Words, accents and case folded; for actors a part of the name",
    "actor": "Id or name of an actor",
    "doc": "Id of a document",
    "kind": "Kind of actor; for claims that of an origin, or altered",
    "state": "State",
    "language": "Language code",
    "outlet": "Name of the outlet, whole",
    "since": "First day, YYYY-MM-DD",
    "until": "Last day, YYYY-MM-DD",
}


def described(
    kind: type[msgspec.Struct], orders: Collection[str], states: Collection[str] = ()
) -> dict[str, Any]:
    """Return how OpenAPI describes what a list is asked for."""
    names = [_NAMES.get(field, field) for field in kind.__struct_fields__]
    choices = {"sort": orders, "state": states}
    return {"parameters": [_parameter(name, choices.get(name, ())) for name in names]}


def _parameter(name: str, choices: Collection[str]) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string", **({"enum": list(choices)} if choices else {})}
    return {"name": name, "in": "query", "required": False, "description": _TOLD[name], "schema": schema}


def of_actor(view: Snapshot, asked: ClaimAsk) -> tuple[ClaimAsk, Actor | None]:
    """Return what is asked of claims with an actor given by name turned into one, and that actor.

    A name that nobody has leaves the list empty.
    """
    if not asked.actor:
        return asked, None
    found = view.actor(asked.actor)
    if found is None:
        named = view.actor_page(ActorAsk(words=asked.actor), 0, 1).rows
        found = named[0].actor if named else None
    return msgspec.structs.replace(asked, actor=found.id if found else asked.actor), found


def offset(query: Mapping[str, str]) -> int:
    """Return the first row asked for, 0 when that is no number or too far."""
    value = query.get("from", "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0


def limits(asked: Ask) -> tuple[tuple[str, str], ...]:
    """Return the limits that hold, by name, the order left out."""
    held = msgspec.structs.asdict(asked)
    return tuple((name, value) for name, value in held.items() if value and name != "order")
