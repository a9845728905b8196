"""Text fits its box, measured with a margin; nothing is under the standard's least sizes; nothing leaves the slide."""

from itertools import combinations

import pytest

from generator.design.palette import INK, PAPER
from generator.ink import contrast
from generator.layout.deck.gauge import Gauge
from generator.layout.deck.slide import Shape, SlideParagraph, TableBox
from generator.typeset.model import Span, Style
from generator.units import Rect, pt
from tests.layout.deck.deck_making import LIBRARY, boxes, cells, deck_of, decorates, faults, sample_report

GAUGE = Gauge(LIBRARY)
NOTE_BOXES = ("来源", "页", "数字", "关键数字", "起始页", "之后")
"""Boxes that hold notes to a number, or a number's own qualifier and unit."""


@pytest.fixture(scope="module", params=[1, 2, 3, 5])
def any_deck(request):
    return deck_of(sample_report(themes=request.param))


def test_all_text_fits_its_box(any_deck):
    for slide in any_deck.slides:
        for item in boxes(slide):
            inside = item.rect.inset(item.insets)
            assert GAUGE.height(item.paragraphs, inside.width) <= inside.height, (slide.number, item.name)


def test_the_sample_does_not_overflow():
    assert faults(sample_report()) == []


def test_all_cells_fit_their_rows(any_deck):
    for slide in any_deck.slides:
        for table in (item for item in slide.items if isinstance(item, TableBox)):
            assert (sum(table.columns), sum(table.heights)) == (table.rect.width, table.rect.height)
            for row, height in zip(table.rows, table.heights, strict=True):
                for cell, width in zip(row, table.columns, strict=True):
                    room = width - table.insets.left - table.insets.right
                    assert GAUGE.height(cell.paragraphs, room) <= height - table.insets.top - table.insets.bottom


def test_nothing_but_decoration_leaves_the_slide(any_deck):
    whole = Rect(0, 0, any_deck.size.width, any_deck.size.height)
    for slide in any_deck.slides:
        for item in slide.items:
            assert isinstance(item, Shape) or whole.union(item.rect) == whole, (slide.number, item.name)


def test_no_two_texts_lie_over_one_another(any_deck):
    for slide in any_deck.slides:
        texts = [item for item in slide.items if not decorates(item)]
        for one, other in combinations(texts, 2):
            apart = (
                one.rect.right <= other.rect.x
                or other.rect.right <= one.rect.x
                or one.rect.bottom <= other.rect.y
                or other.rect.bottom <= one.rect.y
            )
            assert apart, (slide.number, one.name, other.name)


def test_sizes_keep_to_the_standard(deck):
    for slide in deck.slides:
        assert all(run.style.size >= pt(14) for one in cells(slide) for paragraph in one.paragraphs for run in paragraph.runs)
        for item in boxes(slide):
            least = (
                pt(12)
                if item.name.startswith(NOTE_BOXES)
                else pt(16)
                if item.name.startswith(("栏目", "主题", "返回"))
                else pt(18)
            )
            for run in (run for paragraph in item.paragraphs for run in paragraph.runs):
                assert run.style.size >= least, (slide.number, item.name, run.text)


def test_text_is_legible_on_its_ground(deck):
    for slide in deck.slides:
        ground = slide.background or PAPER
        for item in boxes(slide):
            for run in (run for paragraph in item.paragraphs for run in paragraph.runs):
                least = 3 if run.style.size >= pt(24) else 4.5
                assert contrast(run.style.ink, ground) >= least, (slide.number, item.name, run.text)


def paragraph(text, size=20):
    return SlideParagraph((Span(text, Style("sans-regular", pt(size), INK)),), pt(size * 1.4))


def test_a_measure_leaves_a_margin_for_another_renderer():
    text = "十" * 10
    assert GAUGE.lines(paragraph(text), pt(200)) != (text,)
    assert GAUGE.lines(paragraph(text), pt(207)) == (text,)


def test_each_run_of_digits_adds_half_an_em():
    assert GAUGE.width(paragraph("共34人").runs) >= GAUGE.width(paragraph("共人").runs) + pt(0.5 * 20)


def test_an_overflow_counts_lines_room_and_characters():
    over = GAUGE.excess((paragraph("十" * 25),), pt(206), pt(28))
    assert (over.lines, over.room) == (3, 1)
    assert over.characters == 25 - len(GAUGE.lines(paragraph("十" * 25), pt(206))[0])


@pytest.mark.parametrize("ems", [tenth / 10 for tenth in range(190, 250)])
def test_marks_that_meet_are_measured_as_wide_as_a_slide_shows_them(ems):
    text = "“超过三成五”（公报）、“多半以上”（年报）"
    cell = SlideParagraph((Span(text, Style("sans-regular", pt(10), INK)),), pt(20))
    assert len(GAUGE.lines(cell, round(pt(10) * ems))) >= -(-len(text) // ems)
