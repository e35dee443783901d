"""Frames of reporting verbs and nouns: what they report, and who does.

Right of the cue: a that-clause, an infinitive, a quotation after a colon, a noun phrase, a predicate. Left of it:
an aside (", a déclaré X", ", she said") whose content is the rest of the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from selon.analyse.asides import aside, inverted_subject
from selon.analyse.clause import OPENING, VERBAL, Clause
from selon.analyse.complements import clause_end, complement, opens_quote
from selon.analyse.drafts import Draft
from selon.analyse.lexicon import CueWord, Form
from selon.analyse.nouns import Range, dated, noun_phrase, phrase_of, source_words, subject
from selon.model.span import Span, Spans, tidy
from selon.model.statement import Stance


def verb_drafts(clause: Clause, beliefs: bool) -> Iterator[Draft]:
    """Yield the drafts that verbs and nouns of the clause give, from left to right."""
    yield from _nearest(list(_verb_drafts(clause, beliefs)))


def _nearest(drafts: list[Draft]) -> Iterator[Draft]:
    """Of several cues that lead to one quotation keep the nearest ("a poursuivi en précisant : …")."""
    for number, draft in enumerate(drafts):
        later = (d for d in drafts[number + 1 :] if d.content == draft.content and d.rule.endswith(": quote"))
        if not (draft.rule.endswith(": quote") and any(later)):
            yield draft


def _verb_drafts(clause: Clause, beliefs: bool) -> Iterator[Draft]:
    last = 0
    before: Draft | None = None
    for at in range(len(clause.words)):
        for form in _entries(clause, at, beliefs):
            found = _draft(clause, at, form, last, before)
            if found is None or not _may_speak(clause, found[0]):
                continue
            before, end = found
            yield before
            last = max(last, end)
            break


def _may_speak(clause: Clause, draft: Draft) -> bool:
    """Tell whether the source may be one: no "cela", and no first person inside a quotation of its own."""
    if not draft.source:
        return True
    words = draft.source[0].of(clause.text).lower().replace("’", "'").strip()
    if words in clause.g["mute_subjects"]:
        return False
    return not (
        (clause.unit.level or clause.unit.block)
        and words in clause.g["first_person"]
        and draft.stance is not Stance.denies
    )


def _entries(clause: Clause, at: int, beliefs: bool) -> list[Form]:
    """Return the cue entries that fit the word's part of speech and the words after it, phrases first."""
    word = clause.words[at]
    out = [f for f in clause.forms.get(word.low, ()) if _fits(clause, at, f)]
    shapes = {f.shape for f in out}
    if clause.low(at + 1) in clause.g["clitic_subjects"]:
        return [f for f in out if f.shape != "pp"]
    if {"fin", "pp"} <= shapes and (
        "VerbForm=Part" in word.morph or clause.low(at - 1) in clause.g["auxiliaries"]
    ):
        out = [f for f in out if f.shape != "fin"]
    elif {"fin", "pp"} <= shapes and "VerbForm=Fin" in word.morph:
        out = [f for f in out if f.shape != "pp"]
    if not beliefs:
        out = [f for f in out if f.word.stance not in {Stance.believes, Stance.intends}]
    return sorted(out, key=lambda f: -len(f.word.tail))


def _fits(clause: Clause, at: int, form: Form) -> bool:
    if form.word.tail and tail_end(clause, at, form.word) is None:
        return False
    if form.shape == "noun":
        return clause.pos(at) in {"NOUN", "PROPN"}
    if form.shape == "inf" and not _reporting_infinitive(clause, at, form):
        return False
    if "Mood=Cnd" in clause.words[at].morph:
        return False
    if clause.pos(at) in VERBAL:
        return not (clause.pos(at) == "AUX" and clause.low(at) in clause.g["auxiliaries"])
    if form.shape == "fin":
        return (
            clause.low(at + 1) in clause.g["clitic_subjects"]
            or clause.low(at - 1) in clause.g["pronoun_subjects"]
        )
    return clause.low(at + 1) in clause.g["complementizer"] or clause.low(at - 1) in clause.g[
        "have"
    ] | clause.g["be"] | {","}


