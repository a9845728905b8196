"""The examples of the guide: found in its Markdown, completed into whole contents, and what the program says of the wrong ones.

An example is a part of a content, from its first level down. It is laid over the small content `frame.yaml`: keys under keys, items of
a list under their `name`. A wrong one that YAML cannot read, or that shares no key with the frame, stands letter by letter behind it.
"""

from __future__ import annotations

import re
import tempfile
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

from generator import pipeline
from generator.diagnostics import BuildError, Diagnostic, Severity
from generator.messages.catalog import catalog
from generator.messages.speech import printed
from generator.outputs import ALL

FRAME = Path(__file__).with_name("frame.yaml")
WRONG = "错"
"""How the first line of an example says that it is wrong; the code of its fault follows."""
PICTURE = "图片/水厂.png"
BLOCK = re.compile(r"^```yaml(?: (?P<mark>\S+) (?P<code>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
TOP = re.compile(r"^(\w+):", re.MULTILINE)
"""A key of the first level."""

Tree = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Example:
    """A part of a content as the guide shows it; of a wrong one the code of its fault."""

    text: str
    code: str | None = None


def examples(guide: str) -> list[Example]:
    """Return the examples of a text in order."""
    return [Example(found["text"], found["code"]) for found in BLOCK.finditer(guide)]


def frame() -> Tree:
    """Return the small content, every scalar as its text."""
    return _read(FRAME.read_text("utf-8"))


def laid_over(under: Tree, over: Tree) -> Tree:
    """Return a content with a part of another laid over it."""
    made = deepcopy(under)
    for key, value in over.items():
        made[key] = _over(made[key], value) if key in made else value
    return made


def _over(under: Any, over: Any) -> Any:  # noqa: ANN401 - a tree of YAML
    if isinstance(under, dict) and isinstance(over, dict):
        return laid_over(under, over)
    if _named(under) and _named(over):
        own = {one["name"]: one for one in under}
        return list({**own, **{one["name"]: _over(own.get(one["name"], {}), one) for one in over}}.values())
    return over


def _named(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, list) and all(isinstance(one, dict) and "name" in one for one in value)


def together(parts: list[Tree]) -> list[Tree]:
    """Return as few contents as hold every part unchanged: each part goes into the first in which it meets no other."""
    kept: list[tuple[Tree, Tree]] = []
    for one in parts:
        at = next((at for at, (said, _) in enumerate(kept) if not _meet(said, one)), len(kept))
        said, whole = kept[at] if at < len(kept) else ({}, frame())
        kept[at : at + 1] = [(laid_over(said, one), laid_over(whole, one))]
    return [whole for _, whole in kept]


def _meet(one: Any, other: Any) -> bool:  # noqa: ANN401
    if isinstance(one, dict) and isinstance(other, dict):
        return any(_meet(one[key], other[key]) for key in one.keys() & other.keys())
    if _named(one) and _named(other):
        return _meet(*({item["name"]: {**item, "name": {}} for item in items} for items in (one, other)))
    return bool(one != other)


def part(example: Example) -> Tree:
    """Return an example as a tree, every scalar as its text."""
    return _read(example.text)


def contents(guide: str) -> list[Tree]:
    """Return as few contents as hold every right example of a text."""
    return together([part(one) for one in examples(guide) if one.code is None])


def completed(example: Example) -> str:
    """Return the whole content of one example."""
    keys = set(TOP.findall(example.text))
    try:
        own = part(example)
    except yaml.YAMLError:
        own = {}
    if own and keys & frame().keys():
        return written(laid_over(frame(), own))
    parts = re.split(r"^(?=\w+:)", FRAME.read_text("utf-8"), flags=re.MULTILINE)
    return "".join(one for one in parts if one.partition(":")[0] not in keys) + example.text


def written(content: Tree) -> str:
    """Return a content as YAML."""
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=10_000)


def told(content: str) -> tuple[Diagnostic, ...]:
    """Return all that a build has to tell of a content."""
    with tempfile.TemporaryDirectory() as folder:
        path = put(content, Path(folder))
        try:
            return pipeline.build(path, Path(folder, "build"), ALL, lambda _stage: None).told
        except BuildError as fault:
            return tuple(fault.diagnostics)


def put(content: str, folder: Path) -> Path:
    """Write a content, and the picture that examples show, into a folder; return its path."""
    picture = folder / PICTURE
    picture.parent.mkdir(parents=True, exist_ok=True)
    Image.linear_gradient("L").resize((3600, 2400)).convert("RGB").save(picture)
    path = folder / "content.yaml"
    path.write_text(content, encoding="utf-8")
    return path


@cache
def answer(example: Example) -> str:
    """Return what the program says of a wrong example, without the place: that is the frame's.

    Raises ValueError where it does not say what the example is there to show.
    """
    found = told(completed(example))
    asked = [one for one in found if one.code == example.code]
    if not asked or any(one.severity is Severity.ERROR for one in found if one not in asked):
        message = f"{example.code} is not what is told, but {sorted({one.code for one in found})}:\n{example.text}"
        raise ValueError(message)
    return (
        "\n".join(printed(replace(one, span=None, place=None), catalog("zh")).removeprefix("jianbao: ") for one in asked) + "\n"
    )


def _read(text: str) -> Tree:
    return yaml.load(text, Loader=yaml.BaseLoader) or {}  # noqa: S506 - the base loader makes text only
