"""All kinds of alteration, in one list."""

from __future__ import annotations

from tests.planting import (
    deck_charts,
    deck_labels,
    deck_lists,
    deck_package,
    deck_paragraphs,
    deck_pictures,
    deck_runs,
    deck_scales,
    deck_shapes,
    deck_slides,
    deck_tables,
    deck_templates,
    deck_themes,
    deck_words,
    print_plates,
    report_annotations,
    report_blocks,
    report_drawings,
    report_fonts,
    report_looks,
    report_objects,
    report_pictures,
    report_tags,
    report_words,
    workbook_cells,
    workbook_looks,
    workbook_package,
)
from tests.planting.model import HANDOUT, PRINT, REPORT, SLIDES, Kind

REPORTS = (
    report_words,
    report_looks,
    report_drawings,
    report_annotations,
    report_objects,
    report_fonts,
    report_tags,
    report_blocks,
)
DECKS = (
    deck_words,
    deck_runs,
    deck_shapes,
    deck_tables,
    deck_charts,
    deck_labels,
    deck_scales,
    deck_paragraphs,
    deck_lists,
    deck_slides,
    deck_themes,
    deck_package,
)
WORKBOOKS = (workbook_cells, workbook_looks, workbook_package)

KINDS: tuple[Kind, ...] = tuple(kind for module in (*REPORTS, *DECKS, *WORKBOOKS) for kind in module.KINDS)

PAPER_KINDS: tuple[Kind, ...] = tuple(
    kind._replace(name=kind.name.replace(REPORT, output, 1), output=output)
    for output in (SLIDES, HANDOUT, PRINT)
    for module in REPORTS
    if not (output == PRINT and module in (report_tags, report_blocks))
    for kind in module.KINDS
)
"""What is done to the report, done to the slides' PDF, to the handout and to the file for the press, which has no tags."""

PICTURE_KINDS: tuple[Kind, ...] = (
    *report_pictures.KINDS,
    *deck_pictures.KINDS,
    *(kind._replace(name=kind.name.replace(REPORT, SLIDES, 1), output=SLIDES) for kind in report_pictures.KINDS),
)
"""What is done to pictures, which the content of its own has (`pictured`)."""

PRESS_KINDS: tuple[Kind, ...] = tuple(print_plates.KINDS)
"""What is done to the file for the press alone."""

TEMPLATE_KINDS = deck_templates.KINDS
"""What is done to a deck that is built into a company's template."""
