"""YAML as nodes that know their place: text in; scalars with their own characters, sequences and mappings out.

YAML 1.1 events are read one by one, without types (3.10 stays 3.10, no stays no), and without what makes a file hard to follow:
duplicate keys, anchors, aliases, merge keys, tags and several documents are refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import yaml

from generator.content.slips.yaml_faults import report_yaml_error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence as Ordered

    from generator.content.file_text import FileText
    from generator.diagnostics import Sink, Span

DEEPEST = 12
"""Levels: a chart's pair in a theme lies at seven; what is deeper is a slip or a bomb."""

_YAML_TAG = "tag:yaml.org,2002:"
"""What YAML makes of `!!`."""

_COMMENT = re.compile(r"[ \t]++#(?=[^\s#!])")
_SPACED_COMMENT = re.compile(r" # *+(?=\S)")
"""A single space before the `#`: two or more are how comments are set off."""
_TEXT_KEY = re.compile(
    r"(?:^|[\s{,])(?:title|subtitle|message|headline|means|text|notes|remark|question|answer|found|decision|because): *+$"
)
"""Before the value of a field that holds a sentence, where a `#` may well be the author's."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's reader where PyYAML was built with it; the pure one gives the same events, ten times slower."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as written; `begin` and `end` are its characters in the file, quotes and block header included."""

    text: str
    file: FileText
    begin: int
    end: int
    style: str

    @property
    def span(self) -> Span:
        """Where it begins."""
        return self.file.span(self.begin)

    def places(self) -> Ordered[int]:
        """Return the file's index of each character of the text, and of its end."""
        raw = self.file.text
        quote = 1 if self.style in ('"', "'") else 0
        if raw.startswith(self.text, self.begin + quote):
            return range(self.begin + quote, self.begin + quote + len(self.text) + 1)
        return _aligned(self.text, raw, self._content(), self.end)

    def _content(self) -> int:
        """Return where the characters start: after the quote, or on the line after a block's header."""
        if self.style in ("|", ">"):
            return self.file.text.find("\n", self.begin) + 1
        return self.begin + (1 if self.style in ('"', "'") else 0)


def _aligned(text: str, raw: str, start: int, end: int) -> list[int]:
    """Match each character with the next like it in the file: what YAML dropped (indents, escapes) is passed over."""
    places: list[int] = []
    at = start
    for char in text:
        found = _blank_at(raw, at) if char.isspace() else raw.find(char, at, end)
        at = at if found < 0 else found
        places.append(at)
        at += found >= 0
    return [*places, at]


def _blank_at(raw: str, at: int) -> int:
    """Return the place of a folded line's space, which is the line end itself: it must not be looked for further on."""
    return at if raw[at : at + 1].isspace() else -1


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in the order written, each key once."""

    by_key: dict[str, Entry]
    span: Span

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The keys with their values."""
        return tuple(self.by_key.values())

    def get(self, key: str) -> Node | None:
        """Return the value under a key, or None."""
        entry = self.by_key.get(key)
        return entry.value if entry else None

    def key(self, key: str) -> Scalar | None:
        """Return the key itself, with its place, or None."""
        entry = self.by_key.get(key)
        return entry.key if entry else None


Node: TypeAlias = Scalar | Sequence | Mapping


def compose(file: FileText, sink: Sink) -> Node | None:
    """Return the file's root node, or None when it is no YAML at all; every refusal goes to the sink."""
    builder = _Builder(file, sink)
    try:
        for event in _events(file):
            if not builder.take(event):
                return None
    except yaml.YAMLError as fault:
        report_yaml_error(fault, file, sink)
        return None
    return builder.root


