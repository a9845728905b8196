"""The job of rolling a content on: last year's file in; next year's text out, with all that an editor is left to decide, by its lines.

Nothing here writes over a file unless that was asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.content.reader import read_text, read_with_nodes
from generator.diagnostics import BuildError, Diagnostic, Exit, Severity, said
from generator.edition.edits import BOM, apply
from generator.edition.left import left
from generator.edition.opening import whole
from generator.edition.places import Places, characters
from generator.edition.roll import Step, courses, edits, step
from generator.edition.saving import refuse_over, save

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Words


@dataclass(frozen=True, slots=True)
class Rolled:
    """A content rolled on: its characters before and after, the step, how many figures wait for a value and how many stay."""

    old: str
    new: str
    step: Step
    waiting: int
    staying: int
    told: tuple[Diagnostic, ...]


def roll(content: Path, wanted: str, name: str) -> Rolled:
    """Return a content rolled on to an edition; `name` is what the new file will be called.

    Raises BuildError: Exit.CONTENT where the content has faults, Exit.USAGE where the edition is no year, or an earlier one.
    """
    opened = whole(read_with_nodes(content))
    to, old = _step(opened.report.imprint.edition, wanted), characters(content)
    if not to.years:
        return Rolled(old, old, to, 0, 0, ())
    new = apply(old, edits(opened, Places(old), to))
    told = courses(opened.report, to.years)
    waiting = sum(bool(one.moves) for one in told)
    return Rolled(old, new, to, waiting, len(told) - waiting, left(whole(read_text(new.removeprefix(BOM), name)), told, to.years))


def write(rolled: Rolled, out: Path, *, over: bool) -> None:
    """Write the new text to a file, whole or not at all; over one that is there only where that was asked for.

    Raises BuildError (Exit.WRITE).
    """
    if not over:
        refuse_over(out)
    save(out, rolled.new)


def _step(old: str, wanted: str) -> Step:
    found = step(old, wanted)
    if found is None:
        raise _refused(Exit.USAGE, said("no-edition.year", edition=wanted, old=old), said("hint.edition"))
    if found.years < 0:
        raise _refused(Exit.USAGE, said("no-edition.earlier", edition=wanted, old=old), said("hint.edition"))
    return found


def _refused(stage: Exit, says: Words, cure: Words) -> BuildError:
    return BuildError(stage, (Diagnostic(Severity.ERROR, says, hints=(cure,)),))
