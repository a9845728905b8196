"""The speaker's notes of a slide: 讲稿, time, the source of each number, a likely question.

In: the author's talk, and where that is silent the slide's own message and figures. Out: paragraphs whose numbers keep their `use`, so
that the inspector proves the notes too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.design import slide_grid as grid
from generator.document.model import Run, Talk, plain
from generator.layout.deck import styles, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.document.model import Datum, RichText
    from generator.layout.deck.slide import SlideParagraph

SILENT = Talk((), (), (), (), ())
"""The talk of a slide for which the author wrote none."""


@dataclass(frozen=True, slots=True)
class Spare:
    """What the notes say where the author's talk is silent."""

    script: tuple[RichText, ...]
    sources: tuple[RichText, ...] = ()
    minutes: str = words.GLANCE
    question: str = words.ASK_SOURCE
    answer: str = words.TELL_APPENDIX


def cite(data: Iterable[Datum]) -> tuple[RichText, ...]:
    """Return a line a figure: what it is, its number, where it stands."""
    return tuple(_citation(datum) for datum in data)


def _citation(datum: Datum) -> RichText:
    where = (Run("，"), *datum.source) if plain(datum.source) else (Run("，计算值"),) if datum.computed else ()
    return (*datum.label, Run("："), datum.number.run, *where)


def notes(talk: Talk, spare: Spare) -> tuple[SlideParagraph, ...]:
    """Return the paragraphs of a slide's notes, in the order in which a speaker needs them."""
    script = tuple(one.text for one in talk.script) or spare.script
    sources = talk.sources or spare.sources or ((Run(words.NO_SOURCE),),)
    minutes = talk.minutes or (Run(spare.minutes),)
    asked = talk.question or (Run(spare.question),)
    answered = talk.answer or (() if talk.question else (Run(spare.answer),))
    return (
        _head(words.SCRIPT),
        *map(_line, script),
        _line((Run(words.MINUTES), *minutes)),
        _head(words.SOURCES),
        *map(_line, sources),
        _line((Run(words.QUESTION), *asked)),
        *((_line((Run(words.ANSWER), *answered)),) if answered else ()),
    )


def _head(text: str) -> SlideParagraph:
    return styles.words(text, styles.BOLD, grid.SPEECH)


def _line(text: RichText) -> SlideParagraph:
    return styles.paragraph(text, styles.REGULAR, grid.SPEECH)
