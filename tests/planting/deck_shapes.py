"""Alterations of the deck's shapes: what covers, crosses out, moves away, hides and exchanges them, and drawings that lie."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count
from random import Random
from typing import Any

from tests.planting.model import ANY, APPEARANCE, DECK, NUMBER, WORDING, Table, is_plain, shuffled
from tests.planting.slides import A, P, Slides, box_of, clone, frame_of, name_of, slide_of, text_of, top_level, xml

planted = Table(DECK)
_ids = count(9001)


def numbered(deck: Slides) -> list[Any]:
    """Return the shapes on a slide itself that say a number and little more, and stand somewhere."""
    return [
        one
        for one in top_level(deck.texted())
        if re.fullmatch(r"\D{0,6}\d[\d.]*\D{0,12}", text_of(one)) and box_of(one) and len(text_of(one)) > 1
    ]


def worded(deck: Slides) -> list[Any]:
    return [one for one in top_level(deck.texted()) if is_plain(deck, text_of(one)) and box_of(one) and len(text_of(one)) > 3]


def each(of: Callable[[Slides], list[Any]], change: Callable[[Random, Any], Any]) -> Callable[[Random, Any], bool]:
    """Return the alteration of one shape of some."""

    def alter(rng: Random, deck: Slides) -> bool:
        return any(change(rng, one) is not False for one in shuffled(rng, of(deck)))

    return alter


def drawn(box: tuple[float, float, float, float], shape: str, fill: str, text: str = "", size: int = 1800) -> Any:
    """Return a shape of a preset form, with a fill of its own and perhaps a text."""
    left, top, width, height = map(int, box)
    number = next(_ids)
    words = (
        f'<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0"/><a:p><a:r><a:rPr lang="zh-CN" sz="{size}"><a:solidFill>'
        f'<a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:rPr><a:t>{text}</a:t></a:r></a:p></p:txBody>'
    )
    return xml(
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{"文本框" if text else "矩形"} {number}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="{shape}"><a:avLst/></a:prstGeom>'
        f"{fill}<a:ln><a:noFill/></a:ln></p:spPr>{words if text else ''}</p:sp>"
    )


WHITE, BLACK = '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>', '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
NONE = "<a:noFill/>"
BOX = (3_000_000, 100_000, 3_000_000, 400_000)
"""Where something is put in, at the head of a slide."""


def beside(
    shape: str, fill: str, place: Callable[[int, int, int, int], tuple[float, float, float, float]], text: str = ""
) -> Any:
    """Return the change that draws something at a place that follows from a shape's box, over everything."""

    def change(_rng: Random, one: Any) -> None:
        box = box_of(one)
        assert box
        one.getparent().append(drawn(place(*box), shape, fill, text))

    return change


DRAWN = (
    ("a number covered", NUMBER, numbered, beside("rect", WHITE, lambda x, y, w, h: (x, y, w, h)), "a rectangle covers a number"),
    ("half a number covered", NUMBER, numbered, beside("rect", WHITE, lambda x, y, w, h: (x, y, w / 2, h)), "half of a number is covered"),
    ("a digit covered", NUMBER, numbered, beside("rect", WHITE, lambda x, y, w, h: (x, y, h * 0.45, h)), "the first digit is covered"),
    ("words covered", ANY, worded, beside("rect", WHITE, lambda x, y, w, h: (x, y, w, h)), "a rectangle covers words"),
    ("a number crossed out", NUMBER, numbered, beside("rect", BLACK, lambda x, y, w, h: (x, y + h * 0.45, h * 2, h * 0.06)), "a line crosses a number"),
    ("a minus drawn", NUMBER, numbered, beside("rect", BLACK, lambda x, y, w, h: (x - h * 0.4, y + h * 0.5, h * 0.3, h * 0.07)), "a drawn minus stands before a number"),
    ("a point drawn", NUMBER, numbered, beside("ellipse", BLACK, lambda x, y, w, h: (x + h * 0.5, y + h * 0.72, h * 0.1, h * 0.1)), "a drawn point stands in a number"),
    ("a one drawn", NUMBER, numbered, beside("rect", BLACK, lambda x, y, w, h: (x - h * 0.25, y + h * 0.1, h * 0.09, h * 0.7)), "a drawn 1 stands before a number"),
    ("a nought drawn", NUMBER, numbered, beside("donut", BLACK, lambda x, y, w, h: (x - h * 0.5, y + h * 0.1, h * 0.4, h * 0.7)), "a drawn 0 stands before a number"),
    ("a slash drawn", NUMBER, numbered, beside("diagStripe", BLACK, lambda x, y, w, h: (x, y, h, h)), "a stripe crosses a number"),
    ("a number put beside", NUMBER, numbered, beside("rect", NONE, lambda x, y, w, h: (x, y + h, h * 2, h), "+88%"), "a number is put under a number"),
    ("a unit put beside", NUMBER, numbered, beside("rect", NONE, lambda x, y, w, h: (x + w, y, h, h), "亿"), "a scale is put behind a number"),
    ("words put in", WORDING, worded, beside("rect", NONE, lambda x, y, w, h: (x, y + h, h * 4, h), "内部资料"), "words are put on a slide"),
    ("an arrow drawn", ANY, numbered, beside("downArrow", BLACK, lambda x, y, w, h: (x - h * 0.8, y, h * 0.5, h)), "an arrow down stands before a number"),
    ("a blot drawn", ANY, worded, beside("cloud", '<a:solidFill><a:schemeClr val="accent2"/></a:solidFill>', lambda x, y, w, h: (x + w - h, y + h, h, h)), "a cloud is put on a slide"),
)  # fmt: skip
"""Shapes drawn over or beside others."""

