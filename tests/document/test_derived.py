"""Computed figures: the arithmetic is exact, the printing rounds once, and what makes no sense is refused."""

from __future__ import annotations

import contextlib
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.figures.units import Unit
from generator.diagnostics import said
from generator.document.computation import in_words
from generator.document.derived import FormulaFault, Operand, compute, refuse
from generator.document.numbers import rounded
from generator.document.resolve import resolve
from tests.document import author

FIGURES = {
    "淘宝村": {"values": {"2013年": "20个", "2020年": "5425个"}},
    "农产品": {"values": {"2020年": "3037亿元"}},
    "贫困县": {"values": {"2017年12月至2020年12月": "超2700亿元"}},
    "减碳": {"values": {"2021年": "17.6%"}},
    "消费者": {"values": {"2021财年": "数亿消费者"}},
    "学校": {"values": {"2020年": "3个学校"}},
    "甲-乙": {"values": {"2020年": "6个"}},
    "甲站": {"values": {"2020年": "300度"}},
    "乙站": {"values": {"2020年": "2千瓦时"}},
    "丙站": {"values": {"2020年": "3兆瓦时"}},
    "工期": {"values": {"2020年": "15—20天"}},
    "配比": {"values": {"2020年": "1∶2"}},
    "成本": {"values": {"2020年": "未披露"}},
    "覆盖": {"values": {"2020年": "三分之二"}},
    "病死": {"values": {"2020年": "15.1/10万"}},
    "单价": {"values": {"2020年": "5元/吨"}},
    "吨价": {"values": {"2020年": "3元/千克"}},
    "投入": {"values": {"2020年": "12万元"}},
    "用水": {"values": {"2020年": "3万吨"}},
}


def computed(formula: str, form: str = "number", **more: object) -> tuple[str, list[str]]:
    """A derived figure as printed, and the codes of what was found."""
    derived = {"得数": {"formula": formula, "form": form} | more}
    told = resolve(author.report({"figures": FIGURES, "derived": derived, "overview": {"message": "【得数】"}}))
    return str(told.value.overview.message), [one.code for one in told.diagnostics]


@pytest.mark.parametrize(
    ("formula", "form", "more", "text"),
    [
        ("淘宝村@2020年 / 淘宝村@2013年", "multiple", {}, "约271倍"),
        ("淘宝村＠２０２０年 ÷ 淘宝村@2013年", "multiple", {}, "约271倍"),
        ("淘宝村@2020年 / 淘宝村@2013年", "multiple", {"digits": 2}, "271.25倍"),
        ("淘宝村@2020年 / 淘宝村@2013年", "multiple", {"qualifier": "超", "digits": 0}, "超271倍"),
        ("1 - 减碳", "percent", {}, "82.4%"),
        ("减碳", "percent", {}, "17.6%"),
        ("100 × (1 − 减碳)", "number", {"digits": 1}, "82.4"),
        ("农产品 - 贫困县", "number", {}, "约337亿元"),
        ("农产品 / 4", "number", {"digits": 2}, "759.25亿元"),
        ("淘宝村@2020年 - 淘宝村@2013年", "number", {"digits": 0}, "5405个"),
        ("淘宝村 * 2", "number", {"digits": 3, "unit": "座"}, "1.085万座"),
        ("2 * 3 - (4 - 1)", "number", {}, "3"),
        ("-2 - -3", "number", {}, "1"),
        ("甲-乙 - 甲-乙@2020年 + 甲-乙", "number", {}, "6个"),
        ("1 / 3", "percent", {}, "约33.3%"),
        ("甲站 + 乙站", "number", {}, "302度"),
        ("乙站 + 丙站", "number", {"digits": 0}, "3002千瓦时"),
        ("丙站 + 乙站", "number", {"digits": 3}, "3.002兆瓦时"),
        ("乙站 + 丙站", "number", {"unit": "兆瓦时", "digits": 3}, "3.002兆瓦时"),
        ("丙站 / 甲站", "multiple", {}, "10倍"),
        ("1 - 覆盖", "percent", {}, "约33.3%"),
        ("病死 * 100000", "number", {"digits": 1}, "15.1"),
        ("吨价 / 单价", "multiple", {}, "600倍"),
        ("投入 / 用水 - 单价", "number", {"digits": 0}, "−1元/吨"),
    ],
)
def test_a_formula_prints(formula: str, form: str, more: dict[str, object], text: str) -> None:
    assert computed(formula, form, **more) == (text, [])


