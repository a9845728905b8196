"""matplotlib, imported once and quietly: without its search for fonts and without leaving a trace on the machine.

On import matplotlib's font manager reads a list of all fonts from its cache folder or, failing that, opens every font there is. It gets
a folder of our own with an empty list, for as long as the import takes: our renderer brings its own text.
"""

from __future__ import annotations

import gc
import json
import os
import re
import sys
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FOLDER_VARIABLE = "MPLCONFIGDIR"
THREADS_VARIABLE = "OPENBLAS_NUM_THREADS"
"""numpy's algebra starts a thread a core, for a tenth of a second of CPU; a chart has none to do."""

VERSION = re.compile(r"^    __version__ = '([^']+)'", re.MULTILINE)
"""Where the font manager's source states the version that its list must carry."""


@cache
def figure_class() -> Any:  # noqa: ANN401 - matplotlib has no types
    """Return matplotlib's Figure."""
    with TemporaryDirectory() as folder, _variables({FOLDER_VARIABLE: folder, THREADS_VARIABLE: "1"}), _no_collection():
        if "matplotlib.font_manager" not in sys.modules:
            _write_empty_font_list(Path(folder))
        from matplotlib.figure import Figure  # noqa: PLC0415 - half a second, paid by a page with bars alone

    return Figure


@contextmanager
def _variables(values: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _no_collection() -> Iterator[None]:
    """Collect no garbage while thousands of objects that stay are made."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _write_empty_font_list(folder: Path) -> None:
    """Write the list that the font manager takes for its own; where its version cannot be found, it makes one itself, slowly."""
    spec = find_spec("matplotlib.font_manager")
    source = Path(spec.origin).read_text("utf-8") if spec and spec.origin else ""
    if match := VERSION.search(source):
        fields: dict[str, object] = {
            "_version": match[1],
            "_FontManager__default_weight": "normal",
            "default_size": None,
            "defaultFamily": {"ttf": "DejaVu Sans", "afm": "Helvetica"},
            "afmlist": [],
            "ttflist": [],
            "__class__": "FontManager",
        }
        (folder / f"fontlist-v{match[1]}.json").write_text(json.dumps(fields), "utf-8")
