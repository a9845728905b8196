"""How a content stream paints, as a press reads it: each mark with its plates, and whether it prints over what is under it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

SHOWN, FILLED, STROKED, BOTH = "TJ", "f", "S", "B"
ALL = "All"
"""What stands for the registration ink in place of plates."""


class Mark(NamedTuple):
    """What one operator painted: `inks` are per cent of C, M, Y and K, or ALL; `size` that of type, the weight of a line."""

    operator: str
    inks: tuple[object, ...]
    over: bool
    size: float


@dataclass
class Press:
    """Follows the graphics state through a page and keeps every operator's name."""

    page: pikepdf.Page
    used: set[str] = field(default_factory=set)

    def marks(self) -> Iterator[Mark]:
        fill = stroke = None
        over, size, weight = False, 0.0, 1.0
        states = self.page.Resources.ExtGState
        for operands, name in pikepdf.parse_content_stream(self.page):
            operator = str(name)
            self.used.add(operator)
            if operator == "k":
                fill = tuple(round(float(one) * 100) for one in operands)
            elif operator == "K":
                stroke = tuple(round(float(one) * 100) for one in operands)
            elif operator in {"scn", "SCN"}:
                assert [float(one) for one in operands] == [1]
                fill, stroke = (ALL, stroke) if operator == "scn" else (fill, ALL)
            elif operator == "gs":
                state = states[str(operands[0])]
                over = bool(state.OP) and bool(state.op)
                assert bool(state.OP) == bool(state.op)
                assert int(state.OPM) == int(over)
            elif operator == "Tf":
                size = float(operands[1])
            elif operator == "w":
                weight = float(operands[0])
            elif operator in {SHOWN, FILLED, STROKED, BOTH}:
                inks = {SHOWN: (fill,), FILLED: (fill,), STROKED: (stroke,), BOTH: (fill, stroke)}[operator]
                yield Mark(operator, inks, over, size if operator == SHOWN else weight)
