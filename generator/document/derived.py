"""Formulas of derived figures: names, @periods, numbers, + - × / and brackets in; one exact rational value with its unit out.

Nothing is evaluated by Python: the parser below is all there is. Units are kept: what is added must be alike, a division of like
by like is a pure number, and a vague value (数亿) cannot be computed with.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import NoReturn

from generator.content.figures.units import NO_UNIT, PER_CENT, Unit
from generator.diagnostics import Words, said

DEEPEST = 40
"""Brackets in brackets that a formula may have: far more than anyone reads, far less than Python's stack."""

_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?%?")
_BREAK = re.compile(r"[-+*/()×÷]")
_SIGNS = str.maketrans({"−": "-", "×": "*", "÷": "/", "〔": "(", "〕": ")", "［": "(", "］": ")"})


class FormulaFault(ValueError):  # noqa: N818  # a fault is what the author made, not an error of ours
    """A formula cannot be computed: what to say of it, None where the cause has been told already, and the hints."""

    def __init__(self, says: Words | None, *hints: Words) -> None:
        super().__init__(says)
        self.says, self.hints = says, hints


def refuse(says: Words | None, *hints: Words) -> NoReturn:
    """Raise the fault of a formula."""
    raise FormulaFault(says, *hints)


@dataclass(frozen=True, slots=True)
class Operand:
    """A value in a formula: exact, with its unit and noun (none for a pure number); `exact` is False after 近, 超, 约 or 多.

    Units of one dimension are converted: 1吨 and 300千克 are 1.3吨.
    `percent` marks a percentage as written: 17.6% is the pure number 0.176, and may be taken from 1, but not from 100. `points` marks
    what one is more than another, which may be told in 百分点 (T54); what is left of 100% is a percentage itself.
    """

    value: Fraction
    unit: Unit = NO_UNIT
    noun: str = ""
    exact: bool = True
    percent: bool = False
    points: bool = False

    @property
    def pure(self) -> bool:
        """Whether it has no unit."""
        return not self.unit.word and not self.noun

    def like(self, other: Operand) -> bool:
        """Tell whether both count the same: units of one dimension, and one noun where both name one."""
        return self.unit.dimension == other.unit.dimension and (self.noun == other.noun or not self.noun or not other.noun)

    def value_in(self, other: Operand) -> Fraction:
        """Return the value in the unit of another that is like it."""
        return self.value * self.unit.factor / other.unit.factor

    def __str__(self) -> str:
        return self.unit.word + self.noun

    @property
    def counted(self) -> Words:
        """What it counts, to be told."""
        return said("counts.nothing") if self.pure else said("counts.unit", unit=str(self))


def operand(amount: Decimal, unit: Unit, noun: str, *, exact: bool) -> Operand:
    """Return a figure's value as an operand; a percentage (17.6%, 3‰, 15.1/10万) becomes the pure number that it is."""
    if unit.dimension == PER_CENT:
        return Operand(Fraction(amount) * unit.factor / 100, exact=exact, percent=True)
    return Operand(Fraction(amount), unit, noun, exact=exact)


def normal(text: str) -> str:
    """Return a formula or a period with its full-width and typographic signs made plain."""
    return unicodedata.normalize("NFKC", text).translate(_SIGNS)


def compute(formula: str, known: Collection[str], lookup: Callable[[str], Operand]) -> Operand:
    """Return the value of a formula. `known` are operands that may hold signs in their names; `lookup` finds one by its text.

    Raises FormulaFault for a formula that cannot be read or computed.
    """
    parser = _Parser(normal(formula), known, lookup)
    try:
        return parser.whole()
    except ZeroDivisionError:
        refuse(said("division-by-zero.formula", formula=formula))


