"""The rows of a content file outside its `|` blocks, before YAML reads it: lines in; each row with what it stands under out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_BLOCK = re.compile(r"(?:^|[:\-]\s+)[|>][-+0-9]*\s*(?:#.*)?$")
_PARENT = re.compile(r" *+(?:- ++)*+(?P<key>[^\s:#][^:]{0,60}):\s*(?:#.*)?$")


@dataclass(frozen=True, slots=True)
class Where:
    """Which of the lines a row is, its parent's key, whether it begins that key's value, whether a list's item may stand there."""

    lines: Sequence[str]
    row: int
    parent: str
    begins: bool
    in_list: bool


def rows(lines: Sequence[str]) -> Iterator[Where]:
    """Yield the rows that are not text of a `|` block; a row may be mended in `lines` before the next is asked for."""
    block: int | None = None
    parents: list[tuple[int, str]] = []
    items: list[int] = []
    opened = False
    header: int | None = None
    for row in range(len(lines)):
        bare = lines[row].lstrip(" \t")
        if not bare or bare.startswith("#"):
            continue
        indent = len(lines[row]) - len(bare)
        if block is not None and indent > block:
            continue
        while parents and parents[-1][0] >= indent:
            parents.pop()
        while items and items[-1] > indent:
            items.pop()
        begins = opened or row - 1 == header
        yield Where(lines, row, parents[-1][1] if parents else "", begins, opened or indent in items[-1:])
        meant = lines[row]
        block = indent if _BLOCK.search(meant) else None
        header = header if block is None else row
        found = _PARENT.match(meant)
        opened = found is not None
        if found:
            parents.append((indent, found["key"]))
        if meant.startswith("- ", indent) and items[-1:] != [indent]:
            items.append(indent)
