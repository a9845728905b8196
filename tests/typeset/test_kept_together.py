"""What stays together in running text: | stands where a line may end freely, ¦ where it may at a price, nothing where it may not."""

from __future__ import annotations

import pytest

from generator.content.figures.unit_table import COUNTERS, MEASURES
from generator.typeset.measure_words import UNITS
from generator.typeset.model import Level
from generator.typeset.numerals import numerals

LEVELS = list(Level)

NUMBERS = {
    "a date by hyphens": "于|2021-08-05|的",
    "by slashes": "于|2021/8/5|的",
    "by stops": "于|2021.08.05|的",
    "in words": "于|2021年¦8月¦5日|的",
    "a time of day": "自|10:30|的",
    "in full-width colons": "自|10：30|的",
    "a telephone number": "拨|0571-8502-2088|转",
    "of a service": "拨|400-800-1234|转",
    "with its country": "拨|+86-571-8502-2088|转",
    "a ratio": "比|2∶1|高",
    "typed with a colon": "比|2:1|高",
    "a product": "共|7×24小时|的",
    "a tolerance": "值|100.00±2.65|的",
    "in brackets": "（100.00±2.65）、|（105.40±2.17）",
    "a power of ten": "约3.5×10²个|的",
    "a negative power": "达|3.5×10⁻³米|的",
    "a fraction": "有|1/3|的",
    "with what is said of it": "有|3/4|以|上",
    "a fraction in one sign": "剩|½杯|水",
    "a day of the year": "逢|5·12|的",
    "a percentage": "仅|34.5%|的",
    "degrees": "至|−5℃|的",
    "below zero by a hyphen": "至|-5℃|的",
    "a currency": "值|¥3.5亿|的",
    "another": "值|US$3.5亿|的",
    "a letter and a unit": "要|24h|的",
    "a rate": "以|100km/h|的",
    "a name with digits": "有|H1N1|和|CO2|和|PM2.5|的",
    "a quarter": "自|2020Q3|的",
    "an issue": "见|No.5|的",
    "of a law": "见|第3—¦5条|的",
    "a rate by slash": "卖|3000元/吨|的",
    "by a Latin unit": "卖|0.5元/kWh|的",
    "a Latin unit after a scale": "发|4.1亿kWh|的",
    "spaces typed": "值|约 34 亿元|的",
    "before a Latin unit": "有|100 km|的",
    "and before a word": "有|100 |more|的",
    "a square sign": "有|3万㎡|的",
}

QUALIFIED = {
    "before": "近34亿元|的",
    "two characters": "于|是|超过34亿元|的",
    "three": "不超过34亿元|的",
    "before a currency": "约¥34亿|的",
    "after": "约200余所|的",
    "a count in words": "第十五名|的",
    "a vague count": "数亿件|的",
    "a scale alone": "近百家|的",
    "above it": "上亿人|的",
    "more than it": "百余所|的",
    "no qualifier": "通|过|100项|的",
}

COMPARED = {
    "at least": "年|龄|≥60岁|的",
    "under": "占|<1%|的",
    "above": "达|>100|的",
    "about": "值|≈3|的",
    "a tilde": "约~5个|的",
    "between letters and digits": "有|p≤0.05|的",
    "between words": "收|入>支|出",
    "after a unit": "的|5万元≥¦3万元|的",
}

FORMULAS = {
    "by division": "年|薪=¦25.3万元÷¦12个月=¦2.1万元/月",
    "full-width": "即|100×3+5＝¦305|的",
    "letters": "即|a+b=c|的",
    "words": "利|润=¦收|入−¦成|本",
    "sides": "按|长×¦宽|算",
    "sides with units": "按|3米×¦5米|算",
    "a minus": "得|5−¦3=2|的",
    "a plus that ends a name": "“互|联|网+”|的",
    "brackets": "（甲+¦乙）×¦丙",
}

