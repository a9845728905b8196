"""The back matter: key figure tables by theme, sources, definitions, discrepancies.

A figure belongs to the first theme that lists or mentions it; what no theme has goes to a last table of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document import model
from generator.document.copydesk import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.content import model as content
    from generator.document.copydesk import CopyDesk
    from generator.document.model import RichText

OVERVIEW, HISTORY = "总览", "历史"

SOURCE_WORDS = "来源的名称或地址"


def elsewhere(report: content.Report) -> str:
    """Return the name of the table of the figures that no theme has."""
    return f"{OVERVIEW}与{HISTORY}" if report.history else OVERVIEW


def tables(desk: CopyDesk, report: content.Report, homes: Mapping[str, int]) -> tuple[model.FigureTable, ...]:
    """Return a table for each theme that has figures, and one for the others; `homes` says which theme a figure is of."""
    made = [_table(desk, report, homes, index) for index in range(len(report.themes))]
    return tuple(table for table in (*made, _table(desk, report, homes, None)) if table.rows)


def _table(desk: CopyDesk, report: content.Report, homes: Mapping[str, int], index: int | None) -> model.FigureTable:
    theme = report.themes[index] if index is not None else None
    number = len(report.themes) if index is None else index
    key = f"tables.{number}"
    name = desk.plain_phrase(
        theme.name if theme else elsewhere(report), f"{key}.name", theme.span if theme else report.overview.span
    )
    rows = tuple(
        desk.of_reading(reading, f"{place}.{figure.id}.values.{reading.period}", reading.span)
        for place, figures in (("figures", report.figures), ("derived", report.derived))
        for figure in figures
        if homes.get(figure.id) == index
        for reading in desk.catalogue.readings(figure.id)
    )
    return model.FigureTable(f"table-{number + 1}", name, theme.color if theme else "", rows)


def sources(desk: CopyDesk, written: Iterable[content.Source]) -> tuple[model.SourceNote, ...]:
    """Return the sources as the sources page prints them."""
    return tuple(_source(desk, source) for source in written)


def _source(desk: CopyDesk, source: content.Source) -> model.SourceNote:
    date = source.date + (f"（{source.inferred}为推定）" if source.inferred else "")
    text = "，".join(part for part in (source.title, source.publisher, date, source.url) if part)
    name = desk.accounted(source.id, source.span, SOURCE_WORDS)
    origin = desk.register.place(f"sources.{source.id}", source.span)
    return model.SourceNote(name, desk.accounted(text, source.span, SOURCE_WORDS), origin)


def definitions(desk: CopyDesk, report: content.Report) -> tuple[model.Definition, ...]:
    """Return a definition for each figure, and the formula of each computed one."""
    return (*(_definition(desk, figure) for figure in report.figures), *(_formula(desk, derived) for derived in report.derived))


def _definition(desk: CopyDesk, figure: content.Figure) -> model.Definition:
    scope, owner = f"口径：{figure.scope}" if figure.scope else "", f"负责：{figure.owner}" if figure.owner else ""
    starts = f"（自{figure.starts}起）" if figure.starts else ""
    kind = KINDS.get(figure.kind, figure.kind) + starts
    told = "；".join(part for part in (figure.means, kind, scope, owner, figure.note) if part)
    desk.register.place(f"figures.{figure.id}.label", figure.label_span or figure.span)
    term = desk.words(figure.label or figure.id, figure.span)
    text = desk.words(told, figure.span)
    return model.Definition(term, text, desk.register.place(f"figures.{figure.id}", figure.span))


def _formula(desk: CopyDesk, derived: content.Derived) -> model.Definition:
    desk.register.place(f"derived.{derived.id}.label", derived.span)
    term = desk.words(derived.label or derived.id, derived.span)
    means = desk.words(f"{derived.means}；" if derived.means else "", derived.span)
    text = (*means, *desk.formula(derived.formula, derived.span))
    return model.Definition(term, text, desk.register.place(f"derived.{derived.id}", derived.span))


def about(desk: CopyDesk, names: Iterable[content.FigureName]) -> RichText:
    """Return the labels of the figures that a discrepancy is about."""
    runs: list[model.Run] = []
    for name in names:
        reading = next(desk.catalogue.readings(name.name), None)
        label = reading.label if reading else name.name
        runs += [model.Run("、")] if runs else []
        runs += desk.words(label, desk.catalogue.spans.get(name.name, name.span))
    return tuple(runs)
