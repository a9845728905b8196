"""Alterations of the report's drawings: bars, lines, dots, slices and arrows of another size, and what is read out for them."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.planting.deck_shapes import ALTS
from tests.planting.model import ANY, APPEARANCE, NUMBER, REPORT, Table, shuffled
from tests.planting.paper import Paper, Sheet

planted = Table(REPORT)

ALT = re.compile(r"/Span <</Alt <FEFF([0-9A-Fa-f]*)>>> BDC")
STEP = re.compile(r"((?:-?[\d.]+ )+)([mlc]|re)|(h)")
PAINT = {"f", "S", "B", "f*", "B*", "s", "b"}


@dataclass
class Path:
    """A path of a drawing: its rows from the first step to what paints it."""

    sheet: Sheet
    first: int
    last: int

    @property
    def rows(self) -> list[str]:
        return self.sheet.rows[self.first : self.last + 1]

    @property
    def points(self) -> list[tuple[float, float]]:
        """Return its corners, in order; those of a rectangle too."""
        found: list[tuple[float, float]] = []
        for row in self.rows:
            numbers = [float(one) for one in row.split()[:-1]]
            if row.endswith("re"):
                x, y, width, height = numbers
                found += [(x, y), (x + width, y + height)]
            elif row.endswith((" m", " l", " c")):
                found.append((numbers[-2], numbers[-1]))
        return found

    @property
    def box(self) -> tuple[float, float, float, float]:
        xs, ys = zip(*self.points, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def is_bar(self) -> bool:
        left, low, right, top = self.box
        return self.rows[-1] == "f" and " c" not in "".join(self.rows) and min(right - left, top - low) > 5

    def map(self, change: Callable[[float, float], tuple[float, float]]) -> bool:
        """Move every point."""
        for at in range(self.first, self.last + 1):
            words = self.sheet.rows[at].split()
            if words[-1] == "re":
                x, y, width, height = map(float, words[:-1])
                (left, low), (right, top) = change(x, y), change(x + width, y + height)
                self.sheet.rows[at] = f"{left:.3f} {low:.3f} {right - left:.3f} {top - low:.3f} re"
            elif words[-1] in ("m", "l", "c"):
                numbers = [float(one) for one in words[:-1]]
                pairs = [change(*pair) for pair in zip(numbers[::2], numbers[1::2], strict=True)]
                self.sheet.rows[at] = " ".join([f"{x:.3f} {y:.3f}" for x, y in pairs] + [words[-1]])
        self.sheet.changed = True
        return True

    def widen(self, across: float, up: float = 1) -> bool:
        """Make it larger or smaller, from its left and its foot."""
        left, low, _, _ = self.box
        return self.map(lambda x, y: (left + (x - left) * across, low + (y - low) * up))

    def mirror(self, middle: float) -> bool:
        """Turn it over an upright line."""
        return self.map(lambda x, y: (2 * middle - x, y))

    def turn(self, x: float, y: float, angle: float) -> bool:
        """Turn it about a point, by an angle in degrees."""
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        return self.map(lambda a, b: (x + (a - x) * cos - (b - y) * sin, y + (a - x) * sin + (b - y) * cos))


@dataclass
class Drawing:
    """A drawing of a page: where its alternative text stands, and its paths."""

    sheet: Sheet
    at: int
    alt: str
    paths: list[Path]

    @property
    def bars(self) -> list[Path]:
        return [one for one in self.paths if one.is_bar and one.box[2] - one.box[0] < 400]

    @property
    def dots(self) -> list[Path]:
        found = [one for one in self.paths if sum(row.endswith(" c") for row in one.rows) == 4 and one.rows[-1] == "f"]
        return [one for one in found if sum(row.endswith(" m") for row in one.rows) == 1]


def drawings(paper: Paper, *kinds: str) -> list[Drawing]:
    found = [one for sheet in paper.sheets for one in _read(sheet)]
    return [one for one in found if not kinds or one.alt.startswith(kinds)]


def _read(sheet: Sheet) -> list[Drawing]:
    found: list[Drawing] = []
    depth, text, first = 0, False, -1
    for at, row in enumerate(sheet.rows):
        if match := ALT.fullmatch(row):
            found.append(Drawing(sheet, at, bytes.fromhex(match[1]).decode("utf-16-be"), []))
            depth = 1
        elif depth and row.endswith("BDC"):
            depth += 1
        elif depth and row == "EMC":
            depth -= 1
        elif row in ("BT", "ET"):
            text = row == "BT"
        elif depth and not text and STEP.fullmatch(row):
            first = at if first < 0 else first
        elif first >= 0:
            if row in PAINT and depth:
                found[-1].paths.append(Path(sheet, first, at))
            first = -1
    return found


def stretched(share: float, *kinds: str) -> Callable[[Random, Any], bool]:
    """Return the alteration of a bar's length, from where it begins; upright bars are those of columns."""

    def alter(rng: Random, paper: Paper) -> bool:
        for drawing in shuffled(rng, drawings(paper, *kinds)):
            for bar in shuffled(rng, drawing.bars):
                return bar.widen(1, share) if drawing.alt.startswith("柱") else bar.widen(share)
        return False

    return alter


