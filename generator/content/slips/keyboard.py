"""Slips of the Chinese keyboard that YAML reads as something else without a word: `title：十五年`, `title:十五年`, a tab.

Raw text in; each slip told with its cure; the text as it was meant out, so that the rest can be read in the same run.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.content.file_text import FileText, as_file, widened_by
from generator.content.schema import KEYS
from generator.content.slip import Slip, tell
from generator.content.slips.block_marks import ODD, bar, dash, indent
from generator.content.slips.flow_marks import brackets, colour, commas, plates, thousands
from generator.content.slips.rows import Where, rows
from generator.diagnostics import Sink, said

_TABLES = frozenset({"sources", "units", "names", "exempt", "figures", "derived", "values", "labels"})
"""Under these an author's own words are keys."""

_COLON = re.compile(
    r"(?P<lead> *+(?:- ++)*+)(?P<key>[^\s#'\"\[\]{}|>,，。；！？:：][^#'\"{}:：，。；！？]{0,40}?) ?(?P<colon>：|:(?![ \t/]|$))(?P<rest>.*)"
)
"""Possessive and bounded, so that a line of a million marks costs no more than its length."""

_MORE_KEY = re.compile(r"[^\s{\[\"']*:(?:\s|$)")
"""What follows the colon is more of the key: a name with a colon in it, which its register refuses."""

_STRAIGHT = {"＂": '"', "＇": "'"}
_PAIR = 2
_QUOTED = re.compile(r"(?:^|[:\-,\[{]) *+(?P<quote>[＂＇])(?P<text>[^＂＇]*)")

_NONE: tuple[int, ...] = ()
_DEPTH_UNKNOWN = frozenset({"tab-indent", "odd-indent"})
"""Slips that leave the structure of the file unknown."""


def mended(file: FileText, sink: Sink) -> FileText | None:
    """Return the text with the slips mended, each recorded as an error; None when tabs or odd indents leave its structure unknown."""
    lines = file.text.split("\n")
    widened: dict[int, tuple[int, ...]] = {}
    known = True
    for where in rows(lines):
        line, added = lines[where.row], _NONE
        for find in _FINDERS:
            for slip in find(line, where):
                before = sum(one <= slip.at for one in added)
                tell(slip, file.span(file.starts[where.row] + slip.at - before), sink)
                known &= slip.says.code not in _DEPTH_UNKNOWN
                line, added = slip.mend(line), widened_by(slip, added)
        lines[where.row] = line
        if added:
            widened[where.row + 1] = added
    if not known:
        return None
    return replace(as_file(file.name, "\n".join(lines), file.digest), widened=widened, narrowed=file.narrowed)


def _quotes(line: str, _where: Where) -> Iterator[Slip]:
    """Find quotes of double width that keep the form of straight ones; “ and ” are the author's own and welcome."""
    found = _QUOTED.search(line)
    if found:
        mark, text, at = found["quote"], found["text"], found.start("quote")
        meant = line[at:].replace(mark, _STRAIGHT[mark]) if line.count(mark) == _PAIR else None
        yield Slip(said("full-width-quote.mark", mark=mark), said("full-width-quote.write", text=text), at, len(line) - at, meant)


def _colon(line: str, where: Where) -> Iterator[Slip]:
    """Find a key whose colon is full-width or has no space; an author's own word counts only where such words are keys."""
    found = _COLON.fullmatch(line)
    if not found or not (found["key"] in KEYS or _is_own_key(found, where)):
        return
    key, colon, at = found["key"], found["colon"], found.start("colon")
    rest = found["rest"].strip()
    cure = said("hint.write", cure=f"{key}: {rest}".rstrip())
    odd = found["rest"].startswith(ODD)
    if colon == "：":
        yield Slip(said("full-width-colon.after", key=key), cure, at, 1 + odd, ": ")
    elif odd:
        yield Slip(said("missing-space.odd", key=key), cure, at + 1, 1, " ")
    else:
        yield Slip(said("missing-space.one-word", text=f"{key}{colon}{rest}"), cure, at, 1, ": ")


def _is_own_key(found: re.Match[str], where: Where) -> bool:
    return where.parent in _TABLES and not found["lead"].strip() and not _MORE_KEY.match(found["rest"])


_FINDERS = (indent, dash, _quotes, brackets, plates, thousands, commas, colour, _colon, bar)
"""In this order: each reads the line as those before it have mended it."""
