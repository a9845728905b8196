"""Tables are shared out over slides by the height of their rows."""

from hypothesis import given
from hypothesis import strategies as st

from generator.layout.deck.table import shared

ROOM = 1000
heights = st.lists(st.integers(20, 300), min_size=1, max_size=60)


@given(heights)
def test_every_row_stands_on_one_slide_in_order(rows):
    parts = shared([40, *rows], ROOM)
    assert [index for start, end in parts for index in range(start, end)] == list(range(len(rows)))


@given(heights)
def test_no_slide_holds_more_than_it_has_room_for(rows):
    for start, end in shared([40, *rows], ROOM):
        assert 40 + sum(rows[start:end]) <= ROOM


@given(heights)
def test_no_more_slides_than_filling_each_would_take(rows):
    filled, count = 0, 1
    for height in rows:
        if filled + height > ROOM - 40:
            filled, count = 0, count + 1
        filled += height
    assert len(shared([40, *rows], ROOM)) == count


def test_slides_are_filled_evenly():
    assert shared([40, *[100] * 10], ROOM) == ((0, 5), (5, 10))
