"""Traces of translation in one text: a hint about the text, never a verdict on the outlet.

Each rule reads its words from the language pack (`artefacts.toml`); a language without that table has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from selon.analyse.quotes import find_quotes
from selon.analyse.transliteration import foreign_names
from selon.languages import pack
from selon.model.artefact import Artefact, ArtefactKind
from selon.model.document import FURNITURE, Document
from selon.model.identity import Made
from selon.model.span import Span
from selon.text.normalise import fold, folded

STAGE = "artefacts"
VERSION = 1
STEM = 5
"""Letters in which two words that are doubled agree; shorter words are doubled in speech."""
RUN = 2
"""Foreign words side by side that are no name, title or loan."""

Trace = tuple[ArtefactKind, Span, tuple[str, ...], str]
"""Kind, place, languages that explain it, and the rule in words."""


def find_artefacts(doc: Document) -> tuple[Artefact, ...]:
    """Return the traces of translation in `doc`, by place; furniture is not read."""
    table = pack.table(doc.lang, "artefacts")
    rules = (_capitals, _doubled, _names, _untranslated, _calques, _marks, _decimals, _addresses)
    found = {(trace[0], trace[1]): trace for rule in rules for trace in rule(doc, table)}
    closed = [p.span for p in doc.parts if p.kind in FURNITURE]
    return tuple(
        Artefact(doc.id, kind, span, span.of(doc.text), suggests, Made(STAGE, VERSION, why))
        for kind, span, suggests, why in sorted(found.values(), key=lambda t: (t[1], t[0]))
        if not any(part.overlap(span) for part in closed)
    )


_MIDDLE = r"\b[a-zà-öø-ÿ]{2,}[ \u00a0]"
"""Inside a sentence: after a word in small letters."""


def _capitals(doc: Document, table: dict[str, Any]) -> Iterator[Trace]:
    """Capitals on an elided article, or on a common noun after one."""
    for pattern, why in _capital_patterns(doc.lang):
        for hit in pattern.finditer(doc.text):
            yield ArtefactKind.capital, Span(*hit.span("words")), (), why


@cache
def _capital_patterns(lang: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    table = pack.table(lang, "artefacts")
    out = []
    if articles := _forms(table.get("elided_capitals", ())):
        out.append((rf"{_MIDDLE}(?P<words>(?:{articles})\w+)", "capital on an elided article"))
    if articles := _forms(table.get("elided", ())):
        nouns = "|".join(re.escape(n[0].upper() + n[1:]) for n in table.get("never_capital", ()))
        noun = rf"(?P<words>(?:{articles})(?:{nouns})s?)\b(?![ \u00a0][A-ZÀ-ÖØ-Þ0-9«“])"
        out.append((_MIDDLE + noun, "capital on a common noun after an elided article"))
    return tuple((re.compile(form), why) for form, why in out)


def _forms(words: Any) -> str:
    """Return `words` as alternatives in which an apostrophe may be straight."""
    return "|".join(re.escape(w).replace("’", "[’']") for w in words)


def _doubled(doc: Document, table: dict[str, Any]) -> Iterator[Trace]:
    """A word joined with itself: two synonyms of the original that fell together."""
    meant = table.get("doubled_on_purpose", ())
    if pattern := _doubled_pattern(doc.lang):
        for hit in pattern.finditer(doc.text):
            one, other = fold(hit["one"]), fold(hit["other"])
            graded = one.endswith(tuple(table.get("doubled_endings", ())))
            if one == other and one not in meant and not graded and not hit["one"][0].isupper():
                yield ArtefactKind.doubled, Span(*hit.span()), (), "a word joined with itself"


@cache
def _doubled_pattern(lang: str) -> re.Pattern[str] | None:
    joins = "|".join(pack.table(lang, "artefacts").get("joins", ()))
    word = rf"[^\W\d_]{{{STEM},}}"
    return re.compile(rf"\b(?P<one>{word}) (?:{joins}) (?P<other>{word})\b") if joins else None


def _names(doc: Document, table: dict[str, Any]) -> Iterator[Trace]:
    for span, suggests in foreign_names(doc.text, doc.lang):
        yield ArtefactKind.transliteration, span, suggests, "a name as other languages spell it"


def _untranslated(doc: Document, table: dict[str, Any]) -> Iterator[Trace]:
    """Function words of another language side by side, outside quotations and titles."""
    quoted = [q.span for q in find_quotes(doc.text, doc.lang)] if table.get("untranslated") else []
    for code, pattern in _foreign_runs(doc.lang):
        for hit in pattern.finditer(doc.text):
            span = Span(*hit.span())
            if not any(q.overlap(span) for q in quoted) and not _bracketed(doc.text, span):
                yield ArtefactKind.untranslated, span, (code,), "words of another language"


@cache
def _foreign_runs(lang: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    foreign = pack.table(lang, "artefacts").get("untranslated", {})
    out = []
    for code in sorted(foreign):
        word = f"(?:{'|'.join(map(re.escape, foreign[code]))})"
        run = rf"\b{word}(?: {word}){{{RUN - 1},}}\b(?!['’-])"
        out.append((code, re.compile(rf"(?<=[a-zà-ÿ,;] ){run}(?! [A-ZÀ-ÖØ-Þ])")))
    return tuple(out)


def _bracketed(text: str, span: Span) -> bool:
    """Tell whether a bracket is open before the span on its line: a gloss."""
    head = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    return head.count("(") > head.count(")")


def _calques(doc: Document, table: dict[str, Any]) -> Iterator[Trace]:
    if not table.get("calques"):
        return
    text = folded(doc.text)
    for code, pattern in _calque_patterns(doc.lang):
        for hit in pattern.finditer(text.text):
            yield ArtefactKind.calque, text.back(*hit.span()), (code,), "a turn of another language"


@cache
def _calque_patterns(lang: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    listed = pack.table(lang, "artefacts").get("calques", {})
    forms = {code: "|".join(re.escape(fold(w)) for w in listed[code]) for code in sorted(listed)}
    return tuple((code, re.compile(rf"(?<!\w)(?:{form})(?!\w)")) for code, form in forms.items())


def _marks(doc: Document, table: dict[str, Any]) -> Iterator[Trace]:
    """The first quotation in the marks of other languages: one habit is one trace."""
    for mark, codes in table.get("marks", {}).items():
        if hit := re.search(rf"{re.escape(mark)}[^»“”\n]{{1,200}}[»“”]", doc.text):
            yield ArtefactKind.typography, Span(*hit.span()), tuple(sorted(codes)), "marks of quotation"


_DECIMAL = re.compile(r"(?<![\d.,])\d{1,3},\d{1,2}(?![\d.,]*\d)(?=%|[ \u00a0](?:%|[a-z]{2}))")


def _decimals(doc: Document, table: dict[str, Any]) -> Iterator[Trace]:
    if codes := table.get("decimal_comma"):
        for hit in _DECIMAL.finditer(doc.text):
            yield ArtefactKind.typography, Span(*hit.span()), tuple(sorted(codes)), "decimal comma"


_ASKS = re.compile(
    r"(?:languageid|language|lang|locale|hl)=(?P<code>[a-z]{2})(?:[_-][a-z]{2})?(?![a-z])", re.I
)


def _addresses(doc: Document, table: dict[str, Any]) -> Iterator[Trace]:
    """Addresses in the text that ask for another language than the text is in."""
    for address in re.finditer(r"https?://\S+", doc.text):
        hit = _ASKS.search(doc.text, *address.span())
        if hit and hit["code"].lower() != doc.lang:
            yield (
                ArtefactKind.address,
                Span(*hit.span()),
                (hit["code"].lower(),),
                "the address asks for another language",
            )
