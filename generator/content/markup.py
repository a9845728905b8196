"""An author's text: 【references】, **emphasis**, CO~2~ and m^2^, in paragraphs, `## headings`, `- items` and `> quotes`.

Blocks are those of CommonMark. Scalars in; phrases and prose out, each piece with its own line and column, also inside a `|` block.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import decomposition, normalize

from generator.content.figures.period import parse_period
from generator.content.model import Paragraph, Phrase, Reference, Words
from generator.content.slip import PeriodError
from generator.content.slips.spelling import did_you_mean
from generator.content.slips.stray_marks import stray_marks
from generator.content.wording import bad_dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt

    from generator.content.figures.period import Period
    from generator.content.file_text import FileText
    from generator.content.model import Inline, Prose
    from generator.content.nodes import Scalar
    from generator.content.quotations import Quotations
    from generator.content.wording import TypedNumber, Wording
    from generator.diagnostics import Sink, Span

FORMS = ("数", "时期", "名")

_SHIFTED = "上标或下标"
"""The reason that exempts the 2 of CO₂: it is part of a formula or a unit."""

_MARK = re.compile(
    r"\\(?P<escaped>[【】\\*~^])"
    r"|(?P<doubled>【(?=【[^【】\n]*】】))?【(?P<inside>[^【】\n]*)】(?(doubled)】)|(?P<stray>[【】])"
    r"|(?P<strong>\*\*)"
    r"|(?<=[A-Za-z)）])~(?P<sub>[0-9A-Za-z+-]{1,6})~|(?<=[A-Za-z)）])\^(?P<super>[0-9A-Za-z+-]{1,6})\^"
    r"|(?<![ \t])(?P<blank>[ \t]*+\n[ \t]*+)"
)
_SHIFTS = {"<sub>": "~", "<super>": "^"}
_DIGIT = re.compile("[0-9]")
_SIGNS, _SCALES = ("-", "−"), tuple("万亿千百%％‰")
_SHOWN = 24
"""Characters of the author's text quoted in a message."""
_GLUED = re.compile(r"^ *(?P<mark>#{2,}|[-*+])(?P<text>[\u4e00-\u9fff“《【][^\n]{0,9})", re.MULTILINE)
_LONGEST_INSIDE = 100
"""Characters between 【 and 】: more is a bracket that was meant as one."""
_INSIDE = re.compile(r"\s*(?P<name>[^@＠:：]*?)\s*(?:[@＠]\s*(?P<period>[^:：]*?)\s*)?(?:[:：]\s*(?P<form>.*?)\s*)?")


@dataclass(frozen=True, slots=True)
class Desk:
    """What reading a text needs: where faults go, what numerals may be typed, when the fiscal year ends."""

    sink: Sink
    wording: Wording | Quotations
    fiscal_year_ends: str
    names: frozenset[str] = frozenset()
    """The names of the report's figures."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters with the place of each in the file."""

    text: str
    places: Sequence[int]
    file: FileText

    def part(self, start: int, end: int) -> Passage:
        """Return the characters from start to end."""
        return Passage(self.text[start:end], self.places[start : end + 1], self.file)

    def span(self, at: int = 0) -> Span:
        """Return the place of a character."""
        return self.file.span(self.places[at])


def phrase(scalar: Scalar, desk: Desk) -> Phrase:
    """Return a scalar as one line of text."""
    return Phrase(_inline(_unfolded(scalar), desk), scalar.span)


def prose(scalar: Scalar, desk: Desk) -> Prose:
    """Return a scalar as blocks of text."""
    whole = _unfolded(scalar)
    return tuple(Paragraph(kind, Phrase(_inline(part, desk), part.span())) for kind, part in _blocks(whole, desk.sink))


def _unfolded(scalar: Scalar) -> Passage:
    """Turn the spaces that YAML made of line ends back into line ends: between Han they are no spaces."""
    places = scalar.places()
    text = scalar.text
    if " " in text and not isinstance(places, range):
        raw = scalar.file.text
        text = "".join("\n" if char == " " and raw[place] == "\n" else char for char, place in zip(text, places, strict=False))
    return Passage(text, places, scalar.file)


def _blocks(whole: Passage, sink: Sink) -> Iterator[tuple[str, Passage]]:
    """Yield kind and characters of each block, as markdown-it parts them."""
    kinds = {"heading_open": "heading", "list_item_open": "item", "blockquote_open": "quote"}
    within: list[str] = []
    starts = _line_starts(whole.text.split("\n"))
    _tell_glued(whole, sink)
    for token in _markdown().parse(whole.text):
        if token.type == "ordered_list_open" and token.map:
            place = whole.span(starts[token.map[0]])
            sink.error("numbered-list", "numbered lists are not set", place, "begin each item with `- `")
        if token.type in kinds:
            within.append(kinds[token.type])
        elif token.type.replace("_close", "_open") in kinds:
            within.pop()
        elif token.type == "inline" and token.map:
            yield (within[-1] if within else "text"), _content(whole, token.content, token.map[0], starts)


