"""The one tree of errors: each kind says who must act."""

from __future__ import annotations


class SelonError(Exception):
    """Root of every error that selon raises on purpose."""


class UsageError(SelonError):
    """The caller asked for something impossible; the message says what to do. Exit code 2."""


class RecordError(SelonError):
    """One record cannot be used; it is set aside with this reason and the run goes on."""

    def __init__(self, record: str, reason: str) -> None:
        super().__init__(f"{record}: {reason}")
        self.record = record
        self.reason = reason

    def __reduce__(self) -> tuple[type[RecordError], tuple[str, str]]:
        return type(self), (self.record, self.reason)


class ShardError(SelonError):
    """A unit of work failed for a passing reason and may be tried again."""


class StoreError(SelonError):
    """The dossier cannot be trusted or written; the run stops."""
