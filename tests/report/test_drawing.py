"""The drawings: one shape a kind, one line a link, everything clickable, nothing outside the frame."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.model.actor import ActorKind
from selon.model.claim import Origin
from selon.model.document import Precision, Published
from selon.report.drawing import pairs, provenance, signs, spread, svg, timeline
from selon.report.html import render
from selon.report.links import Fragments
from selon.report.questions.case import Case
from selon.report.questions.exact import panels
from selon.report.questions.tree import tree
from selon.report.wording import words
from tests.report.sample import Sample, build

CLAIMS = [c.id for c in build().found]


def _drawn(claim: str, lang: str = "fr") -> ET.Element:
    case = Case(build())
    item = case.by_claim[claim]
    return ET.fromstring(str(provenance.draw(case, tree(case, item), item.anchor, words(lang))))


def _classes(root: ET.Element, name: str) -> list[str]:
    return [el.get("class", "") for el in root.iter(name)]


@pytest.mark.parametrize("claim", CLAIMS)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_drawing_is_xml_with_a_title_and_a_name_for_every_link(claim: str, lang: str):
    """The drawing parses, says what it shows, and each of its links has an accessible name."""
    root = _drawn(claim, lang)
    assert root.find("title") is not None and root.find("desc") is not None
    links = list(root.iter("a"))
    case = Case(build())
    shape = tree(case, case.by_claim[claim])
    keys = [link.get("data-key") for link in links if link.get("data-key")]
    assert sorted(keys) == sorted([n.key for n in shape.nodes] + [r.key for r in shape.rows])
    assert all(link.get("aria-label") and link.get("href", "").startswith("#") for link in links)


@pytest.mark.parametrize("claim", CLAIMS)
def test_every_line_opens_its_words(claim: str):
    """Each line is a link to a place in a panel of words, with a name and an area of 24 pixels to hit."""
    case = Case(build())
    item = case.by_claim[claim]
    shape = tree(case, item)
    known = {f"#{item.anchor}-{p.key}{end}" for p in panels(case, item, shape) for end in ("", "-e", "-u")}
    lines = [
        a for a in _drawn(claim).iter("a") if any("e" in p.get("class", "").split() for p in a.iter("path"))
    ]
    assert all(a.get("href") in known and a.get("aria-label") for a in lines)
    assert all(float(r.get("height", "0")) >= 24 for a in lines for r in a.iter("rect"))
    drawn = [p for p in _drawn(claim).iter("path") if "e" in p.get("class", "").split()]
    inside = [p for a in lines for p in a.iter("path") if "e" in p.get("class", "").split()]
    assert len(drawn) - sum("in" in p.get("class", "").split() for p in drawn) == len(inside)


def test_lines_are_those_of_the_links():
    """Copies are double, changed copies purple, translations dashed, undecided pairs dotted."""
    kinds = _classes(_drawn("claim:hurt"), "path")
    assert kinds.count("e cp") == 3
    assert kinds.count("e ed") == 2
    assert kinds.count("e tr") == 2
    assert kinds.count("e un") == 1
    assert kinds.count("e in") == 5
    assert kinds.count("e an") == 1


def test_articles_that_say_otherwise_are_hollow():
    """Filled ticks are the articles of the claim, hollow ones are not counted."""
    ticks = [c for c in _classes(_drawn("claim:hurt"), "rect") if c.startswith("tick")]
    assert ticks.count("tick") == 7
    assert ticks.count("tick o") == 2


def test_signs_say_the_kind_of_source():
    """Each kind has its shape; colour tells record, anonymous, changed, nobody."""
    uses = {(el.get("href"), el.get("class")) for el in _drawn("claim:hurt").iter("use")}
    assert uses == {
        ("#k-org", "sh"),
        ("#k-office", "sh"),
        ("#k-person", "sh"),
        ("#k-anon", "sh anon"),
    }
    assert [el.get("href") for el in _drawn("claim:sold").iter("use")] == ["#k-loop"]
    assert [el.get("href") for el in _drawn("claim:nitrate").iter("use")] == ["#k-alt"]
    assert [el.get("href") for el in _drawn("claim:smoke").iter("use")] == ["#k-none"]


@pytest.mark.parametrize("claim", CLAIMS)
def test_nothing_is_drawn_outside_the_frame(claim: str):
    """Texts start inside the picture and end inside it, by the generous measure of their width."""
    root = _drawn(claim)
    _, _, width, height = map(float, root.get("viewBox", "").split())
    for el in root.iter("text"):
        x, y = float(el.get("x", "0")), float(el.get("y", "0"))
        wide = svg.width("".join(el.itertext()), 12 if "s" in el.get("class", "").split() else 14.5)
        end = x if el.get("text-anchor") == "end" else x + wide
        assert x >= 0 and end <= width + 1 and 0 < y < height


def test_a_circle_is_closed_with_arrows():
    """A circular claim is a loop of arrows: up at the right, back at the left."""
    paths = [el.get("d", "") for el in _drawn("claim:sold").iter("path")]
    assert len(paths) == 5
    assert sum("l7 4l-7 4" in p or "l-7 4l7 4" in p for p in paths) == 2


def test_every_sign_used_is_defined_in_the_page():
    """The symbols that signs name exist."""
    page = render(build())
    every = [signs.of_kind(k) for k in ActorKind] + [signs.VOICE, signs.ALTERED, signs.LOOP]
    assert all(f'id="{sign.symbol}"' in page for sign in every)


def test_an_own_report_off_the_record_has_the_sign_of_nobody():
    """An outlet's own report is a grey cross, an outlet that others name is a bar."""
    own = Origin("o", "Le Fil", ActorKind.media, False, (0,))
    named = Origin("o", "Le Fil", ActorKind.media, True, (0,))
    assert signs.of_origin(own) is signs.VOICE
    assert signs.of_origin(named).symbol == "k-media"