RANGES = {
    "years": "自|2017年—¦2020年|的",
    "years by a hyphen": "自|2017年-¦2020年|的",
    "amounts": "有|13万～¦17万元|的",
    "by a hyphen": "有|13万-¦17万元|的",
    "days": "要|3—¦5天|的",
    "percentages": "占|10%–¦20%|的",
}

NOTED = {
    "a number": "近34亿元①|的",
    "a word": "投|入②。|另",
    "a number above twenty": "近34亿元㉑|的",
    "several": "投|入①②|的",
    "white on black": "投|入❶|的",
    "in brackets": "投|入[1]|的",
    "several in brackets": "投|入[1,3]|和[1-3]|的",
    "in tortoise-shell brackets": "投|入〔1〕|的",
    "by a name": "投|入[^来源]|的",
    "in words": "近34亿元（注1）|的",
    "a star": "近34亿元*|的",
    "a dagger": "投|入†|的",
    "after a sentence": "投|入。[1]|的",
    "after a title": "《报|告》①|的",
    "items": "分|为：|①保|护；|②发|展。",
    "items after a stop": "有|四。|①保|护",
    "at the head": "①保|护",
    "a reference at the head": "[1]张|三",
    "a reference mark": "如|上。|※本|表",
    "a note at the head": "*注",
    "items in brackets": "（①保|护）",
    "marks in a row": "见|表①、②。",
}


def plain(text: str) -> str:
    return text.replace("|", "").replace("¦", "")


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("table", [NUMBERS, QUALIFIED, COMPARED, FORMULAS, RANGES, NOTED])
def test_no_line_end_parts_what_is_one(marked, table: dict[str, str], level: Level) -> None:
    assert {name: marked(plain(text), level=level) for name, text in table.items()} == table


def test_a_measure_word_of_a_figure_is_held() -> None:
    """Each unit in Chinese that a figure may have by itself stays with its digits, whatever the author counts."""
    words = {word for line in MEASURES.values() for word in line.split()[::2]} | set(COUNTERS.split())
    counted = [word for word in words if not word.isascii() and word[-1] not in "C²³"]
    parted = [word for word in counted if numerals(f"的5{word}，") != [(1, 2 + len(word))] and not word.startswith("μ")]
    assert sorted(parted) == []


@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_stays_with_a_scale(unit: str) -> None:
    assert numerals(f"的3.2万{unit}，") == [(1, 5 + len(unit))]


def test_a_printed_figure_tells_a_unit_that_nobody_has_listed(marked) -> None:
    assert marked(["装了", "3.2万垛", "的"], uses=["", "use", ""]) == "装|了|3.2万垛|的"
    assert marked("装了3.2万垛的") == "装|了|3.2万|垛|的"
    assert marked(["装了", "3.2万托盘", "的"], uses=["", "use", ""]) == "装|了|3.2万¦托¦盘|的"
    assert marked(["驻在", "18个欠发达县域", "的"], uses=["", "use", ""]) == "驻|在|18个¦欠¦发¦达¦县¦域|的"


NARROW = {
    "超过34亿元": ("超过¦34亿元", "超过34亿元"),
    "不超过34亿元": ("不超过¦34亿元", "不超过34亿元"),
    "近34亿元": ("近34亿元", "近34亿元"),
    "4.1亿千瓦时": ("4.1亿¦千瓦时", "4.1亿千瓦时"),
    "3万平方公里": ("3万¦平方公里", "3万平方公里"),
    "34亿美元": ("34亿美元", "34亿美元"),
    "3个百分点": ("3个百分点", "3个百分点"),
    "5千瓦时": ("5千瓦时", "5千瓦时"),
}
"""In a measure of under 12 ems, and in any other (T11, T12)."""


@pytest.mark.parametrize(("text", "expected"), NARROW.items(), ids=NARROW)
def test_long_qualifiers_and_units_part_at_a_price_in_narrow_measures_only(marked, text: str, expected: tuple[str, str]) -> None:
    assert (marked(text, 11.9), marked(text, 12)) == expected
