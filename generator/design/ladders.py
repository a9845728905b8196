"""The ladders of sizes on a slide: what a text may step down where there is little room, and never below its last step.

In: the deck's type scale. Out: ladders from the largest step to the least (body 18 pt, tables 14, notes to a number 12), and the sizes
that only one kind of text has, which count in eighteenths of the body.
"""

from dataclasses import dataclass

from generator.design.type_scale import BESIDE, Scale, Step
from generator.units import Length

BODY = 18
"""The body in the parts in which a step is given here: points in the house's own scale."""


@dataclass(frozen=True, slots=True)
class Ladders:
    """Ladders by what they are for; `statements` are a story's name, and a cover's title of three lines.

    `briefs` are a story in two lines, `quotes` what somebody said. Labels stand under a hero, `card_labels` under a small number.
    Rather than under `hero_whole`, a hero's qualifier and unit go farther down: `hero_drops` counts the steps under its digits.
    `tight_table` draws the lines of the least table together, where that saves a slide; `speech` is read at a desk.
    """

    covers: tuple[Step, ...]
    statements: tuple[Step, ...]
    bodies: tuple[Step, ...]
    points: tuple[Step, ...]
    briefs: tuple[Step, ...]
    quotes: tuple[Step, ...]
    summaries: tuple[Step, ...]
    few_summaries: tuple[Step, ...]
    single_summary: tuple[Step, ...]
    tables: tuple[Step, ...]
    text_tables: tuple[Step, ...]
    labels: tuple[Step, ...]
    card_labels: tuple[Step, ...]
    heroes: tuple[Length, ...]
    hero_whole: Length
    hero_drops: tuple[int, ...]
    cards: tuple[Length, ...]
    glances: tuple[Length, ...]
    tight_table: Step
    kicker: Step
    agenda_number: Step
    divider_number: Step
    speech: Step


def ladders(scale: Scale) -> Ladders:
    """Return the ladders of a deck's scale."""

    def step(size: float, leading: float) -> Step:
        return Step(round(scale.body.size * size / BODY), round(scale.body.size * leading / BODY))

    tables = (step(18, 28), step(16, 23), scale.table)
    small, few = (scale.lead, scale.heading_3, scale.body), (scale.heading_1, scale.heading_2)
    return Ladders(
        covers=(step(66, 88), scale.cover, scale.title),
        statements=(scale.title, scale.statement),
        bodies=(step(24, 38), *small),
        points=(scale.heading_2, *small),
        briefs=(scale.heading_1, step(24, 38), *small),
        quotes=(scale.title, scale.statement, *few, scale.lead),
        summaries=small,
        few_summaries=(*few, *small),
        single_summary=(scale.title, scale.statement, *few, *small),
        tables=tables,
        text_tables=(step(24, 36), step(20, 30), *tables),
        labels=(step(18, 25), scale.label),
        card_labels=(scale.label, scale.caption),
        heroes=(*scale.heroes, *scale.figures[1:]),
        hero_whole=scale.heroes[-1],
        hero_drops=(BESIDE, BESIDE + 1, BESIDE + 2),
        cards=scale.figures[1:],
        glances=scale.figures[1:],
        tight_table=step(14, 18.5),
        kicker=scale.label,
        agenda_number=step(80, 92),
        divider_number=scale.display,
        speech=step(12, 18),
    )
