"""The file for the press: inks by their plates, black that overprints, registration marks on every plate, and what PDF/X-4 asks for."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest
from pdf_sample import A4, LIBRARY, book, run
from plates import ALL, Press

from generator.design.palette import GREY, INK, PAPER, THEMES
from generator.design.press import COATED, REGISTRATION, SMALL_TYPE, THIN_LINE, Condition, PrintJob
from generator.drawing import Box, Disc, LineTo, Link, MoveTo, Path
from generator.layout.book.page import Destination
from generator.layout.press.edition import print_edition
from generator.profiles import icc
from generator.units import Point, Rect, mm, pt
from generator.writers.pdf.document import rendered
from generator.writers.pdf.purpose import for_press

RED = THEMES["朱砂"].main
PROFILE = icc.coated().data
LARGER = SMALL_TYPE + pt(1)


def printed(*items, condition: Condition = COATED, job: PrintJob | None = None) -> pikepdf.Pdf:
    made = book(items)
    made = print_edition(made, job, PROFILE, LIBRARY) if job else made
    return pikepdf.open(io.BytesIO(rendered(made, LIBRARY, for_press(condition, PROFILE))))


def painted(*items):
    pdf = printed(*items)
    return list(Press(pdf.pages[0]).marks())


def line(ink, weight):
    return Path((MoveTo(Point(0, 0)), LineTo(Point(mm(9), mm(9)))), stroke=ink, stroke_width=weight)


@pytest.mark.parametrize("ink", [INK, GREY, PAPER, RED])
def test_an_ink_is_its_plates_as_given_by_hand(ink) -> None:
    [text, field, stroke] = painted(run("甲", ink=ink), Box(Rect(0, 0, mm(9), mm(9)), fill=ink), line(ink, pt(2)))
    assert {mark.inks for mark in (text, field, stroke)} == {(ink.cmyk,)}


@pytest.mark.parametrize(
    ("item", "over"),
    [
        (run("甲", size=SMALL_TYPE), True),
        (run("甲", size=LARGER), False),
        (run("甲", ink=GREY), False),
        (run("甲", ink=PAPER), False),
        (run("甲", ink=RED), False),
        (line(INK, THIN_LINE), True),
        (line(INK, THIN_LINE + 1), False),
        (line(PAPER, THIN_LINE), False),
        (Box(Rect(0, 0, mm(90), THIN_LINE), fill=INK), True),
        (Box(Rect(0, 0, mm(90), THIN_LINE), fill=PAPER), False),
        (Box(Rect(0, 0, mm(90), mm(9)), fill=INK), False),
        (Disc(Rect(0, 0, mm(9), mm(9)), fill=INK), False),
        (Box(Rect(0, 0, mm(9), mm(9)), fill=PAPER, stroke=INK, stroke_width=THIN_LINE), False),
        (Box(Rect(0, 0, mm(9), mm(9)), stroke=INK, stroke_width=THIN_LINE), True),
    ],
)
def test_thin_black_overprints_and_nothing_else_does(item, over) -> None:
    assert [mark.over for mark in painted(item)] == [over]


def test_white_after_black_knocks_out_again() -> None:
    black, white = run("甲"), run("乙", y=mm(50), ink=PAPER)
    assert [mark.over for mark in painted(black, white, black)] == [True, False, True]


def test_registration_marks_are_on_every_plate_by_a_tint_of_separation_all() -> None:
    pdf = printed(line(REGISTRATION, pt(0.25)), Disc(Rect(0, 0, mm(9), mm(9)), fill=REGISTRATION))
    assert [mark.inks for mark in Press(pdf.pages[0]).marks()] == [(ALL,), (ALL,)]
    space = pdf.pages[0].Resources.ColorSpace.All
    assert [str(part) for part in space[:3]] == ["/Separation", "/All", "/DeviceCMYK"]
    assert space[3].read_bytes() == b"{ dup dup dup }"


def test_each_page_says_where_it_is_cut() -> None:
    pdf = printed(run("甲"), job=PrintJob())
    page = pdf.pages[0]
    media, bleed, trim = ([float(one) / 72 * 25.4 for one in page[box]] for box in ("/MediaBox", "/BleedBox", "/TrimBox"))
    assert media == pytest.approx([0, 0, 240, 327], abs=0.001)
    assert trim == pytest.approx([15, 15, 225, 312], abs=0.001)
    assert bleed == pytest.approx([12, 12, 228, 315], abs=0.001)
    assert "/ArtBox" not in page.obj


def test_it_says_by_what_condition_it_is_printed() -> None:
    pdf = printed(run("甲"))
    [intent] = pdf.Root.OutputIntents
    assert (str(intent.S), str(intent.OutputConditionIdentifier)) == ("/GTS_PDFX", "FOGRA39")
    assert str(intent.RegistryName) == "http://www.color.org"
    assert "FOGRA39" in str(intent.Info)
    assert (int(intent.DestOutputProfile.N), intent.DestOutputProfile.read_bytes()) == (4, PROFILE)


def test_a_print_shop_s_own_condition_is_in_no_registry() -> None:
    own = Condition("华北 128", "Sheetfed", registry="")
    pdf = printed(run("甲"), condition=own)
    [intent] = pdf.Root.OutputIntents
    assert (str(intent.OutputConditionIdentifier), str(intent.Info), "/RegistryName" in intent) == ("华北 128", "Sheetfed", False)


def test_it_claims_pdf_x_4_and_has_what_that_asks_to_be_said() -> None:
    pdf = printed(run("甲"))
    assert pdf.pdf_version == "1.6"
    assert str(pdf.docinfo["/Trapped"]) == "/False"
    with pdf.open_metadata() as told:
        assert told["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] == "PDF/X-4"
        assert told["pdf:Trapped"] == "False"
        assert told["xmpMM:DocumentID"].startswith("uuid:")
        assert told["xmpMM:InstanceID"].startswith("uuid:")
        assert (told["xmpMM:VersionID"], told["xmpMM:RenditionClass"]) == ("1", "default")
        assert told["dc:title"] == str(pdf.docinfo["/Title"])
        assert told["xmp:CreateDate"] == told["xmp:ModifyDate"] == told["xmp:MetadataDate"] == "2021-08-05T00:00:00+08:00"


def test_another_content_or_another_sheet_is_another_document_or_instance() -> None:
    def ids(made):
        pdf = pikepdf.open(io.BytesIO(rendered(made, LIBRARY, for_press(COATED, PROFILE))))
        with pdf.open_metadata() as told:
            return told["xmpMM:DocumentID"], told["xmpMM:InstanceID"]

    made = book((run("甲"),))
    other = replace(made, imprint=replace(made.imprint, digest="f" * 64))
    first, again, wider, newer = (ids(one) for one in (made, made, print_edition(made, PrintJob(), PROFILE, LIBRARY), other))
    assert first == again
    assert first[0] == wider[0] != newer[0]
    assert first[1] != wider[1] != newer[1]


def test_nothing_in_it_leads_anywhere() -> None:
    made = book((run("甲"), Link(Rect(0, 0, mm(9), mm(9)), "there")), destinations=(Destination("there", 1, A4.height),))
    pdf = pikepdf.open(
        io.BytesIO(rendered(print_edition(made, PrintJob(), PROFILE, LIBRARY), LIBRARY, for_press(COATED, PROFILE)))
    )
    assert "/Annots" not in pdf.pages[0].obj
    assert not {"/Names", "/Outlines", "/OpenAction", "/AcroForm"} & set(pdf.Root.keys())
