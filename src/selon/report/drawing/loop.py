"""The circle of texts that cite each other: arrows up at the right of their ticks, one back at the left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from markupsafe import Markup

from selon.report.drawing import svg


def draw(levels: Sequence[float], x: float, links: Sequence[tuple[str, str]]) -> Iterator[Markup]:
    """Yield the strokes of the circle through texts at `levels`, whose ticks stand just right of `x`.

    `links` are the address and name of the words with which each text leads on.
    """
    for (above, below), (target, name) in zip(pairwise(levels), links[1:], strict=True):
        arc = f"M{x + 14:.0f} {below:.0f}h18q8 0 8 -8V{above + 8:.0f}q0 -8 -8 -8h-18"
        head = _stroke(f"M{x + 21:.0f} {above - 4:.0f}l-7 4l7 4")
        yield svg.link(target, name, _stroke(arc), head, svg.tag("path", class_="hitline", d=arc))
    if levels:
        target, name = links[0]
        hit = svg.tag("rect", class_="hit", x=x - 24, y=levels[0] - 12, width=24, height=24)
        yield svg.link(target, name, *_back(levels[0], levels[-1], x), hit)


def _back(first: float, last: float, x: float) -> Iterator[Markup]:
    """Close the circle; a text that comes back to itself alone gets a small one."""
    if first == last:
        yield _stroke(f"M{x - 2:.0f} {first - 5:.0f}h-14q-7 0 -7 5q0 5 7 5h12")
        yield _stroke(f"M{x - 9:.0f} {first + 1:.0f}l7 4l-7 4")
        return
    yield _stroke(f"M{x - 4:.0f} {first:.0f}h-16q-8 0 -8 8V{last - 8:.0f}q0 8 8 8h14")
    yield _stroke(f"M{x - 9:.0f} {last - 4:.0f}l7 4l-7 4")


def _stroke(path: str) -> Markup:
    return svg.tag("path", class_="e", d=path)
