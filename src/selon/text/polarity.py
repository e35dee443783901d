"""Words that turn a content into its contrary, by the lists of the language packs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from selon.languages import pack
from selon.model.span import Span, Spans, tidy
from selon.text.corrections import cleft
from selon.text.normalise import fold, folded

_BEFORE = re.compile(r"(?<!\w)(?:ne(?!\w)|n')")
"""The French particle in front of the verb that the negative word follows."""
_COLON = re.compile(r" ?: ")
_TIED = re.compile(r"(?<!\w)qu'")
"""What ties a content to its cue and hides no negative word ("qu'aucun")."""


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    tables = pack.everywhere("negation")
    chosen = [tables[lang]] if lang in tables else list(tables.values())
    hits = [w for t in chosen for w in (*t.get("words", ()), *t.get("phrases", ()))]
    idioms = [w for t in chosen for name in ("idioms", "litotes") for w in t.get(name, ())]
    return _any_of(hits), _any_of(idioms)


def _any_of(forms: list[str]) -> re.Pattern[str]:
    chosen = sorted(set(forms), key=lambda f: (-len(f), f))
    return re.compile(r"(?<![\w'])(?:" + "|".join(map(re.escape, chosen or ["\x00"])) + r")(?!\w)")


def negations(text: str, lang: str) -> Spans:
    """Return the negative words of `text` that no idiom explains ("pas seulement" denies nothing).

    A language without a pack is read with the words of all packs.
    """
    plain = folded(text)
    return tidy(plain.back(*m.span()) for m in _unexplained(plain.text, lang))


def negated(text: str, lang: str) -> bool:
    """Tell whether a wording holds a negative word that no idiom explains."""
    return any(True for _ in _unexplained(fold(text), lang))


def _unexplained(plain: str, lang: str) -> Iterator[re.Match[str]]:
    """The negative words of a folded text that no idiom explains."""
    hits, idioms = _patterns(lang)
    return hits.finditer(_TIED.sub("qu ", idioms.sub(lambda m: " " * len(m.group()), plain)))


@cache
def _clauses(lang: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns of what opens a clause of its own, anywhere and at the head, and of what opens none there."""
    tables = pack.everywhere("negation")
    chosen = [tables[lang]] if lang in tables else list(tables.values())
    opens, against, joins, concedes = (
        [w for t in chosen for w in t.get(name, ())] for name in ("clauses", "contrasts", "joins", "concedes")
    )
    apart = rf"(?<=[\w,;)]) ?{_any_of(opens).pattern}|, {_any_of([*against, *concedes]).pattern}"
    return (
        re.compile(apart),
        re.compile(rf"\W*{_any_of([*opens, *concedes]).pattern}"),
        re.compile(rf"^\W*{_any_of(joins).pattern}"),
    )


def coordinated(text: str, lang: str) -> int:
    """Return where the last verb begins of several that words like "and" join; 0 where none does."""
    plain = folded(text)
    found = list(_listed("coordinates", lang).finditer(plain.text))
    return plain.back(*found[-1].span()).end if found else 0


def main_clause(text: str, lang: str) -> str:
    """Return the folded words of a content up to its first clause apart; a clause that opens it is left out.

    A cheap reading without a parse: "if they do not, the state will pay" asserts that the state will pay. Of
    two sides of a colon the longer one is asserted, the other leads to it or sums it up.
    """
    apart, heading, joining = _clauses(lang)
    sides = _COLON.split(_told(fold(text).strip(), lang))
    plain = joining.sub("", max(sides, key=lambda side: side.count(" ")), count=1)
    if heading.match(plain) and "," in plain:
        plain = plain.partition(",")[2]
    found = apart.search(plain)
    return plain[: found.start()] if found else plain


def _told(plain: str, lang: str) -> str:
    """A folded content without the source that opens it ("selon X, qui en juge, …")."""
    said = _listed("according", lang).match(plain)
    if said is None or "," not in plain:
        return plain
    told = plain.partition(",")[2].lstrip()
    aside = _listed("relatives", lang).match(told)
    return told.partition(",")[2].lstrip() if aside and "," in told else told


def denied_clause(text: str, lang: str) -> str:
    """Return the part of a main clause that denies, where a clause with an empty subject stands beside one
    ("the pier is open, there is no danger left"); else all of it."""
    clause = main_clause(text, lang)
    parts = _spliced(lang).split(clause)
    denying = [part for part in parts if negated(part, lang)]
    return " ".join(denying) if denying else clause


@cache
def _spliced(lang: str) -> re.Pattern[str]:
    """A comma in front of a clause whose subject is empty."""
    return re.compile(rf", (?={_listed('empty_subjects', lang).pattern})")


def denies(text: str, lang: str) -> bool:
    """Tell whether the main clause of a content denies; a cleft that gives one thing for another does not."""
    return negated(main_clause(text, lang), lang) and not cleft(text, lang)


def denied_of(text: str, lang: str) -> str:
    """Return the words of a main clause before its first negative word: mostly its subject."""
    clause = main_clause(text, lang)
    first = min(negations(clause, lang), default=None)
    return _BEFORE.split(clause[: first.start] if first else "")[0]


def unproven(text: str, lang: str) -> bool:
    """Tell whether a wording says that something is not shown ("no evidence that", "n'est pas établi")."""
    return bool(_listed("unproven", lang).search(fold(text)))


def litotes(text: str, lang: str) -> bool:
    """Tell whether a wording negates a denial ("did not deny that", "n'exclut pas que")."""
    return bool(_listed("litotes", lang).search(fold(text)))


def provisional(text: str, lang: str) -> bool:
    """Tell whether a wording speaks only of the time until now ("so far", "pas encore")."""
    return bool(_listed("provisional", lang).search(fold(text)))


def unperceived(text: str, lang: str) -> bool:
    """Tell whether somebody only did not see, hear, know or remember it ("he heard no shot")."""
    return bool(_listed("unperceived", lang).search(fold(text)))


def unsettled(text: str, lang: str) -> bool:
    """Tell whether a wording leaves open whether its content is so ("we wait to know whether")."""
    return bool(_listed("unsettled", lang).search(fold(text)))


def promises(text: str, lang: str) -> bool:
    """Tell whether a headline only promises to tell something ("what we know")."""
    return bool(_listed("promises", lang).search(fold(text)))


@cache
def _listed(name: str, lang: str) -> re.Pattern[str]:
    tables = pack.everywhere("negation")
    chosen = [tables[lang]] if lang in tables else list(tables.values())
    return _any_of([w for t in chosen for w in t.get(name, ())])


def placed(spans: Spans, offset: int) -> list[Span]:
    """Return spans of a slice as spans of the text that the slice was cut from."""
    return [Span(s.start + offset, s.end + offset) for s in spans]
