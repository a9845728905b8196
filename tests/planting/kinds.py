"""All kinds of alteration, in one list."""

from __future__ import annotations

from tests.planting import (
    deck_charts,
    deck_package,
    deck_runs,
    deck_scales,
    deck_shapes,
    deck_tables,
    deck_words,
    report_drawings,
    report_fonts,
    report_looks,
    report_objects,
    report_words,
    workbook_cells,
    workbook_looks,
)
from tests.planting.model import Kind

REPORTS = (report_words, report_looks, report_drawings, report_objects, report_fonts)
DECKS = (deck_words, deck_runs, deck_shapes, deck_tables, deck_charts, deck_scales, deck_package)
WORKBOOKS = (workbook_cells, workbook_looks)

KINDS: tuple[Kind, ...] = tuple(kind for module in (*REPORTS, *DECKS, *WORKBOOKS) for kind in module.KINDS)