def _reporting_infinitive(clause: Clause, at: int, form: Form) -> bool:
    """An infinitive reports after "pour" or where its governor only shades it ("n'a pas hésité à dire")."""
    if clause.g["bare_clause"]:
        return True
    start = clause.group_start(at)
    if clause.low(start - 1) in OPENING:
        start -= 1
    purpose = clause.low(start - 1) in clause.g["infinitive_after"] and form.word.stance is not Stance.asserts
    return purpose or any(
        clause.low(i) in clause.g["infinitive_verbs"] for i in range(max(0, start - 3), start)
    )


def tail_end(clause: Clause, at: int, word: CueWord) -> int | None:
    """Return the index after the fixed words of a phrase, an adverb between them allowed, or None."""
    place = at + 1
    while clause.pos(place) in {"ADV", "PRON"} and clause.low(place) != word.tail[0]:
        place += 1
    for expected in word.tail:
        if clause.low(place) != expected:
            return None
        place += 1
    return place


def _draft(clause: Clause, at: int, form: Form, last: int, before: Draft | None) -> tuple[Draft, int] | None:
    after = tail_end(clause, at, form.word) if form.word.tail else at + 1
    after = after or at + 1
    if form.shape == "noun":
        return _noun(clause, at, form)
    if form.word.pronominal and not any(
        clause.low(i) in clause.g["reflexive"] for i in range(max(0, at - 4), at)
    ):
        return None
    if clause.passive(at, form.shape) and not _participle_of_have(clause, at):
        return _passive(clause, at, after, form)
    if found := aside(clause, at, after, form, last):
        return found
    return _active(clause, at, after, form, before)


def _participle_of_have(clause: Clause, at: int) -> bool:
    """Tell whether the participle shares the auxiliary of one before it ("a nié et dénoncé")."""
    word = clause.words[at]
    if word.dep != "conj" or clause.pos(word.head) not in VERBAL or clause.low(at - 1) in clause.g["be"]:
        return False
    group = [clause.low(i) for i in range(clause.group_start(word.head), word.head)]
    return any(w in clause.g["have"] for w in group) and not any(w in clause.g["be"] for w in group)


def _active(
    clause: Clause, at: int, after: int, form: Form, before: Draft | None
) -> tuple[Draft, int] | None:
    if relative := _relative_object(clause, at, after, form):
        return relative, 0
    found = complement(clause, at, after, form)
    if found is None:
        return None
    start, end, rule = found
    leading = _leading_participle(clause, at, form)
    if leading:
        end = min(end, max(start + 1, leading[0]))
    content = clause.span(start, end)
    cue = clause.exact(at, after if form.word.tail else at + 1)
    if content is None or cue is None:
        return None
    source = spans_of(clause, subject(clause, at))
    if form.shape == "ger" and before is not None and before.source and _continues(clause, at, before):
        source = before.source
    elif leading and leading[1]:
        source = spans_of(clause, leading[1])
    past = rule == "clause" and form.shape in {"pp"}
    return (
        Draft(
            (content,),
            source,
            (cue,),
            form.word.stance,
            f"verb {form.word.lemma}: {rule}",
            clause.unit.part,
            indirect_past=past,
        ),
        0,
    )


def _relative_object(clause: Clause, at: int, after: int, form: Form) -> Draft | None:
    """ "… que propose X": the antecedent is the content, the noun phrase after the verb is the source."""
    begin = clause.group_start(at)
    if "object" not in form.word.frames or clause.low(begin - 1) not in {"que", "qu'"}:
        return None
    if clause.pos(begin - 1) != "PRON" or begin < 2 or form.shape not in {"fin", "pp"}:
        return None
    source, cue = inverted_subject(clause, after), clause.exact(at, at + 1)
    head = begin - 2
    while head > 0 and clause.pos(head) not in {"NOUN", "PROPN"}:
        head -= 1
    content = clause.span(*phrase_of(clause, head, begin - 1))
    if source is None or content is None or cue is None:
        return None
    rule = f"verb {form.word.lemma}: relative object"
    return Draft((content,), spans_of(clause, source), (cue,), form.word.stance, rule, clause.unit.part)


