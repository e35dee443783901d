"""The kinds of error that are left: each decided by rule from gold and finding, so that they can be counted.

One gold statement that is missed is one error, one false find is one, and a statement found may have an error
of extent, of source and of parent at once. Classes name a phenomenon, never a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matching import Beside, Item
from selon.analyse.lexicon import forms
from selon.languages.pack import table
from selon.nlp.parser import Word, parse
from selon.text.segment import sentences

WHOLE = 0.8
"""Share of characters in common above which the extent is held for right (the scorer's second threshold)."""
SHORT = 6
"""Words: a false quotation of at most so many is a term in scare quotes, a title or a name."""
_WORD = re.compile(r"\w+(?:['’])?")


@dataclass(frozen=True)
class Error:
    """One error: its kind, and what it is about."""

    kind: str
    doc: str
    gold: Item | None = None
    found: Item | None = None


def errors(case: Beside) -> Iterator[Error]:
    """Yield the errors of one document."""
    pairs = [*case.pairs, *_far_off(case)]
    held = {id(i) for pair in pairs for i in pair}
    for gold in case.missed:
        if id(gold) not in held:
            yield Error(f"missed: {_why_missed(case, gold)}", case.doc.id, gold)
    for found in case.false:
        if id(found) not in held:
            yield Error(f"false find: {_why_false(case, found)}", case.doc.id, None, found)
    for gold, found in pairs:
        if gold.overlap(found) <= WHOLE:
            yield Error(f"extent: {_side(gold, found)}", case.doc.id, gold, found)
    for gold, found in case.pairs:
        if kind := _wrong_source(case, gold, found):
            yield Error(f"source: {kind}", case.doc.id, gold, found)
        if kind := _wrong_parent(case, gold, found):
            yield Error(f"parent: {kind}", case.doc.id, gold, found)


def _far_off(case: Beside) -> list[tuple[Item, Item]]:
    """Return missed gold with the false find that overlaps it most: one error of extent, not two errors."""
    out: list[tuple[Item, Item]] = []
    left = list(case.false)
    for gold in case.missed:
        best = max(left, key=gold.overlap, default=None)
        if best is not None and gold.overlap(best) > 0:
            left.remove(best)
            out.append((gold, best))
    return out


def _why_missed(case: Beside, gold: Item) -> str:
    over = max((p for _, p in case.pairs), key=gold.overlap, default=None)
    if over is not None and gold.overlap(over) > WHOLE:
        return "second level on a content that was found"
    if over is not None and gold.content & over.content:
        return "given as part of another statement"
    if not gold.cue:
        return "hearsay conditional, no cue" if not gold.source else "quotation carried on with no cue"
    return _cue_missed(case, gold)


def _cue_missed(case: Beside, gold: Item) -> str:
    words = [w.lower().replace("’", "'") for w in _WORD.findall(words_at(case, gold.cue))]
    lang = case.doc.lang
    if not words:
        return "colon or dash"
    if any(w in _first_according(lang) for w in words):
        return "phrase of the kind 'according to'"
    known = [f for w in words for f in forms(lang).get(w, ())]
    if known:
        kind = "noun" if all(f.shape == "noun" for f in known) else "verb"
        return f"cue {kind} known, content {_order(gold)} it, no frame fits"
    pos = _part_of_speech(case, gold)
    return {"NOUN": "cue noun not in the lexicon", "PROPN": "cue noun not in the lexicon"}.get(
        pos, "cue verb not in the lexicon" if pos in {"VERB", "AUX"} else "cue word of another kind"
    )


def _order(gold: Item) -> str:
    if max(gold.content) < min(gold.cue):
        return "before"
    return "after" if min(gold.content) > max(gold.cue) else "around"


def _first_according(lang: str) -> frozenset[str]:
    return frozenset(w.split()[0] for w in table(lang, "sources").get("according", ()))


def _part_of_speech(case: Beside, gold: Item) -> str:
    """Return the part of speech of the longest word of a cue after the parse of its sentence."""
    at = min(gold.cue)
    sentence = next(s for s in sentences(case.doc.text, case.doc.lang) if s.end > at)
    (words,) = parse(case.doc.lang, [sentence.of(case.doc.text)])
    inside = [w for w in words if sentence.start + w.start in gold.cue]
    longest: Word | None = max(inside, key=lambda w: (w.end - w.start, -w.start), default=None)
    return longest.pos if longest else ""


def _why_false(case: Beside, found: Item) -> str:
    if any(found.content & g.content for g in case.gold):
        return "second statement on one content"
    if found.part == "promo":
        return "promo or heading"
    if "hearsay" in found.rule:
        return "conditional that is no hearsay"
    if not found.cue:
        short = len(_WORD.findall(words_at(case, found.content))) <= SHORT
        return "short quotation with no cue (scare quote, title)" if short else "quotation with no cue"
    return _family(found.rule)


def _family(rule: str) -> str:
    name, _, frame = rule.partition(": ")
    head = name.split(" ")[0]
    if head == "noun":
        return "noun that reports nothing here"
    if head == "verb":
        return f"verb that reports nothing here, frame '{frame}'"
    return f"rule '{name if head not in {'according'} else 'according to'}'"


def _side(gold: Item, found: Item) -> str:
    """Name the end at which most characters are wrong."""
    first, last = min(gold.content), max(gold.content)
    more, less = found.content - gold.content, gold.content - found.content
    start, end = min(found.content), max(found.content)
    sizes = {
        "begins too early": sum(c < first for c in more),
        "runs on too far": sum(c > last for c in more),
        "begins too late": sum(c < start for c in less),
        "stops too early": sum(c > end for c in less),
        "a stretch inside is left out": sum(start < c < end for c in less),
        "a stretch inside is too much": sum(first < c < last for c in more),
    }
    return max(sizes, key=lambda k: sizes[k])


def _wrong_source(case: Beside, gold: Item, found: Item) -> str | None:
    if gold.source & found.source or not (gold.source or found.source):
        return None
    if not gold.source:
        return "one given where none is named"
    theirs = words_at(case, gold.source).lower().strip(" -")
    pronouns = table(case.doc.lang, "sources").get("pronouns", ())
    if not found.source:
        return "none given, a pronoun is" if theirs in pronouns else "none given"
    if _names(case, gold) & _names(case, found):
        return "another mention of the same actor"
    if words_at(case, found.source).lower().strip(" -") in pronouns:
        return "a pronoun instead of the speaker"
    if found.row["source_kind"] == "media" and gold.row.get("source_kind", "") != "media":
        return "the paper instead of the speaker"
    return _by_distance(gold, found)


def _by_distance(gold: Item, found: Item) -> str:
    anchor = gold.cue or gold.content
    near = min(abs(min(found.source) - min(anchor)), abs(max(found.source) - max(anchor)))
    far = min(abs(min(gold.source) - min(anchor)), abs(max(gold.source) - max(anchor)))
    return "a nearer noun phrase" if near < far else "a noun phrase farther off"


def _names(case: Beside, item: Item) -> frozenset[str]:
    words = _WORD.findall(words_at(case, item.source))
    return frozenset(w for w in words if w[0].isupper() and len(w) > 2)


def _wrong_parent(case: Beside, gold: Item, found: Item) -> str | None:
    ours, theirs = _named(case.gold, gold), _named(case.found, found)
    if ours is None:
        return "given where gold has none" if theirs is not None and "parent" in gold.row else None
    if theirs is None:
        return "none given"
    return None if ours.source & theirs.source else "another one given"


def _named(items: Sequence[Item], item: Item) -> Item | None:
    up = item.row.get("parent")
    return next((i for i in items if i.row.get("id") == up), None) if up else None


def words_at(case: Beside, places: frozenset[int]) -> str:
    """Return the words of a document from the first to the last of `places`."""
    return case.doc.text[min(places) : max(places) + 1] if places else ""
