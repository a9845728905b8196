"""The spelling of a content stream: numbers, strings and marks as PDF operators take them (ISO 32000-1, 7.3 and 7.8.2).

In: lengths in EMU, glyph ids, text. Out: ASCII pieces of a page's content stream. Nothing here knows what a page is.
"""

from collections.abc import Iterable

from generator.units import EMU_PER_POINT, Length

STEPS = 1000
"""Coordinates are written to a thousandth of a point, 0.35 µm: finer than any plate, and two sums of them still agree."""


def steps(length: Length) -> int:
    """Return a length in whole thousandths of a point."""
    return round(length * STEPS / EMU_PER_POINT)


def number(in_steps: int) -> str:
    """Return so many thousandths as the shortest decimal numeral."""
    whole, rest = divmod(abs(in_steps), STEPS)
    sign = "-" if in_steps < 0 else ""
    if not rest:
        return f"{sign}{whole}"
    return f"{sign}{whole or ''}.{rest:03d}".rstrip("0")


def numbers(lengths: Iterable[Length]) -> str:
    """Return lengths in points, parted by spaces."""
    return " ".join([number(steps(length)) for length in lengths])


def hexadecimal(text: str) -> str:
    """Return a text string as a hexadecimal one: UTF-16BE behind a byte order mark (ISO 32000-1, 7.9.2.2)."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def actual_text(text: str, operators: str) -> str:
    """Return operators marked as standing for a text, which is what copying and searching find (ISO 32000-1, 14.9.4)."""
    return f"/Span <</ActualText {hexadecimal(text)}>> BDC\n{operators}\nEMC"


def described(alt: str, operators: str) -> str:
    """Return operators marked with what they say to a reader who cannot see them (ISO 32000-1, 14.9.3)."""
    return f"/Span <</Alt {hexadecimal(alt)}>> BDC\n{operators}\nEMC"


def marked(tag: str, mark: int, operators: str, text: str | None = None) -> str:
    """Return operators as the content of a structure element (ISO 32000-1, 14.7.4.2), where it is given standing for a text.

    Both stand in one property list: poppler takes the end of a sequence within another for the end of both.
    """
    if text is None:
        return f"/{tag} <</MCID {mark}>> BDC\n{operators}\nEMC"
    return f"/Span <</ActualText {hexadecimal(text)} /MCID {mark}>> BDC\n{operators}\nEMC"


def artifact(operators: str, *, furniture: bool) -> str:
    """Return operators as what no reader is told: a page's furniture, or what only decorates (ISO 32000-1, 14.8.2.2)."""
    begin = "/Artifact <</Type /Pagination>> BDC" if furniture else "/Artifact BMC"
    return f"{begin}\n{operators}\nEMC"
