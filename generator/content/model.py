"""What the author wrote, read and checked: frozen, each piece with its place in the file. Nothing is printed or looked up yet.

`reader.read` makes a `Report` of a file; `document.resolve` makes a `ResolvedReport` of a `Report`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from generator.content.figures.units import STANDARD, Units
from generator.content.nodes import Written
from generator.pictures.crop import WHOLE, Crop

if TYPE_CHECKING:
    from generator.content.figures.period import Period
    from generator.content.figures.quantity import Quantity
    from generator.design.format import Format
    from generator.diagnostics import Span
    from generator.ink import Colour
    from generator.units import Length


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words. `shift` is "sub", "super" or ""; `exempt` is the author's reason for a number typed here, or "".

    `pause` tells, here and of references, that the author would have a title broken after it; `link` is the address that they lead to.
    """

    text: str
    span: Span
    emphasis: bool = False
    shift: str = ""
    exempt: str = ""
    pause: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """【name@period:form】: form is one of `inline.FORMS`, or "" for the whole quantity.

    "数" is its digits alone, "时期" the period, "名" what it counts; "同比" is the change against the same period a year before, as a
    percentage or a multiple, "同比差" that change itself.
    """

    name: str
    period: Period | None
    form: str
    span: Span
    emphasis: bool = False
    pause: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """[^name]: where a mark stands that leads to a note, and what the note says."""

    phrase: Phrase
    span: Span


Inline: TypeAlias = Words | Reference | Noted


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of text with references."""

    nodes: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of words: kind is "text", "heading", "subheading", "item", "quote" or "speaker" (who said what was quoted before it).

    An item has a `depth`, 0 or 1, and in a numbered list its `number`, from 1.
    """

    kind: str
    phrase: Phrase
    depth: int = 0
    number: int = 0


Prose: TypeAlias = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table of words and figures, its rows as long as its `head`; `aligns` are "left", "center", "right" or "", one a column."""

    title: Phrase | None
    head: tuple[Phrase, ...]
    rows: tuple[tuple[Phrase, ...], ...]
    aligns: tuple[str, ...]
    span: Span


class Details(NamedTuple):
    """What is said of a picture beside its file and what it shows; `numberless` that no numbers stand in it."""

    caption: Phrase | None = None
    credit: Phrase | None = None
    place: str = ""
    crop: Crop = WHOLE
    says: Phrase | None = None
    numberless: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture from a `file`, with what it shows (`alt`); `place` is "full", "column", "bleed", "portrait" or "" for the layout's choice.

    `says` are the numbers that stand inside of it, None where nobody says so; `numberless` tells that there are none.
    """

    file: str
    alt: Phrase
    caption: Phrase | None
    credit: Phrase | None
    place: str
    crop: Crop
    says: Phrase | None
    numberless: bool
    span: Span


Block: TypeAlias = Paragraph | TextTable | Picture
Blocks: TypeAlias = tuple[Block, ...]


def words_of(blocks: Blocks) -> Prose:
    """Return the blocks that are words."""
    return tuple(one for one in blocks if isinstance(one, Paragraph))


@dataclass(frozen=True, slots=True)
class FigureName:
    """A figure named in a list (heroes, charts), with a period where the author gave one."""

    name: str
    period: Period | None
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """A document that figures come from; `inferred` says which part of its date is not printed in it."""

    id: str
    title: str
    publisher: str
    date: str
    inferred: str
    url: str
    span: Span


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a figure stands: a source and the place in it (第6段)."""

    source: str
    place: str
    span: Span


@dataclass(frozen=True, slots=True)
class Value:
    """A figure's value for one period: its `status`, given `by` whom and `on` which day; what it `was` as printed, and why no longer."""

    period: Period
    quantity: Quantity
    citation: Citation | None
    scope: str
    status: str
    was: Quantity | None
    because: str
    span: Span
    by: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what it counts (`means`), of what kind, in what scope, and its values by period in order of time.

    `unread` are the periods of values that could not be read, whose faults have been told.
    """

    id: str
    means: str
    label: str
    kind: str
    scope: str
    owner: str
    starts: str
    values: tuple[Value, ...]
    citation: Citation
    note: str
    span: Span
    label_span: Span | None = None
    icon: str = ""
    unread: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Derived:
    """A figure computed from others: `formula` in names, numbers, + - × / and brackets; form is "multiple", "percent", "number"."""

    id: str
    means: str
    formula: str
    form: str
    digits: int
    qualifier: str
    unit: str
    span: Span
    label: str = ""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Where sources disagree: what was found (quoted), what was decided, and why."""

    about: tuple[FigureName, ...]
    found: Phrase
    decision: Phrase
    because: Phrase
    span: Span


