"""Figures of one document with bound, unit and what is counted.

Dates, years, hours, ranks, addresses and numbers of articles or things are no quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest

from selon.analyse.counted import Counted, counted, counts_nothing
from selon.analyse.numerals import Numeral, Piece, numeral, pieces, plain
from selon.languages import pack
from selon.model.document import Document, PartKind
from selon.model.quantity import Bound, Quantity
from selon.model.span import Span
from selon.text.normalise import Derived, derive, fold

VERSION = 10
_SKIPPED = frozenset({PartKind.boilerplate, PartKind.promo, PartKind.credit})
_AHEAD = 24
"""Code points before a figure that may hold a pronoun and its verb."""
_BEHIND = 80
"""Code points between two figures that two sources give for one thing."""
_TIED = 60
"""Code points between a figure and one that takes its noun."""
_ENDS = frozenset(".!?")
_Forms = tuple[tuple[str, ...], Bound]


def find_quantities(doc: Document) -> tuple[Quantity, ...]:
    """Return the quantities of `doc` in text order; each span holds bound words, figure and unit.

    A figure without a noun of its own ("dont deux grièvement") takes the unit of the figure before it in
    the sentence. Languages without a pack give figures in digits, with bound exact and no unit.
    """
    text = derive(doc.text, plain)
    found = pieces(text.text)
    out: list[Quantity] = []
    for number in _numerals(found, doc.lang):
        if counts_nothing(found, number, doc.lang):
            continue
        made = _quantity(doc, text, found, number)
        inside = bool(out) and made.span.start < out[-1].span.end  # of a range, or the "cent" of "pour cent"
        if not inside and not _furniture(doc, made.span) and not _model(doc.text, made):
            out.append(made)
    return tuple(_lend_units(doc, out))


def _numerals(found: Sequence[Piece], lang: str) -> Iterator[Numeral]:
    at = 0
    while at < len(found):
        number = numeral(found, at, lang)
        if number is not None:
            yield number
        at = number.last if number is not None else at + 1


def _quantity(doc: Document, text: Derived, found: Sequence[Piece], number: Numeral) -> Quantity:
    what = counted(found, number, doc.lang)
    bound, first, last, upper = _bound(found, number, what, doc.lang)
    start, end = found[first].start, found[last - 1].end
    edges = (first, min(number.first, what.first)), (max(what.last, number.last), last)
    words = _bound_words(doc, text, found, *edges) if bound is not Bound.exact else None
    span = text.back(start, end)
    if upper is not None:
        what = counted(found, upper, doc.lang)
        return Quantity(doc.id, span, number.value, bound, what.unit, what.what, upper.value, words)
    if bound is Bound.exact and number.round:
        words = text.back(found[number.first].start, found[number.last - 1].end).of(doc.text)
        bound = Bound.about
    return Quantity(doc.id, span, number.value, bound, what.unit, what.what, None, words)


def _bound(
    found: Sequence[Piece], number: Numeral, what: Counted, lang: str
) -> tuple[Bound, int, int, Numeral | None]:
    """Return the bound, the first token, the token after the last, and the upper figure of a range."""
    first, last = min(number.first, what.first), max(number.last, what.last)
    if upper := _upper(found, number, last, lang):
        end = max(upper.last, counted(found, upper, lang).last)
        opened = found[first - 1].form in pack.table(lang, "bounds")["between"]["open"] if first else False
        return Bound.between, first - opened, end, upper
    for forms, bound in _forms(lang, "before"):
        if _ends_with(found, first, forms):
            return bound, first - len(forms), last, None
    for forms, bound in _forms(lang, "after"):
        for at in (number.last, last):
            if tuple(p.form for p in found[at : at + len(forms)]) == forms:
                return bound, first, max(last, at + len(forms)), None
    return Bound.exact, first, last, None


def _upper(found: Sequence[Piece], number: Numeral, last: int, lang: str) -> Numeral | None:
    table = pack.table(lang, "bounds").get("between", {})
    opened = number.first and found[number.first - 1].form in table.get("open", ())
    for at in (number.last, last) if opened else (number.last,):
        if at + 1 < len(found) and found[at].form in table.get("join", ()):
            upper = numeral(found, at + 1, lang)
            near = upper is not None and number.value < upper.value <= number.value * (1e12 if opened else 3)
            if near and (opened or found[at].form in table.get("range", ())):
                return upper
    return None


def _ends_with(found: Sequence[Piece], at: int, forms: tuple[str, ...]) -> bool:
    return at >= len(forms) and tuple(p.form for p in found[at - len(forms) : at]) == forms


@cache
def _forms(lang: str, where: str) -> tuple[_Forms, ...]:
    """The bound words of a language as token tuples, longest first."""
    table = pack.table(lang, "bounds").get(where, {})
    out = [
        (tuple(p.form for p in pieces(words)), Bound(name)) for name, many in table.items() for words in many
    ]
    return tuple(sorted(out, key=lambda f: (-len(f[0]), f[0], f[1].value)))


def _bound_words(
    doc: Document, text: Derived, found: Sequence[Piece], before: tuple[int, int], after: tuple[int, int]
) -> str | None:
    for first, last in (before, after):
        if first < last:
            return text.back(found[first].start, found[last - 1].end).of(doc.text)
    return None


def _model(text: str, made: Quantity) -> bool:
    """Whether the figure belongs to a name in capitals (LBD 40, RT 1), with nothing counted after it."""
    before = text[: made.span.start].rstrip().rsplit(maxsplit=1)[-1:]
    acronym = "".join(c for c in before[0] if c.isalpha()) if before else ""
    alone = not made.unit and text[made.span.start].isdigit()
    return alone and len(acronym) > 1 and acronym.isupper() and before[0][-1].isalpha()


def _furniture(doc: Document, span: Span) -> bool:
    part = doc.part_at(span) if doc.parts else None
    return part is not None and part.kind in _SKIPPED


def _lend_units(doc: Document, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Give a figure without a noun the unit of the one just before it in the same sentence, of the one that
    another source gives beside it, or of the people that a pronoun stands for."""
    before: Quantity | None = None
    heads: list[str] = []
    for quantity, after in zip_longest(found, found[1:]):
        if before is not None and not quantity.unit and before.unit and _lends(doc, before, quantity):
            quantity = _with_unit(quantity, before.unit)
        elif after is not None and not quantity.unit and after.unit and _rivals(doc, quantity, after):
            quantity = _with_unit(quantity, after.unit)
        elif not quantity.unit and _carried(doc, quantity):
            quantity = _with_unit(quantity, heads[-1] if heads else "")
        yield quantity
        before = quantity
        heads += [quantity.unit] if quantity.unit in _people(doc.lang) else []


