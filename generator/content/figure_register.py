"""The register of figures, written and computed: their values by period, each with its source. Nodes in; parts of the model out."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.content.fields import Fields
from generator.content.model import Citation, Derived, Figure, Source, Value
from generator.content.nodes import Mapping, Node, Scalar
from generator.content.schema import FORMS, ICONS, KINDS, STATUSES
from generator.content.slip import Slip, shortened
from generator.content.slips.spelling import did_you_mean
from generator.content.unlike_values import unlike
from generator.diagnostics import Words, said

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from collections.abc import Mapping as Table

    from generator.content.figures.period import Period
    from generator.content.figures.quantity import Quantity
    from generator.content.figures.units import Units
    from generator.content.proofreader import Proofreader

ABOUT = "约"
"""What a computed and rounded number begins with, unless its author says otherwise."""


def figures(root: Fields, known: Units, cited: Iterable[Source]) -> tuple[Figure, ...]:
    """Return the figures; one whose values are all bad stays, with none."""
    book = {source.id: source for source in cited}
    for name, _ in (*root.named_parts("figures"), *root.named_parts("derived")):
        _check_name(name, root.reader)
    written = tuple(_figure(name, part, known, book) for name, part in root.named_parts("figures"))
    for slip, place in filter(None, map(unlike, written)):
        root.reader.tell(slip, place)
    return (*written, *_broken_derived(root))


def all_names(root: Mapping) -> frozenset[str]:
    """Return the names of all figures, computed ones too."""
    tables = (root.get(key) for key in ("figures", "derived"))
    return frozenset(name for table in tables if isinstance(table, Mapping) for name in table.by_key)


_NOT_IN_NAMES = "【】@＠:：，、"
"""Marks of references and of lists: a name with one of them can never be referred to."""


def _check_name(name: Scalar, reader: Proofreader) -> None:
    mark = next((char for char in name.text if char in _NOT_IN_NAMES), "")
    if mark:
        bare = "".join(char for char in name.text if char not in _NOT_IN_NAMES)
        cure = said("bad-name.call", cure=bare) if bare else None
        reader.tell(Slip(said("bad-name.mark", name=name.text, mark=mark), cure), name.span)


def _figure(name: Scalar, part: Fields, known: Units, book: Table[str, Source]) -> Figure:
    kind = part.text("kind")
    source = part.scalar("source")
    values = dict(_values(part, known, book))
    read = [value for value in values.values() if value]
    return Figure(
        id=name.text,
        means=part.text("means", name.text),
        label=part.text("label", name.text),
        kind=kind if kind in KINDS else KINDS[0],
        scope=part.text("scope"),
        owner=part.text("owner"),
        starts=str(starts) if (starts := part.period("starts")) else "",
        values=tuple(sorted(read, key=lambda value: value.period.order)),
        citation=citation(source, book, part.reader) if source else Citation("", "", part.span),
        note=part.text("note"),
        span=name.span,
        label_span=part.place("label") if part.text("label") else None,
        icon=icon if (icon := part.text("icon")) in ICONS else "",
        unread=tuple(period for period, value in values.items() if value is None),
    )


def _values(part: Fields, known: Units, book: Table[str, Source]) -> Iterator[tuple[Period, Value | None]]:
    """Yield each period once, with its value; None where that could not be read."""
    seen: dict[Period, Scalar] = {}
    for name, node in part.entries("values"):
        period = part.reader.period(name.text, name.span)
        value = _value(name, node, period, part, known, book)
        if period in seen:
            first = seen[period]
            cure = said("duplicate-period.first", period=first.text, line=first.span.line)
            part.reader.tell(Slip(said("duplicate-period.again", period=name.text), cure), name.span)
        elif period:
            seen[period] = name
            yield period, value


def _value(name: Scalar, node: Node, period: Period | None, part: Fields, known: Units, book: Table[str, Source]) -> Value | None:
    """Return a value written as a text or as a mapping; its quantity is read even when its period is bad, so that both are told."""
    own = Fields(node, part.reader, name.span) if isinstance(node, Mapping) else None
    written = own.scalar("value") if own else node
    if not isinstance(written, Scalar) or not written.text:
        return None
    quantity = part.reader.quantity(written, known)
    if period is None or quantity is None:
        return None
    plain = Value(period, quantity, None, "", "", None, "", written.span)
    return _with_history(plain, own, known, book) if own else plain


def _with_history(value: Value, own: Fields, known: Units, book: Table[str, Source]) -> Value:
    source, was, status = own.scalar("source"), own.scalar("was"), own.text("status")
    if was and not own.text("because"):
        own.refuse("was", said("missing-field.because", was=was.text), said("missing-field.reason"))
    _check_status(own)
    before = own.reader.quantity(was, known) if was else None
    if was and before and _says_the_same(before, value.quantity):
        own.refuse("was", said("same-as-before.value", value=str(value.quantity), was=was.text), said("same-as-before.delete"))
    return replace(
        value,
        citation=citation(source, book, own.reader) if source else None,
        scope=own.text("scope"),
        status=status if status in STATUSES else "",
        was=before,
        because=own.text("because"),
        by=own.text("by"),
        on=str(own.period("on") or ""),
    )


def _says_the_same(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities are one, in whatever scale: nothing was restated then."""
    if None in {one.amount, other.amount}:
        return one.text == other.text
    sizes = (Fraction(each.amount or 0) * each.measure.factor for each in (one, other))
    return (
        len({*sizes}) == 1
        and all(getattr(one, part) == getattr(other, part) for part in ("qualifier", "approx", "form", "noun"))
        and one.measure.dimension == other.measure.dimension
    )


