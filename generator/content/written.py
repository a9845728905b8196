"""Where the author wrote a character: the texts of the file in, the places of a character in them out. Nothing is read until asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.content.nodes import Scalar
    from generator.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Written:
    """The texts of a content file that may be printed; comments and reasons are not among them."""

    scalars: tuple[Scalar, ...] = ()

    def places(self, char: str) -> tuple[Span, ...]:
        """Return where a character stands, in the order of the file."""
        return tuple(span for scalar in self.scalars if char in scalar.text for span in _places(scalar, char))


def _places(scalar: Scalar, char: str) -> tuple[Span, ...]:
    marked = zip(scalar.text, scalar.places(), strict=False)
    return tuple(scalar.file.span(place) for one, place in marked if one == char)
