"""Alterations of how the deck's characters look: struck, raised, hidden, shrunk, run together, and what they inherit."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

from tests.planting.model import ANY, APPEARANCE, DECK, NUMBER, WORDING, Table, first_done, is_plain, shuffled
from tests.planting.slides import A, P, Paragraph, Slides, xml

planted = Table(DECK)

WORDS = r"[一-龥]{4,}"
FIGURE = r"\d[\d.]*(?:[亿万]?[元吨件家个户人%])?"


def look(run: Any) -> Any:
    """Return a run's properties, made where it has none."""
    found = run.find(f"{A}rPr")
    if found is None:
        found = run.makeelement(f"{A}rPr", {})
        run.insert(0, found)
    return found


def colour(run: Any, fill: str) -> None:
    """Give a run another fill: the first child but for an outline."""
    own = look(run)
    for old in own.findall(f"{A}solidFill"):
        own.remove(old)
    own.insert(0, xml(fill))


def highlight(run: Any, digits: str) -> None:
    """Put a highlight behind a run, after its fill."""
    made, fill = xml(f'<a:highlight><a:srgbClr val="{digits}"/></a:highlight>'), look(run).find(f"{A}solidFill")
    if fill is not None:
        fill.addnext(made)
    else:
        look(run).insert(0, made)


def some(
    rng: Random, deck: Slides, pattern: str, change: Callable[[Any, Paragraph], None], where: Callable[[str], bool] = bool
) -> bool:
    """Change runs of characters that match, in a paragraph of chance, on slides that will do."""
    wordy = pattern == WORDS
    lines = [one for one in deck.lines() if one.runs and where(one.part) and (not wordy or is_plain(deck, one.text))]
    found = [(one, match) for one in lines for match in re.finditer(pattern, one.text)]
    for paragraph, match in shuffled(rng, found)[:50]:
        if runs := paragraph.split(match.start(), match.end()):
            for run in runs:
                change(run, paragraph)
            return True
    return False


ATTRIBUTES = (
    ("a number struck", NUMBER, FIGURE, {"strike": "sngStrike"}, "a number is struck through"),
    ("a number struck twice", NUMBER, FIGURE, {"strike": "dblStrike"}, "a number is struck through twice"),
    ("a unit struck", NUMBER, r"(?<=\d)[亿万]?[元吨件家个户人]", {"strike": "sngStrike"}, "a number's unit is struck through"),
    ("words struck", WORDING, WORDS, {"strike": "sngStrike"}, "words are struck through"),
    ("a digit raised", NUMBER, r"(?<=\d)\d(?!\d)", {"baseline": "30000"}, "the last digit becomes an exponent"),
    ("a digit lowered", NUMBER, r"(?<=\d)\d(?!\d)", {"baseline": "-25000"}, "the last digit becomes an index"),
    ("a number shrunk", NUMBER, FIGURE, {"sz": "100"}, "a number is set at 1 pt"),
    ("a digit shrunk", NUMBER, r"(?<=\d)\d(?!\d)", {"sz": "100"}, "the last digit of a number is set at 1 pt"),
    ("digits run together", NUMBER, r"\d{2,}", {"spc": "-4000"}, "digits stand on each other by their spacing"),
    ("a number spaced", APPEARANCE, r"\d{2,}", {"spc": "3000"}, "digits stand far apart"),
    ("a number underlined", APPEARANCE, FIGURE, {"u": "sng"}, "a number is underlined"),
    ("a number slanted", APPEARANCE, FIGURE, {"i": "1"}, "a number is slanted"),
    ("words grown", APPEARANCE, WORDS, {"sz": "3600"}, "words are set much larger"),
    ("words made bold or plain", APPEARANCE, WORDS, {"b": "flip"}, "the weight of words changes"),
)  # fmt: skip
"""Attributes set on some characters."""


def attribute(pattern: str, values: dict[str, str]) -> Callable[[Random, Any], bool]:
    def put(run: Any, _paragraph: Paragraph) -> None:
        own = look(run)
        for name, value in values.items():
            own.set(name, value if value != "flip" else "0" if own.get(name) == "1" else "1")

    return lambda rng, deck: some(rng, deck, pattern, put)


for _name, _due, _pattern, _values, _says in ATTRIBUTES:
    planted.add(_name, _due, attribute(_pattern, _values), _says)

