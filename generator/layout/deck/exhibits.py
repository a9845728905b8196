"""Which slides a part of the deck has, in which order: chosen by the author, else by what each would add.

In: a theme or a section. Out: its exhibits by name, those of the main part in a presenter's order, and those that the author left to
the backup. No slide tells what its neighbour has told: heroes leave out what a chart or the story shows, points stand only where they
bring figures of their own or nothing else is there, and what somebody said has no slide where the part's other slides say it already.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from generator.document.model import FIGURES as NUMBERS
from generator.document.model import POINTS, STATEMENT, STORY, Run, plain
from generator.layout.deck.blocks import Quotation, is_long, listings, named, of_text, portrayed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.document.model import Chart, Datum, RichText, Section, Statement, Story, Theme
    from generator.layout.deck.bench import Bench
    from generator.layout.deck.blocks import Shown

Name: TypeAlias = str | int
"""An exhibit: the key figures, the points, the story, the statement, a block of the text by its name, or a chart by its place."""
MOST_LARGE, MOST_SMALL = 3, 4
"""Heroes of a slide, and the numbers of the strip under them."""
OF_WORDS, VOICES = ("", "text"), "quotations"
"""Kinds of sections whose words are their matter, and the one in which each voice is heard."""
SAYS = "说："
LONGEST_SAID = 120
"""A quotation of more characters is read, not shown."""
NEWS = 2
"""Points that bring fewer figures of their own have no slide."""
_MARKS = re.compile(r"[\s　。！？；，、：“”‘’「」]")


@dataclass(frozen=True, slots=True)
class Choice:
    """The exhibits of the main part in order, and those left to the backup."""

    main: tuple[Name, ...]
    backup: tuple[Name, ...]


def of_theme(bench: Bench, theme: Theme) -> Choice:
    """Return a theme's exhibits: the author's choice, else figures, points that add, charts, story, what somebody said."""
    told, charts, story = named(theme), tuple(range(len(theme.charts))), ((STORY,) if theme.story else ())
    own = of_text(theme)
    later = tuple(one for one in told if one not in own and not (theme.story and told[one] is portrayed(theme.story)))
    figures = (NUMBERS,) if any(numbers(bench, theme)) else ()
    if theme.deck is not None:
        points = (POINTS,) if _has_points(theme) else ()
        whole = (*figures, *points, *charts, *own, *story, *later, *_spoken(theme.statement, ()))
        return Choice(theme.deck, tuple(one for one in whole if one not in theme.deck))
    points = (POINTS,) if _points_add(bench, theme) else ()
    read = tuple(_read_in(theme))
    voices = (*_spoken(theme.statement, read), *_quoted(told, theme.statement, read))
    main = (*figures, *points, *charts, *_seen(told, own), *story, *_seen(told, later), *voices)
    return Choice(main, tuple(one for one in told if is_long(told[one])))


def unshown(bench: Bench, theme: Theme) -> tuple[RichText, ...]:
    """Return what the author wrote for slides that a theme does not have: it is for the speaker, with the divider.

    So are the lists of its text where it has no points, and what is said there that has no slide.
    """
    choice = of_theme(bench, theme)
    there = (*choice.main, *choice.backup)
    headline = () if NUMBERS in there or not theme.headline.text else (theme.headline.text,)
    lone = len(theme.points) == 1 and NUMBERS in there and not theme.headline.text
    own = POINTS not in there and not lone and not _of_heroes(theme)
    told = named(theme)
    voices = (one for name, one in told.items() if isinstance(one, Quotation) and name not in there)
    lists = listings(theme) if _of_heroes(theme) or not theme.points else ()
    said = ((*one.said.who.text, Run(SAYS), *one.said.text.text) for one in voices)
    return (*headline, *(one.text for one in theme.points if own), *lists, *said)


def _seen(told: Mapping[str, Shown], names: Iterable[str]) -> Iterator[str]:
    """Yield what is shown and not said: tables for a talk, and pictures."""
    yield from (one for one in names if not is_long(told[one]) and not isinstance(told[one], Quotation))


def _quoted(told: Mapping[str, Shown], statement: Statement | None, read: Iterable[RichText]) -> Iterator[str]:
    """Yield the first quotation of a part that has no statement, unless it is long or its words are read on the part's slides."""
    quotations = ((name, one.said) for name, one in told.items() if isinstance(one, Quotation))
    for name, said in [*quotations][:1] if statement is None else ():
        if len(said.text.text) and len(plain(said.text.text)) <= LONGEST_SAID and _spoken(said, read):
            yield name


def of_section(section: Section) -> Choice:
    """Return the exhibits of a part outside the themes: its points, or its words where there is no chart; what it shows; voices."""
    told = {} if section.letter else named(section)
    if section.letter and section.deck is None:
        return Choice((STATEMENT,), ())
    words = (POINTS,) if section.points or (section.kind in OF_WORDS and _is_text(section)) else ()
    own = (*words, *range(len(section.charts)))
    if section.deck is not None:
        whole = (STATEMENT,) if section.letter else (*own, *told, *_spoken(section.statement, ()))
        return Choice(section.deck, tuple(one for one in whole if one not in section.deck))
    points = tuple(one.text for one in section.points)
    read = (section.message.text, *(points or (one.text for one in section.text if words)))
    voices = (*_spoken(section.statement, read), *_quoted(told, section.statement, read))
    if section.kind == VOICES:
        voices = tuple(name for name, one in told.items() if isinstance(one, Quotation))
    return Choice((*own, *_seen(told, told), *voices), tuple(one for one in told if is_long(told[one])))


