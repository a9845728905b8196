"""Blocks as they are meant: numbers in tables, captions and notes are uses of the ledger, notes are numbered by part."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.reader import read
from generator.document.ledger import UseKind
from generator.document.model import Paragraph, Picture, ResolvedReport, TextTable, plain
from generator.document.resolve import resolve

CONTENT = """\
report: {title: 年报, organization: 甲, edition: 2020, date: 2021年8月5日, brand: {rgb: "#FF6A00", cmyk: 0 70 100 0}}
sources: {报道: {title: 报道}}
figures:
  淘宝村: {means: 全国淘宝村, kind: stock, values: {2013年: 20个, 2020年: 5425个}, source: 报道 第4段}
about:
  text: |
    两条注[^a]，后一条[^b]。

    2. 有编号
       1. 里面

    表：各年
    | 年 | 数[^c] |
    |---|--:|
    | 早 | 【淘宝村@2013年】 |

    ![湖](湖.jpg "村里的湖，【淘宝村】")

    [^a]: 至【淘宝村:时期】
    [^b]: 共【淘宝村】
    [^c]: 见[页](https://example.org/)
overview: {text: "再注[^a]\\n\\n[^a]: 又一条"}
themes: [{name: 甲, color: 朱砂, message: 甲, heroes: [淘宝村], text: "主题里的[^1]\\n\\n[^1]: 从头数"}]
pictures: {湖.jpg: {numbers: 无}}
"""


@pytest.fixture
def report(tmp_path: Path) -> ResolvedReport:
    file = tmp_path / "content.yaml"
    file.write_text(CONTENT, "utf-8")
    told = read(file)
    assert told.value, told.diagnostics
    resolved = resolve(told.value)
    assert resolved.value, resolved.diagnostics
    return resolved.value


def test_notes_are_numbered_by_part_and_each_mark_leads_to_its_own(report: ResolvedReport) -> None:
    text, table = report.about.text[0], next(one for one in report.about.blocks if isinstance(one, TextTable))
    notes = [*text.notes, *table.notes, *report.overview.text[0].notes, *report.themes[0].text[0].notes]
    assert [plain(note.mark) for note in notes] == ["①", "②", "③", "", "④", "①"]
    assert plain(notes[3].text) == "页：example.org"
    assert [run.note for run in text.text if run.note] == [note.origin for note in text.notes]
    assert plain(text.text) == "两条注①，后一条②。"
    assert [plain(note.text) for note in text.notes] == ["至2020年", "共5425个"]


def test_an_item_has_its_number_as_printed(report: ResolvedReport) -> None:
    items = [one for one in report.about.text if isinstance(one, Paragraph) and one.kind == "item"]
    assert [(plain(one.number), one.depth) for one in items] == [("2.", 0), ("（1）", 1)]


def test_numbers_in_cells_captions_and_notes_are_uses(report: ResolvedReport) -> None:
    uses = {use.id: use for use in report.ledger.uses}
    table = next(one for one in report.about.blocks if isinstance(one, TextTable))
    picture = next(one for one in report.about.blocks if isinstance(one, Picture))
    runs = (*table.rows[0][1], *picture.caption, *report.about.text[0].notes[1].text)
    assert [uses[run.use].text for run in runs if run.use] == ["20个", "5425个", "5425个"]
    marks = [run for run in report.about.text[0].text if run.note]
    assert {uses[run.use].kind for run in marks} == {UseKind.LABEL}


def test_the_words_of_a_link_lead_to_its_address(report: ResolvedReport) -> None:
    table = next(one for one in report.about.blocks if isinstance(one, TextTable))
    assert [(run.text, run.link) for run in table.notes[0].text] == [("见", ""), ("页", "https://example.org/")]


def test_a_restated_value_in_a_cell_has_its_note(tmp_path: Path) -> None:
    restated = "2020年: {value: 5425个, was: 5430个, because: 剔除重复的}"
    text = CONTENT.replace("2020年: 5425个", restated).replace(
        "| 早 | 【淘宝村@2013年】 |", "| 早 | 【淘宝村@2013年】 |\n    | 晚 | 【淘宝村@2020年】 |"
    )
    file = tmp_path / "content.yaml"
    file.write_text(text, "utf-8")
    told = read(file)
    assert told.value, told.diagnostics
    resolved = resolve(told.value)
    assert resolved.value, resolved.diagnostics
    table = next(one for one in resolved.value.about.blocks if isinstance(one, TextTable))
    assert [plain(row[1]) for row in table.rows] == ["20个", "5425个④"]
    assert plain(table.notes[-1].text) == "淘宝村（2020年）此前印作5430个：剔除重复的"
    assert table.rows[1][1][-1].note == table.notes[-1].origin
