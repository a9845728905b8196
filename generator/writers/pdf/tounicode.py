"""What glyphs stand for, as a ToUnicode CMap: right beyond U+FFFF, and for a glyph that stands for several characters.

In: glyph ids with their characters. Out: the CMap program (ISO 32000-1, 9.10.3; Adobe Technical Note 5411).
"""

from collections.abc import Mapping

MOST_IN_A_BLOCK = 100
"""A bfchar block holds at most so many lines (Adobe Technical Note 5014, 1.4.1)."""

HEAD = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""

FOOT = """\
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def map_of(meanings: Mapping[int, str]) -> bytes:
    """Return the CMap of two-byte codes; characters are UTF-16BE, those beyond U+FFFF as surrogate pairs."""
    lines = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>\n" for code, text in sorted(meanings.items())]
    blocks = [lines[start : start + MOST_IN_A_BLOCK] for start in range(0, len(lines), MOST_IN_A_BLOCK)]
    body = "".join(f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n" for block in blocks)
    return f"{HEAD}{body}{FOOT}".encode("ascii")