def _is_text(section: Section) -> bool:
    """Tell whether a part's words are all that it has to show, or it has nothing but its message."""
    if section.charts:
        return False
    shown = section.statement is not None and section.message.text == section.name.text
    return bool(section.text) or not (shown or len(section.blocks))


def _spoken(statement: Statement | None, read: Iterable[RichText]) -> tuple[Name, ...]:
    """Return the exhibit of a statement, unless one of the texts that are read on the part's slides has its words, or they have it."""
    if statement is None:
        return ()
    said = _bare(statement.text.text)
    texts = (bare for text in read if (bare := _bare(text)))
    return () if any(said in text or text in said for text in texts) else (STATEMENT,)


def _bare(text: RichText) -> str:
    """Return a text without marks, by which it is known again."""
    return _MARKS.sub("", plain(text))


def _read_in(theme: Theme) -> Iterator[RichText]:
    """Yield the texts that are read on a theme's slides."""
    yield from (theme.message.text, theme.headline.text, *(one.text for one in theme.points))
    yield from (chart.message.text for chart in theme.charts)
    if story := theme.story:
        yield from (story.message.text, *((story.brief.text,) if story.brief else (one.text for one in story.text)))


def shown_elsewhere(bench: Bench, theme: Theme) -> frozenset[str]:
    """Return the figures that the charts and the story of a theme show in the main part."""
    main = theme.deck if theme.deck is not None else (*range(len(theme.charts)), STORY)
    charts = (chart_figures(bench, theme.charts[one]) for one in main if isinstance(one, int))
    story = _story_figures(bench, theme.story) if theme.story and STORY in main else frozenset()
    return frozenset(story.union(*charts))


def numbers(bench: Bench, theme: Theme) -> tuple[tuple[Datum, ...], tuple[Datum, ...]]:
    """Return a theme's large numbers and the small ones under them: what no chart and no story shows; the rest the backup tells.

    Heroes that are all shown elsewhere stand all the same where the author asks for the slide. A number that the story's text is
    about is no small number either: what it is of would not be known. One that would be left alone stands with the large ones, or
    for nothing: a single number makes a slide only where it is the only hero.
    """
    told = shown_elsewhere(bench, theme)
    untold = tuple(hero for hero in theme.heroes if hero.figure not in told)
    asked = theme.deck is not None and NUMBERS in theme.deck
    large = untold or (theme.heroes if asked or not told else ())
    seen = told | {datum.figure for datum in large} | (_story_matter(bench, theme.story) if theme.story else frozenset())
    small = (*large[MOST_LARGE:], *(datum for datum in theme.figures if datum.figure not in seen))
    if len(small) == 1:
        large, small = (*large[:MOST_LARGE], *small)[:MOST_LARGE], ()
    if len(large) + len(small) == 1 and len(theme.heroes) > 1 and not asked:
        return (), ()
    return large[:MOST_LARGE], small[:MOST_SMALL]


def story_figure(bench: Bench, story: Story) -> Datum | None:
    """Return the figure of a story that stands large: the last that its message tells, else its first."""
    named = {datum.figure: datum for datum in reversed(story.figures)}
    last = (bench.figures.get(run.use, "") for run in reversed(story.message.text))
    return next((named[one] for one in last if one in named), next(iter(story.figures), None))


def chart_figures(bench: Bench, chart: Chart) -> frozenset[str]:
    """Return the figures that a chart shows."""
    named = {datum.figure for datum in _data(chart)}
    result = (chart.result.run,) if chart.result else ()
    return bench.told(chart.message.text, result, *(event.text for event in chart.events)) | named


def _story_figures(bench: Bench, story: Story) -> frozenset[str]:
    """Return the figures on a story's slide."""
    large = story_figure(bench, story)
    texts = (story.title, story.message, *((story.brief,) if story.brief else ()))
    return bench.told(*(one.text for one in texts)) | ({large.figure} if large else frozenset())


def _story_matter(bench: Bench, story: Story) -> frozenset[str]:
    """Return the figures that a story is about."""
    return bench.told(*(one.text for one in story.text)) | {datum.figure for datum in story.figures}


def _data(chart: Chart) -> Iterator[Datum]:
    yield from chart.data
    yield from (datum for pair in chart.pairs for datum in (pair.then, pair.now))


def _of_heroes(theme: Theme) -> bool:
    """Tell whether points are made of the heroes."""
    return {one.origin for one in theme.points} == {hero.origin for hero in theme.heroes}


def _has_points(theme: Theme) -> bool:
    """Tell whether a theme has points of its own for a slide; one alone has none, on which it would be title and body."""
    return len(theme.points) > 1 and not _of_heroes(theme)


def _points_add(bench: Bench, theme: Theme) -> bool:
    """Tell whether the author's points bring figures of their own, or a theme has neither chart nor story and they are all there is."""
    if not _has_points(theme) or not (theme.charts or theme.story):
        return _has_points(theme)
    large, small = numbers(bench, theme)
    told = shown_elsewhere(bench, theme) | {datum.figure for datum in (*large, *small)}
    told |= bench.told(theme.message.text, theme.headline.text)
    return sum(bool(bench.told(one.text) - told) for one in theme.points) >= NEWS
