"""The sample's file for the press, as other programs open it: boxes, plates, marks, fonts, and the same words as the report."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from generator import pipeline
from generator.outputs import PRINT, REPORT
from tests.conftest import CONTENT
from tests.end_to_end.command import jianbao
from tests.end_to_end.ends import SMALL
from tests.writers.pdf.plates import ALL, SHOWN, Press

if TYPE_CHECKING:
    from pathlib import Path

BOTH = frozenset({REPORT, PRINT})
POINTS = 72 / 25.4
COLOUR = {"g", "G", "rg", "RG", "sc", "SC", "sh", "Do", "BI", "ri"}
"""Operators of what a file for the press has none of: greys and colours without plates, shadings, pictures."""
BLACK, WHITE = (0, 0, 0, 100), (0, 0, 0, 0)
MOST_INK, LEAST_TINT, LEAST_LINE = 300, 8, 0.25
SAMPLED = (1, 5, 10)
"""Pages looked at plate by plate: the cover, one of text on a tint, a theme's field."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    made = tmp_path_factory.mktemp("printed")
    pipeline.build(CONTENT, made, BOTH, lambda _stage: None)
    return made


@pytest.fixture(scope="module")
def pdf(folder):
    with pikepdf.open(folder / "report-print.pdf") as opened:
        yield opened


@pytest.fixture(scope="module")
def marks(pdf):
    """Every mark of every page, with the operators that its page uses."""
    presses = [Press(page) for page in pdf.pages]
    return [(list(press.marks()), press.used) for press in presses]


def test_every_page_is_trimmed_to_a4_with_3_mm_of_bleed(folder, tool) -> None:
    command = [tool("pdfinfo"), "-box", "-f", "1", "-l", "20", folder / "report-print.pdf"]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    boxes = {
        name: {tuple(map(float, row.split())) for row in re.findall(rf"{name}: +(.+)", told)}
        for name in ("MediaBox", "BleedBox", "TrimBox")
    }
    assert len(re.findall("TrimBox", told)) == 20
    for name, margin in (("MediaBox", 0), ("BleedBox", 12), ("TrimBox", 15)):
        [box] = boxes[name]
        assert box == pytest.approx([one * POINTS for one in (margin, margin, 240 - margin, 327 - margin)], abs=0.01)


def test_it_is_sound_and_all_fonts_are_embedded(folder, tool) -> None:
    path = folder / "report-print.pdf"
    assert subprocess.run([tool("qpdf"), "--check", path], capture_output=True, check=False).returncode == 0
    rows = subprocess.run([tool("pdffonts"), path], capture_output=True, encoding="utf-8", check=True).stdout.splitlines()[2:]
    assert rows
    assert all(re.search(r"Identity-H +yes yes yes", row) for row in rows)


def test_there_is_no_colour_without_plates_and_no_picture(marks) -> None:
    assert set().union(*(used for _, used in marks)) & COLOUR == set()


def test_nothing_is_transparent_or_leads_anywhere_or_runs(pdf) -> None:
    keys = {key for one in pdf.objects if isinstance(one, pikepdf.Dictionary) for key in one}
    assert not keys & {"/Annots", "/JS", "/JavaScript", "/OpenAction", "/AA", "/Encrypt", "/SMask", "/ca", "/CA", "/BM", "/Group"}


def test_inks_dry_and_tints_and_lines_hold(marks) -> None:
    inks = {ink for found, _ in marks for mark in found for ink in mark.inks} - {ALL}
    assert len(inks) > 20
    assert [ink for ink in inks if sum(ink) > MOST_INK] == []
    assert [ink for ink in inks if any(0 < plate < LEAST_TINT for plate in ink)] == []
    assert min(mark.size for found, _ in marks for mark in found if mark.operator in {"S", "B"}) >= LEAST_LINE


def test_small_black_type_overprints_and_white_never_does(marks) -> None:
    shown = [mark for found, _ in marks for mark in found if mark.operator == SHOWN]
    assert {mark.over for mark in shown if mark.inks == (BLACK,) and mark.size <= 24.5} == {True}
    assert {mark.over for mark in shown if mark.inks == (WHITE,)} == {False}
    assert {mark.inks for found, _ in marks for mark in found if mark.over} == {(BLACK,)}


def test_the_registration_ink_is_outside_the_bleed_alone(marks) -> None:
    """A page's own marks come first; from the first in the registration ink on, all is marks, bar and slug."""
    for found, _ in marks:
        first = next(place for place, mark in enumerate(found) if mark.inks == (ALL,))
        assert sum(mark.inks == (ALL,) for mark in found) == 8 + 3 * 4
        assert all(mark.inks == (ALL,) for mark in found[first : first + 20])


def plates(folder: Path, page: int, tool) -> dict[str, np.ndarray]:
    """Return a page's plates at 100 dpi, in per cent of ink."""
    out = folder / f"plate-{page}.tif"
    options = ["-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r100", f"-dFirstPage={page}", f"-dLastPage={page}"]
    subprocess.run([tool("gs"), *options, f"-sOutputFile={out}", folder / "report-print.pdf"], capture_output=True, check=True)
    names = ("Cyan", "Magenta", "Yellow", "Black")
    return {name: 100 - np.asarray(Image.open(out.with_name(f"{out.stem}({name}).tif")).convert("L")) / 2.55 for name in names}


