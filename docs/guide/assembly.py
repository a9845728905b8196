"""The guide put together: hand-written chapters, with tables and the program's own answers in their places."""

from __future__ import annotations

import re
from pathlib import Path

from docs.guide import tables
from docs.guide.examples import BLOCK, WRONG, Example, answer

CHAPTERS = Path(__file__).with_name("chapters")
TARGET = Path(__file__).parent.parent / "写作指南.md"
PLACE = re.compile(r"^\{\{(\w+)\}\}\n(?=\n)", re.MULTILINE)
"""Where a table goes: its name between braces, on a line of its own."""
TABLES = {"键": tables.keys, "图": tables.charts}
MADE = "<!-- 由 python -m docs.guide 生成：改 docs/guide/chapters/ 里的文字，不改这里。 -->\n\n"


def guide() -> str:
    """Return the guide.

    Raises ValueError where the program does not say of a wrong example what it is there to show.
    """
    chapters = [path.read_text("utf-8").strip() + "\n" for path in sorted(CHAPTERS.glob("*.md"))]
    placed = PLACE.sub(lambda found: TABLES[found[1]](), "\n".join(chapters))
    return MADE + BLOCK.sub(_answered, placed)


def _answered(found: re.Match[str]) -> str:
    if found["mark"] != WRONG:
        return found[0]
    return f"{found[0]}\n\n程序会说：\n\n```text\n{answer(Example(found['text'], found['code']))}```"
