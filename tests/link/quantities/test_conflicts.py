"""Figures that differ: which are told, and the reason given."""

from __future__ import annotations

from selon.link.quantities.conflicts import find_conflicts
from selon.model.quantity import ConflictReason, QuantityConflict
from tests.link.story import Story


def conflicts(*texts: tuple[str, str | None]) -> tuple[QuantityConflict, ...]:
    story = Story()
    for n, (text, day) in enumerate(texts):
        story.doc(f"d{n}", text, f"Outlet {n}", day=day)
    return find_conflicts(list(story.docs.values()), (), story.quantities())


def test_two_figures_for_one_thing_are_told() -> None:
    """Two counts of the marchers of one day are a conflict, with both places."""
    (found,) = conflicts(
        ("Les rues de Brindelle ont vu défiler 4.000 manifestants samedi.", None),
        ("Les rues de Brindelle ont vu défiler 7.000 manifestants samedi.", None),
    )
    assert (found.a.value, found.b.value, found.why) == (4000, 7000, ConflictReason.conflict)


def test_another_day_is_only_apparent() -> None:
    """Figures of two dates are told as of two periods."""
    (found,) = conflicts(
        ("Les rues de Brindelle ont vu défiler 4.000 manifestants le 3 mai.", None),
        ("Les rues de Brindelle ont vu défiler 7.000 manifestants le 10 mai.", None),
    )
    assert found.why is ConflictReason.period


def test_two_years_are_two_periods() -> None:
    """Grants of two years are no conflict."""
    (found,) = conflicts(
        ("La ville a versé 6,6 millions d'euros au musée de la mer.", "2021-03-01"),
        ("La ville a versé 4,5 millions d'euros au musée de la mer.", "2022-03-01"),
    )
    assert found.why is ConflictReason.period


def test_a_new_count_is_a_revision() -> None:
    """ "Porté à" says that the figure replaces an earlier one."""
    (found,) = conflicts(
        ("Le naufrage du bac a fait douze blessés parmi les passagers.", "2023-02-06"),
        ("Le bilan du naufrage du bac est porté à vingt blessés parmi les passagers.", "2023-02-07"),
    )
    assert found.why is ConflictReason.revision


def test_equal_near_or_other_things_are_silent() -> None:
    """Equal figures, approximations of one, other units and other things are no conflicts."""
    assert not conflicts(
        ("Près de 4.000 manifestants ont défilé à Brindelle samedi.", None),
        ("Ils étaient 4.050 manifestants à défiler à Brindelle samedi.", None),
    )
    assert not conflicts(
        ("Le port a perdu 400 tonnes de sel.", None), ("La chorale de Morvagne compte 700 membres.", None)
    )


def test_a_toll_of_another_text_is_a_revision_and_beside_another_a_conflict() -> None:
    """Tolls of texts of unknown days have grown; two side by side in one text stand against each other."""
    (grown,) = conflicts(
        ("Le naufrage du bac de Brindelle a fait trois morts parmi les passagers.", None),
        ("Le naufrage du bac de Brindelle a fait cinq morts parmi les passagers.", None),
    )
    assert grown.why is ConflictReason.revision
    (beside,) = conflicts(
        ("Le naufrage du bac a fait trois morts, dit le maire. Il a fait quatre morts, dit le port.", None)
    )
    assert beside.why is ConflictReason.conflict


def test_parts_measures_and_other_degrees_are_silent() -> None:
    """ "Of whom five", ages and the seriously injured are no counts of the injured."""
    assert not conflicts(
        ("Le naufrage du bac a fait treize blessés parmi les passagers.", None),
        ("Le naufrage du bac a fait douze blessés, dont neuf blessés légers.", None),
        ("Le naufrage du bac a fait huit blessés graves parmi les passagers.", None),
        ("Un passager de 14 ans a été blessé dans le naufrage du bac.", None),
    )[1:]


