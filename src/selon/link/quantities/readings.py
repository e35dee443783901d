"""Figures with the wording around them: what can be held against each other, and when and where it holds."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import msgspec

from selon.languages import pack
from selon.link import wording
from selon.link.kept import Kept
from selon.link.quantities.circumstances import (
    behind,
    days_of,
    entry_of,
    led_by_comparison,
    moments_of,
    of_former_event,
    reach,
)
from selon.link.quantities.events import event_of
from selon.link.quantities.magnitudes import concept, people, telling
from selon.link.quantities.rates import RATE, rate_of
from selon.link.quantities.reading import Reading
from selon.link.quantities.retold import retold
from selon.link.quantities.sites import places, site
from selon.link.quantities.tallies import (
    MEASURES,
    PERSON,
    POLL,
    SHARE,
    Tally,
    asked,
    extent,
    grave,
    running,
    tally,
)
from selon.link.quantities.wholes import settled
from selon.model.actor import ActorKind
from selon.model.claim import Claim
from selon.model.document import FURNITURE, Document
from selon.model.identity import digest
from selon.model.quantity import Quantity
from selon.model.span import Span
from selon.text import segment
from selon.text.normalise import fold

_TELLING, _GRAVE = 3.0, 1.0
"""Figures up to this are too common to be held against others; of the dead and injured, up to the second."""
_WINDOW = 90
"""Code points around a figure that say where and when it holds."""
_AROUND = 250
"""Code points before a figure in which its text names the place that it speaks of."""
_SHARES = 40
"""Code points between two shares of one poll that are told together ("46 to 42 %")."""
_CARRIED = 250
"""Code points between a figure and one that counts the same people without saying whom."""
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)")
AGE = "age of "
_OLDEST = 120
_CALLED = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'-]+ (?:[\w’'-]+ )?([A-ZÀ-ÖØ-Þ][\w’'-]+), $")
"""A person's full name right before an age; the age is compared with others of the last name."""
_EVERYWHERE, _FEWEST = 0.3, 3
"""Names in more than this share of the texts, and in so many at least, are the subject of all."""

_Held = tuple[str, frozenset[str], tuple[Span, ...]]
"""A claim that a figure is part of, the origins that give it there, and where its sources are named."""


Bare = Sequence[tuple[Document, Reading]]
"""Figures as no claim holds them, with their texts."""


def bare(
    docs: Sequence[Document], quantities: Mapping[str, Sequence[Quantity]], kept: Kept | None = None
) -> Bare:
    """Return the figures of each text, by place; `kept` is what an earlier run found out."""
    given = [(msgspec.structs.replace(d, capture=None), tuple(quantities.get(d.id, ()))) for d in docs]
    keys = [digest(one) for one in given]
    made = (kept or Kept()).each(
        "figures", tuple[Reading, ...], keys, lambda n: settled(given[n][0], tuple(_of_document(*given[n])))
    )
    return [(doc, one) for doc, many in zip(docs, made, strict=True) for one in many]


def readings(every: Bare, claims: Sequence[Claim] = ()) -> list[Reading]:
    """Return the figures that count something, parts of others among them, by document and place."""
    held: dict[Quantity, list[_Held]] = defaultdict(list)
    for claim in claims:
        for quantity in claim.quantities:
            held[quantity].append((claim.id, *_ends(claim, quantity)))
    found = [_told_by(doc, one, held.get(one.quantity, ())) for doc, one in every]
    found = [r for r in retold(found) if r.tally.kind]
    common = _everywhere(found)
    return [r if r.places.isdisjoint(common) else replace(r, places=r.places - common) for r in found]


def _ends(claim: Claim, quantity: Quantity) -> tuple[frozenset[str], tuple[Span, ...]]:
    """The origins, outlets' own reports left out, of the places of a claim that give a figure, and the words
    that name their sources."""
    places = {
        k: one
        for k, one in enumerate(claim.assertions)
        if one.doc == quantity.doc and one.content.overlap(quantity.span)
    }
    named = (o for o in claim.origins if o.kind is not ActorKind.media)
    ends = frozenset(o.id for o in named if not places.keys().isdisjoint(o.assertions))
    return ends, tuple(one.source for one in places.values() if one.source is not None)


def _told_by(doc: Document, one: Reading, held: Sequence[_Held]) -> Reading:
    """A figure with the claims that hold it and their origins; names of its sources are no places."""
    if not held:
        return one
    return replace(
        one,
        places=one.places - _sources(doc, held),
        claims=tuple(sorted(ident for ident, *_ in held)),
        origins=frozenset().union(*(ends for _, ends, _ in held)),
    )


def _of_document(doc: Document, quantities: Sequence[Quantity]) -> Iterator[Reading]:
    """Yield the figures of one text, as no claim holds them."""
    sentences = segment.sentences(doc.text, doc.lang)
    before: Reading | None = None
    for quantity in quantities:
        part = doc.part_at(quantity.span) if doc.parts else None
        if part is not None and part.kind in FURNITURE:
            continue
        inside = next((s for s in sentences if s.holds(quantity.span)), quantity.span)
        counted = tally(quantity, doc.text, inside, doc.lang)
        if concept(quantity.unit, doc.lang) in MEASURES:
            near = Span(max(0, quantity.span.start - _SHARES), quantity.span.end + _SHARES)
            alone = sum(q.unit == SHARE and near.overlap(q.span) > 0 for q in quantities) == 1
            counted = _measured(doc, quantity, inside, counted, alone)
        bare = not quantity.what or quantity.unit == SHARE
        if before is not None and bare and _carries(before, quantity, counted, doc):
            counted = replace(counted, kind=before.tally.kind)
        share = counted.part and _by_place(behind(doc, quantity), doc.lang)
        if share or (counted.part and _befell(before, counted, doc.lang)):
            counted = replace(counted, part=False)  # "of whom 900 in the capital": a count of its own
        least = _least(counted, doc.lang)
        if (counted.kind and quantity.value > least) or telling(quantity.value):
            before = _reading(doc, quantity, counted, inside, share)
            yield before


