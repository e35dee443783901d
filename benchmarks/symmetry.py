"""Whether a statement is found as often whichever side says it: recall by side, with confidence intervals.

Sides are read from the gold disputes alone: who says a claim and who contests it stand on opposite sides.
They carry no names here.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from page import EVAL, SELON, Table, figure, run

_Z = 1.96
"""Of a 95 % interval."""


class Place(NamedTuple):
    """Where somebody says something: document, hull of the content."""

    doc: str
    start: int
    end: int


class Said(NamedTuple):
    """A place of the gold, who speaks there, and whether it asserts a disputed claim or contests one."""

    place: Place
    who: str
    contests: bool


def symmetry(work: Path) -> list[Table]:
    """Measure recall by side on the open dossier with real disputes."""
    folder = EVAL / "dossiers/dev/d1"
    claims = _rows(folder / "claims.jsonl")
    said = list(_said(claims))
    side = sides(_against(claims))
    pred = {"as a statement": _statements(work, folder), "in a claim": _in_claims(work, folder)}
    camps = [[s for s in said if side.get(s.who) == n] for n in (0, 1)]
    roles = [[s for s in said if s.contests is contests] for contests in (False, True)]
    groups = {"those who say, who contest": roles, "one side, the other": camps}
    rows = [
        _row(label, how, one, other, found)
        for label, (one, other) in groups.items()
        for how, found in pred.items()
    ]
    columns = ("sides", "found", "first", "second", "difference", "95 % interval")
    return [Table("Symmetry", columns, tuple(rows), _COMMANDS, _NOTE)]


_COMMANDS = (
    "selon statements d1/docs.jsonl -o STATEMENTS.jsonl",
    "selon origins d1/docs.jsonl -o ORIGINS.json",
)
_NOTE = (
    "Recall on d1 of the places that say or contest a disputed claim, by who speaks (found: half of the "
    "shorter of both places is common). Sides are read from the gold disputes; intervals of shares after "
    "Wilson (1927), of the difference after Newcombe (1998)."
)


def _rows(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def _said(claims: Iterable[Any]) -> Iterator[Said]:
    for claim in claims:
        if not claim["disputed_by"]:
            continue
        who = {n: o["name"] for o in claim["origins"] for n in o["statements"]}
        for n, one in enumerate(claim["statements"]):
            yield Said(Place(one["doc"], *one["content"]), named(who.get(n, "")), False)
        for one in claim["disputed_by"]:
            yield Said(Place(one["doc"], *one["span"]), named(one["actor"]), True)


def named(words: str) -> str:
    """Return a name as it is compared: without what stands in brackets or after a comma."""
    return words.split("(")[0].split(",")[0].strip().casefold()


def _against(claims: Iterable[Any]) -> Counter[tuple[str, str]]:
    pairs: Counter[tuple[str, str]] = Counter()
    for claim in claims:
        for origin in claim["origins"]:
            for one in claim["disputed_by"]:
                pairs[named(origin["name"]), named(one["actor"])] += 1
    return pairs


def sides(against: Mapping[tuple[str, str], int]) -> dict[str, int]:
    """Return 0 or 1 for each actor of the largest camp of opponents; who contest each other stand apart.

    The pairs that contest each other most often decide;
    one that would put two opponents on one side is left out.
    """
    of: dict[str, tuple[str, int]] = {}
    members: dict[str, set[str]] = defaultdict(set)
    for name in sorted({n for pair in against for n in pair}):
        of[name] = (name, 0)
        members[name] = {name}
    for (one, other), _ in sorted(against.items(), key=lambda p: (-p[1], p[0])):
        (first, a), (second, b) = of[one], of[other]
        if first == second:
            continue
        for name in members.pop(second):
            of[name] = (first, of[name][1] ^ (1 ^ a ^ b))
            members[first].add(name)
    largest = max(members, key=lambda k: (len(members[k]), k), default="")
    return {n: of[n][1] for n in sorted(members[largest])} if largest else {}


def _statements(work: Path, folder: Path) -> list[Place]:
    out = work / "symmetry.jsonl"
    run(*SELON, "statements", folder / "docs.jsonl", "-o", out)
    rows = (r for r in _rows(out) if r["content"])
    return [
        Place(r["doc_id"], min(a for a, _ in r["content"]), max(b for _, b in r["content"])) for r in rows
    ]


def _in_claims(work: Path, folder: Path) -> list[Place]:
    out = work / "symmetry.json"
    run(*SELON, "origins", folder / "docs.jsonl", "-o", out)
    claims = json.loads(out.read_text(encoding="utf-8"))["claims"]
    return [Place(s["doc"], *s["content"]) for c in claims for s in c["statements"]]


def _row(
    label: str, how: str, one: Sequence[Said], other: Sequence[Said], found: Sequence[Place]
) -> tuple[str, ...]:
    first, second = (sum(_hit(s.place, found) for s in many) for many in (one, other))
    low, high = newcombe(first, len(one), second, len(other))
    gap = first / len(one) - second / len(other)
    shares = (_share(first, len(one)), _share(second, len(other)))
    return label, how, *shares, f"{gap:+.3f}", f"{low:+.3f} to {high:+.3f}"


def _hit(place: Place, found: Sequence[Place]) -> bool:
    return any(
        f.doc == place.doc
        and 2 * (min(f.end, place.end) - max(f.start, place.start))
        >= min(f.end - f.start, place.end - place.start)
        for f in found
    )


def _share(found: int, count: int) -> str:
    low, high = wilson(found, count)
    return f"{figure(found / count)} ({found}/{count}; {figure(low)} to {figure(high)})"


def wilson(found: int, count: int) -> tuple[float, float]:
    """Return the 95 % interval of a share (Wilson 1927)."""
    share, z = found / count, _Z
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / (1 + z * z / count)
    return max(0.0, middle - half), min(1.0, middle + half)


def newcombe(found: int, count: int, others: int, among: int) -> tuple[float, float]:
    """Return the 95 % interval of the difference of two shares (Newcombe 1998, method 10)."""
    one, other = found / count, others / among
    (a, b), (c, d) = wilson(found, count), wilson(others, among)
    low = one - other - math.hypot(one - a, d - other)
    return low, one - other + math.hypot(b - one, other - c)
