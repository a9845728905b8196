"""A picture in a deck is what was placed, on slides and on the master: one part a picture, read back by zip and XML alone."""

from __future__ import annotations

import zipfile
from dataclasses import replace

import pptx
import pytest

from generator.drawing import Drawing
from generator.fonts.library import Library
from generator.inspection.comparison import compare
from generator.inspection.deck.reader import read_deck
from generator.inspection.matter import Judge, Matter
from generator.layout.deck.slide import DrawingBox, PictureBox
from generator.layout.deck.statement import of_deck
from generator.pictures.raster import read_raster
from generator.statement.model import Kind
from generator.units import Rect, Size, pt
from generator.writers.pptx.package import write
from tests.pictures.drawn import quarters, saved, shaded, square
from tests.writers.pptx.handmade_deck import made_deck

LIBRARY = Library.open()
PNG = read_raster(saved(quarters()), "PNG")
JPEG = read_raster(saved(shaded(80, 60), "JPEG"), "JPEG")
AT = Rect(pt(640), pt(200), pt(120), pt(90))


def with_pictures():
    deck = made_deck()
    first, second, *others = deck.slides
    boxes = (PictureBox("图片", AT, PNG, "四色的田", "here"), PictureBox("图片 2", AT.moved(0, pt(120)), JPEG, ""))
    first = replace(first, items=(*first.items, *boxes))
    second = replace(second, items=(*second.items, replace(boxes[0], name="图片")))
    logo = PictureBox("标志", Rect(pt(700), pt(20), pt(40), pt(30)), PNG, "", "report.logo")
    drawn = DrawingBox("标志", Rect(pt(760), pt(20), pt(40), pt(40)), Drawing(Size(pt(20), pt(20)), (square(),), ""), "")
    plain, *more = deck.master.layouts
    master = replace(deck.master, layouts=(replace(plain, pictures=(logo, drawn)), *more))
    return replace(deck, slides=(first, second, *others), master=master)


@pytest.fixture(scope="module")
def deck():
    return with_pictures()


@pytest.fixture(scope="module")
def written(deck, tmp_path_factory):
    target = tmp_path_factory.mktemp("pictures") / "deck.pptx"
    write(deck, LIBRARY, target)
    return target


def test_what_is_read_is_what_was_stated(deck, written) -> None:
    due, found = of_deck(deck, LIBRARY), read_deck(written).statement
    assert [one for one in compare(due, found, Judge()) if one.sheet] == []
    shown = [thing for sheet in found.sheets for thing in sheet.things if thing.kind is Kind.PICTURE]
    assert {(thing.name, thing.fact("dots")) for thing in shown} >= {("图片", (40, 30)), ("图片 2", (80, 60)), ("标志", (40, 30))}


def test_each_picture_is_in_the_package_once(written) -> None:
    with zipfile.ZipFile(written) as archive:
        media = {name: archive.read(name) for name in archive.namelist() if name.startswith("ppt/media/")}
    assert sorted(media) == ["ppt/media/image1.png", "ppt/media/image2.jpg"]
    assert b"Exif" not in media["ppt/media/image2.jpg"]


def test_presenters_have_a_picture_with_its_words(written) -> None:
    slide = pptx.Presentation(written).slides[0]
    picture = next(one for one in slide.shapes if one.name == "图片")
    assert (picture.shape_type, picture.image.size) == (pptx.enum.shapes.MSO_SHAPE_TYPE.PICTURE, (40, 30))
    assert picture._element.nvPicPr.cNvPr.get("descr") == "四色的田"


def test_a_deck_with_pictures_is_the_same_bytes_again(written, deck, tmp_path) -> None:
    write(deck, LIBRARY, tmp_path / "again.pptx")
    assert (tmp_path / "again.pptx").read_bytes() == written.read_bytes()


def altered(deck, change):
    first = deck.slides[0]
    items = tuple(change(one) if isinstance(one, PictureBox) and one.alt else one for one in first.items)
    return replace(deck, slides=(replace(first, items=tuple(filter(None, items))), *deck.slides[1:]))


@pytest.mark.parametrize(
    ("change", "matter"),
    [
        (lambda one: replace(one, pixels=JPEG), Matter.NUMBER),
        (lambda _: None, Matter.NUMBER),
        (lambda one: replace(one, rect=one.rect.moved(pt(30), 0)), Matter.APPEARANCE),
        (lambda one: replace(one, alt="别的话"), Matter.WORDING),
    ],
    ids=["another", "gone", "moved", "other words"],
)
def test_a_picture_that_is_not_the_one_placed_is_found(deck, change, matter, tmp_path) -> None:
    write(altered(deck, change), LIBRARY, tmp_path / "deck.pptx")
    found = compare(of_deck(deck, LIBRARY), read_deck(tmp_path / "deck.pptx").statement, Judge())
    assert min(one.matter for one in found if one.sheet == 1) is matter
