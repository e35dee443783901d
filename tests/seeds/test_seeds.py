"""The four articles that the project began with: hard, partisan, and traced by the rules for all.

Nothing here repeats what they say; each check looks at names, kinds and counts.
"""

import re

import pytest

from selon.model.document import PartKind
from selon.model.span import hull, words_of
from selon.model.statement import Form, Stance
from selon.pipeline.trace import trace
from selon.store.dossier import Dossier


class Seeds:
    """The traced seeds, each found by the number that its file name begins with."""

    def __init__(self, view):
        self.docs = {self.short(d.id): d for d in view.documents()}
        self.statements = {k: view.statements(d.id) for k, d in self.docs.items()}
        self.claims, self.edges, self.passages = view.claims(), view.edges(), view.passages()
        self.rejects = view.rejects()

    @staticmethod
    def short(ident):
        return ident[:3] + ("#2" if ident.endswith("#2") else "")

    def said(self, doc, pattern):
        """Attributions of a document whose content matches `pattern`."""
        text = self.docs[doc].text
        found = (s for s in self.statements[doc] if s.form is not Form.voice)
        return [s for s in found if re.search(pattern, words_of(text, s.content))]

    def source(self, doc, statement):
        return words_of(self.docs[doc].text, statement.source)

    def claims_about(self, pattern):
        return [c for c in self.claims if re.search(pattern, c.text)]


@pytest.fixture(scope="module")
def seeds(shared_dir, tmp_path_factory):
    paths = [str(p) for p in sorted((shared_dir / "seeds").glob("*.txt"))]
    with Dossier(tmp_path_factory.mktemp("seeds") / "seeds.selon", create=True) as dossier:
        trace(paths, dossier, jobs=1)
        with dossier.snapshot() as view:
            return Seeds(view)


def test_one_page_holds_two_documents_and_nothing_is_lost(seeds):
    """Four files give five documents, the fifth an annex with its credits; none is set aside."""
    assert sorted(seeds.docs) == ["000", "001", "001#2", "002", "003"]
    assert seeds.rejects == ()
    assert {c.kind for c in seeds.docs["001#2"].credits} >= {"republished", "source"}


def test_no_two_of_the_files_are_copies(seeds):
    """Texts on one story by four hands share no passage that makes an edge."""
    between = [e for e in seeds.edges if seeds.short(e.source)[:3] in {"000", "001", "002", "003"}]
    assert [e for e in between if e.source[:3] != e.derived[:3]] == []


def test_the_cookie_wall_and_the_licence_say_nothing(seeds):
    """No statement and no claim comes from furniture; a headline in a promo supports no claim."""
    for key, doc in seeds.docs.items():
        for s in seeds.statements[key]:
            part = doc.part_at(hull(s.content))
            assert part is None or part.kind is not PartKind.boilerplate, words_of(doc.text, s.content)
    ids = {d.id: d for d in seeds.docs.values()}
    for claim in seeds.claims:
        for a in claim.assertions:
            part = ids[a.doc].part_at(a.content)
            assert part is None or part.kind not in {PartKind.boilerplate, PartKind.promo}


def test_promo_headlines_are_listed_apart(seeds):
    """The guide counts them as statements: they are found, and marked as promo."""
    assert [s for s in seeds.statements["003"] if s.part is PartKind.promo and s.form is not Form.voice]


def test_a_channel_leans_on_unnamed_sources(seeds):
    """The channel's statement holds another, of unnamed sources: two levels, the lower one anonymous."""
    lower = [s for s in seeds.statements["000"] if "proches du dossier" in seeds.source("000", s)]
    assert lower
    parents = {s.id: s for s in seeds.statements["000"]}
    assert "CNN" in seeds.source("000", parents[lower[0].parent])
    assert lower[0].source_kind == "anonymous"


def test_the_annex_ends_in_independent_sources_below_the_centre(seeds):
    """The claim of the annex goes down through the Centre to sources without a name."""
    lower = [s for s in seeds.statements["001#2"] if "sources indépendantes" in seeds.source("001#2", s)]
    parents = {s.id: s for s in seeds.statements["001#2"]}
    assert lower
    assert "Centre" in seeds.source("001#2", parents[lower[0].parent])
    origin_names = [
        o.name for c in seeds.claims for o in c.origins if any(a.doc.endswith("#2") for a in c.assertions)
    ]
    assert any("sources indépendantes" in name for name in origin_names)


def test_block_quotations_belong_to_the_speaker_introduced_above(seeds):
    """Every block quotation is held by the person whom the article opens with."""
    doc = seeds.docs["002"]
    blocks = [p.span for p in doc.parts if p.kind is PartKind.quotation]
    held = [s for s in seeds.statements["002"] if s.form is not Form.voice and not s.parent]
    for block in blocks:
        inside = [s for s in held if s.content[0].overlap(block)]
        assert any(s.holder and "Sacharova" in s.holder for s in inside), block.of(doc.text)[:60]


def test_the_150_rest_on_civil_defense_through_reuters_and_are_denied(seeds):
    """The figure goes through the agency to the organisation; ministry and spokesman contest it."""
    found = seeds.said("003", r"150")
    named = [seeds.source("003", s) for s in found if s.stance is not Stance.denies]
    assert any("Civil Defense" in n for n in named)
    parents = {s.id: s for s in seeds.statements["003"]}
    chained = [s for s in found if s.parent and "Reuters" in seeds.source("003", parents[s.parent])]
    assert chained
    denials = [s for s in seeds.statements["003"] if s.stance is Stance.denies]
    assert len(denials) >= 2
    claim = next(
        c
        for c in seeds.claims_about(r"150")
        if any("Civil" in o.name or "Defense" in o.name for o in c.origins)
    )
    assert claim.disputed_by


def test_scare_quotes_are_no_statements(seeds):
    """Words held at a distance are not somebody's words: no direct statement of one or two words."""
    text = seeds.docs["001#2"].text
    for s in seeds.statements["001#2"]:
        if s.form is Form.direct:
            assert len(words_of(text, s.content).split()) > 4


def test_two_grants_of_two_years_are_two_claims(seeds):
    """6.6 and 4.5 million never meet in one claim."""
    texts = {d.id: d.text for d in seeds.docs.values()}
    for claim in seeds.claims:
        words = " ".join(a.content.of(texts[a.doc]) for a in claim.assertions)
        assert not ("6,6 millions" in words and "4,5 millions" in words)
