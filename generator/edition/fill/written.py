"""What was taken, as edits of the author's own file: a value in its place, with its source and status beside it in braces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.content.nodes import Mapping, Scalar
from generator.edition.edits import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.content.nodes import Entry
    from generator.diagnostics import Span
    from generator.edition.fill.judging import Taken
    from generator.edition.places import Places

_PLAIN = re.compile(r"(?:\w|[+−]|-(?=\d))[\w%‰./·（）()—～∶、+−°$㎡ -]*(?<! )")
"""What YAML and the content's reader take as it stands, in braces too; whatever else is written in quotes."""
_ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"'})


def edits(taken: Iterable[Taken], root: Mapping, places: Places) -> tuple[Edit, ...]:
    """Return the edits that bring values, sources and statuses into a file."""
    return tuple(edit for one in taken for edit in _edits(one, _entry(root, one.figure.id, one.value.span), places))


def quoted(text: str) -> str:
    """Return a text as YAML takes it, in quotes where it must (YAML 1.2.2, 7.3)."""
    return text if _PLAIN.fullmatch(text) else f'"{text.translate(_ESCAPED)}"'


def _entry(root: Mapping, figure: str, span: Span) -> Entry:
    """Return the entry of a value, by the place where it stands."""
    node: object = root
    for key in ("figures", figure, "values"):
        node = node.get(key) if isinstance(node, Mapping) else None
    assert isinstance(node, Mapping), "a figure that was read has values"
    return next(entry for entry in node.entries if _written(entry).span == span)


def _written(entry: Entry) -> Scalar:
    node = entry.value.get("value") if isinstance(entry.value, Mapping) else entry.value
    return node if isinstance(node, Scalar) else entry.key


def _edits(one: Taken, entry: Entry, places: Places) -> Iterator[Edit]:
    node, changes = entry.value, {key: quoted(text) for key, text in one.changes.items()}
    if isinstance(node, Mapping):
        dropped = {key for key, text in one.changes.items() if not text}
        last = node.entries[-1]
        yield from places.without(dropped, node)
        for key, text in changes.items():
            if key in dropped:
                continue
            if isinstance(held := node.get(key), Scalar):
                yield Edit(places.offset(held.span), places.last(held), text)
            else:
                yield places.after(last, node, f"{key}: {text}")
        return
    if set(changes) != {"value"}:
        fields = {"value": quoted(str(one.value.quantity)), **changes}
        text = "{" + ", ".join(f"{key}: {words}" for key, words in fields.items()) + "}"
    else:
        text = changes["value"]
    yield Edit(places.offset(node.span), places.last(node), text)
