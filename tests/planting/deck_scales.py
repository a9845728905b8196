"""Alterations of how the deck's native charts show their values: formats, labels, axes, types and what is drawn over them."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

from tests.planting.model import ANY, APPEARANCE, DECK, NUMBER, WORDING, Table, shuffled
from tests.planting.slides import A, C, Slides, box_of, clone, frame_of, name_of, xml

planted = Table(DECK)


def charts(due: str, says: str) -> Callable[[Callable[[Random, Any], Any]], Any]:
    """Keep an alteration of the part of one native chart."""

    def keep(change: Callable[[Random, Any], Any]) -> Any:
        planted.add(change.__name__.replace("_", " "), due, of_chart(change), says)
        return change

    return keep


def of_chart(change: Callable[[Random, Any], Any]) -> Callable[[Random, Slides], bool]:
    return lambda rng, deck: any(change(rng, deck.tree(one)) for one in shuffled(rng, deck.charts()))


def formats(root: Any) -> list[Any]:
    """Return the number formats that labels show."""
    return [one for label in root.iter(f"{C}dLbls", f"{C}dLbl") if (one := label.find(f"{C}numFmt")) is not None]


FORMATS = (
    ("a format divides by a thousand", r"0(?=[^.0,]|$)", "0,", "a label's format shows thousandths"),
    ("a format of per cent", r"^[+\-0#,.;−]*", "0%", "a label's format multiplies by a hundred"),
    ("a format with a point", r"0(?=[^.0]|$)", "0.0", "a label's format shows a decimal more"),
    ("a format that rounds", r"0\.0", "0", "a label's format rounds"),
    ("a format with another number", r"0(?=[^.0]|$)", '0"88"', "a label's format writes digits behind"),
    ("a format with a minus", r"^", '"−"', "a label's format writes a minus before"),
    ("a format with a qualifier", r"^", '"超"', "a label's format writes 超 before"),
    ("a format of nothing", r"^.*$", ";;;", "a label's format shows nothing"),
    ("a format of words", r"^.*$", '"不详"', "a label's format shows words instead"),
    ("a format of another unit", r'(?<=")[个家人户吨]', "万", "a label's format writes another unit"),
    ("a format by condition", r"^(.*)$", r'[>20]0"万";\1', "a label's format shifts large numbers"),
)  # fmt: skip
"""Number formats that change what a label shows, as the text that they change."""


def formatted(old: str, new: str) -> Callable[[Random, Any], bool]:
    def change(_rng: Random, root: Any) -> bool:
        found = [one for one in formats(root) if re.search(old, one.get("formatCode"))]
        changed = [(one, re.sub(old, new, one.get("formatCode"), count=1)) for one in found]
        changed = [(one, code) for one, code in changed if code != one.get("formatCode")]
        for one, code in changed:
            one.set("formatCode", code)
        return bool(changed)

    return change


for _name, _old, _new, _says in FORMATS:
    planted.add(_name, NUMBER, of_chart(formatted(_old, _new)), _says)


def labels(root: Any) -> list[Any]:
    return list(root.iter(f"{C}dLbl"))


def set_in(element: Any, tag: str, value: str) -> bool:
    """Set a switch of an element if it has it and it says otherwise."""
    one = element.find(f"{C}{tag}")
    if one is None or one.get("val") == value:
        return False
    one.set("val", value)
    return True


def switch(root: Any, tag: str, value: str) -> bool:
    """Set a switch of all labels, and tell whether any said otherwise."""
    done = [set_in(one, tag, value) for one in root.iter(f"{C}dLbls", f"{C}dLbl")]
    return any(done)


@charts(NUMBER, "the labels of values are switched off")
def labels_off(_rng: Random, root: Any) -> bool:
    return switch(root, "showVal", "0")


@charts(NUMBER, "one label is deleted")
def a_label_deleted(rng: Random, root: Any) -> bool:
    for one in shuffled(rng, labels(root)):
        for child in list(one)[1:]:
            one.remove(child)
        one.append(xml('<c:delete val="1"/>'))
        return True
    return False


@charts(NUMBER, "a label shows typed words instead of its value")
def a_label_typed(rng: Random, root: Any) -> bool:
    for one in shuffled(rng, labels(root)):
        index = one.find(f"{C}idx")
        index.addnext(xml("<c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>88个</a:t></a:r></a:p></c:rich></c:tx>"))
        return True
    return False


@charts(NUMBER, "labels show shares instead of values")
def labels_of_shares(_rng: Random, root: Any) -> bool:
    return switch(root, "showPercent", "1") and switch(root, "showVal", "0")


@charts(ANY, "labels show the names of categories as well")
def labels_with_names(_rng: Random, root: Any) -> bool:
    return switch(root, "showCatName", "1")


@charts(NUMBER, "labels show the number that the points have in order")
def labels_linked_to_the_source(_rng: Random, root: Any) -> bool:
    found = [one for one in formats(root) if one.get("sourceLinked") == "0" and '"' in one.get("formatCode")]
    for one in found:
        one.set("sourceLinked", "1")
    return bool(found)


LABELS = (
    ("labels struck", NUMBER, {"strike": "sngStrike"}, "labels are struck through"),
    ("labels shrunk", NUMBER, {"sz": "100"}, "labels are set at 1 pt"),
    ("labels raised", APPEARANCE, {"baseline": "30000"}, "labels stand higher"),
    ("labels grown", APPEARANCE, {"sz": "3200"}, "labels are set larger"),
)  # fmt: skip


def labelled(values: dict[str, str]) -> Callable[[Random, Any], bool]:
    def change(_rng: Random, root: Any) -> bool:
        found = [own for one in root.iter(f"{C}dLbls", f"{C}dLbl") for own in one.findall(f"{C}txPr//{A}defRPr")]
        for own in found:
            own.attrib.update(values)
        return bool(found)

    return change


for _name, _due, _values, _says in LABELS:
    planted.add(_name, _due, of_chart(labelled(_values)), _says)


@charts(NUMBER, "labels are white on white")
def labels_white(_rng: Random, root: Any) -> bool:
    found = [own for one in root.iter(f"{C}dLbls", f"{C}dLbl") for own in one.findall(f"{C}txPr//{A}defRPr/{A}solidFill")]
    for own in found:
        own.getparent().replace(own, xml('<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'))
    return bool(found)


def scaling(root: Any) -> Any | None:
    axis = root.find(f".//{C}valAx")
    return None if axis is None else axis.find(f"{C}scaling")


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
