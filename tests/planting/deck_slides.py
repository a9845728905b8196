"""Alterations of the deck's slides: their order, what hides them, and the ground that they stand on."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

from tests.planting.deck_shapes import BLACK
from tests.planting.model import ANY, APPEARANCE, DECK, NUMBER, WORDING, Table, shuffled
from tests.planting.slides import A, P, R, Slides, clone, text_of, xml

planted = Table(DECK)

MASTER = "ppt/slideMasters/slideMaster1.xml"


def shown(deck: Slides) -> Any:
    return deck.tree(Slides.LIST).find(f"{P}sldIdLst")


@planted(ANY, "two slides change places")
def two_slides_exchanged(rng: Random, deck: Slides) -> bool:
    slides = shown(deck)
    one = rng.randrange(len(slides) - 1)
    slides[one + 1].addnext(slides[one])
    return True


def number_slides(deck: Slides) -> list[int]:
    return [at for at, slide in enumerate(deck.slides) if re.search(r"\d", "".join(text_of(one) for one in slide.iter(f"{P}sp")))]


@planted(NUMBER, "a slide is deleted")
def a_slide_deleted(rng: Random, deck: Slides) -> bool:
    slides = shown(deck)
    slides.remove(slides[rng.choice(number_slides(deck))])
    return True


@planted(ANY, "a slide is shown twice")
def a_slide_doubled(rng: Random, deck: Slides) -> bool:
    slides, relations = shown(deck), deck.tree(Slides.RELATIONS)
    at = rng.choice(number_slides(deck))
    name = deck.named(Slides.SLIDE)[at]
    copy = name.replace("slide" + re.findall(r"\d+", name)[-1], "slide900")
    deck.bytes[copy] = deck.bytes[name]
    deck.bytes[copy.replace("slides/", "slides/_rels/") + ".rels"] = deck.bytes[
        name.replace("slides/", "slides/_rels/") + ".rels"
    ]
    kin = next(one for one in relations if one.get("Type").endswith("/slide"))
    relation = clone(kin)
    relation.set("Id", "rId900")
    relation.set("Target", copy.removeprefix("ppt/"))
    relations.append(relation)
    types = deck.tree("[Content_Types].xml")
    override = clone(next(one for one in types if one.get("PartName") == f"/{name}"))
    override.set("PartName", f"/{copy}")
    types.append(override)
    slides.insert(at + 1, xml('<p:sldId id="900" r:id="rId900"/>'))
    return True


def of_slide(do: Callable[[Any], object], *, light: bool = False) -> Callable[[Random, Any], bool]:
    """Return an alteration of one slide with a number."""

    def alter(rng: Random, deck: Slides) -> bool:
        names = deck.named(Slides.SLIDE)
        found = [names[at] for at in number_slides(deck) if not light or deck.light(names[at])]
        if found:
            do(deck.tree(rng.choice(found)))
        return bool(found)

    return alter


def ground(fill: str) -> Callable[[Any], None]:
    return lambda slide: slide.find(f"{P}cSld").insert(0, xml(f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"))


MOVES = '<p:transition advClick="0" advTm="0"><p:fade/></p:transition>'
FADE = '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"/></p:par></p:tnLst></p:timing>'


@planted(NUMBER, "a slide with a number is hidden")
def a_slide_hidden(rng: Random, deck: Slides) -> bool:
    found = [deck.slides[at] for at in number_slides(deck) if deck.slides[at].get("show") != "0"]
    rng.choice(found).set("show", "0")
    return True


@planted(APPEARANCE, "a slide of the backup is shown")
def a_slide_of_the_backup_shown(rng: Random, deck: Slides) -> bool:
    del rng.choice([one for one in deck.slides if one.get("show") == "0"]).attrib["show"]
    return True


def jumps(deck: Slides) -> list[Any]:
    return [one for slide in deck.slides for one in slide.iter(f"{P}cNvPr") if one.find(f"{A}hlinkClick") is not None]


@planted(WORDING, "a shape leads nowhere any more")
def a_link_taken_away(rng: Random, deck: Slides) -> bool:
    one = rng.choice(jumps(deck))
    one.remove(one.find(f"{A}hlinkClick"))
    return True


@planted(WORDING, "a shape leads to another slide")
def a_link_to_another_slide(rng: Random, deck: Slides) -> bool:
    for slide in shuffled(rng, deck.slides):
        found = [one for one in slide.iter(f"{A}hlinkClick") if one.get("action")]
        ids = {one.get(f"{R}id") for one in found}
        if len(ids) > 1:
            found[0].set(f"{R}id", next(one for one in sorted(ids) if one != found[0].get(f"{R}id")))
            return True
    return False


planted.add("a slide's ground dark", NUMBER, of_slide(ground(BLACK), light=True), "a slide's ground takes the colour of its text")
planted.add(
    "a slide's ground tinted",
    APPEARANCE,
    of_slide(ground('<a:solidFill><a:srgbClr val="FFFBEA"/></a:solidFill>'), light=True),
    "a slide's ground is tinted",
)
planted.add(
    "a slide that passes", APPEARANCE, of_slide(lambda slide: slide.append(xml(MOVES))), "a slide passes by itself, at once"
)
planted.add("a slide that moves", APPEARANCE, of_slide(lambda slide: slide.append(xml(FADE))), "a slide's shapes move")


@planted(NUMBER, "colours of a slide are mapped anew: its text takes the colour of its ground")
def colours_mapped_anew(rng: Random, deck: Slides) -> bool:
    names = deck.named(Slides.SLIDE)
    slide = deck.tree(rng.choice([names[at] for at in number_slides(deck) if deck.light(names[at])]))
    own = deck.tree(MASTER).find(f"{P}clrMap")
    mapping = " ".join(f'{name}="{value}"' for name, value in ({**own.attrib, "tx1": "lt1", "tx2": "lt1", "bg1": "lt1"}).items())
    for old in slide.findall(f"{P}clrMapOvr"):
        slide.remove(old)
    slide.find(f"{P}cSld").addnext(xml(f"<p:clrMapOvr><a:overrideClrMapping {mapping}/></p:clrMapOvr>"))
    return True


@planted(ANY, "slides become four to three")
def slides_narrowed(_rng: Random, deck: Slides) -> bool:
    deck.tree(Slides.LIST).find(f"{P}sldSz").set("cx", "9144000")
    return True


@planted(ANY, "the numbers of slides begin elsewhere")
def slides_numbered_from_elsewhere(_rng: Random, deck: Slides) -> bool:
    deck.tree(Slides.LIST).set("firstSlideNum", "100")
    return True


@planted(NUMBER, "a slide's own number is typed, and wrong")
def a_slide_number_typed(rng: Random, deck: Slides) -> bool:
    for one in shuffled(rng, [field for slide in deck.slides for field in slide.iter(f"{A}fld")]):
        if one.get("type") == "slidenum":
            one.find(f"{A}t").text = str(int(one.find(f"{A}t").text) + 40)
            one.tag = f"{A}r"
            one.attrib.clear()
            return True
    return False


KINDS = tuple(planted.kinds)
