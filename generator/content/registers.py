"""The registers of a content file: sources, units, names, figures, derived figures, discrepancies. Nodes in; parts of the model out."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from generator.content.fields import Fields, quantity_at
from generator.content.figures.likeness import misspelt
from generator.content.figures.units import STANDARD, Unit
from generator.content.markup import period_at
from generator.content.model import Citation, Derived, Discrepancy, Exemption, Figure, Source, Value
from generator.content.nodes import Mapping, Scalar
from generator.content.quotations import Quotations, present
from generator.content.schema import FORMS, KINDS, STATUSES
from generator.content.slips.spelling import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Mapping as Table

    from generator.content.figures.period import Period
    from generator.content.figures.units import Units
    from generator.content.nodes import Node
    from generator.content.wording import Wording
    from generator.diagnostics import Sink

ABOUT = "约"
"""What a computed and rounded number begins with, unless its author says otherwise."""


def sources(root: Fields) -> tuple[Source, ...]:
    """Return the documents that figures come from."""
    return tuple(_source(name, part) for name, part in root.named_parts("sources"))


def _source(name: Scalar, part: Fields) -> Source:
    texts = (part.text(key) for key in ("title", "publisher", "date", "inferred", "url"))
    title, publisher, date, inferred, url = texts
    if re.search("[0-9]", date):
        date_at(part, "date")
    return Source(name.text, title, publisher, date, inferred, url, name.span)


_ISO = re.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")


def date_at(part: Fields, key: str) -> Period | None:
    """Return a date written 2021年8月5日 or 2021-08-05; a fault goes to the sink."""
    iso = _ISO.fullmatch(part.text(key))
    said = f"{iso[1]}年{int(iso[2])}月{int(iso[3])}日" if iso else part.text(key)
    return period_at(said, part.place(key), part.desk) if said else None


def units(root: Fields) -> Units:
    """Return the standard unit words with the author's own."""
    known = STANDARD
    for name, part in root.named_parts("units"):
        if unit := _unit(name, part, known):
            known = known.extended([unit])
    return known


def _unit(name: Scalar, part: Fields, known: Units) -> Unit | None:
    same, dimension = part.text("same_as"), part.text("dimension")
    sink = part.desk.sink
    if bool(same) == bool(dimension):
        message = f"the unit `{name.text}` needs either `same_as` or `dimension`"
        sink.error(
            "bad-unit", message, name.span, "write `{same_as: 千瓦时}` for a known unit, or `{dimension: 面积}` for a new one"
        )
        return Unit(name.text, name.text)
    if dimension:
        return Unit(name.text, dimension)
    if same in known.words:
        return known.same_as(name.text, same, _factor(part))
    near = misspelt(same, known) or did_you_mean(same, known.words)
    sink.error("bad-unit", f"no unit is called `{same}`", part.place("same_as"), *([f"did you mean `{near}`?"] if near else []))
    return Unit(name.text, name.text)


def _factor(part: Fields) -> Decimal:
    try:
        return Decimal(part.text("factor", "1"))
    except InvalidOperation:
        part.desk.sink.error("bad-unit", f"`{part.text('factor')}` is no number", part.place("factor"), "write `factor: 0.5`")
        return Decimal(1)


def exemptions(root: Fields, key: str) -> tuple[Exemption, ...]:
    """Return the words under `names:` or `exempt:`, with the reason for each."""
    return tuple(
        Exemption(name.text, node.text, name.span) for name, node in root.entries(key) if isinstance(node, Scalar) and name.text
    )


def figures(root: Fields, known: Units, cited: Iterable[Source]) -> tuple[Figure, ...]:
    """Return the figures; one whose values are all bad stays, with none."""
    book = {source.id: source for source in cited}
    for name, _ in (*root.named_parts("figures"), *root.named_parts("derived")):
        _check_name(name, root.desk.sink)
    written = tuple(_figure(name, part, known, book) for name, part in root.named_parts("figures"))
    return (*written, *_broken_derived(root))


def all_names(root: Mapping) -> frozenset[str]:
    """Return the names of all figures, computed ones too."""
    tables = (root.get(key) for key in ("figures", "derived"))
    return frozenset(name for table in tables if isinstance(table, Mapping) for name in table.by_key)


_NOT_IN_NAMES = "【】@＠:：，、"
"""Marks of references and of lists: a name with one of them can never be referred to."""


def _check_name(name: Scalar, sink: Sink) -> None:
    mark = next((char for char in name.text if char in _NOT_IN_NAMES), "")
    if mark:
        bare = "".join(char for char in name.text if char not in _NOT_IN_NAMES)
        message = f"the name `{name.text}` has `{mark}` in it, and no reference could name it"
        sink.error("bad-name", message, name.span, *([f"call it `{bare}`"] if bare else []))


