"""The report for the screen and the one for the press, side by side: page for page the same texts and figures at the same places.

In: what was found in both files. Out: faults, each with its page. Places are from the trim's top left, and only what lies in it counts:
colours are each file's own, links the screen's alone, bleed and marks the press's. Files of two trims are set anew and not compared.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from generator.diagnostics import said
from generator.inspection.verdict import Site, whole
from generator.outputs import PRINT
from generator.statement.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Words
    from generator.inspection.charge import Charge
    from generator.statement.model import Sheet, Statement, Thing

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, width and height in points."""

ITEMS = frozenset({Kind.TEXT, Kind.MARK})
NEAR = 0.02
"""Points by which places may differ: rounding in two files."""
CLOSE = 0.05
"""Points by which the sizes of two pages of one format may differ, and by which a thing must reach into its page."""


class Item(NamedTuple):
    """What is compared of a text or a mark: its words, where it stands in the trim, and how large it is."""

    kind: Kind
    words: str
    shape: str
    places: tuple[float, ...]


def prove_alike(screen: Statement, press: Statement, charge: Charge) -> None:
    """Tell where the two editions are not the same."""
    if len(screen.sheets) != len(press.sheets):
        counts = {"screen": len(screen.sheets), "press": len(press.sheets)}
        charge.fault(said("editions-differ.pages", **counts), whole(PRINT), None, charge.edited)
        return
    for one, other in zip(screen.sheets, press.sheets, strict=True):
        if _is_cut_alike(one, other) and (says := _difference(one, other)):
            charge.fault(says, Site(PRINT, other.number, other.number).place(), None, charge.edited)


def _difference(screen: Sheet, press: Sheet) -> Words | None:
    """Return the first thing in which two pages differ, in words; None where they are the same."""
    for one, other in zip_longest(_items(screen), _items(press)):
        if one is None or other is None or not _is_same(one, other):
            return said("editions-differ.item", screen=_told(one), press=_told(other))
    return None


def _told(item: Item | None) -> Words:
    if item is None:
        return said("fact-value.none")
    return said("thing.called", text=item.words) if item.words else said("thing.mark")


def _is_same(one: Item, other: Item) -> bool:
    near = len(one.places) == len(other.places) and all(
        abs(here - there) <= NEAR for here, there in zip(one.places, other.places, strict=True)
    )
    return near and one[:3] == other[:3]


def _items(sheet: Sheet) -> Iterator[Item]:
    trim = _trim(sheet)
    return (_item(thing, trim) for thing in sheet.things if thing.kind in ITEMS and _is_within(thing, trim))


def _item(thing: Thing, trim: Box) -> Item:
    left, top, width, height = trim
    shape, xs, ys = _outline(thing)
    across, down = [x - left for x in xs], [y - top for y in ys]
    if thing.kind is Kind.MARK:
        across, down = [min(max(x, 0), width) for x in across], [min(max(y, 0), height) for y in down]
    sizes = tuple(float(str(value)) for run in thing.runs for name, value in run.facts if name == "size")
    return Item(thing.kind, thing.text, shape, (*across, *down, *sizes, thing.number("weight")))


def _outline(thing: Thing) -> tuple[str, tuple[float, ...], tuple[float, ...]]:
    """Return the steps of a mark or the faces of a text, and its places across and down."""
    if thing.kind is Kind.MARK:
        found = thing.fact("outline", ("", (), ()))
        assert isinstance(found, tuple)
        steps, xs, ys = found
        return str(steps), _numbers(xs), _numbers(ys)
    faces = " ".join(str(value) for run in thing.runs for name, value in run.facts if name == "face")
    return faces, _numbers(thing.fact("xs", ())), (thing.number("y"),)


def _numbers(value: object) -> tuple[float, ...]:
    return tuple(float(one) for one in value) if isinstance(value, tuple) else ()


def _is_within(thing: Thing, trim: Box) -> bool:
    """Tell whether any of a thing lies in the trim: of a mark its box, of a text the line from where it begins to where it ends."""
    left, top, width, height = trim
    x, y = thing.number("x"), thing.number("y")
    far = thing.number("right") if thing.kind is Kind.TEXT else x + thing.number("width")
    foot = y if thing.kind is Kind.TEXT else y + thing.number("height")
    return x < left + width - CLOSE and far > left + CLOSE and y < top + height - CLOSE and foot > top + CLOSE


def _trim(sheet: Sheet) -> Box:
    """Return where the page lies on its sheet, from the top left, and its size; all of it where it is not cut."""
    told = dict(sheet.facts)
    width, height, box = float(str(told["width"])), float(str(told["height"])), told.get("trim")
    if not isinstance(box, tuple):
        return 0.0, 0.0, width, height
    left, low, right, high = _numbers(box)
    return left, height - high, right - left, high - low


def _is_cut_alike(one: Sheet, other: Sheet) -> bool:
    return all(abs(here - there) <= CLOSE for here, there in zip(_trim(one)[2:], _trim(other)[2:], strict=True))
