"""Numerals of a quantity that are no Arabic digits with 万 or 亿: characters, capitals, 半, 成, 个亿, W, 百分之. Rules out, as data.

GB/T 15835-2011, 4.1.1: statistics stand in Arabic digits, with 万 and 亿 where they are long.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.content.figures.numerals import value_of
from generator.content.figures.quantity import QUALIFIERS
from generator.content.slips.quantity_refusals import refusal
from generator.content.slips.quantity_rule import (
    CLOSING,
    DIGITS,
    HEAD,
    NUMBER,
    REST,
    Finder,
    Found,
    readable,
    rewritten,
    rule,
    slip,
)
from generator.diagnostics import said

if TYPE_CHECKING:
    from generator.content.figures.units import Units
    from generator.content.slip import Slip

_PLAIN = str.maketrans("壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億圆圓兩", "一二二三三四五六六七八九十百千万亿元元两")
_CAPITAL = re.compile("[壹贰貳叁參肆伍陆陸柒捌玖拾佰仟]")
_SCALES = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
_PLACES = "十百千万亿"
_WHOLE = re.compile("(?:元|[角分])[整正]$")
_RUN = re.compile(f"[{DIGITS}{_PLACES}]+(?:点[{DIGITS}]+)?(?:万亿|亿|万)?")
_SPOKEN = re.compile(f"[{DIGITS}{_PLACES}]*[百千万亿](?P<last>[{DIGITS[2:]}])(?![{DIGITS}{_PLACES}点])")
_DECIMALS = 2
"""Digits after the point at most, where 万 or 亿 shortens a number: 1.25亿, but 1903971."""
_COUNTED = f"(?P<number>[0-9]+|[{DIGITS}十百]+)"
_AFTER = f"(?P<rest>{CLOSING}|[一-鿿]{{2,}})"
_HALVES = (
    re.compile(f"{HEAD}{_COUNTED}(?P<counter>个)半(?P<unit>[^0-9半]{{0,4}}?)(?P<rest>{CLOSING})"),
    re.compile(f"{HEAD}{_COUNTED}(?P<unit>[^0-9半]{{1,4}}?)半{_AFTER}"),
    re.compile(f"{HEAD}(?P<number>)半(?P<unit>[^0-9半]{{1,4}}?)(?P<rest>元?{CLOSING})"),
)
ARABIC = said("quantity.arabic")


def _digits(numeral: str) -> str | None:
    """Return a numeral in characters, perhaps with 点, in digits; digits stay."""
    if numeral.replace(".", "").isdecimal() and numeral.isascii():
        return numeral.strip(".")
    whole, point, decimals = numeral.partition("点")
    number = value_of(whole)
    if number is None or (point and not decimals):
        return None
    return f"{number}{'.' if point else ''}{''.join(str(value_of(digit)) for digit in decimals)}"


def plain(number: Decimal) -> str:
    """Return a number without exponent and without zeros that say nothing."""
    return f"{number.normalize():f}"


def _shortest(number: int) -> str:
    """Return a number with 亿 or 万 where few digits are left, else whole."""
    for scale in ("亿", "万"):
        less = Decimal(number).scaleb(-_SCALES[scale])
        if less >= 1 and less == round(less, _DECIMALS):
            return f"{plain(less)}{scale}"
    return str(number)


def _in_digits(run: str) -> str | None:
    """Return a numeral in characters as digits, with 万 or 亿 where it ends in one or has one inside."""
    bare = run.rstrip("万亿")
    scale = run[len(bare) :]
    if run in ("万", "亿"):
        return f"1{run}"
    if bare and not re.search("[万亿]", bare) and scale in ("", "万", "亿", "万亿"):
        digits = _digits(bare)
        return f"{digits}{scale}" if digits else None
    number = value_of(run) if "点" not in run else None
    return _shortest(number) if number else None


def _characters(text: str, units: Units) -> Slip | None:
    """二十八个 is 28个; 百 alone is a hundred only where a word says that it is rounded (百余家, 近百家)."""
    found = _RUN.search(text)
    if found is None or re.search("[0-9]", text) or refusal(text, units):
        return None
    before, after = text[: found.start()], text[found.end() :]
    alone = found[0][0] in _PLACES[1:] and not (after.startswith(("余", "多", "来")) or before.endswith(QUALIFIERS))
    number = _in_digits(found[0]) if not alone else None
    meant = f"{before}{number}{after}" if number else ""
    return slip(text, ARABIC, meant) if number and readable(meant.lstrip("-"), units) else None


def _place_unsaid(text: str, _units: Units) -> Slip | None:
    """一百二 may be 120 or 102: the place of its last digit is not said."""
    found = _SPOKEN.search(text)
    if not found or re.search("[0-9]", text):
        return None
    return slip(text, said("quantity.place-unsaid", digit=found["last"]), None, said("quantity.which-place"))


def _percentage(found: Found) -> str | None:
    number = _digits(found["number"])
    return f"{found['head']}{number}{'%' if found['base'] in ('百', '100') else '‰'}{found['rest']}" if number else None


def _tenths(found: Found) -> str | None:
    """三成五 is 35%, 3成多 more than 30%."""
    number, more = _digits(found["number"]), found["more"]
    if number is None:
        return None
    added = 0 if not more else 5 if more == "半" else int(_digits(more) or 0)
    over = "超" if found["over"] and not found["head"] else ""
    return f"{found['head']}{over}{plain(Decimal(number) * 10 + added)}%{found['over'] if not over else ''}{found['rest']}"


def _half(text: str, units: Units) -> Slip | None:
    """两年半 is 2.5年, 1个半小时 1.5个小时, 半年 0.5年, 半个亿 0.5亿."""
    found = next((found for pattern in _HALVES if (found := pattern.fullmatch(text))), None)
    number = _digits(found["number"] or "零") if found else None
    if found is None or number is None:
        return None
    unit = f"{found.groupdict().get('counter', '')}{found['unit']}"
    if unit == "个亿":
        return slip(text, said("quantity.half"), f"{found['head']}{number}.5亿{found['rest']}") if number == "0" else None
    if units.longest(unit) != unit and units.longest(unit.removeprefix("个")) != unit.removeprefix("个"):
        return None
    return slip(text, said("quantity.half"), f"{found['head']}{number}.5{unit}{found['rest']}")


def _mixed(text: str, _units: Units) -> Slip | None:
    """3亿4500万元 is 3.45亿元; 3万5家 may be 3.5万家 or 30005家."""
    found = _MIXED.fullmatch(text)
    if not found or (found["scale"] == "万" and found["low_scale"]):
        return None
    places = _SCALES.get(found["tens"], 0) + (_SCALES["万"] if found["low_scale"] else 0)
    number = plain(Decimal(found["high"]) + Decimal(found["low"]).scaleb(places - _SCALES[found["scale"]]))
    second, scale = found["low_scale"] or found["tens"], found["scale"]
    why = said("quantity.mixed", scale=scale, second=second) if second else said("quantity.scale-inside", scale=scale)
    if not second and len(found["low"]) < _SCALES[scale]:
        return slip(text, why, None, said("quantity.which-place"))
    return slip(text, why, f"{found['head']}{number}{scale}{found['rest']}")


_MIXED = re.compile(
    r"(?P<head>.*?)(?P<high>[0-9]+)(?P<scale>[亿万])(?P<low>[0-9]+(?:\.[0-9]+)?)(?P<tens>[十百千]?)(?P<low_scale>万?)(?P<rest>.*)",
    re.DOTALL,
)


def _ten(found: Found) -> str | None:
    """3千亿元 is 3000亿元."""
    if found["head"].endswith(("十", "百", "千")):
        return None
    number = plain(Decimal(found["number"]).scaleb(_SCALES[found["tens"]]))
    return f"{found['head']}{number}{found['scale'] or ''}{found['rest']}"


def _coins(found: Found) -> str | None:
    """3元5角 is 3.5元."""
    yuan = _digits(found["yuan"])
    cents = "".join(
        str(value_of(found[one]) or 0) if not (found[one] or "").isdecimal() else found[one] for one in ("tenth", "cent")
    )
    return f"{found['head']}{plain(Decimal(f'{yuan}.{cents}'))}元" if yuan and "." not in yuan else None


def _thousands(text: str, _units: Units) -> Slip | None:
    """10w人 is 10万人, 12k元 12000元; a W alone may be the watt."""
    found = _LETTER.fullmatch(text)
    if not found:
        return None
    letter, number, rest = found["letter"], found["number"], found["rest"]
    why = said("quantity.letter-scale", letter=letter)
    if letter == "W" and not rest.strip("+＋多余"):
        cure = said("quantity.or-watt", scaled=f"{found['head']}{number}万", watts=f"{found['head']}{number}瓦")
        return slip(text, why, None, cure)
    written = f"{number}万" if letter in "Ww" else plain(Decimal(number) * 1000)
    return slip(text, why, f"{found['head']}{written}{rest}")


_LETTER = re.compile(f"{HEAD}{NUMBER}(?P<letter>[WwKk])(?P<rest>[^A-Za-z0-9/·²³]*)")

NUMERALS: tuple[Finder, ...] = (
    rewritten(said("quantity.capitals"), lambda text: text.translate(_PLAIN) if _CAPITAL.search(text) else text),
    rewritten(said("quantity.whole"), lambda text: text[:-1] if _WHOLE.search(text) else text),
    rule(
        rf"{HEAD}(?P<yuan>[0-9]+|[{DIGITS}十百千]+)[元块](?P<tenth>[0-9{DIGITS}])角?(?:(?P<cent>[0-9{DIGITS}])分)?",
        lambda _found: said("quantity.coins"),
        _coins,
    ),
    _place_unsaid,
    rule(
        rf"(?P<head>.*?)(?P<base>百|千|100|1000)分之(?P<number>[0-9.]+|[{DIGITS}十百千点]+){REST}",
        lambda found: said("quantity.percentage", sign="%" if found["base"] in ("百", "100") else "‰"),
        _percentage,
    ),
    rule(
        rf"{HEAD}(?P<number>[0-9]+(?:\.[0-9]+)?|[{DIGITS}十])成(?P<more>[1-9{DIGITS[2:]}半]?)(?P<over>[多余]?)(?P<rest>{CLOSING}|[一-鿿]{{2,}})",
        lambda _found: said("quantity.tenths"),
        _tenths,
    ),
    _half,
    rule(
        rf"(?P<head>.*?)(?P<number>[0-9]+|[{DIGITS}十百千]+)几[十百千]?{REST}",
        lambda found: said("quantity.vague", number=f"{found['number']}几"),
        lambda found: f"{found['head']}{number}多{found['rest']}" if (number := _digits(found["number"])) else None,
    ),
    rule(
        rf"(?P<head>.*?)(?P<number>[0-9]+)点(?P<decimals>[{DIGITS}]+){REST}",
        lambda _found: ARABIC,
        lambda found: (
            f"{found['head']}{found['number']}.{''.join(str(value_of(one)) for one in found['decimals'])}{found['rest']}"
        ),
    ),
    rule(
        rf"(?P<head>.*?)(?P<number>[0-9.]+|[{DIGITS}十百千]+|[数几])个(?P<about>[多余]?)(?P<scale>万亿|亿|万)(?P<rest>(?!元[一-鿿])[^级型]*)",
        lambda found: said("quantity.counted-scale", scale=found["scale"]),
        lambda found: f"{found['head']}{found['number'].replace('几', '数')}{found['scale']}{found['about']}{found['rest']}",
    ),
    _thousands,
    _mixed,
    rule(
        rf"(?P<head>.*?){NUMBER}(?P<tens>[十百千])(?P<scale>万亿|亿|万)?{REST}",
        lambda found: said("quantity.tens", tens=found["tens"]),
        _ten,
    ),
)
"""In the order of telling; `_characters` comes after all that has digits in it."""
CHARACTERS: Finder = _characters
