"""Alterations of the report's blocks: addresses of its links, and the tags of lists, captions and notes."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from pikepdf import Name, String

from tests.planting.model import ANY, REPORT, WORDING, Table, shuffled
from tests.planting.paper import Paper
from tests.planting.report_tags import chosen

planted = Table(REPORT)


def outer(paper: Paper) -> list[Any]:
    """Return the links that lead out of the report."""
    found = (note for page in paper.pdf.pages for note in page.obj.get("/Annots", []))
    return [note for note in found if "/A" in note and "/URI" in note.A]


def led(name: str, due: str, change: Callable[[Any], None], says: str) -> None:
    def alter(rng: Random, paper: Paper) -> bool:
        for note in shuffled(rng, outer(paper))[:1]:
            change(note)
            return True
        return False

    planted.add(name, due, alter, says)


def _elsewhere(note: Any) -> None:
    note.A.URI = String("https://example.net/elsewhere")


def _said(note: Any) -> None:
    note.Contents = String("别处")


led("an address exchanged", WORDING, _elsewhere, "words lead to another address")
led("an address read out otherwise", WORDING, _said, "a link that leads out is read out otherwise")


def made(name: str, old: str, new: str, says: str) -> None:
    def alter(rng: Random, paper: Paper) -> bool:
        one = next(chosen(rng, paper, old), None)
        if one is not None:
            one.S = Name(f"/{new}")
        return one is not None

    planted.add(name, ANY, alter, says)


made("a list made a block", "L", "Div", "a list is a block")
made("a number of an item made words", "Lbl", "Span", "the number of an item is words")
made("a title of a table made a paragraph", "Caption", "P", "a caption is a paragraph")
made("a quotation made a paragraph", "BlockQuote", "Div", "a quotation is a block")
made("a link's words made plain", "Link", "Span", "the words of a link are plain")

KINDS = tuple(planted.kinds)
