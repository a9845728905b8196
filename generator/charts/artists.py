"""What charts are drawn with of matplotlib, imported once and quietly: without leaving a trace on the machine.

Paths, arcs and transforms are all that charts need; axes and figures would bring 3-D, polar plots, widgets and a search for
fonts, at twice the price, and patches would write up their documentation. On import matplotlib makes itself a folder for its
settings: it gets one for as long as the import takes.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from tempfile import TemporaryDirectory
from types import SimpleNamespace

from generator.diagnostics import no_room

FOLDER_VARIABLE = "MPLCONFIGDIR"
THREADS_VARIABLE = "OPENBLAS_NUM_THREADS"
"""numpy's algebra starts a thread a core, for a tenth of a second of CPU; a chart has none to do."""


@cache
def artists() -> SimpleNamespace:
    """Return the classes of matplotlib that charts are drawn with; it has no types.

    Raises BuildError (Exit.WRITE) where nothing can be written for a moment.
    """
    with _workroom() as folder, _variables({FOLDER_VARIABLE: folder, THREADS_VARIABLE: "1"}):
        from matplotlib.path import Path  # noqa: PLC0415 - a sixth of a second, paid when a native chart is really drawn
        from matplotlib.transforms import Bbox, BboxTransform, BboxTransformTo  # noqa: PLC0415 - likewise

    return SimpleNamespace(path=Path, box=Bbox, mapping=BboxTransform, onto=BboxTransformTo)


def _workroom() -> TemporaryDirectory[str]:
    try:
        return TemporaryDirectory()
    except OSError as fault:
        raise no_room() from fault


@contextmanager
def _variables(values: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ[name] for name in values if name in os.environ}
    os.environ.update(values)
    try:
        yield
    finally:
        for name in values:
            del os.environ[name]
        os.environ.update(before)
