"""Last year's content rolled on to next year's: edits of the author's own file, and what is left for an editor to decide.

In: a content without faults, and the new edition. By kind of figure: what flows, stands, sums up or is a rate gets the new period with
待更新; events, targets, durations and history stay and are listed. References with a period go on where they named this year's;
those without one get it where they would else be unclear. What is decided of sources that disagree is decided anew.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.content.figures import period as periods
from generator.content.figures.forms import OPEN, Form
from generator.content.figures.period import Period
from generator.content.model import Value
from generator.content.nodes import Mapping, Scalar, Sequence
from generator.document.references import Edition, choose
from generator.edition.edits import Edit
from generator.edition.names import LISTED, Mention, mentions, outside_references, scalars
from generator.edition.periods import YEAR, later, moved

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from generator.content.model import Figure, Report
    from generator.content.nodes import Node
    from generator.content.reader import Opened
    from generator.diagnostics import Span
    from generator.edition.places import Places

ROLLS = frozenset({"flow", "stock", "rate", "cumulative", "change", "equivalent", "ordinal"})
"""The kinds of figures that a report gives anew each year; events, targets and durations are told once."""
PINNED = ("events", "discrepancies")
"""Parts that tell what was: a figure named there keeps the value that it had."""
OF_THE_EDITION = ("report", "about", "overview", "themes", "outlook", "closing", "sections")
"""Parts in which the old edition's own words (2020—2021) become the new one's."""
REOPENED = frozenset({"reviewed", "approved"})


@dataclass(frozen=True, slots=True)
class Step:
    """From one edition to the next: how many years on, and how the author's edition reads then."""

    years: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Course:
    """What becomes of a figure: the value that this year's report meant by its name, and the periods that its values go on to.

    A figure that stays has no `moves`.
    """

    figure: Figure
    meant: Value | None
    moves: dict[Period, Period] = field(default_factory=dict)

    @property
    def period(self) -> Period | None:
        """The period that next year's report means by its name, None where it stays."""
        return self.moves.get(self.meant.period) if self.meant else None

    @property
    def added(self) -> tuple[Period, ...]:
        """The periods that it has no value for yet."""
        known = {value.period for value in self.figure.values}
        return tuple(period for period in self.moves.values() if period not in known)


def step(old: str, wanted: str) -> Step | None:
    """Return the step to an edition as it was asked for (2021-2022), worded as the author words theirs; None where one has no year."""
    before, after = YEAR.findall(old), YEAR.findall(wanted)
    if not before or not after:
        return None
    years = int(after[-1]) - int(before[-1])
    alike = moved(old, years)
    return Step(years, old, alike if YEAR.findall(alike) == after else wanted.replace("-", "—"))


def courses(report: Report, years: int) -> tuple[Course, ...]:
    """Return what becomes of each figure, in the order of the file."""
    edition = Edition.of(report.imprint.edition, report.imprint.fiscal_year_ends)
    return tuple(_course(figure, edition, report, years) for figure in report.figures)


def _course(figure: Figure, edition: Edition, report: Report, years: int) -> Course:
    held = choose(figure, edition)
    meant = held[-1] if held else None
    if meant is None or figure.kind not in ROLLS or not edition.holds(meant.period):
        return Course(figure, meant)
    own = (value.period for value in figure.values if edition.holds(value.period))
    moves = ((period, later(period, figure, years, report.imprint.fiscal_year_ends)) for period in own)
    return Course(figure, meant, {period: found for period, found in moves if found})


def edits(opened: Opened, places: Places, to: Step) -> tuple[Edit, ...]:
    """Return all edits that roll a content on."""
    told = courses(opened.report, to.years)
    return (
        *_imprint(opened, places, to),
        *(edit for one in told for edit in _figure(one, opened.root, places)),
        *_decisions(opened.root, places),
        *_mentions(opened, places, told, to),
        *_emphasized(opened, places, told, to),
        *_edition_words(opened.root, places, to),
    )


def _imprint(opened: Opened, places: Places, to: Step) -> Iterator[Edit]:
    """Yield the edition and the date of the report."""
    part = opened.root.get("report")
    assert isinstance(part, Mapping)
    for key, new in (("edition", to.new), ("date", moved(opened.report.imprint.date, to.years))):
        if isinstance(node := part.get(key), Scalar):
            yield Edit(*_inside(node, places), new)


def _inside(node: Scalar, places: Places) -> tuple[int, int]:
    """Return where the characters of a text in one line begin and end, without quotes."""
    return places.part(node, 0, len(node.text))


def _figure(one: Course, root: Mapping, places: Places) -> Iterator[Edit]:
    """Yield the new periods of a figure after this year's, or the status of one that stays, which is to be approved anew, as a draft's."""
    values = _under(root, "figures", one.figure.id, "values")
    own = {value.span for value in one.figure.values if value.period in one.moves or (not one.moves and value is one.meant)}
    entries = values.entries if isinstance(values, Mapping) else ()
    entry = next((entry for entry in reversed(entries) if _value_of(entry.value) in own), None)
    if entry is None or not isinstance(values, Mapping):
        return
    yield from (places.after(entry, values, f"{period}: {OPEN}") for period in one.added)
    if isinstance(entry.value, Mapping) and not one.moves:
        yield from _reopened(entry.value, places)


def _reopened(value: Mapping, places: Places) -> Iterator[Edit]:
    """Yield a value as a draft that nobody has signed, where somebody had."""
    status = value.get("status")
    if isinstance(status, Scalar) and status.text in REOPENED:
        yield Edit(*_inside(status, places), "draft")
        yield from places.without({"by", "on"}, value)


