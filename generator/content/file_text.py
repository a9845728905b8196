"""The author's file as text: path in; characters with line numbers out, or a diagnostic that names the way out.

UTF-8 with or without BOM, LF or CRLF. What is in another encoding, or no text at all, is refused (`file_bytes`).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.content.slips.encoding import explain, looks_like_utf16, not_text
from generator.diagnostics import Sink, Span

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LARGEST = 2_000_000
"""Bytes: a report of a hundred pages takes a twentieth of it; what is larger is another kind of file."""

_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
"""Characters that YAML refuses or takes for a line's end, and that no editor shows."""


@dataclass(frozen=True, slots=True)
class FileText:
    """The characters of a file in NFC with LF line ends, without BOM; `digest` is the SHA-256 of its bytes."""

    name: str
    text: str
    digest: str
    starts: tuple[int, ...]
    widened: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """Lines that were mended, by number: after each of these columns the author's text lies one column further left."""

    def span(self, index: int) -> Span:
        """Return the place of a character."""
        line = bisect_right(self.starts, index)
        column = index - self.starts[line - 1] + 1
        return Span(self.name, line, column - sum(column > added for added in self.widened.get(line, ())))

    def line_of(self, index: int) -> str:
        """Return the whole line of a character."""
        return self.rest_of_line(self.starts[bisect_right(self.starts, index) - 1])

    def line_before(self, index: int) -> str:
        """Return the last line above a character's that is not blank."""
        above = self.text[: self.starts[bisect_right(self.starts, index) - 1]].rstrip()
        return above[above.rfind("\n") + 1 :]

    def column_of(self, index: int) -> int:
        """Return how many characters stand before this one on its line."""
        return index - self.starts[bisect_right(self.starts, index) - 1]

    def rest_of_line(self, index: int) -> str:
        """Return the characters from here to the end of the line."""
        end = self.text.find("\n", index)
        return self.text[index:] if end < 0 else self.text[index:end]


def open_text(path: Path, sink: Sink) -> FileText | None:
    """Return the file's text, or None with the reason in the sink."""
    data = _bytes_of(path, sink)
    text = None if data is None else _decoded(data, path, sink)
    if data is None or text is None:
        return None
    file = as_file(str(path), text, hashlib.sha256(data).hexdigest())
    odd = _ODD.search(file.text)
    if odd:
        name = unicodedata.name(odd[0], "a control character").lower()
        sink.error(
            "odd-character",
            f"there is an invisible character here: U+{ord(odd[0]):04X}, {name}",
            file.span(odd.start()),
            "delete it",
        )
        return None
    return file


def as_file(name: str, text: str, digest: str = "") -> FileText:
    """Return text as a file, with its lines counted."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = plain if plain.isascii() else unicodedata.normalize("NFC", plain)
    starts = (0, *(found.end() for found in re.finditer("\n", plain)))
    return FileText(name, plain, digest, starts)


def _bytes_of(path: Path, sink: Sink) -> bytes | None:
    span = Span(str(path), 1, 1)
    try:
        if path.is_dir():
            sink.error("not-a-file", f"`{path}` is a folder", span, "name the file in it: `jianbao build FOLDER/content.yaml`")
        elif not path.exists():
            sink.error("no-file", f"there is no file `{path}`", span, "name the content file: `jianbao build content.yaml`")
        elif not path.is_file():
            sink.error("not-a-file", f"`{path}` is not an ordinary file", span)
        elif (size := path.stat().st_size) > LARGEST:
            limit = f"the largest content file is {LARGEST / 1e6:g} MB"
            sink.error(
                "too-large", f"the file has {size / 1e6:.1f} MB", span, limit, "is it the content, or a picture or an export?"
            )
        else:
            return path.read_bytes()
    except (OSError, ValueError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
        sink.error("unreadable", f"the file cannot be read: {reason.lower()}", span)
    return None


def _decoded(data: bytes, path: Path, sink: Sink) -> str | None:
    span = Span(str(path), 1, 1)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        explain(data, fault.start, path, sink)
        return None
    if other := not_text(data):
        sink.error("not-text", f"the file is {other}, not a text", span, "a content file is plain text: name `content.yaml`")
    elif looks_like_utf16(data):
        explain(data, 0, path, sink)
    elif not text.strip():
        sink.error("empty", "the file is empty", span, "a content file begins with `report:`")
    else:
        return text
    return None
