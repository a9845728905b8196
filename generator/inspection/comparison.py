"""The proof as a comparison: what layout stated and what the file says, both ways, each difference with what it is about.

In: two statements of an output. Out: differences. What is there and not stated is one, as is what is stated and not there. Lengths are
compared as closely as any program writes them; everything else must be equal, or read alike.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from generator.inspection.alignment import NEAR, Pair, sheets, things
from generator.inspection.deck.number_format import render
from generator.inspection.matter import BESIDE_NUMBERS, Change, Judge, Matter, fact_matter, read_aloud
from generator.statement.model import Facts, Kind, Run, Sheet, Statement, Thing, Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TOLERANCES = {
    "x": 0.5, "y": 0.5, "width": 0.5, "height": 0.5, "right": 0.5, "xs": 0.3, "outline": 0.5, "size": 0.11, "pitch": 0.11, "before": 0.11,
    "weight": 0.3, "box": 0.5, "margin": 0.5, "hanging": 0.5, "insets": 0.5, "dash": 0.3, "rise": 0.1, "room": 0.02,
    "value": 1e-9, "least": 1e-9, "most": 1e-9,
}  # fmt: skip
"""Points (values of charts: their own unit) by which a fact may differ: what rounding in other programs makes of it."""

SAID = frozenset({"actual", "seen", "link", "hover", "alt"})
"""Facts that are words: what copying gives, what is seen from left to right, where a word leads, what is said for a figure."""

INSTEAD = frozenset({"actual", "seen"})
"""Words that stand for those of the text itself, where they are others."""

OF_LETTERS = frozenset({"xs", "glyphs", "right"})
"""Facts of a line that follow from its letters: they change with the words."""

PROBES = tuple(map(Decimal, ("0", "1", "17.5", "1234567.891", "-42")))
"""Values for which a label must read alike when a presenter edits its cell."""

WHOLE = 0
"""The number of the sheet of what is said of an output as a whole."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference on a sheet: what it is about, the thing as stated and as found (None for none), and what of it changed.

    `words` tells that what is read changed, `whole_sheet` that it is the sheet itself that is gone, new or elsewhere.
    """

    matter: Matter
    sheet: int
    stated: Thing | None
    found: Thing | None
    changes: tuple[Change, ...] = ()
    words: bool = False
    whole_sheet: bool = False

    @property
    def either(self) -> Thing:
        """The thing as stated, or as found where it was not."""
        either = self.stated or self.found
        assert either is not None
        return either


def compare(stated: Statement, found: Statement, judge: Judge) -> tuple[Difference, ...]:
    """Return every difference of two statements of an output, the gravest first."""
    told = [*_compared(stated.itself, found.itself, WHOLE, judge)]
    for one, other in sheets(stated.sheets, found.sheets):
        told += _sheet(one, other, judge)
    return tuple(sorted(told, key=lambda one: one.matter))


def _sheet(stated: Sheet | None, found: Sheet | None, judge: Judge) -> Iterator[Difference]:
    if stated is None or found is None:
        lone = stated or found
        assert lone is not None
        grave = any(judge.matters(one.text) for one in lone.things)
        side = Thing(Kind.ENTRY, (Run(_title(lone)),), (), str(lone.number))
        yield Difference(
            Matter.NUMBER if grave else Matter.WORDING,
            lone.number,
            side if stated else None,
            side if found else None,
            whole_sheet=True,
        )
        return
    if stated.number != found.number:
        change = Change("number", str(stated.number), str(found.number))
        side = Thing(Kind.ENTRY, (Run(_title(found)),), (), str(found.number))
        yield Difference(Matter.WORDING, found.number, side, side, (change,), whole_sheet=True)
    yield from _ground(stated, found)
    yield from _compared(stated.things, found.things, found.number, judge)


_GRAVE = {"hidden": Matter.NUMBER, "motion": Matter.WORDING, "untagged": Matter.WORDING}


def _ground(stated: Sheet, found: Sheet) -> Iterator[Difference]:
    """Yield what changed of a sheet itself."""
    changes = tuple(_changed(stated.facts, found.facts))
    if changes:
        side = Thing(Kind.ENTRY, (Run(_title(found)),), (), str(found.number))
        matter = min(_GRAVE.get(one.name, Matter.APPEARANCE) if one.after else Matter.APPEARANCE for one in changes)
        yield Difference(matter, found.number, side, side, changes)


def _title(sheet: Sheet) -> str:
    return next((one.text for one in sheet.things if one.kind is Kind.TEXT), "")


def _compared(stated: Sequence[Thing], found: Sequence[Thing], number: int, judge: Judge) -> Iterator[Difference]:
    pairs = things(stated, found)
    if not pairs:
        return
    scene = _Scene(stated, found, pairs, judge, number)
    yield from (told for pair in pairs for told in scene.told(pair))


class _Scene:
    """A sheet with its pairs: what a difference is about depends on what else stands there."""

    def __init__(self, stated: Sequence[Thing], found: Sequence[Thing], pairs: Sequence[Pair], judge: Judge, number: int) -> None:
        self.stated, self.found, self.judge, self.number = stated, found, judge, number
        changed = [pair for pair in pairs if pair.stated and pair.found]
        self.texts = {one.stated.text for one in changed if one.stated and one.found and one.stated.text != one.found.text}
        self.moved = [one for one in changed if one.stated and one.found and _is_elsewhere(one.stated, one.found)]
        self.shifts = _shifts(self.moved)

    def told(self, pair: Pair) -> Iterator[Difference]:
        if pair.stated and pair.found:
            yield from self._both(pair.stated, pair.found, moved=pair.moved)
        elif pair.stated:
            yield Difference(self._gone(pair.stated), self.number, pair.stated, None)
        elif pair.found:
            yield Difference(self._new(pair.found), self.number, None, pair.found)

    def _both(self, stated: Thing, found: Thing, *, moved: bool) -> Iterator[Difference]:
        matter = Matter.APPEARANCE
        before, after = read_aloud(stated.runs), read_aloud(found.runs)
        words = before != after
        if words:
            matter = self._words(stated, before, after)
        changes = (*_changed(stated.facts, found.facts), *_look(stated.runs, found.runs))
        if stated.text != found.text:
            changes = tuple(one for one in changes if one.name not in OF_LETTERS)
        grave = [self._fact(stated, one) for one in changes]
        if self._is_exchanged(stated, found) or self._is_exchanged_in_place(stated, found) or self._is_shifted(stated, found):
            grave.append(Matter.NUMBER)
        if moved and not changes:
            changes = (Change("order", "", ""),)
            grave += [Matter.WORDING] if stated.kind is Kind.TAG else []
        if words or changes:
            yield Difference(min([matter, *grave]), self.number, stated, found, changes, words)

    def _fact(self, thing: Thing, change: Change) -> Matter:
        if change.name in SAID:
            own = thing.text if change.name in INSTEAD else ""
            return self.judge.words(change.before or own, change.after or own)
        return fact_matter(thing, change, self.judge)

    def _words(self, thing: Thing, before: str, after: str) -> Matter:
        if thing.kind in {Kind.CELL, Kind.SERIES, Kind.POINT} and (_is_number(before) or _is_number(after)):
            return Matter.NUMBER
        if thing.kind is Kind.TAG and thing.name:
            return Matter.WORDING
        if thing.kind is Kind.LINK or (thing.kind is Kind.ENTRY and thing.name not in READ_ENTRIES):
            return Matter.WORDING if thing.kind is Kind.LINK else ENTRIES.get(thing.name, Matter.APPEARANCE)
        if thing.kind is Kind.CELL and any(("bold", 1) in run.facts for run in thing.runs):
            return Matter.NUMBER
        if thing.kind is Kind.CELL and bool(BESIDE_NUMBERS.search(before)) != bool(BESIDE_NUMBERS.search(after)):
            return Matter.NUMBER
        return self.judge.words(before, after)

    def _is_exchanged_in_place(self, stated: Thing, found: Thing) -> bool:
        """Tell whether a text now stands where another did: numbers and their names are told by their places."""
        return stated.text != found.text and found.text in self.texts and stated.text in self.texts

    def _is_exchanged(self, stated: Thing, found: Thing) -> bool:
        """Tell whether a text was moved to where another one stood that was moved too."""
        if stated.kind is not Kind.TEXT or not _is_elsewhere(stated, found):
            return False
        others = ((one.stated, one.found) for one in self.moved if one.stated and one.found and one.stated is not stated)
        return any(_is_at(was, found) and _is_at(now, stated) for was, now in others)

    def _is_shifted(self, stated: Thing, found: Thing) -> bool:
        """Tell whether a part of a chart was moved and not its whole: a mark that lies elsewhere says another number."""
        if not stated.fact("chart") or not _is_elsewhere(stated, found):
            return False
        parts = sum(1 for one in self.stated if one.name == stated.name and one.fact("chart"))
        return set(self.shifts[stated.name].values()) != {parts}

    def _gone(self, thing: Thing) -> Matter:
        if thing.kind is Kind.MARK:
            return Matter.NUMBER if thing.fact("chart") and _is_painted(thing) else Matter.APPEARANCE
        if thing.kind is Kind.PICTURE:
            return Matter.NUMBER
        if thing.kind is Kind.TAG and not any(one.kind is Kind.TAG for one in self.found):
            return Matter.WORDING
        if thing.kind in {Kind.ALT, Kind.ENTRY, Kind.LINK}:
            return Matter.WORDING if thing.kind is not Kind.ENTRY or thing.name in READ_ENTRIES else Matter.APPEARANCE
        if thing.kind is Kind.CELL and not self._has_workbook(thing):
            return Matter.APPEARANCE
        return self._said(thing)

    def _has_workbook(self, cell: Thing) -> bool:
        """Tell whether any cell of the same workbook is there: some programs save a chart without the workbook that it came with."""
        book = cell.name.rpartition(" ")[0]
        return any(one.kind is Kind.CELL and one.name.rpartition(" ")[0] == book for one in self.found)

    def _said(self, thing: Thing) -> Matter:
        """Return what the coming or going of a thing that says something is about."""
        if thing.kind in {Kind.CHART, Kind.SERIES, Kind.POINT, Kind.PICTURE}:
            return Matter.NUMBER
        if thing.kind is Kind.ENTRY and thing.name == "annotation":
            over = thing.fact("kind") in PAINTED and any(_touches(thing, area) for area in self._numbers())
            return Matter.NUMBER if over or self.judge.matters(thing.text) else Matter.WORDING
        if thing.kind is Kind.ENTRY and thing.name not in READ_ENTRIES:
            return ENTRIES.get(thing.name, Matter.APPEARANCE)
        return Matter.NUMBER if self.judge.matters(thing.text) else Matter.WORDING

    def _new(self, thing: Thing) -> Matter:
        if thing.kind is Kind.TEXT and BESIDE_NUMBERS.search(thing.text) and self._is_beside_a_number(thing):
            return Matter.NUMBER
        if thing.kind is not Kind.MARK:
            return self._said(thing)
        if not _is_painted(thing):
            return Matter.APPEARANCE
        if thing.fact("chart"):
            return Matter.NUMBER
        return Matter.NUMBER if any(_touches(thing, area) for area in self._numbers()) else Matter.APPEARANCE

    def _is_beside_a_number(self, text: Thing) -> bool:
        place = (text.number("x"), text.number("y"))
        return any(
            left - _AROUND <= place[0] <= right + _AROUND and top <= place[1] <= foot
            for left, top, right, foot in self._numbers()
        )

    def _numbers(self) -> Iterator[tuple[float, float, float, float]]:
        """Yield where the texts that say numbers stand: left, top, right, bottom."""
        frame: Thing | None = None
        for one in self.found:
            if one.kind is Kind.MARK:
                frame = one
            elif one.kind is Kind.TEXT and self.judge.matters(one.text):
                yield _area(one, frame)


READ_ENTRIES = frozenset({
    "title", "subject", "section", "outline", "label", "keywords", "description", "sheet", "header", "footer", "comment", "validation",
})  # fmt: skip
"""What an output says of itself in words that readers see."""

ENTRIES = {
    "attachment": Matter.WORDING, "javascript": Matter.WORDING, "action": Matter.WORDING, "form": Matter.WORDING,
    "part": Matter.WORDING, "creator": Matter.WORDING, "revision": Matter.WORDING,
    "destination": Matter.WORDING, "hidden": Matter.NUMBER, "filtered": Matter.NUMBER, "conditional": Matter.NUMBER,
    "merged": Matter.NUMBER, "drawing": Matter.NUMBER, "object": Matter.NUMBER, "link": Matter.WORDING,
    "print-area": Matter.WORDING,
}  # fmt: skip
"""What the coming, going or change of other entries is about; of those not named here it is the looks."""

PAINTED = frozenset(
    {"Square", "Circle", "Line", "Ink", "Polygon", "PolyLine", "Stamp", "FreeText", "Redact", "Widget", "Watermark", "StrikeOut"}
)
"""Annotations that may lie over a number (ISO 32000-1, 12.5.6); a highlight shows it, a note stands beside."""

_AROUND = 6.0
"""Points beside a number in which a drawn mark is read with it: a stroke before it is a minus sign."""
_EMS = 0.6
"""The same in sizes of the number's letters, for those that are large."""


