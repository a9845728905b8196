"""Marks in and round a quantity: quotes, spaces, full-width characters, notes, signs, brackets of accounts. Rules out, as data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.content.figures.unit_table import CURRENCY_CODES
from generator.content.slips.quantity_rule import HEAD, REST, Finder, rewritten, rule, slip
from generator.diagnostics import said

if TYPE_CHECKING:
    from generator.content.figures.units import Units
    from generator.content.slip import Slip

_WIDE = [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), *map(ord, "．，％＋－／")]
FULL_WIDTH = {code: code - 0xFEE0 for code in _WIDE}
"""Digits, letters and signs of a number in double width, with those of single width (Unicode, Halfwidth and Fullwidth Forms)."""
_CLOSING = "。，、；：！？…．.,;:!?"
_NOTE = re.compile(
    r"(?<=[^\s（(［\[【])(?:[①-⓿❶-➓⓪†‡※*＊#＃]|(?<![A-Za-z])[¹²³⁰⁴-⁹]|\s*(?:\[\s*注?\s*[0-9]{0,2}\s*\]|［\s*注?\s*[0-9]{0,2}\s*］"
    r"|〔\s*注?\s*[0-9]{0,2}\s*〕|（\s*注\s*[0-9]{0,2}\s*）|\(\s*注\s*[0-9]{0,2}\s*\)|注\s*[0-9]{0,2}))+$"
)
_LEADING_NOTE = re.compile(r"^[①-⓿❶-➓⓪]\s*(?=[0-9])")
_COMPARISONS = {
    **dict.fromkeys((">=", "≥", "≧", "⩾", "大于等于", "大于或等于"), "不少于"),
    **dict.fromkeys(("<=", "≤", "≦", "⩽", "小于等于", "小于或等于"), "不超过"),
    **dict.fromkeys((">", "＞", "大于", "多于", "高于", "过"), "超"),
    **dict.fromkeys(("<", "＜", "小于", "少于", "低于"), "不足"),
    **dict.fromkeys(("~", "～", "≈", "∼", "≒", "约为", "约有", "约合", "大致", "约莫", "差不多"), "约"),
}
"""Signs and words with the words that the text has for them; the longer of two that begin alike first."""
_NUMBER = re.compile("[0-9零一二两三四五六七八九十百千万亿]")
_MORE = re.compile(r"(?P<number>[0-9][0-9.,]*(?:万亿|亿|万)?)[+＋](?P<rest>.*)", re.DOTALL)
_SIGNS = {**CURRENCY_CODES, "¥": "元", "￥": "元", "$": "美元", "＄": "美元", "€": "欧元", "£": "英镑"}
_CODE = re.compile(
    "|".join(
        f"(?<![A-Za-z]){re.escape(sign)}(?![A-Za-z])" if sign[0].isalpha() or sign in "$＄" else re.escape(sign)
        for sign in sorted(_SIGNS, key=len, reverse=True)
    ),
    re.IGNORECASE,
)
"""A sign or a code of money as a word of its own: no part of Gbps, nor the $ of another dollar (NT$)."""
_BETWEEN = "(?<=[0-9]){}(?=[0-9])"
_POINT = re.compile(_BETWEEN.format("[。·・•]"))
_NUMERAL = re.compile(r"[0-9][0-9,，' ]*[,，' ][0-9,，' ]*[0-9]")
_GROUPS = re.compile(r"[0-9]{1,3}(?:[,，' ][0-9]{3})+|[0-9]{1,4}(?:[,，' ][0-9]{4})+")
_LETTERS = {"O": "0", "o": "0", "Ｏ": "0", "○": "0", "〇": "0", "零": "0", "l": "1", "I": "1", "|": "1"}
_LETTER = re.compile(r"(?<=[0-9])[OoＯ○〇零](?![A-Za-z])|(?<![A-Za-z])[OＯ○](?=[0-9])|(?<![A-Za-z])[lI|](?=[0-9])")


def _closing_mark(text: str, _units: Units) -> Slip | None:
    bare = text.rstrip(_CLOSING)
    return slip(text, said("quantity.ends-in", mark=text[len(bare) :]), bare)


def _note(text: str, _units: Units) -> Slip | None:
    found = _NOTE.search(text) or _LEADING_NOTE.search(text)
    if not found or not re.search("[0-9一二三四五六七八九十百千万亿]", text[: found.start()] or text[found.end() :]):
        return None
    return slip(text, said("quantity.note-mark", mark=found[0].strip()), text[: found.start()] + text[found.end() :])


def _comparison(text: str, _units: Units) -> Slip | None:
    """Signs before a number, or a + after it: 超 不少于 不足 不超过 约 say it."""
    if found := _MORE.fullmatch(text):
        return slip(text, said("quantity.sign", sign="+"), f"超{found['number']}{found['rest']}")
    sign = next(
        (sign for sign in _COMPARISONS if text.startswith(sign) and (not sign.isalpha() or _NUMBER.match(text, len(sign)))), None
    )
    meant = _COMPARISONS[sign] + text.removeprefix(sign).lstrip() if sign else text
    return slip(text, said("quantity.sign", sign=sign or ""), meant)


def _currency(text: str, _units: Units) -> Slip | None:
    """¥34亿 and 34 亿 RMB are 34亿元."""
    sign = _CODE.search(text)
    if sign is None:
        return None
    bare = re.sub(r"\s+", "", text[: sign.start()] + text[sign.end() :]).removesuffix("元")
    return slip(text, said("quantity.money", sign=sign[0]), bare + _SIGNS[sign[0].upper()])


def _spaces(text: str, _units: Units) -> Slip | None:
    """Between two digits a space may be a comma, a point or nothing: only groups of thousands are plain."""
    if re.search(r"[0-9]\s+[0-9]", text):
        return None
    return slip(text, said("quantity.spaces"), re.sub(r"\s+", "", text))


def _groups(text: str, _units: Units) -> Slip | None:
    """Join what is set apart in threes or fours; 1,23 may be 1.23 as well."""
    found = _NUMERAL.search(text)
    if not found or re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+", found[0]):
        return None
    if not _GROUPS.fullmatch(found[0]) or text[found.end() :].startswith((",", "，")):
        return slip(text, said("quantity.groups"), None, said("quantity.which-mark"))
    joined = re.sub("[,，' ]", "", found[0])
    return slip(text, said("quantity.groups"), text[: found.start()] + joined + text[found.end() :])


def _letters(text: str, _units: Units) -> Slip | None:
    found = _LETTER.search(text)
    if not found:
        return None
    why = said("quantity.letter", letter=found[0], digit=_LETTERS[found[0]])
    return slip(text, why, _LETTER.sub(lambda one: _LETTERS[one[0]], text))


_NEGATIVES = "净亏损|亏损|净亏|亏|负增长|负|零下|[–－﹣⁻‐‑](?=[0-9])"

MARKS: tuple[Finder, ...] = (
    rewritten(said("quantity.quotes"), lambda text: text.strip("“”‘’＂＇\"'")),
    _closing_mark,
    _note,
    _comparison,
    _currency,
    _spaces,
    rewritten(said("quantity.full-width"), lambda text: text.translate(FULL_WIDTH)),
    rewritten(said("quantity.point"), lambda text: _POINT.sub(".", text)),
    _letters,
    _groups,
    rewritten(said("quantity.trailing-point"), lambda text: re.sub(r"(?<=[0-9])\.(?![0-9])", "", text)),
    rewritten(said("quantity.leading-0"), lambda text: re.sub(r"(?<![0-9A-Za-z])\.(?=[0-9])", "0.", text)),
    rewritten(said("quantity.zeros"), lambda text: re.sub(r"(?<![0-9.,])0+(?=[0-9])", "", text)),
    rule(
        rf"{HEAD}(?P<word>{_NEGATIVES})(?P<rest>[^-−].*)",
        lambda found: said("quantity.negative", word=found["word"]),
        lambda found: f"{found['head']}-{found['rest']}",
    ),
    rule(
        rf"{HEAD}[（(](?P<number>[0-9][0-9.,]*%?)[）)]{REST}",
        lambda _found: said("quantity.brackets"),
        lambda found: f"{found['head']}-{found['number']}{found['rest']}",
    ),
)
"""In the order of telling; each reads a text as those before it have mended it."""
