"""Which glyphs of a page stand where a number is due: those whose middles lie in its box, less what is squeezed against them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.inspection.numerals import occurrences
from generator.units import Rect, to_pt

if TYPE_CHECKING:
    from generator.document.ledger import Placement
    from generator.inspection.pdf.model import Char

NEAR = 0.6
"""Points by which a glyph's middle may lie outside the box where its number is due: rounding in the file."""

SQUEEZED = frozenset("，。、；：！？（）《》〈〉「」『』“”‘’【】—…·")
"""Marks whose glyphs may overlap the box of what stands beside them (CLREQ, 3.1.6); none of them belongs to a numeral."""
OTHER_BEFORE, OTHER_AFTER = ("近", "超", "约", "逾", "超过", "不到", "不足", "-", "−", "+"), frozenset("万亿千百多余来%％‰")
"""What makes another number of one that it touches; 覆盖到 does not."""

BAND = 12.0
"""Height in points of the bands in which glyphs are looked up by their baseline."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The glyphs of a page, and their indexes by the band in which their baseline lies."""

    chars: tuple[Char, ...]
    bands: dict[int, list[int]]

    @classmethod
    def of(cls, chars: tuple[Char, ...]) -> Shelf:
        """Put up the glyphs of a page."""
        bands: dict[int, list[int]] = defaultdict(list)
        for index, char in enumerate(chars):
            bands[int(char.baseline // BAND)].append(index)
        return cls(chars, bands)

    def own(self, one: Placement, box: Rect) -> list[int]:
        """Return the glyphs of a number without what else stands in its box: that is then explained for itself.

        On one line these are marks squeezed against it. The box of a number that runs on to a next line holds words on both.
        """
        within = self._within(box)
        text = self.text(within)
        if len(text) == len(one.text) or len(text) != len(within):
            return within
        for start in occurrences(text, one.text):
            end = start + len(one.text)
            before, after = text[:start], text[end:]
            runs_on = self.chars[within[start]].baseline != self.chars[within[end - 1]].baseline
            if set(before + after) <= SQUEEZED or (
                runs_on and not before.endswith(OTHER_BEFORE) and after[:1] not in OTHER_AFTER
            ):
                return within[start:end]
        return within

    def text(self, indexes: list[int]) -> str:
        """Return the glyphs' own text."""
        return "".join(self.chars[at].text for at in indexes)

    def _within(self, box: Rect) -> list[int]:
        left, right, top, bottom = to_pt(box.x) - NEAR, to_pt(box.right) + NEAR, to_pt(box.y) - NEAR, to_pt(box.bottom) + NEAR
        bands = range(int(top // BAND) - 1, int(bottom // BAND) + 2)
        near = ((index, self.chars[index]) for band in bands for index in self.bands.get(band, ()))
        across = [(at, char) for at, char in near if left <= (char.left + char.right) / 2 <= right]
        return sorted(at for at, char in across if top <= (char.top + char.bottom) / 2 <= bottom)


def distance(box: Rect | None, char: Char) -> float:
    """Return how far a glyph lies from a box, in points, across and down together."""
    assert box is not None
    across = max(to_pt(box.x) - char.right, char.left - to_pt(box.right), 0)
    down = max(to_pt(box.y) - char.bottom, char.top - to_pt(box.bottom), 0)
    return float(across + down)
