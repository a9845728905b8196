"""A sentence that says otherwise than its numbers is told, with both values; its true twin is not."""

from __future__ import annotations

from typing import Any

import pytest

from generator.diagnostics import Diagnostic, Severity
from generator.document.claims.check import JUDGES
from generator.document.claims.rules import RULES, Claim
from generator.document.resolve import resolve
from generator.messages.catalog import catalog
from tests.document import author
from tests.prose.corpora import ORDINARY, lines

FIGURES: dict[str, Any] = {
    "收入": {"values": {"2018年": "20亿元", "2019年": "28亿元", "2020年": "34亿元"}},
    "门店": {"values": {"2018年": "100个", "2019年": "120个", "2020年": "90个"}},
    "投诉": {"values": {"2018年": "90件", "2019年": "70件", "2020年": "35件"}},
    "用电": {"values": {"2018年": "190万度", "2019年": "200万度", "2020年": "410万度"}},
    "用户": {"values": {"2019年": "50万人", "2020年": "200万人"}},
    "水": {"values": {"2019年": "1000吨", "2020年": "1010吨"}},
    "占比": {"kind": "rate", "values": {"2019年": "40%", "2020年": "45%"}},
    "大占比": {"kind": "rate", "values": {"2020年": "62.5%"}},
    "名次": {"kind": "ordinal", "values": {"2019年": "第5位", "2020年": "第2位"}},
    "利润": {"values": {"2019年": "-2亿元", "2020年": "3亿元"}},
    "净额": {"values": {"2019年": "2亿元", "2020年": "-3亿元"}},
    "增速": {"kind": "change", "values": {"2020年": "21.4%"}},
    "错增速": {"kind": "change", "values": {"2020年": "12.3%"}},
    "两年增速": {"kind": "change", "values": {"2020年": "70%"}},
    "负增速": {"kind": "change", "values": {"2020年": "-3%"}},
    "门店降幅": {"kind": "change", "values": {"2020年": "25%"}},
    "三点": {"kind": "change", "values": {"2020年": "3个百分点"}},
    "五成": {"kind": "change", "values": {"2020年": "5%"}},
    "五点": {"kind": "change", "values": {"2020年": "5个百分点"}},
    "增量": {"kind": "change", "values": {"2020年": "6亿元"}},
    "错增量": {"kind": "change", "values": {"2020年": "9亿元"}},
    "三倍": {"kind": "change", "values": {"2020年": "3倍"}},
    "四倍": {"kind": "change", "values": {"2020年": "4倍"}},
    "门槛": {"kind": "target", "values": {"2020年": "80个"}},
    "电槛": {"kind": "target", "values": {"2020年": "400万度"}},
    "近数": {"values": {"2020年": "近1000个"}},
}
PAIRS = [line.split("\t") for line in lines("claims.txt")]


def told(text: str, **more: Any) -> list[Diagnostic]:
    given = {"report": {"edition": "2020年"}, "figures": FIGURES, "overview": {"message": text}} | more
    return [one for one in resolve(author.report(given)).diagnostics if one.code == "contradicted-claim"]


def test_there_are_sixty_and_more() -> None:
    assert len({false for false, _ in PAIRS}) >= 60


@pytest.mark.parametrize("false", [false for false, _ in PAIRS])
def test_a_contradiction_is_found_once(false: str) -> None:
    (one,) = told(false)
    assert one.span is not None
    for language in ("zh", "en"):
        assert catalog(language).word(one.says)
        assert [catalog(language).word(hint) for hint in one.hints]


@pytest.mark.parametrize("true", sorted({true for _, true in PAIRS}))
def test_its_true_twin_is_silent(true: str) -> None:
    assert told(true) == []


def test_ordinary_sentences_claim_nothing_beside_a_number_that_is_not_theirs() -> None:
    assert [one for text in ORDINARY for one in told(f"收入【收入】。{text}", figures={"收入": FIGURES["收入"]})] == []


