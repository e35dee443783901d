"""Small pieces of SVG as safe markup, and how wide words are."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup, escape

_NARROW = frozenset("iljftrI.,;:!'’|()[] -·«»")
_BROAD = frozenset("mwMWŒÆ@%—…")


def tag(_name: str, *inside: str, **attributes: object) -> Markup:
    """Return one element; attribute names lose a final `_` and turn `_` into `-`, None is left out."""
    shown = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_plain(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if not inside:
        return Markup(f"<{_name}{shown}/>")
    held = "".join(i if isinstance(i, Markup) else str(escape(i)) for i in inside)
    return Markup(f"<{_name}{shown}>{held}</{_name}>")


def _plain(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def text(words: str, x: float, y: float, css: str = "", end: bool = False) -> Markup:
    """Return a line of text at its base line; `end` aligns its right end."""
    return tag("text", escape(words), class_=css or None, x=x, y=y, text_anchor="end" if end else None)


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
    return sum(0.34 if c in _NARROW else 0.9 if c in _BROAD else 0.66 if c.isupper() else 0.53 for c in words)


def fit(words: str, room: float, size: float = 14.5) -> str:
    """Return `words`, cut with an ellipsis where they would not fit in `room` pixels.

    The cut is after a whole word where there is one: half a word is no name.
    """
    if width(words, size) <= room:
        return words
    kept = words[: int(room / size / 0.34) + 1]  # no sign is narrower, so that long words cost no more
    while kept and width(kept + "…", size) > room:
        kept = kept[:-1]
    whole = kept if words[len(kept) :][:1].isspace() else kept.rpartition(" ")[0]
    return (whole or kept).rstrip(" ,;:'’(«“") + "…"
