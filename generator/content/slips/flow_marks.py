"""Full-width marks in `{…}` and `[…]` on one line, and a colour that becomes a comment. A line in; told and mended in place."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.content.slips.rows import Line

_NARROW = {"｛": "{", "｝": "}", "［": "[", "］": "]"}
_OPENED = re.compile(r"(?:(?P<key>\b\w{1,40}+)\s*[:：]\s*|(?:^|[:,\[{])\s*|- +)(?P<mark>[｛［])")
_NAMES = frozenset(("heroes", "figures", "about"))
"""Lists of names, in which a full-width comma parts; in a list of sentences it is the author's."""
_COMMA = re.compile(r"[，、；](?=\s*(?:[^\s,，、；:：{}\[\]]{1,40}: |[0-9]{4}[年财][^\s,，、；:：{}\[\]]{0,12}：))")
_LONGEST = 10_000
"""Characters: a longer line is no author's, and is left to YAML."""
_MOST = 20
"""Slips told of one line."""
_COLOUR = re.compile(r"(?:rgb|cmyk): +(?P<colour>#[0-9A-Fa-f]{3,8})(?![0-9A-Za-z])")


def mend_flow(line: Line) -> None:
    """Tell and mend what stands in a line's braces and brackets."""
    if len(line.text) > _LONGEST:
        return
    if "［" in line.text or "｛" in line.text:
        _mend_brackets(line)
    if "{" in line.text:
        _mend_commas(line)
    if "#" in line.text:
        _mend_colour(line)


def _mend_brackets(line: Line) -> None:
    for _ in range(_MOST):
        found = _OPENED.search(line.masked())
        if not found:
            return
        mark, at = found["mark"], found.start("mark")
        closing = "｝" if mark == "｛" else "］"
        ends = [place for place in (line.text.find(one, at) for one in (closing, _NARROW[closing])) if place >= 0]
        end = min(ends, default=len(line.text))
        line.replace(at, _NARROW[mark])
        if ends:
            line.replace(end, _NARROW[closing])
        if found["key"] in _NAMES:
            _part_names(line, at, end)
        elif mark == "｛":
            for comma in _COMMA.finditer(line.masked(), at, end):
                line.replace(comma.start(), ",")
        shown = re.sub(r",(?=\S)", ", ", line.text[at : end + 1])
        name = f"{found['key']}: " if found["key"] else ""
        line.tell("full-width-bracket", f"the bracket `{mark}` is full-width", at, f"write `{name}{shown}`")


def _part_names(line: Line, at: int, end: int) -> None:
    for place in range(at, end):
        if line.text[place] in "，、；":
            line.replace(place, ",")


def _mend_commas(line: Line) -> None:
    masked = line.masked()
    for found in islice(_COMMA.finditer(masked), _MOST):
        at = found.start()
        if masked.count("{", 0, at) <= masked.count("}", 0, at):
            continue
        follows = re.split("[,，、；}]", line.text[at + 1 :], maxsplit=1)[0].strip()
        line.replace(at, ",")
        message = f"the comma `{found[0]}` between entries of `{{…}}` is full-width"
        line.tell("full-width-comma", message, at, f"write `, {follows}`")


def _mend_colour(line: Line) -> None:
    """Quote a bare colour: its # after a space begins a comment, and its brace would never close."""
    found = _COLOUR.search(line.masked())
    if not found:
        return
    colour, at = found["colour"], found.start("colour")
    message = f"`{colour}` is not read: a `#` after a space begins a comment"
    line.tell("unquoted-colour", message, at, f'write `"{colour}"`, with straight quotes')
    line.insert(at + len(colour), '"')
    line.insert(at, '"')
