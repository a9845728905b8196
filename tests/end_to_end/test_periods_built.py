"""Every shape of a period in charts of every kind: built, proved, proved again, and in order of time wherever it stands.

Each kind has half of the shapes, by turns: kinds that are made alike have all of them between them.
"""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from generator import outputs, pipeline
from generator.content.figures.calendar import narrowed
from generator.content.figures.period import read

if TYPE_CHECKING:
    from pathlib import Path

SHAPES = (
    "2020年", "2017年度", "２０１８年", "2019 年", "2021财年", "2020财年第一季度", "2020财年Q2", "2019财年上半年", "2021财年前三季度",
    "2018—2019学年", "2020—2021学年第1学期", "2021年秋季学期", "2020年第一季度", "2020年第2季度", "2020年Q3", "2020年四季度", "2019年H1",
    "2019年下半年", "2018年前三季度", "2019年前9个月", "2016年1—9月", "2017年1～6月", "2020年9月", "2020年11月份", "2020年9月上旬",
    "2020年2月下旬", "2020年11月11日", "2020年11月1日至11日", "2020年11月23日—12月3日", "2020年11月1日—2021年3月5日", "2020年第10周",
    "2020年第十一周", "2018年底", "2019年年末", "2020年3月底", "2020年初", "2020年年中", "截至2020年第二季度", "截至2020年9月30日",
    "至2021年3月底", "2006—2010年", "2011年至2015年", "“十三五”时期", "十四五期间", "20世纪80年代", "二十世纪九十年代", "2000年代",
)  # fmt: skip
"""What has a last day: a line may run through any of them."""
UNDATED = ("2018年起", "自2019年以来", "2020年至今", "过去一年", "2020年双11", "15年来")
EVERY = SHAPES + UNDATED
ON_A_CHART = 4
LETTERS = "甲乙丙丁戊己庚辛壬癸子丑寅卯"
FIGURE_KINDS = ("column", "bar", "cards", "coverage", "dot")
ROW_KINDS = ("stacked", "panels")

HEAD = """
report:
  title: 时期
  organization: 社
  edition: 2020年第3季度
  date: 2021年8月5日
  fiscal_year_ends: 3月31日
  brand: {rgb: "#186048", cmyk: 86 32 74 30}
sources: {样例: {title: 样例, date: 2021年3月1日}}
names: {双11: 节日}
"""
FIGURE = "  {name}: {{means: {name}的数, kind: {kind}, values: {{{values}}}, source: 样例 第1段}}\n"


def values(shapes, first: int) -> str:
    """Every value of a figure, the latest shapes first, so that nobody takes the order of writing for that of time."""
    return ", ".join(f"{shape}: {first + at}家" for at, shape in reversed([*enumerate(shapes)]))


def named(figure: str, shapes) -> str:
    return "[" + ", ".join(f"{figure}@{shape}" for shape in reversed(shapes)) + "]"


def charts(kind: str, shapes, at: int) -> str:
    rows = f"series: [{{name: 乙, figures: {named('乙', shapes[1:])}}}, {{name: 甲, figures: {named('甲', shapes)}}}]"
    given = {
        "timeline": "events: [" + ", ".join(f"{{when: {shape}, text: 事}}" for shape in reversed(shapes)) + "]",
        "then-and-now": f"pairs: [{{name: 对, then: 甲@{shapes[0]}, now: 甲@{shapes[-1]}}}]",
        "change": f"figures: {named('甲', (shapes[0], shapes[-1]))}",
    }
    body = given.get(kind, rows if kind in ROW_KINDS else f"figures: {named('甲', shapes)}")
    return f"      - kind: {kind}\n        message: {kind}第{LETTERS[at]}幅\n        {body}\n        because: 形式不一\n"


def groups(shapes):
    """Some shapes for each chart: all that follow each other in the list, and no chart of a single one."""
    return [shapes[at : at + ON_A_CHART] for at in range(0, len(shapes) - 1, ON_A_CHART)]


def theme(name: str, color: str, kinds, shapes) -> str:
    told = "".join(f"      在【甲@{one}:时期】，有【甲@{one}】\n\n" for one in shapes)
    numbered = [*enumerate(groups(shapes))]
    drawn = "".join(charts(kind, group, at) for turn, kind in enumerate(kinds) for at, group in numbered[turn % 2 :: 2])
    head = f"  - name: {name}\n    color: {color}\n    message: 说【甲@2020年】\n    heroes: [甲@2020年, 倍]\n"
    return f"{head}    text: |\n{told}    charts:\n{drawn}"


def written() -> str:
    """A content with every shape in text and tables, and in charts of one or the other of two kinds that are made alike."""
    figures = FIGURE.format(name="甲", kind="stock", values=values(EVERY, 100)) + FIGURE.format(
        name="乙", kind="flow", values=values(EVERY, 200)
    )
    figures += (
        "  累: {means: 累计的数, kind: cumulative, starts: 2017年Q3, values: {截至2020年第3季度: 9家}, source: 样例 第1段}\n"
    )
    derived = "derived:\n  倍: {means: 倍数, formula: 甲@2020年第3季度 / 甲@2020年11月1日至11日, form: multiple}\n"
    sections = "about: {name: 关于, message: 说, text: 说【累】}\noverview: {name: 数说, message: 说, text: 说, figures: [累, 乙@2020年]}\n"
    return (
        f"{HEAD}figures:\n{figures}{derived}{sections}themes:\n"
        + theme("一", "朱砂", FIGURE_KINDS, EVERY)
        + theme("二", "松绿", ROW_KINDS, EVERY)
        + theme("三", "靛蓝", ("line", "timeline", "change", "then-and-now"), SHAPES)
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, pipeline.Outcome]:
    folder = tmp_path_factory.mktemp("periods")
    content = folder / "content.yaml"
    content.write_text(written(), encoding="utf-8")
    return content, pipeline.build(content, folder / "build", outputs.ALL, lambda _stage: None)


def categories(deck: Path) -> list[list[str]]:
    """The categories of each native chart, read by lxml alone."""
    with zipfile.ZipFile(deck) as package:
        parts = sorted(name for name in package.namelist() if re.fullmatch(r"ppt/charts/chart\d+\.xml", name))
        trees = [etree.fromstring(package.read(name)) for name in parts]
    return [[one.text for one in tree.find(".//{*}ser").iterfind("{*}cat//{*}v")] for tree in trees]


def test_every_shape_in_every_kind_is_built_and_proved_again(built) -> None:
    content, outcome = built
    assert outcome.layouts.warnings == ()
    again = pipeline.check(content, content.parent / "build", lambda _stage: None)
    assert again.same == outputs.ALL


def test_native_charts_run_in_order_of_time(built) -> None:
    content, _ = built
    told = categories(content.parent / "build" / outputs.FILES[outputs.DECK])
    assert set(map(narrowed, SHAPES)) <= {one for names in told for one in names}
    for names in told:
        moments = [read(name, "3月31日").order for name in names]
        assert moments == sorted(moments)


def test_tables_run_in_order_of_time(built) -> None:
    _, outcome = built
    tables = outcome.layouts.report.tables
    rows = [row for table in tables for row in table.rows if row.figure == "甲"]
    columns = [
        cell for table in tables if table.years for row in table.years.rows for cell in row.cells if cell and cell.figure == "甲"
    ]
    told = [[one.order for row in cells for one in row.when] for cells in (rows, columns)]
    assert sum(map(len, told)) == len(EVERY)
    assert len(told[1]) > 1
    assert told == [sorted(moments) for moments in told]
