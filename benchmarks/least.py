"""How even lines could be at all: no way of breaking at the places that the rules permit does better.

Run from the checkout: `python -m benchmarks.least`. In: the paragraphs of `texts.py` at twenty widths, cut by our own rules (numbers keep
their units, marks their edges). Out: for each collection, the least number of lines whose content departs by more than a tenth of an em
a joint, and the least that the worst line departs by, each found over all ways; beside them, ours.
"""

from __future__ import annotations

from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.texts import WIDTHS, cases_of, of_collection, of_content
from benchmarks.typeset import INDENT, INK, LEADING, SIZE, heard, ours
from generator.fonts.library import Library
from generator.typeset.cutting import merged, strips
from generator.typeset.model import Setting, Span, Style
from generator.typeset.scale import measured
from generator.units import mm, pt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.texts import Text
    from generator.typeset.scale import Scale
    from generator.typeset.strip import Strip
    from generator.units import Length

SEEN = 0.1
"""Ems a joint from which a line is seen to be pale."""
HYPHEN = 3.4
"""Points that a hyphen takes at the size that is set."""


def least(text: Text, measure: Length, style: Style, library: Library) -> tuple[int, float]:
    """Return the least number of pale lines of a paragraph, and the least that its worst line departs by; the last line is free."""
    setting = Setting(measure, pt(LEADING), indent=pt(INDENT))
    (strip,) = strips(merged([Span(part, style, use) for part, use in text.parts]), setting, library)
    scale = measured(strip, setting, dict.fromkeys(strip.hyphens, pt(HYPHEN)))
    if scale.ends[-1] - scale.start(0) <= measure - setting.indent:
        return 0, 0.0
    count = len(strip.atoms)
    pale, worst = [inf] * (count + 1), [inf] * (count + 1)
    pale[0] = worst[0] = 0
    for start in range(count):
        if pale[start] < inf:
            for end, departs in _lines(strip, scale, start, measure - (0 if start else setting.indent)):
                pale[end] = min(pale[end], pale[start] + (departs > SEEN))
                worst[end] = min(worst[end], max(worst[start], departs))
    return (int(pale[count]), worst[count]) if pale[count] < inf else (0, 0.0)


def _lines(strip: Strip, scale: Scale, start: int, room: Length) -> Iterator[tuple[int, float]]:
    """Yield each permitted line from a start: the atom after its last, and by how many ems a joint it departs from its natural width."""
    limit, characters = scale.start(start) + room, 0
    for last in range(start, len(strip.atoms)):
        characters += sum(not char.isspace() for char in strip.atoms[last].text)
        ends = last + 1 == len(strip.atoms)
        slack = limit - scale.ends[last]
        if (ends or strip.joints[last + 1].cost < inf) and slack + scale.shrink[last] - scale.shrink[start] >= 0:
            yield last + 1, 0.0 if ends else abs(slack) / strip.em / max(1, characters - 1)
        elif scale.lefts[last] - scale.shrink[last] > limit - scale.shrink[start]:
            return


def main() -> None:
    """Print a line for each collection."""
    library = Library.open()
    style = Style("sans-regular", pt(SIZE), INK)
    for name in ("content.yaml", "tuning", "held_out"):
        texts = of_content(Path(name)) if name.endswith("yaml") else of_collection(name)
        found = [least(text, mm(width), style, library) for width in WIDTHS for text in texts]
        cases = cases_of(texts)
        departures = [abs(one) for one in heard(cases, ours(texts, cases, style, library), library).looseness.departures]
        pale, worst = sum(one > SEEN for one in departures), max(departures)
        print(f"{name}: of {len(departures)} lines at least {sum(one for one, _ in found)} are pale, {pale} of ours")
        print(f"  the worst line departs by at least {max(one for _, one in found):.3f} em, of ours by {worst:.3f}")


if __name__ == "__main__":
    main()
