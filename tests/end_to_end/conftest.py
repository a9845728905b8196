"""What the tests from end to end share besides the sample: two builds by processes of their own, on machines set up unlike."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.conftest import CONTENT
from tests.end_to_end.command import command, environment
from tests.end_to_end.ends import FAULTY, SMALL

if TYPE_CHECKING:
    from pathlib import Path

LAUNCHER = """
import json, resource, subprocess, sys
result = subprocess.run(sys.argv[1:], capture_output=True)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps([result.returncode, result.stdout.decode(), result.stderr.decode(), peak]))
"""
"""A small process between the tests and the build: a child's peak memory counts its parent's at the fork."""


class Built(NamedTuple):
    """A finished build: the folders it ran in and wrote to, and the peak of its memory in kilobytes (Linux)."""

    cwd: Path
    folder: Path
    peak: int


class Machine(NamedTuple):
    """How one machine differs from another, in all that must not show in the files."""

    folder: str
    umask: int
    environment: dict[str, str]


HERE = Machine("here", 0o022, {"TZ": "Asia/Shanghai", "LC_ALL": "C", "PYTHONHASHSEED": "1", "USER": "wang", "HOME": "/nowhere"})
THERE = Machine(
    "另一台 机器", 0o077, {"TZ": "America/Los_Angeles", "LC_ALL": "zh_CN.UTF-8", "PYTHONHASHSEED": "4711", "PYTHONUTF8": "1"}
)


@pytest.fixture
def small_desk(tmp_path: Path) -> Path:
    """A folder with a small content, and the same with a fault."""
    (tmp_path / "content.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "faulty.yaml").write_text(FAULTY, encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="session")
def built_here(tmp_path_factory) -> Built:
    return _build(tmp_path_factory.mktemp("machine") / HERE.folder, HERE)


@pytest.fixture(scope="session")
def built_there(built_here, tmp_path_factory) -> Built:
    """Built after `built_here` has ended, so that no clock stands as it did."""
    assert built_here.folder.exists()
    return _build(tmp_path_factory.mktemp("machine") / THERE.folder / "deeper", THERE)


def _build(cwd: Path, machine: Machine) -> Built:
    cwd.mkdir(parents=True)
    (cwd / "content.yaml").write_text(CONTENT.read_text("utf-8"), encoding="utf-8")
    launch = [sys.executable, "-c", LAUNCHER, *command("build", "--out", "out")]
    env = environment(**machine.environment)
    told = subprocess.run(launch, cwd=cwd, env=env, capture_output=True, encoding="utf-8", check=True, umask=machine.umask)
    code, _output, faults, peak = json.loads(told.stdout)
    assert code == 0, faults
    return Built(cwd, cwd / "out", peak)
