"""What somebody said stands on pages of its own: with who said it and where, without quotation marks, on a page or a spread."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.design.format import A4, A5, DALIU, Format
from generator.document.model import Phrase, ResolvedReport, Run, Statement
from generator.layout.book.placements import box_of, placed_runs
from tests.document.sample import sample_report
from tests.layout.book.book_making import LOOK, book_of, desk, told, within
from tests.layout.book.test_history_spread import told_on

SAID = "企业受益于社会，就应当参与解决社会的问题"
LONG = "把每一件小事做好，" * 24


def statement(words: str = SAID) -> Statement:
    origin = sample_report().imprint.title.origin
    return Statement(Phrase((Run(words),), origin), Phrase((Run("某某，董事长"),), origin), (Run("来源：简讯"),), origin)


def with_statement(where: str, words: str = SAID) -> ResolvedReport:
    report = sample_report()
    if where == "theme":
        first, *others = report.themes
        return replace(report, themes=(replace(first, statement=statement(words)), *others))
    section = getattr(report, where)
    return replace(report, **{where: replace(section, statement=statement(words))})  # type: ignore[arg-type]


@pytest.mark.parametrize("page", [A4, DALIU, A5], ids=lambda one: one.name)
@pytest.mark.parametrize("where", ["history", "outlook", "theme"])
def test_a_statement_is_said_once_with_who_and_where(where: str, page: Format) -> None:
    book = book_of(with_statement(where), page)
    texts = [told_on(one) for one in book.pages]
    assert "".join(texts).count(SAID) == 1
    (at,) = [index for index, text in enumerate(texts) if SAID in text]
    told_with = texts[at] + (texts[at + 1] if where == "theme" else "")
    assert "某某，董事长" in told_with
    assert "来源：简讯" in told_with
    safe = desk(page=page).page.safe(at + 1)
    assert all(within(safe, box_of(run, place)) for run, place in placed_runs(book.pages[at].items))


def test_a_themes_statement_is_a_spread_and_the_next_theme_opens_left() -> None:
    book = book_of(with_statement("theme"))
    (at,) = [page.number for page in book.pages if SAID in told_on(page)]
    assert at % 2 == 0
    assert [one.page for one in book.destinations if one.name == "theme-2"] == [at + 2]
    assert len(book.pages) % 4 == 0


def test_few_words_are_large() -> None:
    (run,) = [
        run for page in book_of(with_statement("outlook")).pages for run, _ in placed_runs(page.items) if "就应当" in run.text
    ][:1]
    assert run.size == LOOK.page.title.size


def test_words_for_which_a_page_is_too_small_are_told() -> None:
    assert told(with_statement("outlook")) == ()
    (fault,) = told(with_statement("outlook", LONG))
    assert fault.span