for _name, _due, _of, _change, _says in DRAWN:
    planted.add(_name, _due, each(_of, _change), _says)


def move(shape: Any, left: float, top: float) -> None:
    off = frame_of(shape).find(f"{A}off")
    off.set("x", str(int(left)))
    off.set("y", str(int(top)))


def shifted(by_x: float, by_y: float) -> Callable[[Random, Any], None]:
    def change(_rng: Random, one: Any) -> None:
        left, top, _, _ = box_of(one) or (0, 0, 0, 0)
        move(one, left + by_x, top + by_y)

    return change


def framed(**values: str) -> Callable[[Random, Any], None]:
    def change(_rng: Random, one: Any) -> None:
        for name, value in values.items():
            frame_of(one).set(name, value)

    return change


def hidden(_rng: Random, one: Any) -> None:
    next(one.iter(f"{P}cNvPr")).set("hidden", "1")


def flat(_rng: Random, one: Any) -> None:
    frame_of(one).find(f"{A}ext").set("cy", "0")
    frame_of(one).find(f"{A}ext").set("cx", "0")


def gone(_rng: Random, one: Any) -> None:
    one.getparent().remove(one)


def doubled(_rng: Random, one: Any) -> None:
    copy = clone(one)
    next(copy.iter(f"{P}cNvPr")).set("id", str(next(_ids)))
    one.addnext(copy)
    left, top, _, height = box_of(one) or (0, 0, 0, 0)
    move(copy, left, top + height)


def behind(_rng: Random, one: Any) -> bool:
    """Bring a filled shape that a text stands on to the front of it."""
    box = box_of(one)
    for other in list(one.getparent()):
        place = box_of(other)
        solid = other.find(f"{P}spPr/{A}solidFill")
        if solid is None or place is None or box is None or text_of(other):
            continue
        if (
            place[0] <= box[0]
            and place[1] <= box[1]
            and place[0] + place[2] >= box[0] + box[2] / 3
            and place[1] + place[3] >= box[1] + box[3]
        ):
            one.getparent().append(other)
            return True
    return False


MOVED = (
    ("a number off the slide", NUMBER, numbered, shifted(14_000_000, 0), "a number stands off the slide"),
    ("words off the slide", WORDING, worded, shifted(0, 8_000_000), "words stand off the slide"),
    ("a number moved", APPEARANCE, numbered, shifted(0, -250_000), "a number stands a little higher"),
    ("words moved", APPEARANCE, worded, shifted(300_000, 0), "words stand a little to the right"),
    ("a number hidden", NUMBER, numbered, hidden, "a number's shape is hidden"),
    ("words hidden", WORDING, worded, hidden, "a shape with words is hidden"),
    ("a number flattened", NUMBER, numbered, flat, "a number's box has no size"),
    ("a number deleted", NUMBER, numbered, gone, "a number's shape is deleted"),
    ("words deleted", WORDING, worded, gone, "a shape with words is deleted"),
    ("a number doubled", NUMBER, numbered, doubled, "a number stands on its slide twice"),
    ("words doubled", WORDING, worded, doubled, "words stand on their slide twice"),
    ("a number upside down", ANY, numbered, framed(rot="10800000"), "a number stands on its head: 6 reads 9"),
    ("a number turned", APPEARANCE, numbered, framed(rot="1200000"), "a number stands askew"),
    ("a number mirrored", ANY, numbered, framed(flipV="1"), "a number is flipped, which turns its text over"),
    ("a number behind its ground", NUMBER, numbered, behind, "what a number stands on comes before it"),
)  # fmt: skip
"""Shapes moved, hidden and turned."""

