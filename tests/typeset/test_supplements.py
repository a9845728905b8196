"""A word that a face lacks a letter of is set in its supplement as a whole, like any other word: gaps, line ends, marks, small letters."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.fonts.library import MORE, Library
from generator.ink import Ink
from generator.layout.deck.typefaces import by_face
from generator.typeset.model import Align, Setting, Span, Style
from generator.typeset.paragraph import compose
from generator.typeset.parting import points
from generator.units import pt

LIBRARY = Library.open().with_supplements()
INK = Ink("", (0, 0, 0), (0, 0, 0, 0))
WIDE = Setting(pt(600), pt(20), Align.LEFT)


def runs(text: str, face: str = "sans-regular", setting: Setting = WIDE, **more) -> list[tuple[str, str]]:
    """Return the runs of a text, each with whether the supplement draws it."""
    composed = compose((Span(text, Style(face, pt(10), INK), **more),), setting, LIBRARY)
    return [("+" if run.face.endswith(MORE) else "", run.text) for line in composed.lines for run in line.runs]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("与Škoda合作", [("", "与"), ("+", "Škoda"), ("", "合作")]),
        ("Audi与Škoda", [("", "Audi与"), ("+", "Škoda")]),
        ("Łódź—Kraków", [("+", "Łódź—Kraków")]),
        ("Москва与Київ", [("", "Москва与"), ("+", "Київ")]),
        ("“Škoda”车", [("", "“"), ("+", "Škoda"), ("", "”车")]),
        ("姓𠮷的人", [("", "姓"), ("+", "𠮷"), ("", "的人")]),
        ("✔完成₹500", [("+", "✔"), ("", "完成"), ("+", "₹"), ("", "500")]),
        ("S\u030ckoda", [("+", "S\u030ckoda")]),
        ("é与ü", [("", "é与ü")]),
    ],
)
@pytest.mark.parametrize("face", ["sans-regular", "sans-bold", "serif-bold"])
def test_words_are_in_one_face_each(face, text, parts) -> None:
    assert runs(text, face) == parts


def test_no_glyph_is_missing_and_all_characters_are_kept() -> None:
    text = "由Škoda、Łódź与Ελλάδα（₹500）、𠮷、䶮H₂O"
    composed = compose((Span(text, Style("serif-bold", pt(10), INK), dots=True),), WIDE, LIBRARY)
    assert "".join(line.text for line in composed.lines) == text
    assert all(glyph.id for line in composed.lines for run in line.runs for glyph in run.glyphs)


@pytest.mark.parametrize("size", [pt(10), pt(38)])
@pytest.mark.parametrize("face", ["sans-regular", "sans-bold", "serif-bold"])
def test_gaps_and_widths_are_those_of_the_plain_word_but_for_a_hair(face, size) -> None:
    setting = Setting(pt(2000), size, Align.LEFT, display=size > pt(24))

    def width(text: str) -> int:
        return compose((Span(text, Style(face, size, INK)),), setting, LIBRARY).width

    assert width("与Škoda，合作") == pytest.approx(width("与Skoda，合作"), abs=0.12 * size)
    assert width("姓𠮷的") == width("姓吉的")


def test_a_word_is_never_torn_nor_hyphenated() -> None:
    words = ("Przedsiębiorstwo", "Zażółć", "Ελλάδα", "Škodaautomobilová", "Федорѓиев", "administrační")
    text = "，".join(f"合作的{word}公司" for word in words)
    for width in range(100, 300, 7):
        composed = compose((Span(text, Style("sans-regular", pt(10), INK)),), Setting(pt(width), pt(16)), LIBRARY)
        assert not composed.shortfall.torn
        lines = [line.text for line in composed.lines]
        assert [word for word in words if not any(word in line for line in lines)] == []


@pytest.mark.parametrize("word", ["administrační", "Łódźkowskiego", "internationałization"])
def test_what_is_no_english_has_no_hyphens(word) -> None:
    assert points(word, 40) == {}
    assert points("administration", 40) != {}


def test_kinsoku_holds_across_faces() -> None:
    for width in range(40, 160, 3):
        composed = compose(
            (Span("看Škoda，再看（Łódź）；𠮷，好✔。", Style("sans-regular", pt(10), INK)),), Setting(pt(width), pt(16)), LIBRARY
        )
        assert not [line.text for line in composed.lines if line.text[0] in "，；）。" or line.text[-1] == "（"]


PIECES = st.sampled_from(
    [
        " ",
        *[
            "与",
            "，",
            "（",
            "）",
            "“",
            "”",
            "——",
            "34亿元",
            "Audi",
            "Škoda",
            "Łódź",
            "Ελλάδα",
            "ἀρχή",
            "Київ",
            "₹",
            "✔",
            "𠮷",
            "䶮",
            "½",
        ],
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=12).map("".join)


@given(text=TEXTS, width=st.integers(30, 300), face=st.sampled_from(["sans-regular", "serif-bold"]))
@settings(max_examples=80, deadline=None)
def test_whatever_stands_together_is_kept_and_drawn(text, width, face) -> None:
    composed = compose((Span(text, Style(face, pt(10), INK)),), Setting(pt(width), pt(16)), LIBRARY)
    assert "".join(line.text for line in composed.lines) == text
    assert all(glyph.id for line in composed.lines for run in line.runs for glyph in run.glyphs)


@given(text=TEXTS, face=st.sampled_from(["sans-regular", "serif-bold"]))
@settings(max_examples=80, deadline=None)
def test_runs_of_a_slide_say_the_same_in_faces_that_have_it(text, face) -> None:
    parts = list(by_face((Span(text, Style(face, pt(10), INK), use="a"),), LIBRARY))
    assert "".join(part.text for part in parts) == text
    assert {part.use for part in parts} == {"a"}
    assert [part for part in parts if not all(map(LIBRARY.face(part.style.face).covers, part.text))] == []
