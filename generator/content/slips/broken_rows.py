"""Rows at which YAML's reader gives up, each with what its author meant, so that the rest of the file can be read in the same run.

A file with YAML's complaint in; the slip, and the rows as they were meant out. A quote or a brace that is never closed is told where it
opens, however far below it YAML stumbles.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.content.schema import KEYS
from generator.content.slip import Slip, shortened
from generator.content.slips.broken_brackets import bracket_in_text, one_too_many, open_brace
from generator.content.slips.complaint import Complaint, Repair, bad, indent, says_anything
from generator.content.slips.row_values import KEY_ROW, closed, end_of, in_flow, quoted, unclosed, value
from generator.content.slips.rows import rows
from generator.diagnostics import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


def repair(complaint: Complaint) -> Repair | None:
    """Return the slip that makes YAML stop, mended; None when what was meant cannot be told."""
    return next((found for find in _FINDERS if (found := find(complaint))), None)


def _open_quote(complaint: Complaint) -> Repair | None:
    """Find the first row above that opens a quote and does not close it, though a key begins on the next."""
    for where in takewhile(lambda one: one.row <= complaint.row, rows(complaint.lines)):
        line = complaint.lines[where.row]
        at = unclosed(line) if '"' in line or "'" in line else -1
        if at >= 0 and _begins_key(complaint.lines, where.row + 1):
            return Repair(where.row, _closing(line, at))
    return None


def holds_a_key(text: str, begin: int, end: int) -> bool:
    """Tell whether a passage runs over a row on which a key begins no deeper than on its own."""
    if "\n" not in text[begin:end]:
        return False
    first, *others = text[text.rfind("\n", 0, begin) + 1 : end].split("\n")
    return any(KEY_ROW.match(row) and indent(row) <= indent(first) for row in others)


def _begins_key(lines: Sequence[str], row: int) -> bool:
    """Tell whether the next row that says anything begins a key or an item; the end of the file closes all."""
    after = next((line for line in lines[row:] if says_anything(line)), None)
    return after is None or bool(KEY_ROW.match(after) or re.match(r" *[-}\]]", after))


def _closing(line: str, at: int) -> Slip:
    """Close a quote: in the place of a full-width one, before the next key in braces, or at the end of the row."""
    quote, flow = line[at], in_flow(line, at)
    end = end_of(line, at, flow=flow)
    text = line[at + 1 : end]
    bare = text[:-1] if text.endswith(("”", "’", "＂", "＇", '"', "'")) and not re.search("[“‘\"']", text[:-1]) else text
    meant = quote + bare + quote
    return bad("open-quote", at, end - at, meant, said("hint.write", cure=meant))


def _after_quote(complaint: Complaint) -> Repair | None:
    """Find `"一组"可以`: the text goes on after the quote that ends it."""
    line, column = complaint.line, complaint.column
    flow = in_flow(line, column)
    start = max(
        (at for at in range(column) if line[at] in "\"'" and closed(line, at) in (column, len(line[:column].rstrip()))),
        default=-1,
    )
    if start < 0 or not re.search(r"(?:^ *(?:- +)*|: +|[\[{,] *)$", line[:start]):
        return None
    end = end_of(line, start, flow=False) if not flow else max(column, end_of(line, column, flow=True))
    text = line[start:end]
    rest = text[closed(line, start) - start :]
    if not rest.strip("\"' "):
        meant = text[: len(text) - len(rest)]
    elif text[0] == text[-1] == "'":
        meant = quoted(text[1:-1])
    else:
        meant = _curled(text)
    cure = said("hint.write", cure=meant) if meant[0] in "\"'" else None
    return Repair(complaint.row, bad("after-quote", start, end - start, meant, cure, text=shortened(meant, _SHOWN)))


def _curled(text: str) -> str:
    """Return a text with its straight quotes as Chinese ones, in quotes as a whole where YAML needs them."""
    curled = re.sub(r'"([^"]*)"', r"“\1”", re.sub(r"'([^']*)'", r"‘\1’", text))
    return quoted(curled) if ": " in curled or " #" in curled else curled


def _tab(complaint: Complaint) -> Repair | None:
    """Find a tab in the indent of a text's row."""
    line = complaint.line
    lead = line[: len(line) - len(line.lstrip(" \t"))]
    if "\t" not in lead or "tab" not in complaint.problem:
        return None
    at = lead.index("\t")
    return Repair(
        complaint.row, Slip(said("bad-yaml.tab"), said("bad-yaml.mend-tab"), at, len(lead) - at, "  " * (len(lead) - at))
    )


_SHOWN = 60
"""Characters of a mended text that a message shows."""
_INDICATORS = frozenset("@`%*&!|>")
_NEVER_MEANT = frozenset("`|>")
"""Those of them that no text is printed with."""


