"""Questions put to the data: order, figures, sides, apparatus, steps, times."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from msgspec.structs import replace

from selon.model import moment as times
from selon.model.claim import CountStep
from selon.model.document import Precision, Published
from selon.model.quantity import ConflictReason
from selon.report.questions import overview
from selon.report.questions.apparatus import apparatus
from selon.report.questions.case import Case, anchor
from selon.report.questions.counting import alternative_phrase, lines, step_phrase
from selon.report.questions.derivation import derivation
from selon.report.questions.figures import figures
from selon.report.questions.finding import lede
from selon.report.questions.roles import role
from selon.report.questions.sides import contests, says
from selon.report.questions.titles import title
from selon.report.questions.tree import tree
from selon.report.wording import words
from tests.report.sample import build


def test_claims_stand_by_the_gap_between_articles_and_origins():
    """The widest gap first; claims of one article and one origin come after all that have a section."""
    case = Case(build())
    gaps = [item.gap for item in case.claims if item.full]
    assert gaps == sorted(gaps, reverse=True)
    assert [item.full for item in case.claims] == [True] * 6 + [False]
    assert [item.siglum for item in case.claims] == [f"c0{n}" for n in range(1, 8)]


def test_the_order_of_claims_does_not_depend_on_the_view():
    """The same claims get the same sigla whatever order they come in."""
    view = build()
    first = [(i.siglum, i.claim.id) for i in Case(view).claims]
    view.found.reverse()
    assert [(i.siglum, i.claim.id) for i in Case(view).claims] == first


@pytest.mark.parametrize(("one", "other"), [("d14#2", "d14-2"), ("a b", "a/b"), ("é", "e")])
def test_ids_that_differ_have_fragments_that_differ(one: str, other: str):
    """Ids may hold any character; their fragments never meet and need no escaping."""
    assert anchor("doc", one) != anchor("doc", other)
    assert anchor("doc", one).isascii() and " " not in anchor("doc", one)


def test_figures_stand_side_by_side_with_their_reason():
    """The claim's own figure comes first, then those that differ, each in its exact words."""
    case = Case(build())
    found = figures(case, case.by_claim["claim:hurt"])
    assert [(f.quantity.value, f.words) for f in found] == [
        (12, "Douze personnes"),
        (21, "Vingt et une personnes"),
        (19, "dix-neuf"),
    ]
    assert [f.why for f in found] == [None, ConflictReason.conflict, ConflictReason.scope]
    assert found[1].claim is not None and found[1].claim.claim.id == "claim:many"
    assert not figures(case, case.by_claim["claim:sold"])


def test_who_says_so_quotes_the_words_of_each_origin():
    """Each origin has its articles, those through whom it speaks, and a sentence of a document."""
    case = Case(build())
    item = case.by_claim["claim:hurt"]
    found = says(case, item, tree(case, item))
    assert [(s.origin.name, len(s.docs)) for s in found] == [
        ("Service d’incendie", 6),
        ("Ysaline Brochenoire", 1),
    ]
    assert found[0].through == (("Préfète de l’Orvanche", 6),)
    assert found[0].quote is not None and found[0].quote.doc == "d01"


def test_who_contests_is_told_once_for_each_claim_or_actor():
    """Copies of one denial are one entry with all its documents."""
    view = build()
    hurt = next(c for c in view.found if c.id == "claim:hurt")
    again = replace(hurt.disputed_by[1], doc="d09", span=hurt.text_span)
    view.found[0] = replace(hurt, disputed_by=(*hurt.disputed_by, again))
    case = Case(view)
    found = contests(case, case.by_claim["claim:hurt"])
    assert [(c.docs, c.against.claim.id if c.against else None) for c in found] == [
        (("d06", "d09"), "claim:many"),
        (("d08",), None),
    ]


