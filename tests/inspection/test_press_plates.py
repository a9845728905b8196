"""Fields painted over one another in every way of overprinting: the plates hold what Ghostscript's separations hold.

One file of many small pages, so that Ghostscript starts once: rectangles, discs and clips in CMYK, gray and inks of a name, with and
without overprint, in both modes.
"""

from __future__ import annotations

import random

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from generator.inspection.audit.press.plates import Plates, heaviest
from generator.inspection.audit.press.reading import opened
from tests.inspection.press_readers import separations

SIDE, PAGES, FIELDS = 72, 60, 6
SHADES = (0, 0.2, 0.5, 0.9, 1)


def content(chance: random.Random) -> bytes:
    return "\n".join(field(chance) for _ in range(FIELDS)).encode()


def field(chance: random.Random) -> str:
    state = chance.choice(["/No gs", "/Zero gs", "/One gs"])
    x, y, wide, high = chance.randrange(40), chance.randrange(40), chance.randrange(8, 40), chance.randrange(8, 40)
    shape = chance.choice(
        [
            f"{x} {y} {wide} {high} re f",
            f"{x} {y} m {x + wide} {y} l {x} {y + high} l f",
            f"{x} {y} {wide} {high} re {x + 5} {y + 5} {wide - 7} {high - 7} re f*",
            f"{x} {y} m {x} {y + high} {x + wide} {y + high} {x + wide} {y} c f",
            f"{x} {y} {wide} {high} re W n 0 0 {SIDE} {SIDE} re f",
        ]
    )
    return f"q {state} {colour(chance)} {shape} Q"


def colour(chance: random.Random) -> str:
    def shade() -> float:
        return chance.choice(SHADES)

    return chance.choice(
        [
            f"{shade()} {shade()} {shade()} {shade()} k",
            f"{shade()} {shade()} {shade()} {shade()} k",
            f"{shade()} g",
            f"/Black cs {shade()} scn",
            f"/Two cs {shade()} {shade()} scn",
            f"/All cs {shade()} scn",
        ]
    )


@pytest.fixture(scope="module")
def scattered(tmp_path_factory):
    """A file of pages on which fields lie over one another."""
    chance = random.Random(11)  # noqa: S311 - a scatter, no secret
    path = tmp_path_factory.mktemp("plates") / "scattered.pdf"
    with pikepdf.new() as pdf:
        one = pdf.make_indirect(Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 0, 0, 1], N=1))
        two = pdf.make_stream(b"{ 0 0 }", FunctionType=4, Domain=[0, 1, 0, 1], Range=[0, 1] * 4)
        resources = Dictionary(
            ExtGState=Dictionary(
                No=Dictionary(OP=False, op=False, OPM=0), Zero=Dictionary(OP=True, op=True, OPM=0), One=Dictionary(OP=True, op=True, OPM=1)
            ),
            ColorSpace=Dictionary(
                Black=Array([Name.Separation, Name.Black, Name.DeviceCMYK, one]),
                All=Array([Name.Separation, Name.All, Name.DeviceCMYK, one]),
                Two=Array([Name.DeviceN, Array([Name.Cyan, Name.Magenta]), Name.DeviceCMYK, two]),
            ),
        )  # fmt: skip
        for _ in range(PAGES):
            pdf.add_blank_page(page_size=(SIDE, SIDE))
            pdf.pages[-1].Resources = resources
            pdf.pages[-1].Contents = pdf.make_stream(content(chance))
        pdf.save(path)
    return path


def test_the_most_ink_of_every_page_is_that_of_the_separations(scattered, tool, tmp_path) -> None:
    tool("gs")
    theirs = [float(sum(plates.values()).max()) for plates in separations(scattered, tmp_path)]
    with opened(scattered) as file:
        own = [heaviest(sheet).total for sheet in file.sheets]
    assert len(own) == len(theirs) == PAGES
    assert [(at, one, other) for at, (one, other) in enumerate(zip(own, theirs, strict=True), 1) if abs(one - other) > 1.5] == []


def test_every_plate_is_inked_where_the_separations_are(scattered, tool, tmp_path) -> None:
    tool("gs")
    with opened(scattered) as file:
        for sheet, theirs in zip(file.sheets, separations(scattered, tmp_path), strict=True):
            plates = Plates(sheet.edge)
            for mark in sheet.printed():
                plates.lay(mark)
            grid = np.frombuffer(bytes(plates.grid), np.uint8).reshape(plates.height, plates.width)[::-1]
            for name, plate in theirs.items():
                shades = np.array([100 * dict(stack).get(name, 0) for stack in plates.stacks])
                assert abs(shades[grid].mean() - plate.mean()) < 4, (
                    sheet.number,
                    name,
                )  # its dots are a third larger, and painted wherever they are touched
