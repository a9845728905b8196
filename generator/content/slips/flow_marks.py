"""Marks in `{…}` and `[…]` that part what belongs together, and a colour that is a comment. A line in, slips with what was meant out."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from generator.content.slip import Slip
from generator.content.slips.row_values import in_flow
from generator.diagnostics import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.content.slips.rows import Where

_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*+\"|'[^']*+'")
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

_PLATES = re.compile(r"\bcmyk: +(?P<plates>[0-9]{1,3}(?: ?[,，、/] ?[0-9]{1,3}){3})(?=\s*[,}])")
_THOUSANDS = re.compile(r": +[^,\s{}\[\]:]{0,4}?(?P<number>[0-9]{1,3}(?:,[0-9]{3})+)(?![0-9])(?!,?[0-9])(?P<rest>[^,{}\[\]]*)")


def brackets(line: str, _where: Where) -> Iterator[Slip]:
    """Find full-width brackets, each read with those before it mended."""
    for _ in range(_MOST):
        found = _OPENED.search(_masked(line)) if _has(line, "［｛") else None
        if not found:
            return
        slip = _bracket(line, found)
        yield slip
        line = slip.mend(line)


def _bracket(line: str, found: re.Match[str]) -> Slip:
    mark, key, at = found["mark"], found["key"], found.start("mark")
    closing = "｝" if mark == "｛" else "］"
    end = min((place for one in (closing, _NARROW[closing]) if (place := line.find(one, at)) >= 0), default=len(line))
    meant = _NARROW[mark] + _parted(line, at + 1, end, mark, key) + _NARROW[closing] * (end < len(line))
    shown = re.sub(r",(?=\S)", ", ", meant)
    cure = said("hint.write", cure=f"{key}: {shown}" if key else shown)
    return Slip(said("full-width-bracket.mark", mark=mark), cure, at, len(meant), meant)


def _parted(line: str, start: int, end: int, mark: str, key: str | None) -> str:
    """Return what stands in brackets with the commas that part its names or entries."""
    inner = line[start:end]
    if key in _NAMES:
        return re.sub("[，、；]", ",", inner)
    if mark == "｛":
        for comma in _COMMA.finditer(_masked(line), start, end):
            at = comma.start() - start
            inner = inner[:at] + "," + inner[at + 1 :]
    return inner


def commas(line: str, _where: Where) -> Iterator[Slip]:
    """Find full-width commas between the entries of braces."""
    bare = _masked(line) if _has(line, "{") else ""
    for found in islice(_COMMA.finditer(bare), _MOST):
        at = found.start()
        if bare.count("{", 0, at) > bare.count("}", 0, at):
            follows = re.split("[,，、；}]", line[at + 1 :], maxsplit=1)[0].strip()
            says = said("full-width-comma.between-entries", mark=found[0])
            yield Slip(says, said("hint.write", cure=f", {follows}"), at, 1, ",")


def colour(line: str, _where: Where) -> Iterator[Slip]:
    """Find a bare colour: its # after a space begins a comment, and its brace would never close."""
    found = _COLOUR.search(_masked(line)) if _has(line, "#") else None
    if found:
        bare, at = found["colour"], found.start("colour")
        cure = said("unquoted-colour.quote", text=bare)
        yield Slip(said("unquoted-colour.comment", text=bare), cure, at, len(bare), f'"{bare}"')


def plates(line: str, _where: Where) -> Iterator[Slip]:
    """Find the plates of a colour parted by commas, which in braces part its keys."""
    found = _PLATES.search(_masked(line)) if _has(line, "{") else None
    if found:
        at, written = found.start("plates"), found["plates"]
        numbers = re.findall("[0-9]+", written)
        says, cure = said("bad-plates.commas"), said("hint.write", cure=f"cmyk: {' '.join(numbers)}")
        yield Slip(says, cure, at, len(written), " ".join(numbers).ljust(len(written)))


def thousands(line: str, _where: Where) -> Iterator[Slip]:
    """Find `{2020年: 5,425个}`, of which YAML would read 5."""
    bare = _masked(line) if _has(line, "{") else ""
    for found in islice(_THOUSANDS.finditer(bare), _MOST):
        at, written = found.start("number"), found["number"]
        if in_flow(bare, at):
            joined = written.replace(",", "") + found["rest"]
            says = said("comma-in-braces.read", number=written, first=written.partition(",")[0])
            taken = len(written + found["rest"])
            yield Slip(says, said("hint.write", cure=joined.strip()), at, taken, joined.ljust(taken))


def _has(line: str, marks: str) -> bool:
    return len(line) <= _LONGEST and any(mark in line for mark in marks)


def _masked(line: str) -> str:
    """Return a line with what stands in straight quotes blotted out."""
    return _QUOTED.sub(lambda found: "x" * len(found[0]), line)
