"""Disputes: which places contest a claim, and on what."""

from __future__ import annotations

from selon.model.claim import DisputeLevel
from selon.model.statement import Form, Modality, SourceKind, Stance
from tests.link.story import Story, ferry


def marchers(first: str, second: str, days: tuple[str | None, str | None] = (None, None)) -> Story:
    """Two counts of one march, by two sources in two texts."""
    story = Story()
    for doc, text, source, day in (
        ("x1", first, "la mairie de Brindelle", days[0]),
        ("y1", second, "le syndicat des bergers", days[1]),
    ):
        story.doc(doc, f"{text}, selon {source}.", f"Outlet {doc}", day=day)
        story.said(doc, text, source, SourceKind.organisation)
    return story


def test_rival_figures_dispute_each_other() -> None:
    """Two counts of one march of one day stand against each other, with actor and level."""
    story = marchers("4.000 marcheurs ont défilé à Brindelle", "7.000 marcheurs ont défilé à Brindelle")
    (dispute,) = story.claim("x1", "4.000 marcheurs").disputed_by
    assert (dispute.doc, dispute.level, dispute.actor) == (
        "y1",
        DisputeLevel.figure,
        "le syndicat des bergers",
    )
    assert story.claim("y1", "7.000 marcheurs").disputed_by[0].doc == "x1"
    assert dispute.claim == story.claim("y1", "7.000 marcheurs").id


def test_figures_of_two_days_are_no_dispute() -> None:
    """A later count, or one of another date, contests nothing."""
    dated = marchers(
        "4.000 marcheurs ont défilé le 3 mai à Brindelle", "7.000 marcheurs ont défilé le 10 mai à Brindelle"
    )
    later = marchers(
        "4.000 marcheurs ont défilé à Brindelle",
        "7.000 marcheurs ont défilé à Brindelle",
        ("2023-05-03", "2023-05-10"),
    )
    assert dated.claim("x1", "4.000").disputed_by == ()
    assert later.claim("x1", "4.000").disputed_by == ()


def test_a_changed_copy_and_its_original_stand_against_each_other() -> None:
    """Whatever the days, the figure that a copy changed disputes the one it was copied from."""
    claim = ferry().claim("a1", "Quatorze passagers ont été blessés")
    assert "c1" in {d.doc for d in claim.disputed_by if d.level is DisputeLevel.figure}


def test_a_quoted_denial_disputes_by_its_own_words() -> None:
    """ "« Le barrage n'a pas cédé », dément X" disputes the claim that it gave way."""
    story = Story()
    story.doc("x1", "Le barrage de Sourdelle a cédé, affirme Lise Aubray.", "Le Fanal")
    story.said("x1", "Le barrage de Sourdelle a cédé", "Lise Aubray", SourceKind.named_person)
    story.doc("y1", "« Le barrage de Sourdelle n'a pas cédé », dément Aubin Trellec.", "La Balise")
    story.said(
        "y1",
        "Le barrage de Sourdelle n'a pas cédé",
        "Aubin Trellec",
        SourceKind.named_person,
        stance=Stance.denies,
        form=Form.direct,
    )
    (dispute,) = story.claim("x1", "Le barrage").disputed_by
    assert (dispute.actor, dispute.level) == ("Aubin Trellec", DisputeLevel.denies)


def test_unrelated_claims_dispute_nothing() -> None:
    """Negative claims about other things leave a claim undisputed."""
    story = Story()
    story.doc("x1", "Le barrage de Sourdelle a cédé, affirme Lise Aubray.", "Le Fanal")
    story.said("x1", "Le barrage de Sourdelle a cédé", "Lise Aubray", SourceKind.named_person)
    story.doc("y1", "Aucune chorale ne chantera dimanche à Morvagne, dit le curé.", "La Balise")
    story.said("y1", "Aucune chorale ne chantera dimanche à Morvagne", "le curé")
    assert all(c.disputed_by == () for c in story.claims())


