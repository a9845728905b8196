"""Paragraphs side by side: ours, ReportLab's and Typst's, on the report's own words at twenty widths.

Run from the checkout, with the extra `bench` installed: `python -m benchmarks.typeset [content.yaml]`.

In: the paragraphs of a content file, resolved. Out: a table of faults, of looseness and of speed. Typst is asked twice: as it is, and
with number and unit boxed, the nearest that its own means come to keeping them together. Others are read back from the PDFs that
they write, by the places of their glyphs; ours from the placed glyphs that our PDFs are written from. All set one font at one size.
"""

from __future__ import annotations

import sys
import time
from dataclasses import fields, is_dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.judging import Case, Judge, Placed, mean, worst
from benchmarks.rivals import Result, reportlab_lines, typst_lines
from generator.content.reader import read
from generator.document.model import Paragraph, plain
from generator.document.resolve import resolve
from generator.fonts.library import Library
from generator.ink import Ink
from generator.typeset.model import Composed, Setting, Span, Style
from generator.typeset.numerals import numerals
from generator.typeset.paragraph import compose
from generator.units import mm, pt, to_pt

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE = 10
INDENT = 20
LEADING = 17
WIDTHS = tuple(range(60, 160, 5))
"""Twenty measures, in millimetres."""
SPEED_CHARACTERS = 30_000
LENGTHS = (100, 1_000, 10_000, 100_000)

INK = Ink("ink", (0, 0, 0), (0, 0, 0, 100))


def paragraphs(piece: object) -> Iterator[Paragraph]:
    """Yield the paragraphs of running text in a resolved report."""
    if isinstance(piece, Paragraph):
        if piece.kind != "heading":
            yield piece
    elif isinstance(piece, tuple):
        for part in piece:
            yield from paragraphs(part)
    elif is_dataclass(piece):
        for field in fields(piece):
            if field.name not in {"ledger", "places", "talk"}:
                yield from paragraphs(getattr(piece, field.name))


def texts_of(content: Path) -> list[Paragraph]:
    """Return the paragraphs of a content file."""
    author = read(content)
    assert author.value is not None, author.diagnostics
    return list(paragraphs(resolve(author.value).value))


def cases_of(texts: list[Paragraph]) -> list[Case]:
    """Return every paragraph at every width; a number with its qualifier and unit is one piece for everybody."""
    return [Case(plain(text.text), tuple(numerals(plain(text.text))), to_pt(mm(width))) for width in WIDTHS for text in texts]


def ours(texts: list[Paragraph], cases: list[Case], style: Style, library: Library) -> Result:
    """Set the cases with our own composer, in the order of `cases`: every paragraph at every width."""
    start = time.perf_counter()
    composed = [
        compose([Span(run.text, style, run.use) for run in text.text], _setting(case.measure), library)
        for text, case in zip(texts * len(WIDTHS), cases, strict=True)
    ]
    seconds = time.perf_counter() - start
    return Result(tuple(tuple(map(tuple, placed_lines(one))) for one in composed), seconds)


def _setting(measure: float) -> Setting:
    return Setting(pt(measure), pt(LEADING), indent=pt(INDENT))


def placed_lines(composed: Composed) -> Iterator[list[Placed]]:
    """Yield the lines of a set paragraph as the judge hears them."""
    for line in composed.lines:
        yield [
            Placed(char, to_pt(run.origin_point.x + glyph.x))
            for run in line.runs
            for glyph in run.glyphs
            for char in glyph.text
            if not char.isspace()
        ]


def heard(cases: list[Case], result: Result, library: Library) -> Judge:
    """Return the judge of a composer's lines."""
    face = library.face("sans-regular")
    judge = Judge.of(SIZE, lambda char: face.advance(face.glyph(char)) / 1000)
    for case, lines in zip(cases, result.paragraphs, strict=True):
        judge.hear(case, lines, INDENT)
    return judge


def judged(cases: list[Case], result: Result, library: Library) -> list[str]:
    """Return a composer's column of the table."""
    judge = heard(cases, result, library)
    score, departures, openings = judge.score, judge.looseness.departures, judge.looseness.openings
    return [
        *map(str, (score.paragraphs, score.lines, score.bad_edges, score.parted, score.short_ends, score.not_flush)),
        f"{score.pairs_left} of {score.pairs}",
        f"{score.gaps_lost} of {score.gaps}",
        str(score.lost_text),
        *(f"{value * 1000:.1f}" for value in (mean(departures), max(departures), -min(departures))),
        *(f"{value * 1000:.1f}" for value in (mean(openings), worst(openings))),
        f"{sum(len(case.text) for case in cases) / result.seconds / 1000:.0f}",
    ]


ROWS = (
    "paragraphs",
    "lines",
    "bad line edges",
    "numbers or qualifiers parted",
    "one-character last lines",
    "lines not flush (> 0.3 pt)",
    "neighbouring marks not squeezed",
    "Han-Latin gaps lost",
    "paragraphs read back otherwise",
    "looseness by content, mean (em/1000 a joint)",
    "  loosest line",
    "  tightest line",
    "Han apart as set, mean (em/1000)",
    "  worst line",
    "thousand characters a second (others with their PDF)",
)


def speed(texts: list[Paragraph], style: Style, library: Library) -> list[str]:
    """Return lines that tell how fast plain text is set, by the length of one paragraph and in many short ones."""
    sample = "".join(plain(text.text) for text in texts)
    told = []
    for length in LENGTHS:
        text = (sample * (length // len(sample) + 1))[:length]
        rounds = max(1, SPEED_CHARACTERS // length)
        compose([Span(text, style)], _setting(360), library)
        start = time.process_time()
        for _ in range(rounds):
            compose([Span(text, style)], _setting(360), library)
        seconds = time.process_time() - start
        told.append(f"  a paragraph of {length:>7,}: {length * rounds / seconds:>9,.0f} characters a second")
    return told


def main() -> None:
    """Print the table."""
    library = Library.open()
    texts = texts_of(Path(sys.argv[1] if len(sys.argv) > 1 else "content.yaml"))
    cases = cases_of(texts)
    style = Style("sans-regular", pt(SIZE), INK)
    font = library.face("sans-regular").path
    told = speed(texts, style, library)
    results = {"ours": ours(texts, cases, style, library)}
    if find_spec("typst"):
        results["Typst, boxed"] = typst_lines(cases, font, SIZE, INDENT, boxed=True)
        results["Typst"] = typst_lines(cases, font, SIZE, INDENT, boxed=False)
    else:
        print("typst is not installed (the extra `bench`): it is left out\n")
    results["ReportLab"] = reportlab_lines(cases, font, SIZE, INDENT)
    columns = [judged(cases, result, library) for result in results.values()]
    print(f"{'':54}" + "".join(f"{name:>14}" for name in results))
    for row, *values in zip(ROWS, *columns, strict=True):
        print(f"{row:54}" + "".join(f"{value:>14}" for value in values))
    print("\nplain text, one core:")
    print("\n".join(told))


if __name__ == "__main__":
    main()
