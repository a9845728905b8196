"""Which exhibits a part shows in the deck's main part, and in which order: its `deck` in, names and charts by their places out.

A chart is called by its kind; the second of a kind is `bar 2`, and so on. So are the tables, pictures and quotations with a speaker of
a part's text, those of a story's after them.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from generator.content.model import Paragraph, TextTable
from generator.content.nodes import Scalar
from generator.content.slip import Slip
from generator.content.slips.spelling import did_you_mean
from generator.diagnostics import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.content.fields import Fields
    from generator.content.model import Block
    from generator.diagnostics import Words

FIGURES, POINTS, STORY, STATEMENT = "figures", "points", "story", "statement"
LETTER = "letter"
"""The kind of section whose slide is a statement: a letter's."""
TABLE, PICTURE, QUOTE = "table", "picture", "quote"
BROKEN = "bad-yaml"
"""The code of what stops YAML."""


def exhibits(part: Fields, blocks: Iterable[Block], *, theme: bool = False) -> tuple[str | int, ...] | None:
    """Return what a part's `deck` names, each once; None where it has none, and so leaves the choice. `blocks` are those of its texts.

    In a file with broken rows a name that means nothing may be that of a part which could not be read.
    """
    if part.mapping.get("deck") is None:
        return None
    known, found = _known(part, blocks, theme=theme), list[str | int]()
    for node in part.items("deck"):
        if not isinstance(node, Scalar) or not node.text:
            continue
        name = re.sub(r"\s+", " ", node.text.strip())
        if name not in known:
            if any(one.code == BROKEN for one in part.reader.sink.errors):
                continue
            part.reader.tell(Slip(said("unknown-exhibit.name", name=name), _cure(name, known)), node.span)
        elif known[name] in found:
            part.reader.tell(Slip(said("unknown-exhibit.again", name=name), said("unknown-exhibit.once")), node.span)
        else:
            found.append(known[name])
    return tuple(found)


def _known(part: Fields, blocks: Iterable[Block], *, theme: bool) -> dict[str, str | int]:
    """Return the exhibits that a part has, by name."""
    is_letter = part.text("kind") == LETTER
    parts = ((STORY, part.part(STORY) is not None), (STATEMENT, part.part(STATEMENT) is not None or is_letter))
    listed = ((FIGURES, theme), (POINTS, bool(part.items("points"))), *parts)
    own = {name: name for name, there in listed if there} | {name: name for name, _ in _numbered(_kinds(blocks))}
    return own | dict(_numbered(part.text("kind") for part in part.parts("charts")))


def _kinds(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield what each block that may have a slide is called."""
    before = ""
    for one in blocks:
        if not isinstance(one, Paragraph):
            yield TABLE if isinstance(one, TextTable) else PICTURE
        elif one.kind == "speaker" and before == "quote":
            yield QUOTE
        before = one.kind if isinstance(one, Paragraph) else ""


def _numbered(kinds: Iterable[str]) -> Iterator[tuple[str, int]]:
    seen: Counter[str] = Counter()
    for place, kind in enumerate(kinds):
        seen[kind] += 1
        yield kind if seen[kind] == 1 else f"{kind} {seen[kind]}", place


def _cure(name: str, known: dict[str, str | int]) -> Words:
    near = did_you_mean(name, tuple(known))
    if near:
        return said("hint.did-you-mean", cure=near)
    return said("unknown-exhibit.among", words=tuple(known)) if known else said("unknown-exhibit.none")
