"""Paragraphs side by side: ours, ReportLab's and Typst's, on texts of many kinds at twenty widths.

Run from the checkout, with the extra `bench` installed: `python -m benchmarks.typeset`; with `--help` for what can be asked.

In: the paragraphs of a content file and of two collections (`texts.py`). Out: a table for each of faults, of looseness and of speed.
Typst is asked twice: as it is, and with number and unit boxed, the nearest that its own means come to keeping them together. Others
are read back from the PDFs that they write, by the places of their glyphs; ours from the placed glyphs that our PDFs are written
from. All set one font at one size.
"""

from __future__ import annotations

import argparse
import time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.characters import PRINTED_HYPHEN
from benchmarks.judging import UNLIKE, Judge, Placed
from benchmarks.rivals import Result, reportlab_lines, typst_lines
from benchmarks.spread import mean, quantile, share_over, worst
from benchmarks.texts import WIDTHS, cases_of, of_collection, of_content
from generator.fonts.library import Library
from generator.ink import Ink
from generator.typeset.model import Composed, Setting, Span, Style
from generator.typeset.paragraph import compose
from generator.units import pt, to_pt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.judging import Case, Grey
    from benchmarks.texts import Text
    from generator.drawing import Glyph
    from generator.fonts.face import Face

SIZE = 10
INDENT = 20
LEADING = 17
SPEED_CHARACTERS = 30_000
SHORT = 150
"""Characters of the paragraphs that a report is made of."""
SHIFTS = (0, 37, 74)
"""Where the cutting into short paragraphs begins, so that no two of them are alike."""
LENGTHS = (1_000, 10_000, 100_000)
P99 = 0.99

INK = Ink("ink", (0, 0, 0), (0, 0, 0, 100))


def ours(texts: list[Text], cases: list[Case], style: Style, library: Library) -> Result:
    """Set the cases with our own composer, in the order of `cases`: every paragraph at every width."""
    spans = [[Span(part, style, use) for part, use in text.parts] for text in texts]
    start = time.perf_counter()
    composed = [compose(one, _setting(case.measure), library) for one, case in zip(spans * len(WIDTHS), cases, strict=True)]
    seconds = time.perf_counter() - start
    face = library.face(style.face)
    return Result(tuple(tuple(map(tuple, placed_lines(one, face))) for one in composed), seconds)


def _setting(measure: float) -> Setting:
    return Setting(pt(measure), pt(LEADING), indent=pt(INDENT))


def placed_lines(composed: Composed, face: Face) -> Iterator[list[Placed]]:
    """Yield the lines of a set paragraph as the judge hears them; a glyph at a line's end that nobody typed is a hyphen."""
    for line in composed.lines:
        glyphs = [(glyph, run.origin_point.x + glyph.x) for run in line.runs for glyph in run.glyphs]
        told = [Placed(char, at) for glyph, x in glyphs for char, at in _each(glyph, to_pt(x), face)]
        last, x = glyphs[-1]
        yield told if last.text else [*told, Placed(PRINTED_HYPHEN, to_pt(x))]


def _each(glyph: Glyph, x: float, face: Face) -> Iterator[tuple[str, float]]:
    """Yield the characters of a glyph with their places: a dash of two ems is two, and so is a ligature."""
    for index, char in enumerate(glyph.text):
        if not char.isspace():
            yield char, x + face.advance(glyph.id) * SIZE / 1000 * index / len(glyph.text)


def heard(cases: list[Case], result: Result, library: Library) -> Judge:
    """Return the judge of a composer's lines."""
    face = library.face("sans-regular")
    judge = Judge.of(SIZE, lambda char: face.advance(face.glyph("-" if char == PRINTED_HYPHEN else char)) / 1000)
    for case, lines in zip(cases, result.paragraphs, strict=True):
        judge.hear(case, lines, INDENT)
    return judge


def judged(cases: list[Case], result: Result, judge: Judge) -> list[str]:
    """Return a composer's column of the table."""
    score, loose = judge.score, judge.looseness
    return [
        *map(str, (score.paragraphs, score.lines, score.bad_edges, score.parted, score.short_firsts, score.short_ends)),
        *map(str, (score.holes, score.not_flush)),
        f"{score.pairs_left} of {score.pairs}",
        f"{score.gaps_lost} of {score.gaps}",
        str(score.lost_text),
        *_thousandths(mean(loose.departures), quantile(loose.departures, P99), max(loose.departures), -min(loose.departures)),
        share_over(loose.departure_steps, UNLIKE),
        *_thousandths(mean(loose.openings), quantile(loose.openings, P99), worst(loose.openings)),
        share_over(loose.opening_steps, UNLIKE),
        str(score.rivers),
        f"{sum(len(case.text) for case in cases) / result.seconds / 1000:.0f}",
    ]


def _thousandths(*values: float) -> Iterator[str]:
    return (f"{value * 1000:.1f}" for value in values)


