"""What the author leaves out is made from what is there: measures, source lines, points, scripts, tables, definitions."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.diagnostics import Severity
from generator.document.citations import merged
from generator.document.ledger import UseKind
from generator.document.model import ResolvedReport, plain
from generator.document.resolve import iso, resolve
from tests.document import author

FIGURES: dict[str, Any] = {
    "投入": {
        "label": "抗疫投入",
        "means": "实际投入",
        "kind": "cumulative",
        "values": {"截至2021年3月": "近34亿元"},
        "source": "报道 第6段",
    },
    "物资": {
        "label": "捐赠物资",
        "kind": "cumulative",
        "starts": "2020年1月",
        "values": {"截至2021年3月": "2亿件"},
        "source": "报道 第2、6段",
    },
    "村": {"label": "淘宝村", "values": {"2013年": "20个", "2020年": "5425个"}, "source": "报道 第4段"},
    "消费者": {"label": "消费者", "kind": "flow", "values": {"2021财年": "数亿消费者"}, "source": "年报 第3页"},
    "善款": {
        "label": "募集善款",
        "kind": "flow",
        "scope": "平台",
        "owner": "公益部",
        "values": {"2021财年": "超20亿元"},
        "source": "报道 第21段",
    },
}
DERIVED = {"倍数": {"formula": "村@2020年 / 村@2013年", "form": "multiple", "means": "村的倍数", "label": "村的倍数"}}
SOURCES = {"报道": {"title": "报道的标题", "date": "2021年8月5日", "inferred": "年份"}, "年报": {"title": "年报"}}


def made(**more: Any) -> ResolvedReport:
    given: dict[str, Any] = {"figures": FIGURES, "derived": DERIVED, "sources": SOURCES}
    told = resolve(author.report(given | more))
    assert not [one for one in told.diagnostics if one.severity is Severity.ERROR], told.diagnostics
    return told.value


def theme(**given: Any) -> Any:
    return made(themes=[given]).themes[0]


def chart(**given: Any) -> Any:
    return theme(charts=[given]).charts[0]


def test_a_number_comes_in_its_three_pieces() -> None:
    number = theme(heroes=["投入"]).heroes[0].number
    assert (number.qualifier, number.digits, number.tail) == ("近", "34", "亿元")
    assert (number.value, number.amount, number.scale, number.unit) == (Decimal(34), Decimal(3_400_000_000), "亿", "元")


def test_a_vague_number_is_all_words() -> None:
    number = theme(heroes=["消费者"]).heroes[0].number
    assert (number.digits, number.value, number.amount, str(number)) == ("", None, None, "数亿消费者")


def test_a_datum_has_all_that_may_stand_beside_it() -> None:
    datum = theme(heroes=["善款"]).heroes[0]
    told = [plain(text) for text in (datum.label, datum.means, datum.period, datum.scope, datum.source)]
    assert told == ["募集善款", "善款", "2021财年", "平台", "报道，第21段"]
    assert (datum.kind, datum.computed, datum.origin) == ("期间数", False, "themes[].heroes[善款]")


def test_a_cumulative_datum_says_since_when() -> None:
    assert plain(theme(heroes=["物资"]).heroes[0].period) == "截至2021年3月（自2020年1月起）"


def test_a_computed_datum_names_its_kind_periods_and_sources() -> None:
    datum = theme(heroes=["倍数"]).heroes[0]
    assert (str(datum.number), datum.kind, datum.computed) == ("约271倍", "计算值", True)
    assert (plain(datum.period), plain(datum.source)) == ("2013年与2020年", "报道，第4段")


def test_a_theme_is_numbered_by_the_program() -> None:
    report = made(themes=[{"name": "甲"}, {"name": "乙"}])
    uses = {use.id: use for use in report.ledger.uses}
    assert [one.number.text for one in report.themes] == ["01", "02"]
    assert {uses[one.number.use].kind for one in report.themes} == {UseKind.LABEL}
    assert [one.id for one in report.themes] == ["theme-1", "theme-2"]


def test_a_source_line_says_each_source_and_place_once() -> None:
    made_theme = theme(message="【投入】【投入】", heroes=["物资", "善款"], figures=["消费者"])
    assert plain(made_theme.source) == "来源：报道，第2、6、21段；年报，第3页"


def test_what_has_no_figures_has_no_source_line() -> None:
    assert theme(message="你好").source == ()


@pytest.mark.parametrize(
    ("places", "together"),
    [
        (["第6段", "第4、21段", "第6段"], ("第4、6、21段",)),
        (["第6段", "第3页"], ("第6段", "第3页")),
        (["摘要", "第6段", "摘要"], ("摘要", "第6段")),
        ([], ()),
    ],
)
def test_places_are_put_together(places: list[str], together: tuple[str, ...]) -> None:
    assert merged(places) == together


def test_points_are_made_of_the_heroes() -> None:
    made_theme = theme(heroes=["投入", "善款"])
    assert [str(point) for point in made_theme.points] == ["抗疫投入：近34亿元", "募集善款：超20亿元"]
    assert made_theme.points[0].text[-1].use == made_theme.heroes[0].number.use


def test_the_authors_points_are_kept() -> None:
    assert [str(point) for point in theme(heroes=["投入"], points=["只说【善款】"]).points] == ["只说超20亿元"]


def test_a_script_is_made_of_message_and_points() -> None:
    talk = theme(message="投入【投入】", heroes=["投入"]).talk
    assert [plain(paragraph.text) for paragraph in talk.script] == ["投入近34亿元。", "抗疫投入：近34亿元。"]


def test_the_authors_script_is_kept_with_its_minutes() -> None:
    talk = theme(message="投入", notes="先讲【投入】。\n再讲善款。", minutes="3", question="为何？", answer="因为【善款】").talk
    assert [plain(paragraph.text) for paragraph in talk.script] == ["先讲近34亿元。", "再讲善款。"]
    assert (talk.minutes, plain(talk.question), plain(talk.answer)) == ("3", "为何？", "因为超20亿元")


def test_a_talk_names_the_source_of_each_number_of_its_slide() -> None:
    talk = theme(message="【投入】", heroes=["投入", "倍数"], notes="【善款】").talk
    told = [plain(source) for source in talk.sources]
    assert told == ["抗疫投入：报道，第6段", "村的倍数：计算值：村（2020年）÷ 村（2013年）", "募集善款：报道，第21段"]


def test_a_chart_says_what_it_measures_when_the_author_does_not() -> None:
    assert plain(chart(figures=["村@2013年", "村@2020年"]).measure) == "淘宝村 · 个 · 2013年与2020年"
    assert plain(chart(figures=["投入", "物资"]).measure) == "截至2021年3月"
    assert plain(chart(figures=["投入", "善款", "村"]).measure) == "2020年、2021财年、截至2021年3月"


def test_the_authors_measure_gets_unit_and_period() -> None:
    assert plain(chart(measure="全国的村", figures=["村@2013年", "村@2020年"]).measure) == "全国的村 · 个 · 2013年与2020年"
    assert plain(chart(measure="2020年的村（个）", figures=["村"]).measure) == "2020年的村（个）"


def test_a_chart_has_labels_result_note_and_source() -> None:
    made_chart = chart(
        kind="before-after",
        message="村多了",
        figures=["村@2013年", "村@2020年"],
        labels={"村@2013年": "当年", "村": "如今"},
        result="倍数",
        because="定义相同",
    )
    assert [plain(datum.label) for datum in made_chart.data] == ["当年", "如今"]
    assert str(made_chart.result) == "约271倍"
    assert plain(made_chart.note) == "定义相同；计算值：村（2020年）÷ 村（2013年）"
    assert plain(made_chart.source) == "来源：报道，第4段"
    assert made_chart.origin == "themes[].charts[0]"


def test_pairs_keep_both_figures_and_a_multiple_only_where_given() -> None:
    pairs = [
        {"name": "村", "then": "村@2013年", "now": "村", "multiple": "倍数"},
        {"name": "钱", "then": "投入", "now": "善款", "remark": "口径不同"},
    ]
    first, second = chart(kind="then-and-now", pairs=pairs).pairs
    assert (str(first.then.number), str(first.now.number), str(first.multiple)) == ("20个", "5425个", "约271倍")
    assert (second.multiple, plain(second.remark)) == (None, "口径不同")


def test_events_come_in_order_of_time() -> None:
    events = [{"when": "2020年", "text": "【村】"}, {"when": "2007年5月", "text": "甲"}, {"when": "2007年", "text": "乙"}]
    assert [(event.year, plain(event.text)) for event in chart(kind="timeline", events=events).events] == [
        (2007, "乙"),
        (2007, "甲"),
        (2020, "5425个"),
    ]


def test_an_event_without_a_date_is_told() -> None:
    given = {"themes": [{"charts": [{"events": [{"when": "过去一年", "text": "甲"}]}]}]}
    assert [one.code for one in resolve(author.report(given)).diagnostics] == ["undated-event"]


def test_a_figure_stands_in_the_table_of_the_first_theme_that_has_it() -> None:
    themes = [{"name": "甲", "heroes": ["投入"], "message": "【村】"}, {"name": "乙", "heroes": ["村", "善款"]}]
    report = made(themes=themes, overview={"message": "【消费者】"})
    assert [(str(table.name), [row.figure for row in table.rows]) for table in report.tables] == [
        ("甲", ["投入", "村", "村"]),
        ("乙", ["善款"]),
        ("总览", ["物资", "消费者", "倍数"]),
    ]
    assert [str(row.number) for row in report.tables[0].rows[1:]] == ["20个", "5425个"]
    assert report.tables[2].rows[-1].computed


def test_sources_say_what_is_inferred() -> None:
    assert plain(made().sources[0].text) == "报道的标题，2021年8月5日（年份为推定）"


def test_definitions_say_kind_scope_owner_and_formula() -> None:
    told = {plain(one.term): plain(one.text) for one in made().definitions}
    assert told["募集善款"] == "一年的数；口径：平台；负责：公益部"
    assert "捐赠物资" not in told
    assert told["村的倍数"] == "村的倍数；计算值：村（2020年）÷ 村（2013年）"


def test_a_number_typed_into_words_is_still_accounted_for() -> None:
    report = made(names={"双11": "购物节"}, overview={"message": "双11有12个APP"})
    run = report.overview.message.text[1]
    uses = {use.id: use for use in report.ledger.uses}
    assert (run.text, uses[run.use].kind) == ("12个", UseKind.TYPED)
    assert report.ledger.names == (("双11", "购物节"),)


def test_words_that_the_author_exempts_are_exempt_in_titles_too() -> None:
    given = author.report({"history": {"name": "十五年"}, "exempt": {"十五年": "连续发布的年数"}})
    message = author.phrase("走过十五年", {"十五年": "连续发布的年数"})
    overview = author.model.Section("", message, (), (), (), (), author.talk({}), author.here())
    resolved = resolve(replace(given, overview=overview)).value
    uses = {use.id: use for use in resolved.ledger.uses}
    for text in (resolved.overview.message.text, resolved.history.name.text):  # type: ignore[union-attr]
        assert (text[-1].text, uses[text[-1].use].kind, uses[text[-1].use].reason) == ("十五年", UseKind.EXEMPT, "连续发布的年数")


@pytest.mark.parametrize("where", ["label", "means", "note", "scope"])
def test_a_number_typed_into_a_definition_explains_nothing(where: str) -> None:
    note = {"label": "", "means": "村", "scope": "", "values": {"2020年": "20个"}}
    figure = replace(author.figure("村", note), **{where: "全部34个省"})
    resolved = resolve(replace(author.report({"overview": {"figures": ["村"]}}), figures=(figure,))).value
    typed = [use for use in resolved.ledger.uses if "34" in use.text]
    assert {(use.kind, use.text, use.span) for use in typed} == {(UseKind.TYPED, "34个", figure.span)}


def test_a_subscript_is_exempt_where_it_stands_and_nowhere_else() -> None:
    span = author.here()
    message = author.model.Phrase((author.model.Words("2", span, shift="sub", exempt="上标或下标"),), span)
    given = author.report({"figures": FIGURES, "themes": [{"name": "2700亿元"}], "history": {"name": "第2章"}})
    resolved = resolve(replace(given, overview=replace(given.overview, message=message))).value
    uses = {use.id: use for use in resolved.ledger.uses}
    assert [(uses[run.use].kind, run.shift) for run in resolved.overview.message.text] == [(UseKind.EXEMPT, "sub")]
    texts = (resolved.themes[0].name.text, resolved.history.name.text)  # type: ignore[union-attr]
    assert [[run.text for run in text] for text in texts] == [["2700亿元"], ["第2章"]]


def test_a_source_and_an_edition_with_a_number_are_accounted_for() -> None:
    figures = {"村": {"values": {"2020年": "20个"}, "source": "年报2 第十五段"}}
    report = made(
        figures=figures,
        derived={},
        sources={"年报2": {"title": "年报"}},
        report={"edition": "2020"},
        overview={"figures": ["村"]},
    )
    kinds = {use.text: use.kind for use in report.ledger.uses}
    assert (kinds["2020"], kinds["年报2"], kinds["第十五段"]) == (UseKind.LABEL,) * 3


def test_a_section_without_a_message_is_called_by_its_name() -> None:
    assert str(made(outlook={"name": "展望"}).outlook.message) == "展望"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("date", "read"), [("2021年8月5日", "2021-08-05"), ("2021-08-05", "2021-08-05"), ("2021年8月", "2021-08-01"), ("", "")]
)
def test_dates_become_iso(date: str, read: str) -> None:
    assert iso(date) == read


def test_the_ledger_tells_every_figure_and_its_theme() -> None:
    report = made(themes=[{"name": "甲", "heroes": ["善款", "倍数"]}])
    entries = {entry.figure: entry for entry in report.ledger.entries}
    assert set(entries) == {*FIGURES, *DERIVED}
    assert (entries["善款"].theme, entries["善款"].owner, entries["投入"].theme) == ("甲", "公益部", "总览")
    assert [line.printed for line in entries["村"].lines] == ["20个", "5425个"]
    assert entries["善款"].lines[0].source == "报道，第21段"
    assert entries["倍数"].formula == "村（2020年）÷ 村（2013年）"
    assert report.ledger.date == "2021-08-05"
    assert report.ledger.digest == report.imprint.digest