def _touches(mark: Thing, area: tuple[float, float, float, float]) -> bool:
    x, y = mark.number("x"), mark.number("y")
    right, bottom = x + mark.number("width"), y + mark.number("height")
    left, top, far, foot = area
    return x < far and right > left and y < foot and bottom > top


def _area(text: Thing, frame: Thing | None) -> tuple[float, float, float, float]:
    """Return where a text is read: a line from its baseline and edges, a paragraph by the frame that it is in, and a little beside."""
    x, y = text.number("x"), text.number("y")
    size = max((float(str(dict(run.facts).get("size", 0))) for run in text.runs), default=0.0)
    beside = max(_AROUND, _EMS * size)
    if text.fact("right"):
        return x - beside, y - size, text.number("right") + beside, y + size / 4
    if frame is not None and abs(frame.number("x") - x) < NEAR and abs(frame.number("y") - y) < NEAR:
        return x - beside, y, x + frame.number("width") + beside, y + frame.number("height")
    return x, y, x, y


def _is_painted(mark: Thing) -> bool:
    return bool(mark.fact("fill") or mark.fact("stroke") or mark.fact("shaded") or mark.fact("geometry") not in {"", "rect"})


def _is_elsewhere(one: Thing, other: Thing) -> bool:
    return not _is_at(one, other)


