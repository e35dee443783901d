"""Who speaks when: the turns of interviews and transcripts, by the labels or the questions that open them.

Labels: "NAME: …", "Anne Sorel : …", "M. DUPONT. – …", "Q : … / R : …", rows of a table of speakers. Without
labels, paragraphs that only ask are the interviewer's, what follows is the answer of the person interviewed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from selon.analyse.kinds import kind_of
from selon.analyse.mentions import words_in
from selon.analyse.persons import person_name
from selon.languages.pack import table
from selon.model.document import Document, PartKind
from selon.model.span import Span
from selon.model.statement import SourceKind
from selon.text.letters import UPPER
from selon.text.segment import paragraphs, trim

LONGEST_LABEL = 6
"""The name in a label has at most this many words."""
FEWEST_QUESTIONS = 3
"""So many paragraphs that only ask make an interview without labels."""
LONGEST_QUESTION = 300
_MARK = r"(?:\*\*|__)?"
_GAP = r"[ \u00a0\u202f\u2009]"
_LABEL = re.compile(
    rf"{_MARK}(?P<name>[{UPPER}][^:|\n«“\"?!;]{{0,60}}?){_MARK}(?:,{_GAP}[^:|\n«“\"?!;]{{2,60}}|{_GAP}\([^)\n]{{2,40}}\))?"
    rf"(?:{_GAP}*(?P<colon>:){_MARK}|\.?{_GAP}(?P<dash>[–—])){_GAP}+(?=\S)"
)
_ROW = re.compile(r"\|\s*(?P<name>[^|\n]{1,60}?)\s*\|\s*(?P<said>[^|\n]+?)\s*\|?\s*$")
_BARE = re.compile(rf"(?P<name>Q)\.?{_GAP}+(?=[{UPPER}])")
"""A question of a transcript whose letter stands without a colon."""
_ASKS = re.compile(rf"{_MARK}[^\n]{{4,{LONGEST_QUESTION}}}\?{_MARK}$")
_TURN_KINDS = {PartKind.headline, PartKind.lead, PartKind.body, PartKind.quotation}


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says without a break, paragraph by paragraph; `cue` is the mark after his label.

    `own` marks the interviewer, who is the document's own voice; `source` is None where nobody is named.
    """

    own: bool
    source: Span | None
    cue: Span | None
    said: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Label:
    name: Span
    mark: Span | None
    said: Span


@cache
def _rules(lang: str) -> dict[str, Any]:
    return table(lang, "turns")


def find_turns(doc: Document) -> tuple[Turn, ...]:
    """Return the turns of a document that is an interview or a transcript, in order; else none."""
    if not _rules(doc.lang):
        return ()
    spots = [p for p in paragraphs(doc.text) if _read(doc, p)]
    labels = [_label(doc, p) for p in spots]
    if _alternate(doc, [label for label in labels if label]):
        return tuple(_labelled(doc, spots, labels))
    return tuple(_asked(doc, spots))


def _read(doc: Document, spot: Span) -> bool:
    part = doc.part_at(spot) if doc.parts else None
    return part is None or part.kind in _TURN_KINDS


def _label(doc: Document, spot: Span) -> _Label | None:
    row = _ROW.match(doc.text, spot.start, spot.end)
    bare = _BARE.match(doc.text, spot.start, spot.end)
    found = row or bare or _LABEL.match(doc.text, spot.start, spot.end)
    name = trim(doc.text, *found.span("name")) if found else None
    if found is None or name is None or not _may_label(doc, name.of(doc.text), found):
        return None
    said = trim(doc.text, *(row.span("said") if row else (found.end(), spot.end)))
    if said is None:
        return None
    marks = found.groupdict()
    mark = next((trim(doc.text, *found.span(m)) for m in ("colon", "dash") if marks.get(m)), None)
    return _Label(name, mark, said)


def _may_label(doc: Document, name: str, found: re.Match[str]) -> bool:
    """Tell whether words name a speaker: a letter, title, function, medium or a person named elsewhere."""
    words = words_in(name)
    if not words or len(words) > LONGEST_LABEL or any(w.isdigit() for w in words):
        return False
    if name in _letters(doc.lang):
        return True
    sources = table(doc.lang, "sources")
    small = {
        *sources["determiners"],
        *sources["name_links"],
        *sources["office"],
        *sources.get("of_words", ()),
    }
    if not all(w[0].isupper() or w.lower() in small for w in words):
        return False
    formal = name.split()[0].lower() in sources["titles"] or kind_of(name, doc.lang) is SourceKind.office
    return formal or (not found.groupdict().get("dash") and _speaks(doc, name))


def _letters(lang: str) -> frozenset[str]:
    rules = _rules(lang)
    return frozenset([*rules["question"], *rules["answer"]])


