"""Articles against origins: ticks left of a line, signs right of it; and the big pair of a claim."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from selon.model.claim import Claim
from selon.report.drawing import signs, svg

ROOM = 110
"""Pixels for the ticks of a table row."""


@dataclass(frozen=True)
class Scale:
    """One measure for all rows of a table: `unit` articles a tick, `gap` pixels from tick to tick."""

    unit: int
    gap: int

    @property
    def thick(self) -> int:
        """Width of a tick."""
        return 4 if self.gap > 8 else 3


def scale(most: int) -> Scale:
    """Return the measure for a table whose widest row has `most` articles."""
    for gap in (11, 7, 5):
        if most * gap <= ROOM:
            return Scale(1, gap)
    return Scale(step(most, ROOM // 5), 5)


def step(articles: int, most: int) -> int:
    """Return how many articles one tick stands for: 1, or the least of 2, 5, 10, 20 … that fits."""
    unit = 1
    while articles > unit * most:
        unit = unit * 5 // 2 if str(unit)[0] == "2" else unit * 2
    return unit


def row(claim: Claim, measure: Scale) -> Markup:
    """Return the small drawing of a table row: articles, a line, origins."""
    axis = ROOM + 14
    ticks = -(-len(claim.articles) // measure.unit)
    inside = [svg.line("axis", axis, 0, axis, 26)]
    inside += [_tick(axis - 5 - measure.thick - measure.gap * i, measure) for i in range(ticks)]
    inside += [svg.use(s.symbol, s.css, axis + 14 + 19 * i, 13, 14) for i, s in enumerate(_signs(claim)[:4])]
    if len(_signs(claim)) > 4:
        inside.append(svg.text(f"+{len(_signs(claim)) - 4}", axis + 14 + 19 * 4 - 6, 17, "s"))
    width = axis + 106
    return svg.tag(
        "svg", *inside, class_="d", width=width, height=26, viewBox=f"0 0 {width} 26", aria_hidden="true"
    )


def _tick(x: float, measure: Scale) -> Markup:
    return svg.tag("rect", class_="tick", x=x, y=6, width=measure.thick, height=14)


def _signs(claim: Claim) -> list[signs.Sign]:
    shown = [signs.of_origin(o) for o in claim.origins]
    return shown + ([signs.LOOP] if claim.circular else [])


def articles(claim: Claim, most: int = 20) -> Markup:
    """Return the ticks under the number of articles."""
    count = len(claim.articles)
    shown = -(-count // step(count, most))
    ticks = [svg.tag("rect", class_="tick", x=1 + 9 * i, y=1, width=4, height=14) for i in range(shown)]
    return svg.tag("svg", Markup(""), *ticks, width=max(9 * shown, 9), height=16, aria_hidden="true")


def origins(claim: Claim, most: int = 12) -> Markup:
    """Return the signs under the number of origins."""
    shown = _signs(claim)[:most]
    uses = [svg.use(s.symbol, s.css, 8 + 22 * i, 8) for i, s in enumerate(shown)]
    return svg.tag("svg", Markup(""), *uses, width=max(22 * len(shown), 22), height=16, aria_hidden="true")
