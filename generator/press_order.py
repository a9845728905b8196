"""What goes to the press, decided: what the content asks for and what the command line does, made one; the command line has the last word.

In: the author's `press:`, if there is one, and what was asked for beside it. Out: the trim of every report, what stands round it on the
press's sheet, and the condition with its profile.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.design.format import A4, Format
from generator.design.press import COATED, CONDITIONS, Condition, PrintJob
from generator.profiles import icc

if TYPE_CHECKING:
    from pathlib import Path

    from generator.content.model import Press
    from generator.profiles.icc import Profile
    from generator.units import Length


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for on the command line beside the trim; None for what is left to the content.

    `standing` is the profile of a file for the press that stands, by which it is compared where nobody names another.
    """

    bleed: Length | None = None
    marks: bool | None = None
    icc: Path | None = None
    standing: Profile | None = None


NOTHING_ASKED = Asked()


@dataclass(frozen=True, slots=True)
class Order:
    """The trim of the report, on the screen and on paper; the job; and the profile of its condition."""

    trim: Format
    job: PrintJob
    profile: Profile


def order(written: Press | None, trim: Format | None, asked: Asked, folder: Path) -> Order:
    """Return what is printed how, at the `trim` that is asked for; a profile that the content names stands in its `folder`.

    Raises BuildError (Exit.CONTENT) for a profile that is none.
    """
    named = (written.condition or COATED.name) if written else COATED.name
    nameless = icc.own(asked.icc) if asked.icc else None if written and written.icc else asked.standing
    if nameless:
        profile, condition = nameless, Condition(nameless.name, nameless.name, registry="")
    elif written and written.icc:
        profile = icc.own(folder / written.icc, written.icc_span)
        condition = CONDITIONS.get(written.condition, Condition(written.condition or profile.name, profile.name, registry=""))
    else:
        profile, condition = icc.coated(), CONDITIONS.get(named, COATED)
    return Order(trim or (written and written.trim) or A4, _job(written, asked, condition), profile)


def _job(written: Press | None, asked: Asked, condition: Condition) -> PrintJob:
    usual = PrintJob(condition=condition)
    marks = asked.marks if asked.marks is not None else written.marks if written else usual.marks
    return PrintJob(asked.bleed or (written and written.bleed) or usual.bleed, marks, condition)
