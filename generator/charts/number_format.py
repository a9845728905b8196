"""The number format that prints a cell as the content prints the number: 34 under `"近"0"亿元"` reads 近34亿元.

In: a printed number. Out: a format code (ECMA-376 Part 1, 18.8.31). What stands in quotes is literal, so a per cent sign does not
multiply; the minus is the printed one, not the hyphen that a spreadsheet would put.
"""

import re

from generator.document.model import Number

PLAIN = re.compile(r"(?P<sign>[-−]?)(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<decimals>\d+))?", re.ASCII)
GENERAL = "General"


def literal(text: str) -> str:
    """Return words as a format code prints them: in quotes, a quotation mark among them behind a backslash."""
    return '\\"'.join(f'"{part}"' if part else "" for part in text.split('"'))


def digit_code(whole: str, decimals: str) -> str:
    """Return the code of digits: grouped when they were, with as many decimals and leading zeros as they have."""
    grouped = "#,##0" if "," in whole else "0" * (len(whole) if whole.startswith("0") else 1)
    return grouped + ("." + "0" * len(decimals) if decimals else "")


def number_format(number: Number) -> str:
    """Return the format code under which the cell `number.value` reads as the number is printed.

    Words alone, or digits in a form that no code can make (full-width, a fraction), become a literal that says them as they are.
    """
    match = PLAIN.fullmatch(number.digits)
    if match is None:
        return literal(str(number)) or GENERAL
    code = literal(number.qualifier) + digit_code(match["whole"], match["decimals"] or "") + literal(number.tail)
    return f"{code};{literal(match['sign'])}{code}" if match["sign"] else code
