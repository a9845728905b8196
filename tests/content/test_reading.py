"""The whole of reading: what a report holds, where each piece stands, and that nothing an author does ends in a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.content import compose
from generator.content.file_text import as_file
from generator.content.model import Reference, Words
from generator.content.reader import MOST, read
from generator.content.schema import json_schema
from generator.diagnostics import Sink
from generator.messages.catalog import catalog

REAL = Path(__file__).parents[2] / "content.yaml"


def test_the_smallest_content_has_no_fault(author, whole) -> None:
    report, found = author(whole)
    assert found == []
    assert [str(value.quantity) for value in report.figures[0].values] == ["20个", "5425个"]
    assert report.themes[0].heroes[0].name == "淘宝村"


def test_this_years_content_has_no_fault() -> None:
    told = read(REAL)
    assert told.diagnostics == ()
    assert told.value is not None
    assert all(figure.values for figure in told.value.figures)


def test_after_two_hundred_faults_it_is_enough_and_errors_come_before_warnings(author, whole) -> None:
    typed = "、".join(["两倍"] * 220)
    values = ", ".join(f"{year}年: 5怪" for year in range(1900, 2020))
    _, found = author(whole.replace("about: {text: 甲}", f"about: {{text: {typed}}}").replace("2013年: 20个", values))
    assert len(found) == MOST + 1
    assert sum(": error: " in one for one in found) == 120
    assert found[-1].endswith("warning: more.mend-these-first [more]")


def test_a_missing_part_is_told_on_the_first_line(author, whole) -> None:
    _, found = author("# 注释\n\n" + whole.replace("about: {text: 甲}\n", ""))
    assert found[0].startswith("content.yaml:1:1: error: missing-field.whole key=about [missing-field]")


@pytest.mark.parametrize("key", ["text", "structure", "name"])
def test_a_key_of_a_part_is_no_part_itself(author, whole, key) -> None:
    _, found = author(whole + f"{key}: 甲\n")
    assert f"unknown-key.here key={key} [unknown-key]" in found[-1]


@pytest.mark.parametrize("part", ["history", "outlook", "closing", "units", "names", "exempt", "derived", "discrepancies"])
def test_parts_that_may_be_left_out_say_so(part) -> None:
    schema = json_schema(catalog("zh").word)
    assert part not in schema["required"]
    assert schema["properties"][part]["description"].endswith("（可不写）")


def test_places_count_the_authors_own_characters_inside_a_block(author, whole) -> None:
    report, _ = author(
        whole.replace(
            "about: {text: 甲}",
            "about:\n  text: |\n    ## 标题\n\n    读**【淘宝村】**和\n    【淘宝村＠2013年：数】\n\n    - 又【淘宝村:时期】",
        )
    )
    heading, text, item = report.about.text
    assert [one.kind for one in report.about.text] == ["heading", "text", "item"]
    assert (heading.phrase.span.line, heading.phrase.span.column) == (7, 8)
    references = [node for part in (text, item) for node in part.phrase.nodes if isinstance(node, Reference)]
    assert [(one.span.line, one.span.column, one.form, one.emphasis) for one in references] == [
        (9, 8, "", True),
        (10, 5, "数", False),
        (12, 8, "时期", False),
    ]
    assert str(references[1].period) == "2013年"


@pytest.mark.parametrize(
    ("written", "column"),
    [("读【淘宝村】", 16), ('"读【淘宝村】"', 17), ("'读【淘宝村】'", 17), ('"\\u8bfb【淘宝村】"', 22)],
    ids=["plain", "double", "single", "escaped"],
)
def test_places_hold_in_every_style_of_scalar(author, whole, written, column) -> None:
    report, _ = author(whole.replace("about: {text: 甲}", f"about: {{text: {written}}}"))
    words, reference = report.about.text[0].phrase.nodes
    assert (words.text, reference.span.column) == ("读", column)


def test_lines_are_joined_without_a_space_beside_han_and_with_one_between_latin(author, whole) -> None:
    report, _ = author(
        whole.replace("about: {text: 甲}", "about:\n  message: 甲\n    乙\n  text: |\n    Open\n    Source\n    软件\n")
    )
    assert report.about.message.nodes[0].text == "甲乙"
    assert report.about.text[0].phrase.nodes[0].text == "Open Source软件"


def test_sub_and_superscripts_are_shifted_and_exempt(author, whole) -> None:
    report, found = author(whole.replace("about: {text: 甲}", "about: {text: 减排CO~2~多少、面积km^2^，约3~5倍}"))
    shifted = [(node.text, node.shift, bool(node.exempt)) for node in report.about.text[0].phrase.nodes if node.shift]
    assert shifted == [("2", "sub", True), ("2", "super", True)]
    assert len(found) == 1


@pytest.mark.parametrize("typed", ["15—20分钟", "3~5倍", "10%—15%", "1∶0.62", "3:2:1", "2/3", "15.1/10万人"])
def test_a_range_or_a_ratio_in_the_text_is_one_number_and_one_fault(author, whole, typed) -> None:
    _, found = author(whole.replace("about: {text: 甲}", f"about: {{text: 大约是{typed}。}}"))
    assert len(found) == 1
    assert f"typed-number.in-text number={typed}" in found[0]


def test_a_fraction_in_words_alone_is_warned_of(author, whole) -> None:
    _, found = author(whole.replace("about: {text: 甲}", "about: {text: 大约是三分之二。}"))
    assert len(found) == 1
    assert "warning: typed-number.in-words number=三分之二" in found[0]


def test_exempt_words_are_set_apart_with_their_reason(author, whole) -> None:
    exempted = whole.replace("figures:", "exempt: {十五年: 书名}\nfigures:", 1).replace(
        "about: {text: 甲}", "about: {text: 读《十五年》}"
    )
    report, found = author(exempted)
    assert found == []
    assert [(node.text, node.exempt) for node in report.about.text[0].phrase.nodes] == [
        ("读《", ""),
        ("十五年", "书名"),
        ("》", ""),
    ]


def test_a_meant_bracket_is_text(author, whole) -> None:
    report, found = author(whole.replace("about: {text: 甲}", r"about: {text: 甲\【乙\】}"))
    assert found == []
    assert report.about.text[0].phrase.nodes[0].text == "甲【乙】"


def test_emphasis_beside_chinese_marks_holds(author, whole) -> None:
    report, _ = author(whole.replace("about: {text: 甲}", "about: {text: 他说**“要紧。”**然后}"))
    assert [(node.text, node.emphasis) for node in report.about.text[0].phrase.nodes] == [
        ("他说", False),
        ("“要紧。”", True),
        ("然后", False),
    ]


def test_values_come_in_order_of_time_not_of_writing(author, whole) -> None:
    report, found = author(
        whole.replace("2013年: 20个", "2020年Q3: 3000个, 截至2012年底: 1000个, 过去一年: 9000个, 2013财年: 2000个")
    )
    assert "bad-date.no-fiscal-year" in found[0]
    assert [str(value.period) for value in report.figures[0].values] == ["截至2012年底", "2020年", "2020年Q3", "过去一年"]


def test_a_figure_whose_values_are_all_bad_stays_without_any(author, whole) -> None:
    report, found = author(whole.replace("20个", "20远").replace("5425个", "5425远"))
    assert len(found) == 2
    assert [(figure.id, figure.values) for figure in report.figures] == [("淘宝村", ())]


def test_a_computed_figure_without_formula_stays_as_one_without_values(author, whole) -> None:
    report, _ = author(whole + "derived: {倍数: {form: multiple}}\n")
    assert report.derived == ()
    assert report.figures[-1].id == "倍数"


def test_an_authors_unit_is_converted(author, whole) -> None:
    report, found = author(whole.replace("figures:", "units: {淘村: {same_as: 个}}\nfigures:", 1).replace("20个", "20淘村"))
    assert found == []
    assert report.units.comparable("淘村", "个")


def test_both_readers_of_yaml_give_the_same_nodes(monkeypatch) -> None:
    file = as_file("content.yaml", REAL.read_text("utf-8"))
    fast = compose.compose(file, Sink())
    monkeypatch.setattr(compose, "_LOADER", yaml.SafeLoader)
    assert compose.compose(file, Sink()) == fast


def test_scalars_keep_their_text() -> None:
    root = compose.compose(as_file("a.yaml", "a: 3.10\nb: 12:30\nc: 010\nd: no\ne: ~\nf: 1_000"), Sink())
    assert [entry.value.text for entry in root.entries] == ["3.10", "12:30", "010", "no", "~", "1_000"]


LINES = REAL.read_text("utf-8").split("\n")
JUNK = st.sampled_from(
    [
        "：",
        ":",
        "\t",
        "“",
        "”",
        '"',
        "'",
        "{",
        "}",
        "[",
        "]",
        "#",
        " #",
        "&a",
        "*a",
        "!!x",
        "- ",
        "|",
        ">",
        "【",
        "】",
        "@",
        "近",
        "9",
        "~",
        "^2^",
        "**",
        "\\",
        "%",
        "?",
        "［",
        "｛",
        "，",
        "\u3000",
        "－",
        "【【",
        "`",
        "<b>",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, len(LINES) - 1), st.integers(0, 60), st.integers(0, 4), JUNK), min_size=1, max_size=6))
def test_no_slip_of_the_keyboard_ends_in_a_traceback(author, slips) -> None:
    lines = list(LINES)
    for row, column, cut, junk in slips:
        lines[row] = lines[row][:column] + junk + lines[row][column + cut :]
    report, found = author("\n".join(lines))
    assert report is not None or found


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200) | st.text(max_size=120).map(str.encode))
def test_no_bytes_end_in_a_traceback(author, content) -> None:
    report, found = author(content)
    assert report is not None or found


def test_words_are_never_empty(author) -> None:
    report, _ = author(REAL.read_text("utf-8"))
    pieces = [node for theme in report.themes for part in theme.text for node in part.phrase.nodes]
    assert all(node.text for node in pieces if isinstance(node, Words))


@pytest.mark.parametrize(
    "word", ["no", "on", "yes", "~", "null", "010", "0x1F", "1e3", "3.10", "12:30", "2021-08-05", "1_000", ".inf"]
)
def test_nothing_is_turned_into_another_type(author, whole, word) -> None:
    report, found = author(
        whole.replace("title: 年报", f"title: 年报, organization: {word}").replace(", organization: 甲", "", 1)
    )
    assert report.imprint.organization == word
    assert all("typed-number" in one for one in found)
