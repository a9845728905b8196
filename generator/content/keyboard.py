"""Slips of the Chinese keyboard that YAML reads as something else without a word: `title：十五年`, `title:十五年`, a tab.

Raw text in; each slip told with its cure; the text as it was meant out, so that the rest can be read in the same run.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.content.file_text import as_file

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
    "result pairs then now multiple remark events when"
)
_KEYS = frozenset(_KEY_WORDS.split())
"""Every key of the format; that they are those of `schema` is a test's concern, since this is read before the shape is known."""

_SLIP = re.compile(
    r"(?P<lead> *+(?:- ++)*+)(?P<key>[^\s#'\"\[\]{}|>,，。；！？:：][^#'\"{}:：，。；！？]{0,40}?) ?(?P<colon>：|:(?![\s/]|$))(?P<rest>.*)"
)
"""Possessive and bounded, so that a line of a million marks costs no more than its length."""

_BLOCK = re.compile(r"(?:^|[:\-]\s+)[|>][-+0-9]*\s*(?:#.*)?$")
_PARENT = re.compile(r" *+(?:- ++)*+(?P<key>[^\s:#][^:]{0,60}):\s*(?:#.*)?$")
_STRAIGHT = {"＂": '"', "＇": "'"}
_PAIR = 2
_QUOTED = re.compile(r"(?:^|[:\-,\[{]) *+(?P<quote>[＂＇])(?P<text>[^＂＇]*)")


def mended(file: FileText, sink: Sink) -> FileText | None:
    """Return the text with the slips mended, each recorded as an error; None when tabs leave its structure unknown."""
    lines = file.text.split("\n")
    widened: dict[int, int] = {}
    tabs = False
    for row, parent in _outside_blocks(lines):
        tabs |= _tell_tab(file, lines, row, sink)
        lines[row] = _straightened(file, lines[row], file.starts[row], sink)
        if slip := _slip(lines[row], parent):
            at = file.starts[row] + slip.start("colon")
            _tell_colon(file, slip, at, sink)
            lines[row] = f"{lines[row][: slip.start('colon')]}: {lines[row][slip.end('colon') :]}"
            widened[row + 1] = slip.end("colon")
    if tabs:
        return None
    return replace(as_file(file.name, "\n".join(lines), file.digest), widened=widened)


def _outside_blocks(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the rows that are not text of a `|` block, each with the key that it stands under."""
    block: int | None = None
    parents: list[tuple[int, str]] = []
    for row, line in enumerate(lines):
        bare = line.lstrip(" \t")
        if not bare or bare.startswith("#"):
            continue
        indent = len(line) - len(bare)
        if block is not None and indent > block:
            continue
        while parents and parents[-1][0] >= indent:
            parents.pop()
        yield row, parents[-1][1] if parents else ""
        block = indent if _BLOCK.search(line) else None
        if found := _PARENT.match(line):
            parents.append((indent, found["key"]))


def _slip(line: str, parent: str) -> re.Match[str] | None:
    """Find a key whose colon is full-width or has no space; an author's own word counts only where such words are keys."""
    found = _SLIP.fullmatch(line)
    if found and (found["key"] in _KEYS or (parent in _TABLES and not found["lead"].strip())):
        return found
    return None


def _tell_colon(file: FileText, slip: re.Match[str], at: int, sink: Sink) -> None:
    written = f"{slip['key']}{slip['colon']}{slip['rest'].strip()}"
    cure = f"write `{slip['key']}: {slip['rest'].strip()}`" if slip["rest"].strip() else f"write `{slip['key']}:`"
    if slip["colon"] == "：":
        sink.error("full-width-colon", f"`：` after `{slip['key']}` is full-width", file.span(at), cure)
    else:
        sink.error("missing-space", f"the space after `:` is missing: `{written}` is read as one word", file.span(at), cure)


def _tell_tab(file: FileText, lines: list[str], row: int, sink: Sink) -> bool:
    line = lines[row]
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    if "\t" not in indent:
        return False
    at = file.starts[row] + indent.index("\t")
    sink.error("tab-indent", "a tab is not an indent", file.span(at), "indent with spaces, two for each level")
    return True


def _straightened(file: FileText, line: str, start: int, sink: Sink) -> str:
    """Mend quotes of double width that keep the form of straight ones; “ and ” are the author's own and welcome."""
    found = _QUOTED.search(line)
    if not found:
        return line
    mark, text = found["quote"], found["text"]
    hint = f'write `"{text}"` to quote it for the file, or `“{text}”` if the quotes are to be printed'
    sink.error("full-width-quote", f"the quote `{mark}` is full-width", file.span(start + found.start("quote")), hint)
    return line.replace(mark, _STRAIGHT[mark]) if line.count(mark) == _PAIR else line
