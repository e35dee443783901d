"""Tracking parameters: a link that names another outlet was taken from its page."""

from __future__ import annotations

from selon.link.lineage.lineage import find_lineage
from selon.link.lineage.tracking import same_links, taken_from, tracked
from selon.link.reuse.reuse import find_reuse
from selon.model.lineage import Direction, Level
from tests.link.texts import DISPATCH, OTHER, doc

PAGE = "https://www.observatoire-ostelle.example/rapport"
MARKED = f"Le rapport est en ligne : {PAGE}?utm_source=phare-de-tremel&amp;utm_medium=web."
CLICK = f"À lire : {PAGE}?fbclid=IwAR0x3kQz9."


def test_a_link_that_another_outlet_marked_as_its_own_gives_the_direction():
    """A copy that keeps 'utm_source=phare-de-tremel' took the link from the page of that outlet."""
    one = doc("a", f"{DISPATCH} {MARKED}", outlet="Brèves de Corvelle")
    other = doc("z", f"{DISPATCH} {MARKED}", outlet="Phare de Tremel")
    (edge,) = find_lineage([one, other], find_reuse([one, other], {}))
    assert (edge.derived, edge.source, edge.direction) == ("a", "z", Direction.certain)
    assert any(e.level is Level.idiosyncratic and "utm_source" in e.words for e in edge.evidence)


def test_a_shared_click_is_affinity_and_decides_nothing():
    """One 'fbclid' in two copies shows that both had one link, not who had it first."""
    one, other = doc("a", f"{DISPATCH} {CLICK}"), doc("z", f"{DISPATCH} {CLICK}")
    (edge,) = find_lineage([one, other], find_reuse([one, other], {}))
    assert edge.direction is Direction.undecided
    assert [e.words for e in edge.evidence if e.level is Level.affinity] == [f"{PAGE}?fbclid=IwAR0x3kQz9"]


def test_a_shared_click_alone_makes_no_edge():
    """Two texts that print one link and share no words do not derive from each other."""
    docs = [doc("a", f"{DISPATCH} {CLICK}"), doc("z", f"{OTHER} {CLICK}")]
    assert find_lineage(docs, find_reuse(docs, {})) == ()


def test_common_values_and_other_pages_say_nothing():
    """'utm_source=rss' is anybody's; the outlet's name on a link that it does not print proves nothing."""
    rss = MARKED.replace("phare-de-tremel", "rss")
    assert same_links(doc("a", rss), doc("b", rss)) == ()
    own = doc("z", OTHER, outlet="Phare de Tremel")
    assert taken_from(doc("a", MARKED), own) == ()


def test_an_address_is_read_to_its_end_with_its_place():
    """The place of a tracked link is the address as printed, without the stop of the sentence."""
    (source,) = tracked(doc("a", MARKED))
    assert source.span.of(MARKED).endswith("utm_medium=web")
    assert list(tracked(doc("b", "https://[a?fbclid=1 et rien"))) == []
