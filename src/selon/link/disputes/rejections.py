"""The wordings of a rebuttal: that something said before is rejected, by shapes filled from the packs.

The shapes are those of a demonstrative, a definite or a pronoun with a word that rejects; what is said
("these claims"), counted ("these figures") or who says it ("these witnesses") gives the level.
"""

from __future__ import annotations

import re
from functools import cache

from selon.languages import pack
from selon.link import wording
from selon.model.claim import DisputeLevel
from selon.model.span import Span
from selon.text import polarity
from selon.text.alternation import either
from selon.text.normalise import fold, folded

_NEAR = 70
"""Code points between the word that rejects and the thing that is rejected."""
_CLOSE = 40
"""The same where both stand after a comma ("a claim that the mayor of the town rejects")."""


def rejection(sentence: str, lang: str) -> DisputeLevel | None:
    """Whether a sentence rejects what stands before it, and what of it."""
    plain = fold(sentence)
    forms = _patterns(lang)
    if not any(word in plain for word in _signs(lang)):
        return None
    if forms["figure"].search(plain) or forms["counted"].search(plain):
        return DisputeLevel.figure
    if forms["source"].search(plain):
        return DisputeLevel.source
    said = any(
        forms[name].search(plain)
        for name in (
            "pointed",
            "defined",
            "headed",
            "contrary",
            "against",
            "bare",
            "wholly",
            "false",
            "shame",
            "label",
            "how",
        )
    )
    return DisputeLevel.denies if said or next_before(sentence, lang) else None


@cache
def _signs(lang: str) -> frozenset[str]:
    """The words of which each shape of a rejection has one, without those that hold another: most sentences
    have none."""
    table = pack.table(lang, "rebuttals")
    words = {word for name in _SIGNS for word in table.get(name, ())}
    return frozenset(w for w in words if not any(v in w for v in words - {w}))


def apposed(sentence: str, lang: str) -> int | None:
    """Return where a sentence rejects its own words before a comma ("…, a claim that the mayor denies")."""
    plain = folded(sentence)
    forms = _patterns(lang)
    found = forms["apposed"].search(plain.text) or forms["unborne"].search(plain.text)
    return plain.back(*found.span()).start if found else None


def contested(sentence: str, lang: str) -> tuple[Span, Span] | None:
    """Return where a sentence calls a count contested, and by whom ("figures disputed by the marchers")."""
    plain = folded(sentence)
    found = _patterns(lang)["counted"].search(plain.text)
    if found is None or not found["who"].strip():
        return None
    return plain.back(*found.span()), plain.back(*found.span("who"))


def refused(text: str, lang: str) -> str | None:
    """Return the stem of what a wording rejects as a thing said ("réfuter la thèse d'un accident"), "" where
    it is not named, None where nothing is rejected so."""
    found = _patterns(lang)["refuses"].search(fold(text))
    if found is None:
        return None
    return next(iter(wording.stems(fold(text)[found.end() :], lang)), "")


def thing(sentence: str, lang: str) -> tuple[int, int] | None:
    """Return where a folded sentence names what is said as a thing ("version", "claims")."""
    found = _patterns(lang)["thesis"].search(sentence)
    return found.span() if found else None


def points(sentence: str, lang: str) -> bool:
    """Tell whether a sentence points at one thing said ("this argument")."""
    return bool(_patterns(lang)["this"].search(fold(sentence)))


def next_before(sentence: str, lang: str) -> bool:
    """Tell whether a sentence rejects what stands right before it, whatever that is ("denies this call")."""
    said = _patterns(lang)["disclaimed"].search(fold(sentence))
    return said is not None and not polarity.litotes(sentence, lang)


def goes_on(sentence: str, lang: str) -> bool:
    """Tell whether what was just said rejects something else ("This contradicts the version of X")."""
    return bool(_patterns(lang)["fresh"].search(fold(sentence)))


