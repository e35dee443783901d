"""Whether a source named before can be meant by a pronoun or by a description without a name.

Number, gender and life decide for pronouns; for descriptions whether they are of a person or of a body, and
whether their noun suits one who holds an office.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from anyascii import anyascii

from selon.languages import pack
from selon.link import wording
from selon.link.actors.lexicon import generic, table
from selon.link.actors.naming import Naming
from selon.model.actor import ActorKind
from selon.model.document import Document
from selon.text.normalise import fold

_OFTEN, _SURE = 2, 0.8
"""How many mentions must say that a woman or a man is meant, and of how many that say either."""
Fits = Callable[[Naming], bool]
_ALIVE = frozenset({ActorKind.person, ActorKind.office, ActorKind.anonymous})


def agreement(words: str, lang: str, spoken: bool, women: Mapping[str, bool]) -> Fits:
    """Return a test of whom a pronoun can mean; what speaks in the first person (`spoken`) is no document.

    `women` tells of last names whether a woman is meant.
    """
    forms = pack.table(lang, "antecedents")
    form = _form(words)

    def fits(found: Naming) -> bool:
        if (spoken and found.document is not None) or not _alive_enough(form, found, lang):
            return False
        if form in forms.get("plural", ()):
            return not found.person
        if one_of(found.words, lang, "plural_starts") or _bare_plural(found, lang):
            return False
        woman = women.get(found.person[-1]) if found.person else None
        if form in forms.get("masculine", ()):
            woman = woman is True or (
                not found.person and _head(found, lang) in forms.get("feminine_heads", ())
            )
            return not one_of(found.words, lang, "feminine_starts") and not woman
        if form in forms.get("feminine", ()):
            return not one_of(found.words, lang, "masculine_starts") and woman is not False
        return True

    return fits


def women_among(mentions: Iterable[tuple[Naming, str]]) -> dict[str, bool]:
    """Return by last name whether a woman is meant, as titles and articles in `mentions` (with languages)
    say; of those of whom they say it once only, or both, what all their first names say."""
    votes: dict[str, Counter[bool]] = defaultdict(Counter)
    first: dict[str, set[bool]] = defaultdict(set)
    for found, lang in mentions:
        if found.person and not found.mouthpiece and found.document is None:
            for woman, starts in ((True, "feminine_starts"), (False, "masculine_starts")):
                votes[found.person[-1]][woman] += one_of(found.words, lang, starts)
            told = by_first_name(found.person[0], lang) if len(found.person) > 1 else None
            first[found.person[-1]] |= set() if told is None else {told}
    most_said = ((last, many.most_common(1)[0], many.total()) for last, many in votes.items())
    sure = {
        last: woman for last, (woman, most), every in most_said if most >= _OFTEN and most >= _SURE * every
    }
    return {last: next(iter(said)) for last, said in sorted(first.items()) if len(said) == 1} | sure


def by_first_name(name: str, lang: str) -> bool | None:
    """Return whether a folded first name is a woman's, None where it is not known or anybody's."""
    women, men = _first_names(lang)
    half = name.partition("-")[0]
    one = name if name in women | men else half
    return True if one in women else False if one in men else None


def first_names(lang: str) -> frozenset[str]:
    """Return the folded first names that the language's pack knows."""
    return frozenset(map(plain, pack.table(lang, "sources").get("first_names", ())))


