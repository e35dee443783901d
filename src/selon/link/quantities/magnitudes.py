"""When two figures are about the same thing, and whether they agree."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from selon.languages import pack
from selon.model.quantity import Bound, Quantity
from selon.text.normalise import fold

_ROUNDING, _COLLECTIVE = 0.03, 0.25
"""Two figures of which one is approximate agree within this share (3 %), a round noun within the second."""
_FROM = frozenset({Bound.at_least, Bound.more_than})
_UP_TO = frozenset({Bound.at_most, Bound.less_than})
_CUT, _LANDMARK = 0.05, 0.1
"""Share by which a figure may pass the only digit that a bound from below gives ("more than 800" of 832), and
the same for a power of ten, which is a mark of its own ("more than 1,000" of 1,063)."""
_DIGITS, _ZEROS, _MILLION = 2, 2, 1e6
"""Least digits and zeros of a rounded figure, and from where on figures are cut off rather than rounded."""
_HALF = 0.5
"""What a share of two digits leaves out when it is told without the digits behind its comma."""
_CLOSE = 3
"""Digits of a figure that may be cut off at any size ("418,000" of 418,730)."""
ORDER = 1.5
"""Figures that agree differ by less than this factor."""
_HARDLY = 100.0
"""From here on, with so many digits, two texts hardly give one figure of two things by chance."""


class Figures(StrEnum):
    """What the figures of two contents say about each other."""

    none = "none"
    same = "same"
    differ = "differ"


@cache
def concept(unit: str, lang: str) -> str:
    """Return the concept of a unit, shared by all languages, or the unit itself."""
    tables = pack.everywhere("counted")
    for code in sorted(tables, key=lambda c: (c != lang, c)):
        for name, lemmas in tables[code].items():
            if isinstance(lemmas, list) and unit in lemmas:
                return str(name)
    return unit


@cache
def people(lang: str) -> frozenset[str]:
    """Return the concepts that count people of one kind or another."""
    tables = pack.everywhere("counted")
    chosen = [tables[lang]] if lang in tables else [tables[k] for k in sorted(tables)]
    return frozenset(c for t in chosen for c in t.get("people", {}).get("concepts", ()))


def comparable(a: Quantity, b: Quantity, langs: tuple[str, str]) -> bool:
    """Tell whether both figures may count the same: one unit, people of any kind, or one unit unknown."""
    ours, theirs = concept(a.unit, langs[0]), concept(b.unit, langs[1])
    if not ours or not theirs or ours == theirs:
        return True
    heads = people(langs[0])
    return ours in heads and theirs in heads and "person" in (ours, theirs)


def agree(a: Quantity, b: Quantity) -> bool:
    """Tell whether two figures can be the same figure: equal, rounded, or close when one is approximate or a
    bound that the other keeps ("more than 900", 915)."""
    if a.value > ORDER * b.value or b.value > ORDER * a.value:
        return False
    return said_of_one(figure_of(a), figure_of(b))


class Figure(NamedTuple):
    """All of a quantity that agreeing looks at."""

    value: float
    upper: float | None
    bound: Bound
    bound_words: str | None


def figure_of(quantity: Quantity) -> Figure:
    """Return what agreeing looks at."""
    return Figure(quantity.value, quantity.upper, quantity.bound, quantity.bound_words)


@lru_cache(maxsize=1 << 16)
def said_of_one(a: Figure, b: Figure) -> bool:
    """Tell whether two figures agree that differ by less than ORDER."""
    if a.value == b.value and (a.upper is None or b.upper is None or a.upper == b.upper):
        return {a.bound, b.bound} != {Bound.more_than, Bound.less_than}
    if a.upper is None and b.upper is None and _rounded(a, b):
        return True
    low, high = (a, b) if a.value <= b.value else (b, a)
    if low.bound in _FROM and _cut_off(low.value, high.value):
        return True
    loose = Bound.about in (a.bound, b.bound) or low.bound in _FROM or high.bound in _UP_TO
    share = _COLLECTIVE if any(_collective(q) for q in (a, b)) else _ROUNDING
    if low.bound in _FROM and high.bound in _UP_TO | {Bound.about}:
        share = max(share, _LANDMARK)  # "more than 150" and "nearly 160"
    return loose and high.value - low.value <= share * high.value


def plain(quantity: Quantity) -> bool:
    """Tell whether a figure is exact and not rounded: two such figures agree only where they are equal."""
    digits = f"{quantity.value:.0f}"
    zeros = len(digits) - len(digits.rstrip("0"))
    exact = quantity.bound is Bound.exact and quantity.upper is None
    return exact and zeros < _ZEROS and float(quantity.value).is_integer()


def _cut_off(low: float, high: float) -> bool:
    """Whether a bound from below is the figure cut off ("more than 16,000" of 16,700)."""
    digits = f"{low:.0f}"
    zeros = len(digits) - len(digits.rstrip("0"))
    share = _LANDMARK if digits.rstrip("0") == "1" else _CUT
    sure = len(digits) - zeros >= _DIGITS or high - low <= share * low
    return zeros > 1 and sure and low <= high < low + 10**zeros


def _rounded(a: Figure, b: Figure) -> bool:
    """Whether the rounder figure is the other one said less closely, with two digits at least: 23 for 22.8,
    14,000 for 13,900, in millions also 44 for 44.8, with three digits 418,000 for 418,730 (headlines leave
    out what follows)."""
    fine, rough = sorted((a.value, b.value), key=lambda v: -len(f"{v:.0f}".rstrip("0")))
    digits = f"{rough:.0f}"
    zeros = len(digits) - len(digits.rstrip("0"))
    if len(digits) - zeros < _DIGITS:
        return False
    if zeros < _ZEROS:
        return any(float(v).is_integer() for v in (fine, rough)) and 0 < abs(fine - rough) <= _HALF
    cut = rough >= _MILLION or len(digits) - zeros >= _CLOSE
    return round(fine, -zeros) == rough or (cut and rough < fine < rough + 10**zeros)


def telling(value: float) -> bool:
    """Tell whether a figure is hardly met twice by chance: large, and not a round one."""
    return value >= _HARDLY and len(f"{value:.0f}".rstrip("0")) >= _DIGITS


def _collective(quantity: Figure) -> bool:
    """Whether a figure is a round noun ("une dizaine", "dozens"), which bounds itself."""
    last = fold(quantity.bound_words or "").split()[-1:]
    return quantity.bound is Bound.about and bool(last) and last[0] in _collectives()


@cache
def _collectives() -> frozenset[str]:
    return frozenset(w for t in pack.everywhere("numbers").values() for w in t.get("collectives", {}))


def relation(a: Sequence[Quantity], b: Sequence[Quantity], langs: tuple[str, str]) -> Figures:
    """Compare the figures of two contents: the same somewhere, different for one unit, or nothing to say."""
    pairs = [(x, y) for x in a for y in b if comparable(x, y, langs)]
    if any(agree(x, y) for x, y in pairs):
        return Figures.same if not _contradicted(a, b, langs) else Figures.differ
    return Figures.differ if pairs else Figures.none


def _contradicted(a: Sequence[Quantity], b: Sequence[Quantity], langs: tuple[str, str]) -> bool:
    """The leading figures of one unit differ although a later pair agrees (12 dont 2, 21 dont 2)."""
    first, second = a[0], b[0]
    named = bool(first.unit and second.unit) and concept(first.unit, langs[0]) == concept(
        second.unit, langs[1]
    )
    crossed = any(agree(first, y) for y in b) or any(agree(x, second) for x in a)
    return named and not agree(first, second) and not crossed
