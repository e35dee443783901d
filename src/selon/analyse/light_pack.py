"""What a light pack knows, made ready for matching: cue forms with their frames, phrases, ends of sources."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from selon.languages.pack import table
from selon.model.statement import Stance

_NOTHING = "(?!)"


@dataclass(frozen=True, slots=True)
class LightCue:
    """One inflected reporting word: its stance, frames, prepositions of its topic, and split-off particle.

    Frames: `that`, `quote` (after a colon), `aside`, `object`, `infinitive`; `nobody` marks a form that
    needs no speaker.
    """

    stance: Stance
    frames: frozenset[str]
    about: frozenset[str]
    particle: str


@dataclass(frozen=True, slots=True)
class LightPack:
    """Patterns and word sets of one light pack (`languages/xx/light.toml` says what each holds)."""

    cue: re.Pattern[str]
    cues: dict[str, tuple[LightCue, ...]]
    that: re.Pattern[str]
    according: re.Pattern[str]
    own: tuple[re.Pattern[str], ...]
    after: re.Pattern[str]
    after_openers: re.Pattern[str]
    as_told: re.Pattern[str]
    citing: re.Pattern[str]
    back: re.Pattern[str]
    leading: re.Pattern[str]
    ends: re.Pattern[str]
    after_name: re.Pattern[str]
    auxiliaries: re.Pattern[str]
    at_source: re.Pattern[str]
    not_place: re.Pattern[str]
    coordinator: re.Pattern[str]
    next_cue: re.Pattern[str]
    hearsay: tuple[re.Pattern[str], ...]
    condition: re.Pattern[str]
    reported: re.Pattern[str]
    helpers: frozenset[str]
    relative: frozenset[str]
    pronouns: frozenset[str]
    not_source: frozenset[str]
    impersonal: frozenset[str]
    links: frozenset[str]
    plural_ends: tuple[str, ...]
    capital_nouns: bool


@cache
def light_pack(lang: str) -> LightPack:
    """Return the light pack of a language; without one, patterns that match nothing."""
    rules, sources = table(lang, "light"), table(lang, "sources")
    cues = _cues(table(lang, "cues").get("forms", []))
    comma = r",\s+" if rules.get("comma_before") else r"\s+"
    lists: dict[str, list[str]] = {key: rules.get(key, []) for key in _KEYS}
    days = sources.get("days", [])
    return LightPack(
        cue=_words(cues),
        cues=cues,
        that=re.compile(rf"{comma}(?P<that>{_any(lists['complementizer'])})(?!\w)", re.I),
        according=re.compile(rf"(?<!\w)(?P<cue>{_any(sources.get('according', []))})\s+", re.I),
        own=_patterns(lists["own"]),
        after=re.compile(rf"(?<=\s)(?P<cue>{_any(lists['after'])})(?!\w)", re.I),
        after_openers=_words(lists["after_openers"]),
        as_told=re.compile(rf"\s*(?P<as>{_any(lists['as_told'])})(?!\w)", re.I),
        citing=re.compile(rf"(?<!\w)(?P<cue>{_any(sources.get('citing', []))})\s+", re.I),
        back=re.compile(rf"\W*(?P<back>{_any(lists['back'])})(?!\w)", re.I),
        leading=_leading([*lists["leading"], *days], lists["told"]),
        ends=_words([*lists["ends"], *days]),
        after_name=_words(lists["after_name"]),
        auxiliaries=_words(lists["auxiliaries"]),
        at_source=re.compile(rf"\s*(?P<at>{_any(lists['at_source'])})\s+", re.I),
        not_place=re.compile(rf"(?:{_any([*lists['not_place'], *days])})(?!\w)", re.I),
        coordinator=_words(lists["coordinators"]),
        next_cue=_next_cue(cues, lists),
        hearsay=_patterns(lists["hearsay"]),
        condition=_words(lists["condition"]),
        reported=_words(lists["reported_mood"]),
        helpers=frozenset(lists["helpers"]),
        relative=frozenset(lists["relative"]),
        pronouns=frozenset(sources.get("pronouns", ())) - frozenset(rules.get("possessives", ())),
        not_source=frozenset(sources.get("not_source", ())),
        impersonal=frozenset(sources.get("impersonal", ())),
        links=frozenset(lists["links"]),
        plural_ends=tuple(rules.get("plural_ends", ())),
        capital_nouns=bool(rules.get("capital_nouns")),
    )


_KEYS = (
    "complementizer",
    "after",
    "after_openers",
    "as_told",
    "back",
    "leading",
    "ends",
    "after_name",
    "told",
    "own",
    "auxiliaries",
    "at_source",
    "not_place",
    "hearsay",
    "condition",
    "reported_mood",
    "helpers",
    "relative",
    "links",
    "coordinators",
)


def _leading(words: Iterable[str], told: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of adverbs, dates and of those who are told ("порталу «…»"), one at a time."""
    patterns = "|".join([*(f"(?:{p})" for p in told), f"(?:{_any(words)})"])
    return re.compile(rf"(?:{patterns})(?!\w),?\s*", re.IGNORECASE)


def _next_cue(cues: Iterable[str], lists: dict[str, list[str]]) -> re.Pattern[str]:
    """Where reporting goes on: "and added", "and he said"."""
    small = _any([*lists["helpers"], *lists["auxiliaries"]])
    return re.compile(
        rf",?\s+(?:{_any(lists['coordinators'])})\s+(?:(?:{small})\s+){{0,2}}(?:{_any(cues)})(?!\w)", re.I
    )


def _cues(blocks: Iterable[dict[str, Any]]) -> dict[str, tuple[LightCue, ...]]:
    found: dict[str, dict[LightCue, None]] = {}
    for block in blocks:
        cue = LightCue(
            Stance(block["stance"]),
            frozenset(block.get("frames", ("that", "quote", "aside"))),
            frozenset(block.get("about", ())),
            block.get("particle", ""),
        )
        for word in block["words"]:
            found.setdefault(word, {})[cue] = None
    return {word: tuple(cues) for word, cues in found.items()}


def _any(words: Iterable[str]) -> str:
    """Return the alternatives, longest first; a space in them is any white space."""
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered) or _NOTHING


def _words(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(words)})(?!\w)", re.IGNORECASE)


def _patterns(patterns: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p, re.IGNORECASE) for p in patterns)
