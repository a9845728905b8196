"""The parts that are set: imprint, themes, sections, charts, stories, talks. Nodes in; parts of the model out."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import cycle
from typing import TYPE_CHECKING

from generator.content import colours, pictures
from generator.content.exhibits import exhibits
from generator.content.fields import figure_name
from generator.content.figure_register import citation
from generator.content.figures import period
from generator.content.figures.period_kind import PeriodKind
from generator.content.model import (
    Budget,
    Chart,
    Event,
    FigureName,
    Imprint,
    Pair,
    Section,
    Series,
    Statement,
    Story,
    Talk,
    Theme,
)
from generator.content.nodes import Scalar
from generator.content.registers import date_at
from generator.content.schema import AXES, CHART_KINDS, COLORS, ICONS, PICTURES
from generator.content.slip import Slip
from generator.diagnostics import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.content.fields import Fields
    from generator.content.model import Blocks
    from generator.diagnostics import Span
    from generator.ink import Colour

YES = "有"
"""The mark of what is wanted; 无 or nothing is the usual."""
SECTION_NAMES = {"about": "关于本摘要", "overview": "数说", "history": "历程", "outlook": "展望", "closing": "问答"}


def imprint(root: Fields) -> Imprint:
    """Return what the cover says."""
    part = root.part("report") or root
    _check_date(part)
    return Imprint(
        title=part.title("title"),
        subtitle=part.title("subtitle"),
        organization=part.text("organization"),
        edition=part.text("edition"),
        date=part.text("date"),
        fiscal_year_ends=part.text("fiscal_year_ends"),
        brand=colours.brand(part),
        colophon=part.prose("colophon"),
        span=part.span,
        edition_span=part.place("edition"),
        logo=pictures.logo(part),
    )


def fiscal_year_ends(root: Fields) -> str:
    """Return the report's last day of a fiscal year, or "" when there is none or it is no day."""
    part = root.part("report")
    ends = part.text("fiscal_year_ends") if part else ""
    slip = period.read("2020财年", ends) if ends else None
    if part and isinstance(slip, Slip):
        part.reader.tell(slip, part.place("fiscal_year_ends"))
        return "12月31日"
    return ends


def _check_date(part: Fields) -> None:
    date = date_at(part, "date")
    if date and date.kind is not PeriodKind.DAY:
        part.refuse("date", said("bad-date.no-day", date=str(date)), said("hint.write", cure="2021年8月5日"))


def budget(root: Fields) -> Budget | None:
    """Return how long the talk may be, where the author says."""
    part = root.part("talk")
    minutes = _minutes(part) if part else ""
    return Budget(minutes, part.place("minutes")) if part and minutes else None


def themes(root: Fields) -> tuple[Theme, ...]:
    """Return the chapters; one whose colour is bad borrows one, so that the rest of it is read."""
    parts = tuple(root.parts("themes"))
    given = [colours.of_theme(part) for part in parts]
    colours.tell_alike(parts, given)
    tell_namesakes(parts, "duplicate-theme.again", "duplicate-theme.first")
    return tuple(_theme(part, color or spare) for part, color, spare in zip(parts, given, cycle(COLORS), strict=False))


def tell_namesakes(parts: tuple[Fields, ...], again: str, before: str) -> None:
    """Tell, in these words, a part that is called like one before it: no contents and no agenda could tell them apart."""
    seen: dict[str, Span] = {}
    for part in parts:
        name, place = part.name("name"), part.place("name")
        if name and (first := seen.setdefault(name, place)) is not place:
            part.refuse("name", said(again, name=name), said(before, line=first.line))


def _theme(part: Fields, color: str | Colour) -> Theme:
    blocks, story = part.blocks("text"), _story(part.part("story"))
    return Theme(
        name=part.name("name"),
        color=color,
        message=part.title("message"),
        headline=part.title("headline"),
        heroes=part.figures("heroes"),
        figures=part.figures("figures"),
        blocks=blocks,
        charts=charts(part),
        story=story,
        points=part.phrases("points"),
        talk=talk(part),
        span=part.span,
        deck=exhibits(part, (*blocks, *(story.blocks if story else ())), theme=True),
        statement=_statement(part.part("statement")),
        picture=picture if (picture := part.text("picture")) in PICTURES else "",
        opener=pictures.picture(part.part("picture")),
    )


def section(root: Fields, key: str) -> Section:
    """Return a part outside the themes; an absent one is empty."""
    return section_or_none(root, key) or Section(SECTION_NAMES[key], root.phrase(""), (), (), (), (), talk(None), root.span)