def test_ages_are_compared_of_one_person_only() -> None:
    """ "Aubin Trellec, 35 ans" and "Aubin Trellec, 36 ans" differ; another person is another age."""
    (found,) = conflicts(
        ("Aubin Trellec, 35 ans, se trouvait sur le quai.", None),
        ("Le naufrage a surpris Aubin Trellec, 36 ans, et Lise Aubray, 41 ans.", None),
    )
    assert {found.a.value, found.b.value} == {35, 36}


def test_a_figure_rounded_is_the_same_figure() -> None:
    """14,000 is 13,900 said less closely."""
    assert not conflicts(
        ("La clinique a posé 13.900 pompes à Brindelle.", None),
        ("La clinique a posé 14.000 pompes à Brindelle.", None),
    )


def test_all_places_of_both_figures_are_listed() -> None:
    """The pair that is shown comes with the other places of either figure."""
    (found,) = conflicts(
        ("Les rues de Brindelle ont vu défiler 4.000 manifestants samedi.", None),
        ("Les rues de Brindelle ont vu défiler 7.000 manifestants samedi.", None),
        ("Les rues de Brindelle ont vu défiler 7.000 manifestants ce samedi.", None),
    )
    assert {q.doc for q in (found.a, found.b, *found.others)} == {"d0", "d1", "d2"}


def test_totals_since_a_start_are_of_two_periods() -> None:
    """A total that adds up from a start on is larger later, and contradicts nothing."""
    (found,) = conflicts(
        ("Le port a ouvert 81 enquêtes depuis le début de la grève.", None),
        ("Le port a ouvert 116 enquêtes depuis le début de la grève.", None),
    )
    assert found.why is ConflictReason.period


def test_counts_of_one_breath_are_no_rivals() -> None:
    """Groups that one sentence lists are other people, also with a third group between them."""
    assert not conflicts(
        (
            "Le défilé a réuni 240 manifestants de Brindelle, 90 cyclistes et 310 manifestants du port.",
            None,
        ),
        ("Le défilé a réuni 310 manifestants du port.", None),
    )


def test_a_place_that_opens_the_sentence_sets_a_count_apart() -> None:
    """ "In the capital, 318 people" counts less far than the total of another text."""
    (found,) = conflicts(
        ("La police a interpellé 531 personnes dans tout le pays samedi, selon le ministère.", None),
        ("Dans la capitale, la police a interpellé 318 personnes samedi, selon le ministère.", None),
    )
    assert found.why is ConflictReason.scope


def test_a_count_that_grows_is_told_step_by_step() -> None:
    """Of 60, 85 and 104 injured the first and the last are no pair of their own."""
    text = "Les heurts ont fait {} blessés dans la capitale, selon la préfecture de police."
    found = conflicts(*((text.format(n), f"2023-02-0{k}") for k, n in enumerate((60, 85, 104), 6)))
    assert [(c.a.value, c.b.value) for c in found] == [(60, 85), (85, 104)]
    assert {c.why for c in found} == {ConflictReason.revision}


def test_counts_of_two_places_are_no_rivals() -> None:
    """Marchers in one town and in another are other people, though the words are the same; so are marchers of
    a town and those of a text that names other places."""
    assert not conflicts(
        ("Près de 1.900 manifestants ont défilé samedi à Brindelle, selon la police.", None),
        ("Près de 1.200 manifestants ont défilé samedi à Morvagne, selon la police.", None),
    )
    assert not conflicts(
        ("The walk-out saw 1,900 marchers in Brindelle on Saturday, police said.", None),
        ("The walk-out saw 1,200 marchers of the Morvagne docks on Saturday, police said.", None),
    )