def test_a_contradiction_names_both_values_their_periods_and_their_lines() -> None:
    (one,) = told("门店增至【门店】")
    values = dict(one.says.values)
    assert (values["before"], values["earlier"], values["now"], values["later"]) == ("120个", "2019年", "90个", "2020年")
    assert len(dict(one.hints[-1].values)["lines"]) == 2


@pytest.mark.parametrize(
    ("text", "severity", "computed"),
    [
        ("收入【收入】，同比增长【错增速】", Severity.ERROR, "21.4%"),
        ("收入【收入】，同比下降【增速】", Severity.ERROR, "-21.4%"),
        ("收入【收入】，同比增长12.3%", Severity.ERROR, "21.4%"),
        ("收入【收入】，同比增长20.1%", Severity.WARNING, "21.4%"),
        ("占比【占比】，同比提高【三点】", Severity.ERROR, "5.0个百分点"),
        ("收入【收入】，同比增加【错增量】", Severity.ERROR, "6.0亿元"),
        ("用户【用户】，增长四倍", Severity.WARNING, "3.0倍"),
    ],
)
def test_a_change_that_its_own_series_gives_otherwise_is_an_error_unless_rounding_may_be_why(
    text: str, severity: Severity, computed: str
) -> None:
    (one,) = told(text)
    assert (one.severity, dict(one.says.values)["computed"]) == (severity, computed)


@pytest.mark.parametrize(
    "text",
    [
        "收入【收入】，成本连续三年下降",
        "收入【收入】、门店连续三年下降",
        "收入【收入】，门店同比增长【错增速】",
        "覆盖【收入】，提升【错增速】的效率",
        "新增【门店】，减少【投诉】",
        "【大占比】降至历史最低",
        "从【利润】到【收入】",
        "门店增至90个以外的地方",
        "收入增至【不详】",
        "累计减少碳排放【用电】",
        "至少【门店】，最多【用电】",
        "【门店】在册，不足【收入】的一成",
        "半年来，【占比】的门店",
        "参与者【用户】，金额同比增长【错增速】",
        "2020年上半年降至【半年收入】",
    ],
)
def test_what_cannot_be_decided_is_no_contradiction(text: str) -> None:
    figures = FIGURES | {
        "不详": {"values": {"2019年": "数亿", "2020年": "未披露"}},
        "半年收入": {"values": {"2019年": "28亿元", "2020年上半年": "34亿元"}},
    }
    assert told(text, figures=figures) == []


def test_a_ratio_is_no_growth() -> None:
    derived = {"倍数": {"formula": "用户@2020年 / 用户@2019年", "form": "multiple"}}
    (one,) = told("用户增长【倍数】", derived=derived)
    assert dict(one.says.values)["computed"] == "3.0倍"
    assert told("用户是上年的【倍数】", derived=derived) == []


@pytest.mark.parametrize(
    ("text", "numbers"), [("产量翻了一番", ["翻了一番"]), ("产量翻番，收入【收入】", ["翻番"]), ("用电【用电】，翻番", [])]
)
def test_twice_as_many_without_a_number_is_told_as_a_number_in_words(text: str, numbers: list[str]) -> None:
    given = {"report": {"edition": "2020年"}, "figures": FIGURES, "overview": {"message": text}}
    found = [one for one in resolve(author.report(given)).diagnostics if one.says.key == "typed-number.in-words"]
    assert [dict(one.says.values)["number"] for one in found] == numbers


def test_every_rule_has_a_judge_and_is_planted() -> None:
    assert set(JUDGES) == set(Claim) == {rule.claim for rule in RULES}
    planted = {rule.claim for rule in RULES for false, _ in PAIRS if rule.words.search(_masked(false))}
    assert planted == set(Claim)


def _masked(text: str) -> str:
    out, inside = "", False
    for character in text:
        inside = character == "【" or (inside and character != "】")
        if character == "】":
            out += "\ufffc"
        elif not inside:
            out += character
    return out
