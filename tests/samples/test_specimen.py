"""The specimen as a golden text, and what readers copy from its pages: the author's text, to the character."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pypdfium2
import pytest

from generator import pipeline
from generator.design.icons import ICONS
from generator.diagnostics import BuildError, Exit
from generator.fonts.library import Library
from generator.samples import icon_page, specimen
from generator.samples.entries import ENTRIES
from generator.typeset.model import Align, Composed
from generator.typeset.paragraph import compose
from generator.units import Point, to_pt

GOLDEN = Path(__file__).with_name("specimen.txt")
REWRITE = "JIANBAO_GOLDEN"
"""Set to `write`, the golden text is written anew: read the difference before you keep it."""

LIBRARY = Library.open()
ICON_PAGE = [icon_page.TITLE, icon_page.SUBTITLE, *(words for icon in ICONS.values() for words in (icon.name, icon.key))]
FLUSH = 0.3
BEYOND_THE_BASIC_PLANE = "𬜬𫖯𬱖"


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("specimen") / "specimen.pdf"
    pipeline.specimen(target)
    return target


@pytest.fixture(scope="module")
def lines() -> list[str]:
    """Every line of the specimen as its author typed it, without the white at its end; a tab is a blank to every reader.

    What goes on in the next line is whole where it begins.
    """
    composed = [part for one in specimen.shown_entries(LIBRARY) for part in (one.heading, one.text)]
    return [line.rstrip().replace("\t", " ") for part in composed for line in copied(part) if line.strip()]


def copied(part: Composed) -> Iterator[str]:
    for _, runs in groupby(part.placed(Point(0, 0)), key=lambda run: run.origin_point.y):
        yield "".join(run.text if run.copied is None else run.copied for run in runs)


def test_every_rule_sets_its_text_as_it_did() -> None:
    made = specimen.as_text(LIBRARY)
    if os.environ.get(REWRITE) == "write":
        GOLDEN.write_text(made, "utf-8")
    assert made == GOLDEN.read_text("utf-8")


def test_the_specimen_is_the_same_bytes_each_time(pdf: Path, tmp_path: Path) -> None:
    pipeline.specimen(tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == pdf.read_bytes()


def test_poppler_copies_the_authors_text(pdf: Path, lines: list[str], tool) -> None:
    copied = subprocess.run([tool("pdftotext"), "-raw", pdf, "-"], capture_output=True, check=True, encoding="utf-8").stdout
    read = [line.rstrip().replace("\t ", " ") for line in copied.replace("\f", "").split("\n") if line]
    assert read == [specimen.TITLE, specimen.SUBTITLE, *lines, *ICON_PAGE]


def test_pdfium_copies_the_authors_text(pdf: Path, lines: list[str]) -> None:
    with pypdfium2.PdfDocument(pdf) as document:
        copied = "\n".join(page.get_textpage().get_text_range() for page in document)
    read = [line.rstrip() for line in copied.replace("\r", "").split("\n") if line.strip()]
    assert read == [specimen.TITLE, specimen.SUBTITLE, *lines, *ICON_PAGE]


def test_the_characters_that_are_hard_to_copy_are_among_them(lines: list[str]) -> None:
    assert all(any(char in line for line in lines) for char in BEYOND_THE_BASIC_PLANE + "㐂")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.number} {entry.rule}")
def test_no_rule_of_the_specimen_is_bent(entry) -> None:
    composed = compose(entry.spans, entry.setting, LIBRARY)
    lost = composed.shortfall
    assert (lost.edges, lost.torn, lost.wide, lost.uneven, lost.short_ends, lost.tabs) == (0, 0, 0, 0, 0, 0)
    if entry.setting.align is Align.JUSTIFY and not entry.setting.tabs:
        ends = [line.runs[-1].origin_point.x + line.runs[-1].width for line in composed.lines[:-1]]
        assert all(abs(to_pt(end - entry.setting.measure)) <= FLUSH for end in ends)


def test_a_specimen_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(BuildError) as refusal:
        pipeline.specimen(tmp_path)
    assert refusal.value.stage is Exit.WRITE
