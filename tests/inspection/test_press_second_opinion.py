"""Independent readers say of the print file, and of each violation planted in it, what the audit says."""

from __future__ import annotations

import subprocess

import pikepdf
import pytest

from generator.inspection.audit.press.plates import heaviest
from generator.inspection.audit.press.reading import opened
from tests.inspection.press_plants import PLANTS
from tests.inspection.press_readers import READERS, inside, most_ink, page_boxes, separations
from tests.inspection.test_press_audit import planted

BY_EYE = {"bleed-fields", "marks", "total-ink", "small-type"}
"""Rules without a reader in the table: those of ink and marks are read from Ghostscript's separations below."""
BEYOND = {
    "art box beside the trim box",  # poppler tells the boxes that are usual where there are none
    "no trim box",
    "sheet smaller than the bleed",  # poppler cuts all boxes to the sheet
    "rich black text", "black text in gray", "black text in RGB", "CMYK that stands for a profile", "a gradient in RGB",
    "white text that prints over", "a field of 0.1 pt", "a thin black field that knocks out", "a form", "no output intent", "no metadata",
}  # fmt: skip
"""Violations of a kind that the plain reader of their rule does not know, or whose rules have several."""


@pytest.fixture(scope="module", autouse=True)
def tools(tool) -> None:
    for name in ("gs", "pdffonts", "pdfinfo", "pdftotext", "qpdf"):
        tool(name)


@pytest.mark.parametrize("rule", READERS)
def test_the_flawless_file_is_so_for_each_reader(rule, clean_print) -> None:
    assert READERS[rule](clean_print)


SEEN = [plant for plant in PLANTS if plant.rules[0] in READERS and plant.name not in BEYOND]


@pytest.mark.parametrize("plant", SEEN, ids=lambda plant: plant.name)
def test_each_violation_is_seen_by_its_reader(plant, clean_print, tmp_path) -> None:
    path = planted(plant, clean_print, tmp_path)
    assert not READERS[plant.rules[0]](path)


def test_each_rule_that_has_a_reader_has_a_violation_that_it_sees() -> None:
    assert {plant.rules[0] for plant in SEEN} == READERS.keys()


def test_qpdf_finds_nothing_amiss(clean_print) -> None:
    assert subprocess.run(["qpdf", "--check", str(clean_print)], capture_output=True, check=False).returncode == 0


# ── Ghostscript's separations ──


HEAVY = [plant for plant in PLANTS if plant.rules == ("total-ink",)]


@pytest.mark.parametrize("plant", [None, *HEAVY], ids=lambda plant: plant.name if plant else "flawless")
def test_the_most_ink_of_each_page_is_what_the_separations_have(plant, clean_print, tmp_path) -> None:
    path = planted(plant, clean_print, tmp_path) if plant else clean_print
    with opened(path) as file:
        own = [heaviest(sheet).total for sheet in file.sheets]
    assert own == pytest.approx(most_ink(path, tmp_path), abs=1.5)
    assert (max(own) > 300) is bool(plant)


def test_marks_are_on_all_four_plates_and_black_text_on_one(clean_print, tmp_path) -> None:
    for plates, page in zip(separations(clean_print, tmp_path), page_boxes(clean_print), strict=True):
        assert plates.keys() == {"Cyan", "Magenta", "Yellow", "Black"}
        media, trim = page["MediaBox"], page["TrimBox"]
        column = round((trim[0] - media[0]) * 100 / 72)
        head = round((media[3] - trim[3] - 8 * 72 / 25.4) * 100 / 72)  # 8 mm over the trim: in the crop mark
        for plate in plates.values():
            assert plate[head, column - 2 : column + 3].max() > 90
    plates = separations(clean_print, tmp_path)[2]  # page 3: running text
    black = inside(plates["Black"], page_boxes(clean_print)[2], "TrimBox") > 95
    assert black.sum() > 5000
    others = sum(inside(plates[name], page_boxes(clean_print)[2], "TrimBox") for name in ("Cyan", "Magenta", "Yellow"))
    assert (others[black] > 0).mean() < 0.02


def test_no_operator_of_rgb_and_no_picture_is_in_any_page(clean_print) -> None:
    with pikepdf.open(clean_print) as pdf:
        names = {str(one.operator) for page in pdf.pages for one in pikepdf.parse_content_stream(page)}
        assert not names & {"rg", "RG", "sh", "INLINE IMAGE"}
        assert not [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
