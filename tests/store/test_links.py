"""Whatever way leads to some links, the dossier is that of one writing; what is the same is not written."""

import random

import msgspec
import pytest
from sqlalchemy import event

from selon.model.actor import Proposal
from selon.model.claim import rank
from selon.store.dossier import Dossier
from selon.store.lists import ClaimAsk
from tests.store.tables import tables

KINDS = ("passages", "withheld", "edges", "clusters", "conflicts", "compared", "claims", "actors")
CHANGES = ("INSERT", "UPDATE", "DELETE")


class Records:
    """The records of a view, by kind."""

    def __init__(self, view):
        self.docs = view.documents()
        self.found = {
            d.id: (view.statements(d.id), view.quantities(d.id), view.artefacts(d.id)) for d in self.docs
        }
        self.links = {kind: getattr(view, kind)() for kind in KINDS}
        self.proposals = (Proposal("a1", "a2", "a test"),)


@pytest.fixture(scope="module")
def sample_records(traced):
    """What the sample holds."""
    with Dossier(traced) as dossier, dossier.snapshot() as view:
        return Records(view)


def put_documents(dossier, records, order):
    for doc in order:
        with dossier.writing() as writer:
            writer.put_document(doc)
            writer.put_findings(doc, *records.found[doc.id])


def put_links(writer, records, links):
    """Write links, all of each kind."""
    for kind in KINDS:
        if kind == "actors":
            writer.put_actors(links[kind], records.proposals)
        else:
            getattr(writer, f"put_{kind}")(links[kind])
    writer.put_lists()


@pytest.fixture(scope="module")
def at_once(sample_records, tmp_path_factory):
    """The tables of a dossier into which everything was written in one go."""
    with Dossier(tmp_path_factory.mktemp("once") / "d.selon", create=True) as dossier:
        put_documents(dossier, sample_records, sample_records.docs)
        with dossier.writing() as writer:
            put_links(writer, sample_records, sample_records.links)
        return tables(dossier)


def _smaller(claim):
    return msgspec.structs.replace(
        claim, assertions=claim.assertions[:1], named_after=0, chains=claim.chains[:1]
    )


def otherwise(links, chance):
    """Return links as they might have been some runs ago: less of everything, and some of it different."""
    some = {kind: tuple(r for r in records if chance.random() < 0.7) for kind, records in links.items()}
    changed = {
        "claims": _smaller,
        "actors": lambda a: msgspec.structs.replace(a, mentions=a.mentions[1:], name=a.name + " l'autre"),
        "edges": lambda e: msgspec.structs.replace(e, trimmed=not e.trimmed),
    }
    for kind, change in changed.items():
        some[kind] = tuple(change(r) if chance.random() < 0.4 else r for r in some[kind])
    return some


def concerned(kind, records, ids):
    """Return the records of a kind that a writer replaces for `ids`."""
    ends = {
        "passages": lambda r: {r.a, r.b},
        "withheld": lambda r: {r.a, r.b},
        "edges": lambda r: {r.derived, r.source},
        "clusters": lambda r: set(r.docs),
        "conflicts": lambda r: {r.a.doc, r.b.doc},
        "compared": lambda r: {r.doc},
    }.get(kind, lambda r: {r.id})
    return tuple(r for r in records if ends(r) & ids)


def put_portion(dossier, records, kinds, docs, chance):
    """Bring one portion of the links to where it belongs: what concerns some documents, or some claims and
    actors, those that should not be there among them."""
    with dossier.writing() as writer:
        for kind in kinds:
            ids = set(docs)
            if kind in ("claims", "actors"):
                held = {r.id for r in (*records.links[kind], *getattr(writer.view, kind)())}
                ids = {i for i in held if chance.random() < 0.5}
            portion = concerned(kind, records.links[kind], ids)
            assert set(concerned(kind, getattr(writer.view, kind)(), ids)) == set(
                getattr(writer.view, kind)(ids)
            )
            if kind == "actors":
                writer.put_actors(portion, records.proposals, ids)
            else:
                getattr(writer, f"put_{kind}")(portion, ids)
        writer.put_lists()


@pytest.mark.parametrize("seed", range(6))
def test_portions_end_where_one_writing_does(sample_records, at_once, tmp_path, seed):
    """Documents in any order, links of another time, then portions by document and id, then all: every table
    holds the same rows as after one writing."""
    chance = random.Random(seed)
    ids = [d.id for d in sample_records.docs] + ["agency:APV", "agency:Reuters"]
    with Dossier(tmp_path / "d.selon", create=True) as dossier:
        put_documents(dossier, sample_records, chance.sample(sample_records.docs, len(sample_records.docs)))
        with dossier.writing() as writer:
            put_links(writer, sample_records, otherwise(sample_records.links, chance))
        for _ in range(3):
            kinds = chance.sample(KINDS, len(KINDS))
            put_portion(dossier, sample_records, kinds, chance.sample(ids, 6), chance)
        with dossier.writing() as writer:
            put_links(writer, sample_records, sample_records.links)
        assert tables(dossier) == at_once


