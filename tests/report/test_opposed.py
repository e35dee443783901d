"""Open disputes as groups of claims that cannot stand together."""

from __future__ import annotations

from selon.report.questions import overview
from selon.report.questions.case import Case
from selon.report.questions.opposed import opposed
from tests.report.sample import build


def test_claims_that_stand_against_each_other_are_one_group():
    """Each contested claim is in one group with its rivals, those of most articles first."""
    case = Case(build())
    found = opposed(case, overview.disputed(case))
    ids = [[i.claim.id for i in group.items] for group in found]
    assert ["claim:hurt", "claim:many"] in ids
    every = [ident for group in ids for ident in group]
    assert len(every) == len(set(every))
    for group in found:
        counts = [len(i.claim.articles) for i in group.items]
        assert counts == sorted(counts, reverse=True) and group.levels


def test_who_denies_in_words_of_no_claim_is_named():
    """A denial that is no claim of the dossier stands with its actor and document."""
    case = Case(build())
    hurt = next(g for g in opposed(case, overview.disputed(case)) if g.items[0].claim.id == "claim:hurt")
    assert hurt.denials == (("Baptiste Ormelin", "d08"),)