def inside(plate: np.ndarray) -> np.ndarray:
    """Return what of a plate is inside the bleed."""
    margin = round(12.2 / 25.4 * 100)
    return plate[margin:-margin, margin:-margin]


@pytest.mark.parametrize("page", SAMPLED)
def test_plate_by_plate_no_more_ink_than_dries_and_the_bleed_is_full(folder, tool, page) -> None:
    made = {name: inside(plate) for name, plate in plates(folder, page, tool).items()}
    assert sum(made.values()).max() <= MOST_INK + 1
    if page != 5:
        fullest = max(made.values(), key=np.mean)
        edges = np.concatenate([fullest[0], fullest[-1], fullest[:, 0], fullest[:, -1]])
        assert np.quantile(edges, 0.1) > 50


def test_body_text_is_on_the_black_plate_alone(folder, tool) -> None:
    made = plates(folder, 5, tool)
    scale = 100 / 25.4
    rows, columns = slice(round(35 * scale), round(50 * scale)), slice(round(80 * scale), round(200 * scale))
    cover = {name: plate[rows, columns].mean() for name, plate in made.items()}
    assert cover["Black"] > 5
    assert max(cover[name] for name in ("Cyan", "Magenta", "Yellow")) == 0


def words(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    return [document[number].get_textpage().get_text_range() for number in range(len(document))]


def test_page_for_page_it_says_what_the_report_says_and_the_slug(folder) -> None:
    screen, paper = words(folder / "report.pdf"), words(folder / "report-print.pdf")
    assert len(screen) == len(paper)
    for number, (here, there) in enumerate(zip(screen, paper, strict=True), 1):
        page = here.rstrip()
        assert there.startswith(page)
        assert f"第{number}页，共{len(paper)}页" in there[len(page) :].replace(" ", "")


@pytest.fixture
def desk(tmp_path) -> Path:
    (tmp_path / "content.yaml").write_text(f"{SMALL}press: {{trim: daliu}}\n", encoding="utf-8")
    return tmp_path


def trims(path: Path) -> set[tuple[float, ...]]:
    with pikepdf.open(path) as opened:
        return {
            tuple(round(float(high - low) / POINTS, 2) for low, high in zip(page.trimbox[:2], page.trimbox[2:], strict=True))
            for page in opened.pages
        }


def test_a_content_that_is_to_be_printed_is_built_for_the_press_and_checked(desk) -> None:
    built = jianbao("build", cwd=desk)
    assert (built.returncode, built.stderr) == (0, "")
    assert "report-print.pdf" in built.stdout
    assert trims(desk / "build" / "report-print.pdf") == trims(desk / "build" / "report.pdf") == {(210.0, 285.0)}
    checked = jianbao("check", cwd=desk)
    assert "report-print.pdf: byte for byte" in checked.stdout, checked.stderr


def test_the_command_line_sets_all_pages_anew(desk) -> None:
    built = jianbao("build", "--only", "report,print", "--trim", "190x260mm", "--bleed", "5mm", "--no-marks", cwd=desk)
    assert built.returncode == 0, built.stderr
    assert trims(desk / "build" / "report-print.pdf") == trims(desk / "build" / "report.pdf") == {(190.0, 260.0)}
    with pikepdf.open(desk / "build" / "report-print.pdf") as opened:
        assert all(list(page.mediabox) == list(page.bleedbox) for page in opened.pages)


def test_check_sets_what_it_compares_as_the_files_that_stand_were_set(desk) -> None:
    assert jianbao("build", "--trim", "190x260mm", "--bleed", "5mm", "--no-marks", cwd=desk).returncode == 0
    checked = jianbao("check", cwd=desk)
    assert checked.returncode == 0, checked.stderr
    assert re.findall(r"(\S+pdf): byte for byte", checked.stdout) == ["report.pdf", "report-print.pdf"]


def test_a_page_cut_otherwise_by_hand_is_told_as_that(desk) -> None:
    assert jianbao("build", cwd=desk).returncode == 0
    path = desk / "build" / "report-print.pdf"
    with pikepdf.open(path, allow_overwriting_input=True) as opened:
        opened.pages[2].TrimBox = pikepdf.Array([40, 40, 500, 700])
        opened.save(path)
    checked = jianbao("check", cwd=desk)
    assert checked.returncode == 5
    assert [line.partition(": ")[0] for line in checked.stderr.splitlines() if "[looks-changed]" in line] == ["report-print.pdf"]
    assert "1 error: nothing was changed" in checked.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("--trim", "5x5mm"), 2, "`--trim` cannot be `5x5mm`"),
        (("--trim", "A3+"), 2, "`--trim` cannot be `A3+`"),
        (("--bleed", "3"), 2, "such as 3mm; `3` is not"),
        (("--icc", "none.icc"), 3, "the profile `none.icc` cannot be read"),
        (("--icc", "content.yaml"), 3, "`content.yaml` is no whole ICC profile"),
    ],
)
def test_what_no_press_can_be_told_is_told_to_people(desk, arguments, code, says) -> None:
    built = jianbao("build", *arguments, cwd=desk)
    assert built.returncode == code
    assert says in built.stderr
    assert not (desk / "build" / "report-print.pdf").exists()