def test_the_apparatus_gives_each_reading_of_the_sentence():
    """Which texts agree with the base, which have other words, which nothing; translations stand whole."""
    case = Case(build())
    item = case.by_claim["claim:hurt"]
    found = apparatus(case, item, tree(case, item))
    assert found is not None and (found.base, found.number) == ("d01", 2)
    assert [
        (e.lemma, e.agree, [(r.words, r.docs, r.weighty) for r in e.readings]) for e in found.entries
    ] == [
        ("Douze", ("d02", "d03", "d05", "d14"), [("Vingt et une", ("d06",), True)]),
        (
            "a indiqué la préfète de l’Orvanche",
            ("d02", "d03", "d05", "d14"),
            [("selon des sources proches de l’enquête", ("d06",), True)],
        ),
        (
            "Maëlle Tardivon, citant un premier bilan des secours",
            ("d02", "d14"),
            [("", ("d03", "d05", "d06"), False)],
        ),
    ]
    assert [q.doc for q in found.translations] == ["d07", "d09"]
    single = case.by_claim["claim:smoke"]
    assert apparatus(case, single, tree(case, single)) is None


def test_the_finding_names_origins_copies_and_those_who_contest():
    """The sentences under the title: how many, whose word, copies, who denies, other figures apart."""
    case = Case(build())
    item = case.by_claim["claim:hurt"]
    said = str(lede(case, item, tree(case, item), words("fr")).unescape())
    assert said == (
        "Sept articles le disent. "
        "Ils ont deux origines\u00a0: Service d’incendie (6) et Ysaline Brochenoire (1). "
        "On y compte 4\u00a0copies et 1\u00a0traduction. "
        "Le contestent\u00a0: Baptiste Ormelin. Un autre chiffre circule."
    )


def test_the_subtraction_names_what_it_takes_off():
    """Each line leaves the number of the next; copies name their original."""
    case = Case(build())
    item = case.by_claim["claim:hurt"]
    steps = (
        CountStep("articles", 7, 7, item.claim.articles),
        CountStep("copies", -5, 2, ("d02", "d03", "d05", "d07", "d14")),
        CountStep("voice", 0, 2, ()),
        CountStep("origins", 0, 2, ()),
    )
    counted = dataclasses.replace(item, claim=replace(item.claim, steps=steps))
    found = lines(case, counted, tree(case, item), words("fr"))
    assert [(ln.rule, ln.number, ln.change) for ln in found] == [
        ("articles", 7, False),
        ("copies", -5, True),
        ("left", 2, False),
        ("voice", 0, True),
        ("origins", 2, False),
    ]
    assert [(n.docs, [c.claim.id for c in n.claims]) for n in found[0].notes] == [
        (("d06", "d09"), ["claim:many"])
    ]
    assert found[1].phrase == "copies et traductions de d01, APV" and found[2].docs == ("d01", "d08")


def test_steps_have_words_and_unknown_rules_keep_their_own():
    """A rule of the count is told in the language of the page; a rule without a phrase is shown as it is."""
    same = CountStep("same source", -2, 1, ())
    assert step_phrase(same, words("en")) == "chains that end with the same source"
    assert step_phrase(CountStep("new rule", -1, 1, (), "a < b"), words("en")) == "a &lt; b"
    doubt = CountStep("doubt", -1, 1, (), "“A” and “B” may be one anonymous source")
    assert "«\u202fA\u202f»" in alternative_phrase(doubt, words("fr"))
    assert "différentes" in alternative_phrase(replace(doubt, change=1), words("fr"))


def test_what_would_change_the_count_names_its_texts():
    """Of a copy and of an open direction the sentence names both texts, as the reader's page names them."""
    copy = CountStep("copy", 1, 3, ("d03", "d01"))
    said = alternative_phrase(copy, words("en"), lambda doc: Markup("<b>{}</b>").format(doc))
    assert said == "If <b>d03</b> did not come from <b>d01</b>:"
    other = CountStep("doubt", 1, 3, (), "“the operator” may be somebody else than “the firm”")
    assert alternative_phrase(other, words("en")) == "If “the operator” is not “the firm”:"


