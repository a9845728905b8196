from __future__ import annotations

import pytest

from generator.inspection.courses import aligned, is_strange
from generator.inspection.matching import match, strays, unbroken


def test_uses_are_found_in_their_order() -> None:
    found = match("从20个到5425个", ["20个", "5425个"], ())
    assert (found.misplaced, found.missing, found.strays) == ((), (), ())


def test_two_that_changed_places_are_told() -> None:
    assert match("从5425个到20个", ["20个", "5425个"], ()).misplaced == (1,)


def test_one_that_is_missing_leaves_its_stand_in() -> None:
    found = match("投入35亿元，种下2亿棵", ["近34亿元", "2亿棵"], ())
    assert found.missing == (0,)
    assert [one.text for one in found.strays] == ["35"]


@pytest.mark.parametrize("text", ["134亿元", "3.34亿元", "34亿元亿", "-34亿元"])
def test_what_grew_is_not_the_same_number(text: str) -> None:
    found = match(text, ["34亿元"], ())
    assert found.missing or found.strays


def test_a_short_use_is_not_taken_out_of_a_date() -> None:
    found = match("2021年3月，共3", ["3"], ())
    assert not found.strays
    assert not found.missing


def test_the_same_number_twice_is_due_twice() -> None:
    assert match("20个", ["20个", "20个"], ()).missing == (1,)
    assert [one.text for one in match("20个，20个", ["20个"], ()).strays] == ["20"]


def test_what_is_said_elsewhere_may_come_as_often_as_it_likes() -> None:
    assert strays("20个，又20个，双11", ["20个"], ["双11"]) == ()
    assert [one.text for one in strays("120个", ["20个"], ())] == ["120"]


def test_a_missing_place_is_found_by_what_the_others_hold() -> None:
    due = [["1个", "2个"], ["3个", "4个"], [], ["5个", "6个"]]
    assert aligned(due, ["1个2个", "", "5个6个"]) == [0, None, 1, 2]
    assert aligned(due, ["1个2个", "3个4个", "", "5个6个"]) == [0, 1, 2, 3]


def test_a_place_is_strange_when_most_of_its_words_are_not_there() -> None:
    assert is_strange(["1个", "2个", "3个"], "9个")
    assert not is_strange(["1个", "2个", "3个"], "1个2个9个")
    assert not is_strange(["1个"], "9个")


def test_no_folio_is_cut_out_of_a_date() -> None:
    assert strays("数：12家（2020年11月1日），又2020年11月11日", ["11", "12家"], ()) == ()
    assert [one.text for one in strays("2020年11月1日，11家", ["11", "1"], ())] == []
    assert [one.text for one in strays("2020年11月1日，21家", ["11", "1"], ())] == ["21"]


def test_a_sign_before_a_date_that_is_not_due_makes_nothing_grow() -> None:
    assert strays("2019年7月15日-2021年10月15日，1家", ["1家"], ()) == ()


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("见\n2020年11月1日\n至11日\n止", "见\n2020年11月1日至11日\n止"),
        ("2020\n年11月\n1日至11日", "2020年11月1日至11日"),
        ("2020年1\n1月1日至11日", "2020年1\n1月1日至11日"),
        ("2020年11月1日\n\n至11日", "2020年11月1日\n\n至11日"),
    ],
)
def test_what_goes_on_in_the_next_line_is_read_whole_unless_a_number_is_parted(text: str, whole: str) -> None:
    assert unbroken(text, ["2020年11月1日至11日"]) == whole


def test_of_a_changed_number_that_stands_again_farther_on_only_that_one_is_missing() -> None:
    due = ["近34亿元", "2亿棵", "20个", "近34亿元", "5个"]
    found = match("投入近31亿元，2亿棵，20个；近34亿元，5个", due, ())
    assert (found.misplaced, found.missing) == ((), (0,))
    assert [one.text for one in found.strays] == ["31"]


def test_as_many_as_can_stand_in_their_order_when_one_is_moved() -> None:
    assert match("乙1个，丙2个，丁3个，甲9个", ["9个", "1个", "2个", "3个"], ()).misplaced == (0,)