def counted(
    *texts: tuple[str, list[tuple[str, str]]], day: str | None = None
) -> tuple[QuantityConflict, ...]:
    """Conflicts of texts whose (content, source) pairs are statements."""
    story = Story()
    for n, (text, said) in enumerate(texts):
        story.doc(f"d{n}", text, f"Outlet {n}", day=day)
        for content, source in said:
            story.said(f"d{n}", content, source)
    return find_conflicts(list(story.docs.values()), story.claims(), story.quantities())


RIVALS = (
    "51.000 manifestants ont défilé samedi, selon le ministère. "
    "111.000 manifestants ont défilé samedi à 18 heures, selon le syndicat Arvor."
)


def test_figures_set_against_each_other_are_a_conflict_though_one_has_an_hour() -> None:
    """Two sources side by side in one text count the same thing; an hour beside one explains nothing."""
    (found,) = counted(
        (
            RIVALS,
            [
                ("51.000 manifestants ont défilé samedi", "le ministère"),
                ("111.000 manifestants ont défilé samedi à 18 heures", "le syndicat Arvor"),
            ],
        )
    )
    assert found.why is ConflictReason.conflict


def test_rivals_are_compared_of_one_time_only() -> None:
    """The union's figure of one day is not held against the ministry's of another."""
    earlier = "84.000 manifestants ont défilé le 19 mai, selon le ministère."
    found = counted(
        (
            RIVALS,
            [
                ("51.000 manifestants ont défilé samedi", "le ministère"),
                ("111.000 manifestants ont défilé samedi à 18 heures", "le syndicat Arvor"),
            ],
        ),
        (earlier, [("84.000 manifestants ont défilé le 19 mai", "le ministère")]),
    )
    assert {84000.0, 111000.0} not in [{c.a.value, c.b.value} for c in found]


def test_a_figure_of_a_third_source_goes_with_the_rival_that_it_is_nearer_to() -> None:
    """58,000 a week later is held against the ministry's 51,000, not against the union's 111,000."""
    found = counted(
        (
            RIVALS,
            [
                ("51.000 manifestants ont défilé samedi", "le ministère"),
                ("111.000 manifestants ont défilé samedi à 18 heures", "le syndicat Arvor"),
            ],
        ),
        (
            "58.000 manifestants ont défilé le 19 mai, selon la capitainerie.",
            [("58.000 manifestants ont défilé le 19 mai", "la capitainerie")],
        ),
    )
    assert values(found) == [{51000, 111000}, {51000, 58000}]


def test_one_difference_is_told_once_however_it_is_rounded() -> None:
    """1,000 and 1,796, and 1,000 and some 1,800, are one pair."""
    text = "La justice a prononcé {} condamnations depuis le début de la grève des dockers."
    found = conflicts(
        (text.format("1.000"), None), (text.format("1.796"), None), (text.format("près de 1.800"), None)
    )
    assert len(found) == 1


def test_what_differs_from_a_part_is_not_held_against_the_whole() -> None:
    """16 shots at the gate differ from 18 there, not from the 32 of the day of which these are a part."""
    found = conflicts(
        ("Il y a eu 16 tirs de fusées contre la digue samedi.", None),
        ("La police a recensé 18 tirs de fusées contre la digue samedi.", None),
        ("Il y a eu 32 tirs de fusées samedi, dont 18 contre la digue.", None),
    )
    assert [(c.a.value, c.b.value) for c in found] == [(16, 18)]


def test_small_arrests_with_no_place_tell_of_any_event() -> None:
    """Eight and ten arrested in texts that name no place are of two small events for all we know."""
    assert not conflicts(
        ("La police indique que huit personnes ont été interpellées.", None),
        ("La police indique que dix personnes ont été interpellées.", None),
    )


def test_a_date_before_a_comma_dates_the_figure_behind_it() -> None:
    """ "On 19 May, the number of marchers reached 84,000" is of that day."""
    (found,) = conflicts(
        ("Selon la mairie, le 19 mai, le nombre de manifestants atteignait 7.000 personnes.", None),
        ("Selon la mairie, le 26 mai, le nombre de manifestants atteignait 9.000 personnes.", None),
    )
    assert found.why is ConflictReason.period