def _no_start(complaint: Complaint) -> Repair | None:
    """Find a text that begins with a mark of YAML's own: @ ` % * & !."""
    named = any(word in complaint.problem for word in ("alias", "anchor", "tag"))
    row, column = complaint.began if named else (complaint.row, complaint.column)
    line = complaint.lines[row]
    mark = line[column : column + 1]
    if mark not in _INDICATORS or "\t" in line[: column + 1] or re.match(r">=?\s*[0-9]", line[column:]):
        return None
    if mark in "|>" and not in_flow(line, column):
        return None
    end = end_of(line, column, flow=in_flow(line, column))
    written = line[column:end]
    if mark in _NEVER_MEANT:
        bare = written.strip(f"{mark} ")
        says = said("bad-yaml.backtick") if mark == "`" else said("bad-yaml.reserved", mark=mark)
        return Repair(row, Slip(says, said("hint.write", cure=bare), column, end - column, bare.ljust(end - column)))
    text = quoted(written)
    what = "star" if mark in "*&!" else "reserved"
    return Repair(row, bad(what, column, end - column, text, mark=mark, text=shortened(text)))


def _second_colon(complaint: Complaint) -> Repair | None:
    """Find `年报: 摘要` as a value: to YAML the text before the colon is a key."""
    line, column = complaint.line, complaint.column
    place = value(line)
    if (
        "mapping values" not in complaint.problem
        or place is None
        or not place[0] < column < place[1]
        or line[place[0]] in "\"'[{|>"
    ):
        return None
    start, end = place
    item = re.match(r" *- +(?P<key>[^:]*): ", line)
    if item and item["key"] not in KEYS:
        start = item.start("key")
    text = quoted(line[start:end])
    what = "full-width-quotes" if "“" in line else "second-colon"
    return Repair(complaint.row, bad(what, start, end - start, text, text=shortened(text, _SHOWN)))


def _lost_indent(complaint: Complaint) -> Repair | None:
    """Find rows of a text, or a value, that stand no deeper than the key that they belong to."""
    key_missing = "expected ':'" in complaint.problem
    row = complaint.began[0] if key_missing else complaint.row
    line = complaint.lines[row]
    owner = _owner(complaint.lines, row)
    if not (key_missing or "expected key" in complaint.problem) or owner is None or not _is_text(line):
        return None
    above, depth = owner
    lost = [row, *takewhile(lambda one: _is_text(complaint.lines[one]), range(row + 1, len(complaint.lines)))]
    key = complaint.lines[above].strip().removeprefix("- ").partition(":")[0]
    first = bad("lost-indent", indent(line), 0, "", key=key, line=str(above + 1), spaces=str(depth))
    columns = {one: indent(complaint.lines[one]) for one in lost}
    slips = {one: replace(first, at=at, meant=" " * max(depth - at, 0)) for one, at in columns.items()}
    return Repair(row, slips.pop(row), tuple(slips.items()))


def _is_text(line: str) -> bool:
    return bool(line.strip()) and not KEY_ROW.match(line) and not line.lstrip().startswith(("- ", "#"))


def _owner(lines: Sequence[str], row: int) -> tuple[int, int] | None:
    """Return the row of the key to whose text, or value, a row belongs that lost its indent, and the depth that it should have."""
    least: int | None = None
    for above in range(row - 1, -1, -1):
        line = lines[above]
        if not line.strip():
            continue
        column = indent(line)
        if _BLOCK.search(line) and (least is None or column < least):
            return above, column + 2 if least is None else least
        if least is None and re.search(r":\s*(?:#.*)?$", line) and column >= indent(lines[row]):
            return above, column + 2
        least = column if least is None else min(least, column)
    return None


_BLOCK = re.compile(r":\s+[|>][-+0-9]*\s*(?:#.*)?$")


def _no_colon(complaint: Complaint) -> Repair | None:
    """Find `title 年报`: a key of the format without its colon."""
    for row in sorted({complaint.began[0], max(complaint.row - 1, 0), complaint.row}):
        found = _COLONLESS.fullmatch(complaint.lines[row])
        if found and found["key"] in KEYS and not re.match(r"\S*: ", found["rest"]):
            at = found.end("key")
            cure = said("hint.write", cure=f"{found['key']}: {shortened(found['rest'])}")
            return Repair(row, Slip(said("bad-yaml.no-colon-after", key=found["key"]), cure, at, len(found["mark"]), ": "))
    return None


_COLONLESS = re.compile(r"(?P<lead> *(?:- +)*)(?P<key>[a-z_]+)(?P<mark>[ =＝]+)(?P<rest>\S.*)")

_FINDERS: Iterable[Callable[[Complaint], Repair | None]] = (
    _open_quote, _tab, _no_colon, _lost_indent, _no_start, _after_quote, _second_colon, bracket_in_text, one_too_many, open_brace,
)  # fmt: skip
"""In this order: what is never closed first, since it makes all below it look wrong."""
