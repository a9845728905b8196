"""Rules about what lies over a page: links, form fields, media, attachments, printer's marks (checkpoints 11 and 28).

Annotations that are hidden or lie off the page are asked nothing (ISO 14289-1, 7.18.1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

from generator.inspection.audit.matterhorn.opened import Fault, Looked, Note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.inspection.audit.matterhorn.opened import Opened

_DEFINED = (
    "Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Popup "
    "FileAttachment Sound Movie Widget Screen PrinterMark TrapNet Watermark 3D Redact"
)
DEFINED = frozenset(_DEFINED.split())
"""The kinds of annotation that there are (ISO 32000-1, table 169)."""

UNTAGGED = frozenset({"Widget", "Link", "PrinterMark", "Popup"})
"""Kinds that have tags of their own, or none."""


def _among(notes: Iterable[Note], keeps: Callable[[Note], bool]) -> Looked:
    found = tuple(notes)
    return Looked(len(found), tuple(one.fault for one in found if not keeps(one)))


def _within(note: Note, kind: str) -> bool:
    return note.holder is not None and note.holder.kind == kind


def of_kind(kind: str, keeps: Callable[[Note], bool]) -> Callable[[Opened], Looked]:
    """Return the look for annotations of a kind that do not keep a rule."""
    return lambda opened: _among((one for one in opened.notes if one.kind == kind), keeps)


def untagged(opened: Opened) -> Looked:
    """Look for annotations outside of an Annot element, those with tags of their own aside."""
    return _among((one for one in opened.notes if one.kind not in UNTAGGED), lambda one: _within(one, "Annot"))


def unspoken(opened: Opened) -> Looked:
    """Look for annotations without words."""
    return _among((one for one in opened.notes if one.kind not in {"Widget", "Popup"}), lambda one: bool(one.words))


def unknown(opened: Opened) -> Looked:
    """Look for annotations of kinds that nobody defines, without an Annot element or without words."""
    return _among((one for one in opened.notes if one.kind not in DEFINED), lambda one: _within(one, "Annot") and bool(one.words))


def unspoken_fields(opened: Opened) -> Looked:
    """Look for form fields without a name to read out."""
    return _among((one for one in opened.notes if one.kind == "Widget"), lambda one: bool(_field_name(one) or _alt(one)))


def _alt(note: Note) -> str:
    return note.holder.words.get("alt", "") if note.holder else ""


def _field_name(note: Note) -> str:
    given = note.given
    return str(given.get("/TU", "") or given.get("/Parent", {}).get("/TU", ""))


def language_of_notes(opened: Opened) -> Looked:
    """Look for words of annotations whose language nobody says."""
    return _among((one for one in opened.notes if one.given.get("/Contents")), lambda one: _speaks(opened, one))


def language_of_fields(opened: Opened) -> Looked:
    """Look for names of form fields whose language nobody says."""
    return _among((one for one in opened.notes if one.kind == "Widget" and _field_name(one)), lambda one: _speaks(opened, one))


def _speaks(opened: Opened, note: Note) -> bool:
    return bool(opened.language or note.given.get("/Lang") or opened.tree.language(note.holder))


def _pages_with_notes(opened: Opened) -> list[tuple[int, Any]]:
    pages = {note.page for note in opened.notes}
    return [(number, page) for number, page in enumerate(opened.pdf.pages, 1) if number in pages]


def no_order(opened: Opened) -> Looked:
    """Look for pages with annotations that say nothing of their order."""
    found = _pages_with_notes(opened)
    return Looked(len(found), tuple(Fault(page=number) for number, page in found if "/Tabs" not in page))


def other_order(opened: Opened) -> Looked:
    """Look for pages with annotations whose order is not that of the structure."""
    found = [(number, page) for number, page in _pages_with_notes(opened) if "/Tabs" in page]
    return Looked(len(found), tuple(Fault(page=number) for number, page in found if page["/Tabs"] != "/S"))


def media(key: str) -> Callable[[Opened], Looked]:
    """Return the look for clips of media that lack an entry."""

    def look(opened: Opened) -> Looked:
        found = [one for one in opened.pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/MCD"]
        return Looked(len(found), tuple(Fault(str(one.get("/N", ""))) for one in found if key not in one))

    return look


def names_its_file(given: Any) -> bool:  # noqa: ANN401 - a pikepdf dictionary
    """Tell whether a file specification has both names of its file."""
    return all(str(given.get(key, "")) for key in ("/F", "/UF"))


def is_unmarked(note: Note) -> bool:
    """Tell whether the appearance of a printer's mark is an artifact."""
    shown = note.given.get("/AP", {}).get("/N")
    return isinstance(shown, pikepdf.Stream) and shown.read_bytes().lstrip().startswith(b"/Artifact")


links_tagged = of_kind("Link", lambda one: _within(one, "Link"))
"""Links outside of a Link element."""
links_spoken = of_kind("Link", lambda one: bool(one.given.get("/Contents")))
"""Links without words of their own."""
fields_tagged = of_kind("Widget", lambda one: _within(one, "Form"))
"""Form fields outside of a Form element."""
trap_networks = of_kind("TrapNet", lambda _one: False)
"""Trap networks."""
attachments = of_kind("FileAttachment", lambda one: names_its_file(one.given.get("/FS", {})))
"""Attachments without both names of their file."""
printer_marks_tagged = of_kind("PrinterMark", lambda one: "/StructParent" not in one.given and one.holder is None)
"""Printer's marks among the tags."""
printer_marks_shown = of_kind("PrinterMark", is_unmarked)
"""Printer's marks whose appearance is no artifact."""
