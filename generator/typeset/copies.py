"""Words that go on over a line end, copied whole where they begin: a long word, a number, an address of the web.

In: the runs of lines that stand under one another. Out: the same, with what copying gives of each. A reader takes a line's end for
a space, and a hyphen before it for one that the page added: poppler drops it unless told to keep the lines, pdfium always, the hyphen
of state-of-the-art like any other. U+00AD for a printed hyphen (ISO 32000-1, 14.8.2.2.3) reaches the clipboard by poppler and hides the
word from pdfium's search. So the first line says the whole word, and the next says what follows it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.typeset.tokens import WESTERN
from generator.typeset.unicode_classes import COMBINING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.drawing import TextRun

HYPHEN = "-"
"""What readers take for a printed hyphen at a line's end."""

IN_WORDS = re.compile(f"[{WESTERN}]")
REST = re.compile(f"[{WESTERN}][{WESTERN}{COMBINING}]*|.?", re.DOTALL)
"""What of a line belongs to the word that the line above began; after a hyphen, at least the next character."""

NOTHING_LEFT = " "
"""What a line says of which everything is said above: pdfium takes an empty text for none, and says the glyphs'."""


def goes_on(before: str, after: str) -> bool:
    """Tell whether one word meets a line end, by the characters on either side of it."""
    return before == HYPHEN or bool(IN_WORDS.match(before) and IN_WORDS.match(after))


def copied_whole(lines: Sequence[Sequence[TextRun]], torn: Sequence[bool]) -> Sequence[Sequence[TextRun]]:
    """Return the runs of lines, each word whole in the line where it begins; `torn` tells after which lines one goes on."""
    if not any(torn[:-1]):
        return lines
    texts = [[run.text for run in runs] for runs in lines]
    for (above, below), is_torn in reversed(list(zip(pairwise(texts), torn, strict=False))):
        if is_torn:
            above[-1] += _taken(below)
    return [
        [run if text == run.text else replace(run, copied=text) for run, text in zip(runs, own, strict=True)]
        for runs, own in zip(lines, texts, strict=True)
    ]


def _taken(texts: list[str]) -> str:
    """Take from a line what belongs to the word above, and return it."""
    rest = REST.match("".join(texts))
    taken = rest.group() if rest else ""
    left = len(taken)
    for index, text in enumerate(texts):
        texts[index] = text[left:]
        left -= min(left, len(text))
    if not any(texts):
        texts[0] = NOTHING_LEFT
    return taken
