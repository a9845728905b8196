"""How the command ends when the world round it is not as it should be: streams, signals, and a bug of ours."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.end_to_end.command import command, environment, started, wait_for
from tests.end_to_end.ends import FIGURES, ended, left, posix

pytestmark = posix


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
        (("schema",), 0, True),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_streams_that_fail_stop_no_work(small_desk, streams, arguments, code, tells) -> None:
    shell = f'set -o pipefail 2> /dev/null; "$@" {STREAMS[streams]}'
    result = subprocess.run(
        ["/bin/bash", "-c", shell, "bash", *command(*arguments)],
        cwd=small_desk, env=environment(PATH=os.environ["PATH"]), capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert ended(result) == (6 if tells and code == 0 and streams in LOSES else code)
    if arguments[:3] == FIGURES:
        assert (small_desk / "build" / "figures.xlsx").stat().st_size > 10_000
        assert left(small_desk) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_that_a_stream_was_lost_is_told_on_the_other(small_desk) -> None:
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            command("schema", "--lang", "en"), cwd=small_desk, env=environment(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (result.returncode, result.stderr.count(b"\n")) == (6, 1)
    assert b"no space is left on the disk [cannot-write]" in result.stderr


# ── signals ──


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_stopped_build_ends_with_128_and_the_signal_and_leaves_nothing(small_desk, name) -> None:
    with started("build", cwd=small_desk) as process:
        wait_for(lambda: left(small_desk), process)
        process.send_signal(signal.Signals[name])
        output, faults = process.communicate(timeout=30)
    assert process.returncode == 128 + signal.Signals[name]
    assert (output, faults) == (b"", b"interrupted: nothing half-made was left\n")
    assert left(small_desk) == []


LOST = """
import signal, sys, time
from generator import pipeline
from generator.cli.main import main
class Freed:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)
def build(*given):
    Freed()
    for _ in range(3000):
        time.sleep(0.01)
pipeline.build = build
sys.argv[1:] = ["build"]
main()
"""


def test_a_stop_that_python_drops_while_it_frees_an_object_is_heard_again(small_desk) -> None:
    env = environment()
    result = subprocess.run([sys.executable, "-c", LOST], cwd=small_desk, env=env, capture_output=True, timeout=25, check=False)
    assert (result.returncode, result.stderr) == (130, b"interrupted: nothing half-made was left\n")


def test_signals_are_heard_before_anything_is_loaded_that_takes_time() -> None:
    code = (
        "import sys, generator.cli.main; print({'click', 'polib', 'tempfile', 'json', 'generator.pipeline'} & set(sys.modules))"
    )
    assert subprocess.check_output([sys.executable, "-c", code], cwd=ROOT, encoding="utf-8") == "set()\n"


def test_a_build_whose_terminal_has_gone_goes_on_where_that_was_asked_for(small_desk) -> None:
    shell = 'trap "" HUP; exec "$@"'
    process = subprocess.Popen(
        ["/bin/bash", "-c", shell, "bash", *command(*FIGURES)], cwd=small_desk, env=environment(), stderr=subprocess.PIPE
    )
    with process:
        wait_for(lambda: left(small_desk), process)
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


def test_a_bug_is_told_on_two_lines_even_where_nothing_can_be_kept(small_desk) -> None:
    result = subprocess.run(
        [sys.executable, "-c", BUG], cwd=small_desk, env=environment(), capture_output=True, encoding="utf-8", check=False
    )
    assert ended(result) == 1
    assert "the press\\nis on fire" in result.stderr
    assert len(result.stderr.splitlines()) == 3
