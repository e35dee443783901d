"""Statements on the attribution sets: the scorer's figures, figures by class, and the errors left."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from errors_left import Error, errors, words_at
from matching import Beside, Item, laid_beside
from page import EVAL, SELON, Table, run

BASE = EVAL / "attribution"
COMMONEST = 10
CLASSES = (("type", "form"), ("stance", "stance"), ("source_kind", "source"), ("hedged", "hedged"))


@dataclass(frozen=True)
class Set:
    """One attribution set: its files, and how it is run and scored."""

    name: str
    docs: Path
    beliefs: bool = False
    only: str = ""

    @property
    def gold(self) -> Path:
        """The gold beside the documents."""
        return self.docs.with_name(self.docs.name.replace("docs", "gold"))


SETS = (
    Set("French news", BASE / "dev/fr_news.docs.jsonl"),
    Set("seeds", BASE / "seeds_docs.jsonl"),
    Set("PolNeAR English", BASE / "dev/polnear_en.docs.jsonl", beliefs=True),
    Set("lit_fr, direct only", BASE / "dev/lit_fr.docs.jsonl", only="direct"),
)
PRESS = SETS[:3]


def scores(work: Path) -> Table:
    """Measure statements on French news, the seeds, PolNeAR and direct speech in prose."""
    columns = ("set", "F1@.3", "F1@.8", "exact", "attr", "cue", "P@.3", "R@.3")
    commands = (
        "selon statements SET.docs.jsonl -o P.jsonl   # PolNeAR: --beliefs",
        "python eval/attribution/score.py --docs SET.docs.jsonl --gold SET.gold.jsonl --pred P.jsonl",
    )
    return Table("Statements", columns, tuple(_score(work, one) for one in SETS), commands)


def _score(work: Path, one: Set) -> tuple[str, ...]:
    pred, out = work / "statements.jsonl", work / "score.json"
    run(*SELON, "statements", one.docs, "-o", pred, *(["--beliefs"] if one.beliefs else []))
    if one.only:
        lines = [x for x in pred.read_text(encoding="utf-8").split("\n") if x]
        kept = [x for x in lines if json.loads(x)["type"] == one.only]
        pred.write_text("".join(f"{x}\n" for x in kept), encoding="utf-8")
    files = ("--docs", one.docs, "--gold", one.gold, "--pred", pred, "--json", out)
    run(sys.executable, BASE / "score.py", *files)
    found = json.loads(out.read_text())["ALL"]
    figures = [f"{found[k]['f1']:.1f}" for k in ("iou30", "iou80", "exact", "attr", "cue")]
    shares = [f"{found['iou30'][k]:.1f}" for k in ("p", "r")]
    return (one.name, *("–" if one.only and k in (3, 4) else f for k, f in enumerate([*figures, *shares])))


def details(examples: Path | None = None) -> Iterator[Table]:
    """Yield the figures by class and the errors left of the press sets, from one reading of each.

    `examples` names a file for the words of every error, one JSON object a line; never one inside the
    repository, for the sets are not ours to publish.
    """
    laid = {one.name: tuple(laid_beside(one.docs, one.gold, one.beliefs)) for one in PRESS}
    yield _by_class(laid)
    left = {name: [(case, e) for case in cases for e in errors(case)] for name, cases in laid.items()}
    if examples:
        examples.write_text("".join(_examples(left)), encoding="utf-8")
    yield _commonest({name: Counter(e.kind for _, e in found) for name, found in left.items()})


def _by_class(laid: dict[str, tuple[Beside, ...]]) -> Table:
    columns = ("class", *(f"{name}: {what}" for name in laid for what in ("gold", "recall", "precision")))
    rows = [
        (f"{label}: {value}", *(f for cases in laid.values() for f in _class(cases, key, value)))
        for key, label in CLASSES
        for value in _values(laid, key)
    ]
    parents = ("parent right", *(f for cases in laid.values() for f in _parents(cases)))
    note = (
        "Content found (overlap above .3) by class: recall over the gold of a class, precision over the"
        " statements that selon puts into it. PolNeAR's gold names forms only; a parent is right when both"
        " name one source."
    )
    return Table("Statements by class", columns, (*rows, parents), note=note, deeper=True)


def _values(laid: dict[str, tuple[Beside, ...]], key: str) -> list[str]:
    seen = Counter(str(g.row[key]) for cases in laid.values() for c in cases for g in c.gold if key in g.row)
    return [v for v, _ in sorted(seen.items(), key=lambda x: (-x[1], x[0])) if v != "False"]


def _class(cases: Sequence[Beside], key: str, value: str) -> tuple[str, str, str]:
    def of_class(i: Item) -> bool:
        return str(i.row.get(key)) == value

    gold = sum(of_class(g) for c in cases for g in c.gold)
    hit = sum(of_class(g) for c in cases for g, _ in c.pairs)
    found = sum(of_class(p) for c in cases for p in c.found)
    right = sum(of_class(p) for c in cases for _, p in c.pairs)
    if not any(key in g.row for c in cases for g in c.gold):
        return "–", "–", "–"
    return str(gold), _share(hit, gold), _share(right, found)


def _parents(cases: Sequence[Beside]) -> tuple[str, str, str]:
    nested = [g for c in cases for g in c.gold if g.row.get("parent")]
    wrong = [
        e for c in cases for e in errors(c) if e.kind.startswith("parent: ") and e.gold and _nested(e.gold)
    ]
    met = sum(_nested(g) for c in cases for g, _ in c.pairs)
    given = sum(bool(p.row.get("parent")) for c in cases for p in c.found)
    right = met - len(wrong)
    return (str(len(nested)), _share(right, len(nested)), _share(right, given)) if nested else ("–",) * 3


def _nested(item: Item) -> bool:
    return bool(item.row.get("parent"))


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "–"


def _commonest(counts: dict[str, Counter[str]]) -> Table:
    top = {kind for found in counts.values() for kind in _top(found)}
    order = sorted(top, key=lambda k: (-sum(c[k] for c in counts.values()), k))
    rows = [(kind, *(_marked(found, kind) for found in counts.values())) for kind in order]
    rows.append(("all kinds", *(str(sum(found.values())) for found in counts.values())))
    note = (
        f"The {COMMONEST} commonest kinds of error of each set in bold, decided by rule from gold and finding"
        " (`benchmarks/errors_left.py`); `--errors FILE` writes their words to a file outside the repository."
    )
    return Table("Errors left", ("kind", *counts), tuple(rows), note=note, deeper=True)


def _top(found: Counter[str]) -> list[str]:
    """Return the commonest kinds, most first; what happened once is no kind."""
    ranked = sorted((-n, kind) for kind, n in found.items() if n > 1)
    return [kind for _, kind in ranked[:COMMONEST]]


def _marked(found: Counter[str], kind: str) -> str:
    return f"**{found[kind]}**" if kind in _top(found) else str(found[kind])


def _examples(left: dict[str, list[tuple[Beside, Error]]]) -> Iterator[str]:
    for name, found in left.items():
        for case, error in sorted(found, key=lambda x: x[1].kind):
            sides = {"gold": error.gold, "found": error.found}
            words = {side: _words(case, i) for side, i in sides.items() if i is not None}
            row = {"set": name, "kind": error.kind, "doc": error.doc, **words, "around": _around(case, error)}
            yield json.dumps(row, ensure_ascii=False) + "\n"


def _words(case: Beside, item: Item) -> dict[str, str]:
    sides = {"source": item.source, "cue": item.cue, "content": item.content}
    return {name: words_at(case, places) for name, places in sides.items()} | {"rule": item.rule}


def _around(case: Beside, error: Error) -> str:
    item = error.gold or error.found
    assert item is not None
    return case.doc.text[max(0, min(item.content) - 160) : max(item.content) + 160]
