"""What stands inside a block of text: 【references】, **emphasis**, CO~2~, m^2^, [links](https://…), notes [^1], a title's ` / `.

Characters in; words, references and marks of notes out.

It is read here, since CommonMark's ** fails beside Chinese marks; each piece keeps its own line and column.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from generator.content.model import Inline, Noted, Phrase, Reference, Words
from generator.content.nodes import Passage
from generator.content.short_text import SHIFT, SHIFTED
from generator.content.slip import Slip
from generator.content.slips.spelling import did_you_mean
from generator.content.slips.stray_marks import ADDRESS, OPENING, stray_marks
from generator.content.slips.typed import SIGNS, grown
from generator.diagnostics import Words as Said
from generator.diagnostics import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.content.proofreader import Proofreader
    from generator.diagnostics import Span

FORMS = ("数", "时期", "名", "同比", "同比差")

_HAN = "\u4e00-\u9fff，、；：。！？“”‘’《》（）「」—…"
_PAUSE = rf"(?<=[{_HAN}])[ \t\n]+/[ \t\n]+(?=\S)|(?<=\S)[ \t\n]+/[ \t\n]+(?=[{_HAN}])|(?<=[，、；：。！？])/(?=\S)"
"""Where a title is best broken: a slash with a space on either side, as lines of verse are quoted, or one right after a stop.

