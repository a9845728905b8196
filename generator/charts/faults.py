"""What a chart says when it may not be drawn: what is wrong, a cure, and the author's item that it came from."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from generator.diagnostics import Diagnostic, Severity, Span, Words, said

Try = TypeVar("Try")
Made = TypeVar("Made")


class ChartError(ValueError):
    """A chart that would mislead, or that its place cannot hold.

    A `warning` is told and the chart drawn all the same: the author may overrule it in writing.
    """

    def __init__(self, says: Words, hint: Words, origin: str, *, warning: bool = False) -> None:
        super().__init__(str(says))
        self.says, self.hint, self.origin, self.warning = says, hint, origin, warning

    @property
    def for_want_of_room(self) -> bool:
        """Tell whether it is the place that cannot hold it."""
        return self.says.code == "does-not-fit"

    def told(self, places: Mapping[str, Span], origin: str) -> Diagnostic:
        """Return the fault at its line, or at the chart's (`origin`) where its item has none of its own."""
        severity = Severity.WARNING if self.warning else Severity.ERROR
        return Diagnostic(severity, self.says, places.get(self.origin) or places.get(origin), hints=(self.hint,))


def too_narrow(origin: str, says: Words) -> ChartError:
    """Return the refusal of a picture that is wider than its place, even in the smallest type."""
    return ChartError(says, said("hint.shorten-labels"), origin)


def first(make: Callable[[Try], Made], tries: Iterable[Try]) -> Made:
    """Return what is made of the first try that is not refused; raises the last refusal."""
    for one in tries:
        try:
            return make(one)
        except ChartError as refusal:
            fault = refusal
    raise fault
