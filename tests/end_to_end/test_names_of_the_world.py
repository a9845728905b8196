"""Names as their owners write them, from content to bytes: accents, Greek, Cyrillic, money, ticks, rare Han; the rest is told."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import page as validation
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from pypdfium2.raw import FPDFText_GetUnicode

from generator import composition, making, outputs, pipeline
from generator.charts.drawings import Drawings
from generator.diagnostics import BuildError, Exit, said
from generator.fonts.offer import Fonts
from generator.inspection.audit.access import audit
from generator.inspection.audit.model import Verdict
from generator.shape import Shape

if TYPE_CHECKING:
    from generator.composition import Layouts

CONTENT = Path(__file__).parents[1] / "contents" / "names.yaml"
PLAIN = Path(__file__).parents[1] / "inspection" / "content.yaml"
NAMES = (
    "Škoda",
    "Łódź",
    "Ελλάδα",
    "Zürich",
    "Nestlé",
    "Côted'Ivoire",
    "Москва",
    "Київ",
    "NguyễnThịMinh",
    "Εὐριπίδης",
    "𠮷𠮷与䶮、㛃、𬭎",
)
SIGNS = ("₹", "₽", "₺", "✔", "✗", "☑")
PAPERS = frozenset({"report", "print", "gray", "slides", "notes", "deck", "figures"})


def whisper(_stage: object) -> None:
    pass


def made(content: Path, folder: Path, only: frozenset[str], fonts: Fonts = Fonts.EMBEDDED) -> Layouts:
    """Build outputs and prove them as a stranger would; raises BuildError."""
    layouts = composition.lay_out(content, Drawings(), whisper, only, Shape(fonts=fonts))
    making.write(layouts, folder, only, whisper)
    making.prove(layouts, folder, only, whisper, built_now=True)
    return layouts


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    place = tmp_path_factory.mktemp("names")
    assert made(CONTENT, place, PAPERS).library.supplemented
    return place


def test_both_processes_of_the_command_have_the_faces(tmp_path) -> None:
    pipeline.build(CONTENT, tmp_path, frozenset({"report", "deck", "figures"}), whisper)
    assert (tmp_path / "deck.pptx").is_file()


@pytest.mark.parametrize("paper", ["report", "report-print", "report-gray"])
def test_every_name_and_sign_is_copied_as_it_was_typed(folder, tool, paper) -> None:
    with pypdfium2.PdfDocument(folder / f"{paper}.pdf") as document:
        read = {"pdfium": "".join(page.get_textpage().get_text_bounded() for page in document)}
    command = [tool("pdftotext"), "-raw", folder / f"{paper}.pdf", "-"]
    read["poppler"] = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    missing = {reader: [one for one in (*NAMES, *SIGNS) if one not in re.sub(r"\s", "", text)] for reader, text in read.items()}
    assert missing == {"pdfium": [], "poppler": []}


def test_each_is_drawn_and_none_like_another(folder) -> None:
    looks: dict[bytes, str] = {}
    with pypdfium2.PdfDocument(folder / "report.pdf") as document:
        for char in ("Š", "Ł", "ά", *SIGNS, "Ї", "ễ"):
            look = next((found for page in document if (found := drawn(page, char)) is not None), None)
            assert look is None or look not in looks, (char, looks.get(look or b""))
            if look is not None:
                looks[look] = char
    assert len(looks) > 7


def drawn(page: pypdfium2.PdfPage, char: str) -> bytes | None:
    """Return the pixels of a character's first appearance on a page; None where it does not appear. Fails where nothing is drawn."""
    words = page.get_textpage()
    at = next((at for at in range(words.count_chars()) if chr(FPDFText_GetUnicode(words, at)) == char), None)
    if at is None:
        return None
    left, foot, right, top = words.get_charbox(at)
    width, height = page.get_size()
    image = page.render(scale=8, crop=(left, foot, width - right, height - top)).to_pil().convert("L").resize((24, 24))
    assert image.getextrema()[0] + 60 < image.getextrema()[1], char
    return image.point(lambda level: level > 128 and 255).tobytes()


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_the_files_for_the_screen_keep_their_standards(folder, profile) -> None:
    papers = [folder / f"{name}.pdf" for name in ("report", "report-gray", "deck", "notes")]
    assert {
        paper.name: str(told) for paper in papers if (told := validation.validate_pdf(str(paper), profile=profile)).failures
    } == {}
    ours = {paper.name: [one.rule for one in audit(paper).findings if one.verdict is Verdict.BROKEN] for paper in papers}
    assert not any(ours.values()), ours


