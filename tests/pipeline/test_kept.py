"""What a run takes over from earlier ones changes nothing, whatever came, went or was replaced in between."""

import random

import msgspec
import pytest

from selon import sample
from selon.ingest.read import read_paths
from selon.ingest.rows import row_document
from selon.link import samples
from selon.link.kept import Kept
from selon.link.propositions import selection
from selon.link.reuse import translation
from selon.model.actor import ActorKind
from selon.model.claim import DisputeLevel, LinkHow
from selon.model.document import Document
from selon.pipeline.examine import examine
from selon.pipeline.linking import link
from selon.pipeline.progress import silent
from tests.pipeline.affair import affair
from tests.pipeline.conftest import ROWS


def generated():
    """Eleven generated articles of two stories, shortened."""
    rows = ({**r, "text": r["text"][: r["text"].index("\n\n", 900)]} for r in ROWS)
    return [row_document(r) for r in rows]


def pages():
    """The pages of the sample: agencies, outlets that cite outlets, disputes, rebuttals."""
    return [d for d in read_paths([str(p) for p in sample.pages()]) if isinstance(d, Document)]


class Memory:
    """What is kept between runs, as a dossier keeps it."""

    def __init__(self):
        self.held = {}
        self.taken = 0

    def recall(self, keys):
        """Answer for the keys that there are."""
        found = {key: self.held[key] for key in keys if key in self.held}
        self.taken += len(found)
        return found

    def linked(self, docs, found):
        """Link some documents with what is kept, and keep what that run leaves."""
        kept = Kept(self.recall)
        links = link(docs, found, silent, kept=kept)
        every = {**self.held, **kept.made}
        self.held = {key: every[key] for key in kept.used if key in every}
        return links


def altered(doc, rng):
    """Return the document with one of its paragraphs gone."""
    parts = doc.text.split("\n\n")
    gone = rng.randrange(len(parts))
    text = "\n\n".join(p for n, p in enumerate(parts) if n != gone) or doc.text
    return msgspec.structs.replace(doc, text=text, parts=(), credits=())


def stepped(docs, rng):
    """Yield sets of documents of which each differs from the one before by one or a few."""
    here = {d.id: d for d in rng.sample(docs, len(docs) // 2)}
    for _ in range(5):
        yield sorted(here.values(), key=lambda d: d.id)
        for doc in rng.sample(docs, 2):
            if doc.id not in here:
                here[doc.id] = doc
            elif rng.random() < 0.5:
                here[doc.id] = altered(doc, rng)
            elif len(here) > 2:
                del here[doc.id]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("source", [generated, pages])
def test_what_is_kept_changes_nothing(source, seed, monkeypatch):
    """Documents come, go and are replaced at random: each run with what is kept equals one with nothing."""
    monkeypatch.setattr(samples, "TEXTS", 3)
    monkeypatch.setattr(selection, "MANY", 0 if seed % 2 else selection.MANY)
    monkeypatch.setattr(translation, "EMBED_ALL", 0 if seed % 2 else translation.EMBED_ALL)
    rng, memory = random.Random(seed), Memory()
    for docs in stepped(source(), rng):
        found = {d.id: examine(d) for d in docs}
        assert memory.linked(docs, found) == link(docs, found, silent)
    assert memory.taken > len(docs)


@pytest.mark.parametrize("seed", range(6))
def test_what_is_kept_changes_nothing_of_who_says_it(seed, monkeypatch):
    """The same, of texts full of sources side by side, images, nested sources, causes and rival figures."""
    monkeypatch.setattr(samples, "TEXTS", 3 if seed % 3 else samples.TEXTS)
    rng, memory = random.Random(seed), Memory()
    for docs in stepped(affair(seed), rng):
        found = {d.id: examine(d) for d in docs}
        assert memory.linked(docs, found) == link(docs, found, silent)
    assert memory.taken > len(docs)


def test_the_invented_texts_hold_what_they_are_for():
    """Else the test above would say nothing: two sources of one place, images, an admission, disputes."""
    docs = [msgspec.structs.replace(d, id=f"{d.id}-{n}") for n in range(3) for d in affair(n)]
    claims = link(docs, {d.id: examine(d) for d in docs}, silent).claims
    ends = {o.kind for c in claims for o in c.origins}
    assert any(len(c.chains) > len(c.assertions) for c in claims)
    assert {ActorKind.document, ActorKind.anonymous} <= ends
    levels = {d.level for c in claims for d in c.disputed_by}
    assert {DisputeLevel.denies, DisputeLevel.polarity, DisputeLevel.figure} <= levels
    assert any(one.how is LinkHow.cites for c in claims for chain in c.chains for one in chain.links)


def test_a_run_with_nothing_new_makes_nothing_anew(monkeypatch):
    """The same documents again: all that may be kept is taken over."""
    docs = generated()
    found = {d.id: examine(d) for d in docs}
    memory = Memory()
    memory.linked(docs, found)
    kept = Kept(memory.recall)
    link(docs, found, silent, kept=kept)
    assert all(memory.held[key] == packed for key, packed in kept.made.items())
    renewed = {"mates", "merged", "opponents"}  # few of each, written by every run
    assert {key.partition(" ")[0] for key in kept.made} <= renewed
