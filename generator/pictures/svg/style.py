"""How an element of an SVG is painted: its attributes, its style, and the rules of the picture's own sheet (SVG 1.1, 6 and 11; CSS 2.1).

In: elements. Out: properties by name, inherited ones with them. Selectors are a tag, a class or an id; anything else is refused.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diagnostics import said
from generator.pictures.fault import PictureError
from generator.pictures.svg.tree import external, unsupported

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.pictures.svg.tree import Element

INHERITED = {
    "fill": "black", "fill-rule": "nonzero", "stroke": "none", "stroke-width": "1", "stroke-linecap": "butt", "stroke-linejoin": "miter",
    "stroke-dasharray": "none", "color": "black", "visibility": "visible", "fill-opacity": "1", "stroke-opacity": "1",
}  # fmt: skip
"""Properties that go on to what is inside, with what they are at first."""
OWN = {"opacity": "1", "display": "inline", "filter": "none", "mask": "none", "clip-path": "none", "mix-blend-mode": "normal"}
"""Properties of the element alone."""
KNOWN = frozenset({*INHERITED, *OWN})
GROUPED = ("filter", "mask", "clip-path")
"""What would paint an element otherwise than by its shapes."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"\*|[.#]?[A-Za-z_][\w-]*")
_URL = re.compile(r"url\(\s*['\"]?(?!#)", re.IGNORECASE)
_CLEAR = re.compile(r"rgba\(([^()]*),([^(),]*)\)", re.IGNORECASE)
_RANK = {"*": 0, ".": 2, "#": 3}

Sheet = dict[str, dict[str, str]]
"""Declarations by selector."""


def sheet_of(root: Element) -> Sheet:
    """Return the picture's own rules, later ones over earlier. Raises PictureError."""
    found: Sheet = {}
    for element in _walk(root):
        if element.tag != "style":
            continue
        text = _COMMENT.sub("", element.text)
        if "@" in text or _URL.search(text):
            external("@import" if "@import" in text else "style", element.line)
        for names, body in _RULE.findall(text):
            for name in (one.strip() for one in names.split(",")):
                if not _SELECTOR.fullmatch(name):
                    unsupported(name, element.line)
                found.setdefault(name, {}).update(_declared(body))
    return found


def _walk(element: Element) -> Iterator[Element]:
    yield element
    for one in element.children:
        yield from _walk(one)


def _declared(text: str) -> dict[str, str]:
    pairs = (one.partition(":") for one in text.split(";") if ":" in one)
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs}


def styled(element: Element, sheet: Sheet, around: Mapping[str, str]) -> dict[str, str]:
    """Return the properties of an element within others. Raises PictureError for what is not drawn, or is fetched from elsewhere."""
    own = {name: value for name, value in element.attributes.items() if name in KNOWN}
    named = [element.tag, *(f".{one}" for one in element.get("class").split()), f"#{element.get('id')}", "*"]
    rules = sorted((one for one in sheet if one in named), key=lambda one: _RANK.get(one[0], 1))
    for one in rules:
        own |= sheet[one]
    own |= _declared(element.get("style"))
    if any(_URL.search(value) for value in own.values()):
        external("url()", element.line)
    made = {**around, **OWN, **{name: value for name, value in own.items() if name in KNOWN and value != "inherit"}}
    for name in GROUPED:
        if made[name] != "none":
            unsupported(name, element.line)
    if made["mix-blend-mode"] != "normal":
        unsupported("mix-blend-mode", element.line)
    return made


def clear(style: Mapping[str, str], name: str, line: int) -> bool:
    """Tell whether nothing is seen for an opacity. Raises PictureError for one in between: a press has no veils."""
    text = style[name].strip()
    try:
        value = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        unsupported(f"{name}: {text}", line)
    if 0 < value < 1:
        raise PictureError(said("bad-picture.svg-veil", line=str(line), value=f"{value:g}"), said("bad-picture.cure-veil"))
    return value <= 0


def colour_of(text: str, style: Mapping[str, str], line: int) -> tuple[int, int, int] | None:
    """Return a colour, None for none. Raises PictureError for gradients, patterns and what is no colour."""
    from PIL import ImageColor  # noqa: PLC0415 - only contents with pictures pay for it

    if text in {"none", "transparent"}:
        return None
    if text.startswith("url("):
        unsupported(text, line)
    named = style["color"] if text.lower() == "currentcolor" else text
    if found := _CLEAR.fullmatch(named):
        clear({"alpha": found[2]}, "alpha", line)
        named = f"rgb({found[1]})"
    try:
        red, green, blue, *alpha = ImageColor.getrgb(named)
    except ValueError:
        unsupported(text, line)
    if alpha and 0 < alpha[0] < 255:  # noqa: PLR2004 - full
        raise PictureError(said("bad-picture.svg-veil", line=str(line), value=text), said("bad-picture.cure-veil"))
    return None if alpha == [0] else (red, green, blue)
