"""What kind of source a mention names: named person, office, organisation, media, anonymous, unattributed."""

from __future__ import annotations

import re
from functools import lru_cache

from selon.analyse.mentions import CAPITAL, ROOM, in_list, lists_of, words_in
from selon.analyse.persons import (
    aged,
    apposed,
    first_name,
    opens_with_forename,
    person_name,
    staff,
    titled_within,
)
from selon.analyse.press import press_title, starts_media
from selon.analyse.senses import means_person
from selon.model.statement import SourceKind

_ELIDED = re.compile(r"[lL]['’][a-zà-ÿ]")
"""An article tied to a common noun ("l'artificier")."""


@lru_cache(ROOM)
def kind_of(mention: str, lang: str) -> SourceKind:
    """Return the kind of a mention by its own words (no pronoun is resolved here)."""
    lists = lists_of(lang)
    low = " " + " ".join(w.lower() for w in words_in(mention)) + " "
    if not low.strip() or low.strip() in lists["nobody"]:
        return SourceKind.unattributed
    if low.strip() in lists["somebody"]:
        return SourceKind.anonymous
    head = _head(mention, lang)
    if staff(mention, lists):
        return SourceKind.named_person
    printed = starts_media(low, lists) and not _small_role(mention, lists)
    if printed or press_title(mention, lists):
        return SourceKind.media
    named = person_name(mention, lang) or aged(mention) or apposed(mention, lang)
    body = (
        _names_body(head, lists)
        and not opens_with_forename(mention, lists)
        and not titled_within(mention, lang)
    )
    if (named and not body) or first_name(mention, lang):
        return SourceKind.named_person
    if head in lists["unattributed_nouns"] and words_in(mention)[0].lower() in lists["one_study"]:
        return SourceKind.organisation
    if head in lists["unattributed_nouns"]:
        return (
            SourceKind.media
            if any(f" {entry} " in low for entry in lists["media"] | lists["media_names"])
            else SourceKind.unattributed
        )
    for name, kind in _ORDER:
        if in_list(head, name, lists):
            return kind
    for name, kind in _ORDER:
        if any(f" {entry} " in low for entry in lists[name]):
            return kind
    return _by_shape(mention, lists)


def _small_role(mention: str, lists: dict[str, frozenset[str]]) -> bool:
    """Tell whether a small word opens a person's name: "economist Remy Vasser" is no paper."""
    first, *rest = mention.split()
    proper = [w for w in rest if CAPITAL.match(w)]
    return first[0].islower() and first.lower() not in lists["determiners"] and len(proper) == len(rest) > 1


_ORDER = (
    ("media", SourceKind.media),
    ("office", SourceKind.office),
    ("anonymous", SourceKind.anonymous),
    ("organisation", SourceKind.organisation),
    ("collective_places", SourceKind.organisation),
)


def _names_body(head: str, lists: dict[str, frozenset[str]]) -> bool:
    return in_list(head, "organisation", lists) or in_list(head, "media", lists)


def _head(mention: str, lang: str) -> str:
    """Return the first noun-like word in lower case: after determiners and numbers."""
    lists = lists_of(lang)
    skip = lists["determiners"] | lists["adjectives"] | {"l", "d"}
    words = words_in(mention)
    for at, word in enumerate(words):
        if (
            word.lower() in lists["indefinite"]
            and at + 1 < len(words)
            and words[at + 1].lower() in lists["of_words"]
        ):
            continue
        if word.lower() not in skip | lists["partitive"] and not word.isdigit():
            return _unprefixed(word.lower(), lists)
    return ""


def _unprefixed(word: str, lists: dict[str, frozenset[str]]) -> str:
    """ "co-présidente", "ex-ministre", "vice-consul": the function without its prefix."""
    prefix, dash, rest = word.partition("-")
    return rest if dash and prefix in lists["function_prefixes"] else word


def _by_shape(mention: str, lists: dict[str, frozenset[str]]) -> SourceKind:
    words = words_in(mention)
    if words[0].lower() in lists["indefinite"] or words[0][0].isdigit():
        return SourceKind.anonymous
    told = words[0].lower() in lists["determiners"] or _ELIDED.match(mention)
    if told and means_person(_first_noun(words, lists), lists):
        return SourceKind.anonymous
    return SourceKind.organisation


def _first_noun(words: list[str], lists: dict[str, frozenset[str]]) -> str:
    low = (w.lower() for w in words)
    return next((w for w in low if w not in lists["determiners"] | lists["adjectives"]), "")
