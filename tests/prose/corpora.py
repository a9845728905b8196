"""The corpora of sentences: every sentence our own, one a line; what must be found in it stands in 〖〗."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent


class Marked(NamedTuple):
    """A sentence without its marks, and where they stood."""

    text: str
    spans: list[tuple[int, int]]


def marked(line: str) -> Marked:
    """Read the marks of a line."""
    text, spans, start = "", list[tuple[int, int]](), 0
    for character in line:
        if character == "〖":
            start = len(text)
        elif character == "〗":
            spans.append((start, len(text)))
        else:
            text += character
    return Marked(text, spans)


def lines(name: str) -> list[str]:
    """Return the lines of a corpus."""
    return (HERE / name).read_text("utf-8").splitlines()


ORDINARY = lines("ordinary.txt")
NUMERALS = [marked(line) for line in lines("numerals.txt")]
KNOWN = [(line.partition("\t")[0], marked(line.partition("\t")[2])) for line in lines("known.txt")]
WORDED = [marked(line) for line in lines("worded.txt")]
