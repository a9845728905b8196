"""The harness: contents built once, copies altered by chance with a fixed seed, what is found in each, and the tally."""

from __future__ import annotations

import tempfile
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import NamedTuple

from generator import composition, making, pipeline
from generator.charts.drawings import Drawings
from generator.inspection.verdict import Expected
from generator.shape import Shape
from tests.planting.cells import Cells
from tests.planting.model import ANY, DECK, FIGURES, FILES, HANDOUT, HARMLESS, NUMBER, PRINT, REPORT, SLIDES, Kind
from tests.planting.paper import Paper
from tests.planting.pictured import pictured
from tests.planting.slides import Slides

HERE = Path(__file__).parent
TEMPLATE = HERE.parent / "template" / "decks" / "pptxgenjs.pptx"
"""A company's deck, for what is done to decks built into one."""
CONTENTS = {"own": HERE / "content.yaml", "gallery": pipeline.GALLERY, "sample": HERE.parent.parent / "content.yaml"}
PICTURED = "pictured"
"""The content with pictures, which is written when it is asked for."""
OPENED = {REPORT: Paper, DECK: Slides, FIGURES: Cells, SLIDES: Paper, HANDOUT: Paper, PRINT: Paper}
ALL = frozenset(FILES)

TWO_O_CLOCK = 14 * 60


class Found(NamedTuple):
    """A difference as it was told: its matter, its place, and the words."""

    matter: str
    place: str
    message: str


class Desk(NamedTuple):
    """A content's finished files, and what they are proved against."""

    name: str
    folder: Path
    layouts: composition.Layouts
    expected: Expected

    @classmethod
    def open(cls, name: str, folder: Path, template: Path | None = None) -> Desk:
        made_for = Shape(begins=TWO_O_CLOCK, template=template)
        content = CONTENTS[name] if name != PICTURED else pictured(folder / PICTURED)
        layouts = composition.lay_out(content, Drawings(), lambda _stage: None, ALL, made_for)
        folder.mkdir(parents=True, exist_ok=True)
        making.write(layouts, folder, ALL, lambda _stage: None)
        return cls(name, folder, layouts, making.expected(layouts, ALL))


Finder = Callable[[Desk, Path, str], list[Found]]
"""Told a desk, a folder with an altered output and that output's name, returns what is found in it."""


class Planted(NamedTuple):
    """An alteration that was made, and what was found of it."""

    kind: Kind
    desk: str
    seed: int
    found: tuple[Found, ...]
    seconds: float

    def __str__(self) -> str:
        """Return what a person wants to see of an alteration that was missed or told in another class."""
        told = "; ".join(f"{one.matter}: {one.message}" for one in self.found[:2])[:160]
        return f"{'told' if self.is_found else 'UNSEEN'} {self.kind.due:10} {self.kind.name} ({self.desk}/{self.seed}) {told}"

    @property
    def is_found(self) -> bool:
        return any(one.matter != CRASH for one in self.found)

    @property
    def is_right(self) -> bool:
        """Whether it was told in its class: a number as one, wording and looks as anything but a number."""
        told = {one.matter for one in self.found} - {CRASH}
        if self.kind.due == HARMLESS:
            return NUMBER not in told
        return bool(told) and (self.kind.due == ANY or (NUMBER in told) is (self.kind.due == NUMBER))


def alter(kind: Kind, desk: Desk, seed: int, folder: Path) -> bool:
    """Write a copy of one output with one alteration; False when the content has no place for it."""
    file = FILES[kind.output]
    package = OPENED[kind.output](desk.folder / file)
    package.names = frozenset(word for one in desk.expected.ledger.entries for word in (one.figure, one.means))
    rng = Random(zlib.crc32(f"{kind.name} {desk.name} {seed}".encode()))  # noqa: S311 - chance that must come again
    if not kind.alter(rng, package):
        return False
    package.save(folder / file)
    return True


def plant(kind: Kind, desk: Desk, seed: int, find: Finder) -> Planted | None:
    """Make an alteration and look for it; None when the content has no place for it."""
    with tempfile.TemporaryDirectory() as name:
        folder, began = Path(name), time.perf_counter()
        if not alter(kind, desk, seed, folder):
            return None
        found = tuple(_looked(find, desk, folder, kind.output))
        return Planted(kind, desk.name, seed, found, time.perf_counter() - began)


CRASH = "crash"
"""The matter of a finder that broke down, which finds nothing."""


def _looked(find: Finder, desk: Desk, folder: Path, output: str) -> list[Found]:
    try:
        return find(desk, folder, output)
    except Exception as fault:  # noqa: BLE001 - whatever breaks down is a line of the table
        return [Found(CRASH, "", repr(fault))]


def rounds(kinds: Iterable[Kind], desks: list[Desk], find: Finder, count: int) -> Iterator[Planted]:
    """Make alterations, kind by kind and desk by desk with one seed after the other, until there are so many."""
    kinds, made, seed = list(kinds), 0, 0
    barren: set[tuple[str, str]] = set()
    while made < count and len(barren) < len(kinds) * len(desks):
        for number, kind in enumerate(kinds):
            desk = desks[(number + seed) % len(desks)]
            if (kind.name, desk.name) in barren or made >= count:
                continue
            planted = plant(kind, desk, seed, find)
            if planted is None:
                barren.add((kind.name, desk.name))
                continue
            made += 1
            yield planted
        seed += 1


@dataclass
class Tally:
    """What became of alterations, kind by kind."""

    planted: list[Planted] = field(default_factory=list)

    def rows(self) -> Iterator[str]:
        """Return a line for each kind: how many were made, found and told in their class, and the first that was not."""
        for name in dict.fromkeys(one.kind.name for one in self.planted):
            mine = [one for one in self.planted if one.kind.name == name]
            found, right = sum(one.is_found for one in mine), sum(one.is_right for one in mine)
            missed = next((one for one in mine if not one.is_found), next((one for one in mine if not one.is_right), None))
            yield f"{len(mine):4} {found:4} {right:4}  {mine[0].kind.due:10} {name}" + (
                f"  {missed.desk}/{missed.seed}" if missed else ""
            )

    def sums(self) -> str:
        found, right = sum(one.is_found for one in self.planted), sum(one.is_right for one in self.planted)
        slowest = max((one.seconds for one in self.planted), default=0)
        mean = sum(one.seconds for one in self.planted) / max(len(self.planted), 1)
        kinds = len({one.kind.name for one in self.planted})
        return f"{len(self.planted)} alterations of {kinds} kinds: {found} found, {right} in their class; {mean:.2f} s each, {slowest:.2f} s at most"
