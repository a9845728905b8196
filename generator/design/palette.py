"""The colours: each theme one, ink for text, greys and tints for grounds, all given by hand in RGB and in CMYK.

Every theme colour is at least 4.5:1 on white and on its own tint, and differs in lightness from those before and after it in the list,
so that themes that take them in this order are told apart in greyscale too. No plate bears less than 8 per cent, which a press may
not hold. A brand colour under 4.5:1 on white serves fields and rules, never text.
"""

from dataclasses import dataclass

from generator.ink import LEAST_PLATE, Colour, Ink, contrast

LINK = Ink("link", (20, 84, 150), (95, 68, 8, 0))
"""Words that lead to an address: 7:1 on white."""
PAPER = Ink("paper", (255, 255, 255), (0, 0, 0, 0))
INK = Ink("ink", (31, 29, 27), (0, 0, 0, 100))
GREY = Ink("grey", (92, 88, 84), (0, 0, 0, 72))
RULE = Ink("rule", (206, 200, 192), (0, 0, 8, 22))
GROUND = Ink("ground", (246, 243, 238), (0, 0, 0, 8))


@dataclass(frozen=True, slots=True)
class ThemeInks:
    """A theme's colour with what goes with it: `main` for fields and text, `tint` for grounds, `pale` for figures on the field.

    `line` is a tone between field and pale, for decoration on the field only: never for anything to be read.
    """

    main: Ink
    tint: Ink
    pale: Ink
    line: Ink


THEMES: dict[str, ThemeInks] = {
    "朱砂": ThemeInks(
        Ink("朱砂", (184, 50, 38), (18, 92, 92, 8)),
        Ink("朱砂 tint", (250, 237, 233), (0, 9, 8, 0)),
        Ink("朱砂 pale", (246, 206, 197), (0, 23, 18, 0)),
        Ink("朱砂 line", (206, 96, 84), (12, 72, 66, 0)),
    ),
    "赭": ThemeInks(
        Ink("赭", (152, 99, 29), (25, 57, 94, 15)),
        Ink("赭 tint", (251, 245, 235), (0, 8, 12, 0)),
        Ink("赭 pale", (242, 222, 186), (0, 14, 32, 0)),
        Ink("赭 line", (184, 134, 70), (18, 42, 74, 8)),
    ),
    "松绿": ThemeInks(
        Ink("松绿", (24, 96, 72), (86, 32, 74, 30)),
        Ink("松绿 tint", (230, 242, 236), (9, 0, 8, 0)),
        Ink("松绿 pale", (184, 220, 204), (28, 0, 22, 0)),
        Ink("松绿 line", (62, 130, 106), (72, 24, 58, 14)),
    ),
    "靛蓝": ThemeInks(
        Ink("靛蓝", (36, 68, 128), (94, 78, 14, 8)),
        Ink("靛蓝 tint", (231, 237, 247), (10, 8, 0, 0)),
        Ink("靛蓝 pale", (190, 207, 236), (25, 12, 0, 0)),
        Ink("靛蓝 line", (76, 106, 162), (76, 56, 10, 0)),
    ),
    "紫檀": ThemeInks(
        Ink("紫檀", (92, 34, 58), (44, 90, 44, 46)),
        Ink("紫檀 tint", (245, 234, 239), (0, 9, 0, 0)),
        Ink("紫檀 pale", (224, 190, 205), (8, 27, 8, 0)),
        Ink("紫檀 line", (130, 72, 96), (38, 74, 36, 24)),
    ),
    "石青": ThemeInks(
        Ink("石青", (18, 106, 136), (86, 44, 32, 10)),
        Ink("石青 tint", (234, 242, 244), (8, 0, 0, 0)),
        Ink("石青 pale", (189, 213, 222), (24, 12, 9, 0)),
        Ink("石青 line", (75, 142, 165), (65, 33, 24, 8)),
    ),
    "胭脂": ThemeInks(
        Ink("胭脂", (158, 30, 84), (24, 98, 44, 12)),
        Ink("胭脂 tint", (246, 235, 240), (0, 9, 0, 0)),
        Ink("胭脂 pale", (228, 192, 207), (0, 27, 12, 0)),
        Ink("胭脂 line", (181, 84, 125), (18, 74, 33, 9)),
    ),
    "黛": ThemeInks(
        Ink("黛", (62, 70, 92), (72, 58, 36, 30)),
        Ink("黛 tint", (238, 238, 240), (8, 0, 0, 0)),
        Ink("黛 pale", (201, 203, 209), (20, 16, 10, 8)),
        Ink("黛 line", (108, 114, 131), (55, 44, 27, 23)),
    ),
    "竹青": ThemeInks(
        Ink("竹青", (88, 108, 30), (58, 34, 100, 22)),
        Ink("竹青 tint", (240, 242, 235), (0, 0, 9, 0)),
        Ink("竹青 pale", (208, 214, 192), (16, 10, 28, 0)),
        Ink("竹青 line", (128, 143, 84), (44, 26, 76, 17)),
    ),
    "栗": ThemeInks(
        Ink("栗", (104, 58, 34), (36, 74, 86, 36)),
        Ink("栗 tint", (241, 237, 235), (0, 0, 8, 0)),
        Ink("栗 pale", (213, 200, 193), (10, 21, 24, 10)),
        Ink("栗 line", (140, 105, 87), (27, 56, 65, 27)),
    ),
}


