"""What a reader copies is what the author wrote, to the character, whatever the page did to set it."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_sample import BODY, LIBRARY, Written, book, line, run

from generator.drawing import Glyph, Group, TextRun
from generator.fonts.library import Library
from generator.units import Point, mm, pt
from generator.writers.pdf.document import write
from generator.writers.pdf.fonts import MissingGlyphError


def copies(written):
    return {written.copied_from_pdfium(), written.copied_from_poppler()}


@pytest.mark.parametrize(
    "text",
    [
        "十五年，从一棵树到一片林。",
        "《2020—2021阿里巴巴集团社会责任报告》摘要",
        "“人人3小时”——公益……",
        "Power to the people",
        "比尔·盖茨",
    ],
)
def test_a_line_without_gaps_is_copied_as_written(written, text):
    assert copies(written(run(text))) == {text}


def test_a_gap_beside_a_number_is_not_copied_as_a_space(written):
    page = written(run("截至2021年3月近34亿元", gaps={2: 0.25, 6: 0.25, 7: 0.25, 8: 0.25, 10: 0.25, 12: 0.25}))
    assert copies(page) == {"截至2021年3月近34亿元"}


def test_a_squeezed_mark_is_copied_in_its_place(written):
    assert copies(written(run("发布《报告》（摘要）", gaps={6: -0.5}))) == {"发布《报告》（摘要）"}


def test_runs_of_one_line_are_copied_as_one(written):
    number = run("近34亿元", face="sans-bold")
    assert copies(written(*line(run("实际投入"), number, run("，送出物资")))) == {"实际投入近34亿元，送出物资"}


def test_a_hero_number_in_three_sizes_is_copied_as_one(written):
    small, large = pt(18), pt(54)
    pieces = line(run("近", size=small), run("34", size=large, face="sans-bold"), run("亿元", size=small), gap=0.08)
    assert copies(written(*pieces)) == {"近34亿元"}


def test_a_subscript_belongs_to_its_line(written):
    two = run("2", y=mm(30) + pt(1.5), size=pt(6))
    assert copies(written(*line(run("减少CO"), two, run("排放"), gap=0))) == {"减少CO2排放"}


def test_a_label_beside_a_hero_number_is_a_line_of_its_own(written):
    number = run("34", size=pt(54), y=mm(60))
    label = run("支援抗疫", x=mm(20) + number.width + pt(4), y=mm(60) + pt(12))
    assert written(number, label).content().count("BT") == 2


def test_a_hyphen_that_only_the_page_shows_is_not_copied(written):
    page = written(run("Sustain", shown="Sustain-"), run("ability", y=mm(36)))
    assert copies(page) == {"Sustain\nability"}


def test_a_space_without_a_glyph_is_copied_all_the_same(written):
    whole = run("AB", gaps={1: 0.3})
    spaced = TextRun(whole.origin_point, whole.face, whole.size, whole.ink, whole.glyphs, "A B", whole.width)
    assert copies(written(spaced)) == {"A B"}


@pytest.mark.parametrize("text", ["𬜬", "姓𬜬的人", "𬜬𬜬"])
@pytest.mark.parametrize("gap", [0, 0.25])
def test_characters_beyond_the_basic_plane_are_copied(written, text, gap):
    number = run("34个", x=mm(60), gaps={0: gap, 2: gap}, origin="elsewhere")
    page = written(run(f"有{text}", gaps={}), number)
    assert all(f"有{text}" in copied and "34个" in copied for copied in copies(page))


def test_a_line_with_gaps_may_hold_a_character_beyond_the_basic_plane(written):
    assert copies(written(run("2020年𬜬姓34人", gaps={4: 0.25, 7: 0.25, 9: 0.25}))) == {"2020年𬜬姓34人"}


def test_a_line_of_several_runs_may_hold_a_character_beyond_the_basic_plane(written):
    page = written(*line(run("减排"), run("3.4"), run("吨，𬜬先生")))
    assert copies(page) == {"减排3.4吨，𬜬先生"}


def test_columns_stay_apart(written):
    rows = [
        run("栏一的首行", mm(20), mm(30), gaps={1: 0.2}),
        run("栏二的首行", mm(60), mm(30), gaps={1: 0.2}),
    ]
    assert copies(written(*rows)) == {"栏一的首行 栏二的首行"}


def test_lines_of_a_paragraph_stay_lines(written):
    page = written(run("第一行有5个", gaps={4: 0.25, 5: 0.25}), run("第二行有6个", y=mm(36), gaps={4: 0.25, 5: 0.25}))
    assert copies(page) == {"第一行有5个\n第二行有6个"}


def test_text_of_different_origins_is_never_run_together(written):
    page = written(run("甲", origin="a"), run("乙", x=mm(20) + BODY + round(0.5 * BODY), origin="b"))
    assert page.content().count("BT") == 2


def test_text_in_a_group_is_copied_like_any_other(written):
    inner = run("支援34亿元", x=0, y=0, gaps={2: 0.25, 4: 0.25})
    page = written(Group((Group((inner,), at=Point(mm(5), mm(5))),), at=Point(mm(20), mm(30))))
    assert copies(page) == {"支援34亿元"}
    left, _, _, top = page.pdfium[0].get_textpage().get_charbox(0)
    assert left == pytest.approx(mm(25) / 12700, abs=1.5)
    assert 297 / 25.4 * 72 - top == pytest.approx(mm(35) / 12700 - 8.5, abs=2)


def test_one_glyph_may_stand_for_different_characters(written):
    one, other = run("三月的树"), run("三月的林", y=mm(40))
    glyphs = tuple(glyph._replace(text="⽉") if glyph.text == "月" else glyph for glyph in other.glyphs)
    radical = replace(other, glyphs=glyphs, text="三⽉的林")
    assert copies(written(one, radical)) == {"三月的树\n三⽉的林"}


def test_a_glyph_may_stand_for_several_characters(written):
    fi = LIBRARY.face("sans-regular").glyph("人")
    ligature = TextRun(Point(mm(20), mm(40)), "sans-regular", BODY, run("月").ink, (Glyph(fi, 0, "fi"),), "fi", BODY)
    assert copies(written(ligature)) == {"fi"}


def test_glyph_0_is_never_written(tmp_path):
    empty_box = TextRun(Point(0, 0), "sans-regular", BODY, run("一").ink, (Glyph(0, 0, "𠮷"),), "𠮷", BODY, origin="themes.0")
    with pytest.raises(MissingGlyphError, match=r"`𠮷`, from themes\.0"):
        write(book([empty_box]), Library.open(), tmp_path / "report.pdf")
    assert not (tmp_path / "report.pdf").exists()


WORDS = st.text(st.sampled_from("一二三十年树林的人公益亿元“”《》，。、—0123456789ABcd%·"), min_size=1, max_size=30)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=WORDS, gaps=st.dictionaries(st.integers(1, 29), st.floats(-0.5, 0.5), max_size=8), parts=st.integers(1, 3))
def test_any_line_set_in_any_way_is_copied_as_written(tmp_path, text, gaps, parts):
    size = -(-len(text) // parts)
    pieces = [text[start : start + size] for start in range(0, len(text), size)]
    page = Written(tmp_path, book(line(*(run(piece, gaps=gaps) for piece in pieces))))
    assert page.copied_from_pdfium() == text
