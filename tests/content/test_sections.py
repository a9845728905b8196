"""Sections of the author's own: what each kind is read as, where it stands, and what is wrong with one, told at its line with the cure."""

from __future__ import annotations

import pytest

from generator.content.model import Paragraph, Picture, TextTable

LETTER = "{kind: letter, name: 致辞, text: 各位, by: 顾闻溪}"


@pytest.fixture
def read(author, whole):
    def report(text: str):
        return author(f"{whole}{text}\n")

    return report


def said(phrase) -> str:
    return "".join(getattr(one, "text", "") for one in phrase.nodes)


def table(report) -> list[list[str]]:
    (block,) = (one for one in report.sections[0].blocks if isinstance(one, TextTable))
    return [[said(cell) for cell in row] for row in (block.head, *block.rows)]


def test_a_letter_has_who_signs_it(read) -> None:
    report, found = read("sections: [{kind: letter, name: 致辞, text: 各位, by: 顾闻溪, office: 馆长, brief: 谢谢}]")
    assert found == []
    letter = report.sections[0].letter
    assert (said(letter.by), said(letter.office), said(letter.brief), letter.portrait) == ("顾闻溪", "馆长", "谢谢", None)


def test_awards_are_a_table_of_the_columns_that_are_told(read) -> None:
    report, found = read(
        "sections: [{kind: awards, name: 荣誉, awards: [{name: 示范馆, when: 2021年4月}, {name: 先进集体, by: 市政府}]}]"
    )
    assert found == []
    assert table(report) == [["时间", "奖项", "授予单位"], ["2021年4月", "示范馆", ""], ["", "先进集体", "市政府"]]


def test_a_chronicle_goes_by_months_in_order_of_time_and_names_each_once(read) -> None:
    events = (
        "{when: 2021年3月21日, text: 丙}",
        "{when: 2021年3月2日, text: 乙}",
        "{when: 2020年12月, text: 甲}",
        "{when: 2021年5月, text: 丁}",
    )
    report, found = read(f"sections: [{{kind: chronicle, name: 大事记, events: [{', '.join(events)}]}}]")
    assert found == []
    assert table(report)[1:] == [["2020年12月", "甲"], ["2021年3月", "2日　乙"], ["", "21日　丙"], ["5月", "丁"]]


def test_voices_are_quotations_with_their_speakers(read) -> None:
    report, found = read("sections: [{kind: quotations, name: 读者说, quotations: [{text: 好, who: 甲}, {text: 很好, who: 乙}]}]")
    assert found == []
    assert [(one.kind, said(one.phrase)) for one in report.sections[0].blocks if isinstance(one, Paragraph)] == [
        ("quote", "好"), ("speaker", "甲"), ("quote", "很好"), ("speaker", "乙"),
    ]  # fmt: skip


def test_pictures_stand_after_the_words(read) -> None:
    report, found = read(
        "sections: [{kind: pictures, name: 一年, text: 看, pictures: "
        "[{file: 甲.jpg, alt: 湖, numbers: 无}, {file: 乙.jpg, alt: 山, numbers: 无}]}]"
    )
    assert found == []
    assert [one.file if isinstance(one, Picture) else said(one.phrase) for one in report.sections[0].blocks] == [
        "看",
        "甲.jpg",
        "乙.jpg",
    ]


def test_a_form_has_questions_with_boxes_and_lines(read) -> None:
    report, found = read(
        "sections: [{kind: feedback, name: 意见, reply: 寄到甲, questions: [{text: 好吗, options: [好, 不好]}, {text: 还有, lines: 3}]}]"
    )
    assert found == []
    form = report.sections[0]
    assert [(said(one.text), [said(option) for option in one.options], one.lines) for one in form.questions] == [
        ("好吗", ["好", "不好"], 0), ("还有", [], 3),
    ]  # fmt: skip
    assert said(form.reply) == "寄到甲"


KINDS = f"""\
closing: {{message: 问}}
sections:
  - {{kind: feedback, name: 意见, questions: [{{text: 好吗}}]}}
  - {{kind: index, name: 索引, rows: [{{code: GRI A, name: 村, where: [淘宝村]}}]}}
  - {{kind: text, name: 说明, text: 甲}}
  - {LETTER}
"""


def test_letters_stand_first_and_index_and_form_last(read) -> None:
    report, found = read(KINDS)
    assert found == []
    assert report.order == (
        "about", "sections[致辞]", "overview", "themes", "history", "outlook", "sections[说明]",
        "sections[意见]", "sections[索引]", "closing",
    )  # fmt: skip


def test_an_order_is_as_it_is_written(read) -> None:
    report, found = read(f"{KINDS}order: [themes, 致辞, 索引, overview, 说明, closing, 意见]")
    assert found == []
    assert report.order == (
        "themes", "sections[致辞]", "sections[索引]", "overview", "sections[说明]", "closing", "sections[意见]", "about",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sections: [{kind: lettr, name: 甲}]", "content.yaml:8:19: error: bad-choice.of"),
        ("sections: [{name: 甲}]", "content.yaml:8:12: error: missing-field.in-item key=kind"),
        ("sections: [{kind: letter, name: 甲, text: 乙}]", "content.yaml:8:12: error: missing-field.in-item key=by"),
        ("sections: [{kind: text, name: 甲, text: 乙, rows: []}]", "unknown-key.here key=rows"),
        ("sections: [{kind: awards, name: 甲, awards: [{nam: 乙}]}]", "hint.did-you-mean cure=name"),
        ("sections: [{kind: table, name: 甲, table: 乙}]", "bad-section.no-table"),
        ("sections: [{kind: chronicle, name: 甲, events: [{when: 2021年, text: 乙}]}]",
         "content.yaml:8:55: error: bad-section.no-month period=2021年"),
        (f"sections: [{LETTER}, {LETTER}]", "duplicate-section.again name=致辞"),
        (f"sections: [{LETTER}]\norder: [overview, themes]", "content.yaml:9:1: error: bad-order.missing names=('致辞',)"),
        (f"sections: [{LETTER}]\norder: [致词, 致辞, overview, themes]", "hint.did-you-mean cure=致辞"),
        (f"sections: [{LETTER}]\norder: [history, 致辞, overview, themes]", "content.yaml:9:9: error: bad-order.unknown name=history"),
        (f"sections: [{LETTER}]\norder: [致辞, overview, themes, 致辞]", "bad-order.again name=致辞"),
        ("order: [overview, about, themes]", "bad-order.about"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(read, text, told) -> None:
    _, found = read(text)
    assert told in "\n".join(found)
    assert sum("error" in one for one in found) == 1
