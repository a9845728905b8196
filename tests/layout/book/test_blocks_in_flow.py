"""Tables, notes and lists among the words of a column: what parts where, and where numbers and notes stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.document.model import Footnote, Paragraph, Phrase, Run, TextTable
from generator.drawing import Group, Link, Role, TextRun
from generator.layout.book.column_widths import MOST_LINES, Need, lines_in, widths
from generator.layout.book.compositor import compositor_at
from generator.layout.book.flow import height, take
from generator.layout.book.prose import passages, set_down, under_words
from generator.layout.book.text_table import TablePiece, is_wide, table_piece
from generator.units import mm, pt
from tests.layout.book.book_making import GRID, desk

MEASURE = mm(111)
AT = compositor_at(desk())
INK = AT.look.ink


def words(text: str, kind: str = "text", origin: str = "here", **more) -> Paragraph:
    return Paragraph(kind, (Run(text),), origin, **more)


def table(rows: list[list[str]], head: tuple[str, ...] = ("项目", "数值", "说明"), title: str = "比较") -> TextTable:
    cells = tuple(
        tuple((Run(cell, "use" if cell[:1].isdigit() or cell[:1] == "近" else ""),) if cell else () for cell in row)
        for row in rows
    )
    return TextTable(Phrase((Run(title),), "t"), tuple((Run(one),) for one in head), cells, ("left",) * len(head), (), "table")


def runs(items) -> list[tuple[str, int, int]]:
    found = []
    for item in items:
        if isinstance(item, TextRun):
            found.append((item.text, item.origin_point.x, item.origin_point.y))
        elif isinstance(item, Group):
            found += [(text, x + item.at.x, y + item.at.y) for text, x, y in runs(item.items)]
    return found


def roles(items) -> list[Role]:
    return [role for item in items if isinstance(item, Group) for role in (item.role, *roles(item.items))]


def test_numbers_stand_under_one_another_by_their_decimal_signs() -> None:
    made = table_piece(AT, table([["甲", "12.5万元", ""], ["乙", "1234万元", ""], ["丙", "0.75万元", ""]]), MEASURE, INK)
    drawn = {text: x for text, x, _ in runs(made.draw(GRID, 0, 10))}
    style = AT.voices.cell.style

    def point(number: str) -> int:
        return drawn[number] + AT.width(number.partition("万")[0].partition(".")[0], style.face, style.size)

    assert max(point(one) for one in ("12.5万元", "1234万元", "0.75万元")) - min(
        point(one) for one in ("12.5万元", "1234万元", "0.75万元")
    ) < pt(0.5)


def test_a_table_goes_on_under_its_head_and_says_so() -> None:
    made = table_piece(AT, table([[f"行{at}", f"{at}个", "说明"] for at in range(1, 41)]), MEASURE, INK)
    (here,), (rest,) = made.split(20)
    assert here.lines <= 20
    assert isinstance(rest, TablePiece)
    assert (here.end, rest.start, rest.end) == (here.end, here.end, 40)
    again = [text for text, _, _ in runs(rest.draw(GRID, 0, 10))]
    assert again[0].startswith("续表")
    assert "项目" in again
    header = next(one for one in rest.draw(GRID, 0, 10)[0].items if isinstance(one, Group) and one.role is Role.ARTIFACT)
    assert header is not None


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 9])
def test_no_row_stands_with_the_head_alone(count: int) -> None:
    made = table_piece(AT, table([[f"行{at}", f"{at}个", ""] for at in range(count)]), MEASURE, INK)
    for room in range(1, made.lines):
        here, rest = made.split(room)
        assert rest
        assert all(one.lines <= room and one.end - one.start >= 2 for one in here)
        assert all(one.end - one.start >= 2 for one in rest) or not here


def test_a_column_is_as_wide_as_its_longest_word_and_none_wider_than_serves() -> None:
    needs = (Need(mm(20), mm(30)), Need(mm(10), mm(200)), Need(mm(15), mm(15), firm=True))
    made = widths(needs, mm(100))
    assert mm(99) < sum(made) <= mm(100)
    assert all(width >= need.least for width, need in zip(made, needs, strict=True))
    assert lines_in(needs, mm(100)) == 4
    assert lines_in(needs, mm(40)) == MOST_LINES + 1
    assert widths((Need(mm(5), mm(10)), Need(mm(5), mm(10))), mm(100)) == (mm(18), mm(18))


def test_a_table_of_many_columns_wants_the_whole_measure() -> None:
    many = table([["说明文字写得长一些" * 4] * 8] * 3, tuple("甲乙丙丁戊己庚辛"))
    assert is_wide(AT, many, MEASURE)
    assert not is_wide(AT, table([["甲", "1个", "短"]]), MEASURE)


def noted(text: str, *notes: str) -> Paragraph:
    mark = Run("①", "mark", shift="super", note="n")
    made = tuple(Footnote((Run("①", "mark"),), (Run(note),), f"n{at}") for at, note in enumerate(notes))
    return Paragraph("text", (Run(text), mark, Run("完" * 60)), "here", notes=made)


def test_a_note_stands_where_its_mark_does() -> None:
    flow = passages(AT, (noted("字" * 100, "注释一句"),), MEASURE, INK)
    here, rest = take(flow, 2)
    assert not here[0].notes
    assert len(rest[0].notes) == 1


def test_notes_that_no_foot_holds_stand_under_the_words() -> None:
    flow = passages(AT, (noted("字" * 40, "注释一句"), words("后文")), MEASURE, INK)
    under = under_words(GRID, flow)
    assert height(under) > height(flow)
    assert [one.notes for one in under] == [()] * len(under)
    told = runs(set_down(GRID, under, 0, 10, INK))
    assert "注释一句" in told[-1][0]


def test_a_list_in_a_list_belongs_to_its_item() -> None:
    blocks = (words("外", "item", "a"), words("内", "item", "b", depth=1), words("再", "item", "c", depth=1, number=(Run("1."),)))
    flow = passages(AT, blocks, MEASURE, INK)
    assert [one.home for one in flow] == ["", "a", "a"]
    drawn = set_down(GRID, flow, 0, 10, INK)
    assert roles(drawn).count(Role.LIST) == 2
    assert roles(drawn).count(Role.LABEL) == 1
    here, rest = take(flow, 1)
    assert (here, len(rest)) == ((), 3)


def test_the_words_of_a_link_lead_to_its_address() -> None:
    text = (Run("见"), Run("年报", link="https://example.org/a"), Run("。"))
    flow = passages(AT, (Paragraph("text", text, "here"),), MEASURE, INK)
    (group,) = set_down(GRID, flow, 0, 10, INK)
    link = next(one for one in group.items if isinstance(one, Group) and one.role is Role.LINK)
    assert [(one.uri, one.alt) for one in link.items if isinstance(one, Link)] == [("https://example.org/a", "年报")]
    assert {one.ink for one in link.items if isinstance(one, TextRun)} == {AT.look.link}


def test_a_heading_below_none_is_one_itself() -> None:
    alone, under = words("小", "subheading", "a"), (words("大", "heading", "b"), words("小", "subheading", "c"))
    assert [one.composed.role for one in passages(AT, (alone, *under), MEASURE, INK)] == [
        Role.HEADING_2,
        Role.HEADING_2,
        Role.HEADING_3,
    ]


def test_a_speaker_stands_with_what_was_said() -> None:
    flow = passages(AT, (words("话" * 200, "quote", "q"), words("林青", "speaker", "s")), MEASURE, INK)
    room = height(flow) - 1
    here, rest = take(flow, room)
    assert rest[-1].kind == "speaker"
    assert sum(one.lines for one in rest) >= 3
    assert replace(here[0], end=0).kind == "quote"
