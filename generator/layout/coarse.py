"""Whether a picture of the author's is at hand, and has dots enough for the size at which it is shown.

In: a picture, what was read of it, its size. Out: nothing, a warning under 300 dots an inch, an error under 150, each with the size that it
bears.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Severity, said
from generator.drawing import Pixels
from generator.pictures.placing import GOOD, POOR, bears, resolution
from generator.units import EMU_PER_MILLIMETRE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diagnostics import Span
    from generator.document.model import Picture
    from generator.pictures.model import Picture as Shown
    from generator.units import Size


def crowded_out(picture: Picture, places: Mapping[str, Span]) -> Diagnostic:
    """Return that the texts of an opener leave no room for its picture."""
    says, cure = said("crowded-picture.opener", file=picture.file), said("crowded-picture.shorten")
    return Diagnostic(Severity.WARNING, says, places.get(picture.origin), hints=(cure,))


def coarse(picture: Picture, shown: Shown | None, size: Size, places: Mapping[str, Span]) -> tuple[Diagnostic, ...]:
    """Return what there is to tell of a picture at its size."""
    span = places.get(picture.origin)
    if shown is None:
        return (Diagnostic(Severity.ERROR, said("bad-picture.not-read", file=picture.file), span),)
    dots = resolution(shown, size)
    if dots is None or dots >= GOOD or not isinstance(shown, Pixels):
        return ()
    borne = bears(shown, size.width / size.height, least=POOR if dots < POOR else GOOD)
    wide, high = (str(one // EMU_PER_MILLIMETRE) for one in (borne.width, borne.height))
    says = said("coarse-picture.dots", file=picture.file, dots=str(round(dots)), width=str(size.width // EMU_PER_MILLIMETRE))
    hint = said("coarse-picture.bears", width=wide, height=high)
    return (Diagnostic(Severity.ERROR if dots < POOR else Severity.WARNING, says, span, hints=(hint,)),)