ROWS = (
    "paragraphs",
    "lines",
    "bad line edges",
    "numbers, qualifiers, words or addresses parted",
    "one-character first lines",
    "one-character last lines",
    "lines emptier than 4 em",
    "lines not flush (> 0.3 pt)",
    "neighbouring marks not squeezed",
    "Han-Latin gaps lost",
    "paragraphs read back otherwise",
    "looseness by content, mean (em/1000 a joint)",
    "  p99",
    "  loosest line",
    "  tightest line",
    "  neighbouring lines that differ by > 0.15 em",
    "Han apart as set, mean (em/1000)",
    "  p99",
    "  worst line",
    "  neighbouring lines that differ by > 0.15 em",
    "rivers (white of 0.4 em over three lines)",
    "thousand characters a second (others with their PDF)",
)


def speed(texts: Sequence[Text], style: Style, library: Library) -> Iterator[str]:
    """Yield lines that tell how fast plain text is set, by the length of one paragraph and in many short, unlike ones."""
    sample = "".join(text.plain for text in texts)
    short = [sample[at : at + SHORT] for shift in SHIFTS for at in range(shift, len(sample) - SHORT, SHORT)]
    compose([Span(sample, style)], _setting(360), library)
    yield f"  unlike paragraphs of {SHORT}: {_characters_a_second(short, style, library):>9,.0f} characters a second"
    for length in LENGTHS:
        endless = sample * (length // len(sample) + 2)
        rounds = max(1, SPEED_CHARACTERS // length)
        unlike = [endless[start : start + length] for start in range(1, 1 + rounds * SHORT, SHORT)]
        told = _characters_a_second(unlike, style, library)
        yield f"  a paragraph of {length:>7,}: {told:>11,.0f} characters a second"


def _characters_a_second(texts: Sequence[str], style: Style, library: Library) -> float:
    start = time.process_time()
    for text in texts:
        compose([Span(text, style)], _setting(360), library)
    return sum(map(len, texts)) / (time.process_time() - start)


def compare(texts: list[Text], style: Style, library: Library, *, alone: bool, worst_lines: int) -> Iterator[str]:
    """Yield the table of one collection; `alone` leaves the others out, `worst_lines` shows so many of ours that are furthest off."""
    cases = cases_of(texts)
    results = {"ours": ours(texts, cases, style, library)}
    font = library.face("sans-regular").path
    if not alone and find_spec("typst"):
        results["Typst, boxed"] = typst_lines(cases, font, SIZE, INDENT, boxed=True)
        results["Typst"] = typst_lines(cases, font, SIZE, INDENT, boxed=False)
    if not alone:
        results["ReportLab"] = reportlab_lines(cases, font, SIZE, INDENT)
    judges = {name: heard(cases, result, library) for name, result in results.items()}
    columns = [judged(cases, result, judges[name]) for name, result in results.items()]
    yield f"{'':54}" + "".join(f"{name:>14}" for name in results)
    for row, *values in zip(ROWS, *columns, strict=True):
        yield f"{row:54}" + "".join(f"{value:>14}" for value in values)
    for grey in _furthest(judges["ours"], worst_lines):
        apart = "" if grey.opening is None else f"{grey.opening * 1000:.0f}"
        yield f"{grey.departure * 1000:>8.0f} {apart:>5} {grey.measure / SIZE:>5.1f} em  {grey.text}"


def _furthest(judge: Judge, count: int) -> list[Grey]:
    lines = [grey for greys in judge.greys for grey in greys]
    return sorted(lines, key=lambda grey: -abs(grey.departure))[:count]


def asked() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description="Set paragraphs at twenty widths, beside other composers.")
    parser.add_argument("content", nargs="?", type=Path, default=Path("content.yaml"), help="the report whose paragraphs are set")
    parser.add_argument("--tuning", action="store_true", help="the paragraphs of many kinds that costs are set by, alone")
    parser.add_argument("--held-out", action="store_true", help="those that nothing is ever set by, alone")
    parser.add_argument("--ours", action="store_true", help="leave the other composers out: a few seconds")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="show the N lines of ours that are furthest off")
    return parser.parse_args()


def main() -> None:
    """Print a table for each collection that is asked for."""
    options = asked()
    library = Library.open()
    style = Style("sans-regular", pt(SIZE), INK)
    named = [name for name, wanted in (("tuning", options.tuning), ("held_out", options.held_out)) if wanted]
    texts = {name: of_collection(name) for name in named} or {
        str(options.content): of_content(options.content),
        "tuning": of_collection("tuning"),
    }
    if not options.ours and not find_spec("typst"):
        print("typst is not installed (the extra `bench`): it is left out\n")
    for name, collection in texts.items():
        print(f"{name}: {len(collection)} paragraphs, {sum(len(text.plain) for text in collection):,} characters\n")
        print("\n".join(compare(collection, style, library, alone=options.ours, worst_lines=options.worst)), end="\n\n")
    print("plain text, one core:")
    print("\n".join(speed([text for collection in texts.values() for text in collection], style, library)))


if __name__ == "__main__":
    main()
