"""From a temporary folder to the reader's: all files of a build appear together, or the last good set stays.

In: a folder to publish into, and the files to come. They are written into a staging folder beside the present ones; these are saved
there too, a journal is written, and each new file replaces its forerunner in one step. Should the machine stop in between, the next
command finds the journal and puts the last good set back before it reads anything (`recover`).
"""

import contextlib
import errno
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from generator.diagnostics import cannot_write, said
from generator.publication import disk, journal
from generator.publication.lock import LOCK, held
from generator.publication.shield import Shield, unhurried

PREFIX = ".jianbao-"
NEW = "new"


@dataclass(frozen=True, slots=True)
class Staging:
    """A temporary folder inside the target: `new` takes the files to come."""

    root: Path

    @property
    def new(self) -> Path:
        """Where writers write."""
        return self.root / NEW


def recover(target: Path) -> None:
    """Bring a folder back to its last good set, should a command have been stopped in it, and sweep what that one left.

    Writes nothing where nothing was left. Raises BuildError (Exit.WRITE) when another build is at work there, or a file of the set
    cannot be put back.
    """
    with contextlib.suppress(OSError):  # no folder, or none that shows what is in it
        if left := _leavings(target):
            _recover(target, left)


def _recover(target: Path, left: Sequence[Path]) -> None:
    try:
        with unhurried() as shield, held(target, shield):
            _settle(target)
    except OSError as fault:
        if any(map(journal.is_open, left)):
            raise cannot_write(target, fault, "folder") from fault


@contextlib.contextmanager
def staging(target: Path) -> Iterator[Staging]:
    """Yield a staging folder inside the target folder, gone afterwards whatever happens; so is a target made for nothing.

    Raises BuildError (Exit.WRITE) when the target cannot be made or written to, has no room for what is to be written, or is
    another build's at this moment.
    """
    with unhurried() as shield:
        made: tuple[Path, ...] = ()
        try:
            made = _missing(target)
            target.mkdir(parents=True, exist_ok=True)
            with held(target, shield):
                yield from _staged(target, shield)
        except OSError as fault:
            raise cannot_write(target, fault, "folder") from fault
        finally:
            for folder in made:
                with contextlib.suppress(OSError):
                    folder.rmdir()


def publish(stage: Staging, target: Path) -> tuple[str, ...]:
    """Move every new file into the target folder, all or none, and return their names.

    Raises BuildError (Exit.WRITE) naming the file that cannot be replaced, such as one that another program holds open; the last
    good set is back when the staging ends.
    """
    names = tuple(sorted(path.name for path in stage.new.iterdir()))
    for name in names:
        _refuse_what_is_no_file(target / name)
        disk.sync(stage.new / name)
    disk.sync_folder(stage.new)
    with unhurried():
        journal.begin(stage.root, target, names)
        _replace(stage, target, names)
        journal.end(stage.root, target)
    return names


def _replace(stage: Staging, target: Path, names: Sequence[str]) -> None:
    for name in names:
        try:
            disk.replace(stage.new / name, target / name)
        except OSError as fault:
            raise cannot_write(target / name, fault, "replace", said("hint.close-the-file")) from fault


def _refuse_what_is_no_file(path: Path) -> None:
    """Raise BuildError for a folder, a device or a pipe in the place of an output."""
    if path.exists() and not path.is_file():
        fault = OSError(errno.EISDIR if path.is_dir() else errno.ENXIO, "no file")
        raise cannot_write(path, fault, "replace")


def _staged(target: Path, shield: Shield) -> Iterator[Staging]:
    """Yield a fresh staging folder in a target whose lock is held; signals are heard while it is filled."""
    try:
        _settle(target)
        stage = Staging(target / (PREFIX + token_hex(4)))
        stage.root.mkdir()  # not by tempfile: on Windows what is made in a private folder stays private when it is moved
        stage.new.mkdir()
        (stage.root / journal.OLD).mkdir()
        with shield.lowered():
            yield stage
    finally:
        _settle(target)


def _settle(target: Path) -> None:
    """Put back what was left half replaced and sweep the rest; the lock is held, so that nothing of it is anyone's."""
    for root in _leavings(target):
        if root.name == LOCK:
            continue
        if journal.is_open(root):
            journal.undo(root, target)
        disk.remove_folder(root)


def _leavings(target: Path) -> tuple[Path, ...]:
    """Return what commands have left in a folder: their staging folders and a lock."""
    return tuple(sorted(target / name for name in os.listdir(target) if name.startswith(PREFIX)))  # noqa: PTH208 - names alone


def _missing(target: Path) -> tuple[Path, ...]:
    """Return the folders that are to be made for a target, the innermost first."""
    return tuple(folder for folder in (target, *target.parents) if not folder.exists())
