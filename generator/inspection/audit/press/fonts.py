"""Fonts: every one carried along, and of it what is used (ISO 32000-1, 9.9)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pikepdf

from generator.diagnostics import said
from generator.inspection.audit.press.judging import Hit, Judged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.audit.press.reading import PrintFile

PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
OWN = "/Type3"
"""Fonts whose glyphs are drawn in the file itself."""
TAG = re.compile(r"/[A-Z]{6}\+")
"""What the name of a subset begins with (ISO 32000-1, 9.6.4)."""


def embedded(file: PrintFile) -> Judged:
    """Judge whether every font's program is in the file."""
    found = list(_simple(file.pdf))
    hits = tuple(Hit(said("press-found.font-missing", name=_name(one))) for one in found if not _has_program(one))
    names = {_name(one) for one in found}
    return Judged(said("press-found.fonts", count=len(names)), tuple(dict.fromkeys(hits)), idle=not found)


def subset(file: PrintFile) -> Judged:
    """Judge whether fonts are carried as far as they are used."""
    found = [one for one in _simple(file.pdf) if _has_program(one) and one.get("/Subtype") != OWN]
    whole = (_name(one) for one in found if not TAG.match(str(one.get("/BaseFont", ""))))
    hits = tuple(Hit(said("press-found.whole-font", name=name), broken=False) for name in dict.fromkeys(whole))
    return Judged(said("press-found.subsets"), hits, idle=not found)


def _simple(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield the fonts of a file that have glyphs themselves; those that are made of others have theirs."""
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font" and one.get("/Subtype") != "/Type0":
            yield one


def _has_program(font: Any) -> bool:  # noqa: ANN401 - a pikepdf dictionary
    descriptor = font.get("/FontDescriptor")
    return font.get("/Subtype") == OWN or (descriptor is not None and any(key in descriptor for key in PROGRAMS))


def _name(font: Any) -> str:  # noqa: ANN401 - as above
    return TAG.sub("/", str(font.get("/BaseFont", font["/Subtype"])))[1:]
