"""The deck's colours and fonts as references to its theme, so that a changed theme changes every slide.

An ink that is one of the theme's twelve colours is written as its slot (a:schemeClr), any other by value (a:srgbClr); a face of the
theme's families by `+mj-ea`, `+mn-ea` and their Latin likes (ECMA-376 Part 1, 20.1.4.1.16 minorFont), any other by its name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.units import EMU_PER_POINT, Length
from generator.writers.pptx.markup import NONE, Markup, element, joined

if TYPE_CHECKING:
    from generator.fonts.library import Library
    from generator.ink import Ink
    from generator.layout.deck.slide import Master
    from generator.typeset.model import Style

COLOR_SLOTS = ("tx1", "bg1", "tx2", "bg2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
"""The names under which slides refer to dk1 lt1 dk2 lt2 … through the master's colour map (ST_SchemeColorVal)."""

_HUNDREDTHS = EMU_PER_POINT // 100
_BASELINES = {"sub": -25_000, "super": 30_000, "": 0}
"""How far PowerPoint's own subscript and superscript lie from the baseline, in thousandths of a per cent."""


def hundredths(length: Length) -> int:
    """Return a length in hundredths of a point (ST_TextFontSize, ST_TextSpacingPoint)."""
    return round(length / _HUNDREDTHS)


@dataclass(frozen=True, slots=True)
class Scheme:
    """Theme slots by ink, theme fonts by family, and the run properties made so far."""

    library: Library
    slots: dict[Ink, str]
    families: dict[str, str]
    _styles: dict[tuple[Style, str, str], Markup] = field(default_factory=dict)

    def color(self, ink: Ink) -> Markup:
        """Return an ink as a colour element."""
        slot = self.slots.get(ink)
        return element("a:schemeClr", {"val": slot}) if slot else element("a:srgbClr", {"val": ink.hex})

    def fill(self, ink: Ink | None) -> Markup:
        """Return an ink as a fill; None is none."""
        return element("a:noFill") if ink is None else element("a:solidFill", {}, self.color(ink))

    def line(self, ink: Ink | None, width: Length, dash: Markup = NONE, *, rounded: bool = False) -> Markup:
        """Return an outline in an ink, its ends and corners round or the theme's; None is none."""
        if ink is None or not width:
            return element("a:ln", {}, element("a:noFill"))
        if rounded:
            return element("a:ln", {"w": width, "cap": "rnd"}, self.fill(ink), dash, element("a:round"))
        return element("a:ln", {"w": width}, self.fill(ink), dash)

    def fonts(self, face: str) -> Markup:
        """Return the Latin, Asian and complex-script typefaces of a face, which are one family."""
        family = self.library.face(face).family
        theme = self.families.get(family)
        names = [f"{theme}-{script}" for script in ("lt", "ea", "cs")] if theme else [family] * 3
        return joined([element(f"a:{tag}", {"typeface": name}) for tag, name in zip(("latin", "ea", "cs"), names, strict=True)])

    def run(self, style: Style, shift: str = "", tag: str = "a:rPr") -> Markup:
        """Return the properties of runs in a style (CT_TextCharacterProperties), each made once."""
        key = (style, shift, tag)
        if key not in self._styles:
            self._styles[key] = self._run(style, shift, tag)
        return self._styles[key]

    def _run(self, style: Style, shift: str, tag: str) -> Markup:
        attributes: dict[str, str | int] = {
            "lang": "zh-CN",
            "altLang": "en-US",
            "sz": hundredths(style.size),
            "b": int(self.library.face(style.face).bold),
            "i": 0,
        }
        if shift:
            attributes["baseline"] = _BASELINES[shift]
        return element(tag, attributes, self.fill(style.ink), self.fonts(style.face))


THEME_TYPEFACES = joined(
    element(f"a:{tag}", {"typeface": f"+mn-{script}"}) for tag, script in (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
)
"""The theme's text family for every script: what text has that no style reaches."""


def scheme(master: Master, library: Library) -> Scheme:
    """Return the references of a master; of two slots of one ink the first is taken."""
    slots: dict[Ink, str] = {}
    for slot, ink in zip(COLOR_SLOTS, master.colors, strict=True):
        slots.setdefault(ink, slot)
    return Scheme(library, slots, {master.major_font: "+mj", master.minor_font: "+mn"})
