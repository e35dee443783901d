"""What a government says through its ministries: "the government" in one text, the ministry in another."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from selon.languages import pack
from selon.link import wording
from selon.link.actors.body_names import Body

SPEAK_THROUGH = {"government": frozenset({"government", "ministry", "presidency", "premiership"})}
"""Bodies that speak through others; any other bare body means one of its own kind."""


def may_mean(body: Body, others: Iterable[Body]) -> bool:
    """Tell whether the words of a body may mean one of `others`, of one country.

    The country at home need not be said ("the Department of Health" of "the British government"); a foreign
    one must ("Moscow" is no ministry without a word for Russia).
    """
    kinds = SPEAK_THROUGH.get(body.concept, frozenset({body.concept}))
    return any(o.concept in kinds and _one_country(body, o) for o in others)


def _one_country(body: Body, other: Body) -> bool:
    if body.concept not in SPEAK_THROUGH:
        return body.may_be(Body(body.concept, other.qualifiers))
    abroad = Body("", body.qualifiers - _home() - _fields())
    there = Body("", other.qualifiers - _home() - _fields())
    return abroad.may_be(there) and bool(abroad.qualifiers) <= bool(there.qualifiers)


@cache
def _home() -> frozenset[str]:
    tables = pack.everywhere("actors")
    return frozenset(wording.stem(w) for t in tables.values() for w in t.get("home", ()))


@cache
def _fields() -> frozenset[str]:
    return frozenset(f for t in pack.everywhere("actors").values() for f in t.get("portfolios", {}))
