"""Places in a source as the content writes them (第4、21段, 第3—5页): text in; numbers and what they count out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

PARAGRAPH, PAGE = "段", "页"
MOST = 200
"""Paragraphs or pages that one place names: more is no place."""
_PLACE = re.compile(r"第(?P<numbers>\d[\d、,，和及至—–\-~～\s]*)(?P<what>自然段|段|页)")
_RUN = re.compile(r"(\d+)\s*[至—–\-~～]+\s*(\d+)|(\d+)")


class Place(NamedTuple):
    """Paragraphs, or pages, of a source."""

    what: str
    numbers: frozenset[int]


@lru_cache(maxsize=1024)
def places(text: str) -> tuple[Place, ...]:
    """Return the paragraphs and pages that a text names; what it names else (a table, a chapter) cannot be looked up."""
    return tuple(Place(one["what"][-1], _numbers(one["numbers"])) for one in _PLACE.finditer(text))


def _numbers(text: str) -> frozenset[int]:
    found: set[int] = set()
    for low, high, one in _RUN.findall(text):
        found |= {int(one)} if one else set(range(int(low), min(int(high), int(low) + MOST) + 1))
    return frozenset(found)
