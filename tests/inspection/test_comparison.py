"""Two statements compared: what is there and not stated, what is stated and not there, and what of either changed."""

from __future__ import annotations

from generator.inspection.comparison import Difference, compare
from generator.inspection.matter import Judge, Matter
from generator.outputs import DECK
from generator.statement.model import Facts, Kind, Run, Sheet, Statement, Thing, facts


def text(words: str, x: float = 10, y: float = 10, *, look: Facts = (), **more: float) -> Thing:
    return Thing(Kind.TEXT, (Run(words, look),), facts(x=x, y=y, **more), "正文")


def mark(x: float, y: float, width: float, height: float, **more: float | str) -> Thing:
    return Thing(Kind.MARK, (), facts(x=x, y=y, width=width, height=height, **more), "图形")


def bar(width: float, y: float = 0) -> Thing:
    return mark(0, y, width, 10, fill="244480", chart=1)


def sheet(*things: Thing, number: int = 1, **told: int) -> Sheet:
    return Sheet(number, facts(**told), things)


def differences(stated: list[Sheet], found: list[Sheet]) -> list[Difference]:
    return list(compare(Statement(DECK, (), tuple(stated)), Statement(DECK, (), tuple(found)), Judge()))


def matters(stated: Sheet, found: Sheet) -> list[Matter]:
    return [one.matter for one in differences([stated], [found])]


def test_equal_statements_do_not_differ() -> None:
    one = sheet(text("近34亿元"), bar(80), mark(0, 0, 5, 5, fill="FFFFFF"))
    assert matters(one, one) == []


def test_rounding_is_no_difference() -> None:
    assert matters(sheet(mark(10, 10, 80, 20, fill="FFFFFF")), sheet(mark(10.03, 10.02, 79.97, 20, fill="FFFFFF"))) == []


def test_a_changed_number_is_one_difference() -> None:
    assert matters(sheet(text("近34亿元"), text("别的话", y=40)), sheet(text("近43亿元"), text("别的话", y=40))) == [
        Matter.NUMBER
    ]


def test_a_changed_word_is_wording() -> None:
    assert matters(sheet(text("先护住生命")), sheet(text("先保护生命"))) == [Matter.WORDING]


def test_what_is_gone_and_what_is_new_is_told() -> None:
    assert matters(sheet(text("近34亿元"), text("话", y=40)), sheet(text("话", y=40))) == [Matter.NUMBER]
    assert matters(sheet(text("话", y=40)), sheet(text("话", y=40), text("内部资料", y=300))) == [Matter.WORDING]


def test_numbers_that_change_places_are_told_however_it_was_done() -> None:
    stated = sheet(text("20个", 10), text("5425个", 200))
    in_place = sheet(text("5425个", 10), text("20个", 200))
    carried = sheet(text("20个", 200), text("5425个", 10))
    assert set(matters(stated, in_place)) == set(matters(stated, carried)) == {Matter.NUMBER}


def test_labels_that_change_places_make_their_numbers_lie() -> None:
    assert Matter.NUMBER in matters(
        sheet(text("音乐教室", 10), text("净水装置", 200)), sheet(text("净水装置", 10), text("音乐教室", 200))
    )


def test_a_moved_box_is_looks() -> None:
    assert matters(sheet(text("近34亿元", 10)), sheet(text("近34亿元", 90))) == [Matter.APPEARANCE]


def test_a_bar_of_another_length_says_another_number_and_a_box_does_not() -> None:
    assert matters(sheet(bar(80), bar(40, 20)), sheet(bar(80), bar(60, 20))) == [Matter.NUMBER]
    assert matters(sheet(mark(0, 0, 80, 10, fill="FFFFFF")), sheet(mark(0, 0, 90, 10, fill="FFFFFF"))) == [Matter.APPEARANCE]


def test_a_chart_moved_as_a_whole_is_looks_and_one_dot_of_it_a_number() -> None:
    stated = sheet(bar(80), bar(40, 20))
    assert set(matters(stated, sheet(bar(80, 30), bar(40, 50)))) == {Matter.APPEARANCE}
    assert Matter.NUMBER in matters(stated, sheet(bar(80), bar(40, 50)))


def test_a_mark_at_a_number_is_read_with_it_and_one_elsewhere_is_not() -> None:
    line = text("34亿元", 100, 50, right=140, look=facts(size=12.0))
    assert matters(sheet(line), sheet(line, mark(94, 46, 4, 1, fill="000000"))) == [Matter.NUMBER]
    assert matters(sheet(line), sheet(line, mark(300, 400, 4, 1, fill="000000"))) == [Matter.APPEARANCE]


def test_a_struck_number_is_a_number_and_a_coloured_one_looks() -> None:
    plain, struck = sheet(text("34亿元")), sheet(text("34亿元", look=facts(struck="sngStrike")))
    assert matters(plain, struck) == [Matter.NUMBER]
    assert matters(plain, sheet(text("34亿元", look=facts(colour="244480")))) == [Matter.APPEARANCE]


def test_a_slide_that_is_gone_new_or_elsewhere_is_told_as_a_whole() -> None:
    first, second = (sheet(text(one), number=at) for at, one in enumerate(("投入34亿元", "展望"), 1))
    gone = differences([first, second], [second._replace(number=1)])
    assert [(one.matter, one.whole_sheet) for one in gone] == [(Matter.NUMBER, True), (Matter.WORDING, True)]
    turned = differences([first, second], [second._replace(number=1), first._replace(number=2)])
    assert {one.matter for one in turned} == {Matter.WORDING}


def test_a_hidden_slide_is_a_matter_of_numbers() -> None:
    assert matters(sheet(text("34亿元")), sheet(text("34亿元"), hidden=1)) == [Matter.NUMBER]


def test_a_label_follows_its_cell_or_not() -> None:
    def point(code: str) -> Sheet:
        return sheet(Thing(Kind.POINT, (Run("2020年"),), facts(value="34", format=code), "图表"))

    assert matters(point('"近"0"亿元"'), point('\\近0"亿元"')) == []
    assert matters(point('"近"0"亿元"'), point('"近34亿元"')) == [Matter.NUMBER]
    assert matters(point('"近"General"亿元"'), point('"近"0"亿元"')) == [Matter.NUMBER]
