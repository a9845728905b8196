"""XML as text: names, attributes and children in, escaped markup out, without a tree in between.

A deck is some ten thousand elements that are written once and never looked at again; a tree of them costs ten times the text.
Namespaces are those of ECMA-376 (transitional) and of Microsoft's extensions ([MS-PPTX], [MS-ODRAWXML]).
"""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NewType

Markup = NewType("Markup", str)
"""Well-formed XML: made by `element` and `escaped` alone."""

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "ahyp": "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor",
    "vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
}

NONE = Markup("")
_NO_ATTRIBUTES: Mapping[str, str | int] = MappingProxyType({})
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPECIAL = re.compile('[&<>"\n\r\t]')
_CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def escaped(text: str) -> Markup:
    """Return text as character data, fit for an attribute too."""
    return Markup(text.translate(_ESCAPES) if _SPECIAL.search(text) else text)


def xstring(text: str) -> str:
    """Return text as a chart's strings have it: what looks like the code of a character is none (ST_Xstring, 22.9.2.19)."""
    return _CODED.sub("_x005F_", text)


def element(name: str, attributes: Mapping[str, str | int] = _NO_ATTRIBUTES, *children: Markup) -> Markup:
    """Return one element; the name and the attributes' names are the program's own, values are escaped."""
    start = name + "".join([f' {key}="{escaped(str(value))}"' for key, value in attributes.items()])
    inner = "".join(children)
    return Markup(f"<{start}>{inner}</{name}>" if inner else f"<{start}/>")


def joined(parts: Iterable[Markup]) -> Markup:
    """Return pieces of markup one after the other."""
    return Markup("".join(parts))


def declared(*prefixes: str) -> dict[str, str | int]:
    """Return the declarations of these namespaces, as attributes of a root element."""
    return {f"xmlns:{prefix}": NAMESPACES[prefix] for prefix in prefixes}


def document(root: Markup) -> bytes:
    """Return a part's bytes: declaration and root."""
    return (_DECLARATION + root).encode("utf-8")
