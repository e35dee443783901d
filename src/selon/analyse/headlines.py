"""Colons and dashes that name a speaker: headlines "X : « … »", transcripts "X: …", signed posts "… — X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from selon.analyse.drafts import Draft
from selon.analyse.grammar.clause import VERBAL
from selon.analyse.kinds import kind_of
from selon.analyse.lexicon import forms
from selon.analyse.mentions import words_in
from selon.analyse.persons import person_name
from selon.analyse.senses import thing_noun
from selon.analyse.units import Unit
from selon.languages.pack import table
from selon.model.document import Document
from selon.model.span import Span
from selon.model.statement import SourceKind, Stance
from selon.text.letters import UPPER
from selon.text.segment import trim

_LABEL = re.compile(
    r"(?P<name>[^:\n«“\"]{2,70}?)(?P<gap>[\s\u00a0\u202f]*)(?P<mark>:)[\s\u00a0\u202f]+(?=\S)"
)
_SIGNED = re.compile(rf"(?P<mark>[—―])[ \u00a0]?(?P<name>[{UPPER}@][^—―\n]{{1,60}}?\(@\w+\)|@\w+)(?=\s|$)")
_TRANSCRIPT = re.compile(
    rf"(?P<name>[{UPPER}][{UPPER} .'’-]{{1,40}}?)(?:,[^:\n]{{2,60}})?(?P<mark>:)[ \u00a0]+(?=\S)"
)
_RETWEET = re.compile(r"RT[ \u00a0](?P<name>@\w+)[ \u00a0]?(?P<mark>:)[ \u00a0]+(?=\S)")
_UNDERSIGNED = re.compile(
    rf"(?<=[»”\"])[ \u00a0]*(?P<mark>[—―–])[ \u00a0]*(?P<name>[{UPPER}][^\n—―–«“\"]{{2,60}})$", re.M
)
CREDIT_LINE = re.compile(
    rf"[ \u00a0]*\n\s*(?:>[ \u00a0]*)?(?P<mark>[—―–-])[ \u00a0]"
    rf"(?P<name>[{UPPER}][^\n—―–«“\".?!]{{2,80}})(?=\n|$)"
)
"""The line after a quotation that names its speaker."""
_BRACKETED = re.compile(
    rf"[ \u00a0]*(?P<mark>\()(?P<name>[{UPPER}][^\n()«“\".?!]{{2,80}})\)[ \u00a0.]*(?=\n|$)"
)
_DATE = re.compile(
    r"[ \u00a0]?(?:\d{1,2}[ \u00a0]\w+[ \u00a0]\d{4}|\w+[ \u00a0]\d{1,2},[ \u00a0]\d{4})?[ \u00a0]?"
)
_VIA = re.compile(
    r"(?:[ \u00a0]*https?://\S+)?[ \u00a0]+(?P<mark>via)[ \u00a0]+(?P<name>@\w+)\s*\Z", re.IGNORECASE
)
_LINK = re.compile(r"[ \u00a0]+https?://\S+\s*\Z")
PROBE = 24
"""Characters compared to find the second copy of an embedded post."""
POST = 400
"""A paragraph no longer than this that ends in a signature is the post."""
LONGEST_LABEL = 9
"""A speaker's label before a colon has at most this many words."""
_HEAD_LINES = 3
"""Lines before the text of an article are fewer: a title and a stand-first."""


