"""Statements: who says what in one document.

Method: rules over a dependency parse of the units that hold a cue (frames after PARC, Pareti 2015, and
PolNeAR, Newell et al. 2018), quotations by their marks, lexicons as data.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice

from selon.analyse.according import according_drafts, behind_asides
from selon.analyse.as_said import as_said_drafts
from selon.analyse.blocks import block_drafts
from selon.analyse.bracketed import bracketed_drafts
from selon.analyse.carry import carried_drafts, give_speakers, joined_quotations, pulled_quotations
from selon.analyse.chains import parents
from selon.analyse.citing import cited_drafts, citing_drafts, with_told
from selon.analyse.confirming import with_confirmed
from selon.analyse.counting import counting_drafts
from selon.analyse.dialogue import dialogue_drafts, dialogue_paragraphs
from selon.analyse.drafts import Draft
from selon.analyse.fragments import completed
from selon.analyse.frames import verb_drafts
from selon.analyse.grammar.clause import Clause
from selon.analyse.headline_names import headline_names
from selon.analyse.headlines import label_drafts
from selon.analyse.hearsay import hearsay_drafts
from selon.analyse.hedges import hedges_of
from selon.analyse.holders import Holders, learn_all
from selon.analyse.incises import widen_incises
from selon.analyse.introduced import introduced_drafts
from selon.analyse.light import light_drafts
from selon.analyse.light_carry import light_carry
from selon.analyse.modality import commitment_of
from selon.analyse.pictures import picture_drafts
from selon.analyse.printed import printed_drafts
from selon.analyse.quotes import find_quotes
from selon.analyse.references import confirmed, taken_up
from selon.analyse.republished import republished_drafts
from selon.analyse.titles import without_titles
from selon.analyse.turn_drafts import RULE as TURN
from selon.analyse.turn_drafts import outside_turns, turn_drafts
from selon.analyse.turns import find_turns
from selon.analyse.units import Unit, find_units
from selon.analyse.viewpoints import viewpoint_drafts
from selon.languages import pack
from selon.languages.pack import table
from selon.model.document import Document, PartKind
from selon.model.identity import Made, make_id
from selon.model.span import Span, hull, words_of
from selon.model.statement import CONFIRMS, REPUBLISHED, Form, SourceKind, Stance, Statement
from selon.nlp.parser import has_parser

_VERBATIM = {"block quotation", "dialogue", "transcript", REPUBLISHED, TURN}
"""Rules whose contents are speech without marks."""
_LETTER = re.compile(r"\w")
STAGE = "statements"
VERSION = 20


def find_statements(doc: Document, beliefs: bool = False) -> tuple[Statement, ...]:
    """Return the attributions of a document in order of their content.

    `beliefs` adds beliefs and intentions (stances `believes`, `intends`). Never raises on any text.
    """
    if not doc.text.strip():
        return ()
    units = find_units(doc, beliefs)
    found = [without_titles(doc, unit, _drafts(doc, unit, beliefs)) for unit in units]
    light_carry(doc, units, found)
    widen_incises(doc, units, found)
    joined_quotations(doc, units, found)
    give_speakers(found)
    confirmed(doc, units, found)
    for number, draft in [*carried_drafts(doc, units, found), *block_drafts(doc, units, found)]:
        found[number].append(draft)
    spoken = dialogue_paragraphs(doc)
    drafts = [d for drafts in found for d in drafts if not _narrated(d, spoken)]
    drafts = pulled_quotations(doc, drafts)
    drafts += republished_drafts(doc)
    turns = find_turns(doc)
    drafts = [*outside_turns(doc, drafts, turns), *turn_drafts(turns)]
    drafts += headline_names(doc, units, drafts)
    drafts = completed(doc.text, _unique([*drafts, *dialogue_drafts(doc, spoken)]))
    return _finished(doc, _outright(doc, drafts))


def _outright(doc: Document, drafts: list[Draft]) -> list[Draft]:
    """Leave out beliefs inside what another says, and weak frames there where the language needs it."""
    weak = tuple(f": {frame}" for frame in table(doc.lang, "cues").get("outright_only", ()))
    private = {Stance.believes, Stance.intends}
    return [
        draft
        for draft, up in zip(drafts, parents(drafts), strict=True)
        if up is None
        or drafts[up].rule in {REPUBLISHED, "cited by"}
        or not (
            draft.stance in private
            or draft.rule.endswith(weak or ("\0",))
            or _own_words(doc, draft)
            or (draft.purpose and draft.source == drafts[up].source)
        )
    ]


def _own_words(doc: Document, draft: Draft) -> bool:
    """Tell whether a speaker names himself in what he is quoted with ("je salue …"): no second statement."""
    first = table(doc.lang, "grammar").get("first_person", ())
    said = draft.source and words_of(doc.text, draft.source).lower().replace("’", "'") in first
    return bool(said) and draft.stance is not Stance.denies


def _narrated(draft: Draft, spoken: Sequence[Span]) -> bool:
    """In dialogue the narrator's asides are read by the dialogue rule."""
    aside = "aside" in draft.rule or draft.carried or "object" in draft.rule or "quote" in draft.rule
    return aside and any(p.overlap(draft.content[0]) for p in spoken)


