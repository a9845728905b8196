"""How the command ends when the world is not as it should be: streams, folders, disks, files and signals. Never with 1."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.end_to_end.command import FILES, STAGING, command, environment, jianbao, started, wait_for

posix = pytest.mark.skipif(sys.platform == "win32", reason="streams, files and signals of POSIX systems")
pytestmark = posix

SMALL = (ROOT / "tests" / "inspection" / "content.yaml").read_text("utf-8")
FAULTY = SMALL.replace("【", "【无此", 1)
FIGURES = ("build", "--only", "figures")


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "content.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "faulty.yaml").write_text(FAULTY, encoding="utf-8")
    return tmp_path


def ended(result) -> int:
    """Return the exit code of a command that told nothing of Python's."""
    assert "Traceback" not in result.stderr
    assert "Exception ignored" not in result.stderr
    return result.returncode


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.match(STAGING))


# ── streams ──

STREAMS = {
    "closed": ">&-",
    "full": "> /dev/full",
    "errors closed": "2>&-",
    "errors full": "2> /dev/full",
    "both closed": ">&- 2>&-",
    "both full": "> /dev/full 2>&1",
    "input closed": "<&-",
    "reader gone": "| true",
    "both readers gone": "2>&1 | true",
}
LOSES = {"full", "both full"}
"""Where what was to be told on standard output does not come to stand anywhere."""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("streams", STREAMS)
@pytest.mark.parametrize(
    ("arguments", "code", "tells"),
    [
        (FIGURES, 0, True),
        ((*FIGURES, "--format", "json"), 0, True),
        (("build", "faulty.yaml"), 3, False),
        (("build", "faulty.yaml", "--format", "json"), 3, True),
        (("schema",), 0, True),
        (("biuld",), 2, False),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_streams_that_fail_stop_no_work(desk, streams, arguments, code, tells) -> None:
    shell = f'set -o pipefail 2> /dev/null; "$@" {STREAMS[streams]}'
    result = subprocess.run(
        ["/bin/bash", "-c", shell, "bash", *command(*arguments)],
        cwd=desk, env=environment(PATH=os.environ["PATH"]), capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert ended(result) == (6 if tells and code == 0 and streams in LOSES else code)
    if arguments[:3] == FIGURES:
        assert (desk / "build" / "figures.xlsx").stat().st_size > 10_000
        assert left(desk) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_that_a_stream_was_lost_is_told_on_the_other(desk) -> None:
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            command("schema", "--lang", "en"), cwd=desk, env=environment(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (result.returncode, result.stderr.count(b"\n")) == (6, 1)
    assert b"no space is left on the disk [cannot-write]" in result.stderr


# ── contents that are none ──

NAMES = [
    "空 格.yaml",
    "new\nline.yaml",
    "quote'\"`.yaml",
    "escape\x1b[31m.yaml",
    os.fsdecode(b"not-utf-8-\xff.yaml"),
    "-dash.yaml",
    "长" * 70 + ".yaml",
]


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


def _dangling(path: Path) -> None:
    path.symlink_to("nowhere")


def _device(path: Path) -> None:
    path.symlink_to("/dev/null")


def _bytes(data: bytes):
    return lambda path: path.write_bytes(data)


def _nothing(_path: Path) -> None:
    pass


ODD = {
    "missing": _nothing,
    "a folder": _folder,
    "a pipe": _pipe,
    "a device": _device,
    "a link to itself": _loop,
    "a link to nowhere": _dangling,
    "empty": _bytes(b""),
    "a line's end": _bytes(b"\n"),
    "a BOM": _bytes(b"\xef\xbb\xbf"),
    "NULs": _bytes(bytes(1000)),
    "binary": _bytes(bytes(range(256)) * 8),
    "half a character": _bytes("report: 报".encode()[:-1]),
    "GBK": _bytes(SMALL.encode("gb18030")),
    "UTF-16": _bytes(SMALL.encode("utf-16")),
    "50 MB": _bytes(b"a: b\n" * 10_000_000),
    "a number": _bytes(b"7\n"),
    "a thousand brackets": _bytes(b"[" * 1000),
    "a deep mapping": _bytes(b"".join(b" " * n + b"a:\n" for n in range(300))),
    "many files": _bytes(b"a: 1\n---\nb: 2\n"),
    "an alias bomb": _bytes(b"a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n"),
}


@pytest.mark.parametrize("kind", ODD)
def test_a_content_that_is_none_is_3_with_words(tmp_path, kind) -> None:
    ODD[kind](tmp_path / "odd.yaml")
    result = jianbao("build", "odd.yaml", "--format", "json", cwd=tmp_path)
    told = json.loads(result.stdout)
    assert (ended(result), told["exit"]) == (3, 3)
    assert all(one["message"] and one["line"] for one in told["diagnostics"])
    assert told["diagnostics"]
    assert not (tmp_path / "build").exists()


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read anything")
@pytest.mark.parametrize("kept", ["file", "folder"])
def test_a_content_that_may_not_be_read_is_3(desk, kept) -> None:
    (desk / "inner").mkdir()
    path = desk / "inner" / "content.yaml"
    path.write_text(SMALL, encoding="utf-8")
    closed = path if kept == "file" else path.parent
    closed.chmod(0)
    try:
        result = jianbao("build", path, "--out", "out", cwd=desk)
    finally:
        closed.chmod(0o755)
    assert ended(result) == 3
    assert "[unreadable]" in result.stderr


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_names_of_any_characters_serve_and_are_told_on_one_line(tmp_path, name) -> None:
    (tmp_path / name).write_text(SMALL, encoding="utf-8")
    result = jianbao(*FIGURES, "--", name, cwd=tmp_path)
    assert ended(result) == 0, result.stderr
    (tmp_path / name).write_text(FAULTY, encoding="utf-8")
    result = jianbao(*FIGURES, "--", name, cwd=tmp_path)
    assert ended(result) == 3
    lines = result.stderr.splitlines()
    assert [line for line in lines if not line.startswith(("    hint: ", "1 error")) and "[unknown-figure]" not in line] == []
    assert "\x1b" not in result.stderr


# ── outputs that cannot be written ──


def test_an_output_that_is_a_folder_is_6_and_nothing_changes(desk) -> None:
    (desk / "build" / "report.pdf").mkdir(parents=True)
    (desk / "build" / "deck.pptx").write_text("the last good deck")
    result = jianbao("build", cwd=desk)
    assert ended(result) == 6
    assert "build/report.pdf" in result.stderr
    assert (desk / "build" / "deck.pptx").read_text() == "the last good deck"
    assert sorted(path.name for path in (desk / "build").iterdir()) == ["deck.pptx", "report.pdf"]


@pytest.mark.parametrize("out", ["content.yaml", "content.yaml/deeper", "loop", "长" * 200, "/dev/null", "/proc/nowhere"])
def test_a_folder_that_cannot_be_is_6(desk, out) -> None:
    (desk / "loop").symlink_to("loop")
    result = jianbao(*FIGURES, "--out", out, cwd=desk)
    assert ended(result) == 6
    assert "[cannot-write]" in result.stderr
    result = jianbao("check", "--out", out, cwd=desk)
    assert ended(result) == 5


@pytest.mark.parametrize("out", [".", "made", "made/deeper/../x"])
def test_a_specimen_in_the_place_of_a_folder_is_6(desk, out) -> None:
    (desk / "made" / "x").mkdir(parents=True)
    (desk / "made" / "deeper").mkdir()
    result = jianbao("specimen", "--out", out, cwd=desk)
    assert ended(result) == 6
    assert "[cannot-write]" in result.stderr
    assert left(desk) == []


SMALL_DISK = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))
sys.argv[1:] = {arguments}
from generator.cli.main import main
main()
"""


@pytest.mark.parametrize("most", [0, 1000, 20_000, 100_000])
def test_a_disk_that_takes_no_more_is_6_and_the_last_good_set_stays(desk, most) -> None:
    (desk / "build").mkdir()
    for name in FILES:
        (desk / "build" / name).write_bytes(b"")
    code = SMALL_DISK.format(most=most, arguments=["build"])
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=desk,
        env=environment(HOME=str(desk), PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended(result) == 6, result.stderr
    assert "[cannot-write]" in result.stderr
    assert [(desk / "build" / name).read_bytes() for name in FILES] == [b"", b"", b""]
    assert left(desk) == []


# ── signals ──


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_stopped_build_ends_with_128_and_the_signal_and_leaves_nothing(desk, name) -> None:
    with started("build", cwd=desk) as process:
        wait_for(lambda: left(desk), process)
        process.send_signal(signal.Signals[name])
        output, faults = process.communicate(timeout=30)
    assert process.returncode == 128 + signal.Signals[name]
    assert (output, faults) == (b"", b"interrupted: nothing half-made was left\n")
    assert left(desk) == []


def test_signals_are_heard_before_anything_is_loaded_that_takes_time() -> None:
    code = (
        "import sys, generator.cli.main; print({'click', 'polib', 'tempfile', 'json', 'generator.pipeline'} & set(sys.modules))"
    )
    assert subprocess.check_output([sys.executable, "-c", code], cwd=ROOT, encoding="utf-8") == "set()\n"


def test_a_build_whose_terminal_has_gone_goes_on_where_that_was_asked_for(desk) -> None:
    shell = 'trap "" HUP; exec "$@"'
    process = subprocess.Popen(
        ["/bin/bash", "-c", shell, "bash", *command(*FIGURES)], cwd=desk, env=environment(), stderr=subprocess.PIPE
    )
    with process:
        wait_for(lambda: left(desk), process)
        process.send_signal(signal.SIGHUP)
        process.communicate(timeout=30)
    assert process.returncode == 0


# ── a bug of ours where no file of details can be kept ──

BUG = """
import sys, tempfile
from generator import pipeline
from generator.cli.main import main
def fails(*arguments):
    raise RuntimeError("the press\\nis on fire")
def full(*arguments):
    raise OSError(28, "No space left on device")
pipeline.build, tempfile.mkstemp = fails, full
sys.argv[1:] = ["build"]
main()
"""


def test_a_bug_is_told_on_two_lines_even_where_nothing_can_be_kept(desk) -> None:
    result = subprocess.run(
        [sys.executable, "-c", BUG], cwd=desk, env=environment(), capture_output=True, encoding="utf-8", check=False
    )
    assert ended(result) == 1
    assert "the press\\nis on fire" in result.stderr
    assert len(result.stderr.splitlines()) == 3