def denied(claim: str, denial: str, lang: str = "fr") -> Story:
    """A claim of a farmer, and what a prosecutor says."""
    story = Story()
    story.doc("x1", f"{claim}, affirme Lise Aubray.", "Le Fanal")
    story.said("x1", claim, "Lise Aubray", SourceKind.named_person)
    story.doc("y1", f"« {denial} », Aubin Trellec.", "La Balise", lang=lang)
    story.said("y1", denial, "Aubin Trellec", SourceKind.named_person, form=Form.direct)
    return story


def test_a_denial_in_other_words_disputes_what_it_denies() -> None:
    """ "Nothing points to a crime" contests that a blaze was started on purpose, in either language."""
    claim = "L'incendie de la grange de Sourdelle est volontaire"
    for denial, lang in (
        ("Aucun indice ne fait penser à un acte criminel dans cette grange", "fr"),
        ("There is nothing that points to a crime in that barn fire", "en"),
    ):
        found = denied(claim, denial, lang).claim("x1", "volontaire").disputed_by
        assert [(d.doc, d.level) for d in found] == [("y1", DisputeLevel.polarity)]


def test_a_negative_sentence_about_the_same_people_is_no_denial() -> None:
    """Common names are not enough: what is denied must be what was claimed."""
    story = denied(
        "Tancrède Villaudin a vendu la scierie d'Ouvrelac",
        "Tancrède Villaudin n'a pas répondu au conseil d'Ouvrelac",
    )
    assert story.claim("x1", "a vendu").disputed_by == ()


def test_a_figure_given_instead_of_a_rejected_one_is_its_rival() -> None:
    """ "« Douze, c'est leur chiffre. Nous en comptons dix-neuf »" disputes the twelve, and is disputed."""
    story = Story()
    story.doc("x1", "Douze personnes ont été blessées, selon la mairie de Brindelle.", "Le Fanal")
    story.said("x1", "Douze personnes ont été blessées", "la mairie de Brindelle")
    words = "Douze blessés, c'est leur chiffre. Nous, on en compte dix-neuf."
    story.doc("y1", f"« {words} », conteste Aubin Trellec.", "La Balise")
    story.said("y1", words, "Aubin Trellec", SourceKind.named_person, Stance.denies, Form.direct)
    levels = {d.level for d in story.claim("x1", "Douze personnes").disputed_by if d.doc == "y1"}
    assert levels == {DisputeLevel.denies, DisputeLevel.figure}
    assert [d.doc for d in story.claim("y1", "dix-neuf").disputed_by] == ["x1"]


def test_people_of_two_kinds_are_no_rival_counts() -> None:
    """The injured and those at work are counted apart, though both are people."""
    story = marchers(
        "Vingt et une personnes ont été blessées sur le site", "Quarante personnes travaillaient sur le site"
    )
    assert story.claim("x1", "Vingt").disputed_by == ()


def test_ages_of_two_people_are_no_rival_counts() -> None:
    """Two people of different age contradict nobody."""
    story = marchers("Un berger de 45 ans a été secouru", "Un berger de 28 ans a été secouru")
    assert story.claim("x1", "45 ans").disputed_by == ()


def test_a_toll_of_an_unknown_day_contests_nothing() -> None:
    """A toll grows: two of them are rivals only in one text or on one known day."""
    words = "Le naufrage du bac a fait {} morts"
    undated = marchers(words.format("trois"), words.format("cinq"))
    of_one_day = marchers(words.format("trois"), words.format("cinq"), ("2023-05-03", "2023-05-03"))
    assert undated.claim("x1", "trois").disputed_by == ()
    assert len(of_one_day.claim("x1", "trois").disputed_by) == 1


