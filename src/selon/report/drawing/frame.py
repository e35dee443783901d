"""Where the columns of a provenance drawing stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selon.report.drawing import signs, svg
from selon.report.drawing.signs import Sign
from selon.report.questions.case import Case
from selon.report.questions.phrases import how_phrase, kind_phrase, node_name
from selon.report.questions.pilewords import pile_how, row_name
from selon.report.questions.rows import Node, Row, Tree
from selon.report.wording import Words

ROW = 30
TOP = 64
INDENT = 30
NARROW = 1000.0
"""Width that leaves room for the words beside the drawing."""
WIDE = 1312.0
"""Width of a whole page."""

_STRIP = 200.0
"""Least width of the strip of dates."""

_RUNNING = 400.0
"""Most width that the columns of actors get for one name that runs on over them."""


TRUNK = 22.0
"""Pixels before a column at which the lines to it go down."""


@dataclass(frozen=True)
class Column:
    """How wide a column would be, and how wide it is at least, its labels on two lines; in pixels."""

    wanted: float
    least: float

    @classmethod
    def fixed(cls, size: float) -> Column:
        """Return a column of one width."""
        return cls(size, size)

    @property
    def spare(self) -> float:
        """What can be taken from it."""
        return max(0.0, self.wanted - self.least)


@dataclass(frozen=True)
class Frame:
    """Where the columns of one drawing stand, in pixels.

    A drawing with stacks has a strip of dates from `strip` to `width` at its right in place of a column.
    """

    actors: tuple[float, ...]
    texts: float
    turns: float
    sigla: float
    names: float
    dates: float
    hows: float
    levels: float
    strip: float | None
    width: float

    def tick(self, row: Row) -> float:
        """Return the left end of the tick of a text."""
        return self.texts + 3 + INDENT * row.depth


def y(slot: int) -> float:
    """Return the middle line of a row."""
    return float(TOP + ROW * slot)


def node_sign(node: Node) -> Sign:
    """Return the sign of a node; a circle has its own."""
    if node.origin is not None:
        return signs.of_origin(node.origin)
    return signs.LOOP if node.circular else signs.of_kind(node.kind)


def date_phrase(case: Case, doc: str, words: Words) -> str:
    """Return when a document came out: hours within one year, years beyond."""
    found = case.docs.get(doc)
    return words.date(found.published if found else None, case.several_years, not case.several_years)


def frame(case: Case, tree: Tree, words: Words) -> Frame:
    """Measure the columns; where labels on one line are too wide for the words beside them, they take two.

    A drawing too wide even then has the whole page. Labels longer than their column are cut when drawn.
    """
    strip = any(row.pile for row in tree.rows)
    columns = [*_actors(case, tree, words), *_columns(case, tree, words, strip)]
    fixed = INDENT * max((r.depth for r in tree.rows), default=0) + (76 if tree.loop else 36)
    sizes = _cut(columns, NARROW - fixed - (_STRIP if strip else 0))
    return _placed(sizes, tree.columns, fixed, strip)


def _actors(case: Case, tree: Tree, words: Words) -> list[Column]:
    """Return the widths of the columns of actors."""
    most = {1: 320.0, 2: 240.0, 3: 190.0}.get(tree.columns, 170.0)
    out, last = [], tree.columns - 1
    for column in range(tree.columns):
        nodes = [n for n in tree.nodes if n.column == column]
        names = [actor_name(case, n, words) for n in nodes if beside(tree, n) or column == last]
        floor = max([112.0, *(_kind_room(n, words) for n in nodes if bounded(tree, n))])
        out.append(_lines(names, 14.5, 44, floor, max(most, floor)))
    for node in (n for n in tree.nodes if n.column < last and not beside(tree, n)):
        out[last] = _running(actor_name(case, node, words), out[node.column :])
    return out


def _kind_room(node: Node, words: Words) -> float:
    """Return the width that the words below the line of an actor need on two lines."""
    kind = kind_phrase(node, node_sign(node), words)
    return 250.0 if node.circular else min(200.0, 54 + svg.least(kind, 12))


def bounded(tree: Tree, node: Node) -> bool:
    """Tell whether lines go down beside an actor before the next column, or another actor stands there."""
    if node.column + 1 == tree.columns or beside(tree, node) == node.column + 1:
        return True
    return any(n.parent is not None and tree.nodes[n.parent] is node for n in tree.nodes)


def _running(name: str, columns: Sequence[Column]) -> Column:
    """Return the last of `columns` as wide as a name needs that runs on over all of them."""
    last = columns[-1]
    wanted = min(_RUNNING, svg.width(name) + 44) - sum(c.wanted for c in columns)
    least = min(_RUNNING, svg.least(name) + 44) - sum(c.least for c in columns)
    return Column(last.wanted + max(0.0, wanted), last.least + max(0.0, least))


def actor_name(case: Case, node: Node, words: Words) -> str:
    """Return the name of an actor as a label: it begins with a capital, unless the words are quoted."""
    name = node_name(case, node, words)
    return name[:1].upper() + name[1:]


def beside(tree: Tree, node: Node) -> int | None:
    """Return the next column that has an actor at the height of the name of `node`, None for none."""
    near = (node.slot - 1, node.slot, node.slot + 1)
    return min((n.column for n in tree.nodes if n.slot in near and n.column > node.column), default=None)


def _columns(case: Case, tree: Tree, words: Words, strip: bool) -> list[Column]:
    """Return the widths of: turns, sigla, names, dates, how, evidence."""
    rows = tree.rows
    sigla = min(96.0, max((svg.width(r.doc, 12) for r in rows if not r.stack), default=20.0) + 10)
    dates = [] if strip else [svg.width(date_phrase(case, r.doc, words), 12) + 12 for r in rows]
    return [
        Column.fixed(18.0 if strip else 0.0),
        Column.fixed(sigla),
        _lines([row_name(case, r, words) for r in rows], 14.5, 34, 110, 260),
        Column.fixed(max([0.0, *dates])),
        _lines([_how(case, r, words) for r in rows], 12, 24, 100, 270),
        Column.fixed(44.0),
    ]


def _lines(labels: Sequence[str], size: float, beside: float, floor: float, most: float) -> Column:
    """Return the widths of a column of labels that may take two lines, with room `beside` each."""
    wanted = max((svg.width(label, size) for label in labels), default=0.0) + beside
    least = max((svg.least(label, size) for label in labels), default=0.0) + beside
    return Column(min(most, max(floor, wanted)), min(most, max(floor, least)))


def _how(case: Case, row: Row, words: Words) -> str:
    return pile_how(case, row, words) if row.stack else how_phrase(case, row, words)


def _cut(columns: Sequence[Column], room: float) -> list[float]:
    """Shrink columns to their least widths when that makes them fit, outlets last; else leave them."""
    over = sum(c.wanted for c in columns) - room
    sizes = [c.wanted for c in columns]
    if over > sum(c.spare for c in columns):
        return sizes
    names = len(columns) + _NAMES
    for place in sorted(range(len(columns)), key=lambda n: (n == names, -n)):
        cut = min(max(0.0, over), columns[place].spare)
        sizes[place] -= cut
        over -= cut
    return sizes


_NAMES = -4
"""Place of the column of names, from the last."""


def _placed(sizes: Sequence[float], columns: int, fixed: float, strip: bool) -> Frame:
    actors = [0.0]
    for size in sizes[:columns]:
        actors.append(actors[-1] + size)
    turns, sigla, names, dates, hows, levels = sizes[columns:]
    at = [actors[-1] + fixed]
    for size in (turns, sigla, names, dates, hows, levels):
        at.append(at[-1] + size)
    end = at[-1]
    width = max(NARROW, round(end) + (_STRIP if strip else 0))
    if strip and width > NARROW:
        width = max(WIDE, width)
    levels_at = end if strip else width
    return Frame(
        tuple(actors[:-1]),
        actors[-1],
        at[0],
        at[1],
        at[2],
        at[3],
        at[4],
        levels_at,
        end + 24 if strip else None,
        width,
    )
