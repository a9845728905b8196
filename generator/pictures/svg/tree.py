"""An SVG's XML as a tree of elements with their lines: nothing is fetched, expanded or run, and what would ask for it is refused.

In: bytes. Out: the root element. The parser is expat; a document type, entities among it, ends the reading before anything is expanded.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from generator.diagnostics import said
from generator.pictures.fault import PictureError

SVG, XLINK = "http://www.w3.org/2000/svg ", "http://www.w3.org/1999/xlink "
MOST_ELEMENTS, DEEPEST = 20_000, 64


@dataclass(slots=True)
class Element:
    """An element of SVG's own namespace: its tag, attributes, children, text and line."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list[Element] = field(default_factory=list)
    text: str = ""

    def get(self, name: str, usual: str = "") -> str:
        """Return an attribute."""
        return self.attributes.get(name, usual).strip()


def read_tree(data: bytes) -> Element:
    """Return the root. Raises PictureError."""
    builder = _Builder()
    try:
        builder.parser.Parse(data, True)  # noqa: FBT003 - expat's own
    except expat.ExpatError as fault:
        says = said("bad-picture.no-svg", line=str(fault.lineno))
        raise PictureError(says, said("bad-picture.cure-export-again")) from fault
    if builder.root is None or builder.root.tag != "svg":
        raise PictureError(said("bad-picture.no-svg", line="1"), said("bad-picture.cure-export-again"))
    return builder.root


class _Builder:
    """Builds elements as expat meets them; those of other namespaces paint nothing and are left out with all that is in them."""

    def __init__(self) -> None:
        self.root: Element | None = None
        self.open: list[Element | None] = []
        self.count = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler, self.parser.EndElementHandler = self._start, self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > MOST_ELEMENTS or len(self.open) >= DEEPEST:
            raise PictureError(said("bad-picture.svg-many"), said("bad-picture.cure-simpler"))
        inside = not self.open or self.open[-1] is not None
        made = None
        if inside and name.startswith(SVG):
            own = {key.removeprefix(XLINK): value for key, value in attributes.items()}
            made = Element(name.removeprefix(SVG), own, self.parser.CurrentLineNumber)
            if self.open and self.open[-1]:
                self.open[-1].children.append(made)
            self.root = self.root or made
        self.open.append(made)

    def _end(self, _name: str) -> None:
        self.open.pop()

    def _text(self, text: str) -> None:
        if self.open and self.open[-1]:
            self.open[-1].text += text

    def _doctype(self, *_of: object) -> None:
        raise PictureError(
            said("bad-picture.svg-doctype", line=str(self.parser.CurrentLineNumber)), said("bad-picture.cure-doctype")
        )

    def _instruction(self, target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            external(target, self.parser.CurrentLineNumber)


def external(what: str, line: int) -> NoReturn:
    """Refuse what a picture would fetch from elsewhere."""
    raise PictureError(said("bad-picture.svg-external", what=what, line=str(line)), said("bad-picture.cure-embed"))


def unsupported(what: str, line: int, cure: str = "bad-picture.cure-flatten") -> NoReturn:
    """Refuse what we do not draw, rather than leave it out."""
    raise PictureError(said("bad-picture.svg-unsupported", what=what, line=str(line)), said(cure))
