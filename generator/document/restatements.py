"""What a value was before it was restated, and why it is another now: said wherever a table or a chart shows such a value.

A reading, or values as they are shown, in; words out. What was printed is quoted: it is no value of the report's any more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document import model
from generator.document.copydesk import defined
from generator.document.ledger import UseKind
from generator.document.register import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.document.copydesk import CopyDesk
    from generator.document.model import Datum, RichText
    from generator.document.references import Reading

PRINTED_BEFORE = "修订前印过的数与原因"
WAS = "此前印作"


def home(reading: Reading) -> Piece:
    """Return the piece of the content that a value is."""
    return Piece(f"{defined(reading)}.values[{reading.period}]", reading.span)


def told(desk: CopyDesk, reading: Reading, label: RichText, period: RichText) -> RichText:
    """Return what was printed of a restated value, and why it is no longer."""
    was, because = reading.restated or ("", "")
    piece = home(reading).part("was")
    printed = desk.register.numeral(UseKind.QUOTE, was, PRINTED_BEFORE, piece)
    reason = desk.accounted(because, piece.part("because"), PRINTED_BEFORE, UseKind.QUOTE)
    return (*label, model.Run("（"), *period, model.Run(f"）{WAS}"), printed, model.Run("："), *reason)


def of_reading(desk: CopyDesk, reading: Reading) -> RichText:
    """Return that of a restated value which stands among the author's words, without its name and period."""
    own = home(reading)
    label = desk.words(reading.label, own.part("label", desk.home(reading)))
    return told(desk, reading, label, desk.period(reading, own.part("period")))


def of_shown(desk: CopyDesk, shown: Iterable[Datum]) -> Iterator[RichText]:
    """Yield that of each restated value among those that are shown, once."""
    for datum in {(one.figure, one.when): one for one in shown}.values():
        found = (one for one in desk.catalogue.readings(datum.figure) if one.restated and one.when == datum.when)
        yield from (told(desk, reading, datum.label, datum.period) for reading in found)
