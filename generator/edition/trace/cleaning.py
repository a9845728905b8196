"""The words of a source made ready to be read: digits of full width, spaces that typesetting put between words, soft hyphens."""

import re

_PLAIN = str.maketrans({**{chr(0xFF10 + digit): str(digit) for digit in range(10)}, "％": "%", "．": ".", "\u00ad": None})
_CJK = "\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_JOINED = re.compile(rf"(?<=[{_CJK}])\s+(?=[{_CJK}0-9])|(?<=[0-9%‰])\s+(?=[{_CJK}%‰℃])")
_SPACE = re.compile(r"\s+")


def cleaned(text: str) -> str:
    """Return a text on one line, without the spaces round Chinese characters (34 亿元 is 34亿元)."""
    return _JOINED.sub("", _SPACE.sub(" ", text.translate(_PLAIN))).strip()
