"""Many editions of one content: a file that names what differs in each in; the content's own nodes with the differences laid over them out.

What differs is written as the content itself is, as far as it differs: keys under keys, and items of a list under their `name`. 删去 in the
place of a value takes away what stands there. Each piece keeps its place in the file that it was written in.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.content.compose import compose
from generator.content.file_text import open_text
from generator.content.nodes import Entry, Mapping, Node, Scalar, Sequence
from generator.content.slip import Slip, tell
from generator.content.slips.copied import cleaned
from generator.content.slips.keyboard import mended
from generator.content.slips.spelling import did_you_mean
from generator.diagnostics import Sink, Span, Told, said

if TYPE_CHECKING:
    from collections.abc import Iterator

REMOVED = "删去"
"""What an author writes in the place of a value that an edition does without."""
CONTENT, EDITIONS = KEYS = ("content", "editions")
"""The keys of the file: the content of which all are editions, and what differs in each by its name."""
NAME = "name"
_NO_FOLDER = re.compile(r'[\\/:*?"<>|\x00-\x1f]|^\.|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)$', re.IGNORECASE)
"""What no folder's name may hold on every system."""


@dataclass(frozen=True, slots=True)
class Variant:
    """An edition by its name, and what differs in it; None where nothing does."""

    name: str
    overlay: Mapping | None
    span: Span

    def digest(self, content: str) -> str:
        """Return the digest of a content, given its own, with what differs."""
        return hashlib.sha256(f"{content}\n{_plain(self.overlay)!r}".encode()).hexdigest() if self.overlay else content


@dataclass(frozen=True, slots=True)
class Editions:
    """A content's file, and its editions in the order written."""

    content: Path
    variants: tuple[Variant, ...]


def read_editions(path: Path) -> Told[Editions | None]:
    """Return the editions that a file names, and every fault in it; None where there are none."""
    sink = Sink()
    opened = open_text(path, sink)
    text = mended(cleaned(opened, sink), sink) if opened else None
    root = compose(text, sink) if text else None
    if not isinstance(root, Mapping):
        if not sink.errors:
            sink.error(said("editions.empty"), root.span if root else Span(str(path), 1, 1), said("editions.begin"))
        return Told(None, tuple(sink.found))
    variants = tuple(_variants(root, sink))
    content = root.get(CONTENT)
    if not isinstance(content, Scalar) or not content.text.strip():
        sink.error(said("editions.no-content"), root.span, said("hint.write", cure=f"{CONTENT}: content.yaml"))
        return Told(None, tuple(sink.found))
    return Told(Editions(path.parent / content.text.strip(), variants) if variants else None, tuple(sink.found))


def _variants(root: Mapping, sink: Sink) -> Iterator[Variant]:
    for key in (entry.key for entry in root.entries if entry.key.text not in KEYS):
        near = did_you_mean(key.text, KEYS)
        cure = said("hint.did-you-mean", cure=near) if near else said("unknown-key.known", keys=KEYS)
        tell(Slip(said("unknown-key.here", key=key.text), cure), key.span, sink)
    listed = root.get(EDITIONS)
    if not isinstance(listed, Mapping) or not listed.entries:
        sink.error(said("editions.none"), listed.span if listed else root.span, said("editions.write"))
        return
    seen: dict[str, Scalar] = {}
    for entry in listed.entries:
        name, overlay = entry.key, entry.value
        if _NO_FOLDER.search(name.text) or not name.text:
            sink.error(said("editions.bad-name", name=name.text), name.span, said("editions.name"))
        elif (first := seen.setdefault(name.text.casefold(), name)) is not name:
            sink.error(said("editions.alike", name=name.text, other=first.text), name.span, said("editions.name"))
        elif isinstance(overlay, Mapping):
            yield Variant(name.text, overlay, name.span)
        elif isinstance(overlay, Scalar) and not overlay.text:
            yield Variant(name.text, None, name.span)
        else:
            sink.error(said("editions.no-mapping", name=name.text), overlay.span, said("editions.write"))


def laid_over(root: Mapping, overlay: Mapping, sink: Sink) -> Mapping:
    """Return the nodes of a content with those of an edition in the place of its own."""
    kept = dict(root.by_key)
    for entry in overlay.entries:
        key, own = entry.key.text, kept.get(entry.key.text)
        if _is_removed(entry.value):
            if own is None:
                _tell_nothing(entry.key, kept, sink)
            kept.pop(key, None)
        else:
            kept[key] = Entry(own.key if own else entry.key, _over(own.value if own else None, entry.value, sink))
    return Mapping(kept, root.span)


def _over(own: Node | None, given: Node, sink: Sink) -> Node:
    if isinstance(own, Mapping) and isinstance(given, Mapping):
        return laid_over(own, given, sink)
    if isinstance(own, Sequence) and isinstance(given, Mapping):
        return _in_list(own, given, sink)
    return given


def _in_list(own: Sequence, given: Mapping, sink: Sink) -> Sequence:
    """Return a list with items changed or taken away by their names."""
    by_name = {name: at for at, item in enumerate(own.items) if (name := _named(item))}
    items: dict[int, Node] = dict(enumerate(own.items))
    for entry in given.entries:
        at = by_name.get(entry.key.text)
        if at is None:
            _tell_nothing(entry.key, by_name, sink)
        elif _is_removed(entry.value):
            del items[at]
        else:
            items[at] = _over(items[at], entry.value, sink)
    return Sequence(tuple(items.values()), own.span)


def _tell_nothing(key: Scalar, known: dict[str, Entry] | dict[str, int], sink: Sink) -> None:
    near = did_you_mean(key.text, known)
    cure = said("hint.did-you-mean", cure=near) if near else said("editions.known", names=tuple(known))
    sink.error(said("editions.nothing-there", name=key.text), key.span, cure)


def _named(item: Node) -> str:
    name = item.get(NAME) if isinstance(item, Mapping) else None
    return name.text.strip() if isinstance(name, Scalar) else ""


def _is_removed(node: Node) -> bool:
    return isinstance(node, Scalar) and node.text.strip() == REMOVED and not node.style


def _plain(node: Node | None) -> object:
    """Return a node as it is told apart from another: its texts, without places."""
    if isinstance(node, Mapping):
        return {entry.key.text: _plain(entry.value) for entry in node.entries}
    return [_plain(item) for item in node.items] if isinstance(node, Sequence) else node and node.text
