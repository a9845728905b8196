"""A disk on which one step fails, or at which the process dies: every call of the system that changes something is a step.

A process that has died does nothing more: all further steps are refused, while Python unwinds. Closing is left to it, for the system
closes what the dead held open, and frees their locks.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

STEPS = ("mkdir", "open", "write", "fsync", "replace", "unlink", "rmdir")
GROWING = ("mkdir", "open", "write")
"""Steps that a full disk refuses."""

DIES, HALF, POWER, FAILS, DENIED, FULL = "dies", "dies half way", "loses power", "fails", "is denied", "is full from here on"


class Death(BaseException):
    """The end of a process, as far as one test can tell."""


@dataclass
class Disk:
    """Counts the steps, and at step `at` does what `how` says."""

    at: int = 0
    how: str = DIES
    done: list[str] = field(default_factory=list)
    dead: bool = False
    synced: set[int] = field(default_factory=set)

    def install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in STEPS:
            monkeypatch.setattr(os, name, self._step(name, getattr(os, name)))

    def _step(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*given: Any, **named: Any) -> Any:
            if self.dead:
                raise Death
            self.done.append(name)
            self._trouble(name, real, given)
            if name == "fsync":
                self.synced.add(os.fstat(given[0]).st_ino)
            return real(*given, **named)

        return step

    def _trouble(self, name: str, real: Callable[..., Any], given: tuple[Any, ...]) -> None:
        if self.how == FULL and self.at and len(self.done) >= self.at and name in GROWING:
            raise OSError(errno.ENOSPC, "No space left on device")
        if len(self.done) != self.at or self.how == FULL:
            return
        if self.how == FAILS:
            raise OSError(errno.EIO, "Input/output error")
        if self.how == DENIED:
            raise PermissionError(errno.EACCES, "Permission denied")
        if self.how == HALF and name == "write":
            real(given[0], given[1][: len(given[1]) // 2])
        self.dead = True
        raise Death

    def lose_power(self, folder: Path) -> None:
        """Empty every file whose content never reached the disk."""
        for path in folder.rglob("*"):
            if path.is_file() and path.stat().st_ino not in self.synced:
                os.truncate(path, 0)


posix = pytest.mark.skipif(sys.platform == "win32", reason="steps of POSIX systems")