def _leading_participle(clause: Clause, at: int, form: Form) -> tuple[int, Range | None] | None:
    """A participle that opens the sentence ("Assurant …, X a …"): where its clause ends, and X."""
    start = clause.sentence_start(at)
    if form.shape not in {"ger", "pp"} or at - start > 6 or any(clause.finite(i) for i in range(start, at)):
        return None
    main = clause.words[at].head
    while clause.words[main].head != main and not clause.finite(main):
        main = clause.words[main].head
    own = [i for i in clause.children[main] if clause.words[i].dep in clause.g["subject"] and i > at]
    if not own:
        return None
    comma = own[0]
    while comma > at and (clause.low(comma) != "," or clause.quoted[comma]):
        comma -= 1
    return (comma, phrase_of(clause, own[0], clause.group_start(main))) if comma > at else None


def _continues(clause: Clause, at: int, before: Draft) -> bool:
    """A participle after a comma goes on with the speaker of the cue before it in its sentence."""
    start = at
    while (
        clause.low(start - 1) in clause.g["gerund_prefix"] | clause.g["helpers"]
        or clause.pos(start - 1) == "ADV"
    ):
        start -= 1
    lead = clause.words[clause.sentence_start(at)].start
    return clause.low(start - 1) in {",", "et", "-", "–"} and bool(before.cue) and lead <= before.cue[0].start


def spans_of(clause: Clause, found: Range | None) -> Spans:
    """Return the span of a word range, trimmed, as a tuple; "-ci" takes the first half of its word along."""
    span = clause.span(*found) if found else None
    if span is None:
        return ()
    if span.of(clause.text).lower() in {"ci", "là", "-ci", "-là"}:
        span = Span(_word_start(clause.text, span.start), span.end)
    return (span,)


def _word_start(text: str, at: int) -> int:
    while at > 0 and (text[at - 1].isalpha() or text[at - 1] == "-"):
        at -= 1
    return at


def _passive(clause: Clause, at: int, after: int, form: Form) -> tuple[Draft, int] | None:
    """Frames of a passive or bare participle: "accusé par X de …", "démenti par X", "jugé « … » par X"."""
    word = form.word
    if word.lemma in clause.g["no_passive"]:
        return None
    source = agent(clause, after) or (agent(clause, after, 12) if {"passive", "as"} & word.frames else None)
    content: list[Span | None] = []
    rule = ""
    if ("de" in word.frames and "passive" in word.frames) or "of" in word.frames:
        content, rule = _accused_of(clause, at, after, word), "passive of"
    if not content and "clause" in word.frames and (begin := _impersonal(clause, after)):
        content, rule = [clause.span(begin, clause_end(clause, begin, at))], "passive clause"
    if not content and "as" in word.frames:
        content, rule = _passive_as(clause, at, after, source), "passive as"
    if not content and source and ({"object", "quoted"} & word.frames):
        content, rule = [_passive_subject(clause, at)], "passive subject"
    kept = tidy(span for span in content if span)
    cue = clause.exact(at, at + 1)
    if not kept or cue is None:
        return None
    return Draft(
        kept, spans_of(clause, source), (cue,), word.stance, f"verb {word.lemma}: {rule}", clause.unit.part
    ), 0


def agent(clause: Clause, after: int, reach: int = 6) -> Range | None:
    """Return the agent after "par" / "by" within a few words."""
    for at in range(after, min(len(clause.words), after + reach)):
        if clause.low(at) in clause.g["agent"]:
            return noun_phrase(clause, at + 1)
        if clause.low(at) in {",", "."} or clause.pos(at) in VERBAL:
            return None
    return None


def _accused_of(clause: Clause, at: int, after: int, word: CueWord) -> list[Span | None]:
    heads = {"de", "d'", "of", "pour"} if word.stance is Stance.accuses else {"de", "d'"}
    place, steps = after, 0
    while place < len(clause.words) and steps < 14:
        low = clause.low(place)
        if low in heads and (
            steps == 0
            or clause.pos(place + 1) in VERBAL
            or clause.low(place + 1) in {"ne", "-"}
            or _no_agent(clause, after, place)
        ):
            return [clause.span(place, _before_agent(clause, place, clause_end(clause, place, at)))]
        if low in {".", ",", ":"} or (clause.pos(place) in VERBAL and clause.finite(place)):
            return []
        place, steps = place + 1, steps + 1
    return []


