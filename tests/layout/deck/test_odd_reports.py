"""The deck looks meant whatever the report holds: one theme or eight, a theme of one number, a dozen cards, long names."""

from dataclasses import replace
from itertools import combinations

import pytest

from generator.design import slide_grid as grid
from generator.document.model import Phrase, Run
from generator.layout.slide import ChartBox, DrawingBox, Shape, TableBox
from generator.layout.slides.gauge import Gauge
from tests.layout.deck.deck_making import LIBRARY, Sink, boxes, deck_of, sample_report, text

GAUGE = Gauge(LIBRARY)


def with_themes(*themes):
    return replace(sample_report(), themes=themes)


def another(theme, number):
    """A theme again, under another name and with a message of its own."""
    name = Phrase((*theme.name.text, Run(f"之{'一二三四五六七八'[number]}")), theme.name.origin)
    message = Phrase((Run(f"第{'一二三四五六七八'[number]}件事也要做好"),), theme.message.origin)
    headline = Phrase((), theme.message.origin)
    return replace(
        theme, id=f"{theme.id}-{number}", name=name, message=message, headline=headline, points=(), charts=(), story=None
    )


def one():
    return with_themes(sample_report().themes[0])


def eight():
    themes = sample_report().themes
    return with_themes(*themes, *(another(theme, number) for number, theme in enumerate(themes[:3])))


def thin():
    theme = sample_report().themes[0]
    return with_themes(replace(theme, heroes=theme.heroes[:1], figures=(), points=(), charts=(), story=None))


def a_dozen_cards():
    themes = sample_report().themes
    pool = [datum for theme in themes for datum in (*theme.heroes, *theme.figures)]
    return with_themes(replace(themes[0], figures=tuple(pool[3:15]), charts=(), story=None))


def no_heroes():
    theme = sample_report().themes[0]
    return with_themes(replace(theme, heroes=(), figures=theme.figures[:4], charts=(), story=None))


def long_names():
    theme = sample_report().themes[0]
    name = (Run("得到平台长期支持和持续帮助的乡村教育与职业教育机构"),)
    return with_themes(replace(theme, figures=tuple(replace(datum, label=name) for datum in theme.figures)))


ALL = [sample_report, one, eight, thin, a_dozen_cards, no_heroes, long_names]


@pytest.fixture(scope="module", params=ALL, ids=lambda make: make.__name__)
def odd(request):
    sink = Sink()
    return deck_of(request.param(), sink), sink


def meets(item, other):
    one, two = item.rect, other.rect
    return one.x < two.right and two.x < one.right and one.y < two.bottom and two.y < one.bottom


def test_everything_fits(odd):
    assert [str(fault) for fault in odd[1].errors if fault.code == "does-not-fit"] == []


def test_no_two_texts_meet(odd):
    for slide in odd[0].slides:
        shown = [item for item in slide.items if not isinstance(item, Shape)]
        met = [(item.name, other.name) for item, other in combinations(shown, 2) if meets(item, other)]
        assert met == [], slide.number


def test_tables_charts_and_pictures_stay_between_margins_title_and_footer(odd):
    for slide in odd[0].slides:
        for item in slide.items:
            if isinstance(item, TableBox | ChartBox | DrawingBox):
                assert item.rect.x >= grid.LEFT
                assert item.rect.right <= grid.RIGHT
                assert item.rect.y > grid.TITLE_TOP
                assert item.rect.bottom <= grid.SOURCE_FOOT


def test_a_single_theme_tells_its_message_on_the_agenda():
    report = one()
    told = [text(item) for item in boxes(deck_of(report).slides[2])]
    assert any(str(report.themes[0].message) in line for line in told)


def test_the_progress_mark_of_eight_steps_is_no_wider_than_that_of_six():
    def width(deck, number):
        marks = [item.rect for item in deck.slides[number - 1].items if item.name.startswith("进度")]
        return max(rect.right for rect in marks) - min(rect.x for rect in marks)

    assert width(deck_of(eight()), 5) <= grid.MARKS


def test_the_digits_of_the_summary_begin_at_one_edge(report, deck):
    def edge(item):
        (number,) = item.paragraphs
        digits = next(index for index, run in enumerate(number.runs) if run.text[0].isdigit())
        return item.rect.x + GAUGE.natural(number.runs[:digits])

    edges = [edge(item) for item in boxes(deck.slides[1]) if item.name.startswith("关键数字")]
    assert len(set(edges)) == 1
    assert len(edges) == len(report.themes)
