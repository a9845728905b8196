"""Fields of a mapping, read without complaint: what is missing or of the wrong type has been told by `shape`, and reads as nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.content.inline import unmarked
from generator.content.markup import blocks, phrase, prose
from generator.content.model import Blocks, FigureName, Phrase, Prose
from generator.content.nodes import Mapping, Node, Scalar, Sequence
from generator.content.slip import Slip
from generator.diagnostics import Span, Words, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.content.figures.period import Period
    from generator.content.proofreader import Proofreader


SINGLE = frozenset({"about", "emphasis"})
"""Keys under which one name may stand where a list may."""


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping under a name, with what reading its texts needs."""

    mapping: Mapping
    reader: Proofreader
    span: Span

    def scalar(self, key: str) -> Scalar | None:
        """Return the text under a key as a node, None for anything else."""
        node = self.mapping.get(key)
        return node if isinstance(node, Scalar) and node.text else None

    def text(self, key: str, default: str = "") -> str:
        """Return the text under a key."""
        node = self.scalar(key)
        return node.text.strip() if node else default

    def name(self, key: str, default: str = "") -> str:
        """Return the name under a key, a title that is plain text."""
        return unmarked(self.text(key, default))

    def place(self, key: str) -> Span:
        """Return where the value of a key stands, or the whole when there is none."""
        node = self.mapping.get(key)
        return node.span if isinstance(node, Mapping) or (isinstance(node, Scalar) and node.text) else self.span

    def refuse(self, key: str, says: Words, cure: Words | None = None, *, grave: bool = True) -> None:
        """Tell an error, or a warning, at the value of a key."""
        self.reader.tell(Slip(says, cure, grave=grave), self.place(key))

    def period(self, key: str) -> Period | None:
        """Return the period under a key, or None."""
        return self.reader.period(self.text(key), self.place(key)) if self.text(key) else None

    def phrase(self, key: str) -> Phrase:
        """Return the line of text under a key; an absent one is empty."""
        return self.phrase_or_none(key) or Phrase((), self.span)

    def title(self, key: str) -> Phrase:
        """Return the title under a key, which may say where it is best broken; an absent one is empty."""
        node = self.scalar(key)
        return phrase(node, self.reader, title=True) if node else Phrase((), self.span)

    def phrase_or_none(self, key: str) -> Phrase | None:
        """Return the line of text under a key, or None."""
        node = self.scalar(key)
        return phrase(node, self.reader) if node else None

    def phrases(self, key: str) -> tuple[Phrase, ...]:
        """Return a list of lines."""
        return tuple(phrase(node, self.reader) for node in self.items(key) if isinstance(node, Scalar) and node.text)

    def blocks(self, key: str) -> Blocks:
        """Return the blocks of text under a key."""
        node = self.scalar(key)
        return blocks(node, self.reader) if node else ()

    def prose(self, key: str) -> Prose:
        """Return the blocks of words under a key, where nothing else may stand."""
        node = self.scalar(key)
        return prose(node, self.reader) if node else ()

    def items(self, key: str) -> tuple[Node, ...]:
        """Return the items of a list."""
        node = self.mapping.get(key)
        return node.items if isinstance(node, Sequence) else ()

    def parts(self, key: str) -> Iterator[Fields]:
        """Yield the mappings of a list."""
        for node in self.items(key):
            if isinstance(node, Mapping):
                yield Fields(node, self.reader, node.span)

    def part(self, key: str) -> Fields | None:
        """Return the mapping under a key."""
        node, name = self.mapping.get(key), self.mapping.key(key)
        return Fields(node, self.reader, name.span) if isinstance(node, Mapping) and name else None

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
                yield name, Fields(node, self.reader, name.span)

    def figure(self, key: str) -> FigureName | None:
        """Return the figure named under a key."""
        node = self.scalar(key)
        return next(figure_names(node, self.reader), None) if node else None

    def figures(self, key: str) -> tuple[FigureName, ...]:
        """Return the figures named in a list, or the one that stands where a list may; each once."""
        node = self.mapping.get(key)
        nodes = node.items if isinstance(node, Sequence) else (node,) if key in SINGLE else ()
        named = (name for one in nodes if isinstance(one, Scalar) and one.text for name in figure_names(one, self.reader))
        return tuple(_each_once(named, key, self.reader))


def figure_names(scalar: Scalar, reader: Proofreader) -> Iterator[FigureName]:
    """Yield the figure that a text names (名 or 名@时期); more than one where full-width commas hold them together, with a fault."""
    pieces = re.split("[，、]", scalar.text)
    if len(pieces) > 1:
        says = said("full-width-comma.between-names", mark=scalar.text[len(pieces[0])])
        reader.tell(Slip(says, said("hint.write", cure=f"[{', '.join(one.strip() for one in pieces)}]")), scalar.span)
    whole = scalar.passage()
    at = 0
    for piece in pieces:
        if found := figure_name(piece, whole.span(at), reader):
            yield found
        at += len(piece) + 1


def _each_once(named: Iterable[FigureName], key: str, reader: Proofreader) -> Iterator[FigureName]:
    seen: dict[tuple[str, Period | None], Span] = {}
    for one in named:
        first = seen.setdefault((one.name, one.period), one.span)
        if first is one.span:
            yield one
            continue
        cure = said("duplicate-figure.first", line=first.line, column=first.column)
        reader.tell(Slip(said("duplicate-figure.again", name=one.name, key=key), cure), one.span)


def figure_name(text: str, span: Span, reader: Proofreader) -> FigureName | None:
    """Return the figure that a text names (名 or 名@时期); None, and told, where its period is none."""
    bare = text.strip().removeprefix("【").removesuffix("】")
    name, mark, said = bare.replace("＠", "@").partition("@")
    period = reader.period(said.strip(), span) if mark else None
    if not name.strip() or (mark and not period):
        return None
    return FigureName(name.strip(), period, span)
