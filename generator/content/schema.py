"""The shape of content.yaml as models: which keys there are, and which must stand. What each is for, the catalogs say.

One statement for two uses: `shape.check` validates nodes by it, and `json_schema` gives editors (the YAML language server, JSON
Schema draft 2020-12) completion and hover in the language in which they are worded.
"""

from collections.abc import Callable, Iterator
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import BaseModel, ConfigDict, Discriminator, Field, StringConstraints, Tag
from pydantic.json_schema import GenerateJsonSchema

from generator.diagnostics import Words, said

Text = str
"""A text; that it is not empty says the configuration of Shape, which is cheaper to build than a constraint on each field."""

Count = Annotated[int, Field(ge=0, le=12)]

MOST_HEROES = 3
"""Large numbers that a chapter's opening holds side by side."""
MOST_POINTS = 6
"""Points that a slide holds in its type."""

Points = Annotated[list[Text], Field(max_length=MOST_POINTS)]

Kind = Literal["flow", "cumulative", "stock", "rate", "change", "equivalent", "ordinal", "duration", "event", "target"]
ChartKind = Literal[
    "bar", "column", "stacked", "line", "dot", "pie", "doughnut", "share", "panels",
    "before-after", "then-and-now", "change", "coverage", "timeline", "cards",
]  # fmt: skip
SeriesKind = Literal["line"]
Axis = Literal["cut", "log"]
Color = Literal["朱砂", "赭", "松绿", "靛蓝", "紫檀", "石青", "胭脂", "黛", "竹青", "栗"]
Motif = Literal["rings", "dots", "seeds", "field", "path", "waves", "dial"]
Icon = Literal[
    "人", "老人", "儿童", "握手", "心", "树", "山", "水", "电", "灯", "地球", "村", "房", "学校", "医", "书", "钱", "车", "包裹",
    "手机", "图表", "旗", "日历", "工厂", "无",
]  # fmt: skip
Place = Literal["full", "column", "bleed", "portrait"]
Numbers = Literal["无"]
Status = Literal["draft", "reviewed", "approved"]
Marks = Literal["有", "无"]
Form = Literal["multiple", "percent", "number"]

KINDS: tuple[str, ...] = get_args(Kind)
CHART_KINDS: tuple[str, ...] = get_args(ChartKind)
COLORS: tuple[str, ...] = get_args(Color)
AXES: tuple[str, ...] = get_args(Axis)
ICONS: tuple[str, ...] = get_args(Icon)
PICTURES: tuple[str, ...] = get_args(Motif)
PLACES: tuple[str, ...] = get_args(Place)
STATUSES: tuple[str, ...] = get_args(Status)
FORMS: tuple[str, ...] = get_args(Form)


TAGS = _TEXT, _STRUCTURE = "<text>", "<structure>"
"""What stands in a fault's path for the branch of a choice; no key of an author's is called so."""


def _either(value: object) -> str:
    """Tell a text from a list or a mapping, so that a fault is told once and not for each possibility."""
    return _STRUCTURE if isinstance(value, list | dict) else _TEXT


class Shape(BaseModel):
    """What all parts share: no unknown keys. Validators are built with the whole, once.

    `at` is the key under which an author writes the part: the catalogs tell by it what its own keys are for.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, str_min_length=1)
    home: ClassVar[str] = "schema"

    def __init_subclass__(cls, *, at: str = "", **settings: Any) -> None:  # noqa: ANN401  # pydantic's own
        super().__init_subclass__(**settings)
        cls.home = f"schema.{at}" if at else "schema"


class Talk(Shape, at="talk"):
    """What is said to a slide."""

    notes: Text | None = None
    minutes: Text | None = None
    question: Text | None = None
    answer: Text | None = None


class Colour(Shape, at="colour"):
    """A colour of the author's own."""

    rgb: Text
    cmyk: Text


class Details(Shape, at="pictures"):
    """What is said of a picture."""

    caption: Text | None = None
    credit: Text | None = None
    place: Place | None = None
    crop: Text | None = None
    focus: Text | None = None
    says: Text | None = None
    numbers: Numbers | None = None


class Picture(Details, at="picture"):
    """A picture."""

    file: Text
    alt: Text


class Logo(Shape, at="logo"):
    """The organization's sign."""

    file: Text
    alt: Text | None = None


LogoForm = Annotated[Annotated[Text, Tag(_TEXT)] | Annotated[Logo, Tag(_STRUCTURE)], Discriminator(_either)]
PictureForm = Annotated[Annotated[Motif, Tag(_TEXT)] | Annotated[Picture, Tag(_STRUCTURE)], Discriminator(_either)]


class Imprint(Shape, at="report"):
    """The cover."""

    title: Text
    subtitle: Text | None = None
    organization: Text
    edition: Text
    date: Text
    fiscal_year_ends: Text | None = None
    brand: Colour
    colophon: Text | None = None
    logo: LogoForm | None = None


class Source(Shape, at="sources"):
    """A document."""

    title: Text
    publisher: Text | None = None
    date: Text | None = None
    inferred: Text | None = None
    url: Text | None = None