TINTS, PALES, LINE = (0.09, 0.06, 0.03, 0.0), (0.28, 0.2, 0.12, 0.04), 0.76
"""How much of a colour is in its tint, in the figures on its field (the first that reads), and in the lines on the field."""
TEXT, LARGE = 4.5, 3.0
"""The contrast of text with its ground, and of large text (WCAG 2.2, 1.4.3)."""
SEEN = 2.0
"""The contrast of marks that are only to be seen with their ground."""
TONES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
MOST_INK = 300
"""Per cent of the four plates together that coated paper takes from a sheet-fed press (ISO 12647-2)."""


def own_inks(name: str, colour: Colour) -> ThemeInks:
    """Return the inks of a colour that an author gives, those that go with it mixed with paper, for screen and press apart."""
    main = Ink(name, colour.rgb, colour.cmyk)
    tints, pales = ([_mixed(main, word, part) for part in parts] for word, parts in (("tint", TINTS), ("pale", PALES)))
    tint = next((one for one in tints if contrast(main, one) >= TEXT), tints[-1])
    pale = next((one for one in pales if contrast(main, one) >= LARGE), pales[-1])
    return ThemeInks(main, tint, pale, _mixed(main, "line", LINE))


def standing_out(inks: ThemeInks) -> Ink:
    """Return an ink for a picture on a theme's field: its line, or as much paler as it takes to be seen (2:1)."""
    tones = (_between(inks.line, inks.pale, part) for part in TONES)
    return next((tone for tone in tones if contrast(tone, inks.main) >= SEEN), inks.pale)


def _between(one: Ink, other: Ink, part: float) -> Ink:
    """Return an ink between two, screen and press apart; itself at nought."""
    if not part:
        return one
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(one.rgb, other.rgb, strict=True))
    plates = (round(a + (b - a) * part) for a, b in zip(one.cmyk, other.cmyk, strict=True))
    cyan, magenta, yellow, black = (plate if plate >= LEAST_PLATE else 0 for plate in plates)
    return Ink(f"{one.name} {part:g}", (red, green, blue), (cyan, magenta, yellow, black))


def _mixed(main: Ink, word: str, part: float) -> Ink:
    red, green, blue = (round(255 + (channel - 255) * part) for channel in main.rgb)
    plates = [round(plate * part) for plate in main.cmyk]
    cyan, magenta, yellow, black = (
        plate if plate >= LEAST_PLATE else LEAST_PLATE if 0 < plate == max(plates) else 0 for plate in plates
    )
    return Ink(f"{main.name} {word}", (red, green, blue), (cyan, magenta, yellow, black))


PLAIN = ThemeInks(INK, GROUND, RULE, GREY)
"""The inks of pages outside the themes."""
