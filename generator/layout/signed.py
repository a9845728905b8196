"""The organization's sign as it was read, its own colour on plates as its author gave that by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pictures.inks import with_known
from generator.pictures.model import Vectors

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.design.look import Look
    from generator.document.model import Picture
    from generator.pictures.model import Picture as Shown


def signed(logo: Picture | None, pictures: Mapping[str, Shown], look: Look) -> Shown | None:
    """Return the sign of a report, None where it has none."""
    shown = pictures.get(logo.shown) if logo else None
    return with_known(shown, (look.brand,)) if isinstance(shown, Vectors) else shown
