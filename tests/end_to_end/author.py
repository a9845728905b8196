"""What content.yaml says, read by yaml alone: no line of the generator's own reader is in the way of the comparison."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import yaml

from tests.conftest import CONTENT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

QUALIFIED = r"(?<![\d.近超约逾第过余])"
"""What stands before a value as written: neither more digits nor a qualifier that its author did not write."""

COMPUTED = {"淘宝村倍数": "约271倍", "上年每单碳排放": "100", "今年每单碳排放": "82.4"}
"""The derived figures, worked out by hand: 5425 ÷ 20 = 271.25; 100 × (1 − 17.6 %) = 82.4."""


class Written(NamedTuple):
    """One value of a figure, as its author wrote it."""

    name: str
    period: str
    text: str
    label: str
    means: str

    def __str__(self) -> str:
        return f"{self.name}@{self.period}={self.text}"


def document(path: Path = CONTENT) -> dict:
    """Return the content file with every scalar as its text."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - the base loader makes text only


def values(path: Path = CONTENT) -> list[Written]:
    """Return every value of every figure under `figures:`."""
    return list(_values(document(path)))


def says(text: str, value: str) -> bool:
    """Tell whether a text says a value with its own qualifier: `5420个` does not say `20个`, nor does `超20个`."""
    return re.search(QUALIFIED + re.escape(squeezed(value)), squeezed(text)) is not None


def resolved(text: str, path: Path = CONTENT) -> str:
    """Return a text with each 【name】, 【name@period】 and 【name:时期】 in the author's words."""
    known = values(path)

    def words(reference: re.Match[str]) -> str:
        name, period, aspect = reference["name"], reference["period"], reference["aspect"]
        if name in COMPUTED:
            return COMPUTED[name]
        [found] = [one for one in known if one.name == name and period in {None, one.period}]
        return found.period if aspect == "时期" else found.text

    return re.sub("【(?P<name>[^】@:]+)(?:@(?P<period>[^】:]+))?(?::(?P<aspect>[^】]+))?】", words, text)


def squeezed(text: str) -> str:
    """Return a text without any white space."""
    return re.sub(r"\s+", "", text)


def _values(content: dict) -> Iterator[Written]:
    for name, figure in content["figures"].items():
        for period, value in figure["values"].items():
            text = value["value"] if isinstance(value, dict) else value
            yield Written(name, period, text, figure.get("label", name), figure["means"])
