"""Alterations of the report's pictures: exchanged, painted over in their own dots, moved, turned, cut, taken out and put in."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from random import Random
from typing import Any

from pikepdf import Array, Dictionary, Name, Stream

from tests.planting.model import APPEARANCE, NUMBER, REPORT, WORDING, Table
from tests.planting.paper import Paper

planted = Table(REPORT)
SHOWN = re.compile(r"q (\S+) 0 0 (\S+) (\S+) (\S+) cm (/Im\d+) Do Q")


def pictures(paper: Paper) -> list[Any]:
    """Return the images that pages show, each once."""
    found = {one.objgen: one for page in paper.pdf.pages for one in page.Resources.get("/XObject", Dictionary()).values()}
    return list(found.values())


def shown(paper: Paper) -> list[tuple[Any, int, re.Match[str]]]:
    """Return where pages show a picture: the sheet, the row of its content, and its numbers."""
    return [(sheet, at, found) for sheet in paper.sheets for at, row in enumerate(sheet.rows) if (found := SHOWN.fullmatch(row))]


def of_dots(due: str, says: str) -> Callable[[Callable[[Random, Any], Any]], Any]:
    def keep(change: Callable[[Random, Any], Any]) -> Any:
        def alter(rng: Random, paper: Paper) -> bool:
            found = pictures(paper)
            return bool(found) and change(rng, rng.choice(found)) is not False

        planted.add(change.__name__.replace("_", " "), due, alter, says)
        return change

    return keep


def of_place(due: str, says: str) -> Callable[[Callable[[float, float, float, float, str], str]], Any]:
    def keep(change: Callable[[float, float, float, float, str], str]) -> Any:
        def alter(rng: Random, paper: Paper) -> bool:
            found = shown(paper)
            if not found:
                return False
            sheet, at, match = rng.choice(found)
            width, height, x, y = map(float, match.groups()[:4])
            sheet.rows[at] = change(width, height, x, y, match[5])
            sheet.changed = True
            return True

        planted.add(change.__name__.replace("_", " "), due, alter, says)
        return change

    return keep


def rewritten(one: Any, dots: bytes, across: int, down: int) -> None:
    for key in ("/DecodeParms", "/SMask"):
        if key in one:
            del one[key]
    one.Width, one.Height, one.ColorSpace = across, down, Name.DeviceRGB
    one.write(zlib.compress(dots), filter=Name.FlateDecode)


@of_dots(NUMBER, "a picture is another")
def a_picture_exchanged(_rng: Random, one: Any) -> None:
    rewritten(one, bytes((9, 99, 199)) * 12, 4, 3)


@of_dots(NUMBER, "a field of a picture is painted over in its own dots")
def a_picture_painted_over(rng: Random, one: Any) -> bool | None:
    from PIL import Image, ImageDraw  # noqa: PLC0415 - as the program does

    across, down = int(one.Width), int(one.Height)
    if one.get("/Filter") != "/DCTDecode":
        data = bytearray(one.read_bytes())
        at = rng.randrange(len(data) // 3) * 3
        data[at : at + 3] = bytes(255 - byte for byte in data[at : at + 3])
        rewritten(one, bytes(data[: across * down * 3]), across, down)
        return None
    import io  # noqa: PLC0415

    picture = Image.open(io.BytesIO(one.read_raw_bytes()))
    ImageDraw.Draw(picture).rectangle((across // 3, down // 3, across // 3 + 9, down // 3 + 9), fill=(255, 255, 0))
    rewritten(one, picture.tobytes(), across, down)
    return None


@of_dots(NUMBER, "a picture is let through by a mask")
def a_picture_masked(_rng: Random, one: Any) -> None:
    one.Mask = Array([250, 255, 250, 255, 250, 255])


@of_dots(NUMBER, "a picture's numbers mean the opposite")
def a_picture_turned_to_its_negative(_rng: Random, one: Any) -> None:
    one.Decode = Array([1, 0, 1, 0, 1, 0])


@of_place(APPEARANCE, "a picture is moved")
def a_picture_moved(width: float, height: float, x: float, y: float, name: str) -> str:
    return f"q {width} 0 0 {height} {x - 40} {y + 30} cm {name} Do Q"


@of_place(APPEARANCE, "a picture is smaller")
def a_picture_made_smaller(width: float, height: float, x: float, y: float, name: str) -> str:
    return f"q {width / 2} 0 0 {height / 2} {x} {y} cm {name} Do Q"


@of_place(NUMBER, "a picture stands on its head")
def a_picture_upside_down(width: float, height: float, x: float, y: float, name: str) -> str:
    return f"q {width} 0 0 {-height} {x} {y + height} cm {name} Do Q"


@of_place(NUMBER, "a picture is mirrored")
def a_picture_mirrored(width: float, height: float, x: float, y: float, name: str) -> str:
    return f"q {-width} 0 0 {height} {x + width} {y} cm {name} Do Q"


@of_place(NUMBER, "a picture is cut to its left half")
def a_picture_clipped(width: float, height: float, x: float, y: float, name: str) -> str:
    return f"q {x} {y} {width / 2} {height} re W n {width} 0 0 {height} {x} {y} cm {name} Do Q"


@of_place(NUMBER, "a picture is gone")
def a_picture_gone(_width: float, _height: float, _x: float, _y: float, _name: str) -> str:
    return "q Q"


@of_place(NUMBER, "a picture is shown once more")
def a_picture_twice(width: float, height: float, x: float, y: float, name: str) -> str:
    once = f"q {width} 0 0 {height} {x} {y} cm {name} Do Q"
    return f"{once}\nq {width / 3} 0 0 {height / 3} {x - width / 2} {y} cm {name} Do Q"


@planted(NUMBER, "a picture is put in beside a text")
def a_picture_put_in(rng: Random, paper: Paper) -> bool:
    page = rng.choice(list(paper.pdf.pages)).obj
    image = Stream(paper.pdf, bytes((9, 99, 199)) * 12)
    image.Type, image.Subtype, image.ColorSpace = Name.XObject, Name.Image, Name.DeviceRGB
    image.Width, image.Height, image.BitsPerComponent = 4, 3, 8
    page.Resources = Dictionary({**dict(page.Resources), "/XObject": Dictionary(Im99=paper.pdf.make_indirect(image))})
    sheet = next(one for one in paper.sheets if one.page.obj.objgen == page.objgen)
    return bool(sheet.paint("60 0 0 60 300 60 cm /Im99 Do"))


@planted(WORDING, "the words of a picture are others")
def a_pictures_words_changed(_rng: Random, paper: Paper) -> bool:
    for one in paper.pdf.objects:
        if isinstance(one, Dictionary) and one.get("/S") == "/Figure" and "清晨" in str(one.get("/Alt", "")):
            one.Alt = "河湾的傍晚"
            return True
    return False


KINDS = tuple(planted.kinds)
