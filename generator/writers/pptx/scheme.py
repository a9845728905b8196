"""The deck's colours and fonts as references to its theme, so that a changed theme changes every slide.

Every ink is written as a slot of the theme and its distance from it (a:schemeClr; see `tones`), by value where none gives it; a face
of the theme's families by `+mj-ea`, `+mn-ea` and their Latin likes (ECMA-376 Part 1, 20.1.4.1.16 minorFont), any other by its name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.typeset.model import Style
from generator.units import EMU_PER_POINT, Length, pt
from generator.writers.pptx.markup import NONE, Markup, declared, element, joined
from generator.writers.pptx.tones import COLOR_SLOTS, Tone, nearest, tones

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.fonts.library import Library
    from generator.ink import Ink
    from generator.layout.deck.slide import Master

USUAL_FACE, DEFAULT_SIZE = "sans-regular", pt(18)
"""What text is set in that nothing gives a style."""

_PLAIN: dict[str, str | int] = {"u": "none", "strike": "noStrike", "cap": "none", "spc": 0}
"""What text of ours is not, whatever a master says."""
_LINKED: dict[str, str | int] = {"u": "sng"}
OWN_COLOUR = element(
    "a:extLst",
    {},
    element(
        "a:ext", {"uri": "{A12FA001-AC4F-418D-AE19-62706E023703}"}, element("ahyp:hlinkClr", declared("ahyp") | {"val": "tx"})
    ),
)
"""A link in the colour of its run, which is the theme's for links where that is read ([MS-ODRAWXML] 2.20, hlinkClr)."""
_HUNDREDTHS = EMU_PER_POINT // 100
_BASELINES = {"sub": -25_000, "super": 30_000, "": 0}
"""How far PowerPoint's own subscript and superscript lie from the baseline, in thousandths of a per cent."""


def hundredths(length: Length) -> int:
    """Return a length in hundredths of a point (ST_TextFontSize, ST_TextSpacingPoint)."""
    return round(length / _HUNDREDTHS)


@dataclass(frozen=True, slots=True)
class Scheme:
    """The theme's inks by slot, a tone by ink, theme fonts by family, and the run properties made so far.

    `whole` tells that text is written with all that it has: nobody knows what another's master gives it. `addresses` are the
    relationships of the part that is being painted to what its links lead to.
    """

    library: Library
    bases: dict[str, Ink]
    tones: dict[Ink, Tone | None]
    families: dict[str, str]
    whole: bool = False
    addresses: Mapping[str, str] = field(default_factory=dict)
    _styles: dict[tuple[Style, str, str, Style | None, str, bool], Markup] = field(default_factory=dict)

    @property
    def usual(self) -> Style:
        """The style of text that no placeholder gives one: the deck's default (19.2.1.8 defaultTextStyle)."""
        return Style(USUAL_FACE, DEFAULT_SIZE, self.bases["tx1"])

    def color(self, ink: Ink) -> Markup:
        """Return an ink as a colour element: by the theme, or by value where the theme cannot give it (a picture's own)."""
        if ink not in self.tones:
            self.tones[ink] = nearest(ink, self.bases)
        if (known := self.tones[ink]) is None:
            return element("a:srgbClr", {"val": ink.hex})
        slot, turns = known
        return element("a:schemeClr", {"val": slot}, *[element(f"a:{name}", {"val": value}) for name, value in turns])

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

    def fonts(self, face: str, *, western: bool = False) -> Markup:
        """Return the Latin, Asian and complex-script typefaces of a face, which are one family; `western` has the supplement's Latin."""
        own = self.library.face(face)
        theme = self.families.get(own.family)
        names = [f"{theme}-{script}" for script in ("lt", "ea", "cs")] if theme else [own.family] * 3
        if western and own.supplement:
            names[0] = own.supplement.family
        return joined([element(f"a:{tag}", {"typeface": name}) for tag, name in zip(("latin", "ea", "cs"), names, strict=True)])

    def run(
        self,
        style: Style,
        shift: str = "",
        tag: str = "a:rPr",
        base: Style | None = None,
        link: str = "",
        *,
        western: bool = False,
    ) -> Markup:
        """Return the properties of runs in a style (CT_TextCharacterProperties), less what a base gives them; each made once.

        `link` is the relationship to the address that they lead to; such runs keep their own colour and are underlined.
        """
        key = (style, shift, tag, base, link, western)
        if key not in self._styles:
            self._styles[key] = self._run(*key)
        return self._styles[key]

    def _run(
        self,
        style: Style,
        shift: str,
        tag: str,
        base: Style | None,
        link: str,
        western: bool,  # noqa: FBT001 - likewise
    ) -> Markup:
        attributes: dict[str, str | int] = {"lang": "zh-CN", "altLang": "en-US"}
        own, inherited = self._set(style), self._set(base) if base else {}
        attributes |= {name: value for name, value in own.items() if inherited.get(name) != value}
        if shift:
            attributes["baseline"] = _BASELINES[shift]
        fill = NONE if base and base.ink == style.ink else self.fill(style.ink)
        fonts = NONE if base and self._family(base) == self._family(style) else self.fonts(style.face, western=western)
        plain = element("a:effectLst") if self.whole else NONE
        lead = element("a:hlinkClick", {"r:id": link}, OWN_COLOUR) if link else NONE
        return element(tag, attributes | (_PLAIN if self.whole else {}) | (_LINKED if link else {}), fill, plain, fonts, lead)

    def _set(self, style: Style) -> dict[str, int]:
        return {"sz": hundredths(style.size), "b": int(self.library.face(style.face).bold), "i": 0}

    def _family(self, style: Style) -> str:
        return self.library.face(style.face).family


THEME_TYPEFACES = joined(
    element(f"a:{tag}", {"typeface": f"+mn-{script}"}) for tag, script in (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
)
"""The theme's text family for every script: what text has that no style reaches."""


def scheme(master: Master, library: Library) -> Scheme:
    """Return the references of a master."""
    bases = dict(zip(COLOR_SLOTS, master.colors, strict=True))
    families = {master.major_font: "+mj", master.minor_font: "+mn"}
    return Scheme(library, bases, dict(tones(master.colors, master.parts)), families, bool(master.template))
