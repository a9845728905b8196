"""Where a title's line may end by sense: after a mark, before a preposition, after a particle, between words, never inside one.

In: the text of a title. Out: what a line end costs before each of its characters. There is no dictionary:
marks, a few dozen particles and a short list of words find the phrases of a title; the author's mark overrules them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from generator.typeset.classes import Class, classify
from generator.typeset.numerals import numerals
from generator.typeset.words import LONGEST, WORDS

PAUSE_COST = -1000.0
"""Where the author says so: any other line end is worse, yet no line is added for it."""
STOP_COST = 0.0
"""After ，；：。！？ a reader breathes."""
LISTED_COST = 100.0
"""After 、 and after a dash: the list or the thought goes on."""
EDGE_COST = 200.0
"""Beside a bracket, a quotation mark or a space: a phrase, or what names it."""
BEFORE_COST = 250.0
"""Before a preposition, a conjunction or an adverb, which opens what follows."""
AFTER_COST = 350.0
"""After a particle, which closes what went before."""
MIXED_COST = 400.0
"""Between Han and digits or Latin: a word ends here, if no phrase."""
NUMBER_COST = 450.0
"""After a printed number, with its noun: 1万名残障人士/打开."""
WORDS_COST = 500.0
"""Between two known words."""
WORD_COST = 900.0
"""Beside a known word: where the next ends, nobody knows."""
UNKNOWN_COST = 1300.0
"""Between two characters that are no known words: as likely as not inside one."""
HANGING_COST = 1800.0
"""After a preposition: it would hang at the line's end."""
PARTICLE_COST = 3500.0
"""Before a particle, which belongs to what went before: a line more is better."""
INSIDE_COST = 5000.0
"""Inside a known word."""

BALANCE_COST = 1000.0
"""A title's line twice as long as the even one, or empty; squares in between."""
STUMP_COST = 1500.0
"""A title's line of one or two characters, or under a third of the even one."""
STUMP = 3
STUMP_PART = 1 / 3
LAST_COST = 400.0
"""A title's last line of hardly more than half the even one, which looks left over."""
LAST_PART = 0.55

PARTICLES = frozenset("的地得了着过们吗呢吧之等里")
LINKS = frozenset("得地着之")
"""Those among them that lead on: 卖得最多, 慢慢地走."""
LEADERS = frozenset(
    "在把被将向从往与和及或并而但以为用让使给对由因按比跟同自是有也都还就又再才已正不没更最很每各这那其只要能会可所"
)
COMPLEMENTS = frozenset("在向给到为会成起住")
"""They close a verb of one character: 流向, 掉在, 学会."""
COUNTS = frozenset("一二两三四五六七八九十百千万亿半几数第")
"""Numerals in characters, which a measure word follows."""
ARRIVAL = "到"
"""It opens a phrase only after 从: 从一棵树/到一片林, but 走到/国家."""
DEPARTURES = frozenset("从自由")
HANGERS = LEADERS | COUNTS | {ARRIVAL}

STOPS = frozenset({Class.STOP, Class.COMMA})
LONG_MARKS = frozenset({Class.DASH, Class.ELLIPSIS})
EDGES = frozenset({Class.CLOSE, Class.SPACE})


class Meeting(NamedTuple):
    """Two words that meet, with the classes of the characters that do; `opened` tells whether 从 stands before."""

    before: str
    after: str
    left: Class
    right: Class
    opened: bool

    @property
    def closes(self) -> bool:
        """Tell whether what follows completes a verb of one character."""
        return self.after in COMPLEMENTS and len(self.before) == 1 and self.before not in PARTICLES

    @property
    def known(self) -> int:
        """How many of the two are known words."""
        return (len(self.before) > 1) + (len(self.after) > 1)


RULES: tuple[tuple[Callable[[Meeting], bool], float], ...] = (
    (lambda at: at.before == "、" or at.left in LONG_MARKS, LISTED_COST),
    (lambda at: at.left in STOPS, STOP_COST),
    (lambda at: at.after in PARTICLES, PARTICLE_COST),
    (lambda at: at.before in HANGERS, HANGING_COST),
    (lambda at: at.left in EDGES or at.right in (Class.OPEN, Class.SPACE), EDGE_COST),
    (lambda at: at.left is not at.right, MIXED_COST),
    (lambda at: at.before == at.after, INSIDE_COST),
    (lambda at: at.after == ARRIVAL and at.opened, BEFORE_COST),
    (lambda at: at.closes or at.before in LINKS, UNKNOWN_COST),
    (lambda at: at.after in LEADERS, BEFORE_COST),
    (lambda at: at.before in PARTICLES, AFTER_COST),
    (lambda at: at.known > 1, WORDS_COST),
    (lambda at: at.known > 0, WORD_COST),
    (lambda _: True, UNKNOWN_COST),
)
"""What a line end costs where two words meet: the first row that fits."""


def worded(text: str) -> tuple[str, ...]:
    """Return a text in words, the longest known from the end backwards; what is not known stands alone, Western pieces too."""
    pieces: list[str] = []
    end = len(text)
    while end:
        start = next((at for at in range(max(0, end - LONGEST), end - 1) if text[at:end] in WORDS), end - 1)
        pieces.append(text[start:end])
        end = start
    return tuple(reversed(pieces))


@lru_cache(maxsize=1024)
def line_end_costs(text: str) -> tuple[float, ...]:
    """Return what a line end costs before each character."""
    pieces = worded(text)
    costs = [INSIDE_COST] * len(text)
    starts = accumulate(map(len, pieces))
    for (before, after), start in zip(pairwise(pieces), starts, strict=False):
        opened = not DEPARTURES.isdisjoint(text[:start])
        meeting = Meeting(before, after, classify(before[-1]), classify(after[0]), opened)
        costs[start] = next(cost for fits, cost in RULES if fits(meeting))
    for start, _ in numerals(text):
        costs[start] = min(costs[start], MIXED_COST) if costs[start] < HANGING_COST else costs[start]
    return tuple(costs)


def balance_cost(width: float, even: float, characters: int, *, last: bool) -> float:
    """Return what a title's line costs by its length beside that of lines all alike, and by its characters."""
    off = (width - even) / even
    stump = characters < STUMP or width < even * STUMP_PART
    short = last and width < even * LAST_PART
    return BALANCE_COST * off * off + (STUMP_COST if stump else LAST_COST if short else 0.0)
