"""The motif: the rings of a tree, one a year, for cover, back cover and openers. Decoration only, always the same for the same numbers.

A ring is a closed curve round a centre whose radius swells and narrows a little with the angle; only the arcs on the paper, inside the
bleed, are drawn, as cubic Bézier pieces of at most 12 degrees (Hermite form of the curve), so that nothing is painted beside the paper.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from math import ceil, cos, radians, sin

from generator.design.grid import PageGrid
from generator.drawing import CurveTo, Group, MoveTo, Path, Role, Segment
from generator.ink import Ink
from generator.units import Length, Point, Rect, em, pt

RINGS, GROWTH = 15, 1.08
FEW_RINGS, SWOLLEN = 9, 1.08
"""The rings at the foot of a page that ends early, and by how much the outermost swells."""
OVER_RINGS = 2
"""Lines of white between the last words of such a page and these rings."""
REACH, INNERMOST, GAP, CLEAR = 26 / 49, 8 / 297, 6.4 / 297, 2
"""How high the trunk reaches over its heart, its innermost ring and the distance to the next, in parts of the page's height; and the
lines by which it stays clear of words over it, for which it shrinks."""
HEART = 44 / 49
"""Where on the page's height the trunk's heart lies."""
STEP = radians(4)
PIECE = radians(12)
TURN = radians(360)
HALVINGS = 12
"""A crossing of the bleed's edge is found to a 4096th of a step."""
WAVES = ((2, 0.035, 0.6), (3, 0.022, 2.1), (5, 0.009, 4.0), (9, 0.004, 1.3))
"""The tree's own shape: waves a turn, depth in parts of the radius, phase; each ring shifts a little against the last."""
DRIFT = 0.09
STRIDE = radians(0.1)
"""Half the distance between the places that a slope is taken from."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Rings round a centre on a paper: how many, the innermost radius, the distance to the next, and by how much each grows."""

    paper: Rect
    centre: Point
    rings: int
    first: Length
    gap: Length
    growth: float


def trunk(grid: PageGrid, x: Length, innermost: float, gap: float) -> Tree:
    """Return the trunk of the covers, its heart low in the spine; innermost ring and first distance in parts of the page's height."""
    centre = Point(x, grid.y(grid.line(HEART)))
    return Tree(grid.bleed, centre, RINGS, round(grid.size.height * innermost), round(grid.size.height * gap), GROWTH)


def rings_at_foot(grid: PageGrid, page: int, lines: int, ink: Ink) -> tuple[Group, ...]:
    """Return rings round the spine's lower end, so many lines high: the close of a page that ends early. No folio stands there."""
    reach = sum(GROWTH**number for number in range(FEW_RINGS - 1)) + 1
    gap = round(lines * grid.baseline / SWOLLEN / reach)
    tree = Tree(grid.bleed, Point(0 if page % 2 else grid.size.width, grid.y(grid.last)), FEW_RINGS, gap, gap, GROWTH)
    return (rings(tree, ink, (pt(0.5), pt(1.2))),)


def trunk_under(grid: PageGrid, spine: Length, under: Length) -> Tree:
    """Return the trunk round a heart in the spine, as large as leaves it clear of words that end at a height."""
    room = grid.y(grid.line(HEART)) - under - CLEAR * grid.baseline
    part = min(1.0, room / grid.y(grid.line(REACH)))
    return trunk(grid, spine, INNERMOST * part, GAP * part)


def _swell(number: int, angle: float) -> float:
    """Return the radius of a ring at an angle, in parts of its mean."""
    drift, wave = DRIFT * number, 0.0
    for waves, depth, phase in WAVES:
        wave += depth * sin(waves * angle + phase + drift)
    return 1 + wave


@lru_cache(maxsize=RINGS)
def _round(number: int, steps: int) -> tuple[tuple[float, float, float], ...]:
    """Return a ring's swell and its cosine and sine at each step of a turn: the same for the ring of this number in every tree."""
    return tuple((_swell(number, step * STEP), cos(step * STEP), sin(step * STEP)) for step in range(steps))


