"""Cue words without a parser: asides, that-clauses, colons, objects, "as X said", split-off particles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selon.analyse.drafts import Draft
from selon.analyse.light_pack import LightCue, LightPack
from selon.analyse.light_sources import cut, segment_start, source_after, source_before
from selon.analyse.light_view import SHORT, View
from selon.model.span import Span
from selon.model.statement import Stance

PRO_DROP = "cue word, no subject"
"""Rule of a cue whose speaker is the one before it (`light_carry` fills it in)."""
_GAP = r"[^.,;:!?«“„\"\x02]{0,90}?"
"""What may stand between a cue and its that-clause, colon or quotation."""
_OPEN = r"(?:[«“„\"]\x02|\x01)"
_COLON = re.compile(rf"(?P<gap>{_GAP}):\s+(?=\S)|(?P<bare>{_GAP}),?\s*(?={_OPEN})")
_QUOTED = re.compile(r"(?:\x02[»«”“\"]|(?:^|[.!?…]\s)\W*\x01+)[,.]?\s*(?:[—–-]\s*)?$")
_BROKEN = re.compile(r"(?:,|[»«”“\"],?|\x01,|[?!…—–]|\s-)\s*$")
_ONWARD = re.compile(rf"\s*[,.]?\s*(?:[—–-]\s*)?(?:\w{{1,3}}\s+)?(?={_OPEN})|\s*[,.]\s*[—–-]\s+(?=\S)")
_REPORTED_AT = 12
"""A verb in the mood of reported speech stands among so many words after the comma."""


def cue_drafts(view: View, pack: LightPack) -> Iterator[Draft]:
    """Yield the drafts of the cue words of a unit, from left to right."""
    for found in pack.cue.finditer(view.text):
        words = found.group().lower().split()
        before = view.text[: found.start()].lower().split()[-1:]
        if before and before[0] in pack.impersonal:
            continue  # "lo que se dice": nobody in particular says it
        start = found.start() + (len(words[0]) + 1 if words[0] in pack.impersonal else 0)
        for cue in pack.cues[" ".join(words)]:
            if draft := _draft(view, pack, Span(start, found.end()), cue):
                yield draft
                break


def _draft(view: View, pack: LightPack, at: Span, cue: LightCue) -> Draft | None:
    for read in (_as_told, _aside, _clause, _introduced, _topic, _object):
        if draft := read(view, pack, at, cue):
            return draft
    return None


def _as_told(view: View, pack: LightPack, at: Span, cue: LightCue) -> Draft | None:
    """ "…, como dijo X", "wie X mitteilte, …", "как сообщил X": content is the rest of the sentence."""
    start = segment_start(view.text, at.start)
    found = pack.as_told.match(view.text, start, at.start)
    if found is None:
        return None
    between = cut(view.text, pack, found.end(), at.start)
    if between and pack.auxiliaries.fullmatch(view.text, between.start, between.end):
        between = None
    source = between or source_after(view.text, pack, at_source(view, pack, at.end))
    if source is None:
        return None
    end = _segment_end(view.text, max(at.end, source.end))
    before, after = view.before(found.start()), view.cleaned(end, view.end)
    return view.draft((before or after,), source, at, cue.stance, "cue word, as told")


def _segment_end(text: str, at: int) -> int:
    found = re.compile(r"[,.;](?=\s|$)").search(text, at)
    return found.start() if found else len(text)


def _aside(view: View, pack: LightPack, at: Span, cue: LightCue) -> Draft | None:
    """ "…", said X: the cue stands after a break, and what is said before it."""
    left = re.sub(rf"(?<!\w)(?:{'|'.join(sorted(pack.impersonal)) or '(?!)'})\s+$", "", view.text[: at.start])
    if "aside" not in cue.frames or not _BROKEN.search(left) or (view.level and _dashed(left)):
        return None
    quoted = bool(_QUOTED.search(left))
    onto = _introducing(view, at.end)
    named = onto and onto.group("gap") is None and view.text[onto.end()] == SHORT  # ", передаёт «Вестник»"
    bare = "object" in cue.frames or _that(view, pack, at.end) or (onto and not named)
    if not quoted and bare:
        return None
    source = source_after(view.text, pack, at_source(view, pack, at.end))
    content = view.before(len(left))
    end = max(at.end, source.end if source else 0)
    onward = _goes_on(view, end) or (None if quoted else _other_side(view, pack, end))
    rule = "cue word, aside" if source or "nobody" in cue.frames else PRO_DROP
    return view.draft((content, onward), source, at, cue.stance, rule) if content else None


def _dashed(left: str) -> bool:
    """An aside inside one pair of marks is read with the unit around it."""
    return left.rstrip().endswith(("—", "–", "-"))


def at_source(view: View, pack: LightPack, start: int) -> int:
    """Step over "в" of "сообщили в МЧС", "aus" of "hieß es aus …", unless a time or an event follows."""
    found = pack.at_source.match(view.text, start)
    if found and not pack.not_place.match(view.text, found.end()):
        return found.end()
    return start


def _goes_on(view: View, end: int) -> Span | None:
    """Return what goes on after an aside: a further quotation, or words after a dash."""
    found = _ONWARD.match(view.text, end)
    if found is None:
        return None
    if quote := view.quotation(found.end()):
        return quote
    stop = view.cleaned(found.end(), view.end)
    return Span(stop.start, min(view.end, stop.end + _closing(view.text, stop.end))) if stop else None


def _other_side(view: View, pack: LightPack, end: int) -> Span | None:
    """Return the rest of a sentence that an aside cuts ("El puente, dijo X, está cerrado")."""
    found = re.compile(r",\s+").match(view.text, end)
    if found is None or view.text[found.end() :].split()[:1] == []:
        return None
    first = view.text[found.end() :].split()[0].lower()
    blocked = (
        p.match(view.text, found.end()) for p in (pack.cue, pack.citing, pack.according, pack.coordinator)
    )
    if first in pack.relative or any(blocked):
        return None
    return view.cleaned(found.end(), content_end(view, pack, found.end()))


def _closing(text: str, at: int) -> int:
    return int(text[at : at + 1] in '»”“"' and at < len(text))


def _that(view: View, pack: LightPack, start: int) -> re.Match[str] | None:
    gap = re.compile(_GAP).match(view.text, start)
    found = pack.that.search(view.text, start)
    return found if gap and found and re.fullmatch(_GAP, view.text[start : found.start()]) else None


def _introducing(view: View, start: int) -> re.Match[str] | None:
    return _COLON.match(view.text, start)


def _clause(view: View, pack: LightPack, at: Span, cue: LightCue) -> Draft | None:
    """ "X dijo que …", "Am Montag sagte X, dass …", "X sagte, die Brücke sei gesperrt"."""
    if "that" not in cue.frames:
        return None
    if found := _that(view, pack, at.end):
        start, gap = found.start("that"), found.start()
    else:
        gap, start = _reported(view, pack, at.end)
    if start < 0:
        return None
    content = view.cleaned(start, content_end(view, pack, start))
    return _with_source(view, pack, at, cue, content, gap, "cue word, that-clause")


def _reported(view: View, pack: LightPack, start: int) -> tuple[int, int]:
    """Return where a clause in the mood of reported speech begins: its comma, and its first word, or -1."""
    comma = re.compile(rf"{_GAP},\s+(?=\w)").match(view.text, start)
    if comma is None:
        return -1, -1
    verb = pack.reported.search(view.text, comma.end(), content_end(view, pack, comma.end()))
    near = verb and len(view.text[comma.end() : verb.start()].split()) < _REPORTED_AT
    return (comma.end() - 2, comma.end()) if near else (-1, -1)


def _introduced(view: View, pack: LightPack, at: Span, cue: LightCue) -> Draft | None:
    """ "X dijo: «…»", "сказал X: …", "X sagte, „…“"."""
    found = _introducing(view, at.end) if "quote" in cue.frames else None
    if found is None:
        return None
    quote = view.quotation(found.end())
    if quote and view.text[quote.start] == SHORT and found.group("gap") is None and "object" in cue.frames:
        return None  # "criticó «la lentitud» del Gobierno": words of an object
    content = quote or view.cleaned(found.end(), view.end)
    gap = found.end("gap") if found.group("gap") is not None else found.end("bare")
    return _with_source(view, pack, at, cue, content, gap, "cue word, colon")


def _topic(view: View, pack: LightPack, at: Span, cue: LightCue) -> Draft | None:
    """ "заявил о …", "sprach von …", "alertó de …": a topic after its preposition."""
    prepositions = "|".join(sorted(map(re.escape, cue.about))) or "(?!)"
    found = re.compile(rf"{_GAP}\s(?=(?:{prepositions})\s)", re.IGNORECASE).match(view.text, at.end)
    if found is None:
        return None
    content = view.cleaned(found.end(), content_end(view, pack, found.end()))
    return _with_source(view, pack, at, cue, content, found.end(), "cue word, topic")


def _object(view: View, pack: LightPack, at: Span, cue: LightCue) -> Draft | None:
    """ "X pidió la dimisión de Y", "X wies die Vorwürfe zurück", "X обвинил Y в …"."""
    if "object" not in cue.frames:
        return None
    end = content_end(view, pack, at.end)
    if cue.particle:
        found = re.compile(rf"(?<!\w){re.escape(cue.particle)}(?=[.,;:!?)]|\s+(?:und|oder)\s|$)").search(
            view.text, at.end, end
        )
        if found is None:
            return None
        onward = view.text[found.end() : found.end() + 1] == "," and cue.stance is not Stance.asserts
        end = end if onward else found.start()
    source, start = source_before(view.text, pack, view.sentence_start(at.start), at.start), at.end
    if source is None and pack.capital_nouns:
        source = cut(view.text, pack, at.end, end)
        start = source.end if source else start
    content = view.cleaned(start, end)
    if content is None or not (source or _same_speaker(view, pack, at)):
        return None
    return view.draft((content,), source, at, cue.stance, "cue word, object" if source else PRO_DROP)


def _same_speaker(view: View, pack: LightPack, at: Span) -> bool:
    """Tell whether the cue goes on with the speaker of one before it in its sentence ("y ha pedido …")."""
    start = view.sentence_start(at.start)
    earlier = list(pack.cue.finditer(view.text, start, at.start))
    linked = earlier and pack.next_cue.search(view.text, earlier[-1].end(), at.end)
    return bool(linked and linked.end() == at.end)


def _with_source(
    view: View, pack: LightPack, at: Span, cue: LightCue, content: Span | None, gap: int, rule: str
) -> Draft | None:
    """Take the speaker before the cue, else between the cue and its content, else the one before."""
    if content is None:
        return None
    source = source_before(view.text, pack, view.sentence_start(at.start), at.start)
    if source is None:
        source = cut(view.text, pack, at_source(view, pack, at.end), gap)
    many = view.text[: at.end].lower().endswith(pack.plural_ends) if pack.plural_ends else False
    if source is None and ("nobody" in cue.frames or many):
        source = _document(view, pack, at)
    rule = rule if source or "nobody" in cue.frames else PRO_DROP
    return view.draft((content,), source, at, cue.stance, rule)


def _document(view: View, pack: LightPack, at: Span) -> Span | None:
    """Return the document of "в сообщении ведомства говорится", "in dem Bericht heißt es"."""
    start = max(view.sentence_start(at.start), segment_start(view.text, at.start))
    first = at_source(view, pack, start)
    return cut(view.text, pack, first, at.start, whole=True) if first > start else None


def content_end(view: View, pack: LightPack, start: int) -> int:
    """Return where a clause that begins at `start` ends: a stop, ", según X", or where reporting goes on."""
    end = view.sentence_end(start)
    for pattern in (pack.according, pack.citing):
        for found in pattern.finditer(view.text, start, end):
            if view.text[: found.start()].rstrip().endswith(","):
                end = min(end, found.start())
    if onward := pack.next_cue.search(view.text, start, end):
        end = onward.start()
    return end
