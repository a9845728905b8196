"""Which page or slide each found one should be: they stand in their places unless one is missing, or one is too many.

In: the text of each page or slide. Out: their sites; those that are missing are told, with all that they held.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.diagnostics import said
from generator.document.ledger import FOLIO, Placement
from generator.inspection.numerals import numerals, occurrences
from generator.inspection.verdict import PLACES, Site

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.inspection.charge import Charge


def sites(output: str, texts: Sequence[str], charge: Charge) -> tuple[Site, ...]:
    """Return the site of each page or slide by its text."""
    last = max((place for name, place in charge.by_place if name == output), default=0)
    due = [_due(output, place, charge) for place in range(1, last + 1)]
    words = [[one.text for one in placed] for placed in due]
    if len(words) <= len(texts) and not any(is_strange(one, text) for one, text in zip(words, texts, strict=False)):
        return tuple(Site(output, number, number) for number in range(1, len(texts) + 1))
    found = aligned(words, texts)
    for place, index in enumerate(found, 1):
        if index is None:
            _tell_missing(output, place, due[place - 1], charge)
    places = {index: place for place, index in enumerate(found, 1) if index is not None}
    return tuple(Site(output, index + 1, places.get(index, 0)) for index in range(len(texts)))


def _due(output: str, place: int, charge: Charge) -> list[Placement]:
    return [one for one in charge.due(Site(output, place, place)) if one.use != FOLIO]


def _tell_missing(output: str, place: int, due: list[Placement], charge: Charge) -> None:
    where = Site(output, place, place).place()
    charge.fault(said(f"missing-place.{PLACES[output]}"), where, None, charge.edited)
    for one in due:
        charge.fault(said("missing-figure.with-all", what=charge.of(one), due=one.text), where, one)


def aligned(due: Sequence[Sequence[str]], texts: Sequence[str]) -> list[int | None]:
    """Return for each place that is due the text that is most likely it, in order; None for a place that is not there.

    Needed only where places are missing or too many: the longest common course, each step weighed by likeness.
    """
    best: list[list[tuple[float, tuple[int | None, ...]]]] = [[(0, ())] * (len(texts) + 1)]
    for words in due:
        line: list[tuple[float, tuple[int | None, ...]]] = [(best[-1][0][0], (*best[-1][0][1], None))]
        for at, text in enumerate(texts):
            taken = (best[-1][at][0] + _likeness(words, text), (*best[-1][at][1], at))
            left_out = (best[-1][at + 1][0], (*best[-1][at + 1][1], None))
            line.append(max(taken, left_out, line[-1], key=lambda one: one[0]))
        best.append(line)
    return list(best[-1][-1][1])


def _likeness(words: Sequence[str], text: str) -> float:
    """Return how much of what is due stands in a text and how much of its numerals are due (Dice), and a little for any two."""
    wanted = Counter(words)
    found = sum(min(count, sum(1 for _ in occurrences(text, one))) for one, count in wanted.items())
    return 0.1 + 2 * found / max(1, len(words) + sum(1 for _ in numerals(text)))


def is_strange(words: Sequence[str], text: str) -> bool:
    """Tell whether a text lacks most of the words that are due in it: then it is another page or slide."""
    return sum(one not in text for one in words) * 2 > max(len(words), 2)
