"""Editions of one content: what is laid over what, what a file of editions may say, and where its faults are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.content.reader import read
from generator.content.variants import read_editions
from generator.diagnostics import Severity
from tests.conftest import CONTENT

if TYPE_CHECKING:
    from pathlib import Path


def editions(folder: Path, text: str):
    file = folder / "editions.yaml"
    file.write_text(text, encoding="utf-8")
    return read_editions(file)


def variant(folder: Path, differs: str):
    """Return the only edition of a file, in which this differs."""
    lines = "".join(f"    {line}\n" for line in differs.splitlines())
    return editions(folder, f"content: {CONTENT}\neditions:\n  华东:\n{lines}").value.variants[0]


def faults(told) -> list[str]:
    return [f"{one.span.line}:{one.span.column} {one.code}" for one in told.diagnostics if one.severity is Severity.ERROR]


def test_a_text_stands_in_the_place_of_the_contents_own(tmp_path) -> None:
    report = read(CONTENT, variant(tmp_path, "report: {title: 十五年，在华东}")).value
    assert "".join(node.text for node in report.imprint.title.nodes) == "十五年，在华东"
    assert report.imprint.organization == read(CONTENT).value.imprint.organization


def test_a_value_is_changed_and_a_period_added(tmp_path) -> None:
    differs = "figures:\n  淘宝村:\n    values: {2020年: 5426个, 2021年: 6000个}"
    [villages] = [one for one in read(CONTENT, variant(tmp_path, differs)).value.figures if one.id == "淘宝村"]
    assert [(str(one.period), str(one.quantity)) for one in villages.values] == [
        ("2013年", "20个"),
        ("2020年", "5426个"),
        ("2021年", "6000个"),
    ]


def test_an_item_of_a_list_goes_by_its_name(tmp_path) -> None:
    before = [theme.name for theme in read(CONTENT).value.themes]
    themes = read(CONTENT, variant(tmp_path, f"themes:\n  {before[1]}: {{color: 黛}}\n  {before[2]}: 删去")).value.themes
    assert [theme.name for theme in themes] == [*before[:2], *before[3:]]
    assert themes[1].color == "黛"


def test_a_key_is_taken_away(tmp_path) -> None:
    assert read(CONTENT).value.outlook
    assert read(CONTENT, variant(tmp_path, "outlook: 删去")).value.outlook is None


def test_each_edition_has_a_digest_of_its_own(tmp_path) -> None:
    own = read(CONTENT).value.digest
    first = read(CONTENT, variant(tmp_path, "outlook: 删去")).value.digest
    same = read(CONTENT, variant(tmp_path, "outlook:  删去   # 没有展望")).value.digest
    assert len({own, first, read(CONTENT, variant(tmp_path, "history: 删去")).value.digest}) == 3
    assert first == same
    assert read(CONTENT, editions(tmp_path, f"content: {CONTENT}\neditions:\n  全国:\n").value.variants[0]).value.digest == own


def test_a_fault_in_what_differs_is_told_at_its_own_line(tmp_path) -> None:
    told = read(CONTENT, variant(tmp_path, "figures: {淘宝村: {values: {2020年: 5426远}}}"))
    [fault] = [one for one in told.diagnostics if one.code == "bad-quantity"]
    assert (fault.span.file, fault.span.line) == (str(tmp_path / "editions.yaml"), 4)


@pytest.mark.parametrize(
    ("differs", "told"),
    [
        ("themes: {绿色低谈: {color: 黛}}", "4:14 editions"),
        ("figures: {淘宝存: 删去}", "4:15 editions"),
        ("report: {titel: 改}", "4:14 unknown-key"),
        ("themes: 删去", "1:1 missing-field"),
        ("report: 一行字", "4:13 wrong-type"),
    ],
)
def test_what_is_not_there_cannot_be_changed(tmp_path, differs, told) -> None:
    assert told in faults(read(CONTENT, variant(tmp_path, differs)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ["1:1 empty"]),
        ("editions: {华东: {outlook: 删去}}\n", ["1:1 editions"]),
        ("content: a.yaml\n", ["1:1 editions"]),
        ("content: a.yaml\neditions: 华东\n", ["2:11 editions"]),
        ("content: a.yaml\neditions: {华东/苏州: }\n", ["2:12 editions"]),
        ("content: a.yaml\neditions:\n  East:\n  east:\n", ["4:3 editions"]),
        ("content: a.yaml\neditions: {华东: [1]}\n", ["2:16 editions"]),
        ("content: a.yaml\nedition: {华东: }\neditions: {华南: }\n", ["2:1 unknown-key"]),
        ("content: a.yaml\neditions: {con: }\n", ["2:12 editions"]),
    ],
)
def test_a_faulty_file_of_editions(tmp_path, text, told) -> None:
    assert faults(editions(tmp_path, text)) == told