@given(st.integers(1, 5000))
def test_ticks_of_a_table_have_one_measure_and_fit(most: int):
    """The widest row fits, and every row of a table is drawn on its measure."""
    measure = pairs.scale(most)
    assert -(-most // measure.unit) * measure.gap <= pairs.ROOM
    assert measure.unit == 1 or most * 5 > pairs.ROOM


@given(st.integers(1, 5000), st.integers(5, 20))
def test_ticks_never_exceed_their_row(articles: int, most: int):
    """However many articles there are, the row of ticks fits, and no tick stands for more than it must."""
    step = pairs.step(articles, most)
    assert -(-articles // step) <= most
    assert step == 1 or articles > most


def test_documents_stand_in_time_with_their_copies():
    """Hours are ticks, a day without hour is a bar, copies are curves; an undated dossier has no drawing."""
    drawn = timeline.draw(Case(build()), words("fr"), Fragments())
    root = ET.fromstring(str(drawn))
    assert len(list(root.iter("a"))) == len(build().docs)
    shapes = [float(el.get("height", "0")) for el in root.iter("rect")]
    assert shapes.count(15) == 9 and shapes.count(2) == 2
    assert _classes(root, "path").count("e tr") == 2
    assert timeline.draw(Case(Sample()), words("fr"), Fragments()) is None


def test_a_text_of_another_year_does_not_crush_a_story_of_days():
    """Where most came out within days, what lies years away is listed and not drawn."""
    view = build()
    old = msgspec.structs.replace(
        view.docs[0], id="d99", published=Published("2011-05-02", Precision.day, None, "meta", "")
    )
    view.docs.append(old)
    case = Case(view)
    assert timeline.outside(case) == ("d99",)
    drawn = ET.fromstring(str(timeline.draw(case, words("fr"), Fragments())))
    assert len(list(drawn.iter("a"))) == len(view.docs) - 1
    assert not timeline.outside(Case(build()))


def test_a_long_id_is_cut_beside_its_tick_and_whole_in_its_name():
    """An id of a hundred signs leaves room for the drawing; its link says all of it."""
    view = build()
    view.docs[0] = msgspec.structs.replace(view.docs[0], id="x" * 100)
    drawn = ET.fromstring(str(timeline.draw(Case(view), words("fr"), Fragments())))
    link = next(a for a in drawn.iter("a") if "x" * 100 in (a.get("aria-label") or ""))
    shown = "".join(t.text or "" for t in link.iter("text"))
    assert shown.startswith("xxx") and len(shown) < 40 and shown in (link.get("aria-label") or "")


def test_a_claim_stands_in_time_beside_those_that_contest_it():
    """One line for the claim, one for each claim against it, a tick or a bar for each dated article."""
    case = Case(build())
    drawn = spread.draw(case, case.by_claim["claim:hurt"], words("fr"), Fragments())
    root = ET.fromstring(str(drawn))
    assert len(list(root.iter("g"))) == 2
    assert len(list(root.iter("a"))) == 7 + 2
    assert spread.draw(case, case.by_claim["claim:sold"], words("fr"), Fragments()) is None


def test_labels_in_time_keep_clear_of_each_other():
    """No label lies on another label of its row."""
    root = ET.fromstring(str(timeline.draw(Case(build()), words("en"), Fragments())))
    rows: dict[str, list[tuple[float, float]]] = {}
    for el in root.iter("text"):
        if "nn" in el.get("class", ""):
            x = float(el.get("x", "0"))
            rows.setdefault(el.get("y", ""), []).append((x, x + svg.width("".join(el.itertext()), 12)))
    for spans in rows.values():
        ordered = sorted(spans)
        assert all(a[1] <= b[0] for a, b in zip(ordered, ordered[1:], strict=False))


@given(st.text(max_size=60), st.integers(20, 300))
def test_cut_labels_fit(label: str, room: int):
    """A label is left whole when it fits; else it is cut and fits."""
    cut = svg.fit(label, room)
    assert cut == label or (svg.width(cut) <= room and cut.endswith("…"))


def test_labels_are_cut_after_a_whole_word():
    """A name that is too long ends with a word and an ellipsis; one long word is cut inside."""
    assert svg.fit("un premier bilan des secours", 150) == "un premier bilan…"
    assert svg.fit("anticonstitutionnellement", 80).startswith("anti")


@given(st.text(max_size=60), st.integers(20, 300))
def test_labels_on_two_lines_fit_and_lose_nothing_that_had_room(label: str, room: int):
    """Each line fits; words are lost only behind an ellipsis."""
    lines = svg.wrap(label, room)
    assert 1 <= len(lines) <= 2 and all(svg.width(line) <= room for line in lines)
    kept = "".join("".join(lines).split())
    assert kept == "".join(label.split()) or lines[-1].endswith("…")


def test_a_line_ends_after_a_word_or_between_wide_signs():
    """Latin words stay whole; Chinese has no spaces and may break anywhere; marks on letters take no room."""
    name = "Service d’incendie de l’Orvanche, SIO"
    assert svg.wrap(name, svg.least(name) + 1) == ["Service d’incendie", "de l’Orvanche, SIO"]
    assert svg.wrap("拉扎尔港粮仓起火", 5 * 14.5) == ["拉扎尔港粮", "仓起火"]
    assert svg.width("é") == svg.width("e\u0301")


@pytest.mark.parametrize("claim", CLAIMS)
def test_no_name_of_the_sample_is_cut(claim: str):
    """Where there is room on a second line or at the right, names stand whole."""
    shown = [el.text or "" for el in _drawn(claim).iter("text")]
    assert not [label for label in shown if label.endswith("…")]


def test_markup_in_a_name_is_escaped_in_a_drawing():
    """Names come from documents: they are text."""
    assert str(svg.text("<b>&\"'", 0, 0)) == '<text x="0" y="0">&lt;b&gt;&amp;&#34;&#39;</text>'
    assert re.search(r'aria-label="&lt;', str(svg.tag("a", aria_label="<")))
