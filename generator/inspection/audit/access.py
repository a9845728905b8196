"""Whether a PDF is for every reader: all that PDF/UA-1 (ISO 14289-1) asks and a machine can test, rule by rule.

In: a file. Out: what was found of each condition of the Matterhorn Protocol 1.1, in its order (`matterhorn.rules`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf

from generator.diagnostics import Words, said
from generator.inspection.audit.matterhorn.opened import Opened
from generator.inspection.audit.matterhorn.rules import RULES
from generator.inspection.audit.model import Audit, Finding, Verdict
from generator.inspection.damage import UnreadableError

if TYPE_CHECKING:
    from pathlib import Path

    from generator.inspection.audit.matterhorn.opened import Looked
    from generator.inspection.audit.matterhorn.rules import Rule

ACCESS, SPOKEN = "access", "access."
TOLD = 3
"""Places that are named; the others are counted."""


def audit(path: Path) -> Audit:
    """Audit a file; a finding's rule is its key in the catalogs, `access.01-003`. Raises UnreadableError, or one of DAMAGE."""
    try:
        with pikepdf.open(path) as pdf:
            opened = Opened.of(pdf)
            return Audit(ACCESS, path.name, tuple(_finding(rule, rule.look(opened)) for rule in RULES))
    except pikepdf.PasswordError as fault:
        raise UnreadableError(said("damage.locked")) from fault
    except pikepdf.PdfError as fault:
        raise UnreadableError(said("damage.no-pdf")) from fault


def _finding(rule: Rule, looked: Looked) -> Finding:
    pages = tuple(sorted({one.page for one in looked.faults} - {0}))
    first, second = rule.clause.partition(" / ")[::2]
    clause = f"ISO 14289-1 {first}" + (f" / ISO 32000-1 {second}" if second else "")
    return Finding(SPOKEN + rule.number, clause, *_verdict(rule, looked), pages)


def _verdict(rule: Rule, looked: Looked) -> tuple[Verdict, Words]:
    """Return what became of a rule, and the words of it: what is broken is named, as far as it has a name."""
    if looked.faults:
        named = tuple(dict.fromkeys(one.what for one in looked.faults if one.what))[:TOLD]
        count = len(looked.faults)
        return Verdict.BROKEN, said("access-found.named", count=count, what=named) if named else said(
            "access-found.broken", count=count
        )
    if looked.unread:
        return Verdict.WARNED, said("access-found.unread", count=looked.unread)
    if not looked.asked:
        return Verdict.IDLE, said(rule.never or "access-never.nothing")
    return Verdict.KEPT, said("access-found.single") if looked.asked == 1 else said("access-found.kept", count=looked.asked)
