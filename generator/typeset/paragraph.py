"""A paragraph, set: spans of styled text and a setting in, placed glyphs out (W3C CLREQ, GB/T 15834-2011, GB/T 15835-2011).

The way of a paragraph: `strip` cuts the text into atoms and joints (`tokens`, `numerals`, `shaping`, by the tables of
`spacing` and `breaks`), `fit` finds the line ends over the whole of it, `lines` sets each line, `justify` makes it flush.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.drawing import Role
from generator.typeset.fit import fitted
from generator.typeset.lines import Press
from generator.typeset.model import Align, Composed, Line, Setting
from generator.typeset.strip import Strip, merged, strips

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.fonts.library import Library
    from generator.typeset.model import Span
    from generator.units import Length

UNBOUNDED: Length = 10**12
"""A measure that no line reaches: some 28 kilometres."""


def compose(
    spans: Sequence[Span], setting: Setting, library: Library, *, origin: str = "", role: Role = Role.PARAGRAPH
) -> Composed:
    """Set a paragraph; raises nothing: a piece wider than the measure is torn at its least bad place, or stands out.

    A typed line end begins a new line, and text without characters has no lines.
    """
    kept = merged(spans)
    press = Press(kept, setting, library, origin, role)
    made = enumerate(strips(kept, setting, library))
    return Composed(tuple(line for index, strip in made for line in _lines(press, strip, first=index == 0)), setting)


def _lines(press: Press, strip: Strip, *, first: bool) -> Iterator[Line]:
    indent = press.setting.indent if first else 0
    hyphens = {at: press.hyphen(strip.owners[at]).width for at, joint in enumerate(strip.joints) if joint.hyphen}
    for start, end in fitted(strip, press.setting, indent, hyphens):
        yield press.line(strip, start, end, indent if start == 0 else 0)


def natural_width(spans: Sequence[Span], library: Library) -> Length:
    """Return the width of these spans on one unbroken line, in EMU; of the widest where line ends are typed."""
    setting = Setting(UNBOUNDED, 0, Align.LEFT)
    return compose(spans, setting, library).width
