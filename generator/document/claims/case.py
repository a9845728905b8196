"""A claim found in a sentence, and what there is to say when the values do not bear it out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.diagnostics import Words, said
from generator.document.claims.rules import YEAR_AGO
from generator.document.claims.series import alike, earlier, of_year, year_before

if TYPE_CHECKING:
    from generator.diagnostics import Span
    from generator.document.claims.rules import Rule
    from generator.document.claims.sentences import Mention, Spot
    from generator.document.references import Catalogue, Reading

_YEAR = re.compile(r"[比较](?P<year>(?:19|20)\d\d)年")
_YEARS_AGO = frozenset((*YEAR_AGO.split("|"), "上年", "去年", "上一年"))


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A claim that the values do not bear out: what to say, the cures, where it stands, and whether it is an error."""

    says: Words
    hints: tuple[Words, ...]
    span: Span
    grave: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A claim found: its rule, the words, its clause, the number that it is about, and all the figures."""

    rule: Rule
    found: re.Match[str]
    spot: Spot
    mention: Mention
    catalogue: Catalogue

    @property
    def reading(self) -> Reading:
        """The value of that number."""
        return self.mention.reading

    @property
    def words(self) -> str:
        """The words that claim."""
        return self.found["said"]

    def part(self, name: str) -> str:
        """Return a part of the words, "" where the rule has none of that name."""
        return self.found.groupdict().get(name) or ""

    def base(self) -> Reading | None:
        """Return what the value is said to have come from: the number after 从, the year after 比, else its figure's value before."""
        clause, at = self.spot.clause, self.mention.at - self.spot.clause.start
        for one in clause.mentions:
            if one is not self.mention and clause.text[: one.at - clause.start].endswith(("从", "由")):
                return one.reading if alike(one.reading.number, self.reading.number) else None
        return self.before(self.reading, clause.text[: max(at, self.found.end())])

    def before(self, reading: Reading, words: str) -> Reading | None:
        """Return the value of a figure that some words compare with: 同比, 比2013年; without any, the one before."""
        if any(one in words for one in _YEARS_AGO):
            return year_before(reading, self.catalogue)
        if found := _YEAR.search(words):
            return of_year(reading, self.catalogue, int(found["year"]))
        values = earlier(reading, self.catalogue)
        return values[-1] if values else None

    def against(self, before: Reading, now: Reading | None = None) -> Contradiction:
        """Return the contradiction between the words and two values."""
        now = now or self.reading
        says = said(
            "contradicted-claim.values", words=self.words, figure=now.name, before=str(before.number), earlier=before.period,
            now=str(now.number), later=now.period,
        )  # fmt: skip
        return Contradiction(says, (*self.instead, lines(before, now)), self.mention.span)

    @property
    def instead(self) -> tuple[Words, ...]:
        """The words that would be right, where the contrary holds."""
        return (said("hint.say-instead", cure=self.rule.instead),) if self.rule.instead else ()


def lines(*readings: Reading) -> Words:
    """Return the hint that names the lines of some values."""
    return said("hint.values-on-lines", lines=tuple(dict.fromkeys(one.span.line for one in readings)))
