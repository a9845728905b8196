"""Every character that the content takes and the faces have is printed, proved, and copied as it was typed; any other is told.

One content holds them all. Characters that share a glyph (… and ⋯, - and U+2011, · and ・) go through every kind of place besides.
"""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
import uharfbuzz

from generator import composition, making, outputs
from generator.charts.drawings import Drawings
from generator.content.file_text import as_file
from generator.content.slips.copied import cleaned
from generator.diagnostics import BuildError, Diagnostic, Exit, Severity, Sink
from generator.fonts.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.fonts.face import Face

BASE = (Path(__file__).parents[1] / "inspection" / "content.yaml").read_text("utf-8")
PROSE = "    把树种好，把路修好。\n"
MARKUP = frozenset("【】\\*_`#<>[]^~$-+=|")
"""What may be a mark of the format; a backslash before it makes it a character, or is printed, and changes nothing here."""
ROW = 40
HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


LIBRARY = Library.open().with_supplements()


def _opened(face: Face) -> uharfbuzz.Face:
    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(face.path)))


def _faces() -> list[uharfbuzz.Face]:
    return [_opened(face) for face in LIBRARY.faces.values()]


def _offered(face: Face) -> set[int]:
    assert face.supplement is not None
    return {*_opened(face).unicodes, *_opened(face.supplement).unicodes}


COMMON = [chr(code) for code in sorted(set.intersection(*map(_offered, LIBRARY.styled)))]
SIGNS = [char for char in COMMON if not HAN.match(char)]


def _sharing() -> list[str]:
    """Return the groups of characters that share a glyph of a face, as the content takes them."""
    groups: set[str] = set()
    for face in _faces():
        font, found = uharfbuzz.Font(face), defaultdict(str)
        for code in sorted(face.unicodes):
            found[font.get_nominal_glyph(code)] += chr(code)
        groups |= set(found.values())
    kept = ("".join(char for char in group if is_kept(char) and char in COMMON) for group in groups)
    return sorted({group for group in kept if len(group) > 1})


def is_kept(char: str) -> bool:
    """Whether the content leaves a character as it is: no part of one, no radical, no space, no number, none that is another by NFC."""
    text, sink = f"甲{char}乙", Sink()
    same = unicodedata.normalize("NFC", text) == text and cleaned(as_file("", text), sink).text == text
    return same and not sink.found and not char.isspace() and not char.isnumeric()


SHARING = _sharing()


def built(text: str, folder: Path) -> tuple[int, list[Diagnostic]]:
    """Return the exit code of a whole build of a content, and its errors."""
    content = folder / "content.yaml"
    content.write_text(text, "utf-8")
    try:
        layouts = composition.lay_out(content, Drawings(), lambda _stage: None)
        making.write(layouts, folder, outputs.ALL, lambda _stage: None)
        making.prove(layouts, folder, outputs.ALL, lambda _stage: None, built_now=True)
    except BuildError as refusal:
        return int(refusal.stage), [one for one in refusal.diagnostics if one.severity is Severity.ERROR]
    return 0, []


def typed(chars: Iterable[str]) -> str:
    return "".join(f"甲\\{char}乙" if char in MARKUP else f"甲{char}乙" for char in chars)


def content_with(chars: list[str]) -> str:
    """Return the content with these characters in its text, so many a paragraph."""
    rows = [chars[start : start + ROW] for start in range(0, len(chars), ROW)]
    return BASE.replace(PROSE, PROSE + "".join(f"\n    各字{typed(row)}。\n" for row in rows))


def refused(errors: list[Diagnostic], text: str) -> set[str]:
    """Return the characters that errors are about: those that they name, and what stands at their place."""
    lines = text.split("\n")
    named = {one for error in errors for one in dict(error.says.values).get("characters", ())}
    return named | {lines[error.span.line - 1][error.span.column - 1] for error in errors}


def copies(path: Path, tool, blanks: str = r"\s") -> dict[str, str]:
    """Return what two readers copy from a report, without blanks."""
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    poppler = subprocess.run([tool("pdftotext"), "-raw", path, "-"], capture_output=True, check=True).stdout.decode()
    return {reader: re.sub(f"[{blanks}]", "", text) for reader, text in (("pdfium", "".join(pages)), ("poppler", poppler))}


def test_every_sign_is_printed_and_copied_as_typed_or_told_at_its_place(tmp_path: Path, tool) -> None:
    accepted = SIGNS
    for _ in range(6):
        text = content_with(accepted)
        code, errors = built(text, tmp_path)
        if code != Exit.CONTENT:
            break
        assert [one for one in errors if one.span is None or not one.hints] == []
        told = refused(errors, text)
        accepted = [char for char in accepted if char not in told]
    assert (code, errors) == (0, [])
    assert len(accepted) > 0.9 * len(SIGNS)
    kept = [char for char in accepted if is_kept(char)]
    for reader, copied in copies(tmp_path / "report.pdf", tool).items():
        broken = [char for char in kept if char not in copied]
        assert (reader, broken) == (reader, [])


def test_every_han_character_is_printed_and_copied_as_typed(tmp_path: Path, tool) -> None:
    every = [char for char in COMMON if HAN.match(char) and unicodedata.normalize("NFC", char) == char]
    rows = ["".join(every[start : start + 100]) for start in range(0, len(every), 100)]
    assert built(BASE.replace(PROSE, PROSE + "".join(f"\n    各字，{row}。\n" for row in rows)), tmp_path) == (0, [])
    for reader, copied in copies(tmp_path / "report.pdf", tool).items():
        assert (reader, [char for char in every if char not in copied]) == (reader, [])


SHORT = "-‑…⋯·・〜～–‒"
NARROW = frozenset({"message: 先把今天的事做好", "label: 数字农业基地", "question: 数字从哪里来？", "    - 把路修好\n"})
"""Places with room for a few words; the others take all that share a glyph, each before its like and after it."""

PLACES = {
    "prose": (PROSE, "    把树种好，把路修好。{}\n"),
    "quotation": (PROSE, PROSE + "\n    > 树下的人说“{}”。\n"),
    "heading": (PROSE, PROSE + "\n    ## 小题{}\n\n    把路修好。\n"),
    "title": ("message: 先把今天的事做好", "message: 先把今天的事{}做好"),
    "label": ("label: 数字农业基地", "label: 基地{}"),
    "point": ("    - 把路修好\n", "    - 把路修好{}\n"),
    "notes": ("先讲投入", "{}先讲投入"),
    "question": ("question: 数字从哪里来？", "question: 数字{}从哪里来？"),
}


@pytest.mark.parametrize(("place", "with_it"), PLACES.values(), ids=PLACES)
def test_what_shares_a_glyph_is_copied_as_typed_from_every_place(tmp_path: Path, place: str, with_it: str) -> None:
    assert place in BASE
    signs = SHORT if place in NARROW else "".join(group + group[::-1] for group in SHARING)
    words = "".join(f"甲{char}" for char in signs)
    assert built(BASE.replace(place, with_it.format(words), 1), tmp_path) == (0, [])


@pytest.mark.parametrize("name", ["prose", "quotation", "heading", "title", "label"])
def test_a_typed_space_of_full_width_is_copied_as_typed(tmp_path: Path, tool, name: str) -> None:
    place, with_it = PLACES[name]
    assert built(BASE.replace(place, with_it.format("甲\u3000乙"), 1), tmp_path) == (0, [])
    for reader, copied in copies(tmp_path / "report.pdf", tool, blanks=" \n\r").items():
        assert (reader, "甲\u3000乙" in copied) == (reader, True)
