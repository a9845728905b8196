"""A deck built into a company's template: of PowerPoint, PptxGenJS, LibreOffice, and one of ours; what it lacks is told.

`decks/pptxgenjs.pptx` was written by PptxGenJS 4 (masters named 封面, 章节, 结语, Title and Content), `decks/libreoffice.potx` by
LibreOffice from a 4:3 presentation; PowerPoint's own is python-pptx's default, which PowerPoint made.
"""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pptx
import pytest
from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER

from generator import composition, making, pipeline
from generator.charts.drawings import Drawings
from generator.design.format import CLASSIC, WIDE
from generator.diagnostics import BuildError, Exit, Severity, Span
from generator.inspection import checks
from generator.outputs import DECK
from generator.shape import Shape
from generator.template.reader import read_template
from tests.conftest import CONTENT as SAMPLE
from tests.conftest import ROOT

CONTENT = ROOT / "tests" / "inspection" / "content.yaml"
HERE = Path(__file__).parent / "decks"
POWERPOINT = Path(pptx.__file__).parent / "templates" / "default.pptx"
ONLY = frozenset({DECK})
TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}


def silent(_stage):
    return None


def built(template, folder, content=CONTENT):
    return pipeline.build(content, folder, ONLY, silent, Shape(template=template))


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """A deck of ours: a master whose layouts bear our names."""
    folder = tmp_path_factory.mktemp("own")
    pipeline.build(CONTENT, folder, ONLY, silent)
    return folder / "deck.pptx"


@pytest.fixture(scope="module", params=["powerpoint", "pptxgenjs", "libreoffice", "own"])
def deck(request, tmp_path_factory, own):
    sources = {
        "powerpoint": POWERPOINT,
        "pptxgenjs": HERE / "pptxgenjs.pptx",
        "libreoffice": HERE / "libreoffice.potx",
        "own": own,
    }
    folder = tmp_path_factory.mktemp(request.param)
    built(sources[request.param], folder)
    return sources[request.param], folder / "deck.pptx"


def test_its_masters_layouts_and_theme_are_the_company_s_byte_for_byte(deck):
    source, made = deck
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(made) as new:
        kept = [name for name in old.namelist() if name.startswith(("ppt/slideMasters/slide", "ppt/slideLayouts/slide"))]
        assert len(kept) > 5
        assert [name for name in kept if new.read(name) != old.read(name)] == []


def test_it_has_the_template_s_size(deck):
    source, made = deck
    with zipfile.ZipFile(source) as archive:
        size = archive.read("ppt/presentation.xml").decode().partition("<p:sldSz")[2].partition("/>")[0]
    there = pptx.Presentation(made)
    assert f'"{there.slide_width}"' in size
    assert f'"{there.slide_height}"' in size


def test_every_slide_has_its_title_in_the_layout_s_title(deck):
    for slide in pptx.Presentation(deck[1]).slides:
        [title] = [one for one in slide.placeholders if one.placeholder_format.type in TITLES]
        assert title.text_frame.text
        known = {(one.placeholder_format.type, one.placeholder_format.idx) for one in slide.slide_layout.placeholders}
        assert {(one.placeholder_format.type, one.placeholder_format.idx) for one in slide.placeholders} <= known


def test_its_slides_name_neither_a_colour_nor_a_face_of_ours(deck):
    with zipfile.ZipFile(deck[1]) as archive:
        assert not [name for name in archive.namelist() if "fonts/" in name]
        for name in archive.namelist():
            if name.startswith(("ppt/slides/slide", "ppt/charts/chart")):
                text = archive.read(name).decode()
                assert "srgbClr" not in text, name
                assert "Noto" not in text, name


@pytest.mark.parametrize(
    ("part", "old", "new", "code"),
    [
        ("ppt/slideLayouts/slideLayout1.xml", b"<p:cSld", b"<p:cSld ", "looks-changed"),
        ("ppt/slideMasters/slideMaster1.xml", b"<p:cSld", b"<p:cSld ", "looks-changed"),
        ("ppt/theme/theme1.xml", b"<a:accent1>", b"<a:accent1 >", "looks-changed"),
    ],
    ids=["layout", "master", "theme"],
)
def test_a_changed_part_of_the_template_is_found(tmp_path, part, old, new, code):
    built(POWERPOINT, tmp_path)
    whole = shutil.copy(tmp_path / "deck.pptx", tmp_path / "whole.pptx")
    with zipfile.ZipFile(whole) as archive, zipfile.ZipFile(tmp_path / "deck.pptx", "w") as changed:
        for name in archive.namelist():
            data = archive.read(name)
            changed.writestr(name, data.replace(old, new, 1) if name == part else data)
    layouts = composition.lay_out(CONTENT, Drawings(), silent, ONLY, Shape(template=POWERPOINT))
    told = checks.examine(tmp_path, ONLY, making.expected(layouts, ONLY)).diagnostics
    assert {one.code for one in told} == {code}


