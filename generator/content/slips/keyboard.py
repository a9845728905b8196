"""Slips of the Chinese keyboard that YAML reads as something else without a word: `title：十五年`, `title:十五年`, a tab.

Raw text in; each slip told with its cure; the text as it was meant out, so that the rest can be read in the same run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.content.file_text import as_file
from generator.content.slips.block_marks import ODD, mend_dash, mend_long_text, tell_odd_indent
from generator.content.slips.flow_marks import mend_flow
from generator.content.slips.rows import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.content.file_text import FileText
    from generator.diagnostics import Sink

_TABLES = frozenset({"sources", "units", "names", "exempt", "figures", "derived", "values", "labels"})
"""Under these an author's own words are keys."""

_KEY_WORDS = (
    "report title subtitle organization edition date fiscal_year_ends brand rgb cmyk colophon sources publisher inferred url "
    "units same_as factor dimension names exempt figures means label kind scope owner starts values value source status was "
    "because note derived formula form digits qualifier unit discrepancies about found decision overview themes name color "
    "message headline heroes text charts story points notes minutes question answer history outlook closing measure labels "
    "result pairs then now multiple remark events when series whole axis"
)
KEYS = frozenset(_KEY_WORDS.split())
"""Every key of the format; that they are those of `schema` is a test's concern, since this is read before the shape is known."""

_SLIP = re.compile(
    r"(?P<lead> *+(?:- ++)*+)(?P<key>[^\s#'\"\[\]{}|>,，。；！？:：][^#'\"{}:：，。；！？]{0,40}?) ?(?P<colon>：|:(?![ \t/]|$))(?P<rest>.*)"
)
"""Possessive and bounded, so that a line of a million marks costs no more than its length."""

_MORE_KEY = re.compile(r"[^\s{\[\"']*:(?:\s|$)")
"""What follows the colon is more of the key: a name with a colon in it, which its register refuses."""

_BLOCK = re.compile(r"(?:^|[:\-]\s+)[|>][-+0-9]*\s*(?:#.*)?$")
_PARENT = re.compile(r" *+(?:- ++)*+(?P<key>[^\s:#][^:]{0,60}):\s*(?:#.*)?$")
_STRAIGHT = {"＂": '"', "＇": "'"}
_PAIR = 2
_QUOTED = re.compile(r"(?:^|[:\-,\[{]) *+(?P<quote>[＂＇])(?P<text>[^＂＇]*)")


def mended(file: FileText, sink: Sink) -> FileText | None:
    """Return the text with the slips mended, each recorded as an error; None when tabs or odd indents leave its structure unknown."""
    lines = file.text.split("\n")
    widened: dict[int, tuple[int, ...]] = {}
    known = True
    for row, where in _outside_blocks(lines):
        line = Line(file, sink, lines[row], file.starts[row])
        known &= not (_tell_tab(line) or tell_odd_indent(line, begins=where.begins))
        _mend(line, where)
        mend_long_text(line, lines, row)
        lines[row] = line.text
        if line.added:
            widened[row + 1] = tuple(line.added)
    if not known:
        return None
    return replace(as_file(file.name, "\n".join(lines), file.digest), widened=widened)


@dataclass(frozen=True, slots=True)
class _Where:
    """What a row stands under: its parent's key, whether it begins that key's value, whether a list's item may stand there."""

    parent: str
    begins: bool
    in_list: bool


def _mend(line: Line, where: _Where) -> None:
    mend_dash(line, in_list=where.in_list)
    _straighten(line)
    mend_flow(line)
    if slip := _slip(line.text, where.parent):
        _mend_colon(line, slip)


def _outside_blocks(lines: list[str]) -> Iterator[tuple[int, _Where]]:
    """Yield the rows that are not text of a `|` block, each with where it stands.

    A row may be mended before the next is asked for.
    """
    block: int | None = None
    parents: list[tuple[int, str]] = []
    items: list[int] = []
    opened = False
    header: int | None = None
    for row in range(len(lines)):
        bare = lines[row].lstrip(" \t")
        if not bare or bare.startswith("#"):
            continue
        indent = len(lines[row]) - len(bare)
        if block is not None and indent > block:
            continue
        while parents and parents[-1][0] >= indent:
            parents.pop()
        while items and items[-1] > indent:
            items.pop()
        begins = opened or row - 1 == header
        yield row, _Where(parents[-1][1] if parents else "", begins, opened or indent in items[-1:])
        meant = lines[row]
        block = indent if _BLOCK.search(meant) else None
        header = header if block is None else row
        found = _PARENT.match(meant)
        opened = found is not None
        if found:
            parents.append((indent, found["key"]))
        if meant.startswith("- ", indent) and items[-1:] != [indent]:
            items.append(indent)


def _slip(line: str, parent: str) -> re.Match[str] | None:
    """Find a key whose colon is full-width or has no space; an author's own word counts only where such words are keys."""
    found = _SLIP.fullmatch(line)
    if found and (
        found["key"] in KEYS or (parent in _TABLES and not found["lead"].strip() and not _MORE_KEY.match(found["rest"]))
    ):
        return found
    return None


def _mend_colon(line: Line, slip: re.Match[str]) -> None:
    key, colon, at = slip["key"], slip["colon"], slip.start("colon")
    rest = slip["rest"].strip()
    cure = f"write `{key}: {rest}`" if rest else f"write `{key}:`"
    if colon == "：":
        line.tell("full-width-colon", f"`：` after `{key}` is full-width", at, cure)
    elif slip["rest"][0] in ODD:
        line.tell("missing-space", f"the space after `{key}:` is not an ordinary one", at + 1, cure)
    else:
        message = f"the space after `:` is missing: `{key}{colon}{rest}` is read as one word"
        line.tell("missing-space", message, at, cure)
    line.replace(at, ":")
    if slip["rest"][:1] in tuple(ODD):
        line.replace(at + 1, " ")
    else:
        line.insert(at + 1, " ")


def _tell_tab(line: Line) -> bool:
    indent = line.text[: len(line.text) - len(line.text.lstrip(" \t"))]
    if "\t" not in indent:
        return False
    line.tell("tab-indent", "a tab is not an indent", indent.index("\t"), "indent with spaces, two for each level")
    return True


def _straighten(line: Line) -> None:
    """Mend quotes of double width that keep the form of straight ones; “ and ” are the author's own and welcome."""
    found = _QUOTED.search(line.text)
    if not found:
        return
    mark, text = found["quote"], found["text"]
    hint = f'write `"{text}"` to quote it for the file, or `“{text}”` if the quotes are to be printed'
    line.tell("full-width-quote", f"the quote `{mark}` is full-width", found.start("quote"), hint)
    if line.text.count(mark) == _PAIR:
        line.text = line.text.replace(mark, _STRAIGHT[mark])
