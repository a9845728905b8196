"""Makes the table of line-break classes and East Asian widths from Unicode's own files.

In: `LineBreak.txt` and `EastAsianWidth.txt` of the Unicode Character Database (UAX #14, UAX #11). Out: the source of
`generator/typeset/unicode_classes.py`. `python -m tests.typeset.unicode_table` writes it anew.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from itertools import groupby
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

from generator.typeset.classes import ROWS, Class, classify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

UNICODE = Path("/usr/share/unicode")
"""Where Debian's package `unicode-data` puts its files."""

TABLE = Path(__file__).parents[2] / "generator" / "typeset" / "unicode_classes.py"
CODES = 0x110000
WORDS_END = 0x2200
"""Beyond it stand signs, which need not be one piece to be held together: the pairs of `breaks` do it."""
BASIC_PLANE = 0x10000
"""Beyond it stand the marks of scripts that are not set here."""
LINE = 136
DEFAULTS = {"LineBreak": "XX", "EastAsianWidth": "N"}
"""What a code has that no line names; lines name those that have another by their block."""

HEAD = '''"""Unicode's line-break class (UAX #14) and East Asian width (UAX #11) of every character. Generated: change nothing here.

Made by `python -m tests.typeset.unicode_table` from LineBreak.txt and EastAsianWidth.txt. Data: Copyright (c) Unicode, Inc., under
the Unicode License (https://www.unicode.org/license.txt). RUNS cover all codes from U+0000 on: how many (hexadecimal), their
line-break class, their width. WORD_RANGES and COMBINING are the same truth as ranges of a regular expression: what goes into one
word, and what stays with the character before it.
"""

from __future__ import annotations

'''


def lines_of(path: Path) -> Iterator[str]:
    """Yield the lines of a file of the database, without comments."""
    return (line for raw in path.read_text("utf-8").splitlines() if (line := raw.partition("#")[0].strip()))


def version_of(folder: Path) -> str:
    """Return the version that a folder's files are of, as they say on their first line."""
    match = re.match(r"# LineBreak-([\d.]+)\.txt", (folder / "LineBreak.txt").read_text("utf-8"))
    assert match is not None
    return match[1]


def values(folder: Path, name: str) -> list[str]:
    """Return the value of a property for every code."""
    found = [DEFAULTS[name]] * CODES
    for line in lines_of(folder / f"{name}.txt"):
        codes, _, value = line.partition(";")
        first, _, last = codes.strip().partition("..")
        start, end = int(first, 16), int(last or first, 16) + 1
        found[start:end] = [value.strip()] * (end - start)
    return found


def is_letter(code: int, broken: str) -> bool:
    """Tell whether a character goes into a word: what no line may part (UAX #14, AL, HL, NU, SA), and what of AI counts as AL."""
    char = chr(code)
    if broken == "AI":
        return classify(char) in (Class.WESTERN, Class.SIGN)
    return broken in {"AL", "HL", "NU", "SA"} and not any(char in row for _, row, _ in ROWS)


def is_combining(code: int, broken: str) -> bool:
    """Tell whether a character stays with the one before it (UAX #14, LB 9)."""
    return broken in {"CM", "ZWJ"} and unicodedata.category(chr(code)) != "Cc"


def ranges(kept: Callable[[int, str], bool], broken: list[str], over: set[str], end: int) -> str:
    """Return the characters beyond ASCII that are kept, up to an end, as ranges; those run on `over` what cannot be typed alone."""
    found: list[tuple[int, int]] = []
    open_to = -1
    for code in range(0x80, end):
        if kept(code, broken[code]):
            found = [*found[:-1], (found[-1][0], code)] if open_to == code - 1 else [*found, (code, code)]
            open_to = code
        elif open_to == code - 1 and broken[code] in over:
            open_to = code
    return "".join(_escaped(first) if first == last else f"{_escaped(first)}-{_escaped(last)}" for first, last in found)


def _escaped(code: int) -> str:
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _string(name: str, text: str) -> str:
    pieces = re.findall(r"\\u.{4}(?:-\\u.{4})?|\\U.{8}(?:-\\U.{8})?", text)
    rows = "\n".join(f'    "{row.replace(" ", "")}"' for row in wrap(" ".join(pieces), LINE, break_on_hyphens=False))
    return f"{name} = (\n{rows}\n)\n"


def source(folder: Path) -> str:
    """Return the source of the table."""
    line_break = values(folder, "LineBreak")
    pairs = zip(line_break, values(folder, "EastAsianWidth"), strict=True)
    runs = (f"{sum(1 for _ in group):X}:{broken}:{wide}" for (broken, wide), group in groupby(pairs))
    rows = "\n".join(wrap(" ".join(runs), LINE))
    letters = _string("WORD_RANGES", ranges(is_letter, line_break, {"XX", "CM"}, WORDS_END))
    combining = _string("COMBINING", ranges(is_combining, line_break, {"XX"}, BASIC_PLANE))
    return f'{HEAD}VERSION = "{version_of(folder)}"\n\nRUNS = """\\\n{rows}\n"""\n\n{letters}\n{combining}'


if __name__ == "__main__":
    TABLE.write_text(source(UNICODE), "utf-8")
    sys.stdout.write(f"{TABLE.name}: Unicode {version_of(UNICODE)}\n")
