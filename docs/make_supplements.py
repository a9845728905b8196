"""Make the supplements: faces of what the house's faces lack, drawn to stand beside them, out of faces published under the OFL.

In: a folder where the packages of `PACKAGES` are unpacked, each under its own name (`npm pack @expo-google-fonts/NAME@VERSION`, then
`tar xzf`; `pip download NAME==VERSION`, then `unzip`), and the faces of `fonts/`. Out: `JianbaoSans_400Regular.ttf`,
`JianbaoSans_700Bold.ttf` and `JianbaoSerif_700Bold.ttf` beside these, the same bytes each time by one version of fontTools.

    python docs/make_supplements.py FOLDER

The Latin of Noto Sans SC is Source Sans enlarged, that of Noto Serif SC is Source Serif: the same letters are taken here, at the size
and of the weight at which H, n, x and their stems measure what they measure there. What Source lacks is Noto's, rare Han that of the
other Noto CJK families, which share strokes and weights. Metrics of lines are those of the face beside which a supplement stands.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unicodedata import category

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent.parent / "fonts"
PER_EM = 1000
VERSION = "1.000"
MADE = 3_850_000_000
"""Seconds since 1904: one date for all, for the files follow from their sources alone."""

PACKAGES = {
    "source-sans-3": "0.4.1",
    "fontpkg-source-serif-4": "4.4",
    "noto-sans": "0.4.2",
    "noto-serif": "0.4.2",
    "noto-sans-symbols-2": "0.4.1",
    "noto-sans-math": "0.4.2",
    "noto-sans-symbols": "0.4.1",
    "noto-sans-hk": "0.4.3",
    "noto-sans-tc": "0.4.3",
    "noto-sans-jp": "0.4.3",
    "noto-serif-hk": "0.4.3",
    "noto-serif-tc": "0.4.4",
    "noto-serif-jp": "0.4.3",
    "chiron-hei-hk-webfont": "2.5.9",
    "chiron-sung-hk-webfont": "1.0.24",
}
"""Of npm's `@expo-google-fonts/`, Chiron's by their own names (to read them takes Brotli); `fontpkg-` of PyPI."""

LETTERS = (
    (0x20, 0x7E), (0xA0, 0x36F), (0x370, 0x3FF), (0x400, 0x4FF), (0x1E00, 0x1FFF), (0x2010, 0x2027), (0x2030, 0x205E),
    (0x20A0, 0x20CF), (0x2100, 0x218F),
)  # fmt: skip
"""Latin, Greek, Cyrillic with their marks, signs of money, letterlike: all of it, so that one word is set in one face."""
SYMBOLS = ((0x2190, 0x23FF), (0x25A0, 0x27BF), (0x2900, 0x297F), (0x2B00, 0x2BFF))
HAN = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
"""Of these only what a face of the house lacks."""
EMOJI = frozenset(
    code
    for first, last in (
        (0x231A, 0x231B), (0x23E9, 0x23EC), (0x23F0, 0x23F0), (0x23F3, 0x23F3), (0x25FD, 0x25FE), (0x2614, 0x2615), (0x2648, 0x2653),
        (0x267F, 0x267F), (0x2693, 0x2693), (0x26A1, 0x26A1), (0x26AA, 0x26AB), (0x26BD, 0x26BE), (0x26C4, 0x26C5), (0x26CE, 0x26CE),
        (0x26D4, 0x26D4), (0x26EA, 0x26EA), (0x26F2, 0x26F3), (0x26F5, 0x26F5), (0x26FA, 0x26FA), (0x26FD, 0x26FD), (0x2705, 0x2705),
        (0x270A, 0x270B), (0x2728, 0x2728), (0x274C, 0x274C), (0x274E, 0x274E), (0x2753, 0x2755), (0x2757, 0x2757), (0x2795, 0x2797),
        (0x27B0, 0x27B0), (0x27BF, 0x27BF), (0x2B1B, 0x2B1C), (0x2B50, 0x2B50), (0x2B55, 0x2B55),
    )
    for code in range(first, last + 1)
)  # fmt: skip
"""Shown in colours by every reader (Unicode UTS #51, Emoji_Presentation): pictures, not text."""

ROUGH = 1.0
"""How far a quadratic curve may lie beside the cubic one that it stands for, in thousandths of the em."""

FEATURES = ["kern", "mark", "mkmk", "ccmp"]


@dataclass(frozen=True)
class Source:
    """A face to take glyphs from: its package, its folder, how much it is enlarged, and the heavier one that it is mixed with."""

    package: str
    weight: str
    scale: float = 1.0
    mixed: str = ""
    """Another weight, whose outlines are averaged with this one's."""
    axes: tuple[tuple[str, float], ...] = ()
    """Where on its axes a variable face is taken."""
    pieces: str = ""
    """The names of its files, where each has some of the characters."""


@dataclass(frozen=True)
class Supplement:
    """A face to be made: beside which one it stands, and its sources, the first of them giving kerning and marks as well."""

    family: str
    style: str
    beside: str
    letters: tuple[Source, ...]
    han: tuple[Source, ...]


def _han(kind: str, weight: str, chiron: Source) -> tuple[Source, ...]:
    return (*(Source(f"noto-{kind}-{region}", weight) for region in ("hk", "tc", "jp")), chiron)


HEI, SUNG = "chironheihkvf.*.woff2", "vf/t*/*.woff2"


def _chiron(kind: str, weight: int, pieces: str) -> Source:
    return Source(f"chiron-{kind}-hk-webfont", "", axes=(("wght", weight), ("PADG", 0)), pieces=pieces)


SIGNS = tuple(Source(f"noto-sans-{name}", "_400Regular") for name in ("symbols-2", "math", "symbols"))
SANS_BOLD = Source("source-sans-3", "_600SemiBold", 1.133, "_700Bold")
SERIF_BOLD = Source("fontpkg-source-serif-4", "SourceSerif4[opsz,wght]", 1.135, axes=(("opsz", 36), ("wght", 600)))

SUPPLEMENTS = (
    Supplement(
        "Jianbao Sans", "Regular", "NotoSansSC_400Regular.ttf",
        (Source("source-sans-3", "_400Regular", 1.117), Source("noto-sans", "_400Regular", 1.015), *SIGNS),
        _han("sans", "_400Regular", _chiron("hei", 400, HEI)),
    ),
    Supplement(
        "Jianbao Sans", "Bold", "NotoSansSC_700Bold.ttf",
        (SANS_BOLD, Source("noto-sans", "_700Bold", 1.02), *SIGNS), _han("sans", "_700Bold", _chiron("hei", 700, HEI)),
    ),
    Supplement(
        "Jianbao Serif", "Bold", "NotoSerifSC_700Bold.ttf",
        (SERIF_BOLD, Source("noto-serif", "_600SemiBold"), SANS_BOLD, *SIGNS), _han("serif", "_700Bold", _chiron("sung", 700, SUNG)),
    ),
)  # fmt: skip


def within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether a character is in one of the ranges."""
    return any(first <= code <= last for first, last in ranges)


def wanted(code: int) -> bool:
    """Tell whether a character is of a kind that a supplement may have."""
    visible = category(chr(code)) not in {"Cc", "Cf", "Cn", "Co", "Zs"} or code in {0x20, 0xA0}
    return visible and code not in EMOJI and within(code, (*LETTERS, *SYMBOLS, *HAN))


@cache
def opened(path: Path) -> TTFont:
    """Return a font, opened once."""
    return TTFont(path, recalcTimestamp=False)


def files(folder: Path, source: Source) -> list[Path]:
    """Return the files of a source, one but for those in pieces."""
    return (
        sorted((folder / source.package).rglob(source.pieces))
        if source.pieces
        else [found(folder, source.package, source.weight)]
    )


def found(folder: Path, package: str, weight: str) -> Path:
    """Return the file of a weight of a package."""
    (path,) = (one for one in (folder / package).rglob("*.ttf") if one.stem.endswith(weight))
    return path


def averaged(font: TTFont, other: TTFont) -> None:
    """Bring the outlines and advances of a font halfway to those of another, glyph by glyph of its names."""
    for name in font.getGlyphOrder():
        glyph, heavy = font["glyf"][name], other["glyf"][name]
        if glyph.isComposite():
            for one, two in zip(glyph.components, heavy.components, strict=True):
                one.x, one.y = (one.x + two.x) // 2, (one.y + two.y) // 2
        elif glyph.numberOfContours:
            assert glyph.endPtsOfContours == heavy.endPtsOfContours, name
            glyph.coordinates = type(glyph.coordinates)(
                ((x + a) // 2, (y + b) // 2) for (x, y), (a, b) in zip(glyph.coordinates, heavy.coordinates, strict=True)
            )
        advance, left = font["hmtx"][name]
        font["hmtx"][name] = ((advance + other["hmtx"][name][0]) // 2, left)
    for name in font.getGlyphOrder():
        font["glyf"][name].recalcBounds(font["glyf"])
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(font["glyf"][name], "xMin", 0))


def read(folder: Path, source: Source, path: Path, codes: set[int]) -> TTFont:
    """Return a font of these characters of a file of a source, at its scale."""
    font = TTFont(path, recalcTimestamp=False)
    if source.axes:
        font = instantiateVariableFont(font, dict(source.axes))
    if source.mixed:
        averaged(font, opened(found(folder, source.package, source.mixed)))
    options = Options(layout_features=FEATURES, hinting=False, glyph_names=True, notdef_outline=True, name_IDs=["*"])
    options.drop_tables += ["STAT", "BASE", "vhea", "vmtx", "gasp", "prep", "fpgm", "cvt "]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    if source.scale != 1:
        scale_upem(font, round(PER_EM * source.scale))
        font["head"].unitsPerEm = PER_EM
    return font


def codes_of(folder: Path, source: Source) -> set[int]:
    """Return the characters of a source."""
    return set().union(*(opened(path).getBestCmap() for path in files(folder, source)))


def add(font: TTFont, more: TTFont, codes: set[int]) -> None:
    """Give a font the glyphs of another for these characters."""
    glyphs, cmap = more.getGlyphSet(), more.getBestCmap()
    order = font.getGlyphOrder()
    added = []
    for code in sorted(codes):
        recording, pen = DecomposingRecordingPen(glyphs), TTGlyphPen(None)
        glyphs[cmap[code]].draw(recording)
        recording.replay(pen if "glyf" in more else Cu2QuPen(pen, ROUGH, reverse_direction=True))
        name = f"u{code:05X}.more"
        added.append((name, code, pen.glyph(), more["hmtx"][cmap[code]][0]))
    font.setGlyphOrder([*order, *(name for name, *_ in added)])
    for name, code, glyph, advance in added:
        font["glyf"].glyphs[name] = glyph
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (advance, getattr(glyph, "xMin", 0))
        for table in font["cmap"].tables:
            if table.format == 12 or code <= 0xFFFF:  # noqa: PLR2004 - the format of OpenType that has all planes, and the first plane's end
                table.cmap[code] = name
    font["glyf"].glyphOrder = font.getGlyphOrder()


def with_all_planes(font: TTFont) -> None:
    """Leave a font the two character maps of Windows: that of the first plane and that of all."""
    from fontTools.ttLib.tables._c_m_a_p import CmapSubtable  # noqa: PLC0415

    best, tables = dict(font.getBestCmap()), []
    for form, encoding in ((4, 1), (12, 10)):
        table = CmapSubtable.newSubtable(form)
        table.platformID, table.platEncID, table.language, table.cmap = 3, encoding, 0, dict(best)
        tables.append(table)
    font["cmap"].tables = tables


def lines_of(font: TTFont, like: TTFont) -> None:
    """Give a font the lines of another: ascents, descents, heights of letters, weight."""
    for name in ("ascent", "descent", "lineGap"):
        setattr(font["hhea"], name, getattr(like["hhea"], name))
    for name in (
        "sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent", "sCapHeight", "sxHeight", "usWeightClass",
        "fsSelection", "panose", "yStrikeoutPosition", "yStrikeoutSize",
    ):  # fmt: skip
        setattr(font["OS/2"], name, getattr(like["OS/2"], name))
    font["OS/2"].fsType, font["OS/2"].achVendID = 0, "NONE"
    font["OS/2"].recalcUnicodeRanges(font)
    font["OS/2"].recalcCodePageRanges(font)
    font["head"].macStyle = like["head"].macStyle
    font["head"].created = font["head"].modified = MADE
    font["head"].fontRevision = float(VERSION)
    font["post"].underlinePosition, font["post"].underlineThickness = (
        like["post"].underlinePosition,
        like["post"].underlineThickness,
    )


def named(font: TTFont, face: Supplement, copyrights: list[str]) -> None:
    """Name a font by its own name alone: Source is a name reserved to its makers (OFL 1.1, condition 3)."""
    full = f"{face.family} {face.style}"
    names = {
        0: "Made of glyphs of other fonts, scaled and chosen: " + " | ".join(copyrights),
        1: face.family, 2: face.style, 3: f"{VERSION};Jianbao;{full.replace(' ', '-')}", 4: full, 5: f"Version {VERSION}",
        6: f"{face.family.replace(' ', '')}-{face.style}",
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.", 14: "https://openfontlicense.org",
    }  # fmt: skip
    font["name"].names = []
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)


def made(folder: Path, face: Supplement, offered: set[int]) -> TTFont:
    """Return a supplement: of each character the first source that has it."""
    beside = opened(HERE / face.beside)
    lacking = {code for code in offered if within(code, LETTERS) or code not in beside.getBestCmap()}
    copyrights: dict[str, None] = {}
    font: TTFont | None = None
    for source, path in ((one, path) for one in (*face.letters, *face.han) for path in files(folder, one)):
        kinds = HAN if source in face.han else (*LETTERS, *SYMBOLS)
        codes = {code for code in lacking & set(opened(path).getBestCmap()) if within(code, kinds)}
        if not codes:
            continue
        lacking -= codes
        more = read(folder, source, path, codes)
        copyrights[str(more["name"].getDebugName(0))] = None
        if font is None:
            font = more
            with_all_planes(font)
        else:
            add(font, more, codes)
    assert font is not None
    named(font, face, list(copyrights))
    lines_of(font, beside)
    font["maxp"].recalc(font)
    for tag in ("GlyphOrder", "DSIG"):
        if tag in font:
            del font[tag]
    return font


def offered(folder: Path) -> set[int]:
    """Return the characters that every face of the house can show then, by itself or by its supplement."""
    each = []
    for face in SUPPLEMENTS:
        letters = set().union(*(codes_of(folder, one) for one in face.letters))
        han = {code for code in set().union(*(codes_of(folder, one) for one in face.han)) if within(code, HAN)}
        each.append({code for code in letters if not within(code, HAN)} | han | set(opened(HERE / face.beside).getBestCmap()))
    return {code for code in set.intersection(*each) if wanted(code)}


def main(folder: Path) -> None:
    """Make all supplements."""
    codes = offered(folder)
    for face in SUPPLEMENTS:
        font = made(folder, face, codes)
        weight = {"Regular": "400Regular", "Bold": "700Bold"}[face.style]
        font.save(HERE / f"{face.family.replace(' ', '')}_{weight}.ttf", reorderTables=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
