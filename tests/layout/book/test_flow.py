"""How text parts over pages: no lone line at head or foot, no heading without two lines after it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.layout.book.flow import LEAST_LINES, Passage, height, take, whole
from generator.typeset.model import Composed, Line, Setting
from generator.units import pt

SETTING = Setting(pt(300), pt(17))


def passage(lines: int, kind: str = "text", before: int = 0) -> Passage:
    return whole(Composed((Line((), 0),) * lines, SETTING), kind, "here", before)


def shape(passages: tuple[Passage, ...]) -> list[tuple[str, int]]:
    return [(one.kind, one.lines) for one in passages]


def test_what_fits_stands_whole() -> None:
    here, there = take((passage(3), passage(4)), 7)
    assert (shape(here), there) == ([("text", 3), ("text", 4)], ())


def test_a_paragraph_parts_where_the_page_ends() -> None:
    here, there = take((passage(10),), 6)
    assert (shape(here), shape(there)) == ([("text", 6)], [("text", 4)])


def test_no_single_line_goes_over_the_page() -> None:
    here, there = take((passage(7),), 6)
    assert (shape(here), shape(there)) == ([("text", 5)], [("text", 2)])


def test_no_single_line_stays_behind() -> None:
    here, there = take((passage(5), passage(6)), 6)
    assert (shape(here), shape(there)) == ([("text", 5)], [("text", 6)])


def test_three_lines_cannot_be_parted() -> None:
    assert take((passage(3),), 2) == ((), (passage(3),))


def test_a_heading_goes_with_the_two_lines_that_follow_it() -> None:
    flow = (passage(4), passage(1, "heading", 1), passage(8))
    assert shape(take(flow, 8)[0]) == [("text", 4), ("heading", 1), ("text", 2)]
    assert shape(take(flow, 7)[0]) == [("text", 4)]


def test_two_headings_go_together() -> None:
    flow = (passage(4), passage(1, "heading", 1), passage(1, "heading", 1), passage(8))
    assert shape(take(flow, 9)[0]) == [("text", 4)]


def test_white_before_a_paragraph_is_not_spent_at_the_head_of_a_column() -> None:
    assert height((passage(2, before=1), passage(2, before=1))) == 5


FLOWS = st.lists(
    st.builds(passage, st.integers(1, 12), st.sampled_from(("text", "text", "heading", "item")), st.integers(0, 1)),
    min_size=1,
    max_size=12,
).map(tuple)


@given(FLOWS, st.integers(4, 40))
def test_no_line_is_lost_and_no_page_too_full(flow: tuple[Passage, ...], room: int) -> None:
    here, there = take(flow, room)
    assert sum(one.lines for one in here + there) == sum(one.lines for one in flow)
    assert height(here) <= room


@given(FLOWS, st.integers(4, 40))
def test_no_passage_is_parted_into_less_than_two_lines(flow: tuple[Passage, ...], room: int) -> None:
    here, there = take(flow, room)
    for one in (*here[-1:], *there[:1]):
        full = len(one.composed.lines)
        assert one.lines == full or one.lines >= LEAST_LINES
