"""Figures that somebody rejects, and those given instead ("« Twelve ? False. We count nineteen »")."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from selon.link import wording
from selon.link.chains.scene import Scene
from selon.link.propositions.propositions import Proposition
from selon.link.quantities.magnitudes import ORDER, Figures, concept, relation
from selon.link.quantities.tallies import (
    MEASURES,
    Tally,
    comparable,
    grave,
    tally,
)
from selon.model.quantity import Quantity
from selon.model.span import hull
from selon.model.statement import Stance

FIGURE = 0.94
"""Least likeness of two places with rival figures."""
TAKEN_UP = 0.8
"""Least likeness of a denial to a place whose figure it takes up."""
TELLING = 3.0
"""Figures below this are too common to bind two contents."""
_APART = 2.5
"""Figures that differ by more than this factor count other things."""
_NEXT = 40
"""Code points at most between the figure that somebody rejects and the one that he gives instead."""


def takes_up(scene: Scene, at: int, other: int) -> bool:
    """Tell whether who denies takes up the very figure of a place ("« Douze ? C'est faux », conteste X")."""
    one, two = scene.found[at], scene.found[other]
    if not (_takes_up(one) and two.positive and _same(one, two)):
        return False
    return float(scene.raw[at, other]) >= TAKEN_UP


def taking_up(found: Sequence[Proposition]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield places that deny a figure with those that give it: together all that may be taken up."""
    given = sorted(_by_figure(found, lambda p: p.positive), key=lambda many: _leading(found[many[0]]))
    values = [_leading(found[many[0]]) for many in given]
    for told in _by_figure(found, _takes_up):
        one = found[told[0]]
        first = bisect_left(values, _leading(one) / ORDER)
        last = bisect_right(values, _leading(one) * ORDER)
        same = [k for many in given[first:last] if _same(one, found[many[0]]) for k in many]
        if same:
            yield told, sorted(same)


def _by_figure(found: Sequence[Proposition], asked: Callable[[Proposition], bool]) -> Iterable[list[int]]:
    """The places asked for, by all of their leading figure that comparing it looks at."""
    out: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for k, one in enumerate(found):
        if one.figures and asked(one):
            first = one.figures[0]
            out[one.lang, first.value, first.upper, first.bound, first.bound_words, first.unit].append(k)
    return out.values()


def _leading(one: Proposition) -> float:
    return one.figures[0].value


def _takes_up(one: Proposition) -> bool:
    """Whether a place denies, and has a figure that is not too common to be that of others."""
    denies = one.statement.stance is Stance.denies and not one.positive
    return denies and bool(one.figures) and one.figures[0].value > TELLING


def _same(one: Proposition, two: Proposition) -> bool:
    """Whether the leading figures of two places are the same."""
    return relation(one.figures[:1], two.figures[:1], (one.lang, two.lang)) is Figures.same


def replacements(scene: Scene) -> dict[int, int]:
    """Return {the place of a figure that somebody gives instead: the place where he rejects another}.

    "« Twelve is what they say. We count nineteen. »": the second figure, with no unit of its own, counts what
    the first one does.
    """
    out: dict[int, int] = {}
    found = scene.found
    for k in range(1, len(found)):
        one, before = found[k], found[k - 1]
        gap = one.span.start - before.span.end
        beside = one.doc == before.doc and 0 <= gap <= _NEXT and _one_speaker(scene, one, before)
        rejected = before.statement.stance is Stance.denies and not before.positive and bool(before.figures)
        if beside and rejected and one.positive and one.figures and not one.figures[0].unit:
            out[k] = k - 1
    return out


def instead(scene: Scene, given: dict[int, int], at: int, other: int) -> bool:
    """Tell whether the figure at `at` is given in place of that of `other`, or counts the same otherwise."""
    denial = given.get(at)
    if denial is None:
        return False
    one, two = scene.found[at], scene.found[other]
    figures = one.figures, two.figures
    if not two.positive or not two.figures or float(scene.raw[at, other]) < TAKEN_UP:
        return False
    if _set_apart(scene, one, two) or not _near(figures[0][0], figures[1][0]):
        return False
    return takes_up(scene, denial, other) or any(
        takes_up(scene, denial, k) and _rival(scene, other, k) for k in range(len(scene.found))
    )


def _rival(scene: Scene, at: int, other: int) -> bool:
    """Whether two places give different figures for one quantity of one time, in nearly the same words."""
    one, two = scene.found[at], scene.found[other]
    figures = bool(one.figures and two.figures) and one.positive is two.positive and differ(one, two)
    if not figures or _set_apart(scene, one, two) or not _one_time(scene, one, two):
        return False
    return float(scene.raw[at, other]) >= FIGURE and _rivals(scene, one.figures[0], two.figures[0], one, two)


def differ(one: Proposition, other: Proposition) -> bool:
    """Tell whether the figures of two places contradict each other."""
    return relation(one.figures, other.figures, (one.lang, other.lang)) is Figures.differ


def _one_speaker(scene: Scene, one: Proposition, other: Proposition) -> bool:
    actors = [scene.cast.by_statement.get(p.statement.id) for p in (one, other)]
    named = [a.id for a in actors if a is not None]
    same = len(named) == 2 and named[0] == named[1]
    return one.statement.id == other.statement.id or same or _one_quotation(one, other)


def _one_quotation(one: Proposition, other: Proposition) -> bool:
    return hull(one.statement.content).overlap(hull(other.statement.content)) > 0


def _set_apart(scene: Scene, one: Proposition, two: Proposition) -> bool:
    """Other days of printing, other moments, other places in one text, or words of a new count: no dispute.

    "Last week" means the same in two texts only when both are of one known day.
    """
    dates = [scene.paths.docs[p.doc].date for p in (one, two)]
    moments = {m for m in one.moments ^ two.moments if not m.startswith("day")}
    relative = (
        one.doc != two.doc and None in dates and bool({"before", "after"} & (one.moments | two.moments))
    )
    others = len(set(dates) - {None}) > 1
    places = one.names and two.names and one.doc == two.doc and one.names.isdisjoint(two.names)
    revised = [wording.revised(p.text, p.lang) for p in (one, two)]
    return bool(moments) or relative or others or bool(places) or revised[0] != revised[1]


def _rivals(scene: Scene, x: Quantity, y: Quantity, one: Proposition, two: Proposition) -> bool:
    tallies = _tally(scene, x, one), _tally(scene, y, two)
    small = TELLING if not grave(tallies[0], one.lang) else 1.0
    units = concept(x.unit, one.lang), concept(y.unit, two.lang)
    return _near(x, y, small) and comparable(*tallies) and not MEASURES & set(units)


def _one_time(scene: Scene, one: Proposition, two: Proposition) -> bool:
    """Counts grow: two of them rival each other in one text, or in texts of one known day."""
    dates = [scene.paths.docs[p.doc].date for p in (one, two)]
    return one.doc == two.doc or (dates[0] is not None and dates[0] == dates[1])


def _near(x: Quantity, y: Quantity, small: float = TELLING) -> bool:
    least, most = sorted((x.value, y.value))
    return least < most <= _APART * least and most > small


def _tally(scene: Scene, quantity: Quantity, one: Proposition) -> Tally:
    return tally(quantity, scene.paths.docs[one.doc].text, one.sentence, one.lang)
