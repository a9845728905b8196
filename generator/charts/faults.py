"""What a chart says when it may not be drawn: a message, a cure, and the author's item that it came from."""

from __future__ import annotations


class ChartError(ValueError):
    """A chart that would mislead, or that its place cannot hold; message and hint are printed as a diagnostic's.

    A `warning` is told and the chart drawn all the same: the author may overrule it in writing.
    """

    def __init__(self, message: str, hint: str, origin: str, code: str = "bad-chart", *, warning: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.origin = origin
        self.code = code
        self.warning = warning


DOES_NOT_FIT = "does-not-fit"


def too_narrow(origin: str, message: str) -> ChartError:
    """Return the refusal of a picture that is wider than its place, even in the smallest type."""
    return ChartError(message, "give the chart more width, or shorten its words", origin, DOES_NOT_FIT)
