"""Words that a rule runs through: nobody strikes out a line of a fresh report, so such a rule is one that came too near.

In: a page as `pdf.reader` found it. Out: the glyphs across whose middle a level mark runs that is no thicker than a rule. What a chart
draws is left out: its lines cross labels of their own accord, and these are proved by their contrast.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from generator.diagnostics import said
from generator.inspection.pdf.model import PageText
from generator.inspection.pdf.visibility import Unseen
from generator.statement.model import Thing

THICKEST = 2.5
"""Points over which a level mark is a bar or a ground."""
MIDDLE = (0.12, 0.62)
"""Ems over the baseline between which a rule runs through a glyph and neither under nor over it."""
LEAST = 0.5
"""The part of a glyph's width that it crosses."""


def struck(page: PageText) -> Iterator[Unseen]:
    """Yield the glyphs of a page that a rule runs through."""
    rules = [one for one in page.painted if isinstance(one, Thing) and _is_rule(one)]
    shown = sorted((char.baseline, index) for index, char in enumerate(page.chars) if char.text.isalnum())
    largest = max((char.size for char in page.chars), default=0)
    found = set()
    for rule in rules:
        y, left = rule.number("y") + rule.number("height") / 2, rule.number("x")
        right = left + rule.number("width")
        for _, index in shown[bisect_left(shown, (y, 0)) : bisect_right(shown, (y + MIDDLE[1] * largest, len(shown)))]:
            char = page.chars[index]
            over, across = (char.baseline - y) / char.size, min(right, char.right) - max(left, char.left)
            if MIDDLE[0] < over < MIDDLE[1] and across > LEAST * (char.right - char.left):
                found.add(index)
    yield from (Unseen(index, said("not-visible.struck")) for index in sorted(found))


def _is_rule(mark: Thing) -> bool:
    seen = not (mark.fact("chart") or mark.fact("hidden"))
    return seen and mark.number("height") <= THICKEST < mark.number("width")
