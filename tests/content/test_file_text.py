"""Files that are no content: each told in one diagnostic, with the way out, never by a traceback."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.content.file_text import LARGEST, as_file
from generator.content.reader import read


def faults(path: Path) -> list[str]:
    told = read(path)
    assert told.value is None
    return [str(one.says) for one in told.diagnostics]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_utf8_is_read_with_or_without_its_mark_and_with_any_line_end(author, whole, encoding, line_end) -> None:
    report, found = author(whole.replace("\n", line_end).encode(encoding))
    assert report is not None
    assert found == []
    assert report.figures[0].span.line == 4


@pytest.mark.parametrize("encoding", ["gbk", "gb18030"])
def test_gbk_is_recognized_and_the_way_out_told(author, whole, encoding) -> None:
    report, found = author(whole.encode(encoding))
    assert report is None
    assert found[0].startswith("content.yaml:1:17: error: encoding.reads encoding=GBK words=年报 [encoding]")
    assert "encoding.convert encoding=GB18030 file=content.yaml" in found[0]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_recognized(author, whole, encoding) -> None:
    report, found = author(whole.encode(encoding))
    assert report is None
    assert found[0].startswith("content.yaml:1:1: error: encoding.other encoding=UTF-16 [encoding]")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_recognized_though_most_of_it_is_chinese(author, encoding) -> None:
    _, found = author(("report:\n  title: " + "十五年同行共进" * 400).encode(encoding))
    assert found[0].startswith("content.yaml:1:1: error: encoding.other encoding=UTF-16 [encoding]")


def test_big5_is_told_from_gbk(author) -> None:
    _, found = author("report:\n  title: 十五年報告，社會責任與公益行動的摘要，農村與環境的變化\n".encode("big5"))
    assert found[0].startswith("content.yaml:2:10: error: encoding.reads encoding=Big5 words=十五年報告")
    assert "encoding.convert encoding=BIG5-HKSCS file=content.yaml" in found[0]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "pdf"),
        (b"PK\x03\x04\x14\x00\x06\x00", "package"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "picture"),
        (b"report: \x00\x00\x01\x00\x00\xff", "nul"),
        (b"report: \x00\x00\x01\x00\x00", "nul"),
    ],
)
def test_what_is_no_text_is_told_so(author, content, kind) -> None:
    report, found = author(content)
    assert report is None
    assert found[0].startswith(f"content.yaml:1:1: error: not-text.{kind} [not-text]")


def test_bytes_of_no_encoding(author) -> None:
    assert "encoding.unknown" in author(b"report: \xff\xff\xff")[1][0]


@pytest.mark.parametrize("content", ["", " \n\n", "\ufeff", "# 注释\n"], ids=["nothing", "blank", "mark", "comment"])
def test_an_empty_file(author, content) -> None:
    report, found = author(content)
    assert report is None
    assert "[empty]" in found[0]


def test_a_missing_file(tmp_path) -> None:
    assert faults(tmp_path / "没有.yaml") == [f"no-file.there file={tmp_path / '没有.yaml'}"]


def test_a_folder(tmp_path) -> None:
    assert faults(tmp_path) == [f"not-a-file.folder file={tmp_path}"]


def test_a_path_that_no_system_takes() -> None:
    assert len(faults(Path("a\0b"))) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_is_not_waited_for(tmp_path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert faults(tmp_path / "pipe.yaml") == [f"not-a-file.other file={tmp_path / 'pipe.yaml'}"]


def test_a_file_of_50_megabytes_is_refused_unread(tmp_path) -> None:
    huge = tmp_path / "huge.yaml"
    with huge.open("wb") as file:
        file.truncate(50_000_000)
    assert faults(huge) == ["too-large.file size=50.0"]
    assert LARGEST < 50_000_000


@pytest.mark.parametrize(
    "bomb", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "".join(f"{' ' * i}a:\n" for i in range(1000))]
)
def test_a_bomb_of_nesting_is_refused(author, bomb) -> None:
    report, found = author(bomb)
    assert report is None
    assert "too-deep.levels most=12" in found[-1]


def test_a_bomb_of_aliases_is_refused(author) -> None:
    laughs = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    _, found = author(laughs)
    assert sum("[anchor]" in one for one in found) == 9


@pytest.mark.parametrize("char", ["\u2028", "\x85", "\x00", "\x07", "\ufffe"])
def test_an_invisible_character_is_named_with_its_place(author, whole, char) -> None:
    report, found = author(whole.replace("全国淘宝村", f"全国{char}淘宝村"))
    assert report is not None
    assert report.figures[0].means == "全国淘宝村"
    assert found[0].startswith(f"content.yaml:4:18: error: odd-character.invisible character=U+{ord(char):04X}")
    assert "odd-character.retype words=全国淘宝村" in found[0]


def test_a_place_in_a_text_counts_lines_and_columns_from_one() -> None:
    file = as_file("a.yaml", "甲乙\r\n丙\n")
    assert [(file.span(i).line, file.span(i).column) for i in range(6)] == [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (3, 1)]


def test_text_is_normalized_so_that_names_match() -> None:
    assert as_file("a.yaml", "e\u0301").text == "é"
