"""The steps that publishing takes on the disk, each a call of the system: nothing smaller can fail or be cut short by a kill.

What is written or moved is seen onto the disk before the next step relies on it, so that a power cut is no worse than a kill.
"""

import contextlib
import os
import shutil
import sys
import time
from pathlib import Path

PAUSES = (0.05, 0.1, 0.2)
"""Seconds to wait for a program that looks at a fresh file for a moment: Windows' scanners and indexers do."""

_BINARY = getattr(os, "O_BINARY", 0)


def write(path: Path, data: bytes) -> None:
    """Write a file that is new."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def copy(source: Path, target: Path) -> None:
    """Write a file that is another's equal, its times and permissions with it as far as the system lets them.

    Not on Windows: a file that is read-only could not be removed there.
    """
    write(target, source.read_bytes())
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            shutil.copystat(source, target)


def sync(path: Path) -> None:
    """See a file onto the disk that somebody else has written."""
    handle = os.open(path, os.O_RDWR | _BINARY)  # Windows wants it open for writing
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """See onto the disk which names a folder holds, where the system knows of such a thing."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def replace(source: Path, target: Path) -> None:
    """Put a file in the place of another, or of none, in one step. Raises PermissionError when one is held open (Windows)."""
    for pause in PAUSES:
        try:
            os.replace(source, target)  # noqa: PTH105 - the one step that does so on every system
        except PermissionError:
            time.sleep(pause)
        else:
            return
    os.replace(source, target)  # noqa: PTH105 - as above


def remove(path: Path) -> None:
    """Remove a file, or find it gone."""
    with contextlib.suppress(FileNotFoundError):
        os.unlink(path)  # noqa: PTH108 - a step like the others


def remove_folder(folder: Path) -> None:
    """Remove a folder and all in it, as far as it can be."""
    shutil.rmtree(folder, ignore_errors=True)
