"""Formulas in running text: an operator may end a line and begins none; a comparison clings to what follows (T10, character classes).

In: a text and its numbers. Out: the ranges that stay together, and the places after operators, where a line may end at a price.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.typeset.numerals import COMPARISONS, IDEOGRAPHS, Pieces, is_operand

if TYPE_CHECKING:
    from collections.abc import Sequence

OPERATOR_COST = 60.0
"""A formula parted after its operator: the reader sees that it goes on, but words are parted more easily."""

OPERATORS = f"=＝÷×*＋+−－±{COMPARISONS}"
OPERATOR = re.compile(f"[{OPERATORS}]")
CLINGING = frozenset(f"±{COMPARISONS}")
"""What clings to the operand that follows as well, unless a number with its unit ended before it."""
SIGNS = frozenset("+＋−－±") | CLINGING
"""After a word these are the sign of the number that follows."""
OPENING = frozenset("(（[［{｛")


def formulas(text: str, numbers: Sequence[tuple[int, int]]) -> Pieces:
    """Return what stays together round the operators of a text."""
    found = Pieces([], {}, [])
    places = [match.start() for match in OPERATOR.finditer(text)]
    ends = {end for _, end in numbers} if places else set()
    for at in places:
        _read(text, at, ends, found)
    return found


def _read(text: str, at: int, ends: set[int], found: Pieces) -> None:
    """Read one operator: what it stands between, and what of that it holds."""
    follows = at + 1 < len(text) and (text[at + 1].isalnum() or text[at + 1] in OPENING)
    if text[at] == "*" and follows and text[at + 1] >= IDEOGRAPHS:
        return  # a note mark
    figure = is_operand(text, at - 1, at if at in ends else 0)
    word = at > 0 and text[at - 1].isalnum()
    signs = text[at] in SIGNS and follows and text[at + 1].isdigit()
    if not (figure or word) or (signs and not figure):
        found.held.extend([(at, at + 2)] if follows else [])
        return
    found.held.append((at - 1, at + 1))
    if not follows:
        return
    if _clings(text, at):
        found.held.append((at, at + 2))
    else:
        found.priced[at + 1] = OPERATOR_COST


def _clings(text: str, at: int) -> bool:
    """Tell whether an operator holds what follows too: ± and comparisons but after a unit in words (5万元>3万元), × between digits."""
    before, after = text[at - 1], text[at + 1]
    if text[at] in CLINGING:
        return text[at] == "±" or before < IDEOGRAPHS or not after.isdigit()
    return text[at] in "×*" and before.isdigit() and after.isdigit()
