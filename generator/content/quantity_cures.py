"""Why a text is no quantity, and what would be one. A cure is offered only when it can itself be read."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.content import quantity as reading
from generator.content.chinese_numerals import value_of
from generator.content.faults import QuantityError
from generator.content.unit_likeness import misspelt

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.content.unit_words import Units

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％＋－", "0123456789.,%+-")
_CURRENCIES = {"¥": "元", "￥": "元", "$": "美元", "＄": "美元", "€": "欧元", "£": "英镑"}
_SCALES = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
_TENS = re.compile(r"(?P<head>.*?)(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<tens>[十百千])(?P<scale>万亿|亿|万)?(?P<rest>.*)", re.DOTALL)
_MIXED = re.compile(r"(?P<head>.*?)(?P<high>[0-9]+)亿(?P<low>[0-9]+(?:\.[0-9]+)?)(?P<low_scale>万?)(?P<rest>.*)", re.DOTALL)
_CHINESE = re.compile("[零〇一二两三四五六七八九十百千]+")


def explain(text: str, rest: str, units: Units) -> QuantityError:
    """Return the fault of a text that `read_quantity` stopped at `rest`."""
    if not text.strip():
        return QuantityError("no quantity is written here", "write it as people do: `近34亿元`")
    if len(text) > reading.LONGEST:
        return QuantityError(
            f"`{text[:24]}…` is not a quantity: it is a sentence", "write the number with its unit alone: `近34亿元`"
        )
    for why in _WHYS:
        if fault := why(text, units):
            return QuantityError(f"`{text}` is not a quantity: {fault[0]}", _hint(fault[1], units))
    return _unknown(text, rest, units)


def _hint(cure: str, units: Units) -> str:
    return f"write `{cure}`" if _readable(cure, units) else ""


def _readable(text: str, units: Units) -> bool:
    try:
        reading.read_quantity(text, units)
    except reading.RefusalError:
        return False
    return True


def _unknown(text: str, rest: str, units: Units) -> QuantityError:
    if rest == text or not re.search("[0-9]", text):
        return QuantityError(
            f"`{text}` is not a quantity: it has no number", "write the number in digits: `近34亿元`, or `数亿` if vague"
        )
    meant = misspelt(rest, units) if rest else None
    cure = text[: len(text) - len(rest)] + meant if meant and text.endswith(rest) else ""
    hint = f"did you mean `{cure}`?" if cure and _readable(cure, units) else "new words for units go under `units:`"
    return QuantityError(f"`{text}` is not a quantity: no unit is called `{rest}`", hint)


def _spaces(text: str, _units: Units) -> tuple[str, str] | None:
    closed = re.sub(r"\s+", "", text)
    return ("it has spaces inside", closed) if closed != text else None


def _quoted(text: str, _units: Units) -> tuple[str, str] | None:
    bare = text.strip("“”‘’＂＇\"'")
    return ("it stands in quotes", bare) if bare != text else None


def _full_width(text: str, _units: Units) -> tuple[str, str] | None:
    narrow = text.translate(_FULL_WIDTH)
    return ("its digits are full-width", narrow) if narrow != text else None


def _grouping(text: str, _units: Units) -> tuple[str, str] | None:
    """Find a comma that does not set off thousands (1,23), or a point without digits after it."""
    cured = re.sub(r"(?<=[0-9])[,，](?=[0-9])|(?<=[0-9])\.(?![0-9])", "", text)
    return ("its digits are not grouped in threes", cured) if cured != text else None


def _currency(text: str, _units: Units) -> tuple[str, str] | None:
    sign = next((sign for sign in _CURRENCIES if sign in text), None)
    return (f"money is written with its word, not with `{sign}`", text.replace(sign, "") + _CURRENCIES[sign]) if sign else None


def _bare_decimal(text: str, _units: Units) -> tuple[str, str] | None:
    cured = re.sub(r"(?<![0-9])\.(?=[0-9])", "0.", text)
    return ("a decimal has its leading 0", cured) if cured != text else None


def _tens(text: str, _units: Units) -> tuple[str, str] | None:
    """十 百 千 after digits (GB/T 15835): 3千亿元 is 3000亿元."""
    found = _TENS.fullmatch(text)
    if not found or found["head"].endswith(("十", "百", "千")):
        return None
    number = _plain(Decimal(found["number"]) * 10 ** _SCALES[found["tens"]])
    fault = f"`{found['tens']}` may not follow digits, only 万 and 亿 may"
    return fault, f"{found['head']}{number}{found['scale'] or ''}{found['rest']}"


def _mixed(text: str, _units: Units) -> tuple[str, str] | None:
    found = _MIXED.fullmatch(text)
    if not found:
        return None
    low = Decimal(found["low"]) * (10**4 if found["low_scale"] else 1)
    number = _plain(Decimal(found["high"]) + low / 10**8)
    return "亿 and 万 are mixed", f"{found['head']}{number}亿{found['rest']}"


def _approximators(text: str, units: Units) -> tuple[str, str] | None:
    """Two approximators (约200余所): keep the one after the number, if that reads."""
    head = next((word for word in reading.QUALIFIERS if text.startswith(word)), "")
    bare = text.removeprefix(head)
    if not head or _readable(text, units) or not _readable(bare, units):
        return None
    second = next((word for word in reading.QUALIFIERS if bare.startswith(word)), "")
    kept = reading.read_quantity(bare, units)
    approx = second or kept.approx or ("" if kept.digits else bare[0])
    return (f"`{head}` and `{approx}` both approximate, one is enough", bare) if approx else None


def _chinese(text: str, units: Units) -> tuple[str, str] | None:
    """Statistics stand in Arabic digits (GB/T 15835-2011, 4.1.1): 二十八个 is 28个."""
    found = _CHINESE.search(text)
    number = value_of(found[0]) if found else None
    if found is None or number is None or re.search("[0-9]", text):
        return None
    cured = f"{text[: found.start()]}{number}{text[found.end() :]}"
    return ("statistics stand in Arabic digits", cured) if _readable(cured, units) else None


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


_WHYS: tuple[Callable[[str, Units], tuple[str, str] | None], ...] = (
    _quoted,
    _spaces,
    _full_width,
    _grouping,
    _currency,
    _bare_decimal,
    _mixed,
    _tens,
    _approximators,
    _chinese,
)
