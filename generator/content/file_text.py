"""The author's file as text: path in; characters with line numbers out, or a diagnostic that names the way out.

UTF-8 with or without BOM, LF or CRLF. What is in another encoding, or no text at all, is refused (`slips.encoding`).
"""

from __future__ import annotations

import errno
import hashlib
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.content.slip import Slip, tell
from generator.content.slips.encoding import explain
from generator.diagnostics import Sink, Span, said

LARGEST = 2_000_000
"""Bytes: a report of a hundred pages takes a twentieth of it; what is larger is another kind of file."""


@dataclass(frozen=True, slots=True)
class FileText:
    """The characters of a file in NFC with LF line ends, without BOM; `digest` is the SHA-256 of its bytes."""

    name: str
    text: str
    digest: str
    starts: tuple[int, ...]
    widened: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """Lines that were mended, by number: after each of these columns the author's text lies one column further left."""
    narrowed: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """Lines that had characters taken out before that: from each of these columns the author's text lies one column further right."""

    def span(self, index: int) -> Span:
        """Return the place of a character."""
        line, column = self._line(index), self.column_of(index) + 1
        column -= sum(column > added for added in self.widened.get(line, ()))
        return Span(self.name, line, column + sum(column >= gone for gone in self.narrowed.get(line, ())))

    def mended(self, rows: Mapping[int, Slip]) -> FileText:
        """Return the text with slips mended, one a row by its number from 0; places stay those of the author's own text."""
        lines = self.text.split("\n")
        widened = dict(self.widened)
        for row, slip in rows.items():
            lines[row] = slip.mend(lines[row])
            widened[row + 1] = widened_by(slip, widened.get(row + 1, ()))
        return replace(as_file(self.name, "\n".join(lines), self.digest), widened=widened, narrowed=self.narrowed)

    def row_of(self, index: int) -> int:
        """Return the number of a character's row, from 0."""
        return self._line(index) - 1

    def column_of(self, index: int) -> int:
        """Return how many characters stand before this one on its line."""
        return index - self.starts[self._line(index) - 1]

    def line_of(self, index: int) -> str:
        """Return the whole line of a character."""
        return self.rest_of_line(self.starts[self._line(index) - 1])

    def line_before(self, index: int) -> str:
        """Return the last line above a character's that is not blank."""
        return self.text[: self.starts[self._line(index) - 1]].rstrip().rpartition("\n")[2]

    def rest_of_line(self, index: int) -> str:
        """Return the characters from here to the end of the line."""
        end = self.text.find("\n", index)
        return self.text[index:] if end < 0 else self.text[index:end]

    def _line(self, index: int) -> int:
        return bisect_right(self.starts, index)


def widened_by(slip: Slip, added: tuple[int, ...]) -> tuple[int, ...]:
    """Return the columns of a line after which mending put one more character, a slip's among them."""
    if slip.meant is None:
        return added
    end = slip.at + slip.taken
    more = len(slip.meant) - slip.taken
    return (*(one + more * (one > end) for one in added), *range(end + 1, end + more + 1))


def open_text(path: Path, sink: Sink) -> FileText | None:
    """Return the file's text, or None with the reason in the sink."""
    data = _bytes_of(path)
    if isinstance(data, Slip):
        tell(data, Span(str(path), 1, 1), sink)
        return None
    if slip := explain(data, path.name):
        tell(slip, _place(data, slip.at, path), sink)
        return None
    return as_file(str(path), data.decode("utf-8-sig"), hashlib.sha256(data).hexdigest())


def as_file(name: str, text: str, digest: str = "") -> FileText:
    """Return text as a file, with its lines counted."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = plain if plain.isascii() else unicodedata.normalize("NFC", plain)
    starts = (0, *(found.end() for found in re.finditer("\n", plain)))
    return FileText(name, plain, digest, starts)


_UNREADABLE = {
    errno.EACCES: "unreadable.not-allowed",
    errno.EPERM: "unreadable.not-allowed",
    errno.ENAMETOOLONG: "unreadable.long-name",
}


def _bytes_of(path: Path) -> bytes | Slip:
    try:
        return _refused(path) or path.read_bytes()
    except (OSError, ValueError) as fault:
        return Slip(said(_UNREADABLE.get(getattr(fault, "errno", None) or 0, "unreadable.file"), file=str(path)))


def _refused(path: Path) -> Slip | None:
    """Return why a path is no file to read."""
    if path.is_dir():
        return Slip(said("not-a-file.folder", file=str(path)), said("not-a-file.name-one", file=str(path)))
    if not path.exists():
        return Slip(said("no-file.there", file=str(path)), said("no-file.name-one"))
    if not path.is_file():
        return Slip(said("not-a-file.other", file=str(path)))
    if (size := path.stat().st_size) > LARGEST:
        return Slip(said("too-large.file", size=f"{size / 1e6:.1f}"), said("too-large.limit", most=f"{LARGEST / 1e6:g}"))
    return None


def _place(data: bytes, start: int, path: Path) -> Span:
    before = data[:start].decode("utf-8-sig", "replace")
    return as_file(str(path), before).span(len(before))
