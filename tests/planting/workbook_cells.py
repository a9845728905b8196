"""Alterations of what the ledger's workbook says: texts, values, rows and columns of its cells."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

from tests.planting.cells import HEAD, STRINGS, Cell, Cells, column_of
from tests.planting.model import ANY, FIGURES, NUMBER, WORDING, Table, is_plain, shuffled
from tests.planting.slides import S, clone
from tests.planting.wording import AMOUNT, PERIOD, TURNS, change, exchange

planted = Table(FIGURES)

LEFT_OUT = {"a word of prose", "a share in words", "a number parted", "another paragraph cited"}
"""Turns that have no place in a table."""

for _turn in TURNS:
    if _turn.name not in LEFT_OUT:
        planted.add(_turn.name, _turn.due, change(_turn, Cells.lines), _turn.says)


def printed(book: Cells) -> list[Cell]:
    """Return the cells of the first sheet, row by row."""
    return book.texts(book.sheets[0])


planted.add("two printed numbers exchanged", NUMBER, exchange(AMOUNT, printed), "two printed numbers change places")
planted.add("two periods exchanged", NUMBER, exchange(PERIOD, printed), "two years change places")


def in_column(due: str, header: str, says: str) -> Callable[[Callable[[Random, Any], Any]], Any]:
    """Keep an alteration of one value below a header."""

    def keep(edit: Callable[[Random, Any], Any]) -> Any:
        def alter(rng: Random, book: Cells) -> bool:
            cells = [one for one in book.column(header) if one.get("t") in (None, "n") and one.find(f"{S}v") is not None]
            return any(edit(rng, one) is not False for one in shuffled(rng, cells))

        planted.add(edit.__name__.replace("_", " "), due, alter, says)
        return edit

    return keep


def value(cell: Any) -> Any:
    return cell.find(f"{S}v")


def scaled(by: float) -> Callable[[Random, Any], None]:
    def edit(_rng: Random, cell: Any) -> None:
        value(cell).text = f"{float(value(cell).text) * by:g}"

    return edit


for _name, _by, _says in (
    ("a value ten times as large", 10, "a value grows tenfold"),
    ("a value in ten thousands", 0.0001, "a value is given in 万"),
    ("a value a little larger", 1.01, "a value grows by a hundredth"),
    ("a value negated", -1, "a value becomes negative"),
):
    _edit = scaled(_by)
    _edit.__name__ = _name
    in_column(NUMBER, "数额", _says)(_edit)


@in_column(NUMBER, "数额", "a value is lost")
def a_value_lost(_rng: Random, cell: Any) -> None:
    cell.remove(value(cell))


@in_column(NUMBER, "数额", "a value becomes words")
def a_value_in_words(_rng: Random, cell: Any) -> None:
    Cell(cell, "").say("待核")


@in_column(NUMBER, "数额", "a value becomes a formula that gives another")
def a_formula(_rng: Random, cell: Any) -> None:
    formula = cell.makeelement(f"{S}f", {})
    formula.text = f"{value(cell).text}*1.1"
    cell.insert(0, formula)
    value(cell).text = f"{float(value(cell).text) * 1.1:g}"


@in_column(NUMBER, "数额", "a value becomes a formula whose kept value is the old one")
def a_formula_with_the_old_value(_rng: Random, cell: Any) -> None:
    formula = cell.makeelement(f"{S}f", {})
    formula.text = f"{value(cell).text}+1"
    cell.insert(0, formula)


@in_column(NUMBER, "数额", "a value becomes an error")
def a_value_in_error(_rng: Random, cell: Any) -> None:
    cell.set("t", "e")
    value(cell).text = "#REF!"


@planted(NUMBER, "two values change places")
def two_values_exchanged(rng: Random, book: Cells) -> bool:
    values = [value(one) for one in book.column("数额") if one.get("t") in (None, "n") and value(one) is not None]
    for one in shuffled(rng, values):
        others = [two for two in values if two.text != one.text]
        if others:
            two = rng.choice(others)
            one.text, two.text = two.text, one.text
            return True
    return False


def strings(pattern: str, new: Callable[[re.Match[str]], str]) -> Callable[[Random, Any], bool]:
    """Return the alteration of a shared string, which shows in every cell that says it."""

    def alter(rng: Random, book: Cells) -> bool:
        for one in shuffled(rng, [one for one in book.tree(STRINGS).iter(f"{S}t") if re.search(pattern, one.text or "")]):
            one.text = re.sub(pattern, new, one.text, count=1)
            return True
        return False

    return alter


planted.add(
    "a shared number",
    NUMBER,
    strings(r"\d", lambda m: str((int(m[0]) + 3) % 10)),
    "a number changes in all cells that say it",
)
planted.add(
    "a shared unit",
    NUMBER,
    strings(r"(?<=\d)[个家户人吨]", lambda _m: "万"),
    "a unit changes in all cells that say it",
)
planted.add("shared words", ANY, strings(r"^\D{4,}$", lambda m: f"{m[0]}等"), "words change in all cells that say them")


@planted(NUMBER, "a shared number is struck through")
def a_shared_number_struck(rng: Random, book: Cells) -> bool:
    for one in shuffled(
        rng, [one for one in book.tree(STRINGS) if re.fullmatch(r"\D{0,4}\d[\d.]*\D{0,4}", "".join(one.itertext()))]
    ):
        run = one.makeelement(f"{S}r", {})
        look = run.makeelement(f"{S}rPr", {})
        look.append(look.makeelement(f"{S}strike", {}))
        run.append(look)
        run.append(one[0])
        one.append(run)
        return True
    return False


def texts_in(header: str, edit: Callable[[Random, Cell], object], sheet: int = 0) -> Callable[[Random, Any], bool]:
    """Return the alteration of one text below a header."""

    def alter(rng: Random, book: Cells) -> bool:
        wanted = {one.get("r") for one in book.column(header, sheet)}
        found = [one for one in book.texts(book.sheets[sheet]) if one.element.get("r") in wanted and one.text]
        return any(edit(rng, cell) is not False for cell in shuffled(rng, found))

    return alter


COLUMNS = (
    ("a name changed", NUMBER, "数据", "另一项", "a figure takes another name"),
    ("a meaning changed", ANY, "含义", "另一个意思", "a figure's meaning is another"),
    ("a kind changed", NUMBER, "类别", "累计数", "a figure's kind is another"),
    ("a period lost", NUMBER, "时期", "", "a figure's period is lost"),
    ("a source changed", ANY, "来源", "另一份材料", "a figure's source is another"),
    ("a page changed", NUMBER, "报告页", "97", "the page where a figure stands is another"),
    ("a slide changed", NUMBER, "幻灯片", "97", "the slide where a figure stands is another"),
    ("a unit changed", NUMBER, "单位", "万", "a figure's unit is another"),
)  # fmt: skip
"""Texts of the first sheet, by their header."""


def told(words: str) -> Callable[[Random, Cell], object]:
    """Return the change of a cell into words that it does not say."""
    return lambda _rng, cell: cell.say(words) if cell.text != words else False


for _name, _due, _header, _words, _says in COLUMNS:
    planted.add(_name, _due, texts_in(_header, told(_words)), _says)

planted.add(
    "a printed use changed",
    NUMBER,
    texts_in("印出文字", lambda _rng, cell: cell.say("约88万元"), 1),
    "what is printed at a place is another",
)
planted.add("a place changed", NUMBER, texts_in("页码", lambda _rng, cell: cell.say("97"), 1), "the page of a use is another")
planted.add(
    "a sign put on the sheet to sign",
    WORDING,
    lambda rng, book: rng.choice([one for one in book.texts(book.sheets[3]) if is_plain(book, one.text)]).say("张三说好") is None,
    "the sheet to sign says something else",
)


def swap_cells(one: Any, two: Any) -> None:
    """Let two cells take each other's content, and stay where they are."""
    mine, theirs = list(one), list(two)
    kinds = one.get("t"), two.get("t")
    for cell, content, kind in ((one, theirs, kinds[1]), (two, mine, kinds[0])):
        for child in content:
            cell.append(child)
        cell.attrib.pop("t", None)
        if kind:
            cell.set("t", kind)


