"""What the print shop asks for, under `press:`: condition, profile, trim, bleed and marks. Fields in; a part of the model out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.content.model import Press
from generator.content.slips.spelling import did_you_mean
from generator.design.format import LEAST, MOST, TRIM_NAMES, Format, is_page, length_of, trim_of
from generator.design.press import COATED, CONDITIONS, LEAST_BLEED, MOST_BLEED
from generator.diagnostics import said
from generator.units import in_mm

if TYPE_CHECKING:
    from generator.content.fields import Fields
    from generator.units import Length

NO_MARKS = "无"


def press(root: Fields) -> Press | None:
    """Return what is asked for; None where the report is not to be printed."""
    part = root.part("press")
    if part is None:
        return None
    marks = part.text("marks") != NO_MARKS
    return Press(_condition(part), part.text("icc"), _trim(part), _bleed(part), marks, part.place("icc"))


def _condition(part: Fields) -> str:
    """Return the condition's name; only the one whose profile goes along can do without the print shop's."""
    name = part.text("condition")
    if name and name != COATED.name and not part.text("icc"):
        near = did_you_mean(name, CONDITIONS)
        cure = said("hint.did-you-mean", cure=near) if near == COATED.name else said("bad-condition.name-profile")
        part.refuse("condition", said("bad-condition.no-profile", name=name, known=COATED.name), cure)
    return name


def _trim(part: Fields) -> Format | None:
    text = part.text("trim")
    trim = trim_of(text)
    if text and trim is None:
        part.refuse("trim", said("bad-trim.text", text=text), said("bad-trim.write", names=TRIM_NAMES))
    elif trim and not is_page(trim):
        least, most = (f"{in_mm(one.width)}x{in_mm(one.height)}mm" for one in (LEAST, MOST))
        part.refuse("trim", said("bad-trim.size", text=text), said("bad-trim.between", least=least, most=most))
    return trim


def _bleed(part: Fields) -> Length | None:
    text = part.text("bleed")
    bleed = length_of(text)
    if text and bleed is None:
        part.refuse("bleed", said("bad-bleed.text", text=text), said("hint.write", cure="bleed: 3mm"))
    elif bleed is not None and not LEAST_BLEED <= bleed <= MOST_BLEED:
        least, most = in_mm(LEAST_BLEED), in_mm(MOST_BLEED)
        part.refuse("bleed", said("bad-bleed.size", text=text, least=least, most=most), said("hint.write", cure="bleed: 3mm"))
    return bleed
