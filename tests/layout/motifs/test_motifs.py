"""The pictures of openers and dividers: of the figure's nature, unlike the neighbours', seen on their field, clear of every text."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.schema import PICTURES as NAMES
from generator.design.format import A4, A5, Format
from generator.design.palette import SEEN, THEMES, own_inks, standing_out
from generator.drawing import NOWHERE, Group, Path
from generator.ink import Colour, contrast
from generator.layout.book.compositor import compositor_at
from generator.layout.book.opener import opener
from generator.layout.book.placements import box_of, placed_runs
from generator.layout.deck.gauge import Gauge
from generator.layout.deck.slide import DrawingBox, TextBox
from generator.layout.deck.words import PART
from generator.layout.motifs.motif import Sheet, picture
from generator.layout.motifs.nature import picture_of, pictures, share_of
from generator.layout.motifs.pictures import PICTURES
from generator.layout.motifs.stage import STRANDS, own_strands, room_at_right
from generator.typeset.model import Align
from generator.units import Rect, mm, pt
from tests.document.sample import sample_report
from tests.layout.book.book_making import LIBRARY, desk
from tests.layout.deck.deck_making import deck_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.design.palette import ThemeInks
    from generator.document.model import Datum, Theme
    from generator.drawing import Item
    from generator.units import Point

REPORT = sample_report()
GAUGE = Gauge(LIBRARY)
THEME = REPORT.themes[0]
HERO = THEME.heroes[0]
PAPER = Rect(-mm(3), -mm(3), mm(216), mm(303))
ROOM = Rect(mm(110), mm(120), mm(103), mm(105))
SHEET = Sheet(ROOM, PAPER, THEMES["朱砂"], (pt(0.9), pt(2.2)))


def datum(kind: str, unit: str, dimension: str = "", tail: str = "") -> Datum:
    return replace(HERO, kind=kind, number=replace(HERO.number, unit=unit, dimension=dimension, tail=tail or unit))


def theme(*heroes: Datum, picture: str = "") -> Theme:
    return replace(THEME, heroes=heroes, picture=picture)


@pytest.mark.parametrize(
    ("figure", "name"),
    [
        (datum("累计", "元", "人民币 (元)", "亿元"), "rings"),
        (datum("流量", "美元", "美元", "万美元"), "rings"),
        (datum("存量", "个", "个", "个村"), "dots"),
        (datum("流量", "件", "件", "亿件"), "dots"),
        (datum("流量", "名", "名", "万名教师"), "seeds"),
        (datum("流量", "人次", "人次"), "seeds"),
        (datum("流量", "", "", "万消费者"), "seeds"),
        (datum("比率", "%", "比率 (%)"), "field"),
        (datum("存量", "公顷", "面积 (平方米)"), "field"),
        (datum("变化", "%", "比率 (%)"), "path"),
        (datum("流量", "倍", "倍数"), "path"),
        (datum("流量", "吨", "质量 (千克)", "万吨"), "waves"),
        (datum("流量", "千瓦时", "能量 (千瓦时)"), "waves"),
        (datum("时长", "年", "历时 (月)"), "dial"),
        (datum("序数", "年", "历时 (月)"), "dial"),
    ],
)
def test_a_figures_nature_chooses_its_picture(figure: Datum, name: str) -> None:
    assert picture_of(figure) == name


MONEY, PEOPLE, THINGS = datum("累计", "元", "人民币 (元)"), datum("流量", "人", "人"), datum("存量", "个", "个")


@pytest.mark.parametrize(
    ("themes", "names"),
    [
        ([theme(MONEY), theme(MONEY, THINGS)], ("rings", "dots")),
        ([theme(MONEY), theme(MONEY)], ("rings", "dots")),
        ([theme(MONEY), theme(PEOPLE), theme(MONEY, THINGS)], ("rings", "seeds", "dots")),
        ([theme(MONEY), theme(PEOPLE), theme(MONEY)], ("rings", "seeds", "rings")),
        ([theme(MONEY, picture="waves"), theme(MONEY)], ("waves", "rings")),
        ([theme(MONEY, THINGS), theme(MONEY, picture="rings")], ("dots", "rings")),
    ],
    ids=["next hero", "next picture", "fresh one first", "one again", "the author's", "before the author's"],
)
def test_neighbours_differ(themes: list[Theme], names: tuple[str, ...]) -> None:
    assert pictures(themes) == names


@given(st.lists(st.lists(st.sampled_from([MONEY, PEOPLE, THINGS]), min_size=1, max_size=3), min_size=2, max_size=30))
def test_neighbours_differ_however_many_themes_there_are(heroes: list[list[Datum]]) -> None:
    names = pictures([theme(*some) for some in heroes])
    assert all(one != other for one, other in pairwise(names))


@pytest.mark.parametrize("themes", [1, 5, 6, 13, 15, 16, 30])
def test_every_theme_has_strands_of_its_own(themes: int) -> None:
    made = [own_strands(age, themes) for age in range(1, themes + 1)]
    assert all(0 <= own.start < own.stop <= STRANDS for own in made)
    assert all(one.start <= other.start for one, other in pairwise(made))
    assert themes > STRANDS or all(one.stop <= other.start for one, other in pairwise(made))
    assert themes > 5 or {len(own) for own in made} == {3}


def test_the_schema_names_every_picture() -> None:
    assert set(NAMES) == set(PICTURES)


OWN = [Colour((0, 0, 0), (0, 0, 0, 100)), Colour((26, 106, 136), (86, 44, 32, 10)), Colour((118, 118, 118), (0, 0, 0, 60))]


@pytest.mark.parametrize("inks", [*THEMES.values(), *(own_inks("own", colour) for colour in OWN)])
def test_every_mark_is_seen_on_its_field(inks: ThemeInks) -> None:
    assert contrast(standing_out(inks), inks.main) >= SEEN
    assert contrast(inks.pale, inks.main) > contrast(standing_out(inks), inks.main)


def paths(items: Iterable[Item], at: Point = NOWHERE) -> Iterator[tuple[Path, Point]]:
    for item in items:
        if isinstance(item, Group):
            yield from paths(item.items, at.moved(item.at.x, item.at.y))
        elif isinstance(item, Path):
            yield item, at


def extent(path: Path, at: Point) -> Rect:
    points = [segment.to for segment in path.segments if hasattr(segment, "to")]
    left, top = min(one.x for one in points), min(one.y for one in points)
    return Rect(at.x + left, at.y + top, max(one.x for one in points) - left, max(one.y for one in points) - top)


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("age", [1, 5])
def test_a_picture_keeps_to_its_room_and_marks_the_themes_own(name: str, age: int) -> None:
    drawn = list(paths(picture([theme(HERO, picture=name)] * 5, age, SHEET)))
    slack = mm(2)
    for path, at in drawn:
        box = extent(path, at)
        assert box.x >= ROOM.x - slack
        assert box.y >= ROOM.y - slack
        assert box.bottom <= ROOM.bottom + slack
        assert box.right <= PAPER.right + pt(0.01)
    assert {path.fill or path.stroke for path, _ in drawn} == {standing_out(SHEET.inks), SHEET.inks.pale}


def test_a_field_shows_the_share_that_it_opens_with() -> None:
    number = replace(HERO.number, unit="%", dimension="比率 (%)", value=Decimal("17.6"))
    made = theme(replace(HERO, kind="比率", number=number))
    assert share_of(made) == pytest.approx(0.176)
    _, bright = (path for path, _ in paths(picture([made], 1, SHEET)))
    assert len(bright.segments) == 18 * 5
    first, last = (extent(Path(some), NOWHERE).width for some in (bright.segments[:5], bright.segments[-5:]))
    assert last == pytest.approx(0.6 * first, rel=0.01)


def test_a_field_is_the_first_heros_alone() -> None:
    """Its squares are read as the share that stands over them: that of another number would deceive."""
    rate = replace(
        HERO, kind="比率", number=replace(HERO.number, unit="千瓦时/立方米", dimension="能量/体积", value=Decimal("0.296"))
    )
    share = replace(HERO, kind="比率", number=replace(HERO.number, unit="%", dimension="比率 (%)", value=Decimal("41.5")))
    assert pictures([theme(share, rate)]) == ("field",)
    assert pictures([theme(rate, share)]) != ("field",)


def test_a_room_too_small_to_be_seen_has_no_picture() -> None:
    assert picture(REPORT.themes, 1, SHEET._replace(room=Rect(0, 0, mm(20), mm(105)))) == ()


BOXES = st.builds(Rect, st.integers(0, 180), st.integers(0, 280), st.integers(1, 120), st.integers(1, 60))


@given(st.lists(BOXES, max_size=12), st.integers(0, 10))
def test_no_text_stands_in_the_room(boxes: list[Rect], air: int) -> None:
    sheet = Rect(0, 0, 210, 297)
    room = room_at_right(sheet, boxes, air, 60)
    assert room.x >= 60
    assert room.right == sheet.right
    for box in boxes:
        apart = box.right + air <= room.x or box.bottom + air <= room.y or box.y - air >= room.bottom
        assert apart or not room.width


@pytest.mark.parametrize("heroes", [1, 2, 3])
@pytest.mark.parametrize("page", [A4, A5])
def test_the_picture_of_an_opener_is_clear_of_its_texts(heroes: int, page: Format) -> None:
    compositor = compositor_at(desk(REPORT, page))
    made = opener(compositor, replace(THEME, heroes=(THEME.heroes * 3)[:heroes]), 4, 1)
    texts = [box_of(run, at) for run, at in placed_runs(made.items)]
    drawn = list(paths(made.items))
    assert drawn
    for path, at in drawn:
        box = extent(path, at)
        for text in texts:
            assert box.x >= text.right or box.right <= text.x or box.y >= text.bottom or box.bottom <= text.y


@pytest.mark.parametrize("theme", range(len(REPORT.themes)))
def test_the_picture_of_a_divider_is_clear_of_its_letters(theme: int) -> None:
    found = [
        slide for slide in deck_of(REPORT).slides if slide.layout.startswith(PART) and slide.origin == REPORT.themes[theme].origin
    ]
    for slide in found:
        (drawn,) = (item for item in slide.items if isinstance(item, DrawingBox))
        for box in (item for item in slide.items if isinstance(item, TextBox)):
            wide = max(GAUGE.natural(one.runs) for one in box.paragraphs)
            rows = [len(GAUGE.lines(one, box.rect.width)) for one in box.paragraphs]
            assert rows == [1] * len(rows)
            left = box.rect.right - wide if box.paragraphs[0].align is Align.RIGHT else box.rect.x
            apart = left + wide <= drawn.rect.x or box.rect.bottom <= drawn.rect.y or box.rect.y >= drawn.rect.bottom
            assert apart, box.name
    assert found
