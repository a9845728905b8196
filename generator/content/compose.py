"""Makes nodes of a content file: text in; its root node out, with a diagnostic for each thing that YAML may hold and a report not.

YAML 1.1 events are read one by one, without types (3.10 stays 3.10, no stays no), and without what makes a file hard to follow:
duplicate keys, anchors, aliases, merge keys, tags and several documents are refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from generator.content.nodes import Entry, Mapping, Node, Scalar, Sequence
from generator.content.slip import Slip, tell
from generator.content.slips.broken_rows import holds_a_key, repair
from generator.content.slips.yaml_faults import comment, complaint, explain, glued
from generator.diagnostics import Sink, Span, Words, said

if TYPE_CHECKING:
    from generator.content.file_text import FileText

_REPAIRS = 50
"""Rows that are mended of what stops YAML: a file with more is no content."""
_SAME_ROW = 3
_NEVER_CLOSED = ("while scanning a quoted scalar", "found unexpected end of stream")
"""What YAML says of a quote that no other closes."""
DEEPEST = 12
"""Levels: a chart's pair in a theme lies at seven; what is deeper is a slip or a bomb."""

_YAML_TAG = "tag:yaml.org,2002:"
"""What YAML makes of `!!`."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's reader where PyYAML was built with it; the pure one gives the same events, ten times slower."""


def compose(file: FileText, sink: Sink) -> Node | None:
    """Return the file's root node, or None when it is no YAML at all; every refusal goes to the sink.

    A row at which YAML's reader stops is told and read as it was meant, so that what lies below it is read too.
    """
    told: list[int] = []
    while True:
        own = Sink()
        builder = _Builder(file, own)
        try:
            root = builder.root if _taken(builder, file) else None
        except yaml.YAMLError as fault:
            meant = _repaired(fault, file, told, sink)
            if meant is None:
                return None
            file = meant
            continue
        sink.found += own.found
        return root


def _taken(builder: _Builder, file: FileText) -> bool:
    """Take the events of a file; tell whether to go on with what was built."""
    return all(builder.take(_closed(event, file)) for event in yaml.parse(file.text, Loader=_LOADER))


def _closed(event: yaml.Event, file: FileText) -> yaml.Event:
    """Return an event; raises ScannerError for a quoted text that runs over a key, which YAML lets pass where a later quote ends it."""
    if isinstance(event, yaml.ScalarEvent) and event.style in ('"', "'"):
        begin, end = _bounds(event)
        if holds_a_key(file.text, begin, end):
            opened, closed = (yaml.Mark(file.name, at, 0, 0, None, 0) for at in (begin, end))
            raise yaml.scanner.ScannerError(_NEVER_CLOSED[0], opened, _NEVER_CLOSED[1], closed)
    return event


def _repaired(fault: yaml.YAMLError, file: FileText, told: list[int], sink: Sink) -> FileText | None:
    """Tell the fault at which YAML stopped, and return the file as it was meant; None when nobody can know that."""
    found = repair(complaint(fault, file)) if isinstance(fault, yaml.MarkedYAMLError) and len(told) < _REPAIRS else None
    if found is None or told.count(found.row) == _SAME_ROW:
        slip = explain(fault, file)
        tell(slip, file.span(slip.at), sink)
        return None
    tell(found.slip, file.span(file.starts[found.row] + found.slip.at), sink)
    told.append(found.row)
    return file.mended({found.row: found.slip, **dict(found.others)})


class _Builder:
    """Builds nodes from events with a stack of its own, so that no depth of nesting can exhaust Python's."""

    def __init__(self, file: FileText, sink: Sink) -> None:
        self.file = file
        self.sink = sink
        self.root: Node | None = None
        self.open: list[tuple[yaml.Event, list[Node]]] = []

    def take(self, event: yaml.Event) -> bool:
        """Take one event; tell whether to go on."""
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_marks(event)
            self._place(self._scalar(event))
        elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            self._refuse_marks(event)
            return self._enter(event)
        elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            self._place(self._closed())
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._refuse(self._span(event), said("second-document.begins"), said("second-document.delete"))
            return False
        return True

    def _enter(self, event: yaml.Event) -> bool:
        self.open.append((event, []))
        if len(self.open) <= DEEPEST:
            return True
        self._refuse(self._span(event), said("too-deep.levels", most=DEEPEST))
        return False

    def _place(self, node: Node) -> None:
        if self.open:
            self.open[-1][1].append(node)
        else:
            self.root = node

    def _span(self, event: yaml.Event) -> Span:
        return self.file.span(_bounds(event)[0])

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        scalar = Scalar(event.value, self.file, *_bounds(event), event.style or "")
        if not scalar.style and (slip := comment(scalar)):
            tell(slip, self.file.span(slip.at), self.sink)
        return scalar

    def _refuse(self, place: Span, says: Words, cure: Words | None = None) -> None:
        tell(Slip(says, cure), place, self.sink)

    def _refuse_marks(self, event: yaml.NodeEvent) -> None:
        if event.anchor:
            self._refuse(self._span(event), said("anchor.not-read", name=event.anchor), said("anchor.write-out"))
        if tag := getattr(event, "tag", None):
            self._refuse(self._span(event), said("tag.not-read", tag=tag.replace(_YAML_TAG, "!!")), said("tag.delete"))

    def _alias(self, event: yaml.AliasEvent) -> None:
        self._refuse(self._span(event), said("alias.not-read", name=event.anchor or ""), said("alias.write-out"))
        self._place(Scalar(f"*{event.anchor}", self.file, *_bounds(event), ""))

    def _closed(self) -> Node:
        start, nodes = self.open.pop()
        if isinstance(start, yaml.SequenceStartEvent):
            return Sequence(tuple(nodes), self._span(start))
        flow = bool(getattr(start, "flow_style", False))
        entries: dict[str, Entry] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                self._refuse(key.span, said("bad-key.no-text"), said("bad-key.quote"))
                continue
            entry = self._split(Entry(key, value)) if flow else Entry(key, value)
            if self._is_usable(entry.key, entries):
                entries[entry.key.text] = entry
        return Mapping(entries, self._span(start))

    def _is_usable(self, key: Scalar, entries: dict[str, Entry]) -> bool:
        if key.text == "<<" and not key.style:
            self._refuse(key.span, said("merge-key.not-read"), said("merge-key.write-out"))
        elif key.text in entries:
            cure = said("duplicate-key.first", line=entries[key.text].key.span.line)
            self._refuse(key.span, said("duplicate-key.again", key=key.text), cure)
        else:
            return True
        return False

    def _split(self, entry: Entry) -> Entry:
        """Read `{2020年:5425个}` as it was meant."""
        key, value = entry.key, entry.value
        bare = isinstance(value, Scalar) and not value.text and not key.style
        slip = glued(key.text) if bare else None
        if slip is None:
            return entry
        place = key.begin + slip.at
        tell(slip, self.file.span(place), self.sink)
        name, inner = key.text[: slip.at].rstrip(), key.text[slip.at + 1 :].lstrip()
        return Entry(Scalar(name, self.file, key.begin, place, ""), Scalar(inner, self.file, key.end - len(inner), key.end, ""))


def _bounds(event: yaml.Event) -> tuple[int, int]:
    """Return the first character of an event in the file, and the one after its last."""
    assert event.start_mark is not None
    assert event.end_mark is not None
    return event.start_mark.index, event.end_mark.index
