"""What YAML's reader says of a file, and what a row at which it stops was meant to be. Plain data between finders of slips."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.content.slip import Slip
from generator.diagnostics import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import Words


@dataclass(frozen=True, slots=True)
class Complaint:
    """What YAML says of which lines: the row and column at which it stopped, the row and column at which it had begun what it reads."""

    lines: Sequence[str]
    problem: str
    row: int
    column: int
    began: tuple[int, int]

    @property
    def line(self) -> str:
        """The row at which it stopped."""
        return self.lines[self.row]


@dataclass(frozen=True, slots=True)
class Repair:
    """A slip on a row, with its mending, and other rows that are mended with it."""

    row: int
    slip: Slip
    others: tuple[tuple[int, Slip], ...] = ()


def bad(what: str, at: int, taken: int, meant: str, cure: Words | None = None, **values: str) -> Slip:
    """Return the slip of a kind, with what should stand there for so many characters as are taken."""
    return Slip(said(f"bad-yaml.{what}", **values), cure or said(f"bad-yaml.mend-{what}", **values), at, taken, meant)


def indent(line: str) -> int:
    """Return how many characters a row is indented by."""
    return len(line) - len(line.lstrip())


def says_anything(line: str) -> bool:
    """Tell whether a row is neither blank nor a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")
