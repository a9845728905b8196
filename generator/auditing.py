"""An audit from the file to the page that is signed: a finished PDF in, findings and their record out.

A file of a build → `Audit` (rule by rule, by a stranger) → a record in a reader's words → its page beside the file. No content is read:
what a print shop or a screen reader meets is the file alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial, reduce
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.diagnostics import BuildError, Diagnostic, Exit, Severity, Speech, Words, said
from generator.inspection.audit.model import Verdict, Wanted
from generator.inspection.damage import DAMAGE, reason
from generator.inspection.verdict import whole
from generator.layout.record.model import Line, Mood, Record
from generator.outputs import FILES, PRINT, REPORT
from generator.units import EMU_PER_MILLIMETRE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from generator.inspection.audit.model import Audit, Finding
    from generator.units import Length, Size

    Tell = Callable[[Words], None]
    Word = Callable[[Words], str]


PRESS, ACCESS = "press", "access"
OF = {PRESS: PRINT, ACCESS: REPORT}
"""Which output each audit is about."""
RECORDS = {PRESS: "press-check.pdf", ACCESS: "access-check.pdf"}
MOODS = {Verdict.KEPT: Mood.GOOD, Verdict.WARNED: Mood.DOUBT, Verdict.BROKEN: Mood.BAD, Verdict.IDLE: Mood.IDLE}
SECOND = " / ISO "
"""How a clause of a second standard begins; on the page, where room is scarce, it follows like one of the first."""
QUOTED = re.compile("`([^`]*)`")
BYTES_PER_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Audited:
    """An audit, with the bytes and the SHA-256 of its file and the name of the page that records it."""

    audit: Audit
    size: int
    digest: str
    record: str

    @property
    def verdict(self) -> Verdict:
        """The gravest verdict of any rule: broken, warned, else kept."""
        found = {one.verdict for one in self.audit.findings}
        return next((one for one in (Verdict.BROKEN, Verdict.WARNED) if one in found), Verdict.KEPT)

    @property
    def counts(self) -> Words:
        """How many rules came off in which way."""
        return said("audit.counts", **{one.value: self._count(one) for one in Verdict})

    def _count(self, verdict: Verdict) -> str:
        return str(sum(one.verdict is verdict for one in self.audit.findings))


def wanted(trim: Size | None, bleed: Length | None) -> Wanted:
    """Return what is asked for on the command line as millimetres."""
    size = (trim.width / EMU_PER_MILLIMETRE, trim.height / EMU_PER_MILLIMETRE) if trim else None
    return Wanted(size) if bleed is None else Wanted(size, bleed / EMU_PER_MILLIMETRE)


def audit(folder: Path, subjects: Iterable[str], tell: Tell, catalog: Speech, asked: Wanted) -> tuple[Audited, ...]:
    """Audit the files of a folder and write a record of each beside it, in the words of a catalog; `asked` is for the press.

    Raises BuildError: Exit.INSPECTION when a file is missing or cannot be judged, Exit.WRITE when a record cannot be written.
    """
    from generator.publication.staging import recover  # noqa: PLC0415 - each stage is loaded when it is reached

    recover(folder)
    found = tuple(_audited(folder, one, tell, asked) for one in subjects)
    _record(found, folder, catalog)
    return found


def _audited(folder: Path, subject: str, tell: Tell, asked: Wanted) -> Audited:
    name = FILES[OF[subject]]
    tell(said("stage.auditing", file=name))
    try:
        data = (folder / name).read_bytes()
        return Audited(_judge(subject, asked)(folder / name), len(data), sha256(data).hexdigest(), RECORDS[subject])
    except FileNotFoundError as fault:
        raise _refused(subject, said("missing-output.file"), said(f"hint.build-for-{subject}")) from fault
    except DAMAGE as fault:
        raise _refused(subject, said("unreadable.why", why=reason(fault))) from fault


def _judge(subject: str, asked: Wanted) -> Callable[[Path], Audit]:
    if subject == PRESS:
        from generator.inspection.audit.press import rules  # noqa: PLC0415 - as above

        return partial(rules.audit, wanted=asked)
    from generator.inspection.audit import access  # noqa: PLC0415

    return access.audit


def _refused(subject: str, says: Words, *hints: Words) -> BuildError:
    return BuildError(Exit.INSPECTION, (Diagnostic(Severity.ERROR, says, place=whole(OF[subject]), hints=hints),))


def _record(found: Iterable[Audited], folder: Path, catalog: Speech) -> None:
    """Write the records, all or none."""
    from generator.fonts.library import Library  # noqa: PLC0415 - as above
    from generator.layout.record import pages  # noqa: PLC0415
    from generator.publication.staging import publish, staging  # noqa: PLC0415
    from generator.writers.pdf import document  # noqa: PLC0415

    library = Library.open().with_supplements()
    with staging(folder) as stage:
        for one in found:
            document.write(pages.book(record(one, catalog), library), library, stage.new / one.record)
        publish(stage, folder)


def record(audited: Audited, catalog: Speech) -> Record:
    """Return what the page of an audit says."""

    def bare(words: Words) -> str:
        return QUOTED.sub(r"“\1”", catalog.word(words)).strip()

    found = audited.audit
    facts = (
        (bare(said("audit.file")), found.file),
        (bare(said("audit.size")), f"{audited.size / BYTES_PER_MB:.2f} MB"),
        (bare(said("audit.digest")), audited.digest),
    )
    heads = [bare(said(f"audit.column-{one}")) for one in ("verdict", "rule", "found", "pages", "clause")]
    return Record(
        bare(said(f"audit.title-{found.subject}")), bare(said(f"audit.{VERDICTS[audited.verdict]}")), MOODS[audited.verdict],
        bare(audited.counts), facts, (heads[0], heads[1], heads[2], heads[3], heads[4]),
        tuple(_lines(found.findings, bare)),
        tuple(bare(said(f"audit.{one}")) for one in ("name", "date", "signature")), catalog.language,
    )  # fmt: skip


VERDICTS = {Verdict.KEPT: "passed", Verdict.WARNED: "warned", Verdict.BROKEN: "broken"}
"""What the verdict of a whole file is called."""


def _lines(findings: Iterable[Finding], bare: Word) -> Iterator[Line]:
    """Yield a line for each rule that was asked, and after them one for each reason why others had nothing to ask of."""
    idle: dict[str, list[Line]] = {}
    for one in findings:
        line = _line(one, bare)
        if one.verdict is Verdict.IDLE:
            idle.setdefault(line.found, []).append(line)
        else:
            yield line
    for lines in idle.values():
        rules, clauses = (dict.fromkeys(texts) for texts in zip(*((one.rule, one.clause) for one in lines), strict=True))
        yield replace(lines[0], rule=_in_a_row(rules, bare), clause=_in_a_row(clauses, bare))


def _in_a_row(texts: Iterable[str], bare: Word) -> str:
    return reduce(lambda before, one: bare(said("audit.in-a-row", before=before, one=one)), texts)


def _line(one: Finding, bare: Word) -> Line:
    clause = one.clause.replace(SECOND, ", ") or bare(said("audit.custom"))
    pages = bare(said("audit.page-list", pages=in_runs(one.pages))) if one.pages else ""
    return Line(
        MOODS[one.verdict], bare(said(f"verdict.{one.verdict.value}")), bare(said(one.rule)), bare(one.found), pages, clause
    )


def in_runs(pages: tuple[int, ...]) -> tuple[str, ...]:
    """Return pages in order with runs of three or more drawn together: 1–4, 7, 8."""
    starts = [0, *(at + 1 for at, (one, other) in enumerate(pairwise(pages)) if other - one > 1), len(pages)]
    runs = [pages[one:other] for one, other in pairwise(starts) if one < other]
    return tuple(text for run in runs for text in ([f"{run[0]}–{run[-1]}"] if len(run) > 2 else map(str, run)))  # noqa: PLR2004