def label_drafts(doc: Document, unit: Unit) -> Iterator[Draft]:
    """Yield the draft of a unit that begins with a speaker and a colon, or ends in a signature."""
    if unit.level:
        return
    yield from _undersigned(doc, unit)
    yield from _signed(doc, unit)
    text = doc.text
    lead = unit.span.start + (text[unit.span.start] in '"“”«')
    if again := _RETWEET.match(text, lead, unit.span.end):
        yield from _made(text, unit, again, "post passed on")
        return
    shout = _TRANSCRIPT.match(text, lead, unit.span.end)
    if shout and shout.group("name").isupper() and not (promotes(doc, unit) or _dateline(doc, shout)):
        if text[unit.span.end - 1].isalnum():
            return  # a heading with its place or matter: "MASCARA : Une bande démantelée"
        yield from _made(text, unit, shout, "transcript")
        return
    found = _LABEL.match(text, _past_lead(doc, unit), unit.span.end)
    if found and text[found.end()] in '«“"„»' and (inverted := _verb_first(doc, found)):
        yield _said_by(text, unit, found, inverted)
        return
    if found is None or _tells(unit, *found.span("name")) or _dateline(doc, found):
        return
    if not _speaker(doc, found.group("name"), text[found.end()] in '«“"„»'):
        return
    yield from _made(text, unit, found, "colon")


def _tells(unit: Unit, start: int, end: int) -> bool:
    """Tell whether a finite verb stands before the colon: that is a sentence, no name."""
    inside = (w for w in unit.words if start < w.start < end)
    return any(w.pos in VERBAL and "VerbForm=Fin" in w.morph for w in inside)


def _verb_first(doc: Document, found: re.Match[str]) -> Span | None:
    """Return the verb of "Said Ana Lowe:", a capitalised name behind it."""
    verb, _, name = found.group("name").partition(" ")
    speaks = any(f.shape == "fin" and "quote" in f.word.frames for f in forms(doc.lang).get(verb.lower(), ()))
    return Span(found.start(), found.start() + len(verb)) if speaks and name[:1].isupper() else None


def _said_by(text: str, unit: Unit, found: re.Match[str], verb: Span) -> Draft:
    content = trim(text, found.end(), unit.span.end) or Span(found.end(), unit.span.end)
    name = Span(verb.end + 1, found.end("name"))
    return Draft((content,), (name,), (verb,), Stance.asserts, "verb before a colon", unit.part)


def promotes(doc: Document, unit: Unit) -> bool:
    """Tell whether a unit begins with words like "Lire aussi :"."""
    return doc.text[unit.span.start : _past_lead(doc, unit)].rstrip().endswith(":")


def _dateline(doc: Document, label: re.Match[str]) -> bool:
    """Tell whether a city in capitals before a colon opens the text: it was written there ("PARIS: …")."""
    name = label.group("name").strip()
    city = name.isupper() and name.lower() in table(doc.lang, "sources").get("collective_places", ())
    return city and doc.text[: label.start()].count("\n") < _HEAD_LINES


def _past_lead(doc: Document, unit: Unit) -> int:
    """Return the start of the unit after words like "Lire aussi :"."""
    found = _lead(doc.lang).match(doc.text, unit.span.start, unit.span.end)
    return found.end() if found else unit.span.start


@cache
def _lead(lang: str) -> re.Pattern[str]:
    leads = "|".join(map(re.escape, table(lang, "sources").get("promo_leads", ()))) or "(?!)"
    return re.compile(rf"(?:{leads})[\s\u00a0]*:?[\s\u00a0]*", re.IGNORECASE)


def _made(text: str, unit: Unit, found: re.Match[str], rule: str) -> Iterator[Draft]:
    name = trim(text, *found.span("name"))
    end = unit.span.end
    while end > found.end() and text[end - 1] in ". ":
        end -= 1
    if name and end > found.end():
        content = Span(found.end(), end)
        yield Draft((content,), (name,), (Span(*found.span("mark")),), Stance.asserts, rule, unit.part)


def _speaker(doc: Document, words: str, quoted: bool) -> bool:
    """Tell whether the words before a colon name one who may speak; with no quotation after it, be strict."""
    label = words.strip()
    sources = table(doc.lang, "sources")
    parts = [w.lower() for w in words_in(label)]
    if not 1 <= len(parts) <= LONGEST_LABEL or not label[0].isupper() or set(",;()#") & set(label):
        return False
    if parts[0] in sources["label_stop"]:
        return False
    head = next((p for p in parts if p not in {*sources["determiners"], *sources["adjectives"]}), "")
    if thing_noun(head, doc.lang) and head in words_in(label):
        return False
    if quoted:
        verbs = any(f.split("'")[-1].split("’")[-1] in forms(doc.lang) for f in parts)
        return kind_of(label, doc.lang) is not SourceKind.unattributed and not verbs
    listed = {*sources["office"], *sources["organisation"], *sources["collective_places"]} - {
        *sources["label_topics"]
    }
    return len(parts) <= 4 and parts[0] in listed


