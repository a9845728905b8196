"""The blocks of a part's text that have slides of their own, by the names under which its `deck` calls them.

In: a theme or a section. Out: its tables, pictures and quotations with a speaker, in order; the second table is `table 2`. A story's
come after those of the theme's own text.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, TypeAlias

from generator.document.model import (
    PICTURE,
    QUOTE,
    TABLE,
    Footnote,
    Paragraph,
    Phrase,
    Picture,
    Section,
    Statement,
    TextTable,
    Theme,
    listed,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.document.model import Block, RichText, Story

MOST_ROWS = 8
"""A table of more rows is looked up and not told: its place is the backup, unless the author calls it."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody said within a text, as a statement, and the notes to which its marks lead."""

    said: Statement
    notes: tuple[Footnote, ...] = ()


Shown: TypeAlias = TextTable | Picture | Quotation


def named(part: Theme | Section) -> dict[str, Shown]:
    """Return the blocks of a part that have slides, by their names."""
    return _named(_all_of(part), part.source)


def of_text(part: Theme | Section) -> tuple[str, ...]:
    """Return the names of those that stand in a part's own text, not in its story."""
    return tuple(_named(part.blocks, part.source))


def is_long(shown: Shown) -> bool:
    """Tell whether a block is looked up and not told."""
    return isinstance(shown, TextTable) and len(shown.rows) > MOST_ROWS


def kind_of(name: str) -> str:
    """Return what kind of an exhibit a name calls: the first word of it."""
    return name.partition(" ")[0]


def listings(theme: Theme) -> tuple[RichText, ...]:
    """Return the lists of a theme's own text, each as one sentence."""
    grouped = groupby(theme.blocks, key=lambda one: isinstance(one, Paragraph) and one.kind == "item")
    lists = ([one.text for one in items if isinstance(one, Paragraph)] for is_list, items in grouped if is_list)
    return tuple(listed(items, "；") for items in lists)


def nearest(theme: Theme | Section, picture: Picture) -> Paragraph | None:
    """Return the paragraph beside which a picture of a part's own text stands: the last before it, the first has else the one after it.

    None is beside two pictures. What a story says is on its own slide.
    """
    before, after = _parted(theme.blocks, picture)
    own = [*takewhile(lambda one: not isinstance(one, Picture), reversed(before))]
    first = len(own) == len(before)
    next_ = takewhile(lambda one: not isinstance(one, Picture), after) if first else ()
    return next((one for one in (*own, *next_) if isinstance(one, Paragraph) and one.kind == "text"), None)


def _parted(blocks: tuple[Block, ...], picture: Picture) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    at = next((at for at, one in enumerate(blocks) if one is picture), None)
    return ((), ()) if at is None else (blocks[:at], blocks[at + 1 :])


def portrayed(story: Story) -> Picture | None:
    """Return the picture that stands on a story's own slide: its first, where it has no number to set large."""
    return None if story.figures else next((one for one in story.blocks if isinstance(one, Picture)), None)


def _all_of(part: Theme | Section) -> tuple[Block, ...]:
    story = part.story if isinstance(part, Theme) else None
    return (*part.blocks, *(story.blocks if story else ()))


def _named(blocks: Iterable[Block], source: RichText) -> dict[str, Shown]:
    counted = Counter[str]()
    made = dict[str, Shown]()
    for one in _shown(blocks, source):
        kind = TABLE if isinstance(one, TextTable) else PICTURE if isinstance(one, Picture) else QUOTE
        counted[kind] += 1
        made[kind if counted[kind] == 1 else f"{kind} {counted[kind]}"] = one
    return made


def _shown(blocks: Iterable[Block], source: RichText) -> Iterator[Shown]:
    """Yield tables and pictures, and a quotation for each speaker that follows what was said."""
    said: list[Paragraph] = []
    for one in blocks:
        if isinstance(one, Paragraph) and one.kind == "quote":
            said.append(one)
            continue
        if not isinstance(one, Paragraph):
            yield one
        elif one.kind == "speaker" and said:
            yield _quotation(said, one, source)
        said = []


def _quotation(said: list[Paragraph], speaker: Paragraph, source: RichText) -> Quotation:
    text = tuple(run for one in said for run in one.text)
    statement = Statement(Phrase(text, said[0].origin), Phrase(speaker.text, speaker.origin), source, said[0].origin)
    return Quotation(statement, tuple(note for one in (*said, speaker) for note in one.notes))
