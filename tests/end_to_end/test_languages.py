"""The command speaks one language at a time, the one that is asked for: help, summaries, misuse, and what the system refuses."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

import click
import pytest

from generator.cli.columns import padded
from generator.cli.commands import COMMANDS, jianbao
from generator.cli.summary import summary
from generator.cli.terminal import Terminal
from generator.cli.usage import Context, misused
from generator.diagnostics import Exit, said, why
from generator.messages.catalog import catalog
from generator.pipeline import Outcome
from tests.end_to_end.command import command, desk, environment
from tests.end_to_end.command import jianbao as run
from tests.messages.purity import foreign

LANGUAGES = ("en", "zh")
WIDEST = 100
"""In columns, what a terminal of a person who reads help is taken to hold."""


def page(language: str, name: str | None) -> str:
    """Return a command's help page."""
    group = jianbao(catalog(language))
    context = Context(group, info_name="jianbao", obj=catalog(language))
    return group.commands[name].get_help(Context(group.commands[name], parent=context)) if name else group.get_help(context)


# ── which language ──


@pytest.mark.parametrize(
    ("arguments", "machine", "expected"),
    [
        (["--help"], "", "用法："),
        (["--help"], "de_DE.UTF-8", "用法："),
        (["--help"], "zh_CN.UTF-8", "用法："),
        (["--help"], "en_GB.UTF-8", "Usage: "),
        (["--lang", "en", "--help"], "zh_CN.UTF-8", "Usage: jianbao ["),
        (["--help", "--lang", "en"], "zh_CN.UTF-8", "Usage: jianbao ["),
        (["--lang=zh", "check", "--help"], "en_GB.UTF-8", "用法：jianbao check"),
        (["check", "--help", "--lang=zh"], "en_GB.UTF-8", "用法：jianbao check"),
        (["biuld", "--lang", "zh"], "en_GB.UTF-8", "jianbao: 错误：没有 `biuld` 这个命令 [usage]\n    建议：是不是 `build`？"),
        (["check", "--colour", "--lang", "en"], "", "jianbao: error: there is no option `--colour` [usage]"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_it_is_the_one_that_is_named_anywhere_else_the_machine_s_else_chinese(tmp_path, arguments, machine, expected) -> None:
    result = run(*arguments, cwd=tmp_path, LANG=machine)
    assert (result.stdout or result.stderr).startswith(expected)


# ── help ──


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [None, *COMMANDS])
def test_a_help_page_is_of_one_language_and_no_wider_than_a_terminal(language, name) -> None:
    lines = page(language, name).splitlines()
    assert [(line, foreign(line, language)) for line in lines if foreign(line, language)] == []
    assert [line for line in lines if columns(line) > WIDEST] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_second_column_of_a_help_page_is_straight_whatever_stands_in_the_first(name) -> None:
    options = page("zh", name).split("\n\n")[-1].splitlines()[1:]
    texts = [line.lstrip().partition("  ")[2].lstrip() if line.lstrip().startswith("-") else line.lstrip() for line in options]
    assert len({columns(line) - columns(text) for line, text in zip(options, texts, strict=True)}) == 1


def columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def test_an_argument_that_is_missing_is_told_too() -> None:
    content = click.Argument(["content"], required=True)
    fault = click.MissingParameter(ctx=Context(click.Command("fill")), param=content)
    assert str(misused(fault, click.Command("fill")).says) == "usage.missing name=CONTENT"


# ── summaries ──


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_of_a_build_and_of_a_check_is_of_one_language(sample, language, tmp_path, capsys) -> None:
    checked = Outcome(sample.layouts, sample.proof, (), ("deck.pptx",))
    for outcome in (sample, checked):
        Terminal(catalog(language), tmp_path).run(lambda _tell, outcome=outcome: summary(outcome), said("fate.nothing-changed"))
    lines = capsys.readouterr().out.replace(str(tmp_path), "").splitlines()
    assert len(lines) == 11
    assert [(line, foreign(line, language)) for line in lines if foreign(line, language)] == []


def test_a_chinese_summary_says_what_was_proved(sample, tmp_path, capsys) -> None:
    proof = sample.proof
    Terminal(catalog("zh"), tmp_path).run(lambda _tell: summary(sample), said("fate.nothing-changed"))
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"  读入          5 个主题、{proof.figures} 个数据、6 张图表"
    assert lines[1].endswith(f"MB：{proof.figures} 个数据出现 {proof.report_uses} 处，全部相符，没有来历不明的数字")
    assert lines[2].endswith(f"{proof.deck_uses} 处，全部相符，2 张原生图表与工作簿一致")
    assert lines[3].startswith(f"  figures.xlsx  {proof.rows} 行待签核，")


@pytest.mark.parametrize(("language", "word"), [("zh", "读入"), ("en", "reading")])
def test_what_is_said_of_each_file_stands_in_one_column(sample, language, word, tmp_path, capsys) -> None:
    proof = replace(sample.proof, papers={"print": (20, 377), "booklet": (10, 357)})
    Terminal(catalog(language), tmp_path).run(lambda _tell: summary(replace(sample, proof=proof)), said("fate.nothing-changed"))
    rows = capsys.readouterr().out.splitlines()[:-1]
    names = [row.split()[0] for row in rows]
    assert names == [word, "report.pdf", "report-print.pdf", "deck.pptx", "figures.xlsx", "report-booklet.pdf"]
    margin = len("  report-booklet.pdf  ")
    for name, row in zip(names, rows, strict=True):
        assert row == f"  {padded(name, margin - 2)}{row[len('  ') + len(name) :].lstrip()}"


# ── what the system refuses ──


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        (errno.ENOSPC, "磁盘空间不足", "no space is left on the disk"),
        (errno.EACCES, "没有权限", "permission denied"),
        (errno.EISDIR, "这是文件夹，不是文件", "it is a folder, not a file"),
        (errno.ENOTDIR, "这是文件，不是文件夹", "it is a file, not a folder"),
        (errno.EROFS, "磁盘是只读的", "the disk is read-only"),
        (errno.ENOENT, "没有这个文件或文件夹", "there is no such file or folder"),
        (errno.ENAMETOOLONG, "名称太长", "the name is too long"),
        (errno.EBUSY, "另一个程序正在使用它", "another program is using it"),
        (errno.EIO, "系统报告 `EIO`", "the system says `EIO`"),
    ],
)
def test_a_reason_of_the_system_s_is_worded_by_its_number(number, zh, en) -> None:
    fault = OSError(number, os.strerror(number))
    assert (catalog("zh").word(why(fault)), catalog("en").word(why(fault))) == (zh, en)


