"""What is said to a slide: 讲稿, the source of each number, a likely question where there is one.

In: the author's talk, and where that is silent the slide's own words and figures. Out: a speech in words, whose numbers keep their
`use`, so that the inspector proves the notes too. What it takes and what was said before is known when all slides are made (`speech`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.document.model import Datum, Footnote, RichText, Run, Talk, listed, plain
from generator.layout.deck import words
from generator.layout.deck.slide import Speech

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.document.model import Theme
    from generator.layout.deck.bench import Part

SILENT = Talk((), "", (), (), ())
"""The talk of a slide for which the author wrote none."""

COLON = "："
MOST_READ = 4
"""More figures than these are not read out: they stand there."""


@dataclass(frozen=True, slots=True)
class Spare:
    """What the notes say where the author's talk is silent; `sources` are the slide's figures, or lines in words.

    A slide that is `aside` is turned to when asked; `otherwise` is said where nothing of the script is new, else the first figures.
    `remarks` are the notes of the author's to which marks on the slide lead.
    """

    script: tuple[RichText, ...]
    sources: tuple[Datum | RichText, ...] = ()
    aside: bool = False
    otherwise: RichText = ()
    remarks: tuple[Footnote, ...] = ()


def cite(data: Iterable[Datum]) -> tuple[Datum, ...]:
    """Return the figures that a slide's notes give a line each."""
    return tuple(data)


def notes(talk: Talk, spare: Spare) -> Speech:
    """Return what is said to a slide: the talk's script, else the slide's own words."""
    data = [one for one in spare.sources if isinstance(one, Datum)]
    script = tuple(map(_spoken, tuple(one.text for one in talk.script) or spare.script))
    own = tuple(_citation(one) if isinstance(one, Datum) else one for one in spare.sources)
    named = {plain(one.label) for one in data}
    told = (one for one in talk.sources if plain(one).partition(COLON)[0] not in named)
    sources = tuple(dict.fromkeys((*own, *told)))
    asked = talk.question, talk.answer, talk.minutes
    otherwise = spare.otherwise or _figures(data[:MOST_READ])
    remarks = tuple((*one.mark, Run(words.SPACE), *one.text) for one in spare.remarks if one.mark)
    return Speech(script, sources, *asked, aside=spare.aside, written=talk.written, otherwise=otherwise, remarks=remarks)


def _spoken(line: RichText) -> RichText:
    """Return a line as it is said: without the marks of notes."""
    return tuple(run for run in line if not run.note)


def _figures(data: Iterable[Datum]) -> RichText:
    """Return the first figures of a slide as a sentence, for where nothing else is left to say."""
    told = listed(((*one.label, one.number.run) for one in data), "，")
    return (Run(words.NUMBERS_LEAD), *told, Run("。")) if told else ()


def _citation(datum: Datum) -> RichText:
    """Return a figure's line: what it is, its number, its period, where it stands."""
    where = datum.source if plain(datum.source) else (Run("计算值"),) if datum.computed else ()
    told = (one for one in ((replace(datum.number.run, emphasis=True),), datum.period, where) if plain(one))
    return (*datum.label, Run(COLON), *listed(told, "，"))


def greeting(organization: RichText) -> RichText:
    """Return how a talk begins."""
    before, after = words.GREETING
    return Run(before), *organization, Run(after)


def leading_over(theme: Theme, part: Part) -> RichText:
    """Return what leads over to a theme: its name, for its message stands there to be read."""
    first, between, last = words.NEXT
    return Run(first if part.step == 1 else last if part.step == part.steps else between), *theme.name.text, Run("。")
