"""Alterations of the deck's native charts: values, categories and series, alike in cache and workbook or in one of them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from tests.planting.cells import Cell, Cells
from tests.planting.model import ANY, DECK, NUMBER, WORDING, Table, shuffled
from tests.planting.slides import A, C, S, Slides, clone

planted = Table(DECK)


class Chart:
    """A native chart opened: its part, and the workbook inside."""

    def __init__(self, deck: Slides, name: str) -> None:
        self.deck, self.root = deck, deck.tree(name)
        self.sheet, parts = deck.sheet_of(name)
        self.book = Cells(parts.packed())

    @property
    def series(self) -> list[Any]:
        return list(self.root.iter(f"{C}ser"))

    def points(self, series: int, of: str) -> list[Any]:
        """Return what a series caches of its categories (`cat`) or values (`val`)."""
        found = self.series[series].find(f"{C}{of}")
        return [] if found is None else [point.find(f"{C}v") for point in found.iter(f"{C}pt")]

    def cell(self, address: str) -> Any:
        sheet = self.book.sheets[0]
        return next((one for one in sheet.iter(f"{S}c") if one.get("r") == address), None)

    def say(self, address: str, words: str, *, number: bool) -> None:
        """Set a cell of the workbook."""
        cell = self.cell(address)
        assert cell is not None, address
        if number:
            cell.find(f"{S}v").text = words
        else:
            Cell(cell, "").say(words)

    def keep(self) -> bool:
        self.deck.bytes[self.sheet] = self.book.packed()
        return True


def letter(series: int) -> str:
    return chr(ord("B") + series)


def charts(due: str, says: str) -> Callable[[Callable[[Random, Chart], Any]], Any]:
    """Keep an alteration of one native chart."""

    def keep(change: Callable[[Random, Chart], Any]) -> Any:
        def alter(rng: Random, deck: Slides) -> bool:
            return any(
                bool(change(rng, chart)) and chart.keep() for chart in (Chart(deck, one) for one in shuffled(rng, deck.charts()))
            )

        planted.add(change.__name__.replace("_", " "), due, alter, says)
        return change

    return keep


def put_value(chart: Chart, series: int, point: int, words: str, *, cache: bool = True, book: bool = True) -> bool:
    if cache:
        chart.points(series, "val")[point].text = words
    if book:
        chart.say(f"{letter(series)}{point + 2}", words, number=True)
    return True


def put_category(chart: Chart, point: int, words: str, *, cache: bool = True, book: bool = True) -> bool:
    for series in range(len(chart.series)) if cache else ():
        chart.points(series, "cat")[point].text = words
    if book:
        chart.say(f"A{point + 2}", words, number=False)
    return True


def a_point(rng: Random, chart: Chart) -> tuple[int, int, str]:
    series = rng.randrange(len(chart.series))
    values = chart.points(series, "val")
    point = rng.randrange(len(values))
    return series, point, values[point].text


def other(rng: Random, words: str) -> str:
    return f"{float(words) * rng.choice((0.1, 0.9, 1.1, 2, 10)):g}"


@charts(NUMBER, "a value changes in the chart and in its workbook alike")
def a_value_changed(rng: Random, chart: Chart) -> bool:
    series, point, words = a_point(rng, chart)
    return put_value(chart, series, point, other(rng, words))


@charts(NUMBER, "a value changes in the chart alone")
def a_cached_value_changed(rng: Random, chart: Chart) -> bool:
    series, point, words = a_point(rng, chart)
    return put_value(chart, series, point, other(rng, words), book=False)


@charts(NUMBER, "a value changes in the workbook alone")
def a_value_of_the_workbook_changed(rng: Random, chart: Chart) -> bool:
    series, point, words = a_point(rng, chart)
    return put_value(chart, series, point, other(rng, words), cache=False)


@charts(NUMBER, "the difference of two bars is typed over its formula")
def a_formula_typed_over(_rng: Random, chart: Chart) -> bool:
    for cell in chart.book.sheets[0].iter(f"{S}c"):
        formula = cell.find(f"{S}f")
        if formula is not None:
            cell.remove(formula)
            return True
    return False


@charts(NUMBER, "a formula takes another cell")
def a_formula_of_another_cell(_rng: Random, chart: Chart) -> bool:
    for formula in chart.book.sheets[0].iter(f"{S}f"):
        formula.text = (formula.text or "").replace("B2", "B1")
        return True
    return False


@charts(NUMBER, "a part that is missing is filled like one that is there")
def a_missing_part_filled(_rng: Random, chart: Chart) -> bool:
    for paint in chart.root.iter(f"{C}spPr"):
        empty, line = paint.find(f"{A}noFill"), paint.find(f"{A}ln")
        if empty is not None and line is not None and line.find(f"{A}prstDash") is not None:
            paint.replace(empty, clone(line.find(f"{A}solidFill")))
            return True
    return False


@charts(NUMBER, "a value changes its sign in both")
def a_value_negated(rng: Random, chart: Chart) -> bool:
    series, point, words = a_point(rng, chart)
    return put_value(chart, series, point, words[1:] if words.startswith("-") else f"-{words}")


@charts(NUMBER, "two values of a series change places in both")
def two_values_exchanged(rng: Random, chart: Chart) -> bool:
    series, one, words = a_point(rng, chart)
    others = [(at, value.text) for at, value in enumerate(chart.points(series, "val")) if value.text != words]
    if not others:
        return False
    two, theirs = rng.choice(others)
    return put_value(chart, series, one, theirs) and put_value(chart, series, two, words)


@charts(NUMBER, "two categories change places in both, and their values stay")
def two_categories_exchanged(rng: Random, chart: Chart) -> bool:
    names = [one.text for one in chart.points(0, "cat")]
    one, two = rng.sample(range(len(names)), 2)
    return put_category(chart, one, names[two]) and put_category(chart, two, names[one])


@charts(NUMBER, "two categories change places in the chart alone")
def two_cached_categories_exchanged(rng: Random, chart: Chart) -> bool:
    names = [one.text for one in chart.points(0, "cat")]
    one, two = rng.sample(range(len(names)), 2)
    return put_category(chart, one, names[two], book=False) and put_category(chart, two, names[one], book=False)


@charts(WORDING, "a category takes another name in both")
def a_category_renamed(rng: Random, chart: Chart) -> bool:
    named = [at for at, one in enumerate(chart.points(0, "cat")) if not any(map(str.isdigit, one.text))]
    if not named:
        return False
    point = rng.choice(named)
    return put_category(chart, point, f"{chart.points(0, 'cat')[point].text}等")


@charts(NUMBER, "a category takes another year in both")
def a_category_of_another_year(rng: Random, chart: Chart) -> bool:
    names = chart.points(0, "cat")
    dated = [at for at, one in enumerate(names) if one.text[:4].isdigit()]
    if not dated:
        return False
    point = rng.choice(dated)
    return put_category(chart, point, f"{int(names[point].text[:4]) - 10}{names[point].text[4:]}")


def names(chart: Chart) -> list[Any]:
    """Return the cached names of the series, where there are two or more."""
    found = [one.find(f"{C}tx//{C}v") for one in chart.series]
    return found if len(found) > 1 and all(one is not None for one in found) else []


@charts(NUMBER, "two series take each other's names in both")
def two_series_exchanged(rng: Random, chart: Chart) -> bool:
    found = names(chart)
    if not found:
        return False
    one, two = rng.sample(range(len(found)), 2)
    found[one].text, found[two].text = found[two].text, found[one].text
    for at in (one, two):
        chart.say(f"{letter(at)}1", found[at].text, number=False)
    return True


@charts(WORDING, "a series takes another name in both")
def a_series_renamed(rng: Random, chart: Chart) -> bool:
    found = names(chart)
    if not found:
        return False
    at = rng.randrange(len(found))
    found[at].text = f"{found[at].text}等"
    chart.say(f"{letter(at)}1", found[at].text, number=False)
    return True


@charts(NUMBER, "a series is deleted from the chart")
def a_series_deleted(rng: Random, chart: Chart) -> bool:
    if len(chart.series) < 2:
        return False
    gone = rng.choice(chart.series)
    gone.getparent().remove(gone)
    return True


@charts(NUMBER, "the last point of every series is deleted from the chart")
def a_point_deleted(_rng: Random, chart: Chart) -> bool:
    for series in chart.series:
        for cache in series.iter(f"{C}strCache", f"{C}numCache"):
            points = cache.findall(f"{C}pt")
            if len(points) > 1:
                cache.remove(points[-1])
                cache.find(f"{C}ptCount").set("val", str(len(points) - 1))
    return True


@charts(NUMBER, "a value of the chart is left out, as a gap")
def a_value_left_out(rng: Random, chart: Chart) -> bool:
    series, point, _ = a_point(rng, chart)
    gone = chart.points(series, "val")[point].getparent()
    gone.getparent().remove(gone)
    return True


@charts(NUMBER, "a series refers to other cells of the workbook")
def a_series_refers_elsewhere(rng: Random, chart: Chart) -> bool:
    series = rng.choice(chart.series)
    formula = series.find(f"{C}val/{C}numRef/{C}f")
    column = formula.text.split("$")[1]
    formula.text = formula.text.replace(f"${column}$", "$H$")
    return True


@charts(NUMBER, "a row of the workbook is hidden, which takes it out of the chart")
def a_row_of_the_workbook_hidden(rng: Random, chart: Chart) -> bool:
    rows = list(chart.book.sheets[0].iter(f"{S}row"))
    rng.choice(rows[1:]).set("hidden", "1")
    return True


@charts(NUMBER, "a value of the workbook becomes a formula")
def a_formula_in_the_workbook(rng: Random, chart: Chart) -> bool:
    series, point, words = a_point(rng, chart)
    cell = chart.cell(f"{letter(series)}{point + 2}")
    formula = cell.makeelement(f"{S}f", {})
    formula.text = f"{words}*1.5"
    cell.insert(0, formula)
    return True


@charts(NUMBER, "a number is put beside the table of the workbook")
def a_number_beside_the_workbook(rng: Random, chart: Chart) -> bool:
    row = rng.choice(list(chart.book.sheets[0].iter(f"{S}row")))
    cell = clone(row[0])
    cell.set("r", f"K{row.get('r')}")
    row.append(cell)
    Cell(cell, "").say("实际为88")
    return True


@charts(ANY, "a sheet is added to the workbook")
def a_sheet_in_the_workbook(_rng: Random, chart: Chart) -> bool:
    return chart.book.replace("xl/workbook.xml", "</sheets>", '<sheet name="口径" sheetId="9" r:id="rId1"/></sheets>')


@charts(NUMBER, "a number format of the workbook divides what is shown by a thousand")
def a_format_in_the_workbook(_rng: Random, chart: Chart) -> bool:
    styles = chart.book.tree("xl/styles.xml")
    cells = styles.find(f"{S}cellXfs")
    for one in cells:
        one.set("numFmtId", "9")
        one.set("applyNumberFormat", "1")
    return True


def exchanged(pattern: str) -> Callable[[Random, Slides], bool]:
    """Return the alteration in which two parts of one kind take each other's place."""

    def alter(rng: Random, deck: Slides) -> bool:
        found = deck.named(pattern)
        if len(found) < 2:
            return False
        one, two = rng.sample(found, 2)
        deck.bytes[one], deck.bytes[two] = deck.bytes[two], deck.bytes[one]
        return True

    return alter


planted.add("two charts exchanged", NUMBER, exchanged(Slides.CHART), "two charts change places, their workbooks stay")
planted.add("two workbooks exchanged", NUMBER, exchanged(r"ppt/embeddings/.*\.xlsx"), "the workbooks of two charts change places")


@planted(NUMBER, "two slides take each other's chart, workbook and all")
def two_charts_on_each_others_slide(rng: Random, deck: Slides) -> bool:
    found = [
        one for name in deck.named(r"ppt/slides/_rels/.*\.rels") for one in deck.tree(name) if one.get("Type").endswith("/chart")
    ]
    if len(found) < 2:
        return False
    one, two = rng.sample(found, 2)
    mine, theirs = one.get("Target"), two.get("Target")
    one.set("Target", theirs)
    two.set("Target", mine)
    return True


KINDS = tuple(planted.kinds)