def _value_of(node: Node) -> Span | None:
    """Return the place of a value written as a text or as a mapping."""
    written = node.get("value") if isinstance(node, Mapping) else node
    return written.span if isinstance(written, Scalar) else None


def _under(root: Mapping, *way: str) -> Node | None:
    node: Node | None = root
    for key in way:
        node = node.get(key) if isinstance(node, Mapping) else None
    return node


def _decisions(root: Mapping, places: Places) -> Iterator[Edit]:
    """Yield what is decided of sources that disagree: 待更新, with the old decision beside it where a comment may stand."""
    told = root.get("discrepancies")
    for part in told.items if isinstance(told, Sequence) else ():
        node = part.get("decision") if isinstance(part, Mapping) else None
        if isinstance(part, Mapping) and isinstance(node, Scalar) and node.text != OPEN:
            start, end = places.offset(node.span), places.last(node)
            alone = not places.text[end : places.line_end(end)].strip() and not places.is_flow(part)
            yield Edit(start, end, f"{OPEN}  # {' '.join(node.text.split())}" if alone else OPEN)


def _mentions(opened: Opened, places: Places, told: tuple[Course, ...], to: Step) -> Iterator[Edit]:
    """Yield the periods of mentions: moved on, put in, or left as they are."""
    by_name = {one.figure.id: one for one in told}
    names = frozenset((*by_name, *(one.id for one in opened.report.derived)))
    edition = Edition.of(to.new, opened.report.imprint.fiscal_year_ends)
    for mention in mentions(opened.root, names):
        if mention.name not in by_name or mention.way[-1] == "decision":
            continue
        one = by_name[mention.name]
        if mention.period:
            if not is_pinned(mention) and (period := _on(one, mention, opened, to)):
                yield Edit(*places.part(mention.scalar, *mention.place), str(period))
        elif period := _named(one, mention, edition):
            at = places.part(mention.scalar, mention.name_end - 1, mention.name_end)[1]
            yield Edit(at, at, f"@{period}")


def _emphasized(opened: Opened, places: Places, told: tuple[Course, ...], to: Step) -> Iterator[Edit]:
    """Yield the periods that charts emphasize by themselves, where the values that they show of those periods go on."""
    by_name, ends = {one.figure.id: one for one in told}, opened.report.imprint.fiscal_year_ends
    for chart, emphasis in _charts(opened.root):
        shown = [one for one in mentions(chart, by_name) if one.period]
        on = {period_of(one, by_name[one.name].figure, ends): _on(by_name[one.name], one, opened, to) for one in shown}
        for _, scalar in scalars(emphasis):
            period = periods.read(scalar.text, ends)
            if isinstance(period, Period) and (later_on := on.get(period)):
                yield Edit(*_inside(scalar, places), str(later_on))


def _charts(node: Node) -> Iterator[tuple[Mapping, Node]]:
    """Yield the parts that emphasize something with what they do, but for those that tell what was."""
    if isinstance(node, Mapping) and (emphasis := node.get("emphasis")):
        yield node, emphasis
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from () if entry.key.text in PINNED else _charts(entry.value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _charts(item)


def is_pinned(mention: Mention) -> bool:
    """Tell whether a mention tells what was."""
    return any(part in mention.way for part in PINNED) and mention.way[-1] != "about"


def _on(one: Course, mention: Mention, opened: Opened, to: Step) -> Period | None:
    """Return the period to which a mention's own moves on, where there is a value for each step from it up to this year's."""
    ends = opened.report.imprint.fiscal_year_ends
    own = period_of(mention, one.figure, ends)
    if own is None or not leads(own, one.moves, one.figure, (to.years, ends)):
        return None
    return one.moves.get(own) or later(own, one.figure, to.years, ends)


def period_of(mention: Mention, figure: Figure, fiscal_year_ends: str) -> Period | None:
    """Return the period of a figure that a mention names, in whatever words."""
    said = periods.read(mention.period, fiscal_year_ends)
    return next((value.period for value in figure.values if value.period == said), None)


def leads(first: Period, last: Collection[Period], figure: Figure, by: tuple[int, str]) -> bool:
    """Tell whether a figure has a value for every step from a period to one of the last.

    A step is `by` so many years, by the report's last day of a fiscal year.
    """
    known, reached = {value.period for value in figure.values}, first
    while reached in known and reached not in last and (after := later(reached, figure, *by)) and after.order > reached.order:
        reached = after
    return reached in last


def _named(one: Course, mention: Mention, edition: Edition) -> Period | None:
    """Return the period that a mention without one needs in the new edition, None where it is clear without."""
    if one.meant is None:
        return None
    wanted = one.meant.period if is_pinned(mention) or one.period is None else one.period
    to_come = replace(one.meant.quantity, text=OPEN, form=Form.OPEN)
    added = (replace(one.meant, period=period, quantity=to_come) for period in one.added)
    values = tuple(sorted((*one.figure.values, *added), key=lambda value: value.period.order))
    chosen = choose(replace(one.figure, values=values), edition)
    return None if [value.period for value in chosen] == [wanted] else wanted


def _edition_words(root: Mapping, places: Places, to: Step) -> Iterator[Edit]:
    """Yield the old edition's words (2020—2021) where the new one's are meant, in the names that it gives the report too."""
    if len(YEAR.findall(to.old)) < 2:  # noqa: PLR2004 - a single year is a year like any other
        return
    for way, scalar in scalars(root):
        named = way[0] == "names" and way[-1].endswith(":")
        prose = way[0] in OF_THE_EDITION and not way[-1].endswith(":") and way[-1] not in LISTED and PINNED[0] not in way
        if named or (prose and way != ("report", "edition")):
            yield from (Edit(*places.part(scalar, *found), to.new) for found in outside_references(scalar.text, to.old))
