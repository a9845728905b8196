"""Where pictures may be read from: the content's own folder and those that the command line allows, and nowhere else.

In: a file's name as the author wrote it. Out: its bytes and what kind of picture they are. Addresses, absolute paths, `..` and links that
lead out of the folder are refused; a file that is missing is told with those that are called nearly so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import said, why
from generator.pictures.fault import PictureError

if TYPE_CHECKING:
    from generator.diagnostics import Words

MOST_BYTES = {"JPEG": 100_000_000, "PNG": 200_000_000, "SVG": 5_000_000}
SUFFIXES = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".svg": "SVG"}
SIGNS = (
    ("JPEG", rb"\xff\xd8\xff"), ("PNG", rb"\x89PNG\r\n\x1a\n"), ("GIF", rb"GIF8[79]a"), ("WebP", rb"RIFF....WEBP"), ("BMP", rb"BM"),
    ("TIFF", rb"II\*\0|MM\0\*"), ("PDF", rb"%PDF-"), ("EPS", rb"%!PS|\xc5\xd0\xd3\xc6"), ("Photoshop", rb"8BPS"),
    ("HEIC", rb"....ftyp(?:heic|heix|mif1|msf1|hevc|heif)"), ("AVIF", rb"....ftypavif"), ("ZIP", rb"PK\x03\x04"), ("gzip", rb"\x1f\x8b"),
    ("SVG", rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!DOCTYPE\s+svg|<svg[\s>:])"),
    ("HTML", rb"\s*<!DOCTYPE html|\s*<html"),
)  # fmt: skip
"""How files of a kind begin."""
HEAD = 4096
MOST_NEAR = 500
"""So many names of a folder are looked at for one that is near."""


class Found(NamedTuple):
    """A picture's file: its bytes and its kind (JPEG, PNG or SVG)."""

    data: bytes
    kind: str


@dataclass(frozen=True, slots=True)
class Folder:
    """The content's folder, and those beside it that may be read from (`--allow`)."""

    home: Path
    allowed: tuple[Path, ...] = ()

    def read(self, name: str) -> Found:
        """Return a file's bytes and kind. Raises PictureError."""
        path = self._path(name)
        kind = SUFFIXES.get(path.suffix.lower(), "")
        if not kind:
            raise PictureError(said("bad-picture.suffix"), said("bad-picture.cure-kinds"))
        return Found(_bytes(path, name, kind), kind)

    def _path(self, name: str) -> Path:
        """Return where a file lies. Raises PictureError for one that is missing, or that lies elsewhere."""
        if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", name) or name.startswith("//"):
            raise PictureError(said("bad-picture.address"), said("bad-picture.cure-beside"))
        if "\0" in name:
            raise PictureError(said("bad-picture.missing"), said("bad-picture.cure-beside"))
        path = self.home / Path(*PurePosixPath(name.replace("\\", "/")).parts)
        try:
            real = path.resolve()
            there = real.is_file()
        except (OSError, RuntimeError) as fault:
            raise PictureError(said("bad-picture.missing"), said("bad-picture.cure-beside")) from fault
        if not any(real.is_relative_to(one.resolve()) for one in (self.home, *self.allowed)):
            raise PictureError(said("bad-picture.outside"), said("bad-picture.cure-allow"))
        if not there:
            raise PictureError(said("bad-picture.missing"), self._near(path, name))
        return real

    def _near(self, path: Path, name: str) -> Words:
        """Return the way out of a name that there is not: the file that is called nearly so."""
        try:
            names = [one.relative_to(self.home).as_posix() for folder in {path.parent, self.home} for one in _pictures(folder)]
        except (OSError, ValueError):
            names = []
        bare = {PurePosixPath(one).name: one for one in names}
        near = get_close_matches(name, names, 1, 0.6) or [bare[one] for one in get_close_matches(path.name, bare, 1, 0.6)]
        return said("hint.did-you-mean", cure=near[0]) if near else said("bad-picture.cure-beside")


def _pictures(folder: Path) -> list[Path]:
    found = [one for one, _ in zip(sorted(folder.iterdir()), range(MOST_NEAR), strict=False)] if folder.is_dir() else []
    deeper = [
        one for each in found if each.is_dir() and not each.name.startswith(".") for one in sorted(each.iterdir())[:MOST_NEAR]
    ]
    return [one for one in (*found, *deeper) if one.suffix.lower() in SUFFIXES]


def _bytes(path: Path, name: str, kind: str) -> bytes:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES[kind]:
            says = said("bad-picture.heavy", size=str(size // 1_000_000), most=str(MOST_BYTES[kind] // 1_000_000))
            raise PictureError(says, said("bad-picture.cure-smaller"))
        data = path.read_bytes()
    except OSError as fault:
        raise PictureError(said("bad-picture.unreadable", why=why(fault)), said("bad-picture.cure-export-again")) from fault
    _kind_checked(data, name, kind)
    return data


def _kind_checked(data: bytes, name: str, kind: str) -> None:
    """Tell a file that is not what its name says."""
    if not data:
        raise PictureError(said("bad-picture.empty"), said("bad-picture.cure-export-again"))
    found = next((sign for sign, pattern in SIGNS if re.match(pattern, data[:HEAD], re.DOTALL)), "")
    if found == kind or (not found and kind == "SVG"):
        return
    if found in MOST_BYTES:
        suffix = next(one for one, of in SUFFIXES.items() if of == found)
        cure = said("bad-picture.cure-rename", cure=PurePosixPath(name).with_suffix(suffix).as_posix())
    else:
        cure = said("bad-picture.cure-kinds")
    says = said("bad-picture.other-kind", kind=kind, found=found) if found else said("bad-picture.no-picture", kind=kind)
    raise PictureError(says, cure)
