"""The head of state, whom texts call "le président X" with no word of what X presides over.

Clubs and firms have presidents too, but their texts say of what, at least once: who is called so in two texts
and never with more words, alone in the dossier, is the head of state at home.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from selon.link import wording
from selon.link.actors.appositions import beginnings, flat, printed
from selon.link.actors.body_names import Body
from selon.link.actors.lexicon import table
from selon.model.document import Document
from selon.text.alternation import either

_LEAST = 2
"""Texts that call a person president with no word of what, before he is taken for the head of state."""
Said = tuple[Body, str]


def heads_of_state(docs: Sequence[Document], lasts: Collection[str]) -> dict[str, list[Said]]:
    """Return {last name: the body and the words, once a text} of those called president of their country."""
    bare: dict[str, dict[str, str]] = defaultdict(dict)
    abroad: dict[str, list[Said]] = defaultdict(list)
    begun, others = beginnings(lasts), set[str]()
    for doc in docs:
        plain = flat(doc.text)
        if not any(title in plain for title in _titles(doc.lang)):
            continue
        for last in sorted(printed(plain, begun)):
            found = _called(doc.lang, last).search(plain)
            others |= {last} if _presides(doc.lang, last).search(plain) else set()
            if found is None:
                continue
            words = " ".join(doc.text[found.start() : found.end()].split())
            country = _country(found["adjective"], doc.lang)
            if country:
                abroad[last].append((Body("presidency", frozenset({country})), words))
            elif country is not None:
                bare[last][doc.id] = words
    known = [last for last, said in bare.items() if len(said) >= _LEAST and last not in others | set(abroad)]
    home = known if len(known) == 1 else []
    told = {last: [(Body("presidency"), words) for _, words in sorted(bare[last].items())] for last in home}
    return {**abroad, **told}


def _country(adjective: str | None, lang: str) -> str | None:
    """The stem of the country that an adjective names, "" at home or without one, None for another word."""
    if adjective is None or adjective in table(lang).get("home", ()):
        return ""
    return next((c for c in sorted(_countries(lang)) if adjective.startswith(c[:4])), None)


@cache
def _countries(lang: str) -> frozenset[str]:
    """The stems by which the governments of other countries are told apart."""
    meant: Mapping[str, str] = table(lang).get("metonyms", {})
    return frozenset(m.split()[1] for m in meant.values() if m.startswith("government "))


def _titles(lang: str) -> Sequence[str]:
    found: Sequence[str] = table(lang).get("heads_of_state", ())
    return found


@cache
def _called(lang: str, last: str) -> re.Pattern[str]:
    """ "le président [français] [Prénom] NOM"."""
    articles = either(table(lang).get("the", ()))
    title = either(_titles(lang))
    name = rf"(?:[a-z][\w'-]+ )?{re.escape(last)}"
    return re.compile(rf"(?<!\w){articles} {title} (?:(?P<adjective>[a-z]+) )??{name}(?!\w)")


@cache
def _presides(lang: str, last: str) -> re.Pattern[str]:
    """ "le président du club, NOM": over something that is no country."""
    title, over = either(_titles(lang)), rf"{either(wording.stopwords(lang))}[ ']"
    state = either(table(lang).get("of_state", ()))
    what = rf"(?!(?:{over})+{state}(?!\w)){over}(?:[\w'-]+ ){{0,5}}?[\w'-]+,? (?:[a-z][\w'-]+ )?"
    return re.compile(rf"(?<!\w){title} {what}{re.escape(last)}(?!\w)")
