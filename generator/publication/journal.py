"""What is being replaced, written down before the first file is: by it a set that was left half new becomes the old one again.

The journal stands in the staging folder, a line to a file: `old NAME` for one whose forerunner waits in `old/`, `none NAME` for
one that has none. It appears whole, in one step, and is gone once the set is whole: old or new.
"""

import os
from collections.abc import Sequence
from pathlib import Path

from generator.diagnostics import cannot_write, said
from generator.publication import disk

JOURNAL = "journal"
OLD = "old"
NONE = "none"


def begin(root: Path, target: Path, names: Sequence[str]) -> None:
    """Save the present files of these names and write the journal; nothing of the target has changed yet."""
    had = [name for name in names if (target / name).exists()]
    for name in had:
        disk.copy(target / name, root / OLD / name)
    lines = [f"{OLD if name in had else NONE} {name}\n" for name in names]
    disk.sync_folder(root / OLD)
    draft = root / f"{JOURNAL}.draft"
    disk.write(draft, "".join(lines).encode())
    disk.replace(draft, root / JOURNAL)
    disk.sync_folder(root)


def end(root: Path, target: Path) -> None:
    """Strike out the journal: the target's set is whole."""
    disk.sync_folder(target)
    disk.remove(root / JOURNAL)
    disk.sync_folder(root)


def is_open(root: Path) -> bool:
    """Tell whether a set has been left half replaced."""
    return (root / JOURNAL).exists()


def undo(root: Path, target: Path) -> None:
    """Put every file of the old set back, and strike out the journal; may be cut short and begun again.

    Raises BuildError (Exit.WRITE) naming the file that cannot be put back; the journal then stays.
    """
    for line in (root / JOURNAL).read_text("utf-8").splitlines():
        had, _, name = line.partition(" ")
        try:
            _put_back(root, target, name, had=had == OLD)
        except OSError as fault:
            raise cannot_write(target / name, fault, "back", said("hint.close-and-again")) from fault
    end(root, target)


def _put_back(root: Path, target: Path, name: str, *, had: bool) -> None:
    if not had:
        disk.remove(target / name)
    elif os.path.lexists(root / OLD / name):
        disk.replace(root / OLD / name, target / name)
