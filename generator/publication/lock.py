"""One at a time: a folder's lock, that the system itself frees when its holder dies.

The lock is a file of the folder, gone when it is free. Who has taken it looks whether the name still leads to the file that was
taken: another's may have been removed in between.
"""

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import BuildError, Diagnostic, Exit, Severity, said
from generator.publication.shield import Shield

LOCK = ".jianbao-lock"
PATIENCE = 10.0
"""Seconds to wait for another build in the same folder: longer than one takes to write and prove."""
PAUSE = 0.05

_BUSY = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP)
"""Some network disks know no locks: there, two builds at once are the author's own care."""


@contextlib.contextmanager
def held(folder: Path, shield: Shield) -> Iterator[None]:
    """Hold the lock of a folder; a signal is heard while another holds it, not in between.

    Raises BuildError (Exit.WRITE) when that lasts longer than PATIENCE, and OSError.
    """
    path = folder / LOCK
    handle = _taken(path, shield)
    try:
        yield
    finally:
        _free(path, handle)


def _taken(path: Path, shield: Shield) -> int:
    end = time.monotonic() + PATIENCE
    while True:
        handle = os.open(path, os.O_RDONLY | os.O_CREAT, 0o666)  # to read, so that another user's is no obstacle
        try:
            if _lock(handle) and _is_at(path, handle):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
        if time.monotonic() > end:
            raise _busy(path.parent)
        with shield.lowered():
            time.sleep(PAUSE)


def _is_at(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _lock(handle: int) -> bool:
    try:
        _system_lock(handle)
    except OSError as fault:
        if fault.errno in _BUSY:
            return False
        if fault.errno not in _NO_LOCKS:
            raise
    return True


def _busy(folder: Path) -> BuildError:
    says = said("cannot-write.busy", file=str(folder))
    return BuildError(Exit.WRITE, (Diagnostic(Severity.ERROR, says, hints=(said("hint.wait-for-the-other"),)),))


if sys.platform == "win32":
    import msvcrt

    def _system_lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _free(path: Path, handle: int) -> None:
        os.close(handle)
        with contextlib.suppress(OSError):  # one that waits has it open: it will remove it
            path.unlink()
else:
    import fcntl

    def _system_lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _free(path: Path, handle: int) -> None:
        try:
            with contextlib.suppress(OSError):  # while it is still ours: afterwards the name may be another's
                path.unlink()
        finally:
            os.close(handle)
