"""An index leads to what its rows name: figures, themes, sections; a name of nothing, and of what nothing prints, is told."""

from __future__ import annotations

import pytest

from generator.content.reader import read_text
from generator.document.resolve import resolve

CONTENT = """\
report: {title: 年报, organization: 甲, edition: 2020, date: 2021年8月5日, brand: {rgb: "#FF6A00", cmyk: 0 70 100 0}}
sources: {报道: {title: 报道}}
figures:
  淘宝村: {means: 全国淘宝村, kind: stock, values: {2020年: 5425个}, source: 报道 第4段}
  工伤: {means: 全年工伤, kind: flow, values: {2020年: 2起}, source: 报道 第5段}
about: {text: 甲}
overview: {name: 数说, text: 甲}
themes: [{name: 乡村, color: 朱砂, message: 甲, heroes: [淘宝村]}]
sections:
  - {kind: letter, name: 致辞, text: 各位, by: 顾闻溪}
  - {kind: index, name: 索引, rows: [{code: GRI A, name: 村, where: [WHERE]}]}
"""


def resolved(where: str):
    opened = read_text(CONTENT.replace("WHERE", where), "content.yaml").value
    assert opened
    return resolve(opened.report)


@pytest.mark.parametrize(
    ("where", "figures", "places"),
    [
        ("淘宝村", ("淘宝村",), ()),
        ("乡村", (), ("theme-1",)),
        ("致辞, 数说", (), ("section-1", "overview")),
        ("overview, 淘宝村", ("淘宝村",), ("overview",)),
    ],
)
def test_a_row_leads_to_what_it_names(where, figures, places) -> None:
    told = resolved(where)
    (row,) = told.value.own[1].index
    assert (row.figures, row.places) == (figures, places)
    assert not any("where" in one.code for one in told.diagnostics)


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ("淘宝存", "unknown-where.name name=淘宝存"),
        ("致词", "hint.did-you-mean-on-line cure=致辞"),
        ("工伤", "unknown-where.unprinted name=工伤"),
    ],
)
def test_what_it_cannot_lead_to_is_told_at_its_line(where, says) -> None:
    (fault,) = (one for one in resolved(where).diagnostics if one.code == "unknown-where")
    assert says in str(fault)
    assert fault.span is not None
    assert fault.span.line == 11
