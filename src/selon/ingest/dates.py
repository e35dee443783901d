"""Dates as printed: found by rule, cut to the precision that the words give, never completed.

A day without a year, a weekday alone, an impossible or future day give no date. Figures alone (03/04/2025)
are read only where the language prints the day first, or where one of them cannot be a month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache

from selon.ingest.lexicon import alternation, date_terms, months, zones
from selon.languages import pack
from selon.model.document import Precision, Published
from selon.model.span import Span
from selon.text.normalise import folded

_FIRST_YEAR = 1700
_TIME = (
    r"(?P<h>[01]?\d|2[0-3])\s?(?:h|:|\.|heures?|horas?)\s?(?P<mi>[0-5]\d)?(?![\d])"
    r"(?::(?P<s>[0-5]\d)(?:[.,]\d+)?)?\s?(?P<half>[ap]\.?\s?m\.?)?"
)
_OFFSET = r"(?:(?:utc|gmt)\s?)?[+\-]\s?\d{1,2}(?::?[0-5]\d)?"


@dataclass(frozen=True)
class Printed:
    """A date in a text: `span` in the text, ISO `value` cut to `precision`, printed `zone` or None."""

    span: Span
    value: str
    precision: Precision
    zone: str | None

    def published(self, basis: str, words: str) -> Published:
        """Return the record of this date as a publication date."""
        return Published(self.value, self.precision, self.zone, basis, words)


@cache
def _pattern() -> re.Pattern[str]:
    month = alternation(tuple(months()))
    named = (
        rf"(?P<d1>[0-3]?\d)(?:er|st|nd|rd|th|o)?\.?\s+(?:de\s+|of\s+)?(?P<m1>{month})\.?,?\s+"
        r"(?:del?\s+)?(?P<y1>\d{4})"
    )
    american = rf"(?P<m2>{month})\.?\s+(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})"
    iso = r"(?P<y3>\d{4})-(?P<m3>\d\d)(?:-(?P<d3>\d\d))?"
    figures = r"(?P<d4>[0-3]?\d)(?P<sep>[/.])(?P<m4>[0-3]?\d)(?P=sep)(?P<y4>\d{4})"
    monthly = rf"(?P<m5>{month})\.?\s+(?:del?\s+)?(?P<y5>\d{{4}})"
    zone = rf"(?P<zone>\s?\(?(?:{_OFFSET}|{alternation(tuple(zones()))})(?!\w)\)?)?"
    at = rf"(?:\s*[,t|·/-]?\s*(?:{alternation(date_terms('at'))}\s+)?{_TIME}{zone})?"
    return re.compile(rf"(?<![\w/.-])(?:{named}|{american}|{iso}|{figures}|{monthly}){at}(?![\d/]|-\d)")


def printed(text: str, lang: str | None = None, latest: date | None = None) -> Iterator[Printed]:
    """Yield every date that `text` prints in full, with its place, in order.

    `lang` decides the order of figures; `latest` is the last day allowed (default tomorrow, UTC).
    """
    derived = folded(text)
    for match in _pattern().finditer(derived.text):
        made = _made(match, lang, latest or _tomorrow())
        if made:
            value, precision, zone = made
            span = derived.back(match.start(), match.start() + len(match.group().rstrip(" ,(")))
            yield Printed(span, value, precision, zone)


def parse_iso(words: str, latest: date | None = None) -> tuple[str, Precision, str | None] | None:
    """Return `(value, precision, zone)` of an ISO 8601 date, or None: not a real past day."""
    words = words.strip()
    found = _ISO.fullmatch(words)
    if found:
        return _checked(_fields(found), found["zone"], latest or _tomorrow())
    return None


_ISO = re.compile(
    r"(?P<y>\d{4})(?:-?(?P<m>\d\d)(?:-?(?P<d>\d\d)"
    r"(?:[T ]+(?P<h>\d\d):?(?P<mi>\d\d)(?::?(?P<s>\d\d)(?:[.,]\d+)?)?"
    r"\s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?)?)?)?"
)


def parse(words: str, lang: str | None, basis: str, latest: date | None = None) -> Published | None:
    """Return the record of a date given as a field (row, meta tag, front matter), or None.

    ISO first, then the first date printed in the words.
    """
    made = parse_iso(words, latest)
    if made:
        return Published(*made, basis, words)
    first = next(printed(words, lang, latest), None)
    return first.published(basis, words) if first else None


def _fields(found: re.Match[str]) -> list[int]:
    got = [found[name] for name in ("y", "m", "d", "h", "mi", "s")]
    return [int(g) for g in got if g is not None]


def _made(match: re.Match[str], lang: str | None, latest: date) -> tuple[str, Precision, str | None] | None:
    day = _day_fields(match, lang)
    if day is None:
        return None
    fields = [*day, *_clock(match)] if len(day) == 3 else day
    return _checked(fields, match["zone"] if len(fields) > 3 else None, latest)


def _day_fields(match: re.Match[str], lang: str | None) -> list[int] | None:
    for n in "1235":
        year = match[f"y{n}"]
        if year:
            month = match[f"m{n}"]
            number = months().get(month) or int(month)
            day = match[f"d{n}"] if n != "5" else None
            return [int(year), number, int(day)] if day else [int(year), number]
    first, second = int(match["d4"]), int(match["m4"])
    if first > 12 or _day_first(lang) or first == second:
        return [int(match["y4"]), second, first]
    return [int(match["y4"]), first, second] if second > 12 else None


def _day_first(lang: str | None) -> bool:
    return bool(lang) and pack.table(str(lang), "dates").get("order") == "dmy"


def _clock(match: re.Match[str]) -> list[int]:
    if match["h"] is None or (match["mi"] is None and match["half"] is None):
        return []
    hour, half = int(match["h"]), match["half"]
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    return [hour, int(match["mi"] or 0), *([int(match["s"])] if match["s"] else [])]


_LEVELS = (Precision.year, Precision.month, Precision.day, Precision.none, Precision.minute, Precision.second)


def _checked(fields: list[int], zone: str | None, latest: date) -> tuple[str, Precision, str | None] | None:
    whole = [*fields, *[1, 1][max(0, len(fields) - 1) :]] if len(fields) < 3 else fields
    try:
        moment = datetime(*whole)  # type: ignore[arg-type]
    except ValueError:
        return None
    if not moment.year >= _FIRST_YEAR or moment.date() > latest:
        return None
    if len(fields) == 6 and fields[5] == 0:
        fields = fields[:5]  # machine stamps write seconds that nobody took
    precision = _LEVELS[len(fields) - 1]
    length = {1: 4, 2: 7, 3: 10, 5: 16, 6: 19}[len(fields)]
    return moment.isoformat()[:length], precision, offset(zone) if len(fields) > 3 else None


def only_zone(words: str) -> bool:
    """Tell whether a short text in brackets only explains a zone: '(local time, UTC-3)'."""
    plain = folded(words).text.strip()
    return (
        plain[:1] == "(" and plain[-1:] == ")" and bool(re.search(rf"(?:{_OFFSET}|\b(?:utc|gmt))\)$", plain))
    )


def offset(zone: str | None) -> str | None:
    """Return a printed zone as `Z` or `+HH:MM`, None when it names no single offset."""
    if not zone:
        return None
    plain = zone.strip(" ()").lower()
    if plain in zones():
        return zones()[plain]
    found = re.search(r"([+-])\s?(\d{1,2}):?(\d\d)?$", plain)
    return f"{found[1]}{int(found[2]):02d}:{found[3] or '00'}" if found else None


def _tomorrow() -> date:
    return datetime.now(UTC).date() + timedelta(days=1)
