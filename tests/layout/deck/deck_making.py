"""Decks of the sample report for these tests, and ways to look into them."""

from __future__ import annotations

from dataclasses import replace

from generator.charts.drawings import Drawings
from generator.design.format import WIDE
from generator.diagnostics import Words
from generator.document.model import Phrase, Run
from generator.fonts.library import Library
from generator.layout.deck.order import lay_out
from generator.layout.deck.slide import DrawingBox, TableBox, TextBox
from generator.layout.desk import desk_for
from tests.document.sample import sample_report

LIBRARY = Library.open()


def told(report, slide=WIDE):
    """The deck of a report, and what layout has to tell of it."""
    return lay_out(desk_for(report, LIBRARY, Drawings(), slide=slide))


def deck_of(report, slide=WIDE):
    return told(report, slide).value


def faults(report, slide=WIDE):
    """What does not fit the deck of a report."""
    return [one for one in told(report, slide).diagnostics if one.code == "does-not-fit"]


def values(words):
    """The values of a sentence to be, those that are words themselves by their keys or their own values."""
    return {name: _value(value) for name, value in words.values}


def _value(value):
    if isinstance(value, Words):
        return (value.key, *(one for _, one in value.values)) if value.values else value.key
    return value


def with_message(report, theme, text):
    """The report with another message for one of its themes."""
    themes = list(report.themes)
    themes[theme] = replace(themes[theme], message=Phrase((Run(text),), themes[theme].message.origin))
    return replace(report, themes=tuple(themes))


def boxes(slide):
    return [item for item in slide.items if isinstance(item, TextBox)]


def box(slide, name):
    return next(item for item in boxes(slide) if item.name == name)


def titled(deck, title):
    """The slide of a title."""
    return next(slide for slide in deck.slides if slide.title == str(title))


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
    "box",
    "boxes",
    "cells",
    "deck_of",
    "drawings",
    "faults",
    "placeholder",
    "sample_report",
    "text",
    "titled",
    "told",
    "values",
    "with_message",
]
