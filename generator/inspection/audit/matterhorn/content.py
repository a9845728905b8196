"""Rules about what pages paint: inside a tag or an artifact, in a language, as characters that can be read (checkpoints 1, 10, 11, 17)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pikepdf

from generator.inspection.audit.matterhorn.opened import SHORT, Fault, Looked, whole
from generator.inspection.pdf.fonts import MISSING
from generator.inspection.pdf.model import ARTIFACT, BARE, Stroke
from generator.inspection.pdf.tags import Held
from generator.statement.model import Kind, Thing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.inspection.audit.matterhorn.opened import Opened
    from generator.inspection.pdf.model import PageText, Tag

LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
"""A language's tag (RFC 3066, 2.1)."""


def _contents(page: PageText) -> Iterator[tuple[Stroke | Thing, Tag]]:
    """Yield what is painted with its tag: words that are read out in place of something are not."""
    for one, tag in zip(page.painted, page.tags, strict=True):
        if isinstance(one, Stroke) or one.kind is not Kind.ALT:
            yield one, tag


def _name(one: Stroke | Thing, page: PageText) -> str:
    """Return the text of something; what is no text has its page alone."""
    return "".join(char.text for char in page.chars[one.start : one.end])[:SHORT] if isinstance(one, Stroke) else ""


def _nested(*, artifact: bool) -> Callable[[Opened], Looked]:
    def look(opened: Opened) -> Looked:
        faults = tuple(
            Fault(page=page.number) for page in opened.pages for tag in page.nested if (tag.content == ARTIFACT) is artifact
        )
        asked = sum((tag.content == ARTIFACT) is artifact for page in opened.pages for tag in set(page.tags) - {BARE})
        return Looked(max(asked, len(faults)), faults)

    return look


artifact_in_content = _nested(artifact=True)
"""An artifact inside of tagged content."""
content_in_artifact = _nested(artifact=False)
"""Tagged content inside of an artifact."""


def untagged(opened: Opened) -> Looked:
    """Look for what is neither an artifact nor content of an element that it leads back to, in a file that says it is tagged."""
    asked, faults = 0, list[Fault]()
    for page in opened.pages:
        for one, tag in _contents(page):
            asked += 1
            held = tag.content >= 0 and opened.tree.holder(Held(page.number, tag.content)) is not None
            if not (tag.content == ARTIFACT or held):
                faults.append(Fault(_name(one, page), page.number))
    loose = [opened.fault(one) for one in opened.tree.walk() if not one.rooted]
    return Looked(asked, (*faults, *loose, *(() if _says(opened, "/Marked") else (Fault(),))))


def suspects(opened: Opened) -> Looked:
    """Look whether the file calls its own tags doubtful."""
    return whole(kept=not _says(opened, "/Suspects"))


def _says(opened: Opened, key: str) -> bool:
    return bool(opened.pdf.Root.get("/MarkInfo", pikepdf.Dictionary()).get(key, False))


def _unread(page: PageText, held: Callable[[Tag], bool]) -> Iterator[tuple[str, bool]]:
    """Yield pieces of text with whether each has a character that cannot be told."""
    for one, tag in zip(page.painted, page.tags, strict=True):
        if isinstance(one, Stroke) and held(tag):
            text = "".join(char.text for char in page.chars[one.start : one.end])
            yield text, MISSING in text or any(not char.text for char in page.chars[one.start : one.end])


def unmapped(opened: Opened) -> Looked:
    """Look for characters whose codes stand for nothing in Unicode."""
    found = [(page.number, *one) for page in opened.pages for one in _unread(page, lambda _tag: True)]
    return Looked(len(found), tuple(Fault(text[:SHORT], page) for page, text, lost in found if lost))


def unmapped_formula(opened: Opened) -> Looked:
    """Look for characters of formulas whose codes stand for nothing in Unicode."""
    formulas = {held for one in opened.of_kind("Formula") for each in one.walk() for held in each.held}
    found = [
        (page.number, *one)
        for page in opened.pages
        for one in _unread(page, lambda tag, on=page.number: Held(on, tag.content) in formulas)  # type: ignore[misc]
    ]
    return Looked(len(found), tuple(Fault(text[:SHORT], page) for page, text, lost in found if lost))


def language_of_text(opened: Opened) -> Looked:
    """Look for text on pages whose language nobody says, and for languages that are none."""
    found = [(page, one, tag) for page in opened.pages for one, tag in _contents(page) if isinstance(one, Stroke)]
    faults = [Fault(_name(one, page), page.number) for page, one, tag in found if not _speaks(opened, page.number, tag)]
    said = [opened.language, *(one.words["language"] for one in opened.tree.walk() if "language" in one.words)]
    return Looked(len(found), (*faults, *(Fault(one) for one in said if one and not LANGUAGE.fullmatch(one))))


def _speaks(opened: Opened, page: int, tag: Tag) -> bool:
    return bool(opened.language or tag.language or opened.tree.language(opened.tree.holder(Held(page, tag.content))))


def language_of_words(opened: Opened) -> Looked:
    """Look for words that stand for something (Alt, ActualText, E) whose language nobody says."""
    elements = [one for one in opened.tree.walk() if one.words.keys() & {"alt", "actual", "expansion"}]
    spoken = [(page.number, tag) for page in opened.pages for tag in page.spoken]
    silent = [opened.fault(one) for one in elements if not (opened.language or opened.tree.language(one))]
    return Looked(
        len(elements) + len(spoken), (*silent, *(Fault(page=page) for page, tag in spoken if not _speaks(opened, page, tag)))
    )
