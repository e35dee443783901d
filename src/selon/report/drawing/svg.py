"""Small pieces of SVG as safe markup, and how wide words are."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from itertools import accumulate

from markupsafe import Markup, escape

_NARROW = frozenset("iljftrI.,;:!'’|()[] -·«»")
_BROAD = frozenset("mwMWŒÆ@%—…")
_LONGEST = 160
"""Signs of a name that are measured for two lines; a longer one is cut."""


def tag(_name: str, *inside: str, **attributes: object) -> Markup:
    """Return one element; attribute names lose a final `_` and turn `_` into `-`, None is left out."""
    shown = "".join([_attribute(key, value) for key, value in attributes.items() if value is not None])
    if not inside:
        return Markup(f"<{_name}{shown}/>")
    held = "".join([i if isinstance(i, Markup) else escape(i) for i in inside])
    return Markup(f"<{_name}{shown}>{held}</{_name}>")


def _attribute(key: str, value: object) -> str:
    if isinstance(value, float):
        return f' {_named(key)}="{round(value, 2):g}"'
    return f' {_named(key)}="{value if isinstance(value, int) else escape(value)}"'


@cache
def _named(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def text(words: str, x: float, y: float, css: str = "", end: bool = False, lang: str = "") -> Markup:
    """Return a line of text at its base line; `end` aligns its right end, `lang` is its language if told."""
    anchor = "end" if end else None
    return tag("text", escape(words), class_=css or None, x=x, y=y, text_anchor=anchor, lang=lang or None)


def use(symbol: str, css: str, x: float, y: float, size: int = 15) -> Markup:
    """Return a sign whose centre is at `(x, y)`."""
    half = size / 2
    return tag(
        "use", class_=f"sh {css}".strip(), href=f"#{symbol}", x=x - half, y=y - half, width=size, height=size
    )


def line(css: str, x1: float, y1: float, x2: float, y2: float) -> Markup:
    """Return a straight line."""
    return tag("line", class_=css, x1=x1, x2=x2, y1=y1, y2=y2)


def link(target: str, label: str, *face: str, tip: str | None = None, **more: object) -> Markup:
    """Return a link to an address; `label` names it and holds the words on its face, which may be cut.

    `more` are further attributes, as `tag` takes them.
    """
    hover = tag("title", escape(tip or label))
    return tag("a", hover, Markup(" ").join(face), href=target, aria_label=label, **more)


def width(words: str, size: float = 14.5) -> float:
    """Return about how wide `words` are in pixels, on the generous side: the reader's font is not known."""
    return _units(words) * size


@lru_cache(maxsize=4096)
def _units(words: str) -> float:
    return sum(map(_unit, words))


@lru_cache(maxsize=4096)
def _unit(sign: str) -> float:
    """Return the width of one sign in ems: marks on a letter take none, Chinese signs a whole one."""
    if sign in _NARROW:
        return 0.34
    if sign in _BROAD:
        return 0.9
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(sign) in ("W", "F"):
        return 1.0
    return 0.66 if sign.isupper() else 0.53


def fit(words: str, room: float, size: float = 14.5) -> str:
    """Return `words`, cut with an ellipsis where they would not fit in `room` pixels.

    The cut is after a whole word where there is one: half a word is no name.
    """
    if width(words, size) <= room:
        return words
    kept = words[: _most(words, room - width("…", size), size)]
    whole = kept if words[len(kept) :][:1].isspace() else kept.rpartition(" ")[0]
    return (whole or kept).rstrip(" ,;:'’(«“") + "…"


def wrap(words: str, room: float, size: float = 14.5, most: int = 2) -> list[str]:
    """Return `words` in up to `most` lines of `room` pixels; only what fits in none of them is cut."""
    out: list[str] = []
    rest = words
    while len(out) < most - 1 and width(rest, size) > room and (head := _head(rest, room, size)):
        out.append(head.rstrip())
        rest = rest[len(head) :].lstrip()
    return [*out, fit(rest, room, size)]


@lru_cache(maxsize=4096)
def least(words: str, size: float = 14.5) -> float:
    """Return the width in pixels that `words` need on two lines."""
    so_far = [0.0, *accumulate(map(_unit, words[:_LONGEST]))]
    breaks = (at for at in range(1, len(so_far) - 1) if _breaks(words, at))
    return size * min((max(so_far[at], so_far[-1] - so_far[at]) for at in breaks), default=so_far[-1])


def _most(words: str, room: float, size: float) -> int:
    """Return how many signs of `words` fit, at least none."""
    used, most = 0.0, room / size
    for place, sign in enumerate(words):
        used += _unit(sign)
        if used > most:
            return place
    return len(words)


def _head(words: str, room: float, size: float) -> str:
    """Return the longest beginning that fits and ends where a line may, or an empty string."""
    end = _most(words, room, size)
    return next((words[:at] for at in range(end, 0, -1) if _breaks(words, at)), "")


def _breaks(words: str, at: int) -> bool:
    """Tell whether a line may end before the sign at `at`: at a space, or beside a sign as wide as high."""
    if at >= len(words) or words[at - 1] in "«“(":
        return False
    wide = any(unicodedata.east_asian_width(sign) in ("W", "F") for sign in words[at - 1 : at + 1])
    return words[at] == " " or wide
