"""Periods as people write them: 2020年, 2021财年, 2020年第三季度, 截至2021年3月, 2020—2021学年, 过去一年. Text in; first and last day out.

Dates follow GB/T 15835-2011 (Arabic digits, years in full) and the Gregorian calendar. What a period says is read here once; its order
and whether two are the same are asked of its days, never of its text.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from generator.content.figures.calendar import NoDateError, narrowed, normalized
from generator.content.figures.period_cures import written_out
from generator.content.figures.period_forms import FORMS
from generator.content.figures.period_kind import PeriodKind
from generator.content.slip import Slip, shortened
from generator.diagnostics import Words, said

_LONGEST = 60
"""Characters of a period: more is a sentence."""
_FORMS = said("bad-date.forms")
_NATURES = {PeriodKind.AROUND: 0, PeriodKind.AS_OF: 2, PeriodKind.VAGUE: 3}
"""What lies about a day comes before a stretch (1) that begins there; then what ends that day; then words."""

Order: TypeAlias = tuple[date, date, int]


@dataclass(frozen=True, slots=True, eq=False)
class Period:
    """A period: the author's text, its kind, first and last day. Equal when they mean the same (2020年Q3 and 2020年7—9月)."""

    text: str
    kind: PeriodKind
    start: date | None
    end: date | None

    @property
    def order(self) -> Order:
        """What periods are put in order by: start, end, nature. What is as of a day starts there; words without a date come last."""
        start = self.start or self.end or date.max
        return start, self.end or date.max, _NATURES.get(self.kind, 1)

    @property
    def _meaning(self) -> tuple[date | None, date | None, int, str]:
        words = normalized(self.text) if self.kind is PeriodKind.VAGUE else ""
        return self.start, self.end, _NATURES.get(self.kind, 1), words

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Period) and self._meaning == other._meaning

    def __hash__(self) -> int:
        return hash(self._meaning)

    def __str__(self) -> str:
        return self.text


def read(text: str, fiscal_year_ends: str) -> Period | Slip:
    """Return the period that a text says, or why it says none (GB/T 15835-2011 for the forms).

    `fiscal_year_ends` is the report's own (3月31日), or empty when it has none.
    """
    plain = normalized(text)
    if not plain:
        return Slip(said("bad-date.none"), _FORMS)
    if len(plain) > _LONGEST:
        return Slip(said("bad-date.sentence", text=shortened(text)), _FORMS)
    try:
        found = next((found for form in FORMS if (found := form(plain, fiscal_year_ends))), None)
        cure = None if found else written_out(plain, fiscal_year_ends)
    except NoDateError as fault:
        return replace(fault.slip, cure=_mended(plain, fiscal_year_ends) or fault.slip.cure)
    if found is None:
        return Slip(said("bad-date.period", text=text), cure or _FORMS)
    return Period(text.strip() if found.kind is PeriodKind.VAGUE else narrowed(text), *found)


def _mended(plain: str, ends: str) -> Words | None:
    """Return the cure of a date that no calendar has, where another way of writing makes one of it (20年9月)."""
    try:
        return written_out(plain, ends)
    except NoDateError:
        return None
