"""Lists, links, raised marks and cells' own margins as a deck's file has them: levels and numbers native, addresses related once."""

from __future__ import annotations

from dataclasses import replace

import pptx
import pytest
from pptx.util import Emu

from generator.layout.deck.slide import SlideParagraph, TableBox
from generator.typeset.model import Span, Style
from generator.units import Insets, pt
from generator.writers.pptx.package import write
from tests.writers.pptx.handmade_deck import made_deck

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
ASK, TOLD = "https://example.org/ask?a=1&b=2", "mailto:water@example.org"


@pytest.fixture(scope="module")
def made(library, tmp_path_factory):
    deck = made_deck()
    slide = next(one for one in deck.slides if any(isinstance(item, TableBox) for item in one.items))
    style = next(run.style for one in deck.slides[0].items if hasattr(one, "paragraphs") for run in one.paragraphs[0].runs)
    told = replace(
        next(one for one in deck.slides[0].items if one.name == "正文"), paragraphs=tuple(lines(style)), placeholder=""
    )
    table = next(item for item in slide.items if isinstance(item, TableBox))
    cell = replace(table.rows[1][-1], insets=Insets(pt(1), pt(30), pt(1), pt(2)))
    rows = (table.rows[0], (*table.rows[1][:-1], cell), *table.rows[2:])
    slides = tuple(
        replace(one, items=(*(replace(table, rows=rows) if item is table else item for item in one.items), told))
        if one is slide
        else replace(one, notes=(SlideParagraph((Span("看年报", style, link=TOLD),), pt(18)),))
        if one is deck.slides[0]
        else one
        for one in deck.slides
    )
    target = tmp_path_factory.mktemp("blocks") / "deck.pptx"
    write(replace(deck, slides=slides), library, target)
    return pptx.Presentation(target), slide.number - 1


def lines(style: Style):
    def line(text, **more):
        return SlideParagraph((Span(text, style),), pt(20), **more)

    number = (Span("1.", style),)
    yield line("先查", number=number, indent=pt(30))
    yield line("老城", number=(Span("(1)", style),), indent=pt(60), outer=pt(30), level=1)
    yield line("志愿者", bullet="•", indent=pt(20))
    yield line("进社区", bullet="–", indent=pt(40), outer=pt(20), level=1)
    spans = Span("CO", style), Span("2", style, shift="sub"), Span("问卷", style, link=ASK), Span("再问", style, link=ASK)
    yield SlideParagraph((*spans, Span("①", style, shift="super")), pt(20))


def told(made):
    deck, at = made
    return next(one for one in deck.slides[at].shapes if one.has_text_frame and one.text_frame.text.startswith("先查"))


def test_items_are_numbered_and_marked_by_the_program_at_their_levels(made):
    found = [(one.level, own.find(f"{A}buAutoNum"), own.find(f"{A}buChar")) for one, own in properties(made)]
    marks = [
        (level, number if number is None else number.get("type"), mark if mark is None else mark.get("char"))
        for level, number, mark in found
    ]
    assert marks == [
        (0, "arabicPeriod", None), (1, "arabicParenBoth", None), (0, None, "•"), (1, None, "–"), (0, None, None),
    ]  # fmt: skip


def properties(made):
    return [(one, one._p.get_or_add_pPr()) for one in told(made).text_frame.paragraphs]


def test_an_item_hangs_behind_its_mark(made):
    own = [one for _, one in properties(made)]
    places = [(Emu(int(one.get("marL", 0))).pt, Emu(int(one.get("indent", 0))).pt) for one in own]
    assert places == [(30, -30), (60, -30), (20, -20), (40, -20), (0, 0)]


def test_a_lower_level_inherits_nothing_that_it_has_not(made):
    """Of its level no placeholder says anything, so size, face and colour are its own."""
    for one in told(made).text_frame.paragraphs:
        if one.level:
            look = one.runs[0]._r.rPr
            assert look.get("sz")
            assert look.find(f"{A}solidFill") is not None
            assert look.find(f"{A}latin") is not None


def test_words_are_lowered_and_raised(made):
    shifts = [run._r.rPr.get("baseline") for run in told(made).text_frame.paragraphs[-1].runs]
    assert shifts == [None, "-25000", None, None, "30000"]


def test_a_link_leads_to_its_address_related_once_in_its_own_colour_underlined(made):
    deck, at = made
    runs = told(made).text_frame.paragraphs[-1].runs
    assert [run.hyperlink.address for run in runs] == [None, None, ASK, ASK, None]
    assert [one.target_ref for one in deck.slides[at].part.rels.values() if one.is_external] == [ASK]
    leading = runs[2]._r.rPr
    assert leading.get("u") == "sng"
    (click,) = leading.findall(f"{A}hlinkClick")
    assert [one.get("val") for one in click.iter() if one.tag.endswith("hlinkClr")] == ["tx"]
    assert click.get(f"{R}id")


def test_a_link_of_the_notes_leads_from_their_own_page(made):
    deck, _ = made
    notes = deck.slides[0].notes_slide
    assert [one.target_ref for one in notes.part.rels.values() if one.is_external] == [TOLD]


def test_a_cell_has_margins_of_its_own(made):
    deck, at = made
    table = next(one for one in deck.slides[at].shapes if one.has_table).table
    cells = [table.cell(row, len(table.columns) - 1) for row in (0, 1)]
    assert (cells[1].margin_right, cells[1].margin_left) == (pt(30), pt(2))
    assert cells[0].margin_right != cells[1].margin_right
