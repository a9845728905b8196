"""Drawings kept from build to build: the same as if drawn, found again whatever else of the content changes, never trusted blindly."""

from __future__ import annotations

import subprocess
import sys

import pytest
from chart_making import chart, datum, library, runs

from generator.charts import drawings as module
from generator.charts.drawings import FOLDER, Drawings
from generator.charts.inks import chart_inks
from generator.charts.look import page_look
from generator.charts.picture import picture
from generator.charts.planner import plan
from generator.design.grid import GUTTER
from generator.design.palette import THEMES
from generator.design.type_scale import REPORT
from generator.units import Size, mm

LOOK = page_look(chart_inks(THEMES["赭"]), REPORT, GUTTER)
SIZE = Size(mm(120), mm(60))


def content(value: str = "60个", label: str = "乙"):
    return chart("bar", datum("近30个", "甲", figure="甲"), datum(value, label, figure="乙"))


def drawn(made, size: Size = SIZE):
    return picture(plan(made, LOOK.inks), size, LOOK, library())


def build(out, made, *, size: Size = SIZE):
    drawings = Drawings.open(out)
    found = drawings.picture(plan(made, LOOK.inks), size, LOOK, library())
    drawings.keep()
    return found


@pytest.fixture
def folder(tmp_path):
    return tmp_path / FOLDER


@pytest.fixture
def brush(monkeypatch):
    """Return a list that grows by every chart that is drawn for want of a file."""
    strokes = []
    draw = module.drawn
    monkeypatch.setattr(module, "drawn", lambda made, easel: strokes.append(made) or draw(made, easel))
    return strokes


def test_a_kept_drawing_is_the_drawing(tmp_path, brush) -> None:
    made = content()
    first = build(tmp_path, made)
    assert build(tmp_path, made) == first == drawn(made)
    assert len(brush) == 1


def test_a_drawing_is_found_again_under_other_ids(tmp_path, brush) -> None:
    """Words added elsewhere number every use anew, which is no change of the chart."""
    build(tmp_path, content())
    later = content()
    found = build(tmp_path, later)
    assert len(brush) == 1
    assert {run.use for run in runs(found) if run.use} == {one.number.use for one in later.data}
    assert found == drawn(later)


def test_a_label_that_is_also_a_name_stays_a_label(tmp_path) -> None:
    build(tmp_path, content(label="乙"))
    renamed = chart("bar", datum("近30个", "甲", figure="甲"), datum("60个", "乙", figure="丁"))
    assert "乙" in [run.text for run in runs(build(tmp_path, renamed))]


@pytest.mark.parametrize("other", [content("61个"), content(label="丙"), content("近60个")], ids=["value", "label", "qualifier"])
def test_another_chart_is_another_drawing(tmp_path, brush, other) -> None:
    build(tmp_path, content())
    assert build(tmp_path, other) == drawn(other)
    assert len(brush) == 2


def test_another_size_is_another_drawing(tmp_path, brush) -> None:
    build(tmp_path, content())
    build(tmp_path, content(), size=Size(mm(121), mm(60)))
    assert len(brush) == 2


def sealed(file, body: str) -> None:
    """Write a body with a digest that is right."""
    file.write_text(f"{module._digest(file.stem, body)}\n{body}", "utf-8")


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.write_text("", "utf-8"),
        lambda file: file.write_bytes(b"\xff\xfe\x00"),
        lambda file: file.write_text(file.read_text("utf-8")[:-9], "utf-8"),
        lambda file: file.write_text(file.read_text("utf-8").replace("60", "61"), "utf-8"),
        lambda file: sealed(file, "[[["),
        lambda file: sealed(file, '["Popen"]'),
        lambda file: (file.unlink(), file.mkdir()),
    ],
    ids=["empty", "binary", "cut", "edited", "no JSON", "foreign", "folder"],
)
def test_what_is_damaged_or_foreign_is_drawn_anew(tmp_path, folder, brush, damage) -> None:
    made = content()
    first = build(tmp_path, made)
    (file,) = folder.iterdir()
    damage(file)
    assert build(tmp_path, made) == first
    assert len(brush) == 2


def test_a_drawing_that_no_chart_has_is_swept_away(tmp_path, folder) -> None:
    build(tmp_path, content())
    (old,) = folder.iterdir()
    build(tmp_path, content("61个"))
    (new,) = folder.iterdir()
    assert old != new


def test_a_folder_that_cannot_be_written_to_stops_nothing(tmp_path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    assert build(blocked, content()).items


def test_drawings_without_a_folder_draw_and_keep_nothing(tmp_path) -> None:
    drawings = Drawings()
    assert drawings.picture(plan(content(), LOOK.inks), SIZE, LOOK, library()).items
    drawings.keep()
    assert not list(tmp_path.iterdir())


def test_matplotlib_is_not_imported_when_no_chart_has_changed(tmp_path) -> None:
    code = f"""
import sys
from pathlib import Path
from generator import pipeline
pipeline.build(pipeline.GALLERY, Path({str(tmp_path)!r}), frozenset({{"report"}}), lambda stage: None)
print("matplotlib" in sys.modules)
"""
    assert _python(code) == "True"
    assert _python(code) == "False"


def _python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
