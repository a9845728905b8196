"""A small report of our own, built once by the real pipeline; each test plants a fault in a copy of its files."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest

from generator import composition, making, outputs
from generator.charts.drawings import Drawings
from generator.diagnostics import Diagnostic
from generator.inspection import checks
from generator.inspection.verdict import Proof

CONTENT = Path(__file__).parent / "content.yaml"
SAMPLE = Path(__file__).parents[2] / "content.yaml"


@dataclass(frozen=True)
class Desk:
    """A folder of outputs, and what they are proved against."""

    folder: Path
    layouts: composition.Layouts

    @property
    def report(self) -> Path:
        return self.folder / "report.pdf"

    @property
    def deck(self) -> Path:
        return self.folder / "deck.pptx"

    @property
    def figures(self) -> Path:
        return self.folder / "figures.xlsx"

    def prove(self, *named: str) -> tuple[Proof, list[Diagnostic]]:
        told = checks.inspect(self.folder, frozenset(named) or outputs.ALL, making.expected(self.layouts, frozenset()))
        return told.value, list(told.diagnostics)

    def slide_of(self, title: str) -> int:
        """Return the number of the slide with a title that holds these words."""
        return next(slide.number for slide in self.layouts.deck.slides if title in slide.title)

    def page_of(self, text: str) -> int:
        """Return the first page on which a use prints this text."""
        return next(one.place for one in self.layouts.placements if one.output == "report" and one.text == text)


@pytest.fixture(scope="session")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("clean")
    layouts = composition.lay_out(CONTENT, Drawings(), lambda _stage: None)
    making.write(layouts, folder, outputs.ALL, lambda _stage: None)
    return Desk(folder, layouts)


@pytest.fixture
def desk(clean: Desk, tmp_path: Path) -> Desk:
    for name in (outputs.FILES[output] for output in sorted(outputs.ALL)):
        shutil.copy(clean.folder / name, tmp_path / name)
    return Desk(tmp_path, clean.layouts)


@pytest.fixture(scope="session")
def clean_print(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first four pages of the sample's file for the press."""
    folder = tmp_path_factory.mktemp("print")
    only = frozenset({outputs.PRINT})
    layouts = composition.lay_out(SAMPLE, Drawings.open(folder), lambda _stage: None, only)
    making.write(layouts, folder, only, lambda _stage: None)
    target = folder / "four.pdf"
    with pikepdf.open(folder / outputs.FILES[outputs.PRINT]) as pdf:
        del pdf.pages[4:]
        pdf.save(target, force_version="1.6")
    return target