RUN = re.compile(r"<a:r><a:rPr[^>]*>(?P<own>.*?)</a:rPr><a:t>(?P<text>[^<]*)</a:t></a:r>")


def test_the_deck_names_a_face_that_has_the_letters_and_carries_it(folder) -> None:
    with zipfile.ZipFile(folder / "deck.pptx") as deck:
        slides = [deck.read(name).decode() for name in deck.namelist() if re.match(r"ppt/slides/slide\d+\.xml", name)]
        carried = [font_of(deck.read(name)) for name in deck.namelist() if name.endswith(".fntdata")]
        charts = [deck.read(name).decode() for name in deck.namelist() if re.match(r"ppt/charts/chart\d+\.xml", name)]
    faces = {font["name"].getDebugName(4): {chr(code) for code in font.getBestCmap()} for font in carried}
    assert {"Jianbao Sans Regular", "Jianbao Sans Bold", "Jianbao Serif Bold"} <= faces.keys()
    runs = [match for slide in slides for match in RUN.finditer(slide) if re.search("[ŠŁ𠮷ά]", match["text"])]
    assert len(runs) > 10
    for run in runs:
        assert 'typeface="Jianbao S' in run["own"], run["text"]
        assert set(run["text"]) <= faces["Jianbao Sans Regular"] | faces["Jianbao Sans Bold"] | faces["Jianbao Serif Bold"]
    assert re.search('<a:latin typeface="Jianbao Sans"', charts[0])


def font_of(eot: bytes) -> TTFont:
    """Return the font inside an EOT, which says how long it is."""
    return TTFont(io.BytesIO(eot[-int.from_bytes(eot[4:8], "little") :]))


@pytest.mark.parametrize("fonts", [Fonts.SYSTEM, Fonts.NONE, Fonts.WHOLE])
def test_the_deck_is_proved_whichever_way_it_comes_by_its_faces(tmp_path, fonts) -> None:
    made(CONTENT, tmp_path, frozenset({outputs.DECK}), fonts)


def test_a_content_without_such_names_does_not_meet_the_supplements(tmp_path) -> None:
    library = made(PLAIN, tmp_path, frozenset({outputs.DECK})).library
    assert not library.supplemented
    assert not [path for path in library.files().values() if path.name.startswith("Jianbao")]


@pytest.mark.parametrize(
    ("typed", "char", "hint"),
    [
        ("한국", "한", "hint.other-script"),
        ("مصر", "م", "hint.other-script"),
        ("ไทย", "ไ", "hint.other-script"),
        ("😀", "😀", "hint.say-in-words"),
        ("𪚥", "𪚥", "hint.other-characters"),
    ],
)
def test_what_no_face_has_is_told_at_its_line_with_the_cure(tmp_path, typed, char, hint) -> None:
    content = tmp_path / "content.yaml"
    content.write_text(PLAIN.read_text("utf-8").replace("像万物生长", f"像{typed}Škoda"), "utf-8")
    line = next(at for at, one in enumerate(content.read_text("utf-8").split("\n"), 1) if typed in one)
    with pytest.raises(BuildError) as refused:
        composition.lay_out(content, Drawings(), whisper)
    told = [one for one in refused.value.diagnostics if one.says == said("missing-glyph", char=char, code=f"U+{ord(char):04X}")]
    assert refused.value.stage is Exit.CONTENT
    assert [(one.span.line if one.span else None, one.hints) for one in told] == [(line, (said(hint),))]
    assert not [one for one in refused.value.diagnostics if dict(one.says.values).get("char") in {"Š", "k"}]
