"""A deck built into a company's template: its colours and grid for the desk, its layouts for the slides.

In: the desk and a template. Out: the desk with the template's look and grid, on which the slides are made as ever, then the master with
the template's layouts and the slides under their names. Themes take the template's accents in order, darkened until letters in them
are read on its paper; what no placeholder of a layout holds stands in a box of its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.design.look import Look
from generator.design.palette import LARGE, TEXT, ThemeInks
from generator.design.slide_grid import SlideGrid, Stands
from generator.document.model import plain
from generator.fonts.offer import Fonts
from generator.ink import Ink, contrast
from generator.layout.deck.slide import ChartBox, LayoutSpec, Master, PlaceholderSpec, Slide, SlideItem, TableBox, TextBox
from generator.typeset.model import Style
from generator.units import Rect, pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.layout.desk import Desk
    from generator.template.model import Layout, Place, Template

SLOTS = ("tx1", "bg1", "tx2", "bg2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
ACCENTS = SLOTS[4:9]
KICKER, OVER_KICKER, OVER_FOOTER, SOURCE_HEIGHT = pt(26), pt(20), pt(6), pt(32)
"""The line over the title, what is free over that, and the room of source and footer."""
AGAIN = 0.72
"""A sixth theme and the next have the accents again, so much darker for each round."""
STEP = 0.94
"""A colour is darkened by so much at a time."""
TINT, PALE, LINE, GREY, RULE, GROUND = 0.09, 0.28, 0.76, 0.7, 0.22, 0.05
"""How much of a colour is in what goes with it, the rest paper."""
KINDS: dict[str, tuple[str, ...]] = {
    "title": ("title", "ctrTitle"), "body": ("body", "obj"), "chart": ("chart", "obj"), "table": ("tbl", "obj"), "footer": ("ftr",),
    "number": ("sldNum",),
}  # fmt: skip
"""Which types of placeholders hold what, the best first."""
FIELD_KINDS = KINDS | {"subtitle": ("subTitle", "body", "obj"), "body": ()}
NAMES = {"kicker": ("栏目", "kicker"), "source": ("来源", "source"), "subtitle": ("副题", "subtitle"), "part": ("编号",),
         "organization": ("机构",), "edition": ("年度",)}  # fmt: skip
"""What is found by its name alone."""
FIELDS = ("封面", "章节", "结语")


def company_desk(desk: Desk, template: Template) -> Desk:
    """Return the desk of a deck that is built into a template; the report's themes take its accents in their order."""
    colors = dict.fromkeys(theme.color for theme in desk.report.themes)
    names = {color: f"accent {number}" for number, color in enumerate(colors, start=1)}
    themes = tuple(replace(one, color=names[one.color]) for one in desk.report.themes)
    tables = tuple(replace(one, color=names.get(one.color, "")) for one in desk.report.tables)
    report = replace(desk.report, themes=themes, tables=tables)
    look = company_look(template, tuple(names.values()), desk.look)
    return replace(desk, report=report, look=look, slide=company_grid(template), fonts=Fonts.NONE, template=template)


def company_look(template: Template, names: Sequence[str], house: Look) -> Look:
    """Return the look of a template: its text colours, and inks of its accents under these names."""
    ink, paper, second, _ = (_ink(slot, template) for slot in SLOTS[:4])
    grey = second if contrast(second, paper) >= TEXT else _mixed("grey", ink, paper, GREY)
    rule, ground = (_mixed(name, ink, paper, part) for name, part in (("rule", RULE), ("ground", GROUND)))
    themes = tuple((name, _theme(name, number, template, paper)) for number, name in enumerate(names))
    return replace(
        house, brand=_ink("accent1", template), paper=paper, ink=ink, grey=grey, rule=rule, ground=ground, link=_link(template, paper, ink),
        plain=ThemeInks(ink, ground, rule, grey), themes=themes,
    )  # fmt: skip


def _ink(slot: str, template: Template) -> Ink:
    return Ink(slot, template.colors[slot], (0, 0, 0, 0))


def _link(template: Template, paper: Ink, ink: Ink) -> Ink:
    """Return the ink of links: the template's own where it is read on its paper, else that of text."""
    own = _ink("hlink", template)
    return own if contrast(own, paper) >= TEXT else ink


def _mixed(name: str, one: Ink, other: Ink, part: float) -> Ink:
    red, green, blue = (round(under + (over - under) * part) for over, under in zip(one.rgb, other.rgb, strict=True))
    return Ink(name, (red, green, blue), (0, 0, 0, 0))


