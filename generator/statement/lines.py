"""Lines of a page out of glyphs in the order of painting: one rule for the side that states them and the side that reads them.

In: glyphs as they are shown together, and between them whatever else is painted. Out: things in the order of painting, each line a
thing of its own: all glyphs that follow one another on one baseline.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from generator.statement.model import Facts, Kind, Run, Thing, facts, merged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SAME_BASELINE = 0.6
"""Points by which the baselines of one line may differ: rounding in the file, and a nudge that no eye sees."""

PLACES, IN_POINT = 2, 100
"""Places of a line are told to a hundredth of a point."""

BACK = 1.0
"""Points by which a glyph may begin before the one that is painted before it: what is squeezed never goes so far."""

INVISIBLE = "\u200b"
"""What a glyph stands for that is no character of its own: PDF/A asks for something."""


class Shown(NamedTuple):
    """Glyphs shown together: their texts and left edges, where the last ends, their baseline and one look.

    `glyphs` are the ids of those that the face's character map does not have for their texts: variants, and what is made to be read
    as something else than it shows.
    `copied` is the text that copying gives instead: a stretch marked with a text of its own gives all of it with its first glyphs
    and nothing with the rest; None where each glyph gives its own.
    """

    texts: tuple[str, ...]
    lefts: tuple[float, ...]
    glyphs: tuple[int, ...]
    right: float
    baseline: float
    look: Facts
    copied: str | None = None
    origin: str = ""


Painted: TypeAlias = Shown | Thing


def in_lines(painted: Iterable[Painted]) -> Iterator[Thing]:
    """Yield what is painted in its order, glyphs gathered in lines; a thing between glyphs parts them."""
    line: list[Shown] = []
    for one in painted:
        if line and (isinstance(one, Thing) or round(abs(one.baseline - line[0].baseline), PLACES) > SAME_BASELINE):
            yield _line(line)
            line = []
        if isinstance(one, Thing):
            yield one
        else:
            line.append(one)
    if line:
        yield _line(line)


def _seen(line: Sequence[Shown], lefts: Sequence[float]) -> str | None:
    """Return what is seen from left to right where glyphs are painted in another order; None where they are not."""
    if all(after >= before - BACK for before, after in pairwise(lefts)):
        return None
    seen: list[tuple[float, str]] = []
    for left, text in zip(lefts, (text for shown in line for text in shown.texts), strict=True):
        at = len(seen)
        while at and seen[at - 1][0] > left + BACK:
            at -= 1
        seen.insert(at, (left, text))
    return "".join(text for _, text in seen).replace(INVISIBLE, "")


def _line(line: Sequence[Shown]) -> Thing:
    text = "".join([one for shown in line for one in shown.texts]).replace(INVISIBLE, "")
    copied = "".join(["".join(shown.texts) if shown.copied is None else shown.copied for shown in line])
    lefts = tuple([round(left * IN_POINT) / IN_POINT for shown in line for left in shown.lefts])
    found = facts(
        x=lefts[0],
        y=round(line[0].baseline * IN_POINT) / IN_POINT,
        right=round(line[-1].right * IN_POINT) / IN_POINT,
        xs=lefts,
        glyphs=tuple([glyph for shown in line for glyph in shown.glyphs]) or None,
        actual=copied if copied != text else None,
        seen=_seen(line, lefts),
    )
    runs = merged(Run("".join(shown.texts).replace(INVISIBLE, ""), shown.look) for shown in line)
    return Thing(Kind.TEXT, runs, found, origin=line[0].origin)