@dataclass(frozen=True, slots=True)
class Ring:
    """One ring: its mean radius, and its number, by which it drifts."""

    tree: Tree
    radius: float
    number: int

    def at(self, angle: float) -> tuple[Length, Length]:
        """Return how far to the right and down of the centre the ring is at an angle."""
        radius = self.radius * _swell(self.number, angle)
        return round(radius * cos(angle)), round(radius * sin(angle))

    def point(self, angle: float) -> Point:
        """Return the place of the ring at an angle."""
        return self.tree.centre.moved(*self.at(angle))

    def slope(self, angle: float) -> tuple[float, float]:
        """Return how fast the place moves with the angle."""
        before, after = self.at(angle - STRIDE), self.at(angle + STRIDE)
        return (after[0] - before[0]) / (2 * STRIDE), (after[1] - before[1]) / (2 * STRIDE)


def rings(tree: Tree, ink: Ink, weights: tuple[Length, Length]) -> Group:
    """Return the tree's rings as strokes, their weight running from the innermost to the outermost ring."""
    thin, thick = weights
    return _drawn(tree, lambda number: (ink, thin + em(thick - thin, number / max(1, tree.rings - 1))))


def marked(tree: Tree, years: range, inks: tuple[Ink, Ink], weights: tuple[Length, Length]) -> Group:
    """Return the tree's rings in a quiet ink and weight, those of some years in the other."""
    return _drawn(tree, lambda number: (inks[number in years], weights[number in years]))


def _drawn(tree: Tree, pen: Callable[[int], tuple[Ink, Length]]) -> Group:
    pens = ((arc, *pen(number)) for number, arcs in enumerate(_arcs(tree)) for arc in arcs)
    return Group(tuple(Path(arc, stroke=ink, stroke_width=weight) for arc, ink, weight in pens), role=Role.ARTIFACT)


@cache
def _arcs(tree: Tree) -> tuple[tuple[tuple[Segment, ...], ...], ...]:
    """Return for each ring of a tree the pieces of it that lie on the paper; one tree stands on every opener."""
    made = []
    radius = float(tree.first)
    for number in range(tree.rings):
        ring = Ring(tree, radius, number)
        made.append(tuple(_arc(ring, start, end) for start, end in _visible(ring)))
        radius += tree.gap * tree.growth**number
    return tuple(made)


def _visible(ring: Ring) -> Iterator[tuple[float, float]]:
    """Yield the stretches of angle over which a ring lies inside the bleed; nothing for a ring wholly outside."""
    steps = round(TURN / STEP)
    ways = ((ring.radius * swell, right, down) for swell, right, down in _round(ring.number, steps))
    inside = [_holds(ring.tree, round(radius * right), round(radius * down)) for radius, right, down in ways]
    if all(inside):
        yield 0, TURN
    if all(inside) or not any(inside):
        return
    first = inside.index(False)
    begun = 0.0
    for step in range(first, first + steps):
        here, there = inside[step % steps], inside[(step + 1) % steps]
        if there and not here:
            begun = _crossing(ring, (step + 1) * STEP, step * STEP)
        elif here and not there:
            yield begun, _crossing(ring, step * STEP, (step + 1) * STEP)


def _crossing(ring: Ring, inside: float, outside: float) -> float:
    """Return the angle between these two at which the ring leaves the bleed, on the outer side of the edge."""
    for _ in range(HALVINGS):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if _on_paper(ring, middle) else (inside, middle)
    return outside


def _on_paper(ring: Ring, angle: float) -> bool:
    return _holds(ring.tree, *ring.at(angle))


def _holds(tree: Tree, right: Length, down: Length) -> bool:
    paper, x, y = tree.paper, tree.centre.x + right, tree.centre.y + down
    return paper.x <= x <= paper.x + paper.width and paper.y <= y <= paper.y + paper.height


def _arc(ring: Ring, start: float, end: float) -> tuple[Segment, ...]:
    pieces = max(1, ceil((end - start) / PIECE))
    angles = [start + (end - start) * index / pieces for index in range(pieces + 1)]
    third = (end - start) / pieces / 3
    knots = [(ring.point(angle), ring.slope(angle)) for angle in angles]
    curves = (
        CurveTo(
            here.moved(round(out[0] * third), round(out[1] * third)),
            there.moved(-round(back[0] * third), -round(back[1] * third)),
            there,
        )
        for (here, out), (there, back) in pairwise(knots)
    )
    return (MoveTo(knots[0][0]), *curves)