def _before_agent(clause: Clause, start: int, end: int) -> int:
    """End a nominal charge before its agent ("accusées de violences par X")."""
    for at in range(start, end):
        if clause.pos(at) in VERBAL:
            return end
        if clause.low(at) in clause.g["agent"]:
            return at
    return end


def _no_agent(clause: Clause, after: int, place: int) -> bool:
    return not any(clause.low(i) in clause.g["agent"] for i in range(after, place))


def _impersonal(clause: Clause, after: int) -> int | None:
    return after if clause.low(after) in clause.g["complementizer"] else None


def _passive_as(clause: Clause, at: int, after: int, source: Range | None) -> list[Span | None]:
    place = source[1] if source else after
    while clause.pos(place) == "ADV" and clause.low(place) not in {"comme"}:
        place += 1
    if clause.low(place) in {"comme", "as", "de", "d'"}:
        return [clause.span(place, clause_end(clause, place, at))]
    if opens_quote(clause, place if not source else after):
        return [
            _passive_subject(clause, at),
            clause.span(after, (source[0] - 1) if source else clause_end(clause, after, at)),
        ]
    return []


def _passive_subject(clause: Clause, at: int) -> Span | None:
    word = clause.words[at]
    own = [i for i in clause.children[at] if clause.words[i].dep in clause.g["subject"] and i < at]
    limit = clause.group_start(at)
    if own:
        found: Range | None = phrase_of(clause, own[-1], limit)
        if (
            found
            and clause.low(found[0]) in clause.g["subject_relative"]
            and clause.pos(word.head) in {"NOUN", "PROPN"}
        ):
            found = phrase_of(clause, word.head, found[0])
    elif clause.pos(word.head) in {"NOUN", "PROPN"} and word.head < at:
        found = phrase_of(clause, word.head, at)
    else:
        found = None
    return clause.span(*found) if found else None


def _noun(clause: Clause, at: int, form: Form) -> tuple[Draft, int] | None:
    """Frames of nouns: "accusations selon lesquelles …", "l'appel de X à …", "the claim that …"."""
    start = _noun_content(clause, at, form)
    cue = clause.exact(at, at + 1)
    if start is None or cue is None:
        return None
    content = clause.span(start, clause_end(clause, start, at))
    if content is None:
        return None
    source = _possessor(clause, at, start)
    return Draft(
        (content,),
        spans_of(clause, source),
        (cue,),
        form.word.stance,
        f"noun {form.word.lemma}",
        clause.unit.part,
    ), 0


def _noun_content(clause: Clause, at: int, form: Form) -> int | None:
    for place in range(at + 1, min(len(clause.words), at + 12)):
        low = clause.low(place)
        if (
            "selon" in form.word.frames
            and low == "selon"
            and clause.low(place + 1) in clause.g["subject_relative"]
        ):
            return place + 2
        if (
            "clause" in form.word.frames
            and low in clause.g["complementizer"]
            and clause.words[place].dep == "mark"
        ):
            return place
        if "a" in form.word.frames and low in {"à", "to"} and clause.pos(place + 1) in VERBAL:
            return place
        if low in {",", ".", ";"} or (clause.pos(place) in VERBAL and clause.finite(place)):
            return None
    return None


def _possessor(clause: Clause, at: int, limit: int) -> Range | None:
    for place in range(at + 1, limit):
        if clause.low(place) in {"de", "du", "des", "d'", "par", "of", "by", "from"} and not dated(
            clause, place + 1
        ):
            return noun_phrase(clause, place + (0 if clause.low(place) in {"du", "des"} else 1), limit)
    if clause.low(at - 1) in source_words(clause, "possessives"):
        return at - 1, at
    if clause.low(at - 1) in {"'s", "’s"}:
        return phrase_of(clause, at - 2, at - 1) if at >= 2 else None
    return None
