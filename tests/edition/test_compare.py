"""Comparing two editions: each kind of change told once as what it is, the same from contents and from built ledgers."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import page as validation
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import comparing
from generator.diagnostics import BuildError, Exit
from generator.edition.compare.comparing import compare
from generator.edition.compare.editions import edition
from generator.edition.compare.model import Aspect, Change, Comparison, Edition, Figure, Ink, Part, Value
from generator.edition.compare.run import compared
from generator.edition.compare.told import aspect, shortened
from generator.edition.compare.wording import rewordings
from generator.inspection.workbook.reader import read_ledger, rows
from generator.messages.catalog import catalog
from tests.conftest import CONTENT

OLD = Path(__file__).parent / "linhai.yaml"


@pytest.fixture
def changed(tmp_path):
    """Compare the content with itself after a change."""

    def change(*pairs: tuple[str, str]) -> Comparison:
        text = OLD.read_text("utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        new_path = tmp_path / "new.yaml"
        new_path.write_text(text, encoding="utf-8")
        return compared(OLD, new_path, lambda _stage: None)

    return change


def told(found: Comparison) -> list[tuple[str, str, str, str, str]]:
    return [(one.figure, one.period, one.aspect.value, one.old, one.new) for one in found.changes]


def test_an_edition_is_the_same_as_itself(changed) -> None:
    found = changed()
    assert found.same
    assert found.texts


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        (("超300万棵", "超400万棵"), [("苗木", "2020年", "value", "超300万棵", "超400万棵")]),
        (("超300万棵", "约300万棵"), [("苗木", "2020年", "qualifier", "超300万棵", "约300万棵")]),
        (("超300万棵", "超3000000棵"), [("苗木", "2020年", "writing", "超300万棵", "超3000000棵")]),
        (("20万度", "20万千瓦时"), [("节电", "2020年", "unit", "20万度", "20万千瓦时")]),
        (("数万访客", "数亿访客"), [("访客", "2020年", "value", "数万访客", "数亿访客")]),
        (("means: 种下的苗木", "means: 种活的苗木"), [("苗木", "", "definition", "种下的苗木", "种活的苗木")]),
        (("means: 护林员\n    kind: stock", "means: 护林员\n    kind: flow"), [("护林员", "", "kind", "时点数", "期间数")]),
        (("source: 通讯 第3段\n  护林员", "source: 通讯 第4段\n  护林员"), [
            ("苗木", "2019年", "source", "通讯，第3段", "通讯，第4段"),
            ("苗木", "2020年", "source", "通讯，第3段", "通讯，第4段"),
        ]),
        (("{2020年: 20万度}", "{2020年: {value: 20万度, status: approved}}"), [("节电", "2020年", "status", "", "已批")]),
        (("{2020年: 20万度}", "{2020年: {value: 20万度, scope: 林区}}"), [("节电", "2020年", "scope", "", "林区")]),
        (("{2020年: 20万度}", "{2020年: {value: 22万度, was: 20万度, because: 补计}}"), [
            ("节电", "2020年", "value", "20万度", "22万度"),
            ("节电", "2020年", "was", "", "20万度：补计"),
        ]),
        (("{2020年: 20万度}", "{2021年: 22万度}"), [
            ("节电", "2021年", "period", "2020年", "2021年"),
            ("节电", "2021年", "value", "20万度", "22万度"),
        ]),
        (("{2020年: 20万度}", "{2020年: 20万度, 2021年: 22万度}"), [("节电", "2021年", "new-period", "2020年 20万度", "22万度")]),
        (("2019年: 7.6万棵, ", ""), [("苗木", "2019年", "lost-period", "7.6万棵", "")]),
        (("  批次:\n", "  新批次:\n"), [
            ("新批次", "截至2020年底", "added", "", "3批"),
            ("批次", "截至2020年底", "gone", "3批", ""),
        ]),
    ],
)  # fmt: skip
def test_a_change_of_a_figure_is_told_as_what_it_is(changed, pair, expected) -> None:
    found = changed(pair)
    assert told(found) == expected
    assert found.rewordings == ()


def test_text_is_told_by_theme_with_the_words_changed(changed) -> None:
    found = changed(
        ("message: 甲", "message: 【投入】护林"), ("about: {text: 甲}", "about: {text: 甲}\nclosing: {name: 结语, text: 谢谢}")
    )
    assert found.changes == ()
    said = [
        (one.part, "".join(words for words, _ in one.old), "".join(words for words, _ in one.new)) for one in found.rewordings
    ]
    assert ("甲", "甲", "【投入】护林") in said
    assert ("结语", "", "谢谢") in said


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        ("投入资金和技术，护林一年", "投入资金、人力和技术，护林一年", "", "、人力"),
        ("从【苗木@2019年】到【苗木】，一路在长", "从【苗木@2020年】到【苗木】，一路在长", "【苗木@2019年】", "【苗木@2020年】"),
        ("到2019年，林海种树", "到2020年，林海种树", "2019", "2020"),
        ("面对旱情，第一时间派人上山", "面对旱情，很快派人上山", "第一时间", "很快"),
    ],
)
def test_words_that_differ_are_marked_whole(old, new, gone, come) -> None:
    [one] = rewordings((Part("甲", (old,)),), (Part("甲", (new,)),))
    marked = ["".join(words for words, ink in text if ink is Ink.CHANGED) for text in (one.old, one.new)]
    assert marked == [gone, come]


def test_short_lines_are_paired_by_their_place() -> None:
    old, new = Part("", ("春", "2020—2021")), Part("", ("夏", "2021—2022"))
    assert [("".join(t for t, _ in one.old), "".join(t for t, _ in one.new)) for one in rewordings((old,), (new,))] == [
        ("春", "夏"),
        ("2020—2021", "2021—2022"),
    ]


def test_a_paragraph_of_other_words_is_another() -> None:
    old, new = Part("甲", ("一段旧文字，讲的是山和水。",)), Part("甲", ("Quite other words.",))
    assert [(bool(one.old), bool(one.new)) for one in rewordings((old,), (new,))] == [(False, True), (True, False)]


TEXTS = st.lists(st.text("甲乙丙丁【】12，。", max_size=30).filter(bool), max_size=5)


@given(TEXTS, TEXTS)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_both_texts_can_be_read_back_from_what_changed(old, new) -> None:
    """What was not changed stands in both; put in order, the pieces are the paragraphs themselves."""
    found = list(rewordings((Part("甲", tuple(old)),), (Part("甲", tuple(new)),)))
    for side, paragraphs in (("old", old), ("new", new)):
        told = ["".join(words for words, _ in getattr(one, side)) for one in found]
        rest = iter(paragraphs)
        assert all(text in rest for text in told if text)
    assert bool(found) == (old != new)


def test_long_stretches_between_changes_are_left_out_and_no_reference_is_cut() -> None:
    kept = "护" * 20 + "【很长的名字】" + "林" * 60 + "【另一个名字】" + "山" * 20
    text = shortened((("改", Ink.CHANGED), (kept, Ink.KEPT), ("动", Ink.CHANGED)))
    middle = text[1][0]
    assert "…" in middle
    assert len(middle) < len(kept)
    assert middle.count("【") == middle.count("】")


VALUES = st.builds(
    Value, st.sampled_from(["2019年", "2020年", "2021年"]), st.sampled_from(["近2个", "2个", "3个"]), st.sampled_from(["", "近"]),
    st.sampled_from([Decimal(2), Decimal(3)]), st.just("个"), st.just({}),
)  # fmt: skip
FIGURES = st.lists(
    st.builds(
        Figure, st.sampled_from("甲乙丙"), st.just({}), st.lists(VALUES, max_size=3, unique_by=lambda one: one.period).map(tuple)
    ),
    max_size=3,
    unique_by=lambda one: one.name,
)


@given(FIGURES, FIGURES)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_figure_that_differs_is_told_and_no_other(old, new) -> None:
    found = compare(Edition("a", "", tuple(old), None), Edition("b", "", tuple(new), None))
    before, after = ({one.name: {value.period: value for value in one.values} for one in each} for each in (old, new))
    differing = {name for name in before | after if before.get(name) != after.get(name)}
    alike = {name for name in differing if all((one.printed, one.amount, one.unit) == (two.printed, two.amount, two.unit)
             for one, two in zip(before.get(name, {}).values(), after.get(name, {}).values(), strict=False))
             and before.get(name, {}).keys() == after.get(name, {}).keys() and name in before and name in after}  # fmt: skip
    assert {one.figure for one in found.changes} == differing - alike


# ── built sets ──


def test_a_built_set_has_the_figures_of_its_content(sample_folder) -> None:
    of_content, of_folder, of_ledger = (edition(path) for path in (CONTENT, sample_folder, sample_folder / "figures.xlsx"))
    assert told(compare(of_content, of_folder)) == []
    assert told(compare(of_folder, of_content)) == []
    assert of_folder == of_ledger
    assert of_content.digest == of_folder.digest
    assert len(of_folder.figures) > 50
    assert not compare(of_content, of_folder).texts


def older(sample_folder, folder: Path, columns: str) -> Path:
    """The sample's ledger as an earlier version wrote it: without some columns of its first sheet."""
    target = folder / "older.xlsx"
    with zipfile.ZipFile(sample_folder / "figures.xlsx") as source, zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            data = source.read(name).decode()
            if name == "xl/worksheets/sheet1.xml":
                data = re.sub(rf'<c r="[{columns}]\d+"[^>]*?(?:/>|>.*?</c>)', "", data)
            made.writestr(name, data)
    return target


