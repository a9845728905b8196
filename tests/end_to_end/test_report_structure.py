"""What the sample says to somebody who does not see it, as another program tells it: its tags with their texts, word for word."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

GOLDEN = Path(__file__).parent / "sample_structure.txt"
AGAIN = os.environ.get("JIANBAO_GOLDEN") == "write"
"""Set to `write`, the golden text is written anew: read the difference before you keep it."""

ELEMENT = re.compile(r"( *)(\w+)(?: <[^>]*>)?(?: \((?:block|inline)\))?:?$")
TEXT = re.compile(r' *"(.*)"$')


def told(structure: str) -> Iterator[str]:
    """Yield a line for each element: how deep it stands, its role, its own text; attributes and objects' numbers left out."""
    line = ""
    for row in structure.splitlines():
        if found := ELEMENT.fullmatch(row):
            if line:
                yield line.rstrip()
            line = f"{found[1]}{found[2]} "
        elif text := TEXT.fullmatch(row):
            line += text[1]
    yield line.rstrip()


def test_another_program_reads_the_report_as_it_is_meant(tool, sample_folder: Path) -> None:
    command = [tool("pdfinfo"), "-enc", "UTF-8", "-struct-text", str(sample_folder / "report.pdf")]
    structure = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", errors="replace").stdout
    found = "".join(f"{line}\n" for line in told(structure))
    if AGAIN:
        GOLDEN.write_text(found, "utf-8")
    assert found == GOLDEN.read_text("utf-8")
