"""The pages of a theme: its opener on a left page, and after it an odd number, so that the next theme opens on a left page too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.layout.book.chapter import chapter
from generator.layout.book.composition import composed
from generator.layout.book.draft import PageDraft, drafted
from generator.layout.book.lone_pages import headline_page, story_pages
from generator.layout.book.opener import opener
from generator.layout.book.ways import ways

if TYPE_CHECKING:
    from generator.document.model import Theme
    from generator.layout.book.chapter import Chapter
    from generator.layout.book.compositor import Compositor


def theme_pages(compositor: Compositor, theme: Theme, number: int, age: int) -> tuple[PageDraft, ...]:
    """Return the pages of a theme from an even page number on, an even number of them; `age` counts the themes up to it."""
    return (opener(compositor, theme, number, age), *_inside(chapter(compositor, theme), number + 1))


def _inside(told: Chapter, first: int) -> tuple[PageDraft, ...]:
    """Return an odd number of pages, composed at the least cost, with what follows them alone on its page."""
    compositor, theme = told.compositor, told.theme
    alone = story_pages(compositor, theme, theme.story, first) if theme.story else ()
    found = composed(ways(told, len(alone)), first, odd=True)
    if found is None:
        return (headline_page(compositor, theme, first),)
    made = [*drafted(found.layers, first, theme.name.text, (told.inks.main, told.inks.pale))]
    for one in found.way.after:
        number = first + len(made)
        made += story_pages(compositor, theme, theme.story, number) if one == "story" and theme.story else ()
        made += [headline_page(compositor, theme, number)] if one == "headline" else []
    return tuple(made)
