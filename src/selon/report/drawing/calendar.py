"""How many documents came out when: one bar a day, a month or a year, for stories too large to draw text by
text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from markupsafe import Markup

from selon.report.drawing import svg
from selon.report.wording import Words

WIDTH, HEIGHT, FOOT = 1376, 170, 26
_MOST_BARS = 120
_LENGTHS = (10, 7, 4)
"""Characters of an ISO 8601 date kept for a day, a month, a year."""


def draw(days: Iterable[tuple[str, int]], words: Words, address: Callable[[str], str]) -> Markup | None:
    """Return the bars of `(date, documents)`, None when there are fewer than two; `address` leads to the
    documents of a bar."""
    known = list(days)
    length = next((n for n in _LENGTHS if len(_bars(known, n)) <= _MOST_BARS), _LENGTHS[-1])
    bars = _bars(known, length)
    if len(bars) < 2:
        return None
    most = max(n for _, n in bars)
    step = WIDTH / len(bars)
    inside: list[Markup] = [svg.line("axis", 0, HEIGHT - FOOT, WIDTH, HEIGHT - FOOT)]
    every = -(-len(bars) * 120 // WIDTH)
    for at, (when, count) in enumerate(bars):
        x = at * step
        if at % every == 0:
            inside.append(svg.text(words.day(when), x, HEIGHT - 8, "s"))
        if count:
            inside.append(_bar(words, when, count, x, step, most, address(when)))
    label = words("calendar.label", documents=words.count("documents", sum(n for _, n in known)))
    return svg.tag(
        "svg",
        *inside,
        class_="d",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        width=WIDTH,
        role="group",
        aria_label=label,
    )


def _bar(words: Words, when: str, count: int, x: float, step: float, most: int, to: str) -> Markup:
    room = HEIGHT - FOOT - 18
    height = max(2.0, room * count / most)
    label = words.plain("calendar.bar", when=words.day(when), documents=words.count("documents", count))
    face = [
        svg.tag("rect", class_="hit", x=x, y=0, width=step, height=HEIGHT - FOOT),
        svg.tag(
            "rect", class_="tick", x=x + 1, y=HEIGHT - FOOT - height, width=max(1.0, step - 2), height=height
        ),
    ]
    if step >= 24:
        face.append(svg.text(str(count), x + 1, HEIGHT - FOOT - height - 4, "s nn"))
    return svg.link(to, label, *face)


def _bars(days: Iterable[tuple[str, int]], length: int) -> list[tuple[str, int]]:
    """Return every day, month or year from the first to the last, those with no document too.

    Dates known less finely than the bars stand at the start of their month or year.
    """
    counted: Counter[str] = Counter()
    for when, count in days:
        counted[(when + "-01-01"[len(when) - 4 :])[:10][:length]] += count
    if not counted:
        return []
    first, last = min(counted), max(counted)
    return [(when, counted[when]) for when in _between(first, last)]


def _between(first: str, last: str) -> list[str]:
    if len(first) == 4:
        return [f"{year:04d}" for year in range(int(first), int(last) + 1)]
    if len(first) == 7:
        start, end = (int(v[:4]) * 12 + int(v[5:]) - 1 for v in (first, last))
        return [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(start, end + 1)]
    start_day, end_day = date.fromisoformat(first), date.fromisoformat(last)
    return [str(start_day + timedelta(days=n)) for n in range((end_day - start_day).days + 1)]
