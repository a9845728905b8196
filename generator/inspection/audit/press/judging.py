"""How a rule says what it found: what was measured, and each place where it is not kept.

In: a rule's judgement. Out: its finding. What is told is the first few of all that differ; every page that has one is named.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Words, said
from generator.inspection.audit.model import Finding, Verdict
from generator.inspection.audit.press.sheet import MM

if TYPE_CHECKING:
    from generator.inspection.audit.press.reading import PrintFile

TOLD = 3
"""So many things are told of all that were found."""
QUOTED = 16
"""So many characters of a text are told."""


class Hit(NamedTuple):
    """A place where a rule is not kept, or (not `broken`) where the print shop should look; page 0 is the whole file."""

    says: Words
    page: int = 0
    broken: bool = True


class Judged(NamedTuple):
    """What a rule measured, and where it is not kept; `idle` where the file has nothing that it asks of."""

    measured: Words
    hits: tuple[Hit, ...] = ()
    idle: bool = False


class Rule(NamedTuple):
    """A rule by its name in the catalogs, the clause that it stands in ("" for the custom of the trade), and what judges by it."""

    name: str
    clause: str
    judge: Callable[[PrintFile], Judged]


def finding(rule: Rule, file: PrintFile) -> Finding:
    """Return what a rule finds in a file."""
    judged = rule.judge(file)
    if not judged.hits:
        return Finding(f"press.{rule.name}", rule.clause, Verdict.IDLE if judged.idle else Verdict.KEPT, judged.measured)
    broken = [one for one in judged.hits if one.broken]
    hits = broken or list(judged.hits)
    pages = tuple(sorted({one.page for one in hits if one.page}))
    return Finding(f"press.{rule.name}", rule.clause, Verdict.BROKEN if broken else Verdict.WARNED, _told(hits), pages)


def _told(hits: list[Hit]) -> Words:
    words = list(dict.fromkeys(one.says for one in hits))
    told = words[0] if len(words) == 1 else said("press-found.several", found=tuple(words[:TOLD]))
    rest = len(words) - TOLD
    return said("press-found.and-more", found=told, count=rest) if rest > 0 else told


def millimetres(points: float) -> str:
    """Return points as millimetres, without a nought that says nothing."""
    return f"{round(points / MM, 2):g}"


def quoted(text: str) -> str:
    """Return as much of a text as tells which is meant."""
    return text if len(text) <= QUOTED else f"{text[: QUOTED - 1]}…"
