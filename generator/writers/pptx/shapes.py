"""Shapes of PresentationML: text boxes, placeholders, preset shapes and lines, each with an id of its own on its slide.

ECMA-376 Part 1, 19.3.1.43 (sp), 19.3.1.19 (cxnSp), 20.1.9 (geometry); decorative shapes by [MS-ODRAWXML] 2.24.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.writers.pptx.markup import NONE, Markup, declared, element, joined
from generator.writers.pptx.text import base_of, body_properties, inherited_body, paragraphs_markup, text_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.layout.deck.slide import PlaceholderSpec, Shape, TextBox
    from generator.units import Rect
    from generator.writers.pptx.scheme import Scheme

_DECORATIVE_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_DECORATIVE = element(
    "a:extLst",
    {},
    element("a:ext", {"uri": _DECORATIVE_URI}, element("adec:decorative", declared("adec") | {"val": 1})),
)

JUMP = "ppaction://hlinksldjump"
"""The action of a link to a slide of the same deck ([MS-OI29500] 2.1.1226)."""

CLEAR = element("a:solidFill", {}, element("a:schemeClr", {"val": "bg1"}, element("a:alpha", {"val": 0})))
"""A fill that is not seen and can be pressed."""

TREE_HEAD = joined(
    [
        element("p:nvGrpSpPr", {}, element("p:cNvPr", {"id": 1, "name": ""}), element("p:cNvGrpSpPr"), element("p:nvPr")),
        element("p:grpSpPr"),
    ]
)
"""What every shape tree begins with: its own properties, which say nothing; its id is 1."""


@dataclass(slots=True)
class Names:
    """Gives out shape ids, unique on one slide; 1 is the shape tree's own. `links` are relationships to slides by their number."""

    last: int = 1
    links: Mapping[int, str] = field(default_factory=dict)

    def tag(self, name: str, alt: str = "", *, decorative: bool = False, link: int = 0) -> Markup:
        """Return a shape's id, name, text alternative and the slide to which it leads when it is pressed (p:cNvPr, 20.1.2.2.8)."""
        self.last += 1
        attributes: dict[str, str | int] = {"id": self.last, "name": name}
        if alt:
            attributes["descr"] = alt
        jump = element("a:hlinkClick", {"r:id": self.links[link], "action": JUMP}) if link else NONE
        return element("p:cNvPr", attributes, jump, _DECORATIVE if decorative else NONE)


def placed(rect: Rect, tag: str = "a:xfrm", flips: dict[str, str | int] | None = None, within: Markup = NONE) -> Markup:
    """Return a shape's place and size; `within` is a group's own coordinates for its children."""
    return element(
        tag,
        flips or {},
        element("a:off", {"x": rect.x, "y": rect.y}),
        element("a:ext", {"cx": rect.width, "cy": rect.height}),
        within,
    )


def preset(name: str, adjustment: int | None = None) -> Markup:
    """Return a preset geometry; the adjustment is a rounded corner's share of the shorter side, in hundred-thousandths."""
    guides = () if adjustment is None else (element("a:gd", {"name": "adj", "fmla": f"val {adjustment}"}),)
    return element("a:prstGeom", {"prst": name}, element("a:avLst", {}, *guides))


def placeholder_tag(kind: str, index: int) -> Markup:
    """Return the link from a shape to its layout's placeholder; a title needs no index (ST_PlaceholderType)."""
    attributes: dict[str, str | int] = {"type": kind}
    if index:
        attributes["idx"] = index
    return element("p:nvPr", {}, element("p:ph", attributes))


def placeholder(box: TextBox, kind: tuple[str, int], spec: PlaceholderSpec, names: Names, scheme: Scheme, field: str) -> Markup:
    """Return text in a placeholder of the slide's layout, of a type and index, with what differs from it.

    `field` is the slide's number in its own.
    """
    place = placed(box.rect) if scheme.whole or box.rect != spec.rect else NONE
    return element(
        "p:sp",
        {},
        element(
            "p:nvSpPr",
            {},
            names.tag(box.name, link=box.link),
            element("p:cNvSpPr", {}, element("a:spLocks", {"noGrp": 1})),
            placeholder_tag(*kind),
        ),
        element("p:spPr", {}, place, scheme.fill(box.fill) if box.fill else NONE),
        text_body(
            body_properties(box.anchor, box.insets) if scheme.whole else inherited_body(box, spec),
            paragraphs_markup(box.paragraphs, scheme, base_of(spec), field),
        ),
    )


def text_box(box: TextBox, names: Names, scheme: Scheme) -> Markup:
    """Return text in a box of its own."""
    properties = body_properties(box.anchor, box.insets, "square" if box.wrap else "none")
    body = text_body(properties, paragraphs_markup(box.paragraphs, scheme))
    return text_shape(names.tag(box.name, link=box.link), box.rect, body, scheme.fill(box.fill))


def text_shape(tag: Markup, rect: Rect, body: Markup, fill: Markup) -> Markup:
    """Return a text box of its parts."""
    return element(
        "p:sp",
        {},
        element("p:nvSpPr", {}, tag, element("p:cNvSpPr", {"txBox": 1}), element("p:nvPr")),
        element("p:spPr", {}, placed(rect), preset("rect"), fill),
        body,
    )


def geometry(tag: Markup, frame: Markup, outline: Markup, paint: Markup) -> Markup:
    """Return a shape without text: its name, place, outline and paint (fill and line)."""
    return element(
        "p:sp",
        {},
        element("p:nvSpPr", {}, tag, element("p:cNvSpPr"), element("p:nvPr")),
        element("p:spPr", {}, frame, outline, paint),
    )


def connector(tag: Markup, frame: Markup, line: Markup) -> Markup:
    """Return a straight line."""
    return element(
        "p:cxnSp",
        {},
        element("p:nvCxnSpPr", {}, tag, element("p:cNvCxnSpPr"), element("p:nvPr")),
        element("p:spPr", {}, frame, preset("line"), line),
    )


def shape(one: Shape, names: Names, scheme: Scheme) -> Markup:
    """Return a preset shape, marked as decoration where it says nothing."""
    tag = names.tag(one.name, one.alt, decorative=not one.alt, link=one.link)
    line = scheme.line(one.stroke, one.stroke_width)
    if one.geometry == "line":
        return connector(tag, placed(one.rect), line)
    fill = CLEAR if one.clear else scheme.fill(one.fill)
    return geometry(tag, placed(one.rect), preset(one.geometry), joined([fill, line]))
