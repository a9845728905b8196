"""Which part of a picture is shown, and what tells a picture that is shown from every other."""

from __future__ import annotations

from typing import NamedTuple


class Crop(NamedTuple):
    """Which part of a picture is shown: edges in shares of it, from the left and the top, its shape (wide to high, 0 for as it is).

    `across` and `down` are the middle of what must stay, in shares of what is shown.
    """

    left: float = 0
    top: float = 0
    right: float = 1
    bottom: float = 1
    shape: float = 0
    across: float = 0.5
    down: float = 0.5


WHOLE = Crop()


def shown_as(file: str, crop: Crop) -> str:
    """Return what tells a picture from every other that is shown: its file, and which part of that."""
    return file if crop == WHOLE else f"{file} {' '.join(f'{one:g}' for one in crop)}"