def test_what_a_ledger_of_another_version_has_no_column_for_has_not_changed(sample_folder, tmp_path) -> None:
    book = read_ledger(sample_folder / "figures.xlsx")
    header = next(line for line in rows(book.sheets[0].cells).values() if "数据" in line.values())
    letters = {text: column for column, text in header.items()}
    lost = "".join(letters[text] for text in ("负责", "状态", "签核", "原值", "修订原因", "数额", "单位"))
    old = edition(older(sample_folder, tmp_path, lost))
    assert old.figures
    for one in (compare(old, edition(sample_folder)), compare(edition(CONTENT), old)):
        assert one.changes == ()


def test_a_number_changed_in_a_ledger_by_hand_is_told(sample_folder, tmp_path) -> None:
    made = tmp_path / "figures.xlsx"
    with zipfile.ZipFile(sample_folder / "figures.xlsx") as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace("超过22亿张".encode(), "约22亿张".encode()))
    found = compared(sample_folder, made, lambda _stage: None)
    assert ("双11节纸", "2020年", "qualifier", "超过22亿张", "约22亿张") in told(found)


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("figures.xlsx", b"PK", "bad-compare.unreadable"),
        ("none.xlsx", None, "bad-compare.missing"),
        ("none.yaml", None, ""),
        ("bad.yaml", b"report: [", ""),
    ],
)
def test_what_cannot_be_read_is_told(name, data, key, tmp_path) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(BuildError) as refused:
        compared(OLD, tmp_path / name, lambda _stage: None)
    assert refused.value.stage is Exit.CONTENT
    assert all(one.severity.value == "error" for one in refused.value.diagnostics)
    assert any(one.says.key.startswith(key) for one in refused.value.diagnostics)


