"""An index of indicators: the content's rows in; figures and destinations out, whose pages are found when all are laid down."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.diagnostics import said
from generator.document import model
from generator.document.references import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.content import model as content
    from generator.document.copydesk import CopyDesk


def indexed(
    desk: CopyDesk, own: tuple[model.Section, ...], told: Iterable[model.Theme | model.Section], written: content.Report
) -> tuple[model.Section, ...]:
    """Return the author's own sections, whose indices know what their rows lead to; `told` are all parts that have pages.

    A name of nothing is told, and that of a figure which nothing has used until now.
    """
    places = {name: one.id for one in told for name in (str(one.name), one.id)}
    return tuple(
        replace(one, index=tuple(_rows(desk, listed.index, places, one.origin))) if listed.index else one
        for one, listed in zip(own, written.sections, strict=True)
    )


def _rows(desk: CopyDesk, rows: tuple[content.Indicator, ...], places: Mapping[str, str], key: str) -> Iterator[model.Indicator]:
    figures = desk.catalogue.spans
    for at, row in enumerate(rows):
        path = f"{key}.rows[{at}]"
        for name, span in row.where:
            if name in places:
                continue
            if name not in figures:
                known = {**dict.fromkeys((one for one in places if not one.isascii()), span), **figures}
                desk.sink.error(said("unknown-where.name", name=name), span, *did_you_mean(name, known))
            elif name not in desk.catalogue.used:
                desk.sink.error(said("unknown-where.unprinted", name=name), span, said("unknown-where.list"))
        named = [name for name, _ in row.where]
        yield model.Indicator(
            desk.rich(row.code, f"{path}.code"), desk.rich(row.name, f"{path}.name"),
            tuple(name for name in named if name not in places and name in figures),
            tuple(places[name] for name in named if name in places), desk.register.place(path, row.span),
        )  # fmt: skip
