"""The command as a user's shell runs it: a process of its own, with nothing of the test's own environment in it."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tests.conftest import CONTENT, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILES = ("report.pdf", "deck.pptx", "figures.xlsx")
STAGING = ".jianbao-*"
PATIENCE = 60
"""In seconds, how long to wait for a process to come to a point that it must reach."""


def environment(**changes: str) -> dict[str, str]:
    """Return the environment of a bare machine whose user reads English, with changes."""
    kept = {key: os.environ[key] for key in ("SYSTEMROOT", "TMPDIR", "TEMP", "TMP") if key in os.environ}
    return {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "PATH": "", "LANG": "en_GB.UTF-8", **kept, **changes}


def jianbao(*arguments: object, cwd: Path, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end; output is read in the encoding that the console was said to have."""
    env = environment(**changes)
    reading = {"encoding": env["PYTHONIOENCODING"], "errors": "replace"}
    return subprocess.run(command(*arguments), cwd=cwd, env=env, capture_output=True, check=False, **reading)


@contextlib.contextmanager
def started(*arguments: object, cwd: Path, **changes: str) -> Iterator[subprocess.Popen[bytes]]:
    """Start the command and go on; its output can be read as bytes, and nothing of it outlives the block."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command(*arguments), cwd=cwd, env=environment(**changes), **pipes) as process:
        try:
            yield process
        finally:
            process.kill()


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "generator", *map(str, arguments)]


def wait_for(condition, process: subprocess.Popen[bytes]) -> None:
    """Wait until a condition holds; fails when the process ends before, or takes too long."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert process.poll() is None, "the process ended before it came to the point that was waited for"
        assert time.monotonic() < end, "the process never came to the point that was waited for"
        time.sleep(0.005)


def desk(folder: Path) -> Path:
    """Make a user's folder, with Chinese and a space in its name, and the content in it."""
    made = folder / "我的 简报"
    made.mkdir()
    (made / "content.yaml").write_text(CONTENT.read_text("utf-8"), encoding="utf-8")
    return made


def change(desk: Path, old: str, new: str) -> int:
    """Change the first such words of a desk's content, and return their line."""
    path = desk / "content.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1