def content(book: Cells, row: Any) -> list[str]:
    return [one.text for one in book.texts(row)]


@planted(NUMBER, "two names change places, and their rows stay")
def two_names_exchanged(rng: Random, book: Cells) -> bool:
    rows = shuffled(rng, book.rows())
    for one in rows:
        for two in rows:
            if content(book, one)[:1] != content(book, two)[:1]:
                swap_cells(one[0], two[0])
                return True
    return False


@planted(ANY, "two whole rows change places")
def two_rows_exchanged(rng: Random, book: Cells) -> bool:
    one, two = rng.sample(book.rows(), 2)
    for mine, theirs in zip(list(one), list(two), strict=True):
        swap_cells(mine, theirs)
    return True


@planted(ANY, "the heads of two columns change places")
def two_heads_exchanged(rng: Random, book: Cells) -> bool:
    head = next(row for row in book.sheets[0].iter(f"{S}row") if int(row.get("r")) == HEAD)
    swap_cells(*rng.sample(list(head), 2))
    return True


@planted(ANY, "two whole columns change places")
def two_columns_exchanged(rng: Random, book: Cells) -> bool:
    rows = [row for row in book.sheets[0].iter(f"{S}row") if int(row.get("r")) >= HEAD]
    one, two = rng.sample(range(3, len(rows[0])), 2)
    for row in rows:
        swap_cells(row[one], row[two])
    return True


