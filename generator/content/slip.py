"""The one error of the small readers (quantity, period): a message and its cure, which the reader turns into a diagnostic."""

from __future__ import annotations


class NotUnderstoodError(ValueError):
    """Words that mean nothing here: `message` says why, `hint` the cure (may be empty), `code` the diagnostic's name."""

    code = "not-understood"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class QuantityError(NotUnderstoodError):
    """A text that is no quantity."""

    code = "bad-quantity"


class PeriodError(NotUnderstoodError):
    """A text that is no period, or a date that no calendar has."""

    code = "bad-date"
