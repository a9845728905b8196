"""Numbers in running text: the digits with what belongs to them, never parted (GB/T 15835-2011, 5.1.7; CLREQ, prefix and suffix).

In: the text of a paragraph, and where its printed figures stand. Out: the ranges of characters that stay together, and the places
where a line may end at a price. Digits are looked for first; what stands before and after them only then: most text has none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.typeset.measure_words import AFTER, OWN_SCALES, QUALIFIERS, SCALES, UNITS, VAGUELY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DATE_COST = 100.0
"""A date parted between year and month: worth a line somewhat too tight or loose."""
QUALIFIER_COST = 100.0
"""超过|34亿元 in a narrow measure: the eye goes back for 超过, but a gap of an em in every line is worse (T12)."""
UNIT_COST = 120.0
"""4.1亿|千瓦时 there too: a little worse, for a number without its unit is none (T11)."""

LONG_UNIT = re.compile("[\u4e00-\u9fff]{3}")
"""A unit that may be parted from its number there: three characters, without what they are counted by (元/吨)."""
FIGURE_UNIT = 1
"""Characters that the unit of a printed figure has at most, when it is no listed one: 3.2万垛. What is longer is a noun."""

CURRENCY = "¥￥$＄€£￡₩₹№#"
COMPARISONS = "≈≠≤≥≦≧≤≥⩽⩾<>＜＞∼≒"
SIGNS = f"{CURRENCY}{COMPARISONS}+＋−－±~～-"
"""What clings to the number that follows."""
CLOSED = frozenset(")）]］%％‰℃℉°′″²³")
"""With what an operand ends besides letters and digits."""

IDEOGRAPHS = "\u2e80"
"""The first of the characters that make words without being letters."""

ONE = "0-9０-９"
FRACTIONS = "¼-¾⅐-⅞"
JOINTS = "-,.:/×±~／．∶：‐‑·‧•'’′"
"""What joins two digits and parts none: dates, times, telephone numbers, ratios, fractions, tolerances, products."""
POWER = "(?:[⁺⁻]?[⁰¹²³⁴-⁹]+)?"
"""3.5×10⁻³."""
FREQUENT = "区日月人元个年"
"""First characters of frequent units, the most frequent last, which are asked for first."""

BARE_SCALES = "百千万亿"
HAN_DIGITS = "〇零一二三四五六七八九十百千万亿两"


def _unit() -> str:
    """Return a pattern for one unit: a choice of first characters, behind each a choice of what goes on, the longer before the shorter."""
    rests: dict[str, list[str]] = {}
    for word in sorted(UNITS, key=len, reverse=True):
        rests.setdefault(word[0], []).append(word[1:])
    alone = "".join(first for first, going in rests.items() if going == [""])
    longer = sorted((first for first in rests if first not in alone), key=FREQUENT.find, reverse=True)
    begun = "|".join(f"{first}(?:{'|'.join(rests[first])})" for first in longer)
    return f"(?:[{alone}]|(?=[{''.join(longer)}])(?:{begun}))"


UNIT = f"(?:{_unit()}(?:[/／](?:{_unit()}|[A-Za-z]+[²³]?))*|[㌀-㏿]|(?<=[万亿])[A-Za-zμΩ]+[²³]?)"
"""元, 元/吨, 元/kWh, ㎡, the kWh of 4.1亿kWh."""
LATIN_UNIT = (
    "[nμmcdkM]?(?:m[²³]?|g|L|s|A|V|W|Wh|Hz|Pa|J|N|mol|bps)|[KMGTP]?B|GW|GWh|TWh|GHz|GPa|GJ|[MG]bps|hm²|kcal|min|h|t|dB|km/h|m/s"
)
"""What is typed behind a space: 100 km."""
NUMERAL = re.compile(
    f"[{ONE}{FRACTIONS}第数几十百千万亿](?:"
    f"(?:(?<=[{ONE}])[{ONE}]*(?:[{JOINTS}][{ONE}]+)*{POWER}|(?<=[{FRACTIONS}]))"
    f"[{AFTER}]?(?: ?(?P<scale>{SCALES}))?[{AFTER}]?(?: ?(?P<unit>{UNIT})| (?:{LATIN_UNIT})(?![A-Za-z]))?"
    f"|(?<=第)[{HAN_DIGITS}]+{UNIT}?|(?<=[数几])[十百千万亿]+[{AFTER}]?{UNIT}?"
    f"|(?<=[{VAGUELY}][{BARE_SCALES}])[{BARE_SCALES}]*[{AFTER}]?{UNIT}?|(?<=[十百千万亿])[十百千万亿]*[余多]{UNIT})"
)
"""34亿元; then numbers in words, which have a unit as those in digits have: 第十五名, 数亿件, 近百家, 百余所.

