"""Slips that break a file's structure: odd spaces as indents, a dash without its space, a long text without its `|`.

A line with what stands round it in; slips out, with what was meant where that is plain.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.content.slip import Slip, shortened
from generator.diagnostics import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.content.slips.rows import Where

_ODD_SPACES = {
    "\u3000": "space.full-width",
    "\u00a0": "space.no-break",
    "\u202f": "space.narrow",
    "\u200b": "space.no-width",
    "\ufeff": "space.byte-order-mark",
} | {chr(code): "space.typesetters" for code in range(0x2000, 0x200B)}
ODD = tuple(_ODD_SPACES)
_ANY_ODD = "".join(ODD)
_ODD_INDENT = re.compile(rf" *+(?P<odd>[{_ANY_ODD}])[\s{_ANY_ODD}]*(?:- |[^\s:：#\"'{{}}\[\]]{{1,40}}[:：](?:\s|$))")
_ODD_SPACE = re.compile(rf" *+(?P<odd>[{_ANY_ODD}])")
_DASH = re.compile(rf"(?P<lead> *+)(?P<mark>[-－–—•·])(?P<gap>[ {_ANY_ODD}]?)(?P<rest>[^\s\d\-－–—].*)")
_LONG_TEXT = re.compile(r"(?P<lead> *+(?:- ++)*+)(?P<key>text|notes|colophon):(?P<rest>\s*(?:#.*)?)")
_NOT_FOLDED = re.compile(r"[-*+] |[-*+>][^\s\d]|> |#{2,}|[|@%`\[{&!?]|.*(?::| #)(?:\s|$)")
"""A line that YAML does not take for more of the text above it."""
_AHEAD = 200
"""Lines below a text's key in which its `|` is missed: enough to see the first mark that needs it."""


def is_odd_indent(line: str) -> bool:
    """Tell whether a line that begins a key or an item is indented with spaces that are none."""
    return bool(_ODD_INDENT.match(line))


def indent(line: str, where: Where) -> Iterator[Slip]:
    """Find an indent that is none to YAML; how deep it was meant is not known, so that nothing is mended.

    A line that begins a key's value needs an indent; any other may be more of a text, unless it looks like a key or an item.
    """
    tab = line[: len(line) - len(line.lstrip(" \t"))].find("\t")
    odd = _ODD_SPACE.match(line) if where.begins else _ODD_INDENT.match(line)
    if tab >= 0:
        yield Slip(said("tab-indent.tab"), said("hint.indent"), tab)
    elif odd:
        yield Slip(said("odd-indent.space", space=said(_ODD_SPACES[odd["odd"]])), said("hint.indent"), odd.start("odd"))


def dash(line: str, where: Where) -> Iterator[Slip]:
    """Find an item of a list whose dash lacks its space, or is none."""
    found = _DASH.fullmatch(line) if where.in_list else None
    if not found or (found["mark"] == "-" and found["gap"] == " "):
        return
    mark, gap = found["mark"], found["gap"]
    if mark != "-":
        says = said("bad-dash.mark", mark=mark)
    else:
        says = said("bad-dash.space", space=said(_ODD_SPACES[gap])) if gap else said("bad-dash.no-space")
    yield Slip(says, said("bad-dash.write", item=shortened(found["rest"], 12)), found.start("mark"), 1 + len(gap), "- ")


def bar(line: str, where: Where) -> Iterator[Slip]:
    """Find a text of several lines that lacks its `|`, where YAML would not take the lines below its row for one text."""
    found = _LONG_TEXT.fullmatch(line)
    if found and _needs_bar(where.lines[where.row + 1 : where.row + 1 + _AHEAD], len(found["lead"])):
        head = f"{found['key']}:"
        says, cure = said("missing-bar.after", key=head), said("missing-bar.write", key=head)
        yield Slip(says, cure, found.start("key"), len(head), f"{head} |")


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
