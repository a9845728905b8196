"""A glyph may be read as any character that the house's own face draws so; what is a numeral in another code stays suspect."""

from __future__ import annotations

import pytest

from generator.diagnostics import said
from generator.fonts.library import Library
from generator.inspection.faces import Faces
from generator.inspection.likeness import Likeness

LIBRARY = Library.open()
FACE = said("face.regular", family="Noto Sans SC")


@pytest.mark.parametrize(
    ("shown", "read", "lies"),
    [
        ("-", "-", False),
        ("-", "‑", False),  # U+2011 has the glyph of -
        ("·", "・", False),
        ("一", "一", False),
        ("一", "⼀", True),  # a radical reads as no number, and looks like one
        ("8", "3", True),
        ("8", "B", True),
        ("-", "·", True),
    ],
)
def test_a_glyph_lies_where_it_looks_like_another_numeral(shown: str, read: str, lies: bool) -> None:  # noqa: FBT001
    regular = LIBRARY.face("sans-regular")
    found = list(Likeness.of(Faces(LIBRARY.files())).lies(FACE, regular.path.read_bytes(), [(regular.glyph(shown), read)]))
    assert bool(found) is lies
