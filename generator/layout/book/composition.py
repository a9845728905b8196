"""Pages as ways through what is to stand on them: where words go on over the page, and on which page each exhibit stands.

In: ways to arrange one matter, each with words that run on, exhibits that float between them, and what closes it. Out: the strata of
each page, by the way of least cost over all its pages (`costs`), as a paragraph is broken: a page is never filled without a thought
for the next. Ways are tried in order of what they give up, and no more of them than may still be better than the best so far.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.layout.book import bands, costs
from generator.layout.book.costs import FEW, POINTS, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.layout.book.bands import Band, Layer

SHORTER, STEP = 14, 2
"""A page of words may end so many lines early, in steps, for the good of those after it."""
MOST = 1_000_000
"""More points than any way has."""
BROAD = 16
"""Of all ways that have come to a page, so many go on, the cheapest."""
FAR = 3
"""Where words for more pages than these are left, each page is filled: only the last can be made alike."""


@dataclass(frozen=True, slots=True)
class Float:
    """A band that stands where it costs least; `cited` is the line of the words, counted from their end, that leads to it."""

    band: Band
    cited: int | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """One arrangement: bands in order that may part, floats in order, and what closes all on its last page.

    `after` names the pages that follow, which have one thing on each; `pages` counts them. `toll` is what the arrangement gives up.
    """

    lead: tuple[Band, ...]
    floats: tuple[Float, ...] = ()
    tail: tuple[Band, ...] = ()
    toll: int = 0
    after: tuple[str, ...] = ()
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Composition:
    """A way gone: the pages, their cost, and the way."""

    layers: tuple[Layer, ...]
    cost: int
    way: Way


@dataclass(frozen=True, slots=True)
class Reached:
    """A way gone so far: what is left of its lead, how many floats reached, the pages and what they cost."""

    lead: tuple[Band, ...]
    stood: int = 0
    layers: tuple[Layer, ...] = ()
    cost: int = 0
    closed: bool = False

    @property
    def words(self) -> int:
        """The lines of words that are left."""
        return sum(band.running for band in self.lead)

    def least(self, way: Way) -> int:
        """Return the points that it will have at the least, by the pages that its words and exhibits still take."""
        rest = (*self.lead, *(one.band for one in way.floats[self.stood :]))
        lines = self.words + sum(band.least for band in rest if not band.running)
        return self.cost + (POINTS[Reason.PAGE] * lines // rest[0].grid.lines if rest else 0)

    def key(self, *, faced: bool) -> tuple[int, ...]:
        """Return what matters for the pages to come; `faced` where the next page faces the last."""
        rest = self.lead[0].least if self.lead else 0
        return (len(self.lead), self.words, rest, self.stood, costs.foot(self.layers[-1]) if faced else -1)


def composed(ways: Iterable[Way], number: int, *, odd: bool | None = None) -> Composition | None:
    """Return the best of all ways from a page number on; `odd` asks that the pages be odd in number, or even. None where no way leads."""
    best: Composition | None = None
    for way in ways:
        if best and best.cost <= way.toll + POINTS[Reason.PAGE] * (1 + way.pages):
            break
        wanted = None if odd is None else (odd + way.pages) % 2
        best = _gone(way, number, wanted, best.cost if best else MOST) or best
    return best


def _gone(way: Way, number: int, wanted: int | None, limit: int) -> Composition | None:
    """Return the cheapest pages of a way, an odd or even number of them where that is wanted; None where none costs less."""
    front, best = [Reached(way.lead, cost=way.toll + POINTS[Reason.PAGE] * way.pages)], None
    while front:
        kept: dict[tuple[int, ...], Reached] = {}
        for reached in front:
            for after in _pages(way, reached, number + len(reached.layers)):
                if after.closed:
                    if wanted in (None, len(after.layers) % 2) and after.cost < limit:
                        best, limit = after, after.cost
                elif after.least(way) < limit:
                    key = after.key(faced=(number + len(after.layers)) % 2 == 1)
                    if key not in kept or after.cost < kept[key].cost:
                        kept[key] = after
        front = sorted(kept.values(), key=lambda one: one.least(way))[:BROAD]
    return Composition(best.layers, best.cost, way) if best else None


def _pages(way: Way, reached: Reached, page: int) -> Iterator[Reached]:
    """Yield what may stand on the next page."""
    rest = way.floats[reached.stood :]
    grid = (*reached.lead, *(one.band for one in rest), *way.tail)[0].grid
    for count in range(len(rest) + 1):
        floats = tuple(one.band for one in rest[:count])
        room = grid.lines - (bands.height(floats) + bands.gap_before(floats[0]) if floats else 0)
        if room < 0 and (reached.lead or count > 1):
            break
        for here, lead in _portions(reached.lead, room, begun=bool(reached.layers)):
            ends = not lead and count == len(rest)
            made = replace(reached, lead=lead, stood=reached.stood + count, closed=ends)
            for tail in ((way.tail, ()) if way.tail and here + floats else (way.tail,)) if ends else ((),):
                whole = (*here, *floats, *tail)
                if not whole or ((tail or len(whole) > 1) and bands.height(whole) > grid.lines):
                    continue
                yield from _settled(way, reached, replace(made, closed=ends and tail == way.tail), whole, page)


def _portions(lead: tuple[Band, ...], room: int, *, begun: bool) -> Iterator[tuple[tuple[Band, ...], tuple[Band, ...]]]:
    """Yield what of the lead may stand in so many lines, and what goes on."""
    count = len(lead)
    while count and bands.height(lead[:count]) > room:
        count -= 1
    here, rest = lead[:count], lead[count:]
    if not rest or (here and here[-1].running):
        yield here, rest
    if not rest:
        return
    left = room - (bands.height(here) + bands.gap_before(rest[0]) if here else 0)
    far = sum(band.running for band in rest) > FAR * rest[0].grid.lines
    for less in range(0, 1 if far else SHORTER + 1, STEP):
        if parts := rest[0].split(left - less) if left - less > 0 else None:
            yield (*here, parts[0]), (parts[1], *rest[1:])
    if begun and not here:
        yield (), lead
    if not here and rest[0].least > left >= rest[0].grid.lines and rest[0].split(left) is None:
        yield lead[:1], lead[1:]


def _settled(way: Way, reached: Reached, made: Reached, whole: Sequence[Band], page: int) -> Iterator[Reached]:
    """Yield the page with its bands from the head down, and, where it is all there is, from the line of the opener's message."""
    grid = whole[0].grid
    alone = made.closed and not reached.layers
    for first in (grid.first, grid.hang) if alone and bands.height(whole) <= grid.last - grid.hang + 1 else (grid.first,):
        layer = bands.settled(whole, first)
        cost = reached.cost + sum(costs.of_page(layer).values()) + sum(_over_the_page(way, reached, made, layer, page).values())
        yield replace(made, layers=(*reached.layers, layer), cost=cost + POINTS[Reason.HUNG] * (first != grid.first))


def _over_the_page(way: Way, reached: Reached, made: Reached, layer: Layer, page: int) -> dict[Reason, int]:
    """Return what speaks against a page with those before it: parted words, exhibits far from theirs, unlike facing pages."""
    before, left = reached.words, made.words
    cited = [one.cited for one in way.floats[reached.stood : made.stood] if one.cited is not None]
    counts = {
        Reason.PARTED: left > 0,
        Reason.SHORT: _short(reached, made),
        Reason.AHEAD: sum(one <= left for one in cited),
        Reason.LATE: sum(one > before + layer[0].band.grid.lines for one in cited),
    }
    faced = bool(reached.layers) and page % 2 == 1
    alike = costs.unlike(costs.foot(reached.layers[-1]), costs.foot(layer)) if faced else 0
    return {reason: POINTS[reason] * count for reason, count in counts.items()} | {Reason.UNLIKE: alike}


def _short(reached: Reached, made: Reached) -> bool:
    """Tell whether a page has but a few lines of words that go on from the page before or to the next."""
    here = reached.words - made.words
    return 0 < here < FEW and (bool(made.words) or (bool(reached.layers) and reached.words > 0))
