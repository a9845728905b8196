"""The deck looks meant whatever the report holds: one theme or eight, a theme of one number, a dozen cards, long names."""

from dataclasses import replace
from itertools import combinations

import pytest

from generator.design.format import WIDE
from generator.design.slide_grid import slide_grid
from generator.diagnostics import Span
from generator.document.model import Phrase, Run
from generator.layout.deck.gauge import Gauge
from generator.layout.deck.slide import ChartBox, DrawingBox, Shape, TableBox
from tests.layout.deck.deck_making import LIBRARY, boxes, deck_of, faults, sample_report, text, told, values

GAUGE = Gauge(LIBRARY)
GRID = slide_grid(WIDE)


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
    return told(request.param())


def meets(item, other):
    one, two = item.rect, other.rect
    return one.x < two.right and two.x < one.right and one.y < two.bottom and two.y < one.bottom


def test_everything_fits(odd):
    assert [one for one in odd.diagnostics if one.code == "does-not-fit"] == []


def test_no_two_texts_meet(odd):
    for slide in odd.value.slides:
        shown = [item for item in slide.items if not isinstance(item, Shape)]
        met = [(item.name, other.name) for item, other in combinations(shown, 2) if meets(item, other)]
        assert met == [], slide.number


def test_tables_charts_and_pictures_stay_between_margins_title_and_footer(odd):
    for slide in odd.value.slides:
        for item in slide.items:
            if isinstance(item, TableBox | ChartBox | DrawingBox):
                assert item.rect.x >= GRID.left
                assert item.rect.right <= GRID.right
                assert item.rect.y > GRID.title
                assert item.rect.bottom <= GRID.source_foot


def agendas(deck):
    return [slide for slide in deck.slides if any(item.name.startswith("起始页") for item in boxes(slide))]


def test_a_single_theme_shares_the_agenda_with_what_comes_after_it():
    report = one()
    (agenda,) = agendas(deck_of(report))
    told = [text(item) for item in boxes(agenda) if item.name.startswith("主题")]
    later = [part for part in (report.history, report.outlook, report.closing) if part]
    assert [line[: len(str(part.name))] for line, part in zip(told, later and [report.themes[0], *later], strict=True)] == [
        str(part.name) for part in (report.themes[0], *later)
    ]


def test_a_single_theme_with_nothing_after_it_needs_no_agenda():
    deck = deck_of(replace(one(), history=None, outlook=None, closing=None))
    assert agendas(deck) == []
    assert str(one().themes[0].message) in [text(item) for item in boxes(deck.slides[1])]


@pytest.mark.parametrize(
    ("gone", "end"),
    [
        ((), "，再看历程与展望"),
        (("history",), "，再看展望"),
        (("outlook",), "，再看历程"),
        (("history", "outlook"), "，最后是问答"),
        (("history", "outlook", "closing"), "收束"),
    ],
)
def test_the_agenda_promises_only_what_follows(gone, end):
    report = replace(sample_report(themes=2), **dict.fromkeys(gone))
    (agenda,) = agendas(deck_of(report))
    assert agenda.title.endswith(end)


def test_points_made_of_the_heroes_have_no_slide_of_their_own():
    theme = sample_report().themes[0]
    made = tuple(Phrase((*hero.label, hero.number.run), hero.origin) for hero in theme.heroes)
    deck = deck_of(with_themes(replace(theme, points=made)))
    assert not any(item.name.startswith("要点") for slide in deck.slides[3:6] for item in boxes(slide))


def test_key_figures_without_a_headline_do_not_say_a_number_twice():
    theme = replace(sample_report().themes[0], headline=Phrase((), "themes.0"))
    deck = deck_of(with_themes(theme))
    assert any(slide.title == f"用数字看{theme.name}" for slide in deck.slides)


@pytest.mark.parametrize("tail", ["万名残障人士及其家属", "亿张纸质快递运单和各种包装袋", "元" * 16])
def test_a_number_with_a_long_noun_fits_everywhere(tail):
    theme = sample_report().themes[0]

    def wide(data):
        return tuple(replace(one, number=replace(one.number, tail=tail)) for one in data)

    report = with_themes(replace(theme, heroes=wide(theme.heroes), figures=wide(theme.figures)))
    assert faults(report) == []


def test_too_many_points_are_told_at_the_first_without_room():
    theme = sample_report().themes[0]
    points = tuple(
        Phrase((Run(f"把这件小事一直做下去，{mark}"),), f"points.{mark}") for mark in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"
    )
    report = with_themes(replace(theme, points=points, charts=(), story=None))
    places = {**report.places, **{one.origin: Span("content.yaml", 100 + at, 1) for at, one in enumerate(points)}}
    (found,) = faults(replace(report, places=places))
    assert (values(found.says)["what"], values(found.says)["taken"]) == ("slide.points", ("count.lines", 15))
    assert found.hints[-1].key == "hint.first-without-room"
    assert found.span is not None
    assert 101 < found.span.line < 115


def test_one_discrepancy_too_long_leaves_the_next_one_alone():
    report = sample_report()
    first, *others = report.discrepancies
    long = replace(first, because=(Run("这一处写得最详细。" * 120),))
    (found,) = faults(replace(report, discrepancies=(long, *others)))
    assert values(found.says)["what"] == "slide.table"
    assert [hint.key for hint in found.hints] == ["hint.tallest-row"]


def test_a_long_label_is_told_where_it_is_written():
    theme = sample_report().themes[0]
    place = Span("content.yaml", 777, 5)
    long = replace(theme.heroes[0], label=(Run("受益的乡村教师和学生" * 40),), label_origin="figures.甲.label")
    report = with_themes(replace(theme, heroes=(long, *theme.heroes[1:]), figures=()))
    found = faults(replace(report, places={**report.places, "figures.甲.label": place}))
    assert found
    assert {one.span for one in found} == {place}


def test_the_progress_mark_of_eight_steps_is_no_wider_than_that_of_six():
    def width(deck, number):
        marks = [item.rect for item in deck.slides[number - 1].setting.shapes if item.name.startswith("进度")]
        return max(rect.right for rect in marks) - min(rect.x for rect in marks)

    assert width(deck_of(eight()), 7) <= GRID.marks


def test_the_digits_of_the_summary_begin_at_one_edge(report, deck):
    def edge(item):
        (number,) = item.paragraphs
        digits = next(index for index, run in enumerate(number.runs) if run.text[0].isdigit())
        return item.rect.x + GAUGE.natural(number.runs[:digits])

    edges = [edge(item) for item in boxes(deck.slides[1]) if item.name.startswith("关键数字")]
    assert len(set(edges)) == 1
    assert len(edges) == len(report.themes)
