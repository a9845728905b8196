"""Blocks as editors meet them: what of a text a reviser gets and gives back, what style leaves alone, what a comparison tells."""

from __future__ import annotations

import pytest

from generator.content.reader import read, read_with_nodes
from generator.edition.compare.texts import parts
from generator.edition.lint.finding import Critic
from generator.edition.review.blocks import blocks, characters_of
from generator.edition.texts import Form
from tests.edition.test_review import SAMPLE

TEXT = """\
## 标题
### 小标题

一段话[^注]，见[**年报**](https://example.org/a_(b))，减排CO~2~。

- 一项
  1. 里面一项

> 话
> —— 林青，某村村民

表：各年
| 年 | 村数 |
|---|--:|
| 早 | 【淘宝村@2013年】 |

![湖边的树](湖.jpg "图注")

[^注]: 注释写在这里。
"""


@pytest.fixture
def content(tmp_path):
    file = tmp_path / "content.yaml"
    indented = "".join(f"    {line}\n" if line else "\n" for line in TEXT.split("\n"))
    head, _, rest = SAMPLE.partition("about:\n")
    _, _, rest = rest.partition("\noverview:")
    file.write_text(f"{head}about:\n  text: |\n{indented}\noverview:{rest}", "utf-8")
    return file


def test_a_reviser_gets_the_words_and_no_table_and_no_picture(content) -> None:
    opened = read_with_nodes(content).value
    told = [(one.kind, one.printed) for one in blocks(opened) if one.path[0] == "about"]
    assert told == [
        ("heading", "标题"),
        ("heading", "小标题"),
        ("text", "一段话，见年报，减排CO2。"),
        ("item", "一项"),
        ("item", "里面一项"),
        ("quote", "话"),
        ("quote", "—— 林青，某村村民"),
        ("note", "注释写在这里。"),
    ]


def test_what_prints_nothing_goes_with_what_does(content) -> None:
    opened = read_with_nodes(content).value
    text = next(one for one in blocks(opened) if one.printed.startswith("一段话"))
    assert "".join(atom.source for atom in text.atoms) == "一段话[^注]，见[**年报**](https://example.org/a_(b))，减排CO~2~。"
    assert "".join(characters_of("见[年报](https://example.org)[^1]")) == "见年报"


def test_style_leaves_the_marks_of_blocks_alone() -> None:
    critic = Critic()
    found = critic.find(TEXT, Form.PROSE)
    assert [one.found for one in found if one.instead is not None] == []
    assert critic.mended(TEXT.replace("一段话", "一段话,"), Form.PROSE) == TEXT.replace("一段话", "一段话，")


def test_a_comparison_reads_cells_captions_and_notes(content) -> None:
    told = read(content)
    about = next(part for part in parts(told.value) if "标题" in part.paragraphs)
    assert "早 | 【淘宝村@2013年】" in about.paragraphs
    assert "图注" in about.paragraphs
    assert any("注释写在这里。" in one for one in about.paragraphs)
