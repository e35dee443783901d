"""What kind of source a mention names: named person, office, organisation, media, anonymous, unattributed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import takewhile

from selon.languages.pack import table
from selon.model.statement import SourceKind
from selon.text.letters import UPPER

_PIECE = re.compile(r"[^\s,;()\"«»“”]+|[,;()]")
_WORD = re.compile(r"[\w@][\w.’'-]*")
_AGE = re.compile(
    rf"[{UPPER}][\w.’'-]+(?: [{UPPER}][\w.’'-]+)*, (?:\w+ ){{0,12}}?(?:âgée? de )?\d{{1,3}}(?: ans)?\b"
)
_NAMED_AFTER = re.compile(rf" ([a-zà-ÿ]+) ([{UPPER}][\w’'-]+ [{UPPER}][\w’'-]+)$")
"""A common noun right before a first and a last name at the end."""
_ELIDED = re.compile(r"[lL]['’][a-zà-ÿ]")
"""An article tied to a common noun ("l'artificier")."""
_BEFORE_NAME = re.compile(rf"(?:(?![{UPPER}])\S+ )+(?=[{UPPER}])")
"""The words before the first capital."""
_CAPITAL = re.compile(f"[{UPPER}]")
ROOM = 4096
"""Mentions whose kind and name are kept: a text asks for each several times."""


@cache
def _lists(lang: str) -> defaultdict[str, frozenset[str]]:
    """Return the word lists of a language; one without a pack borrows those of English."""
    known = table(lang, "sources") or table("en", "sources")
    return defaultdict(frozenset, {k: frozenset(v) for k, v in known.items() if isinstance(v, list)})


def words_in(mention: str) -> list[str]:
    """Return the words of a mention, elisions cut off, case kept."""
    plain = mention.replace("’", "'")
    return [
        w
        for raw in _WORD.findall(re.sub(r"\b([LlDd]|[Qq]u|[Jj]usqu)'", " ", plain))
        if (w := raw.strip(".'-"))
    ]


@lru_cache(ROOM)
def person_name(mention: str, lang: str) -> str | None:
    """Return the person's name in a mention ("le maire, Ana Sol" gives "Ana Sol"), or None."""
    if titled := _titled(mention, lang) or _staff(mention, _lists(lang)):
        return titled
    if _complement(mention, lang):
        return None
    best: list[str] = []
    for run in _capital_runs(mention, lang):
        if len(best) > 1 and mention.startswith(" ".join(best) + ","):
            break  # what an apposition says comes after the name
        if len(run) > len(best) and run[-1].lower() not in _lists(lang)["body_ends"]:
            best = run
    return " ".join(best) if len(best) >= 2 else None


def _complement(mention: str, lang: str) -> bool:
    """Tell whether the names only complete a noun for a thing ("the estimates from the United Front")."""
    before = _BEFORE_NAME.match(mention)
    lists = _lists(lang)
    words = [w.lower() for w in words_in(before.group())] if before and "," not in before.group() else []
    links = lists["of_words"] | lists["no_name_after"] - lists["determiners"]
    described = before is not None and re.search(rf", (?:\S+ )*[{UPPER}]", mention[before.start() :])
    if not links & set(words[1:]) or mention[0] in "«“" or described:
        return False
    names = mention[before.end() :].split() if before else []
    if any(name.lower() in lists["first_names"] for name in names[1:]):
        return False  # the name of a body, then that of a person ("le numéro deux du Front Ana Sol")
    return not any(_does(word, lists) for word in words)


def _capital_runs(mention: str, lang: str) -> Iterator[list[str]]:
    """Yield runs of capitalised words that no preposition opens, links like "de" inside them kept."""
    lists = _lists(lang)
    common = lists["organisation"] | lists["media"] | lists["collective_places"] | lists["determiners"]
    common -= lists["first_names"]
    run: list[str] = []
    previous = ""
    for raw in [*_PIECE.findall(mention.replace("’", "'")), ","]:
        low = raw.lower()
        proper = bool(_CAPITAL.match(raw)) and low not in common and "'" not in raw[:2]
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
    return any(_heads(word.lower(), name, lists) for name in ("office", "anonymous"))


