"""An index of indicators: where each is told, by name. The content's rows in; figures and destinations out, to be found when pages are known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.diagnostics import said
from generator.document import model
from generator.document.references import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.content import model as content
    from generator.document.copydesk import CopyDesk


def indexed(desk: CopyDesk, report: model.ResolvedReport, written: content.Report) -> model.ResolvedReport:
    """Return a report whose indices know what their rows lead to; a name of nothing is told."""
    places = {str(one.name): one.id for one in (*report.themes, *_printed(report))}
    places |= {key: one.id for key, one in (("overview", report.overview), ("history", report.history), ("outlook", report.outlook)) if one}
    own = tuple(
        replace(one, index=tuple(_rows(desk, listed.index, places, one.origin))) if listed.index else one
        for one, listed in zip(report.own, written.sections, strict=True)
    )
    return replace(report, own=own)


def _printed(report: model.ResolvedReport) -> Iterator[model.Section]:
    """Yield the sections that have pages of their own."""
    yield from (one for one in report.sections if one.id not in (model.ABOUT, model.CLOSING))


def _rows(
    desk: CopyDesk, rows: tuple[content.Indicator, ...], places: Mapping[str, str], key: str
) -> Iterator[model.Indicator]:
    figures = desk.catalogue.spans
    for at, row in enumerate(rows):
        path = f"{key}.rows[{at}]"
        for name, span in row.where:
            if name in places:
                continue
            if name not in figures:
                desk.sink.error(said("unknown-where.name", name=name), span, *did_you_mean(name, {**dict.fromkeys(places, span), **figures}))
            elif name not in desk.catalogue.used:
                desk.sink.error(said("unknown-where.unprinted", name=name), span, said("unknown-where.list"))
        named = [name for name, _ in row.where]
        yield model.Indicator(
            desk.rich(row.code, f"{path}.code"), desk.rich(row.name, f"{path}.name"),
            tuple(name for name in named if name not in places and name in figures),
            tuple(places[name] for name in named if name in places), desk.register.place(path, row.span),
        )  # fmt: skip
