"""What goes wrong in a request, said in the words of the interface; no trace is ever shown."""

from __future__ import annotations


class Fault(Exception):
    """A request that cannot be answered: key of the words to say, and what to put in them."""

    status = 400

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class NotFound(Fault):
    """Nothing in the dossier answers to that name."""

    status = 404


class Refused(Fault):
    """The request may not be made from there."""

    status = 403


class TooLong(Fault):
    """More was sent than one page takes."""

    status = 413


class Busy(Fault):
    """Somebody else is writing."""

    status = 503
