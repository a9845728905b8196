"""A company's own deck, as far as ours is built into it: size, colours, faces, and its layouts under the names that ours have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.units import Rect, Size

SIDE = 91_440
"""What a program leaves at either side of a placeholder's text that says nothing (ECMA-376 Part 1, 21.1.2.1.1), in EMU."""

RGB = tuple[int, int, int]

COVER, PART, CLOSING = "封面", "章节", "结语"
"""The layouts that are fields: nothing stands on them but what their placeholders hold."""
LAYOUTS: dict[str, tuple[str, ...]] = {
    COVER: ("标题幻灯片", "标题页", "Title Slide", "Title"),
    "目录": ("标题和内容", "Title and Content", "Title, Content"),
    PART: ("节标题", "章节标题", "过渡页", "Section Header", "Title Slide", "标题幻灯片"),
    "关键数据": ("标题和内容", "Title and Content", "Title, Content"),
    "图表": ("标题和内容", "Title and Content", "Title, Content"),
    "图文": ("标题和内容", "Title and Content", "Title, Content"),
    "对比": ("仅标题", "Title Only", "标题和内容", "Title and Content", "Title, Content"),
    "表格": ("标题和内容", "Title and Content", "Title, Content"),
    "引述": ("标题和内容", "Title and Content", "Title, Content"),
    CLOSING: ("结束页", "节标题", "Section Header", "标题幻灯片", "Title Slide"),
    "附录": ("标题和内容", "Title and Content", "Title, Content"),
}
"""Each layout of ours, and the names under which programs ship one that serves: PowerPoint, WPS and LibreOffice, Chinese and English."""


class Place(NamedTuple):
    """A placeholder of a layout: its type (ST_PlaceholderType) and idx, its name, where it stands, and how text lies in it.

    `align` and `anchor` are DrawingML's (l ctr r, t ctr b); `sides` is what a program leaves left and right of the text.
    """

    kind: str
    idx: str
    name: str
    rect: Rect
    align: str = "l"
    anchor: str = "t"
    sides: tuple[int, int] = (SIDE, SIDE)


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout of the template: the name it has there, its part, its ground, its placeholders, and whether its ground is known."""

    name: str
    part: str
    ground: RGB
    places: tuple[Place, ...]

    def of_kind(self, *kinds: str) -> Place | None:
        """Return the largest placeholder of the first of these types that there is."""
        held = next((found for kind in kinds if (found := [one for one in self.places if one.kind == kind])), [])
        return max(held, key=lambda one: one.rect.width * one.rect.height, default=None)

    def called(self, *names: str) -> Place | None:
        """Return the first placeholder that bears one of these names."""
        return next((one for one in self.places if one.name in names), None)


class Relation(NamedTuple):
    """A relationship of a part: its id, type, target (a part's name, or an address) and whether that lies outside."""

    id: str
    kind: str
    target: str
    outside: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the package, as it stands there."""

    name: str
    content_type: str
    blob: bytes
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A template that has what a deck of ours needs.

    `colors` are its theme's twelve by the names that slides call them (tx1 bg1 tx2 bg2 accent1 …); `fonts` major and minor, each Latin
    and Asian; `layouts` by our names; `parts` all that its master needs, the master first; `digest` tells those parts from any others;
    `scheme` are the theme's colours as the file has them, `master_id` is the master's id in the presentation.
    """

    file: str
    size: Size
    colors: Mapping[str, RGB]
    fonts: tuple[tuple[str, str], tuple[str, str]]
    layouts: Mapping[str, Layout]
    parts: tuple[Part, ...]
    digest: str
    scheme: str
    master_id: int
