"""Whose copy a document says that it carries: printed credits and sign-offs of press agencies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from selon.languages import pack
from selon.model.document import FURNITURE, CreditKind, Document, PartKind
from selon.model.lineage import Level
from selon.model.span import Span
from selon.text.normalise import fold, folded
from selon.text.segment import paragraphs
from selon.text.tokens import forms


@dataclass(frozen=True, slots=True, order=True)
class Sign:
    """A name that a document gives for the text it carries; `agency` tells whether that is a press agency."""

    name: str
    level: Level
    agency: bool
    span: Span | None
    why: str


DATELINE = 60
"""Characters at the start of a paragraph in which a dateline stands ('PARIS (AFP) -')."""


def key(name: str) -> str:
    """Return the form of a name in which outlets and credits are compared: words only, no article."""
    found = forms(name)
    return " ".join(found[1:] if len(found) > 1 and found[0] in _articles() else found)


@cache
def _articles() -> frozenset[str]:
    """Return the words that may stand before a name in any language."""
    return frozenset(w for t in pack.everywhere("agencies").values() for w in t.get("articles", ()))


def signs(doc: Document, outlets: Iterable[str]) -> tuple[Sign, ...]:
    """Return the names that `doc` credits, best evidence first, one for each name.

    `outlets` are the outlets of the set: a sign-off may name any of them, known as an agency or not.
    """
    names = _names(doc.lang, tuple(sorted(set(outlets))))
    found = [*_printed(doc, names), *_signed(doc, names), *_house(doc, names)]
    best: dict[str, Sign] = {}
    for sign in sorted(found, key=lambda s: (-s.level, s.span or Span(0, 1), s.name)):
        best.setdefault(key(sign.name), sign)
    own = key(doc.outlet or "")
    return tuple(s for k, s in best.items() if k != own)


@cache
def _names(lang: str, outlets: tuple[str, ...]) -> Mapping[str, tuple[str, bool]]:
    """Return folded name -> (canonical name, whether it is a known agency)."""
    out: dict[str, tuple[str, bool]] = {fold(o): (o, False) for o in outlets}
    tables = pack.everywhere("agencies")
    for code in sorted(tables, key=lambda c: c == lang):
        for canonical, names in tables[code].get("names", {}).items():
            out.update({fold(n): (canonical, True) for n in names})
    return out


def _printed(doc: Document, names: Mapping[str, tuple[str, bool]]) -> Iterator[Sign]:
    for credit in (c for c in doc.credits if c.kind is not CreditKind.translator):
        canonical, known = names.get(fold(credit.name), (credit.name, False))
        agency = known or credit.kind is CreditKind.agency
        yield Sign(canonical, Level.stated, agency, credit.span, f"credit ({credit.kind.value})")


@cache
def _patterns(lang: str, names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Return patterns over a folded paragraph: whole line, closing words, dateline."""
    any_name = _either(names)
    table = pack.table(lang, "agencies")
    forms = [re.escape(fold(f)).replace(r"\{agency\}", f"(?P<n>{any_name})") for f in table.get("signs", ())]
    year = r"(?:\W*\d{4}\W*)?"
    forms = [f.replace(r"©\ ", rf"(?:©|\(c\)){year}\s*") for f in forms]
    return (
        re.compile(rf"[\s(\[–—*_-]*(?P<n>{any_name})[\s)\].*_-]*$"),
        *(re.compile(rf"(?:^|(?<=[.!?\"»)]))[\s(\[–—*_-]*{f}[\s)\].*_-]*$") for f in forms),
        re.compile(rf"^[^.!?()]{{0,{DATELINE}}}\((?P<n>{any_name})\)\s*[-:.–—]"),
    )


_BRACKET = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]][\s.*_-]*$")


def _signed(doc: Document, names: Mapping[str, tuple[str, bool]]) -> Iterator[Sign]:
    order = tuple(sorted(names))
    whole, *others = _patterns(doc.lang, order)
    for paragraph in _ends(doc):
        text = folded(paragraph.of(doc.text))
        if not any(name in text.text for name in order):
            continue
        hits = [whole.match(text.text), *(p.search(text.text) for p in others)]
        places = [h.span("n") for h in hits if h]
        if bracket := _BRACKET.search(text.text):
            places += [m.span() for m in _any(order).finditer(text.text, *bracket.span(1))]
        for start, end in places:
            canonical, agency = names[text.text[start:end]]
            yield Sign(
                canonical, Level.stated, agency, text.back(start, end).shift(paragraph.start), "sign-off"
            )


@cache
def _any(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_either(names)})(?!\w)")


def _either(names: Iterable[str]) -> str:
    return "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n))) or r"(?!)"


EDGE = 6
"""Paragraphs at either end of a text where a sign-off may stand."""


def _ends(doc: Document) -> Sequence[Span]:
    found = paragraphs(doc.text)
    return found if len(found) <= 2 * EDGE else (*found[:EDGE], *found[-EDGE:])


@cache
def _house_pattern(lang: str, names: tuple[str, ...]) -> re.Pattern[str] | None:
    table = pack.table(lang, "agencies")
    any_name = _either(names)
    forms = [re.escape(fold(f)).replace(r"\{agency\}", f"(?:{any_name})") for f in table.get("house", ())]
    return re.compile("|".join(rf"\b{f}\b" for f in forms)) if forms and names else None


def _house(doc: Document, names: Mapping[str, tuple[str, bool]]) -> Iterator[Sign]:
    agencies = tuple(sorted(n for n, (_, known) in names.items() if known))
    pattern = _house_pattern(doc.lang, agencies)
    text = folded(doc.text)
    for hit in pattern.finditer(text.text) if pattern else ():
        name = max((n for n in agencies if re.search(rf"\b{re.escape(n)}\b", hit.group())), key=len)
        yield Sign(
            names[name][0], Level.idiosyncratic, True, text.back(*hit.span()), "an agency's words of itself"
        )


_ADDRESS = re.compile(r"https?://[^\s<>\"'»)\]]+")


def link_to(doc: Document, other: Document) -> Sign | None:
    """Return where the article of `doc` gives the address of `other`, query and prefix apart, or None."""
    address = _bare(other.url or "")
    if not address.partition("/")[2]:
        return None  # a home page is no text
    name = other.outlet or other.id
    for credit in doc.credits:
        if _bare(credit.url or "") == address:
            return Sign(name, Level.stated, False, credit.span, "link in a credit")
    aside = [p.span for p in doc.parts if p.kind in FURNITURE and p.kind is not PartKind.credit]
    for hit in _ADDRESS.finditer(doc.text):
        span = Span(*hit.span())
        if _bare(hit.group()) == address and not any(a.overlap(span) for a in aside):
            return Sign(name, Level.stated, False, span, "link in the text")
    return None


def _bare(url: str) -> str:
    """Return host and path of an address: no scheme, no `www.`, no query, no closing marks."""
    plain = re.sub(r"^https?://(?:www\.|m\.|amp\.)?", "", url.lower())
    return re.split(r"[?#]", plain)[0].rstrip("/.,;")
