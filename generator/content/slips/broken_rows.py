"""Rows at which YAML's reader gives up, each with what its author meant, so that the rest of the file can be read in the same run.

A file with YAML's complaint in; the slip, and the rows as they were meant out. A quote or a brace that is never closed is told where it
opens, however far below it YAML stumbles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.content.schema import KEYS
from generator.content.slip import Slip, shortened
from generator.content.slips.row_values import KEY_ROW, closed, end_of, in_flow, quoted, unclosed, value
from generator.content.slips.rows import rows
from generator.diagnostics import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.diagnostics import Words


@dataclass(frozen=True, slots=True)
class Complaint:
    """What YAML says of which lines: the row and column at which it stopped, the row and column at which it had begun what it reads."""

    lines: Sequence[str]
    problem: str
    row: int
    column: int
    began: tuple[int, int]

    @property
    def line(self) -> str:
        """The row at which it stopped."""
        return self.lines[self.row]


@dataclass(frozen=True, slots=True)
class Repair:
    """A slip on a row, with its mending, and other rows that are mended with it."""

    row: int
    slip: Slip
    others: tuple[tuple[int, Slip], ...] = ()


def repair(complaint: Complaint) -> Repair | None:
    """Return the slip that makes YAML stop, mended; None when what was meant cannot be told."""
    return next((found for find in _FINDERS if (found := find(complaint))), None)


def _slip(what: str, at: int, taken: int, meant: str, cure: Words | None = None, **values: str) -> Slip:
    return Slip(said(f"bad-yaml.{what}", **values), cure or said(f"bad-yaml.mend-{what}", **values), at, taken, meant)


def _open_quote(complaint: Complaint) -> Repair | None:
    """Find the first row above that opens a quote and does not close it, though a key begins on the next."""
    for where in takewhile(lambda one: one.row <= complaint.row, rows(complaint.lines)):
        line = complaint.lines[where.row]
        at = unclosed(line) if '"' in line or "'" in line else -1
        if at >= 0 and _begins_key(complaint.lines, where.row + 1):
            return Repair(where.row, _closing(line, at))
    return None


def _begins_key(lines: Sequence[str], row: int) -> bool:
    """Tell whether the next row that says anything begins a key or an item; the end of the file closes all."""
    after = next((line for line in lines[row:] if line.strip()), None)
    return after is None or bool(KEY_ROW.match(after) or re.match(r" *[-}\]]", after))


def _closing(line: str, at: int) -> Slip:
    """Close a quote: in the place of a full-width one, before the next key in braces, or at the end of the row."""
    quote, flow = line[at], in_flow(line, at)
    end = end_of(line, at, flow=flow)
    text = line[at + 1 : end]
    bare = text[:-1] if text.endswith(("”", "’", "＂", "＇", '"', "'")) and not re.search("[“‘\"']", text[:-1]) else text
    meant = quote + bare + quote
    return _slip("open-quote", at, end - at, meant, said("hint.write", cure=meant))


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
    return Repair(complaint.row, _slip("after-quote", start, end - start, meant, cure=None, text=meant))


def _curled(text: str) -> str:
    """Return a text with its straight quotes as Chinese ones, in quotes as a whole where YAML needs them."""
    curled = re.sub(r'"([^"]*)"', r"“\1”", re.sub(r"'([^']*)'", r"‘\1’", text))
    return quoted(curled) if ": " in curled or " #" in curled else curled


def _no_start(complaint: Complaint) -> Repair | None:
    """Find a text that begins with a mark of YAML's own: @ ` % * & !."""
    named = any(word in complaint.problem for word in ("alias", "anchor", "tag"))
    row, column = complaint.began if named else (complaint.row, complaint.column)
    line = complaint.lines[row]
    mark = line[column : column + 1]
    if mark not in ("@", "`", "%", "*", "&", "!") or "\t" in line[: column + 1]:
        return None
    end = end_of(line, column, flow=in_flow(line, column))
    text = quoted(line[column:end])
    what = "star" if mark in "*&!" else "reserved"
    return Repair(row, _slip(what, column, end - column, text, mark=mark, text=shortened(text)))


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
    text = quoted(line[start:end])
    what = "full-width-quotes" if "“" in line else "second-colon"
    return Repair(complaint.row, _slip(what, start, end - start, text, text=shortened(text, 40)))


