"""Whom a mention means inside its document."""

from __future__ import annotations

from selon.analyse.holders import Holders
from selon.model.statement import SourceKind


def test_a_description_means_who_spoke_just_now() -> None:
    """The one who spoke before it, when the text gives it to nobody else."""
    holders = Holders("en", "Mara Veil said so. The driver said more.")
    holders.learn("Mara Veil")
    holders.resolve("Mara Veil")
    assert holders.resolve("the driver") == ("Mara Veil", SourceKind.named_person)


def test_a_description_does_not_mean_who_spoke_long_before() -> None:
    """Others have spoken since: the driver is somebody unnamed."""
    holders = Holders("en", "Mara Veil said so. The ministry answered. A union agreed. The driver said more.")
    holders.learn("Mara Veil")
    for mention in ("Mara Veil", "the ministry", "a union"):
        holders.resolve(mention)
    assert holders.resolve("the driver") == (None, SourceKind.anonymous)


def test_somebody_called_by_another_is_not_that_one() -> None:
    """ "His father" speaks for himself: he is not the son who spoke just before."""
    holders = Holders("fr", "Hugo Lamy a dit cela. Son père a dit le contraire.")
    holders.learn("Hugo Lamy")
    holders.resolve("Hugo Lamy")
    assert holders.resolve("son père") == (None, SourceKind.anonymous)