def _shifts(moved: Sequence[Pair]) -> dict[str, Counter[tuple[int, int]]]:
    """Return how many parts of each chart were moved by how far: all of them as one, or not."""
    found: dict[str, Counter[tuple[int, int]]] = defaultdict(Counter)
    for stated, other, _ in moved:
        if stated and other and stated.fact("chart"):
            across, down = (other.number(name) - stated.number(name) for name in ("x", "y"))
            found[stated.name][round(across / NEAR), round(down / NEAR)] += 1
    return found


def _is_at(one: Thing, other: Thing) -> bool:
    near = all(abs(one.number(name) - other.number(name)) <= NEAR for name in ("x", "y"))
    return near and one.fact("row", 0) == other.fact("row", 0)


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False


def _changed(before: Facts, after: Facts) -> Iterator[Change]:
    """Yield the facts that differ by more than any program's rounding."""
    if before == after:
        return
    old, new = dict(before), dict(after)
    for name in sorted(old.keys() | new.keys()):
        if not _alike(name, old.get(name), new.get(name)):
            yield Change(name, _shown(old.get(name)), _shown(new.get(name)))


def _alike(name: str, one: Value | None, other: Value | None) -> bool:
    if one == other:
        return True
    if name == "format" and isinstance(one, str) and isinstance(other, str):
        return all(render(one, probe) == render(other, probe) for probe in PROBES)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(_alike(name, a, b) for a, b in zip(one, other, strict=True))
    allowed = TOLERANCES.get(name)
    if allowed is None:
        return False
    try:
        return abs(float(str(one or 0)) - float(str(other or 0))) <= allowed
    except ValueError:
        return False


def _look(before: tuple[Run, ...], after: tuple[Run, ...]) -> Iterator[Change]:
    """Yield how the look of runs changed: character by character where the text is the same, else of the text as a whole."""
    if before == after:
        return
    old, new = _spread(before), _spread(after)
    same = len(old) == len(new)
    pairs = set(zip(old, new, strict=True)) if same else {(facts, other) for facts in old[:1] for other in new[:1]}
    told = {change for one, other in pairs for change in _changed(one, other)}
    yield from sorted(told)


def _spread(runs: tuple[Run, ...]) -> list[Facts]:
    return [run.facts for run in runs for _ in run.text]


def _shown(value: Value | None) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "、".join(map(_shown, value))
    return f"{value:g}" if isinstance(value, float) else str(value)
