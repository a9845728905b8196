"""The back matter beside the tables of key figures: sources, definitions, what discrepancies are about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.document import model, yearly
from generator.document.copydesk import KINDS, CopyDesk, joined
from generator.document.references import OF_PART
from generator.document.register import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.content import model as content
    from generator.document.model import RichText

SOURCE_WORDS = "来源的名称或地址"

BY_DIFFERENCE = "以百分点或数额计的是两期之差"
MORE = 3
"""So many characters that a label has not are more than it says: two are a word like 全国."""
_SILENT = re.compile(r"[\W_的了等所之]+")
A_YEARS = "一年的数"
YEAR_LONG = re.compile("[0-9]{4}(?:财年|年度?)").fullmatch


def sources(desk: CopyDesk, written: Iterable[content.Source]) -> tuple[model.SourceNote, ...]:
    """Return the sources as the sources page prints them."""
    return tuple(_source(desk, source) for source in written)


def _source(desk: CopyDesk, source: content.Source) -> model.SourceNote:
    date = source.date + (f"（{source.inferred}为推定）" if source.inferred else "")
    text = "，".join(part for part in (source.title, source.publisher, date, source.url) if part)
    piece = Piece(f"sources[{source.id}]", source.span)
    name = desk.accounted(source.id, piece.part("name"), SOURCE_WORDS)
    origin = desk.register.place(piece.path, piece.span)
    return model.SourceNote(name, desk.accounted(text, piece, SOURCE_WORDS), origin)


def definitions(desk: CopyDesk, report: content.Report) -> tuple[model.Definition, ...]:
    """Return a definition of each figure of which there is more to say than its label does, and the formula of each computed one."""
    told = (_definition(desk, figure) for figure in report.figures)
    computed = (*(_formula(desk, derived) for derived in report.derived), *_comparisons(desk))
    return (*(one for one in told if one), *computed)


def _comparisons(desk: CopyDesk) -> Iterator[model.Definition]:
    """Yield how changes against the year before are computed, once for all, where any is printed."""
    first = next((one for name in desk.catalogue.changes for one in desk.catalogue.readings(name)), None)
    if first is not None:
        piece = Piece(f"derived[{yearly.RELATIVE}]", first.span)
        text = (*desk.formula(OF_PART, piece), model.Run(f"；{BY_DIFFERENCE}"))
        yield model.Definition(yearly.RELATIVE, (model.Run(yearly.RELATIVE),), text, desk.register.place(piece.path, piece.span))


def _definition(desk: CopyDesk, figure: content.Figure) -> model.Definition | None:
    """Return what defines a figure, its kind with it; None where that repeats the label."""
    label = figure.label or figure.id
    means = figure.means if says_more(figure.means, label) else ""
    scope = f"口径：{figure.scope}" if says_more(figure.scope, label + figure.means, 1) else ""
    owner = f"负责：{figure.owner}" if figure.owner else ""
    piece = Piece(f"figures[{figure.id}]", figure.span)
    place = piece.part("label")
    desk.register.place(place.path, figure.label_span or figure.span)
    if not any((means, scope, owner, figure.note)):
        return None
    kind = (*desk.words(_kind(figure), piece), *desk.since(figure.starts, piece))
    told = [desk.words(means, piece), kind, *(desk.words(one, piece) for one in (scope, owner, figure.note))]
    text = joined(model.listed(told, "；"))
    return model.Definition(figure.id, desk.words(label, place), text, desk.register.place(piece.path, piece.span))


def says_more(words: str, than: str, least: int = MORE) -> bool:
    """Tell whether words add to others: so many characters that are not theirs, marks and particles aside."""
    return len(set(_SILENT.sub("", words)) - set(than)) >= least


def _kind(figure: content.Figure) -> str:
    """Return the kind of a figure in plain words; that of a flow by whole years is a year's."""
    periods = [value.period for value in figure.values]
    if figure.kind == "flow" and periods and all(YEAR_LONG(one.text) for one in periods):
        return A_YEARS
    return KINDS.get(figure.kind, figure.kind)


def _formula(desk: CopyDesk, derived: content.Derived) -> model.Definition:
    piece = Piece(f"derived[{derived.id}]", derived.span)
    label = piece.part("label")
    desk.register.place(label.path, label.span)
    term = desk.words(derived.label or derived.id, label)
    means = desk.words(f"{derived.means}；" if derived.means else "", piece)
    text = (*means, *desk.formula(derived.formula, piece))
    return model.Definition(derived.id, term, text, desk.register.place(piece.path, piece.span))


def about(desk: CopyDesk, names: Iterable[content.FigureName], path: str) -> RichText:
    """Return the labels of the figures that a discrepancy is about."""
    return model.listed((_label(desk, name, f"{path}[{name.name}]") for name in names), "、")


def _label(desk: CopyDesk, name: content.FigureName, path: str) -> RichText:
    reading = next(desk.catalogue.readings(name.name), None)
    return desk.words(reading.label if reading else name.name, Piece(path, desk.catalogue.spans.get(name.name, name.span)))
