"""A theme of few words: a short first sentence opens its page, and a small count that it tells stands beside the words as tiles."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from generator.document.model import Number, Paragraph, Run
from generator.drawing import Box, Group, Role
from generator.layout.book.placements import placed_runs
from tests.document.sample import sample_report
from tests.layout.book.book_making import LOOK, book_of
from tests.layout.book.test_history_spread import groups

if TYPE_CHECKING:
    from generator.document.model import ResolvedReport
    from generator.layout.book.page import Page


def quiet(
    opening: str = "好不好用，要看最不方便的人。", count: str = "12", qualifier: str = "", scale: str = ""
) -> ResolvedReport:
    """The sample's first theme with a story, two paragraphs and a count, and nothing else to show."""
    report = sample_report()
    theme = report.themes[0]
    hero = theme.heroes[0]
    value = Decimal(count)
    number = Number(hero.number.use, qualifier, count, f"{scale}个应用", value, value, scale, "个", "个")
    told = replace(hero, number=number)
    origin = theme.text[0].origin
    text = (
        Paragraph("text", (Run(f"{opening}这一年，"), Run(str(number), hero.number.use), Run("加入了行动。")), origin),
        Paragraph("text", (Run("技术也成了进入数字生活的一条路。"),), origin),
    )
    made = replace(theme, heroes=(told,), figures=(), charts=(), blocks=text, story=replace(theme.story, figures=()))  # type: ignore[type-var]
    return replace(report, themes=(made, *report.themes[1:]))


def right(report: ResolvedReport) -> Page:
    book = book_of(report)
    (number,) = [one.page for one in book.destinations if one.name == "theme-1"]
    return book.pages[number]


def tiles(page: Page) -> list[Group]:
    return [one for one in groups(page.items) if one.role is Role.FIGURE and all(isinstance(item, Box) for item in one.items)]


def test_a_short_first_sentence_opens_the_page() -> None:
    runs = [run for run, _ in placed_runs(right(quiet()).items)]
    assert {run.size for run in runs if "最不方便" in run.text} == {LOOK.page.heading_1.size}
    assert {run.size for run in runs if "这一年" in run.text} == {LOOK.page.lead.size}


@pytest.mark.parametrize("marks", ["“”", "〈〉", "（）", "《》"])
def test_what_closes_behind_a_stop_goes_with_its_sentence(marks: str) -> None:
    before, after = marks
    runs = [run for run, _ in placed_runs(right(quiet(f"{before}要看最不方便的人。{after}")).items)]
    large = "".join(run.text for run in runs if run.size == LOOK.page.heading_1.size)
    assert f"。{after}" in large
    assert after not in "".join(run.text for run in runs if run.size == LOOK.page.lead.size)


def test_a_long_first_sentence_stays_in_the_text() -> None:
    runs = [run for run, _ in placed_runs(right(quiet("好不好用，" * 9 + "要看最不方便的人。")).items)]
    assert LOOK.page.heading_1.size not in {run.size for run in runs}


@pytest.mark.parametrize("count", ["3", "12", "24"])
def test_one_tile_is_one_thing_and_the_words_say_so(count: str) -> None:
    page = right(quiet(count=count))
    (field,) = tiles(page)
    assert len(field.items) == int(count)
    assert f"{count}个应用" in field.alt
    assert "一格一个应用" in "".join(run.text for run, _ in placed_runs(page.items))
    assert len({(item.rect.width, item.rect.height) for item in field.items if isinstance(item, Box)}) == 1


@pytest.mark.parametrize(
    ("count", "qualifier", "scale"), [("2", "", ""), ("25", "", ""), ("12", "近", ""), ("12", "", "万"), ("4.5", "", "")]
)
def test_what_cannot_be_counted_one_by_one_has_no_tiles(count: str, qualifier: str, scale: str) -> None:
    assert tiles(right(quiet(count=count, qualifier=qualifier, scale=scale))) == []