BARS, COLUMNS, CHANGE = ("条形",), ("柱形",), ("变化",)
planted.add("a bar shortened", NUMBER, stretched(0.7, *BARS), "a bar is shorter than its number")
planted.add("a bar lengthened", NUMBER, stretched(1.15, *BARS), "a bar is longer than its number")
planted.add("a bar a little longer", NUMBER, stretched(1.04, *BARS), "a bar is a twenty-fifth longer than its number")
planted.add("a column shortened", NUMBER, stretched(0.6, *COLUMNS), "a column is shorter than its number")
planted.add("a column lengthened", NUMBER, stretched(1.2, *COLUMNS), "a column is longer than its number")
planted.add("a bar of a change shortened", NUMBER, stretched(0.8, *CHANGE), "a bar of a change is shorter than its number")
planted.add("a part of a stack lengthened", NUMBER, stretched(1.3, "堆积", "构成"), "a part of a stack is longer than its number")


@planted(NUMBER, "two bars take each other's length")
def two_bars_exchanged(rng: Random, paper: Paper) -> bool:
    for drawing in shuffled(rng, drawings(paper, *BARS)):
        bars = [one for one in drawing.bars if abs(one.box[0] - drawing.bars[0].box[0]) < 1]
        pairs = [(one, two) for one in bars for two in bars if one.box[2] < two.box[2] - 1]
        if pairs:
            one, two = rng.choice(pairs)
            short, long = one.box[2] - one.box[0], two.box[2] - two.box[0]
            return one.widen(long / short) and two.widen(short / long)
    return False


@planted(NUMBER, "a bar is not painted")
def a_bar_not_painted(rng: Random, paper: Paper) -> bool:
    for drawing in shuffled(rng, drawings(paper, *BARS, *COLUMNS, *CHANGE)):
        for bar in shuffled(rng, drawing.bars):
            bar.sheet.rows[bar.last] = "n"
            bar.sheet.changed = True
            return True
    return False


@planted(NUMBER, "a bar more is painted")
def a_bar_more(rng: Random, paper: Paper) -> bool:
    for drawing in shuffled(rng, drawings(paper, *BARS)):
        left, low, right, top = rng.choice(drawing.bars).box
        drawing.sheet.rows[drawing.paths[-1].last] += (
            f"\n{left:.3f} {low - 12:.3f} {(right - left) * 0.4:.3f} {(top - low) / 3:.3f} re\nf"
        )
        drawing.sheet.changed = True
        return True
    return False


@planted(APPEARANCE, "a bar takes another colour")
def a_bar_of_another_colour(rng: Random, paper: Paper) -> bool:
    for drawing in shuffled(rng, drawings(paper, *BARS, *COLUMNS, *CHANGE)):
        bar = rng.choice(drawing.bars)
        rows = bar.sheet.rows
        rows[bar.first] = f"q 0 .4 .7 rg\n{rows[bar.first]}"
        rows[bar.last] += "\nQ"
        bar.sheet.changed = True
        return True
    return False


@planted(NUMBER, "a point of a line stands elsewhere")
def a_line_bent(rng: Random, paper: Paper) -> bool:
    for drawing in shuffled(rng, drawings(paper, "折线")):
        lines = [one for one in drawing.paths if one.rows[-1] == "S" and len(one.points) > 2]
        for line in shuffled(rng, lines):
            at = rng.randrange(line.first, line.last)
            x, y, step = line.sheet.rows[at].split()
            line.sheet.rows[at] = f"{x} {float(y) + 25:.3f} {step}"
            line.sheet.changed = True
            return True
    return False


def dots_moved(by: float) -> Callable[[Random, Any], bool]:
    def alter(rng: Random, paper: Paper) -> bool:
        for drawing in shuffled(rng, drawings(paper, "点图", "折线")):
            for dot in shuffled(rng, drawing.dots):
                return dot.map(lambda x, y: (x, y + by))
        return False

    return alter


planted.add("a dot moved", NUMBER, dots_moved(18), "a dot of a chart stands higher than its number")


@planted(NUMBER, "a dot of a chart is not painted")
def a_dot_not_painted(rng: Random, paper: Paper) -> bool:
    for drawing in shuffled(rng, drawings(paper, "点图", "折线")):
        for dot in shuffled(rng, drawing.dots):
            dot.sheet.rows[dot.last] = "n"
            dot.sheet.changed = True
            return True
    return False


def many(paper: Paper) -> list[Path]:
    """Return the paths that hold many dots at once."""
    return [path for one in drawings(paper) for path in one.paths if sum(row == "h" for row in path.rows) > 5]


