"""Front matter: the block of fields before a Markdown text, read as YAML where it is YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml  # type: ignore[import-untyped]

from selon.model.document import Part, PartKind
from selon.model.span import Span

_BLOCK = re.compile(
    r"[\ufeff\s]*(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<inside>.{0,20000}?)\r?\n(?P=fence)[ \t]*(?:\r?\n|$)",
    re.DOTALL,
)
_FIELD = re.compile(r"^(?P<key>[A-Za-z_][\w.-]{0,40})[ \t]*[:=][ \t]*(?P<value>[^\r\n]*)", re.MULTILINE)
_SUMMARY = (
    "shorttext",
    "description",
    "summary",
    "excerpt",
    "abstract",
    "lead",
    "chapo",
    "standfirst",
    "subtitle",
)


@dataclass(frozen=True)
class FrontMatter:
    """The block's span in the text (fences in it) and its fields: words as printed, quotes off."""

    span: Span
    fields: dict[str, str] = field(default_factory=dict)
    places: dict[str, Span] = field(default_factory=dict)
    broken: bool = False

    def get(self, *keys: str) -> str | None:
        """Return the first of `keys` that has words."""
        return next((self.fields[k] for k in keys if self.fields.get(k)), None)


def find(text: str) -> FrontMatter | None:
    """Return the front matter at the head of `text`, or None; a block that holds no field is none."""
    block = _BLOCK.match(text)
    if not block:
        return None
    at = block.start("inside")
    found = [(m, _value_place(m)) for m in _FIELD.finditer(block["inside"])]
    if not found:
        return None
    places = {m["key"].lower(): span.shift(at) for m, span in found if span}
    fields = {key: span.of(text) for key, span in places.items()}
    start = block.start("fence")
    end = len(text[: block.end()].rstrip("\r\n"))
    loaded = _load(block["inside"]) if block["fence"] == "---" else {}
    return FrontMatter(Span(start, end), {**fields, **_lists(loaded)}, places, broken=loaded is None)


def _value_place(match: re.Match[str]) -> Span | None:
    raw = match["value"].rstrip()
    start, end = match.start("value"), match.start("value") + len(raw)
    if len(raw) >= 2 and raw[0] == raw[-1] and raw[0] in "\"'":
        start, end = start + 1, end - 1
    return Span(start, end) if start < end else None


def _load(inside: str) -> dict[str, object] | None:
    try:
        loaded = yaml.load(inside, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    return loaded if isinstance(loaded, dict) else None


def _lists(loaded: dict[str, object] | None) -> dict[str, str]:
    """Return fields that hold a list of words (`authors: [A, B]`), joined by commas."""
    return {
        str(key).lower(): ", ".join(value)
        for key, value in (loaded or {}).items()
        if isinstance(value, list) and value and all(isinstance(v, str) for v in value)
    }


def parts(front: FrontMatter) -> Iterator[Part]:
    """Yield the parts of the block: its title a headline, its summary a lead, the rest boilerplate."""
    at = front.span.start
    for place, kind, why in sorted(_told(front)):
        if place.start > at:
            yield _plain(at, place.start)
        yield Part(PartKind(kind), place, why)
        at = place.end
    if at < front.span.end:
        yield _plain(at, front.span.end)


def _told(front: FrontMatter) -> Iterator[tuple[Span, str, str]]:
    if place := front.places.get("title"):
        yield place, PartKind.headline.value, "headline: title of the front matter"
    for key in _SUMMARY:
        place = front.places.get(key)
        if place and len(front.fields[key].split()) >= 4:
            yield place, PartKind.lead.value, f"lead: {key} of the front matter"


def _plain(start: int, end: int) -> Part:
    return Part(PartKind.boilerplate, Span(start, end), "front matter: fields of the page")
