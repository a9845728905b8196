"""The pieces of a number as it is seen: a number in, its texts out in order, each with its rank beside the digits.

近34亿元 is 近 · 34 · 亿 · 元. The magnitude (万, 亿, 万亿; 千 and 百 where the author's unit has them as such) belongs to the
number: who reads 34 and misses 亿 has read another number; so does the sign of a per cent. Qualifier, unit and noun stand beside.
Both outputs part their numbers here, whatever sizes and faces they give to the ranks.
"""

import re
from dataclasses import replace
from enum import Enum, auto
from itertools import takewhile
from typing import NamedTuple

from generator.document.model import Datum, Number, RichText, Run
from generator.units import Length, em

BESIDE_GAP, MAGNITUDE_GAP = 0.07, 0.02
"""Space before a piece, in ems of the digits: a thin space, as a hair would look torn; a magnitude is close to its digits."""
LEAST_SAID, LEAST_LEFT = 2, 4
"""Characters that a number repeats of its label to be said twice, and that are left of a label that does without them."""
PER_CENT = ("%", "‰")
_OF_UNIT = re.compile("[十百千]?[万亿]|[百千](?![克米瓦帕赫卡伏焦升安字周])")
"""A magnitude at the head of a unit; in 千克 and 千瓦时 the 千 is the unit's own name."""
_RUN = re.compile(r"[一-鿿]+|[^一-鿿]+")


class Rank(Enum):
    """How loud a piece is: digits, words in their place (数亿), the magnitude after digits, what stands beside."""

    DIGITS = auto()
    WORDS = auto()
    MAGNITUDE = auto()
    BESIDE = auto()


class Piece(NamedTuple):
    """A part of a number's text."""

    text: str
    rank: Rank


def pieces(number: Number) -> tuple[Piece, ...]:
    """Return the pieces of a number, none of them empty; joined they are the number as printed."""
    large, after = _parted(number)
    found = (Piece(number.qualifier, Rank.BESIDE), *large, Piece(after, Rank.BESIDE))
    return tuple(piece for piece in found if piece.text)


def gap_before(piece: Piece, size: Length) -> Length:
    """Return the space before a piece that stands after another, beside digits of this size."""
    return em(size, MAGNITUDE_GAP if piece.rank is Rank.MAGNITUDE else BESIDE_GAP)


def columns(number: Number) -> tuple[str, str, str]:
    """Return a number as a table's column parts it: what ends on the axis (近34), its magnitude (亿), and unit and noun."""
    found = pieces(number)
    last = max((at for at, piece in enumerate(found) if piece.rank in (Rank.DIGITS, Rank.WORDS)), default=0)
    rest = found[last + 1 :]
    head = "".join(piece.text for piece in found[: last + 1])
    magnitude = "".join(piece.text for piece in rest if piece.rank is Rank.MAGNITUDE)
    return head, magnitude, "".join(piece.text for piece in rest if piece.rank is Rank.BESIDE)


def noun_of(number: Number) -> str:
    """Return the end of a number that may stand under it: what is counted (乡村教师和学生), or else its unit."""
    _, after = _parted(number)
    unit = number.unit[len(_magnitude(number.unit)) :] if number.digits else ""
    _, found, noun = after.partition(unit) if unit else ("", "", "")
    return noun or (found if number.digits else after)


def caption(datum: Datum) -> RichText:
    """Return the label that stands under a number: without the noun at its end where the number itself has said it.

    25万品牌 over 参与双11的品牌 is 参与双11; a label that would hardly say anything then stays whole.
    """
    *first, last = datum.label or (Run(""),)
    said = takewhile(
        lambda pair: pair[0] == pair[1] and "一" <= pair[0] <= "鿿", zip(last.text[::-1], str(datum.number)[::-1], strict=False)
    )
    count = sum(1 for _ in said)
    left = last.text[: len(last.text) - count]
    short = left.removesuffix("的")
    if last.use or count < LEAST_SAID or (short == left and len(left) < LEAST_LEFT):
        return datum.label
    rest = (*first, replace(last, text=short)) if short else tuple(first)
    return rest or datum.label


def _parted(number: Number) -> tuple[tuple[Piece, ...], str]:
    """Return what of a number stands large, and the rest."""
    if not number.digits:
        end = number.tail.find(number.unit, 1) if number.unit else -1
        words = number.tail[:end] if end > 0 else number.tail
        return _words(words), number.tail[len(words) :]
    tail = number.tail
    size = tail.index(number.scale) + len(number.scale) if number.scale and number.scale in tail else 0
    if not size:
        size = 1 if tail in PER_CENT else len(_magnitude(number.unit)) if tail.startswith(number.unit) else 0
    return (Piece(number.digits, Rank.DIGITS), Piece(tail[:size], Rank.MAGNITUDE)), tail[size:]


def _magnitude(unit: str) -> str:
    found = _OF_UNIT.match(unit)
    return found[0] if found and len(found[0]) < len(unit) else ""


def _words(words: str) -> tuple[Piece, ...]:
    """Return the words of a vague value; a range or a ratio (3.5—4亿) has digits, with which its other words go."""
    if not re.search("[0-9]", words):
        return (Piece(words, Rank.WORDS),)
    return tuple(Piece(run, Rank.MAGNITUDE if "一" <= run[0] <= "鿿" else Rank.DIGITS) for run in _RUN.findall(words))
