"""The author's file as text: path in; characters with line numbers out, or a diagnostic that names the way out.

UTF-8 with or without BOM, LF or CRLF. GBK and UTF-16 are recognized and refused with the cure.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.diagnostics import Sink, Span

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LARGEST = 2_000_000
"""Bytes: a report of a hundred pages takes a twentieth of it; what is larger is another kind of file."""

_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
"""Characters that YAML refuses or takes for a line's end, and that no editor shows."""

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS = (
    "save it as UTF-8: in VS Code click the encoding at the foot, then “Save with Encoding”; in Notepad “另存为”, encoding UTF-8"
)


@dataclass(frozen=True, slots=True)
class FileText:
    """The characters of a file in NFC with LF line ends, without BOM; `digest` is the SHA-256 of its bytes."""

    name: str
    text: str
    digest: str
    starts: tuple[int, ...]
    widened: Mapping[int, int] = field(default_factory=dict)
    """Lines that were mended, by number: from this column on the author's text lies one column further left."""

    def span(self, index: int) -> Span:
        """Return the place of a character."""
        line = bisect_right(self.starts, index)
        column = index - self.starts[line - 1] + 1
        return Span(self.name, line, column - (column > self.widened.get(line, column)))

    def line_of(self, index: int) -> str:
        """Return the whole line of a character."""
        return self.rest_of_line(self.starts[bisect_right(self.starts, index) - 1])

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
    if data.startswith(_UTF16_MARKS) or _looks_like_utf16(data):
        sink.error("encoding", "the file is in UTF-16, not in UTF-8", span, _SAVE_AS)
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        _explain_bytes(data, fault.start, path, sink)
        return None
    if not text.strip():
        sink.error("empty", "the file is empty", span, "a content file begins with `report:`")
        return None
    return text


def _looks_like_utf16(data: bytes) -> bool:
    """Tell UTF-16 without its mark: every other byte of the ASCII in it is zero."""
    head = data[:400]
    return len(head) > 1 and max(head[::2].count(0), head[1::2].count(0)) * 5 > len(head)


def _explain_bytes(data: bytes, start: int, path: Path, sink: Sink) -> None:
    before = data[:start]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig", "replace")) + 1
    span = Span(str(path), line, column)
    try:
        sample = data.decode("gb18030")
    except UnicodeDecodeError:
        sink.error("encoding", "the file is not in UTF-8, nor in GBK", span, _SAVE_AS)
        return
    shown = next(iter(re.findall("[\u4e00-\u9fff]{2,8}", sample)), "")
    read = f": read so, it has the words `{shown}`" if shown else ""
    convert = f"or run `iconv -f GB18030 -t UTF-8 {path.name} > new.yaml`"
    sink.error("encoding", f"the file is in GBK, not in UTF-8{read}", span, _SAVE_AS, convert)