@pytest.mark.parametrize(
    ("words_", "shown"),
    [
        ("« Douze, c’est le chiffre.", "Douze, c’est le chiffre"),
        ("l’accès reste interdit", "L’accès reste interdit"),
        ("- Regarder aussi", "Regarder aussi"),
        ("un bilan communiqué à l’agence (APV", "Un bilan communiqué à l’agence"),
        ("Ils évaluent : « 8 000 tonnes perdues", "Ils évaluent : 8 000 tonnes perdues"),
        ("« Rien ne l’atteste ».", "« Rien ne l’atteste »"),
        ("a) the first point", "A) the first point"),
        ("He met the U.S.", "He met the U.S."),
        ("Rien…", "Rien…"),
        ("»", "»"),
    ],
)
def test_a_claim_is_called_by_its_words_without_stray_marks(words_, shown):
    """Marks that open or close nothing, dashes and full stops at the ends are no part of a heading."""
    assert title(words_) == shown


@given(st.text(max_size=40))
def test_a_title_is_never_empty_and_adds_nothing(said):
    """Whatever the words are, something is left of them, in their order, and nothing is added."""
    found = title(said)
    assert bool(found) == bool(said)
    rest = iter(said.casefold())
    assert all(sign in rest for sign in found.casefold() if not sign.isspace())


def test_a_role_is_read_beside_the_name():
    """What a text says that somebody is stands right or left of the name; a bare name says nothing."""
    assert role("Y. B.", ["Y. B., directrice de garde"]) == "directrice de garde"
    assert role("Maëlle Tardivon", ["Maëlle Tardivon", "la préfète, Maëlle Tardivon"]) == "la préfète"
    assert role("SIO", ["un premier bilan des secours"]) == ""


def test_a_copy_changed_elsewhere_is_a_plain_copy_of_this_sentence():
    """A line is purple where this claim's words, or a negation, are changed; not for a change elsewhere."""
    case = Case(build())
    claim = case.by_claim["claim:hurt"].claim
    told = next(a.content for a in case.by_claim["claim:many"].claim.assertions if a.doc == "d06")
    assert derivation(case, "d06", "d01", (), [told]).via == "edits"
    fire = replace(claim.text_span, start=70, end=80)
    assert derivation(case, "d06", "d01", (), [fire]).via == "copies"
    assert derivation(case, "d14", "d01", (), [fire]).via == "edits"


def test_facts_count_what_there_is():
    """The figures at the head of the page."""
    found = overview.facts(Case(build()))
    assert (found.documents, found.outlets, found.claims, found.rejects) == (11, 10, 7, 1)
    assert found.languages == ("en", "es", "fr")
    assert (found.copies, found.disputed) == (7, 3)
    assert (found.first, found.last) == ("2025-03-04", "2025-03-07")


def test_hours_of_different_zones_are_ordered_by_the_world_clock():
    """09:40 at UTC−3 comes after 13:05 at UTC+2; a day without hour comes after the hours of that day."""
    solvera = Published("2025-03-04T09:40", Precision.minute, "-03:00", "meta", "")
    valmorie = Published("2025-03-04T13:05", Precision.minute, "+02:00", "meta", "")
    day = Published("2025-03-04", Precision.day, None, "meta", "")
    undated = Published(None, Precision.none, None, "meta", "")
    keys = [times.order(w, "d") for w in (valmorie, solvera, day, undated, None)]
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    ("value", "precision", "days"),
    [("2025-12", Precision.month, 31), ("2024-02", Precision.month, 29), ("2024", Precision.year, 366)],
)
def test_imprecise_dates_are_stretches(value: str, precision: Precision, days: int):
    """A month is as long as it is, a year too: nothing finer is made up."""
    found = times.moment(Published(value, precision, None, "text", value))
    assert found is not None and not found.exact
    assert found.end - found.start == timedelta(days=days)


def test_a_date_that_cannot_be_read_is_no_date():
    """A broken date leaves the document undated instead of stopping the page; a broken zone is left out."""
    assert times.moment(Published("2025-13-40", Precision.day, None, "text", "")) is None
    found = times.moment(Published("2025-03-04T05:12", Precision.minute, "CET", "text", ""))
    assert found is not None and not found.zoned and found.start.hour == 5
    assert times.offset("-03:00") == timedelta(hours=-3)
    assert times.offset("+0530") == timedelta(hours=5, minutes=30)
