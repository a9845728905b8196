"""What a plate cannot show: transparency, links, forms, scripts, attachments, locks; and what only one device would make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

from generator.diagnostics import said
from generator.inspection.audit.press.judging import Hit, Judged
from generator.inspection.audit.press.sheet import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.inspection.audit.press.reading import PrintFile

THINNED = frozenset({"alpha", "stroke_alpha", "blend", "mask"})
"""What lets the ground through (`settings.VEILS`)."""
FOR_PRESS = frozenset({"/TrapNet", "/PrinterMark"})
"""Annotations that are the press's own."""
ACTING = frozenset({"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition", "/Sound", "/Movie", "/GoTo3DView"})
IDENTITY, DEFAULT = frozenset({"/Identity"}), frozenset({"/Default", "/Identity"})
DEVICE: dict[str, Callable[[Any], bool]] = {
    "/TR": lambda value: str(value) not in IDENTITY,
    "/TR2": lambda value: str(value) not in DEFAULT,
    "/HTP": lambda _value: True,
    "/OPI": lambda _value: True,
    "/Ref": lambda value: isinstance(value, pikepdf.Dictionary) and "/F" in value,
    "/PS": lambda _value: True,
}
"""Keys that are for one device or fetch from elsewhere, and when they are (ISO 32000-1, 8.4.5, 8.8.2, 8.10.4, 14.11.7)."""


def transparency(file: PrintFile) -> Judged:
    """Judge whether anything lets what lies beneath it through."""
    hits = dict.fromkeys(
        Hit(said("press-found.transparent", kind=said(f"press-kind.{one.kind.value}")), sheet.number)
        for sheet in file.sheets
        for one in sheet.marks
        if THINNED & set(one.veil) or (one.kind is Kind.PICTURE and one.picture and one.picture.masked)
    )
    return Judged(said("press-found.opaque"), tuple(hits))


def device(file: PrintFile) -> Judged:
    """Judge whether anything is meant for one device alone, or fetched from another file."""
    found = {key for one in _dictionaries(file.pdf) for key, meant in DEVICE.items() if key in one and meant(one[key])}
    hits = tuple(Hit(said("press-found.device", name=key[1:])) for key in sorted(found))
    return Judged(said("press-found.no-device"), hits)


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield every dictionary of its own in a file, those of streams too."""
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            yield one


def locked(file: PrintFile) -> Judged:
    """Judge whether the file is encrypted."""
    hits = (Hit(said("press-found.encrypted")),) if file.pdf.is_encrypted else ()
    return Judged(said("press-found.open"), hits)


def overlaid(file: PrintFile) -> Judged:
    """Judge whether anything lies over the pages: links, notes, fields of a form."""
    hits = [
        Hit(said("press-found.annotation", name=str(one.get("/Subtype", "/?"))[1:]), sheet.number)
        for sheet in file.sheets
        for one in sheet.page.get("/Annots", [])
        if str(one.get("/Subtype", "")) not in FOR_PRESS
    ]
    if "/AcroForm" in file.pdf.Root:
        hits.append(Hit(said("press-found.form")))
    return Judged(said("press-found.no-annotation"), tuple(dict.fromkeys(hits)))


def scripts(file: PrintFile) -> Judged:
    """Judge whether the file does anything when it is opened."""
    root = file.pdf.Root
    found = {key[1:] for key in ("/OpenAction", "/AA") if key in root} | {"AA" for one in file.sheets if "/AA" in one.page}
    found |= {str(one["/S"])[1:] for one in _dictionaries(file.pdf) if str(one.get("/S", "")) in ACTING}
    found |= {"JavaScript"} if "/JavaScript" in root.get("/Names", {}) else set()
    return Judged(said("press-found.no-script"), tuple(Hit(said("press-found.script", name=name)) for name in sorted(found)))


def attachments(file: PrintFile) -> Judged:
    """Judge whether other files are carried along."""
    names = sorted(str(one) for one in file.pdf.attachments)
    return Judged(said("press-found.no-attachment"), tuple(Hit(said("press-found.attachment", name=name)) for name in names))