def _with_unit(quantity: Quantity, unit: str) -> Quantity:
    made = {f: getattr(quantity, f) for f in quantity.__struct_fields__}
    return Quantity(**(made | {"unit": unit}))


def _carried(doc: Document, quantity: Quantity) -> bool:
    """Whether a pronoun stands for the people counted before ("À Brindelle, ils étaient 4.000")."""
    ahead = fold(doc.text[max(0, quantity.span.start - _AHEAD) : quantity.span.start]).rstrip()
    return any(ahead.endswith(words) for words in pack.table(doc.lang, "bounds").get("carried", ()))


@cache
def _people(lang: str) -> frozenset[str]:
    """The nouns that count people, as lemmas."""
    table = pack.table(lang, "counted")
    return frozenset(noun for name in table.get("people", {}).get("concepts", ()) for noun in table[name])


def _lends(doc: Document, before: Quantity, after: Quantity) -> bool:
    """Whether words such as "dont", "contre", "including" tie the second figure to the first, a list or a
    bracket goes on ("1,700 in Brindelle, 1,500 in Morvagne"), or two sources count the same."""
    gap = fold(doc.text[before.span.end : after.span.start])
    if len(gap) < _TIED and not set(gap) & _ENDS:
        ties = pack.table(doc.lang, "bounds").get("ties", ())
        if any(f" {t} " in f" {gap} " for t in ties) or _listed(doc, gap, after):
            return True
    return _rivals(doc, before, after)


def _listed(doc: Document, gap: str, after: Quantity) -> bool:
    """Whether a figure without a noun goes on a list, with a place or a time of its own behind it."""
    behind = fold(doc.text[after.span.end : after.span.end + _AHEAD])
    word = re.match(r" ([\w']+) ", behind)
    return gap.rstrip().endswith((",", "(")) and word is not None and word.group(1) in _places(doc.lang)


@cache
def _places(lang: str) -> frozenset[str]:
    return frozenset(pack.table(lang, "bounds").get("listed", ()))


def _rivals(doc: Document, before: Quantity, after: Quantity) -> bool:
    """Whether each of two figures is followed by its source ("700, according to the police, and 1,000 people,
    according to the union"): they count the same."""
    gap = doc.text[before.span.end : after.span.start]
    ends = (gap, doc.text[after.span.end : after.span.end + _BEHIND])
    return len(gap) <= _BEHIND and not set(gap) & _ENDS and all(map(_said(doc.lang).match, map(fold, ends)))


@cache
def _said(lang: str) -> re.Pattern[str]:
    """A figure's source right behind it."""
    forms = pack.table(lang, "bounds").get("said", ()) or ["\x00"]
    return re.compile(rf"\W{{0,2}}(?:{'|'.join(map(re.escape, forms))}) ")
