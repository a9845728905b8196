"""The deck at 4:3 is set anew: all that stands at 16:9 stands there too, inside its slide, and nothing overflows."""

from itertools import combinations

import pytest

from generator import composition, making, outputs, shape
from generator.charts.drawings import Drawings
from generator.design.format import CLASSIC, WIDE
from generator.design.slide_grid import SlideGrid, slide_grid
from generator.document.ledger import FOLIO
from generator.layout.deck.gauge import Gauge
from generator.layout.deck.placements import in_deck
from generator.layout.deck.slide import Shape
from generator.units import Rect, Size, pt
from tests.conftest import CONTENT
from tests.layout.deck.deck_making import LIBRARY, boxes, deck_of, decorates, sample_report, told

GAUGE = Gauge(LIBRARY)


@pytest.fixture(scope="module")
def classic():
    return deck_of(sample_report(), CLASSIC)


def test_a_grid_keeps_its_heights_and_takes_its_margins_from_the_width():
    wide, classic = slide_grid(WIDE), slide_grid(CLASSIC)
    assert (wide.left, wide.right, wide.title, wide.source_foot) == (pt(60), pt(912), pt(58), pt(498))
    assert classic == SlideGrid(Size(pt(720), pt(540)), pt(45), pt(684))
    assert (classic.title, classic.source_foot) == (wide.title, wide.source_foot)
    assert sum(classic.columns(9, 3)) == classic.right


@pytest.mark.parametrize("themes", [1, 2, 3, 5])
def test_nothing_is_too_much_for_the_narrow_slide(themes):
    assert [one for one in told(sample_report(themes=themes), CLASSIC).diagnostics if one.code == "does-not-fit"] == []


def test_every_item_is_inside_its_slide(classic):
    whole = Rect(0, 0, CLASSIC.size.width, CLASSIC.size.height)
    assert classic.size == CLASSIC.size
    for slide in classic.slides:
        for item in slide.items:
            assert isinstance(item, Shape) or whole.union(item.rect) == whole, (slide.number, item.name)


def test_no_text_overflows_its_box_and_no_two_meet(classic):
    for slide in classic.slides:
        for item in boxes(slide):
            assert GAUGE.excess(item.paragraphs, item.rect.width, item.rect.height) is None, (slide.number, item.name)
        shown = [item.rect for item in slide.items if not decorates(item)]
        for one, two in combinations(shown, 2):
            assert one.right <= two.x or two.right <= one.x or one.bottom <= two.y or two.bottom <= one.y, slide.number


def test_the_narrow_deck_says_every_number_of_the_wide_one(classic):
    """Every value stands in both, though more slides may name its source once more."""
    report = sample_report()
    uses = {use.id: use for use in report.ledger.uses}

    def shown(deck):
        told = (uses[one.use] for one in in_deck(deck, report.ledger) if one.use and one.use != FOLIO)
        return {(use.figure, use.period) for use in told if use.figure}

    assert shown(classic) == shown(deck_of(report))


def test_the_master_of_the_narrow_deck_lies_within_it(classic):
    rects = [spec.rect for layout in classic.master.layouts for spec in layout.placeholders]
    assert max(rect.right for rect in rects) <= CLASSIC.size.width - pt(36)


def test_the_written_narrow_deck_passes_the_proof(tmp_path):
    layouts = composition.lay_out(CONTENT, Drawings(), lambda _stage: None, shape=shape.Shape(slide=CLASSIC))
    making.write(layouts, tmp_path, frozenset({outputs.DECK}), lambda _stage: None)
    proof = making.prove(layouts, tmp_path, frozenset({outputs.DECK}), lambda _stage: None)
    assert (proof.figures, proof.slides) == (len(layouts.ledger.entries), len(layouts.deck.slides))