class UnitWord(Shape, at="units"):
    """A unit of the author's own."""

    same_as: Text | None = None
    factor: Text | None = None
    dimension: Text | None = None


class Value(Shape, at="values"):
    """A value with its own source, scope or history."""

    value: Text
    source: Text | None = None
    scope: Text | None = None
    status: Status | None = None
    by: Text | None = None
    on: Text | None = None
    was: Text | None = None
    because: Text | None = None


ValueForm = Annotated[Annotated[Text, Tag(_TEXT)] | Annotated[Value, Tag(_STRUCTURE)], Discriminator(_either)]
ColorForm = Annotated[Annotated[Color, Tag(_TEXT)] | Annotated[Colour, Tag(_STRUCTURE)], Discriminator(_either)]
Names = Annotated[Annotated[Text, Tag(_TEXT)] | Annotated[list[Text], Tag(_STRUCTURE)], Discriminator(_either)]


class Figure(Shape, at="figures"):
    """A figure."""

    means: Text
    label: Text | None = None
    kind: Kind
    scope: Text | None = None
    owner: Text | None = None
    starts: Text | None = None
    values: Annotated[dict[str, ValueForm], Field(min_length=1)]
    source: Text
    note: Text | None = None
    icon: Icon | None = None


class Derived(Shape, at="derived"):
    """A computed figure."""

    means: Text | None = None
    label: Text | None = None
    formula: Text
    form: Form
    digits: Count | None = None
    qualifier: Annotated[str, StringConstraints(min_length=0)] | None = None
    unit: Text | None = None


class Discrepancy(Shape, at="discrepancies"):
    """Where sources disagree."""

    about: Names
    found: Text
    decision: Text
    because: Text


class Pair(Shape, at="pairs"):
    """Then and now."""

    name: Text
    then: Text
    now: Text
    multiple: Text | None = None
    remark: Text | None = None
    theme: Text | None = None


class Event(Shape, at="events"):
    """A moment."""

    when: Text
    text: Text


class Series(Shape, at="series"):
    """One line of a chart of several, or one part of its stacked bars."""

    name: Text
    figures: Annotated[list[Text], Field(min_length=1)]
    kind: SeriesKind | None = None


class Chart(Talk, at="charts"):
    """A chart."""

    kind: ChartKind
    message: Text
    measure: Text | None = None
    figures: list[Text] | None = None
    series: list[Series] | None = None
    whole: Text | None = None
    target: Text | None = None
    emphasis: Names | None = None
    change: Marks | None = None
    table: Marks | None = None
    axis: Axis | None = None
    labels: dict[str, Text] | None = None
    result: Text | None = None
    pairs: list[Pair] | None = None
    events: list[Event] | None = None
    because: Text | None = None


class Story(Talk, at="story"):
    """A story."""

    title: Text
    message: Text | None = None
    text: Text
    brief: Text | None = None
    figures: list[Text] | None = None
    icon: Icon | None = None
    picture: Picture | None = None


class Statement(Shape, at="statement"):
    """What somebody said, reported."""

    who: Text
    text: Text
    source: Text


class Theme(Talk, at="themes"):
    """A chapter."""

    name: Text
    color: ColorForm
    picture: PictureForm | None = None
    message: Text
    headline: Text | None = None
    heroes: Annotated[list[Text], Field(min_length=1, max_length=MOST_HEROES)]
    figures: list[Text] | None = None
    text: Text | None = None
    charts: list[Chart] | None = None
    story: Story | None = None
    statement: Statement | None = None
    points: Points | None = None
    deck: list[Text] | None = None


class Section(Talk, at="sections"):
    """A part outside the themes."""

    name: Text | None = None
    message: Text | None = None
    text: Text | None = None
    figures: list[Text] | None = None
    charts: list[Chart] | None = None
    points: Points | None = None
    deck: list[Text] | None = None


class Told(Section, at="told"):
    """A section that may have a statement."""

    statement: Statement | None = None


class Own(Talk, at="own"):
    """A section of the author's own, of any kind."""

    kind: Text
    name: Text
    message: Text | None = None
    deck: list[Text] | None = None


class LetterSection(Own, at="letter"):
    """A letter, signed."""

    kind: Literal["letter"]
    text: Text
    by: Text
    office: Text | None = None
    portrait: Picture | None = None
    signature: Picture | None = None
    brief: Text | None = None


class TextSection(Own, at="text"):
    """A text, with all that a section may have."""

    kind: Literal["text"]
    text: Text
    figures: list[Text] | None = None
    charts: list[Chart] | None = None
    points: Points | None = None


class TableSection(Own, at="table"):
    """A table."""

    kind: Literal["table"]
    text: Text | None = None
    table: Text


class PicturesSection(Own, at="picture-section"):
    """Pictures."""

    kind: Literal["pictures"]
    text: Text | None = None
    pictures: Annotated[list[Picture], Field(min_length=1)]


class Award(Shape, at="awards"):
    """An award."""

    when: Text | None = None
    name: Text
    by: Text | None = None
    to: Text | None = None