def _drafts(doc: Document, unit: Unit, beliefs: bool) -> list[Draft]:
    bracketed = list(bracketed_drafts(doc, unit))
    if not has_parser(doc.lang):
        return [*bracketed, *light_drafts(doc, unit)]
    labels = [*bracketed, *label_drafts(doc, unit)]
    if not unit.words:
        return labels
    clause = Clause(unit, doc.text, doc.lang)
    shown = [*counting_drafts(clause), *picture_drafts(clause)]
    verbs = list(verb_drafts(clause, beliefs))
    reported = [*verbs, *(behind_asides(clause, d, verbs) for d in according_drafts(clause))]
    drafts = _chained(clause, [*_without(reported, shown), *shown])
    drafts += viewpoint_drafts(clause, drafts)
    drafts += introduced_drafts(clause, [*drafts, *labels])
    told = tuple(span for d in [*drafts, *labels] for span in d.content)
    covered = {q.span.start for d in drafts for s in d.content for q in unit.quotes if s.overlap(q.span)}
    labels = [d for d in labels if not any(s.start in covered for s in d.content)]
    return [*labels, *drafts, *(hearsay_drafts(clause, told))]


def _chained(clause: Clause, found: list[Draft]) -> list[Draft]:
    """Add the levels that the clause names above and below what its verbs and prepositions report."""
    leaning = [*as_said_drafts(clause), *printed_drafts(clause), *citing_drafts(clause, tuple(found))]
    drafts = _without(found, leaning)
    drafts = [*with_told(clause, tuple(d for d in drafts if not _swallowed(d, drafts))), *leaning]
    above = list(cited_drafts(clause, tuple(drafts)))
    drafts = [*_without(drafts, above), *above]
    again = [d for d in taken_up(clause) if not any(c.overlap(d.cue[0]) for o in drafts for c in o.cue)]
    return [*with_confirmed(clause, drafts), *again]


def _without(drafts: Sequence[Draft], others: Sequence[Draft]) -> list[Draft]:
    """Leave out the drafts whose cue others read better ("citant X" is no statement about X)."""
    cues = [cue for d in others for cue in d.cue]
    return [d for d in drafts if not any(cue.overlap(other) for cue in d.cue for other in cues)]


