"""Marks of where titles are best broken, in every title of the sample: they move line ends and are read nowhere."""

from __future__ import annotations

import re
import zipfile
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from generator import outputs, pipeline
from tests.conftest import CONTENT

if TYPE_CHECKING:
    from pathlib import Path

MARK = " / "
TITLE = re.compile(r"(?m)^(?P<key>\s*(?:- )?(?:title|subtitle|message|headline|name): )(?P<text>[^\n{]+)$")
HAN = re.compile("[\u4e00-\u9fff]")


def marked(text: str) -> str:
    """A content with a mark in the middle of every title, between two Han characters and outside references."""
    sources = text.index("sources:")
    figures, prose = text.index("\nfigures:"), text.index("\nabout:")
    parts = (text[:sources], text[sources:figures], text[figures:prose], text[prose:])
    return TITLE.sub(_with_mark, parts[0]) + parts[1] + parts[2] + TITLE.sub(_with_mark, parts[3])


def _with_mark(found: re.Match[str]) -> str:
    text, middle = found["text"], len(found["text"]) / 2
    places = [at for at, pair in enumerate(pairwise(text), start=1) if all(map(HAN.match, pair))]
    open_at = [at for at in places if text[:at].count("【") == text[:at].count("】")]
    at = min(open_at, key=lambda place: abs(place - middle), default=None)
    return found[0] if at is None else f"{found['key']}{text[:at]}{MARK}{text[at:]}"


def build(folder: Path, text: str) -> Path:
    (folder / "content.yaml").write_text(text, encoding="utf-8")
    pipeline.build(folder / "content.yaml", folder / "build", outputs.ALL, lambda _stage: None)
    return folder / "build"


@pytest.fixture(scope="module")
def folders(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sample as it is, and with a mark in every title."""
    text = CONTENT.read_text("utf-8")
    assert marked(text).count(MARK) > 30
    return sample_folder, build(tmp_path_factory.mktemp("marked"), marked(text))


def pages(folder: Path) -> list[str]:
    with pypdfium2.PdfDocument(folder / outputs.FILES[outputs.REPORT]) as report:
        return [page.get_textpage().get_text_range() for page in report]


def slides(folder: Path) -> dict[str, str]:
    """The text of every part of the deck, without white space."""
    with zipfile.ZipFile(folder / outputs.FILES[outputs.DECK]) as deck:
        parts = {name: deck.read(name).decode() for name in deck.namelist() if name.endswith((".xml", ".rels"))}
    return {name: re.sub(r"<[^<>]*>|\s", "", text) for name, text in parts.items() if not name.startswith("customXml")}


def test_pages_say_the_same(folders) -> None:
    plain, with_marks = ([re.sub(r"\s", "", page) for page in pages(folder)] for folder in folders)
    assert with_marks == plain


def test_titles_are_broken_at_their_marks(folders) -> None:
    cover = pages(folders[1])[0]
    assert re.search("十五年，从一\\s+棵树到一片林", cover)


def test_nothing_in_the_report_holds_a_mark(folders) -> None:
    """Outline, properties, alternatives, links, labels: every string of the file."""
    with pikepdf.open(folders[1] / outputs.FILES[outputs.REPORT]) as report:
        strings = [str(value) for one in report.objects for value in _strings(one)]
        metadata = str(report.open_metadata())
    assert any("树到一片林" in one for one in strings)
    assert [one for one in strings if MARK in one] == []
    assert MARK not in metadata


def _strings(one):
    if isinstance(one, pikepdf.String):
        yield one
    elif isinstance(one, pikepdf.Stream):
        yield from _strings(one.stream_dict)
    elif isinstance(one, (pikepdf.Dictionary, pikepdf.Array)):
        inner = one.as_dict().values() if isinstance(one, pikepdf.Dictionary) else one
        yield from (text for value in inner if not getattr(value, "is_indirect", False) for text in _strings(value))


def test_the_deck_says_the_same_in_slides_notes_and_properties(folders) -> None:
    plain, with_marks = map(slides, folders)
    assert with_marks.keys() == plain.keys()
    unlike = {name for name in plain if plain[name] != with_marks[name]}
    assert {name for name in unlike if not name.startswith("docProps/")} == set()
    assert not any("/ " in one and "十五年" in one for one in with_marks.values())


def test_the_ledger_says_the_same(folders) -> None:
    texts = []
    for folder in folders:
        with zipfile.ZipFile(folder / outputs.FILES[outputs.FIGURES]) as book:
            texts.append(re.findall("<t[^>]*>([^<]*)", book.read("xl/sharedStrings.xml").decode()))
    assert len(texts[0]) == len(texts[1])
    assert [one for one in texts[1] if MARK in one] == [one for one in texts[0] if MARK in one]
