"""When documents came out, on one clock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from selon.model.document import Precision, Published

_ZONE = re.compile(r"(?P<sign>[+−-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?")
_FIRST, _LAST = 1400, 2200
"""Years that a page can have: others are misread and would stretch every drawing."""
_FINE = (Precision.minute, Precision.second)


@dataclass(frozen=True)
class Moment:
    """A stretch of time in UTC; `exact` when the hour is printed. `zoned` tells whether the zone is, too."""

    start: datetime
    end: datetime
    exact: bool
    zoned: bool


def moment(when: Published | None) -> Moment | None:
    """Return when a document came out; a day or a month is a stretch, None means undated.

    A printed time without a zone is taken as it stands, for want of anything better.
    """
    if when is None or when.value is None or when.precision is Precision.none:
        return None
    exact = when.precision in _FINE and len(when.value) > 10
    try:
        start = _local(when.value if exact else when.value[:10])
    except ValueError:
        return None
    if not _FIRST <= start.year <= _LAST:
        return None
    end = start if exact else _after(start, len(when.value[:10]))
    shift = offset(when.zone)
    back = shift or timedelta()
    return Moment(start - back, end - back, exact, shift is not None)


def _local(value: str) -> datetime:
    filled = value + "0001-01-01"[len(value) :] if len(value) < 10 else value
    return datetime.fromisoformat(filled).replace(tzinfo=UTC)


def _after(start: datetime, length: int) -> datetime:
    if length == 10:
        return start + timedelta(days=1)
    if length == 7:
        return (start.replace(day=28) + timedelta(days=4)).replace(day=1)
    return start.replace(year=start.year + 1)


def offset(zone: str | None) -> timedelta | None:
    """Return a printed zone (`Z`, `+02:00`) as a length of time, None where none can be read."""
    if zone in ("Z", "UTC"):
        return timedelta()
    found = _ZONE.fullmatch(zone or "")
    if found is None:
        return None
    sign = 1 if found["sign"] == "+" else -1
    return sign * timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))


def order(when: Published | None, ident: str) -> tuple[str, str]:
    """Return the key that puts documents in the order of publication.

    A day without an hour comes after the hours of that day; undated documents are last.
    """
    found = moment(when)
    return (found.end.isoformat() if found else "9999", ident)
