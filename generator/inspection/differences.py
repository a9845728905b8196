"""Differences in words: each with its place, what stood there and what stands there now, and as grave as what it is about.

A number that differs is an error; wording that was edited is a notice, for it may be meant, and with `strict` an error; looks are told
once an output. In a file that was built a moment ago nothing may differ: there each difference is an error, and ours.
"""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from generator.diagnostics import Words, said
from generator.document.ledger import FOLIO
from generator.inspection.comparison import WHOLE, Difference, compare
from generator.inspection.echoes import without_echoes
from generator.inspection.matter import Matter
from generator.inspection.verdict import FIGURES, NOTES, Site, whole
from generator.statement.model import Kind, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.diagnostics import Span, Value
    from generator.document.ledger import Placement
    from generator.inspection.charge import Charge
    from generator.statement.model import Thing

AROUND = 10
"""Characters of a text that are told on either side of a change."""
LONGEST = 48
"""Characters of a text that is told whole."""
MOST_FACTS = 4
"""Facts of one thing that are told; others go without saying."""

BRING_HOME = said("hint.bring-it-home")

FACTS = {
    "place": "box x y right xs nowhere margin hanging insets anchor columns wrap align before after pitch indent vertical body-turn",
    "size": "width height trim bleed art media",
    "letters": "face asian size bold slanted underlined capitals spread outlined effects rise stretch weight signs shrunk bent crowded "
    "edge hollow stretched",
    "colour": "colour letters fill stroke shaded ground above below left right marker line dash cap join rule clear "
    "overprint stroke_overprint alpha stroke_alpha blend mask transfer",
    "struck": "struck",
    "shift": "shift",
    "hidden": "hidden unseen clipped clip mode layer faint crossed",
    "outline": "geometry outline arrow",
    "turn": "turn flip mirrored upside-down turned",
    "scale": "least most log units axis axes room gap overlap hole apart",
    "type": "type grouping lying plots legend in-depth backwards extras",
    "value": "value mismatch",
    "format": "format formula",
    "label": "beside unnamed linked unmarked",
    "link": "leads link hover target page fit zoom",
    "bullet": "bullet",
    "cells": "gridSpan rowSpan hMerge vMerge",
    "motion": "motion",
    "glyphs": "glyphs",
    "copied": "actual seen",
    "order": "row number order",
    "name": "name",
    "role": "role like",
    "level": "level",
    "scope": "scope",
    "alt": "alt expansion title",
    "language": "language",
    "astray": "astray",
    "untagged": "untagged",
}
"""Facts by what people call them."""
GROUPS = {name: group for group, names in FACTS.items() for name in names.split()}
OTHER = "other"


def prove_statement(output: str, found: Statement, charge: Charge) -> None:
    """Compare an output with what was stated of it; differences go to the charge's sink."""
    stated = charge.stated.get(output)
    if stated is None:
        return
    looks, lost = defaultdict[str, set[int]](set), defaultdict[Kind, set[int]](set)
    unknown = UNSEEN if any(one.kind is Kind.TAG for one in found.itself) else UNSEEN | {Kind.TAG}
    for one in without_echoes(compare(stated, found, charge.judge())):
        if charge.built_now or one.matter is Matter.NUMBER:
            _tell(one, output, charge)
        elif one.matter is Matter.APPEARANCE:
            for name in _names(one):
                looks[GROUPS.get(name, OTHER)].add(one.sheet)
        elif one.stated and one.found is None and one.stated.kind in unknown:
            lost[one.stated.kind].add(one.sheet)
        else:
            _tell(one, output, charge)
    _tell_lost(lost, output, charge)
    if looks:
        charge.sink.note(
            _at_places(Matter.APPEARANCE, tuple(said(f"fact.{name}") for name in sorted(looks)), looks.values()),
            place=whole(output),
        )


UNSEEN = frozenset({Kind.ALT, Kind.ENTRY})
"""What nobody sees who looks at a page or slide: programs that do not know it leave it out wherever it stands.

Tags are left out as a whole or not at all.
"""


def _tell_lost(lost: Mapping[Kind, set[int]], output: str, charge: Charge) -> None:
    """Tell once what another program left out."""
    for kind, sheets in lost.items():
        says = _at_places(Matter.WORDING, (said(f"thing.{kind.value}"),), [sheets])
        if charge.strict:
            charge.fault(says, whole(output), None, BRING_HOME)
        else:
            charge.sink.note(says, place=whole(output))


def _at_places(matter: Matter, facts: tuple[Words, ...], sheets: Iterable[set[int]]) -> Words:
    numbers = tuple(map(str, sorted(set().union(*sheets) - {WHOLE})))
    return _said(matter, "sheets", facts=facts, sheets=numbers) if numbers else _said(matter, "file", facts=facts)


def _names(one: Difference) -> tuple[str, ...]:
    """Return in what a difference of looks lies."""
    return tuple(change.name for change in one.changes) or (OTHER,)


def _tell(one: Difference, output: str, charge: Charge) -> None:
    place, span = _place(one, output), _span(one, output, charge)
    says = _says(one, output)
    if charge.built_now or one.matter is Matter.NUMBER:
        charge.fault(says, place, span, *_figures(one, output, charge), charge.edited)
    elif charge.strict:
        charge.fault(says, place, span, BRING_HOME)
    else:
        charge.sink.note(says, span, BRING_HOME, place=place)


