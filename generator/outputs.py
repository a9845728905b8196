"""What outputs there are: by which key each is asked for, in which file it is, and which are made of the same pages or slides."""

from __future__ import annotations

REPORT, DECK, FIGURES, SLIDES, HANDOUT = "report", "deck", "figures", "slides", "notes"
PRINT, GRAY, BOOKLET = "print", "gray", "booklet"
FILES = {
    REPORT: "report.pdf", PRINT: "report-print.pdf", DECK: "deck.pptx", FIGURES: "figures.xlsx",
    SLIDES: "deck.pdf", HANDOUT: "notes.pdf", GRAY: "report-gray.pdf", BOOKLET: "report-booklet.pdf",
}  # fmt: skip
"""The file of each output, in the order in which they are told."""
ALL = frozenset({REPORT, DECK, FIGURES})
"""What is built unless something else is asked for; the others say nothing that these do not say, and are made for an occasion."""
OF_BOOK = frozenset({REPORT, PRINT, FIGURES, GRAY, BOOKLET})
"""What is the report's pages, or names or shows them."""
OF_DECK = frozenset({DECK, FIGURES, SLIDES, HANDOUT})
"""What is the deck's slides, or names or shows them."""