def _bracket_in_text(complaint: Complaint) -> Repair | None:
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
    return Repair(complaint.row, _slip("bracket", start, end - start, text, mark=mark, text=text))


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


def _one_too_many(complaint: Complaint) -> Repair | None:
    """Find a bracket that closes nothing."""
    mark = complaint.line[complaint.column : complaint.column + 1]
    if mark not in ("]", "}") or in_flow(complaint.line, complaint.column):
        return None
    return Repair(complaint.row, _slip("one-too-many", complaint.column, 1, " ", mark=mark))


def _open_brace(complaint: Complaint) -> Repair | None:
    """Find a brace or a bracket that is not closed on its row, though a key begins further out, or as far, below it."""
    row, column = complaint.began
    line = complaint.lines[row]
    below = KEY_ROW.match(complaint.line)
    if "parsing a flow" not in complaint.problem or row >= complaint.row or not below:
        return None
    if len(below["indent"]) > len(line) - len(line.lstrip()):
        return None
    end = end_of(line, column + 1, flow=False)
    open_ones = [mark for mark in line[column:end] if mark in "[{"]
    for mark in line[column:end]:
        if mark in "]}" and open_ones:
            open_ones.pop()
    closing = "".join({"[": "]", "{": "}"}[mark] for mark in reversed(open_ones))
    what = "open-brace" if line[column] == "{" else "open-bracket"
    cure = said("bad-yaml.close", closing=closing)
    return (
        Repair(row, Slip(said(f"bad-yaml.{what}"), cure, column, end - column, line[column:end] + closing)) if closing else None
    )


def _lost_indent(complaint: Complaint) -> Repair | None:
    """Find rows of a text, or a value, that stand no deeper than the key that they belong to."""
    row = complaint.began[0]
    line = complaint.lines[row]
    owner = _owner(complaint.lines, row)
    if "expected ':'" not in complaint.problem or owner is None or KEY_ROW.match(line):
        return None
    above, depth = owner
    lost = [row, *takewhile(lambda one: _is_text(complaint.lines[one]), range(row + 1, len(complaint.lines)))]
    key = complaint.lines[above].strip().removeprefix("- ").partition(":")[0]
    first = _slip("lost-indent", _indent(line), 0, "", key=key, line=str(above + 1), spaces=str(depth))
    columns = {one: _indent(complaint.lines[one]) for one in lost}
    slips = {one: replace(first, at=at, meant=" " * max(depth - at, 0)) for one, at in columns.items()}
    return Repair(row, slips.pop(row), tuple(slips.items()))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_text(line: str) -> bool:
    return bool(line.strip()) and not KEY_ROW.match(line) and not line.lstrip().startswith(("- ", "#"))


def _owner(lines: Sequence[str], row: int) -> tuple[int, int] | None:
    """Return the row of the key to whose text, or value, a row belongs that lost its indent, and the depth that it should have."""
    least: int | None = None
    for above in range(row - 1, -1, -1):
        line = lines[above]
        if not line.strip():
            continue
        indent = _indent(line)
        if _BLOCK.search(line) and (least is None or indent < least):
            return above, indent + 2 if least is None else least
        if least is None and re.search(r":\s*(?:#.*)?$", line) and indent >= _indent(lines[row]):
            return above, indent + 2
        least = indent if least is None else min(least, indent)
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
    _open_quote, _no_colon, _lost_indent, _no_start, _after_quote, _second_colon, _bracket_in_text, _one_too_many, _open_brace,
)  # fmt: skip
"""In this order: what is never closed first, since it makes all below it look wrong."""
