"""A picture in a PDF is what was placed: its dots, its place, in the colours of each edition, and the inspector reads the same back."""

from __future__ import annotations

from dataclasses import replace

import pikepdf
import pytest

from generator.design.press import COATED, PrintJob
from generator.drawing import Group, Pixels, Role
from generator.inspection.comparison import compare
from generator.inspection.faces import Faces
from generator.inspection.matter import Judge, Matter
from generator.inspection.pdf.reader import read_pdf
from generator.inspection.pdf.statement import stated
from generator.layout.book.statement import of_book
from generator.layout.gray.edition import gray_edition
from generator.layout.press.edition import print_edition
from generator.outputs import GRAY, PRINT, REPORT
from generator.pictures.inks import ink_of
from generator.pictures.model import Vectors
from generator.pictures.packing import MOST_INK, on_plates
from generator.pictures.placing import figure
from generator.pictures.raster import read_raster
from generator.profiles import icc
from generator.statement.model import Kind
from generator.units import Point, Rect, Size, mm, pt
from generator.writers.pdf.document import rendered
from generator.writers.pdf.purpose import GRAYSCALE, SCREEN, for_press
from tests.pictures.drawn import quarters, saved, shaded, square
from tests.writers.pdf.pdf_sample import LIBRARY, book

PROFILE = icc.coated().data
PURPOSES = {REPORT: SCREEN, GRAY: GRAYSCALE, PRINT: for_press(COATED, PROFILE)}


def png(across: int = 400, down: int = 300) -> Pixels:
    return read_raster(saved(quarters(across, down)), "PNG")


def jpeg(across: int = 400, down: int = 300) -> Pixels:
    return read_raster(saved(shaded(across, down), "JPEG", quality=90), "JPEG")


HERE, THERE = Rect(mm(20), mm(20), mm(32), mm(24)), Rect(mm(80), mm(80), mm(32), mm(24))


def shown(pixels: Pixels, alt: str = "四色的田", at: Rect = HERE) -> Group:
    return figure(pixels, at, alt, "picture")


def edition(made, output: str):
    if output == PRINT:
        return print_edition(made, PrintJob(), PROFILE, LIBRARY)
    return gray_edition(made, ()) if output == GRAY else made


def things(made, output, folder):
    made = edition(made, output)
    path = folder / "pictures.pdf"
    path.write_bytes(rendered(made, LIBRARY, PURPOSES[output]))
    return of_book(made, LIBRARY, output), stated(read_pdf(path), Faces(LIBRARY.files()), output), path


def pictures(statement):
    return [thing for sheet in statement.sheets for thing in sheet.things if thing.kind is Kind.PICTURE]


@pytest.mark.parametrize("output", [REPORT, GRAY, PRINT])
@pytest.mark.parametrize(
    "pixels", [png(), jpeg(), png(1600, 1200), jpeg(1600, 1200)], ids=["png", "jpeg", "fine png", "fine jpeg"]
)
def test_a_picture_is_read_back_as_it_was_placed(pixels, output, tmp_path) -> None:
    due, found, _ = things(book((shown(pixels),)), output, tmp_path)
    assert [one._replace(origin="") for one in pictures(due)] == pictures(found) != []


def of_matter(due, found):
    return [one.matter for one in compare(due, found, Judge()) if one.sheet]


def test_a_figure_is_its_picture_and_its_words(tmp_path) -> None:
    due, found, _ = things(book((shown(png()),)), REPORT, tmp_path)
    assert of_matter(due, found) == []
    tags = [thing for thing in found.sheets[0].things if thing.kind is Kind.TAG]
    assert (Role.FIGURE.value, "四色的田") in [(tag.fact("role"), tag.fact("alt")) for tag in tags]
    assert any(thing.kind is Kind.ALT and thing.text == "四色的田" for sheet in found.sheets for thing in sheet.things)