def _events(file: FileText) -> Iterator[yaml.Event]:
    parsed: Iterator[yaml.Event] = yaml.parse(file.text, Loader=_LOADER)
    return parsed


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
            hint = "a content file is one document: delete the line `---`"
            self.sink.error("second-document", "a second document begins here", self._span(event), hint)
            return False
        return True

    def _enter(self, event: yaml.Event) -> bool:
        self.open.append((event, []))
        if len(self.open) <= DEEPEST:
            return True
        self.sink.error("too-deep", f"lists and mappings are nested deeper than {DEEPEST} levels", self._span(event))
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
        if not scalar.style:
            self._warn_swallowed(scalar)
        return scalar

    def _warn_swallowed(self, scalar: Scalar) -> None:
        """Point at ` #` with a word right after it: to YAML it is a comment, to the author it was text."""
        found = _COMMENT.match(self.file.text, scalar.end) or self._doubtful(scalar)
        if not found:
            return
        at = self.file.text.index("#", found.start())
        comment = self.file.rest_of_line(at)
        place = self.file.span(at)
        message = f"`{_short(comment)}` is not read: a `#` after a space begins a comment"
        hint = f'put the text in quotes: `"{_short(scalar.text + " " + comment if scalar.text else comment)}"`'
        way = "set it off with two spaces before the `#`" if comment[1:2] == " " else "write a space after the `#`"
        self.sink.warn("swallowed-text", message, place, hint, f"or, if it is a comment, {way}")

    def _doubtful(self, scalar: Scalar) -> re.Match[str] | None:
        """Find ` # ` in a sentence: it may be a comment, but two spaces set a comment off."""
        before = self.file.line_of(scalar.begin)[: self.file.column_of(scalar.begin)]
        return _SPACED_COMMENT.match(self.file.text, scalar.end) if _TEXT_KEY.search(before) else None

    def _refuse_marks(self, event: yaml.NodeEvent) -> None:
        if event.anchor:
            hint = "write the content itself in each place, or put a text that begins with `&` in quotes"
            self.sink.error("anchor", f"the anchor `&{event.anchor}` is not supported", self._span(event), hint)
        tag = getattr(event, "tag", None)
        if tag:
            hint = "delete it, or put a text that begins with `!` in quotes"
            written = tag.replace(_YAML_TAG, "!!")
            self.sink.error("tag", f"the tag `{written}` is not supported", self._span(event), hint)

    def _alias(self, event: yaml.AliasEvent) -> None:
        hint = "write the content itself, or put a text that begins with `*` in quotes"
        self.sink.error("alias", f"the alias `*{event.anchor}` is not supported", self._span(event), hint)
        self._place(Scalar(f"*{event.anchor}", self.file, *_bounds(event), ""))

    def _closed(self) -> Node:
        start, nodes = self.open.pop()
        if isinstance(start, yaml.SequenceStartEvent):
            return Sequence(tuple(nodes), self._span(start))
        entries = self._entries(nodes, flow=bool(getattr(start, "flow_style", False)))
        return Mapping({entry.key.text: entry for entry in entries}, self._span(start))

    def _entries(self, nodes: list[Node], *, flow: bool) -> Iterator[Entry]:
        seen: dict[str, Scalar] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.sink.error(
                    "bad-key", "a key is one line of text", key.span, "a text that begins with `{` or `[` needs quotes"
                )
                continue
            entry = self._split(Entry(key, value)) if flow else Entry(key, value)
            if self._usable(entry.key, seen):
                seen[entry.key.text] = entry.key
                yield entry

    def _usable(self, key: Scalar, seen: dict[str, Scalar]) -> bool:
        if key.text == "<<" and not key.style:
            self.sink.error("merge-key", "the merge key `<<` is not supported", key.span, "write the keys themselves")
            return False
        if key.text in seen:
            first = seen[key.text].span.line
            hint = f"the first is on line {first}: delete or rename one of the two"
            self.sink.error("duplicate-key", f"the key `{key.text}` stands twice", key.span, hint)
            return False
        return True

    def _split(self, entry: Entry) -> Entry:
        """Read `{2020年:5425个}` as it was meant: YAML takes it for a key without a value."""
        key, value = entry.key, entry.value
        at = next((place for place, char in enumerate(key.text) if char in ":："), -1)
        if at < 1 or key.style or not isinstance(value, Scalar) or value.text:
            return entry
        name, rest = key.text[:at], key.text[at + 1 :]
        place = key.begin + at
        code = "full-width-colon" if key.text[at] == "：" else "missing-space"
        what = "the colon is full-width" if key.text[at] == "：" else "the space after `:` is missing"
        message = f"{what}: `{_short(key.text)}` is read as one word"
        self.sink.error(code, message, self.file.span(place), f"write `{name}: {rest.strip()}`")
        inner = rest.lstrip()
        begin = key.end - len(inner)
        return Entry(Scalar(name.rstrip(), self.file, key.begin, place, ""), Scalar(inner, self.file, begin, key.end, ""))


def _bounds(event: yaml.Event) -> tuple[int, int]:
    """Return the first character of an event in the file, and the one after its last."""
    assert event.start_mark is not None
    assert event.end_mark is not None
    return event.start_mark.index, event.end_mark.index


_SHOWN = 24
"""Characters of the author's text quoted in a message."""


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
