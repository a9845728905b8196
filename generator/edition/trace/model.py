"""What tracing says: sources as paragraphs, the numbers in them, how each figure came off. Frozen, nothing worded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from generator.content.figures.units import NO_UNIT, Unit

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

    from generator.content.model import Value
    from generator.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph that says something: its number from 1, its words on one line, its page in a PDF (0 elsewhere).

    A heading is none of the numbered ones: it has the number of the paragraph before it. `heads` is what heads it in a table.
    """

    number: int
    text: str
    page: int = 0
    heading: bool = False
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A source as read: the name by which the content cites it ("" where it cites none such), its file, its paragraphs."""

    source: str
    file: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A number in a text: where it begins, what is written, its qualifier, amount and unit.

    `number` is what the digits say, `amount` that times the scale; both None where it is no single number (数亿, 15—20分钟),
    which `words` say, without qualifier and unit; `share` is what a fraction is worth (三分之二, 2/3).
    A `bare` one has neither unit nor noun. A `lone` one, in characters (三批) or a share in words (一半), is looked up, and never
    asked for.
    """

    start: int
    text: str
    qualifier: str
    number: Decimal | None
    amount: Decimal | None
    unit: Unit = NO_UNIT
    words: str = ""
    lone: bool = False
    bare: bool = False
    share: Fraction | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Sighting:
    """A mention with the document and the paragraph that it stands in: each is itself alone."""

    document: Document
    paragraph: Paragraph
    mention: Mention


class Likeness(Enum):
    """How far a number of a source is that of the content."""

    SAME = "same"
    QUALIFIER = "qualifier"
    """The same amount, with another qualifier or without."""
    SCALE = "scale"
    """The same digits, with another scale or unit."""
    NONE = "none"


class Verdict(Enum):
    """How a value of the content came off."""

    FOUND = "found"
    RECORDED = "recorded"
    """Found with another qualifier, which a discrepancy records."""
    PLACE = "place"
    """A paragraph that the content names does not hold it."""
    QUALIFIER = "qualifier"
    SCALE = "scale"
    ABSENT = "absent"
    UNREAD = "unread"
    """Its source is not among those that were given."""


GOOD = frozenset({Verdict.FOUND, Verdict.RECORDED, Verdict.UNREAD})
"""What is no fault."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A value of a figure: how it came off, where it stands in the sources, and what is amiss with the place that the content names."""

    figure: str
    value: Value
    verdict: Verdict
    seen: tuple[Sighting, ...]
    cited: tuple[str, str]
    span: Span
    near: tuple[Sighting, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """What a discrepancy quotes: the words, where they stand in the sources, and where the content says that they stand."""

    about: tuple[str, ...]
    text: str
    place: str
    seen: tuple[Sighting, ...]
    span: Span
    read: bool = True


@dataclass(frozen=True, slots=True)
class Other:
    """A number of a source that is told otherwise in the content, and that no discrepancy records."""

    sighting: Sighting
    figure: str
    value: Value


@dataclass(frozen=True, slots=True)
class Trace:
    """All that tracing found; `lacking` are the numbers of the sources that the content has not."""

    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    quotes: tuple[Quote, ...]
    others: tuple[Other, ...]
    lacking: tuple[Sighting, ...]