def _says(one: Difference, output: str) -> Words:
    lone = one.stated or one.found
    assert lone is not None
    if one.whole_sheet:
        way = "moved" if one.changes else "gone" if one.found is None else "new"
        return _said(one.matter, f"sheet-{way}", text=_excerpt(lone.text), sheet=said(f"sheet.{output}", number=lone.name))
    if lonely := _lonely(one):
        way, thing = lonely
        what = said(f"thing.{thing.kind.value}")
        return (
            _said(one.matter, way, what=what, text=_excerpt(thing.text))
            if thing.text
            else _said(one.matter, f"{way}-unsaid", what=what)
        )
    assert one.stated is not None
    assert one.found is not None
    if one.stated.text != one.found.text:
        before, after = _excerpts(one.stated.text, one.found.text)
        if lone.kind is Kind.TAG:
            return _said(one.matter, "order" if lone.name else "holds", before=before, after=after)
        return _said(one.matter, "reads", before=before, after=after)
    if lone.kind is Kind.TAG and lone.text and _names(one) == ("order",):
        return _said(one.matter, "tag-moved", text=_excerpt(lone.text))
    what = said("thing.called", text=_excerpt(lone.text)) if lone.text else said(f"thing.{lone.kind.value}")
    return _said(one.matter, "facts", what=what, facts=tuple(_facts(one)))


def _lonely(one: Difference) -> tuple[str, Thing] | None:
    """Return what stands on one side alone, and which way it went; a tag that holds no text any more is as good as gone."""
    if one.found is None or (one.stated and one.stated.kind is Kind.TAG and one.words and not one.found.text):
        return ("gone", one.stated) if one.stated else None
    if one.stated is None or (one.found.kind is Kind.TAG and one.words and not one.stated.text):
        return "new", one.found
    return None


def _said(matter: Matter, way: str, **values: Value) -> Words:
    """Return the words of a difference by what it is about."""
    if matter is Matter.NUMBER:
        return said(f"number-changed.{way}", **values)
    return said(f"wording-changed.{way}", **values) if matter is Matter.WORDING else said(f"looks-changed.{way}", **values)


def _facts(one: Difference) -> Iterable[Value]:
    for change in one.changes[:MOST_FACTS]:
        name = said(f"fact.{GROUPS.get(change.name, OTHER)}")
        values = _excerpts(change.before, change.after) if change.before != change.after else change[1:]
        before, after = (said("fact-value.is", value=value) if value else said("fact-value.none") for value in values)
        yield said("fact-value.change", name=name, before=before, after=after)


def _excerpts(before: str, after: str) -> tuple[str, str]:
    """Return two texts, long ones cut to where they differ."""
    if max(len(before), len(after)) <= LONGEST:
        return before, after
    cuts = [one for one in SequenceMatcher(None, before, after, autojunk=False).get_opcodes() if one[0] != "equal"]
    first, last = cuts[0], cuts[-1]
    return _cut(before, first[1], last[2]), _cut(after, first[3], last[4])


def _cut(text: str, start: int, end: int) -> str:
    left, right = max(0, start - AROUND), min(len(text), end + AROUND)
    middle = text[left:right]
    if len(middle) > 2 * LONGEST:
        middle = middle[:LONGEST] + "…" + middle[-LONGEST:]
    return ("…" if left else "") + middle + ("…" if right < len(text) else "")


def _excerpt(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def _place(one: Difference, output: str) -> Words:
    if one.sheet == WHOLE:
        return whole(output)
    lone = one.found or one.stated
    assert lone is not None
    if output == FIGURES:
        return said("place.cell", file=_file(output), cell=lone.name) if lone.kind is Kind.CELL else whole(output)
    site = Site(output, one.sheet, one.sheet)
    if one.whole_sheet or lone.kind is Kind.ENTRY or output != "deck":
        return site.place()
    return site.place(NOTES if lone.kind is Kind.NOTE else lone.name)


def _file(output: str) -> str:
    return str(dict(whole(output).values)["file"])


def _span(one: Difference, output: str, charge: Charge) -> Span | None:
    """Return where in the content a thing comes from: by its own origin, else by a figure that stands where it does."""
    if one.stated is None:
        return None
    return charge.places.get(one.stated.origin) or next((charge.span(each) for each in _placed(one, output, charge)), None)


def _placed(one: Difference, output: str, charge: Charge) -> Sequence[Placement]:
    """Return the uses that a changed thing should print and does not."""
    stated, found = one.stated, one.found
    if stated is None or stated.kind is Kind.TAG:
        return ()
    now = found.text if found is not None else ""
    placed = charge.by_place.get((output, one.sheet), ())
    return [each for each in placed if each.use and each.use != FOLIO and each.text in stated.text and each.text not in now]


def _figures(one: Difference, output: str, charge: Charge) -> Iterable[Words]:
    """Yield the figures that a text no longer prints, each with what it should print."""
    told = {(charge.of(each), each.text): None for each in _placed(one, output, charge)}
    return (said("hint.should-print", what=what, due=due) for what, due in told)
