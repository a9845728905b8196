"""What `compare` has to tell: each change on a line, rewordings by part with what differs in brackets; the same as facts."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from generator.cli.terminal import Ending
from generator.diagnostics import Words, said
from generator.edition.compare.model import Ink
from generator.edition.compare.told import aspect, counts, part, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition.compare.model import Comparison, Edition
    from generator.edition.compare.model import Words as Text

OLD, NEW = ("[-", "-]"), ("{+", "+}")
"""How words that differ are marked on a terminal, as wdiff does."""
NOTHING = "—"


def compared(found: Comparison, *, brief: bool = False) -> Ending:
    """Return what changed, `brief` the counts alone."""
    return Ending((counts(found),) if brief else (*_lines(found), counts(found)), (_facts(found),))


def _lines(found: Comparison) -> Iterator[Words]:
    for one in found.changes:
        of = said("compare.of-period", figure=one.figure, period=one.period) if one.period else one.figure
        yield said("compare.line", what=aspect(one), of=of, old=one.old or NOTHING, new=one.new or NOTHING)
    for name, group in groupby(found.rewordings, key=attrgetter("part")):
        yield said("compare.part", part=part(name))
        for text, marks in (each for one in group for each in ((one.old, OLD), (one.new, NEW))):
            if text:
                yield said("compare.text", text=_marked(text, marks))
    if not found.texts:
        yield said("compare.no-texts")


def _marked(text: Text, marks: tuple[str, str]) -> str:
    pieces = ((words, ink) for words, ink in shortened(text) if words)
    return "".join(words if ink is Ink.KEPT else f"{marks[0]}{words}{marks[1]}" for words, ink in pieces)


def _facts(found: Comparison) -> dict[str, object]:
    return {
        "old": _edition(found.old),
        "new": _edition(found.new),
        "same": found.same,
        "changes": [
            {"figure": one.figure, "period": one.period, "what": one.aspect.value, "old": one.old, "new": one.new}
            for one in found.changes
        ],
        "texts": [{"part": one.part, "old": _pieces(one.old), "new": _pieces(one.new)} for one in found.rewordings],
        "texts_compared": found.texts,
    }


def _edition(one: Edition) -> dict[str, object]:
    return {"file": one.file, "sha256": one.digest, "figures": len(one.figures)}


def _pieces(text: Text) -> list[dict[str, object]]:
    return [{"text": words, "changed": ink is Ink.CHANGED} for words, ink in text if words]
