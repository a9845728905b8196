"""Alterations of how the deck's native charts draw their values: axes, types, colours, and what is drawn over them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from tests.planting.deck_labels import of_chart, set_in
from tests.planting.model import ANY, APPEARANCE, DECK, NUMBER, WORDING, Table, shuffled
from tests.planting.slides import A, C, Slides, box_of, clone, frame_of, name_of, xml

planted = Table(DECK)


def charts(due: str, says: str) -> Callable[[Callable[[Random, Any], Any]], Any]:
    """Keep an alteration of the part of one native chart."""

    def keep(change: Callable[[Random, Any], Any]) -> Any:
        planted.add(change.__name__.replace("_", " "), due, of_chart(change), says)
        return change

    return keep


def scaling(root: Any) -> Any | None:
    axis = root.find(f".//{C}valAx")
    return None if axis is None else axis.find(f"{C}scaling")


def second_axis(root: Any) -> Any | None:
    axes = root.findall(f".//{C}valAx")
    return axes[1] if len(axes) > 1 else None


@charts(NUMBER, "the second axis, on which a line lies over columns, ends elsewhere")
def a_second_axis_that_ends_late(_rng: Random, root: Any) -> bool:
    axis = second_axis(root)
    if axis is None:
        return False
    end = axis.find(f"{C}scaling/{C}max")
    end.set("val", str(float(end.get("val")) * 2))
    return True


@charts(NUMBER, "the second axis begins late, so that a line over columns rises faster")
def a_second_axis_that_begins_late(_rng: Random, root: Any) -> bool:
    axis = second_axis(root)
    if axis is None:
        return False
    end, start = (axis.find(f"{C}scaling/{C}{tag}") for tag in ("max", "min"))
    start.set("val", str(float(end.get("val")) * 0.8))
    return True


@charts(APPEARANCE, "an arrow over columns loses its head")
def an_arrow_without_its_head(_rng: Random, root: Any) -> bool:
    heads = [(line, head) for line in root.iter(f"{A}ln") for head in line.findall(f"{A}tailEnd")]
    for line, head in heads:
        line.remove(head)
    return bool(heads)


@charts(APPEARANCE, "a target over columns is drawn firm")
def a_target_drawn_firm(_rng: Random, root: Any) -> bool:
    dashes = [(line, dash) for line in root.iter(f"{A}ln") for dash in line.findall(f"{A}prstDash")]
    lines = [pair for pair in dashes if pair[0].getparent().getparent().tag == f"{C}ser"]
    for line, dash in lines:
        line.remove(dash)
    return bool(lines)


@charts(NUMBER, "the line over columns has a target's place, at half its height")
def a_target_at_half_its_height(_rng: Random, root: Any) -> bool:
    rows = [one for one in root.iter(f"{C}ser") if one.find(f"{C}spPr/{A}ln/{A}prstDash") is not None]
    for row in rows:
        for value in row.iterfind(f"{C}val//{C}v"):
            value.text = f"{float(value.text) / 2:g}"
    return bool(rows)


SCALES = (
    ("an axis that begins late", NUMBER, "min", lambda top: str(top * 0.4), "the axis of values does not begin at zero"),
    ("an axis that ends early", NUMBER, "max", lambda top: str(top * 0.7), "the axis of values cuts off the largest"),
    ("an axis that ends late", NUMBER, "max", lambda top: str(top * 10), "the axis of values makes all bars small"),
    ("an axis of powers", NUMBER, "logBase", lambda _top: "10", "the axis of values becomes logarithmic"),
    ("an axis reversed", NUMBER, "orientation", lambda _top: "maxMin", "the axis of values runs the other way"),
)  # fmt: skip
"""Scales of the axis of values: the element, in the order of the schema, and its value from the largest."""
ORDER = ("logBase", "orientation", "max", "min")


def scaled(tag: str, value: Callable[[float], str]) -> Callable[[Random, Any], bool]:
    def change(_rng: Random, root: Any) -> bool:
        own = scaling(root)
        values = [float(one.text) for one in root.findall(f".//{C}val//{C}v") if one.text]
        if own is None or not values:
            return False
        for old in own.findall(f"{C}{tag}"):
            own.remove(old)
        element = xml(f'<c:{tag} val="{value(max(values))}"/>')
        later = [one for one in own if ORDER.index(one.tag.removeprefix(C)) > ORDER.index(tag)]
        if later:
            later[0].addprevious(element)
        else:
            own.append(element)
        return True

    return change


for _name, _due, _tag, _value, _says in SCALES:
    planted.add(_name, _due, of_chart(scaled(_tag, _value)), _says)


@charts(NUMBER, "the axis of categories runs the other way")
def an_axis_of_categories_reversed(_rng: Random, root: Any) -> bool:
    own = root.find(f".//{C}catAx/{C}scaling/{C}orientation")
    if own is None:
        return False
    own.set("val", "minMax" if own.get("val") == "maxMin" else "maxMin")
    return True


@charts(NUMBER, "the axis of values shows itself in thousands")
def an_axis_in_thousands(_rng: Random, root: Any) -> bool:
    axis = root.find(f".//{C}valAx")
    if axis is None:
        return False
    axis.append(xml('<c:dispUnits><c:builtInUnit val="thousands"/></c:dispUnits>'))
    axis.find(f"{C}delete").set("val", "0")
    return True


@charts(ANY, "an axis of values that was not shown is shown")
def an_axis_shown(_rng: Random, root: Any) -> bool:
    axis = root.find(f".//{C}valAx")
    return axis is not None and set_in(axis, "delete", "0")


@charts(WORDING, "the names of the categories are not shown")
def names_not_shown(_rng: Random, root: Any) -> bool:
    axis = root.find(f".//{C}catAx")
    return axis is not None and set_in(axis, "tickLblPos", "none")


@charts(WORDING, "every other name of a category is left out")
def names_left_out(_rng: Random, root: Any) -> bool:
    mark = root.find(f".//{C}catAx/{C}noMultiLvlLbl")
    if mark is None:
        return False
    mark.addprevious(xml('<c:tickLblSkip val="2"/>'))
    return True


TYPES = (
    ("a chart of bars becomes one of areas", r"c:barChart", "c:areaChart", (f"{C}barDir", f"{C}gapWidth", f"{C}overlap")),
    ("a chart of lines becomes one of bars", r"c:lineChart", "c:barChart", (f"{C}marker", f"{C}smooth")),
    ("a pie becomes a ring", r"c:pieChart", "c:doughnutChart", ()),
)  # fmt: skip


def retyped(old: str, new: str, gone: tuple[str, ...]) -> Callable[[Random, Any], bool]:
    def change(_rng: Random, root: Any) -> bool:
        own = root.find(f".//{C}{old.removeprefix('c:')}")
        if own is None:
            return False
        own.tag = f"{C}{new.removeprefix('c:')}"
        for tag in gone:
            for one in own.findall(tag):
                own.remove(one)
        if new == "c:barChart":
            own.insert(0, xml('<c:barDir val="col"/>'))
        return True

    return change


for _name, _old, _new, _gone in TYPES:
    planted.add(_name, ANY, of_chart(retyped(_old, _new, _gone)), "a chart takes another type")


@charts(NUMBER, "bars begin at the least value of their axis, not at zero")
def bars_that_begin_at_the_least(_rng: Random, root: Any) -> bool:
    axis = root.find(f".//{C}catAx")
    if axis is None or root.find(f".//{C}barChart") is None:
        return False
    least = root.find(f".//{C}valAx/{C}scaling/{C}min")
    return least is not None and float(least.get("val")) < 0 and set_in(axis, "crosses", "min")


@charts(NUMBER, "bars of several rows are laid over one another")
def bars_over_bars(_rng: Random, root: Any) -> bool:
    gap = root.find(f".//{C}barChart/{C}gapWidth")
    if gap is None or root.find(f".//{C}barChart/{C}overlap") is not None or len(list(root.iter(f"{C}ser"))) == 1:
        return False
    gap.addnext(xml('<c:overlap val="100"/>'))
    return True


@charts(ANY, "lying bars stand, or standing bars lie")
def bars_turned(_rng: Random, root: Any) -> bool:
    own = root.find(f".//{C}barDir")
    if own is None:
        return False
    own.set("val", "col" if own.get("val") == "bar" else "bar")
    return True


@charts(NUMBER, "stacked values become shares of a whole")
def stacked_to_shares(_rng: Random, root: Any) -> bool:
    own = root.find(f".//{C}grouping")
    if own is None or root.find(f".//{C}barChart") is None:
        return False
    own.set("val", "percentStacked")
    return True


@charts(NUMBER, "one bar of a chart is not drawn")
def a_bar_not_drawn(rng: Random, root: Any) -> bool:
    for one in shuffled(rng, root.iter(f"{C}dPt")):
        fill = one.find(f"{C}spPr/{A}solidFill")
        if fill is not None:
            fill.getparent().replace(fill, xml("<a:noFill/>"))
            return True
    return False


SWITCHES = (
    ("a pie turned", ANY, f".//{C}firstSliceAng", "val", "135", "a pie begins elsewhere"),
    ("a ring narrowed", APPEARANCE, f".//{C}holeSize", "val", "85", "the hole of a ring grows"),
    ("bars made thin", APPEARANCE, f".//{C}gapWidth", "val", "480", "the gaps between bars grow"),
    ("points not marked", APPEARANCE, f".//{C}ser/{C}marker/{C}symbol", "val", "none", "the points of a line are not marked"),
    ("a chart squeezed", APPEARANCE, f".//{C}manualLayout/{C}w", "val", "0.2", "a chart uses a fifth of its width"),
)  # fmt: skip


def switched(path: str, name: str, value: str) -> Callable[[Random, Any], bool]:
    def change(_rng: Random, root: Any) -> bool:
        found = [one for one in root.findall(path) if one.get(name) != value]
        for one in found:
            one.set(name, value)
        return bool(found)

    return change


for _name, _due, _path, _attribute, _value, _says in SWITCHES:
    planted.add(_name, _due, of_chart(switched(_path, _attribute, _value)), _says)


@charts(APPEARANCE, "a slice is pulled out of a pie far enough to shrink it")
def a_pie_pulled_apart(_rng: Random, root: Any) -> bool:
    own = root.find(f".//{C}pieChart/{C}ser")
    if own is None:
        return False
    mark = own.find(f"{C}dPt") if own.find(f"{C}dPt") is not None else own.find(f"{C}cat")
    mark.addprevious(xml('<c:explosion val="300"/>'))
    return True


@charts(ANY, "a line of trend is added")
def a_trend_added(_rng: Random, root: Any) -> bool:
    own = root.find(f".//{C}lineChart/{C}ser/{C}cat")
    own = own if own is not None else root.find(f".//{C}barChart/{C}ser/{C}cat")
    if own is None:
        return False
    own.addprevious(xml('<c:trendline><c:trendlineType val="linear"/><c:dispRSqr val="0"/><c:dispEq val="0"/></c:trendline>'))
    return True


@charts(NUMBER, "a chart gets a title with a number")
def a_title_with_a_number(_rng: Random, root: Any) -> bool:
    own = root.find(f"{C}chart")
    own.insert(0, xml("<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>增长88%</a:t></a:r></a:p></c:rich></c:tx></c:title>"))
    return True


@charts(WORDING, "a chart gets a title")
def a_title_of_words(_rng: Random, root: Any) -> bool:
    own = root.find(f"{C}chart")
    own.insert(0, xml("<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>内部资料</a:t></a:r></a:p></c:rich></c:tx></c:title>"))
    return True


@charts(APPEARANCE, "a chart gets a view in depth")
def a_chart_in_depth(_rng: Random, root: Any) -> bool:
    own = root.find(f"{C}chart/{C}autoTitleDeleted")
    if own is None:
        return False
    own.addnext(xml('<c:view3D><c:rotX val="15"/><c:rotY val="20"/></c:view3D>'))
    return True


@charts(APPEARANCE, "a bar takes another colour")
def a_bar_of_another_colour(rng: Random, root: Any) -> bool:
    for one in shuffled(rng, root.findall(f".//{C}ser//{C}spPr/{A}solidFill")):
        one.getparent().replace(one, xml('<a:solidFill><a:srgbClr val="0070C0"/></a:solidFill>'))
        return True
    return False


def frames(deck: Slides) -> list[Any]:
    return [one for one in deck.shapes() if name_of(one).startswith("图表") and box_of(one)]


@planted(ANY, "a chart is set in half its height")
def a_chart_flattened(rng: Random, deck: Slides) -> bool:
    for one in shuffled(rng, frames(deck)):
        ext = next(frame_of(one).iter(f"{A}ext"))
        ext.set("cy", str(int(ext.get("cy")) // 2))
        return True
    return False


@planted(NUMBER, "a chart is deleted from its slide")
def a_chart_deleted(rng: Random, deck: Slides) -> bool:
    for one in shuffled(rng, frames(deck)):
        one.getparent().remove(one)
        return True
    return False


@planted(ANY, "a chart stands on its slide twice")
def a_chart_doubled(rng: Random, deck: Slides) -> bool:
    for one in shuffled(rng, frames(deck)):
        copy = clone(one)
        one.addnext(copy)
        next(frame_of(copy).iter(f"{A}off")).set("y", "100000")
        return True
    return False


KINDS = tuple(planted.kinds)
