"""The author's own sections: letters, texts, tables, pictures, awards, chronicles, voices, an index, a form. Nodes in; the model out.

Most kinds reduce to blocks, so that page and slide need no word for them: awards and a chronicle are tables whose heads the program
writes, voices are quotations with their speakers. What a kind has beside its blocks stands in its own fields.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from generator.content import pictures
from generator.content.chapters import tell_namesakes, told
from generator.content.exhibits import LETTER
from generator.content.figures.period_kind import PeriodKind
from generator.content.model import Indicator, Letter, Paragraph, Phrase, Question, Section, TextTable, Words
from generator.content.nodes import Scalar
from generator.content.schema import SECTIONS
from generator.content.slip import Slip
from generator.content.slips.spelling import did_you_mean
from generator.diagnostics import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.content.fields import Fields
    from generator.content.figures.period import Period
    from generator.content.model import Block
    from generator.diagnostics import Span

CHRONICLE, INDEX, FEEDBACK = "chronicle", "index", "feedback"
ABOUT, OVERVIEW, THEMES, CLOSING = "about", "overview", "themes", "closing"
FIXED = (ABOUT, OVERVIEW, THEMES, "history", "outlook", CLOSING)
"""The parts of the format, in their order."""
LAST = (INDEX, FEEDBACK)
"""Kinds that stand last of all unless the author says otherwise."""
AWARDS = {"when": "时间", "name": "奖项", "to": "获奖者", "by": "授予单位"}
"""Columns of the table of awards, by the keys whose words they hold; one without any is left out."""
MONTHS = ("时间", "大事")
DAY = "大事的日期"
"""Why the day of an event stands there."""


def sections(root: Fields) -> tuple[Section, ...]:
    """Return the sections of the content's own, as far as their kind is known."""
    parts = tuple(part for part in root.parts("sections") if part.text("kind") in SECTIONS)
    tell_namesakes(parts, "duplicate-section.again", "duplicate-section.first")
    return tuple(_section(part) for part in parts)


def _section(part: Fields) -> Section:
    kind = part.text("kind")
    return replace(
        told(part, tuple(_blocks(part, kind))),
        kind=kind,
        letter=_letter(part) if kind == LETTER else None,
        index=tuple(_indicators(part)),
        questions=tuple(_questions(part)),
        reply=part.phrase_or_none("reply"),
    )


def _blocks(part: Fields, kind: str) -> Iterator[Block]:
    """Yield a section's text, and after it what its kind is about."""
    yield from part.blocks("text")
    tables = part.blocks("table")
    yield from tables
    if part.scalar("table") and not any(isinstance(one, TextTable) for one in tables):
        part.refuse("table", said("bad-section.no-table"), said("bad-section.write-table"))
    yield from (made for one in part.parts("pictures") if (made := pictures.picture(one)))
    yield from _awards(part)
    yield from _chronicle(part) if kind == CHRONICLE else ()
    for one in part.parts("quotations"):
        yield Paragraph("quote", one.phrase("text"))
        yield Paragraph("speaker", one.phrase("who"))


def _letter(part: Fields) -> Letter:
    portrait, signature = pictures.picture(part.part("portrait")), pictures.picture(part.part("signature"))
    return Letter(part.phrase("by"), part.phrase("office"), portrait, signature, part.phrase_or_none("brief"))


def _awards(part: Fields) -> Iterator[TextTable]:
    awards = tuple(part.parts("awards"))
    keys = [key for key in AWARDS if any(one.scalar(key) for one in awards)]
    if awards and keys:
        head = tuple(_own(AWARDS[key], part.span) for key in keys)
        rows = tuple(tuple(one.phrase(key) for key in keys) for one in awards)
        yield TextTable(None, head, rows, ("",) * len(keys), part.span)


