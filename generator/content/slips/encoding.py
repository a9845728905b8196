"""What a file's bytes are when they are no UTF-8: UTF-16, GBK, Big5, or no text at all. Bytes in; a slip with the way out."""

from __future__ import annotations

import re

from generator.content.slip import Slip

_MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP package (docx, xlsx, pptx)",
    b"\xd0\xcf\x11\xe0": "an old Office file (doc, xls, ppt)",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"{\\rtf": "an RTF document",
}
"""How files of other kinds begin."""
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_KEY = re.compile(r"[a-z_]{3,}\s*[:：]")
_FEW = 3
"""NUL characters that may be slips in a text: each is told with its place."""
_SAVE_AS = (
    "save it as UTF-8: in VS Code click the encoding at the foot, then “Save with Encoding”; in Notepad “另存为”, encoding UTF-8"
)
_SAMPLE = 20_000
"""Bytes looked at: the first pages tell."""
_GB_COMMON = range(0xB0, 0xF8)
"""Lead bytes of the Han in GB 2312."""
_BIG5_COMMON = range(0xA4, 0xC7)
"""Lead bytes of the frequent Han in Big5."""
_GB_TRAIL = 0xA1
"""The first trail byte of GB 2312; Big5 has lower ones for two of five characters."""


def explain(data: bytes, name: str) -> Slip | None:
    """Return why the bytes of a file of that name are no text in UTF-8, at the first that is none; None when they are."""
    kind = next((kind for magic, kind in _MAGIC.items() if data.startswith(magic)), "")
    wide = data.startswith(_UTF16_MARKS) or _utf16(data)
    if not kind and not wide and data.count(0) > _FEW:
        kind = "of bytes that stand for no characters (NUL)"
    if kind:
        return Slip("not-text", f"the file is {kind}, not a text", "a content file is plain text: name `content.yaml`")
    if wide:
        return Slip("encoding", "the file is in UTF-16, not in UTF-8", _SAVE_AS)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return _other_encoding(data, fault.start, name)
    return None if text.strip() else Slip("empty", "the file is empty", "a content file begins with `report:`")


def _utf16(data: bytes) -> bool:
    """Tell UTF-16 without its mark: read so, it has keys in it, and no NUL."""
    if not data[:_SAMPLE].count(0):
        return False
    texts = (data[: _SAMPLE // 2 * 2].decode(codec, "ignore") for codec in ("utf-16-le", "utf-16-be"))
    return any("\0" not in text and _KEY.search(text) for text in texts)


def _other_encoding(data: bytes, start: int, name: str) -> Slip:
    codec = _codec(data)
    if not codec:
        return Slip("encoding", "the file is not in UTF-8, nor in GBK or Big5", _SAVE_AS, start)
    known, iconv = _NAMES[codec]
    shown = next(iter(re.findall("[\u4e00-\u9fff]{2,8}", data.decode(codec))), "")
    read = f": read so, it has the words `{shown}`" if shown else ""
    convert = f"or run `iconv -f {iconv} -t UTF-8 {name} > new.yaml`"
    return Slip("encoding", f"the file is in {known}, not in UTF-8{read}", _SAVE_AS, start, otherwise=convert)


_NAMES = {"gb18030": ("GBK", "GB18030"), "big5hkscs": ("Big5", "BIG5-HKSCS")}


def _codec(data: bytes) -> str:
    """Return the encoding whose frequent characters the bytes are, of those that can read them all."""
    shares = {codec: share for codec in _NAMES if (share := _common(data, codec)) is not None}
    return max(shares, key=lambda codec: shares[codec], default="")


def _common(data: bytes, codec: str) -> float | None:
    """Return the share of frequent Han among the characters of two bytes, None where the bytes cannot be read so."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    coded = [char.encode(codec) for char in text[:_SAMPLE] if "\u3400" <= char <= "\U0003ffff"]
    if codec == "gb18030":
        common = sum(len(pair) == len(b"\xb0\xa1") and pair[0] in _GB_COMMON and pair[1] >= _GB_TRAIL for pair in coded)
    else:
        common = sum(pair[0] in _BIG5_COMMON for pair in coded)
    return common / len(coded) if coded else 0.0
