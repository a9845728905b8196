from hypothesis import given
from hypothesis import strategies as some

from generator.charts.shapes.spread import spread

THINGS = some.lists(some.tuples(some.integers(0, 1000), some.integers(1, 90)), min_size=1, max_size=10)


def test_what_does_not_meet_stays_where_it_wants_to_be() -> None:
    assert spread([0, 20, 50], [10, 10, 10], 100) == [0, 20, 50]


def test_what_meets_moves_apart_evenly() -> None:
    assert spread([40, 40], [10, 10], 100) == [35, 45]


def test_nothing_leaves_the_room() -> None:
    assert spread([95, 99], [10, 10], 100) == [80, 90]


@given(THINGS)
def test_order_is_kept_and_nothing_overlaps(things) -> None:
    wanted, extents = sorted(want for want, _ in things), [extent for _, extent in things]
    starts = spread(wanted, extents, 1000)
    assert all(start + extent <= after for start, extent, after in zip(starts, extents, starts[1:], strict=False))
    assert starts[0] >= 0
    assert starts[-1] + extents[-1] <= 1000
