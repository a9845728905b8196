"""Colours as plates: which inks a colour of a print file puts on paper, and how much of each (ISO 32000-1, 8.6).

In: a colour space of the resources or an operator's own, and the numbers that set a colour in it. Out: a `Colour`. Spaces that a
press has no plates for (RGB, Lab …) are told by their family; their plates are by the plain complement, the least that they take.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Sequence

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
"""The four plates of every press, by the names of their inks."""
ALL, NONE = "All", "None"
"""The ink that every plate has, and the one that none has (ISO 32000-1, 8.6.6.4)."""
GRAY, RGB, CMYK, LAB = "DeviceGray", "DeviceRGB", "DeviceCMYK", "Lab"
NAMED = frozenset({"Separation", "DeviceN"})
PATTERN, INDEXED, ICC = "Pattern", "Indexed", "ICCBased"
PLATED = frozenset({GRAY, CMYK, *NAMED})
"""Families whose numbers are plates."""
SHORT = {"G": GRAY, "RGB": RGB, "CMYK": CMYK, "I": INDEXED}
CHANNELS = {1: GRAY, 3: RGB, 4: CMYK}
LIGHTEST = 100
"""L* of white."""
LEAST = 1e-4
"""A tint that is none."""

Stack = tuple[tuple[str, float], ...]
"""Inks one over another: each plate's name and tint (0 to 1), those at nought left out, in the order of names."""


class Colour(NamedTuple):
    """A colour: the family of its space, and every ink that it speaks of with its tint, nought too."""

    family: str
    inks: Stack

    @property
    def stack(self) -> Stack:
        """What it puts on paper."""
        return tuple(sorted([(name, tint) for name, tint in self.inks if tint > LEAST]))

    @property
    def is_white(self) -> bool:
        """Tell whether it is bare paper."""
        return self.family != PATTERN and not self.stack

    @property
    def is_black(self) -> bool:
        """Tell whether it is full black and no other ink."""
        return self.stack == (("Black", 1.0),)

    @property
    def registers(self) -> bool:
        """Tell whether it is the ink of registration marks, on every plate that there may be."""
        return self.family == ALL

    @property
    def spots(self) -> tuple[str, ...]:
        """The inks beside the four."""
        return tuple(name for name, _ in self.inks if name not in PROCESS)


class Space(NamedTuple):
    """A colour space: `kind` by whose numbers it is read, `family` by which it is told, and the inks that it names."""

    family: str
    kind: str
    names: tuple[str, ...] = ()
    base: Space | None = None
    table: bytes = b""

    def colour(self, numbers: Sequence[float]) -> Colour:
        """Return the colour of some numbers."""
        return _colour(self, tuple(numbers))

    @property
    def width(self) -> int:
        """How many numbers a colour has."""
        return len(self.names) or {GRAY: 1, CMYK: 4}.get(self.kind, 3)

    @property
    def first(self) -> Colour:
        """The colour that stands when the space is set (ISO 32000-1, 8.6.5 and 8.6.6)."""
        first = {CMYK: (0.0, 0.0, 0.0, 1.0), RGB: (0.0,) * 3, PATTERN: (), LAB: (0.0,) * 3}
        return self.colour(first.get(self.kind, (1.0,) * len(self.names) if self.names else (0.0,)))


@lru_cache(maxsize=1024)
def _colour(space: Space, numbers: tuple[float, ...]) -> Colour:
    if space.kind == INDEXED and space.base and numbers:
        width, at = space.base.width, int(numbers[0])
        return Colour(space.family, space.base.colour([one / 255 for one in space.table[at * width : (at + 1) * width]]).inks)
    if space.kind in NAMED:
        if ALL in space.names:
            return Colour(ALL, tuple((name, numbers[0]) for name in PROCESS))
        return Colour(space.family, tuple((name, one) for name, one in zip(space.names, numbers, strict=False) if name != NONE))
    return Colour(space.family, _process(space.kind, numbers))


def _process(kind: str, numbers: Sequence[float]) -> Stack:
    if not numbers or kind == PATTERN:
        return ()
    if kind == GRAY:
        return _four((0, 0, 0, 1 - numbers[0]))
    if kind == LAB:
        return _four((0, 0, 0, 1 - numbers[0] / LIGHTEST))
    return _four(tuple(numbers) if kind == CMYK else (*(1 - one for one in numbers), 0))


def _four(tints: Sequence[float]) -> Stack:
    return tuple(zip(PROCESS, map(float, tints), strict=True))


PLAIN = {name: Space(name, name) for name in (GRAY, RGB, CMYK)}


def space_of(resources: Any, name: str) -> Space:  # noqa: ANN401 - a pikepdf dictionary
    """Return the space of a name; one of the device's own may be redefined by the resources (ISO 32000-1, 8.6.5.6)."""
    spaces = resources.get("/ColorSpace", {})
    bare = SHORT.get(name[1:], name[1:])
    if bare in PLAIN:
        usual = spaces.get(f"/Default{bare.removeprefix('Device')}")
        return PLAIN[bare] if usual is None else read_space(usual)
    return read_space(spaces.get(name, pikepdf.Name(name)))


def read_space(found: Any) -> Space:  # noqa: ANN401 - a name or an array
    """Return a colour space as the file writes it."""
    parts = list(found) if isinstance(found, pikepdf.Array) else [found]
    family = SHORT.get(str(parts[0])[1:], str(parts[0])[1:])
    if family == ICC:
        return Space(ICC, CHANNELS.get(int(parts[1]["/N"]), RGB))
    if family in NAMED:
        names = list(parts[1]) if isinstance(parts[1], pikepdf.Array) else [parts[1]]
        return Space(family, family, tuple(str(one)[1:] for one in names))
    if family == INDEXED:
        base, table = read_space(parts[1]), parts[3]
        data = table.read_bytes() if isinstance(table, pikepdf.Stream) else bytes(table)
        return Space(base.family, INDEXED, (), base, data)
    return Space(family, {"CalGray": GRAY, "CalRGB": RGB}.get(family, family))
