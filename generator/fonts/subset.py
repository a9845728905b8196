"""Subsets of a face: only the glyphs that are used, and only the tables that their reader needs.

In: an open face and glyph ids or characters. Out: the bytes of a TrueType font.
"""

from collections.abc import Iterable

import uharfbuzz as hb

LAYOUT_TABLES = ("GSUB", "GPOS", "GDEF", "BASE", "STAT", "DSIG", "vhea", "vmtx", "gasp")
"""Shaping is done before a subset is made, and no line runs downwards."""

NAMING_TABLES = ("name", "post", "OS/2", "cmap")
"""A PDF's CIDFontType2 needs none of these: its dictionaries say it (ISO 32000-1, 9.9, table 126)."""


def subset(face: hb.Face, gids: Iterable[int]) -> bytes:
    """Return a TrueType font of these glyphs and .notdef under their own ids: glyf loca head hhea hmtx maxp cvt fpgm prep."""
    wanted = _input(hb.SubsetFlags.RETAIN_GIDS, LAYOUT_TABLES + NAMING_TABLES)
    wanted.glyph_set.update(_range_of(gids))
    return _cut(face, wanted)


def excerpt(face: hb.Face, characters: Iterable[str]) -> bytes:
    """Return a TrueType font of these characters, glyphs numbered anew, with cmap, name, post and OS/2."""
    wanted = _input(hb.SubsetFlags.NAME_LEGACY, LAYOUT_TABLES)
    wanted.unicode_set.update(_range_of(map(ord, characters)))
    return _cut(face, wanted)


def _range_of(numbers: Iterable[int]) -> hb.Set:
    return hb.Set(sorted(set(numbers)))


def _input(flag: hb.SubsetFlags, dropped: tuple[str, ...]) -> hb.SubsetInput:
    wanted = hb.SubsetInput()
    wanted.flags = flag | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    for tag in dropped:
        wanted.drop_table_tag_set.add(_tag(tag))
    return wanted


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")


def _cut(face: hb.Face, wanted: hb.SubsetInput) -> bytes:
    return bytes(wanted.subset(face).blob.data)
