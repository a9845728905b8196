"""Blocks made by hand, and reports that have them, for the tests of what a deck makes of them."""

from __future__ import annotations

from dataclasses import replace

from generator.document.model import Footnote, Paragraph, Phrase, Picture, Run, TextTable
from tests.document.sample import sample_report


def cell(text, report):
    """A cell whose text is that of a number of the report, as a use of it, or words."""
    uses = {use.text: use.id for use in report.ledger.uses}
    return (Run(text, uses.get(text, "")),) if text else ()


def table(report, head, *rows, title="", aligns=(), notes=()):
    """A table of words and of numbers that the report prints."""
    origin = report.imprint.title.origin
    named = Phrase((Run(title),), origin) if title else None
    read = tuple(tuple(cell(one.strip(), report) for one in row.split("|")) for row in rows)
    heads = tuple((Run(one.strip()),) for one in head.split("|"))
    return TextTable(named, heads, read, aligns or ("left",) * len(heads), notes, origin)


def quotation(report, said, who):
    """What somebody said, and who."""
    origin = report.imprint.title.origin
    return (Paragraph("quote", (Run(said),), origin), Paragraph("speaker", (Run(who),), origin))


def noted(report, mark, text):
    """A note under a mark."""
    return Footnote((Run(mark, shift="super"),), (Run(text),), report.imprint.title.origin)


def with_blocks(*blocks, theme=0, **changes):
    """The sample with blocks at the end of a theme's text."""
    report = changes.pop("report", None) or sample_report()
    themes = list(report.themes)
    themes[theme] = replace(themes[theme], blocks=(*themes[theme].blocks, *blocks), **changes)
    return replace(report, themes=tuple(themes))


def picture(report, file, caption="", place="", credit="", says=""):
    """A picture that shows a water tower."""
    told = [(Run(one),) if one else () for one in ("水塔立在河边", caption, credit)]
    return Picture(file, *told, place, cell(says, report), report.imprint.title.origin)
