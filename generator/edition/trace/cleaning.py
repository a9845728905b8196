"""A source's words made ready to be read: digits of full width, spaces of typesetting, what is not seen, marks of notes."""

import re

from generator.content.figures.units import STANDARD

_WIDTHLESS = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_PLAIN = str.maketrans({**{chr(0xFF10 + digit): str(digit) for digit in range(10)}, "％": "%", "．": ".", **_WIDTHLESS})
_GROUPED = re.compile("(?<=[0-9０-９])[，\u00a0\u2009\u202f](?=[0-9０-９]{3}(?![0-9０-９]))")
"""What sets off thousands beside a comma of half width: one of full width, or a space that does not break."""
_NOTE = re.compile(r"\[\^?[0-9]{1,3}\]")
"""The mark of a note: [2], [^1]."""
_LATIN_UNITS = "|".join(sorted(filter(str.isascii, filter(str.isalpha, STANDARD.words)), key=len, reverse=True))
_UNIT_APART = re.compile(rf"(?<=[0-9])\s(?=(?:{_LATIN_UNITS})(?![A-Za-z]))")
_CJK = "\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_JOINED = re.compile(rf"(?<=[{_CJK}])\s+(?=[{_CJK}0-9])|(?<=[0-9%‰])\s+(?=[{_CJK}%‰℃—])|(?<=—)\s+(?=[0-9])")
_SPACE = re.compile(r"\s+")


def cleaned(text: str) -> str:
    """Return a text on one line, without the spaces round Chinese characters (34 亿元 is 34亿元) and before units (5 km)."""
    plain = _GROUPED.sub(",", _NOTE.sub("", text)).translate(_PLAIN)
    return _UNIT_APART.sub("", _JOINED.sub("", _SPACE.sub(" ", plain))).strip()
