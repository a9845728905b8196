"""A content without faults, with its nodes: what every job on an author's file begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import BuildError, Diagnostic, Exit, Severity, by_line
from generator.document.resolve import resolve

if TYPE_CHECKING:
    from generator.content.reader import Opened
    from generator.diagnostics import Told


def whole(told: Told[Opened | None]) -> Opened:
    """Return a content without faults, as a draft may be; raises BuildError (Exit.CONTENT) with all of them."""
    found = told.diagnostics
    if told.value and not errors(found):
        found = (*found, *resolve(told.value.report, draft=True).diagnostics)
    if told.value is None or errors(found):
        raise BuildError(Exit.CONTENT, by_line(found))
    return told.value


def errors(found: tuple[Diagnostic, ...]) -> bool:
    """Tell whether any of what was found is an error."""
    return any(one.severity is Severity.ERROR for one in found)