for _name, _due, _of, _change, _says in MOVED:
    planted.add(_name, _due, each(_of, _change), _says)


def two_of(rng: Random, shapes: list[Any], *, same_slide: bool) -> tuple[Any, Any] | None:
    """Return two shapes of one name (but for its count) with different texts, on one slide or on two."""
    for one in shuffled(rng, shapes):
        kin = [
            two for two in shapes
            if re.sub(r" \d+$", "", name_of(two)) == re.sub(r" \d+$", "", name_of(one)) and text_of(two) != text_of(one)
            and (slide_of(two) is slide_of(one)) is same_slide
        ]  # fmt: skip
        if kin:
            return one, rng.choice(kin)
    return None


@planted(NUMBER, "two numbers of a slide change places, box and all")
def two_boxes_exchanged(rng: Random, deck: Slides) -> bool:
    pair = two_of(rng, numbered(deck), same_slide=True)
    if pair is None:
        return False
    (left, top, *_), (x, y, *_) = box_of(pair[0]) or (0, 0), box_of(pair[1]) or (0, 0)
    move(pair[0], x, y)
    move(pair[1], left, top)
    return True


@planted(NUMBER, "a number's box goes to another slide")
def a_number_on_another_slide(rng: Random, deck: Slides) -> bool:
    pair = two_of(rng, numbered(deck), same_slide=False)
    if pair is None:
        return False
    pair[1].addprevious(pair[0])
    return True


@planted(WORDING, "a box of words goes to another slide")
def words_on_another_slide(rng: Random, deck: Slides) -> bool:
    pair = two_of(rng, worded(deck), same_slide=False)
    if pair is None:
        return False
    pair[1].addprevious(pair[0])
    return True


@planted(NUMBER, "the names of two numbers change places, and the numbers stay")
def two_labels_exchanged(rng: Random, deck: Slides) -> bool:
    pair = two_of(rng, [one for one in top_level(deck.texted()) if name_of(one).startswith("数字说明")], same_slide=True)
    if pair is None:
        return False
    for one, two in zip(pair[0].iter(f"{A}t"), pair[1].iter(f"{A}t"), strict=False):
        one.text, two.text = two.text, one.text
    return True


def alts(deck: Slides) -> list[Any]:
    return [one for slide in deck.slides for one in slide.iter(f"{P}cNvPr") if one.get("descr")]


ALTS = (
    ("a number of an alternative text", NUMBER, lambda text: re.sub(r"\d(?=\D*$)", lambda m: str((int(m[0]) + 3) % 10), text, count=1), "what is read out says another number"),
    ("a unit of an alternative text", NUMBER, lambda text: re.sub(r"(?<=\d)([个家人户吨棵村]|亿元)", "万", text, count=1), "what is read out says another unit"),
    ("a direction of an alternative text", NUMBER, lambda text: text.replace("减少", "增加", 1), "what is read out says another direction"),
    ("two numbers of an alternative text exchanged", NUMBER, lambda text: re.sub(r"(\d+)(\D+?)(\d+)(?=\D*$)", r"\3\2\1", text, count=1), "what is read out exchanges two numbers"),
    ("a word of an alternative text", WORDING, lambda text: text.replace("：", "，即：", 1), "what is read out says other words"),
    ("an alternative text lost", WORDING, lambda _text: "", "nothing is read out for a drawing"),
)  # fmt: skip


def alternative(change: Callable[[str], str]) -> Callable[[Random, Any], bool]:
    def alter(rng: Random, deck: Slides) -> bool:
        for one in shuffled(rng, alts(deck)):
            text = change(one.get("descr"))
            if text != one.get("descr"):
                one.set("descr", text)
                return True
        return False

    return alter


for _name, _due, _put, _says in ALTS:
    planted.add(_name, _due, alternative(_put), _says)


@planted(NUMBER, "a drawing gets a title with a number that is read out before its text")
def a_title_read_out(rng: Random, deck: Slides) -> bool:
    return each(alts, lambda _rng, one: one.set("title", "共88万人"))(rng, deck)


@planted(WORDING, "a drawing is marked as decoration, so that it is not read out")
def a_drawing_not_read_out(rng: Random, deck: Slides) -> bool:
    mark = (
        '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
    )
    return each(alts, lambda _rng, one: one.append(xml(mark)))(rng, deck)


KINDS = tuple(planted.kinds)