def _figure(name: Scalar, part: Fields, known: Units, book: Table[str, Source]) -> Figure:
    kind = part.text("kind")
    source = part.scalar("source")
    citation = _citation(source, book, part.desk.sink) if source else Citation("", "", part.span)
    return Figure(
        id=name.text,
        means=part.text("means", name.text),
        label=part.text("label", name.text),
        kind=kind if kind in KINDS else KINDS[0],
        scope=part.text("scope"),
        owner=part.text("owner"),
        starts=part.text("starts"),
        values=tuple(_values(part, known, book)),
        citation=citation,
        note=part.text("note"),
        span=name.span,
        label_span=part.place("label") if part.text("label") else None,
    )


def _values(part: Fields, known: Units, book: Table[str, Source]) -> Iterator[Value]:
    seen: dict[Period, Scalar] = {}
    for said, node in part.entries("values"):
        period = period_at(said.text, said.span, part.desk)
        value = _value(said, node, period, part, known, book)
        if period in seen:
            first = seen[period]
            hint = f"`{first.text}` on line {first.span.line} says the same: keep one"
            part.desk.sink.error("duplicate-period", f"the period `{said.text}` stands twice", said.span, hint)
        elif period and value:
            seen[period] = said
            yield value


def _value(said: Scalar, node: Node, period: Period | None, part: Fields, known: Units, book: Table[str, Source]) -> Value | None:
    """Return a value written as a text or as a mapping; its quantity is read even when its period is bad, so that both are told."""
    own = Fields(node, part.desk, said.span) if isinstance(node, Mapping) else None
    written = own.scalar("value") if own else node
    if not isinstance(written, Scalar) or not written.text:
        return None
    quantity = quantity_at(written, known, part.desk.sink)
    if period is None or quantity is None:
        return None
    plain = Value(period, quantity, None, "", "", None, "", written.span)
    return _with_history(plain, own, known, book) if own else plain


def _with_history(value: Value, own: Fields, known: Units, book: Table[str, Source]) -> Value:
    source, was, status = own.scalar("source"), own.scalar("was"), own.text("status")
    sink = own.desk.sink
    if was and not own.text("because"):
        sink.error(
            "missing-field",
            f"`because` is missing: why is it no longer `{was.text}`?",
            was.span,
            "a restatement needs its reason",
        )
    return replace(
        value,
        citation=_citation(source, book, sink) if source else None,
        scope=own.text("scope"),
        status=status if status in STATUSES else "",
        was=quantity_at(was, known, sink) if was else None,
        because=own.text("because"),
    )


def _citation(node: Scalar, book: Table[str, Source], sink: Sink) -> Citation:
    """Read `报道 第6段`: a source's id, a space, and the place in it."""
    name, _, place = node.text.strip().replace("\u3000", " ").partition(" ")
    if name not in book:
        glued = next((one for one in book if name.startswith(one)), "")
        near = did_you_mean(name, book)
        hint = (
            f"write `{glued} {name.removeprefix(glued)}`"
            if glued
            else f"did you mean `{near}`?"
            if near
            else "name it under `sources:`"
        )
        sink.error("unknown-source", f"no source is called `{name}`", node.span, hint)
    return Citation(name, place.strip(), node.span)


def derived(root: Fields) -> tuple[Derived, ...]:
    """Return the computed figures that have a formula."""
    return tuple(_derived(name, part) for name, part in root.named_parts("derived") if part.text("formula"))


def _derived(name: Scalar, part: Fields) -> Derived:
    form, digits = part.text("form"), part.text("digits", "0")
    return Derived(
        id=name.text,
        means=part.text("means", name.text),
        formula=part.text("formula"),
        form=form if form in FORMS else FORMS[-1],
        digits=int(digits) if digits.isdecimal() else 0,
        qualifier=ABOUT if part.mapping.get("qualifier") is None else part.text("qualifier"),
        unit=part.text("unit"),
        span=name.span,
        label=part.text("label"),
    )


def _broken_derived(root: Fields) -> Iterator[Figure]:
    """Yield a figure without values for a computed one without formula: references to it are then no second fault."""
    for name, part in root.named_parts("derived"):
        if not part.text("formula"):
            nowhere = Citation("", "", name.span)
            yield Figure(name.text, name.text, name.text, KINDS[0], "", "", "", (), nowhere, "", name.span)


def discrepancies(root: Fields, known: Iterable[Figure], words: Wording) -> tuple[Discrepancy, ...]:
    """Return where sources disagree; what they quote is typed on purpose, and may be said again in decision and reason."""
    values = {figure.id: figure.values for figure in known}
    return tuple(_discrepancy(part, values, words) for part in root.parts("discrepancies"))


def _discrepancy(part: Fields, values: Table[str, tuple[Value, ...]], words: Wording) -> Discrepancy:
    about = part.figures("about")
    quotes = Quotations(words, quoting=True)
    now = present(value for name in about for value in values.get(name.name, ()))
    said = replace(quotes, quoting=False, said=quotes.quoted(part.text("found")) | now)
    found, decision, because = (
        Fields(part.mapping, replace(part.desk, wording=one), part.span).phrase(key)
        for key, one in (("found", quotes), ("decision", said), ("because", said))
    )
    return Discrepancy(about, found, decision, because, part.span)