def test_a_file_that_windows_says_is_held_open_is_told_so() -> None:
    fault = PermissionError(errno.EACCES, "拒绝访问。")
    fault.winerror = 32
    assert why(fault) == said("why.in-use")


def test_an_error_without_a_number_is_told_by_its_name() -> None:
    assert why(OSError("cannot")) == said("why.other", name="OSError")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_is_of_one_language_to_people_and_to_programs(tmp_path, language) -> None:
    folder = desk(tmp_path)
    (folder / "build").write_text("a file")
    shown = run("build", "--only", "figures", "--lang", language, cwd=folder)
    assert (shown.returncode, shown.stdout) == (Exit.WRITE, "")
    assert [line for line in shown.stderr.splitlines() if foreign(line, language)] == []
    [as_json] = json.loads(run("build", "--format", "json", "--lang", language, cwd=folder).stdout)["diagnostics"]
    assert set(as_json) == {"severity", "code", "message", "file", "line", "column", "place", "hints", "details"}
    assert (as_json["severity"], as_json["code"]) == ("error", "cannot-write")
    assert as_json["message"] in shown.stderr


ENDING = """
import sys
from generator.cli.main import main
from generator.content import schema
def fails(*given):
    raise {raised}
schema.json_schema = fails
sys.argv[1:] = ["schema", "--lang", {language!r}]
main()
"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("raised", "key"), [("RuntimeError('on fire')", "bug.ours"), ("KeyboardInterrupt", "interrupted")])
def test_a_bug_and_an_interruption_are_told_in_the_language_too(tmp_path, language, raised, key) -> None:
    code, env = ENDING.format(raised=raised, language=language), environment(TMPDIR=str(tmp_path), TEMP=str(tmp_path))
    result = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, encoding="utf-8", check=False)
    assert catalog(language).word(said(key, fault="RuntimeError: on fire")) in result.stderr
    assert [line for line in result.stderr.splitlines() if foreign(line, language)] == []


# ── progress ──


@pytest.mark.parametrize(("language", "stage"), [("zh", "逐个核对数字"), ("en", "proving every number")])
def test_a_terminal_is_shown_each_stage_in_the_language(tmp_path, language, stage) -> None:
    pty = pytest.importorskip("pty")
    folder, (ours, theirs) = desk(tmp_path), pty.openpty()
    env = environment(TERM="xterm", COLUMNS="100")
    arguments = command("build", "--only", "figures", "--lang", language)
    process = subprocess.Popen(arguments, cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    with process, os.fdopen(ours, "rb", buffering=0) as screen:
        shown = b"".join(_until_closed(screen))
    assert process.returncode == 0
    assert stage in shown.decode()


def _until_closed(screen) -> Iterator[bytes]:
    """Yield what a terminal shows, a few thousand bytes at a time, until nobody writes to it any more."""
    with contextlib.suppress(OSError):
        while told := screen.read(4096):
            yield told
