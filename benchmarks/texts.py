"""The texts that composers are compared on: a report's own paragraphs, and two collections of paragraphs of many kinds.

In: a content file, or the name of a collection (`paragraphs/`, a paragraph a line after its kind). Out: texts, and cases of them at
twenty widths. `tuning` is what the costs are set by; `held_out` is of other kinds and is only ever looked at afterwards.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.judging import Case
from generator.content.reader import read
from generator.document.model import Paragraph
from generator.document.resolve import resolve
from generator.typeset.numerals import numerals
from generator.units import mm, to_pt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FOLDER = Path(__file__).parent / "paragraphs"

WIDTHS = tuple(range(60, 160, 5))
"""Twenty measures, in millimetres."""

_DIGITS = r"[0-9]+(?:[.,][0-9]+)*"
WHOLE = re.compile(
    rf"[≥≤<>≈±]?{_DIGITS}(?:[-∶:×±]{_DIGITS})*[²³]?"  # dates, telephone numbers, ratios, errors, powers, comparisons
    r"|[\w”’》）][①-⑳]+"  # a note mark with what it notes; after a colon or a comma it numbers what follows
    r"|\S\[[0-9][0-9,—-]*\]"
)
"""What may not be parted, told apart from what the composer under judgement takes for one piece (T10, T14)."""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph: its kind, and its characters in parts, each with the id of the number that it prints or ""."""

    kind: str
    parts: tuple[tuple[str, str], ...]

    @property
    def plain(self) -> str:
        """Its characters."""
        return "".join(text for text, _ in self.parts)


def of_content(content: Path) -> list[Text]:
    """Return the paragraphs of a content file."""
    author = read(content)
    assert author.value is not None, author.diagnostics
    found = _paragraphs(resolve(author.value).value)
    return [Text("content", tuple((run.text, run.use) for run in paragraph.text)) for paragraph in found]


def of_collection(name: str) -> list[Text]:
    """Return the paragraphs of a collection: "tuning" or "held_out"."""
    lines = (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    return [Text(kind, ((text, ""),)) for kind, _, text in (line.partition(": ") for line in lines)]


def cases_of(texts: Iterable[Text], widths: Iterable[int] = WIDTHS) -> list[Case]:
    """Return every paragraph at every width; a number with its qualifier and unit is one piece for everybody."""
    told = [(text.plain, pieces(text.plain)) for text in texts]
    return [Case(plain, whole, to_pt(mm(width))) for width in widths for plain, whole in told]


def pieces(text: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges of characters that are one piece, those that overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted([*numerals(text), *(match.span() for match in WHOLE.finditer(text))]):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _paragraphs(piece: object) -> Iterator[Paragraph]:
    """Yield the paragraphs of running text in a resolved report."""
    if isinstance(piece, Paragraph):
        if piece.kind != "heading":
            yield piece
    elif isinstance(piece, tuple):
        for part in piece:
            yield from _paragraphs(part)
    elif is_dataclass(piece):
        for field in fields(piece):
            if field.name not in {"ledger", "places", "talk"}:
                yield from _paragraphs(getattr(piece, field.name))
