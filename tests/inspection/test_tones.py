"""Colours of a PDF, each told in its own space: gray, RGB, the four plates, inks of their own names, and what prints over what."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from generator.inspection.pdf.reader import read_pdf
from generator.statement.model import Thing

NAME = pikepdf.Name


def separation(pdf: pikepdf.Pdf, ink: str) -> pikepdf.Array:
    tint = pikepdf.Dictionary(
        FunctionType=2, Domain=pikepdf.Array([0, 1]), C0=pikepdf.Array([0] * 4), C1=pikepdf.Array([1] * 4), N=1
    )
    return pikepdf.Array([NAME.Separation, NAME(f"/{ink}"), NAME.DeviceCMYK, pdf.make_indirect(tint)])


def marks(tmp_path: Path, content: str) -> tuple[Thing, ...]:
    """What a page of 200 by 100 paints, with two inks of their own names and two settings of overprinting among its resources."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(200, 100))
    page.obj.Resources = pikepdf.Dictionary(
        ColorSpace=pikepdf.Dictionary(All=separation(pdf, "All"), Gold=separation(pdf, "Gold")),
        ExtGState=pikepdf.Dictionary(
            Over=pikepdf.Dictionary(OP=True, op=True, OPM=1),
            Both=pikepdf.Dictionary(OP=True),
            Lines=pikepdf.Dictionary(OP=True, op=False, OPM=1),
            Off=pikepdf.Dictionary(OP=False, op=False),
        ),
    )
    page.obj.Contents = pdf.make_stream(content.encode("ascii"))
    pdf.save(tmp_path / "page.pdf")
    (found,) = read_pdf(tmp_path / "page.pdf").pages
    return tuple(one for one in found.painted if isinstance(one, Thing))


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        ("", "gray 0"),
        ("0.451 g", "gray 115"),
        ("0.722 0.196 0.149 rg", "B83226"),
        ("0 0 0 1 k", "C0 M0 Y0 K100"),
        ("0.18 0.92 0.92 0.08 k", "C18 M92 Y92 K8"),
        ("0 0 0 0 k", "C0 M0 Y0 K0"),
        ("/DeviceCMYK cs", "C0 M0 Y0 K100"),
        ("/DeviceRGB cs", "000000"),
        ("/DeviceCMYK cs 0.5 0 0 0.125 sc", "C50 M0 Y0 K12.5"),
        ("/All cs", "All 100"),
        ("/All cs 0.4 scn", "All 40"),
        ("/Gold cs 1 scn", "Gold 100"),
        ("/Gold cs 1 scn 0 g", "gray 0"),
        ("/Pattern cs /P scn", "pattern"),
    ],
)
def test_each_colour_is_told_in_its_own_space(tmp_path: Path, colour: str, name: str) -> None:
    lines = " ".join(word if word.startswith("/") else word.upper() for word in colour.split())
    filled, stroked = marks(tmp_path, f"{colour} {lines} 0 0 5 5 re f 0 0 5 5 re S")
    assert filled.fact("fill") == name
    assert stroked.fact("stroke") == name


@pytest.mark.parametrize(
    ("state", "filled", "stroked"),
    [
        ("", None, None),
        ("/Over gs", 1, 1),
        ("/Both gs", 0, 0),
        ("/Lines gs", None, 1),
        ("/Over gs /Off gs", None, None),
        ("q /Over gs Q", None, None),
    ],
)
def test_what_prints_over_what_lies_beneath(tmp_path: Path, state: str, filled: int | None, stroked: int | None) -> None:
    (both,) = marks(tmp_path, f"{state} 0 0 0 1 k 0 0 5 5 re B")
    told = dict(both.facts)
    assert told.get("overprint") == filled
    assert told.get("stroke_overprint") == stroked
