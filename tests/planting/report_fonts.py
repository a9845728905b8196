"""Alterations of the report's fonts, whose glyphs, codes and widths may lie, and of the file's own bytes."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from random import Random
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont

from tests.planting.model import ANY, NUMBER, REPORT, Table, shuffled
from tests.planting.paper import Face, Paper
from tests.planting.report_looks import numbered_sheet

planted = Table(REPORT)


def fonts(paper: Paper) -> list[tuple[Any, Face]]:
    sheet = paper.sheets[-1]
    return [(font, sheet.faces[str(name)]) for name, font in sheet.page.resources["/Font"].items()]


def of_font(due: str, says: str) -> Callable[[Callable[[Random, Any, Face, Paper], Any]], Any]:
    """Keep an alteration of one font."""

    def keep(change: Callable[[Random, Any, Face, Paper], Any]) -> Any:
        def alter(rng: Random, paper: Paper) -> bool:
            return any(change(rng, font, face, paper) is not False for font, face in shuffled(rng, fonts(paper)))

        planted.add(change.__name__.replace("_", " "), due, alter, says)
        return change

    return keep


@of_font(NUMBER, "a digit is copied as another, by the font's map of characters")
def a_map_that_lies(rng: Random, font: Any, face: Face, _paper: Paper) -> bool:
    return mapped(font, face, *rng.sample([one for one in "0123456789" if one in face.codes], 2))


@of_font(NUMBER, "a unit is copied as another, by the font's map of characters")
def a_map_of_units_that_lies(_rng: Random, font: Any, face: Face, _paper: Paper) -> bool:
    return mapped(font, face, "万", "亿")


def mapped(font: Any, face: Face, one: str, two: str) -> bool:
    """Let the code of one character be read as another, and the other way."""
    if not {one, two} <= set(face.codes):
        return False
    pairs = {face.codes[one]: two, face.codes[two]: one}
    codes = {code: pairs.get(code, character) for code, character in face.characters.items()}
    rows = [f"<{code}> <{character.encode('utf-16-be').hex().upper()}>" for code, character in sorted(codes.items())]
    blocks = [
        f"{len(rows[at : at + 100])} beginbfchar\n" + "\n".join(rows[at : at + 100]) + "\nendbfchar"
        for at in range(0, len(rows), 100)
    ]
    head = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /X def\n/CMapType 2 def\n"
    space = "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
    font.ToUnicode.write((head + space + "\n".join(blocks) + "\nendcmap\nend\nend").encode())
    return True


@of_font(NUMBER, "the glyphs of two digits change places in the font itself")
def a_font_that_lies(rng: Random, font: Any, face: Face, _paper: Paper) -> bool:
    digits = rng.sample([one for one in "0123456789" if one in face.codes], 2)
    return reglyphed(font, face, *digits)


@of_font(NUMBER, "a unit's glyph shows another unit")
def a_font_that_lies_about_units(_rng: Random, font: Any, face: Face, _paper: Paper) -> bool:
    return reglyphed(font, face, "万", "亿")


def reglyphed(font: Any, face: Face, one: str, two: str) -> bool:
    if not {one, two} <= set(face.codes):
        return False
    holder = font.DescendantFonts[0].FontDescriptor
    inner = TTFont(BytesIO(bytes(holder.FontFile2.read_bytes())))
    glyphs, order = inner["glyf"], inner.getGlyphOrder()
    a, b = (order[int(face.codes[name], 16)] for name in (one, two))
    glyphs.glyphs[a], glyphs.glyphs[b] = glyphs[b], glyphs[a]
    stream = BytesIO()
    inner.save(stream)
    holder.FontFile2.write(stream.getvalue())
    return True


@of_font(NUMBER, "the map of glyphs lets one digit show as another")
def glyphs_mapped_anew(rng: Random, font: Any, face: Face, paper: Paper) -> bool:
    one, two = rng.sample([one for one in "0123456789" if one in face.codes], 2)
    glyphs = list(range(0x10000))
    a, b = int(face.codes[one], 16), int(face.codes[two], 16)
    glyphs[a], glyphs[b] = b, a
    data = b"".join(glyph.to_bytes(2, "big") for glyph in glyphs)
    font.DescendantFonts[0].CIDToGIDMap = paper.pdf.make_indirect(pikepdf.Stream(paper.pdf, data))
    return True


@of_font(NUMBER, "a font's digits have no width and stand on each other")
def widths_that_lie(_rng: Random, font: Any, face: Face, _paper: Paper) -> bool:
    codes = [int(face.codes[one], 16) for one in "0123456789" if one in face.codes]
    pairs = [(code, pikepdf.Array([0 if code in codes else width])) for code, width in sorted(face.widths.items())]
    font.DescendantFonts[0].W = pikepdf.Array([one for pair in pairs for one in pair])
    return True


@of_font(ANY, "a font is not in the file")
def a_font_taken_out(_rng: Random, font: Any, _face: Face, _paper: Paper) -> None:
    del font.DescendantFonts[0].FontDescriptor.FontFile2


@of_font(NUMBER, "the outlines of a digit are lost, so that it shows as nothing")
def a_digit_without_outlines(rng: Random, font: Any, face: Face, _paper: Paper) -> bool:
    holder = font.DescendantFonts[0].FontDescriptor
    inner = TTFont(BytesIO(bytes(holder.FontFile2.read_bytes())))
    glyph = inner["glyf"][
        inner.getGlyphOrder()[int(face.codes[rng.choice([one for one in "0123456789" if one in face.codes])], 16)]
    ]
    if glyph.numberOfContours <= 0:
        return False
    glyph.numberOfContours = 0
    glyph.__dict__.pop("coordinates", None)
    stream = BytesIO()
    inner.save(stream)
    holder.FontFile2.write(stream.getvalue())
    return True


@planted(NUMBER, "a number of a page is changed by an update appended to the file, as editors save")
def an_update_appended(rng: Random, paper: Paper) -> bool:
    """Append the changed content of a page as an object of its own, with a table that leads to it first."""
    sheet = numbered_sheet(rng, paper)
    for line in shuffled(rng, sheet.texts):
        match = re.search(r"[1-8](?=\d)", line.text)
        if match and line.put(match.start(), match.end(), str(int(match[0]) + 1)):
            content, number = "\n".join(sheet.rows).encode("latin-1"), sheet.page.Contents.objgen[0]
            sheet.changed = False
            paper.raw = update(paper.path.read_bytes(), number, content, paper.pdf)
            return True
    return False


def update(data: bytes, number: int, content: bytes, pdf: pikepdf.Pdf) -> bytes:
    before = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    body = b"\n%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (number, len(content), content)
    at, table = len(data) + 1, len(data) + len(body)
    root, size = pdf.Root.objgen[0], int(pdf.trailer.Size)
    xref = b"xref\n%d 1\n%010d 00000 n \ntrailer\n" % (number, at)
    info = pdf.trailer.Info.objgen[0]
    trailer = b"<< /Size %d /Root %d 0 R /Info %d 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (size, root, info, before, table)
    return data + body + xref + trailer


def bytes_changed(change: Callable[[Random, bytes], bytes]) -> Callable[[Random, Any], bool]:
    def alter(rng: Random, paper: Paper) -> bool:
        data = paper.path.read_bytes()
        paper.raw = change(rng, data)
        return bool(paper.raw != data)

    return alter


planted.add(
    "a file cut short",
    ANY,
    bytes_changed(lambda rng, data: data[: rng.randrange(1000, len(data) - 1000)]),
    "the end of the file is lost",
)
planted.add(
    "another file", ANY, bytes_changed(lambda _rng, data: b"%PDF-1.4\n" + bytes(len(data) // 2)), "the file holds nothing"
)

KINDS = tuple(planted.kinds)
