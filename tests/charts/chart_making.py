"""Charts by hand, and a ruler for what was drawn."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import count

from generator.content.figures.period import Period, read
from generator.document.model import Chart, Datum, Event, Number, Pair, Phrase, Run, Talk
from generator.drawing import Box, CurveTo, Disc, Drawing, Group, Item, LineTo, MoveTo, Path, TextRun
from generator.fonts.library import Library
from generator.units import Point, Rect

SCALES = {"": 1, "万": 10**4, "亿": 10**8}
PRINTED = re.compile(r"(近|约|超过|超|−)?([\d.,]*)([多余])?(万|亿)?(.*)")
serial = count(1)
ORIGIN = Point(0, 0)
COUNTERS = tuple("个名家所")


@cache
def library() -> Library:
    return Library.open()


def words(text: str) -> tuple[Run, ...]:
    return (Run(text),) if text else ()


def number(printed: str) -> Number:
    qualifier, digits, approx, scale, noun = (part or "" for part in PRINTED.fullmatch(printed).groups())
    value = Decimal(digits.replace(",", "")) if digits else None
    if value is not None and qualifier == "−":
        qualifier, digits, value = "", "−" + digits, -value
    amount = None if value is None else value * SCALES[scale]
    counted = noun if digits else noun.lstrip("数几百千万亿")
    unit = counted[0] if counted[:1] in COUNTERS else counted
    return Number(f"use-{next(serial)}", qualifier, digits, approx + scale + noun, value, amount, scale, unit)


def datum(
    printed: str, label: str = "", *, figure: str = "", period: str = "2020年", scope: str = "", kind: str = "期间数"
) -> Datum:
    name = label or "某数"
    key = figure or f"{name}{next(serial)}"
    return Datum(
        key,
        words(name),
        words(name),
        number(printed),
        words(period),
        words(scope),
        kind,
        (),
        computed=False,
        origin=key,
        when=(when,) if isinstance(when := read(period, "3月31日"), Period) else (),
    )


BARE = {"reason": "", "series": (), "whole": None, "axis": ""}


def chart(kind: str, *data: Datum, **more) -> Chart:
    talk = Talk((), "", (), (), ())
    fields = (
        {"result": None, "pairs": (), "events": (), "measure": "数量 · 个", "message": words("一句话"), "note": ""} | BARE | more
    )
    return Chart(
        kind, Phrase(fields["message"], "message"), words(fields["measure"]), data, fields["result"], fields["pairs"],
        fields["events"], (), words(fields["note"]), talk, "chart", fields["series"], fields["whole"], fields["axis"],
        words(fields["reason"]),
    )  # fmt: skip


def pair(name: str, then: Datum, now: Datum, multiple: str = "", remark: str = "") -> Pair:
    return Pair(words(name), then, now, number(multiple) if multiple else None, words(remark), f"pair-{name}")


def event(period: str, year: int, text: str) -> Event:
    return Event(words(period), year, words(text), f"event-{year}")


# The ruler


@dataclass(frozen=True)
class Ink:
    """Where a text's glyphs leave ink, which block it belongs to, and what it says."""

    box: Rect
    block: int
    text: str


def flat(items: tuple[Item, ...], at: Point = ORIGIN, block: int = 0):
    for place, item in enumerate(items):
        if isinstance(item, Group):
            yield from flat(item.items, at.moved(item.at.x, item.at.y), block * 1000 + place + 1)
        else:
            yield item, at, block


def runs(drawing: Drawing) -> list[TextRun]:
    return [item for item, _, _ in flat(drawing.items) if isinstance(item, TextRun)]


def inked(drawing: Drawing) -> list[Ink]:
    return [
        Ink(box, block, item.text)
        for item, at, block in flat(drawing.items)
        if isinstance(item, TextRun)
        for box in glyph_boxes(item, at)
    ]


def glyph_boxes(run: TextRun, at: Point):
    for glyph in run.glyphs:
        left, foot, right, top = (round(side * run.size / 1000) for side in library().face(run.face).box(glyph.id))
        if right > left and top > foot:
            x, y = run.origin_point.x + at.x + glyph.x, run.origin_point.y + at.y - glyph.y
            yield Rect(x + left, y - top, right - left, top - foot)


def points(path: Path):
    for segment in path.segments:
        if isinstance(segment, MoveTo | LineTo):
            yield segment.to
        elif isinstance(segment, CurveTo):
            yield from (segment.control_1, segment.control_2, segment.to)


def marks(drawing: Drawing) -> list[Rect]:
    """The rectangles of everything but text."""
    found = []
    for item, at, _ in flat(drawing.items):
        if isinstance(item, Box | Disc):
            found.append(item.rect.moved(at.x, at.y))
        elif isinstance(item, Path):
            places = list(points(item))
            left, top = min(p.x for p in places), min(p.y for p in places)
            found.append(Rect(left, top, max(p.x for p in places) - left, max(p.y for p in places) - top))
    return found


def overlap(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def collisions(drawing: Drawing) -> list[tuple[str, str]]:
    """Texts of different blocks whose ink meets."""
    boxes = sorted(inked(drawing), key=lambda ink: ink.box.x)
    found = []
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            if other.box.x >= one.box.right:
                break
            if one.block != other.block and overlap(one.box, other.box):
                found.append((one.text, other.text))
    return found


def said(drawing: Drawing, use: str) -> str:
    """What a use prints, run after run."""
    return "".join(run.text for run in runs(drawing) if run.use == use)
