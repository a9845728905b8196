"""The facts of a statement by what people call them: many facts, few words."""

from __future__ import annotations

FACTS = {
    "place": "box x y right xs nowhere margin hanging insets anchor columns wrap align before after pitch indent vertical body-turn",
    "size": "width height trim bleed art media",
    "letters": "face asian size bold slanted underlined capitals spread outlined effects rise stretch weight signs shrunk bent crowded "
    "edge hollow stretched",
    "colour": "colour letters fill stroke shaded ground above below left right marker line dash cap join rule clear "
    "alpha stroke_alpha blend mask transfer",
    "overprint": "overprint stroke_overprint",
    "condition": "condition kind info registry profile",
    "picture": "picture dots colours bits masked meaning crop recoloured",
    "drawn": "drawn",
    "struck": "struck",
    "shift": "shift",
    "hidden": "hidden unseen clipped clip mode layer faint crossed",
    "outline": "geometry outline arrow",
    "turn": "turn flip mirrored upside-down turned",
    "scale": "least most log units axis axes room gap overlap hole apart",
    "type": "type grouping lying plots legend in-depth backwards extras",
    "value": "value mismatch",
    "format": "format formula",
    "label": "beside unnamed every linked unmarked",
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
