"""What leads through a PDF: outline, destinations, page labels, links and other annotations (ISO 32000-1, 12.3, 12.4.2 and 12.5).

In: an open file. Out: things of a statement. Targets within the file begin with #; a place without a name is its page and height.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pikepdf

from generator.statement.model import Kind, Run, Thing, Value, entry, facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.inspection.pdf.geometry import Bounds

DECIMALS = 2
DEPTH = 6
"""Levels to which an object's words are gathered."""

SHOWN, PRINTED = "4", "0 0 0"
"""An annotation's usual flags (printed, nothing else) and border (none)."""

LINK = frozenset({"/Type", "/Subtype", "/Rect", "/Border", "/F", "/Contents", "/A", "/Dest", "/P", "/StructParent"})
"""What a plain link may have; whatever else it has is told."""
OUTLINE = frozenset({"/Title", "/Parent", "/Prev", "/Next", "/First", "/Last", "/Count", "/Dest", "/A"})
ACTION = frozenset({"/Type", "/S", "/D", "/URI"})
UNSPOKEN = frozenset(
    {"/Type", "/Subtype", "/Rect", "/Border", "/F", "/P", "/Parent", "/C", "/CA", "/QuadPoints", "/AP", "/BS", "/M", "/NM"}
)
"""What of an annotation is no words."""

STYLES = {"/D": "", "/R": "roman", "/r": "small roman", "/A": "letters", "/a": "small letters"}


def gist(found: Any, depth: int = DEPTH) -> str:  # noqa: ANN401 - any object
    """Return the names and words in an object, to tell what it is."""
    if depth == 0 or isinstance(found, pikepdf.Dictionary | pikepdf.Array) is False:
        return str(found).removeprefix("/") if isinstance(found, str | int | float | pikepdf.String | pikepdf.Name) else ""
    if isinstance(found, pikepdf.Array):
        return " ".join(filter(None, (gist(one, depth - 1) for one in found)))
    return " ".join(filter(None, (gist(one, depth - 1) for key, one in found.items() if key not in {"/Type", "/P", "/Parent"})))