def _least(counted: Tally, lang: str) -> float:
    """Up to which figure a count is too common to be held against others."""
    if counted.kind.startswith(RATE):
        return 0.0
    return _GRAVE if grave(counted, lang) else _TELLING


def _by_place(words: str, lang: str) -> bool:
    """Whether the words behind a part name the place that it is of."""
    return bool(extent(words, lang) or places(words, lang))


def _carries(before: Reading, quantity: Quantity, counted: Tally, doc: Document) -> bool:
    """Whether a figure with no noun of its own counts whom the one before it does ("they were 10,500", "down
    from 12,000")."""
    near = quantity.span.start - before.quantity.span.end <= _CARRIED
    heads = before.tally.kind in people(doc.lang) or running(before.tally, before.tally, doc.lang)
    compared = not counted.kind and led_by_comparison(doc, quantity)
    if before.tally.kind.startswith(RATE):
        return near and compared and quantity.unit == SHARE
    return near and heads and (counted.kind == PERSON or compared)


def _befell(before: Reading | None, counted: Tally, lang: str) -> bool:
    """Whether something else befell a part than its whole ("682 arrested, of whom 630 were charged")."""
    kinds = {counted.kind, before.tally.kind} if before is not None else set()
    return len(kinds - {PERSON}) > 1 and running(counted, counted, lang)


def _measured(doc: Document, quantity: Quantity, sentence: Span, counted: Tally, alone: bool) -> Tally:
    """What a measure may be held against others for: whose age it is ("Aubin Trellec, 35 ans"), which rate
    it tells, or that people were asked ("64 % in a poll"), where no other share stands beside it; the rest
    counts nothing."""
    if quantity.unit == SHARE:
        if asked(sentence.of(doc.text), doc.lang):
            return replace(counted, kind=POLL if alone else "")
        rate = rate_of(quantity, doc.text, sentence, doc.lang)
        return replace(counted, kind=rate.kind, head=rate.place, part=counted.part and not rate.kind)
    called = _CALLED.search(doc.text, max(0, quantity.span.start - _WINDOW), quantity.span.start)
    person = called and concept(quantity.unit, doc.lang) == "year" and quantity.value < _OLDEST
    return replace(counted, kind=AGE + fold(called.group(1)) if called and person else "")


def _reading(doc: Document, quantity: Quantity, counted: Tally, inside: Span, share: bool) -> Reading:
    start, end = quantity.span.start, quantity.span.end
    near = Span(max(inside.start, start - _WINDOW), min(inside.end, end + _WINDOW))
    words = near.of(doc.text)
    moments = moments_of(doc, quantity, inside, words)
    taken_up = _taken_up(doc, inside)
    names = wording.names(doc.text, near) | (wording.names(doc.text, taken_up) if taken_up else frozenset())
    return Reading(
        quantity=quantity,
        tally=counted,
        lang=doc.lang,
        date=doc.date,
        sentence=inside,
        text=" ".join(f"{doc.text[near.start : start]} … {doc.text[end : near.end]}".split()),
        stems=frozenset(wording.stems(words, doc.lang)),
        names=names,
        places=names,
        site=site(doc.text, quantity.span, inside, doc.lang),
        around=fold(doc.text[max(0, start - _AROUND) : end + _WINDOW]),
        extent=reach(doc, quantity, inside),
        moments=moments,
        days=days_of(moments, doc.date),
        years=frozenset(_YEAR.findall(f"{words} {taken_up.of(doc.text) if taken_up else ''}")),
        plural=not fold(quantity.span.of(doc.text)).split()[-1].endswith(quantity.unit),
        revised=wording.revised(words, doc.lang),
        compared=led_by_comparison(doc, quantity),
        share=share,
        whole=False,
        entry=entry_of(doc, quantity),
        event=event_of(doc, quantity, inside, led_by_comparison(doc, quantity)),
        former=of_former_event(inside.of(doc.text), doc.lang),
        claims=(),
        origins=frozenset(),
    )


def _taken_up(doc: Document, sentence: Span) -> Span | None:
    """The sentence before one that opens with a pronoun and tells more of the same ("It had killed 12")."""
    first = re.match(r"[«»“”\"' ]*([\w’'-]+)", fold(sentence.of(doc.text)))
    if first is None or first.group(1) not in pack.table(doc.lang, "sources").get("pronouns", ()):
        return None
    before = [s for s in segment.sentences(doc.text, doc.lang) if s.end <= sentence.start]
    return before[-1] if before and "\n" not in doc.text[before[-1].end : sentence.start] else None


def _sources(doc: Document, held: Sequence[_Held]) -> frozenset[str]:
    """The names of those who give a figure: no places."""
    return frozenset().union(*(wording.names(doc.text, span) for *_, spans in held for span in spans))


def _everywhere(found: Sequence[Reading]) -> frozenset[str]:
    """Names that stand beside figures all over the dossier."""
    texts = {r.quantity.doc for r in found}
    seen = Counter(n for n, _ in {(n, r.quantity.doc) for r in found for n in r.places})
    return frozenset(n for n, many in seen.items() if many > max(_FEWEST, _EVERYWHERE * len(texts)))
