"""Who speaks for an organisation by a post that the text states: "X, chairman of Y", "le PDG de Y, X"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from selon.link import wording
from selon.link.actors.appositions import beginnings, flat, pattern_of, printed
from selon.link.actors.lexicon import table
from selon.link.actors.naming import Naming
from selon.link.actors.nodes import Nodes
from selon.link.actors.runs import runs
from selon.model.actor import ActorKind
from selon.model.document import Document
from selon.text.alternation import either

_AROUND = 90
"""Code points on either side of a name in which the post and the body stand."""
_STOP = re.compile(r"[.!?;:\n\"«»“”()]")
_GOES_ON = re.compile(r" [A-ZÀ-ÖØ-Þ]")
"""A name goes on: the journal of an association is not the association."""
_KINDS = frozenset({ActorKind.organisation, ActorKind.media})


def join_posts(
    nodes: Nodes, docs: Sequence[Document], named: Mapping[str, Naming], keys: Mapping[str, str]
) -> None:
    """Join a person to the organisation that a text says he or she heads or speaks for (rule 3)."""
    bodies = _bodies(docs, named, keys)
    persons = {
        n.person[-1]: keys[s] for s, n in sorted(named.items()) if n.person and keys[s].startswith("person:")
    }
    begun = beginnings(persons)
    for doc in docs:
        plain = flat(doc.text)
        for last in sorted(printed(plain, begun)):
            for body, start, end in _stated(doc, plain, last, bodies):
                words = " ".join(doc.text[start:end].split())
                nodes.join(persons[last], body, f"speaks by office: “{words}”")


def _bodies(docs: Sequence[Document], named: Mapping[str, Naming], keys: Mapping[str, str]) -> dict[str, str]:
    """Return {folded proper name of an organisation that is a source, or whose head is: the key}."""
    langs = sorted({d.lang for d in docs})
    out: dict[str, str] = {}
    for statement, found in sorted(named.items()):
        if found.names and not found.person and keys[statement].startswith(("name:", "thing:")):
            headed = (m["body"] for lang in langs if (m := _headed(lang).match(flat(found.words))))
            out |= {body: keys[statement] for body in headed if body not in out}
        if found.kind in _KINDS and keys[statement].startswith(("name:", "media:")):
            for run in (r for lang in langs for r in runs(found.words, lang)):
                if len(run.parts) > 1 or run.shown.isupper():
                    out.setdefault(" ".join(run.parts), keys[statement])
    return out


def _stated(
    doc: Document, plain: str, last: str, bodies: Mapping[str, str]
) -> Iterator[tuple[str, int, int]]:
    """Yield (key of the body, start, end of the words that say so) for every place that names the person."""
    for match in pattern_of(last).finditer(plain):
        before = _STOP.split(plain[max(0, match.start() - _AROUND) : match.start()])[-1]
        after = _STOP.split(plain[match.end() : match.end() + _AROUND])[0]
        for name, key in bodies.items():
            if name in before and (held := _before(doc.lang, name).search(before)):
                yield key, match.start() - len(before) + held.start(), match.end()
            elif (
                name in after
                and (held := _after(doc.lang, name).match(after))
                and not _GOES_ON.match(doc.text, match.end() + held.end())
            ):
                yield key, match.start(), match.end() + held.end()


@cache
def _headed(lang: str) -> re.Pattern[str]:
    """ "la présidente du NAME (N)": who heads a body, with no name of a person."""
    post, tied = _posts(lang), _ties(lang)
    return re.compile(rf"{tied}{post} (?=\w){_tie(lang)}+(?P<body>[^\W\d_][\w' -]{{2,40}}?) *(?:\(.*)?$")


@cache
def _before(lang: str, name: str) -> re.Pattern[str]:
    """ "NAME('s) chairman [first name]" or "le PDG de NAME, [first name]", just before a last name."""
    post, tied, body = _posts(lang), _ties(lang), re.escape(name)
    first = r",?\s+(?:[\w.'-]+\s+){0,2}$"
    return re.compile(rf"(?<!\w)(?:{body}(?:'s)?\s+{post}|{post}\s+{tied}{body}){first}")


@cache
def _after(lang: str, name: str) -> re.Pattern[str]:
    """ ", chairman of NAME" or ", NAME's chairman", just after a last name."""
    post, tied, body = _posts(lang), _ties(lang), re.escape(name)
    return re.compile(rf"\s*,\s+{tied}(?:\w+\s+)?(?:{post}\s+{tied}{body}|{body}(?:'s)?\s+{post})(?!\w)")


def _ties(lang: str) -> str:
    """Words without content that may stand between a post and its body ("of the", "de la", "du")."""
    return rf"{_tie(lang)}{{0,3}}"


def _tie(lang: str) -> str:
    """One such word."""
    return rf"(?:{either(wording.stopwords(lang))}(?:'\s*|\s+))"


def _posts(lang: str) -> str:
    return either(table(lang).get("posts", ()))
