"""What an author types, from the file to the proof: told at its line where it explains nothing, proved where it is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator import composition, making, outputs
from generator.charts.drawings import Drawings
from generator.content import proofreader
from generator.content.numerals.classes import CLASSES
from generator.diagnostics import BuildError, Diagnostic, Exit, Severity
from generator.document.ledger import UseKind
from generator.inspection import checks
from generator.inspection.charge import EDITED, FRESH
from generator.inspection.workbook import reader as workbook
from tests.inspection.conftest import CONTENT, Desk
from tests.inspection.planting import page_of

if TYPE_CHECKING:
    from pathlib import Path

TEXT = CONTENT.read_text("utf-8")
PROSE = "把树种好，把路修好。\n  points"


def written(folder: Path, *changes: tuple[str, str]) -> Path:
    """The small report with changes, as a file."""
    text = TEXT
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path = folder / "content.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def proved(folder: Path, *changes: tuple[str, str]) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """What was told before anything was written, and what the inspection found."""
    layouts = composition.lay_out(written(folder, *changes), Drawings(), lambda _stage: None)
    making.write(layouts, folder, outputs.ALL, lambda _stage: None)
    told = checks.inspect(folder, outputs.ALL, making.expected(layouts, outputs.ALL), built_now=True)
    return list(layouts.warnings), list(told.diagnostics)


def said(words: str) -> tuple[str, str]:
    return PROSE, PROSE.replace("，把路", f"，{words}，把路")


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param([said("减CO~2~，占km^2^，每m^-3^"), ("近34亿元", "近2700亿元")], id="subscripts exempt only themselves"),
        pytest.param([("  双11: 购物节的名称", "  双11: 购物节的名称\n  第2: 名")], id="a name is not cut out of a number"),
        pytest.param(
            [("figures:", 'exempt: {"34": 门牌号}\nfigures:'), said("34号楼"), ("name: 展望", "name: 展望34")],
            id="exempt in prose and in a title, and not out of 34亿",
        ),
        pytest.param(
            [("figures:", 'exempt: {"34": 省份}\nfigures:'), ("means: 全国淘宝村", "means: 全国34省淘宝村，见图2")],
            id="exempt and ordinary numbers in a definition, which is listed often and printed once",
        ),
        pytest.param(
            [("figures:", "exempt: {400-800-1234: 热线}\nfigures:"), said("电话400-800-1234")], id="an exempt telephone"
        ),
        pytest.param(
            [("近34亿元", "34亿元（含税）"), said("投入【抗疫投入】，又投入【抗疫投入】。“【抗疫投入】”")], id="marks squeezed"
        ),
        pytest.param([("edition: 2020—2021", "edition: 2021")], id="an edition of a bare year"),
        pytest.param([("source: 简讯 第1段", "source: 简讯 第十五段")], id="a place in Han numerals"),
        pytest.param([said("万一不行，千方百计")], id="words that count nothing"),
        pytest.param([("name: 展望", "name: 展望①")], id="a mark of a list in a title"),
    ],
)
def test_what_is_meant_is_proved_without_a_word(tmp_path: Path, changes: list[tuple[str, str]]) -> None:
    assert proved(tmp_path, *changes) == ([], [])


@pytest.mark.parametrize(
    ("change", "numeral"),
    [
        pytest.param(said("约½"), "½", id="prose"),
        pytest.param(said("电话400"), "400", id="telephone"),
        pytest.param(("label: 支援抗疫投入", "label: 支援30家的投入"), "30", id="label"),
        pytest.param(("means: 全国淘宝村", "means: 全国34省淘宝村"), "34", id="means"),
        pytest.param(("label: 淘宝村", "label: 淘宝村\n    note: 另有7种"), "7", id="note"),
        pytest.param(("label: 淘宝村", "label: 淘宝村\n    scope: 34个省"), "34", id="scope"),
        pytest.param(("measure: 2020年落地的设施（个）", "measure: 2020年落地的2种设施（个）"), "2", id="measure"),
        pytest.param(("- name: 乡村", "- name: 乡村2期"), "2", id="theme"),
        pytest.param(("name: 展望", "name: 展望Ⅲ½"), "½", id="section"),
        pytest.param(("subtitle: 检查用的样本", "subtitle: 检查用的3份样本"), "3", id="subtitle"),
        pytest.param(("title: 林间小报", "title: 2021"), "2021", id="title"),
        pytest.param(("organization: 林间学社", "organization: 360学社"), "360", id="organization"),
        pytest.param(("任何一方的立场", "3方的立场"), "3", id="colophon"),
        pytest.param(("figures: [基地, 中心]\n", "figures: [基地, 中心]\n        labels: {基地: 5类基地}\n"), "5", id="labels"),
        pytest.param(("figures: [基地, 中心]\n", "figures: [基地, 中心]\n        because: 8成相同\n"), "8", id="because"),
    ],
)
def test_what_is_typed_is_told_at_its_line_in_one_message_and_nothing_is_written(
    tmp_path: Path, change: tuple[str, str], numeral: str
) -> None:
    (error,) = refused(tmp_path, change)
    lines = (tmp_path / "content.yaml").read_text("utf-8").splitlines()
    assert (error.code, error.severity) == ("typed-number", Severity.ERROR)
    assert error.span is not None
    assert numeral in lines[error.span.line - 1][error.span.column - 1 :][:4]
    assert error.hints


def refused(folder: Path, *changes: tuple[str, str]) -> list[Diagnostic]:
    """What is told of a content that nothing is made of."""
    with pytest.raises(BuildError) as fault:
        composition.lay_out(written(folder, *changes), Drawings(), lambda _stage: None)
    assert fault.value.stage is Exit.CONTENT
    return [one for one in fault.value.diagnostics if one.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("change", "numeral"),
    [
        (said("约½"), "½"),
        (said("百分之五的人"), "百分之五"),
        (said("一点五倍"), "一点五"),
        (said("逾百家企业"), "百"),
        (said("壹佰万元"), "壹佰万"),
        (said("二零二零年"), "二零二零"),
        (said("负三个百分点"), "负三"),
        (("means: 全国淘宝村", "means: 全国万余个淘宝村"), "万"),
    ],
)
def test_what_the_content_stage_had_not_seen_the_inspection_sees(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: tuple[str, str], numeral: str
) -> None:
    monkeypatch.setattr(proofreader, "typed_numbers", lambda _text, _wording: ())
    warnings, (error,) = proved(tmp_path, change)
    assert warnings == []
    assert (error.code, error.span is not None) == ("unexplained-numeral", True)
    assert dict(error.says.values)["numeral"] == numeral


def test_shares_and_multiples_in_words_are_warned_of_and_printed(tmp_path: Path) -> None:
    warnings, errors = proved(tmp_path, said("三成、两倍、三分之二、一半"))
    assert errors == []
    assert [dict(one.says.values)["number"] for one in warnings] == ["三成", "两倍", "三分之二", "一半"]
    assert {(one.says.key, one.severity) for one in warnings} == {("typed-number.in-words", Severity.WARNING)}


def test_every_known_class_is_printed_proved_and_listed_with_its_class(tmp_path: Path) -> None:
    text = "".join(f"\n\n    {one}，如此。" for known in CLASSES for one in known.examples)
    layouts = composition.lay_out(
        written(tmp_path, (PROSE, f"把树种好，把路修好。{text}\n  points")), Drawings(), lambda _stage: None
    )
    assert list(layouts.warnings) == []
    making.write(layouts, tmp_path, outputs.ALL, lambda _stage: None)
    told = checks.inspect(tmp_path, outputs.ALL, making.expected(layouts, outputs.ALL), built_now=True)
    assert list(told.diagnostics) == []
    listed = {use.reason for use in layouts.ledger.uses if use.kind is UseKind.KNOWN}
    assert listed == {known.name for known in CLASSES}
    cells = workbook.read_book(tmp_path / "figures.xlsx").sheets[2].cells.values()
    assert listed <= set(cells)


@pytest.mark.parametrize(("words", "glue"), [("从-【基地】", "-"), ("【基地:数】万", "万"), ("【基地】%", "%")])
def test_what_makes_another_number_of_a_reference_is_told_in_one_message(tmp_path: Path, words: str, glue: str) -> None:
    (error,) = refused(tmp_path, said(words))
    assert glue in (str(value) for _, value in error.says.values)


def test_a_digit_squeezed_into_a_numbers_box_is_never_passed_over(desk: Desk) -> None:
    box = next(one.box for one in desk.layouts.placements if one.output == "report" and one.text == "1200个" and one.box)
    page = desk.page_of("1200个")
    for typed in ("，", "4"):
        with page_of(desk.report, page) as paper:
            paper.type(typed, box.right / 12_700 - 6, paper.height - (box.y + box.height * 0.88) / 12_700)
        found = desk.prove("report")[1]
        assert ("wrong-figure" in [one.code for one in found]) == (typed == "4")


def test_nobody_edits_a_file_that_was_made_a_moment_ago(desk: Desk) -> None:
    page = desk.page_of("20个")
    with page_of(desk.report, page) as paper:
        paper.swap("5425", "5245")
    hints = [hint for one in desk.prove("report")[1] for hint in one.hints]
    assert EDITED in hints
    told = checks.inspect(
        desk.folder, frozenset({"report"}), making.expected(desk.layouts, frozenset({"report"})), built_now=True
    )
    hints = [hint for one in told.diagnostics for hint in one.hints]
    assert FRESH in hints
    assert EDITED not in hints


def test_a_missing_glyph_is_told_at_the_character_once_for_each_place_of_it(tmp_path: Path) -> None:
    in_prose = PROSE.replace("把路修", "把路\n    修😀")
    changes = [("means: 全国淘宝村", "means: 全国😀淘宝村"), ("label: 淘宝村", "label: 淘宝村  # 😀"), (PROSE, in_prose)]
    path = written(tmp_path, *changes)
    with pytest.raises(BuildError) as refused:
        composition.lay_out(path, Drawings(), lambda _stage: None)
    lines = path.read_text("utf-8").splitlines()
    places = [one.span for one in refused.value.diagnostics if one.code == "missing-glyph" and one.span]
    assert [lines[place.line - 1][place.column - 1] for place in places] == ["😀", "😀"]
    assert len(refused.value.diagnostics) == 2


def test_faults_come_in_the_order_of_the_file_and_each_once(tmp_path: Path) -> None:
    path = written(tmp_path, ("source: 简讯 第3段", "source: 简信 第3段"), ("  基地:\n", "  基他:\n"), said("又有7个"))
    with pytest.raises(BuildError) as refused:
        composition.lay_out(path, Drawings(), lambda _stage: None)
    found = refused.value.diagnostics
    assert [one.code for one in found] == ["unknown-source", "unknown-figure", "typed-number"]
    assert [one.severity for one in found][-1] is Severity.ERROR
    assert [one.span.line for one in found if one.span] == sorted(one.span.line for one in found if one.span)
