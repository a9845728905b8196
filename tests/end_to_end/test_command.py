"""The command's manners: exit codes, what it prints and to whom, and what is left when it is stopped."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys

import openpyxl
import pytest

from generator.version import VERSION
from tests.end_to_end import author
from tests.end_to_end.command import FILES, STAGING, change, environment, jianbao, started, wait_for
from tests.end_to_end.command import desk as make_desk

PRINTED = ("report.pdf", "report-print.pdf", *FILES[1:])
"""The files of a content that is to be printed, as the sample is."""
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX systems")


@pytest.fixture
def desk(tmp_path):
    return make_desk(tmp_path)


@pytest.fixture
def last_good_set(desk):
    """Three files that stand in `build` from before, by their bytes."""
    (desk / "build").mkdir()
    for name in FILES:
        (desk / "build" / name).write_bytes(f"the last good {name}".encode())
    return files_of(desk)


def files_of(desk) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (desk / "build").iterdir() if path.is_file() and not path.match(STAGING)}


# ── 0: done ──


def test_done_is_0_and_json_tells_the_files(desk) -> None:
    result = jianbao("build", "--format", "json", "--out", "成品 二", cwd=desk)
    told = json.loads(result.stdout)
    assert (result.returncode, told["exit"], result.stderr) == (0, 0, "")
    assert sorted(path.name for path in (desk / "成品 二").iterdir() if path.is_file()) == sorted(PRINTED)
    for file in told["files"]:
        assert file["bytes"] == (desk / "成品 二" / file["file"]).stat().st_size
    assert [file["file"] for file in told["files"]] == list(PRINTED)
    assert [one for one in told["diagnostics"] if one["severity"] == "error"] == []


def test_only_writes_what_is_named_and_leaves_the_rest(desk, last_good_set) -> None:
    result = jianbao("build", "--only", "figures", cwd=desk)
    assert result.returncode == 0, result.stderr
    now = files_of(desk)
    assert {name for name in FILES if now[name] != last_good_set[name]} == {"figures.xlsx"}
    assert "report.pdf: left as it was" in result.stdout
    assert "deck.pptx: left as it was" in result.stdout
    assert openpyxl.load_workbook(desk / "build" / "figures.xlsx").sheetnames


def test_quiet_says_nothing_when_all_is_well(desk) -> None:
    result = jianbao("build", "--only", "figures", "--quiet", cwd=desk)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_quiet_still_tells_faults(desk) -> None:
    change(desk, "【捐赠物资】物资", "【捐赠物质】物资")
    result = jianbao("build", "--quiet", cwd=desk)
    assert (result.returncode, result.stdout) == (3, "")
    assert "捐赠物质" in result.stderr


# ── 2: usage ──


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ["build", "--only", "pages"],
            "`--only` cannot be `pages`: choose among `report`, `print`, `deck`, `figures`, `slides`, `notes`, `gray`, `booklet` [usage]",
        ),
        (
            ["build", "--only", ""],
            "choose among `report`, `print`, `deck`, `figures`, `slides`, `notes`, `gray`, `booklet` [usage]",
        ),
        (
            ["notes", "--at", "2pm"],
            "`--at` takes a time of day such as 14:00; `2pm` is none [usage]\n    hint: see `jianbao notes --help`",
        ),
        (["build", "--format", "xml"], "`--format` cannot be `xml`: choose among `text`, `json`, `16:9`, `4:3` [usage]"),
        (["build", "--lang", "fr"], "`--lang` cannot be `fr`: choose among `en`, `zh` [usage]"),
        (["build", "--colour"], "there is no option `--colour` [usage]\n    hint: see `jianbao build --help`"),
        (["build", "--quit"], "there is no option `--quit` [usage]\n    hint: did you mean `--quiet`?"),
        (["build", "-x"], "there is no option `-x` [usage]"),
        (["build", "one.yaml", "two.yaml"], "`two.yaml` is more than this command takes [usage]"),
        (["biuld"], "there is no command `biuld` [usage]\n    hint: did you mean `build`?\n    hint: see `jianbao --help`"),
        (["build", "--out"], "`--out` needs a value [usage]\n    hint: see `jianbao build --help`"),
        (["build", "--quiet=3"], "`--quiet` takes no value [usage]"),
        (["--version=3"], "`--version` takes no value [usage]\n    hint: see `jianbao --help`"),
        (["--lang", "en"], "a command is missing [usage]"),
        ([], "Usage: jianbao"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_usage_is_2_and_says_what_was_not_understood(tmp_path, arguments, words) -> None:
    result = jianbao(*arguments, cwd=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert words in result.stderr
    assert "Traceback" not in result.stderr
    assert list(tmp_path.iterdir()) == []


# ── 3: content ──


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("没有.yaml", None, "no-file"),
        ("空.yaml", b"", "empty"),
        ("gbk.yaml", "report:\n  title: 十五年，从一棵树到一片林\n".encode("gbk"), "encoding"),
        ("binary.yaml", bytes(range(256)), "encoding"),
        ("list.yaml", b"- 1\n- 2\n", None),
        ("broken.yaml", b"report: {title: [\n", None),
        ("tab.yaml", b"report:\n\ttitle: x\n", None),
    ],
)
def test_a_file_that_is_no_content_is_3(tmp_path, name, data, code) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    result = jianbao("build", name, "--format", "json", cwd=tmp_path)
    told = json.loads(result.stdout)
    assert (result.returncode, told["exit"], told["files"], result.stderr) == (3, 3, [], "")
    assert told["diagnostics"]
    for one in told["diagnostics"]:
        assert one["file"] == name
        assert (one["line"], one["column"]) >= (1, 1)
    assert code is None or [one["code"] for one in told["diagnostics"]] == [code]
    assert not (tmp_path / "build").exists()


def test_a_folder_as_content_is_3(desk) -> None:
    result = jianbao("build", ".", cwd=desk)
    assert result.returncode == 3
    assert "[not-a-file]" in result.stderr


def test_every_fault_of_the_content_is_told_in_one_run_with_its_place(desk, last_good_set) -> None:
    lines = {
        "unknown-figure": change(desk, "【捐赠物资】物资", "【捐赠物质】物资"),
        "unknown-key": change(desk, "  subtitle: ", "  subtitel: "),
        "unknown-colour": change(desk, "color: 松绿", "color: 松蓝"),
    }
    result = jianbao("build", "--format", "json", cwd=desk)
    told = json.loads(result.stdout)
    assert (result.returncode, told["exit"]) == (3, 3)
    errors = [one for one in told["diagnostics"] if one["severity"] == "error"]
    assert {one["line"] for one in errors} >= set(lines.values())
    assert next(one["line"] for one in errors if one["code"] == "unknown-figure") == lines["unknown-figure"]
    assert next(one["line"] for one in errors if one["code"] == "unknown-key") == lines["unknown-key"]
    text = (desk / "content.yaml").read_text("utf-8").splitlines()
    for one in errors:
        assert one["file"] == "content.yaml"
        assert 1 <= one["column"] <= len(text[one["line"] - 1]) + 1
        assert one["message"]
    assert files_of(desk) == last_good_set


# ── 4: does not fit; 5: inspection; 6: cannot write ──


def test_what_does_not_fit_is_4(desk, last_good_set) -> None:
    line = change(desk, "先护住生命，再接住生意", "先护住生命，再接住生意，" + "还要说上许多许多别的话，" * 6)
    result = jianbao("build", "--format", "json", cwd=desk)
    told = json.loads(result.stdout)
    assert (result.returncode, told["exit"]) == (4, 4)
    assert line in {one["line"] for one in told["diagnostics"] if one["code"] == "does-not-fit"}
    assert files_of(desk) == last_good_set


def test_files_that_are_not_there_fail_a_check_with_5(desk) -> None:
    result = jianbao("check", "--format", "json", cwd=desk)
    told = json.loads(result.stdout)
    assert (result.returncode, told["exit"]) == (5, 5)
    assert told["diagnostics"]
    assert not (desk / "build").exists()


def test_files_that_are_no_pdf_deck_or_workbook_fail_a_check_with_5(desk, last_good_set) -> None:
    result = jianbao("check", cwd=desk)
    assert result.returncode == 5, result.stderr
    for name in FILES:
        assert f"{name}: error: " in result.stderr
    assert files_of(desk) == last_good_set


def test_a_file_in_the_place_of_the_folder_is_6(desk) -> None:
    (desk / "build").write_text("a file")
    result = jianbao("build", "--format", "json", cwd=desk)
    told = json.loads(result.stdout)
    assert (result.returncode, told["exit"]) == (6, 6)
    assert [one["code"] for one in told["diagnostics"] if one["severity"] == "error"] == ["cannot-write"]
    assert (desk / "build").read_text() == "a file"


@POSIX
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to_is_6(desk, last_good_set) -> None:
    (desk / "build").chmod(0o555)
    try:
        result = jianbao("build", "--only", "figures", cwd=desk)
    finally:
        (desk / "build").chmod(0o755)
    assert result.returncode == 6
    assert "permission denied" in result.stderr
    assert files_of(desk) == last_good_set


# ── 130: interrupted; killed ──


@POSIX
def test_an_interrupted_build_is_130_and_leaves_the_last_good_set_and_nothing_else(desk, last_good_set) -> None:
    with started("build", cwd=desk) as process:
        wait_for(lambda: list((desk / "build").glob(STAGING)), process)
        process.send_signal(signal.SIGINT)
        output, faults = process.communicate(timeout=30)
    assert process.returncode == 130, faults
    assert b"interrupted: nothing half-made was left" in faults
    assert b"Traceback" not in output + faults
    assert files_of(desk) == last_good_set
    assert list((desk / "build").glob(STAGING)) == []


@POSIX
def test_a_killed_build_leaves_the_last_good_set_and_the_next_one_sweeps(desk, last_good_set) -> None:
    with started("build", cwd=desk) as process:
        wait_for(lambda: list((desk / "build").glob(f"{STAGING}/new/report.pdf")), process)
        process.kill()
    assert process.returncode == -signal.SIGKILL
    assert files_of(desk) == last_good_set
    assert list((desk / "build").glob(STAGING))
    result = jianbao("build", "--only", "figures", cwd=desk)
    assert result.returncode == 0, result.stderr
    assert sorted(path.name for path in (desk / "build").iterdir() if path.is_file()) == sorted(FILES)
    assert files_of(desk)["report.pdf"] == last_good_set["report.pdf"]
    assert list((desk / "build").glob(STAGING)) == []


# ── 1: a bug of ours ──

BUG = """
from generator import pipeline
from generator.cli.main import main
def fails(*arguments):
    raise RuntimeError("the press is on fire")