class _Parser:
    """Recursive descent: sum → product → sign → operand."""

    def __init__(self, text: str, known: Collection[str], lookup: Callable[[str], Operand]) -> None:
        self._text, self._at, self._depth = text, 0, 0
        self._known, self._lookup = sorted((normal(one) for one in known), key=len, reverse=True), lookup

    def whole(self) -> Operand:
        """Return the value of the whole text."""
        value = self._sum()
        if self._next():
            self._refuse(said("bad-formula.left-over", formula=self._text, rest=self._text[self._at :]))
        return value

    def _sum(self) -> Operand:
        left = self._product()
        while (sign := self._next()) in {"+", "-"}:
            self._at += 1
            left = _added(left, self._product(), 1 if sign == "+" else -1)
        return left

    def _product(self) -> Operand:
        left = self._signed()
        while (sign := self._next()) in {"*", "/"}:
            self._at += 1
            right = self._signed()
            left = _multiplied(left, right) if sign == "*" else _divided(left, right)
        return left

    def _signed(self) -> Operand:
        if self._next() == "-":
            self._at += 1
            self._deeper()
            inner = self._signed()
            self._depth -= 1
            return replace(inner, value=-inner.value)
        return self._single()

    def _single(self) -> Operand:
        if self._next() != "(":
            return self._operand()
        self._at += 1
        self._deeper()
        inner = self._sum()
        if self._next() != ")":
            self._refuse(said("bad-formula.open-bracket", formula=self._text))
        self._at, self._depth = self._at + 1, self._depth - 1
        return inner

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            self._refuse(said("bad-formula.too-deep", formula=self._text))

    def _operand(self) -> Operand:
        name = self._known_name() or self._until_sign()
        if not name:
            self._refuse(said("bad-formula.gap", formula=self._text))
        self._at += len(name)
        if _NUMBER.fullmatch(name.strip()) and name not in self._known:
            return _constant(name.strip())
        return self._lookup(name.strip())

    def _known_name(self) -> str:
        """Return the longest known name that stands here in full: signs in it are its own."""
        rest = self._text[self._at :]
        return next((one for one in self._known if rest.startswith(one) and _ends(rest[len(one) :])), "")

    def _until_sign(self) -> str:
        found = _BREAK.search(self._text, self._at)
        return self._text[self._at : found.start() if found else len(self._text)]

    def _next(self) -> str:
        while self._text[self._at : self._at + 1].isspace():
            self._at += 1
        return self._text[self._at : self._at + 1]

    def _refuse(self, says: Words) -> NoReturn:
        refuse(says, said("hint.what-a-formula-has"))


def _ends(rest: str) -> bool:
    rest = rest.lstrip()
    return not rest or _BREAK.match(rest) is not None


def _constant(text: str) -> Operand:
    number = Fraction(text.rstrip("%").replace(",", ""))
    return Operand(number / 100, percent=True) if text.endswith("%") else Operand(number)


def _added(left: Operand, right: Operand, sign: int) -> Operand:
    if not left.like(right):
        refuse(said("different-units.sum", left=left.counted, right=right.counted))
    if left.percent != right.percent and abs((right if left.percent else left).value) > 1:
        refuse(said("different-units.percentage"), said("hint.percentage"))
    total, percent = left.value + sign * right.value_in(left), left.percent and right.percent
    points = percent and sign < 0 and left.value != 1
    return Operand(total, left.unit, left.noun or right.noun, left.exact and right.exact, percent, points)


def _multiplied(left: Operand, right: Operand) -> Operand:
    if not left.pure and not right.pure:
        refuse(said("different-units.product", left=left.counted, right=right.counted))
    kept = right if left.pure else left
    return Operand(left.value * right.value, kept.unit, kept.noun, left.exact and right.exact)


def _divided(left: Operand, right: Operand) -> Operand:
    exact = left.exact and right.exact
    if right.pure:
        return Operand(left.value / right.value, left.unit, left.noun, exact)
    if left.like(right):
        return Operand(left.value / right.value_in(left), exact=exact)
    word = f"{left}/{right}"
    unit = Unit(word, word) if left.noun or right.noun else left.unit.over(right.unit, word)
    return Operand(left.value / right.value, unit, "", exact)
