"""Generated press articles in French and English: invented events, told by outlets that copy and translate.

usage: articles.py COUNT OUT.jsonl    (rows that any command of selon reads)

Every choice is a digest of the story, the sentence and the place in it, so the same count gives the same
bytes, a longer run begins with a shorter one, and one sentence can be told in both languages. Eight articles
make a story (`KINDS`): a dispatch, a copy of it, a copy with another figure, a shortened copy, a translation,
and three reports of their own that share some of its statements.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SENTENCES = 29
"""Sentences of an article: some 500 words."""
KINDS = ("dispatch", "copy", "edited", "shortened", "translation", "report", "report", "report")
SHARED = 4
"""Statements of the dispatch that each report gives too, in its own order."""
OUTLETS = 40
KNOWN = 6
"""Words of each list that one story is told with."""
OWN = 40
"""Invented words of each kind that one story has of its own."""
VOCABULARY = 20_000
KEPT = 16
"""Sentences that a shortened copy keeps."""
PARAGRAPH = 3
LANGS = ("fr", "en")

_WORDS = {"thing", "things", "was", "did", "where", "when", "since", "counted"}
_SLOT = re.compile(r"\{([A-Za-z_]+?)(\d?)\}")
_HEADS = [h + t for h in (*"bcdfglmnprstv", "br", "cr", "tr", "ch") for t in ("a", "e", "i", "o", "ou", "an")]
_TAILS = ("sac", "mont", "rel", "vier", "dun", "gny", "lac", "tin", "ronne", "zeau", "val", "queux")


@dataclass(frozen=True)
class Sentence:
    """A choice of words: `kind` names the list that it begins with, `key` decides every choice in it."""

    kind: str
    key: str


def rows(count: int) -> Iterator[dict[str, str]]:
    """Yield `count` rows `{id, text, title, date, outlet, lang}`."""
    for number in range(count):
        story, turn = divmod(number, len(KINDS))
        yield _row(story, turn)


def _row(story: int, turn: int) -> dict[str, str]:
    kind = KINDS[turn]
    first = LANGS[story % 3 == 2]
    lang = first if kind != "translation" else LANGS[first == "fr"]
    paper = _name(f"outlet{_pick(f'{story}/{turn}', OUTLETS)}")
    body = [told(story, s, lang) for s in _plan(story, turn)]
    if kind == "edited":
        body = [re.sub(r"\b(\d+)\b", lambda m: str(int(m.group()) + 7), s, count=1) for s in body]
    lines = [" ".join(body[at : at + PARAGRAPH]) for at in range(0, len(body), PARAGRAPH)]
    if kind in {"dispatch", "copy", "shortened"}:
        lines.append("(APV)")
    return {
        "id": f"{story:05d}-{turn}",
        "title": told(story, Sentence("headline", f"{story}/head{turn}"), lang),
        "text": "\n\n".join(lines),
        "date": f"2024-{1 + story // 28 % 12:02d}-{1 + story % 28:02d}T{8 + turn:02d}:00:00Z",
        "outlet": f"{paper} Soir" if turn else "APV",
        "lang": lang,
    }


def _plan(story: int, turn: int) -> list[Sentence]:
    """Return the sentences of an article in order."""
    if KINDS[turn] == "report":
        own = _sentences(f"{story}/{turn}")
        given = [s for s in _sentences(f"{story}") if s.kind == "reported"]
        at = _pick(f"{story}/{turn}/from", max(1, len(given) - SHARED))
        return [*own[: SENTENCES - SHARED - 8], *given[at : at + SHARED], *own[SENTENCES - 8 :]]
    dispatch = _sentences(f"{story}")
    return dispatch[:KEPT] if KINDS[turn] == "shortened" else dispatch


def _sentences(key: str) -> list[Sentence]:
    kinds = ("reported", "told", "told", "reported", "told")
    rest = [Sentence(kinds[_pick(f"{key}/{n}", len(kinds))], f"{key}/{n}") for n in range(1, SENTENCES)]
    return [Sentence("opening", f"{key}/0"), *rest]


def told(story: int, sentence: Sentence, lang: str) -> str:
    """Return a sentence in words; the same choices in any language."""
    words = _filled(story, _chosen(sentence.kind, sentence.key, lang), sentence.key, lang)
    return words[0].upper() + words[1:]


def _filled(story: int, form: str, key: str, lang: str) -> str:
    return _SLOT.sub(lambda m: _slot(story, m.group(1), m.group(2), key, lang), form)


def _slot(story: int, name: str, number: str, key: str, lang: str) -> str:
    place = f"{key}.{name.lower()}{number}"
    if name == "n":
        return str(2 + _pick(place, 890))
    if name == "town":
        return _name(f"town{story}")
    if name == "name":
        return _name(place)
    if name == "person":
        return f"{_name(f'{story}.first{number}')} {_name(f'{story}.last{number}')}"
    where = f"{story}.{name}{number}" if name in {"body", "office"} else place
    kind = "body_of" if name == "body" else name.lower()
    known = f"{story}.{_pick(where, KNOWN)}" if kind in _WORDS else where
    form = _chosen(kind, known, lang)
    if name.lower() in {"thing", "where"}:
        form = _with_own(story, form, place, name.lower(), lang)
    made = _filled(story, form, where, lang)
    return made[0].upper() + made[1:] if name[0].isupper() else made


def _chosen(kind: str, key: str, lang: str) -> str:
    pairs = _pieces()[kind]
    return pairs[_pick(f"{key}:{kind}", len(pairs))][LANGS.index(lang)]


def _with_own(story: int, form: str, place: str, kind: str, lang: str) -> str:
    """Return a piece with words of the story's own, so that stories differ as real ones do.

    A place gets the name of a street; two things of three are invented nouns, and each has an invented
    adjective.
    """
    if kind == "where":
        return f"{form} {_own(story, place, 'street')}"
    known = _pick(f"{place}/known", 3) == 0
    noun = form.rpartition(" ")[2] if known else _own(story, place, "noun").lower()
    ending = "ien" if lang == "fr" else "ian"
    return f"{form.partition(' ')[0]} {noun} {_own(story, place, 'adjective').lower()}{ending}"


def _own(story: int, place: str, kind: str) -> str:
    number = _pick(f"{place}/{kind}", OWN)
    return _name(f"own{_pick(f'{story}/{kind}{number}', VOCABULARY)}")


def _name(key: str) -> str:
    """Return an invented name."""
    heads = "".join(_HEADS[_pick(f"{key}#{n}", len(_HEADS))] for n in range(1 + _pick(f"{key}#", 3)))
    return (heads + _TAILS[_pick(f"{key}#tail", len(_TAILS))]).capitalize()


def _pick(key: str, size: int) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest()) % size


@cache
def _pieces() -> dict[str, list[list[str]]]:
    with (Path(__file__).parent / "articles.toml").open("rb") as file:
        return tomllib.load(file)


def write(count: int, path: Path) -> int:
    """Write `count` rows and return how many words they hold."""
    words = 0
    with path.open("w", encoding="utf-8") as out:
        for row in rows(count):
            words += len(row["text"].split())
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return words


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    print(f"{write(int(sys.argv[1]), Path(sys.argv[2]))} words")
