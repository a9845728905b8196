"""Brackets and braces at which YAML gives up: in a text, one too many, never closed. A complaint in; the row as it was meant out."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.content.slip import Slip, shortened
from generator.content.slips.complaint import Complaint, Repair, bad, indent, says_anything
from generator.content.slips.row_values import KEY_ROW, end_of, in_flow, quoted, value
from generator.content.slips.rows import rows
from generator.diagnostics import said

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHOWN = 60
"""Characters of a mended text that a message shows."""


def bracket_in_text(complaint: Complaint) -> Repair | None:
    """Find a text that holds or begins with a bracket, which to YAML begins a list or a mapping: 共[甲] in braces, [甲]已用."""
    line, column = complaint.line, complaint.column
    if "did not find expected" not in complaint.problem:
        return None
    if in_flow(line, column) and line[column : column + 1] in ("[", "{"):
        start = _begin_of_value(line, column)
        pair = "]" if line[column] == "[" else "}"
        closing = line.find(pair, column) + 1
        end = end_of(line, closing, flow=True) if closing else -1
    else:
        start, end = value(line) or (-1, -1)
        if start < 0 or line[start] not in "[{" or not start < column < end or not line[column:end].strip("]} "):
            return None
    if not 0 <= start < end:
        return None
    text = _referring(line[start:end], complaint.lines)
    mark = line[start] if line[start] in "[{" else line[column]
    return Repair(complaint.row, bad("bracket", start, end - start, text, mark=mark, text=shortened(text, _SHOWN)))


def _referring(text: str, lines: Sequence[str]) -> str:
    """Return a text with 【】 round the names that are keys of the file, in quotes if other brackets are left in it."""
    keys = {found["key"].strip() for line in lines if (found := KEY_ROW.match(line))}

    def meant(found: re.Match[str]) -> str:
        return f"【{found['name']}】" if re.split("[@:：]", found["name"])[0].strip() in keys else found[0]

    referring = re.sub(r"[\[{]{1,2}(?P<name>[^\[\]{}]+)[\]}]{1,2}", meant, text)
    return quoted(referring) if re.search(r"[\[\]{}]|: ", referring) else referring


def _begin_of_value(line: str, column: int) -> int:
    """Return where the text in braces begins that holds a column."""
    begins = [found.end() for found in re.finditer(r": +|[,{\[] *", line[:column])]
    return begins[-1] if begins else -1


def one_too_many(complaint: Complaint) -> Repair | None:
    """Find a bracket that closes nothing."""
    mark = complaint.line[complaint.column : complaint.column + 1]
    if mark not in ("]", "}") or in_flow(complaint.line, complaint.column):
        return None
    return Repair(complaint.row, bad("one-too-many", complaint.column, 1, " ", mark=mark))


def open_brace(complaint: Complaint) -> Repair | None:
    """Find the first row above that opens a brace or a bracket and does not close it, though a key begins no deeper on the next."""
    if not any(words in complaint.problem for words in ("parsing a flow", "cannot start any token", "mapping values")):
        return None
    for where in takewhile(lambda one: one.row < complaint.row, rows(complaint.lines)):
        line = complaint.lines[where.row]
        left = _left_open(line)
        if left and _begins_no_deeper(complaint.lines, where.row):
            end = end_of(line, left[0][0] + 1, flow=False)
            closing = "".join({"[": "]", "{": "}"}[mark] for _, mark in reversed(left))
            what = "open-brace" if left[0][1] == "{" else "open-bracket"
            cure = said("bad-yaml.close", closing=closing)
            return Repair(
                where.row, Slip(said(f"bad-yaml.{what}"), cure, left[0][0], end - left[0][0], line[left[0][0] : end] + closing)
            )
    return None


def _left_open(line: str) -> list[tuple[int, str]]:
    """Return the braces and brackets that a row opens as its value and does not close, with their columns."""
    place = value(line)
    if place is None or line[place[0]] not in "[{":
        return []
    bare = re.sub(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'", lambda found: "x" * len(found[0]), line[: place[1]])
    left: list[tuple[int, str]] = []
    for at in range(place[0], len(bare)):
        if bare[at] in "[{":
            left.append((at, bare[at]))
        elif bare[at] in "]}" and left:
            left.pop()
    return left


def _begins_no_deeper(lines: Sequence[str], row: int) -> bool:
    after = next((line for line in lines[row + 1 :] if says_anything(line)), "")
    found = KEY_ROW.match(after)
    return bool(found) and indent(after) <= indent(lines[row]) + 2 * lines[row].lstrip().startswith("- ")
