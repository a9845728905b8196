from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.diagnostics import BuildError, Exit
from generator.publication import lock
from generator.publication.staging import PREFIX, publish, recover, staging
from tests.conftest import ROOT
from tests.publication.sets import contents, put


def test_all_files_appear_together_and_nothing_else_is_left(tmp_path: Path) -> None:
    with staging(tmp_path) as stage:
        put(stage, a="new a", b="new b")
        assert publish(stage, tmp_path) == ("a", "b")
    assert contents(tmp_path) == {"a": "new a", "b": "new b"}
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == []


def test_a_folder_named_from_where_one_stands_serves_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with staging(Path("build")) as stage:
        put(stage, a="new a")
        publish(stage, Path("build"))
    assert contents(tmp_path / "build") == {"a": "new a"}


def test_files_of_other_names_stay(tmp_path: Path) -> None:
    (tmp_path / "c").write_text("old c")
    with staging(tmp_path) as stage:
        put(stage, a="new a")
        publish(stage, tmp_path)
    assert contents(tmp_path) == {"a": "new a", "c": "old c"}


def test_a_failure_before_publishing_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old a")
    with pytest.raises(KeyboardInterrupt), staging(tmp_path) as stage:  # noqa: PT012 - the block is what is interrupted
        put(stage, a="half a")
        raise KeyboardInterrupt
    assert contents(tmp_path) == {"a": "old a"}
    assert not list(tmp_path.glob(PREFIX + "*"))


def test_a_file_held_open_elsewhere_is_named_and_the_others_go_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_text("old a")
    (tmp_path / "b").write_text("old b")
    replace = os.replace

    def held(source: Path, target: Path) -> None:
        if Path(target).name == "b" and Path(source).parent.name == "new":
            raise PermissionError(13, "Permission denied")
        replace(source, target)

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(BuildError) as refusal, staging(tmp_path) as stage:  # noqa: PT012 - as above
        put(stage, a="new a", b="new b", n="new n")
        publish(stage, tmp_path)
    assert refusal.value.stage is Exit.WRITE
    assert [(one.says.key, str(dict(one.says.values)["why"])) for one in refusal.value.diagnostics] == [
        ("cannot-write.replace", "why.no-permission")
    ]
    assert contents(tmp_path) == {"a": "old a", "b": "old b"}


def test_an_interruption_between_two_files_puts_the_old_ones_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_text("old a")
    replace = os.replace

    def interrupted(source: Path, target: Path) -> None:
        if Path(target).name == "b" and Path(source).parent.name == "new":
            raise KeyboardInterrupt
        replace(source, target)

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt), staging(tmp_path) as stage:  # noqa: PT012 - as above
        put(stage, a="new a", b="new b")
        publish(stage, tmp_path)
    assert contents(tmp_path) == {"a": "old a"}


def test_a_folder_that_cannot_be_made_is_a_write_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BuildError) as refusal, staging(tmp_path / "file" / "build"):
        pass
    assert refusal.value.stage is Exit.WRITE
    assert str(refusal.value.diagnostics[0].says).endswith("why=why.no-folder")


def test_a_disk_that_fills_up_while_files_are_written_is_a_write_error_and_no_bug(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old a")
    with pytest.raises(BuildError) as refusal, staging(tmp_path) as stage:  # noqa: PT012 - as above
        put(stage, a="half a")
        raise OSError(errno.ENOSPC, "No space left on device")
    assert refusal.value.stage is Exit.WRITE
    assert str(refusal.value.diagnostics[0].says).endswith("why=why.no-space")
    assert contents(tmp_path) == {"a": "old a"}


KILLED_HALF_WAY = """
import os, sys, time
from pathlib import Path
from generator.publication.staging import publish, staging
target = Path(sys.argv[1])
replace = os.replace
def slow(source, destination):
    replace(source, destination)
    if os.path.basename(destination) == "a" and "new" in str(source):
        print("one replaced", flush=True)
        time.sleep(60)
os.replace = slow
with staging(target) as stage:
    (stage.new / "a").write_text("new a"); (stage.new / "b").write_text("new b"); (stage.new / "n").write_text("new n")
    publish(stage, target)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a signal of POSIX systems")
def test_a_build_killed_between_two_files_is_undone_by_the_next(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old a")
    (tmp_path / "b").write_text("old b")
    process = subprocess.Popen([sys.executable, "-c", KILLED_HALF_WAY, str(tmp_path)], stdout=subprocess.PIPE, cwd=ROOT)
    assert process.stdout is not None
    with process.stdout:
        assert process.stdout.readline() == b"one replaced\n"
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert contents(tmp_path)["a"] == "new a"
    recover(tmp_path)
    assert contents(tmp_path) == {"a": "old a", "b": "old b"}
    assert not list(tmp_path.glob(PREFIX + "*"))


def test_a_folder_in_which_nothing_was_left_is_not_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "held", None)
    before = tmp_path.stat().st_mtime_ns
    recover(tmp_path)
    recover(tmp_path / "nowhere")
    assert (tmp_path.stat().st_mtime_ns, list(tmp_path.iterdir())) == (before, [])


@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_what_is_no_file_is_not_replaced_and_named(tmp_path: Path, kind: str) -> None:
    (tmp_path / "a").write_text("old a")
    if kind == "folder":
        (tmp_path / "b").mkdir()
    elif hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "b")
    with pytest.raises(BuildError) as refusal, staging(tmp_path) as stage:  # noqa: PT012 - as above
        put(stage, a="new a", b="new b")
        publish(stage, tmp_path)
    assert [dict(one.says.values)["file"] for one in refusal.value.diagnostics] == [str(tmp_path / "b")]
    assert contents(tmp_path) == {"a": "old a"}


def test_a_folder_made_for_a_build_that_fails_goes_again(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), staging(tmp_path / "build" / "2022"):
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX systems")
def test_a_signal_waits_until_the_files_have_changed_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_text("old a")
    replace = os.replace

    def signalled(source: Path, target: Path) -> None:
        signal.raise_signal(signal.SIGINT)
        replace(source, target)

    monkeypatch.setattr(os, "replace", signalled)
    with pytest.raises(KeyboardInterrupt), staging(tmp_path) as stage:  # noqa: PT012 - as above
        put(stage, a="new a", b="new b")
        publish(stage, tmp_path)
    assert contents(tmp_path) == {"a": "new a", "b": "new b"}
    assert not list(tmp_path.glob(PREFIX + "*"))
