"""Pictures of native charts, kept from one build to the next: an unchanged one is not drawn again, and matplotlib not even imported.

In: a plan, its place, look and faces. Out: its picture, from a file when there is one. A file's name is the hash of all that a drawing
comes of: plan, size, look, fonts, versions and this program's own code. Files are JSON and safe to delete; one that is damaged or
somebody else's is passed over. Ids are paths of the content, and change when a chart is moved: files hold stand-ins for them.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.charts.picture import drawn, fitted
from generator.drawing import Box, Close, CurveTo, Disc, Drawing, Glyph, Group, Item, LineTo, MoveTo, Role, TextRun
from generator.drawing import Path as Outline
from generator.ink import Ink
from generator.units import Point, Rect, Size

if TYPE_CHECKING:
    from generator.charts.lettering import Easel
    from generator.charts.look import ChartLook
    from generator.charts.plan import Plan
    from generator.fonts.library import Library

FOLDER = ".drawings"
"""Where a build keeps its drawings, within its output folder."""

SUFFIX = ".json"
NAMED = frozenset({"use", "origin", "id", "figure"})
"""Fields whose words stand for something in this very file of the author's, and say nothing of the drawing."""

SPOKEN = frozenset({"when", "talk", "source", "alt", "means", "message", "measure", "note", "reason", "stressed", "table"})
"""Fields of a plan that no native kind draws."""

CLASSES = {
    one.__name__: one for one in (Box, Close, CurveTo, Disc, Glyph, Group, Ink, LineTo, MoveTo, Outline, Point, Rect, TextRun)
}
TUPLE = ""
"""What a list begins with that is a tuple; the others begin with their class."""

ENTRY = "{"
"""The mark of a stand-in, which no id of ours begins with."""


class Drawings:
    """The drawings of one build: those found in its folder, and those made now, which `keep` writes; without a folder none is kept."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._made: dict[str, str] = {}
        self._used: set[str] = set()

    @classmethod
    def open(cls, out: Path) -> Drawings:
        """Return the drawings of an output folder, which need not exist."""
        return cls(out / FOLDER)

    def picture(self, plan: Plan, size: Size, look: ChartLook, library: Library) -> Drawing:
        """Return a plan's picture at this size, as `charts.picture` draws it.

        Raises ChartError when even the smallest type of the output does not fit.
        """
        made, easel = fitted(plan, size, look, library)
        items = self._items(made, easel) if self._folder and made.native else drawn(made, easel)
        return Drawing(size, items, made.alt, made.chart.origin, made.spoken)

    def _items(self, plan: Plan, easel: Easel) -> tuple[Item, ...]:
        names: dict[str, str] = {}
        facts = [_told((plan, easel.size, easel.look), names), _fonts(easel.library), _program()]
        key = sha256(json.dumps(facts, ensure_ascii=False).encode()).hexdigest()
        self._used.add(key)
        found = self._read(key, {stand_in: name for name, stand_in in names.items()})
        if found is None:
            found = drawn(plan, easel)
            with contextlib.suppress(KeyError):  # an id that the plan does not know: such a drawing is made anew each time
                self._made[key] = json.dumps(_packed(found, names), ensure_ascii=False, separators=(",", ":"))
        return found

    def _read(self, key: str, names: dict[str, str]) -> tuple[Item, ...] | None:
        assert self._folder
        try:
            digest, _, body = (self._folder / (key + SUFFIX)).read_text("utf-8").partition("\n")
            if digest != _digest(key, body):
                return None
            items: tuple[Item, ...] = _unpacked(json.loads(body), names)
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return None
        return items

    def keep(self) -> None:
        """Write the drawings made in this build, and sweep away those that no chart of it has; what cannot be written is not kept."""
        if self._folder:
            with contextlib.suppress(OSError):
                _write(self._folder, self._made)
                for old in sorted(self._folder.glob("*" + SUFFIX)):
                    if old.stem not in self._used:
                        old.unlink(missing_ok=True)


def _write(folder: Path, made: dict[str, str]) -> None:
    if made:
        folder.mkdir(exist_ok=True)
    for key, body in made.items():
        fresh = folder / f"{key}.{os.getpid()}"
        fresh.write_text(f"{_digest(key, body)}\n{body}", "utf-8")
        fresh.replace(folder / (key + SUFFIX))


def _digest(key: str, body: str) -> str:
    return sha256(f"{key}\n{body}".encode()).hexdigest()


# What a drawing comes of


def _told(node: Any, names: dict[str, str]) -> Any:  # noqa: ANN401 - a plan holds values of any type
    """Return what is drawn as JSON, with a stand-in for each id in the order in which they come."""
    if isinstance(node, tuple):
        return [_told(one, names) for one in node]
    if is_dataclass(node):
        return [_field(node, field.name, names) for field in fields(node) if field.name not in SPOKEN]
    return str(node) if isinstance(node, (Decimal, Fraction)) else node


def _field(node: Any, name: str, names: dict[str, str]) -> Any:  # noqa: ANN401 - likewise
    value = getattr(node, name)
    return names.setdefault(value, f"{ENTRY}{len(names)}") if name in NAMED and value else _told(value, names)


@cache
def _fonts(library: Library) -> tuple[tuple[str, int, int], ...]:
    paths = sorted(library.files().values())
    return tuple((path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in paths)


@cache
def _program() -> tuple[str, ...]:
    """Return the versions of what draws and sets text, and a hash of this program's part in it."""
    code, root = sha256(), Path(__file__).parent.parent
    for path in sorted([*(root / "charts").rglob("*.py"), *(root / "typeset").rglob("*.py"), root / "drawing.py"]):
        code.update(path.read_bytes())
    return (code.hexdigest(), _release("matplotlib"), _release("uharfbuzz"))


def _release(package: str) -> str:
    """Return the version of a package; `importlib.metadata.version` parses all that it says of itself, some 80 000 characters."""
    told = distribution(package).read_text("METADATA") or ""
    return told.partition("\nVersion: ")[2].partition("\n")[0]


# Items as JSON and back


def _parts(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - a dataclass or a named tuple
    """Return the fields of one of our classes in order."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else tuple(kind._fields)


def _is_stand_in(name: str, value: Any) -> bool:  # noqa: ANN401 - a field of any type
    """Tell whether a field holds an id of this author's file (a glyph's is a number, and its own)."""
    return name in NAMED and isinstance(value, str) and bool(value)


def _packed(node: Any, names: dict[str, str]) -> Any:  # noqa: ANN401 - items hold values of several types
    if isinstance(node, Enum):
        return {"role": node.value}
    if type(node).__name__ in CLASSES:
        told = ((name, getattr(node, name)) for name in _parts(node))
        return [
            type(node).__name__,
            *(names[value] if _is_stand_in(name, value) else _packed(value, names) for name, value in told),
        ]
    return [TUPLE, *(_packed(one, names) for one in node)] if isinstance(node, tuple) else node


def _unpacked(node: Any, names: dict[str, str]) -> Any:  # noqa: ANN401 - likewise
    if isinstance(node, dict):
        return Role(node["role"])
    if not isinstance(node, list):
        return node
    values = [_unpacked(one, names) for one in node[1:]]
    if node[0] == TUPLE:
        return tuple(values)
    kind: Any = CLASSES[node[0]]
    told = zip(_parts(kind), values, strict=True)
    return kind(*(names[value] if _is_stand_in(name, value) else value for name, value in told))