@dataclass(frozen=True, slots=True)
class Event:
    """A moment on a timeline."""

    period: Period
    text: Phrase
    span: Span


@dataclass(frozen=True, slots=True)
class Pair:
    """Then and now: two values of one theme of the history, with their scopes when they differ; a multiple only where one is due."""

    name: str
    then: FigureName
    now: FigureName
    multiple: FigureName | None
    remark: Phrase | None
    span: Span
    theme: str = ""
    """The theme in whose colour it is printed; "" for that of the theme which tells its figures."""
    theme_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of a chart that belong together under a name; `line` tells that they are a line over the columns of the others."""

    name: str
    figures: tuple[FigureName, ...]
    span: Span
    line: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as the author asks for it. `figures` in order; `series`, `pairs` and `events` for the kinds that live on them.

    `whole` is what the figures are parts of, `target` what they are to reach; `emphasis` names what is to be looked at: a figure, a
    period or a label. `change` asks for the change from first to last, `table` for the values as a table. `axis` is "cut", "log" or "".
    """

    kind: str
    message: Phrase
    measure: str
    figures: tuple[FigureName, ...]
    labels: tuple[tuple[FigureName, str], ...]
    result: FigureName | None
    pairs: tuple[Pair, ...]
    events: tuple[Event, ...]
    because: str
    talk: Talk
    span: Span
    series: tuple[Series, ...] = ()
    whole: FigureName | None = None
    axis: str = ""
    target: FigureName | None = None
    emphasis: tuple[FigureName, ...] = ()
    change: bool = False
    table: bool = False


@dataclass(frozen=True, slots=True)
class Talk:
    """What is spoken to a slide: the script (讲稿), minutes and a likely question with its answer; each may be empty."""

    script: Prose
    minutes: str
    question: Phrase | None
    answer: Phrase | None


@dataclass(frozen=True, slots=True)
class Budget:
    """How many minutes the whole talk may take, in digits."""

    minutes: str
    span: Span


@dataclass(frozen=True, slots=True)
class Story:
    """A short account inside a theme; `brief` is what its slide says of it, `icon` the name of its sign, "" where its words choose it."""

    title: Phrase
    message: Phrase
    blocks: Blocks
    figures: tuple[FigureName, ...]
    talk: Talk
    span: Span
    brief: Phrase | None = None
    icon: str = ""

    @property
    def text(self) -> Prose:
        """What it says in words, without tables and pictures."""
        return words_of(self.blocks)


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody said, in the author's own words, with who said it and where that stands."""

    text: Phrase
    who: Phrase
    citation: Citation
    span: Span


@dataclass(frozen=True, slots=True)
class Theme:
    """A chapter. `headline` is the message of its key-figures slide; `figures` are those beside the heroes, as cards and in the table.

    `color` is the name of one of the house's ten, or the author's own. `deck` are its exhibits in the main part of the deck, in order:
    by name, a chart by its place; None where the author leaves the choice. `picture` is that of its opener, or "".
    """

    name: str
    color: str | Colour
    message: Phrase
    headline: Phrase
    heroes: tuple[FigureName, ...]
    figures: tuple[FigureName, ...]
    blocks: Blocks
    charts: tuple[Chart, ...]
    story: Story | None
    points: tuple[Phrase, ...]
    talk: Talk
    span: Span
    statement: Statement | None = None
    deck: tuple[str | int, ...] | None = None
    picture: str = ""
    opener: Picture | None = None
    """The author's own picture of its opener, in place of one of ours."""

    @property
    def text(self) -> Prose:
        """What it says in words, without tables and pictures."""
        return words_of(self.blocks)


