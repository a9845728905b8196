"""What an audit has to tell: the verdict first, then every rule with what was found, and the same as facts for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.auditing import VERDICTS, Audited, in_runs
from generator.cli.terminal import Ending
from generator.diagnostics import Exit, Words, said
from generator.inspection.audit.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.inspection.audit.model import Finding

GRAVEST = (Verdict.BROKEN, Verdict.WARNED, Verdict.KEPT, Verdict.IDLE)
"""In what order rules are told on a terminal: what is to be done stands first."""


def audited(found: Sequence[Audited]) -> Ending:
    """Return what audits found; a rule that is broken ends the command as an inspection that failed."""
    lines = tuple(line for one in found for line in _lines(one))
    stage = Exit.INSPECTION if any(one.verdict is Verdict.BROKEN for one in found) else Exit.DONE
    return Ending(lines, tuple(map(_facts, found)), stage=stage)


def _lines(one: Audited) -> Iterator[Words]:
    verdict, name = said(f"audit.{VERDICTS[one.verdict]}"), said(f"audit.{one.audit.subject}")
    yield said("audit.head", file=one.audit.file, audit=name, verdict=verdict, counts=one.counts)
    for finding in sorted(one.audit.findings, key=lambda finding: GRAVEST.index(finding.verdict)):
        told = {"verdict": said(f"verdict.{finding.verdict.value}"), "rule": said(finding.rule), "found": finding.found}
        yield said("audit.line-pages", **told, pages=in_runs(finding.pages)) if finding.pages else said("audit.line", **told)
    yield said("audit.written", file=one.record)


def _facts(one: Audited) -> dict[str, object]:
    return {
        "file": one.audit.file,
        "bytes": one.size,
        "sha256": one.digest,
        "audit": one.audit.subject,
        "verdict": one.verdict.value,
        "record": one.record,
        "rules": [_rule(finding) for finding in one.audit.findings],
    }


def _rule(one: Finding) -> dict[str, object]:
    return {
        "rule": one.rule,
        "clause": one.clause,
        "verdict": one.verdict.value,
        "asks": said(one.rule),
        "found": one.found,
        "pages": list(one.pages),
    }
