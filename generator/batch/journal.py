"""What of a batch stands: a file beside the editions that says of each which content and options it was built of, and of its files.

A batch that goes on with another (`--resume`) builds only what does not stand as it is to be.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.batch.model import Result, Task
from generator.batch.work import digest_of
from generator.diagnostics import cannot_write
from generator.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FILE = ".batch.json"


def stands(out: Path, tasks: Iterable[Task]) -> dict[str, Result]:
    """Return the results of those editions that stand, built of the same content with the same options, every file as it was."""
    told = _read(out)
    found = {}
    for task in tasks:
        one = told.get(task.name, {})
        files = tuple((name, size, digest) for name, size, digest in one.get("files", ()))
        if files and one["made_of"] == made_of(task) and all(digest_of(task, name) == digest for name, _, digest in files):
            figures, pages, slides = one["counts"]
            found[task.name] = Result(task.name, files=files, figures=figures, pages=pages, slides=slides, kept=True)
    return found


def keep(out: Path, tasks: Iterable[Task], results: Iterable[Result]) -> None:
    """Write what stands. Raises BuildError (Exit.WRITE)."""
    by_name = {task.name: task for task in tasks}
    told = _read(out)
    for one in results:
        told.pop(one.name, None)
        if one.files and not one.stage:
            counts = (one.figures, one.pages, one.slides)
            told[one.name] = {"made_of": made_of(by_name[one.name]), "counts": counts, "files": one.files}
    try:
        out.mkdir(parents=True, exist_ok=True)
        (out / FILE).write_text(json.dumps(told, ensure_ascii=False, indent=1), "utf-8")
    except OSError as fault:
        raise cannot_write(out / FILE, fault, "folder") from fault


def made_of(task: Task) -> str:
    """Return a digest of all that an edition is made of: content, what differs in it, template, options, and this program's version."""
    shape = task.shape
    inputs = [task.content, *(one for one in (shape.template, shape.asked.icc) if one)]
    data = [one.read_bytes() if one.is_file() else b"" for one in inputs]
    variant = shape.variant.digest("") if shape.variant else ""
    options = repr((VERSION, sorted(task.only or ()), replace(shape, variant=None), variant))
    return hashlib.sha256(b"\0".join([options.encode(), *data])).hexdigest()


def _read(out: Path) -> dict[str, dict[str, Any]]:
    try:
        told = json.loads((out / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}
