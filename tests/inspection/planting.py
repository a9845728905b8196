"""How faults are planted: finished files edited by other hands than those that wrote them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
from pptx import Presentation


def codes_of(font: Any) -> dict[str, str]:
    """The hexadecimal code of each character of a font, by its ToUnicode map (one `bfchar` or `bfrange` line a character)."""
    found: dict[str, str] = {}
    lines = bytes(font["/ToUnicode"].read_bytes()).decode("ascii").splitlines()
    for line in lines:
        words = [word.strip("<>") for word in line.replace("><", "> <").split() if word.startswith("<")]
        if len(words) == 2 and len(words[0]) == 4:
            found[bytes.fromhex(words[1]).decode("utf-16-be")] = words[0].upper()
        elif len(words) == 3 and len(words[0]) == 4:
            first, last, start = (int(word, 16) for word in words)
            found |= {chr(start + step): f"{first + step:04X}" for step in range(last - first + 1)}
    return found


class Paper:
    """A page of an open PDF, to be edited as text."""

    def __init__(self, page: pikepdf.Page) -> None:
        self.page = page
        self.fonts = {str(name): codes_of(font) for name, font in page.resources["/Font"].items()}

    @property
    def stream(self) -> str:
        return bytes(self.page.Contents.read_bytes()).decode("latin-1")

    @stream.setter
    def stream(self, text: str) -> None:
        self.page.Contents.write(text.encode("latin-1"))

    def swap(self, old: str, new: str, count: int = 1) -> None:
        """Change characters where they stand in one string of glyphs, in whichever font can show both."""
        for codes in self.fonts.values():
            if not set(old + new) <= set(codes):
                continue
            before, after = ("".join(codes[one] for one in text) for text in (old, new))
            if before in self.stream:
                self.stream = self.stream.replace(before, after, count)
                return
        message = f"{old} stands nowhere on the page"
        raise AssertionError(message)

    def type(self, text: str, x: float, y: float, before: str = "0 g", size: float = 10) -> None:
        """Paint characters more, from the lower left, in whichever font has them."""
        name, codes = next((name, codes) for name, codes in self.fonts.items() if set(text) <= set(codes))
        string = "".join(codes[one] for one in text)
        self.paint(f"{before} BT {name} {size} Tf {x} {y} Td <{string}> Tj ET")

    def paint(self, operators: str) -> None:
        self.stream = f"{self.stream}\nq {operators} Q"

    def wrap(self, before: str, after: str = "") -> None:
        """Put operators round everything that the page paints."""
        self.stream = f"q {before}\n{self.stream}\n{after} Q"

    @property
    def height(self) -> float:
        return float(self.page.mediabox[3])


@contextmanager
def pdf_of(path: Path):
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        yield pdf
        pdf.save(path)


@contextmanager
def page_of(path: Path, number: int):
    with pdf_of(path) as pdf:
        yield Paper(pdf.pages[number - 1])


@contextmanager
def deck_of(path: Path):
    deck = Presentation(path)
    yield deck
    deck.save(path)


def shape_of(slide: Any, name: str) -> Any:
    return next(shape for shape in slide.shapes if shape.name == name)


def edit_runs(paragraphs: Any, old: str, new: str) -> None:
    """Change characters in the first run that holds them."""
    for run in (run for paragraph in paragraphs for run in paragraph.runs):
        if old in run.text:
            run.text = run.text.replace(old, new, 1)
            return
    message = f"no run reads {old}"
    raise AssertionError(message)


def edit_part(path: Path, part: str, change: Callable[[bytes], bytes]) -> None:
    """Rewrite a package with one part changed; a change that changes nothing is a fault of the test."""
    source = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == part:
                changed = change(data)
                assert changed != data, f"nothing changed in {part}"
                data = changed
            new.writestr(name, data)


def replace_in(path: Path, part: str, old: str, new: str) -> None:
    edit_part(path, part, lambda data: data.replace(old.encode("utf-8"), new.encode("utf-8")))


def add_part(path: Path, part: str, data: bytes) -> None:
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(part, data)


def edit_embedded(path: Path, part: str, address: str, value: object) -> None:
    """Change a cell of the workbook inside a chart, and of nothing else."""

    def change(data: bytes) -> bytes:
        book, changed = openpyxl.load_workbook(io.BytesIO(data)), io.BytesIO()
        book.worksheets[0][address] = value
        book.save(changed)
        return changed.getvalue()

    edit_part(path, part, change)
