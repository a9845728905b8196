"""Real processes killed at random moments of publishing; what the next command finds is one set, the old or the new."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.publication.staging import recover
from tests.conftest import ROOT

KILLS = int(os.environ.get("JIANBAO_KILLS", "10"))
"""How many processes to kill: more of them by hand."""
NAMES = ("deck.pptx", "figures.xlsx", "report.pdf")
SIZE = 300_000

PUBLISHES_ON_AND_ON = f"""
import itertools, sys
from pathlib import Path
from generator.publication.staging import publish, staging
target = Path(sys.argv[1])
for number in itertools.count(1):
    with staging(target) as stage:
        for name in {NAMES}:
            (stage.new / name).write_bytes(str(number).encode().ljust({SIZE}))
        publish(stage, target)
    print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a signal of POSIX systems")
def test_one_set_stands_after_every_kill(tmp_path: Path) -> None:
    chance, mixed = random.Random(7), 0  # noqa: S311 - no secret
    for _ in range(KILLS):
        last = _killed(tmp_path, chance.uniform(0, 0.05))
        mixed += len(_sets(tmp_path)) > 1
        recover(tmp_path)
        [found] = _sets(tmp_path)
        assert found in (last, last + 1)
        assert sorted(path.name for path in tmp_path.iterdir()) == list(NAMES)
        for path in tmp_path.iterdir():
            path.unlink()
    print(f"{KILLS} kills, {mixed} between two files")  # noqa: T201 - a figure for whoever asks for it with -s


def _killed(folder: Path, after: float) -> int:
    """Kill a process that publishes on and on, some time after its first set; return the last set that it told of."""
    process = subprocess.Popen(
        [sys.executable, "-c", PUBLISHES_ON_AND_ON, str(folder)], stdout=subprocess.PIPE, cwd=ROOT, encoding="utf-8"
    )
    assert process.stdout is not None
    with process, process.stdout:
        first = process.stdout.readline()
        time.sleep(after)
        process.kill()
        return int((first + process.stdout.read()).split()[-1])


def _sets(folder: Path) -> set[int]:
    """Return the numbers of the sets that the files in a folder are of; each must be whole."""
    found = set()
    for name in NAMES:
        data = (folder / name).read_bytes()
        assert len(data) == SIZE
        found.add(int(data.strip()))
    return found
