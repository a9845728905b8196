"""Rules about fonts (checkpoint 31): embedded, with all glyphs, with true widths, each code standing for a character.

Composite fonts are looked into. Fonts of one-byte codes and character maps of other sorts than Identity are never in what we write:
where a file has any, that nobody looked into them is what is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf
import uharfbuzz as hb

from generator.inspection.audit.matterhorn.opened import Fault, Looked
from generator.inspection.pdf.fonts import meanings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.inspection.audit.matterhorn.opened import Opened
    from generator.inspection.pdf.fonts import FontReader

IDENTITY = frozenset({"/Identity-H", "/Identity-V"})
ROMAN = frozenset({"/MacRomanEncoding", "/MacExpertEncoding", "/WinAnsiEncoding"})
COLLECTIONS = frozenset({"GB1", "CNS1", "Japan1", "Korea1"})
_PREDEFINED = (
    "GB-EUC GBpc-EUC GBK-EUC GBKp-EUC GBK2K UniGB-UCS2 UniGB-UTF16 B5pc HKscs-B5 ETen-B5 ETenms-B5 CNS-EUC UniCNS-UCS2 UniCNS-UTF16 "
    "83pv-RKSJ 90ms-RKSJ 90msp-RKSJ 90pv-RKSJ Add-RKSJ EUC Ext-RKSJ UniJIS-UCS2 UniJIS-UCS2-HW UniJIS-UTF16 KSC-EUC KSCms-UHC "
    "KSCms-UHC-HW KSCpc-EUC UniKS-UCS2 UniKS-UTF16 Identity"
)
PREDEFINED = frozenset(_PREDEFINED.split())
"""Character maps that every reader has, less their direction (ISO 32000-1, table 118)."""
WIDE = 1.0
"""Thousandths of the em by which a width may differ (ISO 14289-1, 7.21.5)."""


class Font(NamedTuple):
    """A font that text is shown with: its dictionary, its reader, and the page that it is first met on."""

    given: Any
    reader: FontReader
    page: int

    @property
    def fault(self) -> Fault:
        """The font as a place."""
        return Fault(self.reader.family, self.page)

    @property
    def descendant(self) -> Any:  # noqa: ANN401 - a pikepdf dictionary
        """The font that has the glyphs."""
        return self.given["/DescendantFonts"][0] if "/DescendantFonts" in self.given else self.given


def _fonts(opened: Opened) -> Iterator[Font]:
    """Yield the fonts of text, each once, those of annotations and of nothing left out."""
    first: dict[str, int] = {}
    for page in opened.pages:
        for name in {char.font for char in page.chars}:
            first.setdefault(name, page.number)
    for number, reader in opened.fonts.items():
        if reader.name in first and number[0]:
            yield Font(opened.pdf.get_object(number), reader, first[reader.name])


def _composite(opened: Opened) -> list[Font]:
    return [one for one in _fonts(opened) if one.given["/Subtype"] == "/Type0"]


def _among(asked: Callable[[Opened], list[Font]], keeps: Callable[[Font], bool]) -> Callable[[Opened], Looked]:
    def look(opened: Opened) -> Looked:
        found = asked(opened)
        return Looked(len(found), tuple(one.fault for one in found if not keeps(one)))

    return look


def _second(opened: Opened) -> list[Font]:
    return [one for one in _composite(opened) if one.descendant.get("/Subtype") == "/CIDFontType2"]


def _is_known(font: Font) -> bool:
    encoding = font.given.get("/Encoding")
    return isinstance(encoding, pikepdf.Stream) or str(encoding)[1:].rpartition("-")[0] in PREDEFINED


def _is_mapped(font: Font) -> bool:
    """Tell whether the codes of a font can be told (ISO 14289-1, 7.21.7)."""
    given = font.given
    if "/ToUnicode" in given or given["/Subtype"] == "/TrueType":
        return True
    if given["/Subtype"] == "/Type0":
        return str(font.descendant.get("/CIDSystemInfo", {}).get("/Ordering", "")) in COLLECTIONS
    encoding = given.get("/Encoding")
    return (encoding.get("/BaseEncoding") if isinstance(encoding, pikepdf.Dictionary) else encoding) in ROMAN


def _maps_glyphs(font: Font) -> bool:
    given = font.descendant.get("/CIDToGIDMap", pikepdf.Name("/Identity"))
    return isinstance(given, pikepdf.Stream) or given == "/Identity"


def _means(bad: str) -> Callable[[Font], bool]:
    return lambda font: not any(set(bad) & set(text) for text in meanings(font.given).values())


mapped_glyphs = _among(_second, lambda one: "/CIDToGIDMap" in one.descendant)
"""Fonts that do not say which glyph a code shows."""
whole_glyph_map = _among(_second, _maps_glyphs)
"""Fonts that say it in a way that there is not."""
known_maps = _among(_composite, _is_known)
"""Fonts whose character map is neither carried along nor known."""
embedded = _among(
    lambda opened: [*_fonts(opened)], lambda one: one.reader.program is not None or one.given["/Subtype"] == "/Type3"
)
"""Fonts that are not in the file."""
mapped = _among(lambda opened: [*_fonts(opened)], _is_mapped)
"""Fonts whose codes stand for nothing that can be told."""
no_zero = _among(lambda opened: [*_fonts(opened)], _means("\0"))
"""Fonts with codes that stand for U+0000."""
no_marks = _among(lambda opened: [*_fonts(opened)], _means("\ufeff\ufffe"))
"""Fonts with codes that stand for U+FEFF or U+FFFE."""


def _shown(opened: Opened) -> Mapping[str, dict[int, int]]:
    """Return the glyphs that composite fonts show, each with the page where it is first met."""
    found: dict[str, dict[int, int]] = {one.reader.name: {} for one in _composite(opened)}
    for page in opened.pages:
        for char in page.chars:
            if char.font in found:
                found[char.font].setdefault(char.glyph, page.number)
    return found


def _program(font: Font) -> hb.Font | None:
    return None if font.reader.program is None else hb.Font(hb.Face(font.reader.program))


def glyphs_there(opened: Opened) -> Looked:
    """Look for glyphs that are shown and are not in the font."""
    programs = {one.reader.name: _program(one) for one in _composite(opened)}
    counts = {name: program.face.glyph_count for name, program in programs.items() if program}
    return _glyphs(opened, lambda font, glyph: font not in counts or glyph < counts[font])


def no_empty_box(opened: Opened) -> Looked:
    """Look for characters that are shown as the glyph for what is missing."""
    return _glyphs(opened, lambda _font, glyph: glyph != 0)


def _glyphs(opened: Opened, keeps: Callable[[str, int], bool]) -> Looked:
    shown = _shown(opened)
    faults = [
        Fault(f"{font.rpartition('+')[2]} {glyph}", page)
        for font, glyphs in shown.items()
        for glyph, page in glyphs.items()
        if not keeps(font, glyph)
    ]
    return Looked(sum(map(len, shown.values())), tuple(faults))


def true_widths(opened: Opened) -> Looked:
    """Look for glyphs whose widths the file tells otherwise than the font has them."""
    asked, faults = 0, list[Fault]()
    for font in _composite(opened):
        program = _program(font)
        used = {char.glyph for page in opened.pages for char in page.chars if char.font == font.reader.name}
        if program is None:
            continue
        for _code, glyph, text, width in list(font.reader.signs.values()):
            asked += glyph in used
            own = program.get_glyph_h_advance(glyph) / program.face.upem
            if glyph in used and abs(own - width) * 1000 > WIDE:
                faults.append(Fault(f"{font.reader.family} {text}", font.page))
    return Looked(asked, tuple(faults))


def _unread(asked: Callable[[Font], bool]) -> Callable[[Opened], Looked]:
    """Return the look for fonts of a sort that nobody looks into."""

    def look(opened: Opened) -> Looked:
        count = sum(map(asked, _fonts(opened)))
        return Looked(count, (), count)

    return look


def _symbolic(font: Font) -> bool:
    return bool(int(font.given.get("/FontDescriptor", {}).get("/Flags", 0)) & 4)


other_maps = _unread(lambda one: one.given["/Subtype"] == "/Type0" and one.given.get("/Encoding") not in IDENTITY)
"""Composite fonts with a character map other than Identity."""
type_1 = _unread(lambda one: "/CharSet" in one.given.get("/FontDescriptor", {}))
"""Type 1 fonts that list their characters."""
listed = _unread(lambda one: "/CIDSet" in one.descendant.get("/FontDescriptor", {}))
"""Composite fonts that list their glyphs."""
true_type = _unread(lambda one: one.given["/Subtype"] == "/TrueType" and not _symbolic(one))
"""TrueType fonts of one-byte codes for writing."""
symbol_fonts = _unread(lambda one: one.given["/Subtype"] == "/TrueType" and _symbolic(one))
"""TrueType fonts of one-byte codes for signs."""