def with_part(source: Path, target: Path, part: str, data: bytes) -> Path:
    """A workbook with a part put in or taken over."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in (name for name in old.namelist() if name != part):
            new.writestr(name, old.read(name))
        new.writestr(part, data)
    return target


SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.mark.parametrize(
    ("part", "data", "why"),
    [
        ("xl/vbaProject.bin", b"x", "form-damage.macros"),
        ("xl/externalLinks/externalLink1.xml", b"<a/>", "form-damage.links"),
        ("xl/bomb.xml", b"0" * 70_000_000, "form-damage.bomb"),
        (SHEET, b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "form-damage.entities"),
        (
            SHEET,
            f"<worksheet xmlns='{MAIN}'><sheetData>{'<row/>' * 100_001}</sheetData></worksheet>".encode(),
            "form-damage.bomb",
        ),
    ],
    ids=["macros", "links", "bomb", "document type", "rows"],
)
def test_a_hostile_ledger_is_refused_in_words(sample_folder, tmp_path, part, data, why) -> None:
    bad = with_part(sample_folder / "figures.xlsx", tmp_path / "bad.xlsx", part, data)
    with pytest.raises(BuildError) as refused:
        edition(bad)
    (one,) = refused.value.diagnostics
    assert (refused.value.stage, one.says.key) == (Exit.CONTENT, "bad-compare.unreadable")
    assert why in str(one.says)


def test_a_folder_without_a_ledger_is_told(tmp_path) -> None:
    with pytest.raises(BuildError, match=r"bad-compare\.missing"):
        compared(OLD, tmp_path, lambda _stage: None)


def test_a_workbook_of_another_kind_is_no_ledger(sample_folder, tmp_path) -> None:
    made = tmp_path / "figures.xlsx"
    with zipfile.ZipFile(sample_folder / "figures.xlsx") as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace("数据总表".encode(), "别的表格".encode()))
    with pytest.raises(BuildError, match=r"bad-compare\.no-ledger"):
        compared(OLD, made, lambda _stage: None)


# ── the page for the approver ──


def page_of(found: Comparison, folder: Path, language: str = "zh") -> list[str]:
    """Write the page and return what each of its sheets says, line ends left out."""
    comparing.write(found, folder / "changes.pdf", catalog(language))
    pdf = pypdfium2.PdfDocument(folder / "changes.pdf")
    try:
        return ["".join(page.get_textpage().get_text_range().split()) for page in pdf]
    finally:
        pdf.close()


def test_the_page_says_every_change_and_has_room_for_a_signature(changed, tmp_path) -> None:
    found = changed(("超300万棵", "超400万棵"), ("message: 甲", "message: 【投入】护林"))
    [page] = page_of(found, tmp_path)
    for words in ("改动清单", "有改动", "linhai.yaml", "超300万棵", "超400万棵", "【投入】护林", "审批人", "签字"):
        assert words in page
    assert "没有改动" in page_of(changed(), tmp_path)[0]


def test_long_texts_and_many_changes_flow_over_pages(changed, tmp_path) -> None:
    one = changed(("message: 甲", f"message: {'很长的一段文字，' * 300}"))
    found = replace(one, changes=changed(("超300万棵", "超400万棵")).changes * 90)
    pages = page_of(found, tmp_path)
    whole = re.sub(r"\d+/\d+|甲原来现在|改动数据原来现在|新增|—", "", "".join(pages))
    assert whole.count("很长的一段文字，") == 300
    assert whole.count("超400万棵") == 90
    assert ["签字" in page for page in pages] == [False] * (len(pages) - 1) + [True]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_is_for_every_reader(changed, tmp_path, language) -> None:
    page_of(changed(("超300万棵", "超400万棵"), ("message: 甲", "message: 【投入】护林")), tmp_path, language)
    for profile in ("ua1", "2a"):
        assert [str(one) for one in validation.validate_pdf(str(tmp_path / "changes.pdf"), profile=profile).failures] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_aspect_has_a_word(language) -> None:
    assert all(catalog(language).word(aspect(Change("甲", "", one, "", ""))) for one in Aspect)