def _swallowed(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """A source phrase that a verb before it takes ("a-t-on appris de source …") is no second statement."""
    if not draft.rule.startswith("according"):
        return False
    if draft.rule.endswith("pointing back") and any(
        d.content == draft.content and d.source and d.rule.startswith("noun") for d in drafts
    ):
        return True
    same = (d for d in drafts if d is not draft and d.source and d.source == draft.source)
    return any(d.cue and draft.cue and d.cue[0].start < draft.cue[0].start for d in same)


def _unique(drafts: Sequence[Draft]) -> list[Draft]:
    seen: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        seen.setdefault((draft.content, draft.cue, draft.source), draft)
    return sorted(seen.values(), key=lambda d: (d.content, d.cue, d.source))


def _finished(doc: Document, drafts: list[Draft]) -> tuple[Statement, ...]:
    """Give every draft its form, kind, holder, hedges, parent and id."""
    ups = parents(drafts)
    ids = [make_id("s", doc.id, [list(s) for s in _flat(d)], d.rule) for d in drafts]
    who = _resolved(doc, drafts)
    quotes = [q.span for q in find_quotes(doc.text, doc.lang) if q.depth == 0] if drafts else []
    return tuple(
        _statement(doc, draft, ids[at], who[at], quotes, ids[up] if (up := ups[at]) is not None else None)
        for at, draft in enumerate(drafts)
    )


def _statement(
    doc: Document,
    draft: Draft,
    ident: str,
    who: tuple[str | None, SourceKind],
    quotes: Sequence[Span],
    parent: str | None,
) -> Statement:
    hedges = hedges_of(doc.text, doc.lang, draft)
    said = commitment_of(doc, draft.content, hedges, draft.indirect_past)
    return Statement(
        id=ident,
        doc=doc.id,
        content=draft.content,
        source=draft.source,
        cue=draft.cue,
        form=_form(doc.text, draft, quotes),
        stance=draft.stance,
        source_kind=who[1],
        made=Made(STAGE, VERSION, _why(doc.lang, draft.rule)),
        hedges=hedges,
        holder=who[0],
        parent=parent,
        part=_part(doc, draft),
        polarity=said.polarity,
        polarity_words=said.polarity_words,
        modality=said.modality,
        modality_words=said.modality_words,
    )


def _why(lang: str, rule: str) -> str:
    """Return the rule, with the kind of reading where no parser was at work."""
    kinds = {pack.LIGHT: f"light pack {lang}, no parser: {rule}", pack.NONE: f"no pack for {lang}: {rule}"}
    return kinds.get(pack.kind(lang), rule)


def _flat(draft: Draft) -> list[tuple[int, int]]:
    return [(s.start, s.end) for spans in (draft.content, draft.source, draft.cue) for s in spans]


def _resolved(doc: Document, drafts: Sequence[Draft]) -> list[tuple[str | None, SourceKind]]:
    holders = Holders(doc.lang, doc.text, own=doc.outlet)
    mentions = [words_of(doc.text, d.source) if d.source else "" for d in drafts]
    learn_all(holders, mentions)
    out: dict[int, tuple[str | None, SourceKind]] = {}
    for at in sorted(range(len(drafts)), key=lambda i: _place(drafts[i])):
        out[at] = holders.resolve(mentions[at]) if mentions[at] else (None, SourceKind.unattributed)
    return [out[at] for at in range(len(drafts))]


def _place(draft: Draft) -> int:
    return hull(draft.source or draft.content).start


def _form(text: str, draft: Draft, quotes: Sequence[Span]) -> Form:
    """Return direct when all words stand between marks, mixed when some do; what is taken up is neither."""
    if draft.rule in _VERBATIM:
        return Form.direct
    if draft.rule.endswith(CONFIRMS):
        return Form.indirect
    inside = outside = 0
    for span in draft.content:
        at = span.start
        first = max(0, bisect_right(quotes, span.start, key=lambda q: q.start) - 1)
        for quote in islice(quotes, first, None):
            if quote.start >= span.end:
                break
            inside += quote.overlap(span)
            outside += len(_LETTER.findall(text, at, max(at, min(quote.start, span.end))))
            at = max(at, min(quote.end, span.end))
        outside += len(_LETTER.findall(text, at, span.end))
    return Form.indirect if not inside else Form.direct if outside == 0 else Form.mixed


def _part(doc: Document, draft: Draft) -> PartKind:
    found = doc.part_at(hull(draft.content)) if doc.parts else None
    return found.kind if found else draft.part
