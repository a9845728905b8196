"""From what the author wrote to what is meant: a checked `Report` in; a `ResolvedReport` with its ledger out.

Every reference becomes a printed number and a use in the ledger; all faults of reference are told in one run. How a name
without a period finds its value is written in `references`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.document import model
from generator.document.backmatter import definitions, sources, tables
from generator.document.computation import compute_all
from generator.document.copydesk import CopyDesk
from generator.document.discrepancies import discrepancies
from generator.document.entries import ledger
from generator.document.parts import Parts
from generator.document.references import Catalogue, Edition
from generator.document.register import Piece, elements

if TYPE_CHECKING:
    from generator.content import model as content
    from generator.diagnostics import Sink
    from generator.document.model import ResolvedReport, RichText


IMPRINT = "report"
"""The key of the imprint's place: what a file says of itself comes from there."""
EDITION = "版次"


def resolve(report: content.Report, sink: Sink) -> ResolvedReport:
    """Return the report as it is meant; what cannot be resolved is told to the sink and stands as 【name】 in the result."""
    catalogue = Catalogue(report.figures, Edition.of(report.imprint.edition), sink)
    compute_all(report.derived, catalogue, report.imprint.fiscal_year_ends, sink)
    exempt = {one.words: one.reason for one in report.exempt}
    desk = CopyDesk(catalogue, [name.words for name in report.names], exempt, report.units, sink)
    _check_names(report, sink)
    resolved = _resolved(desk, report)
    catalogue.tell_unknown()
    _tell_unused(report, catalogue, sink)
    return resolved


def _resolved(desk: CopyDesk, report: content.Report) -> ResolvedReport:
    """Make the parts in reading order, so that uses come as they are read."""
    parts, homes = Parts(desk), dict[str, int]()
    imprint = _imprint(desk, report)
    about, overview = parts.section(report.about, "about"), parts.section(report.overview, "overview")
    paths = enumerate(elements("themes", (theme.name for theme in report.themes)))
    themes = tuple(_theme(desk, parts, report, (index, path), homes) for index, path in paths)
    history = parts.section(report.history, "history") if report.history else None
    outlook = parts.section(report.outlook, "outlook") if report.outlook else None
    closing = parts.section(report.closing, "closing") if report.closing else None
    rows, listed, defined = tables(desk, report, homes), sources(desk, report.sources), definitions(desk, report)
    disputed = discrepancies(desk, report.discrepancies)
    return model.ResolvedReport(
        imprint, about, overview, themes, history, outlook, closing, rows, listed, defined, disputed,
        ledger(desk, report, homes, imprint.date), desk.register.places,
        report.written,
    )  # fmt: skip


def _theme(desk: CopyDesk, parts: Parts, report: content.Report, own: tuple[int, str], homes: dict[str, int]) -> model.Theme:
    """Make a theme; the figures that it is the first to use become its own."""
    mark = desk.register.mark()
    index, path = own
    theme = parts.theme(report.themes[index], index, path)
    for use in desk.register.since(mark):
        homes.setdefault(use.figure, index)
    return theme


def _imprint(desk: CopyDesk, report: content.Report) -> model.Imprint:
    written = report.imprint
    desk.register.place(IMPRINT, written.span)
    return model.Imprint(
        desk.phrase(written.title, "report.title"), desk.phrase(written.subtitle, "report.subtitle"),
        desk.words(written.organization, Piece(f"{IMPRINT}.organization", written.span)), _edition(desk, written), iso(written.date),
        written.brand, desk.prose(written.colophon, "report.colophon"), report.digest,
    )  # fmt: skip


def _edition(desk: CopyDesk, written: content.Imprint) -> RichText:
    """Return the edition: a number in it is a period, and written nowhere else."""
    return desk.accounted(written.edition, Piece(f"{IMPRINT}.edition", written.span), EDITION)


def iso(date: str) -> str:
    """Return a date in ISO form: 2021年8月5日 is 2021-08-05; a month stands for its first day, and so does a year."""
    numbers = [int(part) for part in re.findall(r"\d+", date)][:3]
    if not numbers:
        return date
    year, month, day = (*numbers, 1, 1)[:3]
    return f"{year:04}-{month:02}-{day:02}"


def _check_names(report: content.Report, sink: Sink) -> None:
    lines = {figure.id: figure.span.line for figure in report.figures}
    for one in report.derived:
        if one.id in lines:
            message = f"`{one.id}` is a figure already, defined on line {lines[one.id]}"
            sink.error("duplicate-name", message, one.span, "give the computed value a name of its own")


def _tell_unused(report: content.Report, catalogue: Catalogue, sink: Sink) -> None:
    """Warn of figures that nothing refers to, unless what would refer to them is missing or may have been dropped as faulty."""
    if sink.errors or not report.themes:
        return
    spans = {one.id: one.span for one in report.figures} | {one.id: one.span for one in report.derived}
    for name, span in spans.items():
        if name not in catalogue.used:
            hint = f"write `【{name}】` where it belongs; it stands in the table of key figures only"
            sink.warn("unused-figure", f"nothing refers to the figure `{name}`", span, hint)
