"""Alterations of the labels of the deck's native charts: their formats, switches and looks."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

from tests.planting.model import ANY, APPEARANCE, DECK, NUMBER, Table, shuffled
from tests.planting.slides import A, C, Slides, xml

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


KINDS = tuple(planted.kinds)
