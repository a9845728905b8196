"""All kinds of alteration, in one list."""

from __future__ import annotations

from tests.planting import deck_runs, deck_shapes, deck_words, report_words
from tests.planting.model import Kind

KINDS: tuple[Kind, ...] = tuple(kind for module in (report_words, deck_words, deck_runs, deck_shapes) for kind in module.KINDS)
