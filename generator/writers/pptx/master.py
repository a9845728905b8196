"""The slide master and its named layouts, with real placeholders: place, type, index and default style.

In: the deck's Master. Out: markup of ECMA-376 Part 1, 19.3.1.42 (sldMaster) and 19.3.1.39 (sldLayout). A placeholder's name has one
index in every layout, so that text stays in it when a presenter changes a slide's layout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.layout.deck.slide import PictureBox
from generator.writers.pptx.drawings import drawing_group
from generator.writers.pptx.markup import NONE, Markup, declared, element, escaped, joined
from generator.writers.pptx.pictures import picture
from generator.writers.pptx.shapes import TREE_HEAD, Names, placed, placeholder_tag, preset, shape
from generator.writers.pptx.text import SLIDE_NUMBER_FIELD, body_properties, level_properties, usual_level

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.ink import Ink
    from generator.layout.deck.slide import LayoutSpec, Master, PlaceholderSpec
    from generator.writers.pptx.scheme import Scheme

TITLES = frozenset({"title", "ctrTitle"})
FIRST_INDEX = 10
"""Indexes below ten belong to PowerPoint's own layouts."""
FIRST_LAYOUT_ID = 2_147_483_649
"""Ids of masters and layouts begin at 2^31 (ST_SlideMasterId); the master has the first."""
_MASTER_TYPES = ("title", "body", "dt", "ftr", "sldNum")
"""The types that a master may hold: each kind of placeholder of a layout inherits from one of them."""
_INHERITS = {"ctrTitle": "title", "subTitle": "body"}
COLOR_MAP = {
    "bg1": "lt1",
    "tx1": "dk1",
    "bg2": "lt2",
    "tx2": "dk2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    "hlink": "hlink",
    "folHlink": "folHlink",
}

PlaceholderKey = tuple[str, int]
"""Type and index of a placeholder."""


def placeholder_keys(master: Master) -> dict[str, dict[str, PlaceholderKey]]:
    """Return for each layout by name its placeholders by name, as type and index."""
    if master.template:
        return {
            layout.name: {spec.name: (spec.type, spec.index or 0) for spec in layout.placeholders} for layout in master.layouts
        }
    names = sorted({spec.name for layout in master.layouts for spec in layout.placeholders if spec.type not in TITLES})
    index = {name: FIRST_INDEX + place for place, name in enumerate(names)}
    return {
        layout.name: {spec.name: (spec.type, 0 if spec.type in TITLES else index[spec.name]) for spec in layout.placeholders}
        for layout in master.layouts
    }


def background(ink: Ink | None, scheme: Scheme) -> Markup:
    """Return a slide's, layout's or master's own background, or nothing where it inherits one."""
    if ink is None:
        return NONE
    return element("p:bg", {}, element("p:bgPr", {}, scheme.fill(ink), element("a:effectLst")))


def _prompt(spec: PlaceholderSpec) -> Markup:
    language: dict[str, str | int] = {"lang": "zh-CN", "altLang": "en-US"}
    words = (element("a:rPr", language), element("a:t", {}, escaped(spec.prompt or spec.name)))
    if spec.type == "sldNum":
        words = (words[0], element("a:t", {}, Markup("‹#›")))
        return element("a:p", {}, element("a:fld", {"id": SLIDE_NUMBER_FIELD, "type": "slidenum"}, *words))
    return element("a:p", {}, element("a:r", {}, *words))


def _placeholder(spec: PlaceholderSpec, key: PlaceholderKey, names: Names, scheme: Scheme) -> Markup:
    return element(
        "p:sp",
        {},
        element(
            "p:nvSpPr",
            {},
            names.tag(spec.name),
            element("p:cNvSpPr", {}, element("a:spLocks", {"noGrp": 1})),
            placeholder_tag(*key),
        ),
        element("p:spPr", {}, placed(spec.rect), preset("rect")),
        element(
            "p:txBody",
            {},
            body_properties(spec.anchor),
            element("a:lstStyle", {}, level_properties(spec, scheme)),
            _prompt(spec),
        ),
    )


def layout(
    spec: LayoutSpec, keys: dict[str, PlaceholderKey], scheme: Scheme, file_picture: Callable[[PictureBox], str]
) -> Markup:
    """Return a layout: decoration first, pictures and placeholders over it."""
    names = Names()
    shapes = [shape(one, names, scheme) for one in spec.shapes]
    shown = [
        picture(one, file_picture(one), names) if isinstance(one, PictureBox) else drawing_group(one, names, scheme)
        for one in spec.pictures
    ]
    places = [_placeholder(one, keys[one.name], names, scheme) for one in spec.placeholders]
    tree = element("p:spTree", {}, TREE_HEAD, *shapes, *shown, *places)
    return element(
        "p:sldLayout",
        declared("a", "r", "p") | {"preserve": 1, "userDrawn": 1},
        element("p:cSld", {"name": spec.name}, background(spec.background, scheme), tree),
        element("p:clrMapOvr", {}, element("a:masterClrMapping")),
    )


def master_placeholders(master: Master) -> list[PlaceholderSpec]:
    """Return the master's own placeholders: of each type the one that is most at home on plain paper."""
    found: dict[str, tuple[tuple[bool, bool, bool], PlaceholderSpec]] = {}
    for one in master.layouts:
        for spec in one.placeholders:
            kind = _INHERITS.get(spec.type, spec.type)
            strangeness = (one.background is not None, spec.type != kind, spec.name != kind)
            if kind not in found or strangeness < found[kind][0]:
                found[kind] = (strangeness, spec)
    return [found[kind][1] for kind in _MASTER_TYPES if kind in found]


def _text_styles(specs: Sequence[PlaceholderSpec], scheme: Scheme) -> Markup:
    by_type = {_INHERITS.get(spec.type, spec.type): spec for spec in specs}
    first = next(iter(by_type.values()))
    title, body = by_type.get("title", first), by_type.get("body", first)
    styles = [("p:titleStyle", level_properties(title, scheme)), ("p:bodyStyle", level_properties(body, scheme))]
    return element("p:txStyles", {}, *[element(tag, {}, level) for tag, level in (*styles, ("p:otherStyle", usual_level()))])


def color_map() -> Markup:
    """Return which theme colour each name of a slide means."""
    return element("p:clrMap", COLOR_MAP)


def master_markup(master: Master, layout_rids: Sequence[str], scheme: Scheme) -> Markup:
    """Return the slide master; `layout_rids` are the relationships to its layouts, in order."""
    names = Names()
    specs = master_placeholders(master)
    kinds = {spec.name: _INHERITS.get(spec.type, spec.type) for spec in specs}
    order = {kind: FIRST_INDEX + place for place, kind in enumerate(_MASTER_TYPES)}
    places = [
        _placeholder(spec, (kinds[spec.name], 0 if kinds[spec.name] == "title" else order[kinds[spec.name]]), names, scheme)
        for spec in specs
    ]
    ids = [element("p:sldLayoutId", {"id": FIRST_LAYOUT_ID + place, "r:id": rid}) for place, rid in enumerate(layout_rids)]
    paper = element("p:bg", {}, element("p:bgPr", {}, scheme.fill(master.colors[1]), element("a:effectLst")))
    return element(
        "p:sldMaster",
        declared("a", "r", "p") | {"preserve": 1},
        element("p:cSld", {}, paper, element("p:spTree", {}, TREE_HEAD, *places)),
        color_map(),
        element("p:sldLayoutIdLst", {}, joined(ids)),
        _text_styles(specs, scheme),
    )