@dataclass(frozen=True, slots=True)
class Letter:
    """Who wrote a letter: name and office at its end, with portrait and signature where there are any; `brief` is what its slide says."""

    by: Phrase
    office: Phrase
    portrait: Picture | None
    signature: Picture | None
    brief: Phrase | None


@dataclass(frozen=True, slots=True)
class Indicator:
    """A row of an index: the code of a standard (GRI 403-9), its name, and what tells it: names of figures, themes, sections."""

    code: Phrase
    name: Phrase
    where: tuple[tuple[str, Span], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Question:
    """A question to readers: boxes to tick, and lines to write on."""

    text: Phrase
    options: tuple[Phrase, ...]
    lines: int
    span: Span


@dataclass(frozen=True, slots=True)
class Section:
    """A part outside the themes (about, overview, history, outlook): a message, text, figures, charts and slide points.

    `kind` is that of the author's own sections (letter, chronicle …), "" for the others; what a kind has beside its blocks stands last.
    """

    name: str
    message: Phrase
    blocks: Blocks
    figures: tuple[FigureName, ...]
    charts: tuple[Chart, ...]
    points: tuple[Phrase, ...]
    talk: Talk
    span: Span
    statement: Statement | None = None
    deck: tuple[str | int, ...] | None = None
    kind: str = ""
    letter: Letter | None = None
    index: tuple[Indicator, ...] = ()
    questions: tuple[Question, ...] = ()
    reply: Phrase | None = None

    @property
    def text(self) -> Prose:
        """What it says in words, without tables and pictures."""
        return words_of(self.blocks)


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the cover says and the file's properties hold."""

    title: Phrase
    subtitle: Phrase
    organization: str
    edition: str
    date: str
    fiscal_year_ends: str
    brand: Colour
    colophon: Prose
    span: Span
    edition_span: Span | None = None
    logo: Picture | None = None


@dataclass(frozen=True, slots=True)
class Exemption:
    """Words with a numeral that is no figure (a name, an idiom), and why."""

    words: str
    reason: str
    span: Span


@dataclass(frozen=True, slots=True)
class Press:
    """What the print shop asks for, as far as the author says it: a condition's name ("" for none), a profile's file, trim and bleed."""

    condition: str
    icc: str
    trim: Format | None
    bleed: Length | None
    marks: bool
    icc_span: Span


@dataclass(frozen=True, slots=True)
class Report:
    """The author's whole content, checked for form. `digest` is the SHA-256 of the file's bytes, in hexadecimal.

    `units` are the unit words that its quantities may use: the standard ones and the author's own; `exempt` are words with a
    numeral that is meant; `written` finds a character in what the author wrote.
    """

    imprint: Imprint
    sources: tuple[Source, ...]
    figures: tuple[Figure, ...]
    derived: tuple[Derived, ...]
    discrepancies: tuple[Discrepancy, ...]
    names: tuple[Exemption, ...]
    about: Section
    overview: Section
    themes: tuple[Theme, ...]
    history: Section | None
    outlook: Section | None
    closing: Section | None
    file: str
    digest: str
    units: Units = STANDARD
    exempt: tuple[Exemption, ...] = ()
    layouts: tuple[Exemption, ...] = ()
    press: Press | None = None
    budget: Budget | None = None
    written: Written = field(default_factory=Written)
    sections: tuple[Section, ...] = ()
    order: tuple[str, ...] = ()
    """All parts in the order in which they are told: FIXED ones by name, the author's own by `sections[name]`."""

    @property
    def parts(self) -> tuple[Section, ...]:
        """The parts outside the themes, those of the format first."""
        fixed = (self.about, self.overview, self.history, self.outlook, self.closing)
        return (*(one for one in fixed if one), *self.sections)
