"""What looks for alterations: the inspection, asked as `check` asks it."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Diagnostic, Severity
from generator.inspection import checks
from tests.planting.harness import Desk, Found
from tests.planting.model import APPEARANCE, NUMBER, WORDING

MATTERS = {
    "text-overflows": APPEARANCE, "no-glyph": APPEARANCE, "unread-content": APPEARANCE,
    "font-not-embedded": APPEARANCE, "no-text": APPEARANCE, "damage": WORDING, "unreadable": WORDING, "stale-output": WORDING,
}  # fmt: skip
"""The matter of each code that tells of anything but a number."""


def inspected(desk: Desk, folder: Path, output: str) -> list[Found]:
    """Return what the inspection finds in one output."""
    told = checks.inspect(folder, frozenset({output}), desk.expected)
    return [Found(_matter(one), str(one.place), str(one.says)) for one in told.diagnostics]


COMPARED = {"number-changed": NUMBER, "wording-changed": WORDING, "looks-changed": APPEARANCE}
"""The matter of what the comparison tells; a file that cannot be judged at all is a matter of its wording."""


def compared(desk: Desk, folder: Path, output: str) -> list[Found]:
    """Return what the comparison alone finds in one output: its bytes are not looked at."""
    told = checks.examine(folder, frozenset({output}), desk.expected)
    return [Found(_compared(one), str(one.place), str(one.says)) for one in told.diagnostics]


UNREAD = frozenset({"not-visible", "text-overflows", "no-glyph", "glyph-lies"})
"""What cannot be read, or reads as something else: an error where it is a number, else a notice."""


def _compared(fault: Diagnostic) -> str:
    if fault.code in UNREAD:
        return NUMBER if fault.severity is Severity.ERROR else WORDING
    return COMPARED.get(fault.code, WORDING)


def _matter(fault: Diagnostic) -> str:
    """Return the matter of a fault; what cannot be seen is a number if a numeral is in it."""
    words = str(dict(fault.says.values).get("text", "0"))
    return MATTERS.get(fault.code, NUMBER if fault.code != "not-visible" or any(map(str.isdigit, words)) else WORDING)
