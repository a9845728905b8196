"""What each reference of a report prints, and which numbers may be typed: a report in; texts by the place of the reference out."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from generator.content.model import Phrase, Reference
from generator.diagnostics import Sink
from generator.document.computation import compute_all
from generator.document.copydesk import CopyDesk
from generator.document.model import plain
from generator.document.references import Catalogue, Edition

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.content.model import Report
    from generator.diagnostics import Span


def printed(report: Report) -> Mapping[Span, str]:
    """Return what stands in print for each reference, by its place in the file; one that means nothing is left out."""
    edition = Edition.of(report.imprint.edition, report.imprint.fiscal_year_ends)
    catalogue = Catalogue(report.figures, edition, Sink())
    compute_all(report.derived, catalogue, report.units, report.imprint.fiscal_year_ends)
    desk = CopyDesk(catalogue, (), {}, report.units)
    told = {one.span: plain(desk.rich(Phrase((one,), one.span), "review")) for one in _references(_told(report))}
    return {span: text for span, text in told.items() if not text.startswith("【")}


def _told(report: Report) -> tuple[object, ...]:
    """Return the parts of a report that hold text with references."""
    return (
        report.imprint, report.about, report.overview, report.themes, report.history, report.outlook, report.closing,
        report.sections, report.discrepancies,
    )  # fmt: skip


def _references(part: object) -> Iterator[Reference]:
    if isinstance(part, Reference):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _references(one)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _references(getattr(part, field.name))
