"""What may stand in a text: its blocks, and what each is read as. What may not is told in `cases/blocks.yaml`."""

from __future__ import annotations

import pytest

from generator.content.addresses import refused
from generator.content.model import Noted, Paragraph, Picture, Reference, TextTable

EVERYTHING = """\
about:
  text: |
    ## 标题
    ### 小标题

    一段**要紧**的话[^甲]，见[**年报**与【淘宝村】](https://example.org/a_(b))，减排CO~2~。

    - 一项
      1. 里面一项
      1. 又一项
    - 二项

    3. 第三
    4. 第四

    > 话分两行
    > 说完。
    > —— 张三，某村村民

    表：各年的村
    | 年份 | 村数[^2] | 说明 |
    |:-----|---:|:--:|
    | 早年 | 【淘宝村@2013年】 | 甲\\|乙 |
    | 今年 | 【淘宝村】 | |

    ![湖边的树](湖.jpg "湖，【淘宝村】")

    [^甲]: 注释可以
      写两行，含【淘宝村:时期】。
    [^2]: 见[网页](mailto:a@example.org)。
pictures: {湖.jpg: {numbers: 无}}
"""


@pytest.fixture
def read(author, whole):
    def blocks(text: str):
        report, found = author(whole.replace("about: {text: 甲}\n", text))
        assert found == []
        return report.about.blocks

    return blocks


def said(phrase) -> str:
    return "".join(
        f"【{one.name}】" if isinstance(one, Reference) else "^" if isinstance(one, Noted) else one.text for one in phrase.nodes
    )


def test_every_block_is_read_in_order(read) -> None:
    blocks = read(EVERYTHING)
    shown = [(one.kind, said(one.phrase), one.depth, one.number) for one in blocks if isinstance(one, Paragraph)]
    assert shown == [
        ("heading", "标题", 0, 0),
        ("subheading", "小标题", 0, 0),
        ("text", "一段要紧的话^，见年报与【淘宝村】，减排CO2。", 0, 0),
        ("item", "一项", 0, 0),
        ("item", "里面一项", 1, 1),
        ("item", "又一项", 1, 2),
        ("item", "二项", 0, 0),
        ("item", "第三", 0, 3),
        ("item", "第四", 0, 4),
        ("quote", "话分两行说完。", 0, 0),
        ("speaker", "张三，某村村民", 0, 0),
    ]
    assert [type(one) for one in blocks[-2:]] == [TextTable, Picture]


def test_a_table_has_its_title_its_columns_and_its_cells(read) -> None:
    table = next(one for one in read(EVERYTHING) if isinstance(one, TextTable))
    assert said(table.title) == "各年的村"
    assert [said(cell) for cell in table.head] == ["年份", "村数^", "说明"]
    assert [[said(cell) for cell in row] for row in table.rows] == [["早年", "【淘宝村】", "甲|乙"], ["今年", "【淘宝村】", ""]]
    assert table.aligns == ("left", "right", "center")


def test_a_picture_has_its_file_what_it_shows_and_its_caption(read) -> None:
    picture = next(one for one in read(EVERYTHING) if isinstance(one, Picture))
    assert (picture.file, said(picture.alt), said(picture.caption)) == ("湖.jpg", "湖边的树", "湖，【淘宝村】")


def test_a_mark_leads_to_its_note_wherever_that_is_written(read) -> None:
    text = next(one for one in read(EVERYTHING) if isinstance(one, Paragraph) and one.kind == "text")
    note = next(one for one in text.phrase.nodes if isinstance(one, Noted))
    assert said(note.phrase) == "注释可以写两行，含【淘宝村】。"


def test_all_that_stands_in_a_link_leads_to_its_address(read) -> None:
    text = next(one for one in read(EVERYTHING) if isinstance(one, Paragraph) and one.kind == "text")
    linked = [(one.link, one.emphasis) for one in text.phrase.nodes if not isinstance(one, Noted) and one.link]
    assert linked == [
        ("https://example.org/a_(b)", True),
        ("https://example.org/a_(b)", False),
        ("https://example.org/a_(b)", False),
    ]


def test_each_piece_has_its_own_place(read) -> None:
    lines = EVERYTHING.split("\n")
    first = 5
    table = next(one for one in read(EVERYTHING) if isinstance(one, TextTable))
    for cell in (*table.head, *table.rows[0]):
        line = lines[cell.span.line - first]
        assert line[cell.span.column - 1 :].startswith(said(cell).split("^")[0].replace("【淘宝村】", "【淘宝村@").split("|")[0])


@pytest.mark.parametrize(
    "address", ["https://example.org", "http://例.example.org".replace("例.", ""), "mailto:a@b.cn", "https://a.b/c?d=e&f=%E5#g"]
)
def test_a_link_leads_to_the_web_or_a_mailbox(address: str) -> None:
    assert refused(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:x",
        "file:///etc",
        "data:text/html,a",
        "//a.b",
        "a/b",
        "#a",
        "https://",
        "https:a",
        "mailto:",
        " x",
        "https://a.b/ c",
    ],
)
def test_and_nowhere_else(address: str) -> None:
    assert refused(address) is not None
