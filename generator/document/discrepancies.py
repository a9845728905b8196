"""Where sources disagree: quotes in, each numeral of them a use of kind QUOTE out; a quote that the content has outgrown is told.

A discrepancy records what was found when it was decided. When the figure's value is changed later and none of the quoted
values is the present one, the record is stale: its decision is about a number that is no longer there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.content.model import Words
from generator.document import model
from generator.document.backmatter import about
from generator.document.ledger import UseKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.content import model as content
    from generator.content.quantity import Quantity
    from generator.document.copydesk import CopyDesk
    from generator.document.model import RichText

QUOTED = "来源原文，见差异与取舍"

_QUOTES = re.compile(r"“([^”]*)”|‘([^’]*)’|「([^」]*)」|\"([^\"]*)\"")
_NUMERAL = re.compile(r"\d")
_NEVER_BEFORE = r"(?<![\d.,])"
"""A quoted 134亿 is not the value 34亿."""
_NEVER_AFTER = r"(?![\d.,万亿])"


def discrepancies(desk: CopyDesk, written: Iterable[content.Discrepancy]) -> tuple[model.Discrepancy, ...]:
    """Return the discrepancies as printed, with a warning for each that the content has outgrown."""
    return tuple(_discrepancy(desk, one, f"discrepancies.{index}") for index, one in enumerate(written))


def _discrepancy(desk: CopyDesk, one: content.Discrepancy, key: str) -> model.Discrepancy:
    for name in one.about:
        if name.name not in desk.catalogue.spans:
            desk.sink.error("unknown-figure", f"no figure is called `{name.name}`", name.span, *desk.catalogue.likely(name.name))
        else:
            _tell_stale(desk, one, name)
    origin = desk.register.place(key, one.span)
    found, decision, because = (_quoted(desk, phrase) for phrase in (one.found, one.decision, one.because))
    return model.Discrepancy(about(desk, one.about), found, decision, because, origin)


def _quoted(desk: CopyDesk, phrase: content.Phrase) -> RichText:
    """Return a phrase whose typed numerals are quotes: the one place where a source's own numbers are meant to be typed."""
    runs: list[model.Run] = []
    for node in phrase.nodes:
        if isinstance(node, Words):
            runs += desk.words(node.text, node.span, node.exempt or QUOTED, UseKind.QUOTE)
        else:
            runs += desk.rich(_alone(phrase, node))
    return tuple(runs)


def _alone(phrase: content.Phrase, node: content.Reference) -> content.Phrase:
    return type(phrase)((node,), phrase.span)


def _tell_stale(desk: CopyDesk, one: content.Discrepancy, name: content.FigureName) -> None:
    quotes = _typed_values(one)
    present = desk.catalogue.candidates(name.name, name.period)
    if (
        not present
        or not any(map(_NUMERAL.search, quotes))
        or any(_says(quote, value.quantity) for value in present for quote in quotes)
    ):
        return
    value = " or ".join(f"`{value.quantity}`" for value in present)
    message = f"the discrepancy about `{name.name}` is stale: the figure is now {value}, which nothing quoted here says"
    hint = f"its value stands on line {present[0].span.line}: decide anew, and quote what the sources say of it"
    desk.sink.warn("stale-discrepancy", message, one.found.span, hint)


def _typed_values(one: content.Discrepancy) -> tuple[str, ...]:
    """Return what is quoted, and what the decision types: a reference always says the present value, and so tells nothing."""
    return (*("".join(groups) for groups in _QUOTES.findall(_typed(one.found))), _typed(one.decision))


def _typed(phrase: content.Phrase) -> str:
    return "".join(node.text for node in phrase.nodes if isinstance(node, Words))


def _says(quote: str, quantity: Quantity) -> bool:
    """Tell whether a quote has a value's number.

    The qualifier may be the very thing that the sources disagree on, and the unit may be a synonym (度, 千瓦时).
    """
    number = quantity.digits or quantity.text.removesuffix(quantity.unit + quantity.noun)
    scale = re.escape(quantity.scale) if quantity.digits else ""
    return re.search(f"{_NEVER_BEFORE}{re.escape(number)}[多余来]?{scale}{_NEVER_AFTER}", quote) is not None
