"""Which value a reference means. Names and periods in; a `Reading`, ready to be printed, or a diagnostic with its cure out.

The rule for a name without a period, in this order; it never guesses:

1. the only value that the figure has;
2. the value of the edition's own period (edition 2021财年, value 2021财年), which of two years together (2020—2021) is the fiscal year
   that the report says it has (2021财年, 截至2021年3月);
3. the only value whose period ends in a calendar year that the edition touches (edition 2020—2021: 2020年, 2021财年 and
   截至2021年3月 do, 2013年 does not), words like 过去一年 being taken for the edition's;
4. otherwise the reference is ambiguous, and the diagnostic names every value that would do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from generator.content.figures import period as periods
from generator.content.figures.period import Period
from generator.content.figures.period_kind import PeriodKind
from generator.diagnostics import Sink, Span, Words, said
from generator.document.derived import normal
from generator.document.numbers import of_change, of_quantity
from generator.document.yearly import Refused, Told, between, compared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.content.model import Citation, Derived, Figure, Value
    from generator.document.model import Number
    from generator.document.yearly import Change

_REGISTER = (said("hint.register-figure"),)
_NUMERAL_UNIT = re.compile("^万亿|[0-9²³]|/[十百千万亿]")

LIKENESS = 0.5
"""How alike a name must be to be offered: Chinese names are short, one wrong character of two is still alike."""

USUAL_END = "3月31日"
"""When the fiscal year of an edition ends, in a report that has no figures of one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A value ready to be printed; `period` is text, `when` its periods in order of time, `formula` the author's, empty unless computed.

    `number.use` is empty yet. `restated` is what was printed of it before, and why it is another now.
    """

    name: str
    label: str
    means: str
    kind: str
    scope: str
    period: str
    starts: str
    number: Number
    citation: Citation | None
    formula: str
    span: Span
    operands: tuple[Reading, ...] = ()
    when: tuple[Period, ...] = ()
    icon: str = ""
    restated: tuple[str, str] | None = None

    @property
    def computed(self) -> bool:
        """Whether it is computed from other figures."""
        return bool(self.formula)


def of_value(figure: Figure, value: Value) -> Reading:
    """Return the reading of one value of a figure."""
    return Reading(
        figure.id, figure.label or figure.id, figure.means, figure.kind, value.scope or figure.scope,
        str(value.period), _starts(figure, value), of_quantity(value.quantity), value.citation or figure.citation, "", value.span,
        when=(value.period,), icon=figure.icon, restated=(str(of_quantity(value.was)), value.because) if value.was else None,
    )  # fmt: skip


def _starts(figure: Figure, value: Value) -> str:
    """Return since when a cumulative value counts, unless its period says so itself."""
    return "" if figure.kind != "cumulative" or value.period.start else figure.starts


def of_comparison(figure: Figure, change: Change, form: str, span: Span) -> Reading:
    """Return the reading of a change against the year before; it goes by a name that no figure can have (善款:同比)."""
    return _of_change(figure, change, form, OF_PART if change.told is Told.PART else OF_DIFFERENCE, span)


def of_growth(figure: Figure, change: Change, span: Span) -> Reading:
    """Return the reading of a change from one period to a later one, which its formula names (善款:变化)."""
    first, last = (f"{figure.id}@{one.period}" for one in (change.before, change.now))
    return _of_change(figure, change, GROWTH, f"{last} / {first} - 1" if change.told is Told.PART else f"{last} - {first}", span)


def _of_change(figure: Figure, change: Change, form: str, formula: str, span: Span) -> Reading:
    operands = tuple(of_value(figure, value) for value in (change.before, change.now))
    label = (figure.label or figure.id) + form
    return Reading(
        f"{figure.id}:{form}", label, label, "derived", "", "与".join(one.period for one in operands), "", of_change(change),
        None, formula, span, operands, tuple(one.when[0] for one in operands),
    )  # fmt: skip


GROWTH = "变化"
"""The form of a change between two periods of a chart."""
OF_PART, OF_DIFFERENCE = "本期 / 上年同期 - 1", "本期 - 上年同期"
"""How a change is computed: as a part of what it was, or as a difference."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The period of an edition, None where it names none, its text, and its fiscal year where it names two years together."""

    text: str
    period: Period | None
    fiscal_year: Period | None = None

    @classmethod
    def of(cls, text: str, fiscal_year_ends: str = "") -> Edition:
        """Return an edition by its text: 2020—2021, 2020年度报告, 2021财年; one that names no period holds all of them."""
        plain = normal(text).replace("/", "—")
        starts = [found.start() for found in re.finditer(r"(?<!\d)\d{4}(?!\d)", plain)]
        parts = (plain[start:end] + unit for start in starts for end in range(len(plain), start, -1) for unit in ("", "年"))
        read = (periods.read(part, fiscal_year_ends or USUAL_END) for part in parts)
        found = next((one for one in read if isinstance(one, Period)), None)
        return cls(text, found, _fiscal_year(found, fiscal_year_ends) if found else None)

    def is_of(self, period: Period) -> bool:
        """Tell whether a period is the edition's own, or ends with the fiscal year that is."""
        year = self.fiscal_year
        return period == self.period or (year is not None and (period == year or (not period.start and period.end == year.end)))

    def holds(self, period: Period) -> bool:
        """Tell whether a period ends in a calendar year that the edition touches."""
        end = period.end or period.start
        first, last = (
            (self.period.start or self.period.end, self.period.end or self.period.start) if self.period else (None, None)
        )
        return end is None or first is None or last is None or first.year <= end.year <= last.year