def test_two_counts_side_by_side_in_one_text_are_rivals() -> None:
    """ "13,800, according to X. They were 10,500, says Y": the second counts what the first does."""
    story = Story().doc(
        "x1",
        "Quelque 13 800 personnes ont défilé sur le port, selon le cabinet Trellec. "
        "Elles étaient 10 500, selon la mairie de Brindelle.",
        "Le Fanal",
    )
    story.said("x1", "Quelque 13 800 personnes ont défilé sur le port", "le cabinet Trellec")
    story.said("x1", "Elles étaient 10 500", "la mairie de Brindelle")
    assert [d.level for d in story.claim("x1", "13 800").disputed_by] == [DisputeLevel.figure]
    assert [d.level for d in story.claim("x1", "10 500").disputed_by] == [DisputeLevel.figure]


def test_what_a_denial_contests_stands_against_the_denial() -> None:
    """Neither can be true beside the other, so each disputes the other."""
    story = denied(
        "Le barrage de Sourdelle a cédé dans la nuit", "Le barrage de Sourdelle n'a pas cédé dans la nuit"
    )
    assert [d.doc for d in story.claim("x1", "a cédé").disputed_by] == ["y1"]
    assert [d.doc for d in story.claim("y1", "n'a pas cédé").disputed_by] == ["x1"]


def test_a_refusal_denies_no_duty() -> None:
    """ "We will not repair the dam" does not contest that it should be repaired."""
    story = Story().doc(
        "x1", "Le consortium doit réparer le barrage avant l'hiver, dit Lise Aubray.", "Le Fanal"
    )
    duty = "Le consortium doit réparer le barrage avant l'hiver"
    refusal = "Le consortium ne réparera pas le barrage avant l'hiver"
    story.said("x1", duty, "Lise Aubray", SourceKind.named_person, modality=Modality.obligation)
    story.doc("y1", f"{refusal}, dit Aubin Trellec.", "La Balise")
    story.said("y1", refusal, "Aubin Trellec", SourceKind.named_person, modality=Modality.future)
    assert story.claim("x1", "doit").disputed_by == ()


def test_who_refutes_a_thesis_denies_what_it_says() -> None:
    """ "Refute the thesis of a fire started on purpose": the denial holds its content as a noun phrase."""
    story = denied(
        "L'incendie de la grange de Sourdelle est dû à un court-circuit du séchoir",
        "Je réfute totalement la thèse d'un court-circuit du séchoir de la grange de Sourdelle",
    )
    assert [d.doc for d in story.claim("x1", "court-circuit").disputed_by] == ["y1"]


def test_who_refutes_a_thesis_denies_nothing_that_does_not_speak_of_it() -> None:
    """Who refutes the thesis of a wound by a flare does not deny that a flare was used."""
    thesis = "Je réfute totalement la thèse d'une blessure par une fusée de détresse sur la digue"
    wound = denied("La blessure du docker sur la digue vient d'une fusée de détresse", thesis)
    flare = denied("Une fusée de détresse a été tirée sur la digue par la capitainerie", thesis)
    assert [d.doc for d in wound.claim("x1", "fusée").disputed_by] == ["y1"]
    assert flare.claim("x1", "fusée").disputed_by == ()


def test_two_causes_of_one_sort_contest_each_other() -> None:
    """A gas leak and a leak of water are two causes of one wound: two claims that contest each other."""
    story = denied(
        "Un docker a eu deux doigts brûlés à cause d'une fuite de gaz",
        "Le docker a perdu une main sur le quai à la suite d'une fuite d'eau bouillante",
    )
    for words, doc in (("fuite de gaz", "y1"), ("fuite d'eau", "x1")):
        (dispute,) = story.claim("x1" if doc == "y1" else "y1", words).disputed_by
        assert (dispute.doc, dispute.level) == (doc, DisputeLevel.polarity)


def test_what_is_contested_in_other_words_is_found_by_its_concept() -> None:
    """ "There were no cameras" contests that the raid was filmed."""
    story = denied("L'intervention au hangar a été filmée", "Il n'y avait aucune caméra au hangar ce soir-là")
    assert [d.doc for d in story.claim("x1", "filmée").disputed_by] == ["y1"]
