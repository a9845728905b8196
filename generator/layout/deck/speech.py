"""The speech of a whole deck: what was said before is not said again, no title is read aloud, and every slide has its time.

In: slides with what there is to say to each. Out: the same with their notes set. A line that was said to a slide before, or that is the
slide's own title, is left out, but for one that holds a number which would then stand nowhere in the deck.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from math import ceil
from typing import TYPE_CHECKING

from generator.document.ledger import FOLIO
from generator.document.model import RichText, Run, plain
from generator.document.talks import ended
from generator.layout.deck import words
from generator.layout.deck.placements import uses_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.layout.deck.bench import Bench
    from generator.layout.deck.slide import Slide, SlideParagraph, Speech

CHARACTERS_A_MINUTE = 220
"""How fast a Chinese script is spoken before an audience."""
MINUTE, STEP = 60, 10
"""Seconds of a minute, and in how many of them a time is told, rounded up; a slide is shown for one step at the least."""
_MARKS = re.compile(r"[\s　。！？；，、：]")


def spoken(bench: Bench, slides: Sequence[Slide]) -> tuple[Slide, ...]:
    """Return the slides with their speech thinned and timed, and with their notes."""
    memory = _Memory({use for one in slides for use in uses_on(one)})
    slides = tuple(replace(one, speech=replace(one.speech, aside=one.speech.aside or one.hidden)) for one in slides)
    thinned = [replace(one.speech, script=tuple(memory.fresh(one))) for one in slides]
    timed: list[Speech] = []
    start = 0
    for one in thinned:
        timed.append(replace(one, start=start, seconds=_seconds(one)))
        start += timed[-1].seconds
    return tuple(
        replace(slide, speech=one, notes=tuple(_set(bench, one, start))) for slide, one in zip(slides, timed, strict=True)
    )


@dataclass(slots=True)
class _Memory:
    """What stands on slides and what has been said."""

    shown: set[str]
    said: set[str] = field(default_factory=set)

    def fresh(self, slide: Slide) -> Iterator[RichText]:
        """Yield the lines of a slide's script that are new; where none is, what is said otherwise."""
        speech, silent = slide.speech, True
        for line in (one for one in speech.script if not self._is_old(one, slide)):
            silent = False
            yield self._kept(line if speech.written else ended(line))
        if silent and speech.otherwise and not speech.aside and not self._is_old(speech.otherwise, slide):
            yield self._kept(speech.otherwise)

    def _is_old(self, line: RichText, slide: Slide) -> bool:
        bare = _bare(plain(line))
        return (bare in self.said or bare == _bare(slide.title)) and {run.use for run in line if run.use} <= self.shown

    def _kept(self, line: RichText) -> RichText:
        self.said.add(_bare(plain(line)))
        self.shown |= {run.use for run in line if run.use}
        return line


def _bare(sentence: str) -> str:
    """Return a sentence without marks and spaces, by which one is known again."""
    return _MARKS.sub("", sentence)


def _seconds(speech: Speech) -> int:
    """Return how long a slide is spoken to: the author's minutes, else by the length of the script."""
    if speech.aside:
        return 0
    length = sum(len(plain(line)) for line in speech.script)
    seconds = float(speech.minutes) * MINUTE if speech.minutes else length * MINUTE / CHARACTERS_A_MINUTE
    return max(1, ceil(seconds / STEP)) * STEP


def duration(seconds: int) -> str:
    """Return a time in words: 40秒, 1分20秒, 2分钟."""
    minutes, rest = divmod(seconds, MINUTE)
    if not minutes:
        return f"{rest}秒"
    return f"{minutes}分{rest}秒" if rest else f"{minutes}分钟"


def time(speech: Speech, whole: int) -> RichText:
    """Return how long a slide takes, from when on, and how long the whole deck does."""
    if speech.aside:
        return (Run(words.BACKUP),)
    taken, all_of_it = Run(duration(speech.seconds), FOLIO), Run(duration(whole), FOLIO)
    if not speech.start:
        return Run(words.ABOUT), taken, Run(words.AT_FIRST), all_of_it
    return Run(words.ABOUT), taken, Run(words.FROM), Run(duration(speech.start), FOLIO), Run(words.OF_ALL), all_of_it


def _set(bench: Bench, speech: Speech, whole: int) -> Iterator[SlideParagraph]:
    """Yield the paragraphs of a slide's notes, in the order in which a speaker needs them."""
    letters, step = bench.letters, bench.ladders.speech

    def part(head: str, lines: Iterable[RichText]) -> Iterator[SlideParagraph]:
        made = [letters.words(line, step) for line in lines]
        if made:
            yield letters.strong((Run(head),), step)
            yield from made

    yield from part(words.SCRIPT, speech.script)
    yield letters.words((Run(words.MINUTES), *time(speech, whole)), step)
    yield from part(words.REMARKS, speech.remarks)
    yield from part(words.SOURCES, speech.sources)
    if speech.question:
        yield letters.words((Run(words.QUESTION), *speech.question), step)
    if speech.answer:
        yield letters.words((Run(words.ANSWER), *speech.answer), step)
