"""What tests of the command's ends share: a desk with a small content and a faulty one, and how a command ended."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.end_to_end.command import STAGING

posix = pytest.mark.skipif(sys.platform == "win32", reason="streams, files and signals of POSIX systems")

SMALL = (ROOT / "tests" / "inspection" / "content.yaml").read_text("utf-8")
FAULTY = SMALL.replace("【", "【无此", 1)
FIGURES = ("build", "--only", "figures")


def ended(result) -> int:
    """Return the exit code of a command that told nothing of Python's."""
    assert "Traceback" not in result.stderr
    assert "Exception ignored" not in result.stderr
    return result.returncode


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.match(STAGING))
