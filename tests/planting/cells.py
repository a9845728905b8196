"""The ledger's workbook, opened: its sheets, cells and shared strings."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from tests.planting.slides import Parts, R, S

SHEET = r"xl/worksheets/sheet\d+\.xml"
STRINGS, BOOK, STYLES = "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"


class Cell:
    """A cell with text, edited as an editor does: its own string, not that of all cells that say the same."""

    def __init__(self, element: Any, text: str) -> None:
        self.element, self.text = element, text

    def put(self, start: int, end: int, new: str) -> bool:
        self.say(self.text[:start] + new + self.text[end:])
        return True

    def say(self, words: str) -> None:
        """Set the cell to words, kept in the cell itself."""
        for child in list(self.element):
            self.element.remove(child)
        self.element.set("t", "inlineStr")
        box = self.element.makeelement(f"{S}is", {})
        text = box.makeelement(f"{S}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
        text.text = self.text = words
        box.append(text)
        self.element.append(box)


class Cells(Parts):
    """figures.xlsx opened."""

    def __init__(self, source: Path | bytes) -> None:
        super().__init__(source)
        self.strings = ["".join(one.itertext()) for one in self.tree(STRINGS)] if STRINGS in self.bytes else []

    @property
    def sheets(self) -> list[Any]:
        return self.all(SHEET)

    def rows(self, sheet: int = 0) -> list[Any]:
        """Return a sheet's rows below its head, which is the fourth."""
        return [one for one in self.sheets[sheet].iter(f"{S}row") if int(one.get("r")) > HEAD]

    def lines(self) -> list[Cell]:
        return [cell for sheet in self.sheets for cell in self.texts(sheet)]

    def texts(self, within: Any) -> list[Cell]:
        found = []
        for one in within.iter(f"{S}c"):
            value = one.find(f"{S}v")
            if one.get("t") == "s" and value is not None:
                found.append(Cell(one, self.strings[int(value.text)]))
        return found

    def numbers(self, within: Any | None = None) -> list[Any]:
        """Return the values of cells that hold a number."""
        sheets = self.sheets if within is None else [within]
        cells = [one for sheet in sheets for one in sheet.iter(f"{S}c") if one.get("t") in (None, "n")]
        return [value for one in cells if (value := one.find(f"{S}v")) is not None]

    def column(self, header: str, sheet: int = 0) -> list[Any]:
        """Return the cells below a header."""
        rows = list(self.sheets[sheet].iter(f"{S}row"))
        head = next(one for one in rows if int(one.get("r")) == HEAD)
        letter = next((column_of(one.element) for one in self.texts(head) if one.text == header), None)
        return [one for row in rows if int(row.get("r")) > HEAD for one in row if column_of(one) == letter]

    def child(self, sheet: int, tag: str) -> Any | None:
        return self.sheets[sheet].find(f"{S}{tag}")

    def add(self, sheet: int, element: Any, *before: str) -> bool:
        """Add an element to a sheet before the first that there is of some others, as the schema orders them, else at the end."""
        root = self.sheets[sheet]
        mark = next((one for tag in before if (one := root.find(f"{S}{tag}")) is not None), None)
        if mark is None:
            root.append(element)
        else:
            mark.addprevious(element)
        return True


HEAD = 4
"""The row of the head of each sheet."""


def column_of(cell: Any) -> str:
    return re.sub(r"\d", "", cell.get("r"))


__all__ = ["BOOK", "HEAD", "SHEET", "STRINGS", "STYLES", "Cell", "Cells", "R", "column_of"]
