"""What would be read as another amount than was meant, with the text as it was meant: 2个亿, 10W人, 2年半, 007家, 8.8%①, 15-20分钟.

In: a text, and where and why its reading stopped. Out: the slip. Where two amounts may be meant, no cure is offered.
"""

import re
from collections.abc import Callable
from unicodedata import normalize

from generator.content.figures.counted import UNPRINTED, without_note
from generator.content.figures.forms import Fault
from generator.content.figures.quantity import Refusal
from generator.content.figures.units import Units
from generator.content.slip import Slip
from generator.diagnostics import Words, said

_DASH = re.compile(r"(?<=[^-–‒―−~〜∼—－到\s])(?:—{2,}|[-–‒―−~〜∼－到])(?=[-+−]?[0-9])")


def misread(text: str, refusal: Refusal, units: Units) -> Slip | None:
    """Return the slip of a text that was refused lest it be misread, or None where its fault is another."""
    find = _FAULTS.get(refusal.fault)
    return find(text, refusal.rest, units) if find else None


def _meant(text: str, why: Words, meant: str) -> Slip:
    return Slip(why, taken=len(text), meant=meant) if meant != text else Slip(why)


def _too_exact(_text: str, _rest: str, _units: Units) -> Slip:
    return Slip(said("quantity.too-exact"), said("quantity.round"))


def _dash(text: str, _rest: str, _units: Units) -> Slip:
    return _meant(text, said("quantity.dash"), _DASH.sub("—", text, count=1))


def _backwards(_text: str, _rest: str, _units: Units) -> Slip:
    return Slip(said("quantity.backwards"), said("quantity.both-ends"))


def _colon(text: str, _rest: str, _units: Units) -> Slip:
    return _meant(text, said("quantity.colon"), re.sub("(?<=[0-9])[：比](?=[-+−]?[0-9])", "∶", text))


def _half(_text: str, _rest: str, _units: Units) -> Slip:
    return Slip(said("quantity.half"), said("quantity.half-in-digits"))


def _counted_scale(_text: str, rest: str, _units: Units) -> Slip:
    """5个亿元村 may be five villages: only its author knows."""
    noun = rest.removeprefix("个")
    return Slip(said("quantity.counted-scale", scale=noun[:1]), said("quantity.scale-or-name", scale=noun, name=f"“{noun}”"))


def _letter_scale(_text: str, rest: str, _units: Units) -> Slip:
    return Slip(said("quantity.letter-scale", letter=rest.removeprefix("个")[:1]), said("quantity.scale-or-unit"))


def _note(text: str, rest: str, units: Units) -> Slip:
    bare = without_note(rest, units)
    return _meant(text, said("quantity.note-mark", mark=rest.removeprefix(bare)), text.removesuffix(rest) + bare)


def _two_units(_text: str, rest: str, _units: Units) -> Slip:
    return Slip(said("quantity.two-units", rest=rest), said("quantity.one-unit"))


def _unprinted(text: str, rest: str, _units: Units) -> Slip:
    """5‱ is 万分之5, tCO₂e is tCO2e."""
    why = said("quantity.unprinted", sign=next(char for char in rest if char in UNPRINTED))
    if rest == "‱":
        number = _NUMBER_AT_END.search(text.removesuffix(rest))
        return _meant(text, why, f"{text[: number.start()]}万分之{number[0]}") if number else Slip(why)
    return _meant(text, why, text.removesuffix(rest) + normalize("NFKC", rest))


_NUMBER_AT_END = re.compile("[0-9][0-9.,]*$")

_FAULTS: dict[Fault, Callable[[str, str, Units], Slip]] = {
    Fault.TOO_EXACT: _too_exact,
    Fault.DASH: _dash,
    Fault.BACKWARDS: _backwards,
    Fault.COLON: _colon,
    Fault.HALF: _half,
    Fault.COUNTED_SCALE: _counted_scale,
    Fault.LETTER_SCALE: _letter_scale,
    Fault.NOTE: _note,
    Fault.TWO_UNITS: _two_units,
    Fault.UNPRINTED: _unprinted,
}
