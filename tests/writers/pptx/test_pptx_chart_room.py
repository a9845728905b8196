"""The room of a chart's bars: every name and label fits beside them, and bars get what is left."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.document.model import Run
from generator.layout.deck.chart_room import lying_room, standing_room
from tests.writers.pptx.handmade_deck import chart_slide

PLAIN = {kind: chart_slide(4, kind).items[1] for kind in ("bar", "column")}
"""Made once: an example of a property is a matter of milliseconds, on a busy machine too."""


def box(kind, *values):
    plain = PLAIN[kind]
    points = tuple(
        replace(plain.plan.points[0], value=value, number=replace(plain.plan.points[0].number, digits=str(value)))
        for value in values
    )
    made = with_points(plain, points)
    return replace(made, plan=replace(made.plan, maximum=max(values)))


def with_points(one, points):
    return replace(one, plan=replace(one.plan, rows=(replace(one.plan.rows[0], points=tuple(points)),)))


def named(one, name):
    return with_points(one, (replace(point, category=(Run(name),)) for point in one.plan.points))


def label_width(one, point, library):
    face = library.face(one.label.face)
    return sum(face.advance(face.glyph(char)) for char in str(point.number)) * one.label.size / 1000


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)  # drawing waits for its turn on a busy machine
@given(st.lists(st.integers(1, 99_999).map(Decimal), min_size=1, max_size=6))
def test_every_label_of_a_lying_bar_ends_within_the_chart(library, values):
    one = box("bar", *values)
    room = lying_room(one, library)
    for point in one.plan.points:
        end = (room.x + room.width * float(point.value / one.plan.maximum)) * one.rect.width
        assert end + label_width(one, point, library) <= one.rect.width


@pytest.mark.parametrize("names", ["2020年", "数字农业基地一共覆盖的县域与城镇的全部名称"])
def test_columns_leave_their_names_room_below_and_labels_above(library, names):
    one = named(box("column", Decimal(20), Decimal(5425)), names)
    room = standing_room(one, library)
    assert room.y * one.rect.height >= one.label.size
    assert (1 - room.y - room.height) * one.rect.height >= one.axis.size
    assert room.height > 0.5


def test_long_names_take_no_more_than_their_part(library):
    one = named(box("bar", Decimal(1)), "很长的名字" * 20)
    assert lying_room(one, library).x == pytest.approx(0.38, abs=1e-3)


def test_short_bars_leave_their_labels_the_room_of_long_ones(library):
    wide, narrow = box("bar", Decimal(100), Decimal(100)), box("bar", Decimal(100), Decimal(1))
    assert lying_room(wide, library).width == lying_room(narrow, library).width
