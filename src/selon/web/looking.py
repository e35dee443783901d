"""The ways to see a drawing as addresses: which view, which stacks are open, whose way is selected."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from selon.model.judgement import Subject, place_of, standing
from selon.report.questions.layout import STACK_ABOVE
from selon.report.questions.looks import Look, View
from selon.report.questions.rows import Tree
from selon.report.wording import Words
from selon.store.snapshot import Snapshot
from selon.web.bench import cut

_OPEN = re.compile(r"(\d{1,5})\.(.+)", re.S)
_MOST_ROWS = 100
"""Rows after which only all texts show the origins left."""

_LONGEST_ID = 22
"""Characters of a document's id in the name of a view."""

_MOST_OPEN = 50
"""Stacks that one address opens; more are left closed."""


@dataclass(frozen=True)
class Way:
    """One entry of the list of views."""

    name: str
    href: str
    now: bool


def look(query: QueryParams, judged: frozenset[str]) -> Look:
    """Return how the drawing is asked for; what cannot be read is taken as not asked."""
    asked = query.get("view", "")
    view = View(asked) if asked in tuple(View) else View.auto
    path = query.get("path", "")
    if view is View.path and not path:
        view = View.auto
    found = (_OPEN.fullmatch(value) for value in query.getlist("open")[:_MOST_OPEN])
    most = 0 if view in (View.all, View.path) else _MOST_ROWS
    return Look(view, path, {m[2]: int(m[1]) for m in found if m}, judged, most, query.get("words", ""))


def address(page: str, seen: Look) -> str:
    """Return the address of a page with its drawing seen in that way."""
    told: list[tuple[str, str]] = [] if seen.view is View.auto else [("view", seen.view)]
    told += [("path", seen.path)] if seen.path else []
    told += [("open", f"{rows}.{pile}") for pile, rows in sorted(seen.open.items())]
    told += [("words", seen.words)] if seen.words else []
    return page + ("?" + urlencode(told) if told else "")


def judged(view: Snapshot) -> frozenset[str]:
    """Return the documents that a judgement in force is about: copies of each other, or places of claims."""
    found: set[str] = set()
    for one in standing(view.judgements()):
        if one.about is Subject.reuse:
            found.update((one.a, one.b))
        elif one.about is Subject.claims:
            found.update(place_of(key)[0] for key in (one.a, one.b))
    return frozenset(found)


def ways(page: str, seen: Look, tree: Tree, texts: int, chosen: str, say: Words) -> list[Way]:
    """Return the views that a drawing can have; `chosen` is the document whose way is offered.

    `texts` are all texts of the claim, drawn or not. A drawing of one text has no views.
    """
    if texts < 2:
        return []
    large = texts > STACK_ABOVE
    stacked = seen.view is View.stacks or (seen.view is View.auto and large)
    counted = say.plain(
        "tree.view_stacked", texts=say.count("texts", tree.texts), rows=say.count("rows", len(tree.rows))
    )
    names = {
        View.all: say.plain("tree.view_all"),
        View.stacks: counted if stacked else say.plain("tree.view_stacks"),
        View.media: say.plain("tree.view_media"),
    }
    current = View.stacks if stacked else View.all if seen.view is View.auto else seen.view
    plain = replace(seen, open={}, words="")
    out = [Way(name, address(page, replace(plain, view=v)), v is current) for v, name in names.items()]
    if way := seen.path or chosen:
        name = say.plain("tree.view_path", doc=cut(way, _LONGEST_ID))
        out.append(Way(name, address(page, Look(View.path, way)), current is View.path))
    return out
