"""Alterations of the deck's paragraphs and of its notes."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

from tests.planting.deck_shapes import BOX, NONE, drawn
from tests.planting.model import ANY, DECK, NUMBER, WORDING, Table, is_plain, shuffled
from tests.planting.slides import A, P, Slides, clone
from tests.planting.wording import AMOUNT, PERIOD, TURNS, change, exchange

planted = Table(DECK)

SPOKEN = (
    "a digit changed", "two digits exchanged", "the point moved", "another scale", "a unit lost", "a qualifier lost", "another year",
    "another direction", "another comparison", "another measure of time", "a minus lost", "a word put in", "a full stop lost",
)  # fmt: skip
"""The turns that are made in notes as well."""

for _turn in TURNS:
    if _turn.name in SPOKEN:
        planted.add(f"notes, {_turn.name}", _turn.due, change(_turn, Slides.notes), _turn.says)

planted.add(
    "notes, two numbers exchanged", NUMBER, exchange(AMOUNT, Slides.notes, near=lambda one: one.part), "two numbers change places"
)
planted.add(
    "notes, two periods exchanged", NUMBER, exchange(PERIOD, Slides.notes, near=lambda one: one.part), "two years change places"
)


@planted(ANY, "the notes of two slides change places")
def notes_exchanged(rng: Random, deck: Slides) -> bool:
    found = [
        one
        for name in deck.named(r"ppt/slides/_rels/.*\.rels")
        for one in deck.tree(name)
        if one.get("Type").endswith("/notesSlide")
    ]
    one, two = rng.sample(found, 2)
    mine, theirs = one.get("Target"), two.get("Target")
    one.set("Target", theirs)
    two.set("Target", mine)
    return True


@planted(NUMBER, "a paragraph with a number is deleted from the notes")
def notes_shortened(rng: Random, deck: Slides) -> bool:
    for one in shuffled(rng, [one for one in deck.notes() if re.search(r"\d", one.text)]):
        if len(one.element.getparent().findall(f"{A}p")) > 1:
            one.element.getparent().remove(one.element)
            return True
    return False


@planted(NUMBER, "a paragraph with a number is added to the notes")
def notes_lengthened(rng: Random, deck: Slides) -> bool:
    for one in shuffled(rng, deck.notes()):
        copy = clone(one.element)
        texts = list(copy.iter(f"{A}t"))
        if texts:
            texts[0].text = "实际为88万人。"
            one.element.addnext(copy)
            return True
    return False


@planted(NUMBER, "a box with a number is added to the page of the notes")
def notes_with_a_box(rng: Random, deck: Slides) -> bool:
    rng.choice(deck.all(Slides.NOTES)).find(f"{P}cSld/{P}spTree").append(drawn(BOX, "rect", NONE, "实际为88万人"))
    return True


# Paragraphs


def paragraphs(deck: Slides, pattern: str) -> list[Any]:
    """Return paragraphs that match and do not stand alone."""
    found = [
        one
        for one in deck.lines()
        if re.search(pattern, one.text) and one.runs and (pattern != WORDED or is_plain(deck, one.text))
    ]
    return [one for one in found if len(one.element.getparent().findall(f"{A}p")) > 1]


def each(pattern: str, do: Callable[[Any], None]) -> Callable[[Random, Any], bool]:
    def alter(rng: Random, deck: Slides) -> bool:
        for one in shuffled(rng, paragraphs(deck, pattern)):
            do(one.element)
            return True
        return False

    return alter


NUMBERED, WORDED = r"\d", r"^\D{4,}$"


def drop(one: Any) -> None:
    one.getparent().remove(one)


def double(one: Any) -> None:
    one.addnext(clone(one))


def to_the_end(one: Any) -> None:
    siblings = one.getparent().findall(f"{A}p")
    if siblings[-1] is one:
        siblings[0].addprevious(one)
    else:
        siblings[-1].addnext(one)


planted.add("a paragraph with a number deleted", NUMBER, each(NUMBERED, drop), "a paragraph with a number is deleted")
planted.add("a paragraph of words deleted", WORDING, each(WORDED, drop), "a paragraph of words is deleted")
planted.add("a paragraph with a number doubled", NUMBER, each(NUMBERED, double), "a paragraph with a number stands there twice")
planted.add("a paragraph of words doubled", WORDING, each(WORDED, double), "a paragraph of words stands there twice")
planted.add(
    "two paragraphs exchanged", ANY, each(NUMBERED, to_the_end), "a paragraph moves to the end or the beginning of its box"
)


@planted(NUMBER, "a paragraph with a number goes to another slide")
def a_paragraph_on_another_slide(rng: Random, deck: Slides) -> bool:
    one, two = shuffled(rng, paragraphs(deck, NUMBERED))[:2]
    if one.part == two.part:
        return False
    two.element.addnext(one.element)
    return True


KINDS = tuple(planted.kinds)
