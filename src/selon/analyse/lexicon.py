"""Cue words of a language with all their inflected forms, read from its pack."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from selon.languages.pack import table
from selon.model.statement import Stance


@dataclass(frozen=True, slots=True)
class CueWord:
    """A reporting word: its lemma, what it does, and the frames that its content may take.

    `tail` holds the fixed words of a phrase ("savoir" of "faire savoir"), one tuple of lower-case words.
    """

    lemma: str
    stance: Stance
    frames: frozenset[str]
    tail: tuple[str, ...] = ()
    pronominal: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """One inflected form: shape is `fin`, `inf`, `ger`, `pp`, `noun` or `adj`."""

    word: CueWord
    shape: str


_PLAIN = (("noun", "nouns"), ("adj", "adjectives"))
"""Shapes of words that stand in the pack with all their forms, and their tables."""


@cache
def forms(lang: str) -> dict[str, tuple[Form, ...]]:
    """Return every inflected cue form (lower case, accents kept) with the words that it may be."""
    cues = table(lang, "cues")
    found: dict[str, dict[Form, None]] = defaultdict(dict)
    for word in _words(cues):
        for shape, endings in inflect(lang, word.lemma).items():
            for form in endings:
                found[form][Form(word, shape)] = None
    for shape, block in ((s, b) for s, name in _PLAIN for b in cues.get(name, [])):
        stance, frames = Stance(block["stance"]), frozenset(block["frames"])
        for plain in block["words"]:
            found[plain][Form(CueWord(plain, stance, frames), shape)] = None
    return {form: tuple(entries) for form, entries in found.items()}


def _words(cues: Mapping[str, Any]) -> Iterator[CueWord]:
    """Yield phrases first (longest match), then verbs; the frames of a lemma under one stance are joined."""
    for block in cues.get("phrases", []):
        for tail in block["tails"]:
            yield CueWord(
                block["verb"], Stance(block["stance"]), frozenset(block["frames"]), tuple(tail.split())
            )
    joined: dict[tuple[str, str, bool], set[str]] = {}
    for block in cues.get("verbs", []):
        for lemma in block["lemmas"]:
            key = (lemma, block["stance"], bool(block.get("pronominal")))
            joined.setdefault(key, set()).update(block["frames"], ["passive"] if block.get("passive") else [])
    for (lemma, stance, pronominal), frames in joined.items():
        yield CueWord(lemma, Stance(stance), frozenset(frames), pronominal=pronominal)


@dataclass(frozen=True, slots=True)
class Listed:
    """One inflected form of a verb of a list of its own (`[counting]`, `[showing]`): list, lemma, shape."""

    name: str
    lemma: str
    shape: str


@cache
def listed(lang: str, concept: str) -> dict[str, tuple[Listed, ...]]:
    """Return every inflected form (lower case) of the verbs that a table of the cues lists by name."""
    found: dict[str, dict[Listed, None]] = defaultdict(dict)
    for name, lemmas in table(lang, "cues").get(concept, {}).items():
        for lemma in lemmas:
            for shape, endings in inflect(lang, lemma).items():
                for form in endings:
                    found[form][Listed(name, lemma, shape)] = None
    return {form: tuple(entries) for form, entries in found.items()}


@cache
def inflect(lang: str, lemma: str) -> Mapping[str, tuple[str, ...]]:
    """Return `{shape: forms}` of a verb after the conjugation table of the pack."""
    tables = table(lang, "conjugation")
    if lemma in (irregular := tables.get("irregular", {})):
        return {shape: tuple(found) for shape, found in irregular[lemma].items()}
    if "regular" in tables:
        return _english(lemma, tables["regular"])
    group = next((g for g in ("er", "ir") if g in tables and lemma.endswith(g)), None)
    return _romance(lemma[:-2], tables[group]) if group else {"fin": (lemma,)}


def _romance(stem: str, endings: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    mute = set(endings.get("mute", ()))
    return {
        shape: tuple(form for end in ends for form in _joined(stem, end, end in mute))
        for shape, ends in endings.items()
        if shape != "mute"
    }


def _joined(stem: str, end: str, mute: bool) -> list[str]:
    """Join a stem with an ending: ç and ge before a/o, è or a doubled consonant before a mute e."""
    if end[0] in "aoâ":
        if stem.endswith("g"):
            return [stem + "e" + end]
        if stem.endswith("c"):
            return [stem[:-1] + "ç" + end]
    out = [stem + end]
    if mute and len(stem) > 2:
        if stem[-2] in "ée":
            out.append(stem[:-2] + "è" + stem[-1] + end)
        if stem.endswith(("el", "et")):
            out.append(stem + stem[-1] + end)
        if stem.endswith("y"):
            out.append(stem[:-1] + "i" + end)
    return out


def _english(lemma: str, endings: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {
        shape: tuple(_english_form(lemma, end, lemma in endings["double"]) for end in ends)
        for shape, ends in endings.items()
        if shape != "double"
    }


def _english_form(lemma: str, end: str, double: bool) -> str:
    if not end:
        return lemma
    if end == "s":
        if lemma.endswith(("s", "sh", "ch", "x", "z")):
            return lemma + "es"
        return lemma[:-1] + "ies" if _consonant_y(lemma) else lemma + "s"
    if double:
        return lemma + lemma[-1] + end
    if lemma.endswith("ee"):
        return lemma + end.removeprefix("e")
    if lemma.endswith("e"):
        return lemma[:-1] + end
    return lemma[:-1] + "i" + end if end == "ed" and _consonant_y(lemma) else lemma + end


def _consonant_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2:-1] not in "aeiou"
