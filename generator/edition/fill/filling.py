"""The job of filling: a form that came back and the content in; the content's new text out, with every refusal.

Nothing here writes over a file unless that was asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.content.reader import read_text, read_with_nodes
from generator.diagnostics import BuildError, Diagnostic, Exit, Severity, said, why
from generator.edition import workbooks
from generator.edition.collect.form import GUIDE
from generator.edition.edits import BOM, apply
from generator.edition.fill import cells
from generator.edition.fill.judging import is_of_the_form, judged, lacking
from generator.edition.fill.written import edits
from generator.edition.opening import whole
from generator.edition.places import Places, characters, data
from generator.edition.saving import refuse_over, save_data
from generator.inspection.damage import DAMAGE, reason

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Words
    from generator.edition.fill.cells import Filled


@dataclass(frozen=True, slots=True)
class Filling:
    """A content with what departments sent in: its characters before and after, how many values were taken, left and refused."""

    old: str
    new: str
    taken: int
    untouched: int
    refused: int
    told: tuple[Diagnostic, ...]


def fill(form: Path, content: Path, *, accept_good: bool = False) -> Filling:
    """Return a content with what a form brings.

    Raises BuildError (Exit.CONTENT) with every refusal; with `accept_good` the rows that are right are taken and the others warned of.
    """
    opened = whole(read_with_nodes(content))
    sheets, digest = _read(form)
    made = judged(sheets, opened.report, digest)
    if not made.known and all(one.code == "unknown-figure" for one in made.sink.errors):
        raise _refused(form, said("form-damage.other-content" if any(map(is_of_the_form, sheets)) else "form-damage.no-form"))
    told = (*made.sink.found, *(_not_read(one) for one in sheets if not is_of_the_form(one) and one.rows and one.name != GUIDE))
    if accept_good:
        told = tuple(replace(one, severity=Severity.WARNING) if one.severity is Severity.ERROR else one for one in told)
    elif made.sink.errors:
        raise BuildError(Exit.CONTENT, (*told, *_good(len(made.taken))))
    told = (*told, *lacking(made.taken))
    old = characters(content)
    new = apply(old, edits(made.taken, opened.root, Places(old)))
    if new != old:
        whole(read_text(new.removeprefix(BOM), str(content)))
    return Filling(old, new, len(made.taken), made.untouched, made.refused, told)


def write(filling: Filling, out: Path, *, over: bool) -> None:
    """Write the new text to a file, whole or not at all; over one that is there only where that was asked for.

    A file that holds just this is left alone. Raises BuildError (Exit.WRITE).
    """
    out = out.resolve()
    new = data(filling.new)
    if not over:
        refuse_over(out)
    if not (out.is_file() and out.read_bytes() == new):
        save_data(out, new)


def _read(form: Path) -> tuple[tuple[Filled, ...], str]:
    """Return the sheets of a form and the digest of the content that it was made of; raises BuildError (Exit.CONTENT)."""
    try:
        package = workbooks.opened(form)
        return cells.sheets(package), package.custom_property("ContentDigest")
    except OSError as fault:
        raise _refused(form, why(fault)) from fault
    except DAMAGE as fault:
        raise _refused(form, reason(fault)) from fault


def _refused(form: Path, because: Words) -> BuildError:
    says = said("bad-form.refused", file=str(form), why=because)
    return BuildError(Exit.CONTENT, (Diagnostic(Severity.ERROR, says, hints=(said("hint.save-as-xlsx"),)),))


def _not_read(sheet: Filled) -> Diagnostic:
    return Diagnostic(Severity.WARNING, said("form-sheet.not-read", sheet=sheet.name))


def _good(count: int) -> tuple[Diagnostic, ...]:
    """Return a notice of rows that might be taken all the same."""
    return (Diagnostic(Severity.NOTICE, said("form-rows.good", count=count), hints=(said("hint.accept-good"),)),) if count else ()
