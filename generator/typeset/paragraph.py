"""A paragraph, set: spans of styled text and a setting in, placed glyphs out (W3C CLREQ, GB/T 15834-2011, GB/T 15835-2011).

The way of a paragraph: `cutting` makes a strip of atoms and joints (`tokens`, `shaping`, by the tables of `spacing` and `breaks`;
`holding` and `wide` say what stays together), `scale` measures it, `fit` finds the line ends over the whole of it, `lines` sets each
line, `justify` makes it flush.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.drawing import Role
from generator.typeset.breaks import Rank
from generator.typeset.cutting import merged, strips
from generator.typeset.fit import fitted
from generator.typeset.lines import Press, Stretch
from generator.typeset.model import Align, Composed, Setting
from generator.typeset.pieces import NARROW_EMS
from generator.typeset.scale import measured
from generator.typeset.shortfall import shortfall
from generator.typeset.tabs import Row, has_tabs
from generator.typeset.wide import is_parted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.fonts.library import Library
    from generator.typeset.model import Span
    from generator.typeset.strip import Strip
    from generator.units import Length

UNBOUNDED: Length = 10**12
"""A measure that no line reaches: some 28 kilometres."""

_NATURAL = Setting(UNBOUNDED, 0, Align.LEFT)

KEPT = 4096
"""Texts kept of each kind: the same words are set on pages and slides, in table after table, and for each size that is tried.

A report of 20 pages asks for 2,000 of them. What is kept depends on text, style, measure and faces alone, so that it holds for
another page, slide or build too."""


def compose(
    spans: Sequence[Span], setting: Setting, library: Library, *, origin: str = "", role: Role = Role.PARAGRAPH
) -> Composed:
    """Set a paragraph; raises nothing: a piece wider than the measure is torn at its least bad place, or stands out.

    A typed line end begins a new line, and text without characters has no lines.
    """
    made = _composed(tuple(spans), setting, library)
    return Composed(made.lines, setting, made.shortfall, (), origin, role)


@lru_cache(maxsize=KEPT)
def _composed(spans: tuple[Span, ...], setting: Setting, library: Library) -> Composed:
    press = Press(merged(spans), setting, library)
    made = [
        (part, part.set_by(press))
        for part in _lines(press, strips(press.spans, setting, library, setting.measure - setting.indent))
    ]
    return Composed(tuple(line for _, line in made), setting, shortfall(made, setting))


def broken(spans: Sequence[Span], setting: Setting, library: Library) -> tuple[str, ...]:
    """Return the characters of each line that `compose` would set, without placing a glyph."""
    return _broken(tuple(spans), setting, library)


@lru_cache(maxsize=KEPT)
def _broken(spans: tuple[Span, ...], setting: Setting, library: Library) -> tuple[str, ...]:
    press = Press(merged(spans), setting, library)
    cut = _strips(tuple(press.spans), setting, library)
    return tuple(["".join([atom.text for atom in part.atoms]) for part in _lines(press, cut)])


def line_ends(spans: Sequence[Span], library: Library) -> tuple[tuple[int, float], ...]:
    """Return after how many characters a line of a title may end, with what that costs by sense; none is after the last."""
    found = []
    at = 0
    for strip in strips(merged(spans), Setting(UNBOUNDED, 0, Align.LEFT, balanced=True), library):
        for atom, joint in zip(strip.atoms, [*strip.joints[1:], None], strict=True):
            at += len(atom.text)
            if joint and joint.rank is Rank.FREE:
                found.append((at, joint.cost))
    return tuple(found)


def _lines(press: Press, cut: Iterable[Strip]) -> Iterator[Row | Stretch]:
    """Yield the part of a strip that each line is to be set of."""
    for index, strip in enumerate(cut):
        indent = 0 if index else press.setting.indent
        if press.setting.tabs and has_tabs(strip):
            yield Row(strip, 0, len(strip.atoms), indent)
            continue
        hyphens = {at: press.hyphen(strip.owners[at]).width for at in strip.hyphens}
        scale = measured(strip, press.setting, hyphens)
        for start, end in fitted(strip, scale, press.setting, indent):
            yield Stretch(strip, start, end, 0 if start else indent, scale)


def natural_width(spans: Sequence[Span], library: Library) -> Length:
    """Return the width of these spans on one unbroken line, in EMU; of the widest where line ends are typed."""
    return _natural_width(tuple(spans), library)


@lru_cache(maxsize=KEPT)
def _natural_width(spans: tuple[Span, ...], library: Library) -> Length:
    scales = (measured(strip, _NATURAL, {}) for strip in strips(merged(spans), _NATURAL, library, UNBOUNDED))
    return max((scale.ends[-1] - scale.start(0) for scale in scales), default=0)


def _strips(spans: tuple[Span, ...], setting: Setting, library: Library) -> Sequence[Strip]:
    """Return the strips of spans that are broken at one measure after another: the same where it is not narrow and parts no piece."""
    if setting.measure < NARROW_EMS * max((span.style.size for span in spans), default=0):
        return strips(spans, setting, library)
    whole = _unparted(spans, replace(setting, measure=UNBOUNDED, leading=0, indent=0, tabs=()), library)
    return strips(spans, setting, library) if any(is_parted(strip, setting) for strip in whole) else whole


@lru_cache(maxsize=KEPT)
def _unparted(spans: tuple[Span, ...], setting: Setting, library: Library) -> Sequence[Strip]:
    return strips(spans, setting, library)