def _theme(name: str, number: int, template: Template, paper: Ink) -> ThemeInks:
    """Return the inks of the so-manieth theme, the first being 0: letters in its main ink are read on paper and on its tint."""
    red, green, blue = template.colors[ACCENTS[number % len(ACCENTS)]]
    share = AGAIN ** (number // len(ACCENTS))
    while True:
        main = Ink(name, (round(red * share), round(green * share), round(blue * share)), (0, 0, 0, 0))
        tint = _mixed(f"{name} tint", main, paper, TINT)
        if contrast(main, tint) >= TEXT or not any(main.rgb):
            break
        share *= STEP
    pale = _mixed(f"{name} pale", main, paper, PALE)
    return ThemeInks(main, tint, pale if contrast(main, pale) >= LARGE else tint, _mixed(f"{name} line", main, paper, LINE))


def company_grid(template: Template) -> SlideGrid:
    """Return the grid that a template's layout for text gives: margins of its title, heights of title, body and footer."""
    layout, size = template.layouts["图文"], template.size
    title, body = layout.of_kind(*KINDS["title"]), layout.of_kind(*KINDS["body"])
    assert title is not None
    assert body is not None
    low = [one.rect for one in (layout.of_kind("ftr"), layout.of_kind("sldNum")) if one and one.rect.y > size.height // 2]
    footer = min((rect.y for rect in low), default=size.height - pt(32))
    source = min(max(body.rect.bottom, footer - OVER_FOOTER - pt(12)), footer - OVER_FOOTER)
    places = (_line(layout.of_kind(kind)) for kind in ("ftr", "sldNum"))
    top = title.rect.y if title.rect.y >= KICKER + OVER_KICKER else title.rect.y + KICKER
    stands = Stands(top - KICKER, top, source - SOURCE_HEIGHT, source, footer, *places)
    text = within(title)
    return SlideGrid(size, max(0, text.x), min(size.width, text.right), stands=stands)


def _line(place: Place | None) -> Rect | None:
    """Return the room for a line of text within a placeholder."""
    return None if place is None else within(place)


def within(place: Place) -> Rect:
    """Return where the text of a placeholder stands: its rectangle less what a program leaves at its sides."""
    rect, (left, right) = place.rect, place.sides
    return Rect(rect.x + left, rect.y, max(0, rect.width - left - right), rect.height)


def ground(layout: Layout) -> Ink:
    """Return the ground of a layout."""
    return Ink("ground of the layout", layout.ground, (0, 0, 0, 0))


def company_master(desk: Desk, slides: Sequence[Slide], template: Template) -> tuple[Master, tuple[Slide, ...]]:
    """Return the master with the template's layouts, each under its own name there, and the slides under these."""
    specs = {kind: _spec(kind, layout, desk) for kind, layout in template.layouts.items()}
    look, parts = desk.look, tuple(inks for _, inks in desk.look.themes)
    major, minor = (desk.library.face(face).family for face in (look.faces.title, look.faces.words))
    colors = tuple(_ink(slot, template) for slot in SLOTS)
    inks = tuple((one.main, one.tint, one.pale, one.line) for one in parts)
    made = Master(plain(desk.report.imprint.organization), major, minor, colors, tuple(specs.values()), inks, template)
    return made, tuple(_dressed(one, specs[one.layout]) for one in slides)


def place_for(kind: str, name: str, layout: Layout) -> Place | None:
    """Return the placeholder of a layout, of a kind of ours, that holds what ours of this name does."""
    kinds = (FIELD_KINDS if kind in FIELDS else KINDS).get(name, ())
    return layout.of_kind(*kinds) or layout.called(*NAMES.get(name, ()))


def _spec(kind: str, layout: Layout, desk: Desk) -> LayoutSpec:
    style = Style(desk.look.faces.words, pt(18), desk.look.ink)
    found = {name: place for name in (*KINDS, *NAMES) if (place := place_for(kind, name, layout)) is not None}
    places = tuple(PlaceholderSpec(name, one.kind, one.rect, style, 0, index=int(one.idx)) for name, one in found.items())
    return LayoutSpec(kind, (), places, ground(layout))


def _dressed(slide: Slide, spec: LayoutSpec) -> Slide:
    """Return a slide whose items fill the placeholders that its layout has, each of these once."""
    held = {one.name: one.index for one in spec.placeholders}
    items: list[SlideItem] = []
    taken: set[int | None] = set()
    for item in slide.items:
        if isinstance(item, TextBox | TableBox | ChartBox) and item.placeholder:
            index = held.get(item.placeholder)
            fills = item.placeholder in held and index not in taken
            taken.add(index) if fills else None
            items.append(item if fills else replace(item, placeholder=""))
        else:
            items.append(item)
    return replace(slide, items=tuple(items), background=None)
