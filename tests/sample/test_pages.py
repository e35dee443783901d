"""The pages carry what the plan of the dossier planted, and nothing that belongs elsewhere."""

from __future__ import annotations

import datetime
import itertools
import json
import re

import pytest

from selon import sample
from selon.sample.gold import Trap
from selon.text.normalise import fold
from tests.sample import visible

GOLD = sample.gold()
COUNTS = {"d01": 11, "d02": 11, "d03": 6, "d04": 9, "d05": 7, "d06": 9, "d07": 11, "d09": 9, "d14": 9}
SHARED = {
    ("d01", "d02"): 11,
    ("d01", "d03"): 4,
    ("d01", "d04"): 8,
    ("d01", "d05"): 6,
    ("d03", "d05"): 3,
    ("d04", "d06"): 6,
    ("d04", "d14"): 7,
}


@pytest.mark.parametrize("id", COUNTS)
def test_every_member_of_the_wire_family_has_its_planned_length(id: str) -> None:
    """The dispatch has eleven sentences, and each copy as many as its desk kept or added."""
    assert len(visible.sentences_of(id)) == COUNTS[id]


@pytest.mark.parametrize("pair", SHARED)
def test_copies_share_exactly_the_planned_sentences(pair: tuple[str, str]) -> None:
    """A copy keeps its sentences word for word, in the order of its original."""
    a, b = (visible.sentences_of(id) for id in pair)
    common = [s for s in b if s in a]
    assert len(common) == SHARED[pair]
    assert common == [s for s in a if s in b]


def test_the_reprint_is_the_dispatch_to_the_character() -> None:
    """d02 prints d01 paragraph by paragraph."""
    a, b = (visible.body(GOLD.document(id)) for id in ("d01", "d02"))
    assert [" ".join(p.split()) for p in a] == list(b)


def test_the_typo_travels_only_with_its_family() -> None:
    """« Saliens » stands in the careless reprint and in what derives from it, and nowhere else."""
    typo = {f.name for f in sample.pages() if "saliens" in fold(visible.page(f.name))}
    assert typo == {"d04.md", "d06.html", "d09.html", "d14.html"}
    assert "saliens" not in fold(visible.whole(GOLD.document("d14#2")))
    assert "salines" not in fold(" ".join(visible.body(GOLD.document("d14"))))


def test_documents_outside_the_copies_share_no_sentence() -> None:
    """Two documents of the dossier have a sentence in common only where one family copied one dispatch."""
    family = {"d01", "d02", "d03", "d04", "d05", "d06", "d14"}
    pairs = itertools.combinations((d.id for d in GOLD.documents), 2)
    strangers = [p for p in pairs if not set(p) <= family]
    assert not [p for p in strangers if set(visible.sentences_of(p[0])) & set(visible.sentences_of(p[1]))]


@pytest.mark.parametrize("trap", GOLD.traps, ids=lambda t: f"{t.a}-{t.b}")
def test_traps_share_no_sentence(trap: Trap) -> None:
    """What looks alike in a trap is not its sentences, but for the two descendants of one dispatch."""
    assert not set(visible.sentences_of(trap.a)) & set(visible.sentences_of(trap.b))


def test_the_look_alikes_share_headline_and_sub_heads() -> None:
    """d16 and d17 have one headline and the same five sub-heads in the same order."""
    assert GOLD.document("d16").title == GOLD.document("d17").title
    heads = re.findall(r"<h2>(.+?)</h2>", visible.source("d16.html"))[:5]
    assert heads == re.findall(r"^## (.+)$", visible.source("d17.md"), re.M)


def test_the_shared_change_stands_in_two_copies_only() -> None:
    """« peu avant 3 heures » is in d03 and d05, where the dispatch has « vers 2 h 40 »."""
    assert {d.id for d in GOLD.documents if "peu avant 3 heures" in visible.page(d.file)} == {"d03", "d05"}


def test_two_documents_print_no_hour() -> None:
    """d05 and d12 give a day only, anywhere in their source."""
    for id in ("d05", "d12"):
        assert not re.search(r"T\d\d:\d\d|\b\d\d:\d\d\b", visible.source(GOLD.document(id).file))


def test_the_printed_hours_mislead_and_the_clock_does_not() -> None:
    """d07 prints an earlier hour than d06 and appears later."""
    a, b = (GOLD.document(id).published for id in ("d06", "d07"))
    assert b.value < a.value
    moment = [datetime.datetime.fromisoformat(p.value + (p.zone or "")) for p in (a, b)]
    assert moment[0] < moment[1]


def test_machine_readable_blocks_are_sound_json() -> None:
    """Every JSON-LD block parses; the fact-check carries two reviews in its publisher's words."""
    found = []
    for path in sample.pages():
        for block in re.findall(r"ld\+json\">(.+?)</script>", visible.source(path.name), re.S):
            records = json.loads(block)
            found += records if isinstance(records, list) else [records]
    words = [r["reviewRating"]["alternateName"] for r in found if r["@type"] == "ClaimReview"]
    assert words == ["Rien ne l’atteste à ce jour", "Citation inexacte"]


def test_pages_lead_nowhere_outside() -> None:
    """Addresses are in the `.example` domain or name a vocabulary, and no page loads a script."""
    for path in sample.pages():
        text = visible.source(path.name)
        hosts = re.findall(r"(?:https?:|=[\"'])//([\w.-]+)", text)
        assert all(h.endswith((".example", "schema.org", "ogp.me", "www.w3.org")) for h in hosts), path.name
        assert not re.search(r"<script[^>]+src=|<iframe|<link[^>]+stylesheet", text), path.name


def test_the_consent_wall_holds_nothing_else() -> None:
    """The capture to set aside shows the wall and no word of the fire."""
    shown = fold(visible.page(GOLD.rejected[0].file))
    assert "cookies" in shown
    assert not any(word in shown for word in ("incendie", "port-lazare", "silo", "depot"))
