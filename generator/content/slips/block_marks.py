"""Slips that break a file's structure: odd spaces as indents, a dash without its space, a long text without its `|`.

A line with what stands round it in; told, and mended in place where its meaning is plain.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.content.slips.rows import Line

_ODD_SPACES = {
    "\u3000": "a full-width space",
    "\u00a0": "a no-break space",
    "\u202f": "a narrow no-break space",
    "\u200b": "a space of no width",
    "\ufeff": "a byte order mark",
} | {chr(code): "a space of a typesetter's width" for code in range(0x2000, 0x200B)}
ODD = "".join(_ODD_SPACES)
_ODD_INDENT = re.compile(rf" *+(?P<odd>[{ODD}])[\s{ODD}]*(?:- |[^\s:：#\"'{{}}\[\]]{{1,40}}[:：](?:\s|$))")
_ODD_SPACE = re.compile(rf" *+(?P<odd>[{ODD}])")
_DASH = re.compile(rf"(?P<lead> *+)(?P<mark>[-－–—•·])(?P<gap>[ {ODD}]?)(?P<rest>[^\s\d\-－–—].*)")
_LONG_TEXT = re.compile(r"(?P<lead> *+(?:- ++)*+)(?P<key>text|notes|colophon):(?P<rest>\s*(?:#.*)?)")
_NOT_FOLDED = re.compile(r"[-*+] |[-*+>][^\s\d]|> |#{2,}|[|@%`\[{&!?]|.*(?::| #)(?:\s|$)")
"""A line that YAML does not take for more of the text above it."""
_AHEAD = 200
"""Lines below a text's key in which its `|` is missed: enough to see the first mark that needs it."""
_SHOWN = 12
"""Characters of the author's text quoted in a hint."""


def tell_odd_indent(line: Line, *, begins: bool) -> bool:
    """Tell an indent that is none to YAML; how deep it was meant is not known, so that nothing is mended.

    A line that begins a key's value needs an indent; any other may be more of a text, unless it looks like a key or an item.
    """
    found = _ODD_SPACE.match(line.text) if begins else _ODD_INDENT.match(line.text)
    if found:
        message = f"{_ODD_SPACES[found['odd']]} is not an indent"
        line.tell("odd-indent", message, found.start("odd"), "indent with ordinary spaces, two for each level")
    return found is not None


def mend_dash(line: Line, *, in_list: bool) -> None:
    """Mend an item of a list whose dash lacks its space, or is none."""
    found = _DASH.fullmatch(line.text) if in_list else None
    if not found or (found["mark"] == "-" and found["gap"] == " "):
        return
    mark, gap, at = found["mark"], found["gap"], found.start("mark")
    said = found["rest"] if len(found["rest"]) <= _SHOWN else found["rest"][:_SHOWN] + "…"
    if mark == "-":
        message = f"{_ODD_SPACES[gap]} stands after `-`" if gap else "the space after `-` is missing"
    else:
        message = f"`{mark}` does not begin an item of a list"
    line.tell("bad-dash", message, at, f"write `- {said}`, with `-` and a space")
    line.replace(at, "-")
    if gap:
        line.replace(at + 1, " ")
    else:
        line.insert(at + 1, " ")


def mend_long_text(line: Line, lines: Sequence[str], row: int) -> None:
    """Mend a text of several lines that lacks its `|`, where YAML would not take the lines below its row for one text."""
    found = _LONG_TEXT.fullmatch(line.text)
    if not found or not _needs_bar(lines[row + 1 : row + 1 + _AHEAD], len(found["lead"])):
        return
    key, at = found["key"], found.end("key") + 1
    line.tell("missing-bar", f"`|` is missing after `{key}:`", found.start("key"), f"a text of several lines begins `{key}: |`")
    line.insert(at, "|")
    line.insert(at, " ")


def _needs_bar(below: Sequence[str], column: int) -> bool:
    """Tell whether the lines deeper than a column hold more than one folded paragraph."""
    blank = False
    for row, text in enumerate(below):
        bare = text.strip(" ")
        if not bare:
            blank = row > 0
            continue
        if len(text) - len(text.lstrip(" ")) <= column:
            return False
        if blank or _NOT_FOLDED.match(bare):
            return True
    return False
