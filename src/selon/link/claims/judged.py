"""Which places people put into one claim, or kept apart, held against what the machine found."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from selon.link.propositions.propositions import Proposition
from selon.link.rulings import Rulings
from selon.model.judgement import Subject, Verdict, place_of, together
from selon.model.span import Span


def joined_places(found: Sequence[Proposition], rulings: Rulings) -> tuple[tuple[int, ...], ...]:
    """Return the rows of `found` that judgements put into one claim, each set sorted, two rows or more."""
    sets = []
    for keys in together(rulings.judgements, Subject.claims):
        rows = {k for key in sorted(keys) for k in _rows(found, key)}
        if len(rows) > 1:
            sets.append(tuple(sorted(rows)))
    return tuple(sorted(sets))


def judged_places(found: Sequence[Proposition], rulings: Rulings) -> frozenset[int]:
    """Return the rows of `found` that any judgement about claims names."""
    keys = {key for j in rulings.judgements if j.about is Subject.claims for key in (j.a, j.b)}
    return frozenset(k for key in sorted(keys) for k in _rows(found, key))


def parted_places(
    found: Sequence[Proposition], rulings: Rulings, joined: Sequence[Sequence[int]]
) -> frozenset[tuple[int, int]]:
    """Return the pairs of rows that must not meet: places judged different, with all that is the same as
    them."""
    mates = {k: tuple(many) for many in joined for k in many}
    out: set[tuple[int, int]] = set()
    for one in rulings.pairs(Subject.claims, Verdict.different):
        for i, j in product(_rows(found, one.a), _rows(found, one.b)):
            out.update(product(mates.get(i, (i,)), mates.get(j, (j,))))
    return frozenset((min(p), max(p)) for p in out)


def _rows(found: Sequence[Proposition], key: str) -> tuple[int, ...]:
    """The places that a key names: at least half of either; none when the document has left the dossier."""
    doc, span = place_of(key)
    return tuple(k for k, p in enumerate(found) if p.doc == doc and _one_place(p.span, span))


def _one_place(one: Span, other: Span) -> bool:
    return one.overlap(other) * 2 > min(len(one), len(other))
