"""Small books set by hand, and the readers that did not write them."""

import io
import os
import shutil
import subprocess
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from generator.design.palette import INK
from generator.document.model import Imprint, Phrase, Run
from generator.drawing import Glyph, TextRun
from generator.fonts.library import Library
from generator.layout.book.page import Book, Page
from generator.units import Point, Size, mm, pt
from generator.writers.pdf.document import write

A4 = Size(mm(210), mm(297))
LIBRARY = Library.open()
BODY = pt(10)
LEFT, TOP = mm(20), mm(30)


def imprint(date="2021-08-05"):
    return Imprint(
        title=Phrase((Run("十五年，从一棵树到一片林"),), "title"),
        subtitle=Phrase((Run("《2020—2021阿里巴巴集团社会责任报告》摘要"),), "subtitle"),
        organization=(Run("阿里巴巴集团"),),
        edition=(Run("2020—2021"),),
        date=date,
        brand=None,
        colophon=(),
        digest="0123456789abcdef" * 4,
    )


def run(text, x=LEFT, y=TOP, *, size=BODY, gaps=None, **how):
    """Return a run with `gaps` (ems before the glyph of that index) and, where `shown` is given, more glyphs than text."""
    shown, face = how.pop("shown", text), how.pop("face", "sans-regular")
    glyphs, pen = [], 0
    for index, char in enumerate(shown):
        pen += round((gaps or {}).get(index, 0) * size)
        gid = LIBRARY.face(face).glyph(char)
        glyphs.append(Glyph(gid, pen, char if index < len(text) else ""))
        pen += LIBRARY.face(face).advance(gid) * size // 1000
    return TextRun(Point(x, y), face, size, how.pop("ink", INK), tuple(glyphs), text, pen, **{"origin": "here", **how})


def line(*runs, gap=0.25):
    """Return runs moved to stand one behind the other, so many ems of the larger apart."""
    placed, x = [], runs[0].origin_point.x
    for one in runs:
        if placed:
            x += round(gap * max(one.size, placed[-1].size))
        placed.append(replace(one, origin_point=Point(x, one.origin_point.y)))
        x += one.width
    return tuple(placed)


def book(*pages, destinations=(), outline=(), folios=None):
    """Return a book of pages given by their items."""
    return Book(
        imprint(),
        tuple(Page(number, (folios or {}).get(number, str(number)), A4, tuple(items)) for number, items in enumerate(pages, 1)),
        tuple(destinations),
        tuple(outline),
    )


def needed(tool):
    """Return a tool's path; without it skip, or fail where JIANBAO_REQUIRE_TOOLS is 1."""
    path = shutil.which(tool)
    if path is None:
        stop = pytest.fail if os.environ.get("JIANBAO_REQUIRE_TOOLS") == "1" else pytest.skip
        stop(f"{tool} is not installed")
    return path


class Written:
    """A book that has been written, as others read it."""

    def __init__(self, folder, book):
        self.path = Path(folder) / "report.pdf"
        write(book, LIBRARY, self.path)

    @property
    def bytes(self):
        return self.path.read_bytes()

    @cached_property
    def objects(self):
        return pikepdf.open(io.BytesIO(self.bytes))

    @cached_property
    def pdfium(self):
        return pypdfium2.PdfDocument(self.bytes)

    def copied_from_pdfium(self, page=0):
        return self.pdfium[page].get_textpage().get_text_range().replace("\r\n", "\n")

    def poppler(self, tool, *options):
        command = [needed(tool), *options, str(self.path)]
        command += ["-"] if tool == "pdftotext" else []
        return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout

    def copied_from_poppler(self):
        return self.poppler("pdftotext", "-raw").replace("\f", "").rstrip("\n")

    def content(self, page=0):
        return self.objects.pages[page].Contents.read_bytes().decode("ascii")

    def pixel(self, point, page=0, scale=2):
        image = self.pdfium[page].render(scale=scale).to_pil().convert("RGB")
        return image.getpixel((round(point.x / 12700 * scale), round(point.y / 12700 * scale)))
