"""Makes the table of standard characters from Unicode's own files.

In: `Unihan_OtherMappings.txt` (kTGH: 通用规范汉字表, 2013) and `Unihan_Variants.txt` (kSimplifiedVariant) of the Unicode Character Database
(UAX #38). Out: the source of `generator/edition/lint/standard_characters.py`. `python -m tests.edition.character_table` writes it anew.
"""

from __future__ import annotations

import bz2
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

UNICODE = Path("/usr/share/unicode")
"""Where Debian's package `unicode-data` puts its files."""
MAPPINGS, VARIANTS = UNICODE / "Unihan_OtherMappings.txt.bz2", UNICODE / "Unihan_Variants.txt.bz2"
TABLE = Path(__file__).parents[2] / "generator" / "edition" / "lint" / "standard_characters.py"
VERSION = "15.0.0"
"""The version of Unicode whose files made the table."""
LINE = 60

HEAD = '''"""The characters of the 2013 standard table (通用规范汉字表, 8105), and which of them others stand for. Generated.

Made by `python -m tests.edition.character_table` from Unihan's kTGH and kSimplifiedVariant (UAX #38). Data: Copyright (c) Unicode, Inc.,
under the Unicode License (https://www.unicode.org/license.txt). Each character of OTHERS stands for the one of INSTEAD at its place; those
that stand for several of the table, or for none, are not in it.
"""

# fmt: off
'''


def fields(path: Path, name: str) -> Iterator[tuple[str, str]]:
    """Yield the characters that have a field, with what it says."""
    for line in bz2.decompress(path.read_bytes()).decode().splitlines():
        code, _, rest = line.partition("\t")
        key, _, value = rest.partition("\t")
        if key == name and code[:2] == "U+":
            yield chr(int(code.removeprefix("U+"), 16)), value


def version() -> str:
    """Return the version of Unicode that the files are of."""
    found = re.search(r"Unicode version: ([0-9.]+)", bz2.decompress(VARIANTS.read_bytes()).decode())
    return found[1] if found else ""


def source() -> str:
    """Return the source of the table."""
    standard = {char for char, _ in fields(MAPPINGS, "kTGH")}
    simple = {}
    for char, value in fields(VARIANTS, "kSimplifiedVariant"):
        held = {chr(int(code, 16)) for code in re.findall(r"U\+([0-9A-F]+)", value)} & standard
        if char not in standard and len(held) == 1:
            simple[char] = held.pop()
    others = "".join(sorted(simple))
    rows = (("STANDARD", "".join(sorted(standard))), ("OTHERS", others), ("INSTEAD", "".join(simple[char] for char in others)))
    return HEAD + "".join(_assigned(name, text) for name, text in rows)


def _assigned(name: str, text: str) -> str:
    lines = (f'    "{text[at : at + LINE]}"\n' for at in range(0, len(text), LINE))
    return f"{name} = (\n{''.join(lines)})\n"


if __name__ == "__main__":
    if sys.argv[1:]:
        sys.exit("usage: python -m tests.edition.character_table")
    TABLE.write_text(source(), "utf-8")
