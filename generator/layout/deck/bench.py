"""What a slide is made with: the bench where all are made, the part of the deck that it belongs to, and its turn.

In: the desk. Out: frozen values that every maker of slides is handed; none of them gathers anything.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.design.ladders import Ladders, ladders
from generator.document.ledger import UseKind
from generator.layout.deck.gauge import Gauge
from generator.layout.deck.letters import Letters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.design.look import Look
    from generator.design.palette import ThemeInks
    from generator.design.slide_grid import SlideGrid
    from generator.design.type_scale import Scale
    from generator.document.model import ResolvedReport, RichText
    from generator.layout.desk import Desk
    from generator.pictures.model import Picture
    from generator.template.model import Template


@dataclass(frozen=True, slots=True)
class Bench:
    """The desk's report, look, scale and grid, with a gauge of its faces, letters in its inks, and ladders of its sizes.

    `figures` are the uses that are figures, and of which: they stand out in a text, periods and labels do not. `template` is what the
    deck is built into, if anything; `pictures` are the author's, by the names of their files.
    """

    report: ResolvedReport
    look: Look
    scale: Scale
    grid: SlideGrid
    gauge: Gauge
    letters: Letters
    ladders: Ladders
    figures: Mapping[str, str]
    template: Template | None = None
    pictures: Mapping[str, Picture] = field(default_factory=dict)

    def told(self, *texts: RichText) -> frozenset[str]:
        """Return the figures whose numbers stand in texts."""
        return frozenset(self.figures[run.use] for text in texts for run in text if run.use in self.figures)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the deck: its inks, the line over its titles, the step reached of the themes (0 is none), and its theme's name.

    `back` is the key of the part to which its slides lead back: those of the backup do.
    """

    inks: ThemeInks
    kicker: RichText
    step: int = 0
    steps: int = 0
    name: RichText = ()
    back: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """When a slide's turn comes: its number, the titles of those before it, for no two slides share one, and where parts begin.

    `starts` are the numbers of first slides, by the key of their part: what a link leads to.
    """

    number: int
    titles: frozenset[str] = frozenset()
    starts: Mapping[str, int] = field(default_factory=dict)


TRIAL = Turn(0)
"""The turn of a slide that is only tried out."""


def bench_for(desk: Desk) -> Bench:
    """Return the bench of a desk."""
    report, look = desk.report, desk.look
    figures = {use.id: use.figure for use in report.ledger.uses if use.kind in (UseKind.FIGURE, UseKind.DERIVED)}
    made = Gauge(desk.library), Letters(look), ladders(look.slide), figures
    return Bench(report, look, look.slide, desk.slide, *made, desk.template, desk.pictures)
