"""The speaker's notes of a slide: 讲稿, time, the source of each number, a likely question.

In: the author's talk, and where that is silent the slide's own message and figures. Out: paragraphs whose numbers keep their `use`, so
that the inspector proves the notes too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.document.model import Run, Talk, plain
from generator.layout.deck import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.document.model import Datum, RichText
    from generator.layout.deck.bench import Bench
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


def notes(bench: Bench, talk: Talk, spare: Spare) -> tuple[SlideParagraph, ...]:
    """Return the paragraphs of a slide's notes, in the order in which a speaker needs them."""
    letters, step = bench.letters, bench.ladders.speech
    script = tuple(one.text for one in talk.script) or spare.script
    sources = talk.sources or spare.sources or ((Run(words.NO_SOURCE),),)
    minutes = talk.minutes or (Run(spare.minutes),)
    asked = talk.question or (Run(spare.question),)
    answered = talk.answer or (() if talk.question else (Run(spare.answer),))
    return (
        letters.strong((Run(words.SCRIPT),), step),
        *(letters.words(line, step) for line in (*script, (Run(words.MINUTES), *minutes))),
        letters.strong((Run(words.SOURCES),), step),
        *(letters.words(line, step) for line in (*sources, (Run(words.QUESTION), *asked))),
        *((letters.words((Run(words.ANSWER), *answered), step),) if answered else ()),
    )
