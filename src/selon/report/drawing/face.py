"""What every piece of one provenance drawing is made with."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from selon.report.drawing import svg
from selon.report.drawing.frame import Frame
from selon.report.questions.case import Case
from selon.report.questions.looks import Look
from selon.report.questions.rows import Tree
from selon.report.wording import Words

Address = Callable[[Look], str]
"""Gives the address of the same page, looked at in another way."""


@dataclass(frozen=True)
class Face:
    """One drawing; without `address` nothing can be opened or closed."""

    case: Case
    tree: Tree
    at: Frame
    prefix: str
    words: Words
    look: Look
    address: Address | None
    near: Collection[str] | None

    def to(self, key: str) -> str:
        """Return the address of the words behind a key (`-e` and `-u` are places inside a panel)."""
        panel = key.removesuffix("-e").removesuffix("-u")
        page = ""
        if self.near is not None and self.address is not None and panel not in self.near:
            page = self.address(replace(self.look, words=panel))
        return f"{page}#{self.prefix}-{key}"


def middle(
    said: str, room: float, x: float, level: float, css: str, size: float = 14.5, lang: str = ""
) -> Iterator[Markup]:
    """Yield words beside the middle line of a row: on it, or in two lines around it where they are long."""
    lines = svg.wrap(said, room, size)
    if len(lines) == 1:
        yield svg.text(lines[0], x, level + size / 3, css, lang=lang)
        return
    small = f"{css} sm".strip() if size > 13 else css
    for line, base in zip(lines, (level - 2.5, level + 11), strict=True):
        yield svg.text(line, x, base, small, lang=lang)
