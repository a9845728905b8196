"""A slide: its items painted in reading order into one shape tree (ECMA-376 Part 1, 19.3.1.38 sld)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.layout.deck.slide import ChartBox, DrawingBox, PictureBox, Shape, Slide, SlideItem, TableBox, TextBox
from generator.writers.pptx.charts import chart_frame
from generator.writers.pptx.drawings import drawing_group
from generator.writers.pptx.markup import NONE, Markup, declared, element
from generator.writers.pptx.master import PlaceholderKey, background
from generator.writers.pptx.pictures import picture
from generator.writers.pptx.shapes import TREE_HEAD, Names, placeholder, placeholder_tag, shape, text_box
from generator.writers.pptx.tables import table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.layout.deck.slide import LayoutSpec
    from generator.writers.pptx.scheme import Scheme


@dataclass(frozen=True, slots=True)
class Easel:
    """What a slide is painted with: the theme, its layout with its placeholders, ways to file a chart and a picture, and links.

    `links` are its relationships to other slides, by their numbers.
    """

    scheme: Scheme
    layout: LayoutSpec
    placeholders: dict[str, PlaceholderKey]
    file_chart: Callable[[ChartBox], str]
    file_picture: Callable[[PictureBox], str]
    links: Mapping[int, str]


def slide_markup(slide: Slide, easel: Easel) -> Markup:
    """Return a slide.

    Raises KeyError where an item names a placeholder that the slide's layout lacks.
    """
    names = Names(links=easel.links)
    painted = [_painted(item, slide, names, easel) for item in slide.items]
    tree = element("p:spTree", {}, TREE_HEAD, *painted)
    own = slide.background if slide.background != easel.layout.background else None
    return element(
        "p:sld",
        declared("a", "r", "p") | ({"show": 0} if slide.hidden else {}),
        element("p:cSld", {}, background(own, easel.scheme), tree),
        element("p:clrMapOvr", {}, element("a:masterClrMapping")),
    )


def _painted(item: SlideItem, slide: Slide, names: Names, easel: Easel) -> Markup:
    match item:
        case TextBox():
            return _text(item, slide, names, easel)
        case Shape():
            return shape(item, names, easel.scheme)
        case TableBox():
            return table(item, names, easel.scheme, _place(item, easel))
        case ChartBox():
            return chart_frame(item, easel.file_chart(item), names, _place(item, easel))
        case DrawingBox():
            return drawing_group(item, names, easel.scheme)
        case PictureBox():
            return picture(item, easel.file_picture(item), names)


def _place(box: TableBox | ChartBox, easel: Easel) -> Markup:
    """Return the placeholder that a frame fills, where its layout has one for it."""
    key = easel.placeholders.get(box.placeholder)
    return placeholder_tag(*key) if key else NONE


def _text(box: TextBox, slide: Slide, names: Names, easel: Easel) -> Markup:
    if not box.placeholder:
        return text_box(box, names, easel.scheme)
    if box.placeholder not in easel.placeholders:
        message = f"slide {slide.number}: the layout {slide.layout!r} has no placeholder {box.placeholder!r}"
        raise KeyError(message)
    key = easel.placeholders[box.placeholder]
    field = str(slide.number) if key[0] == "sldNum" else ""
    spec = next(one for one in easel.layout.placeholders if one.name == box.placeholder)
    return placeholder(box, key, spec, names, easel.scheme, field)
