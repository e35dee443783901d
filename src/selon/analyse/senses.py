"""What a common noun means: a person, by what they are or do, or a thing."""

from __future__ import annotations

from selon.analyse.mentions import lists_of


def means_person(word: str, lists: dict[str, frozenset[str]]) -> bool:
    """Tell whether the lists, or an ending that they give, say that a noun means what a person is or does."""
    listed = word in lists["anonymous"] | lists["office"]
    return listed or (len(word) > 5 and word.endswith(tuple(lists["role_endings"]) or ("\0",)))


def role_noun(word: str, lang: str) -> bool:
    """Tell whether a common noun means what a person is or does, by the lists or by its ending."""
    return means_person(word.removesuffix("s"), lists_of(lang)) and not thing_noun(word, lang)


_SPEAK = (
    "not_things",
    "office",
    "organisation",
    "media",
    "anonymous",
    "documents",
    "of_source",
    "unattributed_nouns",
)
"""Lists of nouns that a source may have as its head."""


def thing_noun(word: str, lang: str) -> bool:
    """Tell whether a common noun is of a thing or an event.

    Such nouns are listed, or have an ending of abstract nouns and are in no list of speakers.
    """
    lists = lists_of(lang)
    forms = {word, word.removesuffix("s")}
    if forms & lists["things"]:
        return True
    speak = any(forms & lists[name] for name in _SPEAK)
    return not speak and word.removesuffix("s").endswith(tuple(lists["thing_endings"]) or ("\0",))