@pytest.mark.parametrize(
    ("change", "matter"),
    [
        (lambda one: figure(jpeg(), one.items[0].rect, one.alt, one.origin), Matter.NUMBER),
        (lambda _: Group(()), Matter.NUMBER),
        (lambda one: replace(one, at=Point(mm(9), 0)), Matter.APPEARANCE),
        (lambda one: replace(one, alt="别的话"), Matter.WORDING),
    ],
    ids=["another", "gone", "moved", "other words"],
)
def test_a_picture_that_is_not_the_one_placed_is_found(change, matter, tmp_path) -> None:
    due, _, _ = things(book((shown(png()),)), REPORT, tmp_path)
    _, found, _ = things(book((change(shown(png())),)), REPORT, tmp_path)
    assert min(of_matter(due, found)) is matter


def test_a_new_picture_is_found(tmp_path) -> None:
    due, _, _ = things(book((shown(png()),)), REPORT, tmp_path)
    _, found, _ = things(book((shown(png()), shown(jpeg(), at=THERE))), REPORT, tmp_path)
    assert Matter.NUMBER in of_matter(due, found)


def test_a_jpeg_that_fits_is_kept_as_it_came(tmp_path) -> None:
    pixels = jpeg()
    *_, path = things(book((shown(pixels),)), REPORT, tmp_path)
    with pikepdf.open(path) as pdf:
        (one,) = pdf.pages[0].Resources.XObject.values()
        assert (one.Filter, one.read_raw_bytes()) == ("/DCTDecode", pixels.jpeg)


def test_a_picture_shown_twice_is_in_the_file_once(tmp_path) -> None:
    *_, path = things(book((shown(png()), shown(png(), at=THERE))), REPORT, tmp_path)
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages[0].Resources.XObject) == 1


@pytest.mark.parametrize(("output", "space"), [(REPORT, "/DeviceRGB"), (GRAY, "/DeviceGray"), (PRINT, "/DeviceCMYK")])
def test_each_edition_has_pictures_in_its_own_colours(output, space, tmp_path) -> None:
    *_, path = things(book((shown(png()),)), output, tmp_path)
    with pikepdf.open(path) as pdf:
        assert [one.ColorSpace for one in pdf.pages[0].Resources.XObject.values()] == [space]


@pytest.mark.parametrize("rgb", [(0, 0, 0), (20, 10, 5), (0, 0, 120), (90, 0, 90), (255, 255, 255), (128, 128, 128)])
def test_no_dot_has_more_ink_than_paper_takes(rgb) -> None:
    made = on_plates(Pixels(1, 1, bytes(rgb)), PROFILE)
    assert sum(made.data) * 100 / 255 <= MOST_INK


def test_shapes_print_by_their_plates_and_black_by_black_alone(tmp_path) -> None:
    black, red = ink_of((0, 0, 0)), ink_of((200, 30, 40))
    assert (black.cmyk, ink_of((255, 255, 255)).cmyk) == ((0, 0, 0, 100), (0, 0, 0, 0))
    due, found, _ = things(
        book((figure(Vectors(Size(pt(20), pt(20)), (square(),)), Rect(0, 0, mm(9), mm(9)), "方块"),)), PRINT, tmp_path
    )
    assert of_matter(due, found) == []
    marks = [one.fact("fill") for one in found.sheets[0].things if one.kind is Kind.MARK]
    assert marks[0] == " ".join(f"{plate}{share}" for plate, share in zip("CMYK", red.cmyk, strict=True))


def test_contours_within_contours_are_holes(tmp_path) -> None:
    outer, inner = square(), square(side=10)
    ring = replace(outer, segments=(*outer.segments, *inner.segments), evenodd=True)
    due, found, _ = things(book((Group((ring,), Point(mm(20), mm(20))),)), REPORT, tmp_path)
    assert of_matter(due, found) == []
    assert [one.fact("rule") for one in found.sheets[0].things if one.kind is Kind.MARK] == ["evenodd"]
