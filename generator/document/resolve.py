"""From what the author wrote to what is meant: a checked `Report` in; a `ResolvedReport` with its ledger out.

Every reference becomes a printed number and a use in the ledger; all faults of reference are told in one run. How a name
without a period finds its value is written in `references`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.diagnostics import Sink, Told, said
from generator.document import model
from generator.document.backmatter import definitions, sources
from generator.document.blocks import picture_of, prose
from generator.document.claims import check as claims
from generator.document.claims import counts, superlatives
from generator.document.computation import compute_all
from generator.document.copydesk import CopyDesk
from generator.document.discrepancies import discrepancies
from generator.document.entries import ledger
from generator.document.figure_tables import tables
from generator.document.indices import indexed
from generator.document.parts import own_section, section_of, theme_of
from generator.document.references import Catalogue, Edition, did_you_mean
from generator.document.register import Piece, elements

if TYPE_CHECKING:
    from generator.content import model as content
    from generator.document.model import ResolvedReport, RichText

IMPRINT = "report"
"""The key of the imprint's place: what a file says of itself comes from there."""
EDITION = "版次"
SIGN = "标志"


def resolve(report: content.Report, *, whole: bool = True, draft: bool = False) -> Told[ResolvedReport]:
    """Return the report as it is meant, and what is wrong with its references: one that means nothing stands as 【name】 in it.

    `draft` has every page, slide and sheet say that it is one of a draft.
    `whole` tells that nothing which the author wrote has been left out as faulty: only then is a figure unused that nothing refers to.
    """
    catalogue = Catalogue(report.figures, Edition.of(report.imprint.edition, report.imprint.fiscal_year_ends), Sink())
    compute_all(report.derived, catalogue, report.units, report.imprint.fiscal_year_ends)
    exempt = {one.words: one.reason for one in report.exempt}
    names = (*(name.words for name in report.names), *catalogue.numeral_units())
    desk = CopyDesk(catalogue, names, exempt, report.units)
    _check_names(report, catalogue)
    resolved = _resolved(desk, report)
    resolved = replace(resolved, imprint=replace(resolved.imprint, status=model.DRAFT)) if draft else resolved
    catalogue.tell_unknown()
    if whole and report.themes and not catalogue.sink.errors:
        _tell_unused(catalogue)
    if whole:
        _tell_edition(report, catalogue)
        _tell_themes(report, catalogue)
    _check_claims(report, tuple(desk.phrases.values()), catalogue)
    return Told(resolved, tuple(catalogue.sink.found))


def _resolved(desk: CopyDesk, report: content.Report) -> ResolvedReport:
    """Make the parts in reading order, so that uses come as they are read."""
    homes = dict[str, int]()
    imprint = _imprint(desk, report)
    about, overview = section_of(desk, report.about, "about"), section_of(desk, report.overview, "overview")
    paths = enumerate(elements("themes", (one.name for one in report.themes)))
    themes = tuple(_theme(desk, report, (index, path), homes) for index, path in paths)
    desk.notes.begin()
    last = ((report.history, "history"), (report.outlook, "outlook"), (report.closing, "closing"))
    history, outlook, closing = (section_of(desk, written, key) if written else None for written, key in last)
    keys = tuple(elements("sections", (one.name for one in report.sections)))
    own = tuple(own_section(desk, one, at, key) for at, (one, key) in enumerate(zip(report.sections, keys, strict=True), 1))
    told: tuple[model.Theme | model.Section, ...] = (*themes, *(one for one in (overview, history, outlook, *own) if one))
    own = indexed(desk, own, told, report)
    ids = dict(zip(keys, (one.id for one in own), strict=True))
    rows, listed, defined = tables(desk, report, homes), sources(desk, report.sources), definitions(desk, report)
    disputed = discrepancies(desk, report.discrepancies)
    sole = desk.citations.sole(reading for name in desk.catalogue.spans for reading in desk.catalogue.readings(name))
    return model.ResolvedReport(
        imprint, about, overview, themes, history, outlook, closing, rows, listed, defined, disputed,
        ledger(desk, report, homes, imprint.date), desk.register.places,
        report.written, _budget(desk, report.budget), sole, own, tuple(ids.get(one, one) for one in report.order),
    )  # fmt: skip


