"""The theme: twelve colours, two font families Latin and Asian alike, and PowerPoint's least format scheme.

ECMA-376 Part 1, 20.1.6.9 (theme). Slides and notes have a theme part each, of one content.
"""

from generator.layout.deck.slide import Master
from generator.writers.pptx.markup import Markup, declared, element

_COLORS = ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
_HAIRLINE = 6_350


def _colors(master: Master) -> Markup:
    slots = zip(_COLORS, master.colors, strict=True)
    made = [element(f"a:{slot}", {}, element("a:srgbClr", {"val": ink.hex})) for slot, ink in slots]
    return element("a:clrScheme", {"name": master.name}, *made)


def _family(tag: str, family: str) -> Markup:
    typeface = {"typeface": family}
    return element(
        tag,
        {},
        element("a:latin", typeface),
        element("a:ea", typeface),
        element("a:cs", typeface),
        element("a:font", {"script": "Hans", "typeface": family}),
    )


def _fonts(master: Master) -> Markup:
    major, minor = _family("a:majorFont", master.major_font), _family("a:minorFont", master.minor_font)
    return element("a:fontScheme", {"name": master.name}, major, minor)


def _formats(master: Master) -> Markup:
    """Three of each, as the schema wants them: flat fills, hairlines, no effects."""
    fill = element("a:solidFill", {}, element("a:schemeClr", {"val": "phClr"}))
    line = element("a:ln", {"w": _HAIRLINE}, fill)
    effect = element("a:effectStyle", {}, element("a:effectLst"))
    return element(
        "a:fmtScheme",
        {"name": master.name},
        element("a:fillStyleLst", {}, fill, fill, fill),
        element("a:lnStyleLst", {}, line, line, line),
        element("a:effectStyleLst", {}, effect, effect, effect),
        element("a:bgFillStyleLst", {}, fill, fill, fill),
    )


def theme(master: Master) -> Markup:
    """Return the theme of a master."""
    elements = element("a:themeElements", {}, _colors(master), _fonts(master), _formats(master))
    rest = (element("a:objectDefaults"), element("a:extraClrSchemeLst"))
    return element("a:theme", declared("a") | {"name": master.name}, elements, *rest)
