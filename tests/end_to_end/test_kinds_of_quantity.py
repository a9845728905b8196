"""Every kind of quantity is built and proved: in prose, on cards, as a hero, in tables, and on axes where it has an amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator import outputs, pipeline

if TYPE_CHECKING:
    from pathlib import Path

SAID = (
    "15—20分钟", "约15～20天", "3.5—4亿元", "10%—15%", "13万～17万元", "-3—5℃", "1∶0.62", "1:0.62", "约3∶2∶1", "2/3", "近三分之二",
    "万分之三", "百分之五", "5.2‰", "12ppm", "未披露", "数亿人次", "30万元/（人·年）", "0.12NTU", "10Gbps", "5.2万m²", "1200tCO2e",
    "12kgCO2e/m²", "2年多", "120.5例/10万人",
)  # fmt: skip
PLOTTED = (
    ("4.1万千瓦时", "3.8万千瓦时"), ("4.1亿千瓦时", "3.8亿千瓦时"), ("5万千米", "6万千米"), ("7万千克", "8万千克"), ("2万千瓦", "3万千瓦"),
    ("15.1/10万", "12.6/10万"), ("120.5例/10万人", "98例/10万人"), ("4.5元/立方米", "5元/立方米"), ("35毫克/升", "30毫克/升"),
    ("2万吨/日", "3万吨/日"), ("300度", "200千瓦时"),
)  # fmt: skip


_NAMES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄"
"""Names of figures hold no numeral."""


def content() -> str:
    """A report of all these quantities, each printed somewhere."""
    said = [
        f"  说{_NAMES[at]}: {{means: 指标, kind: rate, values: {{2020年: '{text}'}}, source: 简讯 第1段}}"
        for at, text in enumerate(SAID)
    ]
    drawn = [
        f"  画{_NAMES[at]}: {{means: 数, kind: rate, values: {{2019年: '{was}', 2020年: '{now}'}}, source: 简讯 第1段}}"
        for at, (was, now) in enumerate(PLOTTED)
    ]
    kinds = ("column", "bar", "line")
    charts = [
        f"      - {{kind: {kinds[at % 3]}, message: 变为【画{_NAMES[at]}】, figures: [画{_NAMES[at]}@2019年, 画{_NAMES[at]}@2020年]}}"
        for at in range(len(PLOTTED))
    ]
    rows = [_NAMES[at : min(at + 4, len(SAID))] for at in range(0, len(SAID), 4)]
    cards = [f"      - {{kind: cards, message: 先看【说{row[0]}】, figures: [说{', 说'.join(row)}]}}" for row in rows]
    prose = "，".join(f"【说{_NAMES[at]}】" for at in range(len(SAID)))
    return "\n".join(
        (
            'report: {title: 年报, organization: 某厂, edition: 2020年, date: 2021年8月5日, brand: {rgb: "#FF6A00", cmyk: 0 68 100 0}}',
            "sources: {简讯: {title: 年度简讯}}", "figures:", *said, *drawn, f"about: {{text: 各项是{prose}。}}", "overview: {text: 甲}",
            "themes:", "  - name: 运营", "    color: 朱砂", "    message: 等候【说甲】", "    heroes: [说甲, 说庚, 说辰]",
            "    charts:", *charts, *cards,
        )
    )  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("kinds")
    (made / "content.yaml").write_text(content(), encoding="utf-8")
    return made


def test_every_kind_of_quantity_is_proved_in_every_output(folder: Path) -> None:
    outcome = pipeline.build(folder / "content.yaml", folder / "build", outputs.ALL, lambda _stage: None)
    assert outcome.layouts.warnings == ()
    assert sorted(file.name for file in (folder / "build").glob("*.*") if file.is_file()) == [
        "deck.pptx",
        "figures.xlsx",
        "report.pdf",
    ]
