"""The registers beside the figures: sources, units, names, exemptions, discrepancies. Nodes in; parts of the model out."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.content.fields import Fields
from generator.content.figures.likeness import misspelt
from generator.content.figures.units import STANDARD, Unit, Units
from generator.content.model import Discrepancy, Exemption, Figure, Source, Value
from generator.content.nodes import Scalar
from generator.content.quotations import Quotations, present
from generator.content.slip import Slip
from generator.content.slips.spelling import did_you_mean
from generator.diagnostics import said

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Mapping as Table

    from generator.content.figures.period import Period
    from generator.content.wording import Wording


def sources(root: Fields) -> tuple[Source, ...]:
    """Return the documents that figures come from."""
    return tuple(_source(name, part) for name, part in root.named_parts("sources"))


def _source(name: Scalar, part: Fields) -> Source:
    title, publisher, date, inferred, url = (part.text(key) for key in ("title", "publisher", "date", "inferred", "url"))
    if re.search("[0-9]", date):
        date_at(part, "date")
    return Source(name.text, title, publisher, date, inferred, url, name.span)


_ISO = re.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")


def date_at(part: Fields, key: str) -> Period | None:
    """Return a date written 2021年8月5日 or 2021-08-05; a fault goes to the sink."""
    iso = _ISO.fullmatch(part.text(key))
    date = f"{iso[1]}年{int(iso[2])}月{int(iso[3])}日" if iso else part.text(key)
    return part.reader.period(date, part.place(key)) if date else None


def units(root: Fields) -> Units:
    """Return the standard unit words with the author's own."""
    known = STANDARD
    for name, part in root.named_parts("units"):
        known = known.extended([_unit(name, part, known)])
    return known


_NUMBER_LIKE = re.compile(r"^[0-9万亿]|^[零〇一二两三四五六七八九十百千兆半几多余]+$|\s")
"""What would be read as part of the number before it."""


def _unit(name: Scalar, part: Fields, known: Units) -> Unit:
    same, dimension = part.text("same_as"), part.text("dimension")
    if _NUMBER_LIKE.search(name.text):
        part.reader.tell(Slip(said("bad-unit.number", unit=name.text), said("bad-unit.word")), name.span)
    elif bool(same) == bool(dimension):
        part.reader.tell(Slip(said("bad-unit.either", unit=name.text), said("bad-unit.write")), name.span)
    elif dimension:
        return Unit(name.text, dimension)
    elif known.get(same):
        return known.same_as(name.text, same, _factor(part))
    else:
        near = misspelt(same, known) or did_you_mean(same, known.words)
        part.refuse("same_as", said("bad-unit.unknown", unit=same), said("hint.did-you-mean", cure=near) if near else None)
    return Unit(name.text, name.text)


_FACTOR = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,15})?")


def _factor(part: Fields) -> Decimal:
    written = part.text("factor", "1")
    if _FACTOR.fullmatch(written) and Decimal(written):
        return Decimal(written)
    part.refuse("factor", said("bad-unit.factor", number=written), said("hint.write", cure="factor: 0.5"))
    return Decimal(1)


def exemptions(root: Fields, key: str) -> tuple[Exemption, ...]:
    """Return the words under `names:` or `exempt:`, with the reason for each."""
    return tuple(
        Exemption(name.text, node.text, name.span) for name, node in root.entries(key) if isinstance(node, Scalar) and name.text
    )


def discrepancies(root: Fields, known: Iterable[Figure], words: Wording) -> tuple[Discrepancy, ...]:
    """Return where sources disagree; what they quote is typed on purpose, and may be said again in decision and reason."""
    values = {figure.id: figure.values for figure in known}
    return tuple(_discrepancy(part, values, words) for part in root.parts("discrepancies"))


def _discrepancy(part: Fields, values: Table[str, tuple[Value, ...]], words: Wording) -> Discrepancy:
    about = part.figures("about")
    quotes = Quotations(words, quoting=True)
    now = present(value for name in about for value in values.get(name.name, ()))
    again = replace(quotes, quoting=False, said=quotes.quoted(part.text("found")) | now)
    found, decision, because = (
        Fields(part.mapping, replace(part.reader, wording=one), part.span).phrase(key)
        for key, one in (("found", quotes), ("decision", again), ("because", again))
    )
    return Discrepancy(about, found, decision, because, part.span)