元/吨, an address and AliOS / Linux keep theirs, and so do two numbers: what stands between them may be meant.
"""
ESCAPED = rf"【】\\*~^/|!\]#+.`\-{re.escape(OPENING)}"
"""What a backslash takes its meaning from, in brackets of a pattern."""
_MARK = re.compile(
    rf"\\(?P<escaped>[{ESCAPED}])|(?P<pause>{_PAUSE})"
    r"|(?P<doubled>【(?=【[^【】\n]*】】))?【(?P<inside>[^【】\n]*)】(?(doubled)】)|(?P<stray>[【】])"
    r"|(?P<strong>\*\*)|\[\^(?P<note>[^\[\]\s^]{1,20})\]"
    rf"|(?P<opens>\[)(?=[^\[\]\n]{{1,200}}\]\({ADDRESS}\))|\]\((?P<address>{ADDRESS})\)"
    rf"|{SHIFT}"
    r"|(?<![ \t])(?P<blank>[ \t]*+\n[ \t]*+)"
)
_DIGIT = re.compile("[0-9]")
_SCALES = tuple("万亿千百%％‰")
_LONGEST_INSIDE = 100
"""Characters between 【 and 】: more is a bracket that was meant as one."""
_INSIDE = re.compile(r"\s*(?P<name>[^@＠:：]*?)\s*(?:[@＠]\s*(?P<period>[^:：]*?)\s*)?(?:[:：]\s*(?P<form>.*?)\s*)?")


class Notes(Protocol):
    """What finds the note that a mark leads to."""

    def led(self, name: str, span: Span) -> Phrase | None:
        """Return the note; None, and told, where none is meant."""


def inline(passage: Passage, reader: Proofreader, *, title: bool = False, notes: Notes | None = None) -> tuple[Inline, ...]:
    """Return words, references and marks; neighbouring words of one style are one piece, but where a title is marked to be broken.

    Without `notes` marks and links are told: a line by itself has no foot where a note or an address might stand.
    """
    reader.mark(passage, stray_marks(passage.text, reader.names))
    return tuple(_Line(passage, reader, notes, title=title).read())


def unmarked(name: str) -> str:
    """Return a title that is plain text, and one line wherever it stands, without the marks of where it might be broken."""
    return re.sub(_PAUSE, "", name)


class _Line:
    """Reads one block from left to right, gathering plain characters until a mark ends them."""

    def __init__(self, passage: Passage, reader: Proofreader, notes: Notes | None, *, title: bool) -> None:
        self.passage, self.reader, self.notes, self.title = passage, reader, notes, title
        self.pauses: list[int] = []
        self.chars: list[str] = []
        self.places: list[int] = []
        self.nodes: list[Inline] = []
        self.emphasis: int | None = None
        self.link: int | None = None
        """How many nodes stand before the link that is being read."""

    def read(self) -> Sequence[Inline]:
        """Return the nodes of the block."""
        at = 0
        for found in _MARK.finditer(self.passage.text):
            self._gather(at, found.start())
            self._take(found)
            at = found.end()
        self._gather(at, len(self.passage.text))
        self._flush()
        if self.emphasis is not None:
            self._tell(said("stray-mark.never-ends"), said("stray-mark.close"), self.emphasis)
        _tell_grown(self.nodes, self.reader)
        return self.nodes

    def _tell(self, says: Said, cure: Said, at: int) -> None:
        self.reader.tell(Slip(says, cure), self.passage.span(at))

    def _gather(self, start: int, end: int) -> None:
        self.chars.extend(self.passage.text[start:end])
        self.places.extend(self.passage.places[start:end])

    def _take(self, found: re.Match[str]) -> None:
        kind = found.lastgroup
        if kind == "escaped":
            self._gather(found.start(kind), found.end(kind))
        elif kind == "blank":
            self._break(found)
        elif kind == "pause":
            self._pause(found)
        elif kind == "strong":
            self._flush()
            self.emphasis = found.start() if self.emphasis is None else None
        elif kind in ("sub", "super"):
            self._flush()
            place = self.passage.span(found.start(kind))
            self.nodes.append(
                Words(found[kind], place, self.emphasis is not None, kind, SHIFTED if _DIGIT.search(found[kind]) else "")
            )
        elif kind in ("inside", "note"):
            self._flush()
            self.nodes.extend(self._reference(found) if kind == "inside" else self._noted(found))
        elif kind in ("opens", "address"):
            self._flush()
            self._link(found)
        else:
            self._stray(found)

    def _noted(self, found: re.Match[str]) -> Iterator[Noted]:
        span = self.passage.span(found.start())
        if self.notes is None:
            self._tell(said("bad-note.not-here", name=found["note"]), said("bad-note.goes-into-text"), found.start())
        elif phrase := self.notes.led(found["note"], span):
            yield Noted(phrase, span)

    def _link(self, found: re.Match[str]) -> None:
        """Begin a link, or give all that stands in it its address."""
        if found["opens"]:
            self.link = len(self.nodes)
            if self.notes is None:
                self._tell(said("bad-link.not-here"), said("bad-link.goes-into-text"), found.start())
        elif self.link is None:
            self._gather(found.start(), found.end())
        else:
            inside = (one if isinstance(one, Noted) else replace(one, link=found["address"]) for one in self.nodes[self.link :])
            self.nodes[self.link :] = list(inside)
            self.link = None

    def _pause(self, found: re.Match[str]) -> None:
        """Mark the place in a title; elsewhere the slash is printed."""
        if not self.title:
            self._gather(found.start(), found.end())
        elif self.chars:
            self.pauses.append(len(self.chars))
        elif self.nodes and not isinstance(last := self.nodes[-1], Noted):
            self.nodes[-1] = replace(last, pause=True)

    def _break(self, found: re.Match[str]) -> None:
        """Join two lines: with a space between Latin words, with nothing beside Han."""
        text = self.passage.text
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        if before.isascii() and after.isascii() and before and after:
            self.chars.append(" ")
            self.places.append(self.passage.places[found.start()])

    def _stray(self, found: re.Match[str]) -> None:
        says = said("bad-reference.not-closed") if found[0] == "【" else said("bad-reference.not-opened")
        self._tell(says, said("bad-reference.bracket", mark=found[0]), found.start())

    def _flush(self) -> None:
        if self.chars:
            gathered = Passage("".join(self.chars), (*self.places, self.places[-1] + 1), self.passage.file)
            self.nodes.extend(_words(gathered, self.reader, self.pauses, emphasis=self.emphasis is not None))
        self.chars, self.places, self.pauses = [], [], []

    def _reference(self, found: re.Match[str]) -> Iterator[Reference]:
        start = found.start("inside")
        if found["doubled"]:
            cure = said("hint.write", cure=f"【{found['inside']}】")
            self._tell(said("bad-reference.doubled", reference=found[0]), cure, found.start())
        inside = _INSIDE.fullmatch(found["inside"]) if len(found["inside"]) < _LONGEST_INSIDE else None
        if not inside or not inside["name"]:
            self._tell(said("bad-reference.no-name", reference=found[0]), said("bad-reference.forms"), found.start())
            return
        form = self._form(inside["form"], start + max(inside.start("form"), 0))
        when = inside["period"]
        period = None if when is None else self.reader.period(when, self.passage.span(start + inside.start("period")))
        if period or when is None:
            yield Reference(inside["name"], period, form, self.passage.span(found.start()), self.emphasis is not None)

    def _form(self, form: str | None, at: int) -> str:
        if form is None or form in FORMS:
            return form or ""
        near = did_you_mean(form, FORMS)
        cure = said("hint.did-you-mean", cure=near) if near else said("bad-reference.after-colon", forms=FORMS)
        self._tell(said("bad-reference.form", form=form), cure, at)
        return ""


def _words(passage: Passage, reader: Proofreader, pauses: Sequence[int], *, emphasis: bool) -> Iterator[Words]:
    """Yield words, parted at pauses, those that are exempt apart; point out the numbers typed into them."""
    reader.point_out_numbers(passage)
    exempt = {start: (end, reason) for start, end, reason in reader.wording.exemptions(passage.text)}
    edges = sorted({*exempt, *(end for end, _ in exempt.values()), *pauses, len(passage.text)})
    at = 0
    while at < len(passage.text):
        end, reason = exempt.get(at) or (next(edge for edge in edges if edge > at), "")
        yield Words(passage.text[at:end], passage.span(at), emphasis, "", reason, end in pauses)
        at = end


def _tell_grown(nodes: Sequence[Inline], reader: Proofreader) -> None:
    """Point out a sign before a number that was accounted for, or a scale after it: it makes another number of it."""
    for before, after in pairwise(nodes):
        if _counts(after) and _plain(before).endswith(SIGNS):
            slip = grown("sign", _plain(before)[-1])
        elif _counts(before) and _plain(after).startswith(_SCALES):
            slip = grown("scale", _plain(after)[0])
        else:
            continue
        glued = replace(after.span, column=after.span.column - 1)
        if not any(one.code == "stray-mark" and one.span == glued for one in reader.sink.found):
            reader.tell(slip, glued)


def _counts(node: Inline) -> bool:
    """Tell whether a numeral is printed here that is accounted for."""
    return node.form != "名" if isinstance(node, Reference) else isinstance(node, Words) and bool(node.exempt)


def _plain(node: Inline) -> str:
    return node.text if isinstance(node, Words) and not node.exempt else ""
