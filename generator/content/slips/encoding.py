"""What a file's bytes are when they are no UTF-8: UTF-16, GBK, Big5, or no text at all. Bytes in; a slip with the way out."""

from __future__ import annotations

import re

from generator.content.slip import Slip
from generator.diagnostics import said

_MAGIC = {
    b"%PDF": "not-text.pdf",
    b"PK\x03\x04": "not-text.package",
    b"\xd0\xcf\x11\xe0": "not-text.office",
    b"\x89PNG": "not-text.picture",
    b"\xff\xd8\xff": "not-text.picture",
    b"{\\rtf": "not-text.rtf",
}
"""How files of other kinds begin."""
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_KEY = re.compile(r"[a-z_]{3,}\s*[:：]")
_FEW = 3
"""NUL characters that may be slips in a text: each is told with its place."""
_SAVE_AS = said("encoding.save-as")
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
        kind = "not-text.nul"
    if kind:
        return Slip(said(kind), said("not-text.name-one"))
    if wide:
        return Slip(said("encoding.other", encoding="UTF-16"), _SAVE_AS)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return _other_encoding(data, fault.start, name)
    return None if text.strip() else Slip(said("empty.file"), said("hint.begin-with-report"))


def _utf16(data: bytes) -> bool:
    """Tell UTF-16 without its mark: read so, it has keys in it, and no NUL."""
    if not data[:_SAMPLE].count(0):
        return False
    texts = (data[: _SAMPLE // 2 * 2].decode(codec, "ignore") for codec in ("utf-16-le", "utf-16-be"))
    return any("\0" not in text and _KEY.search(text) for text in texts)


def _other_encoding(data: bytes, start: int, name: str) -> Slip:
    codec = _codec(data)
    if not codec:
        return Slip(said("encoding.unknown"), _SAVE_AS, start)
    known, iconv = _NAMES[codec]
    shown = re.search("[\u4e00-\u9fff]{2,8}", data.decode(codec))
    says = said("encoding.reads", encoding=known, words=shown[0]) if shown else said("encoding.other", encoding=known)
    return Slip(says, _SAVE_AS, start, otherwise=said("encoding.convert", encoding=iconv, file=name))


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
