"""From a temporary folder to the reader's: all files of a build appear together, or the last good set stays.

In: a content's path, for the folder that is its own; a folder of finished files and the folder to publish into. The present
files are first copied into the staging folder and a journal is written; then each new file replaces its forerunner in one step
(os.replace). Should the machine stop in between, the next run finds a journal whose lock nobody holds, and puts the last good set
back.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from generator.diagnostics import cannot_write, said

if TYPE_CHECKING:
    from collections.abc import Iterator

USUAL, SUFFIX = "content.yaml", ".yaml"
HOME = "build"
"""The folder beside a content that its outputs go to, those of any but the usual name into one of their own within."""

PREFIX = ".jianbao-"
JOURNAL = "journal"
LOCK = "lock"


@dataclass(frozen=True, slots=True)
class Staging:
    """A temporary folder beside the outputs: `new` takes the files to come, `old` holds the last good set while they change places."""

    root: Path

    @property
    def new(self) -> Path:
        """Where writers write."""
        return self.root / "new"

    @property
    def old(self) -> Path:
        """Where the last good set waits until the new one stands."""
        return self.root / "old"


def home_of(content: Path) -> Path:
    """Return the folder of a content's outputs where none is named: two `.yaml` files never share one."""
    home = content.parent / HOME
    if content.name == USUAL:
        return home
    return home / (content.stem if content.suffix == SUFFIX else content.name)


@contextlib.contextmanager
def staging(target: Path) -> Iterator[Staging]:
    """Yield a staging folder inside the target folder, gone afterwards whatever happens.

    Raises BuildError (Exit.WRITE) when the target cannot be made or written to, or has no room for what is to be written.
    """
    try:
        target.mkdir(parents=True, exist_ok=True)
        _recover(target)
        root = Path(tempfile.mkdtemp(prefix=PREFIX, dir=target))
    except OSError as fault:
        raise cannot_write(target, fault, "folder") from fault
    try:
        with _locked(root / LOCK):
            yield _prepared(root)
    except BaseException as fault:
        _undo(root, target)
        if isinstance(fault, OSError) and not isinstance(fault, BrokenPipeError):
            raise cannot_write(target, fault, "folder") from fault
        raise
    finally:
        shutil.rmtree(root, ignore_errors=True)


def publish(stage: Staging, target: Path) -> tuple[str, ...]:
    """Move every new file into the target folder, all or none, and return their names.

    Raises BuildError (Exit.WRITE) naming the file that another program holds open; the last good set is back by then.
    """
    names = tuple(sorted(path.name for path in stage.new.iterdir()))
    _back_up(stage, target, names)
    for name in names:
        try:
            os.replace(stage.new / name, target / name)  # noqa: PTH105 - one step on every system, over an existing file
        except OSError as fault:
            _undo(stage.root, target)
            raise cannot_write(target / name, fault, "replace", said("hint.close-the-file")) from fault
    (stage.root / JOURNAL).unlink(missing_ok=True)
    return names


def _prepared(root: Path) -> Staging:
    stage = Staging(root)
    stage.new.mkdir()
    stage.old.mkdir()
    return stage


def _back_up(stage: Staging, target: Path, names: tuple[str, ...]) -> None:
    for name in names:
        if (target / name).exists():
            shutil.copy2(target / name, stage.old / name)
    lines = [f"{'old' if (stage.old / name).exists() else 'none'} {name}\n" for name in names]
    (stage.root / JOURNAL).write_text("".join(lines), encoding="utf-8")


def _undo(root: Path, target: Path) -> None:
    """Put the last good set back if a journal tells that a publication did not end."""
    if not (root / JOURNAL).exists():
        return
    for line in (root / JOURNAL).read_text("utf-8").splitlines():
        had, _, name = line.partition(" ")
        with contextlib.suppress(OSError):
            if had == "none":
                (target / name).unlink(missing_ok=True)
            elif (root / "old" / name).exists():
                os.replace(root / "old" / name, target / name)  # noqa: PTH105 - as above
    (root / JOURNAL).unlink(missing_ok=True)


def _recover(target: Path) -> None:
    """Put back what a killed build left half replaced, and sweep its folder away."""
    for root in sorted(target.glob(PREFIX + "*")):
        with contextlib.suppress(OSError):
            with _locked(root / LOCK):
                _undo(root, target)
            shutil.rmtree(root, ignore_errors=True)


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold an exclusive lock on a file; raises OSError when another process holds it. The system frees it when a process dies."""
    with path.open("a+b") as file:
        _lock(file)
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
