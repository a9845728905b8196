"""Where things stand in the written file: read through python-pptx, no text lies over another, no picture leaves its margins."""

from __future__ import annotations

from itertools import combinations

import pptx
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE

from generator.charts.drawings import Drawings
from generator.design.format import WIDE
from generator.design.slide_grid import slide_grid
from generator.layout.deck.order import lay_out
from generator.layout.desk import desk_for
from generator.units import pt
from generator.writers.pptx.package import write
from tests.document.sample import sample_report

GRID = slide_grid(WIDE)
AIR = pt(3)
"""A text box is as high as its line pitch, a picture ends with its letters."""


@pytest.fixture(scope="module")
def sample(library, tmp_path_factory):
    target = tmp_path_factory.mktemp("sample") / "deck.pptx"
    write(lay_out(desk_for(sample_report(), library, Drawings())).value, library, target)
    return pptx.Presentation(target)


def rect(shape):
    return shape.left, shape.top, shape.left + shape.width, shape.top + shape.height


def decorates(shape):
    """Whether a group is marked as decoration and says nothing."""
    named = next(shape._element.iter("{*}cNvPr"))
    return not named.get("descr") and next(named.iter("{*}decorative"), None) is not None


def pictures(slide):
    """Tables, native charts and groups of native shapes that say something."""
    groups = (one for one in slide.shapes if one.shape_type == MSO_SHAPE_TYPE.GROUP and not decorates(one))
    return [*(one for one in slide.shapes if one.has_table or one.has_chart), *groups]


def read(slide):
    """Everything that a reader reads: texts that are not empty, and pictures."""
    texts = [one for one in slide.shapes if one.has_text_frame and one.text_frame.text.strip()]
    return [*texts, *pictures(slide)]


def meet(one, other):
    (left, top, right, bottom), (x, y, end, foot) = rect(one), rect(other)
    return left < end and x < right and top < foot and y < bottom


def test_no_text_lies_over_another(sample):
    for number, slide in enumerate(sample.slides, start=1):
        met = [(one.name, other.name) for one, other in combinations(read(slide), 2) if meet(one, other)]
        assert met == [], number


def test_tables_charts_and_groups_stay_within_the_safe_area(sample):
    shown = [one for slide in sample.slides for one in pictures(slide)]
    assert len(shown) > 5
    for one in shown:
        left, top, right, bottom = rect(one)
        assert (left >= GRID.left, top > GRID.title, right <= GRID.right, bottom <= GRID.source_foot) == (True,) * 4, one.name


def test_what_is_in_a_group_stays_within_it_but_for_the_air_under_a_last_line(sample):
    for slide in sample.slides:
        for group in (one for one in slide.shapes if one.shape_type == MSO_SHAPE_TYPE.GROUP):
            left, top, right, bottom = rect(group)
            for part in group.shapes:
                x, y, end, foot = rect(part)
                assert left <= x <= end <= right, (group.name, part.name)
                assert top <= y <= foot <= bottom + AIR, (group.name, part.name)


def test_the_picture_of_a_divider_is_one_group_that_nobody_reads_out(sample):
    found = [one for slide in sample.slides for one in slide.shapes if one.name == "图案"]
    assert len(found) == len(sample_report().themes)
    assert all(one.shape_type == MSO_SHAPE_TYPE.GROUP and decorates(one) and len(one.shapes) > 1 for one in found)
