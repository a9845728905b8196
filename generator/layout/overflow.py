"""What does not fit: the one place where layout puts it into words.

In: what a place cannot hold, how much it takes and how much there is room for. Out: a `does-not-fit` error at the author's line, which
travels with the item that is at fault (`Group.faults`, `Composed.faults`, `Slide.faults`) to the finished page or slide.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Severity, said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diagnostics import Span, Words


@dataclass(frozen=True, slots=True)
class Overflow:
    """What is too much for its place: `what` and `where` by name, how much it takes and there is room for, in `unit`s of the catalog.

    `excess` is by how much it is too long, in characters unless the cure says otherwise; the cure is the author's way out where that is
    more than making it shorter.
    """

    what: Words
    where: Words
    taken: int
    room: int
    origin: str
    unit: str = "lines"
    cure: Words | None = None
    excess: int = 0

    def told(self, places: Mapping[str, Span], place: Words | None = None) -> Diagnostic:
        """Return the error at the author's line; `place` names the slide where the content has no such line."""
        taken, room = (said(f"count.{self.unit}", count=count) for count in (self.taken, self.room))
        says = said("does-not-fit.room", what=self.what, where=self.where, taken=taken, room=room)
        cures = (said("hint.too-long", count=self.excess),) if self.excess else ()
        span = places.get(self.origin)
        return Diagnostic(Severity.ERROR, says, span, None if span else place, (*cures, *((self.cure,) if self.cure else ())))
