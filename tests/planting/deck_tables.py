"""Alterations of the deck's tables and of its drawings of native shapes: cells, rows, columns, bars, dots and arrows."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

from tests.planting.model import ANY, APPEARANCE, DECK, NUMBER, Table, shuffled
from tests.planting.slides import A, P, Slides, box_of, clone, frame_of, name_of, text_of, xml

planted = Table(DECK)

Grid = list[list[Any]]


def grids(deck: Slides) -> list[tuple[Any, Grid]]:
    """Return every table with its cells, row by row."""
    return [
        (one, [row.findall(f"{A}tc") for row in one.findall(f"{A}tr")]) for slide in deck.slides for one in slide.iter(f"{A}tbl")
    ]


def tables(due: str, says: str) -> Callable[[Callable[[Random, Any, Grid], Any]], Any]:
    """Keep an alteration of one table."""

    def keep(change: Callable[[Random, Any, Grid], Any]) -> Any:
        def alter(rng: Random, deck: Slides) -> bool:
            return any(change(rng, *one) is not False for one in shuffled(rng, grids(deck)))

        planted.add(change.__name__.replace("_", " "), due, alter, says)
        return change

    return keep


def swap(one: Any, two: Any) -> None:
    """Exchange two elements where they stand."""
    mark = one.makeelement("mark", {})
    one.addprevious(mark)
    two.addprevious(one)
    mark.addprevious(two)
    mark.getparent().remove(mark)


def words(cell: Any) -> Any:
    return cell.find(f"{A}txBody")


def two_rows(rng: Random, grid: Grid, column: int) -> tuple[int, int] | None:
    """Return two rows below the head whose cells of a column differ."""
    found = [
        (one, two) for one in range(1, len(grid)) for two in range(one + 1, len(grid))
        if column < min(len(grid[one]), len(grid[two])) and text_of(grid[one][column]) != text_of(grid[two][column])
    ]  # fmt: skip
    return rng.choice(found) if found else None


@tables(NUMBER, "two numbers of a table change places")
def two_cells_exchanged(rng: Random, _table: Any, grid: Grid) -> bool:
    for column in shuffled(rng, range(1, len(grid[0]))):
        pair = two_rows(rng, grid, column)
        if pair and all(re.search(r"\d", text_of(grid[row][column])) for row in pair):
            swap(words(grid[pair[0]][column]), words(grid[pair[1]][column]))
            return True
    return False


@tables(NUMBER, "two names of a table change places, and their numbers stay")
def two_row_heads_exchanged(rng: Random, _table: Any, grid: Grid) -> bool:
    pair = two_rows(rng, grid, 0)
    if pair is None:
        return False
    swap(words(grid[pair[0]][0]), words(grid[pair[1]][0]))
    return True


@tables(ANY, "two whole rows of a table change places")
def two_rows_exchanged(rng: Random, table: Any, grid: Grid) -> bool:
    pair = two_rows(rng, grid, 0)
    if pair is None:
        return False
    rows = table.findall(f"{A}tr")
    swap(rows[pair[0]], rows[pair[1]])
    return True


@tables(ANY, "the heads of two columns change places, and what stands under them stays")
def two_column_heads_exchanged(rng: Random, _table: Any, grid: Grid) -> bool:
    if len(grid[0]) < 2 or len({text_of(one) for one in grid[0]}) < 2:
        return False
    one, two = rng.sample(range(len(grid[0])), 2)
    if text_of(grid[0][one]) == text_of(grid[0][two]):
        return False
    swap(words(grid[0][one]), words(grid[0][two]))
    return True


@tables(ANY, "two whole columns of a table change places")
def two_columns_exchanged(rng: Random, _table: Any, grid: Grid) -> bool:
    one, two = rng.sample(range(len(grid[0])), 2)
    for row in grid:
        if max(one, two) < len(row):
            swap(row[one], row[two])
    return True


@tables(NUMBER, "a row of a table is deleted")
def a_row_deleted(rng: Random, table: Any, grid: Grid) -> bool:
    rows = [row for row in table.findall(f"{A}tr")[1:] if re.search(r"\d", text_of(row))]
    if len(rows) < 2 or len(grid) < 2:
        return False
    table.remove(rng.choice(rows))
    return True


@tables(NUMBER, "a row of a table is doubled")
def a_row_doubled(rng: Random, table: Any, grid: Grid) -> bool:
    row = table.findall(f"{A}tr")[rng.randrange(1, len(grid))]
    row.addnext(clone(row))
    return True


@tables(ANY, "a column of a table has no width")
def a_column_narrowed(rng: Random, table: Any, _grid: Grid) -> bool:
    rng.choice(table.findall(f"{A}tblGrid/{A}gridCol")[1:]).set("w", "0")
    return True


@tables(NUMBER, "a cell spreads over the number beside it")
def cells_merged(rng: Random, _table: Any, grid: Grid) -> bool:
    row = next((row for row in shuffled(rng, grid[1:]) if len(row) > 1 and re.search(r"\d", text_of(row[1]))), None)
    if row is None:
        return False
    row[0].set("gridSpan", "2")
    row[1].set("hMerge", "1")
    return True


@tables(NUMBER, "a cell spreads over the one below it")
def cells_merged_down(rng: Random, _table: Any, grid: Grid) -> bool:
    if len(grid) < 3:
        return False
    row, column = rng.randrange(1, len(grid) - 1), rng.randrange(len(grid[0]))
    if column >= len(grid[row + 1]) or not re.search(r"\d", text_of(grid[row + 1][column])):
        return False
    grid[row][column].set("rowSpan", "2")
    grid[row + 1][column].set("vMerge", "1")
    return True


def cell_with_number(rng: Random, grid: Grid) -> Any | None:
    found = [cell for row in grid[1:] for cell in row if re.search(r"\d", text_of(cell))]
    return rng.choice(found) if found else None


@tables(NUMBER, "a number of a table is crossed out by the border of its cell")
def a_cell_crossed_out(rng: Random, _table: Any, grid: Grid) -> bool:
    cell = cell_with_number(rng, grid)
    mark = cell.find(f"{A}tcPr/{A}lnB") if cell is not None else None
    if mark is None:
        return False
    mark.addnext(xml('<a:lnTlToBr w="19050"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:lnTlToBr>'))
    return True


@tables(NUMBER, "a cell takes the colour of its number")
def a_cell_painted(rng: Random, _table: Any, grid: Grid) -> bool:
    cell = cell_with_number(rng, grid)
    own = cell.find(f"{A}tcPr") if cell is not None else None
    fill = next(cell.iter(f"{A}rPr")).find(f"{A}solidFill") if own is not None else None
    if own is None or fill is None:
        return False
    for old in (own.find(f"{A}solidFill"), own.find(f"{A}noFill")):
        if old is not None:
            own.remove(old)
    own.append(clone(fill))
    return True


@tables(ANY, "a cell's margins leave no room for its number")
def a_cell_squeezed(rng: Random, _table: Any, grid: Grid) -> bool:
    cell = cell_with_number(rng, grid)
    if cell is None:
        return False
    cell.find(f"{A}tcPr").set("marL", "9000000")
    return True


def drawings(deck: Slides, kind: str = "") -> list[Any]:
    """Return the groups that draw a chart with native shapes, of a kind as their alternative text names it."""
    groups = [one for slide in deck.slides for one in slide.iter(f"{P}grpSp") if name_of(one).startswith("图示")]
    return [one for one in groups if (next(one.iter(f"{P}cNvPr")).get("descr") or "").startswith(kind)]


def bars(group: Any) -> list[Any]:
    """Return the two longest rectangles of a drawing: the bars of a change."""
    found = [
        one
        for one in group.iter(f"{P}sp")
        if one.find(f".//{A}prstGeom[@prst='rect']") is not None and not text_of(one) and box_of(one)
    ]
    return sorted(found, key=lambda one: (box_of(one) or (0, 0, 0, 0))[2], reverse=True)[:2]


def stretched(share: float) -> Callable[[Random, Any], bool]:
    def alter(rng: Random, deck: Slides) -> bool:
        for group in shuffled(rng, drawings(deck, "变化")):
            bar = frame_of(rng.choice(bars(group))).find(f"{A}ext")
            bar.set("cx", str(int(int(bar.get("cx")) * share)))
            return True
        return False

    return alter


planted.add("a drawn bar shortened", NUMBER, stretched(0.6), "a bar of native shapes is shorter than its number")
planted.add("a drawn bar lengthened", NUMBER, stretched(1.2), "a bar of native shapes is longer than its number")
planted.add(
    "a drawn bar a little longer", NUMBER, stretched(1.05), "a bar of native shapes is a twentieth longer than its number"
)


@planted(NUMBER, "two bars of native shapes change places")
def two_drawn_bars_exchanged(rng: Random, deck: Slides) -> bool:
    for group in shuffled(rng, drawings(deck, "变化")):
        one, two = (frame_of(bar).find(f"{A}ext") for bar in bars(group))
        one_length, two_length = one.get("cx"), two.get("cx")
        one.set("cx", two_length)
        two.set("cx", one_length)
        return True
    return False


def paths(deck: Slides) -> list[Any]:
    """Return the paths of drawings that hold many dots: more than three closed forms."""
    found = [path for group in drawings(deck) for path in group.iter(f"{A}path")]
    return [path for path in found if len(path.findall(f"{A}close")) > 3]


def forms(path: Any) -> list[list[Any]]:
    """Return the closed forms of a path, each from its move to its close."""
    found: list[list[Any]] = [[]]
    for step in path:
        found[-1].append(step)
        if step.tag == f"{A}close":
            found.append([])
    return [one for one in found if one]


@planted(NUMBER, "dots of a drawing are taken out")
def dots_taken_out(rng: Random, deck: Slides) -> bool:
    for path in shuffled(rng, paths(deck)):
        some = forms(path)
        for step in [step for form in rng.sample(some, max(1, len(some) // 5)) for step in form]:
            path.remove(step)
        return True
    return False


@planted(NUMBER, "dots of a drawing are added")
def dots_added(rng: Random, deck: Slides) -> bool:
    for path in shuffled(rng, paths(deck)):
        some = forms(path)
        for form in rng.sample(some, max(1, len(some) // 5)):
            for step in form:
                copy = clone(step)
                for point in copy.iter(f"{A}pt"):
                    point.set("y", str(int(point.get("y")) // 2))
                path.append(copy)
        return True
    return False


@planted(NUMBER, "an arrow of a drawing points the other way, from later to earlier")
def an_arrow_reversed(rng: Random, deck: Slides) -> bool:
    for group in shuffled(rng, drawings(deck, "前后对比")):
        heads = [
            one for one in group.iter(f"{P}sp") if [step.tag for step in one.iter(f"{A}moveTo", f"{A}lnTo", f"{A}close")] == HEAD
        ]
        lines = list(group.iter(f"{P}cxnSp"))
        if heads and lines:
            frame_of(heads[0]).set("flipH", "1")
            frame_of(heads[0]).find(f"{A}off").set("x", frame_of(lines[0]).find(f"{A}off").get("x"))
            return True
    return False


HEAD = [f"{A}moveTo", f"{A}lnTo", f"{A}lnTo"]
"""What the head of an arrow is drawn of."""


def resized(share: float) -> Callable[[Random, Any], bool]:
    """Return the alteration of a drawn circle, whose area shows a number."""

    def alter(rng: Random, deck: Slides) -> bool:
        found = [
            one
            for group in drawings(deck, "前后对比")
            for one in group.iter(f"{P}sp")
            if one.find(f".//{A}cubicBezTo") is not None
        ]
        for one in shuffled(rng, found):
            ext = frame_of(one).find(f"{A}ext")
            for name in ("cx", "cy"):
                ext.set(name, str(int(int(ext.get(name)) * share)))
            return True
        return False

    return alter


planted.add("a drawn circle shrunk", NUMBER, resized(0.5), "a circle of native shapes is smaller than its number")
planted.add("a drawn circle grown", NUMBER, resized(1.25), "a circle of native shapes is larger than its number")


@planted(ANY, "a drawing is stretched")
def a_drawing_stretched(rng: Random, deck: Slides) -> bool:
    for group in shuffled(rng, drawings(deck)):
        ext = group.find(f"{P}grpSpPr/{A}xfrm/{A}ext")
        ext.set("cx", str(int(int(ext.get("cx")) * 0.5)))
        return True
    return False


@planted(NUMBER, "two numbers of a drawing change places")
def two_drawn_numbers_exchanged(rng: Random, deck: Slides) -> bool:
    for group in shuffled(rng, drawings(deck)):
        found = [one for one in group.iter(f"{P}sp") if re.search(r"\d(?!\d*年)", text_of(one)) and box_of(one)]
        kin = [
            (one, two)
            for one in found
            for two in found
            if len(text_of(one)) <= len(text_of(two)) and text_of(one) != text_of(two)
        ]
        if kin:
            one, two = rng.choice(kin)
            swap(one.find(f"{P}txBody"), two.find(f"{P}txBody"))
            return True
    return False


@planted(APPEARANCE, "a form of a drawing takes another colour")
def a_drawing_of_another_colour(rng: Random, deck: Slides) -> bool:
    found = [one for group in drawings(deck) for one in group.iter(f"{P}sp") if one.find(f"{P}spPr/{A}solidFill") is not None]
    for one in shuffled(rng, found):
        old = one.find(f"{P}spPr/{A}solidFill")
        old.getparent().replace(old, xml('<a:solidFill><a:srgbClr val="0070C0"/></a:solidFill>'))
        return True
    return False


@planted(NUMBER, "a whole drawing is hidden")
def a_drawing_hidden(rng: Random, deck: Slides) -> bool:
    for group in shuffled(rng, drawings(deck)):
        next(group.iter(f"{P}cNvPr")).set("hidden", "1")
        return True
    return False


KINDS = tuple(planted.kinds)