@cache
def _first_names(lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """The folded first names of women and of men that the language's pack knows."""
    forms = pack.table(lang, "antecedents")
    women, either = (frozenset(map(plain, forms.get(name, ()))) for name in ("women", "either"))
    known = first_names(lang) if women else frozenset[str]()
    return women, known - women - either


def plain(word: str) -> str:
    """Return a word as the parts of a name are folded."""
    return str(anyascii(fold(word)))


def means_nobody(words: str, lang: str) -> bool:
    """Tell whether a pronoun stands for nobody who was named ("apprend-on")."""
    return _form(words) in pack.table(lang, "antecedents").get("impersonal", ())


def _form(words: str) -> str:
    return fold(words).replace("’", "'").strip(' -"').removeprefix("t-")


def _bare_plural(found: Naming, lang: str) -> bool:
    """Whether several are meant by a noun alone ("doctors"), as languages say that put names before nouns."""
    if found.person or found.names or not table(lang).get("names_before_nouns"):
        return False
    head = _head(found, lang)
    crowds = pack.table(lang, "antecedents").get("crowds", ())
    return head in crowds or (head.endswith("s") and not head.endswith("ss"))


def _alive_enough(form: str, found: Naming, lang: str) -> bool:
    """ "He" is somebody, "it" is a body."""
    forms = pack.table(lang, "antecedents")
    alive = bool(found.person) or found.kind in _ALIVE
    if form in forms.get("individuals", ()) and not found.person and _is_office(found):
        return _head(found, lang) in _called_in_office(lang, frozenset())
    if form in forms.get("persons", ()):
        return alive
    return form not in forms.get("things", ()) or not alive or (not found.person and _is_office(found))


def _is_office(found: Naming) -> bool:
    return found.kind is ActorKind.office


def suits(found: Naming, other: Naming, held: frozenset[str], lang: str) -> bool:
    """Tell whether a description may take up `other`, who speaks for the bodies `held`.

    Persons and bodies alike, media by words for media; one in office only by the words of an office, so that
    no minister becomes "le chauffeur".
    """
    if other.document is not None or other.kind is ActorKind.unknown:
        return False
    if ActorKind.media in (found.kind, other.kind):
        return found.kind is other.kind
    if one_of(other.words, lang, "plural_starts"):
        return False
    held |= {other.body.concept} if other.body else frozenset()
    words = re.findall(r"[\w-]+", fold(found.words))
    bodies = members_of(lang, words)
    if bodies and not bodies & (held | members_of(lang, re.findall(r"[\w-]+", fold(other.words)))):
        return False
    return not held or not _called_in_office(lang, held).isdisjoint(words)


def members_of(lang: str, words: Sequence[str]) -> frozenset[str]:
    """Return the bodies whose members are called by some of these folded words ("the constable")."""
    known = table(lang).get("members", {})
    return frozenset(body for body, names in known.items() if not set(names).isdisjoint(words))


@cache
def _called_in_office(lang: str, held: frozenset[str]) -> frozenset[str]:
    """The words by which a text calls one who holds an office: any post, and the members of the body."""
    known = table(lang)
    posts = [p.split() for p in (*known.get("posts", ()), *known.get("persons", ()))]
    members = {w for body in held for w in known.get("members", {}).get(body, ())}
    return frozenset({w for p in posts for w in (p[0], p[-1])} | members)


def definite(doc: Document, found: Naming, at: int) -> bool:
    """Tell whether a mention takes up one person or body by a common noun, its article inside or before."""
    if not found.vague or found.body is not None or found.mouthpiece or found.pronoun or found.role:
        return False
    if one_of(found.words, doc.lang, "definite"):
        return True
    forms = pack.table(doc.lang, "antecedents")
    starts = tuple(" " + s for s in (*forms.get("definite", ()), *forms.get("contracted", ())))
    before = fold(doc.text[max(0, at - 8) : at]).replace("’", "'").rstrip('«“" \u00a0') + " "
    return before.replace("' ", "'").endswith(starts or "\0")


def introduces(found: Naming, lang: str) -> bool:
    """Tell whether a mention introduces one body without a name: an article, no noun of a hidden source."""
    if found.person or found.body or found.document or found.mouthpiece:
        return False
    known = pack.table(lang, "sources")
    hidden = {*known.get("anonymous", ()), *known.get("office", ()), *known.get("media", ())}
    words = re.findall(r"\w+", fold(found.words))
    return (
        one_of(found.words, lang, "introducing")
        and hidden.isdisjoint(words)
        and (found.adjectival or not found.names)
    )


def heads(found: Naming, lang: str) -> bool:
    """Tell whether a naming is of a body by its name, or of a person with a post in one."""
    if found.person:
        posts = {w for p in table(lang).get("posts", ()) for w in p.split()}
        return found.body is None and not posts.isdisjoint(re.findall(r"[\w-]+", fold(found.words)))
    return found.kind is ActorKind.organisation and not found.adjectival and bool(found.names)


def wants(found: Naming, lang: str) -> Fits:
    """Return a test of whom a description calls for: a body by "la firme", somebody by "cette figure" or what
    the reading took for a person, nobody by a noun that may be of a thing ("cette question")."""
    head = _head(found, lang)
    known = pack.table(lang, "sources")
    if found.kind is ActorKind.media:
        return lambda other: other.kind is ActorKind.media
    somebody = head in pack.table(lang, "antecedents").get("people", ())
    if found.kind in _ALIVE or somebody:
        return lambda other: bool(other.person) or (other.kind in _ALIVE and not hidden(other, lang))
    if head in known.get("organisation", ()) or head in generic(lang):
        return lambda other: heads(other, lang)
    return lambda other: False


def _head(found: Naming, lang: str) -> str:
    """The noun of a description: its first; where adjectives come first, the last before a preposition."""
    forms = re.findall(r"[^\W\d_][\w-]*", fold(found.words))
    if table(lang).get("names_before_nouns"):
        forms = forms[: next((n for n, f in enumerate(forms) if f in table(lang)["before_others"]), None)][
            -1:
        ]
    return next((f for f in forms if f not in wording.stopwords(lang)), "")


def hidden(found: Naming, lang: str) -> bool:
    """Whether a mention is of a source that nobody could describe further ("une source")."""
    words = re.findall(r"\w+", fold(found.words))
    unnamed = pack.table(lang, "sources").get("of_source", ())
    return found.kind is ActorKind.anonymous and not set(unnamed).isdisjoint(words)


@cache
def reporter(words: str, lang: str) -> frozenset[str]:
    """Return the stem of a noun for one who works for a medium ("le journaliste"): a naming leaves it out."""
    known = pack.table(lang, "antecedents").get("reporters", ())
    return frozenset(wording.stem(w) for w in re.findall(r"[\w-]+", fold(words)) if w in known)


@cache
def anybody(lang: str) -> frozenset[str]:
    """Return the stems of nouns that fit every person ("homme")."""
    return frozenset(map(wording.stem, pack.table(lang, "antecedents").get("anybody", ())))


def one_of(words: str, lang: str, name: str) -> bool:
    """Tell whether a mention begins with a form of a list of the language's antecedent words."""
    plain = fold(words).replace("’", "'").strip("«» ")
    return plain.startswith(tuple(pack.table(lang, "antecedents").get(name, ())) or "\0")
