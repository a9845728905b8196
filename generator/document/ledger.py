"""The ledger: every figure, every use of every figure, and where each use came to stand. The inspector's list.

A use is born in `document.resolve`, once for each place in the content, with a path for its id (see `register`), which travels as an
opaque string through layout and writers; a placement is found by walking the finished pages and slides. The layout may place one use
several times (a message on its opener, in the contents and as a slide's title): each is a placement of its own.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from generator.diagnostics import Span
from generator.units import Rect

FOLIO = "folio"
"""The `use` of numerals that only layout knows: page and slide numbers, those in the contents, how much a dot is, a press condition."""

SPOKEN = "alternative"
"""The `item` of what the alternative text of a figure alone says: a value whose mark bears no number, or bears it without its unit."""


OF_PICTURES = (".alt/", ".says/")
"""In the id of a use in the words that stand for a picture."""


class UseKind(Enum):
    """Why a numeral stands where it stands."""

    FIGURE = "figure"
    """A figure's value."""
    DERIVED = "derived"
    """A computed value."""
    PERIOD = "period"
    """A figure's period, printed by reference."""
    QUOTE = "quote"
    """A source's own words, in a discrepancy."""
    EXEMPT = "exempt"
    """Typed by the author, with a reason."""
    TYPED = "typed"
    """Typed by the author, without one: it leads back to its line, and explains nothing."""
    KNOWN = "known"
    """An ordinary number of a known class (图2, 24小时热线); its reason is the class."""
    LABEL = "label"
    """Made by the program: a theme's number, a place in a source (第6段), a formula."""


@dataclass(frozen=True, slots=True)
class Use:
    """A numeral that must be read, in full, wherever it is placed. `figure` and `period` are empty where it has none."""

    id: str
    kind: UseKind
    text: str
    figure: str
    period: str
    reason: str
    span: Span

    @property
    def is_spoken(self) -> bool:
        """Whether it is said in place of a picture: no page shows it, and the alternative text is compared word for word."""
        return any(part in self.id for part in OF_PICTURES)


@dataclass(frozen=True, slots=True)
class Line:
    """One value of a figure in the ledger."""

    period: str
    printed: str
    amount: Decimal | None
    unit: str
    source: str
    scope: str
    status: str
    was: str
    because: str
    signed: str = ""
    """Who gave it its status, and when."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure in the ledger; `formula` is empty unless it is computed.

    `change` tells a change against the year before: it rests on values that stand in every output, and need not stand there itself.
    """

    figure: str
    means: str
    kind: str
    scope: str
    owner: str
    formula: str
    theme: str
    lines: tuple[Line, ...]
    span: Span
    change: bool = False


@dataclass(frozen=True, slots=True)
class Ledger:
    """All figures and uses. `names` are words with numerals that are no figures (双11), with the author's reason for each.

    `date` is the report's own, in ISO form: the only date that a file made from the ledger carries.
    """

    entries: tuple[Entry, ...]
    uses: tuple[Use, ...]
    names: tuple[tuple[str, str], ...]
    digest: str
    date: str = ""

    def numbers(self) -> dict[str, str]:
        """Return the number of each use in the list to sign off, for people to speak of: u001, u002 … in reading order."""
        return {use.id: f"u{at:03}" for at, use in enumerate(self.uses, 1)}


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a use stands: `output` is "report" or "deck", `place` the page or slide from 1.

    `item` is the shape's name, "notes", SPOKEN or "". `use` is a ledger id, FOLIO, or "" for
    words with digits that are no use (a date), `text` what must be
    read there. `box` is the rectangle of its glyphs on a page, None in a deck's text, where the renderer decides, and where it is spoken.
    """

    use: str
    output: str
    place: int
    item: str
    text: str
    box: Rect | None
    origin: str
