"""Which face shows which part of a text on a slide: runs in, runs of one face each out.

A program sets each run in the face that it names; a word with a letter that this face lacks is a run of its own, in its supplement.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from generator.fonts.library import MORE
from generator.typeset.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.fonts.face import Face
    from generator.fonts.library import Library
    from generator.layout.deck.slide import ChartBox
    from generator.typeset.model import Span


def by_face(runs: Iterable[Span], library: Library) -> Iterator[Span]:
    """Yield runs of one face each, which say together what these say."""
    if not library.supplemented:
        yield from runs
        return
    for run in runs:
        pieces = [*pieces_of(run.text, library.face(run.style.face))]
        if len(pieces) < 2 and all(face.key == run.style.face for face, _ in pieces):  # noqa: PLR2004 - one piece, or none
            yield run
        else:
            yield from (replace(run, text=text, style=replace(run.style, face=face.key)) for face, text in pieces)


def faces_of(box: ChartBox) -> tuple[str, ...]:
    """Return the faces of a native chart."""
    own = tuple(dict.fromkeys((box.axis.face, box.label.face)))
    return (*own, *(face + MORE for face in own)) if box.western else own


def pieces_of(text: str, face: Face) -> Iterator[tuple[Face, str]]:
    """Yield the parts of a text that one face sets, with that face: the one named, or its supplement."""
    if all(map(face.covers, text)):
        yield from ((face, text),) if text else ()
        return
    for bearer, words in groupby(tokens(text), face.bearer):
        yield bearer, "".join(words)