@dataclass(frozen=True, slots=True)
class Guides:
    """The places of a file: its pages by number, and the box of each."""

    pages: Mapping[tuple[int, int], int]
    boxes: tuple[Bounds, ...]

    @classmethod
    def of(cls, pdf: pikepdf.Pdf) -> Guides:
        """Take note of a file's pages."""
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        boxes = tuple(tuple(map(float, page.cropbox)) for page in pdf.pages)
        return cls(numbers, boxes)  # type: ignore[arg-type]

    def outline(self, first: Any, level: int = 1) -> Iterator[Thing]:  # noqa: ANN401 - a pikepdf dictionary
        """Yield the entries of an outline, from the first of a level on."""
        one = first
        while one is not None:
            more = " ".join(sorted(set(one.keys()) - OUTLINE)) or None
            closed = 1 if int(one.get("/Count", 0)) < 0 else None
            yield entry("outline", str(one.get("/Title", "")), level=level, target=self.target(one), closed=closed, more=more)
            yield from self.outline(one.get("/First"), level + 1)
            one = one.get("/Next")

    def target(self, one: Any) -> str:  # noqa: ANN401 - a pikepdf dictionary
        """Return where a link or an entry of an outline leads."""
        action = one.get("/A")
        if action is None:
            return self._place(one.get("/Dest"))
        if set(action.keys()) - ACTION or action.get("/S") not in {"/GoTo", "/URI"}:
            return f"{str(action.get('/S', ''))[1:]} {gist(action)}"
        return str(action["/URI"]) if action["/S"] == "/URI" else self._place(action.get("/D"))

    def _place(self, place: Any) -> str:  # noqa: ANN401 - a name, a string or an array
        if place is None:
            return ""
        if isinstance(place, pikepdf.Array):
            told = dict(self.destination("", place).facts)
            return f"{told.pop('page', '')} {told.pop('y', '')} {' '.join(map(str, told.values()))}".strip()
        return f"#{place}".replace("#/", "#")

    def destination(self, name: str, place: Any) -> Thing:  # noqa: ANN401 - an array, or a dictionary that holds it
        """Return a destination: its page, and the height that it shows at the top; whatever else it asks for is told."""
        found = list(place["/D"] if isinstance(place, pikepdf.Dictionary) else place)
        page = self.pages.get(found[0].objgen, 0) if isinstance(found[0], pikepdf.Object) else int(found[0]) + 1
        fit, left, top, zoom = ([*found[1:], None, None, None, None])[:4]
        if fit != "/XYZ":
            return entry("destination", name, page=page, fit=gist(pikepdf.Array(found[1:])))
        box = self.boxes[page - 1] if 0 < page <= len(self.boxes) else (0, 0, 0, 0)
        y = None if top is None else round(box[3] - float(top), DECIMALS)
        return entry("destination", name, page=page, y=y, left=_number(left), zoom=_number(zoom))

    def annotation(self, one: Any, page: int) -> tuple[Thing, ...]:  # noqa: ANN401 - a pikepdf dictionary
        """Return an annotation: a link by where it leads and what is read out for it, any other by its kind and words."""
        kind, words = str(one.get("/Subtype", ""))[1:], str(one.get("/Contents", ""))
        left, low, right, high = sorted_box([float(value) for value in one.get("/Rect", [0, 0, 0, 0])])
        x0, _, _, y1 = self.boxes[page - 1]
        place: dict[str, Value | None] = {
            "x": round(left - x0, DECIMALS), "y": round(y1 - high, DECIMALS), "width": round(right - left, DECIMALS),
            "height": round(high - low, DECIMALS), "more": " ".join(sorted(set(one.keys()) - LINK)) or None,
        }  # fmt: skip
        if kind != "Link":
            return (Thing(Kind.ENTRY, (Run(words or _words(one)),), facts(**place, kind=kind), "annotation"),)
        flags, border = str(one.get("/F", 0)), gist(one.get("/Border", pikepdf.Array([0, 0, 1])))
        place |= {
            "flags": None if flags == SHOWN else flags, "border": None if border == PRINTED else border,
        }  # fmt: skip
        link = Thing(Kind.LINK, (Run(self.target(one)),), facts(**place))
        return (link, Thing(Kind.ALT, (Run(words),), name="link")) if words else (link,)


def _words(one: Any) -> str:  # noqa: ANN401 - a pikepdf dictionary
    """Return the words in an annotation that has none of its own, places and colours aside."""
    return " ".join(filter(None, (gist(one[key]) for key in sorted(one.keys()) if key not in UNSPOKEN)))


def sorted_box(values: list[float]) -> Bounds:
    """Return a rectangle by its lower left and upper right corners, whichever were given."""
    return (min(values[::2]), min(values[1::2]), max(values[::2]), max(values[1::2]))


def _number(value: Any) -> float | None:  # noqa: ANN401 - a number or nothing
    return None if value is None or not float(value) else float(value)


def leaves(tree: Any, key: str) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - a pikepdf dictionary
    """Yield the keys and values of a name tree or a number tree (ISO 32000-1, 7.9.6 and 7.9.7)."""
    items = list(tree.get(key, []))
    yield from zip(items[::2], items[1::2], strict=True)
    for kid in tree.get("/Kids", []):
        yield from leaves(kid, key)


def labels(pdf: pikepdf.Pdf) -> Iterator[Thing]:
    """Yield the label of each page, where the file gives any."""
    if "/PageLabels" not in pdf.Root:
        return
    ranges = {int(start): style for start, style in leaves(pdf.Root["/PageLabels"], "/Nums")}
    style, since = pikepdf.Dictionary(), 0
    for index in range(len(pdf.pages)):
        if index in ranges:
            style, since = ranges[index], index
        number = int(style.get("/St", 1)) + index - since
        kind = STYLES.get(str(style.get("/S", "")), "")
        counted = f"{number}" if "/S" in style else ""
        yield entry("label", f"{style.get('/P', '')}{counted}", row=index + 1, style=kind or None)
