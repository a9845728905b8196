"""The job of collecting: a content in, the form for its departments out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.content.reader import read_with_nodes
from generator.diagnostics import BuildError, Diagnostic, Exit, Severity, said
from generator.edition.collect import painter
from generator.edition.collect.form import form
from generator.edition.opening import whole
from generator.edition.saving import in_one_step, refuse_over

if TYPE_CHECKING:
    from pathlib import Path

    from generator.edition.collect.form import Form


@dataclass(frozen=True, slots=True)
class Collected:
    """A form that was written, and where."""

    form: Form
    file: Path

    @property
    def sheets(self) -> tuple[tuple[str, int], ...]:
        """Each sheet's name and how many figures it has."""
        return tuple(zip(painter.sheet_names(self.form), (len(one.rows) for one in self.form.sheets), strict=True))

    @property
    def waiting(self) -> int:
        """How many values are still to come."""
        return sum(row.is_open for sheet in self.form.sheets for row in sheet.rows)


def collect(content: Path, out: Path, *, everything: bool = False, over: bool = False) -> Collected:
    """Write the form of a content to a file, whole or not at all; over one that is there, which may be filled in, only where asked.

    Raises BuildError: Exit.CONTENT where the content has faults or nothing is to be asked, Exit.WRITE where the file cannot be written.
    """
    made = form(whole(read_with_nodes(content)).report, everything=everything)
    if not made.sheets:
        says = Diagnostic(Severity.ERROR, said("nothing-to-collect.open", file=str(content)), hints=(said("hint.roll-first"),))
        raise BuildError(Exit.CONTENT, (says,))
    if not over:
        refuse_over(out)
    with in_one_step(out) as new:
        painter.write(made, new)
    return Collected(made, out)
