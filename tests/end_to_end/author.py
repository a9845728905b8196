"""What content.yaml says, read by yaml alone: no line of the generator's own reader is in the way of the comparison."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import yaml

from tests.conftest import CONTENT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

QUALIFIERS = "接近|超过|大约|不足|至少|近|超|约|逾|第"
DIGITS = r"\d+(?:\.\d+)?"


class Written(NamedTuple):
    """One value as its author wrote it."""

    name: str
    period: str
    text: str
    label: str
    means: str


def document(path: Path = CONTENT) -> dict:
    """Return the content file with every scalar as its text."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - the base loader makes only text


def values(path: Path = CONTENT) -> list[Written]:
    return list(_values(document(path)))


def _values(content: dict) -> Iterator[Written]:
    for name, figure in content["figures"].items():
        for period, value in figure["values"].items():
            text = value["value"] if isinstance(value, dict) else value
            yield Written(name, period, text, figure.get("label", name), figure["means"])


def says(text: str, value: str) -> bool:
    """Tell whether a text without white space says a value as written: `20个` is not said by `5420个` nor by `超20个`."""
    return re.search(rf"(?<![\d.])(?<!{'|'.join('近超约逾第')}){re.escape(squeezed(value))}".replace("|", ""), text) is not None


def squeezed(text: str) -> str:
    """Return a text without any white space."""
    return re.sub(r"\s+", "", text)
