"""All kinds of alteration, in one list."""

from __future__ import annotations

from tests.planting import deck_charts, deck_package, deck_runs, deck_scales, deck_shapes, deck_tables, deck_words, report_words
from tests.planting.model import Kind

MODULES = (report_words, deck_words, deck_runs, deck_shapes, deck_tables, deck_charts, deck_scales, deck_package)
KINDS: tuple[Kind, ...] = tuple(kind for module in MODULES for kind in module.KINDS)