def forms(path: Path) -> list[tuple[int, int]]:
    """Return the closed forms of a path, as rows from move to close."""
    found, first = [], path.first
    for at in range(path.first, path.last):
        if path.sheet.rows[at] == "h":
            found.append((first, at))
            first = at + 1
    return found


@planted(NUMBER, "dots that count are taken out")
def dots_taken_out(rng: Random, paper: Paper) -> bool:
    for path in shuffled(rng, many(paper)):
        found = forms(path)
        for first, last in rng.sample(found, max(1, len(found) // 8)):
            for at in range(first, last + 1):
                path.sheet.rows[at] = ""
        path.sheet.changed = True
        return True
    return False


@planted(NUMBER, "dots that count are added")
def dots_added(rng: Random, paper: Paper) -> bool:
    for path in shuffled(rng, many(paper)):
        copy: list[str] = []
        for first, last in rng.sample(forms(path), 3):
            for row in path.sheet.rows[first : last + 1]:
                words = row.split()
                moved = [f"{float(one) - 3:.3f}" if place % 2 else one for place, one in enumerate(words[:-1])]
                copy.append(" ".join([*moved, words[-1]]))
        path.sheet.rows[path.last] = "\n".join([*copy, path.sheet.rows[path.last]])
        path.sheet.changed = True
        return True
    return False


@planted(NUMBER, "a slice of a pie is wider than its share")
def a_slice_widened(rng: Random, paper: Paper) -> bool:
    for drawing in shuffled(rng, drawings(paper, "饼图", "环形")):
        slices = [one for one in drawing.paths if one.rows[-1] == "B"]
        for one in shuffled(rng, slices[1:]):
            copy = Path(Sheet.__new__(Sheet), 0, len(one.rows) - 1)
            copy.sheet.rows = list(one.rows)
            copy.turn(*centre(slices), 25)
            one.sheet.rows[one.last] = "\n".join([one.sheet.rows[one.last], *copy.rows])
            one.sheet.changed = True
            return True
    return False


def centre(slices: list[Path]) -> tuple[float, float]:
    boxes = [one.box for one in slices]
    left, low = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
    return (left + right) / 2, (low + top) / 2


@planted(ANY, "two slices of a pie take each other's colour")
def two_slices_exchanged(rng: Random, paper: Paper) -> bool:
    for drawing in shuffled(rng, drawings(paper, "饼图", "环形")):
        inks = [at for at in range(drawing.at, drawing.paths[-1].last) if re.fullmatch(r"[\d. ]+ rg", drawing.sheet.rows[at])]
        if len(inks) > 1:
            one, two = inks[0], inks[1]
            rows = drawing.sheet.rows
            rows[one], rows[two] = rows[two], rows[one]
            drawing.sheet.changed = True
            return True
    return False


@planted(NUMBER, "an arrow points the other way, from later to earlier")
def an_arrow_reversed(rng: Random, paper: Paper) -> bool:
    for drawing in shuffled(rng, drawings(paper, "前后对比")):
        strokes = [one for one in drawing.paths if one.rows[-1] == "S"]
        heads = [one for one in strokes if len(one.points) == 3]
        lines = [one for one in strokes if len(one.points) == 2]
        if heads and lines:
            return heads[0].mirror((lines[-1].box[0] + lines[-1].box[2]) / 2)
    return False


def resized(share: float) -> Callable[[Random, Any], bool]:
    def alter(rng: Random, paper: Paper) -> bool:
        for drawing in shuffled(rng, drawings(paper, "前后对比")):
            circles = [one for one in drawing.paths if any(row.endswith(" c") for row in one.rows)]
            for one in shuffled(rng, circles):
                return one.widen(share, share)
        return False

    return alter


planted.add("a circle shrunk", NUMBER, resized(0.6), "a circle is smaller than its number")
planted.add("a circle grown", NUMBER, resized(1.2), "a circle is larger than its number")


@planted(ANY, "a whole drawing is not painted")
def a_drawing_not_painted(rng: Random, paper: Paper) -> bool:
    for drawing in shuffled(rng, drawings(paper, *BARS, *COLUMNS, "折线", "饼图")):
        for path in drawing.paths:
            drawing.sheet.rows[path.last] = "n"
        drawing.sheet.changed = True
        return True
    return False


def alternative(change: Callable[[str], str]) -> Callable[[Random, Any], bool]:
    def alter(rng: Random, paper: Paper) -> bool:
        for drawing in shuffled(rng, drawings(paper)):
            text = change(drawing.alt)
            if text != drawing.alt:
                words = f"/Span <</Alt <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC"
                drawing.sheet.rows[drawing.at] = words if text else "/Span BMC"
                drawing.sheet.changed = True
                return True
        return False

    return alter


for _name, _due, _put, _says in ALTS:
    planted.add(_name, _due, alternative(_put), _says)

KINDS = tuple(planted.kinds)