It begins with a set of characters, for which a text is searched at once."""

DATE_JOINT = re.compile("[年月](?<=[0-9].)(?=[0-9]{1,2}[月日])")


def _by_last(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return words by their last character, the longer first."""
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(words, key=len, reverse=True):
        found[word[-1]] = (*found.get(word[-1], ()), word)
    return found


ENDINGS = _by_last(QUALIFIERS)
SIGNING = frozenset(SIGNS)
BEFORE = SIGNING.union(ENDINGS, VAGUELY, " ")
"""With what ends that which may stand before a number; most often it is something else."""


class Pieces(NamedTuple):
    """What stays together, as ranges of characters, and the places where a line may end at a price.

    `held` are pieces that are torn if they are wider than the measure, `whole` those that are torn last: words, and marks with what they
    cling to.
    """

    held: list[tuple[int, int]]
    priced: dict[int, float]
    whole: list[tuple[int, int]]


def numbers(text: str, figures: Sequence[tuple[int, int]] = (), *, narrow: bool = False) -> Pieces:
    """Return each number with its qualifier, sign, scale and unit.

    `figures` are the ranges of printed figures, which tell a unit that is no listed one; `narrow` lets long qualifiers and units part
    from their number at a price.
    """
    found = Pieces([], dict.fromkeys(map(re.Match.end, DATE_JOINT.finditer(text)), DATE_COST) if "月" in text else {}, [])
    before = 0
    for match in NUMERAL.finditer(text):
        start, end = match.span()
        if start and text[start - 1] in BEFORE:
            start = _begun(text, start, before, found, narrow=narrow)
        unit = match.start("unit")
        if unit >= 0:
            if end - unit > 1:
                _unit_read(match, text, found, narrow=narrow)
        elif figures:
            end = _told(end, figures)
        found.held.append((start, end))
        before = end
    return found


def _begun(text: str, at: int, before: int, found: Pieces, *, narrow: bool) -> int:
    """Return where a number begins with its signs and its qualifier."""
    signed = _signed(text, at, before)
    behind = signed - 1 if text[signed - 1 : signed] == " " else signed
    start = _qualified(text, behind, before)
    if start == behind:
        return signed
    if behind - start > 1:
        found.whole.append((start, behind))
        if narrow:
            found.priced[signed] = QUALIFIER_COST
    return start


def _unit_read(match: re.Match[str], text: str, found: Pieces, *, narrow: bool) -> None:
    """Keep a unit of several characters whole; in a narrow measure a line may end before it at a price."""
    start, end = match.span("unit")
    found.whole.append((start, end))
    if narrow and (match["scale"] or "").endswith(OWN_SCALES) and LONG_UNIT.match(text, start, end):
        found.priced[start] = UNIT_COST


def numerals(text: str) -> list[tuple[int, int]]:
    """Return start and end of each number with its qualifier, scale and unit."""
    return numbers(text).held


def _signed(text: str, start: int, before: int) -> int:
    """Return where a number's signs begin; a sign right after an operand is an operator, and none of the number's."""
    while (
        start > before
        and text[start - 1] in SIGNING
        and not (text[start - 1] not in CURRENCY and is_operand(text, start - 2, before))
    ):
        start -= 1
    return start


def is_operand(text: str, at: int, before: int) -> bool:
    """Tell whether an operand ends with this character: a letter, a digit, a closing bracket, the unit of a number `before`."""
    return at >= 0 and (at == before - 1 or text[at] in CLOSED or (text[at] < IDEOGRAPHS and text[at].isalnum()))


def _qualified(text: str, start: int, before: int) -> int:
    """Return where the qualifier in front of a place begins; the place itself if there is none."""
    for word in ENDINGS.get(text[start - 1], ()) if start else ():
        if text.endswith(word, before, start):
            return start - len(word)
    return start - (before < start and text[start - 1] in VAGUELY and text[start] in BARE_SCALES)


def _told(end: int, figures: Sequence[tuple[int, int]]) -> int:
    """Return where a printed figure ends whose rest is short enough for a unit."""
    return next((last for first, last in figures if first < end < last <= end + FIGURE_UNIT), end)
