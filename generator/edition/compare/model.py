"""What is compared, and what came of it: editions (figures with their values, texts by part) and the changes from one to the other.

An edition is made of a content file or of a built ledger; only the first has texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a figure: its period, what is printed, its qualifier, amount and unit, and what is known of it by aspect."""

    period: str
    printed: str
    qualifier: str
    amount: Decimal | None
    unit: str
    known: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: its name, what is known of it by aspect (definition, kind …), its values."""

    name: str
    known: Mapping[str, str]
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the text, a theme or another: its name ("" for the cover) and its paragraphs, references as the author writes them."""

    name: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition: its file, the digest of its content, its figures, and its text, None for a built set."""

    file: str
    digest: str
    figures: tuple[Figure, ...]
    parts: tuple[Part, ...] | None


class Aspect(Enum):
    """What of a figure changed."""

    ADDED = "added"
    GONE = "gone"
    PERIOD = "period"
    NEW_PERIOD = "new-period"
    """It has a value for a further period."""
    LOST_PERIOD = "lost-period"
    VALUE = "value"
    UNIT = "unit"
    QUALIFIER = "qualifier"
    WRITING = "writing"
    """The same amount, written otherwise."""
    DEFINITION = "definition"
    KIND = "kind"
    SCOPE = "scope"
    FORMULA = "formula"
    SOURCE = "source"
    STATUS = "status"
    WAS = "was"
    """A value that was restated, and why."""
    OWNER = "owner"
    THEME = "theme"


class Ink(Enum):
    """Whether words stand in both texts, or in one of them."""

    KEPT = "kept"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a figure: for which period ("" for the whole figure), what, and what it was and is."""

    figure: str
    period: str
    aspect: Aspect
    old: str
    new: str


Words = tuple[tuple[str, Ink], ...]
"""A text in pieces; an empty one is changed, and tells where the other text has words."""


@dataclass(frozen=True, slots=True)
class Rewording:
    """A paragraph that was changed, in pieces; one that was added or left out has no words on the other side."""

    part: str
    old: Words
    new: Words


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that changed. `texts` tells whether the texts were compared at all."""

    old: Edition
    new: Edition
    changes: tuple[Change, ...]
    rewordings: tuple[Rewording, ...]
    texts: bool

    @property
    def same(self) -> bool:
        """Whether nothing changed."""
        return not (self.changes or self.rewordings)
