"""The parts that are set: imprint, themes, sections, charts, stories, talks. Nodes in; parts of the model out."""

from __future__ import annotations

import re
from itertools import cycle
from typing import TYPE_CHECKING

from generator.content.figures import period
from generator.content.figures.period import PeriodKind
from generator.content.model import Brand, Chart, Event, Imprint, Pair, Section, Series, Story, Talk, Theme
from generator.content.nodes import Scalar
from generator.content.registers import date_at
from generator.content.schema import AXES, CHART_KINDS, COLORS
from generator.content.slip import Slip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.content.fields import Fields

SECTION_NAMES = {"about": "关于本摘要", "overview": "数说", "history": "历程", "outlook": "展望", "closing": "问答"}


def imprint(root: Fields) -> Imprint:
    """Return what the cover says."""
    part = root.part("report") or root
    _check_date(part)
    return Imprint(
        title=part.phrase("title"),
        subtitle=part.phrase("subtitle"),
        organization=part.text("organization"),
        edition=part.text("edition"),
        date=part.text("date"),
        fiscal_year_ends=part.text("fiscal_year_ends"),
        brand=_brand(part.part("brand")),
        colophon=part.prose("colophon"),
        span=part.span,
    )


def fiscal_year_ends(root: Fields) -> str:
    """Return the report's last day of a fiscal year, or "" when there is none or it is no day."""
    part = root.part("report")
    said = part.text("fiscal_year_ends") if part else ""
    slip = period.read("2020财年", said) if said else None
    if part and isinstance(slip, Slip):
        part.reader.tell(slip, part.place("fiscal_year_ends"))
        return "12月31日"
    return said


def _check_date(part: Fields) -> None:
    date = date_at(part, "date")
    if date and date.kind is not PeriodKind.DAY:
        part.refuse("date", "bad-date", f"`{date}` is not a day", "write `2021年8月5日`")


_RGB = re.compile("#([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})")
_FULL_INK = 100
"""Per cent."""


def _brand(part: Fields | None) -> Brand:
    if part is None:
        return Brand((0, 0, 0), (0, 0, 0, _FULL_INK))
    rgb, cmyk = part.text("rgb"), part.text("cmyk")
    found = _RGB.fullmatch(rgb)
    inks = tuple(int(ink) for ink in re.split(r"[\s,]+", cmyk)) if re.fullmatch(r"\d{1,3}([\s,]+\d{1,3}){3}", cmyk) else ()
    if rgb and not found:
        _bad_colour(part, "rgb", '"#FF6A00"')
    if cmyk and (not inks or max(inks) > _FULL_INK):
        _bad_colour(part, "cmyk", "0 70 100 0")
    red, green, blue = (int(one, 16) for one in found.groups()) if found else (0, 0, 0)
    cyan, magenta, yellow, black = inks or (0, 0, 0, _FULL_INK)
    return Brand((red, green, blue), (cyan, magenta, yellow, black))


def _bad_colour(part: Fields, key: str, example: str) -> None:
    said = part.text(key)
    quoted = "the quotes are full-width: " if said[:1] in "“”‘’＂＇" else ""
    part.refuse(key, "bad-colour", f"`{said}` is not a colour", f"{quoted}write `{key}: {example}`")


def themes(root: Fields) -> tuple[Theme, ...]:
    """Return the chapters; one whose colour is bad borrows one, so that the rest of it is read."""
    return tuple(_theme(part, color) for part, color in zip(root.parts("themes"), cycle(COLORS), strict=False))


def _theme(part: Fields, spare: str) -> Theme:
    color = part.text("color")
    return Theme(
        name=part.text("name"),
        color=color if color in COLORS else spare,
        message=part.phrase("message"),
        headline=part.phrase("headline"),
        heroes=part.figures("heroes"),
        figures=part.figures("figures"),
        text=part.prose("text"),
        charts=_charts(part),
        story=_story(part.part("story")),
        points=part.phrases("points"),
        talk=_talk(part),
        span=part.span,
    )


def section(root: Fields, key: str) -> Section:
    """Return a part outside the themes; an absent one is empty."""
    return section_or_none(root, key) or Section(SECTION_NAMES[key], root.phrase(""), (), (), (), (), _talk(None), root.span)


def section_or_none(root: Fields, key: str) -> Section | None:
    """Return a part outside the themes, or None."""
    part = root.part(key)
    if part is None:
        return None
    return Section(
        name=part.text("name", SECTION_NAMES[key]),
        message=part.phrase("message"),
        text=part.prose("text"),
        figures=part.figures("figures"),
        charts=_charts(part),
        points=part.phrases("points"),
        talk=_talk(part),
        span=part.span,
    )


def _talk(part: Fields | None) -> Talk:
    if part is None:
        return Talk((), "", None, None)
    return Talk(part.prose("notes"), _minutes(part), part.phrase_or_none("question"), part.phrase_or_none("answer"))


_MINUTES = re.compile(r"(?:约\s*)?(?P<number>[0-9]{1,3}(?:\.[0-9]{1,2})?)\s*(?:分钟)?")


def _minutes(part: Fields) -> str:
    """Return how many minutes a slide is spoken to, or "" where that is not said, or not in digits."""
    said = part.text("minutes")
    found = _MINUTES.fullmatch(said)
    if said and (not found or not float(found["number"])):
        part.refuse("minutes", "bad-minutes", f"`{said}` is no number of minutes", "write `minutes: 2`")
        return ""
    return found["number"] if found else ""


def _story(part: Fields | None) -> Story | None:
    if part is None:
        return None
    title, message = part.phrase("title"), part.phrase("message")
    return Story(title, message, part.prose("text"), part.figures("figures"), _talk(part), part.span)


def _charts(part: Fields) -> tuple[Chart, ...]:
    return tuple(_chart(one) for one in part.parts("charts"))


def _chart(part: Fields) -> Chart:
    kind = part.text("kind")
    return Chart(
        kind=kind if kind in CHART_KINDS else CHART_KINDS[-1],
        message=part.phrase("message"),
        measure=part.text("measure"),
        figures=part.figures("figures"),
        labels=tuple((name.text, node.text) for name, node in part.entries("labels") if isinstance(node, Scalar)),
        result=part.figure("result"),
        pairs=tuple(_pairs(part)),
        events=tuple(_events(part)),
        because=part.text("because"),
        talk=_talk(part),
        span=part.span,
        series=tuple(Series(one.text("name"), one.figures("figures"), one.span) for one in part.parts("series")),
        whole=part.figure("whole"),
        axis=axis if (axis := part.text("axis")) in AXES else "",
    )


def _pairs(part: Fields) -> Iterator[Pair]:
    for one in part.parts("pairs"):
        then, now = one.figure("then"), one.figure("now")
        multiple, remark = one.figure("multiple"), one.phrase_or_none("remark")
        if then and now:
            yield Pair(one.text("name"), then, now, multiple, remark, one.span)


def _events(part: Fields) -> Iterator[Event]:
    for one in part.parts("events"):
        text = one.phrase("text")
        if when := one.period("when"):
            yield Event(when, text, one.span)
