"""The author's text: phrases, and prose in paragraphs, `## headings`, `- items` and `> quotes`, by the rules of CommonMark.

Scalars in; phrases and prose out, each piece with its own line and column, also inside a `|` block.
"""

from __future__ import annotations

from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.content.inline import inline
from generator.content.model import Paragraph, Phrase, Prose
from generator.content.nodes import Passage, Scalar
from generator.content.slip import Slip
from generator.content.slips.stray_marks import block_marks, glued_marks
from generator.diagnostics import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt

    from generator.content.proofreader import Proofreader


def phrase(scalar: Scalar, reader: Proofreader, *, title: bool = False) -> Phrase:
    """Return a scalar as one line of text; in a title ` / ` marks where it is best broken."""
    passage = _unfolded(scalar)
    reader.mark(passage, block_marks(passage.text))
    return Phrase(inline(passage, reader, title=title), scalar.span)


def prose(scalar: Scalar, reader: Proofreader) -> Prose:
    """Return a scalar as blocks of text."""
    whole = _unfolded(scalar)
    return tuple(Paragraph(kind, Phrase(inline(part, reader), part.span())) for kind, part in _blocks(whole, reader))


def _unfolded(scalar: Scalar) -> Passage:
    """Turn the spaces that YAML made of line ends back into line ends: between Han they are no spaces."""
    places = scalar.places()
    text = scalar.text
    if " " in text and not isinstance(places, range):
        raw = scalar.file.text
        text = "".join("\n" if char == " " and raw[place] == "\n" else char for char, place in zip(text, places, strict=False))
    return Passage(text, places, scalar.file)


def _blocks(whole: Passage, reader: Proofreader) -> Iterator[tuple[str, Passage]]:
    """Yield kind and characters of each block, as markdown-it parts them."""
    kinds = {"heading_open": "heading", "list_item_open": "item", "blockquote_open": "quote"}
    within: list[str] = []
    starts = [*accumulate((len(line) + 1 for line in whole.text.split("\n")), initial=0)]
    reader.mark(whole, glued_marks(whole.text))
    for token in _markdown().parse(whole.text):
        if token.type == "ordered_list_open" and token.map:
            slip = Slip(said("numbered-list.not-set"), said("hint.begin-items"))
            reader.tell(slip, whole.span(starts[token.map[0]]))
        if token.type in kinds:
            within.append(kinds[token.type])
        elif token.type.replace("_close", "_open") in kinds:
            within.pop()
        elif token.type == "inline" and token.map:
            yield (within[-1] if within else "text"), _content(whole, token.content, token.map[0], starts)


def _content(whole: Passage, content: str, line: int, starts: list[int]) -> Passage:
    """Return a block's characters without its marker, each with its place."""
    places: list[int] = []
    for row, words in enumerate(content.split("\n"), line):
        begin = max(whole.text.find(words, starts[row], starts[row + 1]), starts[row])
        places.extend(whole.places[begin : begin + len(words) + 1])
    return Passage(content, places, whole.file)


@cache
def _markdown() -> MarkdownIt:
    """Make the parser of blocks; what stands inside them `inline` reads."""
    from markdown_it import MarkdownIt  # noqa: PLC0415  # 30 ms that a file without prose, or a faulty one, need not pay

    return MarkdownIt("zero").enable(["heading", "list", "blockquote"]).disable("inline")
