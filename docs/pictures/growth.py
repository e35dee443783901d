"""Draw how `trace` grows, from what `benchmarks/growth.py --json` wrote: `growth.py FILE.json growth.svg`.

Seconds of processor by stage against articles, both axes logarithmic: a line as steep as the dotted one grows
as the number of articles does.
"""

from __future__ import annotations

import json
import math
import sys
from html import escape
from pathlib import Path
from typing import Any

WIDE, HIGH, LEFT, RIGHT, TOP, BOTTOM = 760, 420, 64, 150, 24, 46
STAGES = {
    "reuse": "#0b5fa5", "claims": "#a33c16", "conflicts": "#7a5a00", "examine": "#2c6e49", "all": "#1c1b19",
}  # fmt: skip
"""The stages that take time, with colours that stay apart for colour-blind readers."""
LEAST = 0.1
"""Seconds at the foot of the picture."""
APART = 15.0
"""Pixels between two names at least."""

Point = tuple[float, float]


def seconds(run: dict[str, Any]) -> dict[str, float]:
    """Return the time of processor of a run by stage; what workers did is the examining of texts."""
    spent = {name: run["processor"].get(name, 0.0) for name in STAGES}
    spent["examine"] += run["workers"]
    return spent | {"all": sum(run["processor"].values()) + run["workers"]}


def drawing(runs: list[dict[str, Any]]) -> str:
    """Return the picture of runs of new dossiers, smallest first."""
    spent = [seconds(run) for run in runs]
    sizes = [run["articles"] for run in runs]
    most = max(s["all"] for s in spent)

    def at(articles: float, took: float) -> Point:
        across = math.log(articles / sizes[0]) / math.log(sizes[-1] / sizes[0])
        up = math.log(max(took, LEAST) / LEAST) / math.log(most * 1.5 / LEAST)
        return LEFT + across * (WIDE - LEFT - RIGHT), HIGH - BOTTOM - up * (HIGH - TOP - BOTTOM)

    ticks = [10.0**k for k in range(-1, 6) if 10.0**k <= most * 1.5]
    marks = [_level(at(sizes[0], t)[1], f"{t:g} s") for t in ticks]
    marks += [
        _column(at(size, LEAST), f"{size:,}", run["driver"]) for size, run in zip(sizes, runs, strict=True)
    ]
    marks.append(_even(at(sizes[0], LEAST * 3), at(sizes[-1], LEAST * 3 * sizes[-1] / sizes[0])))
    lines = {name: [at(size, s[name]) for size, s in zip(sizes, spent, strict=True)] for name in STAGES}
    last = {name: f"{name} {spent[-1][name]:,.0f} s" for name in STAGES}
    return _svg([*marks, *_lines(lines, last)])


def _lines(lines: dict[str, list[Point]], last: dict[str, str]) -> list[str]:
    """Return each line with its name at its end, names kept apart."""
    out, free = [], float(HIGH)
    for name in sorted(lines, key=lambda n: -lines[n][-1][1]):
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in lines[name])
        x, y = lines[name][-1]
        free = min(y, free - APART)
        out.append(f'<polyline points="{path}" fill="none" stroke="{STAGES[name]}" stroke-width="2"/>')
        out.append(
            f'<text x="{x + 8:.1f}" y="{free + 4:.1f}" fill="{STAGES[name]}">{escape(last[name])}</text>'
        )
    return out


def _level(y: float, words: str) -> str:
    line = f'<line x1="{LEFT}" x2="{WIDE - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd8cc"/>'
    return f'{line}<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end" fill="#5c5850">{words}</text>'


def _column(foot: Point, words: str, memory: int) -> str:
    x = foot[0]
    first = f'<text x="{x:.1f}" y="{HIGH - BOTTOM + 18}" text-anchor="middle" fill="#5c5850">{words}</text>'
    second = (
        f'<text x="{x:.1f}" y="{HIGH - BOTTOM + 34}" text-anchor="middle" fill="#5c5850">{memory} MB</text>'
    )
    return first + second


def _even(start: Point, end: Point) -> str:
    places = f'x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}"'
    return f'<line {places} stroke="#8c877c" stroke-dasharray="2 4"/>'


def _svg(marks: list[str]) -> str:
    size = f'width="{WIDE}" height="{HIGH}" viewBox="0 0 {WIDE} {HIGH}"'
    title = "<title>Seconds of processor by stage against articles</title>"
    body = f'<rect width="{WIDE}" height="{HIGH}" fill="#fbf9f4"/>' + "\n".join(marks)
    named = 'xmlns="http://www.w3.org/2000/svg" font-family="sans-serif" font-size="12"'
    return f"<svg {named} {size}>{title}{body}</svg>\n"


def main() -> None:
    """Draw the runs of new dossiers; those that added one article are left out."""
    source, target = map(Path, sys.argv[1:3])
    runs = [r for r in json.loads(source.read_text(encoding="utf-8")) if r["new"] == r["articles"]]
    if len(runs) < 2:
        sys.exit("two sizes are needed: benchmarks/growth.py --sizes 100,1000 --json FILE")
    target.write_text(drawing(sorted(runs, key=lambda r: r["articles"])), encoding="utf-8")


if __name__ == "__main__":
    main()