def test_a_number_put_on_a_layout_of_the_template_is_found(tmp_path):
    built(POWERPOINT, tmp_path)
    deck = pptx.Presentation(tmp_path / "deck.pptx")
    layout = next(one for one in deck.slide_layouts if one.name == "Title and Content")
    box = next(one for one in layout.placeholders)._element
    words = etree.fromstring(etree.tostring(box))
    words.find(".//{*}nvPr").clear()
    words.find(".//{*}t").text = "超额88%"
    box.getparent().append(words)
    deck.save(tmp_path / "deck.pptx")
    layouts = composition.lay_out(CONTENT, Drawings(), silent, ONLY, Shape(template=POWERPOINT))
    found = checks.examine(tmp_path, ONLY, making.expected(layouts, ONLY)).diagnostics
    assert [one for one in found if one.severity is Severity.ERROR]


def told(path, named=()):
    with pytest.raises(BuildError) as refused:
        read_template(path, dict(named))
    assert refused.value.stage is Exit.CONTENT
    return refused.value.diagnostics


def without(path, *names):
    """PowerPoint's own with some layouts called otherwise."""
    whole = pptx.Presentation(POWERPOINT)
    for layout in whole.slide_layouts:
        if layout.name in names:
            layout.name = f"my {layout.name}"
    whole.save(path)
    return path


def test_a_layout_that_is_missing_is_told_with_those_that_are_there(tmp_path):
    faults = told(without(tmp_path / "a.pptx", "Section Header", "Title Slide"))
    assert [one.code for one in faults] == ["missing-layout"] * 3
    assert {dict(one.says.values)["layout"] for one in faults} == {"封面", "章节", "结语"}
    assert "my Section Header" in dict(faults[0].hints[0].values)["names"]


def test_a_layout_is_mapped_in_the_content(tmp_path):
    path = without(tmp_path / "a.pptx", "Section Header", "Title Slide")
    named = {"封面": "my Title Slide", "章节": "my Section Header", "结语": "my Section Header"}
    made = read_template(path, {ours: (theirs, None) for ours, theirs in named.items()}).value
    assert {ours: made.layouts[ours].name for ours in named} == named


def test_a_mapped_layout_that_is_not_there_is_told_at_its_line():
    line = Span("content.yaml", 7, 3)
    [fault] = told(POWERPOINT, {"章节": ("过渡", line)}.items())
    assert (fault.says.key, fault.span) == ("missing-layout.mapped", line)


def test_a_placeholder_that_is_missing_is_told():
    [fault] = told(POWERPOINT, {"图文": ("Title Only", None)}.items())
    assert fault.code == "missing-placeholder"
    assert [one.key for one in fault.hints] == ["hint.add-placeholder"]


@pytest.mark.parametrize("data", [b"", b"no package", b"PK\x05\x06" + bytes(18)], ids=["empty", "text", "hollow"])
def test_a_file_that_is_no_deck_is_told(tmp_path, data):
    path = tmp_path / "corp.pptx"
    path.write_bytes(data)
    [fault] = told(path)
    assert fault.says.key == "template.no-deck"


def test_a_file_that_is_not_there_is_told(tmp_path):
    [fault] = told(tmp_path / "corp.pptx")
    assert fault.says.key == "template.unreadable"


def test_a_layout_without_room_is_told(tmp_path):
    whole = pptx.Presentation(POWERPOINT)
    layout = next(one for one in whole.slide_layouts if one.name == "Title and Content")
    body = next(one for one in layout.placeholders if one.placeholder_format.idx == 1)
    body.left, body.top, body.width, body.height = 457_200, 1_600_200, 8_229_600, 900_000
    whole.save(tmp_path / "a.pptx")
    assert "template.no-room" in {one.says.key for one in told(tmp_path / "a.pptx")}


@pytest.mark.parametrize("slide", [WIDE, CLASSIC], ids=lambda one: one.name)
def test_a_report_of_five_themes_has_room_in_our_own_master(tmp_path, slide):
    """A body that begins low leaves the agenda one row of panels: it goes on over slides."""
    pipeline.build(CONTENT, tmp_path, ONLY, silent, Shape(slide=slide))
    layouts = composition.lay_out(SAMPLE, Drawings(), silent, ONLY, Shape(template=tmp_path / "deck.pptx"))
    agenda = [item.name for one in layouts.deck.slides for item in one.items if item.name.startswith("议程")]
    assert len(agenda) == 5
