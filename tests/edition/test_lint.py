"""Lint: what the rules of style find and mend, what they leave alone, and that a file mended says the same numbers."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.reader import read, read_text
from generator.content.schema import Content, Shape
from generator.diagnostics import Exit
from generator.edition import rewriting
from generator.edition.edits import apply
from generator.edition.lint.criticism import criticism
from generator.edition.lint.finding import Critic
from generator.edition.lint.rules import RULES
from generator.edition.rewriting import Rewrite
from generator.edition.texts import WORDS, Each, Form, texts
from tests.conftest import ROOT
from tests.end_to_end.command import jianbao

SAMPLE = (ROOT / "content.yaml").read_text("utf-8")
CRITIC = Critic(["95公益周", "AliOS / Linux", "陳列館"])


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("消息,近日,【甲】增长.", "消息，近日，【甲】增长。"),
        ("是什么?好!听;说:走", "是什么？好！听；说：走"),
        ("APP,近日", "APP，近日"),
        ("甲,3个", "甲，3个"),
        ("人工智能(AI)与(见下)", "人工智能（AI）与（见下）"),
        ("然后...", "然后……"),
        ("然后。。。", "然后……"),
        ("然后…走", "然后……走"),
        ("一件事--一辈子", "一件事——一辈子"),
        ('他说"好"', "他说“好”"),
        ("他说“她说'好'”", "他说“她说‘好’”"),
        ("“甲”、“乙”、《丙》、《丁》", "“甲”“乙”《丙》《丁》"),
        ("卡尔•马克思", "卡尔·马克思"),
        ("好，，真好。。", "好，真好。"),
        ("真好！！！！！", "真好！！！"),
        ("投入 【抗疫投入】 ,共 3 次", "投入【抗疫投入】，共3次"),
        ("第一 ，第二， 第三", "第一，第二，第三"),
        ("\u3000\u3000开头", "开头"),
        ("2020年-2021年", "2020年—2021年"),
        ("2020年1-9月", "2020年1—9月"),
        ("11月1日~11日", "11月1日—11日"),
        ("計劃與發展", "计划与发展"),
    ],
)
def test_what_is_safe_is_mended(bad: str, good: str) -> None:
    assert CRITIC.find(bad, Form.PROSE) != ()
    assert CRITIC.mended(bad, Form.PROSE) == good
    assert CRITIC.find(good, Form.PROSE) == ()


@pytest.mark.parametrize(
    "text",
    [
        "从一棵树 / 到一片林",
        "见https://a.cn/b,c?d=e的说明",
        "Jack's and Ann's, in English (only).",
        "“甲”与“乙”",
        "从f(x)得到",
        "比例3:2,000",
        "AliOS / Linux",
        "## 小标题\n- 一项\n- 又一项",
        "\\【甲\\】",
        "好……真好——是的",
        "CO~2~与m^2^",
        "北京—上海",
        "A/B、C-D",
        "二〇二〇年",
    ],
)
def test_what_is_right_or_may_be_meant_stays(text: str) -> None:
    assert CRITIC.mended(text, Form.PROSE) == text


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("甲—乙", "style.lone-dash"),
        ("他说‘好’", "style.outer-quote"),
        ("“甲“乙”丙”", "style.nested-quote"),
        ("《甲《乙》丙》", "style.nested-quote"),
        ("「甲」", "style.corner-quote"),
        ("甲，。乙", "style.two-marks"),
        ("２０２０年", "style.wide-digit"),
        ("甲 乙", "style.spaced-han"),
        ("【甲】-【乙】", "style.values-joined"),
        ("减少了3倍", "style.fewer-times"),
        ("降低两倍", "style.fewer-times"),
        ("𠮷野家", "style.rare-character"),
    ],
)
def test_what_only_the_author_knows_is_told_and_never_mended(text: str, key: str) -> None:
    assert [one.rule.key for one in CRITIC.find(text, Form.PROSE)] == [key]
    assert CRITIC.mended(text, Form.PROSE) == text


def test_a_name_that_the_author_lists_keeps_its_characters() -> None:
    assert CRITIC.find("参观陳列館", Form.PROSE) == ()
    assert CRITIC.mended("参观陳列館的陳列", Form.PROSE) == "参观陳列館的陈列"


def test_a_title_ends_without_a_full_stop_and_prose_with_one() -> None:
    assert [CRITIC.mended("好。", form) for form in (Form.TITLE, Form.LABEL, Form.PROSE, Form.LINE)] == [
        "好",
        "好",
        "好。",
        "好。",
    ]
    assert CRITIC.mended("好。真好。", Form.TITLE) == "好。真好。"


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("甲乙【】aB12,，.。…-—\"'“”‘’、《》()（） \u3000\n:：!！年月日•"), max_size=24))
def test_to_mend_twice_is_to_mend_once_and_no_digit_changes(text: str) -> None:
    once = CRITIC.mended(text, Form.PROSE)
    assert CRITIC.mended(once, Form.PROSE) == once
    assert re.findall(r"\d", once) == re.findall(r"\d", text)


def test_every_text_of_the_format_is_read_or_is_no_words() -> None:
    """What the format has and no rule reads is a number, a name of a figure, a choice, or the author's reason."""
    assert set(_keys(WORDS)) | NO_WORDS >= {key for key, field in _fields(Content)}


