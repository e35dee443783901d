"""Memory that a stage took and has freed, given back to the system before the next one takes its own."""

from __future__ import annotations

import ctypes
from contextlib import suppress


def give_back() -> None:
    """Ask the C library for what it holds back of freed memory; where it knows no such call, nothing happens.

    glibc keeps what many small blocks and threads have freed.
    """
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