@cache
def _patterns(lang: str) -> dict[str, re.Pattern[str]]:
    """The shapes of a rebuttal, on folded text, by name."""
    t = {name: either(forms) for name, forms in pack.table(lang, "rebuttals").items()}
    if not t:
        return dict.fromkeys(_SHAPES, re.compile("(?!)"))
    return {
        name: re.compile(shape.format(gap=_GAP.format(_NEAR), brief=_BRIEF.format(_CLOSE, **t), **t))
        for name, shape in _SHAPES.items()
    }


_SIGNS = (
    "rejects",
    "contrary",
    "against",
    "bare",
    "wholly",
    "false",
    "shame",
    "labels",
    "contests",
    "more",
    "distrust",
    "disclaims",
    "how",
)
_GAP = "[^.;!?]{{0,{}}}?"
_BRIEF = r"(?:(?!(?<!\w){turned}(?:(?<=')|(?!\w)))[^.,;!?]){{0,{}}}?"
_BRACKET = r"(?: ?\(| [–—-] )"
_ASIDE = rf"(?:, |{_BRACKET})"
"""What parts words from a remark on them."""
_THING = r"(?<!\w){pointing} (?:\w+ )?{theses}(?!\w)"
_COUNT = r"(?<!\w)(?:{pointing}|{the}) (?:\w+ )?{figures}(?!\w)"
_SHAPES = {
    "thesis": r"{theses}(?!\w)",
    "pointed": rf"{_THING}{{gap}}(?<!\w){{rejects}}|(?<!\w){{rejects}}{{gap}}{_THING}",
    "defined": r"(?<!\w){rejects}\w*(?: \w+)? {the} ?(?:\w+ )?{theses}(?!\w)(?! ?{whose}(?!\w))",
    "refuses": r"(?<!\w){rejects}{gap}(?<!\w){theses} {whose}",
    "contrary": r"(?<!\w){said} {contrary}(?!\w)",
    "against": r"(?<!\w){against}(?:(?<=')|(?!\w)){gap}(?<!\w)(?:{said}|{saying}|{theses})(?!\w)",
    "bare": r"(?<!\w){bare}(?: \w+(?:ment|ly))?[ .!?\")]*$",
    "wholly": r"(?<!\w){wholly}(?: {altogether})?(?=\W*$|,| {goes_on} )",
    "false": r"^\W*{opens} (?:\w+ )?{false}(?!\w)",
    "shame": r"(?<!\w){shame}{gap}(?<!\w){saying} {so}[ .!?]*(?:\"|$)",
    "label": r"^\W*{opens} (?:\w+ ){{0,3}}{labels}(?!\w)",
    "figure": rf"{_COUNT}{{gap}}(?<!\w){{contests}}|(?<!\w){{counted}} (?:\w+ ){{{{0,4}}}}{{more}}(?!\w)",
    "apposed": rf"{_ASIDE}(?:{{one}} (?:\w+ )?{{theses}}|{{which}})(?:(?<=')|(?!\w))"
    r"{brief}(?<!\w){rejects}"
    rf"|{_BRACKET}{{brief}}(?<!\w){{rejects}}\w*(?: \w+)? {{the}} ?(?:\w+ )?{{theses}}(?!\w)",
    "headed": r"^\W*{one} (?:\w+ )?{theses}(?!\w){brief}(?<!\w){rejects}",
    "counted": r"(?<!\w){figures}(?!\w){gap}(?<!\w){contests}\w*{brief}(?<!\w){by}(?!\w)"
    rf"(?P<who>[^.,;:!?()]{{{{0,{_CLOSE}}}}})",
    "unborne": rf"{_ASIDE}{{which_is}} {{unborne}}(?!\w)",
    "how": r"^\W*{how} {uttering}(?!\w)",
    "disclaimed": r"(?<!\w){disclaims}(?: \w+(?:ment|ly))? "
    r"(?:{pointing}(?:(?<=')|(?!\w))|{the} ?{called}(?!\w))",
    "this": r"(?<!\w){this} (?:\w+ )?{theses}(?!\w)",
    "fresh": r"^\W*{so} {rejects}",
    "source": r"(?<!\w){pointing} {sources}(?!\w){gap}(?<!\w){distrust}(?!\w)",
}
