"""What follows a number: its unit and its noun (个 and 产业带 in 2000个产业带). Text in; both out, or why it is neither.

A known unit comes first, then free words; without a unit a Chinese noun of two characters or more (商家). A noun is words alone:
what may belong to the number, or to a note, is refused.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from unicodedata import category

from generator.content.figures.forms import Fault
from generator.content.figures.likeness import misspelt
from generator.content.figures.unit_table import CURRENCY_CODES, MEASURES
from generator.content.figures.units import NO_UNIT, Unit, Units

_OPENING, _JOINING = "“‘《「『（(", "”’》」』）)·、&'-—–"
_WIDE = re.compile("[\uff01-\uff5e]")
_NO_NOUN = re.compile("[之几多余A-Za-z]|[半零〇一二两三四五六七八九]*[十百千万亿兆]")
"""What begins no noun that stands without a counter: the rest of a number (34亿万元, 10几亿元), or a unit nobody declared (RMB)."""
_BROKEN = re.compile("分之|点[零〇一二三四五六七八九]")
"""A fraction or a decimal half in characters, not the counters 分 and 点 with their nouns."""
_NOTE = re.compile(
    r"(?P<noun>.*?)(?:[*＊※†‡§#^①-⓿❶-➓㈠-㈩㊀-㊉⁽⁾⁰¹²³⁴-⁹]|[\[［【〔（(](?:注?[0-9]+|注?[一二三四五六七八九]|注|[a-z])[\]］】〕）)]|注[0-9]*|(?<![A-Za-z])[a-z])+"
)
"""Marks that lead to a note, at the end: ①, [1], *, 注1, a."""
UNPRINTED = "‱₀₁₂₃₄₅₆₇₈₉⁻"
"""Signs that a unit may be written with, and that no face of ours has: another spelling is printed."""
_SCALE = re.compile("[多来几余]?[十百千]?(?:万亿|亿|万)")
_LETTER = re.compile(r"[WwKkMBbＷｗＫｋＭ](?=[^\W\d_A-Za-z]|$)")
_NUMERAL = "半零〇一二两三四五六七八九十百千"


@dataclass(frozen=True, slots=True)
class Counted:
    """A unit, and the noun after it; either may be empty."""

    unit: Unit
    noun: str


def counted(rest: str, units: Units) -> Counted | Fault:
    """Return the unit and noun that follow a number, or why they are none."""
    latin = rest[1:] if rest.startswith(" ") and rest[1:2].isascii() else rest
    word = units.longest(latin)
    unit = (units.get(word) if word else None) or NO_UNIT
    noun = latin[len(word) :]
    return _fault(latin, unit, noun, units) or Counted(unit, noun)


def _fault(rest: str, unit: Unit, noun: str, units: Units) -> Fault | None:
    """Return why what follows a number is no unit and noun; None where it is."""
    if any(sign in rest for sign in UNPRINTED):
        return Fault.UNPRINTED
    if _BROKEN.match(rest):
        return Fault.UNIT
    if not noun:
        return None
    if found := next((fault for fault, holds in _READ_WRONGLY.items() if holds(unit, noun, units)), None):
        return found
    if _noted(unit, noun, units) is not None:
        return Fault.NOTE
    return None if _is_words(noun) and _is_noun(noun, rest, unit, units) else Fault.UNIT


def without_note(rest: str, units: Units) -> str:
    """Return unit and noun without the mark of a note after them."""
    word = units.longest(rest)
    bare = _noted(units.get(word) or NO_UNIT, rest[len(word) :], units)
    return rest if bare is None else word + bare


def _noted(unit: Unit, noun: str, units: Units) -> str | None:
    """Return what stands before the mark of a note, where that is a noun or nothing; None where there is no mark."""
    found = _NOTE.fullmatch(noun)
    bare = found["noun"] if found else ""
    if not unit.word and re.search("[a-z]", noun):
        return None
    return bare if found and _fault(unit.word + bare, unit, bare, units) is None else None


def _is_half(_unit: Unit, noun: str, units: Units) -> bool:
    """Tell 2年半 and 2个半小时 from 2个半导体项目."""
    after = noun[1:]
    return noun[0] == "半" and (not after or after.startswith(("多", "左右")) or bool(units.longest(after)))


def _is_counted_scale(unit: Unit, noun: str, units: Units) -> bool:
    """Tell 2个亿 and 3个多亿元 from 10个亿级产业集群 and 12个百强县."""
    scale = _SCALE.match(noun)
    after = noun[scale.end() :] if scale else ""
    graded = after.removeprefix(units.longest(after)).startswith("级") or after.startswith("级")
    return unit.word == "个" and (noun in _NUMERAL if scale is None else not graded)


def _is_letter_scale(unit: Unit, noun: str, _units: Units) -> bool:
    return unit.word in ("", "个") and _LETTER.match(noun) is not None


def _is_second_number(unit: Unit, noun: str, units: Units) -> bool:
    """Tell 3元五角, 5米八, 1年6个月 and 3到五年 from 17万一线员工."""
    if re.match(f"[到至][{_NUMERAL}0-9]", noun):
        return True
    bare = noun.lstrip(_NUMERAL + "又0123456789.")
    counted = not bare or units.get(bare) is not None or re.match("[0-9]", noun.lstrip("零又")) is not None
    return (unit.dimension in MEASURES or not unit.word) and bare != noun and counted


_READ_WRONGLY: dict[Fault, Callable[[Unit, str, Units], bool]] = {
    Fault.HALF: _is_half,
    Fault.COUNTED_SCALE: _is_counted_scale,
    Fault.LETTER_SCALE: _is_letter_scale,
    Fault.TWO_UNITS: _is_second_number,
}
"""What stands where a noun may and is none: each would leave an amount that nobody meant."""


def _is_words(noun: str) -> bool:
    """Tell whether a noun is letters and what joins them, beginning with a letter or an opening mark."""
    letters = [category(char)[0] in "LM" and not _WIDE.match(char) for char in noun]
    return (
        (letters[0] or noun[0] in _OPENING)
        and noun[0] != "每"
        and all(letter or char in _OPENING + _JOINING for letter, char in zip(letters, noun, strict=True))
    )


def _is_noun(noun: str, rest: str, unit: Unit, units: Units) -> bool:
    """Tell whether what follows number and counter may be what is counted, rather than a unit misspelt.

    A noun of one character needs its counter (5425个村), and stands back when both together look like another unit (千瓦是); a unit of
    one letter has none (5m用户 are not metres).
    """
    if noun in CURRENCY_CODES or (noun == rest and (len(noun) == 1 or _NO_NOUN.match(noun))):
        return False
    if len(unit.word) == 1 and unit.word.isascii() and unit.word.isalpha():
        return False
    return (len(noun) > 1 and noun != rest) or misspelt(rest, units) is None
