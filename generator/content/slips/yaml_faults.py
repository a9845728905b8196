"""What YAML's reader says, or reads as something else without a word, told to an author: its error, or a text, in; a slip out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from generator.content.schema import KEYS
from generator.content.slip import Slip, shortened
from generator.content.slips.complaint import Complaint
from generator.content.slips.row_values import quoted
from generator.diagnostics import said

if TYPE_CHECKING:
    from generator.content.file_text import FileText
    from generator.content.nodes import Scalar

_RESERVED = "@`%"
_KEY = re.compile(r" *+(?:- ++)*+(?P<key>[^\s:#][^:]{0,60}):")
_MORE_THAN = re.compile(r"(?:[:,\[{]|^ *-)\s*(?P<sign>>=?)\s*(?P<said>[0-9][^,}\]\n]*)")
_MEANINGS = {
    "could not find expected ':'": "no-colon",
    "end of stream": "open-quote",
    "expected ',' or '}'": "open-brace",
    "expected ',' or ']'": "open-bracket",
    "expected '-' indicator": "not-in-list",
    "did not find expected key": "askew",
    "block end": "askew",
    "unknown escape": "backslash",
    "expected a comment or a line break": "bar",
    "expected comment or line break": "bar",
    "expected the node content": "nothing",
    "expected node content": "nothing",
    "flow sequence": "open-bracket",
    "invalid leading UTF-8": "not-utf-8",
}
"""What YAML says, and what it means; the first that is found in a problem."""

_COMMENT = re.compile(r"[ \t]++#(?=[^\s#!])")
_SPACED_COMMENT = re.compile(r" # *+(?=\S)")
"""A single space before the `#`: two or more are how comments are set off."""
_TEXT_KEY = re.compile(
    r"(?:^|[\s{,])(?:title|subtitle|message|headline|means|text|notes|remark|question|answer|found|decision|because): *+$"
)
"""Before the value of a field that holds a sentence, where a `#` may well be the author's."""


def explain(fault: yaml.YAMLError, file: FileText) -> Slip:
    """Return the one slip at which YAML's reader stopped, at its character in the file."""
    if not isinstance(fault, yaml.MarkedYAMLError):
        return _bad("unknown", 0)
    problem = f"{fault.context or ''} {fault.problem or ''}"
    opened = any(words in problem for words in ("end of stream", "could not find expected ':'"))
    mark = fault.context_mark if opened and fault.context_mark else fault.problem_mark or fault.context_mark
    index = min(mark.index, len(file.text)) if mark else 0
    return _misplaced_key(problem, file, index) or _comparison(file, index) or _meaning(problem, file, index)


def complaint(fault: yaml.MarkedYAMLError, file: FileText) -> Complaint:
    """Return what YAML's reader says, with the rows at which it stopped and at which it had begun."""
    mark = fault.problem_mark or fault.context_mark
    stopped, began = (min(one.index, len(file.text)) if one else 0 for one in (mark, fault.context_mark or mark))
    places = [(file.row_of(one), file.column_of(one)) for one in (stopped, began)]
    return Complaint(file.text.split("\n"), f"{fault.context or ''} {fault.problem or ''}", *places[0], places[1])


def _bad(what: str, at: int, **values: str | int) -> Slip:
    return Slip(said(f"bad-yaml.{what}", **values), said(f"bad-yaml.mend-{what}", **values), at)


def _misplaced_key(problem: str, file: FileText, index: int) -> Slip | None:
    """Find a key that stands too far in, so that YAML takes it for more of the text above it."""
    key, above = _KEY.match(file.line_of(index)), _KEY.match(file.line_before(index))
    if "mapping values" not in problem or not key or not above or key.end() != file.column_of(index) + 1:
        return None
    deeper = key.start("key") - above.start("key")
    if deeper < 1 or not (deeper == 1 or key["key"] in KEYS):
        return None
    at = index - file.column_of(index) + key.start("key")
    return _bad("too-far-in", at, key=key["key"], above=above["key"], column=above.start("key") + 1)


def _comparison(file: FileText, index: int) -> Slip | None:
    """Find `>34亿元`: to YAML a `>` begins a folded text."""
    found = _MORE_THAN.search(file.line_of(index))
    if not found:
        return None
    word = "不少于" if "=" in found["sign"] else "超"
    at = index - file.column_of(index) + found.start("sign")
    return _bad("greater", at, sign=found["sign"][0], cure=f"{word}{found['said'].strip()}")


def _meaning(problem: str, file: FileText, index: int) -> Slip:
    rest = file.rest_of_line(index)
    if "mapping values" in problem:
        return Slip(said("bad-yaml.second-colon"), said("bad-yaml.mend-below"), index)
    if "cannot start any token" in problem and rest.startswith("\t"):
        return _bad("tab", index)
    if "cannot start any token" in problem and rest[:1] in _RESERVED:
        return Slip(said("bad-yaml.reserved", mark=rest[:1]), said("bad-yaml.mend-reserved", text=quoted(shortened(rest))), index)
    return _bad(next((meant for words, meant in _MEANINGS.items() if words in problem), "unknown"), index)


def comment(scalar: Scalar) -> Slip | None:
    """Find ` #` with a word right after a plain text: to YAML it is a comment, to the author it was text. `at` is the file's."""
    file = scalar.file
    found = _COMMENT.match(file.text, scalar.end) or (
        _SPACED_COMMENT.match(file.text, scalar.end) if _is_sentence(scalar) else None
    )
    if not found:
        return None
    at = file.text.index("#", found.start())
    lost = file.rest_of_line(at)
    cure = said("swallowed-text.quote", text=shortened(scalar.text + " " + lost if scalar.text else lost))
    otherwise = said("swallowed-text.two-spaces") if lost[1:2] == " " else said("swallowed-text.space")
    return Slip(said("swallowed-text.comment", text=shortened(lost)), cure, at, grave=False, otherwise=otherwise)


def _is_sentence(scalar: Scalar) -> bool:
    """Tell whether ` # ` after a text may be the author's: in a sentence it may, though two spaces set a comment off."""
    return bool(_TEXT_KEY.search(scalar.file.line_of(scalar.begin)[: scalar.file.column_of(scalar.begin)]))


def glued(key: str) -> Slip | None:
    """Find `{2020年:5425个}`, which YAML takes for a key without a value; `at` is the colon's place in the key."""
    at = next((place for place, char in enumerate(key) if char in ":："), -1)
    if at < 1:
        return None
    why = "full-width-colon.one-word" if key[at] == "：" else "missing-space.one-word"
    cure = said("hint.write", cure=f"{key[:at]}: {key[at + 1 :].strip()}")
    return Slip(said(why, text=shortened(key)), cure, at, 1, ": ")
