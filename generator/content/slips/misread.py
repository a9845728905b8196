"""What would be read as another amount than was meant, with the text as it was meant: 2个亿, 10W人, 2年半, 007家, 8.8%①, 15-20分钟.

In: a text, and where and why its reading stopped. Out: the slip. Where two amounts may be meant, no cure is offered.
"""

import re
from collections.abc import Callable

from generator.content.figures.forms import Fault
from generator.content.figures.quantity import Refusal
from generator.content.figures.units import Units
from generator.content.slip import Slip
from generator.diagnostics import Words, said

_ZEROS = re.compile(r"(?<![0-9.,])0[0,]*(?=[0-9])")
_DASH = re.compile(r"(?<=[^-–‒―~—－到\s])(?:—{2,}|[-–‒―~－到])(?=[-+−]?[0-9])")
_COUNTED = re.compile("个(?P<more>[多来余]?)(?P<scale>[十百千]?(?:万亿|亿|万)|[十百千])")
_HALF = re.compile(
    "(?P<number>[0-9]+)(?:(?P<unit>年|天|小时|公里|里|斤|倍|米)半|(?P<counted>个)半(?P<counts>小时|月|钟头))(?P<rest>.*)"
)
_LETTER = re.compile("(?P<letter>[WwＷｗ])(?P<rest>.*)")


def misread(text: str, refusal: Refusal, units: Units) -> Slip | None:
    """Return the slip of a text that was refused lest it be misread, or None where its fault is another."""
    find = _FAULTS.get(refusal.fault)
    return find(text, refusal.rest, units) if find else None


def _meant(text: str, why: Words, meant: str) -> Slip:
    return Slip(why, taken=len(text), meant=meant) if meant != text else Slip(why)


def _leading_zeros(text: str, _rest: str, _units: Units) -> Slip:
    return _meant(text, said("quantity.zeros-ahead"), _ZEROS.sub("", text))


def _too_exact(_text: str, _rest: str, _units: Units) -> Slip:
    return Slip(said("quantity.too-exact"), said("quantity.round"))


def _dash(text: str, _rest: str, _units: Units) -> Slip:
    return _meant(text, said("quantity.dash"), _DASH.sub("—", text, count=1))


def _backwards(_text: str, _rest: str, _units: Units) -> Slip:
    return Slip(said("quantity.backwards"), said("quantity.both-ends"))


def _colon(text: str, _rest: str, _units: Units) -> Slip:
    return _meant(text, said("quantity.colon"), text.replace("：", "∶"))


def _half(text: str, _rest: str, _units: Units) -> Slip:
    found = _HALF.search(text)
    way_out = said("quantity.half-in-digits")
    if not found or found["rest"] or re.search("[0-9万亿.,]", text[: found.start()]):
        return Slip(said("quantity.half"), way_out)
    unit = found["unit"] or f"{found['counted']}{found['counts']}"
    return _meant(text, said("quantity.half"), f"{text[: found.start()]}{found['number']}.5{unit}")


def _counted_scale(text: str, rest: str, units: Units) -> Slip:
    """2个亿 is 2亿; 5个亿元村 may be five villages, and has no cure but quotation marks."""
    found = _COUNTED.match(rest)
    after = rest[found.end() :] if found else ""
    why = said("quantity.counted-scale", words=f"个{found['scale'] if found else ''}")
    if found is None or (after and units.get(after) is None):
        noun = rest.removeprefix("个")
        return Slip(why, said("quantity.scale-or-name", scale=noun, name=f"“{noun}”"))
    return _meant(text, why, f"{text.removesuffix(rest)}{found['scale']}{found['more']}{after}")


def _letter_scale(text: str, rest: str, _units: Units) -> Slip:
    found = _LETTER.match(rest.removeprefix("个"))
    why = said("quantity.letter-scale", letter=(rest.removeprefix("个"))[:1])
    if not found:
        return Slip(why, said("quantity.scale-or-unit"))
    meant = f"{text.removesuffix(rest)}万{found['rest']}"
    if found["letter"] == "W" and not found["rest"]:
        return Slip(why, said("quantity.or-watts", cure=meant, watts=f"{text.removesuffix(rest)}瓦"))
    return _meant(text, why, meant)


def _note(text: str, rest: str, _units: Units) -> Slip:
    bare = _NOTE.sub("", text)
    mark = text[len(bare) :]
    return _meant(text, said("quantity.note", mark=mark or rest), bare)


_NOTE = re.compile(r"(?:[\[［【〔（(]?注?[0-9一二三四五六七八九]*[\]］】〕)）]|注[0-9]*|[^\w\s%‰‱℃°]|[①-⓿❶-➓⁰¹⁴-⁹²³])+$")


def _two_units(_text: str, rest: str, _units: Units) -> Slip:
    return Slip(said("quantity.two-units", rest=rest), said("quantity.one-unit"))


_FAULTS: dict[Fault, Callable[[str, str, Units], Slip]] = {
    Fault.LEADING_ZEROS: _leading_zeros,
    Fault.TOO_EXACT: _too_exact,
    Fault.DASH: _dash,
    Fault.BACKWARDS: _backwards,
    Fault.COLON: _colon,
    Fault.HALF: _half,
    Fault.COUNTED_SCALE: _counted_scale,
    Fault.LETTER_SCALE: _letter_scale,
    Fault.NOTE: _note,
    Fault.TWO_UNITS: _two_units,
}
