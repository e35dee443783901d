"""The person whom a mention names: by a first and a last name, a title, an age, a first name alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from selon.analyse.mentions import CAPITAL, ROOM, in_list, lists_of, words_in
from selon.analyse.press import starts_media
from selon.analyse.senses import means_person
from selon.languages.pack import table
from selon.text.letters import UPPER

_PIECE = re.compile(r"[^\s,;()\"«»“”]+|[,;()]")
_AGE = re.compile(
    rf"[{UPPER}][\w.’'-]+(?: [{UPPER}][\w.’'-]+)*, (?:\w+ ){{0,12}}?(?:âgée? de )?\d{{1,3}}(?: ans)?\b"
)
_NAMED_AFTER = re.compile(rf" ([a-zà-ÿ]+) ([{UPPER}][\w’'-]+ [{UPPER}][\w’'-]+)$")
"""A common noun right before a first and a last name at the end."""
_BEFORE_NAME = re.compile(rf"(?:(?![{UPPER}])\S+ )+(?=[{UPPER}])")
"""The words before the first capital."""


@lru_cache(ROOM)
def person_name(mention: str, lang: str) -> str | None:
    """Return the person's name in a mention ("le maire, Ana Sol" gives "Ana Sol"), or None."""
    if titled := _titled(mention, lang) or staff(mention, lists_of(lang)):
        return titled
    if _complement(mention, lang):
        return None
    best: list[str] = []
    for run in _capital_runs(mention, lang):
        if len(best) > 1 and mention.startswith(" ".join(best) + ","):
            break  # what an apposition says comes after the name
        if len(run) > len(best) and run[-1].lower() not in lists_of(lang)["body_ends"]:
            best = run
    return " ".join(best) if len(best) >= 2 else None


def _complement(mention: str, lang: str) -> bool:
    """Tell whether the names only complete a noun for a thing ("the estimates from the United Front")."""
    before = _BEFORE_NAME.match(mention)
    lists = lists_of(lang)
    words = [w.lower() for w in words_in(before.group())] if before and "," not in before.group() else []
    links = lists["of_words"] | lists["no_name_after"] - lists["determiners"]
    described = before is not None and re.search(rf", (?:\S+ )*[{UPPER}]", mention[before.start() :])
    if not links & set(words[1:]) or mention[0] in "«“" or described:
        return False
    names = mention[before.end() :].split() if before else []
    if any(name.lower() in lists["first_names"] for name in names[1:]):
        return False  # the name of a body, then that of a person ("le numéro deux du Front Ana Sol")
    return not any(means_person(word, lists) for word in words)


def _capital_runs(mention: str, lang: str) -> Iterator[list[str]]:
    """Yield runs of capitalised words that no preposition opens, links like "de" inside them kept."""
    lists = lists_of(lang)
    common = lists["organisation"] | lists["media"] | lists["collective_places"] | lists["determiners"]
    common -= lists["first_names"]
    run: list[str] = []
    previous = ""
    for raw in [*_PIECE.findall(mention.replace("’", "'")), ","]:
        low = raw.lower()
        proper = bool(CAPITAL.match(raw)) and low not in common and "'" not in raw[:2]
        if (proper and (run or previous not in lists["no_name_after"])) or (
            run and low in lists["name_links"]
        ):
            run.append(raw)
        elif run:
            yield _person(_closed(run), lists)
            run = []
        previous = low


def _person(run: list[str], lists: dict[str, frozenset[str]]) -> list[str]:
    """Cut a function or a body in capitals off the front of a first and last name ("Advokat Ivo Lind")."""
    while len(run) > 2 and (
        _role(run[0], lists) or (len(run[0]) > 2 and run[0].isupper() and run[0].isalpha())
    ):
        run = run[1:]
    return run


def _role(word: str, lists: dict[str, frozenset[str]]) -> bool:
    return any(in_list(word.lower(), name, lists) for name in ("office", "anonymous"))


def _closed(run: list[str]) -> list[str]:
    while run and not CAPITAL.match(run[-1]):
        run = run[:-1]
    return run


def _titled(mention: str, lang: str) -> str | None:
    titles = lists_of(lang)["titles"]
    parts = mention.replace("’", "'").split()
    for at, part in enumerate(parts[:-1]):
        if part.lower() in titles and CAPITAL.match(parts[at + 1]):
            end = at + 1
            while end < len(parts) and CAPITAL.match(parts[end]):
                end += 1
                if parts[end - 1].endswith((",", ")")):
                    break
            return " ".join(parts[at + 1 : end]).strip(",)")
    return None


def opens_with_forename(mention: str, lists: dict[str, frozenset[str]]) -> bool:
    """Tell whether a mention opens with a first name and goes on with a capital, though the word means a body
    as well ("Marine Le Guen")."""
    words = words_in(mention)
    return (
        len(words) > 1
        and words[0][:1].isupper()
        and words[0].lower() in lists["first_names"]
        and (words[1][:1].isupper())
    )


def titled_within(mention: str, lang: str) -> bool:
    """Tell whether a title and a full name stand behind a description that nothing ties to them ("author
    Dr. Ana Sol, head of the clinic")."""
    name = _titled(mention, lang)
    if name is None or " " not in name:
        return False
    before = {w.lower() for w in words_in(mention[: mention.replace("’", "'").find(name)])}
    return "," not in mention[: mention.find(name)] and before.isdisjoint(lists_of(lang)["no_name_after"])


def staff(mention: str, lists: dict[str, frozenset[str]]) -> str | None:
    """Return the name of a journalist that stands behind that of a paper ("Ledger reporter Ida Voss")."""
    found = _NAMED_AFTER.search(mention)
    paper = " ".join(w.lower() for w in words_in(mention))
    if found is None or not starts_media(f" {paper} ", lists):
        return None
    role = found.group(1)
    return found.group(2) if role in lists["media"] or means_person(role, lists) else None


def aged(mention: str) -> bool:
    """Tell whether the mention is a single name with an age: a person's ("Emilie, 27 ans", "Smith, 42,")."""
    return bool(_AGE.match(mention))


def first_name(mention: str, lang: str) -> bool:
    """Tell whether the mention is one first name with no article: "Odile", "Rachid*"."""
    name = mention.strip("*\u00a0 ")
    return name[:1].isupper() and not name.isupper() and name.lower() in lists_of(lang)["first_names"]


def apposed(mention: str, lang: str) -> bool:
    """Tell whether the mention is one name and what that person is ("Farid, un des dockers")."""
    lists = lists_of(lang)
    name, comma, rest = mention.partition(",")
    if not comma or len(name.split()) != 1 or not CAPITAL.match(name) or name.isupper():
        return False
    words = [w.lower() for w in words_in(rest)]
    if table(lang, "actors").get("names_before_nouns"):  # "a heart specialist at the clinic"
        words = list(takewhile(lambda w: w not in lists["no_name_after"] | lists["of_words"], words))[-1:]
    near = [w for w in words[:3] if w not in lists["determiners"] | lists["adjectives"]]
    return bool(near) and means_person(near[0], lists)