def _closed(run: list[str]) -> list[str]:
    while run and not _CAPITAL.match(run[-1]):
        run = run[:-1]
    return run


def _titled(mention: str, lang: str) -> str | None:
    titles = _lists(lang)["titles"]
    parts = mention.replace("’", "'").split()
    for at, part in enumerate(parts[:-1]):
        if part.lower() in titles and _CAPITAL.match(parts[at + 1]):
            end = at + 1
            while end < len(parts) and _CAPITAL.match(parts[end]):
                end += 1
                if parts[end - 1].endswith((",", ")")):
                    break
            return " ".join(parts[at + 1 : end]).strip(",)")
    return None


@lru_cache(ROOM)
def kind_of(mention: str, lang: str) -> SourceKind:
    """Return the kind of a mention by its own words (no pronoun is resolved here)."""
    lists = _lists(lang)
    low = " " + " ".join(w.lower() for w in words_in(mention)) + " "
    if not low.strip() or low.strip() in lists["nobody"]:
        return SourceKind.unattributed
    if low.strip() in lists["somebody"]:
        return SourceKind.anonymous
    head = _head(mention, lang)
    if _staff(mention, lists):
        return SourceKind.named_person
    printed = _starts_media(low, lists) and not _small_role(mention, lists)
    if printed or _press_title(mention, lists):
        return SourceKind.media
    named = person_name(mention, lang) or _aged(mention) or _apposed(mention, lang)
    body = _names_body(head, lists) and not _forename(mention, lists) and not _titled_within(mention, lang)
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
        if _heads(head, name, lists):
            return kind
    for name, kind in _ORDER:
        if any(f" {entry} " in low for entry in lists[name]):
            return kind
    return _by_shape(mention, lists)


def _forename(mention: str, lists: dict[str, frozenset[str]]) -> bool:
    """Tell whether a mention opens with a first name and goes on with a capital, though the word means a body
    as well ("Marine Le Guen")."""
    words = words_in(mention)
    return (
        len(words) > 1
        and words[0][:1].isupper()
        and words[0].lower() in lists["first_names"]
        and (words[1][:1].isupper())
    )


def _titled_within(mention: str, lang: str) -> bool:
    """Tell whether a title and a full name stand behind a description that nothing ties to them ("author
    Dr. Ana Sol, head of the clinic")."""
    name = _titled(mention, lang)
    if name is None or " " not in name:
        return False
    before = {w.lower() for w in words_in(mention[: mention.replace("’", "'").find(name)])}
    return "," not in mention[: mention.find(name)] and before.isdisjoint(_lists(lang)["no_name_after"])


def _starts_media(low: str, lists: dict[str, frozenset[str]]) -> bool:
    """Tell whether the mention begins with the name of a medium, an article before it or not."""
    bare = low.strip()
    first, _, rest = bare.partition(" ")
    bare = rest if rest and first in lists["determiners"] | {"l", "el"} else bare
    return any(bare == entry or bare.startswith(entry + " ") for entry in lists["media_names"])


def _small_role(mention: str, lists: dict[str, frozenset[str]]) -> bool:
    """Tell whether a small word opens a person's name: "economist Remy Vasser" is no paper."""
    first, *rest = mention.split()
    proper = [w for w in rest if _CAPITAL.match(w)]
    return first[0].islower() and first.lower() not in lists["determiners"] and len(proper) == len(rest) > 1


def _staff(mention: str, lists: dict[str, frozenset[str]]) -> str | None:
    """Return the name of a journalist that stands behind that of a paper ("Ledger reporter Ida Voss")."""
    found = _NAMED_AFTER.search(mention)
    paper = " ".join(w.lower() for w in words_in(mention))
    if found is None or not _starts_media(f" {paper} ", lists):
        return None
    role = found.group(1)
    return found.group(2) if role in lists["media"] or _does(role, lists) else None


def _aged(mention: str) -> bool:
    """ "Emilie, 27 ans", "Smith, 42,": a single name with an age is a person's."""
    return bool(_AGE.match(mention))


def first_name(mention: str, lang: str) -> bool:
    """Tell whether the mention is one first name with no article: "Odile", "Rachid*"."""
    name = mention.strip("*\u00a0 ")
    return name[:1].isupper() and not name.isupper() and name.lower() in _lists(lang)["first_names"]


