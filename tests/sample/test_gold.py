"""The traced sample is held to its gold, one check for each claim, edge, trap, document and statement.

What is not reached yet stands in `later.toml` with the reason, and is expected to fail, strictly: once it is
reached its line must go.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from selon import sample
from selon.sample.gold import GoldDocument
from tests.sample.compare import ClaimResult, Comparison, EdgeResult, compare
from tests.sample.compare_reading import StatementResult, compare_document, compare_statement

GOLD = sample.gold()
LATER: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("later.toml").read_text(encoding="utf-8")
)
CLAIM_CHECKS = {
    "found": lambda r, g: r.predicted is not None,
    "articles": lambda r, g: r.predicted is not None and not r.missing and not r.extra,
    "count": lambda r, g: r.origin_count == g.origin_count,
    "kinds": lambda r, g: r.kinds_fit,
    "names": lambda r, g: r.predicted is not None and not r.unnamed,
    "altered": lambda r, g: r.predicted is not None and r.altered == sum(o.altered for o in g.origins),
    "leads": lambda r, g: r.predicted is not None and not r.misled,
    "circular": lambda r, g: r.circular == g.circular,
    "disputed": lambda r, g: r.predicted is not None and not r.undisputed,
    "rivals": lambda r, g: r.predicted is not None and not r.unopposed,
}
EDGE_CHECKS = {
    "edge": lambda r: r.found is not None,
    "direction": lambda r: r.directed,
    "kind": lambda r: r.kind,
    "level": lambda r: r.level,
}
STATEMENT_CHECKS = {
    "statement": lambda r: r.found is not None,
    "source": lambda r: r.found is None or r.source,
    "stance": lambda r: r.found is None or r.stance,
    "source_kind": lambda r: r.found is None or r.kind,
}
STATEMENTS = {f"{s.doc}:{n}": s for n, s in enumerate(GOLD.statements)}
EDGES = [f"{e.derived}<{e.source}" for e in GOLD.edges]
TRAPS = [f"{t.a}-{t.b}" for t in GOLD.traps]


def cases(check: str, ids: Iterable[str]) -> list[Any]:
    """Return one parameter set `(check, id)` for each id; those of `later.toml` are expected to fail."""
    later = LATER.get(check, {})
    marks = {i: [pytest.mark.xfail(reason=later[i], strict=True)] if i in later else [] for i in ids}
    return [pytest.param(check, i, id=f"{check}-{i}", marks=m) for i, m in marks.items()]


def _each(checks: Iterable[str], ids: Iterable[str]) -> list[Any]:
    known = list(ids)
    return [case for check in checks for case in cases(check, known)]


@pytest.fixture(scope="module")
def compared(traced: Any) -> Comparison:
    """The traced sample beside its gold."""
    return compare(traced.claims, traced.edges, traced.documents)


@pytest.mark.parametrize(("check", "id"), cases("document", [d.id for d in GOLD.documents]))
def test_documents_are_read_as_printed(check: str, id: str, traced: Any) -> None:
    """Outlet, language, title, author, date, zone, credits and furniture of each page are those it prints."""
    gold: GoldDocument = GOLD.document(id)
    found = next((d for d in traced.documents if d.id == id), None)
    assert compare_document(found, gold) == ()


def test_no_document_is_invented(traced: Any) -> None:
    """The trace holds the eighteen documents and no other."""
    assert sorted(d.id for d in traced.documents) == sorted(d.id for d in GOLD.documents)


@pytest.mark.parametrize(("check", "id"), _each(STATEMENT_CHECKS, STATEMENTS))
def test_planted_statements_are_found(check: str, id: str, traced: Any) -> None:
    """Each planted attribution is found; where it is, its source, stance and kind of source are right."""
    result: StatementResult = compare_statement(traced.statements, traced.documents, STATEMENTS[id])
    assert STATEMENT_CHECKS[check](result), result


@pytest.mark.parametrize(("check", "id"), _each(CLAIM_CHECKS, [c.id for c in GOLD.claims]))
def test_claims_meet_the_gold(check: str, id: str, compared: Comparison) -> None:
    """Each claim has its articles, its origins by number, kind and name, and what stands against it."""
    result: ClaimResult = compared.claim(id)
    assert CLAIM_CHECKS[check](result, GOLD.claim(id)), result


@pytest.mark.parametrize(("check", "id"), _each(EDGE_CHECKS, EDGES))
def test_lineage_meets_the_gold(check: str, id: str, compared: Comparison) -> None:
    """Each derivation is found, directed or left undecided, of its kind, on its strongest evidence."""
    result: EdgeResult = compared.edge(*id.split("<"))
    assert EDGE_CHECKS[check](result), result


@pytest.mark.parametrize(("check", "id"), cases("trap", TRAPS))
def test_traps_stay_silent(check: str, id: str, compared: Comparison) -> None:
    """No edge joins two documents that only look related."""
    assert compared.traps[TRAPS.index(id)].edges == ()


@pytest.mark.parametrize(("check", "id"), cases("strays", ["all"]))
def test_no_edge_is_invented(check: str, id: str, compared: Comparison) -> None:
    """Every edge found is one of the gold."""
    assert compared.strays == ()


def test_what_is_left_for_later_is_a_check() -> None:
    """Every line of later.toml names a check of this file and one of its cases, and gives a reason."""
    known = {"document": {d.id for d in GOLD.documents}, "strays": {"all"}}
    known |= {"trap": set(TRAPS), **{c: set(EDGES) for c in EDGE_CHECKS}}
    known |= {c: set(STATEMENTS) for c in STATEMENT_CHECKS}
    known |= {c: {g.id for g in GOLD.claims} for c in CLAIM_CHECKS}
    assert all(set(cases_) <= known[check] for check, cases_ in LATER.items())
    assert all(reason.strip() for cases_ in LATER.values() for reason in cases_.values())