@planted(NUMBER, "a row is emptied")
def a_row_emptied(rng: Random, book: Cells) -> bool:
    for cell in rng.choice(book.rows()):
        for child in list(cell):
            cell.remove(child)
        cell.attrib.pop("t", None)
    return True


def renumbered(row: Any, number: int) -> Any:
    row.set("r", str(number))
    for cell in row:
        cell.set("r", f"{column_of(cell)}{number}")
    return row


@planted(NUMBER, "a row is deleted, and those below move up")
def a_row_deleted(rng: Random, book: Cells) -> bool:
    rows = book.rows()
    gone = rng.choice(rows)
    for row in rows:
        if int(row.get("r")) > int(gone.get("r")):
            renumbered(row, int(row.get("r")) - 1)
    gone.getparent().remove(gone)
    return True


@planted(NUMBER, "a row is doubled at the end")
def a_row_doubled(rng: Random, book: Cells) -> bool:
    rows = book.rows()
    copy = renumbered(clone(rng.choice(rows)), int(rows[-1].get("r")) + 1)
    rows[-1].addnext(copy)
    return True


@planted(NUMBER, "a number is put into an empty cell")
def a_number_put_in(rng: Random, book: Cells) -> bool:
    empty = [cell for row in book.rows() for cell in row if len(cell) == 0]
    Cell(rng.choice(empty), "").say("另有88万")
    return True


@planted(WORDING, "words are put into an empty cell")
def words_put_in(rng: Random, book: Cells) -> bool:
    empty = [cell for row in book.rows() for cell in row if len(cell) == 0]
    Cell(rng.choice(empty), "").say("待核实")
    return True


@planted(NUMBER, "a number stands far off to the right")
def a_number_far_off(rng: Random, book: Cells) -> bool:
    row = rng.choice(book.rows())
    cell = clone(row[0])
    cell.set("r", f"AZ{row.get('r')}")
    row.append(cell)
    Cell(cell, "").say("88%")
    return True


KINDS = tuple(planted.kinds)
