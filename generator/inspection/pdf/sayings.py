"""What a PDF says beside its pages: properties, outline, alternative texts, notes and stamps.

In: an open PDF. Out: words, each with where they stand (ISO 32000-1, 12.3.3, 12.5, 14.3.3 and 14.9.3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

from generator.diagnostics import Words, said

if TYPE_CHECKING:
    from collections.abc import Iterator

PROPERTIES = ("/Title", "/Subject", "/Keywords", "/Author")
TOLD = {"/Alt": said("saying.alternative"), "/ActualText": said("saying.copied"), "/E": said("saying.expansion")}
HARMLESS = frozenset({"/Link"})
"""Annotations that paint nothing over the page."""


def sayings(pdf: pikepdf.Pdf) -> Iterator[tuple[Words, str]]:
    """Yield the words of properties, outline entries and structure elements."""
    for key in PROPERTIES:
        if key in pdf.docinfo:
            yield said("saying.property", name=key[1:]), str(pdf.docinfo[key])
    yield from (
        (said("saying.outline"), title) for title in _titles(pdf.Root.get("/Outlines", pikepdf.Dictionary()).get("/First"))
    )
    for page in pdf.pages:
        yield from ((said("saying.link"), str(one["/Contents"])) for one in page.get("/Annots", []) if "/Contents" in one)
    yield from _structure(pdf.Root.get("/StructTreeRoot"))


def stamps(page: pikepdf.Page) -> Iterator[Words]:
    """Yield the kinds of annotation on a page that may paint over it."""
    for one in page.get("/Annots", []):
        kind = str(one.get("/Subtype", ""))
        if kind not in HARMLESS:
            yield said("unread.annotation", kind=kind[1:])


def _titles(entry: Any) -> Iterator[str]:  # noqa: ANN401 - a pikepdf dictionary
    while entry is not None:
        yield str(entry.get("/Title", ""))
        yield from _titles(entry.get("/First"))
        entry = entry.get("/Next")


def _structure(tree: Any) -> Iterator[tuple[Words, str]]:  # noqa: ANN401 - a pikepdf dictionary
    waiting = [tree]
    while waiting:
        element = waiting.pop()
        if isinstance(element, pikepdf.Array):
            waiting += list(element)
        elif isinstance(element, pikepdf.Dictionary) and "/Obj" not in element:
            yield from ((what, str(element[key])) for key, what in TOLD.items() if key in element)
            if "/K" in element:
                waiting.append(element["/K"])