def _alternate(doc: Document, labels: Sequence[_Label]) -> bool:
    """Tell whether labels make a conversation: somebody comes back, or all are set in capitals."""
    names = Counter(label.name.of(doc.text) for label in labels)
    if len(labels) < 2 or len(names) < 2:
        return False
    shouted = all(n.isupper() and len(n) > 1 for n in names)
    return max(names.values()) > 1 or shouted


def _speaks(doc: Document, name: str) -> bool:
    """Tell whether a label is a medium's name, or a person's whom the text names outside labels as well."""
    return kind_of(name, doc.lang) is SourceKind.media or _full_name(doc, words_in(name)[-1]) is not None


def _full_name(doc: Document, last: str) -> Span | None:
    """Return where the text first gives the full name of a last name, labels left out."""
    plain = last.title() if last.isupper() else last
    pattern = rf"(?<!\w)(?<!\| )[{UPPER}][\w’'-]+ {re.escape(plain)}(?!\w)(?!{_GAP}*[:|])"
    for found in re.finditer(pattern, doc.text):
        named = person_name(found.group(), doc.lang) and kind_of(found.group(), doc.lang)
        if named is SourceKind.named_person:
            return Span(*found.span())
    return None


def _labelled(doc: Document, spots: Sequence[Span], labels: Sequence[_Label | None]) -> list[Turn]:
    """Return one turn a label; paragraphs without one go on with the speaker before them."""
    out: list[Turn] = []
    asked = _interviewed(doc, next(label.name.start for label in labels if label))
    for spot, label in zip(spots, labels, strict=True):
        if label:
            name = label.name.of(doc.text)
            answers = name.rstrip(".") in _rules(doc.lang)["answer"]
            out.append(Turn(_asks(doc, name), asked if answers else label.name, label.mark, (label.said,)))
        elif out and not _closes(doc, spot):
            out[-1] = replace(out[-1], said=(*out[-1].said, _plain(doc, spot)))
        elif out:
            out.append(Turn(True, None, None, (spot,)))
    return out


def _asks(doc: Document, name: str) -> bool:
    """Tell whether a label is the interviewer's: "Q", "A reporter", the outlet, a medium."""
    rules = _rules(doc.lang)
    if name.rstrip(".") in rules["question"] or {w.lower() for w in words_in(name)} & set(rules["asks"]):
        return True
    medium = kind_of(name, doc.lang) is SourceKind.media and not person_name(name, doc.lang)
    return name == doc.outlet or medium


def _closes(doc: Document, spot: Span) -> bool:
    """Tell whether a paragraph ends the conversation: "Propos recueillis par …", a heading."""
    words = spot.of(doc.text).lower()
    return words.startswith(("#", *_rules(doc.lang)["ends"]))


def _asked(doc: Document, spots: Sequence[Span]) -> list[Turn]:
    """Return the answers of an interview whose questions stand in paragraphs of their own."""
    asks = [bool(_ASKS.match(doc.text, p.start, p.end)) for p in spots]
    if sum(asks) < FEWEST_QUESTIONS or not _announced(doc, spots):
        return []
    first = asks.index(True)
    who = _interviewed(doc, spots[first].start)
    out: list[Turn] = []
    for at in range(first, len(spots)):
        if asks[at]:
            out.append(Turn(True, None, None, (_plain(doc, spots[at]),)))
        elif _closes(doc, spots[at]) or who is None:
            break
        elif out[-1].own:
            out.append(Turn(False, who, None, (_plain(doc, spots[at]),)))
        else:
            out[-1] = replace(out[-1], said=(*out[-1].said, _plain(doc, spots[at])))
    return out if sum(not turn.own for turn in out) >= FEWEST_QUESTIONS else []


def _announced(doc: Document, spots: Sequence[Span]) -> bool:
    """Tell whether title, head or foot of the document call it an interview."""
    ends = [p.of(doc.text).lower() for p in (*spots[:4], *spots[-2:])]
    words = " ".join([(doc.title or "").lower(), *ends])
    return any(re.search(rf"(?<!\w){re.escape(w)}(?!\w)", words) for w in _rules(doc.lang)["interview"])


def _interviewed(doc: Document, before: int) -> Span | None:
    """Return the first person whom the head of the document names, those who ask left out."""
    stop = "|".join(map(re.escape, _rules(doc.lang)["ends"]))
    for found in re.finditer(
        rf"[{UPPER}][\w’'-]+(?: (?:de|da|van|von|del|al|el|ben|bin))?(?: [{UPPER}][\w’'-]+)+",
        doc.text[:before],
    ):
        lead = doc.text[max(0, found.start() - 40) : found.start()].lower()
        named = kind_of(found.group(), doc.lang) is SourceKind.named_person
        if named and not re.search(rf"(?:{stop})\s*$", lead):
            return Span(*found.span())
    return None


def _plain(doc: Document, spot: Span) -> Span:
    """Return a paragraph without marks of emphasis around it."""
    found = re.compile(rf"{_MARK}(?P<in>.+?){_MARK}$").match(doc.text, spot.start, spot.end)
    return Span(*found.span("in")) if found else spot
