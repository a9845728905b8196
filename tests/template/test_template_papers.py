"""The slides' PDF and the handout of a deck in a company's template: its size, its grounds and its accents, and none of ours."""

from __future__ import annotations

import pikepdf
import pptx
import pypdfium2
import pytest

from generator import pipeline
from generator.design.look import look_for
from generator.design.palette import THEMES
from generator.ink import Colour
from generator.layout.deck.company import company_look
from generator.outputs import DECK, HANDOUT, SLIDES
from generator.shape import Shape
from generator.template.reader import read_template
from tests.template.test_template import CONTENT, HERE, POWERPOINT, silent

TEMPLATES = {"powerpoint": POWERPOINT, "pptxgenjs": HERE / "pptxgenjs.pptx", "libreoffice": HERE / "libreoffice.potx"}
EMU_PER_POINT = 12_700
NEAR = 2
"""How far a colour may be rendered from what it is."""


@pytest.fixture(scope="module", params=TEMPLATES)
def made(request, tmp_path_factory):
    """A template, and the pages that show a deck in it."""
    folder = tmp_path_factory.mktemp(request.param)
    template = TEMPLATES[request.param]
    pipeline.build(CONTENT, folder, frozenset({DECK}), silent, Shape(template=template))
    outcome = pipeline.build(CONTENT, folder, frozenset({SLIDES, HANDOUT}), silent, Shape(template=template))
    assert set(outcome.proof.papers) == {SLIDES, HANDOUT}
    return read_template(template, {}).value, folder


def colours(folder, name):
    """The colours of a PDF's pages, each page's corner first."""
    pages = [page.render(scale=0.5).to_pil().convert("RGB") for page in pypdfium2.PdfDocument(folder / name)]
    return [page.getpixel((3, 3)) for page in pages], {colour for page in pages for _, colour in page.getcolors(1 << 24)}


def seen(colour, among):
    return any(max(abs(one - other) for one, other in zip(colour, there, strict=True)) <= NEAR for there in among)


def test_its_pages_have_the_template_s_size(made):
    template, folder = made
    size = [round(side / EMU_PER_POINT, 1) for side in (template.size.width, template.size.height)]
    with pikepdf.open(folder / "deck.pdf") as pdf:
        assert {tuple(round(float(side), 1) for side in page.mediabox[2:]) for page in pdf.pages} == {tuple(size)}


@pytest.mark.parametrize("name", ["deck.pdf", "notes.pdf"])
def test_the_template_s_accent_is_seen_and_ours_is_not(made, name):
    template, folder = made
    _, there = colours(folder, name)
    [(_, inks)] = company_look(template, ("accent",), look_for(Colour((0, 0, 0), (0, 0, 0, 100)))).themes
    assert seen(inks.main.rgb, there)
    assert not seen(THEMES["松绿"].main.rgb, there)


def test_every_slide_lies_on_the_ground_of_its_layout(made):
    template, folder = made
    corners, _ = colours(folder, "deck.pdf")
    grounds = {one.name: one.ground for one in template.layouts.values()}
    shown = [slide.slide_layout.name for slide in pptx.Presentation(folder / "deck.pptx").slides]
    assert [
        number for number, (name, corner) in enumerate(zip(shown, corners, strict=True)) if not seen(grounds[name], [corner])
    ] == []