@pytest.mark.parametrize(("unit", "code"), [("亿元", "bad-formula"), ("吨", "different-units"), ("元", ""), ("角", "")])
def test_a_result_is_printed_in_a_unit_of_its_own_dimension(unit: str, code: str) -> None:
    assert computed("农产品 / 4", unit=unit, digits=2)[1] == ([code] if code else [])


@pytest.mark.parametrize(
    ("formula", "form", "code"),
    [
        ("农产品 / 淘宝村", "multiple", "different-units"),
        ("农产品 + 淘宝村", "number", "different-units"),
        ("农产品 * 淘宝村", "number", "different-units"),
        ("学校 / 甲-乙", "number", ""),
        ("农产品", "percent", "different-units"),
        ("100 - 减碳", "number", "different-units"),
        ("消费者 / 2", "number", "vague-operand"),
        ("工期 * 2", "number", "vague-operand"),
        ("配比 * 2", "number", "vague-operand"),
        ("成本 * 2", "number", "vague-operand"),
        ("100 - 覆盖", "number", "different-units"),
        ("甲站 + 农产品", "number", "different-units"),
        ("淘宝村 / (3 - 3)", "number", "division-by-zero"),
        ("淘宝存 / 2", "number", "unknown-figure"),
        ("淘宝村@2014年 / 2", "number", "unknown-period"),
        ("淘宝村 / ", "number", "bad-formula"),
        ("(淘宝村", "number", "bad-formula"),
        ("淘宝村)", "number", "bad-formula"),
        ("", "number", "bad-formula"),
        ("(" * 5000 + "1" + ")" * 5000, "number", "bad-formula"),
        ("-" * 5000 + "1", "number", "bad-formula"),
        ("__import__('os')", "number", "unknown-figure"),
        ("得数 + 1", "number", "derived-cycle"),
    ],
)
def test_what_makes_no_sense_is_refused(formula: str, form: str, code: str) -> None:
    assert computed(formula, form)[1] == ([code] if code else [])


def resolve_derived(derived: dict[str, dict[str, object]]) -> tuple[list[str], list[str]]:
    message = "".join(f"【{name}】 " for name in derived)
    told = resolve(author.report({"figures": FIGURES, "derived": derived, "overview": {"message": message}}))
    return str(told.value.overview.message).split(), [str(one) for one in told.diagnostics]


def test_a_circle_is_told_once_with_its_way() -> None:
    texts, errors = resolve_derived({"甲": {"formula": "乙 + 1"}, "乙": {"formula": "丙 + 1"}, "丙": {"formula": "甲 + 1"}})
    assert texts == ["【甲】", "【乙】", "【丙】"]
    assert len(errors) == 1
    assert "甲 → 乙 → 丙 → 甲" in errors[0]


def test_one_computed_from_another_uses_its_exact_value() -> None:
    third = {"formula": "1 / 3", "form": "number", "digits": 1}
    texts, errors = resolve_derived({"三个": {"formula": "份 × 3", "digits": 0}, "份": third})
    assert (texts, errors) == (["1", "约0.3"], [])


def test_a_name_is_that_of_a_figure_or_of_a_formula() -> None:
    _, errors = resolve_derived({"农产品": {"formula": "淘宝村 / 2"}})
    assert ["[duplicate-name]" in error for error in errors] == [True]


def test_a_fault_is_not_told_again_for_those_that_rest_on_it() -> None:
    _, errors = resolve_derived({"甲": {"formula": "消费者 / 2"}, "乙": {"formula": "甲 × 2"}})
    assert len(errors) == 1


def test_a_computed_value_has_no_period_of_its_own() -> None:
    derived = {"得数": {"formula": "淘宝村 / 淘宝村@2013年", "form": "multiple"}}
    told = resolve(author.report({"figures": FIGURES, "derived": derived, "overview": {"message": "【得数@2020年】"}}))
    assert [one.says.key for one in told.diagnostics] == ["unknown-period.computed"]


def test_a_formula_is_shown_in_the_authors_words() -> None:
    assert in_words("淘宝村@2020年 / 淘宝村@2013年") == "淘宝村（2020年）÷ 淘宝村（2013年）"
    assert in_words("100*(1-减碳)") == "100 × (1 − 减碳)"


