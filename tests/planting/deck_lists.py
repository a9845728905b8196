"""Alterations of the deck's lists and of the links of its words: levels, numbers, marks, addresses."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from tests.planting.model import ANY, APPEARANCE, DECK, WORDING, Table, shuffled
from tests.planting.slides import A, Slides, xml

planted = Table(DECK)

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def items(deck: Slides, mark: str) -> list[Any]:
    """Return the properties of paragraphs that have a mark of a kind."""
    found = (one.element.find(f"{A}pPr") for one in deck.lines())
    return [one for one in found if one is not None and one.find(f"{A}{mark}") is not None]


def of_items(mark: str, change: Callable[[Any], None]) -> Callable[[Random, Slides], bool]:
    def alter(rng: Random, deck: Slides) -> bool:
        found = items(deck, mark)
        if found:
            change(rng.choice(found))
        return bool(found)

    return alter


def levelled(old: str | None, new: str) -> Callable[[Random, Slides], bool]:
    """Move an item of a level to another."""

    def alter(rng: Random, deck: Slides) -> bool:
        found = [one for one in items(deck, "buChar") if one.get("lvl") == old]
        if found:
            rng.choice(found).set("lvl", new)
        return bool(found)

    return alter


def marked(own: Any, mark: str) -> None:
    """Give a paragraph another mark in place of its own."""
    for old in own.xpath("*[starts-with(local-name(), 'bu') and local-name() != 'buFont']"):
        old.addprevious(xml(mark))
        own.remove(old)


ITEMS = (
    ("numbers for marks", ANY, "buChar", lambda own: marked(own, '<a:buAutoNum type="arabicPeriod"/>'), "an item gets a number"),
    ("marks for numbers", ANY, "buAutoNum", lambda own: marked(own, '<a:buChar char="•"/>'), "an item loses its number"),
    ("an item without a mark", ANY, "buChar", lambda own: marked(own, "<a:buNone/>"), "an item loses its mark"),
    ("an item counted on", ANY, "buAutoNum", lambda own: own.find(f"{A}buAutoNum").set("startAt", "7"), "a list is counted from another number"),
    ("an item counted otherwise", ANY, "buAutoNum", lambda own: own.find(f"{A}buAutoNum").set("type", "alphaLcPeriod"), "an item has a letter"),
    ("another mark", APPEARANCE, "buChar", lambda own: own.find(f"{A}buChar").set("char", "★"), "an item has another mark"),
    ("an item further in", APPEARANCE, "buChar", lambda own: own.set("marL", "2000000"), "an item stands further in"),
)  # fmt: skip

for _name, _due, _mark, _change, _says in ITEMS:
    planted.add(_name, _due, of_items(_mark, _change), _says)

planted.add("an item out of its list", ANY, levelled("1", "0"), "an item moves out of the list in which it lies")
planted.add("an item into a list", ANY, levelled(None, "1"), "an item moves into a list within its own")


def clicks(deck: Slides) -> list[tuple[str, Any]]:
    """Return the links of words, each with its part."""
    return [(one.part, click) for one in deck.lines() for click in one.element.iter(f"{A}hlinkClick")]


@planted(WORDING, "words of a slide lead to another address")
def a_link_of_words_led_elsewhere(rng: Random, deck: Slides) -> bool:
    for part, click in shuffled(rng, clicks(deck)):
        relations = deck.tree(f"ppt/slides/_rels/{part.rsplit('/', 1)[-1]}.rels")
        for one in relations:
            if one.get("Id") == click.get(RELATION) and one.get("TargetMode") == "External":
                one.set("Target", "https://example.com/other")
                return True
    return False


@planted(WORDING, "words of a slide lead nowhere any more")
def a_link_of_words_gone(rng: Random, deck: Slides) -> bool:
    found = clicks(deck)
    if found:
        _, click = rng.choice(found)
        click.getparent().remove(click)
    return bool(found)


KINDS = tuple(planted.kinds)