def values(found: tuple[QuantityConflict, ...]) -> list[set[float]]:
    """Which figures are told."""
    return [{c.a.value, c.b.value} for c in found]


def test_each_count_is_held_against_the_one_that_most_texts_give() -> None:
    """Of 50,000, 60,000 and 70,000 marchers the first is what two texts tell; the others differ from it."""
    text = "Les rues de Brindelle ont vu défiler {} manifestants samedi."
    found = conflicts(*((text.format(n), None) for n in ("50.000", "50.000", "60.000", "70.000")))
    assert values(found) == [{50000, 60000}, {50000, 70000}]


def test_two_sources_of_one_sentence_are_rivals() -> None:
    """ "Between 700, according to the police, and 1,000 people, according to the union" is a conflict."""
    (found,) = counted(
        (
            "À Brindelle, entre 700, selon la police, et 1.000 personnes, selon le syndicat Arvor, marchent.",
            [("entre 700", "la police"), ("1.000 personnes", "le syndicat Arvor")],
        )
    )
    assert (found.a.value, found.b.value, found.why) == (700, 1000, ConflictReason.conflict)


def test_a_figure_in_the_place_of_another_is_a_revision() -> None:
    """A sentence that revises its own figure gives both, though another count lies between them."""
    found = conflicts(
        ("Le 19 mai, 166.000 personnes ont défilé (chiffre revu à la hausse, il était de 106.000).", None),
        ("Le 26 mai, 136.000 manifestants ont défilé dans tout le pays.", None),
        ("Le 26 mai, 136.000 manifestants ont défilé à travers le pays.", None),
        ("Le 19 mai, 166.000 manifestants ont défilé dans tout le pays.", None),
        ("Le 19 mai, 106.000 manifestants ont défilé dans tout le pays.", None),
    )
    assert {(c.a.value, c.b.value): c.why for c in found}[166000, 106000] is ConflictReason.revision


def test_people_of_any_kind_are_those_that_other_texts_name() -> None:
    """51,400 people here are the 51,400 demonstrators of other texts, and differ from 58,600."""
    found = conflicts(
        ("Selon la mairie, 51.400 manifestants ont défilé samedi dans tout le pays.", None),
        ("Selon la mairie, 51.400 personnes étaient là samedi dans tout le pays.", None),
        ("Selon la mairie, 58.600 manifestants ont défilé samedi dans tout le pays.", None),
    )
    (told,) = found
    assert {q.doc for q in (told.a, told.b, *told.others)} == {"d0", "d1", "d2"}


def test_counts_a_month_apart_are_two_events() -> None:
    """Marchers of March and of May are compared by no reader, but for a text that gives both."""
    march = "Les rues de Brindelle ont vu défiler 40.000 manifestants le 3 mars."
    may = "Les rues de Brindelle ont vu défiler 70.000 manifestants le 10 mai."
    assert not conflicts((march, None), (may, None))
    assert values(
        conflicts((march.replace("mars", "avril"), None), (may.replace("10 mai", "20 avril"), None))
    )


def test_a_count_of_a_town_is_none_of_a_text_that_does_not_name_it() -> None:
    """1,900 marchers in Brindelle are not those of a text about another march."""
    placed = "Près de 1.900 manifestants ont défilé samedi à Brindelle, selon la police."
    bare = "La marche des dockers, à laquelle ont pris part 1.200 manifestants selon la police, a été longue."
    assert not conflicts((placed, None), (bare, None))


def test_what_befell_a_part_is_a_count_of_its_own() -> None:
    """630 in custody out of 682 arrested differ from 378 in custody in the capital, and reach farther."""
    found = conflicts(
        (
            "La police a arrêté 682 personnes, dont 630 ont été placées en garde à vue. "
            "Dans la capitale, 412 personnes ont été interpellées et 378 placées en garde à vue.",
            None,
        )
    )
    assert ({378, 630}, ConflictReason.scope) in [({c.a.value, c.b.value}, c.why) for c in found]


