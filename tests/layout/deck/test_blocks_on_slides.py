"""What a deck makes of the blocks of a text: tables, pictures and quotations have slides, lists their levels, notes the speaker's page."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.charts.drawings import Drawings
from generator.design.format import CLASSIC, WIDE
from generator.document.model import FIGURES, Paragraph, Phrase, Run, Statement, plain
from generator.drawing import Pixels
from generator.ink import contrast
from generator.layout.deck.order import lay_out
from generator.layout.deck.slide import DrawingBox, PictureBox, TableBox, TextBox
from generator.layout.desk import desk_for
from generator.pictures.model import Vectors
from generator.units import Rect, Size, pt
from tests.layout.deck.block_making import noted, picture, quotation, table, with_blocks
from tests.layout.deck.deck_making import LIBRARY, box, boxes, deck_of, faults, sample_report, text

SAMPLE = sample_report()
YEARS = table(SAMPLE, "年份|供水量|漏损率", "前年|12345.6|12.5%", "去年|13001|9.75%", "今年|—|8%", title="漏损率年年在降")
SIGHTS = {
    "wide.jpg": Pixels(30, 10, bytes(900)),
    "high.jpg": Pixels(12, 20, bytes(720)),
    "square.svg": Vectors(Size(pt(10), pt(10)), ()),
}


def seen(report, slide=WIDE):
    """The deck of a report whose pictures are at hand, and what there is to tell of it."""
    return lay_out(replace(desk_for(report, LIBRARY, Drawings(), slide=slide), pictures=SIGHTS))


def tables(deck, title):
    """The tables of the slides whose titles begin with these words, with their slides."""
    return [(one, item) for one in deck.slides if one.title.startswith(title) for item in one.items if isinstance(item, TableBox)]


def read(item):
    return [["".join(run.text for one in cell.paragraphs for run in one.runs) for cell in row] for row in item.rows]


def spoken(deck):
    return "\n".join("".join(run.text for run in one.runs) for slide in deck.slides for one in slide.notes)


def test_a_table_has_a_native_table_of_its_own_with_its_words_in_order():
    deck = deck_of(with_blocks(YEARS))
    ((slide, item),) = tables(deck, "漏损率年年在降")
    assert (slide.layout.split(" · ")[0], slide.hidden) == ("表格", False)
    assert read(item) == [
        ["年份", "供水量", "漏损率"],
        ["前年", "12345.6", "12.5%"],
        ["去年", "13001", "9.75%"],
        ["今年", "—", "8%"],
    ]
    assert item.alt == "漏损率年年在降：表格，各列依次为年份、供水量、漏损率"
    assert plain(slide.speech.script[0]) == "请看这张表，逐行看年份、供水量、漏损率。"


def test_the_whole_parts_of_its_numbers_end_under_one_another():
    ((_, item),) = tables(deck_of(with_blocks(YEARS)), "漏损率年年在降")
    free = [(row[2].insets or item.insets).right for row in item.rows]
    assert free[0] == free[2] == item.insets.right, "the head and the longest tail end at the edge"
    assert free[3] > free[1] > free[2], "8% has no decimals, 12.5% one, 9.75% two"


def test_one_without_a_title_stands_under_its_parts_message():
    deck = deck_of(with_blocks(replace(YEARS, title=None)))
    message = str(SAMPLE.themes[0].message)
    assert [slide.title for slide, _ in tables(deck, "抗疫与复工复产：")] == [f"抗疫与复工复产：{message}"]


LONG = table(SAMPLE, "区|水质", *[f"{one}区|合格" for one in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未"], title="各区水质")


def test_a_long_table_is_looked_up_in_the_backup_its_head_on_every_slide():
    found = tables(deck_of(with_blocks(LONG)), "各区水质")
    assert len(found) > 1
    assert all(slide.hidden and read(item)[0] == ["区", "水质"] for slide, item in found)
    assert [row[0] for _, item in found for row in read(item)[1:]] == [plain(row[0]) for row in LONG.rows]
    assert faults(with_blocks(LONG)) == []


def test_the_author_may_call_it_all_the_same_and_leave_a_short_one_out():
    deck = deck_of(with_blocks(YEARS, LONG, deck=(FIGURES, "table 2")))
    assert not any(slide.hidden for slide, _ in tables(deck, "各区水质"))
    assert [slide.hidden for slide, _ in tables(deck, "漏损率年年在降")] == [True]


@pytest.mark.parametrize("slide", [WIDE, CLASSIC])
def test_columns_that_have_no_room_go_on_under_the_same_names(slide):
    heads = "|".join(["厂", *"甲乙丙丁戊己庚"])
    row = "|".join(["第一水厂", *["1234567.89万立方米"] * 7])
    report = with_blocks(table(SAMPLE, heads, row, row, title="宽"))
    found = [read(item) for _, item in tables(deck_of(report, slide), "宽")]
    assert all(one[0][0] == "厂" for one in found)
    assert [head for one in found for head in one[0][1:]] == [*"甲乙丙丁戊己庚"]
    assert faults(report, slide) == []


def test_a_number_that_no_slide_holds_is_a_fault_with_a_way_out():
    (fault, *_) = faults(with_blocks(table(SAMPLE, "厂|数", "第一水厂|" + "1234567890" * 12 + "元", title="宽")))
    assert [hint.key for hint in fault.hints] == ["hint.narrower-table"]


@pytest.mark.parametrize(("said", "shown"), [(1, 1), (2, 1)])
def test_the_first_quotation_of_a_theme_has_a_slide_and_the_others_are_for_the_speaker(said, shown):
    voices = [
        quotation(SAMPLE, f"水是{'大家' * (one + 1)}的", f"某{one}厂长".replace("0", "甲").replace("1", "乙"))
        for one in range(said)
    ]
    deck = deck_of(with_blocks(*(block for one in voices for block in one)))
    slides = [one for one in deck.slides if one.layout.startswith("引述")]
    assert [slide.title for slide in slides] == ["水是大家的"][:shown]
    assert ("某乙厂长说：水是大家大家的" in spoken(deck)) == (said > 1)


def test_where_a_theme_has_a_statement_of_its_own_a_quotation_is_for_the_speaker():
    origin = SAMPLE.imprint.title.origin
    stated = Statement(Phrase((Run("先把水供好"),), origin), Phrase((Run("董事长"),), origin), (Run("来源：简讯"),), origin)
    deck = deck_of(with_blocks(*quotation(SAMPLE, "水是大家的", "某厂长"), statement=stated))
    assert [one.title for one in deck.slides if one.layout.startswith("引述")] == ["先把水供好"]
    assert "某厂长说：水是大家的" in spoken(deck)


def items(*rows):
    """A list: depth, whether it is numbered, words."""
    origin = SAMPLE.imprint.title.origin
    marks = (("", "."), ("（", "）"))
    return tuple(
        Paragraph("item", (Run(words),), origin, depth, (Run(marks[depth][0] + str(number) + marks[depth][1]),) if number else ())
        for depth, number, words in rows
    )


def test_lists_of_a_sections_text_keep_their_levels_and_numbers():
    rows = items((0, 1, "先查"), (0, 2, "再换"), (1, 0, "先老城"), (1, 1, "后新区"), (0, 3, "看住"))
    report = replace(SAMPLE, outlook=replace(SAMPLE.outlook, blocks=rows, points=(), charts=()))
    slide = next(one for one in deck_of(report).slides if one.title == str(SAMPLE.outlook.message))
    told = box(slide, "正文").paragraphs
    assert [one.level for one in told] == [0, 0, 1, 1, 0]
    assert ["".join(run.text for run in one.number) or one.bullet for one in told] == ["1.", "2.", "–", "(1)", "3."]
    assert all(one.outer < one.indent for one in told)
    assert told[2].outer > told[1].outer


def test_a_list_of_a_theme_without_points_is_for_the_speaker():
    deck = deck_of(with_blocks(*items((0, 1, "先查"), (0, 2, "再换")), points=()))
    assert "先查；再换" in spoken(deck)


def test_marks_stand_on_the_slide_whose_notes_have_what_they_lead_to():
    mark = Run("①", shift="super", note="here")
    note = noted(SAMPLE, "①", "按出厂计量")
    cells = ((*YEARS.rows[0][:2], (*YEARS.rows[0][2], mark)), *YEARS.rows[1:])
    deck = deck_of(with_blocks(replace(YEARS, rows=cells, notes=(note,))))
    ((slide, item),) = tables(deck, "漏损率年年在降")
    (raised,) = [run for row in item.rows for cell in row for one in cell.paragraphs for run in one.runs if run.shift == "super"]
    assert raised.text == "①"
    assert [plain(one) for one in slide.speech.remarks] == ["① 按出厂计量"]
    assert "① 按出厂计量" in spoken(deck)
    assert all(not run.note for one in deck.slides for line in one.speech.script for run in line)


def test_a_link_is_live_on_paper_and_plain_words_on_a_field():
    link = Run("年报", link="https://example.org/a")
    theme = replace(SAMPLE.themes[0], message=Phrase((link,), SAMPLE.themes[0].message.origin))
    rows = (((link,), *YEARS.rows[0][1:]), *YEARS.rows[1:])
    deck = deck_of(with_blocks(replace(YEARS, rows=rows), report=replace(SAMPLE, themes=(theme, *SAMPLE.themes[1:]))))
    ((_, item),) = tables(deck, "漏损率年年在降")
    (live,) = [run for row in item.rows for cell in row for one in cell.paragraphs for run in one.runs if run.link]
    assert live.link == "https://example.org/a"
    assert contrast(live.style.ink, deck.master.colors[1]) >= 4.5
    divider = next(one for one in deck.slides if one.layout.startswith("章节"))
    assert not any(run.link for one in boxes(divider) for line in one.paragraphs for run in line.runs)


@pytest.mark.parametrize("slide", [WIDE, CLASSIC])
@pytest.mark.parametrize("file", SIGHTS)
@pytest.mark.parametrize("place", ["", "column", "portrait", "full", "bleed"])
def test_a_picture_has_a_slide_with_what_it_shows_its_title_first(file, place, slide):
    told = seen(with_blocks(picture(SAMPLE, file, "老水塔改成了节水馆", place, credit="摄影：某某")), slide)
    found = [(one, item) for one in told.value.slides for item in one.items if item.name == "图片"]
    ((shown, item),) = found
    assert (shown.title, item.alt) == ("老水塔改成了节水馆", "水塔立在河边")
    assert isinstance(item, DrawingBox if file.endswith("svg") else PictureBox)
    assert next(one for one in shown.items if isinstance(one, TextBox)).placeholder == "title"
    assert "摄影：某某" in "".join(text(one) for one in boxes(shown))
    assert plain(shown.speech.script[0]) == "请看图：水塔立在河边。"
    assert [one for one in told.diagnostics if one.code == "does-not-fit"] == []


@pytest.mark.parametrize("place", ["", "full"])
@pytest.mark.parametrize("slide", [WIDE, CLASSIC])
@pytest.mark.parametrize("file", SIGHTS)
def test_no_text_stands_on_a_picture(file, place, slide):
    deck = seen(with_blocks(picture(SAMPLE, file, "老水塔改成了节水馆", place, credit="摄影：某某")), slide).value
    shown, item = next((one, item) for one in deck.slides for item in one.items if item.name == "图片")
    for one in boxes(shown):
        assert not overlaps(one.rect, item.rect), one.name
    if isinstance(item, PictureBox) and not place:
        ratio = SIGHTS[file].across / SIGHTS[file].down
        assert item.rect.width / item.rect.height == pytest.approx(ratio, rel=0.01), "shown whole"


def overlaps(one: Rect, other: Rect) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    return across > 0 and min(one.bottom, other.bottom) - max(one.y, other.y) > 0


def test_what_a_picture_says_in_numbers_is_said_on_its_slide():
    report = with_blocks(picture(SAMPLE, "wide.jpg", "老水塔", says="34米"))
    shown, item = next((one, item) for one in seen(report).value.slides for item in one.items if item.name == "图片")
    assert item.alt.endswith("34米")
    assert "图中数字：34米" in "".join(text(one) for one in boxes(shown))


BLOCKS = st.lists(st.sampled_from(["table", "long", "picture", "quote", "list", "words"]), max_size=6)


def block(kind, at):
    mark = "甲乙丙丁戊己"[at]
    origin = SAMPLE.imprint.title.origin
    return {
        "table": (table(SAMPLE, "项|数", f"{mark}厂|12.5", f"{mark}站|8", title=f"{mark}表"),),
        "long": (table(SAMPLE, "区|水质", *[f"{mark}{one}区|好" for one in "子丑寅卯辰巳午未申"], title=f"{mark}长表"),),
        "picture": (picture(SAMPLE, "wide.jpg", f"{mark}图"),),
        "quote": quotation(SAMPLE, f"{mark}话要说在前头", f"{mark}某"),
        "list": items((0, 1, f"{mark}先"), (0, 2, f"{mark}后")),
        "words": (Paragraph("text", (Run(f"{mark}段说的是水。"),), origin),),
    }[kind]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BLOCKS, st.booleans())
def test_every_block_is_on_one_slide_or_with_the_speaker_once_and_in_order(kinds, in_section):
    blocks = tuple(one for at, kind in enumerate(kinds) for one in block(kind, at))
    plain_words = replace(SAMPLE.outlook, blocks=blocks, points=(), charts=())
    report = replace(SAMPLE, outlook=plain_words) if in_section else with_blocks(*blocks, points=())
    made = seen(report)
    deck = made.value
    assert [one for one in made.diagnostics if one.code == "does-not-fit"] == []
    titles = [one.title for one in deck.slides]
    for kind, suffix in (("table", "表"), ("long", "长表"), ("picture", "图")):
        due = ["甲乙丙丁戊己"[at] + suffix for at, one in enumerate(kinds) if one == kind]
        own = [re.sub("（.*", "", title) for title in titles if re.fullmatch(f"[甲乙丙丁戊己]{suffix}(（.*）)?", title)]
        assert list(dict.fromkeys(own)) == due
    for at, kind in enumerate(kinds):
        mark = "甲乙丙丁戊己"[at]
        if kind == "quote":
            shown = [one for one in deck.slides if f"{mark}话要说在前头" in "".join(map(text, boxes(one)))]
            assert len(shown) + (f"{mark}某说：{mark}话要说在前头" in spoken(deck)) == 1
        if kind == "list" and not in_section:
            assert spoken(deck).count(f"{mark}先；{mark}后") == 1
