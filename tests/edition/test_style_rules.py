"""The rules of an author's text, T40 to T56: which test asks for which, and each rule's examples put into a content and told there.

What a reader, a claim or a unit tells of already is told once, by it, in a build as in a lint.
"""

from __future__ import annotations

import ast
from functools import cache
from typing import TYPE_CHECKING

import pytest

from generator.edition.lint.criticism import criticism
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = (ROOT / "content.yaml").read_text("utf-8")

_MENDED = "edition/test_lint: what_is_safe_is_mended"
_TOLD = "edition/test_lint: what_only_the_author_knows_is_told_and_never_mended"
_HERE = "edition/test_style_rules: an_example_of_a_rule_is_told_at_its_line"
RULES = {
    "T40": (_MENDED, _HERE),
    "T41": (_MENDED, _HERE),
    "T42": (_MENDED, _TOLD, _HERE),
    "T43": (_MENDED, _TOLD, _HERE),
    "T44": (_MENDED, _HERE),
    "T45": (_MENDED, _TOLD, _HERE),
    "T46": (_MENDED, _TOLD, _HERE),
    "T47": ("edition/test_lint: a_title_ends_without_a_full_stop_and_prose_with_one", _HERE),
    "T48": (
        _MENDED,
        "edition/test_lint: a_name_that_the_author_lists_keeps_its_characters",
        "edition/test_characters: each_character_stands_once_and_for_one_of_the_table",
    ),
    "T49": (_HERE, "content/test_quantity: what_is_no_quantity_is_told_with_its_cure"),
    "T50": (_HERE, "content/test_quantity: what_is_no_quantity_is_told_with_its_cure"),
    "T51": (_HERE, "edition/test_style_rules: a_way_of_writing_that_fewer_values_have_is_told_once"),
    "T52": (_MENDED, _HERE, "edition/test_style_rules: a_way_of_writing_that_fewer_values_have_is_told_once"),
    "T53": (_HERE, "prose/test_claims: a_contradiction_is_found_once"),
    "T54": (
        "prose/test_claims: a_contradiction_is_found_once",
        "document/test_derived: what_two_percentages_differ_by_is_a_percentage_or_points_and_its_author_says_which",
    ),
    "T55": (_TOLD, "prose/test_claims: a_contradiction_is_found_once"),
    "T56": ("edition/test_lint: two_words_for_one_unit_are_told_unless_a_decision_names_both",),
}
"""Each rule with the tests that ask for it: the module, and the test's name."""

TEXT = "面对疫情，阿里巴巴第一时间投入资金和技术。"
TITLE = "message: 树多了，村多了，伸手相助的人也多了"
PROVINCES, SALES, SCHOOLS = "疫情期间: 28个省市", "2020年: 3037亿元", "2021财年: 200余所"
EXAMPLES = [
    ("T40", TEXT, "消息,近日", "style.half-width-mark"),
    ("T41", TEXT, "然后...", "style.ellipsis"),
    ("T42", TEXT, "一件事--一辈子", "style.dash"),
    ("T43", TEXT, '他说"好"', "style.straight-quote"),
    ("T44", TEXT, "“甲”、“乙”", "style.comma-between-quotes"),
    ("T45", TEXT, "卡尔•马克思", "style.interpunct"),
    ("T45", TEXT, "ＡＢ公司", "copied-text"),
    ("T46", TEXT, "投入 【抗疫投入】", "style.typed-space"),
    ("T47", TITLE, "。", "style.stop-after-title"),
    ("T48", TEXT, "计劃", "style.not-simplified"),
    ("T48", TITLE, "計", "style.not-simplified"),
    ("T49", TEXT, "二十八个省市", "typed-number.in-text"),
    ("T49", PROVINCES, "疫情期间: 二十八个省市", "bad-quantity"),
    ("T50", TEXT, "3千亿元", "typed-number.in-text"),
    ("T50", SALES, "2020年: 3千亿元", "bad-quantity"),
    ("T50", SALES, "2020年: 3亿4500万元", "bad-quantity"),
    ("T51", SALES, "2020年: .5%", "bad-quantity"),
    ("T51", SALES, "2020年: 3,037亿元", "style.grouping"),
    ("T51", SALES, "2,020年: 3037亿元", "bad-date"),
    ("T52", SALES, "2020年: 13～17万元", "style.range-end"),
    ("T52", SALES, "2020年: 13—17%", "style.range-end"),
    ("T52", TEXT, "2020年-2021年", "style.dates-joined"),
    ("T53", SCHOOLS, "2021财年: 约200余所", "bad-quantity"),
    ("T53", TEXT, "约【净水学校】", "contradicted-claim.approximators"),
    ("T53", TEXT, "【净水学校】左右", "contradicted-claim.approximators"),
    ("T53", TEXT, "约【淘宝村】左右", "contradicted-claim.approximators"),
    ("T55", TEXT, "减少三倍", "style.fewer-times"),
]
"""A rule, what stands in the sample, what is written in its place or, in a text or a title, after it, and what is told of it."""


@cache
def names_in(module: str) -> frozenset[str]:
    tree = ast.parse((ROOT / "tests" / f"{module}.py").read_text("utf-8"))
    return frozenset(one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef))


def test_every_rule_is_asked_for() -> None:
    assert list(RULES) == [f"T{number}" for number in range(40, 57)]
    assert {rule for rule, tests in RULES.items() if _HERE in tests} <= {rule for rule, *_ in EXAMPLES}


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_a_test(rule: str) -> None:
    asked = [one.split(": ") for one in RULES[rule]]
    assert [name for module, name in asked if f"test_{name}" not in names_in(module)] == []


@pytest.mark.parametrize(("rule", "own", "bad", "key"), EXAMPLES)
def test_an_example_of_a_rule_is_told_at_its_line(tmp_path: Path, rule: str, own: str, bad: str, key: str) -> None:
    assert SAMPLE.count(own) >= 1
    bad = own + bad if own in (TEXT, TITLE) else bad
    at = SAMPLE[: SAMPLE.index(own)].count("\n") + 1
    content = tmp_path / "content.yaml"
    content.write_text(SAMPLE.replace(own, bad, 1), "utf-8")
    told = [one for one in criticism(content).told if one.says.key.startswith(key)]
    assert [one.span.line for one in told if one.span] == [at]
    if key.startswith("style."):
        assert dict(told[0].says.values)["rule"] == rule


@pytest.mark.parametrize(
    ("planted", "key", "lines"),
    [
        ({SALES: "2020年: 3,037亿元", "2020年: 4982亿元": "2020年: 4,982亿元"}, "style.grouping", 2),
        ({SALES: "2020年: 13—17天", "2020年: 4982亿元": "2020年: 13～17天", SCHOOLS: "2021财年: 2—3天"}, "style.range-mark", 1),
    ],
)
def test_a_way_of_writing_that_fewer_values_have_is_told_once(tmp_path: Path, planted, key: str, lines: int) -> None:
    text = SAMPLE
    for own, bad in planted.items():
        text = text.replace(own, bad, 1)
    content = tmp_path / "content.yaml"
    content.write_text(text, "utf-8")
    (told,) = [one for one in criticism(content).told if one.says.key == key]
    assert len(dict(told.hints[-1].values)["lines"]) == lines