NO_WORDS = {
    "edition", "date", "fiscal_year_ends", "brand", "rgb", "cmyk", "inferred", "url", "same_as", "factor", "dimension", "value", "source",
    "status", "was", "owner", "starts", "kind", "icon", "formula", "form", "digits", "qualifier", "unit", "about", "then", "now",
    "multiple", "theme", "when", "figures", "whole", "target", "emphasis", "change", "table", "axis", "result",
    "color", "picture", "heroes", "deck", "condition", "icc", "trim",
    "bleed", "marks", "minutes", "units", "names", "exempt", "where", "lines", "order", "layouts", "press", "talk", "restated", "by", "on",
    "file", "crop", "focus", "numbers", "place",
}  # fmt: skip


def _fields(shape: type[Shape]) -> list[tuple[str, object]]:
    parts = [shape, *_below(Shape)]
    return [pair for part in parts for pair in part.model_fields.items()]


def _below(shape: type[Shape]) -> list[type[Shape]]:
    return [one for part in shape.__subclasses__() for one in (part, *_below(part))]


def _keys(shape: object) -> list[str]:
    if isinstance(shape, Each):
        return _keys(shape.one)
    return [key for own, one in shape.items() for key in (own, *_keys(one))] if isinstance(shape, dict) else []


# ── files ──

PLANTED = (
    ("面对疫情，阿里巴巴", "面对疫情,阿里巴巴"),
    ("一地的做法，成了", "一地的做法 ,成了"),
    ("实际投入【抗疫投入】，为全国", "实际投入 【抗疫投入】 ，为全国"),
    ("不能。有的是一年的数", "不能.有的是一年的数"),
    ("称为“乡村特派员”。", '称为"乡村特派员"。'),
    ("message: 树多了，村多了，伸手相助的人也多了", "message: 树多了, 村多了，伸手相助的人也多了。"),
    ("remark: 当年是淘宝捐助，如今是蚂蚁森林", "remark: 当年是淘宝捐助，，如今是蚂蚁森林"),
)


def planted(text: str) -> str:
    for good, bad in PLANTED:
        assert text.count(good) == 1, good
        text = text.replace(good, bad)
    return text


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("bom", ["", "\ufeff"], ids=["plain", "bom"])
def test_planted_faults_are_mended_to_the_very_bytes(tmp_path, end, bom) -> None:
    content = tmp_path / "content.yaml"
    content.write_bytes((bom + planted(SAMPLE).replace("\n", end)).encode())
    made = criticism(content)
    assert made.new == bom + SAMPLE.replace("\n", end)
    assert len(made.told) == made.safe == 9


