"""Reads every sentence of a report for what it claims about its numbers, and tells what the values do not bear out.

Phrases and the catalogue in; contradictions in the catalogue's sink out: a warning each, an error where a change is told that its
own series gives otherwise. Which words claim what is data in `rules`.
"""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from generator.diagnostics import said
from generator.document.claims import changes, orders, trends
from generator.document.claims.case import Case, Contradiction
from generator.document.claims.doubled_verbs import doubled_verbs
from generator.document.claims.rules import NEAR_ENOUGH, RULES, Claim, Rule, Scope
from generator.document.claims.sentences import spots

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator

    from generator.content.model import Phrase
    from generator.document.claims.sentences import Mention, Spot
    from generator.document.references import Catalogue

UP, DOWN = 1, -1
_NONE, _ALL = Decimal(0), Decimal("100.0001")

JUDGES: dict[Claim, Callable[[Case], Contradiction | None]] = {
    Claim.ROSE_TO: partial(trends.moved, sign=UP),
    Claim.FELL_TO: partial(trends.moved, sign=DOWN),
    Claim.ROSE_BY: partial(changes.changed, sign=UP),
    Claim.FELL_BY: partial(changes.changed, sign=DOWN),
    Claim.TIMES: changes.multiplied,
    Claim.GREW_TIMES: changes.multiplied,
    Claim.DOUBLED: trends.doubled,
    Claim.RISING: partial(trends.stepped, sign=UP),
    Claim.FALLING: partial(trends.stepped, sign=DOWN),
    Claim.HIGHEST: partial(trends.topped, sign=UP),
    Claim.LOWEST: partial(trends.topped, sign=DOWN),
    Claim.FIRST: trends.first,
    Claim.STEADY: trends.steady,
    Claim.TURNED_UP: partial(trends.turned, sign=UP),
    Claim.TURNED_DOWN: partial(trends.turned, sign=DOWN),
    Claim.MORE_THAN: partial(orders.ordered, sign=UP),
    Claim.LESS_THAN: partial(orders.ordered, sign=DOWN),
    Claim.OVER_HALF: partial(orders.halved, low=orders.HALF, high=_ALL),
    Claim.UNDER_HALF: partial(orders.halved, low=_NONE, high=orders.HALF),
    Claim.NEAR_HALF: partial(orders.halved, low=orders.SHORT_OF_HALF, high=orders.HALF),
    Claim.TENTHS: orders.tenths,
}
"""How each claim is judged."""


def check(phrases: Iterable[Phrase], catalogue: Catalogue) -> None:
    """Tell the contradictions of some phrases; of a value that is still to come nothing can be."""
    for phrase in phrases:
        for one in (*doubled_verbs(phrase), *_of_numbers(phrase, catalogue)):
            record = catalogue.sink.error if one.grave else catalogue.sink.warn
            record(one.says, one.span, *one.hints)


def _of_numbers(phrase: Phrase, catalogue: Catalogue) -> Iterator[Contradiction]:
    for spot in filter(_says_something, spots(phrase, catalogue)):
        yield from (*_contradictions(spot, catalogue), *orders.doubled_approximators(spot))


def _says_something(spot: Spot) -> bool:
    """Tell, quickly, whether a clause can claim anything: its sentence has a number, or it says 翻番."""
    if any(mention.reading.number.is_open for one in spot.clauses for mention in one.mentions):
        return False
    return any(one.mentions for one in spot.clauses) or "翻" in spot.clause.text


def _contradictions(spot: Spot, catalogue: Catalogue) -> Iterator[Contradiction]:
    judged: list[tuple[int, int]] = []
    for rule in RULES:
        for found in rule.words.finditer(spot.clause.text):
            start, end = found.span("said")
            if any(start < last and first < end for first, last in judged):
                continue
            mention = _about(rule, found, spot)
            if mention is None:
                yield from _alone(rule, found, spot)
                continue
            judged.append((start, end))
            if one := JUDGES[rule.claim](Case(rule, found, spot, mention, catalogue)):
                yield one


def _alone(rule: Rule, found: re.Match[str], spot: Spot) -> Iterator[Contradiction]:
    """Yield the words that say so many times without a number beside them."""
    if rule.claim is Claim.DOUBLED:
        says = said("typed-number.in-words", number=found["said"])
        yield Contradiction(says, (said("typed-number.register"),), spot.span)


def _about(rule: Rule, found: re.Match[str], spot: Spot) -> Mention | None:
    """Return the number that a rule's words stand beside, or None where there is none in its scope."""
    if rule.unit and not ((ends := spot.clause.mention(found.end() - 1)) and ends.reading.number.unit == rule.unit):
        return None
    if rule.scope is not Scope.CLAUSE and rule.scope is not Scope.NEAR:
        return spot.clause.mention(found.end() - 1) or spot.behind(found.start())
    mention = spot.subject(found.start(), found.end())
    if mention is None or rule.scope is Scope.CLAUSE:
        return mention
    at = mention.at - spot.clause.start
    return mention if found.start() - NEAR_ENOUGH <= at <= found.end() + NEAR_ENOUGH else None
