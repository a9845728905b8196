"""Native charts: workbook, cache and plan say the same; labels carry qualifier and unit; nothing else is on the chart."""

from __future__ import annotations

import io
import re
import zipfile

import openpyxl
import pptx
import pytest

from generator.document.model import plain
from tests.writers.pptx.handmade_deck import parsed

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
NUMBERS = [20, 4310, 5425.5]


@pytest.fixture(scope="module", params=[1, 2], ids=["column", "bar"])
def number(request):
    return request.param


@pytest.fixture(scope="module")
def chart(written, number):
    with zipfile.ZipFile(written) as archive:
        return parsed(archive.read(f"ppt/charts/chart{number}.xml"))


@pytest.fixture(scope="module")
def workbook(written, number):
    with zipfile.ZipFile(written) as archive:
        return archive.read(f"ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx")


@pytest.fixture(scope="module")
def plan(deck, number):
    return deck.slides[2 + number].items[1].plan


def value(chart, path):
    return chart.find(path.replace("c:", C)).get("val")


def cached(chart, path):
    return [one.text for one in chart.findall(path.replace("c:", C) + f"//{C}v")]


def test_workbook_cache_and_plan_say_the_same(chart, workbook, plan):
    sheet = openpyxl.load_workbook(io.BytesIO(workbook)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == [None, plan.series]
    assert rows[1:] == [[plain(one.category), float(one.value)] for one in plan.points]
    assert cached(chart, ".//c:ser/c:cat") == [row[0] for row in rows[1:]]
    assert [float(one) for one in cached(chart, ".//c:ser/c:val")] == NUMBERS
    assert cached(chart, ".//c:ser/c:tx") == [plan.series]
    assert {one.get("val") for one in chart.iter(f"{C}ptCount")} == {"1", "3"}


def test_whole_numbers_are_cached_without_a_point(chart):
    assert cached(chart, ".//c:ser/c:val") == ["20", "4310", "5425.5"]


def test_each_label_is_its_point_s_number_format(chart, plan):
    labels = chart.findall(f".//{C}dLbl")
    codes = [(one.find(f"{C}idx").get("val"), one.find(f"{C}numFmt").get("formatCode")) for one in labels]
    assert codes == [(str(index), point.format) for index, point in enumerate(plan.points)]
    assert {one.find(f"{C}numFmt").get("sourceLinked") for one in labels} == {"0"}
    assert {one.find(f"{C}showVal").get("val") for one in labels} == {"1"}


def test_the_axis_runs_from_zero_and_is_not_seen_and_cuts_off_nothing_that_is_typed_in(chart):
    axis = chart.find(f".//{C}valAx")
    assert float(value(axis, "c:scaling/c:min")) == 0
    assert axis.find(f"{C}scaling/{C}max") is None
    assert value(axis, "c:delete") == "1"


def test_there_is_no_title_legend_or_gridline(chart):
    assert value(chart, "c:chart/c:autoTitleDeleted") == "1"
    for name in ("title", "legend", "majorGridlines", "minorGridlines"):
        assert not list(chart.iter(f"{C}{name}"))


def test_what_powerpoint_would_do_by_default_is_said_to_be_off(chart):
    for name in ("date1904", "roundedCorners", "varyColors"):
        assert {one.get("val") for one in chart.iter(f"{C}{name}")} == {"0"}, name


def test_the_bars_have_their_room_by_measure(chart):
    layout = chart.find(f".//{C}plotArea/{C}layout/{C}manualLayout")
    assert layout.find(f"{C}layoutTarget").get("val") == "inner"
    x, y, wide, high = (float(layout.find(f"{C}{name}").get("val")) for name in "xywh")
    assert 0 <= x < x + wide <= 1
    assert 0 <= y < y + high <= 1
    assert {one.get("val") for one in chart.iter(f"{C}dLblPos")} == {"outEnd"}


def test_a_chart_leads_to_its_workbook_and_nowhere_else(written, number):
    with zipfile.ZipFile(written) as archive:
        (link,) = parsed(archive.read(f"ppt/charts/_rels/chart{number}.xml.rels"))
    assert link.get("TargetMode") is None
    assert link.get("Target") == f"../embeddings/Microsoft_Excel_Sheet{number}.xlsx"


def test_bars_lie_with_the_first_on_top_and_columns_stand(chart, number):
    assert value(chart, ".//c:barDir") == ("bar" if number == 2 else "col")
    assert value(chart, ".//c:catAx/c:scaling/c:orientation") == ("maxMin" if number == 2 else "minMax")


def test_gap_and_colours_are_the_plan_s(chart, plan):
    assert value(chart, ".//c:gapWidth") == str(plan.gap)
    bars = [one.find(f"{C}spPr/{A}solidFill/{A}schemeClr").get("val") for one in chart.iter(f"{C}dPt")]
    assert bars == ["accent4", "accent4", "accent1"]


def test_all_chart_text_has_an_asian_face(chart):
    texts = list(chart.iter(f"{A}defRPr"))
    assert len(texts) == 6
    assert {one.find(f"{A}ea").get("typeface") for one in texts} == {"+mn-ea"}
    assert {one.get("lang") for one in chart.iter(f"{A}endParaRPr")} == {"zh-CN"}
    assert value(chart, "c:lang") == "zh-CN"


def test_axis_ids_are_positive_and_paired(chart):
    ids = [one.get("val") for one in chart.iter(f"{C}axId")]
    assert all(int(one) > 0 for one in ids)
    assert sorted(ids) == sorted([*set(ids), *set(ids)])
    assert {one.get("val") for one in chart.iter(f"{C}crossAx")} == set(ids)


def test_the_workbook_bears_the_imprint_s_date(workbook):
    assert openpyxl.load_workbook(io.BytesIO(workbook)).properties.created.isoformat().startswith("2021-08-05")


def test_the_workbook_s_entries_bear_a_fixed_time(workbook):
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_python_pptx_finds_the_chart_and_its_words(written, number):
    shape = next(one for one in pptx.Presentation(written).slides[2 + number].shapes if one.has_chart)
    assert list(shape.chart.plots[0].series[0].values) == NUMBERS
    assert re.search("5425.5个", shape._element._nvXxPr.cNvPr.get("descr"))


def test_the_label_to_look_at_has_its_bar_s_colour(chart):
    inks = [one.find(f".//{A}defRPr/{A}solidFill/{A}schemeClr").get("val") for one in chart.iter(f"{C}dLbl")]
    assert inks[-1] == "accent1"


def test_the_bars_have_a_place_within_the_chart(chart):
    place = {one.tag.removeprefix(C): one.get("val") for one in chart.find(f".//{C}plotArea/{C}layout/{C}manualLayout")}
    x, y, width, height = (float(place[name]) for name in "xywh")
    assert place["layoutTarget"] == "inner"
    assert 0 <= x < x + width <= 1
    assert 0 <= y < y + height <= 1
