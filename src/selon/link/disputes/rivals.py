"""Two places that give different figures for one quantity, with nothing that sets them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from selon.link import wording
from selon.link.chains.scene import Scene
from selon.link.propositions.propositions import Proposition
from selon.link.quantities.magnitudes import Figures, concept, relation
from selon.link.quantities.tallies import (
    MEASURES,
    Tally,
    befallen,
    comparable,
    grave,
    running,
    tally,
    told_alike,
)
from selon.model.quantity import Quantity
from selon.model.span import hull
from selon.model.statement import Stance

FIGURE, FIGURE_NEAR = 0.97, 0.92
"""Least likeness of two places with rival figures, in two texts and in one."""
FIGURE_COUNTED = 0.945
"""The same in two texts when both say what kind of people they count."""
TAKEN_UP = 0.86
"""Least likeness of a denial to a place whose figure it takes up."""
TELLING = 3.0
"""Figures below this are too common to bind two contents."""
_APART = 2.5
"""Figures that differ by more than this factor count other things."""
_CLOSE = 400
"""Code points at most between two counts of one text that two sources give for the same heads."""
BESIDE = 0.8
"""Least likeness of two such counts."""
_NEXT = 40
"""Code points at most between the figure that somebody rejects and the one that he gives instead."""


def rival(scene: Scene, at: int, other: int) -> bool:
    """Tell whether two places give different figures for one quantity, with nothing that sets them apart."""
    one, two = scene.found[at], scene.found[other]
    if one.positive is not two.positive or not differ(one, two) or _set_apart(scene, one, two):
        return False
    if not (one.figures and two.figures):
        return False
    if _side_by_side(scene, at, other):
        return True
    told = befallen(_tally(scene, one.figures[0], one), _tally(scene, two.figures[0], two), one.lang)
    least = FIGURE_NEAR if one.doc == two.doc else FIGURE_COUNTED if told else FIGURE
    return bool(scene.raw[at, other] >= least) and any(
        _rivals(scene, x, y, one, two) for x in one.figures[:1] for y in two.figures[:1]
    )


def neighbours(found: Sequence[Proposition]) -> dict[int, frozenset[int]]:
    """Return for each place with a figure the places of its text close to it that have one too."""
    out: dict[int, set[int]] = defaultdict(set)
    last: list[int] = []
    for k, one in enumerate(found):
        if not one.figures:
            continue
        last = [j for j in last if found[j].doc == one.doc and _gap(found[j], one) <= _CLOSE]
        for j in last:
            out[k].add(j)
            out[j].add(k)
        last.append(k)
    return {k: frozenset(many) for k, many in out.items()}


def _gap(one: Proposition, two: Proposition) -> int:
    return max(one.span.start - two.span.end, two.span.start - one.span.end)


def _side_by_side(scene: Scene, at: int, other: int) -> bool:
    """Two counts that one text sets beside each other, of one known kind of heads, each by its own source.

    "13,800 marched, according to X. They were 10,500, says Y."
    """
    one, two = scene.found[at], scene.found[other]
    if one.doc != two.doc or _gap(one, two) > _CLOSE or float(scene.raw[at, other]) < BESIDE:
        return False
    actors = [scene.cast.by_statement.get(p.statement.id) for p in (one, two)]
    x, y = one.figures[0], two.figures[0]
    known = told_alike(_tally(scene, x, one), _tally(scene, y, two), one.lang)
    named = {a.id for a in actors if a is not None}
    return known and len(named) == 2 and _rivals(scene, x, y, one, two)


def takes_up(scene: Scene, at: int, other: int) -> bool:
    """Tell whether who denies takes up the very figure of a place ("« Douze ? C'est faux », conteste X")."""
    one, two = scene.found[at], scene.found[other]
    if one.statement.stance is not Stance.denies or one.positive or not one.figures or not two.positive:
        return False
    same = relation(one.figures[:1], two.figures[:1], (one.lang, two.lang)) is Figures.same
    return same and one.figures[0].value > TELLING and float(scene.raw[at, other]) >= TAKEN_UP


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
        takes_up(scene, denial, k) and rival(scene, other, k) for k in range(len(scene.found))
    )


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
    if not _near(x, y, small) or not comparable(*tallies) or MEASURES & set(units):
        return False
    return not running(*tallies, one.lang) or _one_time(scene, one, two)


def _one_time(scene: Scene, one: Proposition, two: Proposition) -> bool:
    """A toll grows: two of them rival each other in one text, or in texts of one known day."""
    dates = [scene.paths.docs[p.doc].date for p in (one, two)]
    return one.doc == two.doc or (dates[0] is not None and dates[0] == dates[1])


def _near(x: Quantity, y: Quantity, small: float = TELLING) -> bool:
    least, most = sorted((x.value, y.value))
    return least < most <= _APART * least and most > small


def _tally(scene: Scene, quantity: Quantity, one: Proposition) -> Tally:
    return tally(quantity, scene.paths.docs[one.doc].text, one.sentence, one.lang)