def _theme(desk: CopyDesk, report: content.Report, own: tuple[int, str], homes: dict[str, int]) -> model.Theme:
    """Make a theme; the figures that it is the first to use become its own."""
    mark = desk.register.mark()
    index, path = own
    made = theme_of(desk, report.themes[index], index, path)
    for use in desk.register.since(mark):
        homes.setdefault(use.figure, index)
    return made


def _budget(desk: CopyDesk, budget: content.Budget | None) -> str:
    """Return the minutes of the talk, their place on the register."""
    if budget is None:
        return ""
    desk.register.place(model.BUDGET, budget.span)
    return budget.minutes


def _imprint(desk: CopyDesk, report: content.Report) -> model.Imprint:
    written = report.imprint
    desk.register.place(IMPRINT, written.span)
    return model.Imprint(
        desk.phrase(written.title, "report.title"), desk.phrase(written.subtitle, "report.subtitle"),
        desk.words(written.organization, Piece(f"{IMPRINT}.organization", written.span)), _edition(desk, written), iso(written.date),
        written.brand, prose(desk, written.colophon, "report.colophon"), report.digest,
        logo=_logo(desk, written),
    )  # fmt: skip


def _logo(desk: CopyDesk, written: content.Imprint) -> model.Picture | None:
    """Return the organization's sign; where its author does not say what it shows, it is the sign of the organization."""
    if written.logo is None:
        return None
    made = picture_of(desk, written.logo, f"{IMPRINT}.logo")
    name = desk.words(written.organization, Piece(f"{IMPRINT}.logo.alt", written.logo.span))
    return made if made.alt else replace(made, alt=(*name, model.Run(SIGN)))


def _edition(desk: CopyDesk, written: content.Imprint) -> RichText:
    """Return the edition: a number in it is a period, and written nowhere else."""
    return desk.whole(written.edition, Piece(f"{IMPRINT}.edition", written.span), EDITION)


def iso(date: str) -> str:
    """Return a date in ISO form: 2021年8月5日 is 2021-08-05; a month stands for its first day, and so does a year."""
    numbers = [int(part) for part in re.findall(r"\d+", date)][:3]
    if not numbers:
        return date
    year, month, day = (*numbers, 1, 1)[:3]
    return f"{year:04}-{month:02}-{day:02}"


def _check_names(report: content.Report, catalogue: Catalogue) -> None:
    for one in report.derived:
        if figure := catalogue.figures.get(one.id):
            catalogue.sink.error(
                said("duplicate-name.figure", name=one.id, line=figure.span.line), one.span, said("hint.name-of-its-own")
            )


def _check_claims(report: content.Report, phrases: tuple[content.Phrase, ...], catalogue: Catalogue) -> None:
    """Tell what sentences claim of numbers that the values do not bear out."""
    claims.check(phrases, catalogue)
    counts.check(report, phrases, catalogue.sink)
    superlatives.check(report, catalogue)


def _tell_unused(catalogue: Catalogue) -> None:
    """Warn of figures that nothing refers to."""
    for name, span in catalogue.spans.items():
        if name not in catalogue.used:
            catalogue.sink.warn(said("unused-figure.name", name=name), span, said("hint.refer-to-it", cure=f"【{name}】"))


def _tell_themes(report: content.Report, catalogue: Catalogue) -> None:
    """Tell pairs that name a theme which there is not."""
    names = {theme.name: theme.span for theme in report.themes}
    parts: tuple[content.Theme | content.Section, ...] = (*report.themes, *report.parts)
    for pair in (pair for part in parts for chart in part.charts for pair in chart.pairs):
        if pair.theme and pair.theme not in names:
            place = pair.theme_span or pair.span
            catalogue.sink.error(said("unknown-theme.name", name=pair.theme), place, *did_you_mean(pair.theme, names))


def _tell_edition(report: content.Report, catalogue: Catalogue) -> None:
    """Warn of an edition in which no value lies: each name without a period would need one."""
    edition = Edition.of(report.imprint.edition)
    periods = [value.period for figure in report.figures for value in figure.values]
    if periods and not any(edition.holds(one) for one in periods):
        latest = max(periods, key=lambda one: str(one.end))
        says = said("empty-edition.year", edition=edition.text)
        catalogue.sink.warn(says, report.imprint.edition_span, said("empty-edition.latest", period=str(latest)))