def _tell_glued(whole: Passage, sink: Sink) -> None:
    """Point at a mark that is none because it is glued to its text (##标题, -项目)."""
    for found in _GLUED.finditer(whole.text):
        hint = f"write `{found['mark']} {found['text']}`"
        sink.error("stray-mark", f"the space after `{found['mark']}` is missing", whole.span(found.start("mark")), hint)


def _line_starts(lines: list[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _content(whole: Passage, content: str, line: int, starts: list[int]) -> Passage:
    """Return a block's characters without its marker, each with its place."""
    places: list[int] = []
    for row, words in enumerate(content.split("\n"), line):
        begin = max(whole.text.find(words, starts[row], starts[row + 1]), starts[row])
        places.extend(whole.places[begin : begin + len(words) + 1])
    return Passage(content, places, whole.file)


@cache
def _markdown() -> MarkdownIt:
    """Make the parser of blocks; what stands inside them is read here, since CommonMark's ** fails beside Chinese marks."""
    from markdown_it import MarkdownIt  # noqa: PLC0415  # 30 ms that a file without prose, or a faulty one, need not pay

    return MarkdownIt("zero").enable(["heading", "list", "blockquote"]).disable("inline")


def _inline(passage: Passage, desk: Desk) -> tuple[Inline, ...]:
    """Return words and references; neighbouring words of one style are one piece."""
    for mark in stray_marks(passage.text, desk.names):
        tell = desk.sink.error if mark.grave else desk.sink.warn
        tell(mark.code, mark.message, passage.span(mark.start), mark.hint)
    return tuple(_Line(passage, desk).read())


class _Line:
    """Reads one block from left to right, gathering plain characters until a mark ends them."""

    def __init__(self, passage: Passage, desk: Desk) -> None:
        self.passage = passage
        self.desk = desk
        self.chars: list[str] = []
        self.places: list[int] = []
        self.nodes: list[Inline] = []
        self.emphasis: int | None = None

    def read(self) -> list[Inline]:
        """Return the nodes of the block."""
        at = 0
        for found in _MARK.finditer(self.passage.text):
            self._gather(at, found.start())
            self._take(found)
            at = found.end()
        self._gather(at, len(self.passage.text))
        self._flush()
        if self.emphasis is not None:
            hint = "close it with `**`, or write `\\*\\*` for two asterisks"
            self.desk.sink.error("stray-mark", "emphasis begins here and never ends", self.passage.span(self.emphasis), hint)
        _tell_grown(self.nodes, self.desk)
        return self.nodes

    def _gather(self, start: int, end: int) -> None:
        self.chars.extend(self.passage.text[start:end])
        self.places.extend(self.passage.places[start:end])

    def _take(self, found: re.Match[str]) -> None:
        kind = found.lastgroup
        if kind == "escaped":
            self._gather(found.start(kind), found.end(kind))
        elif kind == "blank":
            self._break(found)
        elif kind == "strong":
            self._flush()
            self.emphasis = found.start() if self.emphasis is None else None
        elif kind in ("sub", "super"):
            self._flush()
            place = self.passage.span(found.start(kind))
            self.nodes.append(Words(found[kind], place, self._emphatic, kind, _SHIFTED if _DIGIT.search(found[kind]) else ""))
        elif kind == "inside":
            self._flush()
            self.nodes.extend(self._reference(found))
        else:
            self._stray(found)

    @property
    def _emphatic(self) -> bool:
        return self.emphasis is not None

    def _break(self, found: re.Match[str]) -> None:
        """Join two lines: with a space between Latin words, with nothing beside Han."""
        text = self.passage.text
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        if before.isascii() and after.isascii() and before and after:
            self.chars.append(" ")
            self.places.append(self.passage.places[found.start()])

    def _stray(self, found: re.Match[str]) -> None:
        opened = found[0] == "【"
        message = "`【` is opened here and not closed on this line" if opened else "`】` closes nothing"
        hint = f"write 【名】, or `\\{found[0]}` for a bracket that is meant"
        self.desk.sink.error("bad-reference", message, self.passage.span(found.start()), hint)

    def _flush(self) -> None:
        if self.chars:
            gathered = Passage("".join(self.chars), (*self.places, self.places[-1] + 1), self.passage.file)
            self.nodes.extend(_words(gathered, self.desk, emphasis=self._emphatic))
        self.chars, self.places = [], []

    def _reference(self, found: re.Match[str]) -> Iterator[Reference]:
        start = found.start("inside")
        if found["doubled"]:
            hint = f"write `【{found['inside']}】`"
            self.desk.sink.error(
                "bad-reference", f"the brackets of `{found[0]}` are doubled", self.passage.span(found.start()), hint
            )
        inside = _INSIDE.fullmatch(found["inside"]) if len(found["inside"]) < _LONGEST_INSIDE else None
        place = self.passage.span(found.start())
        if not inside or not inside["name"]:
            self.desk.sink.error(
                "bad-reference", f"`{found[0]}` names no figure", place, "write `【名】`, `【名@2020年】` or `【名:时期】`"
            )
            return
        form = self._form(inside["form"], self.passage.span(start + max(inside.start("form"), 0)))
        if inside["period"] is None:
            yield Reference(inside["name"], None, form, place, self._emphatic)
        elif period := period_at(inside["period"], self.passage.span(start + inside.start("period")), self.desk):
            yield Reference(inside["name"], period, form, place, self._emphatic)

    def _form(self, form: str | None, place: Span) -> str:
        if form is None or form in FORMS:
            return form or ""
        near = did_you_mean(form, FORMS)
        hint = f"did you mean `{near}`?" if near else "after the colon stands `数`, `时期` or `名`"
        self.desk.sink.error("bad-reference", f"`{form}` is no form of a reference", place, hint)
        return ""


def period_at(text: str, place: Span, desk: Desk) -> Period | None:
    """Return the period that a text says, or None with the fault recorded."""
    try:
        return parse_period(text, desk.fiscal_year_ends)
    except PeriodError as fault:
        if not any(one.message == fault.message and "fiscal" in fault.message for one in desk.sink.found):
            desk.sink.error(fault.code, fault.message, place, *([fault.hint] if fault.hint else []))
        return None


def _words(passage: Passage, desk: Desk, *, emphasis: bool) -> Iterator[Words]:
    """Yield words, those that are exempt apart; point out the numbers typed into them."""
    _point_out(passage, desk)
    at = 0
    for start, end, reason in desk.wording.exemptions(passage.text):
        if start > at:
            yield Words(passage.text[at:start], passage.span(at), emphasis)
        yield Words(passage.text[start:end], passage.span(start), emphasis, "", reason)
        at = end
    if at < len(passage.text):
        yield Words(passage.text[at:], passage.span(at), emphasis)


def point_out(scalar: Scalar, desk: Desk) -> None:
    """Point out the numbers typed into a text that has no marks of its own: a label, a definition."""
    _point_out(Passage(scalar.text, scalar.places(), scalar.file), desk)


def _point_out(passage: Passage, desk: Desk) -> None:
    for at, fault in bad_dates(passage.text):
        desk.sink.error(fault.code, fault.message, passage.span(at), *([fault.hint] if fault.hint else []))
    for number in desk.wording.typed(passage.text):
        message = f"the number `{number.text[:_SHOWN]}` is typed into the text"
        desk.sink.warn("typed-number", message, passage.span(number.start), _cure(number))


def _tell_grown(nodes: Sequence[Inline], desk: Desk) -> None:
    """Point out a sign before a number that was accounted for, or a scale after it: it makes another number of it."""
    for before, after in pairwise(nodes):
        if _counts(after) and isinstance(before, Words) and not before.exempt and before.text.endswith(_SIGNS):
            _tell_glue(before.text[-1], "before", after.span, desk)
        elif _counts(before) and isinstance(after, Words) and not after.exempt and after.text.startswith(_SCALES):
            _tell_glue(after.text[0], "after", after.span, desk)


def _counts(node: Inline) -> bool:
    """Tell whether a numeral is printed here that is accounted for."""
    return node.form != "名" if isinstance(node, Reference) else bool(node.exempt)


def _tell_glue(sign: str, where: str, place: Span, desk: Desk) -> None:
    glued = replace(place, column=place.column - 1)
    if any(one.code == "stray-mark" and one.span == glued for one in desk.sink.found):
        return
    cure = "part them by a word or `—`" if sign in _SIGNS else "part them by a word, or write it into the value"
    desk.sink.warn("typed-number", f"the `{sign}` {where} a number makes another number of it", place, cure)


def _cure(number: TypedNumber) -> str:
    if number.cure:
        return number.cure
    if shift := _SHIFTS.get(decomposition(number.text).partition(" ")[0] if len(number.text) == 1 else ""):
        return f"write `{shift}{normalize('NFKC', number.text)}{shift}` behind a letter: m^2^, CO~2~"
    if not number.reference:
        return "make it a figure and write `【名】`, or give it a reason under `exempt:` or `names:`"
    if number.says.startswith(number.text) or number.says == number.text:
        return f"it equals `{number.reference}`: write `【{number.reference}】`, and it can never go stale"
    return f"`{number.reference}` is `{number.says}`: write `【{number.reference}】`, and it can never go stale"
