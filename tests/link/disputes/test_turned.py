"""When an affirmation and a denial speak of one thing."""

from __future__ import annotations

import pytest

from selon.model.statement import Form, Modality, SourceKind
from tests.link.story import Story

SAYS = {"fr": "{}, dit {}.", "en": "{}, says {}."}


def answered(
    claim: str,
    denial: str,
    lang: str,
    speaker: str = "Aubin Trellec",
    moods: tuple[Modality, Modality] = (Modality.asserted, Modality.asserted),
) -> Story:
    """A claim of Lise Aubray, and a denial in a second text."""
    story = Story()
    for doc, words, who, mood in (("x1", claim, "Lise Aubray", moods[0]), ("y1", denial, speaker, moods[1])):
        story.doc(doc, SAYS[lang].format(words, who), f"Outlet {doc}", lang=lang)
        story.said(doc, words, who, SourceKind.named_person, form=Form.direct, modality=mood)
    return story


def contested(story: Story, claim: str) -> int:
    return len(story.claim("x1", claim).disputed_by)


YIELDED = {
    "fr": ("Le barrage de Sourdelle a cédé", "Le barrage de Sourdelle n'a pas cédé"),
    "en": ("The Sourdelle dam gave way in the night", "The Sourdelle dam did not give way in the night"),
}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_nobody_contests_himself(lang: str) -> None:
    """Two reports of one source are two reports, whatever words each has kept."""
    claim, denial = YIELDED[lang]
    assert contested(answered(claim, denial, lang), claim) == 1
    assert contested(answered(claim, denial, lang, "Lise Aubray"), claim) == 0


@pytest.mark.parametrize(
    ("claim", "same", "other", "lang"),
    [
        (
            "Le syndicat versera la prime de pluie aux dockers du port",
            "Le syndicat ne versera pas la prime de pluie aux dockers du port",
            "La brasserie ne versera pas la prime de pluie aux dockers du port",
            "fr",
        ),
        (
            "The union will pay the rain bonus to the dockers of the port",
            "The union will not pay the rain bonus to the dockers of the port",
            "The brewery will not pay the rain bonus to the dockers of the port",
            "en",
        ),
    ],
)
def test_a_denial_of_another_one_contests_nothing(claim: str, same: str, other: str, lang: str) -> None:
    """What somebody will not do is no word against what somebody else will do."""
    assert contested(answered(claim, same, lang), claim) == 1
    assert contested(answered(claim, other, lang), claim) == 0


@pytest.mark.parametrize(
    ("claim", "flat", "until_now", "lang"),
    [
        (
            "Une fissure a été trouvée dans le barrage de Sourdelle",
            "Aucune fissure n'a été trouvée dans le barrage de Sourdelle",
            "Aucune fissure n'a pour l'instant été trouvée dans le barrage de Sourdelle",
            "fr",
        ),
        (
            "A crack was found in the dam of Sourdelle",
            "No crack was found in the dam of Sourdelle",
            "So far no crack was found in the dam of Sourdelle",
            "en",
        ),
    ],
)
def test_what_is_denied_until_now_contests_nothing(claim: str, flat: str, until_now: str, lang: str) -> None:
    """ "None so far" is true beside "one was found", which another text may tell of later."""
    assert contested(answered(claim, flat, lang), claim) == 1
    assert contested(answered(claim, until_now, lang), claim) == 0


@pytest.mark.parametrize(
    ("claim", "denial", "lang"),
    [
        (
            "Le consortium doit réparer le barrage avant l'hiver",
            "Le consortium réparera le barrage avant l'hiver, si la crue ne revient pas",
            "fr",
        ),
        ("The company should repair the dam", "The company will not repair the dam if it rains", "en"),
    ],
)
def test_what_hangs_on_a_condition_denies_no_duty(claim: str, denial: str, lang: str) -> None:
    """What will be, under a condition, is no word against what should be."""
    moods = Modality.obligation, Modality.conditional
    assert contested(answered(claim, denial, lang, moods=moods), claim) == 0


CRANE = {
    "fr": "la grue du quai nord, achetée par le port de Morvagne en mai, a soulevé le bac",
    "en": "the crane of the north quay, bought by the port of Morvagne in May, lifted the ferry",
}


@pytest.mark.parametrize(
    ("claim", "denial", "lang"),
    [
        (CRANE["fr"], f"Il n'y avait pas de vent quand {CRANE['fr']}", "fr"),
        (CRANE["en"], f"There was no wind when {CRANE['en']}", "en"),
        (
            "L'incendie de la grange est volontaire",
            "Il n'y a pas eu de vent, même si l'acte est criminel",
            "fr",
        ),
        ("The barn was set on fire deliberately", "There was no wind, even if the fire was criminal", "en"),
    ],
)
def test_a_negation_reaches_no_further_than_its_clause(claim: str, denial: str, lang: str) -> None:
    """What both say, word for word or by a concept, outside of the clause that denies is affirmed twice."""
    assert contested(answered(claim, denial, lang), claim) == 0


def test_who_denies_is_not_contested_by_his_own_words() -> None:
    """What stands against a denial in turn is the word of others."""
    claim, denial = YIELDED["fr"]
    story = answered(claim, denial, "fr")
    story.doc("z1", f"{claim}, dit Aubin Trellec.", "Outlet z1")
    story.said("z1", claim, "Aubin Trellec", SourceKind.named_person, form=Form.direct)
    assert {d.actor for d in story.claim("y1", denial).disputed_by} == {"Lise Aubray"}


@pytest.mark.parametrize(
    ("claim", "flat", "unseen", "lang"),
    [
        (
            "Un coup de feu a été tiré sur le quai de Sourdelle",
            "Aucun coup de feu n'a été tiré sur le quai de Sourdelle",
            "Je n'ai pas entendu le coup de feu tiré sur le quai de Sourdelle",
            "fr",
        ),
        (
            "A shot was fired on the quay of Sourdelle",
            "No shot was fired on the quay of Sourdelle",
            "I did not hear the shot fired on the quay of Sourdelle",
            "en",
        ),
    ],
)
def test_who_did_not_see_or_hear_contests_nothing(claim: str, flat: str, unseen: str, lang: str) -> None:
    """A shot that somebody did not hear may have been fired all the same."""
    assert contested(answered(claim, flat, lang), claim) == 1
    assert contested(answered(claim, unseen, lang), claim) == 0
