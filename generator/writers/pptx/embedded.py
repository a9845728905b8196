"""Embedded fonts: the characters that the deck shows, cut out of each face, so that any PC shows the deck as designed.

An embedded font is an Embedded OpenType file without compression or obfuscation (EOT 0x00020001, W3C submission of 5 March 2008)
around a TrueType font whose name id 1 is the typeface of the runs (ECMA-376 Part 1, 19.2.1.9 embeddedFont).

Its flags say what it is: a subset, or a font whole. So does the deck by `saveSubsetFonts` (19.2.1.26), of which the standard says only
that fonts are to be saved so; [MS-PPT] 2.9.12 has the same bit as `fSubset`: that the embedded fonts hold the characters in use alone.
"""

from __future__ import annotations

import struct
from string import ascii_letters, digits, punctuation
from typing import TYPE_CHECKING

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from generator.document.model import plain
from generator.fonts.offer import Fonts
from generator.layout.deck.drawn import texts
from generator.layout.deck.slide import ChartBox, Deck, DrawingBox, Slide, SlideItem, SlideParagraph, TableBox, TextBox
from generator.layout.deck.typefaces import by_face, faces_of
from generator.writers.pptx.sfnt import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pptx.opc.package import Part

    from generator.fonts.library import Library
    from generator.writers.pptx.parts import DeckPackage
    from generator.writers.pptx.presentation import Families

MARKS = " 　。，、；：？！（）《》〈〉【】〔〕“”‘’—…·～×÷±－−％‰℃￥"
WORDS = "〇一二三四五六七八九十百千万亿元个名家人次件吨倍近超约多余年月日季财至截达同比增减"
EDITABLE = ascii_letters + digits + punctuation + MARKS + WORDS
"""What a presenter is likely to type: each face has it whether the deck shows it or not."""

_VERSION = 0x0002_0001
_MAGIC = 0x504C
_CHINESE = 134
"""GB2312_CHARSET."""
_WHOLE, _SUBSET, _ITALIC = 0, 1, 1
"""The flags of a font that is whole, and of a subset (TTEMBED_SUBSET); the bit of fsSelection."""
_RESERVED = 4 * 4 + 2
"""Four reserved words and the padding before the names."""
_WEIGHT_AT, _PANOSE, _UNICODE_AT, _SELECTION_AT, _CODEPAGES_AT = 4, slice(32, 42), 42, 62, 78
"""Where table OS/2 has usWeightClass (fsType follows the width), panose, ulUnicodeRange, fsSelection and ulCodePageRange."""
_ADJUSTMENT_AT = 8
"""Where table head has checksumAdjustment."""
_NAME_HEADER, _NAME_RECORD = 6, 12
_FAMILY, _STYLE, _RELEASE, _FULL = 1, 2, 5, 4
_WINDOWS, _ENGLISH = 3, 0x409


def _paragraphs(item: SlideItem) -> Iterator[SlideParagraph]:
    match item:
        case TextBox():
            yield from item.paragraphs
        case TableBox():
            yield from (one for row in item.rows for cell in row for one in cell.paragraphs)


def _lettering(item: SlideItem, library: Library) -> Iterator[tuple[str, str]]:
    """Yield face and characters of what an item shows."""
    for paragraph in _paragraphs(item):
        yield from _words(paragraph, library)
    if isinstance(item, DrawingBox):
        yield from ((run.face, run.text) for run in texts(item.drawing))
    if isinstance(item, ChartBox):
        for face in faces_of(item):
            yield from ((face, plain(text)) for text in (*item.plan.categories, *(row.name for row in item.plan.rows)))
        labels = [face for face in faces_of(item) if face.startswith(item.label.face)]
        yield from ((face, point.format) for face in labels for point in item.plan.points)


def _words(paragraph: SlideParagraph, library: Library) -> Iterator[tuple[str, str]]:
    for run in by_face(paragraph.runs, library):
        yield run.style.face, run.text
    if paragraph.bullet:
        yield paragraph.runs[0].style.face, paragraph.bullet


def _shown(slide: Slide, library: Library) -> Iterator[tuple[str, str]]:
    for item in slide.items:
        yield from _lettering(item, library)
    for paragraph in slide.notes:
        yield from _words(paragraph, library)


def characters(deck: Deck, library: Library) -> dict[str, set[str]]:
    """Return the characters that each face shows in slides, layouts and notes."""
    found: dict[str, set[str]] = {}
    for slide in deck.slides:
        for face, text in _shown(slide, library):
            found.setdefault(face, set(EDITABLE)).update(text)
    for layout in deck.master.layouts:
        for spec in layout.placeholders:
            found.setdefault(spec.style.face, set(EDITABLE)).update(spec.prompt)
    return found


def embedded_fonts(deck: Deck, library: Library, package: DeckPackage, presentation: Part) -> Families:
    """Add a font part for each face that the deck carries; return families with weight and relationship of each of their faces."""
    if not deck.fonts.are_carried:
        return ()
    families: dict[str, list[tuple[str, str]]] = {}
    for number, (key, shown) in enumerate(sorted(characters(deck, library).items()), start=1):
        face = library.face(key)
        made = eot(face.program) if deck.fonts is Fonts.WHOLE else eot(face.excerpt(sorted(shown)), subset=True)
        font = package.add(f"/ppt/fonts/font{number}.fntdata", CONTENT_TYPE.X_FONTDATA, made)
        rid = presentation.relate_to(font, RELATIONSHIP_TYPE.FONT)
        families.setdefault(face.family, []).append(("bold" if face.bold else "regular", rid))
    return [(family, sorted(weights, reverse=True)) for family, weights in sorted(families.items())]


def _names(table: bytes) -> dict[int, bytes]:
    """Return the English Windows names of a font by their id, in UTF-16 with the high byte first."""
    count, storage = struct.unpack_from(">2xHH", table)
    found = {}
    for index in range(count):
        platform, _, language, name, length, offset = struct.unpack_from(">6H", table, _NAME_HEADER + _NAME_RECORD * index)
        if (platform, language) == (_WINDOWS, _ENGLISH):
            found[name] = table[storage + offset : storage + offset + length]
    return found


def _text(name: bytes) -> bytes:
    """Return a name as EOT has it: its length, its UTF-16 with the low byte first, two bytes of padding."""
    turned = name.decode("utf-16-be").encode("utf-16-le")
    return struct.pack("<H", len(turned)) + turned + b"\0\0"


def eot(font: bytes, *, subset: bool = False) -> bytes:
    """Return a TrueType font as Embedded OpenType."""
    os2, head, name = tables(font, "OS/2", "head", "name")
    (selection,) = struct.unpack_from(">H", os2, _SELECTION_AT)
    names = _names(name)
    header = b"".join(
        (
            struct.pack("<III", len(font), _VERSION, _SUBSET if subset else _WHOLE),
            os2[_PANOSE],
            struct.pack("<BBIHH", _CHINESE, selection & _ITALIC, *struct.unpack_from(">H2xH", os2, _WEIGHT_AT), _MAGIC),
            struct.pack("<6I", *struct.unpack_from(">4I", os2, _UNICODE_AT), *struct.unpack_from(">2I", os2, _CODEPAGES_AT)),
            struct.pack("<I", *struct.unpack_from(">I", head, _ADJUSTMENT_AT)),
            bytes(_RESERVED),
            *(_text(names.get(which, b"")) for which in (_FAMILY, _STYLE, _RELEASE, _FULL)),
            struct.pack("<H", 0),
        )
    )
    size = struct.calcsize("<I") + len(header) + len(font)
    return struct.pack("<I", size) + header + font