def test_shares_of_two_polls_differ_in_who_was_asked() -> None:
    """64 % and 56 % in two polls of one question are told, as of another scope; other shares are not."""
    (found,) = conflicts(
        ("Selon un sondage paru jeudi, le projet de digue est soutenu par 64 % des habitants.", None),
        (
            "Le projet de digue est soutenu par 56 % des habitants, selon un sondage publié jeudi.",
            None,
        ),
    )
    assert found.why is ConflictReason.scope
    assert not conflicts(
        ("Le projet de digue a été payé à 64 % par les habitants jeudi.", None),
        ("Le projet de digue a été payé à 56 % par les habitants lundi.", None),
    )


def test_tens_of_thousands_are_no_figure() -> None:
    """ "Dizaines de mille" says many, and differs from nothing."""
    assert not conflicts(
        ("Les rues de Brindelle ont vu défiler des dizaines de mille manifestants samedi.", None),
        ("Les rues de Brindelle ont vu défiler 14.000 manifestants samedi.", None),
    )


def test_a_figure_is_of_the_reach_behind_it() -> None:
    """ "36,000 in the country and 5,500 in the capital": the second counts the capital alone."""
    found = conflicts(
        ("Samedi, 36.000 manifestants ont défilé dans le pays et 5.500 dans la capitale.", None),
        ("Samedi, 5.800 manifestants ont défilé dans la capitale.", None),
        ("Samedi, 38.500 manifestants ont défilé dans le pays.", None),
    )
    assert values(found) == [{36000, 38500}, {5500, 5800}]
    assert ConflictReason.scope not in {c.why for c in found}


def test_a_sentence_that_gives_both_says_why_they_differ() -> None:
    """ "58,000 on Saturday, down from 69,000 the Saturday before" tells two days, though others do not."""
    found = conflicts(
        ("Au total 58.600 manifestants ont défilé samedi, contre 69.000 samedi dernier.", None),
        ("Au total 69.000 manifestants ont défilé samedi.", None),
    )
    assert [c.why for c in found] == [ConflictReason.period]


def test_a_toll_that_later_texts_go_on_giving_was_not_replaced() -> None:
    """412 arrests on Sunday, 378 on Monday and 412 on Tuesday: two counts stand against each other."""
    text = "La police a procédé à {} interpellations à Brindelle, selon un bilan."
    days = ((412, "2023-05-07"), (378, "2023-05-08"), (412, "2023-05-09"))
    (against,) = conflicts(*((text.format(n), day) for n, day in days))
    (grown,) = conflicts(*((text.format(n), day) for n, day in days[1:]))
    assert (against.why, grown.why) == (ConflictReason.conflict, ConflictReason.revision)


def test_a_higher_toll_of_another_source_on_a_later_day_has_grown() -> None:
    """21 in custody by one source and 42 by another on the next day are no rivals; 42 and then 21 are."""
    text = "Il y a {} personnes en garde à vue à Brindelle, selon {}."

    def why(first: int, last: int) -> ConflictReason:
        story = Story()
        for doc, n, source, day in (
            ("d0", first, "le parquet", "2023-05-07"),
            ("d1", last, "la mairie", "2023-05-08"),
        ):
            words = text.format(n, source)
            story.doc(doc, words, f"Outlet {doc}", day=day)
            story.said(doc, words.split(", selon")[0], source)
        (found,) = find_conflicts(list(story.docs.values()), story.claims(), story.quantities())
        return found.why

    assert (why(21, 42), why(42, 21)) == (ConflictReason.revision, ConflictReason.conflict)


