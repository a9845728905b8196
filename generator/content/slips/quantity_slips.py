"""Slips that a quantity may have, each with the text as it was meant: spaces, full-width digits, ¥, 3千亿, 二十八, >34亿.

Text and known units in; the first slip out. The order is that of telling.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from generator.content.figures.numerals import value_of
from generator.content.figures.quantity import QUALIFIERS, Quantity, read
from generator.content.figures.unit_table import CURRENCY_CODES
from generator.content.figures.units import Units
from generator.content.slip import Slip
from generator.content.slips.quantity_refusals import refusal
from generator.diagnostics import Words, said

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％＋－", "0123456789.,%+-")
_SIGNS = {**CURRENCY_CODES, "¥": "元", "￥": "元", "$": "美元", "＄": "美元", "€": "欧元", "£": "英镑"}
_COMPARISONS = {
    **dict.fromkeys((">=", "≥", "≧", "⩾"), "不少于"),
    **dict.fromkeys(("<=", "≤", "≦", "⩽"), "不超过"),
    **dict.fromkeys((">", "＞"), "超"),
    **dict.fromkeys(("<", "＜"), "不足"),
    **dict.fromkeys(("~", "～", "≈", "∼"), "约"),
}
"""Signs with the words that the text has for them; those of two characters first."""
_SCALES = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
_TENS = re.compile(r"(?P<head>.*?)(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<tens>[十百千])(?P<scale>万亿|亿|万)?(?P<rest>.*)", re.DOTALL)
_MIXED = re.compile(
    r"(?P<head>.*?)(?P<high>[0-9]+)(?P<scale>[亿万])(?P<low>[0-9]+(?:\.[0-9]+)?)(?P<tens>[十百千]?)(?P<low_scale>万?)(?P<rest>.*)",
    re.DOTALL,
)
_PER = re.compile(
    "(?P<head>.*?)(?P<base>百|千|100|1000)分之(?P<number>[0-9.]+|[零〇一二两三四五六七八九十百千点]+)(?P<rest>.*)", re.DOTALL
)
_ABOUT = re.compile("(?P<head>.*?)(?P<number>[0-9]+|[零〇一二两三四五六七八九十百千]+)几[十百千]?(?P<rest>.*)", re.DOTALL)
_HALF = re.compile("(?P<head>.*?)(?P<number>[0-9]+)点(?P<decimals>[零〇一二三四五六七八九]+)(?P<rest>.*)", re.DOTALL)
_MORE = re.compile(r"(?P<number>[0-9][0-9.,]*(?:万亿|亿|万)?)[+＋](?P<rest>.*)", re.DOTALL)
_CHINESE = re.compile("[零〇一二两三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?")
_SEPARATOR = re.compile(r"(?<=[0-9])[,，](?=[0-9])|(?<=[0-9])\.(?![0-9])")
"""A comma that does not set off thousands (1,23), or a point without digits after it."""
_ARABIC = said("quantity.arabic")
_CLOSING = "。，、；：！？…．.,;:!?"


def first_slip(text: str, units: Units) -> Slip | None:
    """Return the first slip found in a text."""
    return next((slip for find in _SLIPS if (slip := find(text, units))), None)


def readable(text: str, units: Units) -> bool:
    """Tell whether a text is a quantity."""
    return isinstance(read(text, units), Quantity)


def _slip(text: str, why: Words, meant: str | None) -> Slip | None:
    """Return the slip of a text that was meant otherwise; none when it stands as it was meant."""
    return Slip(why, taken=len(text), meant=meant) if meant != text else None


def _written(why: Words, rule: Callable[[str], str]) -> Callable[[str, Units], Slip | None]:
    """Return what finds texts that a rule writes otherwise."""
    return lambda text, _units: _slip(text, why, rule(text))


def _closing_mark(text: str, _units: Units) -> Slip | None:
    bare = text.rstrip(_CLOSING)
    return _slip(text, said("quantity.ends-in", mark=text[len(bare) :]), bare)


def _comparison(text: str, _units: Units) -> Slip | None:
    """Signs before a number, or a + after it: 超 不少于 不足 不超过 约 say it."""
    if found := _MORE.fullmatch(text):
        return _slip(text, said("quantity.sign", sign="+"), f"超{found['number']}{found['rest']}")
    sign = next((sign for sign in _COMPARISONS if text.startswith(sign)), None)
    meant = _COMPARISONS[sign] + text.removeprefix(sign).lstrip() if sign else text
    return _slip(text, said("quantity.sign", sign=sign or ""), meant)


def _percentage(text: str, _units: Units) -> Slip | None:
    found = _PER.fullmatch(text)
    number = _in_digits(found["number"]) if found else None
    if found is None or number is None:
        return None
    sign = "%" if found["base"] in ("百", "100") else "‰"
    return _slip(text, said("quantity.percentage", sign=sign), f"{found['head']}{number}{sign}{found['rest']}")


def _several(text: str, _units: Units) -> Slip | None:
    """十几亿元 is vague: 几 after a number is 多 in statistics."""
    found = _ABOUT.fullmatch(text)
    number = _in_digits(found["number"]) if found else None
    if found is None or number is None:
        return None
    return _slip(text, said("quantity.vague", number=f"{found['number']}几"), f"{found['head']}{number}多{found['rest']}")


def _half_in_characters(text: str, _units: Units) -> Slip | None:
    found = _HALF.fullmatch(text)
    decimals = "".join(str(value_of(digit)) for digit in found["decimals"]) if found else ""
    return _slip(text, _ARABIC, f"{found['head']}{found['number']}.{decimals}{found['rest']}") if found else None


def _in_digits(numeral: str) -> str | None:
    """Return a numeral in characters, perhaps with 点, in digits; digits stay."""
    if numeral.replace(".", "").isdecimal() and numeral.isascii():
        return numeral.strip(".")
    whole, point, decimals = numeral.partition("点")
    number = value_of(whole)
    if number is None or (point and not decimals):
        return None
    return f"{number}{'.' if point else ''}{''.join(str(value_of(digit)) for digit in decimals)}"


def _currency(text: str, _units: Units) -> Slip | None:
    """¥34亿 and 34 亿 RMB are 34亿元."""
    sign = next((sign for sign in _SIGNS if sign in text.upper()), None)
    if sign is None:
        return None
    at = text.upper().index(sign)
    bare = re.sub(r"\s+", "", text[:at] + text[at + len(sign) :]).removesuffix("元")
    return _slip(text, said("quantity.money", sign=text[at : at + len(sign)]), bare + _SIGNS[sign])


def _tens(text: str, _units: Units) -> Slip | None:
    """十 百 千 after digits (GB/T 15835): 3千亿元 is 3000亿元."""
    found = _TENS.fullmatch(text)
    if not found or found["head"].endswith(("十", "百", "千")):
        return None
    number = _plain(Decimal(found["number"]) * 10 ** _SCALES[found["tens"]])
    return _slip(text, said("quantity.tens", tens=found["tens"]), f"{found['head']}{number}{found['scale'] or ''}{found['rest']}")


def _mixed(text: str, _units: Units) -> Slip | None:
    found = _MIXED.fullmatch(text)
    if not found or (found["scale"] == "万" and found["low_scale"]):
        return None
    places = _SCALES.get(found["tens"], 0) + (_SCALES["万"] if found["low_scale"] else 0)
    number = _plain(Decimal(found["high"]) + Decimal(found["low"]).scaleb(places - _SCALES[found["scale"]]))
    second = found["low_scale"] or found["tens"]
    scale = found["scale"]
    fault = said("quantity.mixed", scale=scale, second=second) if second else said("quantity.scale-inside", scale=scale)
    if not second and len(found["low"]) < _SCALES["千"]:
        return _slip(text, fault, None)
    return _slip(text, fault, f"{found['head']}{number}{found['scale']}{found['rest']}")


def _approximators(text: str, units: Units) -> Slip | None:
    """Two approximators (约200余所): keep the one after the number, if that reads."""
    head = next((word for word in QUALIFIERS if text.startswith(word)), "")
    bare = text.removeprefix(head)
    kept = read(bare, units) if head and not readable(text, units) else None
    if not isinstance(kept, Quantity):
        return None
    approx = kept.qualifier or kept.approx or ("" if kept.digits else bare[0])
    return _slip(text, said("quantity.approximators", first=head, second=approx), bare) if approx else None


def _chinese(text: str, units: Units) -> Slip | None:
    """Statistics stand in Arabic digits (GB/T 15835-2011, 4.1.1): 二十八个 is 28个."""
    found = _CHINESE.search(text)
    number = _in_digits(found[0]) if found else None
    if found is None or number is None or re.search("[0-9]", text) or refusal(text):
        return None
    meant = f"{text[: found.start()]}{number}{text[found.end() :]}"
    return _slip(text, _ARABIC, meant) if readable(meant, units) else None


def _refused(text: str, _units: Units) -> Slip | None:
    return refusal(re.sub(r"\s+", "", text).translate(_FULL_WIDTH))


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


_SLIPS: tuple[Callable[[str, Units], Slip | None], ...] = (
    _written(said("quantity.quotes"), lambda text: text.strip("“”‘’＂＇\"'")),
    _closing_mark,
    _comparison,
    _currency,
    _written(said("quantity.spaces"), lambda text: re.sub(r"\s+", "", text)),
    _written(said("quantity.full-width"), lambda text: text.translate(_FULL_WIDTH)),
    _written(said("quantity.groups"), lambda text: _SEPARATOR.sub("", text)),
    _written(said("quantity.leading-0"), lambda text: re.sub(r"(?<![0-9])\.(?=[0-9])", "0.", text)),
    _percentage,
    _several,
    _half_in_characters,
    _mixed,
    _tens,
    _approximators,
    _chinese,
    _refused,
)
