"""Pictures as an author names them: by `picture:` and `logo:`, or in a text, with more of them under `pictures:` by their files.

Nodes in; parts of the model out. A crop is a shape (`16:9`) or edges (`10% 0% 90% 75%`, from the left and the top), `focus` the middle
of what must stay. Whether numbers stand in a picture is said once: `says:` with the figures that it shows, or `numbers: 无`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.content.model import Details, Paragraph, Phrase, Picture, TextTable
from generator.content.schema import PLACES
from generator.content.slips.spelling import did_you_mean
from generator.diagnostics import said
from generator.pictures.crop import WHOLE, Crop

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.content.fields import Fields
    from generator.content.model import Report
    from generator.diagnostics import Sink, Span

NONE = "无"
"""Of `numbers`: there are none in the picture."""
_SHAPE = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*[:：∶/x×]\s*(\d{1,3}(?:\.\d+)?)")
_EDGES = re.compile(r"\s*[,，]?\s*".join([r"(\d{1,3}(?:\.\d+)?)\s*%"] * 4))
_FOCUS = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*%\s*[,，]?\s*(\d{1,3}(?:\.\d+)?)\s*%")
_LONGEST = 5
"""Times as long as wide: a picture cut to more is a strip."""


def details(root: Fields) -> dict[str, Details]:
    """Return what `pictures:` says of pictures, by their files."""
    return {name.text: _details(part) for name, part in root.named_parts("pictures")}


def _details(part: Fields) -> Details:
    place = part.text("place")
    says, numberless = part.phrase_or_none("says"), part.text("numbers") == NONE
    if says and numberless:
        part.refuse("numbers", said("bad-picture.says-and-none"), said("bad-picture.cure-says-or-none"))
    return Details(
        part.phrase_or_none("caption"), part.phrase_or_none("credit"), place if place in PLACES else "", _crop(part), says, numberless,
    )  # fmt: skip


def _crop(part: Fields) -> Crop:
    """Return which part of a picture is to be shown."""
    across, down = _focus(part)
    text = part.text("crop")
    if not text:
        return WHOLE._replace(across=across, down=down)
    if shape := _SHAPE.fullmatch(text):
        wide, high = float(shape[1]), float(shape[2])
        if wide and high and 1 / _LONGEST <= wide / high <= _LONGEST:
            return WHOLE._replace(shape=wide / high, across=across, down=down)
    elif edges := _EDGES.fullmatch(text):
        left, top, right, bottom = (float(one) / 100 for one in edges.groups())
        if left < right <= 1 and top < bottom <= 1:
            return Crop(left, top, right, bottom, 0, across, down)
    part.refuse("crop", said("bad-crop.text", text=text), said("bad-crop.write"))
    return WHOLE


def _focus(part: Fields) -> tuple[float, float]:
    text = part.text("focus")
    found = _FOCUS.fullmatch(text)
    across, down = (float(one) / 100 for one in found.groups()) if found else (0.5, 0.5)
    if (text and not found) or max(across, down) > 1:
        part.refuse("focus", said("bad-focus.text", text=text), said("hint.write", cure="focus: 50% 30%"))
        return 0.5, 0.5
    return across, down


def picture(part: Fields | None) -> Picture | None:
    """Return the picture of a part's own, None where there is none."""
    file = part.text("file") if part else ""
    if part is None or not file:
        return None
    return Picture(file, part.phrase("alt"), *_details(part), part.place("file"))


def logo(part: Fields) -> Picture | None:
    """Return the organization's sign: a file alone, or with what it shows; a sign has no numbers."""
    own = part.part("logo")
    file = own.text("file") if own else part.text("logo")
    place = own.place("file") if own else part.place("logo")
    alt = own.phrase("alt") if own else Phrase((), part.span)
    return Picture(file, alt, *Details(numberless=True), place) if file else None


def shown(report: Report) -> Iterator[Picture]:
    """Yield every picture of a report, in the order of the file's parts."""
    if report.imprint.logo:
        yield report.imprint.logo
    for section in report.parts:
        yield from (one for one in section.blocks if isinstance(one, Picture))
        yield from (one for one in (section.letter.portrait, section.letter.signature) if one) if section.letter else ()
    for theme in report.themes:
        blocks = (*theme.blocks, *(theme.story.blocks if theme.story else ()))
        yield from (theme.opener,) if theme.opener else ()
        yield from (one for one in blocks if not isinstance(one, Paragraph | TextTable))


def tell(report: Report, known: Mapping[str, Details], places: Mapping[str, Span], sink: Sink) -> None:
    """Warn of what is said of pictures that nobody shows, and of pictures of which nobody says whether they hold numbers."""
    found = tuple(shown(report))
    files = [one.file for one in found]
    for name in known:
        if name not in files:
            near = did_you_mean(name, files)
            sink.warn(
                said("unused-picture.file", file=name), places[name], *([said("hint.did-you-mean", cure=near)] if near else [])
            )
    untold = [one for one in found if one.file and one.says is None and not one.numberless]
    if untold:
        names = tuple(dict.fromkeys(one.file for one in untold))
        sink.warn(said("untold-numbers.pictures", files=names), _first(untold), said("untold-numbers.say", file=untold[0].file))


def _first(pictures: Iterable[Picture]) -> Span:
    return min(one.span for one in pictures)