pipeline.build = fails
import sys
sys.argv[1:] = {arguments}
main()
"""


def run_with_bug(tmp_path, *arguments: str) -> subprocess.CompletedProcess[str]:
    code = BUG.format(arguments=["build", *arguments])
    env = environment(TMPDIR=str(tmp_path), TEMP=str(tmp_path))
    return subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, encoding="utf-8", check=False)


def test_a_bug_is_1_told_shortly_and_kept_in_full_in_a_file(tmp_path) -> None:
    result = run_with_bug(tmp_path)
    assert (result.returncode, result.stdout) == (1, "")
    assert "Traceback" not in result.stderr
    assert len(result.stderr.splitlines()) <= 4
    assert "this is a bug in jianbao" in result.stderr
    assert "the press is on fire" in result.stderr
    [kept] = tmp_path.glob("jianbao-bug-*.txt")
    assert str(kept) in result.stderr
    assert "Traceback" in kept.read_text("utf-8")


def test_a_bug_is_told_in_json_too(tmp_path) -> None:
    result = run_with_bug(tmp_path, "--format", "json")
    told = json.loads(result.stdout)
    assert (result.returncode, told["exit"], result.stderr) == (1, 1, "")
    assert [one["code"] for one in told["diagnostics"]] == ["bug"]


# ── help, version, schema ──


def test_help_tells_commands_examples_and_exit_codes(tmp_path) -> None:
    for flag in ("--help", "-h"):
        result = jianbao(flag, cwd=tmp_path)
        assert (result.returncode, result.stderr) == (0, "")
        assert all(
            word in result.stdout for word in ("build", "check", "schema", "jianbao build", "Exit codes", "130 by the keyboard")
        )
    for name in ("build", "check", "schema"):
        result = jianbao(name, "--help", cwd=tmp_path)
        assert (result.returncode, result.stderr) == (0, "")
        assert result.stdout.startswith(f"Usage: jianbao {name}")


def test_version_is_that_of_the_project(tmp_path) -> None:
    assert jianbao("--version", cwd=tmp_path).stdout == f"jianbao {VERSION}\n"


def test_the_schema_is_json_and_knows_every_key_of_the_content(tmp_path) -> None:
    result = jianbao("schema", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    schema = json.loads(result.stdout)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert set(author.document()) <= set(schema["properties"])
    assert re.search("[\u4e00-\u9fff]", result.stdout), "an editor shows its hover texts in Chinese"


# ── consoles and pipes ──


@POSIX
@pytest.mark.parametrize("arguments", [["schema"], ["--help"]], ids=lambda arguments: arguments[0])
def test_a_pipe_closed_early_is_no_fault(tmp_path, arguments) -> None:
    with started(*arguments, cwd=tmp_path) as process:
        process.stdout.close()
        faults = process.stderr.read()
        assert (process.wait(30), faults) == (0, b"")


@pytest.mark.parametrize("console", ["gbk", "ascii", "latin-1", "utf-16"])
def test_no_console_is_too_poor_for_a_message(desk, console) -> None:
    line = change(desk, "【捐赠物资】物资", "【捐赠𠮷物】物资😀")
    result = jianbao("build", cwd=desk, PYTHONIOENCODING=console)
    assert result.returncode == 3
    assert f"content.yaml:{line}:" in result.stderr
    assert "[unknown-figure]" in result.stderr
    assert "Traceback" not in result.stderr
    if console == "gbk":
        assert "捐赠" in result.stderr


@pytest.mark.parametrize("console", ["gbk", "latin-1"])
def test_no_console_is_too_poor_for_json(desk, console) -> None:
    line = change(desk, "【捐赠物资】物资", "【捐赠𠮷物】物资")
    result = jianbao("build", "--format", "json", cwd=desk, PYTHONIOENCODING=console)
    assert (result.returncode, result.stderr) == (3, "")
    assert line in {one["line"] for one in json.loads(result.stdout)["diagnostics"]}


@pytest.mark.parametrize("console", ["gbk", "ascii", "latin-1"])
def test_no_console_is_too_poor_for_a_schema(tmp_path, console) -> None:
    result = jianbao("schema", cwd=tmp_path, PYTHONIOENCODING=console)
    assert (result.returncode, result.stderr) == (0, "")
    assert json.loads(result.stdout)


def test_no_console_is_too_poor_for_a_finished_build(desk) -> None:
    result = jianbao("build", "--only", "figures", "--out", "成品", cwd=desk, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert (result.returncode, result.stderr) == (0, "")
    assert "figures.xlsx" in result.stdout
    assert (desk / "成品" / "figures.xlsx").exists()
