"""What YAML's reader says, told to an author: its error in; a slip with its cure out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from generator.content.schema import KEYS
from generator.content.slip import Slip

if TYPE_CHECKING:
    from generator.content.file_text import FileText

_RESERVED = "@`%"
_KEY = re.compile(r" *+(?:- ++)*+(?P<key>[^\s:#][^:]{0,60}):")
_MORE_THAN = re.compile(r"(?:[:,\[{]|^ *-)\s*(?P<sign>>=?)\s*(?P<said>[0-9][^,}\]\n]*)")
_SECOND_COLON = "there is a second `: ` on this line"
_ASKEW = ("this line does not line up with the keys above it", "keys of one level start in the same column")
_MEANINGS: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", _SECOND_COLON, 'put the text in quotes ("…"), or write it with `：`'),
    (
        "could not find expected ':'",
        "this line is neither `key: value` nor part of a text",
        "write `key: value`; a long text begins with `|`",
    ),
    ("end of stream", "a quote is opened here and never closed", "close it with the same straight quote (\" or ')"),
    ("expected ',' or '}'", "the braces `{…}` are not closed, or a comma is missing", "write `{key: value, key: value}`"),
    (
        "expected ',' or ']'",
        "the brackets `[…]` are not closed, or a comma is missing",
        "write `[甲, 乙]` with a half-width comma",
    ),
    (
        "expected '-' indicator",
        "this line is not part of the list above it",
        "begin it with `- `, in the same column as the others",
    ),
    ("did not find expected key", *_ASKEW),
    ("block end", *_ASKEW),
    ("alphabetic or numeric", "a text cannot begin with `*` or `&`", 'put it in quotes: "**…**"'),
    ("unknown escape", "a backslash in double quotes begins an escape", "use single quotes, or write the backslash twice"),
    ("expected a comment or a line break", "text stands on the line of `|`", "the text begins on the next line, two spaces in"),
    ("expected the node content", "something is missing here", "a text that begins with `,` `]` or `}` needs quotes"),
    ("flow sequence", "the brackets `[…]` are not closed", "write `[甲, 乙]`"),
    ("invalid leading UTF-8", "the file is not in UTF-8", "save it as UTF-8"),
)
"""What YAML says, what it means, and the cure; the first that is found in a problem."""


def explain(fault: yaml.YAMLError, file: FileText) -> Slip:
    """Return the one slip at which YAML's reader stopped, at its character in the file."""
    if not isinstance(fault, yaml.MarkedYAMLError):
        return Slip("bad-yaml", "the file is not YAML", str(fault).splitlines()[0])
    problem = f"{fault.context or ''} {fault.problem or ''}"
    opened = any(words in problem for words in ("end of stream", "could not find expected ':'"))
    mark = fault.context_mark if opened and fault.context_mark else fault.problem_mark or fault.context_mark
    index = min(mark.index, len(file.text)) if mark else 0
    return (
        _misplaced_key(problem, file, index)
        or _comparison(file, index)
        or Slip("bad-yaml", *_meaning(problem, file.line_of(index), file.rest_of_line(index)), index)
    )


def _misplaced_key(problem: str, file: FileText, index: int) -> Slip | None:
    """Find a key that stands too far in, so that YAML takes it for more of the text above it."""
    key, above = _KEY.match(file.line_of(index)), _KEY.match(file.line_before(index))
    if "mapping values" not in problem or not key or not above or key.end() != file.column_of(index) + 1:
        return None
    deeper = key.start("key") - above.start("key")
    if deeper < 1 or not (deeper == 1 or key["key"] in KEYS):
        return None
    cure = f"begin `{key['key']}` in column {above.start('key') + 1}, like `{above['key']}`"
    at = index - file.column_of(index) + key.start("key")
    return Slip("bad-yaml", "this line does not line up with the key above it", cure, at)


def _comparison(file: FileText, index: int) -> Slip | None:
    """Find `>34亿元`: to YAML a `>` begins a folded text."""
    found = _MORE_THAN.search(file.line_of(index))
    if not found:
        return None
    word = "不少于" if "=" in found["sign"] else "超"
    cure = f"write `{word}{found['said'].strip()}`, or put it in quotes if it is a text"
    at = index - file.column_of(index) + found.start("sign")
    return Slip("bad-yaml", f"a value cannot begin with `{found['sign'][0]}`", cure, at)


def _meaning(problem: str, line: str, rest: str) -> tuple[str, str]:
    if "mapping values" in problem and "“" in line:
        cure = 'they do not hold a text together for the file: write `"…"` round it, or `：` for the second `:`'
        return f"{_SECOND_COLON}, and the quotes “ ” are full-width", cure
    if "cannot start any token" in problem and rest.startswith("\t"):
        return "a tab is not an indent", "indent with spaces, two for each level"
    if "cannot start any token" in problem and rest[:1] in _RESERVED:
        return f"a text cannot begin with `{rest[:1]}`", f'put it in quotes: `"{rest[:12]}…"`'
    told = next(((why, cure) for words, why, cure in _MEANINGS if words in problem), None)
    unknown = f"this is not YAML: {re.sub(' +', ' ', problem).strip()}"
    return told or (unknown, "look at quotes, brackets and indents here and on the line above")
