"""How far a number of a source is that of the content, by its amount and the sense of its qualifier. Two numbers in; a likeness out."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from generator.edition.trace.model import Likeness

if TYPE_CHECKING:
    from generator.content.figures.units import Unit
    from generator.edition.trace.model import Mention

SENSES = (
    "超 超过 逾 突破 过 多 余",
    "近 接近 将近",
    "约 大约 大概 左右 上下 来",
    "不足 不到",
    "不少于 不低于 至少 最少 以上",
    "不多于 不超过 不高于 至多 最多 以内 以下",
)
"""Qualifiers that say the same of a number; any other says what it says alone."""
_SENSE = {word: sense for sense, words in enumerate(SENSES) for word in words.split()}
PEOPLE = frozenset("名位人口")
"""Counters of people, of which an author takes the one that reads best."""
TELLING = 3
"""Digits of an amount that is known without its unit, as in a table."""
_DASHES = str.maketrans(dict.fromkeys("-–~～至―－", "—"))


def likeness(own: Mention, other: Mention) -> Likeness:
    """Return how far another number is one's own."""
    if own.number is None or other.number is None or own.amount is None or other.amount is None:
        return _of_words(own, other)
    if _amounts_agree(own, other):
        return Likeness.SAME if same_sense(own.qualifier, other.qualifier) else Likeness.QUALIFIER
    same_digits = own.number == other.number or own.amount == other.amount
    return Likeness.SCALE if same_digits and not other.lone else Likeness.NONE


def same_sense(one: str, other: str) -> bool:
    """Tell whether two qualifiers say the same (超 and 超过; none and none)."""
    return one == other or (one in _SENSE and _SENSE[one] == _SENSE.get(other))


def _of_words(own: Mention, other: Mention) -> Likeness:
    """Compare what is no single number by its words: 数亿消费者 is said by 数亿, 15—20分钟 by 15至20分钟."""
    if own.number is not None or other.number is not None:
        return Likeness.NONE
    if own.share is not None and own.share == other.share:
        return Likeness.SAME if same_sense(own.qualifier, other.qualifier) else Likeness.QUALIFIER
    if not own.words or own.words.translate(_DASHES) != other.words.translate(_DASHES):
        return Likeness.NONE
    if own.unit != other.unit and not _count_alike(own.unit, other.unit):
        return Likeness.SCALE
    return Likeness.SAME if same_sense(own.qualifier, other.qualifier) else Likeness.QUALIFIER


def _amounts_agree(own: Mention, other: Mention) -> bool:
    assert own.amount is not None
    assert other.amount is not None
    first, second = own.unit, other.unit
    if first.dimension == second.dimension:
        return Fraction(own.amount) * first.factor == Fraction(other.amount) * second.factor
    return own.amount == other.amount and _count_alike(first, second) and not _is_stray(own, other)


def _is_stray(own: Mention, other: Mention) -> bool:
    """Tell whether a number that counts nothing is too short to be one's own: a folio, the number of a chapter."""
    return other.bare and not own.bare and len(f"{other.amount:f}".replace(".", "")) < TELLING


def _count_alike(first: Unit, second: Unit) -> bool:
    """Tell whether a counter stands where the other text has only its noun (12万名师生, 12万师生), or both count people."""
    words = {first.word, second.word}
    return words <= PEOPLE or ("" in words and all(one.dimension == one.word for one in (first, second)))