def test_tolls_of_days_far_apart_are_of_two_events_unless_told_as_a_new_one() -> None:
    """Twelve and fifteen dead of two weeks are two attacks; "the toll rose to fifteen" is one."""
    first = ("Twelve people were killed in an attack on the ferry in Brindelle, police said.", "2023-05-02")
    later = "Fifteen people were killed in an attack on the ferry in Brindelle, police said."
    rose = "The toll of the attack on the ferry in Brindelle rose to fifteen people killed, police said."

    def told(text: str, day: str) -> int:
        return len(english(first, (text, day)))

    assert (told(later, "2023-05-20"), told(later, "2023-05-05"), told(rose, "2023-05-20")) == (0, 1, 1)
    elsewhere = ("Fifteen people were killed in a fire at the mill in Morvagne, police said.", "2023-05-04")
    assert not english(first, (later, "2023-05-20"), elsewhere)


def english(*texts: tuple[str, str]) -> tuple[QuantityConflict, ...]:
    """Conflicts of English texts of known days."""
    story = Story()
    for n, (text, day) in enumerate(texts):
        story.doc(f"d{n}", text, f"Outlet {n}", lang="en", day=day)
    return find_conflicts(list(story.docs.values()), (), story.quantities())


def test_a_bound_that_the_other_figure_keeps_is_no_difference() -> None:
    """915 is "more than 900" told closely; 1,400 is not, nor is 870."""
    text = "Les rues de Brindelle ont vu défiler {} manifestants samedi."
    more, near, far, less = (text.format(n) for n in ("plus de 900", "915", "1.400", "870"))
    assert not conflicts((more, None), (near, None))
    assert conflicts((more, None), (far, None)) and conflicts((more, None), (less, None))


def test_figures_told_in_passing_are_held_against_nothing() -> None:
    """The dead of one square in brackets, and somebody's children, are no counts of the affair."""
    assert not conflicts(
        ("L'attaque du port de Brindelle a fait 130 morts parmi les dockers.", None),
        ("L'attaque a touché le port de Brindelle, les quais (90 morts) et les rues.", None),
    )
    assert not conflicts(
        ("Aubin Trellec, père de cinq enfants, manifestait sur le port de Brindelle.", None),
        ("Ivo Lind, père de quatre enfants, manifestait sur le port de Brindelle.", None),
    )


def test_only_crowds_are_counted_far_apart() -> None:
    """900 and 4,000 marchers of two sources side by side are rivals; 90 and 1,400 injured are not."""
    text = "{} personnes ont {} samedi, dit la mairie. {} personnes ont {} samedi, dit le syndicat Arvor."

    def told(first: str, second: str, what: str) -> int:
        words = text.format(first, what, second, what)
        return len(
            counted(
                (
                    words,
                    [
                        (f"{first} personnes ont {what} samedi", "la mairie"),
                        (f"{second} personnes ont {what} samedi", "le syndicat Arvor"),
                    ],
                )
            )
        )

    assert (told("900", "4.000", "défilé"), told("90", "1.400", "été blessées")) == (1, 0)


def test_two_shares_told_together_are_a_split() -> None:
    """ "46 to 42 %" in one poll splits the asked; neither is the other poll's 43 %."""
    assert not conflicts(
        ("Selon un sondage paru jeudi, les habitants soutiennent la digue par 46 % contre 42 %.", None),
        ("Selon un sondage paru jeudi, les habitants soutiennent la digue par 49 % contre 38 %.", None),
    )


def test_two_shares_of_one_text_answer_two_questions() -> None:
    """Only where it says that the second is of another poll they may differ; of two texts they do."""
    first, second = (f"{n} % des habitants de Brindelle soutiennent la grève du port" for n in (64, 42))

    def told(poll: str) -> tuple[QuantityConflict, ...]:
        text = f"Un sondage de la capitainerie dit que {first}. {poll} du syndicat Arvor dit que {second}."
        return counted((text, [(first, "la capitainerie"), (second, "syndicat Arvor")]))

    assert not told("Le sondage")
    assert values(told("Un autre sondage")) == [{64, 42}]


