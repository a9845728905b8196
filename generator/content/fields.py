"""Fields of a mapping, read without complaint: what is missing or of the wrong type has been told by `shape`, and reads as nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.content.figures.quantity import parse_quantity
from generator.content.markup import Desk, period_at, phrase, prose
from generator.content.model import FigureName, Phrase
from generator.content.nodes import Mapping, Scalar, Sequence
from generator.content.slip import QuantityError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.content.figures.period import Period
    from generator.content.figures.quantity import Quantity
    from generator.content.figures.units import Units
    from generator.content.model import Prose
    from generator.content.nodes import Node
    from generator.diagnostics import Sink, Span


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping under a name, with what reading its texts needs."""

    mapping: Mapping
    desk: Desk
    span: Span

    def scalar(self, key: str) -> Scalar | None:
        """Return the text under a key as a node, None for anything else."""
        node = self.mapping.get(key)
        return node if isinstance(node, Scalar) and node.text else None

    def text(self, key: str, default: str = "") -> str:
        """Return the text under a key."""
        node = self.scalar(key)
        return node.text.strip() if node else default

    def place(self, key: str) -> Span:
        """Return where the value of a key stands, or the whole when there is none."""
        node = self.scalar(key)
        return node.span if node else self.span

    def phrase(self, key: str) -> Phrase:
        """Return the line of text under a key; an absent one is empty."""
        return self.phrase_or_none(key) or Phrase((), self.span)

    def phrase_or_none(self, key: str) -> Phrase | None:
        """Return the line of text under a key, or None."""
        node = self.scalar(key)
        return phrase(node, self.desk) if node else None

    def phrases(self, key: str) -> tuple[Phrase, ...]:
        """Return a list of lines."""
        return tuple(phrase(node, self.desk) for node in self.items(key) if isinstance(node, Scalar) and node.text)

    def prose(self, key: str) -> Prose:
        """Return the blocks of text under a key."""
        node = self.scalar(key)
        return prose(node, self.desk) if node else ()

    def items(self, key: str) -> tuple[Node, ...]:
        """Return the items of a list."""
        node = self.mapping.get(key)
        return node.items if isinstance(node, Sequence) else ()

    def parts(self, key: str) -> Iterator[Fields]:
        """Yield the mappings of a list."""
        for node in self.items(key):
            if isinstance(node, Mapping):
                yield Fields(node, self.desk, node.span)

    def part(self, key: str) -> Fields | None:
        """Return the mapping under a key."""
        node, name = self.mapping.get(key), self.mapping.key(key)
        return Fields(node, self.desk, name.span) if isinstance(node, Mapping) and name else None

    def entries(self, key: str) -> Iterator[tuple[Scalar, Node]]:
        """Yield keys and values of the mapping under a key."""
        node = self.mapping.get(key)
        if isinstance(node, Mapping):
            for entry in node.entries:
                yield entry.key, entry.value

    def named_parts(self, key: str) -> Iterator[tuple[Scalar, Fields]]:
        """Yield names and mappings of the mapping under a key."""
        for name, node in self.entries(key):
            if isinstance(node, Mapping):
                yield name, Fields(node, self.desk, name.span)

    def figure(self, key: str) -> FigureName | None:
        """Return the figure named under a key."""
        node = self.scalar(key)
        return next(figure_names(node, self.desk), None) if node else None

    def figures(self, key: str) -> tuple[FigureName, ...]:
        """Return the figures named in a list, or the one named in its place; each once."""
        node = self.mapping.get(key)
        nodes = node.items if isinstance(node, Sequence) else (node,)
        named = (name for one in nodes if isinstance(one, Scalar) and one.text for name in figure_names(one, self.desk))
        return tuple(_each_once(named, key, self.desk.sink))


_COMMAS = "，、"


def figure_names(scalar: Scalar, desk: Desk) -> Iterator[FigureName]:
    """Yield the figure that a text names (名 or 名@时期); more than one where full-width commas hold them together, with a fault."""
    text = scalar.text
    comma = next((char for char in text if char in _COMMAS), "")
    if comma:
        hint = f"write `[{', '.join(one.strip() for one in text.replace('、', '，').split('，'))}]`"
        desk.sink.error("full-width-comma", f"names in a list are parted by `, `, not by `{comma}`", scalar.span, hint)
    places = scalar.places()
    at = 0
    for piece in text.replace("、", "，").split("，"):
        if found := _figure_name(piece, scalar.file.span(places[at]), desk):
            yield found
        at += len(piece) + 1


def _each_once(named: Iterable[FigureName], key: str, sink: Sink) -> Iterator[FigureName]:
    seen: dict[tuple[str, Period | None], Span] = {}
    for one in named:
        first = seen.setdefault((one.name, one.period), one.span)
        if first is one.span:
            yield one
            continue
        where = f"on line {first.line}, column {first.column}"
        sink.error("duplicate-figure", f"`{one.name}` stands twice in `{key}`", one.span, f"the first is {where}: keep one")


def _figure_name(text: str, span: Span, desk: Desk) -> FigureName | None:
    bare = text.strip().removeprefix("【").removesuffix("】")
    name, mark, said = bare.replace("＠", "@").partition("@")
    period = period_at(said.strip(), span, desk) if mark else None
    if not name.strip() or (mark and not period):
        return None
    return FigureName(name.strip(), period, span)


def quantity_at(node: Scalar, units: Units, sink: Sink) -> Quantity | None:
    """Return the quantity that a text says, or None with the fault recorded."""
    try:
        return parse_quantity(node.text, units)
    except QuantityError as fault:
        sink.error(fault.code, fault.message, node.span, *([fault.hint] if fault.hint else []))
        return None
