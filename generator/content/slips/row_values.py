"""The value on a row where YAML itself gives up: where it begins and ends, and how it is put in quotes. A row in, places out."""

from __future__ import annotations

import re

_KEY = r"[^\s#'\"\[\]{}|>&*!%@`,:][^'\"{}\[\]#:]{0,40}"
_ROW = re.compile(rf" *+(?:- ++)*+(?:(?P<key>{_KEY}|\"[^\"]*\"|'[^']*'): ++)?(?P<value>\S)")
KEY_ROW = re.compile(rf"(?P<indent> *+)(?:- ++)*+(?P<key>{_KEY}):(?:\s|$)")
_COMMENT = re.compile(r"\s+#.*$|\s+$")
_OPEN = re.compile(r"(?:^ *(?:- +)*|: +|[\[{,] *)(?P<quote>[\"'])")
_CLOSE = {'"': re.compile(r'(?:[^"\\]|\\.)*"'), "'": re.compile(r"(?:[^']|'')*'")}
_PARTED = re.compile(r"\s*(?:,\s|[}\]])")


def value(line: str) -> tuple[int, int] | None:
    """Return where a row's value begins and ends, without a comment after it; None for a row that has none."""
    found = _ROW.match(line)
    if not found or not (found["key"] or line.lstrip().startswith("- ")):
        return None
    start = found.start("value")
    comment = _COMMENT.search(line, start)
    return start, comment.start() if comment and comment.start() > start else len(line)


def end_of(line: str, start: int, *, flow: bool) -> int:
    """Return where a plain text that begins at a column ends: in braces before a comma or their end, else with the row."""
    parted = _PARTED.search(line, start) if flow else _COMMENT.search(line, start)
    return parted.start() if parted else len(line)


def in_flow(line: str, at: int) -> bool:
    """Tell whether a column of a row lies in braces or brackets."""
    before = line[:at]
    return any(before.count(mark) > before.count(closing) for mark, closing in ("{}", "[]"))


def unclosed(line: str) -> int:
    """Return the column of a quote that is opened on a row and not closed on it, -1 when there is none."""
    at = 0
    while found := _OPEN.search(line, at):
        closed = _CLOSE[found["quote"]].match(line, found.end())
        if not closed:
            return found.start("quote") if " #" not in line[: found.start("quote")] else -1
        at = closed.end()
    return -1


def closed(line: str, at: int) -> int:
    """Return the column after the quote that closes the one at a column, -1 when none does."""
    found = _CLOSE[line[at]].match(line, at + 1)
    return found.end() if found else -1


def quoted(text: str) -> str:
    """Return a text in straight quotes that YAML reads as it is."""
    if '"' in text or "\\" in text:
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    return f'"{text}"'
