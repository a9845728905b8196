"""Where sources disagree: quotes in, each numeral of them a use of kind QUOTE out; a quote that the content has outgrown is told.

A discrepancy records what was found when it was decided. When the figure's value is changed later, so that it is not the one that
the decision names, or where it names none, not one of those quoted, the record is stale: it is about a number that is no longer there.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.content.figures.forms import OPEN, Form
from generator.content.figures.quantity import AFTER_ALL, QUALIFIERS, Quantity
from generator.content.model import Words
from generator.diagnostics import said
from generator.document import model
from generator.document.backmatter import about
from generator.document.ledger import UseKind
from generator.document.register import Piece, elements

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.content import model as content
    from generator.content.figures.units import Units
    from generator.document.copydesk import CopyDesk
    from generator.document.model import RichText

_QUOTES = re.compile(r"“([^”]*)”|‘([^’]*)’|「([^」]*)」|\"([^\"]*)\"")
_NUMERAL = re.compile(r"\d")
_BESIDE = re.compile(
    r"第\d+(?:[、,]\d+)*[段页章节条]|(?:19|20)\d\d(?:年|财年|-|—|至)(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?"
)
"""Places in a source and dates: they stand in a decision and are no value."""
_QUALIFIED = re.compile(f"(?:{'|'.join(QUALIFIERS)})$")
_CLAUSE = re.compile(r"[^，。；、！？,;()（）“”\s]*")
LONGEST_QUALIFIER = max(map(len, QUALIFIERS))
_AFTER_NUMBER = re.compile("[多余来]?(?:万亿|[万亿])?[多余]?")


def discrepancies(desk: CopyDesk, written: Iterable[content.Discrepancy]) -> tuple[model.Discrepancy, ...]:
    """Return the discrepancies as printed, with a warning for each that the content has outgrown."""
    told = tuple(written)
    paths = elements("discrepancies", ("、".join(name.name for name in one.about) for one in told))
    return tuple(_discrepancy(desk, one, path) for one, path in zip(told, paths, strict=True))


def _discrepancy(desk: CopyDesk, one: content.Discrepancy, key: str) -> model.Discrepancy:
    for name in one.about:
        if name.name not in desk.catalogue.spans:
            desk.catalogue.miss(name.name, name.span)
        else:
            _tell_stale(desk, one, name)
    origin = desk.register.place(key, one.span)
    phrases = (("found", one.found), ("decision", one.decision), ("because", one.because))
    found, decision, because = (_quoted(desk, phrase, f"{key}.{part}") for part, phrase in phrases)
    return model.Discrepancy(about(desk, one.about, f"{key}.about"), found, decision, because, origin)


def _quoted(desk: CopyDesk, phrase: content.Phrase, path: str) -> RichText:
    """Return a phrase whose exempt numerals are quotes: the one place where a source's own numbers are meant to be typed."""
    desk.register.place(path, phrase.span)
    runs: list[model.Run] = []
    for node in phrase.nodes:
        if not isinstance(node, Words):
            runs += desk.rich(replace(phrase, nodes=(node,)), path)
        elif node.exempt:
            runs.append(desk.register.numeral(UseKind.QUOTE, node.text, node.exempt, Piece(path, node.span)))
        else:
            runs += desk.words(node.text, Piece(path, node.span))
    return tuple(runs)


def _tell_stale(desk: CopyDesk, one: content.Discrepancy, name: content.FigureName) -> None:
    quotes, decision = tuple("".join(groups) for groups in _QUOTES.findall(_typed(one.found))), _typed(one.decision)
    present = desk.catalogue.candidates(name.name, name.period)
    decided = _NUMERAL.search(_BESIDE.sub("", decision)) is not None
    told = (decision,) if decided and len(one.about) == 1 else (*quotes, decision)
    if decision.strip() == OPEN or any(value.quantity.form is Form.OPEN for value in present):
        return  # it is still to be decided, and that is told
    if not present or not (decided or any(map(_NUMERAL.search, quotes))):
        return
    if any(says(text, value.quantity, desk.units) for value in present for text in told):
        return
    key = "stale-discrepancy.decision" if decided and len(one.about) == 1 else "stale-discrepancy.quotes"
    values = tuple(str(value.quantity) for value in present)
    desk.sink.warn(
        said(key, figure=name.name, values=values), one.found.span, said("hint.decide-anew", line=present[0].span.line)
    )


def _typed(phrase: content.Phrase) -> str:
    """Return what is typed of a phrase: a reference always says the present value, and so tells nothing."""
    return "".join(node.text for node in phrase.nodes if isinstance(node, Words))


def says(text: str, quantity: Quantity, units: Units) -> bool:
    """Tell whether a text has a value whole: qualifier, number, scale and unit; a text that stops after the number or the unit has it.

    A unit may be another word for the same (度, 千瓦时).
    """
    head = quantity.digits or quantity.text.removesuffix(quantity.unit + quantity.noun)
    found = re.finditer(rf"(?<!\d)(?<!\d[.,]){re.escape(head)}(?![.,]?\d)", text)
    return any(_is_whole(text, one.start(), one.end(), quantity, units) for one in found)


def _is_whole(text: str, start: int, end: int, quantity: Quantity, units: Units) -> bool:
    before = _QUALIFIED.search(text, max(0, start - LONGEST_QUALIFIER), start)
    if quantity.digits and (before[0] if before else "") != quantity.qualifier:
        return False
    said, value = _CLAUSE.match(text, end), quantity.tail if quantity.digits else quantity.unit + quantity.noun
    assert said is not None
    return _continues(said[0], value, units)


def _continues(said: str, value: str, units: Units) -> bool:
    """Tell whether two texts after a number say the same, as far as both go."""
    scales = [_AFTER_NUMBER.match(text) for text in (said, value)]
    ends = [one.end() if one else 0 for one in scales]
    if said[: ends[0]] != value[: ends[1]]:
        return False
    words, own = said[ends[0] :], value[ends[1] :]
    if not words:
        return True
    unit, due = units.longest(words), units.longest(own)
    if unit != due:
        return bool(unit and due) and units.comparable(unit, due) and _same_size(unit, due, units)
    rest, noun = words[len(unit) :], own[len(due) :]
    if rest.startswith(AFTER_ALL) and not noun.startswith(AFTER_ALL):
        return False
    return rest.startswith(noun) or noun.startswith(rest)


def _same_size(one: str, other: str, units: Units) -> bool:
    first, second = units.get(one), units.get(other)
    return first is not None and second is not None and first.factor == second.factor
