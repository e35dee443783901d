"""The words of the interface, in French or English, with the typography of each language.

Phrases are gettext catalogues (locale/LANG/LC_MESSAGES/selon.po) whose msgids name a place of the interface;
numbers, months and names of languages come from CLDR through Babel.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from gettext import c2py
from importlib import resources

from babel import Locale
from babel.dates import get_month_names
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from selon.errors import UsageError
from selon.languages.coverage import Partly
from selon.languages.pack import FULL, kind
from selon.model.document import Precision, Published
from selon.model.moment import moment

LANGUAGES = ("en", "fr")

_ZONE = re.compile(r"(?P<sign>[+−-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?")
_THIN = re.compile(r" (?=[;?!»])|(?<=«) ")
_WIDE = re.compile(r" (?=:(?:\s|$))")


def french(text: str) -> str:
    """Return interface text with U+202F before `; ? !` and inside « », and U+00A0 before a colon."""
    return _WIDE.sub("\u00a0", _THIN.sub("\u202f", text))


class Words:
    """Interface words of one language: call it with a dotted key and the values to put in."""

    def __init__(self, lang: str, catalogue: Catalog) -> None:
        self.lang = lang
        self._phrases = {str(m.id): m.string for m in catalogue if isinstance(m.id, str)}
        self._units = {m.id[0]: tuple(m.string or ()) for m in catalogue if not isinstance(m.id, str)}
        self._plural: Callable[[int], int] = c2py(catalogue.plural_expr)
        self._locale = Locale.parse(_REGIONS[lang])
        self._space = french if lang == "fr" else str

    def __call__(self, key: str, **values: object) -> Markup:
        """Return the phrase as safe HTML; values that are not markup are escaped."""
        return Markup(escape(self._pattern(key))).format(**values)

    def plain(self, key: str, **values: object) -> str:
        """Return the phrase as plain text; the values are left as they are."""
        return self._pattern(key).format(**values)

    def has(self, key: str) -> bool:
        """Tell whether there is a phrase for `key`."""
        return key in self._phrases

    def unit(self, what: str, count: int) -> str:
        """Return the unit alone in the right number: 'articles'."""
        return str(self._units[f"count.{what}"][self._plural(abs(count))])

    def count(self, what: str, count: int) -> str:
        """Return a number with its unit: '3 articles'."""
        return f"{self.number(count)}\u00a0{self.unit(what, count)}"

    def number(self, value: float) -> str:
        """Return a number as the language writes it."""
        return str(format_decimal(value, format="#,##0.##########", locale=self._locale))

    def spelled(self, value: int) -> str:
        """Return a small number in words, a larger one in figures: 'two', '1,204'."""
        small = self._pattern("numbers").split()
        return small[value - 1] if 0 < value <= len(small) else self.number(value)

    def opening(self, value: int) -> str:
        """Return a number that begins a sentence."""
        word = self.spelled(value)
        return word[:1].upper() + word[1:]

    def language(self, code: str) -> str:
        """Return the name of a language, or its code when there is none."""
        return str(self._locale.languages.get(code, code))

    def tongue(self, code: str) -> str:
        """Return the name that a language gives itself, with a capital: 'Français'."""
        name = Locale.parse(code).get_language_name(code) or code
        return name[:1].upper() + name[1:]

    def partly(self, found: Partly) -> str:
        """Return '3 documents in German: light language pack, read without a parser'."""
        documents, how = self.count("documents", found.documents), self.plain(f"reading.{found.kind}")
        return self.plain("reading.line", documents=documents, lang=self.language(found.lang), how=how)

    def reading(self, code: str) -> str:
        """Return how documents of a language are read, nothing where a parser reads them."""
        return self.plain(f"reading.{kind(code)}") if kind(code) != FULL else ""

    def series(self, items: list[str], most: int = 99) -> Markup:
        """Return items as a series; beyond `most` the rest is counted."""
        shown = [escape(i) for i in items[:most]]
        if left := len(items) - most:
            shown.extend([self("series.more", n=left)] if left > 0 else [])
        head = Markup(", ").join(shown[:-1])
        return self("series.and", head=head, last=shown[-1]) if len(shown) > 1 else Markup("").join(shown)

    def date(self, when: Published | None, year: bool = False, hour: bool = True) -> str:
        """Return a printed date as far as it is known: '4 mars 05:12', 'mars 2025', 'non daté'."""
        if when is None or when.value is None or when.precision is Precision.none:
            return self.plain("date.none")
        day = self.day(when.value[:10], year or len(when.value) < 10)
        clock = when.value[11:16] if hour and when.precision in (Precision.minute, Precision.second) else ""
        return f"{day} {clock}".strip()

    def instant(self, when: str) -> str:
        """Return a moment in UTC (ISO 8601) as day and hour; nothing for one that is not known."""
        if not when or when.startswith("9999"):
            return self.plain("date.none")
        return f"{self.day(when[:10])} {when[11:16]}".strip()

    def zone(self, zone: str) -> str:
        """Return a printed time zone as hours from universal time: 'UTC+2'; a name stands as it is."""
        found = _ZONE.fullmatch(zone)
        if found is None:
            return "UTC" if zone in ("Z", "GMT") else zone
        hours, minutes = int(found["hours"]), found["minutes"] or "00"
        beside = "" if minutes == "00" else f":{minutes}"
        sign = "+" if found["sign"] == "+" else "−"
        return f"UTC{sign}{hours}{beside}" if hours or beside else "UTC"

    def utc(self, when: Published | None) -> str:
        """Return a printed hour in universal time, with its day where that is another; else nothing."""
        at = moment(when)
        if when is None or when.value is None or at is None or not (at.exact and at.zoned):
            return ""
        clock, day = f"{at.start:%H:%M} UTC", f"{at.start:%Y-%m-%d}"
        same = day == when.value[:10]
        return (
            ("" if clock[:5] == when.value[11:16] else clock) if same else f"{self.day(day, False)} {clock}"
        )

    def period(self, first: str, last: str) -> str:
        """Return two dates 'YYYY[-MM[-DD]]' as a stretch of time; what two days share stands once."""
        if first == last:
            return self.plain("date.on" if len(first) == 10 else "date.in", day=self.day(first))
        begun = self.day(first, first[:4] != last[:4] or len(first) < 10)
        if len(first) == len(last) == 10 and first[:7] == last[:7]:
            begun = self._day_number(int(first[8:]))
        return self.plain("date.from_to", first=begun, last=self.day(last))

    def day(self, value: str, year: bool = True) -> str:
        """Return 'YYYY[-MM[-DD]]' in words."""
        pieces = value.split("-")
        if len(pieces) == 1:
            return value
        month = get_month_names("wide", locale=self._locale)[int(pieces[1])]
        number = self._day_number(int(pieces[2])) if len(pieces) > 2 else ""
        return " ".join(p for p in (number, month, pieces[0] if year else "") if p)

    def _day_number(self, number: int) -> str:
        return self.plain("date.first") if number == 1 else str(number)

    def _pattern(self, key: str) -> str:
        return self._space(str(self._phrases[key]))


_REGIONS = {"en": "en_GB", "fr": "fr_FR"}


@cache
def words(lang: str) -> Words:
    """Return the interface words of `lang`; raises UsageError for a language that has none."""
    if lang not in LANGUAGES:
        raise UsageError(f"no interface words for language {lang!r}: choose fr or en")
    return Words(lang, catalogue(lang))


def catalogue(lang: str) -> Catalog:
    """Return the gettext catalogue of `lang`."""
    path = resources.files("selon.report") / "locale" / lang / "LC_MESSAGES" / "selon.po"
    with path.open("rb") as file:
        return read_po(file, locale=lang, abort_invalid=True)
