"""The words of a content file, in the order in which a report tells them: its nodes in; each text with its path and how it is read out.

Numbers, periods, formulas, names of figures and choices are no words: whatever writes words anew does not see them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from generator.content.nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

Path: TypeAlias = "tuple[str | int, ...]"
"""The keys and places of items that lead to a text: ("themes", 0, "message")."""


class Form(Enum):
    """How a text is read."""

    TITLE = "one line, which may say where it is best broken"
    LINE = "one line with references"
    PROSE = "blocks of text"
    LABEL = "one line in which nothing is read"
    QUOTE = "one line that holds a source's own words"


class Each:
    """What stands under each of an author's own words, or is each item of a list."""

    def __init__(self, one: Shape) -> None:
        self.one = one


Shape: TypeAlias = "Form | Each | dict[str, Shape]"

_TALK: dict[str, Shape] = {"notes": Form.PROSE, "question": Form.LINE, "answer": Form.LINE}
_CHART: dict[str, Shape] = {
    "message": Form.TITLE,
    "measure": Form.LABEL,
    "labels": Each(Form.LABEL),
    "series": Each({"name": Form.LABEL}),
    "pairs": Each({"name": Form.LABEL, "remark": Form.LINE}),
    "events": Each({"text": Form.LINE}),
    "because": Form.LABEL,
    **_TALK,
}
_SHOWN: dict[str, Shape] = {"caption": Form.LINE, "credit": Form.LINE, "says": Form.LINE}
_PICTURE: dict[str, Shape] = {"alt": Form.LINE, **_SHOWN}
_STORY: dict[str, Shape] = {
    "title": Form.TITLE,
    "message": Form.TITLE,
    "text": Form.PROSE,
    "picture": _PICTURE,
    "brief": Form.LINE,
    **_TALK,
}
_PART: dict[str, Shape] = {
    "name": Form.LABEL,
    "message": Form.TITLE,
    "headline": Form.TITLE,
    "picture": _PICTURE,
    "text": Form.PROSE,
    "charts": Each(_CHART),
    "story": _STORY,
    "statement": {"text": Form.TITLE, "who": Form.LINE},
    "points": Each(Form.LINE),
    **_TALK,
}
_OWN: dict[str, Shape] = {
    **_PART,
    "table": Form.PROSE,
    "portrait": _PICTURE,
    "signature": _PICTURE,
    "pictures": Each(_PICTURE),
    "awards": Each({"when": Form.LINE, "name": Form.LINE, "by": Form.LINE, "to": Form.LINE}),
    "events": Each({"when": Form.LABEL, "text": Form.LINE}),
    "quotations": Each({"text": Form.LINE, "who": Form.LINE}),
    "rows": Each({"code": Form.LINE, "name": Form.LINE}),
    "questions": Each({"text": Form.LINE, "options": Each(Form.LINE)}),
    "brief": Form.LINE,
    "by": Form.LINE,
    "office": Form.LINE,
    "reply": Form.LINE,
}
WORDS: dict[str, Shape] = {
    "report": {
        "title": Form.TITLE, "subtitle": Form.TITLE, "organization": Form.LABEL, "logo": {"alt": Form.LINE}, "colophon": Form.PROSE,
    },
    "about": _PART,
    "overview": _PART,
    "themes": Each(_PART),
    "history": _PART,
    "outlook": _PART,
    "closing": _PART,
    "sections": Each(_OWN),
    "discrepancies": Each({"found": Form.QUOTE, "decision": Form.QUOTE, "because": Form.QUOTE}),
    "figures": Each({
        "means": Form.LABEL, "label": Form.LABEL, "scope": Form.LABEL, "note": Form.LABEL,
        "values": Each({"scope": Form.LABEL, "because": Form.LABEL}),
    }),
    "derived": Each({"means": Form.LABEL, "label": Form.LABEL}),
    "pictures": Each(_SHOWN),
    "sources": Each({"title": Form.LABEL, "publisher": Form.LABEL}),
}  # fmt: skip
"""Every text of the format that is words, in the order of the report."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the file: where it stands among the keys, how it is read, and its node."""

    path: Path
    form: Form
    scalar: Scalar


def texts(root: Mapping) -> Iterator[Text]:
    """Yield the words of a content; what is not of the format's shape, or says nothing, is left out."""
    yield from _texts(root, WORDS, ())


def _texts(node: Node | None, shape: Shape, path: Path) -> Iterator[Text]:
    if isinstance(shape, Form):
        if isinstance(node, Scalar) and node.text.strip():
            yield Text(path, shape, node)
    elif isinstance(shape, Each):
        for place, held in _held(node):
            yield from _texts(held, shape.one, (*path, place))
    elif isinstance(node, Mapping):
        for key, one in shape.items():
            yield from _texts(node.get(key), one, (*path, key))


def _held(node: Node | None) -> Iterator[tuple[str | int, Node]]:
    if isinstance(node, Sequence):
        yield from enumerate(node.items)
    elif isinstance(node, Mapping):
        yield from ((entry.key.text, entry.value) for entry in node.entries)
