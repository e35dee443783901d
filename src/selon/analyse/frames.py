"""Frames of reporting verbs and nouns: what they report, and who does.

Right of the cue: a that-clause, an infinitive, a quotation after a colon, a noun phrase, a predicate. Left of
it: an aside (", a déclaré X", ", she said") whose content is the rest of the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from selon.analyse.adjectives import adjective_draft
from selon.analyse.asides import aside, inverted_subject, opens_aside
from selon.analyse.complements import complement
from selon.analyse.drafts import Draft
from selon.analyse.grammar.clause import OPENING, VERBAL, Clause
from selon.analyse.grammar.heads import phrase_of
from selon.analyse.grammar.names import glued
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.grammar.ranges import Range, spans_of, words_inside
from selon.analyse.grammar.speakers import may_speak, names_thing
from selon.analyse.grammar.subjects import share, subject
from selon.analyse.grammar.verbs import group_start, passive
from selon.analyse.leading import leading_participle
from selon.analyse.lexicon import CueWord, Form
from selon.analyse.nominal import noun_draft
from selon.analyse.passives import passive_draft
from selon.model.span import Spans
from selon.model.statement import Stance

_ASIDES = frozenset({"aside", "quoted_aside"})
_OF_THINGS = (": object", ": clause", ": naming", ": finding")


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
    last = told = 0
    before: Draft | None = None
    for at in range(len(clause.words)):
        for form in _entries(clause, at, beliefs) if at >= told else ():
            found = _unsaid(clause, _draft(clause, at, form, last, before))
            if found is None or not _may_be(clause, form, found[0]):
                continue
            before, end = found
            yield before
            last, told = max(last, end), _after(clause, at, form)
            break


def _may_be(clause: Clause, form: Form, draft: Draft) -> bool:
    """Tell whether the source may be one: no part of the cue ("rappelons-le"), and one that speaks."""
    apart = not any(c.holds(s) for s in draft.source for c in draft.cue)
    return apart and _may_speak(clause, draft) and _may_hold(clause, form, draft)


def _unsaid(clause: Clause, found: tuple[Draft, int] | None) -> tuple[Draft, int] | None:
    """Leave out a thing as the source, and with it the draft of a frame that things take as well ("la grève
    exige …", "l'arrestation démontre que …")."""
    inside = words_inside(clause, found[0].source[0]) if found and found[0].source else None
    if found is None or inside is None or not names_thing(clause, inside):
        return found
    draft, end = found
    things = draft.rule.endswith(_OF_THINGS) or "aside" in draft.rule  # ", a expliqué les causes" is no aside
    return None if things else (replace(draft, source=()), end)


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


def _may_hold(clause: Clause, form: Form, draft: Draft) -> bool:
    """Tell whether the source may hold a belief about a thing: a name or one of the listed nouns."""
    if form.word.stance not in {Stance.believes, Stance.intends} or not draft.rule.endswith(": object"):
        return True
    inside = words_inside(clause, draft.source[0]) if draft.source else None
    return inside is not None and may_speak(clause, inside)


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
    if (
        not any(_ASIDES & f.word.frames for f in out)
        and not clause.g["bare_clause"]
        and opens_aside(clause, at)
    ):
        out = [_open_form(clause, at, out[0].word.stance if out else Stance.asserts)]
    if not beliefs:
        out = [f for f in out if f.word.stance not in {Stance.believes, Stance.intends}]
    return sorted(out, key=lambda f: -len(f.word.tail))


def _open_form(clause: Clause, at: int, stance: Stance) -> Form:
    """Return a form for a verb of no list, or of one for other uses: between a quotation and its speaker any
    verb reports."""
    stance = Stance.asserts if stance in {Stance.believes, Stance.intends} else stance
    word = CueWord(clause.low(at), stance, frozenset({"quoted_aside", "object"}))
    return Form(word, "fin" if clause.finite(at) else "pp")


def _fits(clause: Clause, at: int, form: Form) -> bool:
    if form.word.tail and tail_end(clause, at, form.word) is None:
        return False
    start = clause.words[at].start
    if clause.text[start - 1 : start] == "-" and not clause.text[start - 2 : start - 1].isspace():
        return False  # "so-called"
    if glued(clause, at + 1) and form.shape == "fin":
        return False  # "rappelons-le"
    if form.shape == "noun":
        return clause.pos(at) in {"NOUN", "PROPN"}
    if form.shape == "adj":
        return clause.pos(at) in {"ADJ", "VERB"}
    if form.shape == "inf" and not _reporting_infinitive(clause, at, form):
        return False
    if "Mood=Cnd" in clause.words[at].morph:
        return False
    if clause.pos(at) in VERBAL:
        return not (clause.pos(at) == "AUX" and clause.low(at) in clause.g["auxiliaries"])
    if form.shape == "fin":
        near = (
            clause.low(at + 1) in clause.g["clitic_subjects"]
            or clause.low(at - 1) in clause.g["pronoun_subjects"]
        )
        return near or (not clause.g["bare_clause"] and _headline_verb(clause, at))
    if clause.g["bare_clause"] and form.shape != "pp":
        return False
    if clause.pos(at - 1) == "DET":
        return False
    helped = clause.g["have"] | clause.g["be"] | clause.g["clitic_subjects"] | {","}
    return clause.low(at + 1) in clause.g["complementizer"] or clause.low(at - 1) in helped


def _headline_verb(clause: Clause, at: int) -> bool:
    """A verb that the parser took for something else: between two noun phrases, with no other verb near."""
    if clause.pos(at - 1) not in {"PROPN", "NOUN", "ADJ"} or clause.pos(at + 1) not in {"DET", "PROPN"}:
        return False
    around = range(clause.sentence_start(at), clause.sentence_end(at))
    return clause.pos(at - 1) == "PROPN" or not any(clause.finite(i) for i in around)


def _reporting_infinitive(clause: Clause, at: int, form: Form) -> bool:
    """An infinitive reports after "pour" or where its governor only shades it ("n'a pas hésité à dire")."""
    if clause.g["bare_clause"]:
        return True
    start = _before_mark(clause, at)
    return (
        _historic(clause, at)
        or (_purpose(clause, at) and form.word.stance is not Stance.asserts)
        or (clause.low(start - 1) in clause.g["to"] and share(clause, start - 2))
        or any(clause.low(i) in clause.g["infinitive_verbs"] for i in range(max(0, start - 3), start))
    )


def _historic(clause: Clause, at: int) -> bool:
    """Tell whether the infinitive tells a further saying ("Et de conclure : …")."""
    start = group_start(clause, at)
    return (
        clause.low(start - 1) in clause.g["of"]
        and clause.low(start - 2) in clause.g["coordinators"]
        and start - 2 == clause.sentence_start(at)
        and not clause.g["bare_clause"]
    )


def _before_mark(clause: Clause, at: int) -> int:
    start = group_start(clause, at)
    return start - 1 if clause.low(start - 1) in OPENING else start


def _purpose(clause: Clause, at: int) -> bool:
    """Tell whether "pour" stands before the infinitive."""
    return clause.low(_before_mark(clause, at) - 1) in clause.g.get("infinitive_after", ())


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


def _after(clause: Clause, at: int, form: Form) -> int:
    """Return the index after a cue, the fixed words of its phrase included."""
    return (tail_end(clause, at, form.word) if form.word.tail else None) or at + 1


def _draft(clause: Clause, at: int, form: Form, last: int, before: Draft | None) -> tuple[Draft, int] | None:
    after = _after(clause, at, form)
    if form.shape == "noun":
        return noun_draft(clause, at, form)
    if form.shape == "adj":
        return adjective_draft(clause, at, form)
    if form.word.pronominal and not any(
        clause.low(i) in clause.g["reflexive"] for i in range(max(0, at - 4), at)
    ):
        return None
    if passive(clause, at, form.shape) and not _participle_of_have(clause, at):
        return passive_draft(clause, at, after, form)
    if found := aside(clause, at, after, form, last):
        return found
    return _active(clause, at, after, form, before)


def _past_mark(clause: Clause, at: int, after: int) -> int:
    """Return the index behind the mark that closes a quotation of the verb alone (a "condamné" les faits)."""
    number = clause.quoted[at]
    closed = number and after < len(clause.words) and clause.quoted[after] == number
    ends = closed and (after + 1 == len(clause.words) or clause.quoted[after + 1] != number)
    return after + 1 if ends and clause.pos(after) == "PUNCT" else after


def _participle_of_have(clause: Clause, at: int) -> bool:
    """Tell whether the participle shares the auxiliary of one before it ("a nié et dénoncé")."""
    word = clause.words[at]
    if word.dep != "conj" or clause.pos(word.head) not in VERBAL or clause.low(at - 1) in clause.g["be"]:
        return False
    group = [clause.low(i) for i in range(group_start(clause, word.head), word.head)]
    return any(w in clause.g["have"] for w in group) and not any(w in clause.g["be"] for w in group)


def _active(
    clause: Clause, at: int, after: int, form: Form, before: Draft | None
) -> tuple[Draft, int] | None:
    if relative := _relative_object(clause, at, after, form):
        return relative, 0
    found = complement(clause, at, _past_mark(clause, at, after), form)
    if found is None:
        return _relative_denied(clause, at, form)
    start, end, rule = found
    if _of_itself(clause, at, start, rule, form):
        return None
    leading = leading_participle(clause, at, form)
    if leading:
        end = min(end, max(start + 1, leading[0]))
    content = clause.span(start, end)
    cue = clause.exact(at, after)
    if content is None or cue is None:
        return None
    historic = form.shape == "inf" and _historic(clause, at)
    source = () if historic else spans_of(clause, subject(clause, at))
    if form.shape == "ger" and before is not None and before.source and _continues(clause, at, before):
        source = before.source
    elif leading and leading[1]:
        source = spans_of(clause, leading[1])
    if not source and rule == "quote" and clause.g["bare_clause"]:
        source = spans_of(clause, _said_by(clause, after))
    if _expletive(clause, at, form, source):
        return None
    if not source and rule in clause.g["needs_source"]:
        return None
    past = rule == "clause" and (form.shape == "pp" or clause.words[at].tag == "VBD")
    return (
        Draft(
            (content,),
            source,
            (cue,),
            form.word.stance,
            f"verb {form.word.lemma}: {rule}",
            clause.unit.part,
            indirect_past=past,
            goes_on=historic,
            purpose=form.shape == "inf" and _purpose(clause, at),
        ),
        0,
    )


def _of_itself(clause: Clause, at: int, start: int, rule: str, form: Form) -> bool:
    """Tell whether a verb with a reflexive pronoun tells of its subject and reports nothing ("la tâche
    s'annonce rude", "là se trouvent des quais comme …", "ceux qui se revendiquent du mouvement")."""
    if form.word.pronominal or not _reflexive(clause, at):
        return False
    taken = rule == "object" and ("object" in form.word.frames or clause.low(start) in clause.g["possessive"])
    return taken or (rule == "as" and clause.low(start) not in clause.g["as"])


def _reflexive(clause: Clause, at: int) -> bool:
    """Tell whether the verb group has a reflexive pronoun."""
    return any(clause.low(i) in clause.g["reflexive"] for i in range(group_start(clause, at), at))


def _expletive(clause: Clause, at: int, form: Form, source: Spans) -> bool:
    """ "It goes without saying", "it is hard to say": an empty subject above an infinitive or gerund."""
    if not clause.g["bare_clause"]:
        return False
    if form.shape == "ger" and clause.low(at - 1) in clause.g["no_gerund_after"]:
        return True
    governed = form.shape == "inf" or (form.shape == "ger" and clause.pos(at - 1) == "ADP")
    return governed and bool(source) and source[0].of(clause.text).lower() in clause.g["expletives"]


def _said_by(clause: Clause, after: int) -> Range | None:
    """ "Said Lowe: “…”": the subject stands between the verb and the mark."""
    found = noun_phrase(clause, after)
    return found if found and clause.low(found[1]) in {":", ","} else None


def _relative_denied(clause: Clause, at: int, form: Form) -> tuple[Draft, int] | None:
    """ "…, des faits qu'il nie": the antecedent is what is denied."""
    source = subject(clause, at) if form.word.stance is Stance.denies and form.shape != "inf" else None
    if source is None or "object" not in form.word.frames or source[0] < 2:
        return None
    relative = source[0] - 1
    if clause.low(relative) not in clause.g["complementizer"] or clause.pos(relative) != "PRON":
        return None
    head = relative - 1
    while head > 0 and clause.pos(head) not in {"NOUN", "PROPN"}:
        head -= 1
    while clause.words[head].dep == "nmod" and clause.words[head].head < head:
        head = clause.words[head].head
    content, cue = clause.span(*phrase_of(clause, head, relative)), clause.exact(at, at + 1)
    if content is None or cue is None:
        return None
    rule = f"verb {form.word.lemma}: relative"
    draft = Draft((content,), spans_of(clause, source), (cue,), form.word.stance, rule, clause.unit.part)
    return draft, 0


def _relative_object(clause: Clause, at: int, after: int, form: Form) -> Draft | None:
    """ "… que propose X": the antecedent is the content, the noun phrase after the verb is the source."""
    begin = group_start(clause, at)
    if clause.g["bare_clause"] or "object" not in form.word.frames:
        return None
    if clause.low(begin - 1) not in clause.g["complementizer"]:
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
