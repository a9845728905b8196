"""What is meant: every number printed, every reference resolved, ready for layout, which neither formats nor looks anything up.

`origin` on each piece is its path (see `register`) and a key of `ResolvedReport.places`, the way back to a line of the author's file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from generator.content.figures.period import Period
from generator.content.nodes import Written
from generator.diagnostics import Span
from generator.document.ledger import Ledger
from generator.ink import Colour
from generator.pictures.crop import WHOLE, Crop, shown_as


@dataclass(frozen=True, slots=True)
class Run:
    """Words, or one printed number (`use` is then its id in the ledger). `shift` is "sub", "super" or ""; `pause`: best broken after.

    `link` is the address that they lead to; `note` the origin of the note to which a mark leads.
    """

    text: str
    use: str = ""
    emphasis: bool = False
    shift: str = ""
    pause: bool = False
    link: str = ""
    note: str = ""


DRAFT = "草稿"
"""What every page, slide and sheet of a draft says, and its file's property `Status`."""
MOST_DIGITS = 15
"""Significant digits that a spreadsheet's number keeps."""

RichText: TypeAlias = tuple[Run, ...]

When: TypeAlias = tuple[Period, ...]
"""The period of a value, or those from which it is computed, in order of time."""


def plain(text: RichText) -> str:
    """Return the characters of a rich text."""
    return "".join(run.text for run in text)


def unmarked(text: RichText) -> RichText:
    """Return a rich text without the marks of its notes, as it is named elsewhere."""
    return tuple(run for run in text if not run.note)


