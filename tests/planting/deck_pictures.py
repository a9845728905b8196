"""Alterations of the deck's pictures: exchanged, cut, recoloured, moved, turned, hidden, taken out and put in."""

from __future__ import annotations

import io
from collections.abc import Callable
from random import Random
from typing import Any

from PIL import Image, ImageDraw

from tests.planting.model import APPEARANCE, DECK, NUMBER, WORDING, Table
from tests.planting.slides import A, P, Slides, clone, xml

planted = Table(DECK)
MEDIA = r"ppt/media/image\d+\.(?:png|jpg)"


def shown(deck: Slides) -> list[Any]:
    return [one for slide in deck.slides for one in slide.iter(f"{P}pic")]


def on_slide(due: str, says: str) -> Callable[[Callable[[Any], Any]], Any]:
    def keep(change: Callable[[Any], Any]) -> Any:
        def alter(rng: Random, deck: Slides) -> bool:
            found = shown(deck)
            return bool(found) and change(rng.choice(found)) is not False

        planted.add(change.__name__.replace("_", " "), due, alter, says)
        return change

    return keep


def in_part(deck: Slides, rng: Random, change: Callable[[Image.Image], Image.Image]) -> bool:
    names = deck.named(MEDIA)
    if not names:
        return False
    name = rng.choice(names)
    stream = io.BytesIO()
    change(Image.open(io.BytesIO(deck.bytes[name])).convert("RGB")).save(stream, "PNG" if name.endswith("png") else "JPEG")
    deck.bytes[name] = stream.getvalue()
    return True


@planted(NUMBER, "a picture is another")
def a_picture_exchanged(rng: Random, deck: Slides) -> bool:
    return in_part(deck, rng, lambda one: Image.new("RGB", one.size, (9, 99, 199)))


@planted(NUMBER, "a field of a picture is painted over in its own dots")
def a_picture_painted_over(rng: Random, deck: Slides) -> bool:
    def over(one: Image.Image) -> Image.Image:
        ImageDraw.Draw(one).rectangle((9, 9, 30, 30), fill=(255, 255, 0))
        return one

    return in_part(deck, rng, over)


@on_slide(NUMBER, "a picture is cut to its left half")
def a_picture_cut(one: Any) -> None:
    one.find(f"{P}blipFill/{A}blip").addnext(xml('<a:srcRect r="50000"/>'))


@on_slide(NUMBER, "a picture is hidden")
def a_picture_hidden(one: Any) -> None:
    one.find(f"{P}nvPicPr/{P}cNvPr").set("hidden", "1")


@on_slide(NUMBER, "a picture is mirrored")
def a_picture_mirrored(one: Any) -> None:
    one.find(f"{P}spPr/{A}xfrm").set("flipH", "1")


@on_slide(NUMBER, "a picture stands on its head")
def a_picture_turned(one: Any) -> None:
    one.find(f"{P}spPr/{A}xfrm").set("rot", "10800000")


@on_slide(APPEARANCE, "a picture is gray")
def a_picture_grayed(one: Any) -> None:
    one.find(f"{P}blipFill/{A}blip").append(xml("<a:grayscl/>"))


@on_slide(APPEARANCE, "a picture is moved")
def a_picture_moved(one: Any) -> None:
    off = one.find(f"{P}spPr/{A}xfrm/{A}off")
    off.set("x", str(int(off.get("x")) - 900_000))


@on_slide(APPEARANCE, "a picture is round")
def a_picture_round(one: Any) -> None:
    one.find(f"{P}spPr/{A}prstGeom").set("prst", "ellipse")


@on_slide(NUMBER, "a picture is gone")
def a_picture_gone(one: Any) -> None:
    one.getparent().remove(one)


@on_slide(NUMBER, "a picture is shown once more")
def a_picture_twice(one: Any) -> None:
    again = clone(one)
    again.find(f"{P}nvPicPr/{P}cNvPr").set("id", "9900")
    again.find(f"{P}spPr/{A}xfrm/{A}off").set("x", "0")
    one.addnext(again)


@on_slide(WORDING, "the words of a picture are others")
def a_pictures_words_changed(one: Any) -> bool | None:
    own = one.find(f"{P}nvPicPr/{P}cNvPr")
    if not own.get("descr"):
        return False
    own.set("descr", "别的景色")
    return None


KINDS = tuple(planted.kinds)
