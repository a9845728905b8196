"""An author's phrase as it is read for its claims: text with NUMBER for each printed number; clauses, and the numbers in each.

In: a content phrase and the catalogue. Out: sentences, each with its clauses; a claim belongs to a clause, and a number to a place in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.content.model import Noted, Phrase, Reference
from generator.document import yearly
from generator.document.claims.rules import BEGINS, NEAR_ENOUGH, NUMBER

if TYPE_CHECKING:
    from generator.diagnostics import Span
    from generator.document.references import Catalogue, Reading

_SENTENCE, _CLAUSE = re.compile("[^。！？；;\n]+"), re.compile("[^，,：:—…]+")
_LIST = re.compile("[、和与及]")
_GOES_ON = re.compile("达到?了?|到|至|为|升至|增至|降至|突破了?")
_DIGIT = re.compile("[0-9]")
_BLANK = "□"
"""Stands for exempt words, whose author says that they are meant so, and for a change that is told with its verb."""
SUBJECT = 4
"""Characters between a number and a claim about it in one clause (【收入】收入同比增长): more of them name another thing."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A number printed by reference: its place in the text, what it is, and where it is written."""

    at: int
    reading: Reading
    span: Span
    digits: bool = False
    """Whether its digits alone are printed."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its text and where that starts in the phrase, its numbers, and its sentence's clauses before and after it."""

    text: str
    start: int
    mentions: tuple[Mention, ...]

    def mention(self, at: int) -> Mention | None:
        """Return the number at a place of the clause's own text."""
        return next((one for one in self.mentions if one.at == self.start + at), None)


@dataclass(frozen=True, slots=True)
class Spot:
    """A clause among those of its sentence, and where the phrase is written."""

    clauses: tuple[Clause, ...]
    index: int
    span: Span

    @property
    def clause(self) -> Clause:
        """The clause itself."""
        return self.clauses[self.index]

    def subject(self, start: int, end: int) -> Mention | None:
        """Return the number that words from `start` to `end` of the clause are about, or None where that is not plain."""
        return self.behind(start) if self._left(start) else self._right(end) or self._before(start) or self._after(end)

    def behind(self, start: int) -> Mention | None:
        """Return the number before a place of the clause that what stands there is about: in this clause, or the one before."""
        clause, left = self.clause, self._left(start)
        if left:
            between = clause.text[left[-1].at - clause.start + 1 : start]
            plain = BEGINS.fullmatch(between) or len(between) <= SUBJECT
            return left[-1] if plain and not _LIST.search(between) else None
        return self._before(start)

    def _left(self, start: int) -> list[Mention]:
        return [one for one in self.clause.mentions if one.at - self.clause.start < start]

    def _right(self, end: int) -> Mention | None:
        clause = self.clause
        one = next((one for one in clause.mentions if one.at - clause.start >= end), None)
        return one if one and one.at - clause.start - end <= NEAR_ENOUGH else None

    def _before(self, start: int) -> Mention | None:
        """Return the last number of the clause before, where this clause begins with the claim."""
        before = self.clauses[self.index - 1] if self.index else None
        if before is None or not before.mentions or not BEGINS.fullmatch(self.clause.text[:start]):
            return None
        return before.mentions[-1]

    def _after(self, end: int) -> Mention | None:
        """Return the first number of the next clause, where that clause goes on with the claim: 连续三年增长，达到【收入】."""
        after = self.clauses[self.index + 1] if self.index + 1 < len(self.clauses) else None
        if after is None or not after.mentions or self.clause.text[end:].strip():
            return None
        first = after.mentions[0]
        return first if _GOES_ON.fullmatch(after.text[: first.at - after.start]) else None

    def ahead(self, end: int) -> Mention | None:
        """Return the number that a claim which ends there leads to: 同比增长【增速】至【收入】, or 达到【收入】 in the next clause."""
        clause = self.clause
        one = next((one for one in clause.mentions if one.at - clause.start >= end), None)
        if one is None:
            return self._after(end)
        return one if _GOES_ON.fullmatch(clause.text[end : one.at - clause.start]) else None


def spots(phrase: Phrase, catalogue: Catalogue) -> list[Spot]:
    """Return every clause of a phrase."""
    text, mentions = _read(phrase, catalogue)
    found: list[Spot] = []
    for sentence in _SENTENCE.finditer(text):
        clauses = tuple(_clause(one, sentence.start(), mentions) for one in _CLAUSE.finditer(sentence[0]))
        found += [Spot(clauses, index, phrase.span) for index in range(len(clauses))]
    return found


def _clause(found: re.Match[str], start: int, mentions: list[Mention]) -> Clause:
    first, last = start + found.start(), start + found.end()
    return Clause(found[0], first, tuple(one for one in mentions if first <= one.at < last))


def _read(phrase: Phrase, catalogue: Catalogue) -> tuple[str, list[Mention]]:
    text, mentions = "", list[Mention]()
    for node in phrase.nodes:
        if isinstance(node, Noted):
            continue
        if not isinstance(node, Reference):
            text += _BLANK * len(node.text) if node.exempt and not _DIGIT.search(node.text) else node.text
            continue
        reading = catalogue.meant(node.name, node.period)
        if reading is None:
            text += node.name
        elif node.form in ("", "数"):
            mentions.append(Mention(len(text), reading, node.span, digits=node.form == "数"))
            text += NUMBER
        elif node.form in yearly.FORMS:
            text += _BLANK  # its verb is chosen by the values themselves
        else:
            text += reading.label if node.form == "名" else reading.period
    return text, mentions
