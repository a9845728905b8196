"""Alterations about the report's pages: annotations, links, order and boxes of pages."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.planting.model import ANY, APPEARANCE, NUMBER, REPORT, WORDING, Table
from tests.planting.paper import Paper
from tests.planting.report_looks import FIGURE, WORDS, numbered_sheet, places

planted = Table(REPORT)


def form(paper: Paper, width: float, height: float, operators: str) -> Any:
    """Return an appearance, drawn with operators in its own box."""
    stream = pikepdf.Stream(paper.pdf, operators.encode())
    stream.Type, stream.Subtype, stream.BBox = Name.XObject, Name.Form, Array([0, 0, width, height])
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    stream.Resources = Dictionary(Font=Dictionary(Helv=paper.pdf.make_indirect(font)))
    return paper.pdf.make_indirect(stream)


def annotated(kind: str, pattern: str, draw: Callable[[float, float], str], **more: Any) -> Callable[[Random, Any], bool]:
    """Return the alteration that puts an annotation over characters, with an appearance of its own."""

    def alter(rng: Random, paper: Paper) -> bool:
        for line, match in places(rng, paper, pattern):
            left, low, width, height = line.box(match.start(), match.end())
            if kind in BESIDE:
                left, width, height = 6, 18, 18
            note = Dictionary(
                Type=Name.Annot,
                Subtype=Name("/" + kind),
                F=4,
                Rect=Array([left, low, left + width, low + height]),
                T=String("审阅"),
                **more,
            )
            if operators := draw(width, height):
                note.AP = Dictionary(N=form(paper, width, height, operators))
            if kind in ("StrikeOut", "Highlight", "Underline"):
                note.QuadPoints = Array([left, low + height, left + width, low + height, left, low, left + width, low])
                note.C = Array([1, 0, 0])
            page = line.page.page
            page.obj.Annots = Array([*page.obj.get("/Annots", []), paper.pdf.make_indirect(note)])
            return True
        return False

    return alter


BESIDE = ("Text", "FileAttachment", "Caret")
"""Annotations that show as a mark of their own, and are put into the margin."""


def typed(words: str) -> Callable[[float, float], str]:
    return lambda width, height: (
        f"1 g 0 0 {width:.2f} {height:.2f} re f BT 0 g /Helv {height * 0.8:.2f} Tf 1 {height * 0.2:.2f} Td ({words}) Tj ET"
    )


def boxed(width: float, height: float) -> str:
    return f"1 g 0 0 {width:.2f} {height:.2f} re f"


def lined(width: float, height: float) -> str:
    return f"1 0 0 RG 1 w 0 {height / 2:.2f} m {width:.2f} {height / 2:.2f} l S"


def nothing(_width: float, _height: float) -> str:
    return ""


ANNOTATIONS = (
    ("a number typed over another", NUMBER, "FreeText", FIGURE, typed("88"), {"Contents": String("88"), "DA": String("/Helv 9 Tf 0 g")}, "a box of text covers a number"),
    ("a stamp over a number", NUMBER, "Stamp", FIGURE, typed("VOID"), {"Contents": String("作废")}, "a stamp covers a number"),
    ("a number struck by a mark", NUMBER, "StrikeOut", FIGURE, lined, {}, "a number is marked as struck out"),
    ("a box over a number", NUMBER, "Square", FIGURE, boxed, {"IC": Array([1, 1, 1])}, "a marked box covers a number"),
    ("ink over a number", NUMBER, "Ink", FIGURE, lined, {"InkList": Array([Array([0, 0, 9, 9])])}, "a number is crossed out by hand"),
    ("words struck by a mark", ANY, "StrikeOut", WORDS, lined, {}, "words are marked as struck out"),
    ("words highlighted", APPEARANCE, "Highlight", WORDS, nothing, {}, "words are highlighted"),
    ("words underlined by a mark", APPEARANCE, "Underline", WORDS, lined, {}, "words are marked with a line"),
    ("a note", WORDING, "Text", WORDS, nothing, {"Contents": String("请再核")}, "a note is put on a page"),
    ("a note with a number", NUMBER, "Text", FIGURE, nothing, {"Contents": String("应为88万元")}, "a note with a number is put on a page"),
    ("a field of a form", NUMBER, "Widget", FIGURE, typed("88"), {"FT": Name.Tx, "V": String("88")}, "a field of a form covers a number"),
    ("a file pinned to a page", WORDING, "FileAttachment", WORDS, boxed, {"Contents": String("附件")}, "a file is pinned to a page"),
    ("a caret with words", WORDING, "Caret", WORDS, nothing, {"Contents": String("补充说明")}, "words are marked as missing"),
    ("a link to another address", WORDING, "Link", WORDS, nothing, {"A": Dictionary(S=Name.URI, URI=String("https://example.com/other"))}, "words become a link"),
    ("a link to a program", WORDING, "Link", WORDS, nothing, {"A": Dictionary(S=Name.Launch, F=String("other.exe"))}, "words start a program"),
)  # fmt: skip
"""Annotations put on a page."""

for _name, _due, _kind, _pattern, _draw, _more, _says in ANNOTATIONS:
    planted.add(_name, _due, annotated(_kind, _pattern, _draw, **_more), _says)


def links(paper: Paper) -> list[tuple[Any, Any]]:
    return [
        (sheet.page, note)
        for sheet in paper.sheets
        for note in sheet.page.obj.get("/Annots", [])
        if note.Subtype == Name.Link and "/Dest" in note
    ]


def linked(due: str, says: str) -> Callable[[Callable[[Random, Any, Any], Any]], Any]:
    """Keep an alteration of one link."""

    def keep(change: Callable[[Random, Any, Any], Any]) -> Any:
        def alter(rng: Random, paper: Paper) -> bool:
            found = links(paper)
            return bool(found) and change(rng, *rng.choice(found)) is not False

        planted.add(change.__name__.replace("_", " "), due, alter, says)
        return change

    return keep


@linked(WORDING, "a link of the contents leads to another page")
def a_link_elsewhere(_rng: Random, page: Any, note: Any) -> bool:
    others = [one.Dest for one in page.obj.Annots if "/Dest" in one and str(one.Dest) != str(note.Dest)]
    if not others:
        return False
    note.Dest = String(str(others[0]))
    return True


@linked(WORDING, "a link of the contents leads out of the report")
def a_link_outside(_rng: Random, _page: Any, note: Any) -> None:
    del note.Dest
    note.A = Dictionary(S=Name.URI, URI=String("https://example.com/other"))


@linked(WORDING, "a link of the contents is read out otherwise")
def a_link_read_out(_rng: Random, _page: Any, note: Any) -> None:
    note.Contents = String("另一章")


@linked(NUMBER, "a link of the contents is read out with a number")
def a_link_read_out_with_a_number(_rng: Random, _page: Any, note: Any) -> None:
    note.Contents = String("增长88%")


@linked(WORDING, "a link of the contents is deleted")
def a_link_deleted(_rng: Random, page: Any, note: Any) -> None:
    page.obj.Annots = Array([one for one in page.obj.Annots if one.objgen != note.objgen or one is not note][:-1])


@linked(ANY, "a link of the contents covers another line")
def a_link_moved(_rng: Random, _page: Any, note: Any) -> None:
    left, low, right, top = (float(one) for one in note.Rect)
    note.Rect = Array([left, low - 90, right, top - 90])


# Pages


@planted(NUMBER, "a page is taken out")
def a_page_deleted(rng: Random, paper: Paper) -> bool:
    del paper.pdf.pages[numbered_sheet(rng, paper).number - 1]
    return True


@planted(ANY, "a page stands there twice")
def a_page_doubled(rng: Random, paper: Paper) -> bool:
    at = numbered_sheet(rng, paper).number - 1
    paper.pdf.pages.insert(at, paper.pdf.pages[at])
    return True


@planted(ANY, "two pages change places")
def two_pages_exchanged(rng: Random, paper: Paper) -> bool:
    at = rng.randrange(1, len(paper.pdf.pages) - 1)
    page = paper.pdf.pages[at]
    del paper.pdf.pages[at]
    paper.pdf.pages.insert(at + 1, page)
    return True


@planted(ANY, "an empty page is put in")
def an_empty_page(rng: Random, paper: Paper) -> bool:
    paper.pdf.add_blank_page(page_size=(595.276, 841.89))
    return rng.random() >= 0


def of_page(name: str, value: Callable[[], Any]) -> Callable[[Random, Any], bool]:
    def alter(rng: Random, paper: Paper) -> bool:
        numbered_sheet(rng, paper).page.obj[name] = value()
        return True

    return alter


PAGES = (
    ("a page upside down", ANY, "/Rotate", lambda: 180, "a page stands on its head"),
    ("a page turned", ANY, "/Rotate", lambda: 90, "a page lies on its side"),
    ("a page cut", ANY, "/CropBox", lambda: Array([0, 0, 595.276, 400]), "only the lower half of a page is shown"),
    ("a page widened", ANY, "/MediaBox", lambda: Array([-100, 0, 695.276, 841.89]), "a page is wider than the others"),
    ("a page trimmed elsewhere", APPEARANCE, "/TrimBox", lambda: Array([60, 60, 535.276, 781.89]), "a page is cut elsewhere in print"),
    ("a page in other units", APPEARANCE, "/UserUnit", lambda: 2, "a page is twice as large"),
    ("a page that acts", ANY, "/AA", lambda: Dictionary(O=Dictionary(S=Name.URI, URI=String("https://example.com"))), "a page opens an address"),
    ("a page that passes", APPEARANCE, "/Dur", lambda: 1, "a page passes by itself"),
)  # fmt: skip
"""Entries of a page."""

for _name, _due, _key, _value, _says in PAGES:
    planted.add(_name, _due, of_page(_key, _value), _says)


KINDS = tuple(planted.kinds)
