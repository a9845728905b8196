"""The author's text: phrases; and blocks, by the rules of CommonMark and of GitHub's tables.

`## headings` and `### subheadings`, `- items` and `1. items` nested once, `> quotes` with their speaker, tables, pictures. Scalars in;
phrases and blocks out, each piece with its own line and column, also inside a `|` block. What else Markdown has is told as not set.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from generator.content.inline import inline
from generator.content.model import Block, Blocks, Details, Paragraph, Phrase, Picture, Prose, TextTable, words_of
from generator.content.nodes import Passage, Scalar
from generator.content.notes import Notes
from generator.content.slip import Slip
from generator.content.slips.stray_marks import block_marks, glued_marks
from generator.content.text_tables import text_table
from generator.diagnostics import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from generator.content.proofreader import Proofreader

HEADINGS = {"h2": "heading", "h3": "subheading"}
DEEPEST = 1
"""The depth of an item in a list in a list."""
_WITHIN = {"bullet_list_open": "list", "ordered_list_open": "list", "blockquote_open": "quote"}
_TASK = re.compile(r"\[[ xX]\][ \t]")
_TITLE = re.compile(r"(?:\A|\n)[ \t]*表[：:][ \t]*(?P<title>[^\n]*)\Z")
_TERM = re.compile(r"^: ", re.MULTILINE)
_SPEAKER = re.compile(r"(?:\A|\n)[ \t]*(?:——|—|--)[ \t]*(?P<who>[^\n]+)\Z")
_PICTURE = re.compile(
    r"!\[(?P<alt>[^\[\]\n]*)\]\([ \t]*(?P<file>[^()<>\"“”\n]*?)[ \t]*(?:[\"“](?P<caption>[^\"“”\n]*)[\"”][ \t]*)?\)"
)


def phrase(scalar: Scalar, reader: Proofreader, *, title: bool = False) -> Phrase:
    """Return a scalar as one line of text; in a title ` / ` marks where it is best broken."""
    passage = _unfolded(scalar)
    reader.mark(passage, block_marks(passage.text))
    return Phrase(inline(passage, reader, title=title), scalar.span)


def prose(scalar: Scalar, reader: Proofreader) -> Prose:
    """Return a scalar as blocks of words; of a table and a picture is told that they do not stand there."""
    read = blocks(scalar, reader, words_only=True)
    for one in read:
        if not isinstance(one, Paragraph):
            kind = "table" if isinstance(one, TextTable) else "picture"
            reader.tell(Slip(said(f"bad-block.no-{kind}-here"), said("bad-block.goes-into-text")), one.span)
    return words_of(read)


def blocks(scalar: Scalar, reader: Proofreader, *, words_only: bool = False) -> Blocks:
    """Return a scalar as blocks of text; where it is for words only it has no notes."""
    whole = _unfolded(scalar)
    reader.mark(whole, glued_marks(whole.text))
    if words_only:
        return tuple(_Blocks(whole, reader, None).read())
    notes = Notes.of(whole, reader)
    read = tuple(_Blocks(Passage(notes.rest, whole.places, whole.file), reader, notes).read())
    notes.tell_unused()
    return read


def _unfolded(scalar: Scalar) -> Passage:
    """Turn the spaces that YAML made of line ends back into line ends: between Han they are no spaces."""
    places = scalar.places()
    text = scalar.text
    if " " in text and not isinstance(places, range):
        raw = scalar.file.text
        text = "".join("\n" if char == " " and raw[place] == "\n" else char for char, place in zip(text, places, strict=False))
    return Passage(text, places, scalar.file)


@dataclass(slots=True)
class _Around:
    """What a block stands in, "list" or "quote"; of a numbered list its first number and the last; whether an item has its paragraph."""

    kind: str
    first: int = 0
    number: int = 0
    filled: bool = False


class _Blocks:
    """Reads a text block by block, as markdown-it parts them; what is told as not set is passed over."""

    def __init__(self, whole: Passage, reader: Proofreader, notes: Notes | None) -> None:
        self.whole, self.reader, self.notes = whole, reader, notes
        self.starts = [*accumulate((len(line) + 1 for line in whole.text.split("\n")), initial=0)]
        self.tokens: Sequence[Token] = _markdown().parse(whole.text)
        self.around: list[_Around] = []
        self.title: Phrase | None = None
        """That of the table which follows."""

    def read(self) -> Iterator[Block]:
        """Yield the blocks."""
        skipped = -1
        for at, token in enumerate(self.tokens):
            if at <= skipped:
                continue
            if slip := self._unset(at):
                self._tell(slip, token)
                skipped = self._close(at)
            elif token.type in _WITHIN:
                start = int(token.attrs.get("start", 1))
                self.around.append(_Around(_WITHIN[token.type], start, start - 1))
            elif token.type.replace("_close", "_open") in _WITHIN:
                self.around.pop()
            elif token.type == "list_item_open":
                self._count(token)
            elif token.type == "inline":
                yield from self._words(at)
            elif token.type == "table_open":
                yield from self._table(token)
                skipped = self._close(at)

    def _unset(self, at: int) -> Slip | None:
        """Return why a block is not set: what it is, or where it stands."""
        token, around = self.tokens[at], self.around[-1] if self.around else None
        inner = _WITHIN.get(token.type, "")
        if token.type == "heading_open" and not around and token.tag not in HEADINGS:
            return Slip(said("bad-block.heading", mark=token.markup), said("bad-block.two-levels"))
        if around and inner and not (around.kind == inner == "list" and len(self.around) == DEEPEST):
            key = "deep" if around.kind == inner else "inside"
            return Slip(said(f"bad-block.{key}"), said(f"bad-block.mend-{key}"))
        if around and token.type in ("heading_open", "table_open"):
            return Slip(said("bad-block.inside"), said("bad-block.mend-inside"))
        if around and around.kind == "list" and token.type == "paragraph_open" and around.filled:
            return Slip(said("bad-block.second-paragraph"), said("bad-block.one-paragraph"))
        follows = self.tokens[at + 1] if at + 1 < len(self.tokens) else token
        if (
            token.type in ("heading_open", "list_item_open")
            and not follows.content
            and follows.type in ("inline", "list_item_close")
        ):
            return Slip(said("bad-block.empty", mark=token.markup), said("bad-block.fill"))
        return None

    def _count(self, token: Token) -> None:
        """Begin an item; its number is the next of its list, or that of the first, as who lets them be counted writes all alike."""
        around = self.around[-1]
        around.filled, around.number = False, around.number + 1
        if token.info and int(token.info) not in (around.number, around.first):
            cure = said("hint.write", cure=f"{around.number}{token.markup} ")
            self._tell(Slip(said("bad-block.number", number=token.info), cure), token)

    def _words(self, at: int) -> Iterator[Block]:
        """Yield the blocks of a paragraph or a heading."""
        token, opening = self.tokens[at], self.tokens[at - 1]
        passage = self._content(token)
        if opening.type == "heading_open":
            yield Paragraph(HEADINGS[opening.tag], self._phrase(passage))
        elif not self.around:
            yield from self._plain(passage, titled=at + 2 < len(self.tokens) and self.tokens[at + 2].type == "table_open")
        elif self.around[-1].kind == "quote":
            yield from self._quoted(passage)
        else:
            self.around[-1].filled = True
            if task := _TASK.match(passage.text):
                self.reader.tell(Slip(said("bad-block.task", mark=task[0].strip()), said("bad-block.mend-task")), passage.span())
            numbered = self.tokens[at - 2].info
            yield Paragraph("item", self._phrase(passage), len(self.around) - 1, self.around[-1].number if numbered else 0)

    def _plain(self, passage: Passage, *, titled: bool) -> Iterator[Block]:
        """Yield a paragraph, a picture, or nothing where it is the title of a table."""
        if found := _PICTURE.fullmatch(passage.text.strip()):
            yield self._picture(found, passage)
            return
        if term := _TERM.search(passage.text):
            self.reader.tell(Slip(said("bad-block.term"), said("bad-block.mend-term")), passage.span(term.start()))
        title = _TITLE.search(passage.text)
        if title and not titled and not title.start():
            self.reader.tell(Slip(said("bad-table.title-alone"), said("bad-table.put-title")), passage.span())
        elif title and titled:
            self.title = self._phrase(passage.part(*title.span("title")))
            passage = passage.part(0, title.start())
        if passage.text:
            yield Paragraph("text", self._phrase(passage))

    def _quoted(self, passage: Passage) -> Iterator[Paragraph]:
        """Yield what was said, and in its last line who said it."""
        speaker = _SPEAKER.search(passage.text)
        words = passage.part(0, speaker.start()) if speaker else passage
        if words.text:
            yield Paragraph("quote", self._phrase(words))
        if speaker:
            yield Paragraph("speaker", self._phrase(passage.part(*speaker.span("who"))))

    def _picture(self, found: re.Match[str], passage: Passage) -> Picture:
        at = len(passage.text) - len(passage.text.lstrip())
        parts = {name: passage.part(at + found.start(name), at + found.end(name)) for name in ("alt", "caption") if found[name]}
        if not found["alt"].strip():
            self.reader.tell(Slip(said("bad-picture.no-alt"), said("bad-picture.write-alt")), passage.span(at))
        if not found["file"]:
            self.reader.tell(Slip(said("bad-picture.no-file"), said("bad-picture.write-file")), passage.span(at))
        alt, caption = (self._phrase(parts[name], bare=True) if name in parts else None for name in ("alt", "caption"))
        more = self.reader.pictures.get(found["file"], Details())
        own = more._replace(caption=caption or more.caption)
        return Picture(found["file"], alt or Phrase((), passage.span(at)), *own, passage.span(at))

    def _table(self, token: Token) -> Iterator[TextTable]:
        assert token.map, "a table knows its lines"
        title, self.title = self.title, None
        edges = self.starts[token.map[0] : token.map[1] + 1]
        lines = [self.whole.part(start, end - 1) for start, end in pairwise(edges)]
        if table := text_table(title, lines, self.reader, self.notes):
            yield table

    def _phrase(self, passage: Passage, *, bare: bool = False) -> Phrase:
        return Phrase(inline(passage, self.reader, notes=None if bare else self.notes), passage.span())

    def _content(self, token: Token) -> Passage:
        """Return a block's characters without its marker, each with its place."""
        assert token.map, "words know their lines"
        whole, places = self.whole, list[int]()
        for row, words in enumerate(token.content.split("\n"), token.map[0]):
            begin = max(whole.text.find(words, self.starts[row], self.starts[row + 1]), self.starts[row])
            places.extend(whole.places[begin : begin + len(words) + 1])
        return Passage(token.content, places, whole.file)

    def _close(self, at: int) -> int:
        """Return the place of the token that closes what one opens."""
        level, kind = self.tokens[at].level, self.tokens[at].type.replace("_open", "_close")
        return next(
            place for place in range(at, len(self.tokens)) if (self.tokens[place].level, self.tokens[place].type) == (level, kind)
        )

    def _tell(self, slip: Slip, token: Token) -> None:
        """Tell a slip where the characters of a block begin."""
        assert token.map, "a block knows its lines"
        start, end = self.starts[token.map[0]], self.starts[token.map[0] + 1]
        line = self.whole.text[start:end]
        self.reader.tell(slip, self.whole.span(start + len(line) - len(line.lstrip())))


@cache
def _markdown() -> MarkdownIt:
    """Make the parser of blocks; what stands inside them `inline` reads."""
    from markdown_it import MarkdownIt  # noqa: PLC0415  # 30 ms that a file without prose, or a faulty one, need not pay

    return MarkdownIt("zero").enable(["heading", "list", "blockquote", "table"]).disable("inline")
