"""What the texts say about persons: their office ("la préfète X") and their role ("son avocat X")."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from anyascii import anyascii

from selon.link import wording
from selon.link.actors.body_names import Body
from selon.link.actors.lexicon import table
from selon.link.actors.naming import naming
from selon.model.document import Document
from selon.model.statement import SourceKind
from selon.text.memo import Memo
from selon.text.normalise import fold

_BEFORE, _AFTER = 70, 60
_LONGEST = 9
"""Words that an office and its field may take."""
_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[.!?;:\n\"«»“”()]")
_VERBISH = re.compile(
    r"(?<!\w)(?:(?:a|ont|avait|avaient|est|sont|était|étaient|sera|seront|ne|se|va|vont|doit|doivent|peut|peuvent"
    r"|was|were|is|are|has|have|had|will|would|said|que|qui|that|who|et|and)(?!\w)|n['’]|qu['’])"
)

_FIRST = re.compile(r"(?:[a-z][\w'-]+ |m\. |mme |me |mr\.? |de |d'){0,3}$")
_GOES_ON = re.compile(r" [A-ZÀ-ÖØ-Þ][a-zà-ÿ]")
"""A name goes on: what stands there is a first name."""

_CAP = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_RUN = (
    rf"(?:(?:M|Mme|Me|Mr|Mrs|Ms|Dr)\.? )?(?:{_CAP} (?:(?:de|du|van|von|al|el|ben|di|da) )?)*(?P<last>{_CAP})"
)
_NAME_AFTER = re.compile(
    rf",? (?:(?:de |d['’]|of )(?:{_CAP}|M\.|Mme|sa|son|la|le|l['’])[^,.;:\n]{{0,30}}, )?{_RUN}(?!\w)"
)
_NAME_BEFORE = re.compile(rf"{_RUN}, (?:son|sa|his|her|the|su|l['’]) ?$")

Said = tuple[Body, str, str]
"""A body, the document that shows it and the words."""


def offices(docs: Sequence[Document], persons: Mapping[str, Sequence[str]]) -> dict[str, tuple[Said, ...]]:
    """Return the bodies that the texts give each person (last name → name forms), with the words that say so.

    Read: "la préfète de l'Orvanche, Maëlle Tardivon", "le ministre de l'Intérieur Christophe X",
    "Laurent Y, secrétaire d'Etat à l'Intérieur".
    """
    out: dict[str, list[Said]] = {last: [] for last in persons}
    begun = beginnings(persons)
    for doc in docs:
        plain = flat(doc.text)
        present = printed(plain, begun)
        for last in sorted(present):
            others = present - {last}
            places = (at for at in _places(plain, last) if not _GOES_ON.match(doc.text, at[1]))
            said = (found for at in places for found in _around(doc, plain, *at))
            out[last].extend(one for one in said if others.isdisjoint(_WORD.findall(flat(one[2]))))
    return {last: tuple(found) for last, found in out.items()}


def beginnings(lasts: Iterable[str]) -> dict[str, list[str]]:
    """Return last names by their first word; by "" those of none."""
    out: dict[str, list[str]] = defaultdict(list)
    for last in lasts:
        out["".join(_WORD.findall(last)[:1])].append(last)
    return dict(out)


def printed(plain: str, begun: Mapping[str, Sequence[str]]) -> set[str]:
    """Return the last names whose first word a text prints; `begun` are all, by that word."""
    return {last for word in begun.keys() & {"", *_WORD.findall(plain)} for last in begun[word]}


@cache
def flat(text: str) -> str:
    """Return the folded text at the same length (what folds to more than one letter keeps its first)."""
    return "".join(map(_flats.__getitem__, text))


_flats = Memo(lambda c: (anyascii(fold(c)) or " ")[:1] if ord(c) > 127 else fold(c))
"""Each character as `flat` gives it."""


@lru_cache(maxsize=1 << 16)
def pattern_of(last: str) -> re.Pattern[str]:
    """Return the pattern of a last name in a folded text: no part of a word, an address or a tag."""
    return re.compile(rf"(?<![\w@#]){re.escape(last)}(?!\w)")


def _places(plain: str, last: str) -> Iterator[tuple[int, int]]:
    for match in pattern_of(last).finditer(plain):
        start = match.start()
        first = _FIRST.search(plain[max(0, start - 30) : start])
        yield (start - len(first.group()) if first and _name_part(first.group()) else start), match.end()


def _name_part(words: str) -> bool:
    return 0 < len(words.split()) < 4


def _around(doc: Document, plain: str, start: int, end: int) -> Iterator[Said]:
    for head in (start, _name_start(doc.text, end)):
        before = _STOP.split(plain[max(0, head - _BEFORE) : head])[-1]
        tail = before.rsplit(",", 2)[-2:] if before.rstrip().endswith(",") else before.rsplit(",", 1)[-1:]
        words = (tail[0] if tail else "").strip(" ,")
        at = plain.rfind(words, 0, head) if words else -1
        if words and _nominal(doc.text[at : at + len(words)]) and (body := _office(words, doc.lang)):
            yield body, doc.id, doc.text[at : at + len(words)]
            return
    if plain.startswith(", ", end):
        words = _STOP.split(plain[end + 2 : end + _AFTER])[0].split(",")[0].strip()
        shown = doc.text[end + 2 : end + 2 + len(words)]
        if _nominal(shown[:25]) and (body := _office(words, doc.lang)):
            yield body, doc.id, shown


def _nominal(words: str) -> bool:
    """Whether a phrase holds no verb or clause ("a" is a verb, "à" is not, so accents count here)."""
    return _VERBISH.search(words.lower()) is None


def _name_start(text: str, end: int) -> int:
    """Walk left over the capitalised words of a name."""
    head = end
    while (
        match := re.search(
            r"(?:[A-ZÀ-ÖØ-Þ][\w’'.-]*|de|du|von|van|al|el)[  ]?$", text[max(0, head - 30) : head]
        )
    ) and match.group():
        head -= len(match.group())
    return head


def _office(words: str, lang: str) -> Body | None:
    """Return the body of a phrase that opens with the name of an office ("le ministre de l'Intérieur")."""
    match = _holder(lang).match(words)
    if match is None or len(words.split()) > _LONGEST:
        return None
    return naming(words, SourceKind.office, lang).body


@cache
def _holder(lang: str) -> re.Pattern[str]:
    """A determiner, at most one word, then an office that a person can hold."""
    forms = sorted(table(lang).get("persons", ()), key=lambda f: (-len(f), f))
    empty = sorted(wording.stopwords(lang), key=lambda f: (-len(f), f))
    return re.compile(rf"(?:(?:{_either(empty)})(?:[ ']|' ))?(?:\w+ )?(?:{_either(forms)})(?!\w)")


def _either(forms: Sequence[str]) -> str:
    return "|".join(map(re.escape, forms or ["\x00"]))


def role_holders(docs: Sequence[Document], role: str, lasts: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return (last name, words) of persons with a role in a text: "son avocat Paul X", "X, sa sœur"."""
    out: list[tuple[str, str]] = []
    for doc in docs:
        plain = flat(doc.text)
        for match in re.finditer(rf"(?<!\w){re.escape(role)}(?!\w)", plain):
            if found := _named_beside(doc, plain, match.start(), match.end(), lasts):
                out.append(found)
    return tuple(sorted(set(out)))


def _named_beside(
    doc: Document, plain: str, start: int, end: int, lasts: Sequence[str]
) -> tuple[str, str] | None:
    """The name after the role ("avocat Paul X", "avocat de Y, Paul X") or before it ("X, sa sœur")."""
    after = _NAME_AFTER.match(doc.text, end, end + 70)
    if after is not None and (last := flat(after.group("last"))) in lasts:
        return last, " ".join(doc.text[start : after.end()].split())
    tied = _NAME_BEFORE.search(doc.text, max(0, start - 45), start)
    if tied is not None and (last := flat(tied.group("last"))) in lasts:
        return last, " ".join(doc.text[tied.start() : end].split())
    return None