def _chronicle(part: Fields) -> Iterator[TextTable]:
    """Yield the events in order of time as a table: the month stands where it begins, the year with the first of its months."""
    held = [(when, one) for one in part.parts("events") if (when := one.period("when")) and _by_month(one, when)]
    held.sort(key=lambda pair: pair[0].order)
    rows, year = list[tuple[Phrase, ...]](), 0
    for (of, month), events in groupby(held, key=lambda pair: _month(pair[0])):
        label = f"{month}月" if of == year else f"{of}年{month}月"
        for at, (when, one) in enumerate(events):
            dated = when.kind is PeriodKind.DAY and when.start
            day = (Words(f"{dated.day}日", one.span, exempt=DAY), Words("　", one.span)) if dated else ()
            text = one.phrase("text")
            rows.append((_own("" if at else label, one.span), Phrase((*day, *text.nodes), text.span)))
        year = of
    if rows:
        yield TextTable(None, tuple(_own(word, part.span) for word in MONTHS), tuple(rows), ("", ""), part.span)


def _by_month(part: Fields, when: Period) -> bool:
    """Tell whether a period lies in one month, and refuse it where it does not."""
    if when.start and when.end and _month(when) == (when.end.year, when.end.month):
        return True
    part.refuse("when", said("bad-section.no-month", period=str(when)), said("bad-section.write-month"))
    return False


def _month(when: Period) -> tuple[int, int]:
    return (when.start.year, when.start.month) if when.start else (0, 0)


def _own(text: str, span: Span) -> Phrase:
    """Return words that the program writes."""
    return Phrase((Words(text, span),) if text else (), span)


def _indicators(part: Fields) -> Iterator[Indicator]:
    for one in part.parts("rows"):
        where = tuple((node.text.strip(), node.span) for node in one.items("where") if isinstance(node, Scalar) and node.text)
        yield Indicator(one.phrase("code"), one.phrase("name"), where, one.span)


def _questions(part: Fields) -> Iterator[Question]:
    for one in part.parts("questions"):
        lines = one.text("lines")
        yield Question(one.phrase("text"), one.phrases("options"), int(lines) if lines.isdecimal() else 0, one.span)


def order(root: Fields, own: tuple[Section, ...]) -> tuple[str, ...]:
    """Return all parts in order, by the keys of their paths: as the author has them, else letters first and index and form last."""
    keys = {**{one: one for one in FIXED}, **{one.name: f"sections[{one.name}]" for one in own}}
    there = {name for name in keys if name not in FIXED or root.mapping.get(name) is not None}
    if root.mapping.get("order") is None:
        return tuple(keys[name] for name in _usual(own))
    found: dict[str, Span] = {}
    for node in root.items("order"):
        if isinstance(node, Scalar) and node.text and _is_new(root, node, (there, found)):
            found[node.text.strip()] = node.span
    _tell_left_out(root, there, found)
    return tuple(keys[name] for name in (*found, *(one for one in _usual(own) if one in there and one not in found)))


def _usual(own: Iterable[Section]) -> tuple[str, ...]:
    letters, last = ([one.name for one in own if one.kind in kinds] for kinds in ((LETTER,), LAST))
    others = [one.name for one in own if one.kind not in (LETTER, *LAST)]
    return (ABOUT, *letters, OVERVIEW, THEMES, "history", "outlook", *others, *last, CLOSING)


def _is_new(root: Fields, node: Scalar, names: tuple[set[str], dict[str, Span]]) -> bool:
    """Tell whether a name of the order is that of a part which has not been named yet."""
    name, (there, found) = node.text.strip(), names
    if name not in there:
        near = did_you_mean(name, there)
        cure = said("hint.did-you-mean", cure=near) if near else said("bad-order.among", words=tuple(sorted(there)))
        root.reader.tell(Slip(said("bad-order.unknown", name=name), cure), node.span)
    elif name in found:
        root.reader.tell(Slip(said("bad-order.again", name=name), said("bad-order.first", line=found[name].line)), node.span)
    elif name == ABOUT and found:
        root.reader.tell(Slip(said("bad-order.about"), said("bad-order.about-first")), node.span)
    else:
        return True
    return False


def _tell_left_out(root: Fields, there: Iterable[str], found: Iterable[str]) -> None:
    """Tell the parts that an order leaves out; what this summary is stands first by itself."""
    missing = sorted(set(there) - set(found) - {ABOUT})
    key = root.mapping.key("order")
    if missing and key:
        root.reader.tell(Slip(said("bad-order.missing", names=tuple(missing)), said("bad-order.add")), key.span)
