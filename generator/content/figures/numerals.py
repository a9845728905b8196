"""Numerals in Chinese characters: what they are worth (二十八 is 28). Characters in, exact numbers out.

Only what has one meaning is read: each digit with its place, 零 where places are skipped; 一百二 is none.
The capitals of cheques (壹佰万) are the same numerals (GB/T 15835-2011, 3.2).
"""

import re
from decimal import Decimal

DIGITS = {
    digit: value
    for value, digits in enumerate(("零〇", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"))
    for digit in digits
}
_GROUPS = (("亿", 8), ("万", 4))
_PLAIN = str.maketrans("〇壹贰叁肆伍陆柒捌玖拾佰仟萬億", "零一二三四五六七八九十百千万亿")
_DIGIT = "[一二三四五六七八九]"
_GROUP = re.compile(
    f"(?:(?P<thousands>{_DIGIT}|两)千)?(?:零?(?P<hundreds>{_DIGIT}|两)百)?(?P<tens>(?:零?(?=十)|零?{_DIGIT})十)?"
    f"(?:(?P<zero>零)?(?P<ones>{_DIGIT}))?"
)
_DECIMAL = re.compile(r"(?P<whole>[^点]+)点(?P<decimals>[^点十百千万亿]+)(?P<scale>万亿|亿|万|)")


def value_of(numeral: str) -> int | None:
    """Return the value of a numeral such as 二十八 or 三千万, or of digits in a row (二〇二〇); None for anything else."""
    if numeral and all(char in DIGITS for char in numeral):
        return int("".join(str(DIGITS[char]) for char in numeral))
    return _grouped(numeral.translate(_PLAIN), first=True) if numeral else None


def decimal_of(numeral: str) -> Decimal | None:
    """Return the value of a numeral that may have decimals and a scale after them (三点五亿); None for anything else."""
    found = _DECIMAL.fullmatch(numeral.translate(_PLAIN))
    if not found:
        whole = value_of(numeral)
        return None if whole is None else Decimal(whole)
    whole, digits = value_of(found["whole"]), [DIGITS.get(char) for char in found["decimals"]]
    if whole is None or None in digits:
        return None
    return Decimal(f"{whole}.{''.join(map(str, digits))}").scaleb(
        sum(zeros for scale, zeros in _GROUPS if scale in found["scale"])
    )


def _grouped(numeral: str, *, first: bool, scales: tuple[tuple[str, int], ...] = _GROUPS) -> int | None:
    """Read 亿 and 万 with what stands before and after each: 亿 may have 万 before it, 万 a group of four alone."""
    if not scales:
        return _group(numeral, first=first)
    (scale, zeros), *smaller = scales
    before, found, after = numeral.rpartition(scale)
    if not found:
        return _grouped(numeral, first=first, scales=tuple(smaller))
    high = 1 if first and not before else _grouped(before, first=first, scales=tuple(smaller))
    low = _remainder(after, tuple(smaller))
    return high * 10**zeros + low if high and low is not None else None


def _remainder(numeral: str, scales: tuple[tuple[str, int], ...]) -> int | None:
    """Read what follows 亿 or 万: nothing, or less than that; a digit alone needs 零 before it (一万零二)."""
    bare = numeral.removeprefix("零")
    return 0 if not numeral else None if numeral in DIGITS else _grouped(bare, first=False, scales=scales)


def _group(numeral: str, *, first: bool) -> int | None:
    """Read a group of four places: each digit with its place, 零 before the ones where places are skipped; 百 alone is a hundred."""
    found = _GROUP.fullmatch(f"一{numeral}" if first and numeral[:1] in ("百", "千") else numeral)
    if not found or not numeral:
        return None
    if found["ones"] and not found["zero"] and not found["tens"] and (found["thousands"] or found["hundreds"]):
        return None
    tens = DIGITS[found["tens"].strip("零十") or "一"] if found["tens"] else 0
    high, middle, ones = (DIGITS[found[place]] if found[place] else 0 for place in ("thousands", "hundreds", "ones"))
    return high * 1000 + middle * 100 + tens * 10 + ones