def _check_status(own: Fields) -> None:
    """Tell a name or a day without the status that it is of, and a status higher than a draft's without both."""
    status, lacking = own.text("status"), [key for key in ("by", "on") if not own.text(key)]
    if not status and len(lacking) < len(("by", "on")):
        key = "on" if "by" in lacking else "by"
        own.refuse(key, said("unsigned-status.of-what", key=key), said("unsigned-status.write-status"))
    elif status in STATUSES[1:] and lacking:
        own.refuse(
            "status", said("unsigned-status.lacking", status=status, key=lacking[0]), said("unsigned-status.sign"), grave=False
        )


def citation(node: Scalar, book: Collection[str], reader: Proofreader) -> Citation:
    """Read `报道 第6段`: a source's id, a space, and the place in it; `book` has the ids of all sources."""
    name, _, place = node.text.strip().replace("\u3000", " ").partition(" ")
    if name not in book:
        reader.tell(Slip(said("unknown-source.name", name=name), _known_source(name, book)), node.span)
    elif (once := _once(place.strip(), book)) != place.strip():
        cure = said("hint.write", cure=f"{name} {once}")
        reader.tell(
            Slip(said("bad-source.several", text=shortened(node.text)), cure, otherwise=said("bad-source.one")), node.span
        )
    return Citation(name, place.strip(), node.span)


_AGAIN = re.compile(r"(?P<place>\S.{2,}?)\s*(?P<again>(?P=place)\s*)+")


def _once(place: str, book: Collection[str]) -> str:
    """Return a place in a source up to where it goes on to a second source, or says itself again."""
    again = _AGAIN.fullmatch(place)
    second = re.search(rf"(?:{'|'.join(map(re.escape, book))})(?=[ \u3000])", place)
    once = again["place"] if again else place[: second.start()] if second else place
    return once.rstrip("；;、，, ")


def _known_source(name: str, book: Collection[str]) -> Words:
    if glued := next((one for one in book if name.startswith(one)), ""):
        return said("hint.write", cure=f"{glued} {name.removeprefix(glued)}")
    near = did_you_mean(name, book)
    return said("hint.did-you-mean", cure=near) if near else said("unknown-source.register")


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
