"""Polarity is read from the main clause of a content."""

import pytest

from selon.text.polarity import denied_clause, denied_of, denies, promises, provisional, unperceived, unproven


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("if the ferry line does not pay, the town will clear the pier", "en"),
        ("the town will clear the pier, but not the yard", "en"),
        ("a barge, not a ferry, struck the pier", "en"),
        ("the repair is free of charge", "en"),
        ("S'il n'a pas quitté le port, le chalutier est à quai", "fr"),
        ("avoir heurté le quai, et non la digue", "fr"),
        ("le quai rouvrira, mais pas avant lundi", "fr"),
        ("Ce n'est pas le pilote qui a menti, c'est le port", "fr"),
        ("It is not the pilot who lied, it is the harbour", "en"),
        ("il n'est pas exclu que le quai rouvre", "fr"),
        ("le port a vendu le quai sans rien dire à la mairie", "fr"),
        ("Aubray n'est pas la seule à avoir menti", "fr"),
        ("Aubray is not the only one who lied", "en"),
        ("the harbour cannot be ruled out as the cause", "en"),
        ("il ne fait aucun doute que le quai rouvrira", "fr"),
        ("Je ne doute pas que le quai rouvrira", "fr"),
        ("There is no doubt that the pier will open", "en"),
        ("I do not doubt that the pier will open", "en"),
        ("la fermeture du quai relève du « jamais-vu »", "fr"),
        ("Il ne fait pas que relayer les annonces du port", "fr"),
    ],
)
def test_a_negative_word_apart_denies_nothing(text, lang):
    """What a condition, a contrast or a second clause denies is not what the content denies."""
    assert not denies(text, lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("the ferry line did not pay, although the town asked", "en"),
        ("there is no trace of oil in the yard", "en"),
        ("But the pier was never closed", "en"),
        ("Le port veut faire croire que le quai rouvrira", "fr"),
        ("the ferry line can’t repair the pier", "en"),
        ("The port would have us believe that the pier will open", "en"),
        ("aucune trace d'hydrocarbure n'a été relevée", "fr"),
        ("que le quai n'a jamais fermé", "fr"),
        ("qu'aucune digue n'a cédé", "fr"),
        ("on voit bien que le quai n'est pas sûr", "fr"),
        ("Mais le quai, fermé en mai, n'a jamais rouvert", "fr"),
        ("ce quai n'est guère sûr", "fr"),
    ],
)
def test_a_negative_main_clause_denies(text, lang):
    """Words that tie a content to its cue do not hide its negation."""
    assert denies(text, lang)


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("there is no evidence that the pier was sold", "en", True),
        ("the sale has not been established", "en", True),
        ("the pier was not sold", "en", False),
        ("rien ne prouve que le quai a été vendu", "fr", True),
        ("la vente n’est pas encore établie", "fr", True),
        ("le quai n'a pas été vendu", "fr", False),
    ],
)
def test_what_is_not_shown_is_told_from_what_is_denied(text, lang, found):
    """Words for missing proof speak of what others say; a plain negation does not."""
    assert unproven(text, lang) is found
    assert denies(text, lang)


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("Incendie de la scierie : ce que l’on sait", "fr", True),
        ("Sawmill fire: what we know so far", "en", True),
        ("La scierie a brûlé, on le sait depuis hier", "fr", False),
        ("The sawmill burned down, as we know", "en", False),
    ],
)
def test_a_headline_that_only_promises_says_nothing(text: str, lang: str, found: bool) -> None:
    """ "What we know" tells nothing yet."""
    assert promises(text, lang) is found


@pytest.mark.parametrize(
    ("text", "lang", "subject"),
    [
        ("The harbour company will not pay for the pier", "en", "the harbour company will"),
        ("La compagnie du port ne paiera pas le quai", "fr", "la compagnie du port"),
        ("Il n'y a aucune fissure", "fr", "il"),
    ],
)
def test_what_a_denial_is_said_of_stands_before_its_negative_word(text, lang, subject):
    """The French particle in front of the verb ends it, the English word itself."""
    assert denied_of(text, lang).strip() == subject


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("no crack has been found so far", "en", True),
        ("no crack was found", "en", False),
        ("aucune fissure n'a pour l'instant été vue", "fr", True),
        ("aucune fissure n'a été vue", "fr", False),
    ],
)
def test_what_holds_until_now_is_told_from_what_holds(text, lang, found):
    """ "So far" leaves room for what comes after."""
    assert provisional(text, lang) is found


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("ne pas avoir entendu de coup de feu", "fr", True),
        ("n'avoir pas eu connaissance du rapport", "fr", True),
        ("ne se souvient pas du rapport", "fr", True),
        ("aucun coup de feu n'a été tiré", "fr", False),
        ("did not see the shot", "en", True),
        ("no shot was fired", "en", False),
    ],
)
def test_what_somebody_did_not_perceive_is_told_from_what_was_not(text, lang, found):
    """Who did not hear a shot does not say that none was fired."""
    assert unperceived(text, lang) is found


@pytest.mark.parametrize(
    ("text", "lang", "clause"),
    [
        ("le quai a rouvert, il n'y a plus aucun danger", "fr", "il n'y a plus aucun danger"),
        ("the pier is open, there is no danger left", "en", "there is no danger left"),
        ("le quai n'a pas rouvert, il y a du danger", "fr", "le quai n'a pas rouvert"),
        ("le quai, fermé depuis mai, n'a pas rouvert", "fr", "le quai, ferme depuis mai, n'a pas rouvert"),
    ],
)
def test_a_denial_reaches_no_clause_beside_it(text: str, lang: str, clause: str) -> None:
    """A clause with an empty subject needs nothing of the one before it, and denies nothing of it."""
    assert denied_clause(text, lang) == clause


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("Selon la mairie, qui gère le bac, il n'existe aucun lien entre les deux quais", "fr", True),
        ("According to the town, which runs the ferry, there is no link between the piers", "en", True),
        ("Selon la mairie, qui n'a rien vu, le bac est à quai", "fr", False),
    ],
)
def test_a_source_that_opens_a_content_is_not_what_is_denied(text: str, lang: str, found: bool) -> None:
    """Nor is what is told of that source."""
    assert denies(text, lang) is found


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("Les regrets n'auront pas suffi : l'ancien boxeur a été condamné à un an de prison", "fr", False),
        ("Le maire est formel : la digue n'a pas cédé", "fr", True),
        ("La digue n'a pas cédé : les images le montrent", "fr", True),
        ("No luck this time: the pier was closed for a year", "en", False),
        ("Le train de 16:45 n'est pas parti", "fr", True),
    ],
)
def test_of_two_sides_of_a_colon_the_longer_one_is_asserted(text: str, lang: str, found: bool) -> None:
    """What leads to it, or sums it up, denies nothing."""
    assert denies(text, lang) is found