def _apposed(mention: str, lang: str) -> bool:
    """ "Farid, un des dockers", "Nadia, employée du port": one name and what that person is."""
    lists = _lists(lang)
    name, comma, rest = mention.partition(",")
    if not comma or len(name.split()) != 1 or not _CAPITAL.match(name) or name.isupper():
        return False
    words = [w.lower() for w in words_in(rest)]
    if table(lang, "actors").get("names_before_nouns"):  # "a heart specialist at the clinic"
        words = list(takewhile(lambda w: w not in lists["no_name_after"] | lists["of_words"], words))[-1:]
    near = [w for w in words[:3] if w not in lists["determiners"] | lists["adjectives"]]
    return bool(near) and _does(near[0], lists)


def _does(word: str, lists: dict[str, frozenset[str]]) -> bool:
    """Tell whether a noun means what a person is or does, by the lists or by its ending."""
    listed = word in lists["anonymous"] | lists["office"]
    return listed or (len(word) > 5 and word.endswith(tuple(lists["role_endings"]) or ("\0",)))


def role_noun(word: str, lang: str) -> bool:
    """Tell whether a common noun means what a person is or does, by the lists or by its ending."""
    return _does(word.removesuffix("s"), _lists(lang)) and not thing_noun(word, lang)


_ORDER = (
    ("media", SourceKind.media),
    ("office", SourceKind.office),
    ("anonymous", SourceKind.anonymous),
    ("organisation", SourceKind.organisation),
    ("collective_places", SourceKind.organisation),
)


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


def _names_body(head: str, lists: dict[str, frozenset[str]]) -> bool:
    return _heads(head, "organisation", lists) or _heads(head, "media", lists)


def _heads(head: str, name: str, lists: dict[str, frozenset[str]]) -> bool:
    """Tell whether a word is of a list, or a compound whose last part is ("Polizeisprecherin")."""
    ends = lists[f"{name}_ends"]
    return head in lists[name] or bool(ends and head.endswith(tuple(ends)))


def _press_title(mention: str, lists: dict[str, frozenset[str]]) -> bool:
    """Tell whether the mention is the title of a paper: capitals throughout, a word that titles have, and an
    article or more words than a first and a last name."""
    words = words_in(mention)
    named = [w for w in words if w.lower() not in lists["name_links"] | lists["determiners"]]
    if not any(w.lower() in lists["press_titles"] for w in named) or words[0].lower() in lists["titles"]:
        return False
    marked = words[0].lower() in lists["determiners"] or "&" in mention or mention[0] in '«“"'
    longer = marked or len(named) > 2
    return longer and all(_CAPITAL.match(w) for w in named)


def _head(mention: str, lang: str) -> str:
    """Return the first noun-like word in lower case: after determiners and numbers."""
    lists = _lists(lang)
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


def thing_noun(word: str, lang: str) -> bool:
    """Tell whether a common noun is of a thing or an event.

    Such nouns are listed, or have an ending of abstract nouns and are in no list of speakers.
    """
    lists = _lists(lang)
    forms = {word, word.removesuffix("s")}
    if forms & lists["things"]:
        return True
    speak = any(forms & lists[name] for name in _SPEAK)
    return not speak and word.removesuffix("s").endswith(tuple(lists["thing_endings"]) or ("\0",))


def _unprefixed(word: str, lists: dict[str, frozenset[str]]) -> str:
    """ "co-présidente", "ex-ministre", "vice-consul": the function without its prefix."""
    prefix, dash, rest = word.partition("-")
    return rest if dash and prefix in lists["function_prefixes"] else word


def _by_shape(mention: str, lists: dict[str, frozenset[str]]) -> SourceKind:
    words = words_in(mention)
    if words[0].lower() in lists["indefinite"] or words[0][0].isdigit():
        return SourceKind.anonymous
    told = words[0].lower() in lists["determiners"] or _ELIDED.match(mention)
    if told and _does(_first_noun(words, lists), lists):
        return SourceKind.anonymous
    return SourceKind.organisation


def _first_noun(words: list[str], lists: dict[str, frozenset[str]]) -> str:
    low = (w.lower() for w in words)
    return next((w for w in low if w not in lists["determiners"] | lists["adjectives"]), "")
