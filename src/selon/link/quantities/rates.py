"""Which rate a share tells: the unemployment of a region, the turnout of a vote, a deficit.

Two shares have nothing to do with each other; two rates of one name may be held against each other, however
differently their sentences are worded.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import NamedTuple

from selon.languages import pack
from selon.link import wording
from selon.model.quantity import Quantity
from selon.model.span import Span
from selon.text.alternation import either
from selon.text.normalise import fold

RATE = "rate of "
"""What the kinds of rates begin with."""
_FAR = 90
"""Code points between the name of a rate and its figure."""
_EDGE = re.compile(r"[,;:()—–]|\d")
_LEAD = 24
"""Code points right before a figure that may say that it is a limit."""
_NEAR = 12
"""Code points before the name of a rate that may say of whom it is ("youth unemployment")."""
_SHARE = re.compile(r"%|pour ?cent|per ?cent")
_PREFIX = 5
"""Letters by which adjectives of places are told apart."""


class Rate(NamedTuple):
    """The kind of a rate ("rate of unemployment"), and how the adjective of its place begins, "" for none."""

    kind: str
    place: str


NO_RATE = Rate("", "")


def rate_of(quantity: Quantity, text: str, sentence: Span, lang: str) -> Rate:
    """Return the rate that a share tells by the words of its sentence, NO_RATE where they name none."""
    before = fold(text[sentence.start : quantity.span.start])
    after = _EDGE.split(fold(text[quantity.span.end : sentence.end]), maxsplit=1)[0]
    if _changed(lang).search(before) or _limited(lang).search(before[-_LEAD:]):
        return NO_RATE
    if found := _direct(lang).match(after):
        return _named(found, after, after[found.end() :], lang)
    return _under_which(after, lang) or _ahead(before, after, lang)


def _under_which(after: str, lang: str) -> Rate | None:
    """The rate under which those fall of whom a figure is a share ("42 % of the people live below the poverty
    line"), if there is one."""
    people = _shared(lang).match(after)
    found = people and _under(lang).search(after, people.end())
    if not people or not found:
        return None
    whole = _whole(lang).match(after, people.end())
    return _rate(found.group("name"), "" if whole else after[people.end() : found.start()], lang)


def _ahead(before: str, after: str, lang: str) -> Rate:
    """The rate named last before a figure that tells how high it is, and no share of something else."""
    names = list(_names(lang).finditer(before))
    if not names or len(before) - names[-1].end() > _FAR:
        return NO_RATE
    between = before[names[-1].end() :]
    people = _shared(lang).match(after)
    of_others = people and not _whole(lang).match(after, people.end())
    if of_others or _SHARE.search(between) or _another(lang).search(between):
        return NO_RATE
    return _named(names[-1], before, f"{between} {after}", lang)


def _named(found: re.Match[str], words: str, told: str, lang: str) -> Rate:
    """The rate that is named in `words`, of the group that is `told`; a word behind may make it another."""
    behind = re.match(r"\w* ([\w'-]+)", words[found.end() :])
    word = behind.group(1) if behind else ""
    if word.startswith(tuple(_words(lang, "others"))):
        return NO_RATE
    place = word[:_PREFIX] if word.endswith(tuple(_words(lang, "placed"))) else ""
    group = _groups(lang).search(f"{words[: found.start()][-_NEAR:]} … {told}")
    return _rate(found.group("name"), group.group() if group else "", lang, place)


def _rate(name: str, group: str, lang: str, place: str = "") -> Rate:
    """The rate of a name, with the first content word of the group that it is of; none of a vague name."""
    named = pack.table(lang, "rates").get("named", {})
    concept = next((one for one, forms in named.items() if name in forms), "")
    stem = next(iter(wording.stems(group, lang)), group)
    return Rate(RATE + concept + (f" among {stem}" if stem else ""), place) if concept else NO_RATE


def _words(lang: str, key: str) -> list[str]:
    found: list[str] = pack.table(lang, "rates").get("words", {}).get(key, [])
    return found


def _name(lang: str) -> str:
    named = pack.table(lang, "rates").get("named", {}).values()
    return rf"(?<!\w)(?P<name>{either([*chain(*named), *_words(lang, 'vague')])})"


@cache
def _names(lang: str) -> re.Pattern[str]:
    return re.compile(_name(lang))


@cache
def _direct(lang: str) -> re.Pattern[str]:
    """A rate named right behind its figure ("33 % de chômage")."""
    return re.compile(rf" ?{either(_words(lang, 'of'))} ?{_name(lang)}")


@cache
def _shared(lang: str) -> re.Pattern[str]:
    """What leads from a share to those of whom it is one."""
    return re.compile(rf" ?{either(_words(lang, 'sharing'))} ?")


@cache
def _whole(lang: str) -> re.Pattern[str]:
    return re.compile(rf"{either(_words(lang, 'all'))}(?!\w)")


@cache
def _under(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either(_words(lang, 'under'))}.*?{_name(lang)}")


@cache
def _groups(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either(_words(lang, 'groups'))}(?!\w)")


@cache
def _limited(lang: str) -> re.Pattern[str]:
    """Words right before a figure by which it is a limit ("au-delà des 3 %")."""
    return re.compile(rf"(?<!\w){either(_words(lang, 'limits'))}(?: (?:\w+ )?)?$")


@cache
def _another(lang: str) -> re.Pattern[str]:
    """What stands between the name of a rate and the figure of something else."""
    words = either([*_words(lang, "limits"), *_words(lang, "beside")])
    return re.compile(rf"(?<!\w)(?:{words}(?!\w)|{either(_words(lang, 'joints'))} $)")


@cache
def _changed(lang: str) -> re.Pattern[str]:
    """Words right before a figure that tells by how much something changed."""
    words, adverb = either(_words(lang, "changes")), either(_words(lang, "adverbs"))
    return re.compile(rf"(?<!\w){words}\w{{0,3}}(?: \w+{adverb})? ?{either(_words(lang, 'by'))} ?$")