def _fiscal_year(edition: Period, ends: str) -> Period | None:
    """Return the fiscal year that two years together are (2020—2021: 2021财年), in a report that says when its own ends."""
    if not ends or edition.kind is not PeriodKind.RANGE or not edition.start or not edition.end:
        return None
    year = periods.read(f"{edition.end.year}财年", ends)
    return year if isinstance(year, Period) and edition.end.year == edition.start.year + 1 else None


def choose(figure: Figure, edition: Edition) -> tuple[Value, ...]:
    """Return the values that a name without a period may mean: one when it is clear, several when it is not."""
    if len(figure.values) == 1:
        return figure.values
    own = tuple(value for value in figure.values if edition.is_of(value.period))
    held = own or tuple(value for value in figure.values if edition.holds(value.period))
    return held or figure.values


class Catalogue:
    """All figures and computed values by name; finds them, counts which of them anything refers to, and tells what means nothing."""

    def __init__(self, figures: Iterable[Figure], edition: Edition, sink: Sink) -> None:
        self.figures: dict[str, Figure] = {figure.id: figure for figure in figures}
        self.computed: dict[str, Reading] = {}
        self.broken: set[str] = set()
        self.changes: dict[str, dict[str, Reading]] = {}
        self.spans: dict[str, Span] = {name: figure.span for name, figure in self.figures.items()}
        self.used: set[str] = set()
        self.sink, self._edition = sink, edition
        self._missed: dict[str, list[Span]] = {}

    def numeral_units(self) -> tuple[str, ...]:
        """Return the scales with units that hold a numeral (万亿元, 例/10万人, m²): an axis is headed by them, and they count nothing."""
        values = (of_quantity(value.quantity) for figure in self.figures.values() for value in figure.values)
        numbers = (*values, *(reading.number for reading in self.computed.values()))
        words = dict.fromkeys(number.scale + number.unit for number in numbers)
        return tuple(word for word in words if _NUMERAL_UNIT.search(word))

    def declare(self, derived: Iterable[Derived]) -> None:
        """Make the names of computed values known before any of them is computed."""
        for one in derived:
            self.spans.setdefault(one.id, one.span)
            self.broken.add(one.id)

    def settle(self, name: str, reading: Reading) -> None:
        """Record what a computed value came to."""
        self.computed[name] = reading
        self.broken.discard(name)

    def find(self, name: str, period: Period | None, span: Span) -> Reading | None:
        """Return what a reference means; None, with a diagnostic, when it means nothing or too much."""
        self.used.add(name)
        if name in self.computed:
            return self._computed(name, period, span)
        figure = self.figures.get(name)
        if figure is None and name not in self.broken:  # a broken one's own fault has been told
            self.miss(name, span)
        if figure is None or not figure.values:
            return None
        return self._at(figure, period, span) if period else self._clear(figure, span)

    def change(self, name: str, period: Period | None, form: str, span: Span) -> Reading | None:
        """Return the change of a value against the year before; None, with a diagnostic, where it may not be told."""
        found = self.find(name, period, span)
        if found is None:
            return None
        if found.computed:
            self.sink.error(said("no-year-on-year.computed", figure=name), span, said("hint.compare-in-formula"))
            return None
        change = self.compare(found, form)
        if isinstance(change, Refused):
            self.sink.error(change.says, span, *change.hints)
            return None
        return change

    def compare(self, reading: Reading, form: str) -> Reading | Refused:
        """Return the change of a figure's value against the year before, which is then one of the report's, or why there is none."""
        figure = self.figures[reading.name]
        value = next(one for one in figure.values if one.period == reading.when[0])
        change = compared(figure, value, form)
        if isinstance(change, Refused):
            return change
        made = of_comparison(figure, change, form, value.span)
        return self.changes.setdefault(made.name, {}).setdefault(made.period, made)

    def growth(self, name: str, first: Period, last: Period) -> Reading | Refused:
        """Return the change of a figure from one period to a later one, which is then one of the report's, or why there is none."""
        figure = self.figures[name]
        before, now = (next(one for one in figure.values if one.period == period) for period in (first, last))
        change = between(figure, before, now)
        if isinstance(change, Refused):
            return change
        made = of_growth(figure, change, now.span)
        return self.changes.setdefault(made.name, {}).setdefault(made.period, made)

    def readings(self, name: str) -> Iterator[Reading]:
        """Yield every value of a figure, in the order written."""
        if name in self.computed:
            yield self.computed[name]
        elif name in self.changes:
            yield from self.changes[name].values()
        elif name in self.figures:
            yield from (of_value(self.figures[name], value) for value in self.figures[name].values)

    def reading(self, name: str, period: str) -> Reading | None:
        """Return the value of a figure for a period as the ledger names it."""
        return next((one for one in self.readings(name) if one.period == period), None)

    def candidates(self, name: str, period: Period | None) -> tuple[Value, ...]:
        """Return the values that a mention may mean, without a diagnostic."""
        figure = self.figures.get(name)
        if figure is None or not figure.values:
            return ()
        return tuple(value for value in figure.values if value.period == period) if period else choose(figure, self._edition)

    def meant(self, name: str, period: Period | None) -> Reading | None:
        """Return what a reference means, without a diagnostic; None when it means nothing or too much."""
        if name in self.computed:
            return self.computed[name] if period is None else None
        values = self.candidates(name, period)
        return of_value(self.figures[name], values[0]) if len(values) == 1 else None

    def _computed(self, name: str, period: Period | None, span: Span) -> Reading | None:
        if period is None:
            return self.computed[name]
        hint = said("hint.periods-in-formula", cure=f"【{name}】", formula=self.computed[name].formula)
        self.sink.error(said("unknown-period.computed", figure=name, period=str(period)), span, hint)
        return None

    def _at(self, figure: Figure, period: Period, span: Span) -> Reading | None:
        found = next((value for value in figure.values if value.period == period), None)
        if found:
            return of_value(figure, found)
        if period in figure.unread:  # its own fault has been told
            return None
        hint = said("hint.it-has-on-line", values=_listed(figure.values), line=figure.span.line)
        self.sink.error(said("unknown-period.figure", figure=figure.id, period=str(period)), span, hint)
        return None

    def _clear(self, figure: Figure, span: Span) -> Reading | None:
        values = choose(figure, self._edition)
        if figure.unread:  # nobody knows whether it would be meant
            return None
        if len(values) == 1:
            return of_value(figure, values[0])
        hint = said("hint.write-one-of", names=tuple(f"【{figure.id}@{value.period}】" for value in values))
        says = said("ambiguous-reference.edition", figure=figure.id, values=_listed(values), edition=self._edition.text)
        self.sink.error(says, span, hint)
        return None

    def miss(self, name: str, span: Span) -> None:
        """Remember where a name stands that no figure has."""
        self._missed.setdefault(name, []).append(span)

    def tell_unknown(self) -> None:
        """Tell each unknown name once, at its first place, with the lines of the others."""
        known = {name: span for name, span in self.spans.items() if name not in self.broken}
        for name, spans in self._missed.items():
            first, *others = sorted(set(spans))
            lines = tuple(dict.fromkeys(span.line for span in others if span.line != first.line))
            also = (said("hint.also-on-lines", lines=lines, count=len(lines)),) if lines else ()
            self.sink.error(said("unknown-figure.name", name=name), first, *(did_you_mean(name, known) or _REGISTER), *also)


def did_you_mean(name: str, known: Mapping[str, Span]) -> tuple[Words, ...]:
    """Return a hint with the known name most like this one and its line, or nothing."""
    alike = get_close_matches(name, known, 1, LIKENESS)
    return tuple(said("hint.did-you-mean-on-line", cure=one, line=known[one].line) for one in alike)


def _listed(values: Iterable[Value]) -> tuple[Words, ...]:
    return tuple(said("value.in-period", value=str(value.quantity), period=str(value.period)) for value in values)