def listed(parts: Iterable[RichText], mark: str) -> RichText:
    """Return parts one after the other with a mark between them; those that say nothing are left out."""
    told = [part for part in parts if part]
    return tuple(run for index, part in enumerate(told) for run in ((Run(mark), *part) if index else part))


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of text (a message, a title, a label)."""

    text: RichText
    origin: str

    def __str__(self) -> str:
        return plain(self.text)


@dataclass(frozen=True, slots=True)
class Footnote:
    """What a mark leads to: a note of the author's, or in a table a value as it was printed before and why it is another now.

    Without a mark it is the address of a link behind the link's words, for those who read on paper.
    """

    mark: RichText
    text: RichText
    origin: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of words: kind is "text", "heading", "subheading", "item", "quote" or "speaker".

    An item has a `depth`, 0 or 1, and in a numbered list its `number` as printed; `notes` are those to which its marks lead.
    """

    kind: str
    text: RichText
    origin: str
    depth: int = 0
    number: RichText = ()
    notes: tuple[Footnote, ...] = ()


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table of the author's: a `head` and rows as long as it; `aligns` are "left", "center" or "right", one a column."""

    title: Phrase | None
    head: tuple[RichText, ...]
    rows: tuple[tuple[RichText, ...], ...]
    aligns: tuple[str, ...]
    notes: tuple[Footnote, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: `alt` is what it shows and `says` the numbers inside of it, for those who do not see it.

    `place` is "full", "column", "bleed", "portrait" or "" for the layout's choice.
    """

    file: str
    alt: RichText
    caption: RichText
    credit: RichText
    place: str
    says: RichText
    origin: str
    crop: Crop = WHOLE

    @property
    def shown(self) -> str:
        """What tells it from every other picture that is shown: its file, and which part of that."""
        return shown_as(self.file, self.crop)


Block: TypeAlias = Paragraph | TextTable | Picture


def words_of(blocks: Iterable[Block]) -> tuple[Paragraph, ...]:
    """Return the blocks that are words."""
    return tuple(one for one in blocks if isinstance(one, Paragraph))


def converted(amount: Decimal, factor: Fraction) -> Decimal:
    """Return an amount in another unit, of which its own is so many."""
    result = Fraction(amount) * factor
    return Decimal(result.numerator) / Decimal(result.denominator)


@dataclass(frozen=True, slots=True)
class Number:
    """A figure's value as printed, in the three pieces that a hero number sets apart: 近 · 34 · 亿元.

    `digits` is empty for a vague value (数亿), whose words are all in `tail`. `value` is the exact number printed (34), `amount`
    the quantity that it stands for (3 400 000 000); both None when vague. `unit` is the unit without its noun (名; the noun where there is
    no unit), `scale` 万, 亿 or "". `dimension` is what the unit measures, and `factor` how many of the dimension's base unit it is, so
    that 度 and 千瓦时 are one. `form` is "number", or what has no single number: vague, range, ratio, fraction, undisclosed,
    open.
    """

    use: str
    qualifier: str
    digits: str
    tail: str
    value: Decimal | None
    amount: Decimal | None
    scale: str
    unit: str
    dimension: str = ""
    factor: Fraction = Fraction(1)
    form: str = "number"

    def __str__(self) -> str:
        return self.qualifier + self.digits + self.tail

    @property
    def is_open(self) -> bool:
        """Whether it is still to come (待更新)."""
        return self.form == "open"

    @property
    def measures(self) -> tuple[str, Fraction]:
        """What its unit measures, and its size; a word that nobody knows measures itself."""
        return self.dimension or self.unit, self.factor

    def amount_in(self, other: Number) -> Decimal | None:
        """Return the amount in the unit of another number of the same dimension; None when it has none."""
        if self.amount is None or self.factor == other.factor:
            return self.amount
        return converted(self.amount, self.factor / other.factor)

    def written_as(self, other: Number) -> str | None:
        """Return the number in the scale and unit of another of its dimension, where a spreadsheet can hold it exactly."""
        amount = self.amount_in(other)
        if amount is None or other.value is None or not other.amount:
            return None
        shown = (amount * other.value / other.amount).normalize()
        before, _, after = self.tail.partition(self.unit) if self.unit else (self.scale, "", "")
        if before != self.scale or len(shown.as_tuple().digits) > MOST_DIGITS:
            return None
        return f"{self.qualifier}{shown:f}{other.scale}{other.unit}{after}"

    @property
    def run(self) -> Run:
        """The number as one run of text."""
        return Run(str(self), self.use)


@dataclass(frozen=True, slots=True)
class Datum:
    """A figure with all that may stand beside it: the label (what it counts, short), the long definition, period and scope.

    `period` is printed, `when` is what it says.
    `icon` is the name of its sign, "" where its words choose it.
    `source` cites it in full, `place` says where in its sources alone, for tables that name their only source at the head.
    `mark` leads to the note of its table that says what was printed before; empty where it is not restated.
    `short` is its number without the unit, as a use of its own, where a chart says its one unit once for all.
    `origin` is where it is listed; `label_origin` and `value_origin`, where given, are where its label and its value are written.
    """

    figure: str
    label: RichText
    means: RichText
    number: Number
    period: RichText
    scope: RichText
    kind: str
    source: RichText
    computed: bool
    origin: str
    label_origin: str = ""
    value_origin: str = ""
    when: When = ()
    icon: str = ""
    place: RichText = ()
    mark: RichText = ()
    short: Number | None = None

    @property
    def named_at(self) -> str:
        """The key of the place where its label is written, or else where it is listed."""
        return self.label_origin or self.origin

    @property
    def valued_at(self) -> str:
        """The key of the place where its value is written, or else where it is listed."""
        return self.value_origin or self.origin


@dataclass(frozen=True, slots=True)
class Pair:
    """Then and now; `multiple` only where both are one measure; `remark` says why not, or what differs.

    `theme` is the name of the theme in whose colour the author wants it, "" for the one that tells its figures.
    """

    name: RichText
    then: Datum
    now: Datum
    multiple: Number | None
    remark: RichText
    origin: str
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """Values of a chart that belong together under a name; `line` where they are a line over the columns of the others."""

    name: RichText
    data: tuple[Datum, ...]
    origin: str
    line: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """A moment on a timeline, in order of time; `year` spaces it, and among several of one year its first `day` (proleptic ordinal)."""

    period: RichText
    year: int
    text: RichText
    origin: str
    day: int = 0


@dataclass(frozen=True, slots=True)
class Talk:
    """What a slide's notes say. `sources` names the source of each number of the slide that the talk belongs to.

    `minutes` are the author's, in digits, "" where the length of the script tells them; `written` is whether the script is the author's.
    """

    script: tuple[Paragraph, ...]
    minutes: str
    sources: tuple[RichText, ...]
    question: RichText
    answer: RichText
    written: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart to be planned.

    `kind` is as in the standards: bar, column, stacked, line, dot, pie, doughnut, share, panels, change, before-after, then-and-now,
    timeline, coverage, cards. `measure` says what is measured, in which unit and period; `source` the line under it; `note` a reason
    or a computation to print below, may be empty. `result` is the computed multiple or change. `reason` is the author's alone, for
    what a rule would else warn of. `data` are all values, those of the `series` one after the other; `whole` is what they are parts
    of, `target` what they are to reach; `axis` is "cut", "log" or "". `stressed` are the uses of the values that the author wants
    looked at, `growth` is the computed change from the first to the last. `table` has the values once more, as a table's.
    """

    kind: str
    message: Phrase
    measure: RichText
    data: tuple[Datum, ...]
    result: Number | None
    pairs: tuple[Pair, ...]
    events: tuple[Event, ...]
    source: RichText
    note: RichText
    talk: Talk
    origin: str
    series: tuple[Series, ...] = ()
    whole: Datum | None = None
    axis: str = ""
    reason: RichText = ()
    target: Datum | None = None
    stressed: tuple[str, ...] = ()
    growth: Number | None = None
    table: tuple[Series, ...] = ()


BUDGET = "talk.minutes"
"""The key of the place where the minutes of the talk are written."""
ABOUT, OVERVIEW, THEMES, HISTORY, OUTLOOK, CLOSING = "about", "overview", "themes", "history", "outlook", "closing"
"""The parts of the format; THEMES stands for all themes."""
FIGURES, POINTS, STORY, STATEMENT = "figures", "points", "story", "statement"
TABLE, PICTURE, QUOTE = "table", "picture", "quote"
"""Exhibits of the deck by name; a chart is one by its place, the second table of a part is `table 2`."""


@dataclass(frozen=True, slots=True)
class Story:
    """A short account inside a theme, with the figures that it rests on; `brief` is what its slide says of it."""

    title: Phrase
    message: Phrase
    blocks: tuple[Block, ...]
    figures: tuple[Datum, ...]
    talk: Talk
    origin: str
    brief: Phrase | None = None
    icon: str = ""

    @property
    def text(self) -> tuple[Paragraph, ...]:
        """What it says in words, without tables and pictures."""
        return words_of(self.blocks)


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody said, reported: `who` said it, `source` the line that names where that stands."""

    text: Phrase
    who: Phrase
    source: RichText
    origin: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A chapter; `id` is its name inside a PDF, in ASCII ("theme-1"), `number` its label ("01").

    `color` is the name of its ink (朱砂), or the author's own. `deck` are its exhibits in the main part of the deck, in order; None
    leaves the choice to the layout. `picture` names that of its opener, "" where the figures choose it.
    """

    id: str
    number: Run
    name: Phrase
    color: str | Colour
    message: Phrase
    headline: Phrase
    heroes: tuple[Datum, ...]
    figures: tuple[Datum, ...]
    blocks: tuple[Block, ...]
    charts: tuple[Chart, ...]
    story: Story | None
    points: tuple[Phrase, ...]
    talk: Talk
    source: RichText
    origin: str
    statement: Statement | None = None
    deck: tuple[str | int, ...] | None = None
    picture: str = ""
    opener: Picture | None = None
    """The author's own picture of its opener, in place of one of ours."""

    @property
    def text(self) -> tuple[Paragraph, ...]:
        """What it says in words, without tables and pictures."""
        return words_of(self.blocks)


@dataclass(frozen=True, slots=True)
class Letter:
    """Who wrote a letter; `brief` is what its slide says."""

    by: Phrase
    office: Phrase
    portrait: Picture | None
    signature: Picture | None
    brief: Phrase


@dataclass(frozen=True, slots=True)
class Indicator:
    """A row of an index; `where` are figures by name, and the destinations of themes and sections."""

    code: RichText
    name: RichText
    figures: tuple[str, ...]
    places: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question to readers: boxes to tick, and lines to write on."""

    text: Phrase
    options: tuple[RichText, ...]
    lines: int


@dataclass(frozen=True, slots=True)
class Section:
    """A part outside the themes: about, overview (数说), history, outlook, closing (Q&A), and the author's own, which have a `kind`."""

    id: str
    name: Phrase
    message: Phrase
    blocks: tuple[Block, ...]
    figures: tuple[Datum, ...]
    charts: tuple[Chart, ...]
    points: tuple[Phrase, ...]
    talk: Talk
    source: RichText
    origin: str
    statement: Statement | None = None
    deck: tuple[str | int, ...] | None = None
    kind: str = ""
    letter: Letter | None = None
    index: tuple[Indicator, ...] = ()
    questions: tuple[Question, ...] = ()
    reply: Phrase | None = None

    @property
    def text(self) -> tuple[Paragraph, ...]:
        """What it says in words, without tables and pictures."""
        return words_of(self.blocks)


LEAST_YEARS = 2
"""Years that make columns of a table."""


@dataclass(frozen=True, slots=True)
class YearRow:
    """A figure over some years: a value a column, None where it has none; `change` is that of its latest against the year before.

    `remark` is what its periods say beside the year (年底), and its scope; `since` is the year of the change where that is not the one
    that the head of the changes means.
    """

    label: RichText
    remark: RichText
    cells: tuple[Datum | None, ...]
    change: Number | None
    since: RichText
    source: RichText
    place: RichText
    origin: str

    @property
    def latest(self) -> int:
        """The column of its newest value."""
        return max(at for at, cell in enumerate(self.cells) if cell)


@dataclass(frozen=True, slots=True)
class Years:
    """Key figures with years as columns, the newest last; `heads` are those of the columns.

    `latest` is the column in which most rows have their newest value, the table's own newest or one before; `changes` heads the changes
    against the year before that, and names it where it is not the newest.
    """

    heads: tuple[RichText, ...]
    rows: tuple[YearRow, ...]
    latest: int
    changes: RichText

    @property
    def compared(self) -> bool:
        """Whether any row has a change to tell."""
        return any(row.change for row in self.rows)

    def lately(self, count: int) -> Years:
        """Return so many of the newest years, and the rows with a value in them.

        Where the year that the changes were headed by is none of them, every row that is left says its own.
        """
        first = len(self.heads) - count
        kept = tuple(replace(row, cells=row.cells[first:]) for row in self.rows if any(row.cells[first:]))
        latest, changes = (self.latest - first, self.changes) if self.latest >= first else (count - 1, self.changes[-1:])
        return Years(self.heads[first:], kept, latest, changes)


@dataclass(frozen=True, slots=True)
class FigureTable:
    """The key figures of one theme, in order; `color` is its theme's, or "".

    Figures with values of several years are rows of `years`; of the others `rows` has one a value.
    """

    name: Phrase
    color: str | Colour
    rows: tuple[Datum, ...]
    years: Years | None = None
    notes: tuple[Footnote, ...] = ()

    @property
    def data(self) -> tuple[Datum, ...]:
        """Every value in it."""
        return (*(cell for row in (self.years.rows if self.years else ()) for cell in row.cells if cell), *self.rows)

    def lately(self, count: int) -> FigureTable:
        """Return the table with so many of its newest years as columns, or none where these are not two; older values have rows."""
        if self.years is None:
            return self
        first = len(self.years.heads) - count if count >= LEAST_YEARS else len(self.years.heads)
        older = tuple(cell for row in self.years.rows for cell in row.cells[:first] if cell)
        years = self.years.lately(count) if count >= LEAST_YEARS else None
        by_figure: dict[str, list[Datum]] = {}
        for datum in (*older, *self.rows):
            by_figure.setdefault(datum.figure, []).append(datum)
        rows = tuple(one for own in by_figure.values() for one in sorted(own, key=lambda datum: [at.order for at in datum.when]))
        return replace(self, rows=rows, years=years)


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A source as the sources page prints it."""

    name: RichText
    text: RichText
    origin: str


@dataclass(frozen=True, slots=True)
class Definition:
    """A term of the definitions page: a figure, what says more than its label, and the formula when it is computed."""

    figure: str
    term: RichText
    text: RichText
    origin: str


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A disagreement between sources: what was found (quotes), what was decided, and why."""

    about: RichText
    found: RichText
    decision: RichText
    because: RichText
    origin: str


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the cover says and the files' properties hold; `date` is ISO (2021-08-05), `digest` the content's SHA-256.

    `status` is DRAFT where every page, slide and sheet is to say so, else "".
    """

    title: Phrase
    subtitle: Phrase
    organization: RichText
    edition: RichText
    date: str
    brand: Colour
    colophon: tuple[Paragraph, ...]
    digest: str
    language: str = "zh-CN"
    status: str = ""
    logo: Picture | None = None


@dataclass(frozen=True, slots=True)
class ResolvedReport:
    """The whole report as it is meant; both outputs are laid out from it and from nothing else."""

    imprint: Imprint
    about: Section
    overview: Section
    themes: tuple[Theme, ...]
    history: Section | None
    outlook: Section | None
    closing: Section | None
    tables: tuple[FigureTable, ...]
    sources: tuple[SourceNote, ...]
    definitions: tuple[Definition, ...]
    discrepancies: tuple[Discrepancy, ...]
    ledger: Ledger
    places: Mapping[str, Span]
    written: Written | None = None
    """Finds a character in what the author wrote."""
    minutes: str = ""
    """How long the talk may be, in digits; "" where the author does not say."""
    sole_source: RichText = ()
    """The name of the source of all figures, where there is one only."""
    own: tuple[Section, ...] = ()
    """The sections of the author's own."""
    order: tuple[str, ...] = (ABOUT, OVERVIEW, THEMES, HISTORY, OUTLOOK, CLOSING)
    """All parts by their ids, in the order in which they are told."""

    @property
    def ordered(self) -> tuple[Section | str, ...]:
        """The sections in the order in which they are told, with THEMES where the themes stand."""
        there = {one.id: one for one in self.sections}
        return tuple(there.get(one, one) for one in self.order if one in there or one == THEMES)

    @property
    def draft(self) -> bool:
        """Whether every page, slide and sheet is to say that it is one of a draft."""
        return bool(self.imprint.status)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The parts outside the themes that the report has, in order."""
        fixed = (self.about, self.overview, self.history, self.outlook, self.closing)
        return (*(one for one in fixed if one is not None), *self.own)

    @property
    def charts(self) -> tuple[Chart, ...]:
        """Every chart, those of the themes first."""
        parts: tuple[Theme | Section, ...] = (*self.themes, *self.sections)
        return tuple(chart for part in parts for chart in part.charts)
