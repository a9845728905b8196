"""What is asked for has the last word, and what it leaves open is as the files that stand were made: deck, pages, talk, draft."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pikepdf
import pytest

from generator.design.format import A4, A5, CLASSIC, WIDE
from generator.diagnostics import BuildError, Exit
from generator.fonts.offer import Fonts
from generator.inspection import status
from generator.inspection.deck import made_for as of_deck
from generator.inspection.deck.made_for import MadeFor
from generator.inspection.pdf import beginning, made_for
from generator.inspection.pdf.made_for import Made
from generator.outputs import FILES
from generator.press_order import Asked
from generator.profiles import icc
from generator.shape import Shape, as_it_stands, as_made
from generator.units import mm

DECK, OUT, CORP = Path("deck.pptx"), Path("build"), Path("corp.pptx")
NARROW = 4 / 3


@pytest.fixture
def stands(monkeypatch):
    """Let files stand that say of themselves what is given; `drafts` tells which of them are drafts."""

    def stand(deck=MadeFor(), pages=Made(), talk=None, drafts=None):  # noqa: B008 - frozen
        said = drafts or {}
        monkeypatch.setattr(of_deck, "made_for", lambda _path: deck)
        monkeypatch.setattr(made_for, "made_for", lambda _report, _printed: pages)
        monkeypatch.setattr(beginning, "beginning", lambda _path: talk)
        monkeypatch.setattr(status, "is_draft", lambda path: said.get(path.name))

    return stand


@pytest.mark.parametrize(
    ("made", "asked", "expected"),
    [
        (MadeFor(), Shape(), Shape()),
        (MadeFor(NARROW, "none"), Shape(), Shape(slide=CLASSIC, fonts=Fonts.NONE)),
        (MadeFor(16 / 9, "whole"), Shape(), Shape(slide=WIDE, fonts=Fonts.WHOLE)),
        (MadeFor(NARROW, "none"), Shape(slide=WIDE), Shape(slide=WIDE, fonts=Fonts.NONE)),
        (MadeFor(NARROW, "none"), Shape(fonts=Fonts.SYSTEM), Shape(slide=CLASSIC, fonts=Fonts.SYSTEM)),
        (MadeFor(16 / 9, "of another program"), Shape(), Shape(slide=WIDE)),
        (MadeFor(draft=True), Shape(), Shape(draft=True)),
        (MadeFor(), Shape(draft=True), Shape(draft=True)),
        (MadeFor(template="corp.pptx"), Shape(template=CORP), Shape(template=CORP)),
    ],
)
def test_what_a_deck_was_made_for_is_taken_where_nothing_is_asked(stands, made, asked, expected) -> None:
    stands(made)
    assert as_made(asked, DECK) == expected


def test_a_template_must_be_named_again(stands) -> None:
    stands(MadeFor(template="corp.pptx"))
    with pytest.raises(BuildError) as refusal:
        as_made(Shape(), DECK)
    assert (refusal.value.stage, refusal.value.diagnostics[0].code) == (Exit.USAGE, "template-needed")


PAGES = Made(A5.size, mm(5), marks=False)


@pytest.mark.parametrize(
    ("asked", "page", "bleed", "marks"),
    [
        (Shape(), A5.size, mm(5), False),
        (Shape(A4), A4.size, mm(5), False),
        (Shape(asked=Asked(bleed=mm(3))), A5.size, mm(3), False),
        (Shape(asked=Asked(marks=True)), A5.size, mm(5), True),
    ],
)
def test_what_pages_were_set_for_is_taken_where_nothing_is_asked(stands, asked, page, bleed, marks) -> None:
    stands(pages=PAGES)
    found = as_it_stands(asked, OUT)
    assert found.page is not None
    assert (found.page.size, found.asked.bleed, found.asked.marks) == (page, bleed, marks)


def test_a_trim_that_is_no_page_is_left_to_the_content(stands) -> None:
    stands(pages=Made(type(A4.size)(mm(10), mm(10))))
    assert as_it_stands(Shape(), OUT).page is None


def test_a_print_shop_s_own_profile_is_compared_by(stands) -> None:
    own = (icc.FOLDER / icc.COATED_FILE).read_bytes()
    stands(pages=Made(profile=own))
    standing = as_it_stands(Shape(), OUT).asked.standing
    assert standing is not None
    assert standing.data == own


def test_pages_of_two_trims_are_refused_unless_one_is_asked_for(stands) -> None:
    stands(pages=Made(apart=(A4.size, A5.size)))
    with pytest.raises(BuildError) as refusal:
        as_it_stands(Shape(), OUT)
    assert refusal.value.diagnostics[0].code == "trims-apart"
    assert as_it_stands(Shape(A4), OUT).page == A4


@pytest.mark.parametrize(("asked", "begins"), [(None, 840), (600, 600), (0, 0)])
def test_a_talk_begins_when_it_did(stands, asked, begins) -> None:
    stands(talk=840)
    assert as_it_stands(Shape(begins=asked), OUT).begins == begins


ALL = tuple(FILES.values())


@pytest.mark.parametrize(
    ("drafts", "asked", "expected"),
    [
        ({}, False, False),
        (dict.fromkeys(ALL, False), False, False),
        (dict.fromkeys(ALL, True), False, True),
        ({"report.pdf": True}, False, True),
        (dict.fromkeys(ALL, False), True, True),
        ({"report.pdf": False, "deck.pptx": True}, True, True),
    ],
)
def test_a_draft_is_known_by_its_files(stands, drafts, asked, expected) -> None:
    stands(drafts=drafts)
    assert as_it_stands(Shape(draft=asked), OUT).draft is expected


@pytest.mark.parametrize("name", ALL)
def test_one_draft_among_final_files_is_refused_by_its_name(stands, name) -> None:
    stands(drafts=dict.fromkeys(ALL, False) | {name: True})
    with pytest.raises(BuildError) as refusal:
        as_it_stands(Shape(), OUT)
    (told,) = refusal.value.diagnostics
    assert (refusal.value.stage, told.code) == (Exit.INSPECTION, "drafts-apart")
    assert dict(told.says.values)["drafts"] == (name,)


# ── what the boxes of pages say ──


def paper(path: Path, *boxes: dict[str, tuple[int, ...]]) -> Path:
    """Write a PDF with a page for each of some boxes."""
    pdf = pikepdf.new()
    for one in boxes:
        page = pdf.add_blank_page(page_size=(600, 850))
        for key, box in one.items():
            page.obj[f"/{key}"] = pikepdf.Array(box)
    pdf.save(path)
    return path


TRIM, BLEED, MEDIA = (20, 20, 440, 615), (10, 10, 450, 625), (0, 0, 460, 635)


def test_boxes_say_trim_bleed_and_marks_where_all_pages_agree(tmp_path) -> None:
    with_marks, bare = (
        {"TrimBox": TRIM, "BleedBox": BLEED, "MediaBox": MEDIA},
        {"TrimBox": TRIM, "BleedBox": BLEED, "MediaBox": BLEED},
    )
    none = tmp_path / "none.pdf"
    for boxes, marks in ((with_marks, True), (bare, False)):
        found = made_for.made_for(none, paper(tmp_path / "print.pdf", boxes, boxes))
        assert (found.marks, found.bleed) == (marks, mm(3.53))
        assert found.trim is not None
    altered = {**with_marks, "TrimBox": (21, 20, 440, 615)}
    assert made_for.made_for(none, paper(tmp_path / "print.pdf", with_marks, altered)) == Made()


@pytest.mark.parametrize("registry", [None, "http://www.color.org"])
def test_a_profile_is_the_print_shop_s_own_where_no_registry_has_its_condition(tmp_path, registry) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    named = {"/RegistryName": registry} if registry else {}
    intent = pikepdf.Dictionary({"/Type": pikepdf.Name.OutputIntent, "/DestOutputProfile": pdf.make_stream(b"icc"), **named})
    pdf.Root.OutputIntents = pikepdf.Array([intent])
    pdf.save(tmp_path / "print.pdf")
    assert made_for.made_for(tmp_path / "none.pdf", tmp_path / "print.pdf").profile == (None if registry else b"icc")


# ── what a deck says of itself ──


OFFICE = "http://schemas.openxmlformats.org"
MAIN = f'<p:presentation xmlns:p="{OFFICE}/presentationml/2006/main"><p:sldSz cx="4" cy="3"/></p:presentation>'
KINDS = f'xmlns="{OFFICE}/officeDocument/2006/custom-properties" xmlns:vt="{OFFICE}/officeDocument/2006/docPropsVTypes"'


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({}, MadeFor(NARROW)),
        ({"Fonts": "none", "Status": "草稿"}, MadeFor(NARROW, "none", draft=True)),
        ({"Status": "Draft"}, MadeFor(NARROW)),
        ({"Template": "corp.pptx", "TemplateDigest": "0f"}, MadeFor(NARROW, template="corp.pptx")),
        ({"Template": "a property of their own"}, MadeFor(NARROW)),
    ],
)
def test_a_deck_says_by_its_properties_what_it_was_made_for(tmp_path, told, expected) -> None:
    entries = "".join(f'<property name="{name}"><vt:lpwstr>{text}</vt:lpwstr></property>' for name, text in told.items())
    with zipfile.ZipFile(tmp_path / "deck.pptx", "w") as package:
        package.writestr("ppt/presentation.xml", MAIN)
        package.writestr("docProps/custom.xml", f"<Properties {KINDS}>{entries}</Properties>")
    assert of_deck.made_for(tmp_path / "deck.pptx") == expected
    assert status.is_draft(tmp_path / "deck.pptx") is expected.draft