def test_sums_of_money_share_more_than_the_words_of_any_sum() -> None:
    """Two sums that have only their currency, their scale and a verb in common may be of any two matters."""
    missing, given = "Il manque {} milliards d'euros.", "Le port a reçu {} milliards d'euros."
    assert not conflicts((missing.format("2,3"), None), (missing.format("1,9"), None))
    assert conflicts((given.format("2,3"), None), (given.format("1,9"), None))
    lacking, paid = "It lacks {} billion dollars.", "The port received {} billion dollars."
    assert not in_english(lacking.format("2.3"), lacking.format("1.9"))
    assert in_english(paid.format("2.3"), paid.format("1.9"))


def in_english(*texts: str) -> tuple[QuantityConflict, ...]:
    """Conflicts of English texts of unknown days."""
    story = Story()
    for n, text in enumerate(texts):
        story.doc(f"d{n}", text, f"Outlet {n}", lang="en")
    return find_conflicts(list(story.docs.values()), (), story.quantities())


def test_arrests_of_one_day_grow_fourfold() -> None:
    """35 arrests at three are the 130 of five o'clock; of other days, or of the injured, they are not."""

    def told(noun: str, days: tuple[str, str]) -> int:
        story = Story()
        for n, (count, day) in enumerate(zip((35, 130), days, strict=True)):
            story.doc(
                f"d{n}", f"La police de Brindelle a compté {count} {noun} samedi.", f"Outlet {n}", day=day
            )
        return len(find_conflicts(list(story.docs.values()), (), story.quantities()))

    assert told("interpellations", ("2023-05-06", "2023-05-06")) == 1
    assert told("interpellations", ("2023-05-06", "2023-05-09")) == 0
    assert told("blessés", ("2023-05-06", "2023-05-06")) == 0


def test_all_that_there_are_is_no_count_of_some_of_them() -> None:
    """ "159 of the 193 countries" says how many there are; who came is the 159."""
    came = "Des représentants de 120 pays étaient réunis lundi au port pour adopter le traité."
    assert not conflicts(
        (came, "2024-03-02"), ("Lundi, 119 des 193 pays ont adopté le traité au port.", "2024-03-02")
    )
    assert conflicts(
        (came, "2024-03-02"), ("Lundi, les 193 pays réunis au port ont adopté le traité.", "2024-03-02")
    )


def test_sums_far_apart_in_one_text_are_no_rivals() -> None:
    """What a wage is on average and what another is, two paragraphs on, by whomever they are told."""
    far = "Le port compte vingt quais et autant de grues. " * 10
    text = (
        "Un salarié du port perçoit en moyenne 1920 euros nets par mois, selon la mairie. {}"
        "Un cadre du port perçoit en moyenne 3930 euros nets par mois, selon le syndicat Arvor."
    )
    story = Story()
    story.doc("d0", text.format(far), "Outlet 0")
    story.said("d0", "Un salarié du port perçoit en moyenne 1920 euros nets par mois", "la mairie")
    story.said("d0", "Un cadre du port perçoit en moyenne 3930 euros nets par mois", "le syndicat Arvor")
    assert not find_conflicts(list(story.docs.values()), story.claims(), story.quantities())


def test_a_sentence_that_opens_with_a_pronoun_is_of_the_event_of_the_one_before() -> None:
    """ "It had killed twelve" is of the attack of 2016 that the sentence before names."""
    now = ("L'attaque du port a fait 9 morts mardi soir.", "2024-03-02")
    then = "L'attaque du marché de Brindelle s'était déroulée en décembre 2016. {} avait fait 12 morts."
    assert not conflicts(now, (then.format("Elle"), "2024-03-02"))
    assert conflicts(now, (then.format("L'attaque du port"), "2024-03-02"))
