"""Contents, names and places of outputs as odd as a machine can hold: 3 or 6 in words, and the last good set stays."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.command import FILES, environment, jianbao
from tests.end_to_end.ends import FAULTY, FIGURES, SMALL, ended, left, posix

pytestmark = posix


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
def test_a_content_that_may_not_be_read_is_3(small_desk, kept) -> None:
    (small_desk / "inner").mkdir()
    path = small_desk / "inner" / "content.yaml"
    path.write_text(SMALL, encoding="utf-8")
    closed = path if kept == "file" else path.parent
    closed.chmod(0)
    try:
        result = jianbao("build", path, "--out", "out", cwd=small_desk)
    finally:
        closed.chmod(0o755)
    assert ended(result) == 3
    assert "[unreadable]" in result.stderr


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_of_any_characters_is_told_on_one_line(tmp_path, name) -> None:
    (tmp_path / name).write_text(FAULTY, encoding="utf-8")
    result = jianbao(*FIGURES, "--", name, cwd=tmp_path)
    assert ended(result) == 3
    lines = result.stderr.splitlines()
    assert [line for line in lines if not line.startswith(("    hint: ", "1 error")) and "[unknown-figure]" not in line] == []
    assert "\x1b" not in result.stderr


def test_a_name_of_any_characters_serves(tmp_path) -> None:
    name = NAMES[1] + NAMES[4]
    (tmp_path / name).write_text(SMALL, encoding="utf-8")
    assert ended(jianbao(*FIGURES, name, cwd=tmp_path)) == 0


# ── outputs that cannot be written ──


def test_an_output_that_is_a_folder_is_6_and_nothing_changes(small_desk) -> None:
    (small_desk / "build" / "report.pdf").mkdir(parents=True)
    (small_desk / "build" / "deck.pptx").write_text("the last good deck")
    result = jianbao("build", cwd=small_desk)
    assert ended(result) == 6
    assert "build/report.pdf" in result.stderr
    assert (small_desk / "build" / "deck.pptx").read_text() == "the last good deck"
    assert sorted(path.name for path in (small_desk / "build").iterdir()) == ["deck.pptx", "report.pdf"]


@pytest.mark.parametrize("out", ["content.yaml", "content.yaml/deeper", "loop", "长" * 200, "/dev/null", "/proc/nowhere"])
def test_a_folder_that_cannot_be_is_6(small_desk, out) -> None:
    (small_desk / "loop").symlink_to("loop")
    result = jianbao(*FIGURES, "--out", out, cwd=small_desk)
    assert ended(result) == 6
    assert "[cannot-write]" in result.stderr


def test_a_check_of_a_folder_that_cannot_be_is_5(small_desk) -> None:
    assert ended(jianbao("check", "--out", "长" * 200, cwd=small_desk)) == 5


@pytest.mark.parametrize("out", [".", "made", "made/deeper/../x"])
def test_a_specimen_in_the_place_of_a_folder_is_6(small_desk, out) -> None:
    (small_desk / "made" / "x").mkdir(parents=True)
    (small_desk / "made" / "deeper").mkdir()
    result = jianbao("specimen", "--out", out, cwd=small_desk)
    assert ended(result) == 6
    assert "[cannot-write]" in result.stderr
    assert left(small_desk) == []


SMALL_DISK = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))
sys.argv[1:] = {arguments}
from generator.cli.main import main
main()
"""


@pytest.mark.parametrize("most", [0, 1000, 20_000, 100_000])
def test_a_disk_that_takes_no_more_is_6_and_the_last_good_set_stays(small_desk, most) -> None:
    (small_desk / "build").mkdir()
    for name in FILES:
        (small_desk / "build" / name).write_bytes(b"")
    code = SMALL_DISK.format(most=most, arguments=["build"])
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=small_desk,
        env=environment(HOME=str(small_desk), PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended(result) == 6, result.stderr
    assert "[cannot-write]" in result.stderr
    assert [(small_desk / "build" / name).read_bytes() for name in FILES] == [b"", b"", b""]
    assert left(small_desk) == []