class AwardsSection(Own, at="award-section"):
    """Awards."""

    kind: Literal["awards"]
    text: Text | None = None
    awards: Annotated[list[Award], Field(min_length=1)]


class ChronicleSection(Own, at="chronicle"):
    """What happened, by month."""

    kind: Literal["chronicle"]
    text: Text | None = None
    events: Annotated[list[Event], Field(min_length=1)]


class Voice(Shape, at="quotations"):
    """What somebody said."""

    text: Text
    who: Text


class QuotationsSection(Own, at="quotation-section"):
    """Voices."""

    kind: Literal["quotations"]
    text: Text | None = None
    quotations: Annotated[list[Voice], Field(min_length=1)]


class Indicator(Shape, at="rows"):
    """A row of an index."""

    code: Text
    name: Text
    where: Annotated[list[Text], Field(min_length=1)]


class IndexSection(Own, at="index"):
    """Codes of standards against pages."""

    kind: Literal["index"]
    text: Text | None = None
    rows: Annotated[list[Indicator], Field(min_length=1)]


class Question(Shape, at="questions"):
    """A question to readers."""

    text: Text
    options: list[Text] | None = None
    lines: Count | None = None


class FeedbackSection(Own, at="feedback"):
    """A page to fill in and send back."""

    kind: Literal["feedback"]
    text: Text | None = None
    questions: Annotated[list[Question], Field(min_length=1)]
    reply: Text | None = None


OwnSection = Annotated[
    LetterSection
    | TextSection
    | TableSection
    | PicturesSection
    | AwardsSection
    | ChronicleSection
    | QuotationsSection
    | IndexSection
    | FeedbackSection,
    Discriminator("kind"),
]
SECTIONS: dict[str, type[Own]] = {get_args(one.__annotations__["kind"])[0]: one for one in Own.__subclasses__()}
"""The author's own sections by kind."""


class Press(Shape, at="press"):
    """What the print shop asks for."""

    condition: Text | None = None
    icc: Text | None = None
    trim: Text | None = None
    bleed: Text | None = None
    marks: Marks | None = None


class Budget(Shape, at="budget"):
    """How long the talk may be."""

    minutes: Text


class Content(Shape):
    """The whole file: six parts must stand; history, outlook and closing may be left out, and so may the registers but two."""

    report: Imprint
    sources: Annotated[dict[str, Source], Field(min_length=1)]
    units: dict[str, UnitWord] | None = None
    names: dict[str, Text] | None = None
    exempt: dict[str, Text] | None = None
    figures: Annotated[dict[str, Figure], Field(min_length=1)]
    derived: dict[str, Derived] | None = None
    discrepancies: list[Discrepancy] | None = None
    layouts: dict[str, Text] | None = None
    pictures: dict[str, Details] | None = None
    press: Press | None = None
    talk: Budget | None = None
    about: Section
    overview: Section
    themes: Annotated[list[Theme], Field(min_length=1)]
    history: Told | None = None
    outlook: Told | None = None
    closing: Section | None = None
    sections: list[OwnSection] | None = None
    order: list[Text] | None = None


def _shapes(shape: type[Shape] = Shape) -> Iterator[type[Shape]]:
    for part in shape.__subclasses__():
        yield part
        yield from _shapes(part)


KEYS = frozenset(key for shape in _shapes() for key in shape.model_fields)
"""Every key of the format."""


def described(shape: type[Shape], key: str) -> Words:
    """Return the words for what a key of a part is for."""
    owner = next(one for one in reversed(shape.__mro__) if issubclass(one, Shape) and key in one.model_fields)
    return said(f"{owner.home}.{key}")


def json_schema(word: Callable[[Words], str]) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of content.yaml, its descriptions in the language of `word`."""
    whole = Content.model_json_schema(schema_generator=_ForAuthors)
    parts = {"Content": whole, **whole["$defs"]}
    for shape in _shapes():
        for key, field in parts[shape.__name__]["properties"].items() if shape.__name__ in parts else ():
            field["description"] = word(described(shape, key))
    return {"$schema": _ForAuthors.schema_dialect, "title": word(said("schema.title")), **whole}


class _ForAuthors(GenerateJsonSchema):
    """Leaves out what only readers of Python need: titles, docstrings, `null` for a key that may be left out.

    A text may be a number to an editor: an unquoted 2020 is welcome.
    """

    def model_schema(self, schema: Any) -> dict[str, Any]:  # noqa: ANN401  # core schemas are of any type
        return {key: value for key, value in super().model_schema(schema).items() if key not in ("title", "description")}

    def str_schema(self, schema: Any) -> dict[str, Any]:  # noqa: ANN401
        return {**super().str_schema(schema), "type": ["string", "number"]}

    def nullable_schema(self, schema: Any) -> dict[str, Any]:  # noqa: ANN401
        return self.generate_inner(schema["schema"])

    default_schema = nullable_schema

    def field_title_should_be_set(self, _schema: Any) -> bool:  # noqa: ANN401
        return False
