"""ICC profiles: those that go along, and a print shop's own, its head read as far as it must be (ICC.1:2010, 7.2).

In: a file. Out: a profile with what it calls itself, or why it is none that a report can be printed by.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Exit, Sink, Span, said, why

FOLDER = Path(__file__).parent
COATED_FILE, SCREEN_FILE = "FOGRA39L_coated.icc", "sRGB.icc"
HEAD, ENTRY = 128, 12
"""Bytes of the head, and of a tag in the table after its count."""
MAGIC, OUTPUT, PLATES = b"acsp", b"prtr", b"CMYK"
VERSIONS = (2, 4)
"""Versions of the profile format that PDF/X-4 takes (ISO 15930-7, 6.2.3)."""
MOST_NAME = 80


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile: its bytes, and what it calls itself."""

    data: bytes
    name: str


def coated() -> Profile:
    """Return the profile of offset on coated paper that goes along."""
    return _shipped(COATED_FILE)


def screen() -> Profile:
    """Return the profile of screens, sRGB."""
    return _shipped(SCREEN_FILE)


def _shipped(file: str) -> Profile:
    data = (FOLDER / file).read_bytes()
    return Profile(data, described(data))


def own(path: Path, span: Span | None = None) -> Profile:
    """Return a print shop's own profile; `span` is where the content names it.

    Raises BuildError (Exit.CONTENT) for a file that cannot be read, is no ICC profile, or none of a press with four inks.
    """
    sink = Sink()
    data = b""
    try:
        data = path.read_bytes()
    except OSError as fault:
        sink.error(said("profile.unreadable", file=path.name or str(path), why=why(fault)), span)
    if not sink.errors:
        _tell(data, path.name, span, sink)
    sink.raise_errors(Exit.CONTENT)
    return Profile(data, described(data) or path.stem)


def embedded(data: bytes) -> Profile | None:
    """Return a print shop's own profile as a file of ours carries it; None for bytes that are none, or do not say their name."""
    sink = Sink()
    _tell(data, "", None, sink)
    name = described(data)
    return Profile(data, name) if name and not sink.errors else None


def _tell(data: bytes, file: str, span: Span | None, sink: Sink) -> None:
    """Tell what is wrong with a profile."""
    if len(data) < HEAD or data[36:40] != MAGIC or int.from_bytes(data[:4]) != len(data):
        sink.error(said("profile.none", file=file), span, said("hint.ask-for-profile"))
    elif data[16:20] != PLATES or data[12:16] != OUTPUT:
        found = data[16:20].decode("ascii", "replace").strip()
        sink.error(said("profile.not-for-press", file=file, space=found), span, said("hint.ask-for-profile"))
    elif data[8] not in VERSIONS:
        sink.error(said("profile.version", file=file, version=str(data[8])), span, said("hint.ask-for-profile"))


def described(data: bytes) -> str:
    """Return what a profile calls itself, in English where it says it in several languages; "" where that cannot be read."""
    try:
        return _name(_tag(data, b"desc"))[:MOST_NAME].strip()
    except (struct.error, UnicodeDecodeError):
        return ""


def _tag(data: bytes, signature: bytes) -> bytes:
    (count,) = struct.unpack_from(">I", data, HEAD)
    for at in range(HEAD + 4, min(len(data), HEAD + 4 + count * ENTRY), ENTRY):
        if data[at : at + 4] == signature:
            start, size = struct.unpack_from(">II", data, at + 4)
            return data[start : start + size]
    return b""


def _name(tag: bytes) -> str:
    if tag[:4] == b"desc":
        (size,) = struct.unpack_from(">I", tag, 8)
        return tag[12 : 12 + size].rstrip(b"\0").decode("ascii")
    if tag[:4] == b"mluc":
        size, start = struct.unpack_from(">II", tag, 20)
        return tag[start : start + size].decode("utf-16-be")
    return ""
