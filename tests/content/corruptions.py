"""How people spoil a quantity, one row a kind: the known quantity in, the text as drafts have it out; None where it does not apply."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

HAN = "零一二三四五六七八九"
CAPITALS = str.maketrans("零一二三四五六七八九十百千万亿", "零壹贰叁肆伍陆柒捌玖拾佰仟萬億")
ZEROS = {"": 0, "万": 4, "亿": 8}


@dataclass(frozen=True)
class Known:
    """A quantity as it should be written."""

    digits: str
    scale: str
    unit: str
    qualifier: str = ""

    @property
    def text(self) -> str:
        return f"{self.qualifier}{self.digits}{self.scale}{self.unit}"

    @property
    def amount(self) -> Decimal:
        return Decimal(self.digits).scaleb(ZEROS[self.scale])

    @property
    def tail(self) -> str:
        return self.scale + self.unit


def han(number: int) -> str:
    """Write a number in characters, with 零 where places are skipped (GB/T 15835-2011)."""
    if number == 0:
        return "零"
    groups = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    out = ""
    for at in range(len(groups) - 1, -1, -1):
        group = groups[at]
        if group:
            out += ("零" if out and group < 1000 else "") + _group(group) + ("", "万", "亿", "万亿")[at]
    return out.removeprefix("一") if out.startswith("一十") else out


def _group(group: int) -> str:
    out, skipped = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, group = divmod(group, place)
        if digit:
            out += ("零" if skipped and out else "") + HAN[digit] + name
            skipped = False
        else:
            skipped = True
    return out


def spoken(digits: str) -> str:
    """Write digits as they are read aloud: 3.05 is 三点零五."""
    whole, _, decimals = digits.partition(".")
    return han(int(whole)) + ("点" + "".join(HAN[int(one)] for one in decimals) if decimals else "")


def whole(known: Known) -> int | None:
    """Return a known amount that is a whole number."""
    return int(known.amount) if known.amount == known.amount.to_integral_value() else None


def wide(text: str) -> str:
    return "".join(chr(ord(one) + 0xFEE0) if one in "0123456789.%" else one for one in text)


def money(known: Known) -> bool:
    return known.unit == "元"


def grouped(text: str, size: int, mark: str) -> str | None:
    if "." in text or len(text) <= size:
        return None
    return (
        f"{int(text):,}".replace(",", mark)
        if size == 3
        else mark.join([text[:-size], text[-size:]])
        if len(text) <= 2 * size
        else None
    )


def plainly(known: Known) -> bool:
    return not known.qualifier


def coins(one: Known) -> str | None:
    tenths = one.digits.partition(".")[2]
    if not money(one) or one.scale or one.qualifier or len(tenths) != 1:
        return None
    return f"{one.digits.replace('.', '元')}角"


def letter_k(one: Known) -> str | None:
    thousands = one.digits.endswith("000") and not one.scale and not one.unit.isascii() and one.unit not in ("m²", "℃")
    return f"{one.qualifier}{one.digits[:-3]}k{one.unit}" if thousands else None


def trailing_half(one: Known) -> str | None:
    return f"{one.qualifier}{one.digits[:-2]}{one.unit}半" if one.digits.endswith(".5") and not one.scale else None


def half_after_counter(one: Known) -> str | None:
    return (
        f"{one.digits[:-2]}个半小时"
        if one.digits.endswith(".5") and one.unit == "小时" and not one.scale + one.qualifier
        else None
    )


def tenths(one: Known) -> str | None:
    round_tens = one.unit == "%" and not one.scale and len(one.digits) == 2 and one.digits.endswith("0")
    return f"{one.qualifier}{HAN[int(one.digits[0])]}成" if round_tens else None


def tenths_and_more(one: Known) -> str | None:
    said = one.unit == "%" and not one.scale and not one.qualifier and len(one.digits) == 2 and one.digits[1] != "0"
    return f"{one.digits[0]}成{one.digits[1]}" if said else None


def last_place_unsaid(one: Known) -> str | None:
    """一百二 for 120."""
    number = whole(one)
    numeral = han(number) if number and not one.qualifier else ""
    said = len(numeral) > 2 and numeral[-1] in "十百千" and "零" not in numeral
    return f"{numeral[:-1]}{one.unit}" if said and number and number > 100 else None


def two_scales(one: Known) -> str | None:
    """3亿5千万 for 3.5亿."""
    high, _, low = one.digits.partition(".")
    said = one.scale == "亿" and len(low) == 1 and low != "0" and not one.qualifier
    return f"{high}亿{low}千万{one.unit}" if said else None


CORRUPTIONS: dict[str, Callable[[Known], str | None]] = {
    "full-width digits": lambda one: wide(one.text),
    "full-width percent": lambda one: one.text.replace("%", "％") if one.unit == "%" else None,
    "small percent": lambda one: one.text.replace("%", "﹪") if one.unit == "%" else None,
    "space before the unit": lambda one: f"{one.qualifier}{one.digits} {one.tail}",
    "no-break space": lambda one: f"{one.qualifier}{one.digits}\u00a0{one.tail}",
    "full-width space": lambda one: f"{one.qualifier}{one.digits}\u3000{one.tail}",
    "space inside the number": lambda one: f"{one.qualifier}{one.digits[0]} {one.digits[1:]}{one.tail}" if len(one.digits) > 1 else None,
    "full stop after it": lambda one: f"{one.text}。",
    "comma after it": lambda one: f"{one.text}，",
    "curly quotes": lambda one: f"“{one.text}”",
    "point of the Chinese keyboard": lambda one: one.text.replace(".", "。"),
    "raised point": lambda one: one.text.replace(".", "·"),
    "comma for the point": lambda one: one.text.replace(".", ",") if "." in one.digits else None,
    "no zero before the point": lambda one: one.text.replace("0.", ".", 1) if one.digits.startswith("0.") else None,
    "zeros before it": lambda one: f"{one.qualifier}00{one.digits}{one.tail}",
    "full-width commas": lambda one: f"{found}{one.tail}" if plainly(one) and (found := grouped(one.digits, 3, "，")) else None,
    "groups of four": lambda one: f"{found}{one.tail}" if plainly(one) and (found := grouped(one.digits, 4, ",")) else None,
    "letter O for 0": lambda one: one.text.replace("0", "O"),
    "letter l for 1": lambda one: one.text.replace("1", "l"),
    "note in a circle": lambda one: f"{one.text}①",
    "raised note": lambda one: f"{one.text}¹",
    "note in brackets": lambda one: f"{one.text}[3]",
    "note with its word": lambda one: f"{one.text}（注2）",
    "asterisk": lambda one: f"{one.text}*",
    "sign of money": lambda one: f"¥{one.digits}{one.scale}" if money(one) and plainly(one) else None,
    "code of money": lambda one: f"{one.text[:-1]}RMB" if money(one) else None,
    "money named twice": lambda one: f"人民币{one.text}" if money(one) else None,
    "whole money": lambda one: f"{one.text}整" if money(one) else None,
    "coins": coins,
    "greater sign": lambda one: f">{one.digits}{one.tail}" if one.qualifier == "超" else None,
    "plus behind": lambda one: f"{one.digits}{one.scale}+{one.unit}" if one.qualifier == "超" else None,
    "tilde": lambda one: f"~{one.digits}{one.tail}" if one.qualifier == "约" else None,
    "not less sign": lambda one: f"≥{one.digits}{one.tail}" if one.qualifier == "不少于" else None,
    "letter w": lambda one: f"{one.qualifier}{one.digits}w{one.unit}" if one.scale == "万" else None,
    "letter W": lambda one: f"{one.qualifier}{one.digits}W{one.unit}" if one.scale == "万" else None,
    "letter k": letter_k,
    "counted scale": lambda one: f"{one.qualifier}{one.digits}个{one.tail}" if one.scale else None,
    "trailing half": trailing_half,
    "half after a counter": half_after_counter,
    "in characters": lambda one: f"{one.qualifier}{han(number)}{one.unit}" if (number := whole(one)) else None,
    "read aloud": lambda one: f"{one.qualifier}{spoken(one.digits)}{one.tail}" if one.unit != "%" else None,
    "in capitals": lambda one: f"{han(number)}元整".translate(CAPITALS) if money(one) and plainly(one) and (number := whole(one)) else None,
    "percentage in characters": lambda one: f"{one.qualifier}百分之{spoken(one.digits)}" if one.unit == "%" and not one.scale else None,
    "percentage half in characters": lambda one: f"{one.qualifier}百分之{one.digits}" if one.unit == "%" and not one.scale else None,
    "tenths": tenths,
    "tenths and more": tenths_and_more,
    "thousands with a word": lambda one: f"{one.qualifier}{one.digits[:-3]}千{one.tail}" if one.digits.endswith("000") else None,
    "last place unsaid": last_place_unsaid,
    "two scales": two_scales,
    "two approximators": lambda one: f"约{one.digits}{one.tail}左右" if one.qualifier == "约" else None,
    "scale by sound": lambda one: f"{one.qualifier}{one.digits}忆{one.unit}" if one.scale == "亿" else None,
    "money by sound": lambda one: f"{one.text[:-1]}园" if money(one) else None,
    "square with a 2": lambda one: one.text.replace("²", "2") if one.unit == "m²" else None,
    "square in one sign": lambda one: one.text.replace("m²", "㎡") if one.unit == "m²" else None,
    "unit in capitals": lambda one: one.text.replace("kWh", "KWH") if one.unit == "kWh" else None,
    "a rise": lambda one: f"同比增长{one.text}" if one.unit == "%" else None,
    "a total": lambda one: f"累计{one.text}",
    "a scope": lambda one: f"人均{one.text}",
    "a fall": lambda one: f"下降{one.text}" if one.unit == "%" else None,
    "a word that changes it": lambda one: f"差{one.text}",
}  # fmt: skip
NEGATIVES: dict[str, Callable[[Known], str | None]] = {
    "in a word": lambda one: f"负{one.text}",
    "as a loss": lambda one: f"亏损{one.text}" if money(one) else None,
    "below zero": lambda one: f"零下{one.text}" if one.unit == "℃" else None,
    "in brackets": lambda one: f"（{one.digits}）{one.tail}",
    "in narrow brackets": lambda one: f"({one.digits}%)" if one.unit == "%" and not one.scale else None,
    "en dash": lambda one: f"–{one.text}",
    "full-width hyphen": lambda one: f"－{one.text}",
    "in characters": lambda one: f"负{spoken(one.digits)}{one.tail}" if one.unit != "%" else None,
    "percentage": lambda one: f"负百分之{spoken(one.digits)}" if one.unit == "%" and not one.scale else None,
}
"""The same for a quantity below zero: the known one has no sign."""
