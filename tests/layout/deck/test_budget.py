"""A talk within its minutes: what it misses least goes to the backup until the scripts fit, nothing that the author chose, and all told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.charts.drawings import Drawings
from generator.diagnostics import Severity
from generator.document.model import FIGURES, PICTURE, QUOTE, STATEMENT, STORY, TABLE, Phrase, Run, Statement
from generator.layout.deck.budget import GIVES_WAY, lay_out
from generator.layout.desk import desk_for
from tests.layout.deck.block_making import table, with_blocks
from tests.layout.deck.deck_making import LIBRARY, sample_report

CODES = {"talk-shortened", "talk-too-long"}


def report(minutes="", **changes):
    made = sample_report()
    origin = made.imprint.title.origin
    stated = Statement(Phrase((Run("一句话说在最后"),), origin), Phrase((Run("某某"),), origin), (Run("来源：简讯"),), origin)
    first, *others = made.themes
    return replace(made, minutes=minutes, themes=(replace(first, statement=stated, **changes), *others))


def told(given):
    made = lay_out(desk_for(given, LIBRARY, Drawings()))
    return made.value, [one for one in made.diagnostics if one.code in CODES]


def needed(deck):
    return sum(slide.speech.seconds for slide in deck.slides)


def shown(deck):
    return {slide.exhibit for slide in deck.slides if slide.exhibit and not slide.hidden}


@pytest.fixture(scope="module")
def free():
    return told(report())


def minutes(seconds):
    return f"{seconds / 60:.2f}"


def test_without_a_budget_and_within_it_nothing_goes_and_nothing_is_said(free):
    deck, said = free
    assert said == []
    within, quiet = told(report(minutes(needed(deck) + 1)))
    assert (shown(within), quiet) == (shown(deck), [])


def test_no_more_goes_than_must_the_statement_first_and_it_is_told_with_both_times(free):
    deck, _ = free
    budget = needed(deck) - 5
    within, (notice,) = told(report(minutes(budget)))
    assert shown(deck) - shown(within) == {("theme-1", STATEMENT)}
    assert needed(within) <= budget
    assert notice.severity is Severity.NOTICE
    assert dict(notice.says.values)["titles"] == ("一句话说在最后",)
    (hidden,) = (slide for slide in within.slides if slide.exhibit == ("theme-1", STATEMENT))
    assert hidden.hidden


def test_stories_go_before_charts_and_key_figures_never(free):
    deck, _ = free
    stories = sum(slide.speech.seconds for slide in deck.slides if slide.exhibit and slide.exhibit[1] == STORY)
    within, _ = told(report(minutes(needed(deck) - stories)))
    gone = shown(deck) - shown(within)
    assert gone
    assert {name for _, name in gone} <= {STATEMENT, STORY}
    least, _ = told(report("0.5"))
    kept = {part for part, name in shown(deck) if name == FIGURES}
    assert {part for part, name in shown(least) if name == FIGURES} == kept
    assert {part for part, _ in shown(least)} == {part for part, _ in shown(deck)}


def least_missed(deck, *kinds):
    """Return how long exhibits of some kinds take."""
    return sum(slide.speech.seconds for slide in deck.slides if slide.exhibit and slide.exhibit[1] in kinds and not slide.hidden)


def test_further_charts_go_before_first_ones(free):
    deck, _ = free
    words = least_missed(deck, STATEMENT, STORY)
    for more, gone in ((1, {1}), (61, {1, 2}), (121, {0, 1, 2})):
        within, _ = told(report(minutes(needed(deck) - words - more)))
        assert {name for _, name in shown(deck) - shown(within) if name not in {STATEMENT, STORY}} <= gone
        assert len(shown(deck) - shown(within)) == 5 + len(gone)


def test_of_one_kind_the_longest_goes(free):
    deck, _ = free
    made = report()
    longer = replace(made.themes[2], story=replace(made.themes[2].story, talk=replace(made.themes[2].story.talk, minutes="2")))
    made = replace(made, themes=(*made.themes[:2], longer, *made.themes[3:]))
    budget = needed(deck) + 60 - least_missed(deck, STATEMENT) - 1
    within, _ = told(replace(made, minutes=minutes(budget)))
    assert shown(deck) - shown(within) == {("theme-1", STATEMENT), ("theme-3", STORY)}


def test_what_the_author_chose_of_the_history_stays_too(free):
    deck, _ = free
    own = tuple(
        name for part, name in dict.fromkeys(slide.exhibit for slide in deck.slides if slide.exhibit) if part == "history"
    )
    made = report("0.5")
    within, _ = told(replace(made, history=replace(made.history, deck=own)))
    assert {name for part, name in shown(within) if part == "history"} == set(own)


def test_what_the_author_chose_stays_and_what_is_too_long_still_is_told_with_minutes_that_suffice():
    chosen = (FIGURES, STATEMENT, STORY)
    deck, diagnostics = told(report("0.5", deck=chosen))
    assert {name for part, name in shown(deck) if part == "theme-1"} == set(chosen)
    notice, warning = diagnostics
    assert (notice.severity, warning.severity) == (Severity.NOTICE, Severity.WARNING)
    whole = needed(told(report(deck=chosen))[0])
    times = dict(dict(notice.says.values)["whole"].values)
    assert times["minutes"] * 60 + times.get("seconds", 0) == whole
    cure = float(dict(warning.hints[0].values)["cure"].removeprefix("minutes: "))
    shortened = replace(report(), minutes=str(cure))
    assert [one.code for one in told(replace(shortened, themes=report("0.5", deck=chosen).themes))[1]] in ([], ["talk-shortened"])


def test_a_table_is_missed_more_than_a_picture_or_a_quotation_and_less_than_a_chart():
    assert [one for one in GIVES_WAY if one in {TABLE, PICTURE, QUOTE, STORY, 0}] == [QUOTE, PICTURE, STORY, TABLE, 0]


def test_a_table_gives_way_where_a_talk_is_too_long():
    given = with_blocks(table(sample_report(), "厂|水量", "甲厂|12.5", "乙厂|8", title="各厂水量"))
    whole, _ = told(given)
    theme = given.themes[0].id
    assert (theme, TABLE) in shown(whole)
    short, notices = told(replace(given, minutes="5"))
    assert (theme, TABLE) not in shown(short)
    assert (theme, TABLE) in {slide.exhibit for slide in short.slides if slide.hidden}
    assert notices
