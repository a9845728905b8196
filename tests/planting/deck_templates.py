"""Alterations of a deck that is built into a company's template: of what stands in its placeholders, and of what they inherit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from tests.planting.deck_slides import MASTER
from tests.planting.deck_themes import THEME
from tests.planting.model import ANY, APPEARANCE, DECK, NUMBER, WORDING, Table, is_plain, shuffled
from tests.planting.slides import A, P, Paragraph, Slides, clone, frame_of, text_of

planted = Table(DECK)

LAYOUTS = r"ppt/slideLayouts/slideLayout\d+\.xml"
FAR = 30_000_000
"""EMU beyond any slide."""


def placed(deck: Slides, pattern: str) -> list[Any]:
    """Return the shapes of slides that fill a placeholder and whose text has a pattern."""
    return [one for one in deck.texted() if one.find(f".//{P}ph") is not None and re.search(pattern, text_of(one))]


def lines_in(rng: Random, deck: Slides, pattern: str) -> Iterator[tuple[Paragraph, re.Match[str]]]:
    for shape in shuffled(rng, placed(deck, pattern)):
        for one in shape.iter(f"{A}p"):
            line = Paragraph(one, "")
            if found := re.search(pattern, line.text):
                yield line, found


@planted(NUMBER, "a digit in a placeholder of the template becomes another")
def a_digit_in_a_template_s_placeholder(rng: Random, deck: Slides) -> bool:
    for line, found in lines_in(rng, deck, r"\d(?=[\d.]*[万亿]?[元件个人%])"):
        return line.put(*found.span(), str((int(found[0]) + 1) % 10))
    return False


@planted(WORDING, "words in a placeholder of the template become others")
def words_in_a_template_s_placeholder(rng: Random, deck: Slides) -> bool:
    for line, found in lines_in(rng, deck, r"[一-龥]{2,4}$"):
        if is_plain(deck, line.text):
            return line.put(*found.span(), "别样")
    return False


@planted(NUMBER, "a placeholder with a number is emptied")
def a_template_s_placeholder_emptied(rng: Random, deck: Slides) -> bool:
    for shape in shuffled(rng, placed(deck, r"\d[\d.]*[万亿个元]")):
        for text in shape.iter(f"{A}t"):
            text.text = ""
        return True
    return False


@planted(APPEARANCE, "a placeholder of a slide stands elsewhere")
def a_template_s_placeholder_moved(rng: Random, deck: Slides) -> bool:
    return moved(rng, deck, 127_000)


@planted(NUMBER, "a placeholder with a number stands off its slide")
def a_template_s_placeholder_off_the_slide(rng: Random, deck: Slides) -> bool:
    return moved(rng, deck, FAR)


def moved(rng: Random, deck: Slides, by: int) -> bool:
    """Move a placeholder that holds a number to the right."""
    for shape in shuffled(rng, placed(deck, r"\d[\d.]*[万亿个元]")):
        frame = frame_of(shape)
        if frame is not None:
            place = frame.find(f"{A}off")
            place.set("x", str(int(place.get("x")) + by))
            return True
    return False


@planted(APPEARANCE, "a placeholder of a layout that slides have stands elsewhere")
def a_layout_s_placeholder_moved(rng: Random, deck: Slides) -> bool:
    for one in shuffled(rng, [place for layout in deck.all(LAYOUTS) for place in layout.iter(f"{A}off")]):
        one.set("x", str(int(one.get("x")) + 127_000))
        return True
    return False


@planted(APPEARANCE, "an accent of the template's theme becomes another colour")
def a_template_s_accent_changed(rng: Random, deck: Slides) -> bool:
    own = deck.tree(THEME).find(f".//{A}accent{rng.choice((1, 2, 3))}/{A}srgbClr")
    own.set("val", "A02B93" if own.get("val") != "A02B93" else "0F9ED5")
    return True


@planted(NUMBER, "the template's colour of text becomes that of its ground")
def a_template_s_text_turned_white(_rng: Random, deck: Slides) -> bool:
    slot = deck.tree(THEME).find(f".//{A}dk1")
    slot.clear()
    slot.append(slot.makeelement(f"{A}srgbClr", {"val": "FFFFFF"}))
    return True


@planted(APPEARANCE, "a face of the template's theme becomes another")
def a_template_s_face_changed(rng: Random, deck: Slides) -> bool:
    deck.tree(THEME).find(f".//{A}{rng.choice(('majorFont', 'minorFont'))}/{A}latin").set("typeface", "Courier New")
    return True


def drawn_on(part: str, words: str) -> Callable[[Random, Any], bool]:
    """Return the alteration by which a part of the template says something on every slide."""

    def alter(_rng: Random, deck: Slides) -> bool:
        tree = deck.tree(part).find(f"{P}cSld/{P}spTree")
        shape = clone(next(one for one in tree.iter(f"{P}sp") if one.find(f".//{A}t") is not None and frame_of(one) is not None))
        shape.find(f".//{P}nvPr").clear()
        first, *others = shape.iter(f"{A}t")
        first.text = words
        for one in others:
            one.text = ""
        tree.append(shape)
        return True

    return alter


planted.add(
    "a number on the template s master", NUMBER, drawn_on(MASTER, "超额88%"), "the template's master puts a number on slides"
)
planted.add("words on the template s master", ANY, drawn_on(MASTER, "内部资料"), "the template's master puts words on slides")

KINDS = tuple(planted.kinds)
