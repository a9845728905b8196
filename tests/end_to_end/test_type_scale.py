"""Every size of type in finished files is a step of the scale: read with pdfium and from the deck's XML, nothing of ours in between."""

from __future__ import annotations

import ctypes
import re
import subprocess
import zipfile
from collections import Counter
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from generator.design.type_scale import DECK, REPORT
from generator.units import to_pt
from tests.conftest import CONTENT
from tests.end_to_end.command import command, environment

if TYPE_CHECKING:
    from pathlib import Path

SLIDES = re.compile(r"ppt/(?:slides|charts)/[^/]+\.xml")
NEAR = 0.01
WIDE = {
    "近34亿元": "超过3400.5亿元",
    "2亿件": "20300.75万件",
    "5425个": "125425个重点帮扶村",
    "1100万吨": "11000.25万吨",
    "12个APP": "1200多个应用程序",
}
"""Numbers so wide that they do not fit at the sizes of the sample's."""


def wide() -> str:
    text = CONTENT.read_text("utf-8")
    for short, long in WIDE.items():
        text = text.replace(short, long)
    return text


@pytest.fixture(scope="module", params=["sample", "wide", "gallery"])
def files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if request.param != "wide":
        folder: Path = request.getfixturevalue(f"{request.param}_folder")
        return folder
    here = tmp_path_factory.mktemp("scale")
    (here / "content.yaml").write_text(wide(), encoding="utf-8")
    subprocess.run(command("build", "content.yaml", "--out", "out", "--quiet"), cwd=here, env=environment(), check=True)
    return here / "out"


def strays(sizes: Counter[float], steps: tuple[int, ...]) -> dict[float, int]:
    allowed = [to_pt(step) for step in steps]
    return {size: count for size, count in sizes.items() if all(abs(size - step) > NEAR for step in allowed)}


def printed(path: Path) -> Counter[float]:
    """The sizes of a PDF's text objects as they stand on the page."""
    found: Counter[float] = Counter()
    for page in pypdfium2.PdfDocument(path):
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=9):
            size = ctypes.c_float()
            assert pdfium.FPDFTextObj_GetFontSize(item.raw, ctypes.byref(size))
            matrix = item.get_matrix()
            found[round(size.value * (matrix.c**2 + matrix.d**2) ** 0.5, 3)] += 1
    return found


def shown(path: Path) -> Counter[float]:
    """The sizes that slides and charts give their text."""
    found: Counter[float] = Counter()
    with zipfile.ZipFile(path) as package:
        for name in filter(SLIDES.fullmatch, package.namelist()):
            found.update(int(size) / 100 for size in re.findall(r'\bsz="(\d+)"', package.read(name).decode()))
    return found


def test_every_size_in_print_is_a_step_of_the_scale(files: Path) -> None:
    sizes = printed(files / "report.pdf")
    assert len(sizes) > 6
    assert not strays(sizes, REPORT.sizes)


def test_every_size_on_slides_is_a_step_of_the_scale(files: Path) -> None:
    sizes = shown(files / "deck.pptx")
    assert len(sizes) > 6
    assert not strays(sizes, DECK.sizes)
