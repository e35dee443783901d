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


def test_an_office_is_not_another_that_shares_a_word_with_it() -> None:
    """ "Le chef de l'État" is no secretary of state, and the field of an office is no first name."""
    text = "Le secrétaire d'État à l'Intérieur Ivo Sarre est venu. La ministre de la Santé Ana Sol aussi."
    holders = Holders("fr", text)
    assert holders.resolve("le chef de l'État")[0] == "le chef de l'État"
    assert holders.resolve("la ministre") == ("Ana Sol", SourceKind.named_person)


def test_a_place_of_an_office_is_no_name() -> None:
    """ "Le maire de La Roche Bleue, X": he is X."""
    holders = Holders("fr", "Le maire de La Roche Bleue, Ivo Sarre, est venu.")
    assert holders.resolve("le maire") == ("Ivo Sarre", SourceKind.named_person)


def test_a_long_word_in_capitals_takes_no_time() -> None:
    """A place in capitals is read once, however long it is."""
    holders = Holders("fr", f"Le maire de {'A' * 2000}. Le maire a parlé.")
    assert holders.resolve("le maire")[0] == "le maire"
