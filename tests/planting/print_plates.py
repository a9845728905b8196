"""Alterations of the file for the press that a screen hardly shows: plates, overprinting, boxes, the profile, marks in the wrong place."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

import pikepdf

from tests.planting.model import ANY, APPEARANCE, NUMBER, PRINT, Table, shuffled
from tests.planting.paper import Paper

planted = Table(PRINT)

OVER, BLACK = "/Over gs", "0 0 0 1 k"


def row_changed(pattern: str, new: Callable[[re.Match[str]], str]) -> Callable[[Random, Any], bool]:
    """Return the alteration of one row of operators, on a page of chance."""

    def alter(rng: Random, paper: Paper) -> bool:
        found = [(sheet, at) for sheet in paper.sheets for at, row in enumerate(sheet.rows) if re.fullmatch(pattern, row)]
        for sheet, at in shuffled(rng, found)[:1]:
            match = re.fullmatch(pattern, sheet.rows[at])
            assert match
            sheet.rows[at] = new(match)
            sheet.changed = True
            return True
        return False

    return alter


PLATES = r"([\d.]+) ([\d.]+) ([\d.]+) (0?\.?[1-9][\d.]*) k"
ROWS = (
    ("black on four plates", re.escape(BLACK), lambda _: ".6 .5 .5 1 k", "black is laid on all plates"),
    ("black as gray", re.escape(BLACK), lambda _: "0 g", "black is a gray that overprints nothing"),
    ("black as RGB", re.escape(BLACK), lambda _: ".12 .11 .11 rg", "black is a colour of the screen"),
    ("two plates exchanged", r"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) k", lambda m: f"{m[4]} {m[3]} {m[2]} {m[1]} k", "cyan and black are exchanged"),
    ("a plate fainter", PLATES, lambda m: f"{m[1]} {m[2]} {m[3]} {float(m[4]) / 2:g} k", "black is half as strong"),
    ("overprinting gone", re.escape(OVER), lambda _: "/Knock gs", "black knocks out what is under it"),
    ("overprinting everywhere", "/Knock gs", lambda _: OVER, "a colour or white overprints"),
    ("a mark on one plate", "/All CS 1 SCN", lambda _: "0 0 0 1 K", "crop and registration marks are black alone"),
    ("a thinner line", r"[\d.]+ w", lambda _: "2 w", "a line is thicker"),
)  # fmt: skip
"""What becomes of one row."""
PALE = frozenset({"two plates exchanged", "a plate fainter"})
"""Where a number may be as good as gone."""

for _name, _pattern, _new, _says in ROWS:
    planted.add(_name, ANY if _name in PALE else APPEARANCE, row_changed(_pattern, _new), _says)


def box_changed(key: str, by: tuple[float, float, float, float]) -> Callable[[Random, Any], bool]:
    def alter(rng: Random, paper: Paper) -> bool:
        page = rng.choice(paper.sheets).page.obj
        page[key] = pikepdf.Array([float(edge) + step for edge, step in zip(page[key], by, strict=True)])
        return True

    return alter


BOXES = (
    ("a trim moved", "/TrimBox", (1, 0, 1, 0), "the trim lies a little to the right"),
    ("a trim larger", "/TrimBox", (-2, -2, 2, 2), "the trim is larger"),
    ("a bleed smaller", "/BleedBox", (3, 3, -3, -3), "the bleed is smaller"),
)
for _name, _key, _by, _says in BOXES:
    planted.add(_name, APPEARANCE, box_changed(_key, _by), _says)


@planted(APPEARANCE, "a page has no trim")
def a_trim_gone(rng: Random, paper: Paper) -> bool:
    del rng.choice(paper.sheets).page.obj["/TrimBox"]
    return True


@planted(APPEARANCE, "a page has an ArtBox beside its trim")
def an_art_box(rng: Random, paper: Paper) -> bool:
    page = rng.choice(paper.sheets).page.obj
    page.ArtBox = pikepdf.Array([*page.TrimBox])
    return True


@planted(APPEARANCE, "another profile is embedded")
def a_profile_exchanged(rng: Random, paper: Paper) -> bool:
    profile = paper.pdf.Root.OutputIntents[0].DestOutputProfile
    data = bytearray(profile.read_bytes())
    data[rng.randrange(len(data))] ^= 1
    profile.write(bytes(data))
    return True


@planted(APPEARANCE, "another condition is named")
def another_condition(_rng: Random, paper: Paper) -> bool:
    paper.pdf.Root.OutputIntents[0].OutputConditionIdentifier = pikepdf.String("FOGRA51")
    return True


@planted(APPEARANCE, "no condition is named")
def no_condition(_rng: Random, paper: Paper) -> bool:
    del paper.pdf.Root.OutputIntents
    return True


@planted(APPEARANCE, "a crop mark stands within the bleed")
def a_mark_within_the_bleed(rng: Random, paper: Paper) -> bool:
    sheet = rng.choice(paper.sheets)
    left, low, right, _ = map(float, sheet.page.trimbox)
    x = rng.choice([left + 3, right - 3])
    return sheet.paint(f"/All CS 1 SCN .25 w {x:g} {low - 4:g} m {x:g} {low + 9:g} l S")


@planted(NUMBER, "the slug counts another number of pages")
def another_count_in_the_slug(rng: Random, paper: Paper) -> bool:
    for sheet in shuffled(rng, paper.sheets):
        for text in sheet.texts:
            if match := re.search(r"(?<=共)\d+(?=页)", text.text):
                return text.put(match.start(), match.end(), str(int(match[0]) + 1))
    return False


KINDS = planted.kinds