def test_portions_alone_are_enough(sample_records, at_once, place):
    """What is written document by document, nothing ever at once, is the same in both stores."""
    chance = random.Random(9)
    with Dossier(place, create=True) as dossier:
        put_documents(dossier, sample_records, sample_records.docs)
        for doc in chance.sample(sample_records.docs, len(sample_records.docs)):
            put_portion(dossier, sample_records, KINDS[:6], [doc.id], chance)
        for kind in ("actors", "claims"):
            for one in sample_records.links[kind]:
                with dossier.writing() as writer:
                    if kind == "actors":
                        writer.put_actors([one], sample_records.proposals, [one.id])
                    else:
                        writer.put_claims([one], [one.id])
                    writer.put_lists()
        assert tables(dossier) == at_once


def test_a_document_read_anew_leaves_lists_as_one_writing_would(sample_records, tmp_path):
    """Another date and another text: the lists of its claims, the index and its row say what they say of a
    dossier that never had the former text."""
    docs = list(sample_records.docs)
    when = msgspec.structs.replace(docs[0].published, value="2024-12-31", precision="day")
    other = msgspec.structs.replace(docs[0], published=when, title="Titre neuf", outlet="Le Neuf")
    found = []
    for first in (docs[0], other):
        with Dossier(tmp_path / f"{len(found)}.selon", create=True) as dossier:
            put_documents(dossier, sample_records, [first, *docs[1:]])
            with dossier.writing() as writer:
                put_links(writer, sample_records, sample_records.links)
            put_documents(dossier, sample_records, [other])
            with dossier.writing() as writer:
                writer.put_lists()
            found.append(tables(dossier))
    assert found[0] == found[1]
    assert "2024-12-31" in str(found[0]["claim_list"])


def written(dossier, work):
    """Return what `work(writer)` changes: rows by table."""
    counted = []

    def note(connection, cursor, statement, parameters, context, executemany):
        if statement.startswith(CHANGES):
            counted.append((statement.split(" (")[0], len(parameters) if executemany else 1))

    event.listen(dossier._engine, "before_cursor_execute", note)
    with dossier.writing() as writer:
        work(writer)
    event.remove(dossier._engine, "before_cursor_execute", note)
    return counted


def test_links_that_are_the_same_are_not_written(sample_records, tmp_path):
    """All links given once more: nothing is inserted, changed or deleted."""
    with Dossier(tmp_path / "d.selon", create=True) as dossier:
        put_documents(dossier, sample_records, sample_records.docs)
        with dossier.writing() as writer:
            put_links(writer, sample_records, sample_records.links)
        again = written(dossier, lambda writer: put_links(writer, sample_records, sample_records.links))
    assert again == []


def test_one_claim_changes_its_own_rows(sample_records, tmp_path):
    """One claim that changes is one record, one row of the list, and the rows of its documents and actors."""
    with Dossier(tmp_path / "d.selon", create=True) as dossier:
        put_documents(dossier, sample_records, sample_records.docs)
        with dossier.writing() as writer:
            put_links(writer, sample_records, sample_records.links)
        claim = max(sample_records.links["claims"], key=lambda c: len(c.assertions))
        fewer = msgspec.structs.replace(claim, chains=claim.chains[:-1])

        def change(writer):
            writer.put_claims([fewer], [claim.id])
            writer.put_lists()

        found = dict(written(dossier, change))
    assert found["INSERT INTO claims"] == found["INSERT INTO claim_list"] == 1
    assert "INSERT INTO search_rows" not in found


@pytest.mark.parametrize("few", [0, 500])
def test_numbers_follow_claims_that_come_and_go(sample_records, tmp_path, monkeypatch, few):
    """Claims put and taken out a few at a time, with marks close together that are moved or set anew: every
    claim has the number of its place in the order of all, and is found by it."""
    from selon.store import numbering

    monkeypatch.setattr(numbering, "_EACH", 3)
    monkeypatch.setattr(numbering, "_FEW", few)
    chance, claims = random.Random(3), sample_records.links["claims"]
    with Dossier(tmp_path / "d.selon", create=True) as dossier:
        put_documents(dossier, sample_records, sample_records.docs)
        for _ in range(25):
            some = chance.sample(claims, 4)
            with dossier.writing() as writer:
                writer.put_claims(some[: chance.randint(0, 4)], [c.id for c in some])
                writer.put_lists()
            with dossier.snapshot() as view:
                ordered = [c.id for c in sorted(view.claims(), key=rank)]
                page = view.claim_page(ClaimAsk("articles"), 0, 100).rows
                assert {row.claim.id: row.number for row in page} == {c: n for n, c in enumerate(ordered, 1)}
                found = [view.claim_numbered(n) for n in range(len(ordered) + 2)]
                assert [c and c.id for c in found] == [None, *ordered, None]