numbers = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(10) ** 9, places=2)


@given(numbers, numbers, numbers)
def test_arithmetic_is_exact(one: Decimal, two: Decimal, three: Decimal) -> None:
    operands = {"甲": Operand(Fraction(one)), "乙": Operand(Fraction(two)), "丙": Operand(Fraction(three))}
    a, b, c = (operands[name].value for name in "甲乙丙")
    for formula, value in {
        "甲+乙×丙": a + b * c,
        "(甲-乙)/丙": (a - b) / c,
        "甲/乙/丙": a / b / c,
        "甲-乙-丙": a - b - c,
        "甲/(乙×丙)": a / (b * c),
    }.items():
        assert compute(formula, operands, operands.__getitem__).value == value


@given(numbers, st.integers(0, 6))
def test_rounding_is_never_off_by_more_than_half_a_digit(value: Decimal, digits: int) -> None:
    shown = rounded(Fraction(value) / 7, digits)
    assert abs(Fraction(shown) - Fraction(value) / 7) <= Fraction(1, 2 * 10**digits)
    assert shown.as_tuple().exponent == -digits


@pytest.mark.parametrize(
    ("value", "text"),
    [("271.25", "271"), ("0.17649", "0.176"), ("12345", "12300"), ("2.5", "2.5"), ("0", "0"), ("99.96", "100"), ("1000", "1000")],
)
def test_three_significant_digits_are_printed_without_exponent(value: str, text: str) -> None:
    assert f"{rounded(Fraction(value), None):f}" == text


@pytest.mark.parametrize(("value", "text"), [("0.5", "0"), ("1.5", "2"), ("2.5", "2"), ("2.51", "3"), ("-1.5", "-2")])
def test_a_lone_five_goes_to_the_even_digit(value: str, text: str) -> None:
    assert str(rounded(Fraction(value), 0)) == text


@given(st.text("甲乙12@()+-*/×÷ ,.%", max_size=30))
def test_any_text_is_computed_or_refused(formula: str) -> None:
    operands = {"甲": Operand(Fraction(1), Unit("个", "个")), "乙": Operand(Fraction(2))}

    def lookup(name: str) -> Operand:
        if name in operands:
            return operands[name]
        return refuse(said("unknown-figure.name", name=name))

    with contextlib.suppress(FormulaFault):
        assert isinstance(compute(formula, operands, lookup).value, Fraction)


SHARES = {"占比": {"kind": "rate", "values": {"2019年": "40%", "2020年": "45%"}}}


@pytest.mark.parametrize(
    ("formula", "given", "printed"),
    [
        ("占比@2020年 - 占比@2019年", {"form": "percent", "unit": "个百分点"}, "5个百分点"),
        ("占比@2020年 - 占比@2019年", {"form": "percent", "unit": "%"}, "5%"),
        ("占比@2020年 - 占比@2019年", {"form": "number", "unit": "%"}, "5%"),
        ("占比@2020年 - 占比@2019年", {"form": "number", "unit": "个百分点"}, "5个百分点"),
        ("占比@2020年 + 占比@2019年", {"form": "number", "unit": "‰"}, "850‰"),
        ("100% - 占比@2020年", {"form": "percent"}, "55%"),
        ("占比@2020年 / 占比@2019年 - 1", {"form": "percent"}, "12.5%"),
    ],
)
def test_a_percentage_is_printed_in_hundredths_or_points_and_never_a_hundredfold_off(formula, given, printed) -> None:
    made = resolve(
        author.report({"figures": SHARES, "derived": {"差": {"formula": formula, **given}}, "overview": {"message": "【差】"}})
    )
    assert [one.says.key for one in made.diagnostics if one.severity.value != "notice"] == []
    assert [str(one.number) for one in made.value.tables[0].data][-1] == printed


def test_what_two_percentages_differ_by_is_a_percentage_or_points_and_its_author_says_which() -> None:
    derived = {"差": {"formula": "占比@2020年 - 占比@2019年", "form": "percent"}}
    made = resolve(author.report({"figures": SHARES, "derived": derived, "overview": {"message": "【差】"}}))
    assert "different-units.points" in [one.says.key for one in made.diagnostics]