def test_the_command_shows_then_writes_and_has_nothing_left_to_do(tmp_path) -> None:
    content = tmp_path / "content.yaml"
    content.write_text(planted(SAMPLE), "utf-8")
    shown = jianbao("--lang", "zh", "lint", "--fix", cwd=tmp_path)
    assert (shown.returncode, content.read_text("utf-8")) == (Exit.DONE, planted(SAMPLE))
    assert "+    message: " not in shown.stdout
    assert "+  message: 树多了，村多了，伸手相助的人也多了\n" in shown.stdout
    written = jianbao("lint", "--fix", "--write", cwd=tmp_path)
    assert (written.returncode, content.read_text("utf-8")) == (Exit.DONE, SAMPLE)
    assert jianbao("lint", "--fix", "--write", "--lang", "en", cwd=tmp_path).stdout.startswith("  0 places found\n")


def test_a_file_mended_says_the_same_numbers(tmp_path) -> None:
    content = tmp_path / "content.yaml"
    content.write_text(planted(SAMPLE), "utf-8")
    before = read(content).value
    content.write_text(criticism(content).new, "utf-8")
    after = read(content).value
    assert before
    assert after
    assert [one.values for one in before.figures] == [one.values for one in after.figures]
    assert references(planted(SAMPLE)) == references(content.read_text("utf-8"))


def references(text: str) -> list[str]:
    return re.findall("【[^】]*】", text)


def test_a_content_with_errors_is_told_and_left_alone(tmp_path) -> None:
    content = tmp_path / "content.yaml"
    content.write_text(planted(SAMPLE).replace("近34亿元\n", "近34亿远\n"), "utf-8")
    told = jianbao("lint", "--fix", "--write", "--lang", "en", cwd=tmp_path)
    assert told.returncode == Exit.CONTENT
    assert "[bad-quantity]" in told.stderr
    assert "[style]" in told.stderr
    assert "近34亿远" in content.read_text("utf-8")


def test_two_words_for_one_unit_are_told_unless_a_decision_names_both(tmp_path) -> None:
    content = tmp_path / "content.yaml"
    content.write_text(SAMPLE.replace("about: [清洁能源, 双11节电]", "about: [清洁能源, 钉钉减碳]"), "utf-8")
    assert "style.two-units" in [one.says.key for one in criticism(content).told]


@pytest.mark.parametrize(
    ("own", "meant"),
    [
        ("message: 甲,乙", "甲，乙"),
        ('message: "甲,\\"乙\\""', "甲，“乙”"),
        ("message: '甲,''乙'''", "甲，“乙”"),
        ("message: |\n    甲,\n    乙", "甲，\n乙"),
        ("message: >-\n    甲,\n    乙", "甲， 乙"),
        ("message: 甲", "甲: 乙 # 丙"),
        ("message: 甲", '"甲'),
    ],
    ids=["plain", "escaped", "doubled", "literal", "folded", "colon", "quote"],
)
def test_whatever_way_a_text_is_written_in_it_reads_as_it_is_meant(own, meant) -> None:
    text = f"about: # 说明\n  {own}\n  name: 丙   # 名称\n"
    opened = read_text(text, "content.yaml").value
    assert opened
    scalar = next(one for one in texts(opened.root) if one.path[-1] == "message").scalar
    made, left = rewriting.edits(text, opened.root, [Rewrite(("about", "message"), scalar, meant)])
    assert left == ()
    again = read_text(apply(text, made), "content.yaml").value
    assert again
    assert [one.scalar.text for one in texts(again.root)] == ["丙", meant]
    assert "# 说明\n" in apply(text, made)
    assert "   # 名称\n" in apply(text, made)


def test_every_rule_has_a_key_and_a_number() -> None:
    assert all(re.fullmatch(r"style\.[a-z-]+", one.key) and re.fullmatch(r"T\d\d", one.number) for one in RULES)
