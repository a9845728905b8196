"""A slash with a space on either side says where a title is best broken: read in every title, printed nowhere else but as it stands."""

from __future__ import annotations

import pytest

from generator.content.inline import unmarked
from generator.content.model import Reference


def shown(phrase) -> str:
    """A phrase with a bar where it is to be broken."""
    words = (f"【{node.name}】" if isinstance(node, Reference) else node.text for node in phrase.nodes)
    return "".join(text + "|" * node.pause for text, node in zip(words, phrase.nodes, strict=True))


@pytest.fixture
def message(author, whole):
    """The message of a theme as it is read, and what there is to tell."""

    def read(text):
        report, found = author(whole.replace("message: 甲", f"message: '{text}'"))
        return shown(report.themes[0].message), found

    return read


READ = [
    ("多少年， / 从一棵树到一片林", "多少年，|从一棵树到一片林"),
    ("从一棵树 / 到一片林", "从一棵树|到一片林"),
    ("从一棵树  /  到一片林", "从一棵树|到一片林"),
    ("先护住生命，/再接住生意", "先护住生命，|再接住生意"),
    ("一 / 二 / 三片林", "一|二|三片林"),
    ("村庄有【淘宝村】 / 还在长", "村庄有【淘宝村】|还在长"),
    ("如今 / 【淘宝村】", "如今|【淘宝村】"),
    ("用AliOS / 造车", "用AliOS|造车"),
    ("“小棉袄” / “春雷”", "“小棉袄”|“春雷”"),
    ("**从一棵树** / 到一片林", "从一棵树|到一片林"),
    ("元/吨与公里/小时", "元/吨与公里/小时"),
    ("见https://example.org/a/b的说明", "见https://example.org/a/b的说明"),
    ("AliOS / Linux", "AliOS / Linux"),
    ("【淘宝村】 / 【淘宝村@2013年】", "【淘宝村】 / 【淘宝村】"),
    (r"中文 \/ English", "中文 / English"),
    ("从一棵树 /到一片林", "从一棵树 /到一片林"),
    ("从一棵树 /", "从一棵树 /"),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_where_a_title_says_that_it_is_best_broken(message, text, expected) -> None:
    assert message(text) == (expected, [])


def test_a_title_may_be_folded_at_its_mark(author, whole) -> None:
    folded = whole.replace("message: 甲", 'message: "从一棵树 /\n  到一片林"')
    report, found = author(folded)
    assert (shown(report.themes[0].message), found) == ("从一棵树|到一片林", [])


@pytest.mark.parametrize("text", ["投入五 / 亿元", "收入增加5 / 倍多"])
def test_a_mark_hides_no_typed_number(message, text) -> None:
    whole_number = text.replace(" / ", "")
    assert [one.split(": ")[2] for one in message(text)[1]] == [one.split(": ")[2] for one in message(whole_number)[1]] != []


def test_a_mark_hides_no_scale_after_a_number(message) -> None:
    assert (
        [one.split(": ")[2] for one in message("【淘宝村】 / 万多")[1]]
        == [one.split(": ")[2] for one in message("【淘宝村】万多")[1]]
        != []
    )


NAMES = [("乡村 / 振兴", "乡村振兴"), ("元/吨", "元/吨"), ("AliOS / Linux", "AliOS / Linux")]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_a_name_is_one_line_and_loses_its_mark(author, whole, name, expected) -> None:
    report, _ = author(whole.replace("name: 甲", f"name: {name}"))
    assert report.themes[0].name == unmarked(name) == expected


def test_every_title_takes_the_mark(author, whole) -> None:
    text = (
        whole.replace("title: 年报,", "title: 年 / 报, subtitle: 摘 / 要,")
        .replace("about: {text: 甲}", "about: {message: 关 / 于, text: 甲}")
        .replace(
            "message: 甲, heroes",
            "message: 讯 / 息, headline: 头 / 条, story: {title: 故 / 事, message: 要 / 旨, text: 甲}, "
            "charts: [{kind: bar, message: 图 / 题, figures: [淘宝村@2013年, 淘宝村@2020年]}], heroes",
        )
    )
    report, _ = author(text)
    (theme,) = report.themes
    titles = [report.imprint.title, report.imprint.subtitle, report.about.message, theme.message, theme.headline]
    titles += [theme.story.title, theme.story.message, theme.charts[0].message]
    assert [shown(one) for one in titles] == ["年|报", "摘|要", "关|于", "讯|息", "头|条", "故|事", "要|旨", "图|题"]


def test_running_text_and_points_keep_their_slashes(author, whole) -> None:
    report, _ = author(whole.replace("about: {text: 甲}", "about: {text: 南方 / 北方, points: [南方 / 北方]}"))
    assert shown(report.about.text[0].phrase) == shown(report.about.points[0]) == "南方 / 北方"
