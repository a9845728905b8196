"""What somebody said has a slide at the end of its part, unless another slide there has its words: who and where with it, no marks."""

from dataclasses import replace

import pytest

from generator.design.format import CLASSIC, WIDE
from generator.document.model import FIGURES, STATEMENT, Phrase, Run, Statement, plain
from tests.layout.deck.deck_making import box, boxes, deck_of, faults, placeholder, sample_report, text

SAID = "企业受益于社会，就应当参与解决社会的问题"
LONG = "把每一件小事做好，" * 9
"""Eighty characters and more, as many as a speaker says in a breath."""


def with_statement(where, words=SAID, **changes):
    report = sample_report()
    origin = report.imprint.title.origin
    stated = Statement(Phrase((Run(words),), origin), Phrase((Run("某某，董事长"),), origin), (Run("来源：简讯"),), origin)
    if where == "theme":
        first, *others = report.themes
        return replace(report, themes=(replace(first, statement=stated, **changes), *others))
    return replace(report, **{where: replace(getattr(report, where), statement=stated, **changes)})


def shown(report, part):
    deck = deck_of(report)
    return [deck.slides[number - 1] for one in deck.sections if one.name == str(part.name) for number in one.slides]


def part_of(report, where):
    return report.themes[0] if where == "theme" else getattr(report, where)


@pytest.mark.parametrize("where", ["theme", "history", "outlook"])
def test_it_ends_its_part_and_says_who_and_where_without_quotation_marks(where):
    report = with_statement(where)
    slide = shown(report, part_of(report, where))[-1]
    assert slide.layout.split(" · ")[0] == "引述"
    assert (text(placeholder(slide, "title")), text(placeholder(slide, "body"))) == (SAID, "某某，董事长")
    assert text(box(slide, "来源与说明")) == "来源：简讯"
    assert not set("“”「」") & set("".join(map(text, boxes(slide))))
    assert plain(slide.speech.script[0]) == "请看某某，董事长的这句话。"
    assert faults(report) == []


@pytest.mark.parametrize(
    "message", [SAID, "他说：“" + SAID + "。”", "就应当参与解决社会的问题"], ids=["its words", "among others", "a part of them"]
)
def test_where_another_slide_of_the_part_has_its_words_it_has_none(message):
    report = sample_report()
    written = Phrase((Run(message),), report.themes[0].message.origin)
    told_twice = with_statement("theme", message=written)
    assert not [one for one in shown(told_twice, report.themes[0]) if one.layout.startswith("引述")]
    asked = with_statement("theme", message=written, deck=(FIGURES, STATEMENT))
    assert shown(asked, report.themes[0])[-1].layout.startswith("引述")


def test_one_that_the_author_leaves_out_is_hidden_in_the_backup():
    deck = deck_of(with_statement("theme", deck=(FIGURES,)))
    (slide,) = (one for one in deck.slides if one.layout.startswith("引述"))
    assert slide.hidden
    assert box(slide, "返回").link


def test_a_part_that_has_nothing_else_has_no_slide_without_words():
    report = sample_report()
    empty = {"message": report.outlook.name, "blocks": (), "points": (), "figures": (), "charts": ()}
    assert [one.title for one in shown(with_statement("outlook", **empty), report.outlook)] == [SAID]


@pytest.mark.parametrize("sheet", [WIDE, CLASSIC], ids=lambda one: one.name)
def test_two_lines_are_parted_at_the_stop_rather_than_set_larger(sheet):
    deck = deck_of(with_statement("outlook"), sheet)
    (slide,) = (one for one in deck.slides if one.layout.startswith("引述"))
    lines = ["".join(run.text for run in one.runs) for one in placeholder(slide, "title").paragraphs]
    assert lines == ["企业受益于社会，", "就应当参与解决社会的问题"]


def test_long_words_step_down_and_too_long_ones_are_told_once():
    sizes = [
        placeholder(shown(with_statement("theme", words), sample_report().themes[0])[-1], "title")
        .paragraphs[0]
        .runs[0]
        .style.size
        for words in (SAID, LONG)
    ]
    assert sizes[0] > sizes[1]
    assert faults(with_statement("theme", LONG)) == []
    assert len(faults(with_statement("theme", LONG * 4))) == 1