FILLS = (
    ("a number in the ground's colour", NUMBER, '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>', "a number is white on white"),
    ("a number transparent", NUMBER, '<a:solidFill><a:schemeClr val="tx1"><a:alpha val="0"/></a:schemeClr></a:solidFill>', "a number cannot be seen"),
    ("a number without fill", NUMBER, "<a:noFill/>", "a number has no fill"),
    ("a number nearly white", NUMBER, '<a:solidFill><a:schemeClr val="bg1"><a:lumMod val="98000"/></a:schemeClr></a:solidFill>', "a number is pale"),
    ("a number of another colour", APPEARANCE, '<a:solidFill><a:srgbClr val="0000C0"/></a:solidFill>', "a number turns blue"),
)  # fmt: skip
"""Fills given to a number."""


def filled(fill: str) -> Callable[[Random, Any], bool]:
    """Return the alteration of a number's fill, on slides with the usual white ground alone."""
    return lambda rng, deck: some(rng, deck, FIGURE, lambda run, _paragraph: colour(run, fill), deck.light)


for _name, _due, _fill, _says in FILLS:
    planted.add(_name, _due, filled(_fill), _says)


@planted(NUMBER, "a number stands under a highlight of its own colour")
def a_number_highlighted_away(rng: Random, deck: Slides) -> bool:
    def put(run: Any, _paragraph: Paragraph) -> None:
        colour(run, '<a:solidFill><a:srgbClr val="1F1D1B"/></a:solidFill>')
        highlight(run, "1F1D1B")

    return some(rng, deck, FIGURE, put)


@planted(APPEARANCE, "a number stands on a yellow highlight")
def a_number_highlighted(rng: Random, deck: Slides) -> bool:
    def put(run: Any, _paragraph: Paragraph) -> None:
        highlight(run, "FFFF00")

    return some(rng, deck, FIGURE, put)


def face(name: str, *slots: str) -> Callable[[Any, Paragraph], None]:
    def put(run: Any, _paragraph: Paragraph) -> None:
        own = look(run)
        for slot in slots:
            found = own.find(f"{A}{slot}")
            if found is None:
                found = xml(f'<a:{slot} typeface=""/>')
                own.append(found)
            found.set("typeface", name)

    return put


@planted(NUMBER, "a number is set in a face of signs, whose digits are pictures")
def a_number_in_signs(rng: Random, deck: Slides) -> bool:
    return some(rng, deck, FIGURE, face("Wingdings", "latin", "ea", "cs"))


@planted(APPEARANCE, "words are set in another face")
def words_in_another_face(rng: Random, deck: Slides) -> bool:
    return some(rng, deck, r"[一-龥]{3,}", face("SimSun", "latin", "ea", "cs"))


@planted(APPEARANCE, "lower-case letters show as capitals")
def letters_as_capitals(rng: Random, deck: Slides) -> bool:
    return some(rng, deck, r"[a-z]+", lambda run, _paragraph: look(run).set("cap", "all"))


@planted(NUMBER, "a paragraph gets a minus as its bullet")
def a_minus_as_a_bullet(rng: Random, deck: Slides) -> bool:
    return bullet(rng, deck, '<a:buChar char="−"/>')


@planted(NUMBER, "paragraphs are numbered by the program")
def numbers_as_bullets(rng: Random, deck: Slides) -> bool:
    return bullet(rng, deck, '<a:buAutoNum type="arabicPeriod" startAt="3"/>')


def bullet(rng: Random, deck: Slides, mark: str) -> bool:
    for one in shuffled(rng, [one for one in deck.lines() if re.match(r"\d", one.text)]):
        own = one.element.find(f"{A}pPr")
        if own is None:
            own = xml("<a:pPr/>")
            one.element.insert(0, own)
        for old in own.findall(f"{A}buNone"):
            own.remove(old)
        own.append(xml(mark))
        return True
    return False


@planted(NUMBER, "the text of a box shrinks to a twentieth")
def a_box_shrunk(rng: Random, deck: Slides) -> bool:
    return body(rng, deck, lambda own: own.replace(own.find(f"{A}noAutofit"), xml('<a:normAutofit fontScale="5000"/>')))