def _signed(doc: Document, unit: Unit) -> Iterator[Draft]:
    """Yield posts that end in "— Name (@handle)".

    A post that a page embeds is often there twice: the copy after the signature shows where the first begins.
    """
    if unit.level:
        return
    for found in _SIGNED.finditer(doc.text, unit.span.start, unit.span.end):
        start, copy = _post(doc.text, found)
        body = trim(doc.text, start, found.start())
        name = Span(*found.span("name"))
        if body:
            yield from _shared(doc.text, unit, body, name, (Span(*found.span("mark")),), "signed post")
        if copy:
            yield from _shared(doc.text, unit, copy, name, (), "signed post, copy")


def _shared(
    text: str, unit: Unit, body: Span, name: Span, cue: tuple[Span, ...], rule: str
) -> Iterator[Draft]:
    """Yield a post without its closing link, and under it the account that it was taken from ("via @X")."""
    via = _VIA.search(text[: body.end], body.start)
    link = via or _LINK.search(text[: body.end], body.start)
    said = trim(text, body.start, link.start()) if link else body
    if said is None:
        return
    yield Draft((said,), (name,), cue, Stance.asserts, rule, unit.part)
    if via:
        mark = Span(*via.span("mark"))
        yield Draft((said,), (Span(*via.span("name")),), (mark,), Stance.asserts, "via", unit.part)


def _undersigned(doc: Document, unit: Unit) -> Iterator[Draft]:
    """Yield a quotation whose paragraph ends in a dash and a name (“…” ― Name)."""
    for quote in unit.quotes:
        found = _UNDERSIGNED.match(doc.text, quote.span.end) or _credited(doc, quote.span.end)
        name = trim(doc.text, *found.span("name")) if found else None
        if found and name:
            yield Draft(
                (quote.span,),
                (name,),
                (Span(*found.span("mark")),) if found.group("mark") != "(" else (),
                Stance.asserts,
                "signed quotation",
                unit.part,
            )


def _credited(doc: Document, end: int) -> re.Match[str] | None:
    """Return the credit of a quotation: the line after it ("— Vera Lindqvist"), or a name in brackets."""
    found = CREDIT_LINE.match(doc.text, end) or _BRACKETED.match(doc.text, end)
    return found if found and signs(doc, found.group("name")) else None


def signs(doc: Document, words: str) -> bool:
    """Tell whether the words of a credit line name a person, an office or a body, and are no speech."""
    first = words.split(",")[0]
    head = words_in(first)[0].lower() if words_in(first) else ""
    listed = head in table(doc.lang, "sources")["organisation"]
    listed = listed or kind_of(first, doc.lang) in {SourceKind.office, SourceKind.media}
    return bool(person_name(first, doc.lang) or listed) and not words.rstrip().endswith(("?", "!", "…"))


def _post(text: str, found: re.Match[str]) -> tuple[int, Span | None]:
    """Return where the post begins, and its copy after the signature if there is one."""
    first = text.rfind("\n", 0, found.start()) + 1
    after = _DATE.match(text, found.end())
    begin = after.end() if after else found.end()
    probe = text[begin : begin + PROBE]
    at = text.rfind(probe, first, found.start()) if len(probe) == PROBE else -1
    if at >= 0:
        size = found.start() - at
        while size and text[at : at + size] != text[begin : begin + size]:
            size -= 1
        return at, trim(text, begin, begin + size)
    if found.start() - first <= POST:
        return first, None
    stop = text.rfind(". ", first, max(first, found.start() - 2))
    return (stop + 2 if stop >= 0 else first), None
