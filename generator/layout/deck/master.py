"""The deck's master: theme fonts and colours, and a layout for every kind of slide and every part that bears one of its own.

In: the desk and the slides as they were made. Out: the master, and the slides under their layouts' names. The strip along the edge, the
progress mark and the rings are the layouts'; so that a slide in a theme's colour has them, the theme has its own layout of that kind.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from generator.document.model import plain
from generator.ink import Ink
from generator.layout.deck import words
from generator.layout.deck.layouts import NAMES, layout, usual
from generator.layout.deck.slide import LayoutSpec, Master, Setting, Shape, Slide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.layout.desk import Desk

THEME_ACCENTS = 5
"""Of OOXML's six accents so many are themes' inks; the sixth is the organization's."""

Dress: TypeAlias = tuple[str, Ink, tuple[Shape, ...], Ink | None]
"""What tells one layout from another: kind, ink, decoration and ground."""


def master(desk: Desk, slides: Sequence[Slide]) -> tuple[Master, tuple[Slide, ...]]:
    """Return the master and the slides; accents are the inks of the report's first five themes and the organization's.

    A report of fewer themes lends the rest of the look's; links that were followed have the last of the five.
    """
    look, faces = desk.look, desk.look.faces
    parts = tuple(dict.fromkeys(look.theme(theme.color) for theme in desk.report.themes if theme.color))
    mains = [one.main for one in dict.fromkeys((*parts, *dict(look.themes).values()))][:THEME_ACCENTS]
    colors = (look.ink, look.paper, look.grey, look.ground, *mains, look.brand, look.link, mains[-1])
    library = desk.library.offered(desk.fonts)
    major, minor = (library.face(face).family for face in (faces.title, faces.words))
    name = plain(desk.report.imprint.organization)
    inks = tuple((one.main, one.tint, one.pale, one.line) for one in parts)
    layouts, dressed = _layouts(desk, slides)
    return Master(name, major, minor, colors, layouts, inks), dressed


def _layouts(desk: Desk, slides: Sequence[Slide]) -> tuple[tuple[LayoutSpec, ...], tuple[Slide, ...]]:
    """Return the eleven layouts and those of parts, each made once, and the slides under the names of theirs."""
    made: dict[Dress, LayoutSpec] = {}
    for kind in NAMES:
        setting, ground = next(
            ((one.setting, one.background) for one in slides if one.layout == kind and one.setting and _is_plain(one, desk)),
            usual(desk, kind),
        )
        made[_dress(kind, setting, ground)] = layout(desk, kind, kind, setting, ground)
    for one in slides:
        if one.setting is not None and (dress := _dress(one.layout, one.setting, one.background)) not in made:
            name = _apart(f"{one.layout}{words.OF_PART}{one.setting.name.rpartition('　')[2]}", made)
            made[dress] = layout(desk, one.layout, name, one.setting, one.background)
    named = (
        replace(one, layout=made[_dress(one.layout, one.setting, one.background)].name) if one.setting else one for one in slides
    )
    return tuple(made.values()), tuple(named)


def _is_plain(slide: Slide, desk: Desk) -> bool:
    return slide.setting is not None and slide.setting.ink == desk.look.plain.main


def _dress(kind: str, setting: Setting, ground: Ink | None) -> Dress:
    return kind, setting.ink, setting.shapes, ground


def _apart(name: str, made: dict[Dress, LayoutSpec]) -> str:
    """Return a name that no layout has yet."""
    taken = {one.name for one in made.values()}
    return next(name + mark for mark in chain(("",), words.apart()) if name + mark not in taken)