def section_or_none(root: Fields, key: str) -> Section | None:
    """Return a part outside the themes, or None."""
    part = root.part(key)
    if part is None:
        return None
    return replace(told(part, part.blocks("text"), SECTION_NAMES[key]), statement=_statement(part.part("statement")))


def told(part: Fields, blocks: Blocks, name: str = "") -> Section:
    """Return what every part outside the themes has, with these blocks; `name` is what it is called where its author does not say."""
    return Section(
        name=part.name("name", name),
        message=part.title("message"),
        blocks=blocks,
        figures=part.figures("figures"),
        charts=charts(part),
        points=part.phrases("points"),
        talk=talk(part),
        span=part.span,
        deck=exhibits(part, blocks),
    )


def talk(part: Fields | None) -> Talk:
    """Return what is said to a part's slide; nothing without one."""
    if part is None:
        return Talk((), "", None, None)
    return Talk(part.prose("notes"), _minutes(part), part.phrase_or_none("question"), part.phrase_or_none("answer"))


_MINUTES = re.compile(r"(?:约\s*)?(?P<number>[0-9]{1,3}(?:\.[0-9]{1,2})?)\s*(?:分钟)?")


def _minutes(part: Fields) -> str:
    """Return how many minutes a slide is spoken to, or "" where that is not said, or not in digits."""
    minutes = part.text("minutes")
    found = _MINUTES.fullmatch(minutes)
    if minutes and (not found or not float(found["number"])):
        part.refuse("minutes", said("bad-minutes.number", minutes=minutes), said("hint.write", cure="minutes: 2"))
        return ""
    return found["number"] if found else ""


def _story(part: Fields | None) -> Story | None:
    if part is None:
        return None
    title, message = part.title("title"), part.title("message")
    icon = named if (named := part.text("icon")) in ICONS else ""
    brief = part.phrase_or_none("brief")
    own = pictures.picture(part.part("picture"))
    blocks = (*((own,) if own else ()), *part.blocks("text"))
    return Story(title, message, blocks, part.figures("figures"), talk(part), part.span, brief, icon)


def _statement(part: Fields | None) -> Statement | None:
    """Return what somebody said; None where that, or its source, is missing."""
    source = part.scalar("source") if part else None
    if part is None or source is None or not part.text("text"):
        return None
    said_by, cited = part.phrase("who"), citation(source, part.reader.sources, part.reader)
    return Statement(part.title("text"), said_by, cited, part.span)


def charts(part: Fields) -> tuple[Chart, ...]:
    """Return a part's charts."""
    return tuple(_chart(one) for one in part.parts("charts"))


def _chart(part: Fields) -> Chart:
    kind = part.text("kind")
    return Chart(
        kind=kind if kind in CHART_KINDS else CHART_KINDS[-1],
        message=part.title("message"),
        measure=part.text("measure"),
        figures=part.figures("figures"),
        labels=tuple(_labels(part)),
        result=part.figure("result"),
        pairs=tuple(_pairs(part)),
        events=tuple(_events(part)),
        because=part.text("because"),
        talk=talk(part),
        span=part.span,
        series=tuple(_series(part)),
        whole=part.figure("whole"),
        axis=axis if (axis := part.text("axis")) in AXES else "",
        target=part.figure("target"),
        emphasis=part.figures("emphasis"),
        change=part.text("change") == YES,
        table=part.text("table") == YES,
    )


def _series(part: Fields) -> Iterator[Series]:
    for one in part.parts("series"):
        yield Series(one.text("name"), one.figures("figures"), one.span, line=bool(one.text("kind")))


def _labels(part: Fields) -> Iterator[tuple[FigureName, str]]:
    for name, node in part.entries("labels"):
        if isinstance(node, Scalar) and (named := figure_name(name.text, name.span, part.reader)):
            yield named, node.text


def _pairs(part: Fields) -> Iterator[Pair]:
    for one in part.parts("pairs"):
        then, now = one.figure("then"), one.figure("now")
        multiple, remark = one.figure("multiple"), one.phrase_or_none("remark")
        if then and now:
            yield Pair(one.text("name"), then, now, multiple, remark, one.span, one.name("theme"), one.place("theme"))


def _events(part: Fields) -> Iterator[Event]:
    for one in part.parts("events"):
        text = one.phrase("text")
        if when := one.period("when"):
            yield Event(when, text, one.span)
