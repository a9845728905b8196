"""The number format that prints a cell as the content prints the number: 34 under `"近"General"亿元"` reads 近34亿元.

In: a printed number. Out: a format code (ECMA-376 Part 1, 18.8.31), under which the label follows the cell whatever is typed into it:
17.5 reads 17.5, also where 17 stood. What stands in quotes is literal, so a per cent sign does not multiply; signs are literal too, each
in a section of its own, for the minus is the printed one, not the hyphen that a spreadsheet would put.
"""

import re
from collections.abc import Iterable

from generator.document.model import Number

PLAIN = re.compile(r"(?P<sign>[-−+]?)(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<decimals>\d+))?", re.ASCII)
GENERAL = "General"
"""Shows every decimal of a cell and no more, up to MOST_GENERAL digits."""
MOST_GENERAL = 10
MORE_DECIMALS = "#" * 6
"""So many decimals more than are printed show where they are typed in."""
MINUS = "−"
THOUSAND = 3
"""The zeros that a comma after the digits of a code takes."""
HYPHEN_OR_MINUS = ("-", MINUS)


def literal(text: str) -> str:
    """Return words as a format code prints them: in quotes, a quotation mark among them behind a backslash."""
    return '\\"'.join(f'"{part}"' if part else "" for part in text.split('"'))


def digit_code(whole: str, decimals: str) -> str:
    """Return the code of digits: grouped when they were, with at least as many decimals, and as many leading zeros, as they have.

    No code shows grouped digits with their decimals, however many, and without a point where there are none.
    """
    leading = whole.startswith("0") and len(whole) > 1
    if "," not in whole and not leading and not decimals and len(whole) <= MOST_GENERAL:
        return GENERAL
    grouped = "#,##0" if "," in whole else "0" * (len(whole) if leading else 1)
    return grouped + (f".{'0' * len(decimals)}{MORE_DECIMALS}" if decimals else "")


def number_format(number: Number) -> str:
    """Return the format code under which the cell `number.value` reads as the number is printed.

    Words alone, or digits in a form that no code can make (full-width, a fraction), become a literal that says them as they are.
    """
    match = PLAIN.fullmatch(number.digits)
    if match is None:
        return literal(str(number)) or GENERAL
    sign = match["sign"]
    signs = ("+" if sign == "+" else "", sign if sign in HYPHEN_OR_MINUS else MINUS, "" if number.value else sign)
    return _signed(number.qualifier, digit_code(match["whole"], match["decimals"] or ""), number.tail, signs)


def scaled_format(number: Number, power: int) -> str | None:
    """Return the code under which a cell of so many zeros more reads as the number is printed, None where no code can.

    Commas at its end take three zeros each, the point is a literal before as many digits as the number has decimals.
    """
    match = PLAIN.fullmatch(number.digits)
    decimals = len(match["decimals"] or "") if match else 0
    commas, rest = divmod(power - decimals, THOUSAND)
    if match is None or rest or commas < 0 or "," in match["whole"] or not number.value:
        return None
    digits = "0" + (f"\\.{'0' * decimals}" if decimals else "") + "," * commas
    sign = match["sign"]
    signs = ("+" if sign == "+" else "", sign if sign in HYPHEN_OR_MINUS else MINUS, "")
    return _signed(number.qualifier, digits, number.tail, signs)


def _signed(before: str, digits: str, after: str, signs: tuple[str, str, str]) -> str:
    """Return a code with the signs above zero, below it and at it; the last only where it is not the first."""
    above, below, nought = (literal(before + mark) + digits + literal(after) for mark in signs)
    return ";".join((above, below) if nought == above else (above, below, nought))


def plain_format(unit: str) -> str:
    """Return the code of digits with this unit."""
    return _signed("", GENERAL, unit, ("", MINUS, ""))


def common_format(numbers: Iterable[Number]) -> str:
    """Return the code of a row's cells: that of its numbers where they share one, else digits with scale, unit and their plus."""
    told = tuple(numbers)
    codes = {number_format(number) for number in told}
    if len(codes) == 1:
        return codes.pop()
    units, plus = {number.scale + number.unit for number in told}, any(number.digits.startswith("+") for number in told)
    return _signed("", GENERAL, units.pop() if len(units) == 1 else "", ("+" if plus else "", MINUS, ""))
