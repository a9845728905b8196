"""Where an author names a figure: 【名@时期】 in any text, `名@时期` in lists, pairs and labels, and in formulas.

The nodes of a content in; every mention out, with the place of its name and of its period in the scalar.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.content.nodes import Mapping, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

LISTED = frozenset({"heroes", "figures", "about", "then", "now", "multiple", "result", "whole", "target", "emphasis"})
"""Keys under which figures stand by name."""
LABELS, FORMULA = "labels", "formula"
UNREAD = frozenset({"sources", "units", "names", "exempt", "press", "layouts", "talk"})
"""Parts of a content that name no figure."""

_REFERENCE = re.compile(r"(?<!\\)【\s*(?P<name>[^】@＠:：\n]*?)\s*(?:[@＠]\s*(?P<period>[^】:：\n]*?)\s*)?(?:[:：][^】\n]*)?】")
_BRACKETS = re.compile(r"【[^】\n]*】")
_LISTED = re.compile(r"\s*【?\s*(?P<name>[^@＠】]*?)\s*(?:[@＠]\s*(?P<period>.*?)\s*)?】?\s*")
_PERIOD = r"(?:\s*[@＠]\s*(?P<period>[^-+*/()（）×÷＋－]*[^-+*/()（）×÷＋－\s]))?"


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure named in a scalar: where its name ends in the text, and its period's characters, (0, 0) where it names none.

    `way` are the keys that lead to the scalar.
    """

    name: str
    period: str
    scalar: Scalar
    name_end: int
    place: tuple[int, int]
    way: tuple[str, ...]


def scalars(node: Node, way: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Scalar]]:
    """Yield every text under a node with the keys that lead to it, in the order of the file; a key ends with `:` as a text of its own."""
    if isinstance(node, Scalar):
        yield way, node
        return
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield (*way, f"{entry.key.text}:"), entry.key
            yield from scalars(entry.value, (*way, entry.key.text))
        return
    for item in node.items:
        yield from scalars(item, way)


def mentions(root: Mapping, figures: Collection[str]) -> Iterator[Mention]:
    """Yield every mention of a figure in a content."""
    known = "|".join(re.escape(name) for name in sorted(figures, key=len, reverse=True))
    formula = re.compile(f"(?P<name>{known}){_PERIOD}")
    for way, scalar in scalars(root):
        if way[0] in UNREAD:
            continue
        for found in _found(way, scalar, formula):
            if found["name"] in figures:
                place = found.span("period") if found["period"] else (0, 0)
                yield Mention(found["name"], found["period"] or "", scalar, found.end("name"), place, way)


def outside_references(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Yield where words stand in a text, but for those within 【】."""
    plain = _BRACKETS.sub(lambda found: " " * len(found[0]), text)
    at = plain.find(words)
    while at >= 0:
        yield at, at + len(words)
        at = plain.find(words, at + len(words))


def _found(way: tuple[str, ...], scalar: Scalar, formula: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the matches of names in a text, by what stands under its key."""
    last = way[-1]
    if last == FORMULA:
        yield from formula.finditer(scalar.text)
    elif (last in LISTED and not last.endswith(":")) or (len(way) > 1 and way[-2] == LABELS and last.endswith(":")):
        yield from filter(None, (_LISTED.fullmatch(scalar.text),))
    elif not last.endswith(":"):
        yield from _REFERENCE.finditer(scalar.text)
