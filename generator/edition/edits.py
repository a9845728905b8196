"""Changes to an author's file as edits by span: everything outside them stays byte for byte.

In: the file's characters as they are (BOM, CRLF, a missing last line end), and edits with offsets into them. Out: the new characters,
or the change as a unified diff.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LINE_END = re.compile("\r\n|\r|\n")
LF = "\n"
BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` to `end` of a file become `text`; where both are one, it is put in there. Line ends in `text` are LF."""

    start: int
    end: int
    text: str


class OverlapError(ValueError):
    """Two edits of one file touch the same characters: a bug of what made them, never the author's."""


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with its edits, their line ends those of the text; raises OverlapError.

    What is put in at one place stands in the order given.
    """
    newline = line_end(text)
    made, at = list[str](), 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        if not at <= edit.start <= edit.end <= len(text):
            message = f"{edit} begins before {at} or ends after {len(text)}"
            raise OverlapError(message)
        made += text[at : edit.start], edit.text.replace(LF, newline)
        at = edit.end
    return "".join((*made, text[at:]))


def line_end(text: str) -> str:
    """Return how a file ends its lines: as its first line does, LF where it has but one."""
    found = LINE_END.search(text)
    return found[0] if found else LF


def diff(text: str, edits: Iterable[Edit], names: tuple[str, str]) -> str:
    """Return what edits change as a unified diff with LF line ends, between a file of one name and one of another; "" for nothing."""
    return changes(text, apply(text, edits), names)


def changes(old: str, new: str, names: tuple[str, str]) -> str:
    """Return how one text became another as a unified diff with LF line ends; "" where they are the same."""
    told = difflib.unified_diff(_lines(old), _lines(new), *names, lineterm="")
    return "".join(f"{line}\n" for line in told)


def _lines(text: str) -> list[str]:
    """Return lines as a diff shows them, without BOM and line ends."""
    lines = LINE_END.split(text.removeprefix(BOM))
    return lines if lines[-1] else lines[:-1]
