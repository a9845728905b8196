"""Decks of the sample report for these tests, and ways to look into them."""

from __future__ import annotations

from dataclasses import replace

from generator.diagnostics import Sink
from generator.document.model import Phrase, Run
from generator.fonts.library import Library
from generator.layout.deck.order import lay_out
from generator.layout.deck.slide import DrawingBox, TableBox, TextBox
from tests.document.sample import sample_report

LIBRARY = Library.open()


def deck_of(report, sink=None):
    return lay_out(report, LIBRARY, sink if sink is not None else Sink())


def with_message(report, theme, text):
    """The report with another message for one of its themes."""
    themes = list(report.themes)
    themes[theme] = replace(themes[theme], message=Phrase((Run(text),), themes[theme].message.origin))
    return replace(report, themes=tuple(themes))


def boxes(slide):
    return [item for item in slide.items if isinstance(item, TextBox)]


def box(slide, name):
    return next(item for item in boxes(slide) if item.name == name)


def placeholder(slide, name):
    return next(item for item in boxes(slide) if item.placeholder == name)


def text(item):
    return "".join(run.text for paragraph in item.paragraphs for run in paragraph.runs)


def cells(slide):
    return [cell for item in slide.items if isinstance(item, TableBox) for row in item.rows for cell in row]


def drawings(slide):
    return [item for item in slide.items if isinstance(item, DrawingBox)]


__all__ = [
    "LIBRARY",
    "Sink",
    "box",
    "boxes",
    "cells",
    "deck_of",
    "drawings",
    "placeholder",
    "sample_report",
    "text",
    "with_message",
]
