"""Statements against a plain parse of the same text, in one process on one core.

usage: statements.py            words a second of selon and of spaCy's fr_core_news_md, and selon's by spaCy's
       statements.py --every    what is lost because only sentences with a signal are parsed
       statements.py --long     seconds and memory of one text of 100,000 words, and of half of it

The texts are whole French articles: those of the shared folder's French news, or else the sample's French
pages, repeated. spaCy parses each article whole, once as the model is loaded and once without the pieces that
selon does not use either (names, lemmas). Seconds are of the processor; the peak of memory is read before
spaCy's own pass begins.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

from matching import laid_beside
from page import EVAL
from selon import sample
from selon.analyse import units
from selon.analyse.statements import find_statements
from selon.ingest.read import read_paths
from selon.ingest.rows import read_rows
from selon.model.document import Document
from selon.nlp.parser import forget

MODEL = "fr_core_news_md"
UNUSED = ["ner", "lemmatizer"]
REPEATED = 12
"""How often the sample's pages are read where there is no shared folder."""
LONG = 100_000


def articles() -> list[Document]:
    """Return whole French articles."""
    shared = EVAL / "attribution/dev/fr_news.docs.jsonl"
    if shared.exists():
        return [d for d in read_rows(str(shared)) if isinstance(d, Document)]
    return _sample() * REPEATED


def _sample() -> list[Document]:
    pages = [d for d in read_paths([str(p) for p in sample.pages()]) if isinstance(d, Document)]
    return [d for d in pages if d.lang == "fr"]


def seconds(work: Callable[[], object]) -> float:
    """Return the processor seconds that `work` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def speed(rounds: int) -> None:
    """Print words a second of selon and of spaCy, their ratio, and the peak of memory."""
    docs = articles()
    texts = [d.text for d in docs]
    words = sum(len(t.split()) for t in texts)
    find_statements(docs[0])
    ours = [seconds(lambda: _found(docs))]
    peak, share = _peak(), _parsed(docs)
    import spacy

    peers = {"as loaded": spacy.load(MODEL), "pieces in use": spacy.load(MODEL, exclude=UNUSED)}
    theirs: dict[str, list[float]] = {name: [] for name in peers}
    for nlp in peers.values():
        nlp(texts[0])
    for turn in range(rounds):
        if turn:
            ours.append(seconds(lambda: _found(docs)))
        for name, nlp in peers.items():
            theirs[name].append(seconds(lambda nlp=nlp: list(nlp.pipe(texts))))  # type: ignore[misc]
    print(f"{len(docs)} articles, {words} words, {share:.2f} of their characters parsed, peak {peak} MB")
    print(f"{'selon':<28}{words * len(ours) / sum(ours):8.0f} words/s")
    for name, took in theirs.items():
        ratio = sum(took) / len(took) / (sum(ours) / len(ours))
        spacy_words = words * len(took) / sum(took)
        print(f"{f'spaCy, {name}':<28}{spacy_words:8.0f} words/s   selon / spaCy = {ratio:.2f}")


def _found(docs: Sequence[Document]) -> None:
    """Find all statements, with no parse known of an article or round before."""
    for doc in docs:
        forget()
        find_statements(doc)


def _parsed(docs: Sequence[Document]) -> float:
    """Return the share of the text that stands in sentences that were parsed."""
    top = [u for d in docs for u in units.find_units(d) if not u.level]
    return sum(len(u.span) for u in top if u.words) / max(1, sum(len(u.span) for u in top))


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def every() -> None:
    """Print F1 with a parse of sentences with a signal, with a parse of all, and how many items differ."""
    base = EVAL / "attribution"
    sets = {"French news": ("dev/fr_news.", False), "seeds": ("seeds_", False)}
    sets |= {"PolNeAR English": ("dev/polnear_en.", True), "lit_fr": ("dev/lit_fr.", False)}
    chosen = units.signalled
    for name, (stem, beliefs) in sets.items():
        docs, gold = (base / f"{stem}{kind}.jsonl" for kind in ("docs", "gold"))
        units.signalled = chosen
        some = _measured(docs, gold, beliefs)
        units.signalled = _always
        whole = _measured(docs, gold, beliefs)
        differ = len(some[1] ^ whole[1])
        print(f"{name:<18} F1@.3 {some[0]:.2f}, every sentence {whole[0]:.2f}; {differ} statements differ")


def _always(text: str, lang: str, span: object, beliefs: bool) -> bool:
    return True


def _measured(docs: Path, gold: Path, beliefs: bool) -> tuple[float, set[str]]:
    found, rows = 0, set()
    wanted = made = 0
    for case in laid_beside(docs, gold, beliefs):
        found += len(case.pairs)
        wanted += len(case.gold)
        made += len(case.found)
        rows.update(json.dumps(p.row, sort_keys=True) for p in case.found)
    return 200 * found / max(1, wanted + made), rows


def long() -> None:
    """Print what one long text costs, made of the sample's French articles one after the other.

    They come again and again, so that each sentence is parsed once: it is the rest that is measured.
    """
    page = "\n\n".join(d.text for d in _sample())
    times = LONG // len(page.split()) + 1
    find_statements(Document(id="warm", text=page, lang="fr"))
    for share in (times // 2, times):
        doc = Document(id="long", text="\n\n".join([page] * share), lang="fr")
        took = seconds(lambda doc=doc: find_statements(doc))  # type: ignore[misc]
        print(f"{len(doc.text.split()):8d} words {took:8.1f} s, peak {_peak()} MB")


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--every", action="store_true")
    options.add_argument("--long", action="store_true")
    options.add_argument("--rounds", type=int, default=2)
    asked = options.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    if asked.long:
        long()
    elif not asked.every:
        speed(asked.rounds)
    elif EVAL.is_dir():
        every()
    else:
        sys.exit("no shared folder with eval/: set SELON_SHARED or put it beside the checkout")


if __name__ == "__main__":
    main()