@planted(ANY, "the text of a box with a number stands on its head")
def a_text_upside_down(rng: Random, deck: Slides) -> bool:
    return body(rng, deck, lambda own: own.set("rot", "10800000"))


@planted(APPEARANCE, "the text of a box runs from top to bottom")
def a_text_turned(rng: Random, deck: Slides) -> bool:
    return body(rng, deck, lambda own: own.set("vert", "vert270"))


@planted(APPEARANCE, "the text of a box is bent along an arch")
def a_text_bent(rng: Random, deck: Slides) -> bool:
    return body(rng, deck, lambda own: own.insert(0, xml('<a:prstTxWarp prst="textArchUp"><a:avLst/></a:prstTxWarp>')))


@planted(APPEARANCE, "the text of a box is set in three columns")
def a_text_in_columns(rng: Random, deck: Slides) -> bool:
    return body(rng, deck, lambda own: own.set("numCol", "3"))


@planted(NUMBER, "a margin pushes a number out of its box and off the slide")
def a_text_pushed_off(rng: Random, deck: Slides) -> bool:
    return body(rng, deck, lambda own: own.set("lIns", "15000000"))


def body(rng: Random, deck: Slides, change: Callable[[Any], object]) -> bool:
    """Change the properties of the text of a shape with a number."""
    for shape in shuffled(rng, [one for one in deck.texted() if re.search(r"\d", "".join(one.itertext()))]):
        own = shape.find(f"{P}txBody/{A}bodyPr")
        if own is not None and own.find(f"{A}noAutofit") is not None:
            change(own)
            return True
    return False


@planted(ANY, "a paragraph's lines stand on each other")
def lines_on_each_other(rng: Random, deck: Slides) -> bool:
    for one in shuffled(rng, [one for one in deck.lines() if re.search(r"\d", one.text) and len(one.text) > 30]):
        space = one.element.find(f"{A}pPr/{A}lnSpc/{A}spcPct")
        if space is not None:
            space.set("val", "10000")
            return True
    return False


@planted(ANY, "a paragraph is set from right to left")
def a_paragraph_from_the_right(rng: Random, deck: Slides) -> bool:
    for one in shuffled(rng, [one for one in deck.lines() if one.text]):
        own = one.element.find(f"{A}pPr")
        if own is not None:
            own.set("rtl", "1")
            own.set("algn", "r")
            return True
    return False


INHERITED = (
    ("numbers struck by the master", NUMBER, "ppt/slideMasters/slideMaster1.xml", "strike", "sngStrike", "titles inherit a strike from the master"),
    ("numbers raised by the master", NUMBER, "ppt/slideMasters/slideMaster1.xml", "baseline", "30000", "titles inherit a raised baseline"),
    ("letters as capitals by the master", APPEARANCE, "ppt/slideMasters/slideMaster1.xml", "cap", "small", "text inherits small capitals"),
    ("digits run together by the master", NUMBER, "ppt/slideMasters/slideMaster1.xml", "spc", "-4000", "text inherits a narrow spacing"),
    ("numbers struck by the presentation", NUMBER, "ppt/presentation.xml", "strike", "sngStrike", "text inherits a strike from the whole"),
)  # fmt: skip
"""What text inherits, from the styles above it."""


def inherited(part: str, name: str, value: str) -> Callable[[Random, Any], bool]:
    def alter(_rng: Random, deck: Slides) -> bool:
        styles = [one for one in deck.tree(part).iter(f"{A}defRPr") if one.get("sz")]
        for one in styles:
            one.set(name, value)
        return bool(styles)

    return alter


for _name, _due, _part, _attribute, _value, _says in INHERITED:
    planted.add(_name, _due, inherited(_part, _attribute, _value), _says)


@planted(NUMBER, "a box's own list style strikes its text")
def a_number_struck_by_its_box(rng: Random, deck: Slides) -> bool:
    def tries() -> Any:
        for shape in shuffled(rng, [one for one in deck.texted() if re.search(r"\d", "".join(one.itertext()))]):
            style = shape.find(f"{P}txBody/{A}lstStyle")
            if style is not None and len(style) == 0:
                style.append(xml('<a:lvl1pPr><a:defRPr strike="sngStrike"/></a:lvl1pPr>'))
                yield True

    return first_done(tries())


KINDS = tuple(planted.kinds)
