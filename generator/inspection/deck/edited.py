"""What somebody has edited in a deck's words: a file, and what was stated of it, in; each text and note as it was and as it is out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import BuildError, Diagnostic, Exit, Severity, said
from generator.inspection.alignment import sheets, things
from generator.inspection.damage import DAMAGE, reason
from generator.inspection.deck.reader import read_deck
from generator.statement.model import Kind

if TYPE_CHECKING:
    from pathlib import Path

    from generator.statement.model import Statement

WORDS = frozenset({Kind.TEXT, Kind.NOTE})


def edited(path: Path, stated: Statement) -> tuple[tuple[str, str, str], ...]:
    """Return origin, words stated and words found of each text that was edited, slide by slide; what is gone or new is left out.

    Raises BuildError (Exit.CONTENT) for a file that is no deck.
    """
    try:
        found = read_deck(path).statement
    except DAMAGE as fault:
        says = said("take.unreadable", file=str(path), why=reason(fault))
        raise BuildError(Exit.CONTENT, (Diagnostic(Severity.ERROR, says),)) from fault
    pairs = [(one.things, other.things) for one, other in sheets(stated.sheets, found.sheets) if one and other]
    told = [(pair.stated, pair.found) for one, other in pairs for pair in things(one, other) if pair.stated and pair.found]
    return tuple((was.origin, was.text, now.text) for was, now in told if was.kind in WORDS and was.text != now.text)
